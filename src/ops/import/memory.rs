//! What was put right of files, remembered for the next ones of their shape.

use chrono::NaiveDate;

use super::super::{Done, Problem};
use crate::domain::deed::Deed;
use crate::domain::text::clean_line;
use crate::exchange::{Correction, Kind, Options, Order, Plan, Told, parse_target};
use crate::store::table::mapping::Mapping;
use crate::store::{Book, Label, Result, Writer};

/// What was put right of the files of one shape.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remembered {
    /// The name of the file that it was last told of.
    pub file: String,
    /// What was told.
    pub told: Told,
    /// When.
    pub told_on: NaiveDate,
}

/// The word for all that is remembered.
pub const ALL: &str = "all";

/// All that is remembered, what was told last first.
///
/// # Errors
/// What the store could not read.
pub fn remembered(book: &Book) -> Result<Vec<Remembered>> {
    Ok(book.mappings()?.iter().map(read).collect())
}

/// Forgets what was put right of files: of those of a shape, of the file of a name, or [`ALL`] of it. How many
/// shapes that were.
///
/// # Errors
/// [`Problem::NoMapping`] where nothing is remembered by that name.
pub fn forget(book: &mut Book, which: &str) -> Done<usize> {
    let word = which.trim();
    let is_meant = |one: &&Mapping| word == ALL || one.shape == word || one.file == word;
    let meant: Vec<Mapping> = book.mappings()?.iter().filter(is_meant).cloned().collect();
    if meant.is_empty() {
        return Err(Problem::NoMapping(word.to_owned()));
    }
    book.operate(|writer| {
        for mapping in &meant {
            writer.delete_mapping(mapping)?;
        }
        let files: Vec<&str> = meant.iter().map(|mapping| mapping.file.as_str()).collect();
        Ok((meant.len(), Label::new(Deed::ForgetMapping, files.join(", "))))
    })
}

/// Remembers what was told of a file, beside what was known of its shape. A file without headers has no shape
/// by which the next one could be known.
pub(super) fn remember(writer: &Writer<'_>, plan: &Plan, told: &Told, name: &str) -> Result<()> {
    if plan.header_row.is_none() {
        return Ok(());
    }
    let known = writer.mapping(&plan.shape)?;
    match known {
        None if told.is_empty() => Ok(()),
        None => writer.insert_mapping(&written(writer, told, name, None)?),
        Some(known) if told.is_empty() => writer.delete_mapping(&known),
        Some(known) if read(&known).told == *told => Ok(()),
        Some(known) => writer.update_mapping(&written(writer, told, name, Some(&known))?),
    }
}

/// What holds of a file once all is said: what was known of its shape, and over it what is told now.
pub(super) fn joined(plan: &Plan, known: Option<&Told>, now: &Options, stages: &[(String, String)]) -> Told {
    let mut told = known.cloned().unwrap_or_default();
    told.shape.clone_from(&plan.shape);
    told.kind = now.kind.or(told.kind);
    told.date_order = now.date_order.or(told.date_order);
    let used = now.corrections.iter().filter(|correction| !plan.unused.contains(correction));
    used.for_each(|correction| told.correct(correction.clone()));
    if plan.kind == Kind::Deals {
        stages.iter().for_each(|(theirs, ours)| told.set_stage(theirs.clone(), ours.clone()));
    }
    told
}

fn written(writer: &Writer<'_>, told: &Told, name: &str, known: Option<&Mapping>) -> Result<Mapping> {
    let columns: Vec<(&str, String)> =
        told.corrections.iter().map(|one| (one.column.as_str(), one.target.to_string())).collect();
    Ok(Mapping {
        id: known.map_or_else(|| writer.mint(), |known| Ok(known.id))?,
        shape: told.shape.clone(),
        file: clean_line(name),
        kind: told.kind.map(|kind| kind.to_string()),
        // Pairs of texts always serialise.
        columns: serde_json::to_string(&columns).unwrap_or_default(),
        stages: serde_json::to_string(&told.stages).unwrap_or_default(),
        date_order: told.date_order.map(|order| order_key(order).to_owned()),
        told_on: writer.today,
    })
}

/// What this program does not understand of it, as a newer one may have written it, is passed over.
fn read(mapping: &Mapping) -> Remembered {
    let pairs = |text: &str| serde_json::from_str::<Vec<(String, String)>>(text).unwrap_or_default();
    let correction = |(column, field): (String, String)| {
        parse_target(&field).ok().map(|target| Correction { column, target })
    };
    let orders = [Order::DayFirst, Order::MonthFirst];
    let told = Told {
        shape: mapping.shape.clone(),
        kind: mapping.kind.as_deref().and_then(|kind| kind.parse().ok()),
        corrections: pairs(&mapping.columns).into_iter().filter_map(correction).collect(),
        date_order: orders.into_iter().find(|order| mapping.date_order.as_deref() == Some(order_key(*order))),
        stages: pairs(&mapping.stages),
    };
    Remembered { file: mapping.file.clone(), told, told_on: mapping.told_on }
}

/// The word for an order of day and month.
pub fn order_key(order: Order) -> &'static str {
    match order {
        Order::DayFirst => "day_first",
        Order::MonthFirst => "month_first",
    }
}
