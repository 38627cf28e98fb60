//! What only open deals take: another stage, another day.

use std::collections::BTreeMap;

use super::super::deal;
use super::super::problem::Problem;
use super::{Move, Written};
use crate::domain::id::Id;
use crate::domain::stage::{Stage, find};
use crate::domain::word::Status;
use crate::store::Writer;
use crate::store::table::several::Standing;

/// Moves the open ones among these deals.
pub(super) fn shift(writer: &Writer<'_>, deals: &[Id], to: &Move) -> Result<Written, Problem> {
    let stages: Vec<Stage> = writer.stages()?.into_iter().map(Stage::from).collect();
    let wanted = match to {
        Move::To(word) => Some(find(&stages, word).ok_or_else(|| unknown(word, &stages))?),
        Move::On | Move::Back => None,
    };
    let target = |from: Id| -> Option<&Stage> {
        let at = stages.iter().position(|stage| stage.id == from)?;
        match to {
            Move::To(_) => wanted,
            Move::On => stages.get(at + 1),
            Move::Back => stages.get(at.checked_sub(1)?),
        }
    };
    let (open, closed) = open_among(writer, deals)?;
    let mut written = Written { closed, ..Written::default() };
    let mut by_target: BTreeMap<i64, (&Stage, Vec<Id>)> = BTreeMap::new();
    for standing in open {
        let Some(stage) = target(standing.stage) else {
            written.at_end += 1;
            continue;
        };
        if let Some(left) = stages.iter().find(|left| left.id == standing.stage)
            && left.position < stage.position
        {
            deal::leave_stage(writer, standing.deal, left)?;
        }
        by_target.entry(stage.position).or_insert((stage, vec![])).1.push(standing.deal);
    }
    if let [(stage, _)] = by_target.values().collect::<Vec<_>>().as_slice() {
        stage.remembered_as().clone_into(&mut written.stage);
    }
    for (stage, deals) in by_target.into_values() {
        written.records.extend(writer.move_deals(&deals, stage.id)?);
    }
    Ok(written)
}

/// Sets a day of the open ones among these deals with `set`, which gives those that it changed.
pub(super) fn date(
    writer: &Writer<'_>,
    deals: &[Id],
    set: impl FnOnce(&[Id]) -> crate::store::Result<Vec<Id>>,
) -> Result<Written, Problem> {
    let (open, closed) = open_among(writer, deals)?;
    let open: Vec<Id> = open.into_iter().map(|standing| standing.deal).collect();
    Ok(Written { records: set(&open)?, closed, ..Written::default() })
}

/// The open deals among these, and how many are not.
fn open_among(writer: &Writer<'_>, deals: &[Id]) -> Result<(Vec<Standing>, u64), Problem> {
    let (open, closed): (Vec<_>, Vec<_>) =
        writer.standings(deals)?.into_iter().partition(|standing| standing.status == Status::Open);
    Ok((open, closed.len() as u64))
}

fn unknown(word: &str, stages: &[Stage]) -> Problem {
    Problem::NoStage { word: word.to_owned(), known: stages.iter().map(|stage| stage.key.clone()).collect() }
}
