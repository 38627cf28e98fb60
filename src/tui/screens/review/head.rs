//! Over every deal: how far the review has come, and the forecast as it stands, changing as one decides.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::ReviewScreen;
use super::read::Outlook;
use crate::domain::forecast::Ratio;
use crate::domain::review::Verdict;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::band::BandLine;
use crate::tui::widgets::spark::Gauge;
use crate::tui::widgets::text;

/// Lines that the head takes.
pub const HEIGHT: u16 = 3;

/// Cells of a figure.
const FIGURE: usize = 12;

impl ReviewScreen {
    pub(super) fn draw_head(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            self.draw_progress(look, row, buf);
        }
        if let Some((row, outlook)) = rows.next().zip(self.outlook.as_ref()) {
            self.draw_figures(look, outlook, row, buf);
        }
        if let Some((row, outlook)) = rows.next().zip(self.outlook.as_ref()) {
            draw_band(look, outlook, row, buf);
        }
    }

    fn draw_progress(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let Some(view) = &self.view else { return };
        let day = tr!(lang, "review.of_day", day = look.long_date(view.review.day));
        let skipped = view.stops.iter().filter(|stop| stop.verdict == Some(Verdict::Skipped)).count();
        let (decided, number) = (view.decided(), view.stops.len());
        let mut words = match number {
            1 => tr!(lang, "review.progress_one", decided = decided).into_owned(),
            _ => tr!(lang, "review.progress", decided = decided, number = number).into_owned(),
        };
        if skipped > 0 {
            words = format!("{words} · {}", tr!(lang, "review.skipped", number = skipped));
        }
        let used = text::left(buf, look.measure, row, &day, theme.title) + 2;
        let taken = look.measure.width(&words) as u16;
        text::right(buf, look.measure, row, &words, theme.dim);
        let width = row.width.saturating_sub(used + taken + 2).min(40);
        let bar = Rect { x: row.x + used, width, ..row }.intersection(row);
        let parts = [(decided as f64, "█", theme.good), (skipped as f64, "▒", theme.warn)];
        Gauge { parts: &parts, whole: number as f64, track: theme.rule }.render(bar, buf);
    }

    fn draw_figures(&self, look: &Look, outlook: &Outlook, row: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let expected = outlook.figures.expected();
        let attainment = outlook.figures.attainment().map(Ratio::value);
        let attained = attainment.map_or_else(|| "–".to_owned(), |ratio| look.ratio(ratio));
        let sum = look.sum(expected, FIGURE);
        let words = match outlook.figures.quota {
            Some(quota) => {
                tr!(lang, "review.expected_of_quota", expected = sum, quota = look.sum(quota, FIGURE))
            }
            None => tr!(lang, "review.expected", expected = sum),
        };
        let moved = expected - self.at_first.unwrap_or(expected);
        let (sign, style) = match moved {
            1.. => ("▲ ", theme.good),
            0 => ("", theme.dim),
            _ => ("▼ ", theme.bad),
        };
        let change = match moved {
            0 => tr!(lang, "review.unmoved"),
            _ => tr!(lang, "review.moved", change = look.change(moved, FIGURE)),
        };
        let period = outlook.period.to_string();
        let pieces: [(&str, Style); 8] = [
            (&period, theme.dim),
            ("  ", theme.dim),
            (&attained, theme.figure),
            ("  ", theme.dim),
            (&words, Style::new()),
            ("   ", theme.dim),
            (sign, style),
            (&change, if moved == 0 { theme.dim } else { style }),
        ];
        text::pieces(buf, look.measure, row, &pieces);
    }
}

/// The range as a line and in figures.
fn draw_band(look: &Look, outlook: &Outlook, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let words = range_words(look, outlook);
    let taken = look.measure.width(&words) as u16;
    let width = row.width.saturating_sub(taken + 2).min(44);
    let band = &outlook.range.band;
    let line = BandLine::of(&outlook.figures, [band.p10, band.p50, band.p90], theme);
    if width >= 12 {
        line.render(Rect { width, ..row }, buf);
    }
    let rest = if width >= 12 { width + 2 } else { 0 };
    let rest = Rect { x: row.x + rest, width: row.width.saturating_sub(rest), ..row };
    text::left(buf, look.measure, rest, &words, theme.dim);
}

/// P10, P50, P90 and the chance of reaching the quota.
fn range_words(look: &Look, outlook: &Outlook) -> String {
    let (lang, band) = (look.lang, &outlook.range.band);
    let short = |minor: i128| look.sum(minor, 7);
    let (p10, p50, p90) = (short(band.p10), short(band.p50), short(band.p90));
    match band.chance {
        Some(chance) => {
            let chance = look.ratio(chance.value());
            tr!(lang, "review.range_and_chance", p10 = p10, p50 = p50, p90 = p90, chance = chance)
        }
        None => tr!(lang, "review.range", p10 = p10, p50 = p50, p90 = p90),
    }
    .into_owned()
}
