//! What the book's file did not allow, in words.

use super::Explained;
use crate::i18n::Lang;
use crate::store::Error;
use crate::tr;

/// The words for what the book's file did not allow.
pub fn explain_store(lang: Lang, error: &Error) -> Explained {
    match error {
        Error::Locked => Explained::new(tr!(lang, "problem.locked")).hint(tr!(lang, "problem.locked_hint")),
        Error::NotABook(path) => Explained::new(tr!(lang, "problem.not_a_book", path = path.display()))
            .hint(tr!(lang, "problem.not_a_book_hint")),
        Error::Damaged(cause) => Explained::new(tr!(lang, "problem.damaged"))
            .why(cause.clone())
            .hint(tr!(lang, "problem.damaged_hint")),
        Error::Newer { found, known } => {
            Explained::new(tr!(lang, "problem.newer", found = found, known = known))
                .hint(tr!(lang, "problem.newer_hint"))
        }
        Error::Encrypted(path) => Explained::new(tr!(lang, "problem.encrypted", path = path.display()))
            .hint(tr!(lang, "problem.encrypted_hint")),
        Error::NoCipher(path) => Explained::new(tr!(lang, "problem.no_cipher", path = path.display()))
            .hint(tr!(lang, "problem.no_cipher_hint")),
        Error::WrongPassphrase(path) => {
            Explained::new(tr!(lang, "problem.wrong_passphrase", path = path.display()))
                .hint(tr!(lang, "problem.wrong_passphrase_hint"))
        }
        Error::NoKeyFile { path, looked } => {
            let looked: Vec<String> = looked.iter().map(|place| format!("  {}", place.display())).collect();
            Explained::new(tr!(lang, "problem.no_key_file", path = path.display()))
                .why(tr!(lang, "problem.no_key_file_why", places = looked.join("\n")))
                .hint(tr!(lang, "problem.no_key_file_hint"))
        }
        Error::BadKeyFile(path) => Explained::new(tr!(lang, "problem.bad_key_file", path = path.display()))
            .hint(tr!(lang, "problem.bad_key_file_hint")),
        Error::OtherKeyFile(path) => {
            Explained::new(tr!(lang, "problem.other_key_file", path = path.display()))
                .hint(tr!(lang, "problem.other_key_file_hint"))
        }
        Error::Forbidden(path) => Explained::new(tr!(lang, "problem.forbidden", path = path.display()))
            .hint(tr!(lang, "problem.forbidden_hint")),
        Error::ReadOnly => {
            Explained::new(tr!(lang, "problem.read_only")).hint(tr!(lang, "problem.read_only_hint"))
        }
        Error::LeftOpen(path) => {
            let name = path.display();
            Explained::new(tr!(lang, "problem.left_open", path = name))
                .hint(tr!(lang, "problem.left_open_hint"))
        }
        Error::AlreadyThere(path) => {
            let name = path.display();
            Explained::new(tr!(lang, "problem.already_there", path = name))
                .hint(tr!(lang, "problem.already_there_hint"))
        }
        Error::DiskFull => {
            Explained::new(tr!(lang, "problem.disk_full")).hint(tr!(lang, "problem.disk_full_hint"))
        }
        Error::Unreachable { path, cause } => {
            Explained::new(tr!(lang, "problem.unreachable", path = path.display())).why(cause.clone())
        }
        Error::OutcomeUnknown(cause) => Explained::new(tr!(lang, "problem.outcome_unknown"))
            .why(cause.clone())
            .hint(tr!(lang, "problem.outcome_unknown_hint")),
        Error::OldSqlite(version) => Explained::new(tr!(lang, "problem.old_sqlite", version = version)),
        Error::GaveWay => Explained::new(tr!(lang, "problem.gave_way")),
        Error::NoRecord => {
            Explained::new(tr!(lang, "problem.no_record")).hint(tr!(lang, "problem.no_record_hint"))
        }
        Error::Constraint(cause) => Explained::new(tr!(lang, "problem.constraint")).why(cause.clone()),
        Error::Sqlite(cause) => Explained::new(tr!(lang, "problem.sqlite")).why(cause.to_string()),
    }
}
