//! The relationship with an account: the picture of its level and its check-ups, and under it what was
//! decided, what the signs say, what ties and endangers it, and what lets it grow.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::board::Board;
use super::entries::{self, asks};
use super::health;
use super::side::Side;
use crate::domain::entry::{Entry as PlanEntry, EntryKind, Holder, Value};
use crate::domain::relationship::{CheckUp, ITEMS, Level, SIGNS, proposal, signs};
use crate::ops::entry::EntryInput;
use crate::report::{entry_words, rows};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, EntryDeed};
use crate::tui::dialogs::question::Telling;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::relationship::{Ladder, RUNGS, TrendChart};
use crate::tui::widgets::sheet::{Line, Stands};

/// Cells from which the chart and the ladder stand side by side.
const WIDE: u16 = 90;
/// Lines of the chart beside the ladder.
const CHART: u16 = 10;
/// Lines of the chart under the ladder, which takes one line there.
const LOW_CHART: u16 = 6;
/// Lines that a sheet keeps under the pictures.
const UNDER: u16 = 8;

/// What is drawn over the lines.
#[derive(Debug, Clone, PartialEq)]
pub struct Pictures {
    check_ups: Vec<CheckUp>,
    low: i64,
    ladder: Ladder,
}

impl Pictures {
    /// Lines that the pictures take of an area.
    pub fn height(area: Rect) -> u16 {
        let chart = if area.width >= WIDE { CHART } else { 1 + LOW_CHART };
        if area.height > chart + UNDER { chart } else { 1 }
    }

    /// Draws them.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let chart = TrendChart { check_ups: &self.check_ups, low: self.low };
        if area.width >= WIDE && area.height >= RUNGS {
            let half = area.width / 2;
            chart.draw(look, Rect { width: half, ..area }, buf);
            let y = area.y + (area.height - RUNGS) / 2;
            let x = area.x + half + 3;
            self.ladder.draw(look, Rect { x, y, width: area.right() - x, height: RUNGS }, buf);
        } else {
            self.ladder.draw(look, Rect { height: 1, ..area }, buf);
            let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
            chart.draw(look, below, buf);
        }
    }
}

/// Reads the side.
///
/// # Errors
/// What the store could not read.
pub fn read(book: &Book, look: &Look, of: &Chosen) -> Result<Side> {
    let holder = Holder::Account(of.id);
    let told = book.entries(EntryKind::Signs, holder)?.into_iter().next();
    let levels = book.entries(EntryKind::Level, holder)?;
    let decided = levels.last().and_then(|last| last.word("level").zip(last.day("decided")));
    let proposal = told.as_ref().map(proposal).unwrap_or_default();
    let ladder = Ladder { decided, proposal };
    let low = 100 * book.settings()?.check_up_low;
    let pictures = Pictures { check_ups: book.check_ups_of(of.id)?, low, ladder };
    let mut side = Side { board: Board::Relationship(pictures), ..Side::default() };
    put_level(&mut side, book, look, holder, (levels, ladder))?;
    side.sheet
        .section(entry_words::kinds(look.lang, EntryKind::Signs), of_signs(look, holder, told.as_ref()));
    put_latest_first(&mut side, book, look, holder, EntryKind::CheckUp)?;
    put_latest_first(&mut side, book, look, holder, EntryKind::Phase)?;
    entries::put(&mut side, book, look, holder, EntryKind::Tie)?;
    side.sheet.section(tr!(look.lang, "health.dangers"), health::lines(book, look, of.id)?);
    let growth = book.entries(EntryKind::Growth, holder)?.into_iter().next();
    side.sheet
        .section(entry_words::kinds(look.lang, EntryKind::Growth), of_growth(look, holder, growth.as_ref()));
    Ok(side)
}

/// The levels that were decided, the latest first, after what the signs propose where that is another.
fn put_level(
    side: &mut Side,
    book: &Book,
    look: &Look,
    holder: Holder,
    (levels, ladder): (Vec<PlanEntry>, Ladder),
) -> Result<()> {
    let lang = look.lang;
    let decided = ladder.decided.map(|(level, _)| level);
    let mut lines = Vec::new();
    match ladder.proposal.level.filter(|level| Some(*level) != decided) {
        Some(level) => {
            let word = entry_words::choice(lang, "level", level.as_str());
            let telling = Telling::new(EntryKind::Level, holder).proposing("level", level.as_str().into());
            let about = if decided.is_some() {
                tr!(lang, "relationship.differs")
            } else {
                tr!(lang, "record.fill_in")
            };
            lines.push((
                said(look, tr!(lang, "relationship.signs_say", level = word), about, asks(telling)),
                Vec::new(),
            ));
        }
        None if decided.is_none() => {
            let telling = Telling::new(EntryKind::Level, holder);
            let none = entry_words::none_yet(lang, EntryKind::Level);
            lines.push((said(look, none, tr!(lang, "record.fill_in"), asks(telling)), Vec::new()));
        }
        None => {}
    }
    for entry in levels.iter().rev() {
        lines.push(entries::line(look, &rows::entry::entry(book, entry.clone())?));
    }
    side.sheet.noted(entry_words::kinds(lang, EntryKind::Level), lines);
    side.groups.push(levels);
    Ok(())
}

