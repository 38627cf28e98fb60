//! What stands before the colon: what happened, when, and with whom.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::atoms::{Atom, Sort as AtomSort, atoms, longest, run, span};
use super::figures::{minutes, time};
use super::meant::{Mention, is_worth_asking, rank};
use super::said::day;
use super::{Ground, Mark, Names, Sort, kinds, words};
use crate::domain::date;
use crate::domain::word::{ActivityKind, Direction, RecordKind};

/// Words of the longest name that is looked for.
const NAME: usize = 5;
/// Characters of the longest Chinese name that is looked for where no space ends it.
const CHARACTERS: usize = 16;
/// Atoms of the longest word of the grammar, and of the longest day.
const WORD: usize = 6;
const DAY: usize = 10;

/// What was read before the colon.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub kind: Option<ActivityKind>,
    pub direction: Option<Direction>,
    /// Whether the word for it says that it has happened.
    pub is_past: bool,
    /// The words of its day.
    pub day: Option<String>,
    pub at: Option<NaiveTime>,
    pub minutes: Option<i64>,
    /// Whether the line says that no deal is meant.
    pub no_deal: bool,
    pub mentions: Vec<Mention>,
    pub marks: Vec<Mark>,
}

/// Where names end, and where what was said begins: at the first colon; without one, at the first comma, full stop
/// or dash; in a line with none of them, nothing is said.
pub(super) fn end(text: &str) -> (usize, usize) {
    let pieces = atoms(text, 0..text.len(), true);
    let sign_at = |wanted: char| pieces.iter().position(|piece| piece.sort == AtomSort::Sign(wanted));
    let pause = (0..pieces.len()).find(|at| is_pause(text, &pieces, *at));
    let is_address = |at: usize| text[pieces[at].at.end..].starts_with("//");
    // "call jane, next: proposal": this colon belongs to a clause.
    let of_clause = |at: usize| {
        let from = (0..at).rev().find(|one| matches!(pieces[*one].sort, AtomSort::Sign(',' | ';')));
        from.is_some_and(|from| {
            let words = run(text, &pieces[from + 1..at]);
            words::is_step_marker(&words)
                || words::is_amount_word(&words)
                || words::is_stage_word(&words).is_some()
        })
    };
    let colon = sign_at(':').filter(|at| !is_address(*at) && !of_clause(*at));
    match colon.or(pause) {
        Some(at) => (pieces[at].at.start, pieces[at].at.end),
        None => (text.len(), text.len()),
    }
}

/// Whether a sign parts what was said from the names, where no colon does.
fn is_pause(text: &str, pieces: &[Atom], at: usize) -> bool {
    let piece = &pieces[at];
    let words = &text[piece.at.clone()];
    let is_dash = words.chars().all(|c| matches!(c, '-' | '–' | '—')) && (piece.is_apart || words.len() > 1);
    // The point of Mr. and Inc. ends no sentence.
    let ends_sentence = || at > 0 && !words::is_shortened(&run(text, &pieces[at - 1..at]));
    match piece.sort {
        AtomSort::Sign(sign) => matches!(sign, ',' | ';' | '.' | '!' | '?'),
        AtomSort::Word => is_dash || words == "." && ends_sentence(),
        _ => false,
    }
}

/// Reads all before `end`.
///
/// # Errors
/// As the look-up of names.
pub(super) fn read<N: Names>(
    text: &str,
    end: usize,
    ground: &Ground<'_>,
    names: &N,
) -> Result<Head, N::Error> {
    let pieces = atoms(text, 0..end, true);
    let mut reader = Reader { text, pieces: &pieces, ground, names, head: Head::default() };
    let mut at = 0;
    while at < pieces.len() {
        at = reader.next(at)?;
    }
    Ok(reader.head)
}

impl Head {
    /// Whether it has happened, by its kind or by the word for it.
    pub fn is_behind(&self) -> bool {
        self.is_past || self.kind.is_some_and(|kind| !kind.may_be_planned())
    }

    /// The day that the line tells of it.
    pub fn on(&self, today: NaiveDate) -> Option<NaiveDate> {
        let read = if self.is_behind() || self.kind.is_none() { date::parse_past } else { date::parse };
        self.day.as_deref().and_then(|words| read(words, today))
    }
}

