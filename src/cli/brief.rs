//! `keybook brief`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::word::RecordKind;
use crate::report::{pages, rows};

/// Writes the page to read before a meeting with a contact, an account, or about a deal
#[derive(Debug, Args)]
pub(super) struct Brief {
    /// The contact, account or deal: code, id, or words of the name
    record: String,
}

impl Brief {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let kinds = [RecordKind::Contact, RecordKind::Account, RecordKind::Deal];
        let record = name::one(&book, &self.record, &kinds)?;
        let brief = rows::brief::brief(desk.lang, &book, record.kind, record.id)?;
        let stages = book.stages_as_of(None)?;
        desk.give(&brief, || pages::brief::sheet(desk.lang, &stages, &brief))
    }
}
