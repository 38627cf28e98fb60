//! `keybook strategy`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::name;
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::strategy::{Cells, Factor};
use crate::domain::word::RecordKind;
use crate::report::model::StrategyOut;
use crate::report::pages;

/// Shows the macro-strategy that the factors of an account or a deal leave open
///
/// The two heaviest of the four cells decide; where cells weigh the same, every strategy left open is shown.
#[derive(Debug, Args)]
pub(super) struct Strategy {
    /// The account or deal: its code, id, or words of its name
    record: String,
}

impl Strategy {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let named = name::one(&book, &self.record, &[RecordKind::Account, RecordKind::Deal])?;
        let holder = match named.kind {
            RecordKind::Deal => Holder::Deal(named.id),
            _ => Holder::Account(named.id),
        };
        let factors = book.entries(EntryKind::Factor, holder)?;
        let strategy = StrategyOut::from(Cells::of(factors.iter().filter_map(Factor::of)));
        desk.give(&strategy, || pages::strategy::sheet(desk.lang, &named.name, &factors))
    }
}
