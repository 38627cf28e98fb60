//! What was said: the clauses behind the colon. Each is what comes next, a change of the deal, or words of the
//! note; a clause that is not clearly something else is words of the note.

mod change;

use std::ops::Range;

use chrono::NaiveDate;

use super::atoms::{Atom, Sort as AtomSort, atoms, is_ideograph, longest, run, sign, span};
use super::words;
use super::{Mark, Sort};
use crate::domain::amount;
use crate::domain::date;
use crate::domain::money::{Currency, Money};
use crate::domain::stage::Stage;
use crate::domain::text::clean_line;

/// Atoms of the longest day: `2026年十二月二十五日`.
const DAY: usize = 10;
/// Atoms of the longest amount, and of the longest word of the grammar.
const AMOUNT: usize = 5;

/// What the clauses say.
#[derive(Debug, Clone, Default)]
pub(super) struct Said {
    pub note: String,
    /// What comes next.
    pub step: Option<String>,
    pub day: Option<NaiveDate>,
    pub amount: Option<Money>,
    pub stage: Option<Stage>,
    pub no_stage: Option<(Range<usize>, String)>,
    pub close_on: Option<NaiveDate>,
    pub marks: Vec<Mark>,
}

/// What clauses are read against.
pub(super) struct Reading<'a> {
    pub text: &'a str,
    pub today: NaiveDate,
    pub stages: &'a [Stage],
    /// The currency of amounts that name none.
    pub currency: Currency,
    /// Whether there is a deal that may change; where there is none its amount and stage are words.
    pub has_deal: bool,
    /// Whether a day alone is when all that is said is due.
    pub is_task: bool,
}

/// Reads all from `start` on.
pub(super) fn read(reading: &Reading<'_>, start: usize) -> Said {
    let mut said = Said::default();
    let mut words: Vec<Range<usize>> = Vec::new();
    for clause in clauses(reading.text, start) {
        let pieces = atoms(reading.text, clause.clone(), false);
        let is_taken =
            reading.has_deal && reading.change(&pieces, &mut said) || reading.step(&pieces, &mut said);
        if !is_taken {
            words.push(clause);
        }
    }
    said.note = note(reading.text, &words);
    said.marks.extend(words.into_iter().map(|at| Mark { at, sort: Sort::Note }));
    said
}

/// The clauses from `start` on, without the signs and the white space between them.
fn clauses(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = start;
    let mut before = '\0';
    let mut rest = text[start..].char_indices().peekable();
    while let Some((offset, c)) = rest.next() {
        let after = rest.peek().map(|(_, next)| *next);
        let within_figures = before.is_numeric() && after.is_some_and(char::is_numeric);
        let parts = match sign(c) {
            Some(',') => !within_figures,
            Some(';' | '.' | '!' | '?') => true,
            _ => c == '\n' || c == '.' && after.is_none_or(char::is_whitespace) && !before.is_numeric(),
        };
        if parts {
            // A question keeps its mark.
            let asks = matches!(sign(c), Some('!' | '?'));
            found.push(from..start + offset + if asks { c.len_utf8() } else { 0 });
            from = start + offset + c.len_utf8();
        }
        before = c;
    }
    found.push(from..text.len());
    found.into_iter().filter_map(|clause| trimmed(text, clause)).collect()
}

fn trimmed(text: &str, at: Range<usize>) -> Option<Range<usize>> {
    let piece = &text[at.clone()];
    let start = at.start + piece.len() - piece.trim_start().len();
    let end = start + piece.trim().len();
    piece.contains(|c: char| c.is_alphanumeric()).then_some(start..end)
}

/// The clauses of the note as one text: as it was written where they stand side by side.
fn note(text: &str, clauses: &[Range<usize>]) -> String {
    let mut note = String::new();
    let mut end = None;
    for clause in clauses {
        let between = end.map(|end: usize| &text[end..clause.start]);
        match between {
            Some(signs) if !signs.contains(|c: char| c.is_alphanumeric()) => note.push_str(signs),
            Some(_) if text.contains(is_ideograph) => note.push('，'),
            Some(_) => note.push_str(", "),
            None => {}
        }
        note.push_str(&text[clause.clone()]);
        end = Some(clause.end);
    }
    clean_line(&note)
}

