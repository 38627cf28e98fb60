//! The words of help for copies of the book, and for looking whether it is sound.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "backup" => tr!(lang, "help.backup"),
        "backups" => tr!(lang, "help.backups"),
        "restore" => tr!(lang, "help.restore"),
        "merge-book" => tr!(lang, "help.merge_book"),
        "check" => tr!(lang, "help.check"),
        _ => return None,
    })
}

/// What else there is to say of a command.
pub(super) fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "backup" => tr!(lang, "help.backup.details"),
        "restore" => tr!(lang, "help.restore.details"),
        "merge-book" => tr!(lang, "help.merge_book.details"),
        "check" => tr!(lang, "help.check.details"),
        _ => return None,
    })
}

/// What a flag or an argument of a command is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("file", "backup") => tr!(lang, "flag.file.backup"),
        ("verify", "backups") => tr!(lang, "flag.verify.backups"),
        ("file", "restore") => tr!(lang, "flag.file.restore"),
        ("dry_run", "restore") => tr!(lang, "flag.dry_run.restore"),
        ("other", "merge-book") => tr!(lang, "flag.other.merge_book"),
        ("dry_run", "merge-book") => tr!(lang, "flag.dry_run.merge_book"),
        ("ours", "merge-book") => tr!(lang, "flag.ours.merge_book"),
        ("theirs", "merge-book") => tr!(lang, "flag.theirs.merge_book"),
        ("newest", "merge-book") => tr!(lang, "flag.newest.merge_book"),
        ("repair", "check") => tr!(lang, "flag.repair.check"),
        _ => return None,
    })
}
