//! What a review asks: until when a deal is left out, what is handed in, where the week's page goes.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::sheet::Sheet;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::ops::Place;
use crate::ops::review::Decision;
use crate::ops::submission::Call;
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::{Place as Screen, Visit};
use crate::tui::step::Step;
use crate::tui::widgets::form::kind::Kind;

use super::sheet::Concern;
use super::told::amount_text;

/// Until when a deal is left out of reviews.
pub fn leave_out(look: &Look, review: Id, deal: Id, name: String) -> FormDialog {
    let lang = look.lang;
    let sheet = Sheet::default()
        .proposed(tr!(lang, "snooze.until"), tr!(lang, "snooze.until_hint"), "")
        .of(Kind::Day);
    let today = look.today;
    sheet.dialog(tr!(lang, "review.leave_out_title"), name, move |told| {
        let until = told.date(0)?.flatten().ok_or_else(|| told.refuse(0, tr!(lang, "form.needed")))?;
        if until <= today {
            return Err(told.refuse(0, tr!(lang, "snooze.not_to_come")));
        }
        let decision = Box::new(Decision::Snooze(until));
        Ok(vec![Effect::Do(Box::new(Deed::Decide(review, deal, decision))).into()])
    })
}

/// The amount that one commits to, and a line about it; `expected` is proposed.
pub fn submit(look: &Look, review: Id, period: Period, expected: i128) -> FormDialog {
    let (lang, base) = (look.lang, look.base);
    let proposal = i64::try_from(expected).map(|minor| amount_text(minor, base)).unwrap_or_default();
    let sheet = Sheet::default()
        .proposed(
            tr!(lang, "ask.amount", currency = base).into_owned().into(),
            tr!(lang, "review.call_hint"),
            &proposal,
        )
        .of(Kind::Money(base))
        .about(Concern::Place(Place::Amount))
        .text(tr!(lang, "column.note"), tr!(lang, "review.note_hint"), None);
    let title = tr!(lang, "review.submit_title", period = period);
    sheet.dialog(title, tr!(lang, "review.submit_words").into_owned(), move |told| {
        let call = Call { period: Some(period), amount: told.money(0, base)?, note: told.text(1).flatten() };
        Ok(vec![Effect::Do(Box::new(Deed::Conclude(review, call))).into()])
    })
}

/// Where the week's page goes: Markdown, or HTML where the name ends in it.
pub fn week(look: &Look, period: Period) -> FormDialog {
    let lang = look.lang;
    let proposal = tr!(lang, "review.week_file", day = look.today);
    let sheet = Sheet::default().proposed(tr!(lang, "review.file"), tr!(lang, "review.file_hint"), &proposal);
    sheet.dialog(tr!(lang, "review.week_title"), tr!(lang, "review.week_words").into_owned(), move |told| {
        let name = told.name(0)?.ok_or_else(|| told.needed(0))?;
        Ok(vec![Effect::WriteWeek(period, PathBuf::from(name)).into()])
    })
}

/// Which past day is shown; none is today.
pub fn past_day(look: &Look, shown: Option<NaiveDate>) -> FormDialog {
    let lang = look.lang;
    let shown = shown.map(|day| day.to_string()).unwrap_or_default();
    let sheet = Sheet::default()
        .proposed(tr!(lang, "past.day"), tr!(lang, "past.day_hint"), &shown)
        .of(Kind::PastDay);
    sheet.dialog(tr!(lang, "past.title"), tr!(lang, "past.words").into_owned(), move |told| {
        Ok(vec![Effect::LookBack(told.past_date(0)?).into()])
    })
}

/// Between which days changes are shown: after the end of one, by the end of the other.
pub fn days(look: &Look, from: NaiveDate, to: NaiveDate) -> FormDialog {
    let (lang, today) = (look.lang, look.today);
    let sheet = Sheet::default()
        .proposed(tr!(lang, "change.from"), tr!(lang, "ask.date_hint"), &from.to_string())
        .of(Kind::PastDay)
        .proposed(tr!(lang, "change.to"), tr!(lang, "ask.date_hint"), &to.to_string())
        .of(Kind::PastDay);
    sheet.dialog(tr!(lang, "change.days_title"), tr!(lang, "change.days_words").into_owned(), move |told| {
        let from = told.past_date(0)?.ok_or_else(|| told.needed(0))?;
        let to = told.past_date(1)?.unwrap_or(today);
        if from >= to {
            return Err(told.refuse(1, tr!(lang, "change.no_span")));
        }
        let visit = Visit { days: Some((from, to)), ..Visit::default() };
        Ok(vec![Step::Go(Screen::Change, visit)])
    })
}
