//! Random stories: what holds whatever a person does, in whatever order.

mod act;
mod book_file;
mod errand;
mod figures;
mod fresh;
mod joining;
mod keeping;
mod many;
mod people;
mod plan;
mod thousand;
mod world;

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use keybook::domain::bridge::Change;
use keybook::domain::id::Id;
use keybook::domain::period::Period;
use keybook::ops::{Problem, history};
use keybook::store::Conflict;
use proptest::prelude::*;
use rusqlite::Connection;

use act::{Act, Story, story, story_with_many};
use book_file::{assert_sound, dump};
use figures::figures;
use fresh::first_day;
use world::World;

use crate::taken_back;

/// A step that was done.
#[derive(Debug, Clone)]
struct Step {
    /// Which of the story.
    n: usize,
    day: NaiveDate,
    act: Act,
    operation: Id,
    /// The book after it.
    after: String,
}

/// A story that has been told to a book.
struct Told {
    world: World,
    /// The book before the first step.
    start: String,
    /// The steps that hold, in their order.
    steps: Vec<Step>,
    last: NaiveDate,
}

/// The number of operations and of journal entries.
fn history_length(file: &Connection) -> (i64, i64) {
    let count = |table: &str| {
        let sql = format!("SELECT count(*) FROM {table}");
        file.query_row(&sql, [], |row| row.get(0)).unwrap()
    };
    (count("operation"), count("journal"))
}

/// Tells a story. On the way, what is refused or changes nothing must leave no trace, and undo and redo
/// must bring back the book that was, to the byte.
fn tell(story: Story) -> Told {
    let mut world = World::new(first_day());
    let start = dump(world.file());
    let (mut steps, mut undone): (Vec<Step>, Vec<Step>) = (vec![], vec![]);
    let (mut last, mut before) = (first_day(), (start.clone(), (0, 0)));
    for (n, (gap, act)) in story.into_iter().enumerate() {
        last = last + Days::new(u64::from(gap));
        world.live_on(last);
        let Some(act) = world.settle(act) else { continue };
        let result = world.act(n, &act, last);
        let now = (dump(world.file()), history_length(world.file()));
        match (result, act) {
            (Ok(None) | Err(_), act) => assert_eq!(now, before, "{act:?} was not done, yet left a trace"),
            (Ok(operation), Act::Undo) => {
                let step = steps.pop().unwrap();
                assert_eq!(operation, Some(step.operation));
                assert_eq!(
                    now.0,
                    steps.last().map_or(&start, |step| &step.after).clone(),
                    "undone: {step:?}"
                );
                undone.push(step);
            }
            (Ok(operation), Act::Redo) => {
                let step = undone.pop().unwrap();
                assert_eq!(operation, Some(step.operation));
                assert_eq!(now.0, step.after, "redone: {:?}", step.act);
                steps.push(step);
            }
            (Ok(Some(operation)), act) => {
                undone.clear();
                steps.push(Step { n, day: last, act, operation, after: now.0.clone() });
            }
        }
        before = now;
    }
    assert_sound(world.file());
    Told { world, start, steps, last }
}

/// The figures at the end of each of these days, of a fresh book in which only these steps are done, each
/// on its day. Settings have no day, and exchange rates count from the day they are dated, whenever they
/// were entered: both apply always. None where one of the steps rests on one that is missing, as going back a
/// stage rests on the reopening before it.
fn lived_through(steps: &[&Step], days: &BTreeSet<NaiveDate>) -> Option<Vec<(NaiveDate, String)>> {
    let mut world = World::new(first_day());
    let mut next = steps.iter().copied().peekable();
    let mut seen = vec![];
    for day in days {
        while let Some(step) = next.next_if(|step| step.day <= *day) {
            world.live_on(step.day);
            world.act(step.n, &step.act, step.day).ok()?;
        }
        world.live_on(*day);
        let ahead = next.clone().filter(|step| matches!(step.act, Act::Setting { .. } | Act::Rate { .. }));
        let told_ahead =
            ahead.filter(|step| world.act(step.n, &step.act, step.day).unwrap().is_some()).count();
        seen.push((*day, figures(world.book(), None)));
        for _ in 0..told_ahead {
            history::undo(world.book(), None).unwrap();
        }
    }
    Some(seen)
}

/// The days on which something was done, a day between, and the last one.
fn days_of(told: &Told) -> BTreeSet<NaiveDate> {
    let days = told.steps.iter().map(|step| step.day);
    days.flat_map(|day| [day, day + Days::new(1)])
        .filter(|day| *day <= told.last)
        .chain([told.last])
        .collect()
}

