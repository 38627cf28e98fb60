//! How lists are written in a field: items with commas between them; people, products, addresses and
//! employers a line each.

use std::ops::Range;

use super::meaning::{Meaning, NoChoice};
use crate::domain::employer::Employer;
use crate::domain::number;
use crate::domain::reach::Way;
use crate::report::reach::label_key;

/// What may stand between the items of a list.
const COMMAS: [char; 5] = [',', ';', '，', '；', '、'];

/// What may stand between a person and their parts.
const COLONS: [char; 2] = [':', '：'];

/// The items of a list.
pub fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split(COMMAS).map(str::trim).filter(|item| !item.is_empty())
}

/// The item of a list in which the cursor stands; the list is a part of the text.
pub fn item_at(text: &str, list: Range<usize>, cursor: usize) -> Range<usize> {
    let cursor = cursor.clamp(list.start, list.end);
    let (before, after) = (&text[list.start..cursor], &text[cursor..list.end]);
    let end_of = |comma: &str| comma.chars().next().map_or(0, char::len_utf8);
    let start = before.rfind(COMMAS).map_or(list.start, |at| list.start + at + end_of(&before[at..]));
    let end = after.find(COMMAS).map_or(list.end, |at| cursor + at);
    trimmed(text, start..end)
}

/// The piece of a line about a person in which the cursor stands, and whether it is the name.
pub fn person_at(text: &str, cursor: usize) -> (Range<usize>, bool) {
    let line = line_at(text, cursor);
    match text[line.clone()].find(COLONS).map(|at| line.start + at) {
        Some(colon) if cursor > colon => {
            let after = colon + text[colon..].chars().next().map_or(0, char::len_utf8);
            (item_at(text, after..line.end, cursor), false)
        }
        Some(colon) => (trimmed(text, line.start..colon), true),
        None => (trimmed(text, line), true),
    }
}

/// A line about a person: the name, and the parts after a colon.
pub fn person(line: &str) -> (&str, &str) {
    let (name, parts) = line.split_once(COLONS).unwrap_or((line, ""));
    (name.trim(), parts.trim())
}

/// What a line about a person means.
pub fn person_meaning(
    who: Result<Meaning, NoChoice>,
    parts: Result<Vec<Meaning>, NoChoice>,
) -> Result<Meaning, NoChoice> {
    let who = match who {
        Err(NoChoice::Unknown(name)) if !name.is_empty() => {
            Meaning::new(&format!("{}{name}", super::meaning::NEW), &name)
        }
        other => other?,
    };
    let parts: Vec<String> = parts?.into_iter().map(|part| part.answer).collect();
    Ok(Meaning { answer: format!("{}\t{}", who.answer, parts.join(" ")), new: who.new })
}

/// The name in a line about a product, if the cursor stands in it.
pub fn product_at(text: &str, cursor: usize) -> Option<Range<usize>> {
    let line = line_at(text, cursor);
    let (name, _, _) = product_pieces(&text[line.clone()]);
    let name = trimmed(text, line.start..line.start + name.len());
    (cursor <= name.end).then_some(name)
}

/// What a line about a product means: `Pump x 3 @ 1200` is the name, how many in thousandths, and the price
/// of one as it is written.
pub fn product(
    line: &str,
    known: impl FnOnce(&str) -> Result<Meaning, NoChoice>,
) -> Result<Meaning, NoChoice> {
    let unreadable = || NoChoice::Unreadable(line.trim().to_owned());
    let (name, quantity, price) = product_pieces(line);
    let quantity = quantity.map_or(Some(1000), number::thousandths).ok_or_else(unreadable)?;
    if name.trim().is_empty() {
        return Err(unreadable());
    }
    let product = known(name.trim())?;
    let answer = format!("{}\t{quantity}\t{}", product.answer, price.unwrap_or_default().trim());
    Ok(Meaning { answer, new: product.new })
}

/// The name with the white space around it, how many, and the price. How many is told by the last `x` that
/// stands alone before a figure.
fn product_pieces(line: &str) -> (&str, Option<&str>, Option<&str>) {
    let (rest, price) = match line.rsplit_once(['@', '＠']) {
        Some((rest, price)) => (rest, Some(price)),
        None => (line, None),
    };
    let signs = rest.char_indices().filter(|(_, c)| matches!(c, 'x' | 'X' | '×' | '*' | '＊'));
    for (at, sign) in signs.collect::<Vec<_>>().into_iter().rev() {
        let (name, after) = (&rest[..at], &rest[at + sign.len_utf8()..]);
        let alone = !sign.is_ascii_alphabetic() || name.is_empty() || name.ends_with(' ');
        let figures = after.trim();
        if alone
            && figures.starts_with(|c: char| c.is_ascii_digit())
            && !figures.contains(char::is_alphabetic)
        {
            return (name, Some(figures), price);
        }
    }
    (rest, None, price)
}

/// Where the label is of the address or number in which the cursor stands, if the cursor is past that.
pub fn label_at(way: Way, text: &str, cursor: usize) -> Option<Range<usize>> {
    let piece = way.pieces(text).into_iter().find(|piece| (piece.start..=piece.end).contains(&cursor))?;
    let (value, label) = way.parts(&text[piece.clone()])?;
    let shifted = |range: Range<usize>| piece.start + range.start..piece.start + range.end;
    let (value, label) = (shifted(value), shifted(label));
    match label.is_empty() {
        true => (cursor > value.end).then_some(cursor..cursor),
        false => (label.start..=label.end).contains(&cursor).then_some(label),
    }
}

/// What addresses or numbers mean: a line for each, its label before it; `known` tells a label's key.
pub fn reaches(way: Way, text: &str, known: impl Fn(&str) -> String) -> Result<Meaning, NoChoice> {
    let pieces = way.pieces(text).into_iter().map(|piece| text[piece].trim());
    let mut all = Vec::new();
    for piece in pieces.filter(|piece| !piece.is_empty()) {
        let (label, value) = way.read(piece).ok_or_else(|| NoChoice::NoReach(way, piece.to_owned()))?;
        let label = label.map(|label| label_key(&known(&label))).unwrap_or_default();
        all.push(Meaning::known(&format!("{label}\t{value}")));
    }
    Ok(Meaning::lines(all))
}

/// What lines about former employers mean: the house, the position, the day until which.
pub fn employers(text: &str) -> Result<Meaning, NoChoice> {
    let mut all = Vec::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let told = Employer::read(line).ok_or_else(|| NoChoice::Unreadable(line.trim().to_owned()))?;
        let until = told.until.map(|day| day.to_string()).unwrap_or_default();
        all.push(Meaning::known(&format!("{}\t{}\t{until}", told.name, told.title.unwrap_or_default())));
    }
    Ok(Meaning::lines(all))
}

fn line_at(text: &str, cursor: usize) -> Range<usize> {
    let start = text[..cursor].rfind('\n').map_or(0, |at| at + 1);
    let end = text[cursor..].find('\n').map_or(text.len(), |at| cursor + at);
    start..end
}

/// A part of a text without the white space around it.
fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start().len());
    start..(start + piece.trim().len())
}
