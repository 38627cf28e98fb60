//! The lines of the table that are about files taken in.

use super::table::entry;
use super::{Action, Entry, Scope};
use crate::tr;

use Action::*;
use Scope::{Import, Working};

/// What is done with files, and while work on them goes on.
#[rustfmt::skip]
pub(super) const IMPORTING: &[Entry] = &[
    entry(TakeFile, "import.take", Import, &["enter"],
        |l| tr!(l, "action.take_file"), |l| tr!(l, "action.take_file.help")).in_footer(),
    entry(MarkFile, "import.mark", Import, &["space"],
        |l| tr!(l, "action.mark_file"), |l| tr!(l, "action.mark_file.help")).in_footer(),
    entry(TypePath, "import.path", Import, &["/"],
        |l| tr!(l, "action.type_path"), |l| tr!(l, "action.type_path.help")).in_footer(),
    entry(TryImport, "import.try", Import, &["c"],
        |l| tr!(l, "action.try_import"), |l| tr!(l, "action.try_import.help")).in_footer(),
    entry(RunImport, "import.run", Import, &["i"],
        |l| tr!(l, "action.run_import"), |l| tr!(l, "action.run_import.help")).in_footer(),
    entry(ImportBack, "import.back", Import, &["esc"],
        |l| tr!(l, "action.import_back"), |l| tr!(l, "action.import_back.help")).in_footer(),
    entry(SayKind, "import.kind", Import, &["t"],
        |l| tr!(l, "action.say_kind"), |l| tr!(l, "action.say_kind.help")).in_footer(),
    entry(SayDates, "import.dates", Import, &["o"],
        |l| tr!(l, "action.say_dates"), |l| tr!(l, "action.say_dates.help")),
    entry(JoinAll, "import.join_all", Import, &["J"],
        |l| tr!(l, "action.join_all"), |l| tr!(l, "action.join_all.help")).in_footer(),
    entry(WriteRefused, "import.refused", Import, &["w"],
        |l| tr!(l, "action.write_refused"), |l| tr!(l, "action.write_refused.help")).in_footer(),
    entry(CancelWork, "work.cancel", Working, &["esc", "ctrl-c"],
        |l| tr!(l, "action.cancel_work"), |l| tr!(l, "action.cancel_work.help")).in_footer(),
];
