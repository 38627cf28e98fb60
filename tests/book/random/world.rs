//! A book that a story happens to: each step on its day, as a person would do it.

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{Days, NaiveDate, TimeDelta};
use keybook::domain::entry::{EntryKind, Holder};
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money, Rate};
use keybook::domain::stage::Template;
use keybook::domain::word::{ActivityKind, Part, RecordKind};
use keybook::ops::account::AccountInput;
use keybook::ops::activity::ActivityInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::{DealInput, Lost, ProductLine, Won};
use keybook::ops::order::OrderInput;
use keybook::ops::product::ProductInput;
use keybook::ops::{
    Problem, account, activity, contact, deal, history, order, product, settings, setup, tag, target,
};
use keybook::store::{Book, Changes, Clock, Outcome};
use rusqlite::Connection;
use tempfile::TempDir;

use super::act::{Act, Change, OrderEdit, Who};
use super::fresh::fresh_book;
use super::people::{self, PeopleAct};
use super::{book_file, errand, many, plan};

pub const CURRENCIES: [Currency; 3] = [Currency::EUR, Currency::USD, Currency::CNY];
pub const PERIODS: [&str; 5] = ["2026Q4", "2026Q3", "2026", "2026-12", "2026H2"];
pub const TAGS: [&str; 3] = ["hot", "展会", "renewal"];
pub const OWNERS: [&str; 3] = ["me", "Lin Wei", "Jane Doe"];
const REASONS: [&str; 4] = ["price", "Too slow", "budget", "Nobody answered"];
/// Base currency and first month change what the past is told in.
const SETTINGS: [(&str, &str); 5] = [
    ("base_currency", "USD"),
    ("base_currency", "EUR"),
    ("fiscal_first_month", "4"),
    ("fiscal_first_month", "1"),
    ("quiet_days", "10"),
];

/// A book in a file, and the records that steps of the story made in it.
pub struct World {
    pub(super) folder: TempDir,
    /// None between two days.
    pub(super) book: Option<Book>,
    /// The same file, read past the program.
    pub(super) file: Connection,
    pub(super) made: BTreeMap<usize, (RecordKind, Id)>,
    pub(super) entries: BTreeMap<usize, (EntryKind, Holder, Id)>,
}

/// What a step gave: the operation, and the record it made.
pub type Done = Result<(Option<Id>, Option<(RecordKind, Id)>), Problem>;

impl World {
    /// A fresh book on a day.
    pub fn new(on: NaiveDate) -> World {
        // In memory where there is such a folder: the story is about the book, not about the disk.
        let in_memory = Path::new("/dev/shm");
        let folder = if in_memory.is_dir() { tempfile::tempdir_in(in_memory) } else { tempfile::tempdir() };
        let folder = folder.unwrap();
        let path = folder.path().join("a.keybook");
        std::fs::write(&path, fresh_book()).unwrap();
        let book = setup::open(&path, Clock::fixed(on)).unwrap();
        World {
            folder,
            book: Some(book),
            file: book_file::open(&path),
            made: BTreeMap::new(),
            entries: BTreeMap::new(),
        }
    }

    /// The file, for reading past the program.
    pub fn file(&self) -> &Connection {
        &self.file
    }

    /// The book.
    pub fn book(&mut self) -> &mut Book {
        self.book.as_mut().unwrap()
    }

    /// It is this day now.
    pub fn live_on(&mut self, on: NaiveDate) {
        if self.book().today() != on {
            self.book = None;
            self.book = Some(setup::open(&self.folder.path().join("a.keybook"), Clock::fixed(on)).unwrap());
        }
    }

