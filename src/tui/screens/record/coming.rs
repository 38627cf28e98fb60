//! What comes next with a record: next steps, actions, milestones, payments and promises, the earliest first.

use chrono::NaiveDate;
use ratatui::style::Style;

use super::deals;
use super::entries;
use crate::domain::entry::{Entry as PlanEntry, EntryKind, Holder};
use crate::domain::word::{CommitmentStatus, RecordKind, Side as Whose, Status};
use crate::report::rows;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::Question;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::screens::list::detail::neighbours::standing;
use crate::tui::widgets::due::due;
use crate::tui::widgets::sheet::{Line, Stands};

/// Commitments that are looked through for those that are open, which come first.
const LOOKED_AT: usize = 20;

/// What comes next: its day, where it has one, and its line.
type Coming = (Option<NaiveDate>, Line);

/// All that comes next, and the entries of plans among which it was found.
///
/// # Errors
/// What the store could not read.
pub fn read(book: &Book, look: &Look, of: &Chosen) -> Result<(Vec<Line>, Vec<Vec<PlanEntry>>)> {
    let (holder, kinds): (_, &[EntryKind]) = match of.kind {
        RecordKind::Deal => (Holder::Deal(of.id), &[EntryKind::Milestone, EntryKind::Receivable]),
        _ => (Holder::Account(of.id), &[EntryKind::Action]),
    };
    let mut coming = next_steps(book, look, of)?;
    let mut groups = Vec::new();
    for kind in kinds {
        let all = book.entries(*kind, holder)?;
        let is_open = |one: &&PlanEntry| ["done", "reached", "paid"].iter().all(|key| one.get(key).is_none());
        for out in rows::entry::entries(book, all.iter().filter(is_open).cloned().collect())? {
            coming.push((out.entry.day("due"), entries::line(look, &out).0));
        }
        groups.push(all);
    }
    coming.extend(promises(book, look, of)?);
    // What has no day comes last.
    coming.sort_by_key(|(day, _)| (day.is_none(), *day));
    Ok((coming.into_iter().map(|(_, line)| line).collect(), groups))
}

/// The next steps of an account's open deals, or of the deal itself.
fn next_steps(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Coming>> {
    let deals = match of.kind {
        RecordKind::Deal => vec![book.line(of.id)?],
        _ => deals::all(book, of)?,
    };
    let open = deals.into_iter().filter(|line| line.deal.status == Status::Open);
    let coming = open.filter_map(|line| {
        let mut deal = line.deal;
        let (step, day) = (deal.next_step.take()?, deal.next_on);
        let what = if of.kind == RecordKind::Deal { step } else { format!("{step} — {}", deal.name) };
        let stands_for = match of.kind {
            RecordKind::Deal => Stands::Asks(Box::new(Question::NextStep(deal.id))),
            _ => Stands::Record(Chosen::from(&deal)),
        };
        let (about, style) = dated(look, day);
        Some((day, Line { what, about, style, stands_for: Some(stands_for) }))
    });
    Ok(coming.collect())
}

/// What is promised and still open.
fn promises(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Coming>> {
    let all = book.commitments_of(of.kind, of.id, LOOKED_AT)?.into_iter();
    let open = all.filter(|one| one.status == CommitmentStatus::Open);
    let line = open.map(|one| {
        let whose = match one.promised_by {
            Whose::Us => tr!(look.lang, "detail.ours", text = one.text),
            Whose::Them => tr!(look.lang, "detail.theirs", text = one.text),
        };
        let (about, style) = dated(look, one.due_on);
        let record = (RecordKind::Commitment, one.id, one.account_id, None);
        (one.due_on, Line { style, ..standing(look, record, whose.into_owned(), about) })
    });
    Ok(line.collect())
}

fn dated(look: &Look, day: Option<NaiveDate>) -> (String, Style) {
    match day {
        Some(day) => {
            let (sign, style) = due(look, day);
            (format!("{sign}{}", look.date(day)), style)
        }
        None => (String::new(), look.theme.dim),
    }
}
