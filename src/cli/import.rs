//! `keybook import`.

use std::io::{IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::exchange::{Kind, Options, Order, is_document, parse_correction};
use crate::i18n::Lang;
use crate::ops::document;
use crate::ops::import::{self, Progress};
use crate::report::model::ImportOut;
use crate::report::problem::{Explained, explain_correction, explain_load};
use crate::report::{pages, rows};
use crate::store::Book;
use crate::store::dump::LoadError;
use crate::tr;

/// Takes in the files of other programs: accounts, contacts, deals, activities
///
/// Any CSV file is taken: known programs are recognised, other columns are guessed and can be put right
/// with --map. The same file again changes nothing; a changed one changes only what changed in it. All
/// files together are one operation, which one undo takes back.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The files, in any order
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// What they hold, where it is not to be guessed: accounts, contacts, deals or activities
    #[arg(long = "as", value_name = "KIND")]
    kind: Option<String>,
    /// Says which field a column is; an empty field leaves the column out
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    map: Vec<String>,
    /// Says which stage of ours, or won or lost, a stage of theirs is
    #[arg(long = "stage", value_name = "THEIRS=OURS")]
    stages: Vec<String>,
    /// Takes only the deals of this owner
    #[arg(long, value_name = "NAME")]
    only_owner: Option<String>,
    /// The currency of amounts that name none, if not the base currency
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// Reads dates such as 3/4/2026 with the day first, where the file leaves it open
    #[arg(long, conflicts_with = "month_first")]
    day_first: bool,
    /// Reads dates such as 3/4/2026 with the month first, where the file leaves it open
    #[arg(long)]
    month_first: bool,
    /// Tells what would happen and writes nothing
    #[arg(long)]
    dry_run: bool,
}

impl Import {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        if let Some(path) = self.document(desk.lang)? {
            return self.whole_book(desk, &mut book, &path);
        }
        let import = self.told(desk.lang, &book)?;
        let mut shown = false;
        let outcome = import::run(&mut book, &import, &mut |progress| {
            shown |= show(progress);
            ControlFlow::Continue(())
        });
        if shown {
            // Clears the line of the progress.
            let _ = write!(std::io::stderr(), "\r\x1b[K");
        }
        let outcome = outcome?;
        let operation = outcome.operation.filter(|_| !import.dry_run);
        let import = rows::import::import(desk.lang, operation, import.dry_run, &outcome.value);
        desk.give(&import, || pages::import::sheet(desk.lang, &import))?;
        if took_nothing(&import) {
            let what = Explained::new(tr!(desk.lang, "import.took_nothing"));
            let was_read = import.files.iter().any(|file| file.error.is_none());
            let hint = was_read.then(|| tr!(desk.lang, "import.took_nothing_hint").into_owned());
            return Err(Failure::Refused(Explained { hint, ..what }));
        }
        Ok(())
    }

    /// The file, if it is the document of a whole book.
    fn document(&self, lang: Lang) -> Result<Option<PathBuf>, Failure> {
        // What cannot be read is reported with the other files.
        let mut documents = self.files.iter().filter(|path| is_document(path).unwrap_or(false));
        let Some(path) = documents.next() else { return Ok(None) };
        let told = self.kind.is_some() || self.only_owner.is_some() || self.currency.is_some();
        if self.files.len() > 1 || told || !self.map.is_empty() || !self.stages.is_empty() {
            return Err(Failure::Usage(Explained::new(tr!(lang, "document.alone"))));
        }
        Ok(Some(path.clone()))
    }

    /// Takes a whole book back.
    fn whole_book(&self, desk: &Desk, book: &mut Book, path: &Path) -> Result<(), Failure> {
        let outcome = document::take(book, path, self.dry_run).map_err(|error| match error {
            LoadError::Store(error) => error.into(),
            error => Failure::Refused(explain_load(desk.lang, path, &error)),
        })?;
        let operation = outcome.operation.filter(|_| !self.dry_run);
        let import = rows::import::whole_book(path, operation, self.dry_run, outcome.value);
        desk.give(&import, || pages::import::sheet(desk.lang, &import))
    }

    fn told(self, lang: Lang, book: &Book) -> Result<import::Import, Failure> {
        let kind = self.kind.as_deref().map(|text| kind(lang, text)).transpose()?;
        let corrections = self.map.iter().map(|text| {
            parse_correction(text).map_err(|error| Failure::Usage(explain_correction(lang, &error, kind)))
        });
        let stages = self.stages.iter().map(|text| stage(lang, text));
        let currency = match &self.currency {
            Some(code) => value::currency(lang, "--currency", code)?,
            None => book.settings()?.base_currency,
        };
        let date_order = match (self.day_first, self.month_first) {
            (true, _) => Some(Order::DayFirst),
            (_, true) => Some(Order::MonthFirst),
            _ => None,
        };
        Ok(import::Import {
            options: Options {
                kind,
                corrections: corrections.collect::<Result<_, _>>()?,
                currency,
                date_order,
            },
            stages: stages.collect::<Result<_, _>>()?,
            files: self.files,
            only_owner: self.only_owner,
            dry_run: self.dry_run,
        })
    }
}

fn kind(lang: Lang, text: &str) -> Result<Kind, Failure> {
    text.parse().map_err(|_| {
        let known: Vec<String> = Kind::ALL.iter().map(ToString::to_string).collect();
        let what = tr!(lang, "cli.not_a_word", flag = "--as", text = text);
        Failure::Usage(Explained::new(what).hint(tr!(lang, "cli.not_a_word_hint", known = lang.list(known))))
    })
}

/// A stage of theirs and one of ours, written as THEIRS=OURS; the last `=` counts.
fn stage(lang: Lang, text: &str) -> Result<(String, String), Failure> {
    match text.rsplit_once('=') {
        Some((theirs, ours)) if !theirs.trim().is_empty() && !ours.trim().is_empty() => {
            Ok((theirs.trim().to_owned(), ours.trim().to_owned()))
        }
        _ => Err(Failure::Usage(Explained::new(tr!(lang, "import.bad_stage", text = text)))),
    }
}

/// Shows on a terminal how far the import has come; tells whether it did.
fn show(progress: Progress<'_>) -> bool {
    let mut out = std::io::stderr();
    // What is over before one can read it need not be shown.
    if progress.rows < 5_000 || !out.is_terminal() {
        return false;
    }
    let name = progress.file.file_name().unwrap_or_default().to_string_lossy();
    let name = name.replace(char::is_control, " ");
    let done = progress.row * 100 / progress.rows.max(1);
    // Where progress cannot be shown the import goes on all the same.
    let _ = write!(out, "\r\x1b[K{name} {done} %");
    true
}

/// No row went in or was already there, and somebody else's deals were not all there was.
fn took_nothing(import: &ImportOut) -> bool {
    let taken = import.files.iter().map(|file| file.created + file.updated + file.unchanged).sum::<u64>();
    let left_out = import.files.iter().map(|file| file.left_out).sum::<u64>();
    taken == 0 && left_out == 0
}
