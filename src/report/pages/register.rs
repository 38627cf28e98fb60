//! What the book keeps beside its records, as people read it.

use super::worded;
use crate::i18n::Lang;
use crate::report::model::{ColleagueOut, CustomFieldOut, LinkOut, LostReasonOut, StageOut, TagOut, ViewOut};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
use crate::tr;

/// A number of records; nothing where there are none.
fn number(count: u64) -> Cell {
    match i64::try_from(count) {
        Ok(0) => Cell::text("–").toned(Tone::Quiet),
        Ok(count) => Cell::count(count),
        Err(_) => Cell::ABSENT,
    }
}

/// The table of stages.
pub fn stages(lang: Lang, stages: &[StageOut]) -> Table {
    let columns = vec![
        Column::figures("", Worth::Useful),
        Column::words(tr!(lang, "column.stage"), Worth::Essential),
        Column::figures(tr!(lang, "column.win_rate"), Worth::Essential),
        Column::figures(tr!(lang, "column.open_deals"), Worth::Useful),
        Column::words(tr!(lang, "column.seller_step"), Worth::Useful),
        Column::figures(tr!(lang, "column.limit_days"), Worth::Useful),
        Column::words(tr!(lang, "column.exit_sign"), Worth::Extra),
    ];
    let mut table = Table::new(columns, "");
    for stage in stages {
        table.push(vec![
            Cell::count(stage.place).toned(Tone::Quiet),
            Cell::text(&stage.name),
            Cell::rate(stage.win_rate.0),
            number(stage.open_deals),
            Cell::maybe(stage.step.as_ref()).toned(Tone::Quiet),
            stage.limit_days.map_or(Cell::ABSENT, Cell::count),
            Cell::maybe(stage.exit_sign.as_ref()).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The table of reasons for losing.
pub fn lost_reasons(lang: Lang, reasons: &[LostReasonOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.lost_reason"), Worth::Essential),
        Column::figures(tr!(lang, "column.lost_deals"), Worth::Important),
        Column::whole(tr!(lang, "column.key"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_lost_reasons"));
    for reason in reasons {
        table.push(vec![
            Cell::text(&reason.name),
            number(reason.deals),
            Cell::text(&reason.reason).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The table of colleagues.
pub fn colleagues(lang: Lang, colleagues: &[ColleagueOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.name"), Worth::Essential),
        Column::whole(tr!(lang, "column.me"), Worth::Important),
        Column::words(tr!(lang, "column.role"), Worth::Useful),
        Column::words(tr!(lang, "column.emails"), Worth::Useful),
        Column::figures(tr!(lang, "column.accounts"), Worth::Useful),
        Column::figures(tr!(lang, "column.deals"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_colleagues"));
    for colleague in colleagues {
        let me = colleague.is_me.then(|| tr!(lang, "list.me"));
        table.push(vec![
            Cell::text(&colleague.name),
            Cell::maybe(me).toned(Tone::Strong),
            Cell::maybe(colleague.role.as_ref()),
            Cell::maybe(colleague.email.as_ref()).toned(Tone::Quiet),
            number(colleague.accounts),
            number(colleague.deals),
        ]);
    }
    table
}

/// The table of tags.
pub fn tags(lang: Lang, tags: &[TagOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.tag"), Worth::Essential),
        Column::figures(tr!(lang, "column.records"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_tags"));
    for tag in tags {
        table.push(vec![Cell::text(&tag.tag), number(tag.records)]);
    }
    table
}

/// The table of saved views.
pub fn views(lang: Lang, views: &[ViewOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.list"), Worth::Essential),
        Column::words(tr!(lang, "column.view"), Worth::Essential),
        Column::words(tr!(lang, "column.filter"), Worth::Essential),
        Column::words(tr!(lang, "column.sort"), Worth::Important),
        Column::words(tr!(lang, "column.columns"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_views"));
    for view in views {
        table.push(vec![
            Cell::text(list_name(lang, &view.list)).toned(Tone::Quiet),
            Cell::text(&view.name),
            Cell::text(view.filter.clone().unwrap_or_default()),
            Cell::list(&view.sort),
            Cell::list(&view.columns),
        ]);
    }
    table
}

/// What a list is called.
fn list_name(lang: Lang, list: &str) -> String {
    match list {
        "accounts" => tr!(lang, "accounts.title"),
        "people" => tr!(lang, "people.title"),
        "deals" => tr!(lang, "deals.title"),
        _ => tr!(lang, "log.title"),
    }
    .into_owned()
}

/// The table of custom fields.
pub fn fields(lang: Lang, fields: &[CustomFieldOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.of"), Worth::Essential),
        Column::words(tr!(lang, "column.field"), Worth::Essential),
        Column::whole(tr!(lang, "column.kind"), Worth::Important),
        Column::figures(tr!(lang, "column.records"), Worth::Important),
        Column::words(tr!(lang, "column.choices"), Worth::Useful),
        Column::whole(tr!(lang, "column.key"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_fields"));
    for field in fields {
        table.push(vec![
            Cell::text(worded(lang, &field.of, words::record_kind)).toned(Tone::Quiet),
            Cell::text(&field.label),
            Cell::text(worded(lang, &field.kind, words::field_kind)),
            number(field.records),
            Cell::list(&field.choices),
            Cell::text(&field.key).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The table of a record's links.
pub fn links(lang: Lang, links: &[LinkOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.label"), Worth::Important),
        Column::words(tr!(lang, "column.target"), Worth::Essential),
        Column::whole(tr!(lang, "column.id"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_links"));
    for link in links {
        table.push(vec![
            Cell::maybe(link.label.as_ref()),
            Cell::text(&link.target),
            Cell::id(link.id).toned(Tone::Quiet),
        ]);
    }
    table
}
