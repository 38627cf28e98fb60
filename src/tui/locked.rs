//! An encrypted book that is locked: closed, its key wiped, nothing of it on the screen, until its passphrase is
//! typed again.

use std::io;
use std::path::PathBuf;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::style::Style;
use zeroize::{Zeroize, Zeroizing};

use super::feed::{Feed, Message};
use super::look::Look;
use super::run::GONE;
use super::signals;
use super::terminal::Display;
use super::widgets::{ascii, frame, text};
use crate::ops::{Problem, setup};
use crate::report::problem::explain;
use crate::store::cipher::{Lock, Passphrase};
use crate::store::{Book, Clock};
use crate::tr;

/// The widest that what is said is set.
const WIDEST: u16 = 64;

/// A book that is closed, and how it is opened again.
pub struct Sealed {
    path: PathBuf,
    clock: Clock,
    /// Whether it is only looked at, in the place of a damaged one.
    is_copy: bool,
}

impl Sealed {
    /// How this book is opened again once it is closed.
    pub fn of(book: &Book, is_copy: bool) -> Sealed {
        Sealed { path: book.path().to_owned(), clock: book.clock(), is_copy }
    }

    /// Opens it.
    fn open(&self, passphrase: &Passphrase) -> Result<Book, Problem> {
        let file = Lock::of(&self.path)?.open(passphrase)?;
        match self.is_copy {
            true => Ok(Book::look_at(file, self.clock)?),
            false => setup::open(file, self.clock),
        }
    }
}

/// How a cover was taken away.
pub enum Opened {
    /// The book is open again.
    Book(Box<Book>),
    /// The program is to end with this exit code.
    Not(u8),
}

/// What is shown in the place of a locked book.
pub struct Cover {
    look: Look,
    typed: Zeroizing<String>,
    /// What went wrong with what was typed last.
    wrong: Option<String>,
}

impl Cover {
    /// A cover in the looks of the interface; nothing of the book is in it.
    pub fn new(look: &Look) -> Cover {
        let look = Look { stages: Vec::new(), is_past: false, ..look.clone() };
        Cover { look, typed: Zeroizing::new(String::with_capacity(Passphrase::LONGEST)), wrong: None }
    }

    /// Shows it.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn show(&mut self, display: &mut Display) -> io::Result<()> {
        display.draw(|frame| self.draw(frame.area(), frame.buffer_mut()))
    }

    /// Waits until the passphrase is typed, or the program is to end.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn until_opened(
        mut self,
        sealed: Sealed,
        feed: &mut Feed,
        display: &mut Display,
    ) -> io::Result<Opened> {
        feed.wake_when_idle(None);
        loop {
            self.show(display)?;
            match feed.wait() {
                Message::Key(key) => match self.key(&key) {
                    Meant::Open => match sealed.open(&Passphrase::new(&self.typed)) {
                        Ok(book) => return Ok(Opened::Book(Box::new(book))),
                        Err(problem) => self.refuse(&problem),
                    },
                    Meant::Leave => return Ok(Opened::Not(0)),
                    Meant::Stop => {
                        let _unread = feed.pause_reader();
                        display.lend(signals::stop_process)?;
                    }
                    Meant::Typing => {}
                },
                Message::Paste(pasted) => {
                    let pasted = Zeroizing::new(pasted);
                    pasted.lines().next().unwrap_or_default().chars().for_each(|letter| self.push(letter));
                }
                Message::Redraw => display.forget()?,
                Message::Suspend => {
                    let _unread = feed.pause_reader();
                    display.lend(signals::stop_process)?;
                }
                Message::End(signal) => return Ok(Opened::Not(128_u8.saturating_add(signal as u8))),
                Message::TerminalGone => return Ok(Opened::Not(GONE)),
                Message::Resize
                | Message::Pointer(_)
                | Message::Focus
                | Message::Ground(_)
                | Message::Worked
                | Message::Rest
                | Message::Midnight
                | Message::Idle => {}
            }
        }
    }

    fn refuse(&mut self, problem: &Problem) {
        self.typed.zeroize();
        let told = explain(self.look.lang, problem);
        let is_wrong = matches!(problem, Problem::Store(crate::store::Error::WrongPassphrase(_)));
        // What is said of a file tells its name; whoever sees the screen need not read that.
        self.wrong = Some(match is_wrong {
            true => tr!(self.look.lang, "passphrase.again").into_owned(),
            false => told.what,
        });
    }

    fn key(&mut self, key: &KeyEvent) -> Meant {
        let with_control = key.modifiers.contains(KeyModifiers::CONTROL);
        match key.code {
            KeyCode::Enter if !self.typed.is_empty() => return Meant::Open,
            KeyCode::Char('c' | 'q') if with_control => return Meant::Leave,
            KeyCode::Char('z') if with_control => return Meant::Stop,
            KeyCode::Char('u') if with_control => self.typed.zeroize(),
            KeyCode::Esc => self.typed.zeroize(),
            KeyCode::Backspace => drop(self.typed.pop()),
            KeyCode::Char(letter) if !with_control => self.push(letter),
            _ => {}
        }
        Meant::Typing
    }

    fn push(&mut self, letter: char) {
        if self.typed.len() + letter.len_utf8() <= Passphrase::LONGEST && !letter.is_control() {
            self.typed.push(letter);
        }
    }

    fn draw(&self, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (self.look.lang, &self.look.theme);
        let width = WIDEST.min(area.width.saturating_sub(4));
        let mut lines: Vec<(String, Style)> = Vec::new();
        let mut say = |words: &str, style: Style| {
            let wrapped = text::wrapped(self.look.measure, words, usize::from(width));
            lines.extend(wrapped.into_iter().map(|line| (line, style)));
        };
        say(&tr!(lang, "lock.ask"), Style::default());
        if let Some(wrong) = &self.wrong {
            say(&format!("! {wrong}"), theme.bad);
        }
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let outside = frame::around(Size { width, height }, area);
        let inside = frame::draw(&self.look, &tr!(lang, "lock.title"), &tr!(lang, "lock.keys"), outside, buf);
        for (row, (line, style)) in inside.rows().zip(&lines) {
            text::left(buf, self.look.measure, row, line, *style);
        }
        if self.look.ascii {
            ascii::replace_pictures(buf, area);
        }
    }
}

