//! Times of day beside a date: `13:45`, `1:45 PM`, `下午3:20`, `13:45:10.000 +0800`.

use chrono::NaiveTime;

/// The time of day that a folded text is, whatever zone follows it; None where it is none.
pub fn is_time(text: &str) -> Option<NaiveTime> {
    let (half, text) = half_before(text.trim_start());
    let (hour, rest) = number(text, 2)?;
    let (minute, rest) = number(rest.strip_prefix(':')?, 2)?;
    let (second, rest) = match rest.strip_prefix(':') {
        Some(rest) => number(rest, 2)?,
        None => (0, rest),
    };
    let rest = match rest.strip_prefix(['.', ',']) {
        Some(rest) => rest.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let (after, rest) = half_after(rest.trim_start());
    let hour = match (half.or(after), hour) {
        (None, hour) => hour,
        (Some(_), 13..) => hour,
        (Some(Half::Morning), hour) => hour % 12,
        (Some(Half::Afternoon), hour) => hour % 12 + 12,
    };
    is_zone(rest).then(|| NaiveTime::from_hms_opt(hour, minute, second)).flatten()
}

#[derive(Clone, Copy)]
enum Half {
    Morning,
    Afternoon,
}

fn half_before(text: &str) -> (Option<Half>, &str) {
    let words = [
        ("上午", Half::Morning),
        ("早上", Half::Morning),
        ("下午", Half::Afternoon),
        ("晚上", Half::Afternoon),
    ];
    for (word, half) in words {
        if let Some(rest) = text.strip_prefix(word) {
            return (Some(half), rest.trim_start());
        }
    }
    (None, text)
}

fn half_after(text: &str) -> (Option<Half>, &str) {
    let words =
        [("am", Half::Morning), ("a.m.", Half::Morning), ("pm", Half::Afternoon), ("p.m.", Half::Afternoon)];
    for (word, half) in words {
        if let Some(rest) = text.strip_prefix(word) {
            return (Some(half), rest);
        }
    }
    (None, text)
}

fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let length = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at(length);
    let value = digits.parse().ok().filter(|_| (1..=most).contains(&length))?;
    Some((value, rest))
}

/// A zone's name or offset, or nothing: `z`, `utc`, `+0800`, `gmt+8 (china standard time)`.
fn is_zone(text: &str) -> bool {
    let text = text.trim();
    let bare =
        |c: char| c.is_alphanumeric() || matches!(c, '+' | '-' | '−' | ':' | '(' | ')' | '/' | '_' | ' ');
    text.len() <= 48 && text.chars().all(bare)
}
