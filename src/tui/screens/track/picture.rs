//! Small pictures of a figure on its line, as text: they stand in a column of the table.

/// Cells of a picture.
const CELLS: usize = 21;

/// What stands over [`bias`].
pub const BIAS_HEAD: &str = "-50 %     0     +50 %";

/// What stands over [`rates`].
pub const RATES_HEAD: &str = "0 %             100 %";

/// A share as a bar; nothing where there is none.
pub fn share(share: Option<f64>) -> String {
    let Some(share) = share else { return String::new() };
    let full = (share.clamp(0.0, 1.0) * CELLS as f64).round() as usize;
    "█".repeat(full) + &"─".repeat(CELLS - full)
}

/// How far a forecast was off, from the middle: to the left it promised too little, to the right too much.
pub fn bias(bias: Option<f64>) -> String {
    let Some(bias) = bias else { return String::new() };
    let half = CELLS / 2;
    let off = ((bias.abs() * 2.0).min(1.0) * half as f64).round() as usize;
    let empty = " ".repeat(half - off);
    match bias < 0.0 {
        true => format!("{empty}{}│", "▒".repeat(off)),
        false => format!("{}│{}", " ".repeat(half), "▒".repeat(off)),
    }
}

/// The set rate (○) and one's own (●) between nothing and all, in basis points.
pub fn rates(set: i64, own: Option<i64>) -> String {
    let last = CELLS - 1;
    let at = |points: i64| (points.clamp(0, 10_000) as usize * last + 5_000) / 10_000;
    let mut cells = vec!["─"; CELLS];
    cells[at(set)] = "○";
    if let Some(own) = own {
        cells[at(own)] = "●";
    }
    cells.concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_true_to_their_scale() {
        assert_eq!(share(Some(1.0 / 3.0)), "███████──────────────");
        assert_eq!(share(None), "");
        assert_eq!(bias(Some(0.25)), "          │▒▒▒▒▒");
        assert_eq!(bias(Some(-0.5)), "▒▒▒▒▒▒▒▒▒▒│");
        assert_eq!(bias(Some(3.0)), "          │▒▒▒▒▒▒▒▒▒▒");
        assert_eq!(rates(500, Some(5_000)), "─○────────●──────────");
        assert_eq!(rates(10_000, None), "────────────────────○");
    }
}
