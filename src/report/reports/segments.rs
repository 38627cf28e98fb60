//! The accounts of a book in their classes: planes and pyramid, each with a table that says the same.

use std::collections::HashMap;

use super::deals::more;
use crate::domain::id::Id;
use crate::domain::money::WHOLE;
use crate::domain::segment::{Class, Kaism, Layer as Height, Method, Posture, posture};
use crate::i18n::Lang;
use crate::report::chart::{self, Axis, Bubble, Curve, Cut, Hue, Layer, Plane, Region};
use crate::report::document::{Piece, Section};
use crate::report::model::SegmentOut;
use crate::report::rows::portfolio::Portfolio;
use crate::report::segment_plane::{self, Spot, THIRDS, kaism_cuts, share_cut};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{abbreviated, pages, segment_words, words};
use crate::store::view::segments::SegmentsView;
use crate::tr;

/// Accounts that have a bubble at most: those to which most is sold.
const BUBBLES: usize = 120;

/// Accounts that are named for a class.
const NAMED: usize = 6;

/// The pyramid beside the curve, and the accounts that bring most.
pub fn pyramid(lang: Lang, book: &Portfolio) -> Vec<Piece> {
    let (pyramid, rules) = (&book.view.segments.pyramid, &book.view.segments.rules);
    let total = pyramid.curve.last().map_or(0, |step| step.sum);
    if total <= 0 {
        return vec![Piece::Text(pages::segment::pareto(lang, &book.view, pyramid))];
    }
    let share = |amount: i128| amount as f64 / total as f64;
    let contributions: HashMap<Id, i128> =
        pyramid.curve.iter().map(|step| (step.account, step.contribution)).collect();
    let (mut layers, mut cuts, mut until) = (Vec::new(), Vec::new(), 0);
    for layer in Height::ALL {
        let class = Class::Pyramid(*layer);
        let accounts = book.view.segments.accounts.iter().zip(&pyramid.layers);
        let of_layer = accounts.filter(|(_, found)| found.class == Some(*layer));
        let sums: Vec<i128> =
            of_layer.filter_map(|(facts, _)| contributions.get(&facts.account).copied()).collect();
        until += sums.len();
        let share = format!("{:.0} %", share(sums.iter().sum()) * 100.0);
        let title = segment_words::class(lang, class).into_owned();
        layers.push(Layer { title, number: accounts_in_words(lang, sums.len()), share, hue: hue(class) });
        cuts.push(Cut { until, hue: hue(class) });
    }
    let goal = rules.pareto_share.basis_points() as f64 / WHOLE as f64;
    let curve = Curve {
        points: pyramid.curve.iter().map(|step| share(step.sum)).collect(),
        cuts,
        goal: pyramid.ends_after.map(|number| {
            let all = accounts_in_words(lang, number);
            (
                goal,
                number,
                tr!(lang, "report.share_from", share = format!("{:.0} %", goal * 100.0), accounts = all)
                    .into_owned(),
            )
        }),
        end: accounts_in_words(lang, pyramid.curve.len()),
    };
    let pictures = vec![
        vec![Piece::Picture(chart::pyramid(&tr!(lang, "report.pyramid"), &layers))],
        vec![Piece::Picture(chart::curve(&tr!(lang, "report.pareto"), &curve))],
    ];
    let mut pieces = vec![
        Piece::Text(pages::segment::pareto(lang, &book.view, pyramid)),
        Piece::Beside(pictures),
        Piece::Table(pages::segment::accounts(lang, Method::Pyramid, &book.pyramid.first)),
    ];
    pieces.extend(more(lang, &book.pyramid));
    pieces
}

/// The planes of attack and defence, and of KAISM.
pub fn planes(lang: Lang, book: &Portfolio) -> Vec<Section> {
    let (view, rules) = (&book.view, &book.view.segments.rules);
    let (least_high, least_middle) = posture::lines(&view.segments.accounts, rules);
    let marks = THIRDS.iter().zip([least_middle, least_high]);
    let marks = marks.filter_map(|(at, least)| Some((*at, abbreviated(lang, least?, view.base)))).collect();
    let potential = Axis {
        title: tr!(lang, "segments.potential", currency = view.base).into_owned(),
        marks,
        ..Axis::default()
    };
    let cut = share_cut(rules);
    let share = Axis {
        title: tr!(lang, "segments.share").into_owned(),
        ends: ["0 %".to_owned(), "100 %".to_owned()],
        marks: vec![(cut, format!("{:.0} %", cut * 100.0))],
    };
    let spots = segment_plane::posture_spots(&view.segments);
    let regions = segment_plane::posture_regions(rules);
    let attack = Sight {
        method: Method::Posture,
        rows: &book.postures,
        axes: [share, potential],
        regions: &regions,
        spots,
    };
    let [across, up] = kaism_cuts(rules);
    let axis = |words: &str, at: f64, cut: i64| Axis {
        title: words.to_owned(),
        ends: ["0".to_owned(), "10".to_owned()],
        marks: vec![(at, cut.to_string())],
    };
    let axes = [
        axis(&tr!(lang, "segments.strength"), across, rules.strength_cut),
        axis(&tr!(lang, "segments.attractiveness"), up, rules.attractiveness_cut),
    ];
    let places: HashMap<Id, usize> = places(view);
    let order = book.fields.iter().filter_map(|row| places.get(&row.id).copied());
    let spots = segment_plane::kaism_spots(&view.segments, order);
    let regions = segment_plane::kaism_regions(rules);
    let kaism = Sight { method: Method::Kaism, rows: &book.fields, axes, regions: &regions, spots };
    [attack, kaism].map(|sight| sight.section(lang, view)).into()
}

