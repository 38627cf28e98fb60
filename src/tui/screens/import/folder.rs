//! The files of a folder, to choose some of: those that may be taken in, and the folders around.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::domain::text::clean_line;

/// How the names of files end that may be taken in.
const ENDINGS: &[&str] = &["csv", "tsv", "txt", "tab", "xlsx", "xlsm", "vcf", "vcard", "ics", "ical", "json"];

/// The most lines of a folder that are listed.
const MOST: usize = 10_000;

/// One line of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where it is.
    pub path: PathBuf,
    /// What it is called, cleaned.
    pub name: String,
    /// Its length in bytes; none of a folder.
    pub bytes: Option<u64>,
}

/// A folder that is looked into.
#[derive(Debug, Default)]
pub struct Folder {
    path: Option<PathBuf>,
    entries: Vec<Entry>,
    /// How many files are not listed: no import can take them.
    pub others: usize,
    /// Why it could not be read.
    pub why_not: Option<String>,
    /// The files that are marked, in whichever folder.
    pub marked: BTreeSet<PathBuf>,
    is_read: bool,
}

impl Folder {
    /// Where it is.
    pub fn path(&self) -> &Path {
        self.path.as_deref().unwrap_or(Path::new("."))
    }

    /// What is in it, folders first.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Looks into another folder, when it is next read.
    pub fn go(&mut self, path: PathBuf) {
        self.path = Some(path);
        self.is_read = false;
    }

    /// Has to be read again.
    pub fn is_stale(&mut self) {
        self.is_read = false;
    }

    /// Goes to the folder above; tells the name of the one that was left.
    pub fn go_up(&mut self) -> Option<String> {
        let left = self.path().file_name().map(|name| clean_line(&name.to_string_lossy()));
        let above = self.path().parent().map(Path::to_owned)?;
        self.go(above);
        left
    }

    /// Marks a file, or no longer.
    pub fn mark(&mut self, path: &Path) {
        if !self.marked.remove(path) {
            self.marked.insert(path.to_owned());
        }
    }

    /// Reads it, if it has not been; tells whether it did.
    pub fn read(&mut self) -> bool {
        if std::mem::replace(&mut self.is_read, true) {
            return false;
        }
        let start = || std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
        let path = self.path.get_or_insert_with(start).clone();
        (self.entries, self.others, self.why_not) = match list(&path) {
            Ok((entries, others)) => (entries, others, None),
            Err(error) => (vec![], 0, Some(error.to_string())),
        };
        true
    }

    /// Where a path leads that was typed: from here, or from the person's home.
    pub fn meant(&self, typed: &str) -> PathBuf {
        let typed = typed.trim();
        let home = || std::env::home_dir().unwrap_or_default();
        match typed.strip_prefix('~') {
            Some("") => home(),
            Some(rest) if rest.starts_with(['/', '\\']) => home().join(rest.trim_start_matches(['/', '\\'])),
            _ => self.path().join(typed),
        }
    }

    /// What was typed, completed as far as only one thing can be meant; and the names that could be.
    pub fn completed(&self, typed: &str) -> (String, Vec<String>) {
        let at = typed.rfind(['/', '\\']).map_or(0, |at| at + 1);
        let (before, begun) = typed.split_at(at);
        let listed = list(&self.meant(before)).map(|(entries, _)| entries).unwrap_or_default();
        let fitting: Vec<&Entry> = listed.iter().filter(|entry| entry.name.starts_with(begun)).collect();
        let Some(first) = fitting.first() else { return (typed.to_owned(), vec![]) };
        let common =
            fitting.iter().fold(first.name.as_str(), |common, entry| common_start(common, &entry.name));
        let is_folder = fitting.len() == 1 && first.bytes.is_none();
        let slash = if is_folder { "/" } else { "" };
        let names =
            if fitting.len() > 1 { fitting.iter().map(|one| one.name.clone()).collect() } else { vec![] };
        (format!("{before}{common}{slash}"), names)
    }
}

/// The longest text that both begin with.
fn common_start<'a>(one: &'a str, other: &str) -> &'a str {
    let same = one.chars().zip(other.chars()).take_while(|(one, other)| one == other);
    &one[..same.map(|(one, _)| one.len_utf8()).sum()]
}

/// What is in a folder: folders first, both by name; and how many files are left out.
fn list(path: &Path) -> io::Result<(Vec<Entry>, usize)> {
    let (mut entries, mut others) = (vec![], 0);
    for entry in fs::read_dir(path)?.take(MOST) {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        // What is gone in the meantime, or is hidden, is not listed.
        let Ok(known) = fs::metadata(entry.path()) else { continue };
        if name.starts_with('.') {
            continue;
        }
        let bytes = (!known.is_dir()).then_some(known.len());
        if bytes.is_some() && !may_be_taken(&entry.path()) {
            others += 1;
            continue;
        }
        entries.push(Entry { path: entry.path(), name: clean_line(&name), bytes });
    }
    entries.sort_by_cached_key(|entry| (entry.bytes.is_some(), entry.name.to_lowercase()));
    Ok((entries, others))
}

fn may_be_taken(path: &Path) -> bool {
    path.extension().is_some_and(|end| ENDINGS.iter().any(|one| end.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder() -> (tempfile::TempDir, Folder) {
        let at = tempfile::tempdir().unwrap();
        for name in ["deals.csv", "Deals 2026.xlsx", "notes.docx", ".hidden.csv"] {
            fs::write(at.path().join(name), "x").unwrap();
        }
        fs::create_dir(at.path().join("deeper")).unwrap();
        fs::write(at.path().join("deeper/人员.vcf"), "x").unwrap();
        let mut folder = Folder::default();
        folder.go(at.path().to_owned());
        folder.read();
        (at, folder)
    }

    #[test]
    fn folders_come_first_and_what_cannot_be_taken_is_counted() {
        let (_at, mut folder) = folder();
        let names = |folder: &Folder| folder.entries().iter().map(|one| one.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&folder), ["deeper", "Deals 2026.xlsx", "deals.csv"]);
        assert_eq!(folder.others, 1);
        folder.go(folder.entries()[0].path.clone());
        assert!(folder.read());
        assert_eq!(names(&folder), ["人员.vcf"]);
        assert_eq!(folder.go_up().as_deref(), Some("deeper"));
        assert!(folder.read() && folder.entries().len() == 3);
        assert!(!folder.read(), "it has been read");
        folder.go("/nowhere/at/all".into());
        assert!(folder.read() && folder.why_not.is_some() && folder.entries().is_empty());
    }

    #[test]
    fn a_typed_path_is_completed_as_far_as_it_is_clear() {
        let (_at, folder) = folder();
        assert_eq!(folder.completed("deep"), ("deeper/".to_owned(), vec![]));
        assert_eq!(folder.completed("deeper/"), ("deeper/人员.vcf".to_owned(), vec![]));
        let (text, names) = folder.completed("de");
        assert_eq!((text.as_str(), names.len()), ("de", 2));
        assert_eq!(folder.completed("zzz"), ("zzz".to_owned(), vec![]));
        assert!(folder.meant("deals.csv").is_file());
    }
}
