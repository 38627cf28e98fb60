//! Help: the words of the trade that are met on the screen beneath, and every key that does something there, from
//! the action table.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::report::guide;
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

/// One row of the page: a line's first, or one in which its words go on.
struct Row<'a> {
    line: &'a Line,
    is_first: bool,
    words: String,
}

impl Help {
    /// The page for a screen with these scopes: the `terms` of the trade that are met there, the keys, and the
    /// screen's own `words` (a sign and what it means).
    pub fn new(
        look: &Look,
        keymap: &Keymap,
        scopes: &[Scope],
        terms: &[&str],
        words: Vec<(String, String)>,
    ) -> Help {
        let mut lines = vec![Line::Heading(tr!(look.lang, "help.terms").into_owned())];
        let known = guide::terms(look.lang);
        let titles = terms.iter().filter_map(|key| known.iter().find(|term| term.term == *key));
        let titles = look.lang.list(titles.map(|term| term.title.as_str()));
        lines.push(Line::Key(keymap.keys_of(Action::Guide, &[Scope::Help]).join("  "), titles));
        lines.push(Line::Blank);
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

    /// The rows that the lines take: words that are longer than there is room go on in the next.
    fn rows(&self, look: &Look) -> Vec<Row<'_>> {
        let cells = self.wants_width(look);
        let room = usize::from(cells.saturating_sub(self.column(look).min(cells / 2)));
        let rows = self.lines.iter().flat_map(|line| match line {
            Line::Key(_, words) | Line::Words(_, words) => text::wrapped(look.measure, words, room)
                .into_iter()
                .enumerate()
                .map(|(at, words)| Row { line, is_first: at == 0, words })
                .collect(),
            Line::Heading(_) | Line::Blank => vec![Row { line, is_first: true, words: String::new() }],
        });
        rows.collect()
    }

    fn wants_width(&self, look: &Look) -> u16 {
        let width = |line: &Line| match line {
            Line::Key(_, second) | Line::Words(_, second) => look.measure.width(second) as u16,
            Line::Heading(_) | Line::Blank => 0,
        };
        let widest = self.lines.iter().map(width).max().unwrap_or(0);
        (self.column(look) + widest).min(look.room().width.saturating_sub(4))
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
        Size::new(self.wants_width(look), u16::try_from(self.rows(look).len()).unwrap_or(u16::MAX))
    }

    fn foot(&self, look: &Look, height: u16) -> String {
        self.page.position(look, self.rows(look).len(), height.into())
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Help, Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::Guide => return vec![Step::Close, Step::Run(Action::Guide)],
            _ => {}
        }
        self.page.follow(action, self.rows(look).len(), self.height(look));
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let column = self.column(look).min(area.width / 2);
        let rows = self.rows(look);
        let top = self.page.top(rows.len(), area.height.into());
        for (place, row) in area.rows().zip(rows.iter().skip(top)) {
            let right = Rect { x: place.x + column, width: place.width - column, ..place };
            let left = Rect { width: column.saturating_sub(1), ..place };
            let (first, style) = match row.line {
                Line::Heading(title) => (title.as_str(), look.theme.title),
                Line::Key(first, _) => (first.as_str(), look.theme.key),
                Line::Words(first, _) => (first.as_str(), look.theme.warn),
                Line::Blank => continue,
            };
            let left = if matches!(row.line, Line::Heading(_)) { place } else { left };
            if row.is_first {
                text::left(buf, look.measure, left, first, style);
            }
            text::left(buf, look.measure, right, &row.words, Style::new());
        }
        None
    }
}
