//! The person's own editor, for a longer text.

use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

/// What is used where nobody has chosen an editor.
const USUAL: &str = if cfg!(windows) { "notepad" } else { "vi" };

/// Lets the person edit a text in the editor named by `VISUAL` or `EDITOR`; the terminal must be lent to it. It lies
/// in a folder of its own meanwhile, for its person alone; what is left there, of the editor too, is overwritten.
///
/// # Errors
/// When the editor cannot be started, or fails with nothing written; the text is then as it was.
pub fn edit(text: &str) -> io::Result<String> {
    let lent = Lent::new(text)?;
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(|name| std::env::var(name).ok());
    let named = named.into_iter().find(|editor| !editor.trim().is_empty());
    let editor = named.unwrap_or_else(|| USUAL.to_owned());
    // With its flags: `code --wait`.
    let mut words = editor.split_whitespace();
    let status = Command::new(words.next().unwrap_or(USUAL)).args(words).arg(lent.path()).status()?;
    // Many editors write another file in its place: it is read by its name.
    let edited = fs::read_to_string(lent.path())?;
    match kept(text, edited, status.success()) {
        Some(edited) => Ok(edited),
        None => Err(io::Error::other(status.to_string())),
    }
}

/// What is kept of an editor's work: what it had written before it fell counts as well.
fn kept(before: &str, edited: String, went_well: bool) -> Option<String> {
    (went_well || edited != before).then_some(edited)
}

/// A text on the disk, for as long as it is lent.
struct Lent(TempDir);

impl Lent {
    fn new(text: &str) -> io::Result<Lent> {
        let mut folder = tempfile::Builder::new();
        folder.prefix("keybook-");
        #[cfg(unix)]
        folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
        let lent = Lent(folder.tempdir()?);
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(lent.path())?.write_all(text.as_bytes())?;
        Ok(lent)
    }

    fn path(&self) -> PathBuf {
        self.0.path().join("text.txt")
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        let Ok(files) = fs::read_dir(self.0.path()) else { return };
        for file in files.flatten() {
            // As far as that goes; the folder is removed all the same.
            let _ = overwrite(&file.path());
        }
    }
}

/// Overwrites what a file holds, as far as the disk under it does so in place.
fn overwrite(path: &Path) -> io::Result<()> {
    let length = fs::symlink_metadata(path).ok().filter(fs::Metadata::is_file).map_or(0, |file| file.len());
    let mut file = OpenOptions::new().write(true).open(path)?;
    io::copy(&mut io::Read::take(io::repeat(0), length), &mut file)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn a_text_that_is_lent_is_for_its_person_alone_and_nothing_stays_of_it() {
        use std::os::unix::fs::PermissionsExt;
        let lent = Lent::new("half a thought").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let folder = lent.path().parent().unwrap().to_owned();
        assert_eq!((mode(&lent.path()), mode(&folder)), (0o600, 0o700));
        // What an editor leaves beside it, held fast to be looked at once it is gone.
        fs::write(folder.join("text.txt~"), "half a").unwrap();
        let held = tempfile::tempdir_in(folder.parent().unwrap()).unwrap();
        fs::hard_link(lent.path(), held.path().join("text")).unwrap();
        fs::hard_link(folder.join("text.txt~"), held.path().join("beside")).unwrap();
        drop(lent);
        assert!(!folder.exists());
        for (name, length) in [("text", 14), ("beside", 6)] {
            assert_eq!(fs::read(held.path().join(name)).unwrap(), vec![0; length]);
        }
    }

    #[test]
    fn what_an_editor_wrote_before_it_fell_is_kept() {
        assert_eq!(kept("First", "First, and more".into(), false).as_deref(), Some("First, and more"));
        assert_eq!(kept("First", "First".into(), false), None, "nothing was written: that it fell is said");
        assert_eq!(kept("First", "First".into(), true).as_deref(), Some("First"));
    }
}
