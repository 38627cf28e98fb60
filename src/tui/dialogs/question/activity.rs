//! The forms of activities: one for what happened, one for what is to be done.

use super::about::{About, whole};
use super::told::{Sheet, Told};
use crate::domain::id::Id;
use crate::domain::word::{ActivityKind, Direction};
use crate::ops::activity::{ActivityChange, ActivityInput};
use crate::report::words;
use crate::store::table::activity::Activity;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::form::choice::Choice;

fn done(errand: Errand) -> Vec<Step> {
    vec![Effect::Do(Box::new(Deed::Errand(errand))).into()]
}

/// Something to be done, about the chosen record.
pub fn task(book: &Book, look: &Look, record: Option<Chosen>) -> Result<FormDialog> {
    let about = About::chosen(book, record)?;
    let sheet = task_sheet(look, None, &about, &name_of(&about));
    Ok(sheet.dialog(tr!(look.lang, "activity.add_task"), String::new(), move |told| {
        let _needed = told.name(0)?;
        let input = ActivityInput {
            due_on: told.date(2)?.flatten(),
            deal: told.word(4).flatten(),
            account: told.word(5).flatten(),
            ..ActivityInput::new(ActivityKind::Task, said(told, 0, 1))
        };
        Ok(done(Errand::Log(input, names(told, 3))))
    }))
}

/// Something that happened, with every field.
pub fn log(book: &Book, look: &Look, record: Option<Chosen>) -> Result<FormDialog> {
    let lang = look.lang;
    let about = About::chosen(book, record)?;
    let sheet = sheet(look, None, &about, &name_of(&about));
    Ok(sheet.dialog(tr!(lang, "activity.add"), String::new(), move |told| {
        let input = ActivityInput {
            direction: told.word(1).flatten(),
            on: told.date(4)?.flatten(),
            minutes: whole(told, 5, lang)?.flatten(),
            deal: told.word(7).flatten(),
            account: told.word(8).flatten(),
            outcome: told.text(9).flatten(),
            next_step: told.text(10).flatten(),
            next_on: told.date(11)?.flatten(),
            ..ActivityInput::new(told.word(0).flatten().unwrap_or(ActivityKind::Call), said(told, 2, 3))
        };
        Ok(done(Errand::Log(input, names(told, 6))))
    }))
}

/// An activity to be told anew.
pub fn edit(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let before: Activity = book.row(id)?;
    let about = About::of(book, None, before.deal_id, before.account_id)?;
    let with = book.people_of_activities(&[id])?.remove(&id).unwrap_or_default();
    let with: Vec<String> = with.into_iter().map(|(_, name)| name).collect();
    let with = with.join(", ");
    if before.kind == ActivityKind::Task {
        let done_on = before.done_on.map(|day| day.to_string());
        let sheet = task_sheet(look, Some(&before), &about, &with).text(
            tr!(lang, "activity.done_on"),
            tr!(lang, "activity.done_on_hint"),
            done_on.as_deref(),
        );
        return Ok(sheet.dialog(tr!(lang, "activity.edit_task"), String::new(), move |told| {
            let _needed = told.name(0)?;
            let change = ActivityChange {
                text: said_anew(told, 0, 1),
                due_on: told.date(2)?,
                deal: told.word(4),
                account: told.word(5),
                done_on: told.date(6)?,
                ..ActivityChange::default()
            };
            Ok(changed(id, change, told, 3))
        }));
    }
    let sheet = sheet(look, Some(&before), &about, &with);
    Ok(sheet.dialog(tr!(lang, "activity.edit"), String::new(), move |told| {
        let change = ActivityChange {
            kind: told.word(0).flatten(),
            direction: told.word(1),
            text: said_anew(told, 2, 3),
            on: told.date(4)?.flatten(),
            minutes: whole(told, 5, lang)?,
            deal: told.word(7),
            account: told.word(8),
            outcome: told.text(9),
            next_step: told.text(10),
            next_on: told.date(11)?,
            ..ActivityChange::default()
        };
        Ok(changed(id, change, told, 6))
    }))
}

fn changed(id: Id, change: ActivityChange, told: &Told<'_>, with: usize) -> Vec<Step> {
    let people = told.text(with).map(|_| names(told, with));
    match change == ActivityChange::default() && people.is_none() {
        true => Vec::new(),
        false => done(Errand::EditActivity(id, change, people)),
    }
}

