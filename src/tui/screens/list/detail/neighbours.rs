//! What hangs on a record, as lines of its sheet: an account's people and deals, a deal's people and
//! products, and what was said, promised and kept with any of them.

use ratatui::style::Style;

use super::kept;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::number::quantity;
use crate::domain::word::{RecordKind, Status};
use crate::report::words;
use crate::store::view::lines::{AccountLine, ActivityLine, ContactLine, DealLine};
use crate::store::view::list::{Clause, Line as Listed};
use crate::store::view::related::{DealLineItem, DealPerson};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::entry::{self, Entry};
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::sheet::{Line, Sheet, Stands};

/// Neighbours of a kind that are named.
pub(super) const NAMED: usize = 20;

/// Puts all that hangs on a record on its sheet.
///
/// # Errors
/// What the store could not read.
pub fn put(sheet: &mut Sheet, book: &Book, look: &Look, of: &Chosen) -> Result<()> {
    let lang = look.lang;
    if of.kind == RecordKind::Deal {
        sheet.section(tr!(lang, "people.title"), parts(book, look, of)?);
        sheet.section(tr!(lang, "page.products"), products(book, look, of)?);
    } else if of.kind != RecordKind::Activity {
        if of.kind == RecordKind::Account {
            let people = some::<ContactLine>(book, Kind::Contacts, of)?;
            sheet.section(tr!(lang, "people.title"), named(look, people, |line| person(look, line)));
        }
        let deals = some::<DealLine>(book, Kind::Deals, of)?;
        let stages = deals.iter().take(NAMED).map(|line| look.measure.width(&stage(look, line)));
        let widest = stages.max().unwrap_or(0);
        sheet.section(tr!(lang, "deals.title"), named(look, deals, |line| deal(look, line, widest)));
    }
    if of.kind == RecordKind::Account {
        let below = first::<AccountLine>(book, &Clause::below(of.id))?;
        sheet.section(tr!(lang, "detail.below"), named(look, below, |line| account(look, line)));
    }
    kept::put_promises(sheet, book, look, of)?;
    kept::put_days(sheet, book, look, of)?;
    kept::put_links(sheet, book, look, of)?;
    if of.kind == RecordKind::Activity {
        return Ok(());
    }
    let log = some::<ActivityLine>(book, Kind::Activities, of)?;
    sheet.section(tr!(lang, "detail.activities"), named(look, log, |line| activity(look, line)));
    Ok(())
}

/// The first neighbours of a kind, in their usual order, and one more than are named where there is one.
fn some<L: Listed>(book: &Book, kind: Kind, of: &Chosen) -> Result<Vec<L>> {
    Clause::within(kind, of.kind, of.id).map_or(Ok(Vec::new()), |clause| first(book, &clause))
}

fn first<L: Listed>(book: &Book, clause: &Clause) -> Result<Vec<L>> {
    let found = book.window::<L>(clause, L::ORDER, &Default::default(), NAMED + 1)?;
    Ok(found.into_iter().map(|placed| placed.line).collect())
}

/// A line for each, and a last one that says where there are more.
pub(super) fn named<T>(look: &Look, found: Vec<T>, line: impl Fn(T) -> Line) -> Vec<Line> {
    let more = found.len() > NAMED;
    let mut lines: Vec<Line> = found.into_iter().take(NAMED).map(line).collect();
    if more {
        let what = tr!(look.lang, "detail.more").into_owned();
        lines.push(Line { what, about: String::new(), style: Style::new(), stands_for: None });
    }
    lines
}

/// A line for a record.
pub fn standing(
    look: &Look,
    record: (RecordKind, Id, Option<Id>, Option<Status>),
    name: String,
    about: String,
) -> Line {
    let (kind, id, account, status) = record;
    let record = Chosen { kind, id, name: name.clone(), account, status };
    Line { what: name, about, style: look.theme.dim, stands_for: Some(Stands::Record(record)) }
}

fn person(look: &Look, line: ContactLine) -> Line {
    let contact = line.contact;
    let record = (RecordKind::Contact, contact.id, contact.account_id, None);
    standing(look, record, contact.name, contact.title.unwrap_or_default())
}

/// Where a deal stands: its stage, or how it was decided.
pub fn stage(look: &Look, line: &DealLine) -> String {
    match line.deal.status {
        Status::Open => look.stage(&line.stage.0),
        status => words::status(look.lang, status).into_owned(),
    }
}

/// A deal with its amount and, in so many cells, where it stands.
pub fn deal(look: &Look, line: DealLine, cells: usize) -> Line {
    let stage = stage(look, &line);
    let pad = " ".repeat(cells.saturating_sub(look.measure.width(&stage)));
    let deal = line.deal;
    let amount = deal.amount.map(|minor| {
        let amount = look.amount(minor.into(), deal.currency, 9);
        // What is in another currency than the sums says so.
        if deal.currency == look.base { amount } else { format!("{amount} {}", deal.currency) }
    });
    let amount = amount.unwrap_or_default();
    let record = (RecordKind::Deal, deal.id, Some(deal.account_id), Some(deal.status));
    standing(look, record, deal.name, format!("{amount}  {stage}{pad}"))
}

fn account(look: &Look, line: AccountLine) -> Line {
    let account = line.account;
    let record = (RecordKind::Account, account.id, Some(account.id), None);
    standing(look, record, account.name, account.city.unwrap_or_default())
}

/// What happened, in a few words, and when.
pub fn activity(look: &Look, line: ActivityLine) -> Line {
    let activity = line.activity;
    let kind = words::activity_kind(look.lang, activity.kind);
    let said = activity.subject.unwrap_or_default();
    let what = match said.is_empty() {
        true => kind,
        false => tr!(look.lang, "detail.words_after", what = kind, words = said),
    };
    let what = what.into_owned();
    let record = (RecordKind::Activity, activity.id, activity.account_id, None);
    standing(look, record, what, look.date(activity.happened_on))
}

/// The people of a deal, with their parts in it.
fn parts(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let people = book.people_of_deals(&[of.id])?.remove(&of.id).unwrap_or_default();
    let at = |id: Id| book.line::<ContactLine>(id).map(|line| line.contact.account_id);
    let line = |person: DealPerson| {
        let parts = person.parts.iter().map(|part| words::part(look.lang, *part));
        let record = (RecordKind::Contact, person.contact, at(person.contact)?, None);
        Ok(standing(look, record, person.name, look.lang.list(parts)))
    };
    people.into_iter().map(line).collect()
}

/// What a deal is about: how many of each product, at which price.
pub fn products(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let items = book.products_of_deals(&[of.id])?.remove(&of.id).unwrap_or_default();
    if items.is_empty() {
        return Ok(Vec::new());
    }
    let currency = book.line::<DealLine>(of.id)?.deal.currency;
    let line = |item: DealLineItem| {
        let about = format!("{} × {}", quantity(item.quantity), look.amount(item.price.into(), currency, 12));
        let entry = Entry { kind: entry::Kind::Product, id: item.product };
        Line { what: item.name, about, style: look.theme.dim, stands_for: Some(Stands::Entry(entry)) }
    };
    Ok(items.into_iter().map(line).collect())
}
