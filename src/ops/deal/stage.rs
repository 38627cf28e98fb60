//! Moving deals from stage to stage.

use super::super::Done;
use super::super::problem::Problem;
use super::{must_be_open, sign};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::stage::{self, Stage};
use crate::store::table::deal::Deal;
use crate::store::{Book, Label, Writer};

/// From where to where a deal moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// The deal's name.
    pub deal: String,
    /// The stage it left.
    pub from: Stage,
    /// The stage it is at now.
    pub to: Stage,
    /// Whether it went on without the exit sign of the stage it left.
    pub without_sign: bool,
}

/// Moves an open deal on to the next stage, or to a later one.
///
/// # Errors
/// [`Problem::LastStage`], [`Problem::WrongWay`], [`Problem::NoStage`], [`Problem::Closed`].
pub fn advance(book: &mut Book, deal: Id, to: Option<&str>) -> Done<Moved> {
    book.operate(|writer| move_on(writer, deal, to))
}

/// Moves an open deal back to the stage before, or to an earlier one.
///
/// # Errors
/// [`Problem::FirstStage`], [`Problem::WrongWay`], [`Problem::NoStage`], [`Problem::Closed`].
pub fn back(book: &mut Book, deal: Id, to: Option<&str>) -> Done<Moved> {
    book.operate(|writer| move_back(writer, deal, to))
}

/// Moves a deal on within another operation.
pub(in crate::ops) fn move_on(
    writer: &Writer<'_>,
    deal: Id,
    to: Option<&str>,
) -> Result<(Moved, Label), Problem> {
    shift(writer, deal, Way::On, to)
}

/// Moves a deal back within another operation.
pub(in crate::ops) fn move_back(
    writer: &Writer<'_>,
    deal: Id,
    to: Option<&str>,
) -> Result<(Moved, Label), Problem> {
    shift(writer, deal, Way::Back, to)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    On,
    Back,
}

fn shift(writer: &Writer<'_>, id: Id, way: Way, to: Option<&str>) -> Result<(Moved, Label), Problem> {
    let mut deal: Deal = writer.row(id)?;
    must_be_open(&deal)?;
    let stages = all(writer)?;
    let gone = || Problem::NoStage { word: String::new(), known: keys(&stages) };
    let at = stages.iter().position(|stage| stage.id == deal.stage_id).ok_or_else(gone)?;
    let target = match (to, way) {
        (Some(word), _) => stages.iter().position(|stage| Some(stage) == stage::find(&stages, word)),
        (None, Way::On) => Some(at + 1).filter(|next| *next < stages.len()),
        (None, Way::Back) => at.checked_sub(1),
    };
    let Some(target) = target else {
        let name = deal.name;
        return Err(match (to, way) {
            (Some(word), _) => Problem::NoStage { word: word.to_owned(), known: keys(&stages) },
            (None, Way::On) => Problem::LastStage(name),
            (None, Way::Back) => Problem::FirstStage(name),
        });
    };
    if (way == Way::On && target < at) || (way == Way::Back && target > at) {
        return Err(Problem::WrongWay(stages[target].key.clone()));
    }
    if target != at {
        deal.stage_id = stages[target].id;
        deal.stage_since = writer.today;
        deal.updated_at = writer.now;
        writer.update_deal(&deal, writer.today)?;
    }
    let without_sign = target > at && sign::leave(writer, deal.id, &stages[at])?;
    let deed = if way == Way::On { Deed::AdvanceDeal } else { Deed::BackDeal };
    let label = Label::new(deed, &deal.name).with(stages[target].remembered_as());
    let moved = Moved { deal: deal.name, from: stages[at].clone(), to: stages[target].clone(), without_sign };
    Ok((moved, label))
}

/// The stage that a word means: its key, its name in either language, or its number.
pub(in crate::ops) fn named(writer: &Writer<'_>, word: &str) -> Result<Stage, Problem> {
    let stages = all(writer)?;
    match stage::find(&stages, word) {
        Some(stage) => Ok(stage.clone()),
        None => Err(Problem::NoStage { word: word.to_owned(), known: keys(&stages) }),
    }
}

pub(super) fn all(writer: &Writer<'_>) -> Result<Vec<Stage>, Problem> {
    Ok(writer.stages()?.into_iter().map(Stage::from).collect())
}

fn keys(stages: &[Stage]) -> Vec<String> {
    stages.iter().map(|stage| stage.key.clone()).collect()
}
