//! Changing several deals at once, and one by one.

use chrono::{NaiveDate, TimeDelta};
use keybook::domain::filter::Kind;
use keybook::domain::id::Id;
use keybook::domain::stage::Template;
use keybook::domain::word::{RecordKind, Status};
use keybook::ops::bulk::{self, Change, Changed, Move};
use keybook::ops::deal::{self, DealInput};
use keybook::ops::{Problem, history, tag};
use keybook::store::table::deal::Deal;
use keybook::store::view::list::Clause;
use keybook::store::{Book, Outcome};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::act::{ManyChange, many_change, story};
use super::book_file::{assert_sound, dump, tables};
use super::world::{OWNERS, TAGS};
use super::{settings, tell};

/// Changes deals in one operation.
pub fn together(
    book: &mut Book,
    deals: &[Id],
    change: &ManyChange,
    today: NaiveDate,
) -> Result<Outcome<Changed>, Problem> {
    let day = |days: &i16| Some(today + TimeDelta::days(i64::from(*days)));
    let change = match change {
        ManyChange::Stage(to) => Change::Stage(Move::To(stage(*to).to_owned())),
        ManyChange::On => Change::Stage(Move::On),
        ManyChange::Back => Change::Stage(Move::Back),
        ManyChange::Close(days) => Change::CloseOn(day(days)),
        ManyChange::NoClose => Change::CloseOn(None),
        ManyChange::Next(days) => Change::NextOn(day(days)),
        ManyChange::Owner(owner) => Change::Owner(Some(OWNERS[usize::from(*owner)].to_owned())),
        ManyChange::Tag(tag) => Change::Tag(TAGS[usize::from(*tag)].to_owned()),
        ManyChange::Untag(tag) => Change::Untag(TAGS[usize::from(*tag)].to_owned()),
        ManyChange::Delete => Change::Delete,
    };
    bulk::change(book, Kind::Deals, &Clause::records(Kind::Deals, deals), &change)
}

/// Changes a deal as a person would change it alone; whether that changed it.
fn alone(book: &mut Book, id: Id, change: &ManyChange, today: NaiveDate) -> bool {
    let day = |days: &i16| Some(Some(today + TimeDelta::days(i64::from(*days))));
    let is_open = book.row::<Deal>(id).unwrap().status == Status::Open;
    let mut edit = |input: DealInput| Some(deal::edit(book, id, &input).unwrap().operation.is_some());
    let done = match change {
        ManyChange::Close(days) if is_open => edit(DealInput { close_on: day(days), ..DealInput::default() }),
        ManyChange::NoClose if is_open => edit(DealInput { close_on: Some(None), ..DealInput::default() }),
        ManyChange::Next(days) if is_open => edit(DealInput { next_on: day(days), ..DealInput::default() }),
        ManyChange::Close(_) | ManyChange::NoClose | ManyChange::Next(_) => None,
        ManyChange::Owner(owner) => {
            let owner = Some(Some(OWNERS[usize::from(*owner)].to_owned()));
            edit(DealInput { owner, ..DealInput::default() })
        }
        ManyChange::Stage(to) => match deal::advance(book, id, Some(stage(*to))) {
            Err(Problem::WrongWay(_)) => {
                Some(deal::back(book, id, Some(stage(*to))).unwrap().operation.is_some())
            }
            done => done.ok().map(|done| done.operation.is_some()),
        },
        ManyChange::On => deal::advance(book, id, None).ok().map(|done| done.operation.is_some()),
        ManyChange::Back => deal::back(book, id, None).ok().map(|done| done.operation.is_some()),
        ManyChange::Tag(tag) => {
            let done = tag::add(book, TAGS[usize::from(*tag)], RecordKind::Deal, &[id]);
            Some(done.unwrap().operation.is_some())
        }
        ManyChange::Untag(tag) => {
            let done = tag::remove(book, TAGS[usize::from(*tag)], RecordKind::Deal, &[id]);
            Some(done.unwrap().operation.is_some())
        }
        ManyChange::Delete => Some(deal::delete(book, id).unwrap().operation.is_some()),
    };
    done.unwrap_or_default()
}

fn stage(number: u8) -> &'static str {
    Template::Method.stages()[usize::from(number)].key
}

/// Every row as text, but for what differs each time the same is done: when it was, the ids that events, signs
/// and tags on records got, and the sums over these.
fn dump_of_what_was_done(file: &Connection) -> Vec<String> {
    let mut lines = vec![];
    for table in tables(file).into_iter().filter(|table| table != "seal") {
        let mut statement = file.prepare_cached(&format!("SELECT * FROM {table}")).unwrap();
        let own_ids = matches!(table.as_str(), "deal_event" | "tagging" | "exit_sign");
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let is_new = |name: &String| {
            matches!(name.as_str(), "at" | "updated_at")
                || own_ids && matches!(name.as_str(), "id" | "created_at")
        };
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values = names.iter().enumerate().filter(|(_, name)| !is_new(name));
            let values: Vec<Value> = values.map(|(n, _)| row.get(n).unwrap()).collect();
            lines.push(format!("{table} {values:?}"));
        }
    }
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn many_changed_at_once_are_what_each_would_be_alone(
        story in story(8..30),
        chosen in any::<u32>(),
        changes in prop::collection::vec(many_change(), 1..5),
    ) {
        let mut told = tell(story);
        let today = told.last;
        // The words that may be used are known, so that they are the same ones both times.
        let all = told.world.deals();
        for number in 0..3 {
            together(told.world.book(), &all, &ManyChange::Tag(number), today).unwrap();
            together(told.world.book(), &all, &ManyChange::Untag(number), today).unwrap();
            together(told.world.book(), &all, &ManyChange::Owner(number), today).unwrap();
        }
        for change in changes {
            let mut deals: Vec<Id> = (0..).zip(&all).filter(|(n, _)| chosen >> (n % 32) & 1 == 1).map(|(_, id)| *id).collect();
            deals.retain(|id| told.world.book().row::<Deal>(*id).is_ok());
            let before = dump(told.world.file());
            let at_once = together(told.world.book(), &deals, &change, today).unwrap();
            let (after, done) = (dump(told.world.file()), dump_of_what_was_done(told.world.file()));
            assert_sound(told.world.file());
            if at_once.operation.is_some() {
                history::undo(told.world.book(), None).unwrap();
                prop_assert_eq!(dump(told.world.file()), before, "undone: {:?}", change);
                history::redo(told.world.book()).unwrap();
                prop_assert_eq!(dump(told.world.file()), after, "redone: {:?}", change);
                history::undo(told.world.book(), None).unwrap();
            }
            let changed = deals.iter().filter(|id| alone(told.world.book(), **id, &change, today)).count();
            prop_assert_eq!(dump_of_what_was_done(told.world.file()), done, "{:?}", change);
            let Changed { changed: told_of, same, closed, at_end } = at_once.value;
            prop_assert_eq!(told_of, changed as u64);
            prop_assert_eq!(told_of + same + closed + at_end, deals.len() as u64, "each is told of once");
        }
    }
}