impl Reading<'_> {
    /// Takes a clause that says what comes next: one with its day in front, or that says so.
    fn step(&self, pieces: &[Atom], said: &mut Said) -> bool {
        let lead = self.past(pieces, 0, words::is_before_day);
        let marked = self.marker(pieces).filter(|_| self.day(pieces, lead).is_none());
        let start = marked.unwrap_or_default();
        let lead = self.past(pieces, start, words::is_before_day);
        let (day, kept) = match (self.day(pieces, lead), self.day_at_end(pieces, start)) {
            (Some((day, end)), _) => {
                let rest = self.past(pieces, end, words::is_behind_day);
                (Some((day, start..rest)), pieces[rest..].to_vec())
            }
            (None, Some((day, at))) if marked.is_some() || self.is_to_do(pieces) => {
                (Some((day, at.clone())), [&pieces[start..at.start], &pieces[at.end..]].concat())
            }
            _ if marked.is_some() => (None, pieces[start..].to_vec()),
            _ => return false,
        };
        let is_fact = marked.is_none()
            && longest(self.text, &kept, 0, 2, |word| words::tells_a_fact(word).then_some(())).is_some();
        let is_past = day.as_ref().is_some_and(|(day, _)| *day < self.today);
        let fits = match (kept.is_empty(), &said.step) {
            (false, None) => true,
            // A day alone belongs to what was said before to come next; of a task it is when it is due.
            (true, Some(_)) => day.is_some() && said.day.is_none(),
            (true, None) => day.is_some() && self.is_task && said.day.is_none(),
            (false, Some(_)) => false,
        };
        fits && !is_fact && !is_past && self.put_step(kept, day.map(|(day, at)| (day, &pieces[at])), said)
    }

    /// Past the words that say that something comes next; `next week` says when.
    fn marker(&self, pieces: &[Atom]) -> Option<usize> {
        let (bare, end) = longest(self.text, pieces, 0, AMOUNT, |word| {
            words::is_step_marker(word).then(|| word == "next")
        })?;
        let after = run(self.text, &pieces[end..pieces.len().min(end + 1)]);
        let is_time = bare && (date::unit(&after).is_some() || after == "time");
        (!is_time).then(|| self.past_joins(pieces, end))
    }

    /// Keeps a step, and the amount that it says the deal is worth.
    fn put_step(&self, mut kept: Vec<Atom>, day: Option<(NaiveDate, &[Atom])>, said: &mut Said) -> bool {
        if self.has_deal
            && said.amount.is_none()
            && let Some((money, at)) = self.amount_of_deal(&kept)
        {
            said.amount = Some(money);
            let pieces: Vec<Atom> = kept.drain(at.clone()).collect();
            said.mark(&pieces, Sort::Amount);
            // What joined it to its word goes with it.
            if at.start == kept.len() {
                while kept
                    .last()
                    .is_some_and(|atom| words::joins_amount(&run(self.text, std::slice::from_ref(atom))))
                {
                    kept.pop();
                }
            }
        }
        if let Some((day, pieces)) = day {
            said.day = Some(day);
            said.mark(pieces, Sort::StepDay);
        }
        if !kept.is_empty() {
            said.step = Some(joined(self.text, &kept));
        }
        for piece in stretches(self.text, &kept) {
            said.mark(piece, Sort::Step);
        }
        true
    }

    /// An amount beside a word that says that it is the deal's: `proposal 45k`, `45万方案`.
    fn amount_of_deal(&self, pieces: &[Atom]) -> Option<(Money, Range<usize>)> {
        (0..pieces.len()).find_map(|start| {
            let (money, end) = self.amount(pieces, start)?;
            let mut front = start;
            while front > 0 && words::joins_amount(&run(self.text, &pieces[front - 1..front])) {
                front -= 1;
            }
            let is_word = |at: Range<usize>| words::is_deal_word(&run(self.text, &pieces[at]));
            let is_behind = (front.saturating_sub(AMOUNT)..front).any(|from| is_word(from..front));
            let is_before = (end + 1..=pieces.len().min(end + AMOUNT)).any(|to| is_word(end..to));
            (is_behind || is_before).then_some((money, start..end))
        })
    }

    /// The longest amount that begins at an atom; only what cannot be another number.
    fn amount(&self, pieces: &[Atom], start: usize) -> Option<(Money, usize)> {
        let last = pieces.len().min(start + AMOUNT);
        (start + 1..=last).rev().find_map(|end| {
            let at = span(&pieces[start..end]).filter(|_| is_unbroken(self.text, &pieces[start..end]))?;
            let text = &self.text[at];
            let money = amount::is_money(text).then(|| amount::parse(text, self.currency).ok())??;
            Some((money, end))
        })
    }

    /// The longest day that begins at an atom.
    fn day(&self, pieces: &[Atom], start: usize) -> Option<(NaiveDate, usize)> {
        longest(self.text, pieces, start.min(pieces.len()), DAY, |words| day(words, self.today))
    }

    /// The day at the end of a clause, or before an amount at its end; with what leads up to it.
    fn day_at_end(&self, pieces: &[Atom], start: usize) -> Option<(NaiveDate, Range<usize>)> {
        (start + 1..pieces.len()).find_map(|from| {
            let (day, end) = self.day(pieces, from)?;
            let past = self.past(pieces, end, words::is_behind_day);
            let is_end = past == pieces.len()
                || self.amount(pieces, past).is_some_and(|(_, amount_end)| amount_end == pieces.len());
            let leads = |at: usize| words::is_before_day(&run(self.text, &pieces[at..=at]));
            let from = if from > start + 1 && leads(from - 1) { from - 1 } else { from };
            is_end.then_some((day, from..past))
        })
    }

    fn is_to_do(&self, pieces: &[Atom]) -> bool {
        longest(self.text, pieces, 0, AMOUNT, |word| words::is_to_do(word).then_some(())).is_some()
    }

    /// The place past one such word.
    fn past(&self, pieces: &[Atom], start: usize, is_word: fn(&str) -> bool) -> usize {
        let word = longest(self.text, pieces, start.min(pieces.len()), 2, |word| is_word(word).then_some(()));
        word.map_or(start, |((), end)| end)
    }

    /// The place past all words and signs that join something to its word.
    fn past_joins(&self, pieces: &[Atom], mut start: usize) -> usize {
        while pieces
            .get(start)
            .is_some_and(|piece| words::joins_amount(&run(self.text, std::slice::from_ref(piece))))
        {
            start += 1;
        }
        start
    }
}

