//! The first line: the program, the screens, the book, the day.

use std::cmp::Reverse;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::text;
use crate::tr;
use crate::tui::look::Look;

/// Cells between two things on the line.
const GAP: usize = 2;

/// Draws it: `tabs` are the screens with their numbers, `chosen` the one shown.
pub fn draw(look: &Look, tabs: &[(u8, String)], chosen: usize, book: &str, area: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let inner = inner(area);
    let book = look.measure.cut(book, usize::from(inner.width / 3));
    let (long, short) = (look.long_date(look.today), look.short_date(look.today));
    let signs = signs(look);
    let numbers: Vec<String> = tabs.iter().map(|(number, _)| number.to_string()).collect();
    let (with_program, named) = laid(look, tabs, chosen, &book, inner);

    let mut pieces = if with_program { vec![(PROGRAM, theme.dim)] } else { Vec::new() };
    for (at, (_, word)) in tabs.iter().enumerate() {
        let style = if at == chosen { theme.accent.patch(theme.title) } else { theme.dim };
        if !pieces.is_empty() {
            pieces.push(("  ", theme.dim));
        }
        pieces.push((numbers[at].as_str(), theme.key));
        if named[at] {
            pieces.extend([(" ", theme.dim), (word.as_str(), style)]);
        }
    }
    let used = text::pieces(buf, look.measure, inner, &pieces) + GAP as u16;
    let rest = Rect { x: inner.x + used.min(inner.width), width: inner.width.saturating_sub(used), ..inner };
    if look.is_past {
        draw_past(look, &signs, &book, rest, buf);
        return;
    }
    // Which book it is comes before which day it is.
    let choices = [format!("{book}  {long}"), format!("{book}  {short}"), book.into_owned(), long, short];
    let fits = |words: &&String| look.measure.width(words) <= rest.width.into();
    if let Some(words) = choices.iter().find(fits) {
        text::right(buf, look.measure, rest, words, theme.dim);
    }
}

/// Where the tabs stand.
pub fn places(look: &Look, tabs: &[(u8, String)], chosen: usize, book: &str, area: Rect) -> Vec<Rect> {
    let inner = inner(area);
    let book = look.measure.cut(book, usize::from(inner.width / 3));
    let (with_program, named) = laid(look, tabs, chosen, &book, inner);
    let mut x = inner.x + if with_program { (look.measure.width(PROGRAM) + GAP) as u16 } else { 0 };
    let mut place = |((_, word), is_named): (&(u8, String), &bool)| {
        let width = 1 + if *is_named { 1 + look.measure.width(word) as u16 } else { 0 };
        let place = Rect { x, width, ..inner }.intersection(inner);
        x += width + GAP as u16;
        place
    };
    tabs.iter().zip(&named).map(&mut place).collect()
}

fn inner(area: Rect) -> Rect {
    Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }
}

/// The sign of a past day, in long words and in short ones.
fn signs(look: &Look) -> [String; 2] {
    let days = [look.long_date(look.today), look.short_date(look.today)];
    days.map(|day| format!(" {} ", tr!(look.lang, "past.sign", day = day)))
}

/// Whether there is room for what the program is called, and which tabs have their word.
fn laid(look: &Look, tabs: &[(u8, String)], chosen: usize, book: &str, inner: Rect) -> (bool, Vec<bool>) {
    let signs = signs(look);
    let sign = if look.is_past { GAP + look.measure.width(&signs[1]) } else { 0 };
    let room = usize::from(inner.width).saturating_sub(GAP + look.measure.width(book) + sign);
    let program = GAP + look.measure.width(PROGRAM);
    let all = vec![true; tabs.len()];
    // What the program is called gives way before the day is shortened.
    let day = match look.is_past {
        true => look.measure.width(&signs[0]) - look.measure.width(&signs[1]),
        false => GAP + look.measure.width(&look.long_date(look.today)),
    };
    match program + width(look, tabs, &all) + day <= room {
        true => (true, all),
        false => (false, named(look, tabs, chosen, room)),
    }
}

/// Draws that it is another day than today, in the longest words that fit; the book's name where there is room
/// beside them.
fn draw_past(look: &Look, signs: &[String], book: &str, rest: Rect, buf: &mut Buffer) {
    let width = |words: &str| look.measure.width(words);
    let beside = GAP + width(book);
    let room = usize::from(rest.width);
    let with_book = signs.iter().find(|sign| width(sign) + beside <= room);
    let Some(sign) = with_book.or_else(|| signs.iter().find(|sign| width(sign) <= room)) else { return };
    text::right(buf, look.measure, rest, sign, look.theme.past);
    if with_book.is_some() {
        let left = Rect { width: rest.width.saturating_sub((width(sign) + GAP) as u16), ..rest };
        text::right(buf, look.measure, left, book, look.theme.dim);
    }
}

/// What the program calls itself, where there is room for all.
const PROGRAM: &str = "keybook";

/// Which tabs have their word: where there is no room for all, those furthest from the chosen one stand as
/// their numbers, which are their keys, so that it stays readable which book this is.
fn named(look: &Look, tabs: &[(u8, String)], chosen: usize, room: usize) -> Vec<bool> {
    let mut named = vec![true; tabs.len()];
    let mut others: Vec<usize> = (0..tabs.len()).filter(|at| *at != chosen).collect();
    others.sort_by_key(|at| Reverse((at.abs_diff(chosen), *at)));
    for far in others {
        if width(look, tabs, &named) <= room {
            break;
        }
        named[far] = false;
    }
    named
}

/// Cells that the tabs take, those with their word and those without.
fn width(look: &Look, tabs: &[(u8, String)], named: &[bool]) -> usize {
    let gaps = GAP * tabs.len().saturating_sub(1);
    let words = tabs.iter().zip(named).filter(|(_, named)| **named);
    tabs.len() + gaps + words.map(|((_, word), _)| 1 + look.measure.width(word)).sum::<usize>()
}
