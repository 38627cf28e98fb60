//! Which of the shared flags a command takes. What it lacks is refused before anything is done.

use super::entry;
use super::failure::Failure;
use super::global::Global;
use crate::i18n::Lang;
use crate::report::Format;
use crate::report::problem::Explained;
use crate::tr;

/// What a command takes of the flags that all share.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scope {
    /// The forms in which it answers; the first is the usual one.
    pub formats: &'static [Format],
    /// It can look back: `--as-of`.
    pub as_of: bool,
    /// It lists records: `--filter`.
    pub filter: bool,
    /// It is about a period: `--period`.
    pub period: bool,
}

/// A command that writes text of one kind only.
const TEXT: Scope = Scope { formats: &[Format::Table], as_of: false, filter: false, period: false };
/// A command that answers with what it did.
const DEED: Scope = Scope { formats: &[Format::Table, Format::Json], ..TEXT };
/// A command that shows something worth handing on.
const PAGE: Scope = Scope { formats: &[Format::Table, Format::Json, Format::Md, Format::Html], ..TEXT };
/// A command that writes a document to be sent.
const DOCUMENT: Scope = Scope { formats: &[Format::Md, Format::Html], ..TEXT };
/// A command that lists things.
const LIST: Scope =
    Scope { formats: &[Format::Table, Format::Json, Format::Csv, Format::Md, Format::Html], ..TEXT };
/// A command that lists records which can be filtered.
const RECORDS: Scope = Scope { filter: true, ..LIST };

impl Scope {
    /// What the command of this path takes, such as `deal add`.
    pub fn of(path: &str) -> Scope {
        match path {
            "account list" | "contact list" | "deal list" | "order list" | "activity list" => RECORDS,
            "commitment list" | "special-day list" => LIST,
            "plan" => Scope { formats: &[Format::Md, Format::Html, Format::Json], ..TEXT },
            path if entry::is_list(path) => LIST,
            "account show" | "contact show" | "deal show" => PAGE,
            "deal edit" => Scope { filter: true, ..DEED },
            "contact evidence" | "quote list" | "account team" | "coverage" | "walk" => LIST,
            "relation" => Scope { as_of: true, ..PAGE },
            "brief" => PAGE,
            "product list" | "quota list" | "rate list" => LIST,
            "stage list" | "reason list" | "colleague list" | "tag list" | "field list" | "link list"
            | "view list" => LIST,
            "search" | "query" | "history" | "guide" | "keys" | "config show" | "backups" => LIST,
            "duplicates" | "duplicates compare" => LIST,
            "restore" | "check" | "merge-book" => PAGE,
            "encrypt" | "decrypt" | "passphrase" => PAGE,
            "funnel" => Scope { as_of: true, period: true, ..LIST },
            "forecast" => Scope { as_of: true, period: true, ..PAGE },
            "today" => LIST,
            "strategy" => PAGE,
            "attention" | "health" | "whitespace" => RECORDS,
            "segments" => Scope { as_of: true, ..RECORDS },
            "care" => LIST,
            path if entry::is_page(path) => PAGE,
            "changes" => Scope { as_of: true, period: true, ..LIST },
            "conversion" | "calibration" | "losses" | "metrics" => Scope { as_of: true, ..LIST },
            "velocity" => Scope { as_of: true, ..PAGE },
            "accuracy" | "submissions" => Scope { as_of: true, period: true, ..LIST },
            "revenue" => LIST,
            "calendar" => Scope {
                formats: &[Format::Table, Format::Json, Format::Csv, Format::Md, Format::Html, Format::Ics],
                ..LIST
            },
            "resources" => Scope { period: true, ..LIST },
            "submit" => Scope { period: true, ..DEED },
            "report week" | "report quarter" => Scope { period: true, ..DOCUMENT },
            "report account" | "report book" => DOCUMENT,
            "import" => PAGE,
            "export" => Scope {
                formats: &[Format::Csv, Format::Json, Format::Vcard, Format::Ics, Format::Md],
                filter: true,
                ..TEXT
            },
            "" | "review" | "tour" | "completions" | "complete" | "man" | "config path" => TEXT,
            _ => DEED,
        }
    }

    /// The form of the answer, if all that was asked for is to be had.
    pub fn check(self, lang: Lang, path: &str, global: &Global) -> Result<Format, Failure> {
        let given = [
            ("--as-of", global.as_of.is_some(), self.as_of),
            ("--filter", global.filter.is_some(), self.filter),
            ("--period", global.period.is_some(), self.period),
        ];
        for (flag, given, taken) in given {
            if given && !taken {
                let what = tr!(lang, "cli.flag_refused", command = name(path), flag = flag);
                return Err(Failure::Usage(Explained::new(what)));
            }
        }
        let format = global.format.unwrap_or(self.formats.first().copied().unwrap_or_default());
        if self.formats.contains(&format) {
            return Ok(format);
        }
        let what = tr!(lang, "cli.format_refused", command = name(path), format = format.word());
        let known: Vec<&str> = self.formats.iter().map(|format| format.word()).collect();
        Err(Failure::Usage(Explained::new(what).hint(tr!(
            lang,
            "cli.format_hint",
            formats = lang.list(known)
        ))))
    }
}

/// A command as people type it.
fn name(path: &str) -> String {
    format!("keybook {path}").trim_end().to_owned()
}
