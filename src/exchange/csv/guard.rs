//! Cells that a spreadsheet program would run as formulas: made harmless on the way out, restored
//! unchanged on the way in.

/// A cell as it is safe to write: one that a spreadsheet would run gets an apostrophe before it. So does
/// a cell that already looks like a guarded one, so that [`unguard_formula`] gives back every text.
/// A plain negative number is no formula and stays as it is.
pub fn guard_formula(cell: &str) -> String {
    if needs_guard(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The text that [`guard_formula`] was given. Other texts come back as they are: `'tis` loses nothing.
pub fn unguard_formula(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(text) if needs_guard(text) => text,
        _ => cell,
    }
}

fn needs_guard(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    match bare.chars().next() {
        Some('=' | '+' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => true,
        Some('-') => bare.len() < cell.len() || !is_number(&cell[1..]),
        _ => false,
    }
}

/// Digits, with at most one point.
fn is_number(text: &str) -> bool {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    !whole.is_empty() && format!("{whole}{fraction}").bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("=1+1", "'=1+1")]
    #[case("@SUM(A1)", "'@SUM(A1)")]
    #[case("+49 30 123", "'+49 30 123")]
    #[case("-cmd|' /C calc'!A0", "'-cmd|' /C calc'!A0")]
    #[case("\t=1", "'\t=1")]
    #[case("\r=1", "'\r=1")]
    #[case("'=1+1", "''=1+1")]
    #[case("-5", "-5")]
    #[case("-12.50", "-12.50")]
    #[case("--5", "'--5")]
    #[case("'-5", "''-5")]
    #[case("'tis", "'tis")]
    #[case("Acme", "Acme")]
    #[case("", "")]
    fn a_formula_is_made_harmless(#[case] cell: &str, #[case] safe: &str) {
        assert_eq!(guard_formula(cell), safe);
        assert_eq!(unguard_formula(safe), cell);
    }

    #[test]
    fn what_others_wrote_with_an_apostrophe_is_left_alone() {
        assert_eq!(unguard_formula("'t Hooft"), "'t Hooft");
    }

    proptest! {
        #[test]
        fn every_text_comes_back(text in "['=+@\t\r-]{0,4}\\PC{0,8}") {
            let safe = guard_formula(&text);
            prop_assert_eq!(unguard_formula(&safe), text.as_str());
            let runs = safe.starts_with(['=', '+', '@', '\t', '\r']);
            prop_assert!(!runs, "{:?}", safe);
        }
    }
}