struct Reader<'a, N> {
    text: &'a str,
    pieces: &'a [Atom],
    ground: &'a Ground<'a>,
    names: &'a N,
    head: Head,
}

impl<N: Names> Reader<'_, N> {
    /// Reads what begins at an atom; gives where it ends.
    fn next(&mut self, at: usize) -> Result<usize, N::Error> {
        match self.pieces[at].sort {
            AtomSort::Quoted => {
                self.mention(at..at + 1)?;
                return Ok(at + 1);
            }
            AtomSort::Sign(_) => return Ok(at + 1),
            AtomSort::Word | AtomSort::Ideograph => {}
        }
        if let Some(past) = self.kind(at).or_else(|| self.direction(at)).or_else(|| self.figures(at)) {
            return Ok(past);
        }
        let no_deal = longest(self.text, self.pieces, at, WORD, |word| words::is_no_deal(word).then_some(()));
        if let Some(((), past)) = no_deal {
            self.head.no_deal = true;
            return Ok(self.mark(at..past, Sort::Deal));
        }
        let name = self.name(at)?;
        if let Some((words, past)) = self.day(at, name.as_ref().map(|(_, past)| *past)) {
            self.head.day = Some(words);
            return Ok(self.mark(at..past, Sort::Day));
        }
        if let Some((mention, past)) = name {
            self.head.mentions.push(mention);
            return Ok(past);
        }
        let filler = longest(self.text, self.pieces, at, 2, |word| words::is_filler(word).then_some(()));
        if let Some(((), past)) = filler {
            return Ok(past);
        }
        self.unknown(at)
    }

    /// What happened: the first word, or one behind the day or a name.
    fn kind(&mut self, at: usize) -> Option<usize> {
        if self.head.kind.is_some() {
            return None;
        }
        let ((kind, direction), past) = longest(self.text, self.pieces, at, WORD, kinds::kind)?;
        (self.head.kind, self.head.direction) = (Some(kind), direction);
        self.head.is_past = kinds::is_past(&run(self.text, &self.pieces[at..past]));
        Some(self.mark(at..past, Sort::Kind))
    }

    /// Who reached out: right behind what happened.
    fn direction(&mut self, at: usize) -> Option<usize> {
        let is_behind_kind = self.head.marks.last().is_some_and(|mark| mark.sort == Sort::Kind);
        if self.head.direction.is_some() || !is_behind_kind || !self.head.mentions.is_empty() {
            return None;
        }
        let (direction, past) = longest(self.text, self.pieces, at, 2, kinds::direction)?;
        self.head.direction = Some(direction);
        Some(self.mark(at..past, Sort::Direction))
    }

    /// How long, and at what time: `30min`, `半小时`, `14:30`, `2pm`.
    fn figures(&mut self, at: usize) -> Option<usize> {
        if self.head.minutes.is_none()
            && let Some((minutes, past)) = longest(self.text, self.pieces, at, WORD, minutes)
        {
            self.head.minutes = Some(minutes);
            return Some(self.mark(at..past, Sort::Minutes));
        }
        let (time, past) = longest(self.text, self.pieces, at, 4, time).filter(|_| self.head.at.is_none())?;
        self.head.at = Some(time);
        Some(self.mark(at..past, Sort::Time))
    }

    /// The longest day that begins here, unless a name goes farther, or as far and what has happened cannot lie
    /// ahead: Sun is a name, too.
    fn day(&self, at: usize, name: Option<usize>) -> Option<(String, usize)> {
        let today = self.ground.today;
        let read = |words: &str| Some((words.to_owned(), day(words, today)?));
        let ((words, day), past) = longest(self.text, self.pieces, at, DAY, read)?;
        let is_name =
            name.is_some_and(|name| name > past || name == past && day > today && self.head.is_behind());
        (self.head.day.is_none() && !is_name).then_some((words, past))
    }

    /// The longest name that begins here.
    fn name(&self, at: usize) -> Result<Option<(Mention, usize)>, N::Error> {
        for past in self.ends(at) {
            let run = &self.pieces[at..past];
            let Some(place) = span(run) else { continue };
            let words = &self.text[place.clone()];
            let alone = words.to_lowercase();
            if run.len() == 1 && (words::is_filler(&alone) || words::tells_a_fact(&alone)) {
                continue;
            }
            if let Some(mention) = self.meant(words, place)? {
                return Ok(Some((mention, past)));
            }
        }
        Ok(None)
    }

    /// Where a name that begins here may end, the farthest first: behind a word, or within a stretch of Chinese.
    fn ends(&self, at: usize) -> Vec<usize> {
        let is_end = |past: &usize| match self.pieces.get(*past) {
            None => true,
            Some(next) => next.is_apart || matches!(next.sort, AtomSort::Sign(_)),
        };
        let stop = (at..self.pieces.len())
            .find(|one| matches!(self.pieces[*one].sort, AtomSort::Sign(_) | AtomSort::Quoted));
        let stop = stop.unwrap_or(self.pieces.len());
        let mut words: Vec<usize> = (at + 1..=stop).filter(is_end).take(NAME).collect();
        let chunk = words.first().copied().unwrap_or(stop);
        let shortest = if self.pieces[at].sort == AtomSort::Ideograph { at + 2 } else { at + 1 };
        words.reverse();
        words.extend((shortest..chunk).rev().filter(|past| past - at <= CHARACTERS));
        words
    }

    /// The records that words may mean, if any.
    fn meant(&self, words: &str, at: Range<usize>) -> Result<Option<Mention>, N::Error> {
        if !is_worth_asking(words) {
            return Ok(None);
        }
        let mut found = self.names.called(words, &[])?;
        found.retain(|one| rank(one, words).is_some());
        if !found.is_empty() {
            return Ok(Some(Mention { at, words: words.to_owned(), within: words.to_owned(), found }));
        }
        // 王总: somebody whose name begins with 王.
        let family = words::HONORIFICS.iter().find_map(|honorific| words.strip_suffix(honorific));
        let Some(family) = family.filter(|family| (1..=2).contains(&family.chars().count())) else {
            return Ok(None);
        };
        let mut found = self.names.called(family, &[])?;
        found.retain(|one| one.kind == RecordKind::Contact && one.name.starts_with(family));
        let mention = Mention { at, words: words.to_owned(), within: family.to_owned(), found };
        Ok(Some(mention).filter(|mention| !mention.found.is_empty()))
    }

    /// A name between quotes, known or not.
    fn mention(&mut self, run: Range<usize>) -> Result<(), N::Error> {
        let Some(at) = span(&self.pieces[run]) else { return Ok(()) };
        let words = self.text[at.clone()].to_owned();
        let known = self.meant(&words, at.clone())?;
        self.head.mentions.push(known.unwrap_or(Mention { at, within: words.clone(), words, found: vec![] }));
        Ok(())
    }

    /// A stretch that nothing is called by: up to the next space, or in Chinese to where a name begins.
    fn unknown(&mut self, at: usize) -> Result<usize, N::Error> {
        let is_end = |one: usize| {
            self.pieces[one].is_apart || matches!(self.pieces[one].sort, AtomSort::Sign(_) | AtomSort::Quoted)
        };
        let mut past = at + 1;
        while past < self.pieces.len() && !is_end(past) {
            let is_chinese = self.pieces[past].sort == AtomSort::Ideograph && past - at < CHARACTERS;
            if is_chinese && self.name(past)?.is_some() {
                break;
            }
            past += 1;
        }
        if let Some(place) = span(&self.pieces[at..past]) {
            let words = self.text[place.clone()].to_owned();
            if words.contains(|c: char| c.is_alphanumeric()) {
                self.leave_unknown(place, words);
            }
        }
        Ok(past)
    }

    /// Keeps words that nothing is called by: with those right before them, as nobody knows where a name ends.
    fn leave_unknown(&mut self, at: Range<usize>, words: String) {
        let last = self.head.mentions.last_mut().filter(|last| last.found.is_empty());
        match last.filter(|last| self.text[last.at.end..at.start].trim().is_empty()) {
            Some(last) => {
                last.at.end = at.end;
                last.words = self.text[last.at.clone()].to_owned();
                last.within = last.words.clone();
            }
            None => self.head.mentions.push(Mention { at, within: words.clone(), words, found: vec![] }),
        }
    }

    /// Says what a run was taken for; gives where it ends.
    fn mark(&mut self, run: Range<usize>, sort: Sort) -> usize {
        let past = run.end;
        self.head.marks.extend(span(&self.pieces[run]).map(|at| Mark { at, sort }));
        past
    }
}
