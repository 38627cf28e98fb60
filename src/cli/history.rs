//! `keybook history`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::word::RecordKind;
use crate::ops::history;
use crate::report::model::OperationsOut;
use crate::report::page::Page;
use crate::report::{pages, rows};

/// Lists what was done, the latest first
#[derive(Debug, Args)]
pub(super) struct History {
    /// Only what changed this account, contact, deal or product
    record: Option<String>,
    /// How many operations to list at most
    #[arg(long, value_name = "N", default_value_t = 50)]
    limit: u32,
}

impl History {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let book = desk.book()?;
        let kinds = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal, RecordKind::Product];
        let record = self.record.map(|words| name::one(&book, &words, &kinds)).transpose()?;
        let operations = history::list(&book, record.map(|record| record.id), i64::from(self.limit))?;
        let operations: Vec<_> =
            operations.iter().map(|operation| rows::history::operation(lang, operation)).collect();
        let history = OperationsOut { operations };
        desk.give_rows(&history, &history.operations, || {
            Page::of_table(lang, "", pages::operation::list(lang, &history.operations))
        })
    }
}
