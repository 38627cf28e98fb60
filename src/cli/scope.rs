//! Which of the shared flags a command takes. What it lacks is refused before anything is done.

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

impl Scope {
    /// A command that answers with a word or a record.
    pub const RECORD: Scope =
        Scope { formats: &[Format::Table, Format::Json], as_of: false, filter: false, period: false };
    /// A command that shows something worth handing on.
    pub const PAGE: Scope =
        Scope { formats: &[Format::Table, Format::Json, Format::Md, Format::Html], ..Scope::RECORD };
    /// A command that lists things.
    pub const LIST: Scope = Scope {
        formats: &[Format::Table, Format::Json, Format::Csv, Format::Md, Format::Html],
        ..Scope::RECORD
    };
    /// A command that lists records which can be filtered.
    pub const RECORDS: Scope = Scope { filter: true, ..Scope::LIST };
    /// A command whose figures look back over a period.
    pub const FIGURES: Scope = Scope { as_of: true, period: true, ..Scope::LIST };
    /// A command that writes text of one kind only.
    pub const TEXT: Scope = Scope { formats: &[Format::Table], ..Scope::RECORD };

    /// The form of the answer, if all that was asked for is to be had.
    pub fn check(self, lang: Lang, command: &str, global: &Global) -> Result<Format, Failure> {
        let given = [
            ("--as-of", global.as_of.is_some(), self.as_of),
            ("--filter", global.filter.is_some(), self.filter),
            ("--period", global.period.is_some(), self.period),
        ];
        for (flag, given, taken) in given {
            if given && !taken {
                let what = tr!(lang, "cli.flag_refused", command = command, flag = flag);
                return Err(Failure::Usage(Explained::new(what)));
            }
        }
        let format = global.format.unwrap_or(self.formats.first().copied().unwrap_or_default());
        if self.formats.contains(&format) {
            return Ok(format);
        }
        let what = tr!(lang, "cli.format_refused", command = command, format = format.word());
        let known: Vec<&str> = self.formats.iter().map(|format| format.word()).collect();
        Err(Failure::Usage(Explained::new(what).hint(tr!(
            lang,
            "cli.format_hint",
            formats = known.join(", ")
        ))))
    }
}
