//! How the care of accounts stands on the screen: how promises and rhythms are held, and under that one part
//! as a table.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::CareScreen;
use super::part::Part;
use crate::report::model::{DueOut, RhythmOut};
use crate::report::pages::worded;
use crate::report::rows::care::due_out;
use crate::report::table::Table;
use crate::report::{due_words, pages, words};
use crate::store::view::today::Due;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::spark::Gauge;
use crate::tui::widgets::{empty, table, text};

/// Cells of a tier's name and rhythm, and of its figures.
const TIER: u16 = 28;
const FIGURES: u16 = 34;

/// The places of the screen, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// How promises are kept.
    kept: Rect,
    /// How the rhythm of each tier is held, a line each.
    rhythm: Rect,
    /// The parts.
    strip: Rect,
    heads: Rect,
    /// The lines of the part.
    pub lines: Rect,
}

impl Parts {
    /// Shares out `area`, with so many tiers that have a rhythm.
    pub fn of(area: Rect, tiers: usize) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 16);
        let tiers = u16::try_from(tiers).unwrap_or_default();
        let mut y = inner.y;
        let mut take = |height: u16| {
            let part = Rect { y, height, ..inner }.intersection(inner);
            y = y.saturating_add(height);
            part
        };
        let [_, kept, rhythm, _, strip, _, heads] = [blank, 1, tiers, blank, 1, blank, 1].map(&mut take);
        let lines = take(inner.height);
        Parts { kept, rhythm, strip, heads, lines }
    }
}

impl CareScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let parts = Parts::of(area, self.care.rhythm.len());
        let kept = pages::care::in_all(look.lang, &self.care.promises);
        text::left(buf, look.measure, parts.kept, &kept, look.theme.figure);
        for (row, tier) in parts.rhythm.rows().zip(&self.care.rhythm) {
            draw_rhythm(look, tier, row, buf);
        }
        self.draw_strip(look, parts.strip, buf);
        let total = self.number();
        if total == 0 && self.is_read {
            let rest = Rect { height: parts.heads.height + parts.lines.height, ..parts.heads };
            return empty::draw(look, &self.part.nothing(look.lang), "", &[], rest, buf);
        }
        let view = self.line.view(total, parts.lines.height.into());
        let shown = table::Part { table: &self.table(look, view.clone()), first: view.start, total };
        table::draw(look, shown, self.line, parts.heads, parts.lines, buf);
    }

    fn draw_strip(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        let titles = Part::ALL.map(|part| (part, part.title(look.lang)));
        let mut pieces: Vec<(&str, Style)> = Vec::new();
        for (part, title) in &titles {
            if !pieces.is_empty() {
                pieces.push(("  ", theme.dim));
            }
            let shown = *part == self.part;
            pieces.push((title, if shown { theme.accent.patch(theme.title) } else { theme.dim }));
        }
        text::pieces(buf, look.measure, row, &pieces);
    }

    /// The lines in view as a table.
    fn table(&self, look: &Look, view: std::ops::Range<usize>) -> Table {
        let lang = look.lang;
        match self.part {
            Part::Health => pages::care::list(lang, self.health.get(view).unwrap_or_default()),
            Part::Promises => pages::care::by_account(lang, self.care.accounts.get(view).unwrap_or_default()),
            part => {
                let shown = self.waiting().get(view).unwrap_or_default();
                let due: Vec<DueOut> = shown.iter().map(|one| worded_due(look, part, one)).collect();
                pages::today::due(lang, look.today, &due)
            }
        }
    }
}

/// What is due, in the reader's words; a person is not named twice.
fn worded_due(look: &Look, part: Part, one: &Due) -> DueOut {
    let out = due_out(one.clone(), look.today);
    let text = due_words::text(look.lang, one.kind, &one.text).into_owned();
    let contact = out.contact.filter(|_| part != Part::Quiet);
    DueOut { text, contact, ..out }
}

/// A tier: its rhythm, the share of its people heard of in time, and how many are not.
fn draw_rhythm(look: &Look, tier: &RhythmOut, row: Rect, buf: &mut Buffer) {
    let (lang, theme) = (look.lang, &look.theme);
    let name = worded(lang, &tier.tier, words::tier);
    let every = tr!(lang, "care.every", days = tier.days);
    let pieces = [(name.as_str(), Style::new()), ("  ", theme.dim), (every.as_ref(), theme.dim)];
    text::pieces(buf, look.measure, Rect { width: TIER.min(row.width), ..row }, &pieces);
    let figures = tr!(lang, "care.in_time", in_time = tier.in_time, people = tier.people);
    let quiet = tr!(lang, "care.quiet", quiet = tier.quiet);
    let right = Rect { x: row.right().saturating_sub(FIGURES), width: FIGURES, ..row }.intersection(row);
    let style = if tier.quiet > 0 { theme.warn } else { theme.dim };
    text::pieces(
        buf,
        look.measure,
        right,
        &[(figures.as_ref(), Style::new()), ("  ", theme.dim), (quiet.as_ref(), style)],
    );
    let room = row.width.saturating_sub(TIER + FIGURES + 2);
    let gauge = Rect { x: row.x + TIER, width: room, ..row }.intersection(row);
    let share = [(tier.in_time as f64, "█", theme.good), (tier.quiet as f64, "▒", theme.warn)];
    Gauge { parts: &share, whole: tier.people.max(1) as f64, track: theme.rule }.render(gauge, buf);
}
