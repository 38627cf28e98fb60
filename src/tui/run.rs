//! The loop: wait, take all that is waiting, do it, draw once. An idle program does nothing at all.

use std::io;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use chrono::{Local, Timelike};
use crossterm::event::{KeyCode, KeyModifiers};

use super::app::App;
use super::draw::draw;
use super::editor;
use super::effect::{Effect, World};
use super::feed::{Feed, Message};
use super::idle::Idle;
use super::pointer::Pointer;
use super::signals;
use super::terminal::Display;
use super::waiting::Waiting;
use super::widgets::message::Notice;
use crate::tr;

/// How many messages are taken before drawing: a burst is drawn once, a flood is seen to move.
const BURST: usize = 256;

/// For so long what a write has altered is marked.
const MOMENT: Duration = Duration::from_millis(800);

/// Seconds of a day.
const DAY: u32 = 86_400;

/// Exit code when the terminal is gone, as after SIGHUP.
pub(super) const GONE: u8 = 129;

/// How the loop has ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// The program is to end with this exit code.
    Left(u8),
    /// The book is to be locked.
    Locked,
    /// This book is left for another one.
    ForBook(PathBuf),
    /// This book is left for the tour of a demonstration.
    ForTour,
}

/// Runs until the person leaves, a signal asks for it, the book is to be locked (when nobody has typed for so
/// long, where that is told), or the terminal is gone.
pub fn run(
    app: &mut App,
    world: &mut World,
    feed: &mut Feed,
    display: &mut Display,
    lock_after: Option<Duration>,
) -> End {
    let idle = Idle::new(lock_after);
    let mut session = Session { app, world, feed, display, pointer: Pointer::default(), idle, unread: false };
    session.wake_at_midnight();
    session.stir();
    let end = loop {
        // A terminal that no longer takes what is drawn is gone.
        match session.show().and_then(|()| session.take_a_burst()) {
            Ok(None) => {}
            Ok(Some(end)) => break end,
            Err(_) => break End::Left(GONE),
        }
    };
    session.world.keep_drafts(session.app);
    session.world.keep_place(session.app);
    end
}

struct Session<'a> {
    app: &'a mut App,
    world: &'a mut World,
    feed: &'a mut Feed,
    display: &'a mut Display,
    pointer: Pointer,
    /// Since when nobody has typed.
    idle: Idle,
    /// What was typed last asks for reading that has not been done: more was typed already.
    unread: bool,
}

