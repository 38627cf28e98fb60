//! `keybook redo`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::undo::repeat;
use crate::ops::history;
use crate::report::model::OperationsOut;
use crate::report::page::Page;
use crate::report::rows;
use crate::tr;

/// Does again what was taken back last
#[derive(Debug, Args)]
pub(super) struct Redo {
    /// How many operations to do again
    #[arg(value_name = "N", default_value_t = 1)]
    count: u32,
}

impl Redo {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let redone = repeat(self.count, || history::redo(&mut book).map(|outcome| outcome.value))?;
        let operations = redone.iter().map(|operation| rows::history::operation(lang, operation)).collect();
        let redone = OperationsOut { operations };
        desk.give_rows(&redone, &redone.operations, || {
            let lines = redone.operations.iter();
            let lines = lines.map(|operation| tr!(lang, "done.redone", label = operation.label));
            Page::of_line(lang, lines.collect::<Vec<_>>().join("\n"))
        })
    }
}
