//! Dates in Chinese words: `下周五`, `12月15日`, `月底`, `两周后`.

use chrono::{Datelike, Months, NaiveDate, Weekday};

use super::{Unit, end_of, next_weekday, shift, unit, upcoming, weekday_of_week};

/// The day that a Chinese expression means.
pub(super) fn parse(folded: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text: String = folded.split_whitespace().collect();
    named(&text, today)
        .or_else(|| counted(&text, today))
        .or_else(|| day_of_week(&text, today))
        .or_else(|| end(&text, today))
        .or_else(|| in_month(&text, today))
}

fn named(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let ahead = match text {
        "今天" | "今日" => 0,
        "明天" | "明日" => 1,
        "后天" => 2,
        "大后天" => 3,
        "昨天" | "昨日" => -1,
        "前天" => -2,
        _ => return None,
    };
    shift(today, ahead, Unit::Day)
}

/// `3天后`, `两周后`, `1个月前`
fn counted(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (rest, sign) = match text.strip_suffix('后') {
        Some(rest) => (rest, 1),
        None => (text.strip_suffix('前')?, -1),
    };
    let rest = rest.strip_suffix(['之', '以']).unwrap_or(rest);
    let (count, word) = number(rest)?;
    shift(today, sign * count, unit(word)?)
}

/// `周五`, `下周五`, `下下周一`, `上星期三`
fn day_of_week(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (weeks, rest) = match relative(text) {
        Some((weeks, rest)) => (Some(weeks), rest.strip_prefix('个').unwrap_or(rest)),
        None => (None, text),
    };
    let day = ["周", "星期", "礼拜"].iter().find_map(|word| rest.strip_prefix(word))?;
    let weekday = match day {
        "一" => Weekday::Mon,
        "二" => Weekday::Tue,
        "三" => Weekday::Wed,
        "四" => Weekday::Thu,
        "五" => Weekday::Fri,
        "六" => Weekday::Sat,
        "日" | "天" => Weekday::Sun,
        _ => return None,
    };
    match weeks {
        Some(weeks) => weekday_of_week(weekday, weeks, today),
        None => next_weekday(weekday, today),
    }
}

/// `月底`, `下个月底`, `季末`, `年底`, `明年底`
fn end(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let rest = text.strip_suffix(['底', '末'])?;
    if let Some((year, "")) = year(rest, today) {
        return end_of(Unit::Year, NaiveDate::from_ymd_opt(year, 1, 1)?);
    }
    let (count, rest) = relative(rest).unwrap_or((0, rest));
    let unit = match rest.strip_prefix('个').unwrap_or(rest) {
        "周" => Unit::Week,
        "月" => Unit::Month,
        "季" | "季度" => Unit::Quarter,
        "年" => Unit::Year,
        _ => return None,
    };
    end_of(unit, shift(today, count, unit)?)
}

/// `12月15日`, `2026年12月底`, `下月5号`, `20日`
fn in_month(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let (year, rest) = year(text, today).map_or((None, text), |(year, rest)| (Some(year), rest));
    if let Some((months, rest)) = relative(rest) {
        let rest = rest.strip_prefix('个').unwrap_or(rest).strip_prefix('月')?;
        let month = shift(today, months, Unit::Month)?;
        return year.is_none().then(|| month.with_day(day_of_month(rest)?)).flatten();
    }
    if year.is_none()
        && let Some(day) = day_of_month(rest)
    {
        return (0..12)
            .filter_map(|months| {
                let first = today.with_day(1)?.checked_add_months(Months::new(months))?;
                first.with_day(day)
            })
            .find(|found| *found >= today);
    }
    let (month, rest) = number(rest)?;
    let month = u32::try_from(month).ok()?;
    let rest = rest.strip_prefix("月份").or_else(|| rest.strip_prefix('月'))?;
    if matches!(rest, "底" | "末") {
        let end_in = |year| end_of(Unit::Month, NaiveDate::from_ymd_opt(year, month, 1)?);
        return match year {
            Some(year) => end_in(year),
            None => end_in(today.year()).filter(|end| *end >= today).or_else(|| end_in(today.year() + 1)),
        };
    }
    let day = day_of_month(rest)?;
    match year {
        Some(year) => NaiveDate::from_ymd_opt(year, month, day),
        None => upcoming(month, day, today),
    }
}

/// `15日` or `15号`
fn day_of_month(text: &str) -> Option<u32> {
    let (day, rest) = number(text)?;
    matches!(rest, "日" | "号").then(|| u32::try_from(day).ok()).flatten()
}

/// A year at the start, and what follows: `2026年`, `明年`.
fn year(text: &str, today: NaiveDate) -> Option<(i32, &str)> {
    let words = [("今年", 0), ("明年", 1), ("后年", 2), ("去年", -1)];
    if let Some((rest, ahead)) =
        words.iter().find_map(|(word, ahead)| Some((text.strip_prefix(word)?, ahead)))
    {
        return Some((today.year() + ahead, rest));
    }
    let (year, rest) = text.split_once('年')?;
    let plain = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| year.parse().ok()).flatten().map(|year| (year, rest))
}

/// How many units ahead a word at the start means, and what follows: `下` 1, `下下` 2, `上` -1, `本` 0.
fn relative(text: &str) -> Option<(i64, &str)> {
    let words = [("下下", 2), ("下", 1), ("上上", -2), ("上", -1), ("本", 0), ("这", 0)];
    words.iter().find_map(|(word, ahead)| Some((*ahead, text.strip_prefix(word)?)))
}

/// A number at the start, in figures or in words up to ninety-nine, and what follows.
fn number(text: &str) -> Option<(i64, &str)> {
    let figures = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    if figures > 0 {
        return Some((text[..figures].parse().ok()?, &text[figures..]));
    }
    let (tens, rest) = digit(text).map_or((None, text), |(digit, rest)| (Some(digit), rest));
    match (tens, rest.strip_prefix('十')) {
        (tens, Some(rest)) => {
            let (ones, rest) = digit(rest).unwrap_or((0, rest));
            Some((tens.unwrap_or(1) * 10 + ones, rest))
        }
        (Some(ones), None) => Some((ones, rest)),
        (None, None) => None,
    }
}

fn digit(text: &str) -> Option<(i64, &str)> {
    let first = text.chars().next()?;
    let value = match first {
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    };
    Some((value, &text[first.len_utf8()..]))
}
