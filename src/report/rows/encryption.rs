//! What encrypting a book, or taking that back, has done, as programs read it.

use crate::i18n::Lang;
use crate::report::model::{CopiesOut, EncryptionOut};
use crate::report::rows::backup;
use crate::store::check::Examination;
use crate::store::cipher::{Converted, Copies};

/// What was done to a book, and what it holds now.
pub fn encryption(lang: Lang, done: &Converted, found: &Examination) -> EncryptionOut {
    let now = backup::check(lang, done.file.path(), found);
    let Copies { remade, let_go, kept } = done.copies;
    EncryptionOut {
        book: now.book,
        encrypted: done.file.key().is_some(),
        key_file: done.key_file.as_ref().map(|file| file.display().to_string()),
        integrity: now.integrity,
        records: now.records,
        findings: now.findings,
        backup: done.copy.as_ref().map(|copy| backup::backup(copy, Some(true))),
        copies: CopiesOut { remade, deleted: let_go, kept },
        readable: done.readable.iter().map(|file| file.display().to_string()).collect(),
    }
}