/// Entries that follow one another by their days, the latest first.
fn put_latest_first(
    side: &mut Side,
    book: &Book,
    look: &Look,
    holder: Holder,
    kind: EntryKind,
) -> Result<()> {
    let all = book.entries(kind, holder)?;
    if all.is_empty() {
        return entries::put(side, book, look, holder, kind);
    }
    let lines = rows::entry::entries(book, all.iter().rev().cloned().collect())?;
    side.sheet.noted(
        entry_words::kinds(look.lang, kind),
        lines.iter().map(|entry| entries::line(look, entry)).collect(),
    );
    side.groups.push(all);
    Ok(())
}

/// A line for each sign: what is answered, and the level that it speaks for; it asks for its answer alone.
fn of_signs(look: &Look, holder: Holder, told: Option<&PlanEntry>) -> Vec<Line> {
    let lang = look.lang;
    let halves = told.map(signs).unwrap_or_default();
    let line = |at: usize| {
        let key = SIGNS[at];
        let label = entry_words::label(lang, EntryKind::Signs, key);
        let answer = told.and_then(|told| told.text(key));
        let what = match answer {
            Some(word) => format!("{label} · {}", entry_words::choice(lang, key, word)),
            None => label.into_owned(),
        };
        let speaks_for =
            halves.iter().find(|(known, _)| *known == key).map(|(_, halves)| between(look, *halves));
        let about = speaks_for.unwrap_or_else(|| tr!(lang, "relationship.unanswered").into_owned());
        let telling = Telling::new(EntryKind::Signs, holder).only(std::slice::from_ref(&SIGNS[at]));
        Line { what, about, style: look.theme.dim, stands_for: Some(asks(telling)) }
    };
    (0..SIGNS.len()).map(line).collect()
}

/// The level that half levels stand for, or the two between which they lie.
fn between(look: &Look, halves: u32) -> String {
    let level = |place: u32| {
        let level = Level::ALL.get(place.checked_sub(1)? as usize)?;
        Some(entry_words::choice(look.lang, "level", level.as_str()))
    };
    let lower = level(halves / 2).unwrap_or_default();
    match level(halves / 2 + 1).filter(|_| halves % 2 == 1) {
        Some(upper) => tr!(look.lang, "relationship.between", lower = lower, upper = upper).into_owned(),
        None => lower.into_owned(),
    }
}

/// A line for each item of the checklist: a tick where it is there, a cross where it is not; one key goes
/// from unknown to there, to lacking, and back to unknown.
fn of_growth(look: &Look, holder: Holder, told: Option<&PlanEntry>) -> Vec<Line> {
    let line = |key: &&'static str| {
        let known = told.and_then(|told| told.flag(key));
        let (next, mark, style) = match known {
            None => (Some(true), tr!(look.lang, "growth.unknown"), look.theme.dim),
            Some(true) => (Some(false), tr!(look.lang, "growth.there"), look.theme.good),
            Some(false) => (None, tr!(look.lang, "growth.lacking"), look.theme.warn),
        };
        let input = match next {
            Some(flag) => EntryInput::default().with(key, Value::Flag(flag)),
            None => EntryInput::default().without(key),
        };
        let deed = Deed::Entry(EntryDeed::SetInPlan(EntryKind::Growth, holder, input));
        Line {
            what: entry_words::label(look.lang, EntryKind::Growth, key).into_owned(),
            about: mark.into_owned(),
            style,
            stands_for: Some(Stands::Does(Box::new(deed))),
        }
    };
    ITEMS.iter().map(line).collect()
}

/// A line that leads on.
fn said(look: &Look, what: impl Into<String>, about: impl Into<String>, stands_for: Stands) -> Line {
    Line { what: what.into(), about: about.into(), style: look.theme.dim, stands_for: Some(stands_for) }
}
