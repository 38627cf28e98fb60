//! Owners: who of ours a record belongs to, by name, by e-mail address, or `me`.

use super::input;
use super::problem::Problem;
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::table::colleague::Colleague;

/// The words that mean the person at the keyboard.
const ME: &[&str] = &["me", "我", "@me"];

/// The colleague that a word means; one that is not known yet is added.
pub(super) fn find_or_add(writer: &Writer<'_>, word: &str) -> Result<Id, Problem> {
    if let Some(known) = find(writer, word)? {
        return Ok(known.id);
    }
    let (name, key) = input::name(word)?;
    if is_me(&name) {
        return add(writer, "me".to_owned(), "me".to_owned(), None, true);
    }
    let email = Some(name.to_lowercase()).filter(|name| name.contains('@'));
    add(writer, name, key, email, false)
}

/// The colleague that a word means, where one is known.
pub(super) fn find(writer: &Writer<'_>, word: &str) -> Result<Option<Colleague>, Problem> {
    let (name, key) = input::name(word)?;
    match is_me(&name) {
        true => Ok(writer.me()?),
        false => Ok(writer.colleague(&key, &name.to_lowercase())?),
    }
}

/// Whether a word means the person at the keyboard.
pub fn is_me(word: &str) -> bool {
    ME.contains(&word.trim().to_lowercase().as_str())
}

/// The person at the keyboard, where the book knows who that is.
pub(super) fn me(writer: &Writer<'_>) -> Result<Option<Id>, Problem> {
    Ok(writer.me()?.map(|me| me.id))
}

fn add(
    writer: &Writer<'_>,
    name: String,
    key: String,
    email: Option<String>,
    is_me: bool,
) -> Result<Id, Problem> {
    let id = writer.mint()?;
    writer.insert_colleague(&Colleague { id, name, name_key: key, email, role: None, is_me })?;
    Ok(id)
}
