//! How a list stands on the screen: what it is of, the columns, the sums, the detail beside or over it.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Modifier;

use super::ListScreen;
use super::kind::Kind;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::{beside, ways};
use crate::tui::widgets::{empty, text};

/// The sign of a marked record.
const MARKED: &str = "*";

/// The parts of the screen.
pub struct Parts {
    /// What the list is of, or the filter being typed.
    pub heading: Rect,
    /// The columns' heads.
    pub heads: Rect,
    /// The lines.
    pub rows: Rect,
    /// The sums.
    pub foot: Rect,
    /// The detail, where it is shown.
    pub detail: Option<Rect>,
}

impl Parts {
    /// Shares out `area`: the detail beside the list where there is room, over it where it is `open`.
    pub fn of(area: Rect, open: bool) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 12);
        let inner = Rect { y: inner.y + blank, height: inner.height.saturating_sub(blank), ..inner };
        let (list, detail) = beside(inner, open);
        let line = |y: u16, height: u16| Rect { y: list.y + y, height, ..list }.intersection(list);
        let rows = list.height.saturating_sub(blank + 3);
        Parts {
            heading: line(0, 1),
            heads: line(1, 1),
            rows: line(2, rows),
            foot: line(2 + rows + blank, 1),
            detail,
        }
    }
}

impl<K: Kind> ListScreen<K> {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let parts = Parts::of(area, self.detail.is_open());
        if self.window.total == 0 && !self.is_narrowed() && !self.filter.is_typed() {
            let words = K::words(look);
            empty::draw(look, &words.empty_title, &words.empty_words, &ways(look), area, buf);
            return None;
        }
        if let Some(detail) = parts.detail {
            self.detail.draw_beside(look, detail, buf);
            if detail.x == parts.rows.x {
                return None;
            }
        }
        let cursor = self.draw_heading(look, parts.heading, buf);
        let columns = self.arrangement.places(&self.columns, parts.heads);
        self.draw_heads(look, &columns, buf);
        if self.window.total == 0 {
            let line = Rect { x: parts.rows.x + 2, width: parts.rows.width.saturating_sub(2), ..parts.rows };
            text::left(buf, look.measure, line, &tr!(look.lang, "list.nothing_fits"), look.theme.dim);
        }
        let view = self.cursor.view(self.window.total, parts.rows.height.into());
        for (row, line) in parts.rows.rows().zip(view) {
            if let Some(record) = self.record(line) {
                let chosen = line == self.cursor.at();
                // Where the detail is walked the line only says what the detail is of.
                buf.set_style(row, look.theme.selected_if(chosen && !self.detail.is_walked()));
                self.draw_row(look, &columns, record, chosen, row, buf);
                if self.marks.is_marked(K::chosen(record).id) {
                    let sign = Rect { x: row.x + 1, width: 1, ..row };
                    text::left(buf, look.measure, sign, MARKED, look.theme.within(chosen, look.theme.accent));
                }
            }
        }
        self.draw_foot(look, parts.foot, buf);
        self.filter.draw_offers(look, cursor, area, buf);
        cursor
    }

    /// What the list is of: all, the neighbours of a record, the filter.
    fn draw_heading(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &look.theme;
        let what = match &self.within {
            None => K::words(look).all.into_owned(),
            Some(within) if within.kind == K::RECORD => {
                tr!(look.lang, "list.only", name = within.name).into()
            }
            Some(within) => tr!(look.lang, "list.of", what = K::words(look).title, name = within.name).into(),
        };
        let used = text::left(buf, look.measure, area, &what, theme.title);
        let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        self.filter.draw(look, rest, buf)
    }

    fn draw_heads(&self, look: &Look, columns: &[(usize, Rect)], buf: &mut Buffer) {
        let mut sorted = self.arrangement.sort(&self.columns);
        if sorted.is_empty() {
            sorted.extend(self.usual_column().map(|at| (at, false)));
        }
        for (at, area) in columns {
            let mut head = self.columns.head(*at, look).into_owned();
            let mut style = look.theme.dim;
            if let Some(place) = sorted.iter().position(|(sorted, _)| sorted == at) {
                let mut sign = if sorted[place].1 { " ↓" } else { " ↑" }.to_owned();
                if sorted.len() > 1 {
                    sign.push_str(&(place + 1).to_string());
                }
                // A long head gives way to the sign.
                let room = usize::from(area.width).saturating_sub(look.measure.width(&sign));
                head = format!("{}{sign}", look.measure.cut(&head, room));
                style = look.theme.accent;
            }
            if self.column == Some(*at) {
                style = style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD);
            }
            let put = if self.columns.is_right(*at) { text::right } else { text::left };
            put(buf, look.measure, *area, &head, style);
        }
    }

    /// How many are marked, what those shown add up to; or what is wrong with the filter.
    fn draw_foot(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        if let Some(blame) = self.filter.blame() {
            return blame.draw(look, area, buf);
        }
        let inner = Rect { x: area.x + 2, width: area.width.saturating_sub(2), ..area };
        let marked = self.marked_words(look);
        let shown = self.totals.as_ref().map(|totals| K::totals(look, totals)).unwrap_or_default();
        let gap = if marked.is_empty() { "" } else { "   " };
        let pieces = [(marked.as_str(), look.theme.accent), (gap, look.theme.dim), (&shown, look.theme.dim)];
        text::pieces(buf, look.measure, inner, &pieces);
    }

    /// How many are marked, and what they add up to; nothing where none are.
    fn marked_words(&self, look: &Look) -> String {
        let Some(totals) = self.marks.totals() else { return String::new() };
        let number = totals.number;
        let mut words = match totals.sums.as_ref().filter(|sums| sums.amount > 0) {
            None => tr!(look.lang, "list.marked", sign = MARKED, number = number),
            Some(sums) => {
                let sum = look.sum(sums.amount, 16);
                let base = sums.base;
                tr!(look.lang, "list.marked_sum", sign = MARKED, number = number, sum = sum, currency = base)
            }
        }
        .into_owned();
        if self.marks.hidden() > 0 {
            words = tr!(look.lang, "list.marked_hidden", words = words, hidden = self.marks.hidden()).into();
        }
        words
    }

    /// Draws one record's line.
    fn draw_row(
        &self,
        look: &Look,
        shown: &[(usize, Rect)],
        record: &K::Out,
        chosen: bool,
        row: Rect,
        buf: &mut Buffer,
    ) {
        let theme = &look.theme;
        if chosen {
            text::left(buf, look.measure, row, "›", theme.within(chosen, theme.selected_mark));
        }
        for (at, area) in shown {
            let area = Rect { y: row.y, ..*area };
            let (words, style) = self.columns.cell(*at, record, look, area.width.into());
            let put = if self.columns.is_right(*at) { text::right } else { text::left };
            put(buf, look.measure, area, &words, theme.within(chosen, style));
            if chosen && self.column == Some(*at) {
                buf.set_style(area, Modifier::REVERSED);
            }
        }
    }
}
