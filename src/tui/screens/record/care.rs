//! The care of an account: its health, complaints, promises, who was heard of and who has gone quiet, and
//! the special days to come.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::side::Side;
use super::{entries, health};
use crate::domain::care::Kept;
use crate::domain::due::next_anniversary;
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::pages::care::to_tenths;
use crate::report::percent;
use crate::report::promise::special_day_kind;
use crate::store::table::special_day::SpecialDay;
use crate::store::view::lines::ContactLine;
use crate::store::view::list::{Clause, Line as Listed};
use crate::store::view::promises::SpecialDayLine;
use crate::store::view::rhythm::rhythms;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::screens::list::detail::kept::promise;
use crate::tui::screens::list::detail::neighbours::standing;
use crate::tui::widgets::due::due;
use crate::tui::widgets::sheet::Line;

/// Promises that are shown, those that are open first.
const PROMISES: usize = 12;
/// People that are looked through for who has gone quiet.
const PEOPLE: usize = 100;

/// Reads the side.
///
/// # Errors
/// What the store could not read.
pub fn read(book: &Book, look: &Look, of: &Chosen) -> Result<Side> {
    let lang = look.lang;
    let mut side = Side::default();
    let state = book.health_of(of.id)?;
    side.sheet.section(tr!(lang, "care.health", health = state.health), health::of(book, look, &state)?);
    entries::put(&mut side, book, look, Holder::Account(of.id), EntryKind::Complaint)?;
    let promises = book.commitments_of(RecordKind::Account, of.id, PROMISES)?;
    let mut lines = vec![plain(look, kept(look, &book.promises_kept_to(of.id)?))];
    lines.extend(promises.into_iter().map(|one| promise(look, one)));
    side.sheet.section(tr!(lang, "detail.promises"), lines);
    let rhythm = state.tier.and_then(|tier| {
        let settings = book.settings().ok()?;
        rhythms(&settings).into_iter().find(|(known, _)| *known == tier).map(|(_, days)| days)
    });
    let heading = match rhythm {
        Some(days) => tr!(lang, "care.contact_every", days = days),
        None => tr!(lang, "care.contact"),
    };
    side.sheet.section(heading, people(book, look, of)?);
    side.sheet.section(tr!(lang, "care.days_ahead"), days(book, look, of)?);
    Ok(side)
}

/// How our promises are kept, in a sentence.
pub fn kept(look: &Look, kept: &Kept) -> String {
    let words = match kept.share() {
        Some(share) => tr!(
            look.lang,
            "care.kept",
            share = percent(to_tenths(share)),
            on_time = kept.on_time,
            late = kept.late,
            broken = kept.broken,
            overdue = kept.overdue,
            open = kept.open
        ),
        None => tr!(look.lang, "care.nothing_promised"),
    };
    words.into_owned()
}

/// The people of the account by their last contact, those gone quiet first.
fn people(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let quiet: HashMap<Id, NaiveDate> =
        book.quiet_people(&[of.id])?.into_iter().map(|one| (one.contact, one.due)).collect();
    let Some(clause) = Clause::within(Kind::Contacts, RecordKind::Account, of.id) else { return Ok(vec![]) };
    let found = book.window::<ContactLine>(&clause, ContactLine::ORDER, &Default::default(), PEOPLE)?;
    let mut found: Vec<ContactLine> = found.into_iter().map(|placed| placed.line).collect();
    // Who was never met, or longest ago, comes first.
    found.sort_by_key(|line| (!quiet.contains_key(&line.contact.id), line.last_contact));
    let line = |line: ContactLine| {
        let contact = line.contact;
        let is_quiet = quiet.contains_key(&contact.id);
        let sign = if is_quiet { "! " } else { "" };
        let about = match line.last_contact {
            Some(day) => tr!(look.lang, "care.last_heard", sign = sign, day = look.date(day)),
            None => tr!(look.lang, "care.never_heard"),
        };
        let style = if is_quiet { look.theme.bad } else { look.theme.dim };
        let record = (RecordKind::Contact, contact.id, contact.account_id, None);
        Line { style, ..standing(look, record, contact.name, about.into_owned()) }
    };
    Ok(found.into_iter().map(line).collect())
}

/// The special days of the account and of its people, the next first.
fn days(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let next = |day: &SpecialDay| {
        let (month, number) = (u32::try_from(day.month).ok()?, u32::try_from(day.day).ok()?);
        next_anniversary(day.calendar, month, number, look.today)
    };
    let clause = SpecialDayLine::around(of.id);
    let found = book.window::<SpecialDayLine>(&clause, SpecialDayLine::ORDER, &Default::default(), PEOPLE)?;
    let found = found.into_iter().map(|placed| placed.line);
    let mut all: Vec<_> = found.filter_map(|one| Some((next(&one.day)?, one.day, one.contact))).collect();
    all.sort_by_key(|(on, day, _)| (*on, day.id));
    let line = |(on, day, who): (NaiveDate, SpecialDay, Option<String>)| {
        let name = day.label.unwrap_or_else(|| special_day_kind(look.lang, &day.kind).into_owned());
        let name = match who {
            Some(who) => tr!(look.lang, "care.day_of", who = who, day = name).into_owned(),
            None => name,
        };
        let (_, style) = due(look, on);
        let record = (RecordKind::SpecialDay, day.id, of.account, None);
        Line { style, ..standing(look, record, name, look.date(on)) }
    };
    Ok(all.into_iter().map(line).collect())
}

/// A line that only says something.
fn plain(look: &Look, what: String) -> Line {
    Line { what, about: String::new(), style: look.theme.dim, stands_for: None }
}
