//! Opening another book when one is left for it, as the first one was opened.

use std::path::Path;

use super::demo;
use super::desk::{Desk, Opening};
use super::failure::Failure;
use super::global::Global;
use crate::config::{self, Config};
use crate::i18n::Lang;
use crate::report::Format;

/// How books are opened: what the command line said for the first one holds for those after it.
pub struct Again {
    global: Global,
    lang: Lang,
}

/// Why a book did not open.
pub struct Unopened(Failure);

impl Again {
    /// As by these flags.
    pub(super) fn new(global: &Global, lang: Lang) -> Again {
        Again { global: global.clone(), lang }
    }

    /// Opens a book, making it where there is none; the settings are those of now.
    ///
    /// # Errors
    /// [`Unopened`] with all that concerns opening.
    pub fn open(&self, path: &Path) -> Result<Opening, Unopened> {
        self.desk(path).and_then(|desk| desk.opening(false)).map_err(Unopened)
    }

    /// Opens the tour of a demonstration, which leads back to a book.
    ///
    /// # Errors
    /// [`Unopened`] where the demonstration cannot be made.
    pub fn tour(&self, home: &Path) -> Result<Opening, Unopened> {
        self.desk(home).and_then(|desk| demo::opening(&desk, None, Some(home.to_owned()))).map_err(Unopened)
    }

    fn desk(&self, path: &Path) -> Result<Desk, Failure> {
        let settings = config::path().and_then(|path| Config::load(&path)).unwrap_or_default();
        let global = Global { book: Some(path.to_owned()), out: None, ..self.global.clone() };
        Desk::new(global, Format::Table, self.lang, settings)
    }
}

impl Unopened {
    /// Why, in a line.
    pub fn in_a_line(&self, lang: Lang) -> String {
        let words = self.0.explain(lang);
        [Some(words.what), words.why, words.hint].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Says why on standard error; gives the exit code.
    pub fn say(&self, lang: Lang) -> u8 {
        super::say(lang, &self.0);
        self.0.exit_code()
    }
}
