//! Other books: those opened lately, and any file. The one at hand is left as on leaving the program.

use std::path::{Path, PathBuf};

use super::joining::at_home;
use super::{Effect, World};
use crate::config::Config;
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::confirm::Confirm;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::step::Step;
use crate::tui::widgets::form::Field;

/// How the files of books end.
const ENDING: &str = "keybook";

impl World {
    /// Lets one of the books opened lately be chosen, or another file be named.
    pub(super) fn choose_book(&self, app: &mut App) {
        let lang = app.look.lang;
        let recent = self.settings.as_deref().and_then(|path| Config::load(path).ok());
        let recent = recent.map(|config| config.recent).unwrap_or_default();
        let here = self.book.path().canonicalize().ok();
        let is_other = |path: &PathBuf| path.exists() && path.canonicalize().ok() != here;
        let mut items: Vec<Item> = recent.into_iter().filter(is_other).map(item).collect();
        let other = Step::Open(Box::new(other(app)));
        items.push(Item { label: tr!(lang, "books.other").into_owned(), then: vec![other] });
        let now = tr!(lang, "books.now", book = self.book.path().display());
        app.open(Box::new(Choose::new(tr!(lang, "books.title").into_owned(), now.into_owned(), items)));
    }

    /// Goes on to the book that was named; to one that there is not only after a question.
    pub(super) fn name_book(&self, words: &str, app: &mut App) -> Vec<Effect> {
        let lang = app.look.lang;
        let path = file_of(words);
        if path.is_dir() {
            return app.failed(tr!(lang, "books.folder", path = path.display()).into_owned());
        }
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if folder.is_some_and(|folder| !folder.is_dir()) {
            return app.failed(tr!(lang, "books.no_folder", path = path.display()).into_owned());
        }
        let mut effects = app.succeeded();
        if path.exists() {
            effects.push(Effect::OpenBook(path));
            return effects;
        }
        let question = tr!(lang, "books.make", path = path.display()).into_owned();
        let yes = vec![Effect::OpenBook(path).into()];
        app.open(Box::new(Confirm::new(tr!(lang, "books.title").into_owned(), question, yes, Vec::new())));
        effects
    }
}

/// A book opened lately: its name, and the folder in which it lies.
fn item(path: PathBuf) -> Item {
    let part = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (name, folder) = (part(path.file_stem()), part(path.parent().map(Path::as_os_str)));
    Item { label: format!("{name}   {folder}"), then: vec![Effect::OpenBook(path).into()] }
}

/// Asks for the file of any book.
fn other(app: &App) -> FormDialog {
    let lang = app.look.lang;
    let field = Field::new(tr!(lang, "column.file"), tr!(lang, "books.file_hint"), "");
    FormDialog::new(tr!(lang, "books.title"), tr!(lang, "books.words"), vec![field], |answers, look| {
        let words = answers.first().map(|words| words.trim().to_owned()).unwrap_or_default();
        match words.is_empty() {
            true => Err(Refusal { field: 0, error: tr!(look.lang, "books.file_hint").into_owned() }),
            false => Ok(vec![Effect::NameBook(words).into()]),
        }
    })
}

/// The file that is meant: with the ending of books where it has none and is not there as it is.
fn file_of(words: &str) -> PathBuf {
    let path = PathBuf::from(at_home(words));
    let path = std::path::absolute(&path).unwrap_or(path);
    match path.exists() || path.extension().is_some() {
        true => path,
        false => path.with_extension(ENDING),
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::tui::testkit::sample::sample;
    use crate::tui::testkit::{Interface, has};

    #[test]
    fn another_book_is_opened_by_its_file() {
        let mut interface = Interface::open(sample(), Lang::En, 80, 24);
        interface.press("g O");
        has(&interface, "Another file");
        interface.press("enter");
        interface.type_text("/no/such/folder/of/mine.keybook");
        interface.press("enter");
        has(&interface, "no such folder");
        interface.press("ctrl-u");
        let there = interface.folder().join("second");
        interface.type_text(&there.to_string_lossy());
        interface.press("enter");
        has(&interface, "second.keybook");
        interface.press("y");
        assert_eq!(interface.next_book(), Some(there.with_extension("keybook").as_path()));
    }

    #[test]
    fn no_file_is_no_book() {
        let mut interface = Interface::open(sample(), Lang::Zh, 80, 24);
        interface.press("g O enter enter");
        assert!(interface.next_book().is_none());
        has(&interface, "文件");
    }
}
