//! Accounts in their classes, as people read them: what was found, and what each class is from.

use crate::domain::segment::guide::Effort;
use crate::domain::segment::pyramid::{Basis, Pyramid};
use crate::domain::segment::{FEW, Input, Method};
use crate::i18n::Lang;
use crate::report::model::SegmentOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words::Word;
use crate::report::{percent, segment_words, words};
use crate::store::view::segments::SegmentsView;
use crate::tr;

/// The page of a method; `rows` are the accounts that are asked for.
pub fn by(lang: Lang, view: &SegmentsView, method: Method, rows: &[SegmentOut]) -> Page {
    let segments = &view.segments;
    let mut page = Page::new(lang, tr!(lang, "page.segments", method = words::method(lang, method)));
    if segments.are_few() {
        page.paragraph(tr!(lang, "segments.few_accounts", number = FEW));
    }
    match method {
        Method::Pyramid => {
            page.paragraph(tr!(lang, "segments.orders_between", from = view.since, to = view.until));
            page.paragraph(pareto(lang, view, &segments.pyramid));
        }
        Method::Tier => {
            page.section(tr!(lang, "segments.guide_of_time"), efforts(lang, &segments.efforts()));
        }
        Method::Score => {
            page.paragraph(tr!(lang, "segments.orders_between", from = view.since, to = view.until));
            page.paragraph(weights(lang, view));
        }
        Method::Posture => {
            page.paragraph(tr!(lang, "segments.orders_between", from = view.since, to = view.until));
        }
        Method::Rfm | Method::Kaism => {}
    }
    page.section(tr!(lang, "column.accounts"), accounts(lang, method, rows));
    page
}

/// Where most of all that is contributed ends.
pub fn pareto(lang: Lang, view: &SegmentsView, pyramid: &Pyramid) -> String {
    let share = percent(view.segments.rules.pareto_share.basis_points());
    let of = pyramid.curve.len();
    let words = match (pyramid.basis, pyramid.ends_after) {
        (_, None) => tr!(lang, "segments.nothing_contributed"),
        (_, Some(_)) if of == 1 => tr!(lang, "segments.one_buys"),
        (Basis::Profit, Some(1)) => tr!(lang, "segments.profit_ends_one", of = of, share = share),
        (Basis::Sales, Some(1)) => tr!(lang, "segments.sales_end_one", of = of, share = share),
        (Basis::Profit, Some(number)) => {
            tr!(lang, "segments.profit_ends", number = number, of = of, share = share)
        }
        (Basis::Sales, Some(number)) => {
            tr!(lang, "segments.sales_end", number = number, of = of, share = share)
        }
    };
    words.into_owned()
}

/// What the parts of the score weigh.
fn weights(lang: Lang, view: &SegmentsView) -> String {
    let [sales, profit, credit, prospects] = view.segments.rules.score_weights.basis_points().map(percent);
    tr!(lang, "segments.weights", sales = sales, profit = profit, credit = credit, prospects = prospects)
        .into_owned()
}

