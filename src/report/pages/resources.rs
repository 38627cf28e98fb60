//! Resources as people read them.

use crate::domain::forecast::Ratio;
use crate::i18n::Lang;
use crate::report::figures::abbreviated;
use crate::report::page::Page;
use crate::report::resource_words::{found, measure, perspective, purpose, tenths_of_hours};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::store::view::resources::{ResourceLine, ResourcesView};
use crate::tr;

/// The page of a period: what was planned and spent, and the balanced measures.
pub fn resources(lang: Lang, view: &ResourcesView) -> Page {
    let title = tr!(lang, "resources.of_period", period = view.period);
    let mut page = Page::of_table(lang, title, spent(lang, view));
    for line in view.lines.iter().filter(|line| !line.measures.is_empty()) {
        let name = purpose(lang, line.purpose);
        page.section(tr!(lang, "resources.measures_of", purpose = name), measures(lang, view, line));
    }
    page
}

/// What was spent, of what was planned, line by line.
pub fn spent(lang: Lang, view: &ResourcesView) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.purpose"), Worth::Essential),
        Column::figures(tr!(lang, "column.accounts"), Worth::Extra),
        Column::figures(tr!(lang, "column.hours_of_plan"), Worth::Essential),
        Column::figures(tr!(lang, "column.time_share"), Worth::Important),
        Column::figures(tr!(lang, "column.staff_of_plan"), Worth::Useful),
        Column::figures(tr!(lang, "column.money_of_plan", currency = view.base), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for line in &view.lines {
        let plan = line.plan.as_ref();
        let minutes = plan.and_then(|plan| plan.minutes);
        let over = minutes.is_some_and(|planned| planned < line.spent.minutes);
        let dear = line.planned_money.is_some_and(|planned| planned < line.spent.money);
        let tone = |over: bool| if over { Tone::Warning } else { Tone::Plain };
        let short = |minor: i128| abbreviated(lang, minor, view.base);
        let people = plan.and_then(|plan| plan.people);
        table.push(vec![
            Cell::text(purpose(lang, line.purpose)),
            Cell::count(line.accounts as i64),
            Cell::text(beside(tenths_of_hours(line.spent.minutes), minutes.map(tenths_of_hours)))
                .toned(tone(over)),
            Cell::ratio(Ratio::new(line.spent.minutes.into(), view.all.minutes.into()).map(Ratio::value)),
            Cell::text(beside(line.spent.people.to_string(), people.map(|people| people.to_string()))),
            Cell::text(beside(short(line.spent.money), line.planned_money.map(short))).toned(tone(dear)),
        ]);
    }
    table
}

/// What was spent beside what was planned; a dash where nothing was.
fn beside(spent: String, planned: Option<String>) -> String {
    format!("{spent} / {}", planned.as_deref().unwrap_or("–"))
}

/// The balanced measures of a posture with what they come to.
pub fn measures(lang: Lang, view: &ResourcesView, line: &ResourceLine) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.perspective"), Worth::Important),
        Column::words(tr!(lang, "column.metric"), Worth::Essential),
        Column::words(tr!(lang, "column.figure"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for (side, which, what) in &line.measures {
        let known = matches!(what, crate::domain::resources::Found::Is(_));
        table.push(vec![
            Cell::text(perspective(lang, *side)),
            Cell::text(measure(lang, *which)),
            Cell::text(found(lang, *what, view.base)).toned(if known { Tone::Strong } else { Tone::Quiet }),
        ]);
    }
    table
}
