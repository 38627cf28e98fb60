//! The passphrase of a book: told by a command that the person has named, or asked for at the terminal. It is never
//! an argument, and never shown.

use std::io::Read;
use std::path::Path;
use std::process::{Command, Stdio};

use zeroize::Zeroizing;

use super::failure::Failure;
use super::hidden;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::store::cipher::{Lock, Passphrase};
use crate::store::{BookFile, Error};
use crate::tr;

/// What names the command that tells the passphrase.
pub(super) const COMMAND: &str = "KEYBOOK_PASSPHRASE_COMMAND";
/// What names the command that tells a new one, where it is changed.
pub(super) const NEW_COMMAND: &str = "KEYBOOK_NEW_PASSPHRASE_COMMAND";

/// How often a person may mistype it.
const TRIES: usize = 3;
/// What such a command may say at most, in bytes.
const MOST: usize = 64 * 1024;

/// Opens the lock of an encrypted file, by the command or by asking.
pub(super) fn unlock(lang: Lang, path: &Path) -> Result<BookFile, Failure> {
    let lock = Lock::of(path).map_err(Failure::Closed)?;
    if let Some(passphrase) = told_by(lang, COMMAND)? {
        return lock.open(&passphrase).map_err(Failure::Closed);
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut last = Error::Encrypted(path.to_owned());
    for attempt in 0..TRIES {
        if attempt > 0 {
            hidden::tell(&tr!(lang, "passphrase.again"));
        }
        match asked(path, &tr!(lang, "passphrase.ask", book = name))? {
            None => return Err(Failure::Closed(Error::Encrypted(path.to_owned()))),
            Some(typed) => match lock.open(&typed) {
                Err(wrong @ Error::WrongPassphrase(_)) => last = wrong,
                opened => return opened.map_err(Failure::Closed),
            },
        }
    }
    Err(Failure::Closed(last))
}

/// A new passphrase for a book: told by the command that `variable` names, or typed twice.
pub(super) fn choose(lang: Lang, path: &Path, variable: &str) -> Result<Passphrase, Failure> {
    if let Some(passphrase) = told_by(lang, variable)? {
        return Ok(advised(lang, passphrase));
    }
    for _ in 0..TRIES {
        let given_up = || Failure::Undone(Explained::new(tr!(lang, "passphrase.given_up")));
        let first = asked(path, &tr!(lang, "passphrase.new"))?.ok_or_else(given_up)?;
        if first.is_empty() {
            hidden::tell(&tr!(lang, "problem.empty_passphrase"));
            continue;
        }
        let second = asked(path, &tr!(lang, "passphrase.repeat"))?.ok_or_else(given_up)?;
        if first == second {
            return Ok(advised(lang, first));
        }
        hidden::tell(&tr!(lang, "passphrase.differ"));
    }
    Err(Failure::Undone(Explained::new(tr!(lang, "passphrase.given_up"))))
}

/// Says that a passphrase is short; it is the person's own to choose.
fn advised(lang: Lang, passphrase: Passphrase) -> Passphrase {
    if !passphrase.is_empty() && passphrase.is_short() {
        // Where even this cannot be written there is nobody to tell.
        let _ = std::io::Write::write_fmt(
            &mut std::io::stderr(),
            format_args!("{}\n", tr!(lang, "passphrase.short")),
        );
    }
    passphrase
}

/// Asks at the terminal, where there is one; none where it was given up.
fn asked(path: &Path, question: &str) -> Result<Option<Passphrase>, Failure> {
    let nobody = || Failure::Closed(Error::Encrypted(path.to_owned()));
    if !hidden::can_be_asked() {
        return Err(nobody());
    }
    let typed = hidden::ask(question).map_err(|_| nobody())?;
    Ok(typed.map(|typed| Passphrase::new(&typed)))
}

/// What the command says that a variable names: its first line. None where there is no such variable.
fn told_by(lang: Lang, variable: &str) -> Result<Option<Passphrase>, Failure> {
    let Some(told) = std::env::var(variable).ok().filter(|told| !told.trim().is_empty()) else {
        return Ok(None);
    };
    let failed = |why: String| {
        let what = Explained::new(tr!(lang, "passphrase.command_failed", variable = variable));
        Failure::Barred(what.why(why).hint(tr!(lang, "passphrase.command_hint")))
    };
    let words = words(&told).ok_or_else(|| failed(tr!(lang, "passphrase.command_quote").into_owned()))?;
    let (program, rest) = words.split_first().ok_or_else(|| failed(String::new()))?;
    let started = Command::new(program).args(rest).stdout(Stdio::piped()).spawn();
    let mut child = started.map_err(|error| failed(format!("{program}: {error}")))?;
    // Room for all of it from the start: nothing is moved, so nothing is left behind.
    let mut said = Zeroizing::new(Vec::with_capacity(MOST));
    if let Some(out) = child.stdout.take() {
        let read = out.take(MOST as u64).read_to_end(&mut said);
        read.map_err(|error| failed(error.to_string()))?;
    }
    let status = child.wait().map_err(|error| failed(error.to_string()))?;
    if !status.success() {
        return Err(failed(format!("{program}: {status}")));
    }
    let line = said.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    match std::str::from_utf8(line) {
        Ok("") => Err(failed(tr!(lang, "passphrase.command_silent").into_owned())),
        Ok(line) => Ok(Some(Passphrase::new(line))),
        Err(_) => Err(failed(tr!(lang, "passphrase.command_bytes").into_owned())),
    }
}

/// The words of a command; quotes of either kind hold words together. No shell reads it. None where a quote is open.
fn words(command: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    for letter in command.chars() {
        match quote {
            Some(open) if letter == open => quote = None,
            None if letter == '\'' || letter == '"' => {
                quote = Some(letter);
                word.get_or_insert_default();
            }
            None if letter.is_whitespace() => words.extend(word.take()),
            _ => word.get_or_insert_default().push(letter),
        }
    }
    words.extend(word);
    quote.is_none().then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_split_into_words_without_a_shell() {
        let split = |command: &str| words(command).unwrap();
        assert_eq!(split("pass show work/keybook"), ["pass", "show", "work/keybook"]);
        assert_eq!(
            split("  secret-tool lookup name 'my book' "),
            ["secret-tool", "lookup", "name", "my book"]
        );
        assert_eq!(split(r#""C:\Program Files\pass.exe" ''"#), [r"C:\Program Files\pass.exe", ""]);
        assert_eq!(split("echo $HOME; rm"), ["echo", "$HOME;", "rm"], "nothing in it is done by a shell");
        assert_eq!(words("echo 'open"), None);
    }
}
