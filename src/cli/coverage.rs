//! `keybook coverage` and `keybook walk`: the people around a deal or an account, and whether a proposal
//! speaks to them.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::{name, value};
use crate::domain::quadrant::walk::Check;
use crate::domain::word::RecordKind;
use crate::ops::walk;
use crate::report::{pages, quadrant, rows};
use crate::store::Book;
use crate::store::table::deal::Deal;
use crate::store::view::find::Named;
use crate::store::view::people::Group;
use crate::tr;

const KINDS: &[RecordKind] = &[RecordKind::Account, RecordKind::Deal];

/// Shows the people of an account or a deal: parts, roles, who of ours covers them, and what is missing
#[derive(Debug, Args)]
pub(super) struct Coverage {
    /// The account or deal: code, id, or words of the name
    record: String,
}

impl Coverage {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let record = name::one(&book, &self.record, KINDS)?;
        let account = match record.kind {
            RecordKind::Deal => book.row::<Deal>(record.id)?.account_id,
            _ => record.id,
        };
        let coverage = rows::people::coverage(desk.lang, &book, group(&record), Some(account))?;
        let title = tr!(desk.lang, "page.coverage", name = record.name).into_owned();
        desk.give_rows(&coverage, &coverage.people, || pages::people::coverage(desk.lang, title, &coverage))
    }
}

/// Checks a proposal in all four quadrants, the audience's own first; ticks are kept
#[derive(Debug, Args)]
pub(super) struct Walk {
    /// The deal or account that the proposal is for: code, id, or words of the name
    record: String,
    /// A question that the proposal answers, by its key; more than one may be given
    #[arg(long = "tick", value_name = "KEY")]
    ticks: Vec<String>,
    /// A question that it does not answer after all, by its key
    #[arg(long = "untick", value_name = "KEY")]
    unticks: Vec<String>,
}

impl Walk {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        let record = name::one(&book, &self.record, KINDS)?;
        let read = |flag, text: &String, ticked| {
            value::word(desk.lang, flag, text, Check::ALL, quadrant::check).map(|check| (check, ticked))
        };
        let ticks = self.ticks.iter().map(|text| read("--tick", text, true));
        let unticks = self.unticks.iter().map(|text| read("--untick", text, false));
        let told = ticks.chain(unticks).collect::<Result<Vec<_>, Failure>>()?;
        if !told.is_empty() {
            walk::tick(&mut book, record.kind, record.id, &told)?;
        }
        give(desk, &book, &record)
    }
}

fn give(desk: &Desk, book: &Book, record: &Named) -> Result<(), Failure> {
    let walk = rows::people::walk(desk.lang, book, group(record), record.id)?;
    let title = tr!(desk.lang, "page.walk", name = record.name).into_owned();
    desk.give_rows(&walk, &walk.questions, || pages::people::walk(desk.lang, title, &walk))
}

fn group(record: &Named) -> Group {
    match record.kind {
        RecordKind::Deal => Group::Deal(record.id),
        _ => Group::Account(record.id),
    }
}
