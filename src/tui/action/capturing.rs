//! The lines of the table that are about a line captured as it is said.

use super::table::entry;
use super::{Action, Entry, Scope};
use crate::tr;

use Action::*;
use Scope::{Capture, Everywhere};

/// What opens the line, and what is done in it.
#[rustfmt::skip]
pub(super) const CAPTURING: &[Entry] = &[
    entry(CaptureLine, "capture.open", Everywhere, &[";"],
        |l| tr!(l, "action.capture_line"), |l| tr!(l, "action.capture_line.help")),
    entry(CompleteName, "capture.complete", Capture, &["tab"],
        |l| tr!(l, "action.complete_name"), |l| tr!(l, "action.complete_name.help")).in_footer(),
];
