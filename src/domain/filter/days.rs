//! Stretches of days as people type them in a filter: a day, a period, a duration.

use chrono::NaiveDate;

use super::Span;
use super::fields::Toward;
use crate::domain::date::{self, Unit, shift, unit};
use crate::domain::period::Period;
use crate::domain::text::fold;

/// What a text means on a date field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Days {
    /// A day or a period.
    Span(Span<NaiveDate>),
    /// So far from today, as the field looks: a duration ago, or a duration ahead.
    Away(NaiveDate),
}

/// A day, a period or a duration; None where it is none of them.
pub(super) fn read(text: &str, toward: Toward, today: NaiveDate, first_month: u8) -> Option<Days> {
    let folded = fold(text);
    if let Some((from, to)) = period(&folded, today, first_month) {
        return Some(Days::Span(Span { from: Some(from), to: Some(to) }));
    }
    if let Some((count, unit)) = duration(&folded) {
        let count = if toward == Toward::Past { -count } else { count };
        return shift(today, count, unit).map(Days::Away);
    }
    date::parse(&folded, today).map(|day| Days::Span(Span::one(day)))
}

/// `14d`, `2w`, `3个月`: a count and a unit without a sign.
fn duration(folded: &str) -> Option<(i64, Unit)> {
    let end = folded.find(|c: char| !c.is_ascii_digit())?;
    let count = folded[..end].parse().ok()?;
    let word = folded[end..].trim();
    // "12月" and "15日" are dates, "2026年" is a year, "2年" are two.
    let is_date = matches!(word, "月" | "日") || word == "年" && end == 4;
    let unit = (!is_date).then(|| unit(word)).flatten()?;
    Some((count, unit))
}

/// The first and last day of `2026Q4`, `2026年第四季度`, `2026年12月`, `12月` (the first from this month on), `this month`,
/// `下季度`. Quarters and years are fiscal, as in every figure.
fn period(folded: &str, today: NaiveDate, first_month: u8) -> Option<(NaiveDate, NaiveDate)> {
    let named = folded
        .parse()
        .ok()
        .or_else(|| chinese(folded, today))
        .or_else(|| relative(folded, today, first_month));
    if let Some(period) = named {
        return Some(period.range(first_month));
    }
    let weeks = match folded {
        "this week" | "本周" | "这周" => 0,
        "next week" | "下周" => 1,
        "last week" | "上周" => -1,
        _ => return None,
    };
    let sunday = shift(date::parse("eow", today)?, weeks, Unit::Week)?;
    Some((shift(sunday, -6, Unit::Day)?, sunday))
}

/// `2026年`, `2026年第四季度`, `2026年12月`, `12月`
fn chinese(folded: &str, today: NaiveDate) -> Option<Period> {
    let (year, rest) = folded.split_once('年').map_or((None, folded), |(year, rest)| (Some(year), rest));
    let year = match year {
        Some(year) if year.len() == 4 => Some(year.parse::<u16>().ok()?),
        Some(_) => return None,
        None => None,
    };
    if let (Some(year), "") = (year, rest) {
        return Some(Period::Year(i32::from(year)));
    }
    if let (Some(year), Some(quarter)) = (year, rest.strip_suffix("季度")) {
        let quarter = quarter.strip_prefix('第').unwrap_or(quarter);
        let number = match quarter {
            "一" | "1" => 1,
            "二" | "2" => 2,
            "三" | "3" => 3,
            "四" | "4" => 4,
            _ => return None,
        };
        return Some(Period::Quarter(i32::from(year), number));
    }
    let month: u8 = rest.strip_suffix('月')?.parse().ok().filter(|month| (1..=12).contains(month))?;
    if let Some(year) = year {
        return Some(Period::Month(i32::from(year), month));
    }
    std::iter::successors(Some(Period::month_of(today)), |period| Some(period.next()))
        .take(12)
        .find(|period| matches!(period, Period::Month(_, number) if *number == month))
}

fn relative(folded: &str, today: NaiveDate, first_month: u8) -> Option<Period> {
    let quarter = Period::quarter_of(today, first_month);
    let year = Period::year_of(today, first_month);
    let month = Period::month_of(today);
    Some(match folded {
        "this month" | "本月" | "这个月" => month,
        "next month" | "下月" | "下个月" => month.next(),
        "last month" | "上月" | "上个月" => month.previous(),
        "this quarter" | "本季" | "本季度" => quarter,
        "next quarter" | "下季" | "下季度" => quarter.next(),
        "last quarter" | "上季" | "上季度" => quarter.previous(),
        "this year" | "今年" | "本年" => year,
        "next year" | "明年" => year.next(),
        "last year" | "去年" => year.previous(),
        _ => return None,
    })
}
