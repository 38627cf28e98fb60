//! The forms of activities: one for what happened, one for what is to be done.

use chrono::{NaiveDate, NaiveTime};

use super::about::{ACCOUNT, About, DEAL};
use super::told::{Concern, Sheet, Told, amount_text};
use super::usual::{choice_hint, words};
use crate::domain::id::Id;
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::domain::zone::{Zone, parse_time, parse_zone};
use crate::ops::activity::{ActivityChange, ActivityInput};
use crate::ops::{Field, Place};
use crate::report::words as report;
use crate::store::table::activity::Activity;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::form::kind::Kind;

/// The name of a new task's form among drafts.
pub const TASK: &str = "task";

/// That of something new that happened.
pub const LOG: &str = "log";

/// That of an activity told anew.
pub const FORM: &str = "activity";

/// Who took part.
type People = Vec<(Id, String)>;

fn done(deed: Deed) -> Vec<Step> {
    vec![Effect::Do(Box::new(deed)).into()]
}

/// Something to be done, about the chosen record; on a day, where it is known.
pub fn task(book: &Book, look: &Look, record: Option<Chosen>, on: Option<NaiveDate>) -> Result<FormDialog> {
    let about = About::chosen(book, record)?;
    let sheet = task_sheet(look, (None, on), &about, &people_of(&about));
    let form = sheet.dialog(tr!(look.lang, "activity.add_task"), String::new(), move |told| {
        let _needed = told.name("title")?;
        let input = ActivityInput {
            due_on: told.date("due")?.flatten(),
            deal: told.word(DEAL).flatten(),
            account: told.word(ACCOUNT).flatten(),
            contacts: told.ids("with").unwrap_or_default(),
            ..ActivityInput::new(ActivityKind::Task, said(told))
        };
        Ok(done(Deed::Log(input)))
    });
    form.kept_as(TASK, about.record(), book)
}

/// Something that happened, with every field; a meeting on a day, where that is known.
pub fn log(book: &Book, look: &Look, record: Option<Chosen>, on: Option<NaiveDate>) -> Result<FormDialog> {
    let about = About::chosen(book, record)?;
    let sheet = sheet(look, (None, on), &about, &people_of(&about));
    let base = look.base;
    let form = sheet.dialog(tr!(look.lang, "activity.add"), String::new(), move |told| {
        let kind = told.word("kind").flatten().unwrap_or(usual_kind(on));
        let input = ActivityInput {
            direction: told.word("direction").flatten(),
            on: told.date("on")?.flatten(),
            at: clock(told)?.flatten(),
            zone: zone(told)?.flatten(),
            minutes: told.whole("minutes")?.flatten(),
            cost: told.money("cost", base)?,
            deal: told.word(DEAL).flatten(),
            account: told.word(ACCOUNT).flatten(),
            contacts: told.ids("with").unwrap_or_default(),
            outcome: told.text("outcome").flatten(),
            next_step: told.text("next_step").flatten(),
            next_on: told.date("next_on")?.flatten(),
            ..ActivityInput::new(kind, said(told))
        };
        Ok(done(Deed::Log(input)))
    });
    form.kept_as(LOG, about.record(), book)
}

