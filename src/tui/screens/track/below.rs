//! What a part comes to, under its table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::part::Part;
use super::{TrackScreen, picture};
use crate::domain::forecast::Ratio;
use crate::domain::money::divide_half_even;
use crate::report::table::{Cell, Column, Tone, Worth};
use crate::report::{pages, rows};
use crate::store::view::flow::FlowView;
use crate::store::view::losses::{Loss, LossesView};
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::widgets::{table, text};

/// From this width on the trend is pictured beside its words.
const WIDE: u16 = 96;

impl Part {
    /// Lines that what it comes to wants.
    pub fn lines_below(self) -> u16 {
        match self {
            Part::Forecasts => 8,
            Part::Stages => 5,
            Part::WinRates => 5,
            Part::Reasons | Part::Competitors => 2,
        }
    }
}

impl TrackScreen {
    pub(super) fn draw_below(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        match (self.part, &self.flow, &self.losses) {
            (Part::Forecasts, ..) => self.draw_trend(look, area, buf),
            (Part::Stages, Some(flow), _) => draw_velocity(look, flow, area, buf),
            (Part::WinRates, Some(_), _) => self.draw_offer(look, area, buf),
            (part, _, Some(losses)) => draw_losses(look, part, losses, area, buf),
            _ => {}
        }
    }

    /// How near forecasts are as the end of their period comes near.
    fn draw_trend(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let trends = rows::track::trends(self.held.as_deref().unwrap_or_default());
        if trends.iter().all(|trend| trend.number == 0) {
            let words = tr!(lang, "track.no_trend");
            return paragraph(look, &[(words.into_owned(), theme.dim)], area, buf);
        }
        let line = |y: u16, height: u16| Rect { y: area.y + y, height, ..area }.intersection(area);
        text::left(buf, look.measure, line(0, 1), &tr!(lang, "page.accuracy_trend"), theme.title);
        let mut shown = pages::track::trend(lang, &trends);
        if area.width >= WIDE {
            shown.columns.push(Column::whole("", Worth::Extra));
            for (row, trend) in shown.rows.iter_mut().zip(&trends) {
                row.cells.push(Cell::text(picture::share(trend.accuracy())).toned(Tone::Quiet));
            }
        }
        table::still(look, &shown, line(1, 1), line(2, 4), buf);
        text::left(buf, look.measure, line(7, 1), &tr!(lang, "accuracy.aim"), theme.dim);
    }

    /// How one's own rates are reckoned, and how they become those that are set.
    fn draw_offer(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let key = Action::TakeRates.entry().first_key();
        let (offer, style) = match self.offered_rates().len() {
            0 => (tr!(lang, "track.no_offer"), theme.dim),
            1 => (tr!(lang, "track.offer_one", key = key), Style::new()),
            number => (tr!(lang, "track.offer", key = key, number = number), Style::new()),
        };
        let lines = [(offer.into_owned(), style), (tr!(lang, "track.shrunk").into_owned(), theme.dim)];
        paragraph(look, &lines, area, buf);
    }
}

/// What a day brings, and what that is made of.
fn draw_velocity(look: &Look, flow: &FlowView, area: Rect, buf: &mut Buffer) {
    let (lang, theme) = (look.lang, &look.theme);
    let skipped = (tr!(lang, "track.skipped").into_owned(), theme.dim);
    let cycle = flow.flow.average_cycle().map(Ratio::value);
    let known = flow.flow.velocity(flow.open_amount).zip(flow.flow.all.share()).zip(cycle);
    let Some(((velocity, share), cycle)) = known else {
        let none = (tr!(lang, "velocity.not_enough").into_owned(), theme.warn);
        return paragraph(look, &[none, skipped], area, buf);
    };
    let average = divide_half_even(flow.open_amount, i128::from(flow.open_deals.max(1)));
    let made_of = tr!(
        lang,
        "track.velocity_of",
        open = flow.open_deals,
        average = look.sum(average, 14),
        share = look.ratio(share.value()),
        days = format!("{cycle:.1}")
    );
    let (label, figure) = (tr!(lang, "velocity.velocity"), look.sum(velocity, 16));
    let figure = format!("{figure} {}", look.base);
    let pieces = [(&*label, theme.dim), ("  ", theme.dim), (figure.as_str(), theme.figure)];
    text::pieces(buf, look.measure, area, &pieces);
    let rest = Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    paragraph(look, &[(made_of.into_owned(), Style::new()), skipped], rest, buf);
}

/// What was lost in all.
fn draw_losses(look: &Look, part: Part, view: &LossesView, area: Rect, buf: &mut Buffer) {
    let lang = look.lang;
    let losses: &[Loss] = if part == Part::Reasons { &view.reasons } else { &view.competitors };
    let deals: u64 = losses.iter().map(|loss| loss.deals).sum();
    let amount = look.sum(losses.iter().map(|loss| loss.amount).sum(), 16);
    let told = match deals {
        1 => tr!(lang, "track.lost_one", amount = amount, currency = look.base),
        _ => tr!(lang, "track.lost_in_all", deals = deals, amount = amount, currency = look.base),
    };
    paragraph(look, &[(told.into_owned(), look.theme.dim)], area, buf);
}

/// Words one under the other, each wrapped.
fn paragraph(look: &Look, words: &[(String, Style)], area: Rect, buf: &mut Buffer) {
    let mut rows = area.rows();
    for (words, style) in words {
        for line in text::wrapped(look.measure, words, area.width.into()) {
            let Some(row) = rows.next() else { return };
            text::left(buf, look.measure, row, &line, *style);
        }
    }
}
