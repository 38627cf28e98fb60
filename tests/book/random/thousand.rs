//! A long story: a thousand operations, undone to the start and redone to the end.

use chrono::Days;
use keybook::ops::{Problem, history};
use keybook::store::Conflict;
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::act::{Act, story_with_many};
use super::book_file::{assert_sound, dump};
use super::fresh::first_day;
use super::world::World;
use crate::taken_back;

/// As many as can always be undone.
const OPERATIONS: usize = 1_000;

/// Operations between two looks at the whole book.
const STRIDE: usize = 50;

/// The book's document, and its file.
fn whole(world: &mut World) -> (String, String) {
    (taken_back::dump(world.book()), dump(world.file()))
}

/// Does a thousand things at random, on some hundred days.
fn a_long_story_is_undone_and_redone() {
    let mut world = World::new(first_day());
    let mut looks = vec![whole(&mut world)];
    let mut runner = TestRunner::default();
    let (mut step, mut done, mut day) = (0, 0, first_day());
    while done < OPERATIONS {
        let part = story_with_many(100..101).new_tree(&mut runner).unwrap().current();
        day = day + Days::new(u64::from(part[0].0).min(3));
        world.live_on(day);
        for (_, act) in part {
            step += 1;
            let Some(act) = world.settle(act).filter(|act| !matches!(act, Act::Undo | Act::Redo)) else {
                continue;
            };
            // What is refused or changes nothing is no operation; other trials hold that it leaves no trace.
            if done < OPERATIONS && matches!(world.act(step, &act, day), Ok(Some(_))) {
                done += 1;
                if done % STRIDE == 0 {
                    looks.push(whole(&mut world));
                }
            }
        }
    }
    assert_eq!(looks.len(), OPERATIONS / STRIDE + 1);
    for look in looks.iter().rev().skip(1) {
        (0..STRIDE).for_each(|_| drop(history::undo(world.book(), None).unwrap()));
        assert!(whole(&mut world) == *look, "undone it is not what it was");
    }
    assert!(matches!(history::undo(world.book(), None), Err(Problem::Undo(Conflict::Nothing))));
    assert_sound(world.file());
    for look in looks.iter().skip(1) {
        (0..STRIDE).for_each(|_| drop(history::redo(world.book()).unwrap()));
        assert!(whole(&mut world) == *look, "redone it is not what it became");
    }
    assert_sound(world.file());
}

#[test]
fn a_thousand_operations_undone_give_the_first_book_to_the_byte_and_redone_the_last() {
    a_long_story_is_undone_and_redone();
}

#[test]
#[ignore = "some minutes"]
fn fifty_times_a_thousand_operations_undone_and_redone() {
    (0..50).for_each(|_| a_long_story_is_undone_and_redone());
}