/// How the time went, by tier, beside the guide.
pub fn efforts(lang: Lang, efforts: &[Effort]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.tier"), Worth::Essential),
        Column::figures(tr!(lang, "column.accounts"), Worth::Essential),
        Column::figures(tr!(lang, "column.of_accounts"), Worth::Important),
        Column::figures(tr!(lang, "column.guide"), Worth::Useful),
        Column::figures(tr!(lang, "column.minutes"), Worth::Useful),
        Column::figures(tr!(lang, "column.of_time"), Worth::Essential),
        Column::figures(tr!(lang, "column.guide"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    let guide = |points: Option<i64>| points.map_or(Cell::ABSENT, Cell::rate).toned(Tone::Quiet);
    for effort in efforts {
        let name = match effort.tier {
            Some(tier) => words::tier(lang, tier),
            None => tr!(lang, "segments.no_tier_yet"),
        };
        table.push(vec![
            Cell::text(name),
            Cell::count(effort.accounts as i64),
            Cell::ratio(effort.of_accounts.map(|ratio| ratio.value())),
            guide(effort.guide_accounts),
            Cell::count(effort.minutes),
            Cell::ratio(effort.of_minutes.map(|ratio| ratio.value())).toned(Tone::Strong),
            guide(effort.guide_minutes),
        ]);
    }
    table
}

/// The accounts with their classes, and what these are from.
pub fn accounts(lang: Lang, method: Method, rows: &[SegmentOut]) -> Table {
    let mut columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Important),
        Column::words(tr!(lang, "column.account"), Worth::Essential),
        Column::words(tr!(lang, "column.class"), Worth::Essential),
    ];
    if method.is_judged() {
        columns.push(Column::words(tr!(lang, "column.rule"), Worth::Important));
    }
    columns.extend(asked(lang, method));
    columns.push(Column::words(tr!(lang, "column.missing"), Worth::Important));
    if method.is_judged() {
        columns.push(Column::words(tr!(lang, "column.why"), Worth::Extra));
    }
    let mut table = Table::new(columns, tr!(lang, "list.no_accounts"));
    for row in rows {
        let differs = row.by_hand && row.rule.is_some() && row.rule != row.class;
        let class = row.class.map(|class| segment_words::class(lang, class));
        let mut cells = vec![
            Cell::text(&row.code).toned(Tone::Quiet),
            Cell::text(&row.account),
            match class {
                Some(class) if row.by_hand && method != Method::Tier => {
                    Cell::text(tr!(lang, "segments.hand", class = class)).toned(Tone::Strong)
                }
                Some(class) => Cell::text(class).toned(Tone::Strong),
                None => Cell::ABSENT,
            },
        ];
        if method.is_judged() {
            let rule = Cell::maybe(row.rule.map(|rule| segment_words::class(lang, rule)));
            cells.push(rule.toned(if differs { Tone::Warning } else { Tone::Quiet }));
        }
        cells.extend(known(lang, method, row));
        let missing: Vec<_> = row.missing.iter().map(|input| segment_words::input(lang, *input)).collect();
        cells.push(Cell::list(&missing).toned(Tone::Quiet));
        if method.is_judged() {
            cells.push(Cell::maybe(row.why.clone()));
        }
        table.push(cells);
    }
    table
}

/// What the inputs of a method are called.
fn asked(lang: Lang, method: Method) -> Vec<Column> {
    let sales = || tr!(lang, "column.sales");
    let input = |input| segment_words::input(lang, input);
    let titles = match method {
        Method::Tier => vec![input(Input::Potential), input(Input::Attractiveness)],
        Method::Pyramid => vec![sales(), tr!(lang, "column.profit")],
        Method::Score => {
            vec![sales(), tr!(lang, "column.profit"), input(Input::Credit), input(Input::Prospects)]
        }
        Method::Rfm => vec![tr!(lang, "column.last_order"), tr!(lang, "column.orders"), sales()],
        Method::Kaism => vec![input(Input::Attractiveness), input(Input::Strength)],
        Method::Posture => vec![input(Input::Potential), input(Input::Share), sales()],
    };
    let column = |title: Word| Column::figures(first_upper(&title), Worth::Useful);
    let mut columns: Vec<Column> = titles.into_iter().map(column).collect();
    if method == Method::Tier {
        columns.push(Column::words(first_upper(&input(Input::Relation)), Worth::Useful));
    }
    columns
}

/// What they are.
fn known(lang: Lang, method: Method, row: &SegmentOut) -> Vec<Cell> {
    let known = &row.inputs;
    let points = |points: Option<i64>| points.map_or(Cell::ABSENT, Cell::count);
    // What nobody told is marked as such.
    let reckoned = |text: String, is_reckoned: bool| match is_reckoned {
        true => Cell::text(tr!(lang, "segments.reckoned", value = text)),
        false => Cell::text(text),
    };
    match method {
        Method::Tier => vec![
            Cell::amount(known.potential),
            points(known.attractiveness),
            Cell::maybe(known.relation.map(|relation| segment_words::relation(lang, relation))),
        ],
        Method::Pyramid => vec![Cell::amount(known.sales), Cell::amount(known.profit)],
        Method::Score => vec![
            Cell::amount(known.sales),
            Cell::amount(known.profit),
            points(known.credit),
            points(known.prospects),
        ],
        Method::Rfm => {
            vec![
                Cell::day(known.last_order),
                Cell::count(known.orders_ever as i64),
                Cell::amount(known.sales_ever),
            ]
        }
        Method::Kaism => vec![
            points(known.attractiveness),
            known.strength.map_or(Cell::ABSENT, |strength| {
                reckoned(strength.to_string(), known.strength_from_preferences)
            }),
        ],
        Method::Posture => vec![
            Cell::amount(known.potential),
            known.share.map_or(Cell::ABSENT, |share| {
                reckoned(percent(whole_tenths(share.0)), known.share_from_orders)
            }),
            Cell::amount(known.sales),
        ],
    }
}

/// Basis points to a tenth of a per cent: nobody knows a share more closely.
fn whole_tenths(basis_points: i64) -> i64 {
    (basis_points + 5).div_euclid(10) * 10
}

/// The words of an input as a heading.
fn first_upper(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
