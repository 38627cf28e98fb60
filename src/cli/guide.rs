//! `keybook guide`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::report::guide;
use crate::report::pages;
use crate::report::problem::Explained;
use crate::tr;

/// Explains the words of the trade and its method
///
/// All of them, or the one that is named, in English or Chinese: keybook guide KAISM.
#[derive(Debug, Args)]
pub(super) struct Guide {
    /// The term, or a part of its name
    term: Vec<String>,
}

impl Guide {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let words = self.term.join(" ");
        let terms = if words.is_empty() { guide::terms(desk.lang) } else { guide::find(desk.lang, &words) };
        if terms.is_empty() {
            let what = tr!(desk.lang, "guide.no_term", words = words);
            return Err(Failure::Unlisted(Explained::new(what).hint(tr!(desk.lang, "guide.no_term_hint"))));
        }
        desk.give_list(&terms, || pages::guide::page(desk.lang, &terms))
    }
}
