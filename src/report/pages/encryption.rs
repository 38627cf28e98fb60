//! What encrypting a book, or taking that back, has done, as people read it.

use super::backup::{counts, findings};
use crate::i18n::Lang;
use crate::report::model::EncryptionOut;
use crate::report::page::Page;
use crate::tr;

/// What was done to a book, and what it holds now.
pub fn encryption(lang: Lang, out: &EncryptionOut) -> Page {
    let mut page = Page::new(lang, "");
    match &out.key_file {
        Some(file) => {
            page.paragraph(tr!(lang, "encryption.encrypted", book = out.book));
            page.paragraph(tr!(lang, "encryption.key_file", file = file));
            page.paragraph(tr!(lang, "encryption.no_way_back"));
        }
        None => {
            page.paragraph(tr!(lang, "encryption.decrypted", book = out.book));
        }
    }
    let copies = &out.copies;
    if copies.remade > 0 {
        page.paragraph(match out.encrypted {
            true => tr!(lang, "encryption.copies_encrypted", count = copies.remade),
            false => tr!(lang, "encryption.copies_decrypted", count = copies.remade),
        });
    }
    if copies.deleted > 0 {
        page.paragraph(tr!(lang, "encryption.copies_deleted", count = copies.deleted));
    }
    if copies.kept > 0 {
        page.paragraph(tr!(lang, "encryption.copies_kept", count = copies.kept));
    }
    if let Some(copy) = &out.backup {
        page.paragraph(tr!(lang, "restore.copy_first", file = copy.file));
    }
    if !out.readable.is_empty() {
        page.list(tr!(lang, "encryption.readable"), out.readable.clone());
    }
    page.section(tr!(lang, "check.records"), counts(lang, &out.records));
    page.section(tr!(lang, "check.findings"), findings(lang, &out.findings));
    page
}
