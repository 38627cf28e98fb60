//! What the calendar asks: to which day something is moved, and which day is shown.

use chrono::NaiveDate;

use super::sheet::{Concern, Sheet};
use crate::domain::calendar::CalendarKind;
use crate::domain::id::Id;
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::{Place, Visit};
use crate::tui::step::Step;
use crate::tui::widgets::form::kind::Kind;

/// To which day something is moved.
pub fn move_to(look: &Look, kind: CalendarKind, id: Id, name: String) -> FormDialog {
    let lang = look.lang;
    let sheet = Sheet::default()
        .proposed(tr!(lang, "ask.when"), tr!(lang, "ask.date_hint"), "")
        .of(Kind::Day)
        .about(Concern::Day);
    sheet.dialog(tr!(lang, "calendar.move_title"), name, move |told| {
        let day = told.date(0)?.flatten().ok_or_else(|| told.refuse(0, tr!(lang, "form.needed")))?;
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::Move(kind, id, day)))).into()])
    })
}

/// Which day is shown.
pub fn go_to(look: &Look, shown: NaiveDate) -> FormDialog {
    let lang = look.lang;
    let sheet = Sheet::default()
        .proposed(tr!(lang, "column.day"), tr!(lang, "ask.date_hint"), &shown.to_string())
        .of(Kind::Day);
    sheet.dialog(tr!(lang, "calendar.go_title"), String::new(), move |told| {
        let day = told.date(0)?.flatten().unwrap_or(shown);
        Ok(vec![Step::Go(Place::Calendar, Visit { days: Some((day, day)), ..Visit::default() })])
    })
}
