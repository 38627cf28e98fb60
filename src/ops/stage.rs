//! Editing the stages: their names, win rates, exit signs; or another set of them, before the first deal.

use super::deal::reason_key;
use super::input::{self, Field, Set};
use super::problem::{Noun, Place, Problem, free};
use super::{Done, place};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::stage::Template;
use crate::domain::word::RecordKind;
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

/// Adds a stage, after those that are there.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::Taken`] where a stage has it, [`Problem::OutOfRange`].
pub fn add(book: &mut Book, name: &str, input: &StageInput) -> Done<Id> {
    book.operate(|writer| {
        let (name, _) = input::name(name)?;
        let stages = writer.stages()?;
        let key = reason_key(&name);
        let taken = |stage: &StageRow| stage.key == key || stage.buyer_name.as_deref() == Some(&name);
        if stages.iter().any(taken) {
            return Err(Problem::Taken(name));
        }
        let mut stage = StageRow {
            id: writer.mint()?,
            key,
            position: stages.iter().map(|stage| stage.position + 1).max().unwrap_or(1),
            win_rate: 0,
            buyer_name: Some(name.clone()),
            seller_name: None,
            exit_sign: None,
            limit_days: None,
        };
        apply(&mut stage, &StageInput { buyer_name: None, ..input.clone() })?;
        writer.insert_stage(&stage)?;
        Ok((stage.id, Label::new(Deed::AddStage, name)))
    })
}

/// Puts the stage with a key at another place among them, counted from 1. What deals at it are worth, and
/// were on past days, stays.
///
/// # Errors
/// [`Problem::NoStage`].
pub fn put_at(book: &mut Book, key: &str, to: usize) -> Done<()> {
    book.operate(|writer| {
        let stages = writer.stages()?;
        let id = known(&stages, key)?.id;
        for (mut stage, position) in place::put(stages, id, to, |stage| stage.id).into_iter().zip(1..) {
            if std::mem::replace(&mut stage.position, position) != position {
                writer.update_stage(&stage)?;
            }
        }
        Ok(((), Label::new(Deed::EditStages, key)))
    })
}

/// Deletes the stage with a key; only one at which no deal is or ever was, so that no figure of the past
/// loses it.
///
/// # Errors
/// [`Problem::InUse`], [`Problem::StageOfThePast`], [`Problem::LastOne`], [`Problem::NoStage`].
pub fn delete(book: &mut Book, key: &str) -> Done<()> {
    book.operate(|writer| {
        let stages = writer.stages()?;
        let stage = known(&stages, key)?;
        let name = stage.buyer_name.clone().unwrap_or_else(|| key.to_owned());
        let (deals, has_past) = writer.stage_uses(stage.id)?;
        free(Noun::Stage, &name, &[(RecordKind::Deal, deals)])?;
        if has_past {
            return Err(Problem::StageOfThePast(name));
        }
        if stages.len() == 1 {
            return Err(Problem::LastOne(Noun::Stage));
        }
        writer.delete_stage(stage.id)?;
        Ok(((), Label::new(Deed::DeleteStage, name)))
    })
}

/// Changes the stage with a key. Figures of past days keep the win rates of their days.
///
/// # Errors
/// [`Problem::NoStage`], [`Problem::OutOfRange`].
pub fn edit(book: &mut Book, key: &str, input: &StageInput) -> Done<()> {
    book.operate(|writer| {
        let stages = writer.stages()?;
        let before = known(&stages, key)?;
        let mut stage = before.clone();
        apply(&mut stage, input)?;
        if stage != *before {
            writer.update_stage(&stage)?;
        }
        Ok(((), Label::new(Deed::EditStages, key)))
    })
}

