//! Figures before the colon that can be nothing else: how long, and at what time.

use chrono::NaiveTime;

use super::atoms::sign;
use crate::domain::number;
use crate::domain::word::ActivityKind;
use crate::domain::zone::parse_time;

/// `30min`, `30 min`, `1h`, `1.5 hours`, `30分钟`, `半小时`, `1个半小时`; nothing takes longer than a day.
pub(super) fn minutes(words: &str) -> Option<i64> {
    match words {
        "半小时" | "半个小时" | "half an hour" => return Some(30),
        "一小时" | "一个小时" | "an hour" => return Some(60),
        "一个半小时" | "1个半小时" => return Some(90),
        _ => {}
    }
    let digits = words.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = words.split_at(digits);
    let each = match unit.trim() {
        "min" | "mins" | "minutes" | "minute" | "分钟" => 1,
        "h" | "hr" | "hrs" | "hour" | "hours" | "小时" | "个小时" => 60,
        _ => return None,
    };
    let thousandths = number::thousandths(number)?;
    let minutes = thousandths.checked_mul(each)?;
    (minutes % 1000 == 0).then_some(minutes / 1000).filter(|minutes| *minutes <= ActivityKind::LONGEST)
}

/// A time of day that can be nothing else: `14:30`, `2pm`, `14点30`, `at 9:00`.
pub(super) fn time(words: &str) -> Option<NaiveTime> {
    let bare = words.strip_prefix("at ").unwrap_or(words);
    let is_marked = bare.chars().any(|c| sign(c) == Some(':') || matches!(c, '点' | '时'))
        || bare.ends_with("am")
        || bare.ends_with("pm");
    if is_marked { parse_time(bare) } else { None }
}