/// An activity to be told anew.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let before: Activity = book.row(id)?;
    let about = About::of(book, None, before.deal_id, before.account_id)?;
    let with = book.people_of_activities(&[id])?.remove(&id).unwrap_or_default();
    let form = if before.kind == ActivityKind::Task {
        let done_on = before.done_on.map(|day| day.to_string());
        let (label, hint) = (tr!(lang, "activity.done_on"), tr!(lang, "activity.done_on_hint"));
        let sheet = task_sheet(look, (Some(&before), None), &about, &with)
            .text(label, hint, done_on.as_deref())
            .called("done_on")
            .of(Kind::Day);
        sheet.dialog(tr!(lang, "activity.edit_task"), String::new(), move |told| {
            let _needed = told.name("title")?;
            let change = ActivityChange {
                text: said_anew(told),
                due_on: told.date("due")?,
                deal: told.word(DEAL),
                account: told.word(ACCOUNT),
                contacts: told.ids("with"),
                done_on: told.date("done_on")?,
                ..ActivityChange::default()
            };
            Ok(changed(id, change))
        })
    } else {
        let sheet = sheet(look, (Some(&before), None), &about, &with);
        let (cost, currency) = (before.cost(), before.cost_currency.unwrap_or(look.base));
        sheet.dialog(tr!(lang, "activity.edit"), String::new(), move |told| {
            let change = ActivityChange {
                kind: told.word("kind").flatten(),
                direction: told.word("direction"),
                text: said_anew(told),
                on: told.date("on")?.flatten(),
                at: clock(told)?,
                zone: zone(told)?,
                minutes: told.whole("minutes")?,
                cost: Some(told.money("cost", currency)?).filter(|told| *told != cost),
                deal: told.word(DEAL),
                account: told.word(ACCOUNT),
                contacts: told.ids("with"),
                outcome: told.text("outcome"),
                next_step: told.text("next_step"),
                next_on: told.date("next_on")?,
                ..ActivityChange::default()
            };
            Ok(changed(id, change))
        })
    };
    form.kept_as(FORM, Some(id), book)
}

fn changed(id: Id, change: ActivityChange) -> Vec<Step> {
    match change == ActivityChange::default() {
        true => Vec::new(),
        false => done(Deed::Errand(Errand::EditActivity(id, change))),
    }
}

/// The title and what more is told, as one text.
fn said(told: &Told<'_>) -> String {
    format!("{}\n{}", told.says("title"), told.says("more"))
}

/// When it begins, where that is told.
fn clock(told: &Told<'_>) -> std::result::Result<Field<NaiveTime>, Refusal> {
    let read = |text: String| {
        let unreadable = || told.refuse("at", tr!(told.look().lang, "form.not_a_time"));
        parse_time(&text).ok_or_else(unreadable)
    };
    told.text("at").map(|text| text.map(read).transpose()).transpose()
}

/// The zone of that clock, where it is told.
fn zone(told: &Told<'_>) -> std::result::Result<Field<Zone>, Refusal> {
    let read = |text: String| {
        let unreadable = || told.refuse("zone", tr!(told.look().lang, "form.not_a_zone"));
        parse_zone(&text).ok_or_else(unreadable)
    };
    told.text("zone").map(|text| text.map(read).transpose()).transpose()
}

fn said_anew(told: &Told<'_>) -> Option<String> {
    (told.text("title").is_some() || told.text("more").is_some()).then(|| said(told))
}

fn people_of(about: &About) -> People {
    about.contact.iter().cloned().collect()
}

/// What is told of any activity after its title: more of it.
fn more(sheet: Sheet, look: &Look, before: Option<&Activity>) -> Sheet {
    let text = before.and_then(|before| before.text.as_deref());
    sheet.lines(tr!(look.lang, "activity.more"), "".into(), text).called("more")
}

/// Who took part, for which deal and account.
fn whom(sheet: Sheet, look: &Look, about: &About, with: &People) -> Sheet {
    let lang = look.lang;
    let (label, hint) = (tr!(lang, "activity.with"), tr!(lang, "activity.with_hint"));
    let sheet = sheet.records(label, hint, RecordKind::Contact, with, about.proposed).called("with");
    let sheet = about.deal(sheet, lang);
    about.account(sheet, lang, tr!(lang, "promise.account_hint"))
}

/// What an activity is, unless something else is told: of a day that is chosen one knows that somebody is met.
fn usual_kind(on: Option<NaiveDate>) -> ActivityKind {
    if on.is_some() { ActivityKind::Meeting } else { ActivityKind::Call }
}

/// A field with the day that is proposed for something new.
fn on_day(sheet: Sheet, on: Option<NaiveDate>) -> Sheet {
    if on.is_some() { sheet.counting_as_told() } else { sheet }
}