/// What a key means here.
enum Meant {
    Open,
    Leave,
    Stop,
    Typing,
}

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;

    use super::*;
    use crate::i18n::Lang;
    use crate::tui::testkit;

    fn cover(lang: Lang) -> Cover {
        Cover::new(&testkit::look(lang))
    }

    fn type_text(cover: &mut Cover, text: &str) {
        for letter in text.chars() {
            cover.key(&KeyEvent::new(KeyCode::Char(letter), KeyModifiers::NONE));
        }
    }

    fn shown(cover: &Cover, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        cover.draw(area, &mut buf);
        testkit::text(&buf)
    }

    #[test]
    fn the_screen_of_a_locked_book_shows_nothing_of_what_is_typed() {
        let mut cover = cover(Lang::En);
        let before = shown(&cover, 80, 24);
        type_text(&mut cover, "open sesame");
        assert_eq!(shown(&cover, 80, 24), before);
        assert_eq!(cover.typed.as_str(), "open sesame");
    }

    #[test]
    fn a_wrong_passphrase_is_said_and_forgotten() {
        let mut cover = cover(Lang::En);
        type_text(&mut cover, "open barley");
        cover.refuse(&Problem::Store(crate::store::Error::WrongPassphrase("secret.keybook".into())));
        assert!(cover.typed.is_empty());
        let screen = shown(&cover, 80, 24);
        assert!(screen.contains("Once more") && !screen.contains("secret"), "{screen}");
        cover.key(&KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
        assert!(cover.typed.is_empty(), "nothing typed opens nothing");
    }

    #[test]
    fn what_was_mistyped_is_taken_back() {
        let mut cover = cover(Lang::En);
        type_text(&mut cover, "opem");
        cover.key(&KeyEvent::new(KeyCode::Backspace, KeyModifiers::NONE));
        type_text(&mut cover, "n");
        assert_eq!(cover.typed.as_str(), "open");
        cover.key(&KeyEvent::new(KeyCode::Char('u'), KeyModifiers::CONTROL));
        assert!(cover.typed.is_empty());
    }

    #[test]
    fn it_looks_like_this() {
        for (lang, name) in [(Lang::En, "en"), (Lang::Zh, "zh")] {
            for (width, height) in [(80, 24), (120, 40)] {
                insta::assert_snapshot!(
                    format!("locked_{name}_{width}x{height}"),
                    shown(&cover(lang), width, height)
                );
            }
        }
    }

    #[test]
    fn it_can_be_drawn_at_any_size() {
        for width in 0..70 {
            for height in 0..20 {
                shown(&cover(Lang::Zh), width, height);
            }
        }
    }
}
