//! Editing the stages: their names, win rates, exit signs; or another set of them, before the first deal.

use super::Done;
use super::input::{self, Field, Set};
use super::problem::{Place, Problem};
use crate::domain::deed::Deed;
use crate::domain::stage::Template;
use crate::store::table::stage::StageRow;
use crate::store::{Book, Label, Writer};

/// What a person tells of a stage; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StageInput {
    /// The chance that a deal at it is won, basis points.
    pub win_rate: Option<i64>,
    /// The buyer's stage; `Some(None)` takes the method's own word again.
    pub buyer_name: Field<String>,
    /// The seller's step.
    pub seller_name: Field<String>,
    /// What is seen when a deal leaves it.
    pub exit_sign: Field<String>,
    /// Days a deal may stay in it before it needs attention.
    pub limit_days: Field<i64>,
}

/// Changes the stage with a key. Figures of past days keep the win rates of their days.
///
/// # Errors
/// [`Problem::NoStage`], [`Problem::OutOfRange`].
pub fn edit(book: &mut Book, key: &str, input: &StageInput) -> Done<()> {
    book.operate(|writer| {
        let stages = writer.stages()?;
        let known = || stages.iter().map(|stage| stage.key.clone()).collect();
        let found = stages.iter().find(|stage| stage.key == key);
        let before = found.ok_or_else(|| Problem::NoStage { word: key.to_owned(), known: known() })?;
        let mut stage = before.clone();
        if let Some(rate) = input.win_rate {
            stage.win_rate = input::points(rate, Place::WinRate)?;
        }
        input::line(input.buyer_name.clone()).put(&mut stage.buyer_name);
        input::line(input.seller_name.clone()).put(&mut stage.seller_name);
        input::line(input.exit_sign.clone()).put(&mut stage.exit_sign);
        input.limit_days.put(&mut stage.limit_days);
        if stage != *before {
            writer.update_stage(&stage)?;
        }
        Ok(((), Label::new(Deed::EditStages, key)))
    })
}

/// Takes another set of stages; only while there is no deal, open or closed, so that no figure of the
/// past loses its stages.
///
/// # Errors
/// [`Problem::StagesInUse`].
pub fn use_template(book: &mut Book, template: Template) -> Done<()> {
    book.operate(|writer| {
        if writer.has_deal_events()? {
            return Err(Problem::StagesInUse);
        }
        for stage in writer.stages()? {
            writer.delete_stage(stage.id)?;
        }
        fill(writer, template)?;
        Ok(((), Label::new(Deed::EditStages, template.as_str())))
    })
}

/// Puts the stages of a template in.
pub(super) fn fill(writer: &Writer<'_>, template: Template) -> Result<(), Problem> {
    for (model, position) in template.stages().iter().zip(1..) {
        writer.insert_stage(&StageRow {
            id: writer.mint()?,
            key: model.key.to_owned(),
            position,
            win_rate: model.win_rate,
            buyer_name: None,
            seller_name: None,
            exit_sign: None,
            limit_days: None,
        })?;
    }
    Ok(())
}
