//! Dates as people type them, in English and Chinese.

mod chinese;
mod english;
mod numeric;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::period::Period;
use super::text::fold;

/// The day that a text means on the day `today`; None where it means none, or several (`3/4/2026`).
///
/// - in figures: `2026-12-15`, `20261215`, `15.12.2026`, `12/15/2026` (where only one order is possible)
/// - in words: `15 dec`, `Dec 15, 2026`, `12月15日`, `2026年12月15日`, `明年3月1日`, `下月5号`
/// - a day of the week: `fri` and `周五` are the first after today, `next fri` and `下周五` lie in next
///   week (which starts on Monday), `this fri`, `last fri`, `上周五` likewise
/// - from today: `today`, `tomorrow`, `明天`, `+2w`, `-3d`, `+1m`, `in 3 days`, `in two weeks`, `两周后`, `3天前`
/// - ends: `eow`, `eom`, `eoq`, `eoy`, `end of march`, `月底`, `季末`, `年底`, `12月底` (quarters of the
///   calendar)
///
/// A day without a year is the first one from today on: expected dates look ahead.
pub fn parse(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let folded = fold(text);
    let day = numeric::parse(&folded, today)
        .or_else(|| english::parse(&folded, today))
        .or_else(|| chinese::parse(&folded, today))?;
    (1000..=9999).contains(&day.year()).then_some(day)
}

/// The day that a text means of something that has happened: a day and month without a year are the last
/// such day up to today; all else is as in [`parse`].
pub fn parse_past(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = parse(text, today).filter(|day| *day > today);
    let before = ahead.and_then(|day| day.checked_sub_months(Months::new(12)));
    // It is a day and month where it stays the same seen from other days; `in 2 weeks` does not.
    let is_same = |day: NaiveDate, seen: i64| {
        shift(day, -seen, Unit::Day).and_then(|from| parse(text, from)) == Some(day)
    };
    match before {
        Some(day) if day <= today && is_same(day, 0) && is_same(day, 40) => Some(day),
        _ => parse(text, today),
    }
}

/// A unit in which people count time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// A day.
    Day,
    /// Seven days.
    Week,
    /// A calendar month; the day is the last there is where a month is shorter.
    Month,
    /// Three months.
    Quarter,
    /// Twelve months.
    Year,
}

/// The unit that a folded word means, in either language: `d`, `weeks`, `个月`.
pub fn unit(word: &str) -> Option<Unit> {
    match word {
        "d" | "day" | "days" | "天" | "日" => Some(Unit::Day),
        "w" | "wk" | "week" | "weeks" | "周" | "个星期" | "星期" | "个礼拜" | "礼拜" => {
            Some(Unit::Week)
        }
        "m" | "mo" | "month" | "months" | "个月" | "月" => Some(Unit::Month),
        "q" | "quarter" | "quarters" | "个季度" | "季度" | "季" => Some(Unit::Quarter),
        "y" | "yr" | "year" | "years" | "年" => Some(Unit::Year),
        _ => None,
    }
}

/// The day so many units after another (before it where the count is negative); None beyond the
/// calendar.
pub fn shift(day: NaiveDate, count: i64, unit: Unit) -> Option<NaiveDate> {
    let size = count.unsigned_abs();
    let months = |each: u64| Some(Months::new(u32::try_from(size.checked_mul(each)?).ok()?));
    let days = |each: u64| Some(Days::new(size.checked_mul(each)?));
    let ahead = count >= 0;
    let by_months = |months: Months| {
        if ahead { day.checked_add_months(months) } else { day.checked_sub_months(months) }
    };
    let by_days = |days: Days| if ahead { day.checked_add_days(days) } else { day.checked_sub_days(days) };
    match unit {
        Unit::Day => by_days(days(1)?),
        Unit::Week => by_days(days(7)?),
        Unit::Month => by_months(months(1)?),
        Unit::Quarter => by_months(months(3)?),
        Unit::Year => by_months(months(12)?),
    }
}

