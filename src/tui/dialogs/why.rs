//! Why a number is what it is: what a measure means, its days, and what it was made of.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use crate::domain::id::Id;
use crate::domain::metrics::{MetricKind, Span};
use crate::report::page::Page as Words;
use crate::report::pages;
use crate::report::text::{Paper, plain_lines};
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::text;

/// Cells that it likes to have.
const WIDTH: u16 = 76;

/// A measure in a span of days, of an account or of the book.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measured {
    /// What is measured.
    pub kind: MetricKind,
    /// Of which account; none is all of them.
    pub account: Option<Id>,
    /// In which days.
    pub span: Span,
}

/// The explanation, and where one reads.
pub struct Why {
    of: Measured,
    words: Option<Words>,
    page: Page,
}

impl Why {
    /// The explanation of a measure.
    pub fn of(of: Measured) -> Why {
        Why { of, words: None, page: Page::default() }
    }

    fn width(look: &Look) -> u16 {
        WIDTH.min(look.room().width.saturating_sub(4))
    }

    fn lines(&self, look: &Look, width: u16) -> Vec<(String, bool)> {
        let paper = Paper { width: Some(width.into()), measure: look.measure };
        self.words.as_ref().map(|words| plain_lines(words, paper)).unwrap_or_default()
    }

    fn total(&self, look: &Look) -> usize {
        self.lines(look, Why::width(look)).len()
    }
}

impl Dialog for Why {
    fn title(&self, look: &Look) -> String {
        let name = crate::report::metric_words::name(look.lang, self.of.kind);
        tr!(look.lang, "metrics.why_title", name = name).into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        Size::new(Why::width(look), u16::try_from(self.total(look)).unwrap_or(u16::MAX))
    }

    fn foot(&self, look: &Look, height: u16) -> String {
        self.page.position(look, self.total(look), height.into())
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if action == Action::Cancel {
            return vec![Step::Close];
        }
        let height = self.wants(look).height.min(look.room().height.saturating_sub(2));
        self.page.follow(action, self.total(look), height.into());
        Vec::new()
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.words.is_none() {
            let view = book.metrics(self.of.account, self.of.span)?;
            let metric = view.metrics.iter().find(|metric| metric.kind == self.of.kind);
            let of_account = self.of.account.is_some();
            self.words = metric.map(|metric| {
                // The frame says already which one it is.
                let page = pages::metrics::why(look.lang, metric, of_account, view.base);
                Words { title: String::new(), ..page }
            });
        }
        Ok(())
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lines = self.lines(look, area.width);
        let top = self.page.top(lines.len(), area.height.into());
        for (row, (line, is_heading)) in area.rows().zip(lines.iter().skip(top)) {
            let style = if *is_heading { look.theme.title } else { ratatui::style::Style::new() };
            text::left(buf, look.measure, row, line, style);
        }
        None
    }
}
