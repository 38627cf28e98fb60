//! What needs a word, what changed, and what was handed in, as people read it.

use super::figures::without_rate;
use crate::domain::bridge::Change;
use crate::i18n::Lang;
use crate::report::chart::{Column as Bar, Sense, waterfall};
use crate::report::model::{Amount, AttentionOut, ChangesOut, SubmissionOut};
use crate::report::page::{Block, Page};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words::Word;
use crate::report::{abbreviated, words};
use crate::tr;

/// What became of a deal.
pub fn change(lang: Lang, change: Change) -> Word {
    match change {
        Change::New => tr!(lang, "bridge.new"),
        Change::Reopened => tr!(lang, "bridge.reopened"),
        Change::Increased => tr!(lang, "bridge.increased"),
        Change::PulledIn => tr!(lang, "bridge.pulled_in"),
        Change::Revalued => tr!(lang, "bridge.revalued"),
        Change::Decreased => tr!(lang, "bridge.decreased"),
        Change::Slipped => tr!(lang, "bridge.slipped"),
        Change::Won => tr!(lang, "bridge.won"),
        Change::Lost => tr!(lang, "bridge.lost"),
        Change::Removed => tr!(lang, "bridge.removed"),
    }
}

/// The list of deals that need a word.
pub fn attention(lang: Lang, deals: &[AttentionOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Useful),
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Useful),
        Column::whole(tr!(lang, "column.stage"), Worth::Extra),
        Column::figures(tr!(lang, "column.amount"), Worth::Important),
        Column::whole(tr!(lang, "column.close_date"), Worth::Extra),
        Column::words(tr!(lang, "column.why"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_attention"));
    for deal in deals {
        let reasons: Vec<&str> = deal.reasons.iter().map(|reason| reason.text.as_str()).collect();
        table.push(vec![
            Cell::text(&deal.code),
            Cell::text(&deal.deal),
            Cell::text(&deal.account),
            Cell::text(words::stage_key(lang, &deal.stage)),
            Cell::amount(deal.amount),
            Cell::day(deal.close_date),
            Cell::text(reasons.join(&tr!(lang, "reason.between"))),
        ]);
    }
    table
}

/// The terms of a bridge in their order, those that are nothing left out.
fn terms(changes: &ChangesOut) -> Vec<(Change, Amount)> {
    let all = [
        (Change::New, changes.new),
        (Change::Reopened, changes.reopened),
        (Change::Increased, changes.increased),
        (Change::PulledIn, changes.pulled_in),
        (Change::Revalued, changes.revalued),
        (Change::Decreased, changes.decreased),
        (Change::Slipped, changes.slipped),
        (Change::Won, changes.won),
        (Change::Lost, changes.lost),
        (Change::Removed, changes.removed),
    ];
    all.into_iter().filter(|(_, amount)| amount.minor != 0).collect()
}

/// The page of what became of a period's deals.
pub fn changes(lang: Lang, changes: &ChangesOut) -> Page {
    let (period, from, to) = (&changes.period, changes.from, changes.to);
    let mut page = Page::new(lang, tr!(lang, "page.changes", period = period, from = from, to = to));
    page.blocks.extend(bridge(lang, changes).blocks);
    page.section(tr!(lang, "page.changes_deals"), deals(lang, changes));
    without_rate(&mut page, &changes.without_rate);
    page
}

/// A bridge as a waterfall and as a table.
pub fn bridge(lang: Lang, changes: &ChangesOut) -> Page {
    let (from, to) = (changes.from, changes.to);
    let words = tr!(lang, "page.waterfall", period = changes.period, from = from, to = to);
    let figure = |minor: i128| abbreviated(lang, minor, changes.currency);
    let total = |label: Word, amount: Amount| Bar {
        label: label.into_owned(),
        figure: figure(amount.minor),
        from: 0,
        to: amount.minor,
        sense: Sense::Total,
    };
    let mut bars = vec![total(tr!(lang, "bridge.opening"), changes.opening)];
    let columns = vec![
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
        Column::figures(tr!(lang, "column.deals"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    table.push(vec![
        Cell::text(tr!(lang, "bridge.opening")),
        Cell::amount(Some(changes.opening)),
        Cell::ABSENT,
    ]);
    let mut at = changes.opening.minor;
    for (kind, amount) in terms(changes) {
        let moved = kind.signed(amount.minor);
        let rises = moved > 0;
        let sign = if rises { "+" } else { "" };
        bars.push(Bar {
            label: change(lang, kind).into_owned(),
            figure: format!("{sign}{}", figure(moved)),
            from: at,
            to: at + moved,
            sense: if rises { Sense::Rise } else { Sense::Fall },
        });
        at += moved;
        let number = changes.deals.iter().filter(|deal| deal.kind == kind.as_str()).count();
        table.push(vec![
            Cell::text(change(lang, kind)),
            Cell::sum(moved, changes.currency).toned(if rises { Tone::Good } else { Tone::Bad }),
            Cell::count(number as i64),
        ]);
    }
    bars.push(total(tr!(lang, "bridge.closing"), changes.closing));
    table.push_total(vec![
        Cell::text(tr!(lang, "bridge.closing")),
        Cell::amount(Some(changes.closing)),
        Cell::ABSENT,
    ]);
    let mut page = Page::of_table(lang, words.clone(), table);
    page.blocks.insert(0, Block::Picture(waterfall(&words, &bars)));
    page
}

/// The deals behind a bridge.
fn deals(lang: Lang, changes: &ChangesOut) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Useful),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for deal in &changes.deals {
        table.push(vec![
            Cell::text(super::worded(lang, &deal.kind, change)),
            Cell::text(&deal.deal),
            Cell::maybe(deal.account.as_ref()),
            Cell::amount(Some(deal.amount)),
        ]);
    }
    table
}

/// What is said of a forecast once it is handed in: the figures, the range and the line that go with it.
pub fn submitted(lang: Lang, line: Word, one: &SubmissionOut) -> Page {
    let mut page = Page::of_line(lang, line);
    page.facts(vec![
        (tr!(lang, "forecast.won").into(), Cell::amount(Some(one.won))),
        (tr!(lang, "forecast.small_orders").into(), Cell::amount(Some(one.small_orders))),
        (tr!(lang, "forecast.weighted").into(), Cell::amount(Some(one.weighted))),
        (tr!(lang, "forecast.quota").into(), Cell::amount(one.quota)),
        (tr!(lang, "forecast.p10").into(), Cell::amount(Some(one.p10))),
        (tr!(lang, "forecast.p50").into(), Cell::amount(Some(one.p50))),
        (tr!(lang, "forecast.p90").into(), Cell::amount(Some(one.p90))),
        (tr!(lang, "forecast.chance").into(), one.chance.map_or(Cell::ABSENT, |chance| Cell::rate(chance.0))),
        (tr!(lang, "column.note").into(), Cell::maybe(one.note.as_ref())),
    ]);
    page
}

/// The list of forecasts that were handed in.
pub fn submissions(lang: Lang, submissions: &[SubmissionOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.period"), Worth::Essential),
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::figures(tr!(lang, "column.call"), Worth::Essential),
        Column::figures(tr!(lang, "forecast.won"), Worth::Important),
        Column::figures(tr!(lang, "forecast.small_orders"), Worth::Extra),
        Column::figures(tr!(lang, "forecast.weighted"), Worth::Important),
        Column::figures(tr!(lang, "forecast.quota"), Worth::Useful),
        Column::figures("P10", Worth::Useful),
        Column::figures("P50", Worth::Useful),
        Column::figures("P90", Worth::Useful),
        Column::figures(tr!(lang, "forecast.chance"), Worth::Extra),
        Column::words(tr!(lang, "column.note"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_submissions"));
    for one in submissions {
        table.push(vec![
            Cell::text(&one.period),
            Cell::day(Some(one.on)),
            Cell::amount(Some(one.amount)).toned(Tone::Strong),
            Cell::amount(Some(one.won)),
            Cell::amount(Some(one.small_orders)),
            Cell::amount(Some(one.weighted)),
            Cell::amount(one.quota),
            Cell::amount(Some(one.p10)),
            Cell::amount(Some(one.p50)),
            Cell::amount(Some(one.p90)),
            one.chance.map_or(Cell::ABSENT, |chance| Cell::rate(chance.0)),
            Cell::maybe(one.note.as_ref()),
        ]);
    }
    table
}
