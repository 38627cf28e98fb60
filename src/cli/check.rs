//! `keybook check`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::ops::check;
use crate::report::problem::Explained;
use crate::report::{pages, rows};
use crate::store::backup::newest_good;
use crate::tr;

/// Looks whether the book is sound
///
/// Looks at every page of the file, and whether what is kept beside the records agrees with them. Nothing is
/// written. With --repair, what follows from the rest of the book is put right, after a copy of it; of a damaged
/// file, what can be read is saved into a new one beside it.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Puts right what can be, or saves what can be read
    #[arg(long)]
    repair: bool,
}

impl Check {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let path = desk.book_path()?;
        let file = desk.book_file()?;
        let found = check::examine(&file)?;
        let mut out = rows::backup::check(lang, &path, &found);
        if self.repair && !found.findings.is_empty() {
            let done = check::repair(&file, &found, desk.clock)?;
            out = rows::backup::repaired(out, &done);
        }
        if found.is_damaged() {
            let newest = newest_good(&path)?;
            out.newest_good = newest.map(|backup| rows::backup::backup(&backup, Some(true)));
        }
        desk.give(&out, || pages::backup::check(lang, &out))?;
        let is_left = found.findings.iter().any(|finding| !finding.flaw.is_derived());
        if found.is_damaged() && out.saved.is_none() {
            let what = Explained::new(tr!(lang, "problem.damaged"));
            return Err(Failure::Damaged(what.hint(tr!(lang, "check.damaged_hint"))));
        }
        if !found.is_damaged() && !found.findings.is_empty() && (is_left || !self.repair) {
            let what = Explained::new(tr!(lang, "check.left"));
            let hint = match self.repair {
                true => tr!(lang, "check.left_hint"),
                false => tr!(lang, "check.repair_hint"),
            };
            return Err(Failure::Undone(what.hint(hint)));
        }
        Ok(())
    }
}
