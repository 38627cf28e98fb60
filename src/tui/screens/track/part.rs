//! The parts of the track record, and what each of their lines is about.

use std::borrow::Cow;

use super::TrackScreen;
use super::picture;
use crate::domain::forecast::Ratio;
use crate::domain::money::divide_half_even;
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::model::{AccuracyOut, LossOut};
use crate::report::table::{Cell, Column, Table, Tone, Value, Worth};
use crate::report::{pages, rows};
use crate::store::view::behind::Figure;
use crate::store::view::flow::FlowView;
use crate::store::view::track::Held;
use crate::tr;
use crate::tui::look::Look;

/// One side of the track record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Part {
    /// Submitted forecasts beside what was sold.
    #[default]
    Forecasts,
    /// Conversion, median days and velocity.
    Stages,
    /// One's own win rates beside those that are set.
    WinRates,
    /// Why deals were lost.
    Reasons,
    /// To whom deals were lost.
    Competitors,
}

impl Part {
    /// All of them, as a key walks them.
    pub const ALL: [Part; 5] =
        [Part::Forecasts, Part::Stages, Part::WinRates, Part::Reasons, Part::Competitors];

    /// The part so many further on.
    pub fn moved(self, by: usize) -> Part {
        Part::ALL[(self as usize + by) % Part::ALL.len()]
    }

    /// What it is called.
    pub fn title(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Part::Forecasts => tr!(lang, "track.forecasts"),
            Part::Stages => tr!(lang, "track.stages"),
            Part::WinRates => tr!(lang, "track.win_rates"),
            Part::Reasons => tr!(lang, "track.reasons"),
            Part::Competitors => tr!(lang, "track.competitors"),
        }
    }
}

impl TrackScreen {
    /// What stands behind each line of the part, in their order.
    pub(super) fn figures(&self) -> Vec<Figure> {
        let stages = self.flow.as_ref().map_or(0, |flow| flow.stages.len());
        match self.part {
            Part::Forecasts => self.submissions().filter_map(sold_in).collect(),
            Part::Stages => (0..stages).map(Figure::Stage).collect(),
            // The last line is of all closed deals.
            Part::WinRates if stages > 0 => {
                (0..stages).map(Figure::WinRate).chain([Figure::Closed]).collect()
            }
            Part::WinRates => Vec::new(),
            Part::Reasons => {
                let losses = self.losses.iter().flat_map(|view| &view.reasons);
                losses.map(|loss| Figure::LostBecause(loss.word.clone())).collect()
            }
            Part::Competitors => {
                let losses = self.losses.iter().flat_map(|view| &view.competitors);
                losses.map(|loss| Figure::LostTo(loss.word.clone())).collect()
            }
        }
    }

    /// The submissions, the latest first.
    pub(super) fn submissions(&self) -> impl Iterator<Item = &Held> {
        // One whose period cannot be read is not held against anything.
        self.held.iter().flatten().rev().filter(|one| sold_in(one).is_some())
    }

    /// The part as a table, one row for each figure.
    pub(super) fn table(&self, look: &Look) -> Table {
        let lang = look.lang;
        let table = match self.part {
            Part::Forecasts => {
                let all: Vec<AccuracyOut> =
                    self.submissions().map(|one| rows::track::accuracy(one, look.base)).collect();
                let pictures = all.iter().map(|one| picture::bias(one.bias)).collect();
                with_pictures(pages::track::submitted(lang, &all), picture::BIAS_HEAD, pictures)
            }
            Part::Stages => match &self.flow {
                Some(flow) => {
                    let all = rows::track::conversion(lang, flow);
                    let pictures = all.iter().map(|one| picture::share(one.conversion)).collect();
                    with_pictures(pages::track::passages(lang, &all), "", pictures)
                }
                None => Table::default(),
            },
            Part::WinRates => self.flow.as_ref().map_or_else(Table::default, |flow| own_rates(lang, flow)),
            Part::Reasons | Part::Competitors => match &self.losses {
                Some(view) => {
                    let out = rows::track::losses(view);
                    let (table, losses) = match self.part {
                        Part::Reasons => (pages::track::lost_because(lang, &out.reasons), out.reasons),
                        _ => (pages::track::lost_to(lang, &out.competitors), out.competitors),
                    };
                    with_pictures(table, "", shares(&losses))
                }
                None => Table::default(),
            },
        };
        in_whole_units(table)
    }

    /// The own win rates of stages with cases, where they are others than those that are set; by key.
    pub(super) fn offered_rates(&self) -> Vec<(&Stage, i64)> {
        let Some(flow) = &self.flow else { return Vec::new() };
        let each = flow.stages.iter().zip(&flow.flow.closings).filter(|(_, closings)| closings.closed > 0);
        let rates = each.map(|(stage, closings)| (stage, closings.calibrated(stage.win_rate)));
        rates.filter(|(stage, rate)| stage.win_rate != *rate).collect()
    }
}

fn sold_in(held: &Held) -> Option<Figure> {
    held.submission.period.parse().ok().map(Figure::Sold)
}

fn own_rates(lang: Lang, flow: &FlowView) -> Table {
    let all = rows::track::calibration(lang, flow);
    let mut pictures: Vec<String> = all
        .iter()
        .map(|one| picture::rates(one.default.0, (one.n > 0).then_some(one.calibrated.0)))
        .collect();
    let mut table = pages::track::own_rates(lang, &all);
    let closed = flow.flow.all;
    table.push(vec![
        Cell::text(tr!(lang, "track.all_closed")).toned(Tone::Quiet),
        Cell::count(closed.closed as i64),
        Cell::count(closed.won as i64),
        Cell::ratio(closed.share().map(Ratio::value)),
        Cell::ABSENT,
        Cell::ABSENT,
    ]);
    pictures.push(String::new());
    with_pictures(table, picture::RATES_HEAD, pictures)
}

/// How each stands to the largest, by the number of deals.
fn shares(losses: &[LossOut]) -> Vec<String> {
    let most = losses.iter().map(|loss| loss.deals).max().unwrap_or(0).max(1);
    losses.iter().map(|loss| picture::share(Some(loss.deals as f64 / most as f64))).collect()
}

/// The table with a picture at the end of each line, where there is room for one.
fn with_pictures(mut table: Table, head: &str, pictures: Vec<String>) -> Table {
    table.columns.push(Column::whole(head, Worth::Extra));
    for (row, picture) in table.rows.iter_mut().zip(pictures) {
        row.cells.push(Cell::text(picture).toned(Tone::Quiet));
    }
    table
}

/// Cents are for the commands.
fn in_whole_units(mut table: Table) -> Table {
    for cell in table.rows.iter_mut().flat_map(|row| &mut row.cells) {
        if let Value::Money(minor, currency) = &mut cell.value {
            let scale = i128::from(currency.scale());
            *minor = divide_half_even(*minor, scale) * scale;
        }
    }
    table
}
