//! The end of a review: the figures with their range, and what is handed in.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::ReviewScreen;
use super::read::Outlook;
use crate::domain::range::Method;
use crate::domain::review::Verdict;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::widgets::histogram::Histogram;
use crate::tui::widgets::text;

/// Where the histogram stands, beside the figures.
const BESIDE: u16 = 40;

impl ReviewScreen {
    pub(super) fn draw_end(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let Some((view, outlook)) = self.view.as_ref().zip(self.outlook.as_ref()) else { return };
        let skipped = view.stops.iter().filter(|stop| stop.verdict == Some(Verdict::Skipped)).count();
        let title = match (view.stops.len(), view.decided()) {
            (0, _) => tr!(lang, "review.nothing_needs"),
            (number, decided) if number == decided => tr!(lang, "review.all_decided"),
            (_, _) if skipped > 0 => tr!(lang, "review.some_skipped", number = skipped),
            (number, decided) => tr!(lang, "review.some_left", number = number - decided),
        };
        let figures = &outlook.figures;
        let sum = |minor: i128| look.sum(minor, 16);
        let mut lines: Vec<Vec<(String, Style)>> = vec![vec![(title.into_owned(), theme.title)]];
        let mut figure = |label: &str, words: String, style: Style| {
            let gap = " ".repeat(20usize.saturating_sub(look.measure.width(label)).max(1));
            let before = " ".repeat(16usize.saturating_sub(look.measure.width(&words)));
            lines.push(vec![(format!("{label}{gap}{before}"), theme.dim), (words, style)]);
        };
        figure(&tr!(lang, "forecast.won"), sum(figures.won), Style::new());
        figure(&tr!(lang, "forecast.small_orders"), sum(figures.small_orders), Style::new());
        figure(&tr!(lang, "forecast.weighted"), sum(figures.weighted), Style::new());
        figure(&tr!(lang, "review.together"), sum(figures.expected()), theme.figure);
        if let Some(quota) = figures.quota {
            figure(&tr!(lang, "forecast.quota"), sum(quota), Style::new());
        }
        if outlook.range.band.method == Method::Normal {
            lines.push(vec![(tr!(lang, "forecast.approximated").into_owned(), theme.dim)]);
        }
        lines.push(match &outlook.call {
            Some(call) => {
                let amount = look.amount(call.amount.into(), call.currency, 16);
                let note = call.note.as_ref().map(|note| format!("  {note}")).unwrap_or_default();
                let words = tr!(lang, "review.handed_in", amount = amount).into_owned();
                vec![(format!("✓ {words}"), theme.good), (note, theme.dim)]
            }
            None => vec![(tr!(lang, "review.to_hand_in").into_owned(), theme.warn)],
        });
        let ways = [Action::SubmitForecast, Action::WriteWeek, Action::PreviousStop, Action::LeaveReview];
        let ways: Vec<Vec<(String, Style)>> = ways
            .into_iter()
            .filter(|way| super::Screen::offers(self, *way))
            .map(|way| {
                let entry = way.entry();
                let key = entry.first_key();
                let gap = " ".repeat(7_usize.saturating_sub(look.measure.width(&key)));
                vec![(format!("{key}{gap}"), theme.key), (entry.help(lang).into_owned(), Style::new())]
            })
            .collect();
        let beside = Rect { x: area.x + BESIDE, width: area.width.saturating_sub(BESIDE), ..area };
        let picture = Rect { y: area.y + 1, height: (lines.len() as u16).saturating_sub(2), ..beside };
        if beside.width >= 24 && picture.bottom() < area.bottom() {
            let axis = Rect { y: picture.bottom(), height: 1, ..picture };
            draw_range(look, outlook, picture, axis, buf);
        }
        let mut rows = area.rows();
        write(look, &mut rows, &lines, buf);
        rows.next();
        write(look, &mut rows, &ways, buf);
    }
}

fn write(
    look: &Look,
    rows: &mut impl Iterator<Item = Rect>,
    lines: &[Vec<(String, Style)>],
    buf: &mut Buffer,
) {
    for (row, line) in rows.by_ref().zip(lines) {
        let pieces: Vec<(&str, Style)> = line.iter().map(|(words, style)| (words.as_str(), *style)).collect();
        text::pieces(buf, look.measure, row, &pieces);
    }
}

/// How often the period brings how much, with the quota as the line between two colours and in words.
fn draw_range(look: &Look, outlook: &Outlook, picture: Rect, axis: Rect, buf: &mut Buffer) {
    let (theme, bars) = (&look.theme, &outlook.range.bars);
    let reaches = |from: i128| outlook.figures.quota.is_some_and(|quota| from >= quota);
    let counts: Vec<(u32, Style)> = bars
        .iter()
        .map(|bar| (bar.runs, if reaches(bar.from) { theme.good } else { theme.accent }))
        .collect();
    let histogram = Histogram { counts: &counts };
    let width = histogram.column(picture.width) * counts.len() as u16;
    histogram.render(picture, buf);
    let line = Rect { width: width.min(axis.width), ..axis };
    if let Some((first, last)) = bars.first().zip(bars.last()) {
        text::left(buf, look.measure, line, &look.sum(first.from, 9), theme.dim);
        text::right(buf, look.measure, line, &look.sum(last.to, 9), theme.dim);
    }
}
