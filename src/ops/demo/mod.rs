//! A book to look around in: clients, people and deals that nobody has, with a past that leads up to today.
//!
//! | module | what it is for |
//! |---|---|
//! | `files` | the cast and the words, from `assets/demo` |
//! | `cast`, `beside`, `quotas` | clients and people; promises, days, tasks, small orders; what was to be sold |
//! | `meetings` | where we are to be, and were lately, on clients' clocks |
//! | `minds` | how people think, how they see us, who of ours covers them |
//! | `course`, `play` | how each deal goes, and playing it day by day |
//! | `plans` | account plans, and what is kept in deals beside their course |
//! | `resources` | what is planned for whom and spent on it; which clients went |
//! | `reviews` | the weekly reviews, and the forecasts handed in |
//! | `size` | books of any number of deals, for trying what holds |
//!
//! The past is written with the operations that a person has, each on its day, so that every figure can be
//! asked of any day. None of it stands in the history: nobody at this keyboard did it.

mod beside;
mod cast;
mod course;
mod days;
mod files;
mod meetings;
mod minds;
mod plans;
mod play;
mod quotas;
mod resources;
mod reviews;
mod size;
mod standings;

use std::path::Path;

use chrono::NaiveDate;

use super::Problem;
use crate::domain::period::Period;
use crate::store::{Book, Clock, Past};

/// Every making draws the same lots.
const SEED: u64 = 2026;

/// Makes a demonstration book at `path`, where there is none yet: the one with the story, or one of so many
/// deals. The same day and number make the same book.
///
/// # Errors
/// [`Problem::Store`] with all that concerns opening.
pub fn make(path: &Path, clock: Clock, deals: Option<u64>) -> Result<Book, Problem> {
    let mut book = Book::open(path, clock)?;
    fill(&mut book, deals)?;
    Ok(book)
}

/// Fills a fresh book as [`make`] does.
///
/// # Errors
/// [`Problem::Store`].
pub fn fill(book: &mut Book, deals: Option<u64>) -> Result<(), Problem> {
    let today = book.today();
    book.found_with_past(SEED, |past| match deals {
        Some(deals) => size::fill(past, today, deals),
        None => story(past, today),
    })
}

/// The book with the story.
fn story(past: &mut Past<'_>, today: NaiveDate) -> Result<(), Problem> {
    let files = files::Files::read()?;
    let (_, quarter) = Period::quarter_of(today, 1).range(1);
    let numbered = files.deals.iter().enumerate();
    let parts = numbered.map(|(number, row)| {
        play::Part::new(&files, number, row, course::of(number, row.amount, today, quarter))
    });
    let mut parts = parts.collect::<Result<Vec<_>, Problem>>()?;
    let orders = beside::orders(&files, today);

    cast::prepare(&files, past, today)?;
    let cast = cast::enter(&files, past, today, |key| known_since(&parts, key, today))?;
    quotas::set(&files, past, &parts, &orders, today)?;
    play::all(&files, past, &cast, &mut parts, today)?;
    beside::book_orders(&files, past, &cast, &orders)?;
    beside::promises(&files, past, &cast, today)?;
    beside::tasks(&files, past, &cast, today)?;
    beside::days(&files, past, &cast, today)?;
    meetings::agree(&files, past, &cast, today)?;
    minds::tell(&files, past, &cast, today)?;
    plans::write(&files, past, &cast, today)?;
    standings::judge(&files, past, &cast, today)?;
    resources::departures(&files, past, &cast, today)?;
    resources::plan(&files, past, today)?;
    reviews::hold(past, today)
}

/// Since when a client is known: new ones since shortly before their first deal.
fn known_since(parts: &[play::Part<'_>], key: &str, today: NaiveDate) -> NaiveDate {
    let long_ago = cast::before_the_story(today);
    let new = |part: &&play::Part<'_>| {
        part.account.key == key && part.account.tier == crate::domain::word::Tier::Prospective
    };
    let begins = parts.iter().filter(new).filter_map(|part| part.course.turns.first());
    let first = begins.map(|(day, _)| days::workday(days::from(*day, -9))).min();
    first.map_or(long_ago, |day| day.max(long_ago))
}
