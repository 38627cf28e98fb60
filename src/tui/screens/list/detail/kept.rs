//! What is kept with a record: promises, special days, links.

use chrono::NaiveDate;

use super::neighbours::{NAMED, named, standing};
use crate::domain::word::{Calendar, CommitmentStatus, RecordKind, Side};
use crate::report::promise::special_day_kind;
use crate::store::table::attachment::Link;
use crate::store::table::commitment::Commitment;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::due::due;
use crate::tui::widgets::sheet::{Line, Sheet, Stands};

/// A year that has every day there is.
const LEAP: i32 = 2028;

/// What we promised, and they us.
pub(super) fn put_promises(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let all = book.commitments_of(of.kind, of.id, NAMED + 1)?;
    sheet.section(tr!(look.lang, "detail.promises"), named(look, all, |one| promise(look, one)));
    Ok(())
}

/// The days to remember.
pub(super) fn put_days(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let all = book.days_to_remember(of.kind, of.id, NAMED + 1)?;
    sheet.section(tr!(look.lang, "detail.days"), named(look, all, |day| special_day(look, day, of)));
    Ok(())
}

/// The files and addresses.
pub(super) fn put_links(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    sheet.section(tr!(look.lang, "detail.links"), links(book, look, of)?);
    Ok(())
}

/// A line for each file and address of a record.
///
/// # Errors
/// What the store could not read.
pub fn links(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    Ok(book.links_of(of.id)?.into_iter().map(|link| of_link(look, link)).collect())
}

/// A promise: whose, what, and by when, or what became of it.
pub fn promise(look: &Look, one: Commitment) -> Line {
    let whose = match one.promised_by {
        Side::Us => tr!(look.lang, "detail.ours", text = one.text),
        Side::Them => tr!(look.lang, "detail.theirs", text = one.text),
    };
    let (about, style) = match (one.status, one.due_on) {
        (CommitmentStatus::Kept, _) => (tr!(look.lang, "detail.kept").into_owned(), look.theme.good),
        (CommitmentStatus::Broken, _) => (tr!(look.lang, "detail.broken").into_owned(), look.theme.bad),
        (CommitmentStatus::Open, None) => (String::new(), look.theme.dim),
        (CommitmentStatus::Open, Some(day)) => {
            let (sign, style) = due(look, day);
            (format!("{sign}{}", look.date(day)), style)
        }
    };
    let record = (RecordKind::Commitment, one.id, one.account_id, None);
    Line { style, ..standing(look, record, whose.into_owned(), about) }
}

fn special_day(look: &Look, day: SpecialDay, of: &Chosen) -> Line {
    let (month, number) = (u32::try_from(day.month).unwrap_or(1), u32::try_from(day.day).unwrap_or(1));
    let when = match (day.calendar, NaiveDate::from_ymd_opt(LEAP, month, number)) {
        (Calendar::Solar, Some(date)) => look.short_date(date),
        _ => tr!(look.lang, "detail.lunar", month = month, day = number).into_owned(),
    };
    let name = day.label.unwrap_or_else(|| special_day_kind(look.lang, &day.kind).into_owned());
    standing(look, (RecordKind::SpecialDay, day.id, of.account, None), name, when)
}

/// A link: its label, and where it leads.
fn of_link(look: &Look, link: Link) -> Line {
    let entry = Entry { kind: Kind::Link, id: link.id };
    let (what, about) = match link.label {
        Some(label) => (label, link.target),
        None => (link.target, String::new()),
    };
    Line { what, about, style: look.theme.dim, stands_for: Some(Stands::Entry(entry)) }
}
