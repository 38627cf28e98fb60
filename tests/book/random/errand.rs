//! What is due in a story, and what is done about it.

use chrono::{NaiveDate, TimeDelta};
use keybook::domain::due::DueKind;
use keybook::domain::id::Id;
use keybook::domain::word::{ActivityKind, Calendar, CommitmentStatus, RecordKind, Side};
use keybook::ops::activity::{self, ActivityChange, ActivityInput};
use keybook::ops::commitment::{self, CommitmentChange, CommitmentInput};
use keybook::ops::special_day::{self, SpecialDayChange, SpecialDayInput};
use keybook::ops::{deal, snooze};

use super::act::{Act, Put, Who};
use super::world::{Done, World, done, made};

/// Turns the numbers of an act into steps that made such records; None where there are none yet.
pub fn settle(act: Act, pick: &dyn Fn(RecordKind, Who) -> Option<Who>) -> Option<Act> {
    let account = |number| pick(RecordKind::Account, number);
    let contact = |number| pick(RecordKind::Contact, number);
    let activity = |number| pick(RecordKind::Activity, number);
    let deal = |number| pick(RecordKind::Deal, number);
    let promise = |number| pick(RecordKind::Commitment, number);
    let special = |number| pick(RecordKind::SpecialDay, number);
    let put = |what| {
        Some(match what {
            Put::Step(d) => Put::Step(deal(d)?),
            Put::Date(d) => Put::Date(deal(d)?),
            Put::Task(a) => Put::Task(activity(a)?),
            Put::Promise(p) => Put::Promise(promise(p)?),
            Put::Day(d) => Put::Day(special(d)?),
            Put::Silence(c) => Put::Silence(contact(c)?),
        })
    };
    Some(match act {
        Act::Task { account: a, due } => Act::Task { account: account(a)?, due },
        Act::FinishTask { activity: a } => Act::FinishTask { activity: activity(a)? },
        Act::MoveTask { activity: a, due } => Act::MoveTask { activity: activity(a)?, due },
        Act::DeleteActivity { activity: a } => Act::DeleteActivity { activity: activity(a)? },
        Act::FinishStep { deal: d } => Act::FinishStep { deal: deal(d)? },
        Act::Promise { account: a, contact: c, theirs, due } => {
            Act::Promise { account: account(a)?, contact: c.and_then(contact), theirs, due }
        }
        Act::Settle { promise: p, kept } => Act::Settle { promise: promise(p)?, kept },
        Act::MovePromise { promise: p, due } => Act::MovePromise { promise: promise(p)?, due },
        Act::DeletePromise { promise: p } => Act::DeletePromise { promise: promise(p)? },
        Act::Remember { contact: c, lunar, day } => Act::Remember { contact: contact(c)?, lunar, day },
        Act::Greet { day } => Act::Greet { day: special(day)? },
        Act::MoveDay { day, to } => Act::MoveDay { day: special(day)?, to },
        Act::DeleteDay { day } => Act::DeleteDay { day: special(day)? },
        Act::PutOff { what, until } => Act::PutOff { what: put(what)?, until },
        Act::Wake { what } => Act::Wake { what: put(what)? },
        plain => plain,
    })
}

/// Does a settled act as step `n`, told on a day; what is no errand is about what stands beside the records.
pub fn perform(world: &mut World, n: usize, act: &Act, told_on: NaiveDate) -> Done {
    let shifted = |days: i16| Some(told_on + TimeDelta::days(i64::from(days)));
    match act {
        Act::Task { account, due } => {
            let task = ActivityInput {
                account: Some(world.id(*account)),
                due_on: shifted(*due),
                ..ActivityInput::new(ActivityKind::Task, format!("task {n}"))
            };
            made(RecordKind::Activity, activity::log(world.book(), &task)?)
        }
        Act::FinishTask { activity } => {
            let id = world.id(*activity);
            done(activity::finish(world.book(), id)?)
        }
        Act::MoveTask { activity, due } => {
            let id = world.id(*activity);
            let change = ActivityChange { due_on: Some(shifted(*due)), ..ActivityChange::default() };
            done(activity::edit(world.book(), id, &change)?)
        }
        Act::DeleteActivity { activity } => {
            let id = world.id(*activity);
            done(activity::delete(world.book(), id)?)
        }
        Act::FinishStep { deal } => {
            let id = world.id(*deal);
            made(RecordKind::Activity, deal::finish_step(world.book(), id)?)
        }
        Act::Promise { account, contact, theirs, due } => {
            let promise = CommitmentInput {
                account: Some(world.id(*account)),
                contact: contact.map(|contact| world.id(contact)),
                promised_by: if *theirs { Side::Them } else { Side::Us },
                due_on: shifted(*due),
                ..CommitmentInput::ours(format!("promise {n}"))
            };
            made(RecordKind::Commitment, commitment::add(world.book(), &promise)?)
        }
        Act::Settle { promise, kept } => {
            let id = world.id(*promise);
            let status = if *kept { CommitmentStatus::Kept } else { CommitmentStatus::Broken };
            done(commitment::settle(world.book(), id, status, None)?)
        }
        Act::MovePromise { promise, due } => {
            let id = world.id(*promise);
            let change = CommitmentChange { due_on: Some(shifted(*due)), ..CommitmentChange::default() };
            done(commitment::edit(world.book(), id, &change)?)
        }
        Act::DeletePromise { promise } => {
            let id = world.id(*promise);
            done(commitment::delete(world.book(), id)?)
        }
        Act::Remember { contact, lunar, day } => {
            let birthday = SpecialDayInput {
                account: None,
                contact: Some(world.id(*contact)),
                kind: "birthday".into(),
                label: Some(format!("day {n}")),
                calendar: if *lunar { Calendar::Lunar } else { Calendar::Solar },
                year: None,
                month: 10,
                day: i64::from(*day),
                notice_days: None,
            };
            made(RecordKind::SpecialDay, special_day::add(world.book(), &birthday)?)
        }
        Act::Greet { day } => {
            let id = world.id(*day);
            done(special_day::greet(world.book(), id)?)
        }
        Act::MoveDay { day, to } => {
            let id = world.id(*day);
            let change = SpecialDayChange { day: Some((11, i64::from(*to))), ..SpecialDayChange::default() };
            done(special_day::edit(world.book(), id, &change)?)
        }
        Act::DeleteDay { day } => {
            let id = world.id(*day);
            done(special_day::delete(world.book(), id)?)
        }
        Act::PutOff { what, until } => {
            let (id, reason) = put(world, what);
            let until = told_on + TimeDelta::days(i64::from(*until));
            done(snooze::add(world.book(), id, reason, until)?)
        }
        Act::Wake { what } => {
            let (id, reason) = put(world, what);
            done(snooze::clear(world.book(), id, reason)?)
        }
        beside => world.keep(n, beside, told_on),
    }
}

fn put(world: &World, what: &Put) -> (Id, DueKind) {
    match what {
        Put::Step(deal) => (world.id(*deal), DueKind::NextStep),
        Put::Date(deal) => (world.id(*deal), DueKind::ClosePast),
        Put::Task(activity) => (world.id(*activity), DueKind::Task),
        Put::Promise(promise) => (world.id(*promise), DueKind::OurCommitment),
        Put::Day(day) => (world.id(*day), DueKind::SpecialDay),
        Put::Silence(contact) => (world.id(*contact), DueKind::QuietContact),
    }
}
