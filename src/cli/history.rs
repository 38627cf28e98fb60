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
        let operations: Vec<_> = match record {
            None => {
                let operations = history::list(&book, None, i64::from(self.limit))?;
                operations.iter().map(|operation| rows::history::operation(lang, operation)).collect()
            }
            Some(record) => {
                let limit = usize::try_from(self.limit).unwrap_or(usize::MAX);
                let happened = book.record_history((record.kind, record.id), false, None, limit)?;
                happened.iter().map(|one| rows::record_history::happening(lang, one)).collect()
            }
        };
        let history = OperationsOut { operations };
        desk.give_rows(&history, &history.operations, || {
            Page::of_table(lang, "", pages::operation::list(lang, &history.operations))
        })
    }
}
