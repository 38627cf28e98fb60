//! The page to read before a meeting, over the record that it is about.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::report::page::Page as Words;
use crate::report::text::{Paper, plain_lines};
use crate::report::{pages, rows};
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::text;

/// Cells that a page likes to have.
const WIDTH: u16 = 100;

/// The page, and where one reads.
pub struct Brief {
    record: Chosen,
    words: Option<Words>,
    page: Page,
}

impl Brief {
    /// The page on a record.
    pub fn new(record: Chosen) -> Brief {
        Brief { record, words: None, page: Page::default() }
    }

    fn width(look: &Look) -> u16 {
        WIDTH.min(look.room().width.saturating_sub(4))
    }

    /// The lines, and whether each is a heading.
    fn lines(&self, look: &Look, width: u16) -> Vec<(String, bool)> {
        let paper = Paper { width: Some(width.into()), measure: look.measure };
        self.words.as_ref().map(|words| plain_lines(words, paper)).unwrap_or_default()
    }

    fn height(&self, look: &Look) -> usize {
        usize::from(self.wants(look).height.min(look.room().height.saturating_sub(2)))
    }
}

impl Dialog for Brief {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "brief.title", name = self.record.name).into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        let width = Brief::width(look);
        Size::new(width, self.lines(look, width).len() as u16)
    }

    fn foot(&self, look: &Look, height: u16) -> String {
        self.page.position(look, self.lines(look, Brief::width(look)).len(), height.into())
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Brief, Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::KeepBrief => return vec![Effect::Ask(Question::KeepBrief(self.record.clone())).into()],
            other => {
                let total = self.lines(look, Brief::width(look)).len();
                self.page.follow(other, total, self.height(look));
            }
        }
        Vec::new()
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.words.is_none() {
            let brief = rows::brief::brief(look.lang, book, self.record.kind, self.record.id)?;
            self.words = Some(pages::brief::sheet(look.lang, &look.stages, &brief));
        }
        Ok(())
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let lines = self.lines(look, area.width);
        let top = self.page.top(lines.len(), area.height.into());
        for (row, (line, is_heading)) in area.rows().zip(lines.iter().skip(top)) {
            let style = if *is_heading { look.theme.title } else { Style::new() };
            text::left(buf, look.measure, row, line, style);
        }
        None
    }
}
