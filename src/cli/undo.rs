//! `keybook undo`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::id::Id;
use crate::ops::{Problem, history};
use crate::report::model::OperationsOut;
use crate::report::page::Page;
use crate::report::problem::Explained;
use crate::report::rows;
use crate::store::Conflict;
use crate::tr;

/// Takes back what was done last
#[derive(Debug, Args)]
pub(super) struct Undo {
    /// How many operations to take back
    #[arg(value_name = "N", default_value_t = 1, conflicts_with = "operation")]
    count: u32,
    /// One operation of the history by its id, if nothing later stands on it
    #[arg(long, value_name = "ID")]
    operation: Option<String>,
}

impl Undo {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let which = self.operation.as_deref().map(|text| {
            text.parse::<Id>().map_err(|_| {
                let what = tr!(lang, "cli.not_an_operation", text = text);
                Failure::Usage(Explained::new(what).hint(tr!(lang, "cli.not_an_operation_hint")))
            })
        });
        let which = which.transpose()?;
        let mut book = desk.book()?;
        let undone = repeat(self.count, || history::undo(&mut book, which).map(|outcome| outcome.value))?;
        let operations = undone.iter().map(|operation| rows::history::operation(lang, operation)).collect();
        let undone = OperationsOut { operations };
        desk.give_rows(&undone, &undone.operations, || {
            let lines = undone.operations.iter();
            let lines = lines.map(|operation| tr!(lang, "done.undone", label = operation.label));
            Page::of_line(lang, lines.collect::<Vec<_>>().join("\n"))
        })
    }
}

/// Does something up to `count` times, until there is nothing left to do.
pub(super) fn repeat<T>(count: u32, mut once: impl FnMut() -> Result<T, Problem>) -> Result<Vec<T>, Failure> {
    let mut done = Vec::new();
    for _ in 0..count {
        match once() {
            Ok(one) => done.push(one),
            Err(Problem::Undo(Conflict::Nothing)) if !done.is_empty() => break,
            Err(problem) => return Err(problem.into()),
        }
    }
    Ok(done)
}
