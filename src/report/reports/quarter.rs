//! The report of a quarter: where it stands, how it came about, what was won and lost, what is still open, and
//! what follows.

use super::deals::{lost, open, section, won};
use super::{period, share};
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::chart::{Point, trend};
use crate::report::document::{Document, Part, Piece, Section, pieces};
use crate::report::pages::review::bridge;
use crate::report::pages::track;
use crate::report::rows::quarter::Quarter;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::tr;

/// The report.
pub fn document(lang: Lang, stages: &[Stage], quarter: &Quarter) -> Document {
    let outlook = &quarter.outlook;
    let period = &outlook.forecast.period;
    let stands = vec![
        Section::new("", vec![Piece::Picture(period::gauge(lang, outlook))]),
        period::range(lang, outlook),
        course(lang, quarter),
    ];
    let reasons = vec![
        vec![Piece::Table(track::lost_because(lang, &quarter.reasons.reasons))],
        vec![Piece::Table(track::lost_to(lang, &quarter.reasons.competitors))],
    ];
    let has_losses = !quarter.reasons.reasons.is_empty();
    let closed = vec![
        section(lang, tr!(lang, "week.wins"), won(lang, &quarter.wins.first), &quarter.wins),
        section(lang, tr!(lang, "week.losses"), lost(lang, &quarter.losses.first), &quarter.losses),
        Section::new(
            tr!(lang, "report.why_lost"),
            if has_losses { vec![Piece::Beside(reasons)] } else { vec![] },
        ),
    ];
    let largest =
        section(lang, "".into(), open(lang, stages, quarter.to, &quarter.open.first), &quarter.open);
    let flow = vec![
        Section::new(
            tr!(lang, "report.conversion"),
            vec![Piece::Table(track::passages(lang, &quarter.conversion))],
        ),
        Section::new(tr!(lang, "report.velocity"), pieces(track::velocity(lang, &quarter.velocity))),
    ];
    let next = &quarter.next;
    let follows = vec![
        Section::new("", vec![Piece::Picture(period::gauge(lang, next))]),
        Section::new("", period::exact(lang, next)),
    ];
    let parts = [
        Part::of(tr!(lang, "report.stands", period = period), stands),
        Part::new(tr!(lang, "report.funnel_of", period = period), period::funnel(lang, &outlook.funnel)),
        Part::new(tr!(lang, "week.bridge"), pieces(bridge(lang, &quarter.changes))),
        Part::of(tr!(lang, "report.closed"), closed),
        Part::of(tr!(lang, "report.largest"), vec![largest]),
        Part::of(tr!(lang, "report.flow"), flow),
        Part::of(tr!(lang, "report.next", period = next.forecast.period), follows),
    ];
    let (from, to) = quarter.days;
    Document {
        lang,
        title: tr!(lang, "report.quarter", period = period).into_owned(),
        under: tr!(lang, "report.quarter_under", from = from, to = to, day = outlook.forecast.as_of)
            .into_owned(),
        numbers: period::numbers(lang, outlook),
        parts: parts.into_iter().flatten().collect(),
        foot: String::new(),
    }
}

/// Forecast attainment from week to week, where it ever was defined; the figures of today beside it.
fn course(lang: Lang, quarter: &Quarter) -> Section {
    let exact = period::exact(lang, &quarter.outlook);
    if quarter.trend.iter().all(|(_, attainment)| attainment.is_none()) {
        return Section::new("", exact);
    }
    let points = quarter.trend.iter().map(|(day, attainment)| Point {
        label: day.format("%m-%d").to_string(),
        value: *attainment,
        figure: attainment.map(|value| format!("{:.0} %", value * 100.0)).unwrap_or_default(),
    });
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::figures(tr!(lang, "forecast.attainment"), Worth::Essential),
        Column::figures(tr!(lang, "report.since_before"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    let mut before: Option<f64> = None;
    for (day, attainment) in &quarter.trend {
        let moved = attainment.zip(before).map(|(now, before)| now - before);
        let moved =
            moved.map(|moved| format!("{}{}", if moved > 0.0 { "+" } else { "" }, share(Some(moved))));
        table.push(vec![Cell::day(Some(*day)), Cell::ratio(*attainment), Cell::maybe(moved)]);
        before = *attainment;
    }
    let title = tr!(lang, "report.trend_picture", period = quarter.outlook.forecast.period);
    let goal = tr!(lang, "report.quota_line");
    let picture = trend(&title, &points.collect::<Vec<_>>(), Some((1.0, &goal)));
    let beside = Piece::Beside(vec![vec![Piece::Table(table)], exact]);
    Section::new(tr!(lang, "report.trend"), vec![Piece::Picture(picture), beside])
}