impl Said {
    /// Says what a clause, or a part of it, was taken for.
    fn mark(&mut self, pieces: &[Atom], sort: Sort) -> bool {
        self.marks.extend(span(pieces).map(|at| Mark { at, sort }));
        true
    }
}

/// The day that words of a line mean: what could as well be a number or nothing is none.
pub(super) fn day(words: &str, today: NaiveDate) -> Option<NaiveDate> {
    let is_figures = words.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '/'));
    let marks = words.matches(['.', '/']).count();
    let is_number = is_figures && marks == 1 && (words.contains('.') || words == "24/7");
    match words {
        "now" => None,
        _ if is_number => None,
        _ => date::parse(words, today),
    }
}

/// Whether only white space stands between the atoms.
fn is_unbroken(text: &str, pieces: &[Atom]) -> bool {
    pieces.windows(2).all(|pair| text[pair[0].at.end..pair[1].at.start].trim().is_empty())
        && pieces.iter().all(|piece| !matches!(piece.sort, AtomSort::Sign(_)))
}

/// What is left of a clause, as it was written.
fn joined(text: &str, pieces: &[Atom]) -> String {
    let mut words = String::new();
    for piece in stretches(text, pieces) {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(span(piece).map_or("", |at| &text[at]));
    }
    clean_line(
        words.trim_matches(|c: char| sign(c).is_some_and(|sign| sign != '"' && sign != '?' && sign != '!')),
    )
}

/// The atoms in stretches that stand side by side in the line.
fn stretches<'a>(text: &'a str, pieces: &'a [Atom]) -> impl Iterator<Item = &'a [Atom]> {
    pieces.chunk_by(|one, next| text[one.at.end..next.at.start].trim().is_empty())
}