/// Two dozen stories of each sort, or as many as `PROPTEST_CASES` says.
fn settings() -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|text| text.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(24),
        max_shrink_iters: 200,
        max_shrink_time: 8_000,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn undone_to_the_start_a_book_is_what_it_was_and_redone_what_it_became(story in story_with_many(10..45)) {
        let mut told = tell(story);
        let end = dump(told.world.file());
        for (n, step) in told.steps.iter().enumerate().rev() {
            let undone = history::undo(told.world.book(), None).unwrap();
            prop_assert_eq!(undone.operation, Some(step.operation));
            let expected = n.checked_sub(1).map_or(&told.start, |before| &told.steps[before].after);
            prop_assert_eq!(&dump(told.world.file()), expected, "undone: {:?}", step.act);
        }
        prop_assert!(matches!(history::undo(told.world.book(), None), Err(Problem::Undo(Conflict::Nothing))));
        assert_sound(told.world.file());
        for step in &told.steps {
            let redone = history::redo(told.world.book()).unwrap();
            prop_assert_eq!(redone.operation, Some(step.operation));
            prop_assert_eq!(&dump(told.world.file()), &step.after, "redone: {:?}", step.act);
        }
        prop_assert_eq!(dump(told.world.file()), end);
        assert_sound(told.world.file());
    }

    #[test]
    fn whatever_was_done_a_book_comes_back_from_its_document_to_the_byte(story in story_with_many(10..40)) {
        let mut told = tell(story);
        let whole = taken_back::dump(told.world.book());
        prop_assert_eq!(taken_back::dump(&taken_back::taken_back(&whole)), whole);
    }

    #[test]
    fn a_past_day_looks_as_it_did_then(story in story_with_many(10..40)) {
        let mut told = tell(story);
        let today = told.last;
        prop_assert_eq!(figures(told.world.book(), None), figures(told.world.book(), Some(today)));
        let days = lived_through(&told.steps.iter().collect::<Vec<_>>(), &days_of(&told));
        let days = days.expect("nothing is missing");
        for (at, (day, then)) in days.into_iter().enumerate() {
            prop_assert_eq!(figures(told.world.book(), Some(day)), &*then, "as of {}", day);
            if at % 4 == 1 {
                let looked_back = told.world.book().as_of(day).unwrap();
                prop_assert_eq!(figures(&looked_back, None), then, "looking back on {}", day);
            }
        }
    }

    #[test]
    fn a_bridge_adds_up_to_the_cent_and_the_changes_are_those_of_its_deals(
        story in story(20..60),
        spans in prop::collection::vec((0u64..80, 0u64..40), 3..8),
    ) {
        let mut told = tell(story);
        let today = told.last;
        for (back, length) in spans {
            let to = today - Days::new(back);
            let from = to - Days::new(length);
            for period in ["", "2026Q4", "2026Q3", "2026-12", "2026"] {
                let period: Option<Period> = period.parse().ok();
                let book = told.world.book();
                let view = book.bridge(period, from, to).unwrap();
                prop_assert!(view.bridge.adds_up(), "{:?} from {} to {}: {:?}", period, from, to, view);
                prop_assert_eq!(view.bridge.opening, book.funnel(period, Some(from)).unwrap().funnel.total.amount);
                prop_assert_eq!(view.bridge.closing, book.funnel(period, Some(to)).unwrap().funnel.total.amount);
                for change in Change::ALL {
                    let of_deals = view.deals.iter().filter(|one| one.change == *change);
                    prop_assert_eq!(of_deals.map(|one| one.amount).sum::<i128>(), view.bridge.term(*change));
                }
                let zero = book.bridge(period, to, to).unwrap();
                prop_assert!(zero.deals.is_empty());
            }
        }
    }

    #[test]
    fn a_step_taken_back_alone_never_was(story in story(8..30), picks in prop::collection::vec(0usize..64, 1..5)) {
        let mut told = tell(story);
        let end = dump(told.world.file());
        let mut gone: Vec<usize> = vec![];
        for pick in picks {
            let before = dump(told.world.file());
            let step = &told.steps[pick % told.steps.len()];
            // What was told in another base currency afterwards stays told in it.
            if gone.contains(&step.n) || matches!(step.act, Act::Setting { .. }) {
                continue;
            }
            match history::undo(told.world.book(), Some(step.operation)) {
                Ok(_) => gone.push(step.n),
                Err(Problem::Undo(Conflict::Later(later))) => {
                    let other = told.steps.iter().find(|other| other.operation == later.id);
                    let in_the_way = other.is_some_and(|other| other.n > step.n && !gone.contains(&other.n));
                    prop_assert!(in_the_way, "{:?} is said to be in the way of {:?}", other.map(|o| &o.act), step.act);
                    prop_assert_eq!(dump(told.world.file()), before);
                }
                Err(other) => prop_assert!(false, "{:?}: {:?}", step.act, other),
            }
            assert_sound(told.world.file());
        }
        let kept: Vec<&Step> = told.steps.iter().filter(|step| !gone.contains(&step.n)).collect();
        for (day, without) in lived_through(&kept, &days_of(&told)).into_iter().flatten() {
            let shown = figures(told.world.book(), Some(day));
            prop_assert_eq!(shown, without, "as of {} without {:?}", day, gone);
        }
        for _ in &kept {
            history::undo(told.world.book(), None).unwrap();
        }
        prop_assert_eq!(dump(told.world.file()), told.start);
        for _ in &told.steps {
            history::redo(told.world.book()).unwrap();
        }
        prop_assert_eq!(dump(told.world.file()), end);
    }
}
