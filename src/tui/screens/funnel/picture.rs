//! The funnel as a picture: a centred bar per stage, as wide as its amount or its number of deals, with
//! what it is worth by its win rate as a core; beside it the figures.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::Measure;
use super::layout::Parts;
use super::model::Model;
use crate::domain::funnel::{Line, WithoutRate};
use crate::report::{percent, words};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::bar::Bar;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// The picture with its figures.
pub struct Picture<'a> {
    /// How it is shown.
    pub look: &'a Look,
    /// What is shown.
    pub model: &'a Model,
    /// What the widths mean.
    pub measure: Measure,
    /// The chosen stage.
    pub chosen: Cursor,
    /// Which deals these are, in words.
    pub span: &'a str,
}

/// The figures of one line, as they fit.
struct Figures {
    deals: u64,
    amount: String,
    weighted: String,
}

/// The columns of one line.
struct Columns {
    mark: Rect,
    name: Rect,
    bar: Rect,
    deals: Rect,
    amount: Rect,
    rate: Rect,
    weighted: Rect,
}

impl Picture<'_> {
    /// Draws heads, stages, total and what is left out.
    pub fn draw(&self, parts: &Parts, buf: &mut Buffer) {
        let columns = self.columns(parts.head);
        self.draw_head(&columns, buf);
        let figures = self.figures(&columns);
        let height = usize::from(parts.stage_height);
        let view = self.chosen.view(self.model.stages.len(), usize::from(parts.stages.height) / height);
        for (place, index) in view.enumerate() {
            let y = parts.stages.y + (place * height) as u16;
            let area = Rect { y, height: parts.stage_height, ..parts.stages }.intersection(parts.stages);
            self.draw_stage(index, area, figures.get(index), buf);
        }
        self.draw_total(&self.columns(parts.total), figures.last(), buf);
        let left_out = left_out(self.look, &self.model.funnel.without_rate);
        text::left(buf, self.look.measure, parts.left_out, &left_out, self.look.theme.warn);
    }

    fn columns(&self, area: Rect) -> Columns {
        let row = Rect { height: area.height.min(1), ..area };
        let (figure, count, gap) = if area.width >= 74 { (11, 6, 2) } else { (8, 5, 1) };
        let (lang, measure) = (self.look.lang, self.look.measure);
        let names = self.model.stages.iter().map(|stage| {
            // A wide screen has the seller's step below the buyer's stage.
            let step = if area.width >= 100 { measure.width(&words::seller_step(lang, stage)) } else { 0 };
            measure.width(&words::stage(lang, stage)).max(measure.width(self.span)).max(step)
        });
        let name = (names.max().unwrap_or(0) as u16).clamp(8, area.width / 4);
        let mut right = row.right();
        let mut from_right = |width: u16| {
            right = right.saturating_sub(width);
            let column = Rect { x: right, width, ..row };
            right = right.saturating_sub(gap);
            column.intersection(row)
        };
        let weighted = from_right(figure);
        let rate = from_right(6);
        let amount = from_right(figure);
        let deals = from_right(count);
        let bar_from = row.x + 2 + name + 2;
        Columns {
            mark: Rect { width: 2.min(row.width), ..row },
            name: Rect { x: row.x + 2, width: name, ..row }.intersection(row),
            bar: Rect { x: bar_from, width: right.saturating_sub(bar_from), ..area },
            deals,
            amount,
            rate,
            weighted,
        }
    }

    fn draw_head(&self, columns: &Columns, buf: &mut Buffer) {
        let look = self.look;
        let dim = look.theme.dim;
        let span = Rect { x: columns.mark.x, width: columns.name.right() - columns.mark.x, ..columns.name };
        text::left(buf, look.measure, span, self.span, look.theme.title);
        let by = match self.measure {
            Measure::Amount => tr!(look.lang, "funnel.by_amount"),
            Measure::Deals => tr!(look.lang, "funnel.by_number"),
        };
        text::centred(buf, look.measure, columns.bar, &by, dim);
        text::right(buf, look.measure, columns.deals, &tr!(look.lang, "funnel.deals"), dim);
        let with_currency = tr!(look.lang, "funnel.amount", currency = look.base);
        let fits = look.measure.width(&with_currency) <= columns.amount.width.into();
        let amount = if fits { with_currency } else { tr!(look.lang, "deals.amount") };
        text::right(buf, look.measure, columns.amount, &amount, dim);
        text::right(buf, look.measure, columns.rate, &tr!(look.lang, "funnel.rate"), dim);
        text::right(buf, look.measure, columns.weighted, &tr!(look.lang, "funnel.weighted"), dim);
    }

    /// The figures of each stage and, last, of all.
    fn figures(&self, columns: &Columns) -> Vec<Figures> {
        let funnel = &self.model.funnel;
        let lines = || funnel.lines.iter().map(|line| (line.deals, line.amount, line.weighted));
        let all: Vec<(u64, i128, i128)> =
            lines().chain([(funnel.total.deals, funnel.total.amount, funnel.total.weighted)]).collect();
        let column = |values: Vec<i128>, area: Rect| self.look.sums(&values, area.width.into());
        let amounts = column(all.iter().map(|(_, amount, _)| *amount).collect(), columns.amount);
        let weighted = column(all.iter().map(|(.., weighted)| *weighted).collect(), columns.weighted);
        let sums = amounts.into_iter().zip(weighted);
        let figures = |((deals, ..), (amount, weighted)): (&(u64, i128, i128), (String, String))| Figures {
            deals: *deals,
            amount,
            weighted,
        };
        all.iter().zip(sums).map(figures).collect()
    }

    fn draw_stage(&self, index: usize, area: Rect, figures: Option<&Figures>, buf: &mut Buffer) {
        let (look, theme) = (self.look, &self.look.theme);
        let columns = self.columns(area);
        let stage = &self.model.stages[index];
        let chosen = index == self.chosen.at();
        if chosen {
            text::left(buf, look.measure, columns.mark, "›", theme.selected_mark);
        }
        let style = if chosen { theme.accent.patch(theme.title) } else { Style::new() };
        text::left(buf, look.measure, columns.name, &words::stage(look.lang, stage), style);
        let below = Rect { y: columns.name.y + 1, ..columns.name }.intersection(area);
        text::left(buf, look.measure, below, &words::seller_step(look.lang, stage), theme.dim);
        let Some(line) = self.model.funnel.lines.get(index) else { return };
        self.draw_bar(index, line, columns.bar, buf);
        let style = if line.deals == 0 { theme.dim } else { Style::new() };
        self.draw_figures(&columns, figures, style, buf);
        text::right(buf, look.measure, columns.rate, &percent(stage.win_rate), theme.dim);
    }

    fn draw_total(&self, columns: &Columns, figures: Option<&Figures>, buf: &mut Buffer) {
        let look = self.look;
        text::left(buf, look.measure, columns.name, &tr!(look.lang, "funnel.total"), look.theme.dim);
        self.draw_figures(columns, figures, look.theme.figure, buf);
    }

    fn draw_figures(&self, columns: &Columns, figures: Option<&Figures>, style: Style, buf: &mut Buffer) {
        let Some(Figures { deals, amount, weighted }) = figures else { return };
        let measure = self.look.measure;
        text::right(buf, measure, columns.deals, &deals.to_string(), style);
        text::right(buf, measure, columns.amount, amount, style);
        text::right(buf, measure, columns.weighted, weighted, style);
    }

    /// The bar of a stage: as wide as its amount or number against the largest, its core as its weight.
    fn draw_bar(&self, index: usize, line: &Line, area: Rect, buf: &mut Buffer) {
        let size = |line: &Line| match self.measure {
            Measure::Amount => line.amount as f64,
            Measure::Deals => line.deals as f64,
        };
        let largest = self.model.funnel.lines.iter().map(size).fold(0.0, f64::max);
        if largest <= 0.0 || size(line) <= 0.0 {
            return;
        }
        let core = if line.amount > 0 { line.weighted as f64 / line.amount as f64 } else { 0.0 };
        let (colour, soft) = self.look.theme.bar(index, self.model.stages.len());
        let soft = soft.filter(|_| !self.look.ascii);
        Bar { share: size(line) / largest, core, colour, soft }.render(area, buf);
    }
}

/// Amounts without an exchange rate, in words.
fn left_out(look: &Look, without_rate: &[WithoutRate]) -> String {
    let each = without_rate.iter().map(|sum| {
        let amount = look.amount(sum.amount, sum.currency, 10);
        format!("{} {amount}", sum.currency)
    });
    tr!(look.lang, "funnel.without_rate", amounts = look.lang.list(each)).into_owned()
}
