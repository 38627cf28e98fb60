//! The form of a stage.

use super::{Sheet, Told, done};
use crate::domain::id::Id;
use crate::domain::number;
use crate::domain::stage::Stage;
use crate::ops::Field;
use crate::ops::stage::StageInput;
use crate::report::{percent as in_per_cent, words};
use crate::store::table::stage::StageRow;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::EntryDeed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::look::Look;
use crate::tui::widgets::form::kind::Kind;

/// A new stage, or one to be changed. Names that the method has are shown as its own words; a name emptied
/// takes them again.
pub fn form(book: &Book, look: &Look, id: Option<Id>) -> Result<FormDialog> {
    let lang = look.lang;
    let row = id.map(|id| book.row::<StageRow>(id)).transpose()?;
    let limit = row.as_ref().and_then(|row| row.limit_days).map(|days| days.to_string());
    let key = row.as_ref().map(|row| row.key.clone());
    let stage = row.map(Stage::from);
    let word = |of: fn(crate::i18n::Lang, &Stage) -> words::Word| {
        stage.as_ref().map(|stage| of(lang, stage).into_owned())
    };
    let rate = stage.as_ref().map(|stage| in_per_cent(stage.win_rate));
    let sheet = Sheet::default()
        .text(tr!(lang, "column.stage"), tr!(lang, "ask.stage_hint"), word(words::stage).as_deref())
        .text(tr!(lang, "column.win_rate"), tr!(lang, "ask.win_rate_of_a_stage_hint"), rate.as_deref())
        .of(Kind::Percent)
        .text(
            tr!(lang, "column.seller_step"),
            tr!(lang, "ask.seller_step_hint"),
            word(words::seller_step).as_deref(),
        )
        .text(
            tr!(lang, "column.exit_sign"),
            tr!(lang, "ask.exit_sign_hint"),
            word(words::exit_sign).as_deref(),
        )
        .text(tr!(lang, "column.limit_days"), tr!(lang, "ask.limit_days_hint"), limit.as_deref())
        .of(Kind::Whole);
    let title = if id.is_some() { tr!(lang, "ask.edit_stage") } else { tr!(lang, "ask.add_stage") };
    Ok(sheet.dialog(title, String::new(), move |told| {
        let input = StageInput {
            win_rate: win_rate(told)?,
            buyer_name: told.text(0),
            seller_name: told.text(2),
            exit_sign: told.text(3),
            limit_days: days(told)?,
        };
        match &key {
            None => {
                let name = told.name(0)?.unwrap_or_default();
                Ok(done(EntryDeed::AddStage(name, input)))
            }
            Some(_) if input == StageInput::default() => Ok(Vec::new()),
            Some(key) => Ok(done(EntryDeed::Stage(key.clone(), input))),
        }
    }))
}

fn win_rate(told: &Told<'_>) -> std::result::Result<Option<i64>, Refusal> {
    match told.text(1) {
        None if !told.says(1).is_empty() => Ok(None),
        told_now => {
            let text = told_now.flatten().ok_or_else(|| told.needed(1))?;
            let rate = number::basis_points(&text);
            rate.map(Some).ok_or_else(|| told.refuse(1, tr!(told.lang(), "form.no_rate")))
        }
    }
}

fn days(told: &Told<'_>) -> std::result::Result<Field<i64>, Refusal> {
    let Some(text) = told.text(4) else { return Ok(None) };
    let days = text.map(|text| {
        let days = text.parse::<i64>().ok().filter(|days| (0..=3650).contains(days));
        days.ok_or_else(|| told.refuse(4, tr!(told.lang(), "form.no_days")))
    });
    days.transpose().map(Some)
}
