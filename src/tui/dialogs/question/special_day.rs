//! The form of a special day.

use super::about::{ACCOUNT, About, CONTACT};
use super::told::{Concern, Sheet, Told};
use super::usual::{choice_hint, words};
use crate::domain::id::Id;
use crate::domain::word::Calendar;
use crate::domain::year_day::YearDay;
use crate::i18n::Lang;
use crate::ops::Place;
use crate::ops::special_day::{SpecialDayChange, SpecialDayInput};
use crate::report::promise;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;

/// Its name among drafts, when it is new.
pub const REMEMBER: &str = "remember";

/// Its name among drafts, when it is told anew.
pub const FORM: &str = "special_day";

/// A new special day, of the chosen person or account.
pub fn add(book: &Book, look: &Look, record: Option<Chosen>) -> Result<FormDialog> {
    let (lang, today) = (look.lang, look.today);
    // Deals have no birthdays: of a deal alone it must be told whose day it is.
    let about = About { deal: None, ..About::chosen(book, record)? };
    let form = sheet(look, None, &about).dialog(tr!(lang, "special_day.add"), String::new(), move |told| {
        let kind = told.name("kind")?.unwrap_or_default();
        let calendar = told.word("calendar").flatten().unwrap_or(Calendar::Solar);
        let Some(on) = day(told, calendar, lang, today)? else {
            return Err(told.refuse("day", tr!(lang, "form.needed")));
        };
        let input = SpecialDayInput {
            account: told.word(ACCOUNT).flatten(),
            contact: told.word(CONTACT).flatten(),
            kind,
            label: told.text("label").flatten(),
            calendar,
            year: on.year,
            month: on.month,
            day: on.day,
            notice_days: told.whole("notice")?.flatten(),
        };
        if input.account.is_none() && input.contact.is_none() {
            return Err(told.refuse(CONTACT, tr!(lang, "special_day.whose")));
        }
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::Remember(input)))).into()])
    });
    form.kept_as(REMEMBER, about.record(), book)
}

/// A special day to be told anew.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let (lang, today) = (look.lang, look.today);
    let before: SpecialDay = book.row(id)?;
    let about = About::of(book, before.contact_id, None, before.account_id)?;
    let sheet = sheet(look, Some(&before), &about);
    let by = before.calendar;
    let form = sheet.dialog(tr!(lang, "special_day.edit"), String::new(), move |told| {
        let calendar: Option<Calendar> = told.word("calendar").flatten();
        let on = match told.text("day") {
            None => None,
            Some(_) => match day(told, calendar.unwrap_or(by), lang, today)? {
                Some(on) => Some(on),
                None => return Err(told.refuse("day", tr!(lang, "form.needed"))),
            },
        };
        let change = SpecialDayChange {
            kind: told.name("kind")?,
            label: told.text("label"),
            day: on.map(|on| (on.month, on.day)),
            year: on.map(|on| on.year),
            calendar,
            contact: told.word(CONTACT),
            account: told.word(ACCOUNT),
            notice_days: told.whole("notice")?,
        };
        if change == SpecialDayChange::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Errand(Errand::EditDay(id, change)))).into()])
    });
    form.kept_as(FORM, Some(id), book)
}

/// The day of the year that is told, if any is.
fn day(
    told: &Told<'_>,
    calendar: Calendar,
    lang: Lang,
    today: chrono::NaiveDate,
) -> std::result::Result<Option<YearDay>, Refusal> {
    match told.says("day") {
        "" => Ok(None),
        text => match YearDay::parse(text, calendar, today) {
            Some(on) => Ok(Some(on)),
            None => Err(told.refuse("day", tr!(lang, "special_day.no_day"))),
        },
    }
}

fn sheet(look: &Look, before: Option<&SpecialDay>, about: &About) -> Sheet {
    let lang = look.lang;
    let kinds = promise::SPECIAL_DAYS.iter();
    let kinds: Vec<Choice> =
        kinds.map(|key| Choice::new(*key, promise::special_day_kind(lang, key))).collect();
    let calendars = words(look, Calendar::ALL, promise::calendar);
    let calendar = before.map_or(Calendar::Solar, |before| before.calendar);
    let on = before.map(|before| YearDay { year: before.year, month: before.month, day: before.day });
    let notice = before.and_then(|before| before.notice_days).map(|days| days.to_string());
    let sheet = Sheet::default()
        .one_of(
            tr!(lang, "column.kind"),
            choice_hint(&kinds),
            kinds,
            before.map(|before| before.kind.as_str()),
            true,
        )
        .called("kind")
        .text(
            tr!(lang, "special_day.label"),
            tr!(lang, "special_day.label_hint"),
            before.and_then(|before| before.label.as_deref()),
        )
        .called("label")
        .text(
            tr!(lang, "column.day"),
            tr!(lang, "special_day.day_hint"),
            on.map(|on| on.to_string()).as_deref(),
        )
        .called("day")
        .about(Concern::Place(Place::Day))
        .one_of(
            tr!(lang, "special_day.calendar"),
            tr!(lang, "special_day.calendar_hint"),
            calendars,
            Some(calendar.as_str()),
            false,
        )
        .called("calendar");
    let sheet = about.person(sheet, lang);
    let sheet = about.account(sheet, lang, tr!(lang, "special_day.account_hint"));
    sheet
        .text(tr!(lang, "special_day.notice"), tr!(lang, "special_day.notice_hint"), notice.as_deref())
        .called("notice")
        .of(Kind::Whole)
        .about(Concern::Place(Place::Notice))
}
