//! Resources as people read them.

use crate::domain::forecast::Ratio;
use crate::i18n::Lang;
use crate::report::page::Page;
use crate::report::resource_words::{found, hours, measure, perspective, purpose};
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

/// What was planned beside what was spent, line by line.
pub fn spent(lang: Lang, view: &ResourcesView) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.purpose"), Worth::Essential),
        Column::figures(tr!(lang, "column.accounts"), Worth::Useful),
        Column::figures(tr!(lang, "column.planned_hours"), Worth::Essential),
        Column::figures(tr!(lang, "column.hours"), Worth::Essential),
        Column::figures(tr!(lang, "column.share"), Worth::Important),
        Column::figures(tr!(lang, "column.planned_staff"), Worth::Extra),
        Column::figures(tr!(lang, "column.staff"), Worth::Useful),
        Column::figures(tr!(lang, "column.planned_money"), Worth::Important),
        Column::figures(tr!(lang, "column.spent_money"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for line in &view.lines {
        let plan = line.plan.as_ref();
        let over = plan.and_then(|plan| plan.minutes).is_some_and(|planned| planned < line.spent.minutes);
        let dear = line.planned_money.is_some_and(|planned| planned < line.spent.money);
        let tone = |over: bool| if over { Tone::Warning } else { Tone::Plain };
        table.push(vec![
            Cell::text(purpose(lang, line.purpose)),
            Cell::count(line.accounts as i64),
            Cell::maybe(plan.and_then(|plan| plan.minutes).map(|minutes| hours(lang, minutes))),
            Cell::text(hours(lang, line.spent.minutes)).toned(tone(over)),
            Cell::ratio(Ratio::new(line.spent.minutes.into(), view.all.minutes.into()).map(Ratio::value)),
            plan.and_then(|plan| plan.people).map_or(Cell::ABSENT, Cell::count),
            Cell::count(line.spent.people),
            line.planned_money.map_or(Cell::ABSENT, |money| Cell::sum(money, view.base)),
            Cell::sum(line.spent.money, view.base).toned(tone(dear)),
        ]);
    }
    table
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
