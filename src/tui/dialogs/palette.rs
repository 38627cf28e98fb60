//! The command palette: every action that can be done now, found by its words in either language.

use std::borrow::Cow;

use crossterm::event::KeyEvent;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::i18n::Lang;
use crate::tr;
use crate::tui::action::{Action, Entry, Scope};
use crate::tui::keymap::Keymap;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// What a hit in the label counts more than one in the explanation.
const LABEL_FIRST: u32 = 10_000;

const SIZE: Size = Size { width: 66, height: 14 };

/// The palette.
pub struct Palette {
    commands: Vec<Command>,
    found: Vec<usize>,
    input: LineInput,
    cursor: Cursor,
}

struct Command {
    entry: &'static Entry,
    keys: String,
}

impl Palette {
    /// A palette of these actions, with their keys in these scopes.
    pub fn new(actions: impl Iterator<Item = &'static Entry>, keymap: &Keymap, scopes: &[Scope]) -> Palette {
        let command = |entry: &'static Entry| Command {
            entry,
            keys: keymap.keys_of(entry.action, scopes).first().cloned().unwrap_or_default(),
        };
        let commands: Vec<Command> = actions.map(command).collect();
        let found = (0..commands.len()).collect();
        Palette { commands, found, input: LineInput::default(), cursor: Cursor::default() }
    }

    /// Looks again for what was typed: best match first, all if nothing was typed.
    fn search(&mut self) {
        let pattern = Pattern::parse(&self.input.text(), CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut score_of = |words: &str| pattern.score(Utf32Str::new(words, &mut letters), &mut matcher);
        let mut score = |command: &Command| {
            let label = labels(command.entry).into_iter().filter_map(|label| score_of(&label)).max();
            label.map(|score| score + LABEL_FIRST).or_else(|| score_of(&words(command.entry)))
        };
        let scored = self.commands.iter().enumerate();
        let mut hits: Vec<(usize, u32)> = scored.filter_map(|(i, c)| Some((i, score(c)?))).collect();
        hits.sort_by_key(|(index, score)| (std::cmp::Reverse(*score), *index));
        self.found = hits.into_iter().map(|(index, _)| index).collect();
        self.cursor = Cursor::default();
    }
}

fn labels(entry: &Entry) -> [Cow<'static, str>; 2] {
    [entry.label(Lang::En), entry.label(Lang::Zh)]
}

/// All words of an action, in both languages, by which it is found too.
fn words(entry: &Entry) -> String {
    let [english, chinese] = labels(entry);
    let (help, chinese_help) = (entry.help(Lang::En), entry.help(Lang::Zh));
    format!("{english} {help} {chinese} {chinese_help} {}", entry.name)
}

impl Dialog for Palette {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "palette.title").into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => vec![Step::Close],
            Action::Accept => match self.found.get(self.cursor.at()) {
                Some(found) => vec![Step::Close, Step::Run(self.commands[*found].entry.action)],
                None => Vec::new(),
            },
            other => {
                self.cursor.follow(other, self.found.len(), usize::from(SIZE.height) - 2);
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        if self.input.key(key) {
            self.search();
        }
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
        self.search();
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &look.theme;
        let [line, gap, list] = super::line_over_list(area);
        text::left(buf, look.measure, line, "›", theme.accent);
        let typed = Rect { x: line.x + 2, width: line.width.saturating_sub(2), ..line };
        let cursor = self.input.draw(typed, buf, Style::new());
        super::rule(look, gap, buf);
        if self.found.is_empty() {
            text::left(buf, look.measure, list, &tr!(look.lang, "palette.nothing"), theme.dim);
        }
        let view = self.cursor.view(self.found.len(), list.height.into());
        for (row, index) in list.rows().zip(view) {
            let Command { entry, keys } = &self.commands[self.found[index]];
            let chosen = index == self.cursor.at();
            buf.set_style(row, theme.selected_if(chosen));
            let within = |style| theme.within(chosen, style);
            let mark = if chosen { "› " } else { "  " };
            let label = entry.label(look.lang);
            let used = text::pieces(
                buf,
                look.measure,
                row,
                &[(mark, within(theme.selected_mark)), (&label, Style::new())],
            );
            let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
            let key_cells = text::right(buf, look.measure, rest, keys, within(theme.key));
            let help_from = row.x + 24.max(used + 2);
            let help = Rect {
                x: help_from,
                width: rest.right().saturating_sub(key_cells + 2).saturating_sub(help_from),
                ..row
            };
            text::left(buf, look.measure, help, &entry.help(look.lang), within(theme.dim));
        }
        cursor
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::TABLE;

    fn first_found(words: &str) -> Option<Action> {
        let keymap = Keymap::usual();
        let mut palette = Palette::new(TABLE.iter(), &keymap, &[Scope::Everywhere]);
        palette.paste(words);
        palette.found.first().map(|found| palette.commands[*found].entry.action)
    }

    #[test]
    fn an_action_is_found_by_its_words_in_either_language() {
        assert_eq!(first_found("undo"), Some(Action::Undo));
        assert_eq!(first_found("撤销"), Some(Action::Undo));
        assert_eq!(first_found("next stage"), Some(Action::NextStage));
        assert_eq!(first_found("quota.set"), Some(Action::SetQuota));
        assert_eq!(first_found("zzzz"), None);
    }
}
