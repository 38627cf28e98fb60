//! Under the grid: what each product comes to, and what stands at the chosen cell, in words.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::WhiteSpaceScreen;
use super::draw::sum_words;
use super::layout::Parts;
use crate::domain::white_space::{Crossing, Edge, Sale};
use crate::domain::word::Status;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

impl WhiteSpaceScreen {
    /// A rule, and under it what is bought and open of each product, and how many accounts have nothing
    /// of it; as far as there are lines.
    pub(super) fn draw_foot(&self, look: &Look, parts: &Parts, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let mut rows = parts.foot.rows();
        let right = parts.edge.right();
        if let Some(row) = rows.next() {
            let rule = "─".repeat(right.saturating_sub(row.x).into());
            text::left(buf, look.measure, row, &rule, theme.rule);
        }
        let names = [
            tr!(lang, "column.bought"),
            tr!(lang, "white_space.in_open_deals"),
            tr!(lang, "white_space.blank_accounts"),
        ];
        let view = self.column.view(self.products.len(), parts.columns());
        for (figure, (row, name)) in rows.zip(&names).enumerate() {
            let style = if figure == 0 { theme.figure } else { theme.dim };
            let label = Rect { width: parts.names.width, ..row };
            text::pieces(buf, look.measure, label, &[("  ", theme.dim), (name, theme.dim)]);
            for (place, at) in view.clone().enumerate() {
                let cell = parts.cell(row, place);
                let words =
                    self.products.get(at).map(|product| self.of_product(look, product.id, figure, cell));
                text::right(buf, look.measure, cell, &words.unwrap_or_default(), style);
            }
            let cell = parts.edge_cell(row, 0);
            let all = self.totals.as_ref().map(|totals| {
                let crossings = totals.accounts * self.products.len() as u64;
                in_words(look, totals.all, crossings, figure, cell)
            });
            text::right(buf, look.measure, cell, &all.unwrap_or_else(|| "…".to_owned()), style);
        }
    }

    fn of_product(&self, look: &Look, product: crate::domain::id::Id, figure: usize, cell: Rect) -> String {
        let Some(totals) = &self.totals else { return "…".to_owned() };
        let edge = totals.products.get(&product).copied().unwrap_or_default();
        in_words(look, edge, totals.accounts, figure, cell)
    }

    /// What stands at the chosen cell: what is wrong with the filter comes first.
    pub(super) fn draw_told(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let mut rows = area.rows();
        if let Some(blame) = self.filter.blame() {
            rows.next().into_iter().for_each(|row| blame.draw(look, row, buf));
            return;
        }
        let (Some(line), Some(product)) = (self.account(), self.product()) else { return };
        let title = format!("{} × {}   ", line.account.name, product.name);
        let told = self.told(look);
        let all = told.join("   ");
        let first = told.first().cloned().unwrap_or_default();
        let fits = |words: &str| look.measure.width(&title) + look.measure.width(words) <= area.width.into();
        // What does not fit beside the names goes under them, where there is a line.
        let (beside, under) = match area.height {
            0 | 1 => (all, String::new()),
            _ if fits(&all) => (all, String::new()),
            _ if fits(&first) => (first, told.get(1..).unwrap_or_default().join("   ")),
            _ => (String::new(), all),
        };
        if let Some(row) = rows.next() {
            let pieces = [(title.as_str(), look.theme.title), (beside.as_str(), Style::new())];
            text::pieces(buf, look.measure, row, &pieces);
        }
        if let Some(row) = rows.next() {
            text::left(buf, look.measure, row, &under, Style::new());
        }
    }

    /// The same in words: first what is most telling.
    fn told(&self, look: &Look) -> Vec<String> {
        let lang = look.lang;
        let Some(crossing) = self.crossing() else {
            return vec![tr!(lang, "white_space.sign_blank").into_owned(), self.apart(look)];
        };
        let mut told: Vec<String> = [
            (Status::Won, tr!(lang, "white_space.bought")),
            (Status::Open, tr!(lang, "status.open")),
            (Status::Lost, tr!(lang, "white_space.lost")),
        ]
        .into_iter()
        .filter_map(|(status, word)| self.of_status(look, crossing, status, &word))
        .collect();
        told.push(self.apart(look));
        told.retain(|words| !words.is_empty());
        told
    }

    /// What there is of an outcome: the only one by name, several with their sum and the nearest day.
    fn of_status(&self, look: &Look, crossing: &Crossing, status: Status, word: &str) -> Option<String> {
        let lang = look.lang;
        let all: Vec<&Sale> = crossing.nearest_first(status);
        let (nearest, rest) = all.split_first()?;
        if rest.is_empty() {
            return Some(self.label(look, nearest));
        }
        let sum = format!("{} {}", sum_words(look, crossing.sum(status), 14), look.base);
        let day = nearest.on.map_or_else(|| "–".to_owned(), |day| look.date(day));
        let number = all.len();
        Some(
            match status {
                Status::Open => {
                    tr!(lang, "white_space.told_open", word = word, number = number, sum = sum, day = day)
                }
                _ => tr!(lang, "white_space.told_closed", word = word, number = number, sum = sum, day = day),
            }
            .into_owned(),
        )
    }

    /// What no sum has, for want of a rate.
    fn apart(&self, look: &Look) -> String {
        let apart = self.totals.iter().flat_map(|totals| &totals.without_rate);
        let currencies: Vec<String> = apart.map(|apart| apart.currency.to_string()).collect();
        match currencies.is_empty() {
            true => String::new(),
            false => tr!(look.lang, "white_space.no_rate", currencies = currencies.join(", ")).into_owned(),
        }
    }
}

/// A figure of an edge: bought, open, or how many of its crossings are blank.
fn in_words(look: &Look, edge: Edge, crossings: u64, figure: usize, cell: Rect) -> String {
    match figure {
        0 => sum_words(look, edge.bought, cell.width),
        1 => sum_words(look, edge.open, cell.width),
        _ => crossings.saturating_sub(edge.filled).to_string(),
    }
}
