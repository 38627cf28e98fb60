//! The command palette: every action that can be done now, found by its words in either language, and the
//! records of late, or by name.

use std::borrow::Cow;

use crossterm::event::KeyEvent;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use super::narrowed::Narrowed;
use super::recent::{draw_hit, go_to, of_late};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::store::view::search::{Hit, HitKind};
use crate::store::{self, Book};
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

/// How many records of late are offered while nothing is typed, and how many by name.
const RECORDS: usize = 5;

const SIZE: Size = Size { width: 66, height: 16 };

/// The palette.
pub struct Palette {
    commands: Vec<Command>,
    visited: Vec<Id>,
    records: Vec<Hit>,
    found: Vec<Offer>,
    input: LineInput,
    /// The words that `found` is for; none where it has not been read.
    asked: Option<String>,
    cursor: Cursor,
}

struct Command {
    entry: &'static Entry,
    keys: String,
}

impl Command {
    /// Draws its label, what it does, and its key.
    fn draw(&self, look: &Look, chosen: bool, row: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        buf.set_style(row, theme.selected_if(chosen));
        let within = |style| theme.within(chosen, style);
        let label = self.entry.label(look.lang);
        let pieces = [theme.mark(chosen), (&label, Style::new())];
        let used = text::pieces(buf, look.measure, row, &pieces);
        let rest = Rect { x: row.x + used, width: row.width.saturating_sub(used), ..row };
        let key_cells = text::right(buf, look.measure, rest, &self.keys, within(theme.key));
        let help_from = row.x + 24.max(used + 2);
        let help = Rect {
            x: help_from,
            width: rest.right().saturating_sub(key_cells + 2).saturating_sub(help_from),
            ..row
        };
        text::left(buf, look.measure, help, &self.entry.help(look.lang), within(theme.dim));
    }
}

/// What can be chosen: by its place among the commands, or among the records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Offer {
    Command(usize),
    Record(usize),
}

impl Palette {
    /// A palette of these actions, with their keys in these scopes, and of the records visited (the latest
    /// first) or changed of late.
    pub fn new(
        actions: impl Iterator<Item = &'static Entry>,
        keymap: &Keymap,
        scopes: &[Scope],
        visited: Vec<Id>,
    ) -> Palette {
        let command = |entry: &'static Entry| Command {
            entry,
            keys: keymap.keys_of(entry.action, scopes).first().cloned().unwrap_or_default(),
        };
        let commands: Vec<Command> = actions.map(command).collect();
        let found = (0..commands.len()).map(Offer::Command).collect();
        let (input, cursor) = (LineInput::default(), Cursor::default());
        Palette { commands, visited, records: Vec::new(), found, input, asked: None, cursor }
    }

    /// The commands that fit what was typed, the best first.
    fn matching(&self, typed: &str) -> Vec<usize> {
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
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
        hits.into_iter().map(|(index, _)| index).collect()
    }

    /// The records that fit what was typed: the one with that code, else those of late by a few letters
    /// of their names, then others by words.
    fn named(&self, book: &Book, typed: &str) -> store::Result<Vec<Hit>> {
        let coded: Vec<Id> = book.coded(typed, &KINDS)?.into_iter().map(|named| named.id).collect();
        if !coded.is_empty() {
            return book.hits(&coded);
        }
        let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut letters = Vec::new();
        let mut fits =
            |hit: &Hit| pattern.score(Utf32Str::new(&hit.name, &mut letters), &mut matcher).is_some();
        let mut records = of_late(book, &self.visited, REMEMBERED)?;
        records.retain(&mut fits);
        let is_record = |hit: &Hit| matches!(hit.kind, HitKind::Account | HitKind::Contact | HitKind::Deal);
        for hit in book.search(typed, SEARCHED)?.into_iter().filter(is_record) {
            if records.iter().all(|known| known.id != hit.id) {
                records.push(hit);
            }
        }
        records.truncate(RECORDS);
        Ok(records)
    }
}

/// The kinds of records that are offered.
const KINDS: [RecordKind; 3] = [RecordKind::Account, RecordKind::Contact, RecordKind::Deal];

/// How many records of late are looked through for a name, and how many that a search finds.
const REMEMBERED: usize = 20;
const SEARCHED: usize = 30;

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
                Some(Offer::Command(index)) => {
                    vec![Step::Close, Step::Run(self.commands[*index].entry.action)]
                }
                Some(Offer::Record(index)) => go_to(&self.records[*index]),
                None => Vec::new(),
            },
            other => {
                self.cursor.follow(other, self.found.len(), usize::from(SIZE.height) - 2);
                Vec::new()
            }
        }
    }

    fn key(&mut self, key: &KeyEvent) {
        self.input.key(key);
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
    }

    /// Looks again for what was typed: actions, then records; records of late first while nothing is.
    fn read(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        let typed = self.input.text();
        if self.asked.as_ref() == Some(&typed) {
            return Ok(());
        }
        let commands = self.matching(&typed).into_iter().map(Offer::Command);
        self.records = match typed.as_str() {
            "" => of_late(book, &self.visited, RECORDS)?,
            typed => self.named(book, typed)?,
        };
        let records = (0..self.records.len()).map(Offer::Record);
        self.found = match typed.as_str() {
            "" => records.chain(commands).collect(),
            _ => commands.chain(records).collect(),
        };
        self.cursor = Cursor::default();
        self.asked = Some(typed);
        Ok(())
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let nothing = tr!(look.lang, "palette.nothing");
        let (input, cursor, count) = (&self.input, &self.cursor, self.found.len());
        let list = Narrowed { sign: "›", input, cursor, count, nothing: &nothing };
        list.draw(look, area, buf, |index, chosen, row, buf| match self.found[index] {
            Offer::Command(at) => self.commands[at].draw(look, chosen, row, buf),
            Offer::Record(at) => draw_hit(look, &self.records[at], chosen, row, buf),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::action::TABLE;

    fn first_found(words: &str) -> Option<Action> {
        let palette = Palette::new(TABLE.iter(), &Keymap::usual(), &[Scope::Everywhere], Vec::new());
        palette.matching(words).first().map(|found| palette.commands[*found].entry.action)
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
