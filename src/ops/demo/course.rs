//! How the deals of the demonstration go: when each begins, moves, is talked about, and ends.
//!
//! Nothing is written here. A course follows from the deal's number, its amount and today, so that every
//! making on the same day tells the same story, and one on another day tells it as seen from there.

use chrono::NaiveDate;

use super::days::{from, workday};
use crate::domain::chance::Chance;

/// How long ago the story begins, in days: eighteen months.
pub(super) const STORY: i64 = 548;
/// The last of the six stages.
const LAST: usize = 5;

/// How a deal stands today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Open, at a stage.
    Open(usize),
    /// Won from a stage.
    Won(usize),
    /// Lost at a stage.
    Lost(usize),
}

/// One thing that happens to a deal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// It is first written down, with what is hoped for.
    Begin { amount: Option<i64>, close: Option<NaiveDate> },
    /// It is at another stage.
    Move(usize),
    /// What is bought becomes clear.
    Products,
    /// Its amount is revised (thousands).
    Amount(i64),
    /// It is expected at another day.
    Close(NaiveDate),
    /// Somebody is met, called or written to.
    Talk(usize),
    /// The next step is agreed, for a day.
    Step(usize, NaiveDate),
    /// It is won, at an amount (thousands).
    Win(i64),
    /// It is lost.
    Lose,
}

/// A deal's whole way: its turns in order, and how it stands at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Course {
    pub fate: Fate,
    pub turns: Vec<(NaiveDate, Turn)>,
    /// Its amount today, in thousands.
    pub amount: Option<i64>,
    /// The day it is expected to close, or closed.
    pub close: Option<NaiveDate>,
}

/// Where open deals stand, of every eighty.
const OPEN: [(usize, usize); 6] = [(0, 20), (1, 18), (2, 15), (3, 12), (4, 9), (5, 6)];

/// The course of deal `number` with an amount in thousands. `quarter` is the last day of this quarter.
pub(super) fn of(number: usize, amount: i64, today: NaiveDate, quarter: NaiveDate) -> Course {
    let mut chance = Chance::new(number as u64 + 1);
    // Of every hundred deals 38 are won, 22 lost, 40 open, in no order that shows.
    match number * 37 % 100 {
        0..38 => {
            let from = if chance.happens(75) { LAST } else { LAST - 1 };
            closed(Fate::Won(from), number, amount, today, &mut chance)
        }
        share @ 38..60 => closed(Fate::Lost(share % LAST), number, amount, today, &mut chance),
        share => {
            let rank = (number / 100 * 40 + share - 60) * 7 % 80;
            open(stage_of(rank), number, amount, (today, quarter), &mut chance)
        }
    }
}

fn stage_of(rank: usize) -> usize {
    let mut passed = 0;
    for (stage, deals) in OPEN {
        passed += deals;
        if rank < passed {
            return stage;
        }
    }
    0
}

fn closed(fate: Fate, number: usize, amount: i64, today: NaiveDate, chance: &mut Chance) -> Course {
    let (Fate::Open(last) | Fate::Won(last) | Fate::Lost(last)) = fate;
    let end = workday(from(today, -chance.between(2, 470)));
    let start = workday(from(end, -chance.between(40, 170))).max(workday(from(today, -STORY)));
    let hoped = chance.between(85, 115) * amount / 100;
    let guess = from(end, chance.between(-25, 12)).max(from(start, 10));
    let mut way = Way::new(start, Some(hoped.max(1)), Some(guess));
    // The last stage takes its time before it is over.
    let there = from(end, -chance.between(4, 16)).max(start);
    way.walk(last, there, chance);
    way.revise(amount, hoped, chance);
    if guess < end || number.is_multiple_of(3) {
        way.put(from(end, -(end - start).num_days() / 4), Turn::Close(end));
    }
    let sold = match fate {
        // Where there was a negotiation, a little was given.
        Fate::Won(_) if chance.happens(40) => (amount * chance.between(92, 98) / 100).max(1),
        _ => amount,
    };
    way.put(end, if matches!(fate, Fate::Won(_)) { Turn::Win(sold) } else { Turn::Lose });
    Course { fate, turns: way.done(), amount: Some(sold), close: Some(end) }
}

