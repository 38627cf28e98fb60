//! What a column holds, by its cells alone.

use crate::domain::text::fold;
use crate::exchange::stages;
use crate::exchange::values::{date, list};

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// Nothing.
    Blank,
    /// E-mail addresses.
    Emails,
    /// Web pages or domains.
    Pages,
    /// Telephone numbers.
    Phones,
    /// Dates.
    Dates,
    /// Amounts that show that they are: a currency, decimals or grouping.
    Amounts,
    /// Stages that a program comes with, or won and lost.
    Stages,
    /// Other numbers.
    Numbers,
    /// Other text; nearly every cell differs.
    Names,
    /// Other text.
    Text,
}

/// Of a hundred cells with something in them, so many must agree.
const AGREEMENT: usize = 80;

/// What the cells of one column are.
pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Content {
    let cells: Vec<&str> = cells.map(str::trim).filter(|cell| !cell.is_empty()).collect();
    if cells.is_empty() {
        return Content::Blank;
    }
    let mostly = |holds: fn(&str) -> bool| {
        cells.iter().filter(|cell| holds(cell)).count() * 100 >= cells.len() * AGREEMENT
    };
    match () {
        () if mostly(|cell| !list::emails(cell).is_empty()) => Content::Emails,
        () if mostly(is_page) => Content::Pages,
        () if mostly(|cell| !is_digits(cell) && date::read(cell).is_some()) => Content::Dates,
        () if mostly(is_amount) => Content::Amounts,
        () if mostly(is_phone) => Content::Phones,
        () if mostly(|cell| stages::known(cell).is_some()) => Content::Stages,
        () if mostly(is_number) => Content::Numbers,
        () if differ(&cells) => Content::Names,
        () => Content::Text,
    }
}

/// Whether a cell of the first row is hardly a header.
pub fn is_data(cell: &str) -> bool {
    let cell = cell.trim();
    is_number(cell) || list::is_email(cell) || is_amount(cell) || is_phone(cell) || date::read(cell).is_some()
}

/// Whether all cells look like ids, not names: the column then refers to another file's ids.
pub fn are_ids<'a>(cells: impl Iterator<Item = &'a str>) -> bool {
    let mut some = false;
    for cell in cells.map(str::trim).filter(|cell| !cell.is_empty()) {
        some = true;
        if !is_id(cell) {
            return false;
        }
    }
    some
}

fn is_id(cell: &str) -> bool {
    let plain = cell.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    let digits = cell.chars().filter(char::is_ascii_digit).count();
    let capitals = cell.chars().all(|c| !c.is_ascii_lowercase());
    plain
        && cell.len() <= 40
        && (capitals && cell.len() <= 3 || digits * 3 >= cell.len() || is_long_id(cell, digits))
}

/// Salesforce's ids have 15 or 18 letters and digits; those with hyphens are usually universal ones.
fn is_long_id(cell: &str, digits: usize) -> bool {
    digits > 0 && (matches!(cell.len(), 15 | 18) || cell.len() >= 32)
}

fn is_digits(cell: &str) -> bool {
    cell.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
}

fn is_number(cell: &str) -> bool {
    let bare = cell.trim_start_matches('-').trim_end_matches('%');
    !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',' | b' '))
}

fn is_page(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    let written = lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("www.");
    let bare = !lower.contains(' ') && lower.bytes().any(|byte| byte.is_ascii_alphabetic());
    (written || bare) && list::domain(&lower).is_some() && !lower.contains('@')
}

fn is_phone(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    let shape = |c: char| c.is_ascii_digit() || "+-().x/ #".contains(c) || c == 'e' || c == 't';
    let chinese = digits == 11 && cell.len() == 11 && cell.starts_with('1');
    let marked = cell.starts_with('+') || cell.contains(['-', ' ', '(']);
    (7..=20).contains(&digits) && cell.chars().all(shape) && (chinese || marked) && date::read(cell).is_none()
}

fn is_amount(cell: &str) -> bool {
    let folded = fold(cell);
    let digits = folded.bytes().filter(u8::is_ascii_digit).count();
    let rest: String = folded.chars().filter(|c| !c.is_ascii_digit() && !" .,'".contains(*c)).collect();
    let signs = [
        "€", "$", "£", "¥", "元", "万", "万元", "亿", "usd", "eur", "cny", "gbp", "chf", "jpy", "rmb", "us$",
        "k",
    ];
    let named = signs.contains(&rest.as_str());
    let decimals = rest.is_empty() && folded.rsplit(['.', ',']).next().is_some_and(|last| last.len() == 2);
    let marks = folded.matches(['.', ',']).count();
    digits > 0 && (named || decimals && marks > 0 && date::read(cell).is_none())
}

fn differ(cells: &[&str]) -> bool {
    let mut sorted = cells.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    sorted.len() * 10 >= cells.len() * 8 && cells.iter().all(|cell| cell.len() <= 200)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(&["a@b.com", "", "c@d.org"], Content::Emails)]
    #[case(&["https://acme.com", "www.b.de/x"], Content::Pages)]
    #[case(&["2026-01-02", "3/4/2026"], Content::Dates)]
    #[case(&["¥1,234.50", "3.5万"], Content::Amounts)]
    #[case(&["1234.50", "99.00"], Content::Amounts)]
    #[case(&["+49 30 1234567", "(030) 123-4567"], Content::Phones)]
    #[case(&["13800138000", "13900139000"], Content::Phones)]
    #[case(&["Closed Won", "negotiation", "lead"], Content::Stages)]
    #[case(&["1", "2", "30"], Content::Numbers)]
    #[case(&["Acme", "Beta Ltd", "华锐"], Content::Names)]
    #[case(&["large", "small", "large", "large", "small"], Content::Text)]
    #[case(&["", " "], Content::Blank)]
    fn a_column_is_known_by_its_cells(#[case] cells: &[&str], #[case] content: Content) {
        assert_eq!(of(cells.iter().copied()), content);
    }

    #[rstest]
    #[case(&["A", "B", "L"], true)]
    #[case(&["1", "20"], true)]
    #[case(&["0015g00000XyZabAAC"], true)]
    #[case(&["ACC-001"], true)]
    #[case(&["IBM", "Siemens"], false)]
    #[case(&["Acme Inc"], false)]
    #[case(&[""], false)]
    fn ids_are_told_from_names(#[case] cells: &[&str], #[case] expected: bool) {
        assert_eq!(are_ids(cells.iter().copied()), expected);
    }
}
