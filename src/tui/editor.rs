//! The person's own editor, for a longer text.

use std::io::{self, Read, Write};
use std::process::Command;

/// What is used where nobody has chosen an editor.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// Lets the person edit a text in the editor named by `VISUAL` or `EDITOR`; the terminal must be lent to it.
///
/// # Errors
/// When the editor cannot be started, or fails; the text is then as it was.
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
    if !status.success() {
        return Err(io::Error::other(status.to_string()));
    }
    // Many editors write another file in its place: it is read by its name.
    let mut edited = String::new();
    std::fs::File::open(file.path())?.read_to_string(&mut edited)?;
    Ok(edited)
}
