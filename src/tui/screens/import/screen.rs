//! The import as one of the screens: its keys, and what follows from each.

use crossterm::event::{KeyCode, KeyEvent};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::draw::Parts;
use super::lines::{Line, Sort};
use super::{Answer, ImportScreen, News, Stop, Work};
use crate::store::{self, Book, Changes, State};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::{Place, Screen};
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::message::Notice;

/// So many operations back it is looked whether the import was taken back.
const LATELY: i64 = 200;

impl ImportScreen {
    fn update_files(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let height = Parts::of(look.room()).lines.height.into();
        let entry = self.folder.entries().get(self.entry.at()).cloned();
        match (action, entry) {
            (Action::MarkFile, Some(entry)) if entry.bytes.is_some() => {
                self.folder.mark(&entry.path);
                self.entry.follow(Action::Down, self.folder.entries().len(), height);
                Vec::new()
            }
            (Action::TakeFile | Action::CellRight, Some(entry)) if entry.bytes.is_none() => {
                self.folder.go(entry.path);
                self.entry = Default::default();
                vec![Effect::Read.into()]
            }
            (Action::TakeFile, entry) => {
                let here = entry.map(|entry| entry.path);
                let marked = !self.folder.marked.is_empty();
                let files = if marked {
                    self.folder.marked.iter().cloned().collect()
                } else {
                    here.into_iter().collect()
                };
                self.take(files, look)
            }
            (Action::CellLeft, _) => {
                self.goal = self.folder.go_up();
                vec![Effect::Read.into()]
            }
            (Action::TypePath, _) => {
                self.typed = Some((LineInput::default(), vec![]));
                Vec::new()
            }
            (other, _) => {
                self.entry.follow(other, self.folder.entries().len(), height);
                Vec::new()
            }
        }
    }

    /// Goes where a typed path leads: into a folder, or on with a file.
    fn go_typed(&mut self, look: &Look) -> Vec<Step> {
        let Some((input, _)) = self.typed.take() else { return Vec::new() };
        if input.text().is_empty() {
            return Vec::new();
        }
        let path = self.folder.meant(&input.text());
        if path.is_dir() {
            self.folder.go(path);
            self.entry = Default::default();
            return vec![Effect::Read.into()];
        }
        if path.is_file() {
            return self.take(vec![path], look);
        }
        let words = tr!(look.lang, "importing.no_file", path = input.text());
        // What was typed stays, to be put right.
        self.typed = Some((input, vec![]));
        vec![Step::Say(Notice::problem(words))]
    }

    fn update_columns(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let (rows, files) = (self.glances().len(), self.surveyed.len().max(1));
        match action {
            Action::TakeFile if self.can_be_told() => return self.choose_field(look),
            Action::SayKind => return self.choose_kind(look),
            Action::SayDates => return self.choose_dates(look),
            Action::TryImport | Action::RunImport => return self.begin(Work::Try, look),
            Action::CellRight => self.row = (self.row + 1).min(rows.saturating_sub(1)),
            Action::CellLeft => self.row = self.row.saturating_sub(1),
            Action::NextPane | Action::PreviousPane => {
                let step = if action == Action::NextPane { 1 } else { files - 1 };
                self.shown = (self.shown + step) % files;
                (self.row, self.column) = (0, Default::default());
            }
            other => {
                let height = Parts::of(look.room()).lines.height.into();
                self.column.follow(other, self.columns(), height);
            }
        }
        Vec::new()
    }

    fn update_lines(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::TakeFile if self.is_fresh() => return self.choose_of_line(look),
            Action::MarkFile => self.join_line(),
            Action::JoinAll => self.join_all(),
            Action::TryImport => return self.begin(Work::Try, look),
            Action::RunImport => return self.begin(Work::Run, look),
            Action::WriteRefused => return vec![Effect::WriteRefused(Box::new(self.out.clone())).into()],
            other => {
                let height = Parts::of_lines(look.room(), self.reports.len()).lines.height.into();
                self.line.follow(other, self.lines.len(), height);
            }
        }
        Vec::new()
    }
}