    /// Turns the numbers of an act into steps that made such records; None where there are none yet.
    pub fn settle(&self, act: Act) -> Option<Act> {
        let pick = |kind: RecordKind, number: Who| {
            let steps: Vec<Who> =
                self.made.iter().filter(|(_, (made, _))| *made == kind).map(|(step, _)| *step).collect();
            (!steps.is_empty()).then(|| steps[number % steps.len()])
        };
        let account = |number| pick(RecordKind::Account, number);
        let contact = |number| pick(RecordKind::Contact, number);
        let deal = |number| pick(RecordKind::Deal, number);
        Some(match act {
            Act::AddAccount { parent, tag } => Act::AddAccount { parent: parent.and_then(account), tag },
            Act::MoveAccount { account: a, parent } => {
                Act::MoveAccount { account: account(a)?, parent: parent.and_then(account) }
            }
            Act::NoteAccount { account: a } => Act::NoteAccount { account: account(a)? },
            Act::DeleteAccount { account: a } => Act::DeleteAccount { account: account(a)? },
            Act::AddContact { account: a, above } => {
                Act::AddContact { account: account(a)?, above: above.and_then(contact) }
            }
            Act::ReachContact { contact: c, emails } => Act::ReachContact { contact: contact(c)?, emails },
            Act::DeleteContact { contact: c } => Act::DeleteContact { contact: contact(c)? },
            Act::AddDeal { account: a, currency, stage, close, contact: c } => {
                Act::AddDeal { account: account(a)?, currency, stage, close, contact: c.and_then(contact) }
            }
            Act::EditDeal { deal: d, change } => {
                let change = match change {
                    Change::Join(c) => Change::Join(contact(c)?),
                    Change::Leave(c) => Change::Leave(contact(c)?),
                    Change::Account(a) => Change::Account(account(a)?),
                    plain => plain,
                };
                Act::EditDeal { deal: deal(d)?, change }
            }
            Act::Advance { deal: d, to } => Act::Advance { deal: deal(d)?, to },
            Act::Back { deal: d, to } => Act::Back { deal: deal(d)?, to },
            Act::Win { deal: d, ago, currency } => Act::Win { deal: deal(d)?, ago, currency },
            Act::Lose { deal: d, reason } => Act::Lose { deal: deal(d)?, reason },
            Act::Reopen { deal: d } => Act::Reopen { deal: deal(d)? },
            Act::DeleteDeal { deal: d } => Act::DeleteDeal { deal: deal(d)? },
            Act::Order { account: a, currency, ago, product } => {
                Act::Order { account: account(a)?, currency, ago, product }
            }
            Act::RenameProduct { product, to } => {
                Act::RenameProduct { product: pick(RecordKind::Product, product)?, to }
            }
            Act::EditOrder { order, change } => {
                let change = match change {
                    OrderEdit::Account(a) => OrderEdit::Account(account(a)?),
                    plain => plain,
                };
                Act::EditOrder { order: pick(RecordKind::Order, order)?, change }
            }
            Act::DeleteOrder { order } => Act::DeleteOrder { order: pick(RecordKind::Order, order)? },
            Act::DeleteProduct { product } => {
                Act::DeleteProduct { product: pick(RecordKind::Product, product)? }
            }
            Act::Log { deal: d, contact: c, next } => {
                Act::Log { deal: deal(d)?, contact: c.and_then(contact), next }
            }
            Act::Tag { account: a, tag } => Act::Tag { account: account(a)?, tag },
            Act::Untag { account: a, tag } => Act::Untag { account: account(a)?, tag },
            Act::Many { deals, change } => {
                Act::Many { deals: deals.into_iter().map(deal).collect::<Option<_>>()?, change }
            }
            Act::AddEntry { kind, holder, contact: c } => {
                let on_deal = plan::on_deal(plan::KINDS[usize::from(kind)], holder);
                let holder = if on_deal { deal(holder)? } else { account(holder)? };
                Act::AddEntry { kind, holder, contact: c.and_then(contact) }
            }
            Act::TellEntry { entry } => Act::TellEntry { entry: self.pick_entry(entry)? },
            Act::MoveEntry { entry, to } => Act::MoveEntry { entry: self.pick_entry(entry)?, to },
            Act::DeleteEntry { entry } => {
                let entry = self.pick_entry(entry)?;
                (!plan::is_unique(self.entries[&entry].0)).then_some(Act::DeleteEntry { entry })?
            }
            Act::People { contact: c, account: a, act } => {
                let act = match act {
                    PeopleAct::ReportTo { above } => PeopleAct::ReportTo { above: above.and_then(contact) },
                    plain => plain,
                };
                Act::People { contact: contact(c)?, account: account(a)?, act }
            }
            other => errand::settle(other, &pick)?,
        })
    }

    /// Does a settled act as step `n`, told on a day; gives the operation, none where nothing changed.
    pub fn act(&mut self, n: usize, act: &Act, told_on: NaiveDate) -> Result<Option<Id>, Problem> {
        let (operation, made) = self.perform(n, act, told_on)?;
        if let Some(made) = made {
            self.made.insert(n, made);
        }
        Ok(operation)
    }

    /// The deals that steps made, those that are gone among them.
    pub fn deals(&self) -> Vec<Id> {
        let deals = self.made.values().filter(|(kind, _)| *kind == RecordKind::Deal);
        deals.map(|(_, id)| *id).collect()
    }

    /// The record that a step made.
    pub fn id(&self, step: Who) -> Id {
        self.made.get(&step).map_or(Id(1), |(_, id)| *id)
    }

