//! Joining a copy of the book that went its own way: on a second laptop, or a backup that was worked in.

use std::path::Path;

use super::problem::Problem;
use super::{Done, backup};
use crate::domain::backup::Reason;
use crate::domain::deed::Deed;
use crate::domain::joining::Chosen;
use crate::store::backup::Ready;
use crate::store::joining::{Conflict, Joined};
use crate::store::{Book, BookFile, Label};

/// Takes a copy out of its file to be joined; the file is only read.
///
/// # Errors
/// [`Problem::SameBook`] where the file is the book itself, [`Problem::NotJoinable`] where it is no sound book that
/// this program knows.
pub fn ready(book: &Book, file: impl Into<BookFile>) -> Result<Ready, Problem> {
    let file = file.into();
    let real = |path: &Path| path.canonicalize().ok();
    if real(file.path()).is_some_and(|file| Some(file) == real(book.path())) {
        return Err(Problem::SameBook(file.path().to_owned()));
    }
    backup::ready(file, book.file(), book.clock()).map_err(|problem| match problem {
        Problem::Unusable { file, why } => Problem::NotJoinable { file, why },
        other => other,
    })
}

/// What the book and a copy have both changed, each in its own way.
///
/// # Errors
/// [`Problem::OtherLineage`] where they have no past in common.
pub fn conflicts(book: &Book, other: &Ready) -> Result<Vec<Conflict>, Problem> {
    book.conflicts_with(other)?.ok_or_else(|| Problem::OtherLineage(other.file().to_owned()))
}

/// Joins a copy: what only it has changed is taken, of what both have what `choose` decides. Where that leaves
/// something open, the book is as it was, and the open conflicts are told. A backup is made first.
///
/// # Errors
/// [`Problem::OtherLineage`] where they have no past in common; nothing was written then.
pub fn join(book: &mut Book, other: &Ready, choose: impl Fn(&Conflict) -> Option<Chosen>) -> Done<Joined> {
    backup::before(book, Reason::Join)?;
    book.operate(|writer| {
        let joined = writer.join(other, choose)?;
        told(joined, other)
    })
}

/// What [`join`] would do, what is open going our way; nothing is written.
///
/// # Errors
/// As [`join`].
pub fn rehearse(
    book: &mut Book,
    other: &Ready,
    choose: impl Fn(&Conflict) -> Option<Chosen>,
) -> Done<Joined> {
    book.rehearse(|writer| {
        let joined = writer.join(other, |conflict| choose(conflict).or(Some(Chosen::Ours)))?;
        let (mut joined, label) = told(joined, other)?;
        for (conflict, chosen) in &mut joined.conflicts {
            *chosen = choose(conflict);
        }
        Ok((joined, label))
    })
}

fn told(joined: Option<Joined>, other: &Ready) -> Result<(Joined, Label), Problem> {
    let joined = joined.ok_or_else(|| Problem::OtherLineage(other.file().to_owned()))?;
    let name = other.file().file_name().unwrap_or_default().to_string_lossy();
    let label = Label::new(Deed::JoinBook, name).with(joined.mark.clone());
    Ok((joined, label))
}