/// What a plane shows.
struct Sight<'a> {
    method: Method,
    rows: &'a [SegmentOut],
    axes: [Axis; 2],
    regions: &'a [segment_plane::Region],
    /// In the order of the view's accounts.
    spots: Vec<Option<Spot>>,
}

impl Sight<'_> {
    fn section(self, lang: Lang, view: &SegmentsView) -> Section {
        let places = places(view);
        let most = self.rows.iter().filter_map(sales).max().unwrap_or(0).max(1) as f64;
        let mut order: Vec<&SegmentOut> = self.rows.iter().collect();
        order.sort_by_key(|row| std::cmp::Reverse(sales(row)));
        let bubble = |row: &&SegmentOut| {
            let (across, up) = self.spots[*places.get(&row.id)?]?;
            let class = row.class.map(|class| segment_words::class(lang, class)).unwrap_or_default();
            let sold = row.inputs.sales.map(|sales| abbreviated(lang, sales.minor, sales.currency));
            let says = [Some(class.into_owned()), sold].into_iter().flatten().collect::<Vec<_>>().join(", ");
            let size = sales(row).unwrap_or(0).max(0) as f64 / most;
            let hue = row.class.map_or(Hue::Grey, hue);
            Some(Bubble { across, up, size, name: row.account.clone(), says, hue })
        };
        let bubbles: Vec<Bubble> = order.iter().filter_map(bubble).take(BUBBLES).collect();
        let region = |region: &segment_plane::Region| {
            let count = self.rows.iter().filter(|row| row.class == Some(region.class)).count();
            Region {
                across: region.across,
                up: region.up,
                title: segment_words::class(lang, region.class).into_owned(),
                note: accounts_in_words(lang, count),
                hue: hue(region.class),
            }
        };
        let [across, up] = self.axes;
        let regions = self.regions.iter().map(region).collect();
        let picture = Plane { across, up, regions, bubbles };
        let name = words::method(lang, self.method);
        let mut pieces = Vec::new();
        if !picture.bubbles.is_empty() {
            let title = tr!(lang, "report.plane", method = name);
            pieces.push(Piece::Picture(chart::plane(&title, &picture)));
        }
        pieces.push(Piece::Table(classes(lang, self.method, &order)));
        Section::new(name, pieces)
    }
}

/// How many accounts each class has, what is sold to them, and which are the largest; `rows` are by sales.
fn classes(lang: Lang, method: Method, rows: &[&SegmentOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.class"), Worth::Essential),
        Column::figures(tr!(lang, "column.accounts"), Worth::Essential),
        Column::figures(tr!(lang, "column.sales"), Worth::Essential),
        Column::figures(tr!(lang, "report.of_sales"), Worth::Important),
        Column::words(tr!(lang, "report.largest_accounts"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    let all: i128 = rows.iter().filter_map(|row| sales(row)).sum();
    let classes = Class::of(method).into_iter().map(Some).chain([None]);
    for class in classes {
        let of_class: Vec<&&SegmentOut> = rows.iter().filter(|row| row.class == class).collect();
        let Some(first) = of_class.first().filter(|_| class.is_some() || !of_class.is_empty()) else {
            if let Some(class) = class {
                let name = Cell::text(segment_words::class(lang, class));
                table.push(vec![name, Cell::count(0), Cell::ABSENT, Cell::ABSENT, Cell::ABSENT]);
            }
            continue;
        };
        let sold: i128 = of_class.iter().filter_map(|row| sales(row)).sum();
        let names: Vec<&str> = of_class.iter().take(NAMED).map(|row| row.account.as_str()).collect();
        let mut named = lang.list(names);
        if of_class.len() > NAMED {
            named.push_str(" …");
        }
        table.push(vec![
            match class {
                Some(class) => Cell::text(segment_words::class(lang, class)),
                None => Cell::text(tr!(lang, "segments.no_class")).toned(Tone::Quiet),
            },
            Cell::count(of_class.len() as i64),
            Cell::sum(sold, first.currency),
            Cell::ratio((all > 0).then(|| sold as f64 / all as f64)),
            Cell::text(named),
        ]);
    }
    table
}

fn sales(row: &SegmentOut) -> Option<i128> {
    row.inputs.sales.map(|sales| sales.minor)
}

/// Where each account stands among those of the view.
fn places(view: &SegmentsView) -> HashMap<Id, usize> {
    view.segments.accounts.iter().enumerate().map(|(at, facts)| (facts.account, at)).collect()
}

/// So many accounts.
fn accounts_in_words(lang: Lang, number: usize) -> String {
    match number {
        1 => tr!(lang, "segments.account"),
        number => tr!(lang, "segments.accounts", number = number),
    }
    .into_owned()
}

/// The colour of a class, as on the screen.
fn hue(class: Class) -> Hue {
    match class {
        Class::Posture(Posture::Acquire) | Class::Kaism(Kaism::KeyDevelopment) => Hue::Red,
        Class::Posture(Posture::Raid) | Class::Pyramid(Height::Gold) => Hue::Yellow,
        Class::Posture(Posture::Retain)
        | Class::Kaism(Kaism::KeyAccount)
        | Class::Pyramid(Height::Platinum) => Hue::Blue,
        Class::Posture(Posture::Maintain)
        | Class::Kaism(Kaism::Maintenance)
        | Class::Pyramid(Height::Iron) => Hue::Green,
        _ => Hue::Grey,
    }
}