impl Session<'_> {
    /// Shows what was typed at once, and then what that has found, unless more is typed meanwhile: however
    /// much there is to read, no key waits for it. Then what is being typed is kept against a crash.
    fn show(&mut self) -> io::Result<()> {
        self.draw()?;
        if self.unread && self.read_unless_more_comes() {
            self.unread = false;
            self.draw()?;
        }
        while self.app.has_rest() && self.read_rest_unless_more_comes() {
            self.draw()?;
        }
        self.world.keep_drafts(self.app);
        self.world.tend(self.app);
        Ok(())
    }

    fn read_unless_more_comes(&mut self) -> bool {
        let (word, more_has_come) = (Waiting::on(&self.app.look, &[]), self.feed.more_has_come());
        self.display.patiently(word, || self.world.read_unless(more_has_come, self.app))
    }

    fn read_rest_unless_more_comes(&mut self) -> bool {
        let (word, more_has_come) = (Waiting::on(&self.app.look, &[]), self.feed.more_has_come());
        self.display.patiently(word, || self.world.read_rest_unless(more_has_come, self.app))
    }

    /// Notices what others have written, and another day.
    fn look_around(&mut self) {
        let word = Waiting::on(&self.app.look, &[]);
        self.display.patiently(word, || self.world.look_around(self.app));
    }

    /// Draws one frame, at the size that the terminal has now.
    fn draw(&mut self) -> io::Result<()> {
        let size = self.display.size()?;
        let effects = self.app.resize(size);
        self.do_effects(effects)?;
        if self.app.mark_changes() {
            self.feed.wake_to_rest(MOMENT);
        }
        self.display.draw(|frame| {
            if let Some(cursor) = draw(self.app, frame.area(), frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })
    }

    /// Waits for a message and takes all that are waiting then; returns how one of them ends the loop, if one
    /// does.
    fn take_a_burst(&mut self) -> io::Result<Option<End>> {
        let first = self.feed.wait();
        let mut ended = self.take(first)?;
        for _ in 1..BURST {
            match self.feed.waiting() {
                Some(message) if ended.is_none() => ended = self.take(message)?,
                _ => break,
            }
        }
        Ok(ended)
    }

    fn wake_at_midnight(&mut self) {
        let now = Local::now().time();
        let left = Duration::from_secs(u64::from(DAY - now.num_seconds_from_midnight().min(DAY - 1)));
        self.feed.wake_at_midnight(left);
    }

    /// Somebody is there: from now on it is reckoned how long nobody types.
    fn stir(&mut self) {
        self.feed.wake_when_idle(self.idle.stir());
    }

    /// Takes one message; returns how it ends the loop, if it does.
    fn take(&mut self, message: Message) -> io::Result<Option<End>> {
        if matches!(message, Message::Key(_) | Message::Pointer(_) | Message::Paste(_)) {
            // A machine that slept has not counted the time; what is typed then is not for this book.
            if self.idle.is_over() && !self.world.is_working() {
                return Ok(Some(End::Locked));
            }
            self.stir();
        }
        let effects = match message {
            Message::Key(key) => {
                // Only further typing may go ahead of what was typed before it.
                let is_command = key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT);
                if is_command || !matches!(key.code, KeyCode::Char(_)) {
                    self.catch_up()?;
                }
                self.look_around();
                self.app.key(&key)
            }
            Message::Pointer(event) => {
                self.catch_up()?;
                let word = Waiting::on(&self.app.look, &[]);
                let (pointer, world, app) = (&mut self.pointer, &mut *self.world, &mut *self.app);
                self.display.patiently(word, || pointer.take(&event, Instant::now(), app, world))
            }
            Message::Paste(text) => self.app.paste(&text),
            // The frame takes the terminal's size when it is drawn.
            Message::Resize => Vec::new(),
            Message::Focus => {
                self.look_around();
                Vec::new()
            }
            Message::Midnight => {
                self.look_around();
                self.wake_at_midnight();
                Vec::new()
            }
            Message::Rest => {
                self.app.rest();
                Vec::new()
            }
            Message::Ground(ground) => self.app.stands_on(ground),
            Message::Worked => self.world.hear_of_work(self.app),
            Message::Redraw => vec![Effect::Redraw],
            Message::Suspend => vec![Effect::Suspend],
            Message::Idle if self.world.is_working() => {
                // What goes on in the background is not broken off.
                self.stir();
                Vec::new()
            }
            Message::Idle => return Ok(Some(End::Locked)),
            Message::End(signal) => return Ok(Some(End::Left(128_u8.saturating_add(signal as u8)))),
            Message::TerminalGone => return Ok(Some(End::Left(GONE))),
        };
        if self.app.takes_text() && effects == [Effect::Read] {
            self.unread = true;
            return Ok(None);
        }
        self.catch_up()?;
        self.do_effects(effects)
    }

    /// Reads what typing has asked for, once for all that was typed in a burst.
    fn catch_up(&mut self) -> io::Result<Option<End>> {
        match std::mem::take(&mut self.unread) {
            true => self.do_effects(vec![Effect::Read]),
            false => Ok(None),
        }
    }

    /// Lends the terminal to the person's editor, and takes the text back from it.
    fn edit_outside(&mut self, text: &str) -> io::Result<()> {
        let edited = {
            let _unread = self.feed.pause_reader();
            self.display.lend(|| editor::edit(text))?
        };
        let effects = match edited {
            Ok(edited) => self.app.edited_outside(&edited),
            Err(error) => {
                let words = tr!(self.app.look.lang, "notice.no_editor", cause = error);
                self.app.say(Notice::problem(words));
                Vec::new()
            }
        };
        self.world.perform(effects, self.app);
        // Who was in the editor was there.
        self.stir();
        Ok(())
    }

    fn do_effects(&mut self, effects: Vec<Effect>) -> io::Result<Option<End>> {
        let word = Waiting::on(&self.app.look, &effects);
        for effect in self.display.patiently(word, || self.world.perform(effects, self.app)) {
            match effect {
                Effect::Quit => return Ok(Some(End::Left(0))),
                Effect::OpenBook(path) => return Ok(Some(End::ForBook(path))),
                Effect::OpenTour => return Ok(Some(End::ForTour)),
                Effect::Lock => return Ok(Some(End::Locked)),
                Effect::Redraw => self.display.forget()?,
                Effect::Suspend => {
                    let _unread = self.feed.pause_reader();
                    self.display.lend(signals::stop_process)?;
                }
                Effect::EditOutside(text) => self.edit_outside(&text)?,
                _ => {}
            }
        }
        Ok(None)
    }
}
