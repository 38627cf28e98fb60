//! Help: every key that does something on the screen beneath, from the action table.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::tr;
use crate::tui::action::{Action, Scope, TABLE};
use crate::tui::keymap::Keymap;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::page::Page;
use crate::tui::widgets::text;

/// The help page.
pub struct Help {
    lines: Vec<Line>,
    page: Page,
}

enum Line {
    Heading(String),
    Key(String, String),
    Words(String, String),
    Blank,
}

impl Help {
    /// The page for a screen with these scopes, the screen's own `words` (a sign and what it means)
    /// after the keys.
    pub fn new(look: &Look, keymap: &Keymap, scopes: &[Scope], words: Vec<(String, String)>) -> Help {
        let mut lines = Vec::new();
        for scope in Scope::ALL.iter().copied().filter(|scope| scopes.contains(scope)) {
            lines.push(Line::Heading(scope.title(look.lang).into_owned()));
            for entry in TABLE.iter().filter(|entry| entry.scope == scope) {
                let keys = keymap.keys_of(entry.action, &[scope]).join("  ");
                lines.push(Line::Key(keys, entry.help(look.lang).into_owned()));
            }
            lines.push(Line::Blank);
        }
        if !words.is_empty() {
            lines.push(Line::Heading(tr!(look.lang, "help.signs").into_owned()));
            lines.extend(words.into_iter().map(|(sign, meaning)| Line::Words(sign, meaning)));
            lines.push(Line::Blank);
        }
        lines.pop();
        Help { lines, page: Page::default() }
    }

    fn column(&self, look: &Look) -> u16 {
        let width = |line: &Line| match line {
            Line::Key(first, _) | Line::Words(first, _) => look.measure.width(first),
            Line::Heading(_) | Line::Blank => 0,
        };
        self.lines.iter().map(width).max().unwrap_or(0) as u16 + 3
    }

    fn height(&self, look: &Look) -> usize {
        usize::from(self.wants(look).height.min(look.room().height.saturating_sub(2)))
    }
}

impl Dialog for Help {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "help.title").into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        let width = |line: &Line| match line {
            Line::Key(_, second) | Line::Words(_, second) => look.measure.width(second) as u16,
            Line::Heading(_) | Line::Blank => 0,
        };
        let widest = self.lines.iter().map(width).max().unwrap_or(0);
        Size::new(self.column(look) + widest, self.lines.len() as u16)
    }

    fn foot(&self, look: &Look, height: u16) -> String {
        self.page.position(look, self.lines.len(), height.into())
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        if action == Action::Cancel {
            return vec![Step::Close];
        }
        self.page.follow(action, self.lines.len(), self.height(look));
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let column = self.column(look).min(area.width / 2);
        let top = self.page.top(self.lines.len(), area.height.into());
        for (row, line) in area.rows().zip(self.lines.iter().skip(top)) {
            let right = Rect { x: row.x + column, width: row.width - column, ..row };
            let left = Rect { width: column.saturating_sub(1), ..row };
            match line {
                Line::Heading(title) => {
                    text::left(buf, look.measure, row, title, look.theme.title);
                }
                Line::Key(first, second) | Line::Words(first, second) => {
                    let key = matches!(line, Line::Key(..));
                    let style = if key { look.theme.key } else { look.theme.warn };
                    text::left(buf, look.measure, left, first, style);
                    text::left(buf, look.measure, right, second, Style::new());
                }
                Line::Blank => {}
            }
        }
        None
    }
}
