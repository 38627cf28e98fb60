//! The entry that a person names: by its id, or by words that it holds.

use crate::cli::failure::Failure;
use crate::domain::entry::{Entry, EntryKind, HangsOn, Holder};
use crate::domain::id::Id;
use crate::domain::text::fold;
use crate::ops::Problem;
use crate::store::{Book, Error};

/// How many are listed where several hold the words.
const SHOWN: usize = 10;

/// The one entry of a kind in the whole book that `words` mean.
pub(super) fn one(book: &Book, kind: EntryKind, words: &str) -> Result<Entry, Failure> {
    match by_id(book, kind, words)? {
        Some(entry) => Ok(entry),
        None => only(kind, words, book.entries_holding(kind, &fold(words), SHOWN)?),
    }
}

/// The one entry of a kind on an account, or on its deals, that `words` mean; those of `near` before others.
pub(super) fn on_account(book: &Book, kind: EntryKind, near: Holder, words: &str) -> Result<Id, Failure> {
    if let Some(entry) = by_id(book, kind, words)? {
        return Ok(entry.id);
    }
    let account = book.account_of(near)?.0;
    let mut found = holding(book, kind, words, book.entries(kind, near)?)?;
    if found.is_empty() {
        let mut others = book.entries(kind, Holder::Account(account))?;
        if kind.spec().hangs_on != HangsOn::Account {
            others.extend(book.entries_of_deals(kind, account)?);
        }
        found = holding(book, kind, words, others)?;
    }
    Ok(only(kind, words, found)?.id)
}

fn by_id(book: &Book, kind: EntryKind, words: &str) -> Result<Option<Entry>, Failure> {
    let Ok(id) = words.trim().parse() else { return Ok(None) };
    match book.entry(kind, id) {
        Ok(entry) => Ok(Some(entry)),
        Err(Error::NoRecord) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Those that hold the words; where one says just that, it alone.
fn holding(book: &Book, kind: EntryKind, words: &str, all: Vec<Entry>) -> Result<Vec<Entry>, Failure> {
    let wanted = fold(words);
    let mut found = vec![];
    for entry in all {
        let said = book.name_of(crate::domain::entry::Target::Entry(kind), entry.id)?;
        let said = fold(&said.unwrap_or_default());
        if said == wanted {
            return Ok(vec![entry]);
        }
        if !wanted.is_empty() && said.contains(&wanted) {
            found.push(entry);
        }
    }
    Ok(found)
}

fn only(kind: EntryKind, words: &str, mut found: Vec<Entry>) -> Result<Entry, Failure> {
    match (found.len(), found.pop()) {
        (1, Some(entry)) => Ok(entry),
        (_, None) => Err(Problem::NoEntry { kind, words: words.to_owned() }.into()),
        (_, Some(last)) => {
            found.push(last);
            let says = |entry: Entry| {
                let mut texts = entry.kind.spec().fields.iter().filter_map(|field| entry.text(field.key));
                (entry.id, texts.next().unwrap_or_default().to_owned())
            };
            let found = found.into_iter().take(SHOWN).map(says).collect();
            Err(Problem::SeveralEntries { kind, words: words.to_owned(), found }.into())
        }
    }
}
