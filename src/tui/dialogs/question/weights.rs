//! How much each danger weighs in the health of accounts.

use super::sheet::Sheet;
use crate::domain::health::{Danger, WHOLE};
use crate::report::health_words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::widgets::form::kind::Kind;

/// A field for each danger, with what it takes from the whole.
///
/// # Errors
/// What the store could not read.
pub fn form(book: &Book, look: &Look) -> Result<FormDialog> {
    let lang = look.lang;
    let weights = book.settings()?.health;
    let mut sheet = Sheet::default();
    for danger in Danger::ALL {
        let weight = weights.of(*danger).to_string();
        let hint = tr!(lang, "care.weight_hint", whole = WHOLE);
        sheet = sheet
            .text(health_words::danger(lang, *danger), hint, Some(&weight))
            .of(Kind::Whole)
            .called(danger.as_str());
    }
    let title = tr!(lang, "care.weights");
    let words = tr!(lang, "care.weights_words", whole = WHOLE).into_owned();
    Ok(sheet.dialog(title, words, |told| {
        let mut changed = Vec::new();
        for danger in Danger::ALL {
            let key = danger.as_str();
            let Some(weight) = told.whole(key)? else { continue };
            let weight: i64 = weight.ok_or_else(|| told.needed(key))?;
            let weight = u32::try_from(weight).ok().filter(|weight| *weight <= WHOLE);
            let refusal = || told.refuse(key, tr!(told.lang(), "care.weight_above", whole = WHOLE));
            changed.push((*danger, weight.ok_or_else(refusal)?));
        }
        match changed.is_empty() {
            true => Ok(Vec::new()),
            false => Ok(vec![Effect::Do(Box::new(Deed::Weigh(changed))).into()]),
        }
    }))
}
