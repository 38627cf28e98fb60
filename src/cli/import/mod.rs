//! `keybook import`.

mod asking;
mod input;
mod memory;
mod progress;

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use clap::Args;

use super::can_ask;
use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::exchange::{Kind, Options, Order, is_document, parse_correction};
use crate::i18n::Lang;
use crate::ops::document;
use crate::ops::import::{self, FileReport, Joins};
use crate::report::model::ImportOut;
use crate::report::problem::{Explained, explain_correction, explain_load};
use crate::report::{pages, refused, rows};
use crate::store::dump::LoadError;
use crate::store::{Book, Outcome};
use crate::tr;
use input::StandardInput;
use progress::Progress;

/// Takes in the files of other programs: accounts, contacts, deals, activities
///
/// Any CSV file is taken: known programs are recognised, other columns are guessed and can be put right
/// with --map; that is remembered for the next file of that shape. The same file again changes nothing; a
/// changed one changes only what changed in it. All files together are one operation, which one undo takes
/// back.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// The files, in any order; - is standard input
    #[arg(required_unless_present_any = ["remembered", "forget"], value_name = "FILE")]
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
    /// Takes nothing for told that was told before of files of the same shape
    #[arg(long)]
    afresh: bool,
    /// Joins rows that are likely, but not surely, a record of the book; else they make new ones
    #[arg(long)]
    join_likely: bool,
    /// Writes the rows that were refused, each with its reason, to a new CSV file
    #[arg(long, value_name = "FILE")]
    refused: Option<PathBuf>,
    /// Tells what would happen and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Lists what is remembered of files: columns, stages, what they hold
    #[arg(long, conflicts_with = "files")]
    remembered: bool,
    /// Forgets it: of the files of a shape, of a file's name, or of all
    #[arg(long, value_name = "SHAPE|NAME|all", conflicts_with_all = ["files", "remembered"])]
    forget: Option<String>,
}

impl Import {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        if self.remembered {
            return memory::list(desk, &book);
        }
        if let Some(which) = &self.forget {
            return memory::forget(desk, &mut book, which);
        }
        let standard_input = StandardInput::taken(&self.files)?;
        if let Some(path) = self.document(desk.lang, &standard_input)? {
            return self.whole_book(desk, &mut book, &path, &standard_input);
        }
        let refused = self.refused.clone();
        let mut import = self.told(desk.lang, &book, &standard_input)?;
        let mut progress = Progress::new(desk.lang);
        // In an empty book no row can be one of its records.
        if !import.dry_run && !import.joins.all && can_ask() && book.has_records()? {
            let rehearsal = import::Import { dry_run: true, ..import.clone() };
            let would = run(&mut book, &rehearsal, &mut progress)?;
            let Some(told) = asking::ask(desk.lang, &would.value) else {
                return Err(Failure::Undone(Explained::new(tr!(desk.lang, "likely.given_up"))));
            };
            import.joins.told = told;
        }
        let outcome = run(&mut book, &import, &mut progress)?;
        drop(progress);
        let operation = outcome.operation.filter(|_| !import.dry_run);
        let import = rows::import::import(desk.lang, operation, import.dry_run, &outcome.value);
        let written = refused.map(|path| refused::write(&import, &path).map_err(|error| (path, error)));
        desk.give(&import, || pages::import::sheet(desk.lang, &import))?;
        if let Some(Err((path, error))) = written {
            let what = tr!(desk.lang, "import.refused_unwritten", file = path.display());
            return Err(Failure::Refused(Explained::new(what).why(error.to_string())));
        }
        if took_nothing(&import) {
            let what = Explained::new(tr!(desk.lang, "import.took_nothing"));
            let mut read = import.files.iter().filter(|file| file.error.is_none()).peekable();
            let was_read = read.peek().is_some();
            let hint = was_read.then(|| match read.all(|file| file.rows == 0) {
                true => tr!(desk.lang, "import.no_rows_hint").into_owned(),
                false => tr!(desk.lang, "import.took_nothing_hint").into_owned(),
            });
            return Err(Failure::Refused(Explained { hint, ..what }));
        }
        Ok(())
    }

    /// The file, if it is the document of a whole book.
    fn document(&self, lang: Lang, standard_input: &StandardInput) -> Result<Option<PathBuf>, Failure> {
        // What cannot be read is reported with the other files.
        let is_one = |path: &&PathBuf| is_document(&standard_input.data_of(path)).unwrap_or(false);
        let Some(path) = self.files.iter().find(is_one) else { return Ok(None) };
        let told = self.kind.is_some() || self.only_owner.is_some() || self.currency.is_some();
        if self.files.len() > 1 || told || !self.map.is_empty() || !self.stages.is_empty() {
            return Err(Failure::Usage(Explained::new(tr!(lang, "document.alone"))));
        }
        Ok(Some(path.clone()))
    }

    /// Takes a whole book back.
    fn whole_book(
        &self,
        desk: &Desk,
        book: &mut Book,
        path: &Path,
        standard_input: &StandardInput,
    ) -> Result<(), Failure> {
        let data = standard_input.data_of(path);
        let outcome = document::take(book, &data, self.dry_run).map_err(|error| match error {
            LoadError::Store(error) => error.into(),
            error => Failure::Refused(explain_load(desk.lang, path, &error)),
        })?;
        let operation = outcome.operation.filter(|_| !self.dry_run);
        let import = rows::import::whole_book(path, operation, self.dry_run, outcome.value);
        desk.give(&import, || pages::import::sheet(desk.lang, &import))
    }

    fn told(
        self,
        lang: Lang,
        book: &Book,
        standard_input: &StandardInput,
    ) -> Result<import::Import, Failure> {
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
                known: vec![],
            },
            stages: stages.collect::<Result<_, _>>()?,
            standard_input: standard_input.file(),
            told: vec![],
            afresh: self.afresh,
            joins: Joins { all: self.join_likely, ..Joins::default() },
            files: self.files,
            only_owner: self.only_owner,
            dry_run: self.dry_run,
        })
    }
}

/// Runs an import with its progress; Ctrl-C breaks it off.
fn run(
    book: &mut Book,
    import: &import::Import,
    progress: &mut Progress,
) -> Result<Outcome<Vec<FileReport>>, Failure> {
    let outcome = import::run(book, import, &mut |reached| {
        progress.show(reached);
        if progress.is_interrupted() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    progress.clear();
    Ok(outcome?)
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

/// No row went in or was already there, and somebody else's deals were not all there was.
fn took_nothing(import: &ImportOut) -> bool {
    let taken = import.files.iter().map(|file| file.created + file.updated + file.unchanged).sum::<u64>();
    let left_out = import.files.iter().map(|file| file.left_out).sum::<u64>();
    taken == 0 && left_out == 0
}