    fn perform(&mut self, n: usize, act: &Act, told_on: NaiveDate) -> Done {
        let amount = |currency: u8| Money::new(100_003 * (n as i64 + 1), CURRENCIES[usize::from(currency)]);
        let shifted = |days: i16| told_on + TimeDelta::days(i64::from(days));
        let ago = |days: u8| told_on.checked_sub_days(Days::new(u64::from(days))).unwrap();
        let stage = |stage: u8| Template::Method.stages()[usize::from(stage)].key;
        let name = |what: &str| Some(format!("{what} {n}"));
        match act {
            Act::AddAccount { parent, tag } => {
                let mut input = AccountInput { name: name("Account"), ..AccountInput::default() };
                input.parent = parent.map(|parent| Some(self.id(parent)));
                input.hanging.tags = vec![TAGS[usize::from(*tag)].to_owned()];
                made(RecordKind::Account, account::add(self.book(), &input)?)
            }
            Act::MoveAccount { account, parent } => {
                let id = self.id(*account);
                let parent = Some(parent.map(|parent| self.id(parent)));
                done(account::edit(self.book(), id, &AccountInput { parent, ..AccountInput::default() })?)
            }
            Act::NoteAccount { account } => {
                let id = self.id(*account);
                let notes = Some(Some(format!("note\0 of {n}\n第二行 \"quoted\" \u{1F600}")));
                done(account::edit(self.book(), id, &AccountInput { notes, ..AccountInput::default() })?)
            }
            Act::DeleteAccount { account } => {
                let id = self.id(*account);
                done(account::delete(self.book(), id)?)
            }
            Act::AddContact { account, above } => {
                let input = ContactInput {
                    name: name("Contact"),
                    account: Some(Some(self.id(*account))),
                    reports_to: above.map(|above| Some(self.id(above))),
                    emails: Some(vec![(None, format!("c{n}@example.com"))]),
                    parts: Some(vec![Part::Purchaser]),
                    ..ContactInput::default()
                };
                made(RecordKind::Contact, contact::add(self.book(), &input)?)
            }
            Act::ReachContact { contact, emails } => {
                let id = self.id(*contact);
                let emails = (0..*emails).map(|e| (None, format!("c{}@example.com", n + usize::from(e))));
                let input = ContactInput { emails: Some(emails.collect()), ..ContactInput::default() };
                done(contact::edit(self.book(), id, &input)?)
            }
            Act::DeleteContact { contact } => {
                let id = self.id(*contact);
                done(contact::delete(self.book(), id)?)
            }
            Act::AddDeal { account, currency, stage: at, close, contact } => {
                let input = DealInput {
                    name: name("Deal"),
                    account: Some(self.id(*account)),
                    amount: currency.map(|currency| Some(amount(currency))),
                    stage: Some(stage(*at).to_owned()),
                    close_on: Some(close.map(shifted)),
                    contacts: contact.iter().map(|c| (self.id(*c), vec![Part::DecisionMaker])).collect(),
                    ..DealInput::default()
                };
                made(RecordKind::Deal, deal::add(self.book(), &input)?)
            }
            Act::EditDeal { deal, change } => {
                let id = self.id(*deal);
                let mut input = DealInput::default();
                match change {
                    Change::Amount(currency) => input.amount = Some(Some(amount(*currency))),
                    Change::NoAmount => input.amount = Some(None),
                    Change::Currency(currency) => input.currency = Some(CURRENCIES[usize::from(*currency)]),
                    Change::Stage(to) => input.stage = Some(stage(*to).to_owned()),
                    Change::Close(days) => input.close_on = Some(Some(shifted(*days))),
                    Change::NoClose => input.close_on = Some(None),
                    Change::WinRate(points) => input.win_rate = Some(Some(*points)),
                    Change::StageRate => input.win_rate = Some(None),
                    Change::Owner(owner) => input.owner = Some(Some(OWNERS[usize::from(*owner)].to_owned())),
                    Change::Products(lines) => input.products = Some((0..*lines).map(line).collect()),
                    Change::Join(contact) => input.contacts = vec![(self.id(*contact), vec![Part::User])],
                    Change::Leave(contact) => input.without = vec![self.id(*contact)],
                    Change::Field(field) => {
                        input.hanging.fields = vec![(format!("field{field}"), Some(n.to_string()))];
                    }
                    Change::Account(account) => input.account = Some(self.id(*account)),
                }
                done(deal::edit(self.book(), id, &input)?)
            }
            Act::Advance { deal, to } => {
                let id = self.id(*deal);
                done(deal::advance(self.book(), id, to.map(stage))?)
            }
            Act::Back { deal, to } => {
                let id = self.id(*deal);
                done(deal::back(self.book(), id, to.map(stage))?)
            }
            Act::Win { deal, ago: days, currency } => {
                let id = self.id(*deal);
                let won = Won { on: Some(ago(*days)), amount: currency.map(amount) };
                done(deal::win(self.book(), id, &won)?)
            }
            Act::Lose { deal, reason } => {
                let id = self.id(*deal);
                let lost = Lost { reason: REASONS[usize::from(*reason)].to_owned(), ..Lost::default() };
                done(deal::lose(self.book(), id, &lost)?)
            }
            Act::Reopen { deal } => {
                let id = self.id(*deal);
                done(deal::reopen(self.book(), id)?)
            }
            Act::DeleteDeal { deal } => {
                let id = self.id(*deal);
                done(deal::delete(self.book(), id)?)
            }
            Act::Order { account, currency, ago: days, product } => {
                let input = OrderInput {
                    account: self.id(*account),
                    amount: amount(*currency),
                    on: Some(ago(*days)),
                    product: product.map(|product| format!("Product {product}")),
                    text: None,
                };
                made(RecordKind::Order, order::add(self.book(), &input)?)
            }
            Act::AddProduct { product } => {
                let input = ProductInput {
                    name: Some(format!("Product {product}")),
                    price: Some(Some(amount(0))),
                    ..ProductInput::default()
                };
                made(RecordKind::Product, product::add(self.book(), &input)?)
            }
            Act::RenameProduct { product, to } => {
                let id = self.id(*product);
                let name = Some(format!("Product {to}"));
                done(product::edit(self.book(), id, &ProductInput { name, ..ProductInput::default() })?)
            }
            Act::Quota { period, currency } => {
                let period = PERIODS[usize::from(*period)].parse().unwrap();
                done(target::set_quota(self.book(), period, amount(*currency))?)
            }
            Act::Rate { currency, since } => {
                let rate = Rate(Rate::ONE.0 / 7 + 1_000_000_007 * n as i64);
                let currency = CURRENCIES[usize::from(*currency)];
                done(target::set_rate(self.book(), currency, rate, Some(shifted(*since)))?)
            }
            Act::Log { deal, contact, next } => {
                let mut input = ActivityInput::new(ActivityKind::Call, format!("call {n}\nand so on"));
                input.deal = Some(self.id(*deal));
                input.contacts = contact.iter().map(|contact| self.id(*contact)).collect();
                input.next_step = next.then(|| format!("step {n}"));
                input.next_on = next.then(|| shifted(n as i16));
                made(RecordKind::Activity, activity::log(self.book(), &input)?)
            }
            Act::Tag { account, tag } => {
                let id = self.id(*account);
                done(tag::add(self.book(), TAGS[usize::from(*tag)], RecordKind::Account, &[id])?)
            }
            Act::Untag { account, tag } => {
                let id = self.id(*account);
                done(tag::remove(self.book(), TAGS[usize::from(*tag)], RecordKind::Account, &[id])?)
            }
            Act::People { contact, account, act } => {
                let above = match act {
                    PeopleAct::ReportTo { above } => above.map(|above| self.id(above)),
                    _ => None,
                };
                let ids = (self.id(*contact), self.id(*account));
                done(people::perform(self.book(), n, act, ids, above)?)
            }
            Act::Setting { setting } => {
                let (key, value) = SETTINGS[usize::from(*setting)];
                done(settings::set(self.book(), key, value)?)
            }
            Act::Many { deals, change } => {
                let ids: Vec<Id> = deals.iter().map(|deal| self.id(*deal)).collect();
                done(many::together(self.book(), &ids, change, told_on)?)
            }
            Act::AddEntry { .. }
            | Act::TellEntry { .. }
            | Act::MoveEntry { .. }
            | Act::DeleteEntry { .. } => self.perform_on_plan(n, act, told_on),
            Act::Undo => done(history::undo(self.book(), None)?),
            Act::Redo => done(history::redo(self.book())?),
            other => errand::perform(self, n, other, told_on),
        }
    }
}

fn line(n: u8) -> ProductLine {
    ProductLine { product: format!("Product {n}"), quantity: 2_000, price: Some(1_000 * (i64::from(n) + 1)) }
}

pub fn made(kind: RecordKind, outcome: Outcome<Id>) -> Done {
    Ok((outcome.operation, Some((kind, outcome.value))))
}

pub fn done<T>(outcome: Outcome<T>) -> Done {
    assert_eq!(outcome.operation.is_none(), outcome.changes == Changes::default());
    Ok((outcome.operation, None))
}
