//! Where somebody worked before, as it is written: `Siemens: plant manager, 2019`.

use chrono::{Datelike, NaiveDate};

use super::period::Period;

/// What may stand before a year.
const UNTIL: [&str; 5] = ["until ", "till ", "to ", "至", "到"];

/// What may stand between what is told.
const COMMAS: [char; 2] = [',', '，'];

/// A house where somebody worked before.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Employer {
    /// Its name.
    pub name: String,
    /// The position there.
    pub title: Option<String>,
    /// Until when: of a year, or a month, its last day.
    pub until: Option<NaiveDate>,
}

impl Employer {
    /// What a line says: the house and, after a colon, the position and the year until which. None where it
    /// names no house.
    pub fn read(line: &str) -> Option<Employer> {
        let (name, told) = match line.split_once([':', '：']) {
            Some((name, told)) => (name, told.trim()),
            None => (line, ""),
        };
        let (name, bracketed) = before_bracket(name.trim());
        let (title, until) = match last_item(told) {
            (rest, Some(day)) => (rest, Some(day)),
            (_, None) => (told, None),
        };
        // Without a position, the year may follow the name at once: the name of a house may hold commas too.
        let (name, followed) = if told.is_empty() { last_item(name) } else { (name, None) };
        let employer = Employer {
            name: name.to_owned(),
            title: Some(title.to_owned()).filter(|title| !title.is_empty()),
            until: until.or(followed).or(bracketed),
        };
        (!employer.name.is_empty()).then_some(employer)
    }

    /// When it ended, as it is written: a year where it is the year's last day, a month likewise.
    pub fn ended(&self) -> Option<String> {
        let day = self.until?;
        let is_last_of = |period: Period| period.range(1).1 == day;
        Some(match () {
            () if is_last_of(Period::year_of(day, 1)) => day.year().to_string(),
            () if is_last_of(Period::month_of(day)) => day.format("%Y-%m").to_string(),
            () => day.to_string(),
        })
    }
}

/// A text without its last item, where that tells an end, and that end.
fn last_item(text: &str) -> (&str, Option<NaiveDate>) {
    let (rest, last) = text.rsplit_once(COMMAS).unwrap_or(("", text));
    match end(last) {
        // A house may be called by a year alone; a position may not be told.
        Some(day) => (rest.trim(), Some(day)),
        None => (text, None),
    }
}

/// A name without an end in brackets after it, and that end.
fn before_bracket(name: &str) -> (&str, Option<NaiveDate>) {
    let inside = name.strip_suffix([')', '）']).and_then(|open| open.rsplit_once(['(', '（']));
    match inside.and_then(|(name, inside)| end(inside).map(|day| (name.trim(), day))) {
        Some((name, day)) => (name, Some(day)),
        None => (name, None),
    }
}

/// The last day of a year, of a month, or a day: `2019`, `until 2019-06`, `2019年6月`.
fn end(text: &str) -> Option<NaiveDate> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let bare = UNTIL.iter().find_map(|word| lower.strip_prefix(word)).unwrap_or(&lower).trim();
    if let Ok(day) = bare.parse() {
        return Some(day);
    }
    let figures = bare.trim_end_matches('底').trim_end_matches(['年', '月']);
    let mut parts = figures.split(['-', '/', '.', '年']).map(str::trim);
    let year = parts
        .next()
        .filter(|year| year.len() == 4)?
        .parse()
        .ok()
        .filter(|year| (1900..2200).contains(year))?;
    let month = parts.next().map(|month| month.parse::<u32>().ok());
    match (month, parts.next()) {
        (None, _) => NaiveDate::from_ymd_opt(year, 12, 31),
        (Some(Some(month)), None) => {
            Some(Period::month_of(NaiveDate::from_ymd_opt(year, month, 1)?).range(1).1)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Siemens: plant manager, 2019", "Siemens", Some("plant manager"), Some("2019"))]
    #[case("Siemens: until 2019", "Siemens", None, Some("2019"))]
    #[case("Siemens, 2019", "Siemens", None, Some("2019"))]
    #[case("Siemens (until 2019-06)", "Siemens", None, Some("2019-06"))]
    #[case(
        "Siemens: head of sales, EMEA, 2019-06-15",
        "Siemens",
        Some("head of sales, EMEA"),
        Some("2019-06-15")
    )]
    #[case("Foo Co., Ltd.", "Foo Co., Ltd.", None, None)]
    #[case("华锐科技：采购经理，2021年", "华锐科技", Some("采购经理"), Some("2021"))]
    #[case("华锐科技（上海）：采购经理，至2021年6月", "华锐科技（上海）", Some("采购经理"), Some("2021-06"))]
    #[case("Siemens: fitter, 2015-2019", "Siemens", Some("fitter, 2015-2019"), None)]
    fn a_line_tells_the_house_the_position_and_the_end(
        #[case] line: &str,
        #[case] name: &str,
        #[case] title: Option<&str>,
        #[case] ended: Option<&str>,
    ) {
        let read = Employer::read(line).unwrap();
        assert_eq!(
            (read.name.as_str(), read.title.as_deref(), read.ended().as_deref()),
            (name, title, ended)
        );
    }

    #[test]
    fn a_line_without_a_house_says_nothing() {
        for line in ["", ": plant manager", "2019"] {
            assert_eq!(Employer::read(line), None, "{line}");
        }
    }
}
