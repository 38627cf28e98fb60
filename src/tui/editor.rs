//! The person's own editor, for a longer text.

use std::io::{self, Read, Write};
use std::process::Command;

/// What is used where nobody has chosen an editor.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// Lets the person edit a text in the editor named by `VISUAL` or `EDITOR`; the terminal must be lent to it.
///
/// # Errors
/// When the editor cannot be started, or fails with nothing written; the text is then as it was.
pub fn edit(text: &str) -> io::Result<String> {
    let mut file = tempfile::Builder::new().prefix("keybook-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    file.flush()?;
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let named = named.into_iter().find(|editor| !editor.trim().is_empty());
    let editor = named.unwrap_or_else(|| USUAL.to_owned());
    // With its flags: `code --wait`.
    let mut words = editor.split_whitespace();
    let status = Command::new(words.next().unwrap_or(USUAL)).args(words).arg(file.path()).status()?;
    // Many editors write another file in its place: it is read by its name.
    let mut edited = String::new();
    std::fs::File::open(file.path())?.read_to_string(&mut edited)?;
    match kept(text, edited, status.success()) {
        Some(edited) => Ok(edited),
        None => Err(io::Error::other(status.to_string())),
    }
}

/// What is kept of an editor's work: what it had written before it fell counts as well.
fn kept(before: &str, edited: String, went_well: bool) -> Option<String> {
    (went_well || edited != before).then_some(edited)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_editor_wrote_before_it_fell_is_kept() {
        assert_eq!(kept("First", "First, and more".into(), false).as_deref(), Some("First, and more"));
        assert_eq!(kept("First", "First".into(), false), None, "nothing was written: that it fell is said");
        assert_eq!(kept("First", "First".into(), true).as_deref(), Some("First"));
    }
}