fn open(
    stage: usize,
    number: usize,
    amount: i64,
    (today, quarter): (NaiveDate, NaiveDate),
    chance: &mut Chance,
) -> Course {
    // One in four moved this week.
    let fresh = number.is_multiple_of(4);
    let quiet = number % 8 == 3;
    let last = from(today, -if fresh { chance.between(0, 5) } else { chance.between(6, 32) });
    let start = from(last, -(stage as i64 * chance.between(14, 30)) - chance.between(0, 20));
    let (last, start) = (workday(last), workday(start));
    let close = match number % 11 {
        0 => Some(from(today, -chance.between(2, 15))),
        5 if stage < 2 => None,
        share if share < 3 + stage => {
            let left = (quarter - today).num_days();
            Some(from(today, chance.between(left.min(2), left)))
        }
        _ => Some(from(quarter, chance.between(5, 150 - stage as i64 * 15))),
    };
    let known = stage > 1 || number % 23 != 1;
    let amount = Some(amount).filter(|_| known);
    let hoped = amount.map(|amount| (chance.between(85, 115) * amount / 100).max(1));
    // Dates slip: some once, a few twice.
    let slips = [0, 0, 1, 0, 1, 2][number % 6];
    let first = close.map(|close| from(close, -slips * 24).max(from(start, 20)));
    let mut way = Way::new(start, hoped, if slips > 0 { first } else { close });
    way.walk(stage, last, chance);
    if let (Some(amount), Some(hoped)) = (amount, hoped) {
        way.revise(amount, hoped, chance);
    }
    if let Some(close) = close.filter(|_| slips > 0) {
        if slips > 1 {
            way.put(from(last, -(last - start).num_days() / 2), Turn::Close(from(close, -12)));
        }
        way.put(last, Turn::Close(close));
    }
    let spoken = workday(from(today, -if quiet { chance.between(20, 30) } else { chance.between(0, 11) }));
    way.put(spoken.max(start), Turn::Talk(stage));
    if number % 9 != 4 {
        let due = if number % 7 == 2 { -chance.between(1, 9) } else { chance.between(0, 21) };
        way.put(spoken.max(start), Turn::Step(stage, workday(from(today, due + 1))));
    }
    Course { fate: Fate::Open(stage), turns: way.done(), amount, close }
}

/// A course as it is put together.
struct Way {
    start: NaiveDate,
    turns: Vec<(NaiveDate, Turn)>,
}

impl Way {
    fn new(start: NaiveDate, amount: Option<i64>, close: Option<NaiveDate>) -> Self {
        Way { start, turns: vec![(start, Turn::Begin { amount, close })] }
    }

    fn put(&mut self, day: NaiveDate, turn: Turn) {
        self.turns.push((workday(day).max(self.start), turn));
    }

    /// From the first stage to `stage`, with talks on the way; there by the day `end`.
    fn walk(&mut self, stage: usize, end: NaiveDate, chance: &mut Chance) {
        let span = (end - self.start).num_days();
        let share = |part: i64| part * span / (stage as i64 + 1).max(1);
        let mut since = self.start;
        for next in 1..=stage {
            let at = match next == stage && chance.happens(60) {
                true => end,
                false => from(self.start, share(next as i64) + chance.between(0, share(1) / 3)),
            };
            let at = at.min(end);
            self.talk(next - 1, since, at, chance);
            self.put(at, Turn::Move(next));
            if next == 2 {
                self.put(at, Turn::Products);
            }
            since = at;
        }
        // Now and then a buyer thinks again.
        if stage > 2 && chance.happens(12) {
            self.put(from(since, -4), Turn::Move(stage - 2));
            self.put(since, Turn::Move(stage));
        }
        self.talk(stage, since, end, chance);
    }

    fn talk(&mut self, stage: usize, since: NaiveDate, until: NaiveDate, chance: &mut Chance) {
        let span = (until - since).num_days().max(0);
        for _ in 0..chance.between(1, 2) {
            self.put(from(since, chance.between(0, span)), Turn::Talk(stage));
        }
    }

    fn revise(&mut self, amount: i64, hoped: i64, chance: &mut Chance) {
        if let (true, Some((day, _))) = (amount != hoped, self.turns.last()) {
            let span = (*day - self.start).num_days().max(0);
            self.put(from(self.start, span * chance.between(40, 100) / 100), Turn::Amount(amount));
        }
    }

    /// The turns in the order of their days.
    fn done(mut self) -> Vec<(NaiveDate, Turn)> {
        self.turns.sort_by_key(|(day, turn)| (*day, matches!(turn, Turn::Win(_) | Turn::Lose)));
        self.turns
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_deal_begins_moves_on_and_ends_by_today(number in 0usize..200, amount in 4i64..50_000, ago in 0i64..400) {
            let today = from("2026-11-21".parse().unwrap(), -ago);
            let course = of(number, amount, today, from(today, 20));
            let begins = matches!(course.turns[0].1, Turn::Begin { .. });
            prop_assert!(begins);
            prop_assert!(course.turns.iter().all(|(day, _)| *day <= today));
            let ends = course.turns.iter().filter(|(_, turn)| matches!(turn, Turn::Win(_) | Turn::Lose)).count();
            prop_assert_eq!(ends, usize::from(!matches!(course.fate, Fate::Open(_))));
            let (Fate::Open(last) | Fate::Won(last) | Fate::Lost(last)) = course.fate;
            let stage = course.turns.iter().fold(0, |stage, (_, turn)| if let Turn::Move(to) = turn { *to } else { stage });
            prop_assert_eq!(stage, last);
        }
    }

    #[test]
    fn every_stage_has_its_share_of_the_open_deals() {
        let today = "2026-11-21".parse().unwrap();
        let mut open = [0; 6];
        for number in 0..200 {
            if let Fate::Open(stage) = of(number, 100, today, from(today, 30)).fate {
                open[stage] += 1;
            }
        }
        assert_eq!(open, OPEN.map(|(_, deals)| deals));
    }
}