fn task_sheet(
    look: &Look,
    (before, on): (Option<&Activity>, Option<NaiveDate>),
    about: &About,
    with: &People,
) -> Sheet {
    let lang = look.lang;
    let due = before.and_then(|before| before.due_on).or(on).map(|day| day.to_string());
    let title = before.and_then(|before| before.subject.as_deref());
    let sheet = Sheet::default()
        .text(tr!(lang, "activity.to_do"), tr!(lang, "activity.to_do_hint"), title)
        .called("title");
    let sheet = more(sheet, look, before)
        .text(tr!(lang, "column.due"), tr!(lang, "ask.date_hint"), due.as_deref())
        .called("due")
        .of(Kind::Day);
    whom(on_day(sheet, on), look, about, with)
}

fn sheet(
    look: &Look,
    (before, on): (Option<&Activity>, Option<NaiveDate>),
    about: &About,
    with: &People,
) -> Sheet {
    let lang = look.lang;
    // What is to be done has a form of its own.
    let mut kinds = words(look, ActivityKind::ALL, report::activity_kind);
    kinds.retain(|kind| kind.value != ActivityKind::Task.as_str());
    let directions = words(look, Direction::ALL, report::direction);
    let kind = before.map_or(usual_kind(on), |before| before.kind);
    let minutes = before.and_then(|before| before.minutes).map(|minutes| minutes.to_string());
    let cost = before.and_then(Activity::cost).map(|cost| {
        let text = amount_text(cost.minor, cost.currency);
        if cost.currency == look.base { text } else { format!("{} {text}", cost.currency) }
    });
    let day = before.map(|before| before.happened_on).or(on).map(|day| day.to_string());
    let next_on = before.and_then(|before| before.next_on).map(|day| day.to_string());
    macro_rules! told {
        ($field:ident) => {
            before.and_then(|before| before.$field.as_deref())
        };
    }
    let sheet = Sheet::default()
        .one_of(tr!(lang, "column.kind"), choice_hint(&kinds), kinds, Some(kind.as_str()), false)
        .called("kind")
        .one_of(
            tr!(lang, "activity.direction"),
            tr!(lang, "activity.direction_hint"),
            directions,
            before.and_then(|before| before.direction).map(Direction::as_str),
            false,
        )
        .called("direction")
        .text(tr!(lang, "activity.title"), tr!(lang, "activity.title_hint"), told!(subject))
        .called("title");
    let sheet = more(sheet, look, before)
        .text(tr!(lang, "column.day"), tr!(lang, "activity.day_hint"), day.as_deref())
        .called("on")
        .of(Kind::Day)
        .about(Concern::Day);
    let sheet = on_day(sheet, on)
        .text(tr!(lang, "column.time"), tr!(lang, "form.time_hint"), told!(starts_at))
        .called("at")
        .text(tr!(lang, "column.zone"), tr!(lang, "form.zone_hint"), told!(zone))
        .called("zone")
        .text(tr!(lang, "column.minutes"), "".into(), minutes.as_deref())
        .called("minutes")
        .of(Kind::Whole)
        .about(Concern::Place(Place::Minutes))
        .text(tr!(lang, "column.cost"), tr!(lang, "activity.cost_hint"), cost.as_deref())
        .called("cost")
        .of(Kind::Money(before.and_then(|before| before.cost_currency).unwrap_or(look.base)))
        .about(Concern::Place(Place::Amount));
    whom(sheet.heading(tr!(lang, "group.whom")), look, about, with)
        .heading(tr!(lang, "group.outcome"))
        .text(tr!(lang, "activity.outcome"), tr!(lang, "activity.outcome_hint"), told!(outcome))
        .called("outcome")
        .text(tr!(lang, "column.next_step"), tr!(lang, "activity.next_hint"), told!(next_step))
        .called("next_step")
        .text(tr!(lang, "ask.when"), tr!(lang, "ask.date_hint"), next_on.as_deref())
        .called("next_on")
        .of(Kind::Day)
}
