//! The report of the whole book: which accounts there are and what they bring, what is open, how the last
//! quarters went, whom to look after.

use chrono::NaiveDate;

use super::deals::more;
use super::segments;
use super::{large, number, period, share};
use crate::i18n::Lang;
use crate::report::chart::{Point, trend};
use crate::report::document::{Document, Number, Part, Piece, Section};
use crate::report::model::Amount;
use crate::report::rows::portfolio::Portfolio;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::{pages, percent};
use crate::tr;

/// The report of the book on a day.
pub fn document(lang: Lang, today: NaiveDate, book: &Portfolio) -> Document {
    let time = pages::segment::efforts(lang, &book.view.segments.efforts());
    let metrics = pages::metrics::measures(lang, &book.metrics.metrics, book.metrics.base);
    let parts = [
        Part::new(tr!(lang, "report.contributions"), segments::pyramid(lang, book)),
        Part::of(tr!(lang, "report.segments"), segments::planes(lang, book)),
        Part::new(tr!(lang, "segments.guide_of_time"), vec![Piece::Table(time)]),
        Part::new(tr!(lang, "report.all_open"), period::funnel(lang, &book.funnel)),
        Part::new(tr!(lang, "report.quarters"), quarters(lang, book)),
        Part::of(tr!(lang, "report.care"), care(lang, book)),
        Part::new(tr!(lang, "report.measures"), vec![Piece::Table(metrics)]),
    ];
    Document {
        lang,
        title: tr!(lang, "report.book").into_owned(),
        under: tr!(lang, "report.on_day", day = today).into_owned(),
        numbers: numbers(lang, book),
        parts: parts.into_iter().flatten().collect(),
        foot: tr!(lang, "report.for_our_side").into_owned(),
    }
}

fn numbers(lang: Lang, book: &Portfolio) -> Vec<Number> {
    let segments = &book.view.segments;
    let sold: i128 = segments.accounts.iter().filter_map(|facts| facts.sales().ok()).sum();
    let sold = Amount::new(sold, book.view.base);
    let buying = book.pyramid.first.len() + book.pyramid.more;
    let mut numbers = vec![
        number(
            tr!(lang, "column.accounts"),
            segments.accounts.len().to_string(),
            tr!(lang, "report.buying", number = buying),
        ),
        number(
            tr!(lang, "report.sold_since"),
            large(lang, sold),
            tr!(lang, "report.since", day = book.view.since),
        ),
    ];
    let attainment = book.outlook.forecast.attainment;
    let period = &book.outlook.forecast.period;
    numbers.push(number(tr!(lang, "forecast.attainment"), share(attainment), period.clone()));
    let total = &book.funnel.total;
    let note = match total.deals {
        1 => tr!(lang, "report.one_deal"),
        deals => tr!(lang, "report.number_of_deals", deals = deals),
    };
    numbers.push(number(tr!(lang, "column.open_amount"), large(lang, total.amount), note));
    let (pyramid, rules) = (&segments.pyramid, &segments.rules);
    if let Some(number_of) = pyramid.ends_after {
        let figure = format!("{number_of}/{}", pyramid.curve.len());
        let part = percent(rules.pareto_share.basis_points());
        numbers.push(number(tr!(lang, "report.few"), figure, tr!(lang, "report.few_bring", share = part)));
    }
    if let Some(kept) = book.care.promises.share {
        let kept = percent(pages::care::to_tenths(kept.0));
        numbers.push(number(tr!(lang, "column.kept_on_time"), kept, tr!(lang, "report.in_a_year")));
    }
    let ill = book.health.first.len() + book.health.more;
    let of = match segments.accounts.len() {
        1 => tr!(lang, "report.of_account"),
        number => tr!(lang, "report.of_accounts", number = number),
    };
    numbers.push(number(tr!(lang, "report.ill"), ill.to_string(), of));
    numbers
}

/// What was sold of the quota in the last quarters.
fn quarters(lang: Lang, book: &Portfolio) -> Vec<Piece> {
    let columns = vec![
        Column::whole(tr!(lang, "column.period"), Worth::Essential),
        Column::figures(tr!(lang, "forecast.quota"), Worth::Essential),
        Column::figures(tr!(lang, "report.sold"), Worth::Essential),
        Column::figures(tr!(lang, "report.achieved"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for sold in &book.quarters {
        table.push(vec![
            Cell::text(&sold.period),
            Cell::amount(sold.quota),
            Cell::amount(Some(sold.sold)),
            Cell::ratio(sold.achieved),
        ]);
    }
    let point = |sold: &crate::report::rows::portfolio::Sold| Point {
        label: sold.period.clone(),
        value: sold.achieved,
        figure: sold.achieved.map(|value| format!("{:.0} %", value * 100.0)).unwrap_or_default(),
    };
    let points: Vec<Point> = book.quarters.iter().map(point).collect();
    let mut pieces = Vec::new();
    if points.iter().any(|point| point.value.is_some()) {
        let goal = tr!(lang, "report.quota_line");
        let title = tr!(lang, "report.quarters_picture");
        pieces.push(Piece::Picture(trend(&title, &points, Some((1.0, &goal)))));
    }
    pieces.push(Piece::Table(table));
    pieces.push(Piece::Text(tr!(lang, "report.running", period = book.outlook.forecast.period).into_owned()));
    pieces
}

/// Whose relationship is in danger, and what became of our promises.
fn care(lang: Lang, book: &Portfolio) -> Vec<Section> {
    let mut ill = vec![Piece::Table(pages::care::list(lang, &book.health.first))];
    ill.extend(more(lang, &book.health));
    let rhythm = pages::care::rhythm(lang, &book.care.rhythm);
    vec![
        Section::new(tr!(lang, "report.health"), ill),
        Section::new(
            tr!(lang, "care.promises"),
            vec![Piece::Text(pages::care::in_all(lang, &book.care.promises))],
        ),
        Section::new(tr!(lang, "care.rhythm"), vec![Piece::Table(rhythm)]),
    ]
}
