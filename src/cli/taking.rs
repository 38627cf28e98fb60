//! The flag by which a merge takes parts from the record that goes.

use clap::Args;

use super::failure::Failure;
use crate::domain::merge::{Part, part_called, parts};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::tr;

/// Which parts come from the record that goes.
#[derive(Debug, Clone, Args)]
pub(super) struct Taking {
    /// A part to take from the one that goes, where both have it: name, phone, amount and so on; more than one
    /// may be given
    #[arg(long = "take", value_name = "PART", value_delimiter = ',')]
    take: Vec<String>,
}

impl Taking {
    /// The parts, for a kind of record.
    pub fn parts(&self, lang: Lang, kind: RecordKind) -> Result<Vec<&'static Part>, Failure> {
        let known = || parts(kind).iter().map(|part| part.key).collect::<Vec<_>>().join(", ");
        let part = |text: &String| {
            part_called(kind, text).ok_or_else(|| {
                let what = Explained::new(tr!(lang, "cli.not_a_word", flag = "--take", text = text));
                Failure::Usage(what.why(tr!(lang, "cli.not_a_word_hint", known = known())))
            })
        };
        self.take.iter().map(part).collect()
    }
}