/// The first day from today on with this month and day of the month.
fn upcoming(month: u32, day_of_month: u32, today: NaiveDate) -> Option<NaiveDate> {
    // Eight years hold a 29 February, across a century's end too.
    let in_year = |year| NaiveDate::from_ymd_opt(year, month, day_of_month);
    (today.year()..=today.year() + 8).filter_map(in_year).find(|day| *day >= today)
}

/// The first such day of the week after today.
fn next_weekday(weekday: Weekday, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = weekday.days_since(today.weekday());
    shift(today, i64::from(if ahead == 0 { 7 } else { ahead }), Unit::Day)
}

/// The day of the week so many weeks after this one.
fn weekday_of_week(weekday: Weekday, weeks: i64, today: NaiveDate) -> Option<NaiveDate> {
    let monday = shift(today, -i64::from(today.weekday().num_days_from_monday()), Unit::Day)?;
    shift(monday, weeks * 7 + i64::from(weekday.num_days_from_monday()), Unit::Day)
}

/// The last day of the week, month, quarter or year that a day lies in.
fn end_of(unit: Unit, day: NaiveDate) -> Option<NaiveDate> {
    match unit {
        Unit::Day => Some(day),
        Unit::Week => weekday_of_week(Weekday::Sun, 0, day),
        Unit::Month => Some(Period::month_of(day).range(1).1),
        Unit::Quarter => Some(Period::quarter_of(day, 1).range(1).1),
        Unit::Year => Some(Period::year_of(day, 1).range(1).1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    /// A Saturday.
    fn today() -> NaiveDate {
        "2026-11-21".parse().unwrap()
    }

    #[rstest]
    #[case("2026-12-15", "2026-12-15")]
    #[case("2026/1/5", "2026-01-05")]
    #[case("20261215", "2026-12-15")]
    #[case("15.12.2026", "2026-12-15")]
    #[case("15.12.26", "2026-12-15")]
    #[case("1.2.", "2027-02-01")]
    #[case("12/15/2026", "2026-12-15")]
    #[case("15/12/2026", "2026-12-15")]
    #[case("5/5/2026", "2026-05-05")]
    #[case("12/15", "2026-12-15")]
    #[case("15 dec", "2026-12-15")]
    #[case("dec 15", "2026-12-15")]
    #[case("Dec. 15th, 2027", "2027-12-15")]
    #[case("15-Dec-2027", "2027-12-15")]
    #[case("20 nov", "2027-11-20")]
    #[case("21 nov", "2026-11-21")]
    #[case("29 feb", "2028-02-29")]
    #[case("fri", "2026-11-27")]
    #[case("sat", "2026-11-28")]
    #[case("this sat", "2026-11-21")]
    #[case("next fri", "2026-11-27")]
    #[case("next sunday", "2026-11-29")]
    #[case("sunday", "2026-11-22")]
    #[case("last fri", "2026-11-13")]
    #[case("Today", "2026-11-21")]
    #[case("tomorrow", "2026-11-22")]
    #[case("yesterday", "2026-11-20")]
    #[case("+2w", "2026-12-05")]
    #[case("-3d", "2026-11-18")]
    #[case("+1m", "2026-12-21")]
    #[case("+1 q", "2027-02-21")]
    #[case("in 10 days", "2026-12-01")]
    #[case("in two weeks", "2026-12-05")]
    #[case("in a month", "2026-12-21")]
    #[case("fri next week", "2026-11-27")]
    #[case("2 weeks ago", "2026-11-07")]
    #[case("eow", "2026-11-22")]
    #[case("eom", "2026-11-30")]
    #[case("eoq", "2026-12-31")]
    #[case("end of year", "2026-12-31")]
    #[case("end of march", "2027-03-31")]
    #[case("end of nov", "2026-11-30")]
    fn a_date_in_english(#[case] text: &str, #[case] day: &str) {
        assert_eq!(parse(text, today()), day.parse().ok());
    }

    #[rstest]
    #[case("今天", "2026-11-21")]
    #[case("明天", "2026-11-22")]
    #[case("后天", "2026-11-23")]
    #[case("周五", "2026-11-27")]
    #[case("下周五", "2026-11-27")]
    #[case("下周日", "2026-11-29")]
    #[case("下下周一", "2026-11-30")]
    #[case("本周五", "2026-11-20")]
    #[case("上周五", "2026-11-13")]
    #[case("星期天", "2026-11-22")]
    #[case("月底", "2026-11-30")]
    #[case("下个月底", "2026-12-31")]
    #[case("季末", "2026-12-31")]
    #[case("年底", "2026-12-31")]
    #[case("明年底", "2027-12-31")]
    #[case("12月15日", "2026-12-15")]
    #[case("１２月１５号", "2026-12-15")]
    #[case("十二月二十五日", "2026-12-25")]
    #[case("2026年12月15日", "2026-12-15")]
    #[case("明年3月1日", "2027-03-01")]
    #[case("12月底", "2026-12-31")]
    #[case("2月末", "2027-02-28")]
    #[case("2028年2月底", "2028-02-29")]
    #[case("下月5号", "2026-12-05")]
    #[case("20日", "2026-12-20")]
    #[case("两周后", "2026-12-05")]
    #[case("3天前", "2026-11-18")]
    #[case("十个月后", "2027-09-21")]
    fn a_date_in_chinese(#[case] text: &str, #[case] day: &str) {
        assert_eq!(parse(text, today()), day.parse().ok());
    }

    #[test]
    fn a_date_that_could_be_two_days_is_refused() {
        assert_eq!(parse("3/4/2026", today()), None);
        assert_eq!(parse("03-04-2026", today()), None);
        assert_eq!(parse("3/4", today()), None);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        let others = [
            "",
            "soon",
            "2026",
            "2026-13-01",
            "2026-02-30",
            "30.2.2026",
            "31 feb",
            "dec",
            "+2",
            "2w",
            "+9999999999y",
            "-3000y",
            "32号",
            "13月1日",
            "周八",
            "明年",
            "99999999999999999999",
            "2026-12-15x",
            "next week",
        ];
        for text in others {
            assert_eq!(parse(text, today()), None, "{text}");
        }
    }

    #[rstest]
    #[case("12 nov", "2026-11-12")]
    #[case("11月12日", "2026-11-12")]
    #[case("22.11.", "2025-11-22")]
    #[case("12 nov 2027", "2027-11-12")]
    #[case("21 nov", "2026-11-21")]
    #[case("yesterday", "2026-11-20")]
    #[case("tomorrow", "2026-11-22")]
    #[case("fri", "2026-11-27")]
    #[case("in 2 weeks", "2026-12-05")]
    #[case("月底", "2026-11-30")]
    fn a_day_of_what_has_happened_lies_behind(#[case] text: &str, #[case] day: &str) {
        assert_eq!(parse_past(text, today()), day.parse().ok());
    }

    #[test]
    fn a_month_after_the_last_of_january_is_the_last_of_february() {
        assert_eq!(shift("2027-01-31".parse().unwrap(), 1, Unit::Month), "2027-02-28".parse().ok());
    }

    proptest! {
        #[test]
        fn a_day_survives_its_text(days in 600_000..1_000_000) {
            let day = NaiveDate::from_num_days_from_ce_opt(days).unwrap();
            for form in ["%Y-%m-%d", "%Y%m%d", "%-d.%-m.%Y", "%-d %b %Y", "%B %-d, %Y", "%Y年%-m月%-d日"] {
                prop_assert_eq!(parse(&day.format(form).to_string(), today()), Some(day));
            }
        }

        #[test]
        fn any_text_is_read_or_refused(text in any::<String>(), shaped in "[-+下上本]{0,2}[0-9两十]{0,9}[a-z年月周天./-]{0,3}[0-9五]{0,4}[日底后]?") {
            parse(&text, today());
            parse(&shaped, today());
        }
    }
}
