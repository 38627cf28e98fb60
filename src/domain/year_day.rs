//! Days that come again each year, as people type them: `03-15`, `15 Mar 1980`, `八月十五`.

use chrono::{Datelike, NaiveDate};

use super::date;
use super::text::fold;
use super::word::Calendar;

/// A day of the year, and the year it began where that was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearDay {
    /// The year it began.
    pub year: Option<i64>,
    /// The month, 1 to 12.
    pub month: i64,
    /// The day of the month.
    pub day: i64,
}

impl YearDay {
    /// The day that a text means in a calendar; None where it means none. Month before day where both are
    /// figures. Of the lunar calendar also as one says it: `正月初一`, `腊月廿三`.
    pub fn parse(text: &str, calendar: Calendar, today: NaiveDate) -> Option<YearDay> {
        let folded = fold(text);
        let said = || match calendar {
            Calendar::Solar => in_words(&folded, today),
            Calendar::Lunar => in_lunar_words(&folded),
        };
        in_figures(&folded).or_else(said).filter(|told| told.month <= 12 && told.day <= 31)
    }
}

impl std::fmt::Display for YearDay {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}-{:02}-{:02}", self.month, self.day),
            None => write!(f, "{:02}-{:02}", self.month, self.day),
        }
    }
}

/// Two or three numbers: month and day, or year, month and day.
fn in_figures(text: &str) -> Option<YearDay> {
    let known = |c: char| c.is_ascii_digit() || matches!(c, '-' | '/' | ' ' | '年' | '月' | '日' | '号');
    if !text.chars().all(known) {
        return None;
    }
    let parts = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let numbers: Vec<i64> = parts.map(|part| part.parse().unwrap_or_default()).collect();
    let told = match numbers.as_slice() {
        [month, day] => YearDay { year: None, month: *month, day: *day },
        [year @ 1000..=9999, month, day] => YearDay { year: Some(*year), month: *month, day: *day },
        _ => return None,
    };
    (told.month >= 1 && told.day >= 1).then_some(told)
}

/// A date in words; its year counts where it was written.
fn in_words(text: &str, today: NaiveDate) -> Option<YearDay> {
    let on = date::parse(text, today)?;
    let has_year = text.contains(&on.year().to_string());
    let year = has_year.then_some(i64::from(on.year()));
    Some(YearDay { year, month: i64::from(on.month()), day: i64::from(on.day()) })
}

/// A lunar day as it is said. A leap month counts as the month of the same number.
fn in_lunar_words(text: &str) -> Option<YearDay> {
    let text = text.trim_start_matches("农历").trim_start_matches("阴历").trim_start_matches('闰');
    let (month, day) = text.split_once('月')?;
    let month = match month {
        "正" => 1,
        "冬" => 11,
        "腊" => 12,
        other => number(other)?,
    };
    let day = number(day.trim_start_matches('初').trim_end_matches(['日', '号']))?;
    Some(YearDay { year: None, month, day })
}

/// A number up to thirty-nine in Chinese.
fn number(text: &str) -> Option<i64> {
    let digit = |c: char| "一二三四五六七八九".chars().position(|one| one == c).map(|at| at as i64 + 1);
    let characters: Vec<char> = text.chars().collect();
    match characters.as_slice() {
        ['十'] => Some(10),
        ['廿'] => Some(20),
        ['卅'] => Some(30),
        [one] => digit(*one),
        ['十', ones] => Some(10 + digit(*ones)?),
        ['廿', ones] => Some(20 + digit(*ones)?),
        [tens, '十'] => Some(10 * digit(*tens)?),
        [tens, '十', ones] => Some(10 * digit(*tens)? + digit(*ones)?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("03-15", Calendar::Solar, "03-15")]
    #[case("1980-3-15", Calendar::Solar, "1980-03-15")]
    #[case("15 Mar", Calendar::Solar, "03-15")]
    #[case("15 Mar 1980", Calendar::Solar, "1980-03-15")]
    #[case("3月15日", Calendar::Solar, "03-15")]
    #[case("1980年3月15日", Calendar::Solar, "1980-03-15")]
    #[case("8-15", Calendar::Lunar, "08-15")]
    #[case("八月十五", Calendar::Lunar, "08-15")]
    #[case("正月初一", Calendar::Lunar, "01-01")]
    #[case("农历腊月廿三", Calendar::Lunar, "12-23")]
    #[case("冬月二十一", Calendar::Lunar, "11-21")]
    #[case("闰六月初十", Calendar::Lunar, "06-10")]
    fn a_day_of_the_year_is_read(#[case] text: &str, #[case] calendar: Calendar, #[case] told: &str) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(YearDay::parse(text, calendar, today).unwrap().to_string(), told);
    }

    #[rstest]
    #[case("13-40", Calendar::Solar)]
    #[case("soon", Calendar::Solar)]
    #[case("15 Mar", Calendar::Lunar)]
    #[case("0-1", Calendar::Lunar)]
    fn what_is_no_day_is_none(#[case] text: &str, #[case] calendar: Calendar) {
        let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
        assert_eq!(YearDay::parse(text, calendar, today), None);
    }
}
