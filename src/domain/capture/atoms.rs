//! A line cut into atoms: words of letters and figures, single Chinese characters, signs. What a grammar
//! compares are runs of atoms, so that Chinese needs no spaces.

use std::ops::Range;

use crate::domain::text::fold;

/// What an atom is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// Letters, figures and the signs within them: `R&D`, `45,000`, `14:30`.
    Word,
    /// One character written without spaces.
    Ideograph,
    /// What stands between quotes.
    Quoted,
    /// A sign that parts others, in its plain form.
    Sign(char),
}

/// A piece of the line that is not cut further.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Atom {
    /// Its bytes in the line.
    pub at: Range<usize>,
    /// What it is.
    pub sort: Sort,
    /// Whether white space stands before it.
    pub is_apart: bool,
}

/// Cuts a part of the line; quotes hold words together where `quotes` says so.
pub(super) fn atoms(text: &str, within: Range<usize>, quotes: bool) -> Vec<Atom> {
    let mut found: Vec<Atom> = Vec::new();
    let mut is_apart = true;
    let mut at = within.start;
    while let Some(first) = text[at..within.end].chars().next() {
        let end = at + first.len_utf8();
        if first.is_whitespace() {
            (at, is_apart) = (end, true);
            continue;
        }
        let atom = match sign(first) {
            Some('"') if quotes => match text[end..within.end].find(is_quote) {
                Some(inner) if inner > 0 => {
                    let after = end + inner;
                    let close = text[after..].chars().next().map_or(0, char::len_utf8);
                    found.push(Atom { at: end..after, sort: Sort::Quoted, is_apart });
                    (at, is_apart) = (after + close, false);
                    continue;
                }
                _ => Atom { at: at..end, sort: Sort::Sign('"'), is_apart },
            },
            Some(sign) => Atom { at: at..end, sort: Sort::Sign(sign), is_apart },
            None if is_ideograph(first) => Atom { at: at..end, sort: Sort::Ideograph, is_apart },
            None => Atom { at: at..word_end(text, at, within.end), sort: Sort::Word, is_apart },
        };
        (at, is_apart) = (atom.at.end, false);
        found.push(atom);
    }
    found
}

/// The longest run from `start` on, of at most `most` atoms, that reads as something; and where it ends.
pub(super) fn longest<T>(
    text: &str,
    atoms: &[Atom],
    start: usize,
    most: usize,
    read: impl Fn(&str) -> Option<T>,
) -> Option<(T, usize)> {
    let last = atoms.len().min(start + most);
    (start + 1..=last).rev().find_map(|end| Some((read(&run(text, &atoms[start..end]))?, end)))
}

/// What a run of atoms says, folded.
pub(super) fn run(text: &str, atoms: &[Atom]) -> String {
    span(atoms).map(|at| fold(&text[at])).unwrap_or_default()
}

/// The bytes of a run of atoms.
pub(super) fn span(atoms: &[Atom]) -> Option<Range<usize>> {
    Some(atoms.first()?.at.start..atoms.last()?.at.end)
}

/// Whether a character is written without spaces around it.
pub(super) fn is_ideograph(c: char) -> bool {
    matches!(c,
        '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3040}'..='\u{30fa}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// The plain form of a sign that parts words; none for all else.
pub(super) fn sign(c: char) -> Option<char> {
    Some(match c {
        ':' | '：' => ':',
        ',' | '，' => ',',
        '、' => '、',
        ';' | '；' => ';',
        '。' | '．' => '.',
        '!' | '！' => '!',
        '?' | '？' => '?',
        '(' | '（' => '(',
        ')' | '）' => ')',
        '→' => '→',
        _ if is_quote(c) => '"',
        _ => return None,
    })
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '“' | '”' | '＂' | '„' | '「' | '」')
}

/// Where a word ends that begins at `start`: at white space, an ideograph, or a sign that is not within it.
fn word_end(text: &str, start: usize, end: usize) -> usize {
    let mut before = '\0';
    let mut rest = text[start..end].char_indices().peekable();
    while let Some((offset, c)) = rest.next() {
        let after = rest.peek().map(|(_, next)| *next);
        let parts_figures = matches!(c, ',' | '，' | ':' | '：')
            && before.is_numeric()
            && after.is_some_and(char::is_numeric);
        let ends_phrase = c == '.' && after.is_none_or(char::is_whitespace) && !before.is_numeric();
        if c.is_whitespace()
            || is_ideograph(c)
            || sign(c).is_some() && !parts_figures
            || ends_phrase && offset > 0
        {
            return start + offset;
        }
        before = c;
    }
    end
}