/// Takes these win rates as the new defaults of the stages with their keys, as one operation. Figures of past
/// days keep the win rates of their days; a deal with its own keeps that.
///
/// # Errors
/// [`Problem::NoStage`], [`Problem::OutOfRange`].
pub fn take_rates(book: &mut Book, rates: &[(String, i64)]) -> Done<usize> {
    book.operate(|writer| {
        let stages = writer.stages()?;
        let mut taken = 0;
        for (key, rate) in rates {
            let before = known(&stages, key)?;
            let after = StageRow { win_rate: input::points(*rate, Place::WinRate)?, ..before.clone() };
            if after != *before {
                writer.update_stage(&after)?;
                taken += 1;
            }
        }
        Ok((taken, Label::new(Deed::TakeWinRates, taken.to_string())))
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

fn known<'a>(stages: &'a [StageRow], key: &str) -> Result<&'a StageRow, Problem> {
    let known = || stages.iter().map(|stage| stage.key.clone()).collect();
    let found = stages.iter().find(|stage| stage.key == key);
    found.ok_or_else(|| Problem::NoStage { word: key.to_owned(), known: known() })
}

fn apply(stage: &mut StageRow, input: &StageInput) -> Result<(), Problem> {
    if let Some(rate) = input.win_rate {
        stage.win_rate = input::points(rate, Place::WinRate)?;
    }
    if let Some(Some(days)) = input.limit_days.filter(|days| days.is_some_and(|days| days < 0)) {
        return Err(Problem::OutOfRange { place: Place::Notice, value: days.to_string() });
    }
    input::line(input.buyer_name.clone()).put(&mut stage.buyer_name);
    input::line(input.seller_name.clone()).put(&mut stage.seller_name);
    input::line(input.exit_sign.clone()).put(&mut stage.exit_sign);
    input.limit_days.put(&mut stage.limit_days);
    Ok(())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::deal::{self, DealInput};
    use crate::ops::testbook;

    #[test]
    fn a_stage_where_a_deal_ever_was_stays() {
        let (mut book, account) = testbook::with_account();
        add(&mut book, "Pilot", &StageInput { win_rate: Some(4_000), ..StageInput::default() }).unwrap();
        assert!(matches!(add(&mut book, "pilot", &StageInput::default()), Err(Problem::Taken(_))));
        put_at(&mut book, "pilot", 4).unwrap();
        let keys: Vec<String> = book.stages().unwrap().into_iter().map(|stage| stage.key).collect();
        assert_eq!(keys[2..5], ["design", "pilot", "comparison"]);
        let name = Some("Line".to_owned());
        let stage = Some("pilot".to_owned());
        let input = DealInput { name, stage, account: Some(account), ..DealInput::default() };
        let id = deal::add(&mut book, &input).unwrap().value;
        assert!(matches!(delete(&mut book, "pilot"), Err(Problem::InUse { .. })));
        deal::back(&mut book, id, None).unwrap();
        assert!(matches!(delete(&mut book, "pilot"), Err(Problem::StageOfThePast(_))));
        delete(&mut book, "comparison").unwrap();
        assert_eq!(book.stages().unwrap().len(), 6);
    }

    #[test]
    fn own_win_rates_are_taken_at_once_and_given_back_at_once() {
        let (mut book, _) = testbook::with_account();
        let rates =
            |book: &Book| book.stages().unwrap().iter().map(|stage| stage.win_rate).collect::<Vec<_>>();
        let before = rates(&book);
        let own = [("interest".to_owned(), 700), ("design".to_owned(), 2_000), ("use".to_owned(), 9_000)];
        // Design keeps its 20 %.
        assert_eq!(take_rates(&mut book, &own).unwrap().value, 2);
        assert_eq!(rates(&book), [700, 1_000, 2_000, 3_000, 5_000, 9_000]);
        crate::ops::history::undo(&mut book, None).unwrap();
        assert_eq!(rates(&book), before);
        let wrong = [("interest".to_owned(), 700), ("use".to_owned(), 10_001)];
        assert!(take_rates(&mut book, &wrong).is_err());
        assert_eq!(rates(&book), before, "all of them or none");
    }

    #[test]
    fn a_funnel_has_at_least_one_stage() {
        let (mut book, _) = testbook::with_account();
        let keys: Vec<String> = book.stages().unwrap().into_iter().map(|stage| stage.key).collect();
        let results: Vec<bool> = keys.iter().map(|key| delete(&mut book, key).is_ok()).collect();
        assert_eq!(results, [true, true, true, true, true, false]);
    }
}