impl Screen for ImportScreen {
    fn place(&self) -> Place {
        Place::Import
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "importing.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        match (&self.working, &self.typed) {
            (Some(_), _) => &[Scope::Working],
            (None, Some(_)) => &[Scope::Typing],
            (None, None) => &[Scope::Import, Scope::List],
        }
    }

    fn offers(&self, action: Action) -> bool {
        let line = self.lines.get(self.line.at());
        let has = |sort| self.lines.iter().any(|line| matches!(line, Line::Head(one, ..) if *one == sort));
        match (self.stop, action) {
            (_, Action::Save) => false,
            (Stop::Files, Action::ImportBack) => false,
            (_, Action::ImportBack) => true,
            (Stop::Files, Action::TakeFile) => {
                !self.folder.entries().is_empty() || !self.folder.marked.is_empty()
            }
            (Stop::Columns, Action::TakeFile | Action::SayKind) => self.can_be_told(),
            (Stop::Columns, Action::SayDates) => self.can_be_told(),
            (Stop::Columns, Action::TryImport) => self.has_anything(),
            (Stop::Columns, Action::CellLeft | Action::CellRight) => self.glances().len() > 1,
            (Stop::Columns, Action::NextPane | Action::PreviousPane) => self.surveyed.len() > 1,
            (Stop::Check, Action::TakeFile) => matches!(line, Some(Line::Stage(..) | Line::Likely(..))),
            (Stop::Check, Action::MarkFile) => matches!(line, Some(Line::Likely(..))),
            (Stop::Check, Action::JoinAll) => has(Sort::Likely),
            (Stop::Check, Action::RunImport) => self.has_anything(),
            (Stop::Check | Stop::Done, Action::WriteRefused) => has(Sort::Refused),
            (
                _,
                Action::SayKind
                | Action::SayDates
                | Action::TryImport
                | Action::RunImport
                | Action::NextPane
                | Action::PreviousPane
                | Action::JoinAll
                | Action::WriteRefused,
            ) => false,
            (Stop::Files, _) => true,
            (_, Action::MarkFile | Action::TypePath | Action::TakeFile) => false,
            (Stop::Check | Stop::Done, Action::CellLeft | Action::CellRight) => false,
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match (action, self.stop) {
            (Action::CancelWork, _) => vec![Effect::CancelWork.into()],
            (Action::Accept, _) if self.typed.is_some() => self.go_typed(look),
            (Action::Cancel, _) if self.typed.is_some() => {
                self.typed = None;
                Vec::new()
            }
            (Action::ImportBack, stop) => {
                self.stop = if stop == Stop::Check { Stop::Columns } else { Stop::Files };
                self.folder.is_stale();
                vec![Effect::Read.into()]
            }
            (other, Stop::Files) => self.update_files(other, look),
            (other, Stop::Columns) => self.update_columns(other, look),
            (other, Stop::Check | Stop::Done) => self.update_lines(other, look),
        }
    }

    fn takes_text(&self) -> bool {
        self.typed.is_some() || self.working.is_some()
    }

    fn key(&mut self, key: &KeyEvent) -> Vec<Step> {
        let Some((input, names)) = &mut self.typed else { return Vec::new() };
        if matches!(key.code, KeyCode::Tab) {
            let (text, could_be) = self.folder.completed(input.raw());
            (*input, *names) = (LineInput::new(&text), could_be);
        } else if input.key(key) {
            names.clear();
        }
        Vec::new()
    }

    fn paste(&mut self, text: &str) -> Vec<Step> {
        if let Some((input, _)) = &mut self.typed {
            input.paste(text);
        }
        Vec::new()
    }

    fn answered(&mut self, answer: Answer, look: &Look) -> Vec<Step> {
        self.take_answer(answer, look)
    }

    fn worked(&mut self, news: News, look: &Look) -> Vec<Step> {
        self.hear(news, look)
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        let height = |parts: Parts| usize::from(parts.lines.height);
        let (files, lines) = (Parts::of(look.room()), Parts::of_lines(look.room(), self.reports.len()));
        self.entry.choose(self.entry.at(), self.folder.entries().len(), height(files));
        self.column.choose(self.column.at(), self.columns(), height(files));
        self.line.choose(self.line.at(), self.lines.len(), height(lines));
        Vec::new()
    }

    fn changed(&mut self, _changes: Option<&Changes>) {
        self.folder.is_stale();
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.folder.read()
            && let Some(goal) = self.goal.take()
        {
            let at = self.folder.entries().iter().position(|entry| entry.name == goal).unwrap_or_default();
            let height = Parts::of(look.room()).lines.height.into();
            self.entry.choose(at, self.folder.entries().len(), height);
        }
        if let (Stop::Done, Some(id)) = (self.stop, self.out.operation) {
            let lately = book.history(None, LATELY)?;
            self.is_undone = lately.iter().any(|one| one.id == id && one.state == State::Undone);
        }
        if self.said_in != look.lang {
            self.refresh_lines(look);
        }
        self.resized(look);
        Ok(())
    }

    fn signs(&self, look: &Look) -> Vec<(String, String)> {
        vec![("→".to_owned(), tr!(look.lang, "importing.sign_becomes").into_owned())]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_all(look, area, buf)
    }
}