/// The title and what more is told, as one text.
fn said(told: &Told<'_>, title: usize, more: usize) -> String {
    format!("{}\n{}", told.says(title), told.says(more))
}

fn said_anew(told: &Told<'_>, title: usize, more: usize) -> Option<String> {
    (told.text(title).is_some() || told.text(more).is_some()).then(|| said(told, title, more))
}

/// The names in a field.
fn names(told: &Told<'_>, at: usize) -> Vec<String> {
    let parts = told.says(at).split([',', ';', '，', '；', '、']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn name_of(about: &About) -> String {
    about.contact.as_ref().map(|(_, name)| name.clone()).unwrap_or_default()
}

fn task_sheet(look: &Look, before: Option<&Activity>, about: &About, with: &str) -> Sheet {
    let lang = look.lang;
    let due = before.and_then(|before| before.due_on).map(|day| day.to_string());
    let title = before.and_then(|before| before.subject.as_deref());
    let text = before.and_then(|before| before.text.as_deref());
    let sheet = Sheet::default()
        .text(tr!(lang, "activity.to_do"), tr!(lang, "activity.to_do_hint"), title)
        .text(tr!(lang, "activity.more"), "".into(), text)
        .text(tr!(lang, "column.due"), tr!(lang, "ask.date_hint"), due.as_deref())
        .text(tr!(lang, "activity.with"), tr!(lang, "activity.with_hint"), Some(with));
    let sheet = about.deal(sheet, lang);
    about.account(sheet, lang, tr!(lang, "promise.account_hint"))
}

fn sheet(look: &Look, before: Option<&Activity>, about: &About, with: &str) -> Sheet {
    let lang = look.lang;
    // What is to be done has a form of its own.
    let kinds = ActivityKind::ALL.iter().filter(|kind| **kind != ActivityKind::Task);
    let kinds: Vec<Choice> =
        kinds.map(|one| Choice::new(one.as_str(), words::activity_kind(lang, *one))).collect();
    let names: Vec<&str> = kinds.iter().map(|kind| kind.label.as_str()).collect();
    let kind_hint = names.join(" · ").into();
    let directions = Direction::ALL.iter();
    let directions = directions.map(|one| Choice::new(one.as_str(), words::direction(lang, *one))).collect();
    let kind = before.map_or(ActivityKind::Call, |before| before.kind);
    let minutes = before.and_then(|before| before.minutes).map(|minutes| minutes.to_string());
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| day.to_string());
    let text = |field: Option<&Option<String>>| field.cloned().flatten();
    let sheet = Sheet::default()
        .one_of(tr!(lang, "column.kind"), kind_hint, kinds, Some(kind.as_str()), false)
        .one_of(
            tr!(lang, "activity.direction"),
            tr!(lang, "activity.direction_hint"),
            directions,
            before.and_then(|before| before.direction).map(Direction::as_str),
            false,
        )
        .text(
            tr!(lang, "activity.title"),
            tr!(lang, "activity.title_hint"),
            text(before.map(|before| &before.subject)).as_deref(),
        )
        .text(tr!(lang, "activity.more"), "".into(), text(before.map(|before| &before.text)).as_deref())
        .text(
            tr!(lang, "column.day"),
            tr!(lang, "activity.day_hint"),
            day(before.map(|before| before.happened_on)).as_deref(),
        )
        .text(tr!(lang, "column.minutes"), "".into(), minutes.as_deref())
        .text(tr!(lang, "activity.with"), tr!(lang, "activity.with_hint"), Some(with));
    let sheet = about.deal(sheet, lang);
    let sheet = about.account(sheet, lang, tr!(lang, "promise.account_hint"));
    sheet
        .text(
            tr!(lang, "activity.outcome"),
            tr!(lang, "activity.outcome_hint"),
            text(before.map(|before| &before.outcome)).as_deref(),
        )
        .text(
            tr!(lang, "column.next_step"),
            tr!(lang, "activity.next_hint"),
            text(before.map(|before| &before.next_step)).as_deref(),
        )
        .text(
            tr!(lang, "ask.when"),
            tr!(lang, "ask.date_hint"),
            day(before.and_then(|before| before.next_on)).as_deref(),
        )
}
