//! The way of a deal to its sale: the sign of each stage, seen or not, and what the client agreed to.

use super::entries::{self, asks};
use super::side::Side;
use crate::domain::entry::{Entry as PlanEntry, EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::stage::Stage;
use crate::report::words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::Telling;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::widgets::sheet::{Line, Stands};

/// Reads it.
///
/// # Errors
/// What the store could not read.
pub fn read(book: &Book, look: &Look, deal: Id) -> Result<Side> {
    let mut side = Side::default();
    let holder = Holder::Deal(deal);
    let signs = book.entries(EntryKind::ExitSign, holder)?;
    let lines = look.stages.iter().filter(|stage| stage.has_exit_sign()).map(|stage| {
        let sign = signs.iter().find(|sign| sign.refers_to("stage") == Some(stage.id));
        (line(look, holder, stage, sign), vec![words::exit_sign(look.lang, stage).into_owned()])
    });
    side.sheet.noted(tr!(look.lang, "record.exit_signs"), lines.collect());
    side.groups.push(signs);
    entries::put(&mut side, book, look, holder, EntryKind::Milestone)?;
    Ok(side)
}

/// What tells the sign of a stage to be seen.
pub fn telling(stage: &Stage, holder: Holder) -> Telling {
    Telling::new(EntryKind::ExitSign, holder).proposing("stage", Value::Id(stage.id))
}

fn line(look: &Look, holder: Holder, stage: &Stage, sign: Option<&PlanEntry>) -> Line {
    let seen = sign.and_then(|sign| sign.day("seen"));
    let skipped = sign.and_then(|sign| sign.day("skipped"));
    let (box_sign, about, style) = match (seen, skipped) {
        (Some(day), _) => {
            ("●", tr!(look.lang, "record.seen", day = look.date(day)).into_owned(), look.theme.good)
        }
        (None, Some(day)) => {
            ("○", tr!(look.lang, "record.skipped", day = look.date(day)).into_owned(), look.theme.warn)
        }
        (None, None) => ("○", tr!(look.lang, "record.not_yet").into_owned(), look.theme.dim),
    };
    let stands_for = match (sign, seen) {
        (Some(sign), Some(_)) => Stands::Entry(Entry { kind: Kind::Plan(EntryKind::ExitSign), id: sign.id }),
        _ => asks(telling(stage, holder)),
    };
    let what = format!("{box_sign} {}", look.stage(&stage.key));
    Line { what, about, style, stands_for: Some(stands_for) }
}
