//! `keybook tour`.

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use super::{Ended, demo};

/// Shows you round in two minutes, in a demonstration book
///
/// Everything in it is invented, made fresh and gone afterwards; your own book is not opened. Also at g S.
#[derive(Debug, Args)]
pub(super) struct Tour {}

impl Tour {
    pub fn run(self, desk: &Desk) -> Result<Ended, Failure> {
        let own = desk.book_path()?;
        let own = std::path::absolute(&own).unwrap_or(own);
        demo::opening(desk, None, Some(own)).map(|opening| Ended::Interface(Box::new(opening)))
    }
}
