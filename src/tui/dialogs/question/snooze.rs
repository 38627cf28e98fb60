//! Until when something is put off.

use super::told::Sheet;
use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;

/// Asks until when; tomorrow is proposed.
pub fn form(look: &Look, id: Id, reason: DueKind, what: String) -> FormDialog {
    let lang = look.lang;
    let sheet = Sheet::default().proposed(
        tr!(lang, "snooze.until"),
        tr!(lang, "snooze.until_hint"),
        &tr!(lang, "date.tomorrow"),
    );
    let today = look.today;
    sheet.dialog(tr!(lang, "snooze.title"), what, move |told| {
        let until = told.date(0)?.flatten().ok_or_else(|| told.refuse(0, tr!(lang, "form.needed")))?;
        if until <= today {
            return Err(told.refuse(0, tr!(lang, "snooze.not_to_come")));
        }
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::Snooze(id, reason, until)))).into()])
    })
}
