//! `keybook review`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::{Ended, interface};

/// Opens the weekly review: the deals that need a word, the worst first, one key for each decision
///
/// It freezes the moment and goes on where it was left that day; at its end the forecast is handed in. What
/// it walks through is listed by keybook attention.
#[derive(Debug, Args)]
pub(super) struct Review {}

impl Review {
    pub fn run(self, desk: &Desk) -> Result<Ended, Failure> {
        interface(desk, true)
    }
}
