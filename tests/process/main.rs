//! The book among processes: killed in the middle, shared by two, in the way of others' files.
#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../book/random/book_file.rs"]
mod book_file;
#[path = "../chance/mod.rs"]
mod chance;
mod clocks;
mod commands_killed;
#[path = "../damage/mod.rs"]
mod damage;
mod damaged;
mod killed;
mod opening;
mod places;
mod together;
mod worker;

use std::collections::BTreeSet;

use keybook::domain::id::Id;
use keybook::store::{Book, State};

/// The ids of the operations that hold.
fn operations(book: &Book) -> BTreeSet<Id> {
    let all = book.history(None, 1_000_000).unwrap();
    all.into_iter().filter(|operation| operation.state == State::Done).map(|operation| operation.id).collect()
}
