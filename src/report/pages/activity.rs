//! Activities as people read them.

use super::worded;
use crate::i18n::Lang;
use crate::report::model::ActivityOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::words;
use crate::tr;

/// The table of a list of activities.
pub fn list(lang: Lang, activities: &[ActivityOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::whole(tr!(lang, "column.kind"), Worth::Essential),
        Column::words(tr!(lang, "column.about"), Worth::Essential),
        Column::words(tr!(lang, "column.people"), Worth::Important),
        Column::words(tr!(lang, "column.account"), Worth::Useful),
        Column::words(tr!(lang, "column.deal"), Worth::Extra),
        Column::figures(tr!(lang, "column.minutes"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_activities"));
    for activity in activities {
        table.push(vec![
            Cell::day(Some(activity.on)),
            Cell::text(worded(lang, &activity.kind, words::activity_kind)),
            Cell::maybe(activity.subject.as_ref().or(activity.text.as_ref())),
            Cell::list(&activity.contacts),
            Cell::maybe(activity.account.as_ref()),
            Cell::maybe(activity.deal.as_ref()),
            activity.minutes.map_or(Cell::ABSENT, Cell::count),
        ]);
    }
    table
}

/// The page of one activity, with all that was said.
pub fn sheet(lang: Lang, activity: &ActivityOut) -> Page {
    let kind = worded(lang, &activity.kind, words::activity_kind);
    let direction = activity.direction.as_ref().map(|word| worded(lang, word, words::direction));
    let mut page = Page::new(lang, kind);
    if let Some(subject) = &activity.subject {
        page.paragraph(subject);
    }
    page.facts(vec![
        (tr!(lang, "column.day").into(), Cell::day(Some(activity.on))),
        (tr!(lang, "column.direction").into(), Cell::maybe(direction)),
        (tr!(lang, "column.people").into(), Cell::list(&activity.contacts)),
        (tr!(lang, "column.account").into(), Cell::maybe(activity.account.as_ref())),
        (tr!(lang, "column.deal").into(), Cell::maybe(activity.deal.as_ref())),
        (tr!(lang, "column.time").into(), Cell::maybe(time(activity))),
        (tr!(lang, "column.minutes").into(), activity.minutes.map_or(Cell::ABSENT, Cell::count)),
        (tr!(lang, "column.cost").into(), Cell::amount(activity.cost)),
        (tr!(lang, "column.outcome").into(), Cell::maybe(activity.outcome.as_ref())),
        (tr!(lang, "column.next_step").into(), Cell::maybe(activity.next_step.as_ref())),
        (tr!(lang, "column.next_on").into(), Cell::day(activity.next_on)),
        (tr!(lang, "column.due_on").into(), Cell::day(activity.due_on)),
        (tr!(lang, "column.done_on").into(), Cell::day(activity.done_on)),
        (tr!(lang, "column.owner").into(), Cell::maybe(activity.owner.as_ref())),
    ]);
    let text = activity.text.as_ref().filter(|text| Some(*text) != activity.subject.as_ref());
    if text.is_some() {
        page.heading(tr!(lang, "log.said"));
    }
    for line in text.into_iter().flat_map(|text| text.lines()) {
        page.paragraph(line);
    }
    page
}

/// When it began, with the zone of its clock where that is another one.
fn time(activity: &ActivityOut) -> Option<String> {
    let at = activity.at.as_ref()?;
    Some(activity.zone.as_ref().map_or_else(|| at.clone(), |zone| format!("{at} {zone}")))
}
