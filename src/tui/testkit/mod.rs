//! What tests of the interface are made with: a look with a fixed day, a book with a past, the interface
//! on it, and frames as text.

pub mod sample;

use ratatui::buffer::Buffer;
use ratatui::layout::Size;
use ratatui::style::Style;
use tempfile::TempDir;
use unicode_width::UnicodeWidthStr;

use super::look::Look;
use super::palette::Depth;
use super::rehearsal::Rehearsal;
use super::theme::Theme;
use crate::config::Config;
use crate::domain::money::Currency;
use crate::i18n::Lang;
use crate::report::Measure;
use sample::Sample;

/// The look of tests: the dark theme in all colours, 21 November 2026, euros, 80×24.
pub fn look(lang: Lang) -> Look {
    Look {
        lang,
        theme: Theme::choose(Some("dark"), Depth::True, false),
        depth: Depth::True,
        measure: Measure::default(),
        ascii: false,
        today: sample::TODAY,
        is_past: false,
        first_month: 1,
        base: Currency::EUR,
        stages: Vec::new(),
        size: Size::new(80, 24),
    }
}

/// The interface on a sample.
pub struct Interface {
    rehearsal: Rehearsal,
    lang: Lang,
    size: Size,
    folder: TempDir,
}

impl Interface {
    /// Opens it at a size.
    pub fn open(sample: Sample, lang: Lang, width: u16, height: u16) -> Interface {
        let size = Size::new(width, height);
        let rehearsal = Rehearsal::new(sample.book, lang, &Config::default(), size);
        Interface { rehearsal, lang, size, folder: sample.folder }
    }

    /// Leaves, and opens the same book again.
    pub fn reopen(self) -> Interface {
        let Interface { rehearsal, lang, size, folder } = self;
        drop(rehearsal);
        Interface::open(Sample::of(folder), lang, size.width, size.height)
    }

    /// Leaves the book, and gives it back.
    pub fn leave(self) -> Sample {
        self.rehearsal.leave();
        Sample::of(self.folder)
    }

    /// The file of the book.
    pub fn book_path(&self) -> std::path::PathBuf {
        self.folder.path().join(sample::FILE)
    }

    /// The folder of its book, into which it writes.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// Presses keys.
    pub fn press(&mut self, keys: &str) -> &mut Interface {
        self.rehearsal.press(keys).unwrap();
        self
    }

    /// Types a text.
    pub fn type_text(&mut self, text: &str) -> &mut Interface {
        self.rehearsal.type_text(text);
        self
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        text(&self.rehearsal.frame().0)
    }
}

impl std::ops::Deref for Interface {
    type Target = Rehearsal;

    fn deref(&self) -> &Rehearsal {
        &self.rehearsal
    }
}

impl std::ops::DerefMut for Interface {
    fn deref_mut(&mut self) -> &mut Rehearsal {
        &mut self.rehearsal
    }
}

/// States that the screen has some words.
pub fn has(interface: &Interface, words: &str) {
    let screen = interface.screen();
    assert!(screen.contains(words), "{words}:\n{screen}");
}

/// The text of a buffer: a wide character once, no trailing spaces.
pub fn text(buf: &Buffer) -> String {
    lines(buf).join("\n")
}

/// Each line's text, and under it the runs of cells that have a style.
pub fn styled(buf: &Buffer) -> String {
    let mut out = String::new();
    let plain = Buffer::empty(buf.area).content.first().map(|cell| cell.style()).unwrap_or_default();
    for (y, line) in (buf.area.top()..).zip(lines(buf)) {
        out.push_str(&line);
        out.push('\n');
        for (from, to, style) in runs(buf, y) {
            if style != plain {
                out.push_str(&format!("    {from}..{to} {}\n", words(style)));
            }
        }
    }
    out
}

fn lines(buf: &Buffer) -> Vec<String> {
    let row = |y| {
        let mut line = String::new();
        let mut x = buf.area.left();
        while x < buf.area.right() {
            let symbol = buf[(x, y)].symbol();
            line.push_str(symbol);
            x += (symbol.width() as u16).max(1);
        }
        line.trim_end().to_owned()
    };
    (buf.area.top()..buf.area.bottom()).map(row).collect()
}

/// The runs of equal style in a line: from, to, style.
fn runs(buf: &Buffer, y: u16) -> Vec<(u16, u16, Style)> {
    let mut runs: Vec<(u16, u16, Style)> = Vec::new();
    let mut x = buf.area.left();
    while x < buf.area.right() {
        let cell = &buf[(x, y)];
        let next = x + (cell.symbol().width() as u16).max(1);
        match runs.last_mut() {
            Some((_, to, last)) if *last == cell.style() => *to = next,
            _ => runs.push((x, next, cell.style())),
        }
        x = next;
    }
    runs
}

fn words(style: Style) -> String {
    let colour = |sign: &str, colour: Option<ratatui::style::Color>| match colour {
        None | Some(ratatui::style::Color::Reset) => String::new(),
        Some(colour) => format!("{sign}{colour} "),
    };
    let modifiers = format!("{:?}", style.add_modifier);
    let modifiers = if style.add_modifier.is_empty() { String::new() } else { modifiers };
    format!("{}{}{modifiers}", colour("", style.fg), colour("on ", style.bg)).trim_end().to_owned()
}
