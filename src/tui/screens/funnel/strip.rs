//! The three indicators: is there enough, is it moving, what came in beside the funnel.

use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::model::Indicators;
use crate::domain::period::Period;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::band::BandLine;
use crate::tui::widgets::spark::Sparkline;
use crate::tui::widgets::text;

/// Cells of a figure in the strip's last line.
const FIGURE: usize = 10;

/// Cells of an end of the range.
const RANGE: usize = 6;

/// Cells that the range in words takes as a rule, with the space before it.
const USUAL: usize = 36;

/// The strip, three lines high; the last line may be missing.
pub struct Strip<'a> {
    /// How it is shown.
    pub look: &'a Look,
    /// The period of the indicators.
    pub period: Period,
    /// What is shown; only what it will be called, until it has been read.
    pub indicators: Option<&'a Indicators>,
}

impl Widget for &Strip<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        let shares = [Constraint::Fill(11), Constraint::Fill(7), Constraint::Fill(6)];
        let [attainment, progress, off_funnel] = Layout::horizontal(shares).spacing(2).areas(area);
        self.draw_attainment(lines(attainment), buf);
        self.draw_progress(lines(progress), buf);
        self.draw_off_funnel(lines(off_funnel), buf);
    }
}

impl Strip<'_> {
    /// A label, in its short form where there is no room for the long one.
    fn draw_label(&self, area: Rect, long: &str, short: &str, buf: &mut Buffer) {
        let fits = self.look.measure.width(long) <= area.width.into();
        text::left(buf, self.look.measure, area, if fits { long } else { short }, self.look.theme.dim);
    }

    fn draw_attainment(&self, [label, value, detail]: [Rect; 3], buf: &mut Buffer) {
        let Strip { look, period, indicators } = self;
        let theme = &look.theme;
        let long = tr!(look.lang, "funnel.attainment", period = period);
        let short = tr!(look.lang, "funnel.attainment_short", period = period);
        let range = self.range_in_words();
        // While it is being reckoned its place is kept, so that nothing shifts when it comes.
        let taken = if range.is_empty() { USUAL } else { look.measure.width(&range) + 2 };
        let beside = label.width.saturating_sub(taken as u16);
        // The range says more than the long form of the label.
        let fits = look.measure.width(&short) <= beside.into();
        self.draw_label(Rect { width: if fits { beside } else { label.width }, ..label }, &long, &short, buf);
        if fits {
            text::right(buf, look.measure, label, &range, theme.dim);
        }
        let Some(indicators) = indicators else { return };
        let (Some(ratio), Some(quota)) = (indicators.forecast.attainment, indicators.forecast.now.quota)
        else {
            text::left(buf, look.measure, value, "–", theme.figure);
            text::left(buf, look.measure, detail, &tr!(look.lang, "funnel.no_quota"), theme.dim);
            return;
        };
        let used = text::left(buf, look.measure, value, &look.ratio(ratio.value()), theme.figure) + 2;
        let rest = from(value, used);
        let weeks = indicators.weeks();
        let line = Rect { width: rest.width.min(weeks.len() as u16), ..rest };
        Sparkline { values: &weeks, full: 1.0, style: theme.accent, absent: theme.rule }.render(line, buf);
        let weeks = tr!(look.lang, "funnel.weeks", weeks = weeks.len());
        let beside = from(rest, line.width + 1);
        if look.measure.width(&weeks) <= beside.width.into() {
            text::left(buf, look.measure, beside, &weeks, theme.dim);
        }

        let expected = look.sum(indicators.forecast.now.expected(), FIGURE);
        let words =
            tr!(look.lang, "funnel.expected_of_quota", expected = expected, quota = look.sum(quota, FIGURE));
        let gauge = Rect {
            width: detail.width.saturating_sub(look.measure.width(&words) as u16 + 1).min(20),
            ..detail
        };
        let expected = indicators.forecast.now.expected();
        let points = indicators.range.map_or([expected; 3], |band| [band.p10, band.p50, band.p90]);
        BandLine::of(&indicators.forecast.now, points, theme).render(gauge, buf);
        text::left(buf, look.measure, from(detail, gauge.width + 1), &words, theme.dim);
    }

    /// How far the period may go, and how likely the quota is; empty while it has not been reckoned.
    fn range_in_words(&self) -> String {
        let look = self.look;
        let Some(band) = self.indicators.and_then(|known| known.range) else { return String::new() };
        let (p10, p90) = (look.sum(band.p10, RANGE), look.sum(band.p90, RANGE));
        match band.chance.map(|chance| look.ratio(chance.value())) {
            Some(chance) => tr!(look.lang, "funnel.range_and_chance", p10 = p10, p90 = p90, chance = chance),
            None => tr!(look.lang, "funnel.range", p10 = p10, p90 = p90),
        }
        .into_owned()
    }

    fn draw_progress(&self, [label, value, detail]: [Rect; 3], buf: &mut Buffer) {
        let Strip { look, indicators, .. } = self;
        let theme = &look.theme;
        let (long, short) = (tr!(look.lang, "funnel.progress"), tr!(look.lang, "funnel.progress_short"));
        self.draw_label(label, &long, &short, buf);
        let Some(indicators) = indicators else { return };
        let week = indicators.week();
        let (sign, style) = match week {
            1.. => ("▲ ", theme.good),
            0 => ("", Style::new()),
            _ => ("▼ ", theme.bad),
        };
        let shown =
            indicators.forecast.progress.map_or_else(|| "–".to_owned(), |ratio| signed(look, ratio.value()));
        text::pieces(buf, look.measure, value, &[(sign, style), (&shown, theme.figure)]);
        let words = tr!(look.lang, "funnel.week_change", change = look.change(week, FIGURE));
        text::left(buf, look.measure, detail, &words, theme.dim);
    }

    fn draw_off_funnel(&self, [label, value, detail]: [Rect; 3], buf: &mut Buffer) {
        let Strip { look, indicators, .. } = self;
        let theme = &look.theme;
        let (long, short) = (tr!(look.lang, "funnel.off_funnel"), tr!(look.lang, "funnel.off_funnel_short"));
        self.draw_label(label, &long, &short, buf);
        let Some(indicators) = indicators else { return };
        let orders = look.sum(indicators.forecast.now.small_orders, value.width.into());
        text::left(buf, look.measure, value, &orders, theme.figure);
        let words = tr!(look.lang, "funnel.won_so_far", won = look.sum(indicators.forecast.now.won, FIGURE));
        text::left(buf, look.measure, detail, &words, theme.dim);
    }
}

fn signed(look: &Look, ratio: f64) -> String {
    let sign = if ratio > 0.0 { "+" } else { "" };
    format!("{sign}{}", look.ratio(ratio))
}

fn lines(area: Rect) -> [Rect; 3] {
    let line = |number: u16| Rect { y: area.y + number, height: 1, ..area }.intersection(area);
    [line(0), line(1), line(2)]
}

/// What is left of a line after its first `cells`.
fn from(area: Rect, cells: u16) -> Rect {
    let cells = cells.min(area.width);
    Rect { x: area.x + cells, width: area.width - cells, ..area }
}
