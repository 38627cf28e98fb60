//! The page of a week: where the period stands, what changed, what is stuck, what comes next.

use super::figures::forecast;
use super::review::{attention, bridge};
use crate::i18n::Lang;
use crate::report::chart::{Mark, histogram};
use crate::report::model::{Amount, DealOut};
use crate::report::page::{Block, Page};
use crate::report::rows::week::{First, MovedDeal, Week};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words::Word;
use crate::report::{abbreviated, words};
use crate::tr;

/// The page of a week.
pub fn week(lang: Lang, week: &Week) -> Page {
    let period = &week.forecast.period;
    let mut page = Page::new(lang, tr!(lang, "page.week", period = period, from = week.from, to = week.to));
    page.blocks.extend(forecast(lang, &week.forecast).blocks);
    if let Some(call) = &week.call {
        let amount = Cell::amount(Some(call.amount)).toned(Tone::Strong);
        let note = Cell::maybe(call.note.as_ref());
        page.facts(vec![
            (tr!(lang, "week.call", day = call.on).into(), amount),
            (tr!(lang, "column.note").into(), note),
        ]);
    }
    range(&mut page, week);
    page.heading(tr!(lang, "week.bridge"));
    bridge(&mut page, &week.changes);
    section(&mut page, tr!(lang, "week.wins"), won(lang, &week.wins.first), &week.wins);
    section(&mut page, tr!(lang, "week.losses"), lost(lang, &week.losses.first), &week.losses);
    section(&mut page, tr!(lang, "week.moved"), moved(lang, &week.moved.first), &week.moved);
    section(&mut page, tr!(lang, "week.stuck"), attention(lang, &week.stuck.first), &week.stuck);
    section(&mut page, tr!(lang, "week.steps"), steps(lang, week), &week.steps);
    page
}

/// A table under its heading, what is said where there is nothing, and how many more there are.
fn section<T>(page: &mut Page, heading: Word, table: Table, of: &First<T>) {
    page.heading(heading);
    page.blocks.push(Block::Table(table));
    match of.more {
        0 => {}
        1 => drop(page.paragraph(tr!(page.lang, "week.more_one"))),
        more => drop(page.paragraph(tr!(page.lang, "week.more", number = more))),
    }
}

fn range(page: &mut Page, week: &Week) {
    let lang = page.lang;
    let forecast = &week.forecast;
    let mark = |name: &str, amount: Amount| Mark {
        amount: amount.minor,
        label: format!("{name} {}", abbreviated(lang, amount.minor, amount.currency)),
    };
    let mut marks = vec![mark("P10", forecast.p10), mark("P50", forecast.p50), mark("P90", forecast.p90)];
    marks.extend(forecast.quota.map(|quota| mark(&tr!(lang, "forecast.quota"), quota)));
    let words = tr!(lang, "page.range", period = forecast.period);
    page.picture(words.clone(), histogram(&words, &week.range, &marks));
}

fn won(lang: Lang, deals: &[DealOut]) -> Table {
    closed(lang, tr!(lang, "week.no_wins"), deals, Vec::new(), |_| Vec::new())
}

fn lost(lang: Lang, deals: &[DealOut]) -> Table {
    let why = vec![
        Column::words(tr!(lang, "column.lost_reason"), Worth::Essential),
        Column::words(tr!(lang, "column.competitor"), Worth::Useful),
        Column::words(tr!(lang, "column.learned"), Worth::Useful),
    ];
    closed(lang, tr!(lang, "week.no_losses"), deals, why, |deal| {
        vec![
            Cell::maybe(deal.lost_reason.as_deref().map(|reason| words::lost_reason(lang, reason))),
            Cell::maybe(deal.competitor.as_ref()),
            Cell::maybe(deal.learned.as_ref()),
        ]
    })
}

/// Deals that were closed, each with what `more` tells of it in further columns.
fn closed(
    lang: Lang,
    when_empty: Word,
    deals: &[DealOut],
    further: Vec<Column>,
    more: impl Fn(&DealOut) -> Vec<Cell>,
) -> Table {
    let mut columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Important),
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
    ];
    columns.extend(further);
    let mut table = Table::new(columns, when_empty);
    for deal in deals {
        let head = [
            Cell::day(deal.closed_on),
            Cell::text(&deal.name),
            Cell::text(&deal.account),
            Cell::amount(deal.amount),
        ];
        table.push(head.into_iter().chain(more(deal)).collect());
    }
    table
}

fn moved(lang: Lang, deals: &[MovedDeal]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::words(tr!(lang, "column.stage"), Worth::Essential),
        Column::words(tr!(lang, "column.close_date"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "week.nothing_moved"));
    for deal in deals {
        let stages = deal.stages.as_ref().map(|(from, to)| format!("{from} → {to}"));
        let day = |day: Option<chrono::NaiveDate>| day.map_or_else(|| "–".to_owned(), |day| day.to_string());
        let close = deal.close.map(|(from, to)| format!("{} → {}", day(from), day(to)));
        table.push(vec![
            Cell::text(&deal.deal),
            Cell::maybe(deal.account.as_ref()),
            Cell::maybe(stages),
            Cell::maybe(close),
        ]);
    }
    table
}

fn steps(lang: Lang, week: &Week) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.due"), Worth::Essential),
        Column::words(tr!(lang, "column.next_step"), Worth::Essential),
        Column::words(tr!(lang, "column.deal"), Worth::Important),
        Column::words(tr!(lang, "column.account"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "week.no_steps"));
    for deal in &week.steps.first {
        table.push(vec![
            super::due(deal.next_on, week.to),
            Cell::maybe(deal.next_step.as_ref()),
            Cell::text(&deal.name),
            Cell::text(&deal.account),
        ]);
    }
    table
}
