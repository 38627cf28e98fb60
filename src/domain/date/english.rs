//! Dates in English words: `15 dec`, `next fri`, `+2w`, `end of march`.

use chrono::{Datelike, NaiveDate, Weekday};

use super::{Unit, end_of, next_weekday, shift, unit, upcoming, weekday_of_week};

/// A piece of the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token<'a> {
    Number(i64),
    Word(&'a str),
    Sign(i64),
}

/// The day that words, numbers and signs mean.
pub(super) fn parse(folded: &str, today: NaiveDate) -> Option<NaiveDate> {
    use Token::{Number, Sign, Word};
    let tokens = tokens(folded)?;
    match *tokens.as_slice() {
        [Word(word)] => single_word(word, today),
        [Word("this"), Word(day)] => weekday_of_week(weekday(day)?, 0, today),
        [Word("next"), Word(day)] => weekday_of_week(weekday(day)?, 1, today),
        [Word("last"), Word(day)] => weekday_of_week(weekday(day)?, -1, today),
        [Word("on"), Word(day)] => next_weekday(weekday(day)?, today),
        [Word("end"), Word("of"), Word(whole)] => match unit(whole) {
            Some(unit) => end_of(unit, today),
            None => end_of_month(month(whole)?, today),
        },
        [Word("end"), Word("of"), Word(word), Number(year)] => {
            end_of(Unit::Month, day_of(year, month(word)?, 1)?)
        }
        [Sign(sign), Number(count), Word(word)] => shift(today, sign * count, unit(word)?),
        [Word(day), Word("next"), Word("week")] => weekday_of_week(weekday(day)?, 1, today),
        [Word("in"), Number(count), Word(word)] => shift(today, count, unit(word)?),
        [Word("in"), Word(count), Word(word)] => shift(today, number(count)?, unit(word)?),
        [Number(count), Word(word), Word("ago")] => shift(today, -count, unit(word)?),
        [Number(day), Word(word)] | [Word(word), Number(day)] => {
            upcoming(month(word)?, u32::try_from(day).ok()?, today)
        }
        // "15-dec-2026": its dashes are signs before a word and a number.
        [Number(day), Word(word), Number(year)]
        | [Word(word), Number(day), Number(year)]
        | [Number(day), Sign(-1), Word(word), Sign(-1), Number(year)] => day_of(year, month(word)?, day),
        _ => None,
    }
}

fn single_word(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    match word {
        "today" | "now" => Some(today),
        "tomorrow" | "tmr" => shift(today, 1, Unit::Day),
        "yesterday" => shift(today, -1, Unit::Day),
        "eow" => end_of(Unit::Week, today),
        "eom" => end_of(Unit::Month, today),
        "eoq" => end_of(Unit::Quarter, today),
        "eoy" => end_of(Unit::Year, today),
        _ => next_weekday(weekday(word)?, today),
    }
}

/// The last day of the first month of that name that is not over.
fn end_of_month(month: u32, today: NaiveDate) -> Option<NaiveDate> {
    let end_in = |year| end_of(Unit::Month, NaiveDate::from_ymd_opt(year, month, 1)?);
    end_in(today.year()).filter(|end| *end >= today).or_else(|| end_in(today.year() + 1))
}

fn day_of(year: i64, month: u32, day: i64) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, u32::try_from(day).ok()?)
}

/// Words, numbers and signs; commas, points after a month, and endings of ordinals (`15th`) say nothing.
fn tokens(folded: &str) -> Option<Vec<Token<'_>>> {
    let mut tokens = Vec::new();
    let mut rest = folded.trim_start();
    while let Some(first) = rest.chars().next() {
        let end_of = |same: fn(&char) -> bool| rest.find(|c| !same(&c)).unwrap_or(rest.len());
        let length = match first {
            '0'..='9' => end_of(char::is_ascii_digit),
            'a'..='z' => end_of(char::is_ascii_lowercase),
            _ => first.len_utf8(),
        };
        let piece = &rest[..length];
        match first {
            '0'..='9' => tokens.push(Token::Number(piece.parse().ok()?)),
            'a'..='z' => {
                let ordinal = matches!(piece, "st" | "nd" | "rd" | "th");
                if !(ordinal && matches!(tokens.last(), Some(Token::Number(_)))) {
                    tokens.push(Token::Word(piece));
                }
            }
            '+' => tokens.push(Token::Sign(1)),
            '-' | '−' => tokens.push(Token::Sign(-1)),
            ',' => {}
            '.' if matches!(tokens.last(), Some(Token::Word(word)) if month(word).is_some()) => {}
            _ => return None,
        }
        rest = rest[length..].trim_start();
    }
    Some(tokens)
}

/// A month by its name, or three letters of it.
fn month(word: &str) -> Option<u32> {
    let names = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let at = names
        .iter()
        .position(|name| *name == word || &name[..3] == word || (word, *name) == ("sept", "september"));
    u32::try_from(at? + 1).ok()
}

/// A small number in words.
fn number(word: &str) -> Option<i64> {
    let words =
        ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    match word {
        "a" | "an" => Some(1),
        _ => words.iter().position(|known| *known == word).and_then(|at| i64::try_from(at + 1).ok()),
    }
}

fn weekday(word: &str) -> Option<Weekday> {
    match word {
        "mon" | "monday" => Some(Weekday::Mon),
        "tue" | "tues" | "tuesday" => Some(Weekday::Tue),
        "wed" | "wednesday" => Some(Weekday::Wed),
        "thu" | "thur" | "thurs" | "thursday" => Some(Weekday::Thu),
        "fri" | "friday" => Some(Weekday::Fri),
        "sat" | "saturday" => Some(Weekday::Sat),
        "sun" | "sunday" => Some(Weekday::Sun),
        _ => None,
    }
}
