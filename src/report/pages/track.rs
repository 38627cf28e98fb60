//! The track record as people read it.

use chrono::NaiveDate;

use super::figures::without_rate;
use crate::domain::track::Trend;
use crate::i18n::Lang;
use crate::report::model::{AccuracyOut, CalibrationOut, ConversionOut, LossOut, LossesOut, VelocityOut};
use crate::report::page::{Block, Page};
use crate::report::table::{Cell, Column, Table, Tone, Value, Worth};
use crate::report::words;
use crate::tr;

/// The page of how near forecasts were; `trends` are the four quarters of their periods.
pub fn accuracy(lang: Lang, submissions: &[AccuracyOut], trends: &[Trend; 4]) -> Page {
    let mut page = Page::of_table(lang, tr!(lang, "page.accuracy"), submitted(lang, submissions));
    if trends.iter().any(|trend| trend.number > 0) {
        page.section(tr!(lang, "page.accuracy_trend"), trend(lang, trends));
        page.paragraph(tr!(lang, "accuracy.aim"));
    }
    page
}

/// Submitted forecasts beside what was sold.
pub fn submitted(lang: Lang, submissions: &[AccuracyOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.period"), Worth::Essential),
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::figures(tr!(lang, "column.days_left"), Worth::Useful),
        Column::figures(tr!(lang, "column.submitted"), Worth::Essential),
        Column::figures(tr!(lang, "column.sold"), Worth::Essential),
        Column::figures(tr!(lang, "column.accuracy"), Worth::Essential),
        Column::figures(tr!(lang, "column.bias"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_submissions"));
    for one in submissions {
        let tone = match one.on_aim {
            Some(true) => Tone::Good,
            Some(false) => Tone::Bad,
            None => Tone::Plain,
        };
        table.push(vec![
            Cell::text(&one.period),
            Cell::day(Some(one.on)),
            Cell::count(one.days_left),
            Cell::amount(one.submitted),
            match one.actual {
                Some(actual) => Cell::amount(Some(actual)),
                None => Cell::text(tr!(lang, "accuracy.running")).toned(Tone::Quiet),
            },
            Cell::ratio(one.accuracy).toned(tone),
            Cell::ratio(one.bias),
        ]);
    }
    table
}

/// What they come to by the quarter of the period in which they were handed in.
pub fn trend(lang: Lang, trends: &[Trend; 4]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.handed_in"), Worth::Essential),
        Column::figures(tr!(lang, "column.number"), Worth::Important),
        Column::figures(tr!(lang, "column.accuracy"), Worth::Essential),
        Column::figures(tr!(lang, "column.bias"), Worth::Essential),
        Column::figures(tr!(lang, "column.on_aim"), Worth::Important),
    ];
    let names = [
        tr!(lang, "accuracy.first_quarter"),
        tr!(lang, "accuracy.second_quarter"),
        tr!(lang, "accuracy.third_quarter"),
        tr!(lang, "accuracy.last_quarter"),
    ];
    let mut table = Table::new(columns, "");
    for (name, trend) in names.into_iter().zip(trends) {
        table.push(vec![
            Cell::text(name),
            Cell::count(trend.number.into()),
            Cell::ratio(trend.accuracy()),
            Cell::ratio(trend.bias()),
            Cell::count(trend.on_aim.into()),
        ]);
    }
    table
}

/// The page of how deals fare at each stage.
pub fn conversion(lang: Lang, (from, to): (NaiveDate, NaiveDate), stages: &[ConversionOut]) -> Page {
    Page::of_table(lang, tr!(lang, "page.conversion", from = from, to = to), passages(lang, stages))
}

/// How deals fared, stage by stage.
pub fn passages(lang: Lang, stages: &[ConversionOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.stage"), Worth::Essential),
        Column::figures(tr!(lang, "column.entered"), Worth::Useful),
        Column::figures(tr!(lang, "column.advanced"), Worth::Important),
        Column::figures(tr!(lang, "column.fell"), Worth::Important),
        Column::figures(tr!(lang, "column.conversion"), Worth::Essential),
        Column::figures(tr!(lang, "column.undecided"), Worth::Important),
        Column::figures(tr!(lang, "column.median_days"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_stages"));
    for stage in stages {
        table.push(vec![
            Cell::text(&stage.name),
            Cell::count(stage.entered as i64),
            Cell::count(stage.advanced as i64),
            Cell::count(stage.fell as i64),
            Cell::ratio(stage.conversion).toned(Tone::Strong),
            Cell::count(stage.undecided as i64),
            days(stage.median_days),
        ]);
    }
    table
}

/// The page of what a day brings.
pub fn velocity(lang: Lang, velocity: &VelocityOut) -> Page {
    let (from, to) = (velocity.from, velocity.to);
    let mut page = Page::new(lang, tr!(lang, "page.velocity", from = from, to = to));
    page.facts(vec![
        (
            tr!(lang, "velocity.velocity").into(),
            match velocity.velocity {
                Some(amount) => Cell::amount(Some(amount)).toned(Tone::Strong),
                None => Cell::text(tr!(lang, "velocity.not_enough")).toned(Tone::Quiet),
            },
        ),
        (tr!(lang, "velocity.open_deals").into(), Cell::count(velocity.open_deals as i64)),
        (tr!(lang, "velocity.average_amount").into(), Cell::amount(velocity.average_amount)),
        (tr!(lang, "velocity.win_share").into(), Cell::ratio(velocity.win_share)),
        (tr!(lang, "velocity.closed").into(), Cell::count(velocity.closed as i64)),
        (tr!(lang, "velocity.average_cycle").into(), days(velocity.average_cycle)),
    ]);
    without_rate(&mut page, &velocity.without_rate);
    page
}

/// The page of a person's own win rates.
pub fn calibration(lang: Lang, (from, to): (NaiveDate, NaiveDate), stages: &[CalibrationOut]) -> Page {
    let title = tr!(lang, "page.calibration", from = from, to = to);
    let mut page = Page::of_table(lang, title, own_rates(lang, stages));
    page.paragraph(tr!(lang, "calibration.offer"));
    page
}

/// A person's own win rates beside those that are set.
pub fn own_rates(lang: Lang, stages: &[CalibrationOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.stage"), Worth::Essential),
        Column::figures(tr!(lang, "column.cases"), Worth::Essential),
        Column::figures(tr!(lang, "column.wins"), Worth::Important),
        Column::figures(tr!(lang, "column.win_share"), Worth::Useful),
        Column::figures(tr!(lang, "column.default_rate"), Worth::Essential),
        Column::figures(tr!(lang, "column.own_rate"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_stages"));
    for stage in stages {
        table.push(vec![
            Cell::text(&stage.name),
            Cell::count(stage.n as i64),
            Cell::count(stage.wins as i64),
            Cell::ratio(stage.share),
            Cell::rate(stage.default.0),
            Cell::rate(stage.calibrated.0).toned(Tone::Strong),
        ]);
    }
    table
}

/// The page of why deals were lost, and to whom.
pub fn losses(lang: Lang, losses: &LossesOut) -> Page {
    let (from, to) = (losses.from, losses.to);
    let mut page = Page::new(lang, tr!(lang, "page.losses", from = from, to = to));
    page.blocks.push(Block::Table(lost_because(lang, &losses.reasons)));
    let known = losses.competitors.iter().any(|one| one.name.is_some());
    if known {
        page.section(tr!(lang, "page.losses_competitors"), lost_to(lang, &losses.competitors));
    }
    without_rate(&mut page, &losses.without_rate);
    page
}

/// Why deals were lost, ranked.
pub fn lost_because(lang: Lang, reasons: &[LossOut]) -> Table {
    let reason = |word: &str| words::lost_reason(lang, word).into_owned();
    ranked(lang, tr!(lang, "column.lost_reason").into(), reasons, reason)
}

/// To whom deals were lost, ranked.
pub fn lost_to(lang: Lang, competitors: &[LossOut]) -> Table {
    ranked(lang, tr!(lang, "column.competitor").into(), competitors, str::to_owned)
}

fn ranked(lang: Lang, title: String, losses: &[LossOut], word: impl Fn(&str) -> String) -> Table {
    let columns = vec![
        Column::words(title, Worth::Essential),
        Column::figures(tr!(lang, "column.deals"), Worth::Essential),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_losses"));
    for loss in losses {
        let name = match &loss.name {
            Some(name) => Cell::text(word(name)),
            None => Cell::text(tr!(lang, "losses.not_told")).toned(Tone::Quiet),
        };
        table.push(vec![name, Cell::count(loss.deals as i64), Cell::amount(Some(loss.amount))]);
    }
    table
}

/// Days with half a day, where there is one.
fn days(days: Option<f64>) -> Cell {
    match days {
        Some(days) if days.fract() == 0.0 => Cell::count(days as i64),
        Some(days) => Value::Text(format!("{days:.1}")).into(),
        None => Cell::ABSENT,
    }
}
