//! What is done with files beside the screen, and what is heard of it.

use std::path::PathBuf;

use crate::domain::id::Id;
use crate::exchange::Target;
use crate::exchange::{Kind, Order};
use crate::ops::import::{FileReport, Import, Stopped, Surveyed};
use crate::report::pace::Pace;
use crate::store::Outcome;

/// Work on files, which may take its time.
#[derive(Debug, Clone, PartialEq)]
pub enum Work {
    /// Finds out what they hold.
    Look(Import),
    /// Tells what an import would do, and writes nothing.
    Try(Import),
    /// Imports them.
    Run(Import),
}

/// What is heard of it.
#[derive(Debug)]
pub enum News {
    /// How far it has come, at which file.
    Reached(String, Pace),
    /// What the files hold.
    Looked(Result<Vec<Surveyed>, Stopped>),
    /// What an import would do.
    Tried(Result<Vec<FileReport>, Stopped>),
    /// What it did.
    Ran(Result<Outcome<Vec<FileReport>>, Stopped>),
}

/// What was chosen in a dialog over the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// What the file shown holds; none leaves it to be guessed.
    Kind(Option<Kind>),
    /// What a column of it is, by its header; none leaves it to be guessed.
    Column(String, Option<Target>),
    /// Day or month first in it.
    Dates(Option<Order>),
    /// Which stage of ours one of theirs is, in the files of a shape.
    Stage(String, String, String),
    /// Which record a row of a file is; none is a new one.
    Join(PathBuf, u64, Option<Id>),
}
