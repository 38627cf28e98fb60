//! A page, a report or a plan written to a file: as HTML, as Markdown or, a plan, for programs, by the file's name.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::slice::from_ref;

use chrono::NaiveDate;

use crate::i18n::Lang;
use crate::report::document::{self, Document};
use crate::report::page::Page;
use crate::report::plan::{self, PlanOut};
use crate::report::{html, json, markdown};

/// Letters of a title that stand in the name of a file.
const LONGEST: usize = 60;

/// How many files may have the same name but for their number.
const MOST: usize = 999;

/// Writes a page; never over a file that is there.
///
/// # Errors
/// What kept the file from being written.
pub fn write(page: &Page, path: &Path) -> io::Result<()> {
    let mut out = create(path)?;
    match is_called(path, &["html", "htm"]) {
        true => html::write(&mut out, page)?,
        false => markdown::write(&mut out, page)?,
    }
    out.flush()
}

/// Writes the client plan of an account; never over a file that is there.
///
/// # Errors
/// What kept the file from being written.
pub fn write_plan(lang: Lang, plan: &PlanOut, path: &Path) -> io::Result<()> {
    match is_called(path, &["json"]) {
        true => {
            let mut out = create(path)?;
            json::write(&mut out, plan)?;
            out.flush()
        }
        false => write_document(&plan::document(lang, plan), path),
    }
}

/// Writes a document; never over a file that is there.
///
/// # Errors
/// What kept the file from being written.
pub fn write_document(document: &Document, path: &Path) -> io::Result<()> {
    let mut out = create(path)?;
    match is_called(path, &["html", "htm"]) {
        true => document::html::write(&mut out, from_ref(document))?,
        false => document::markdown::write(&mut out, from_ref(document))?,
    }
    out.flush()
}

/// Writes a document as HTML into a folder, under a name that no file there has yet; gives the whole path.
///
/// # Errors
/// What kept the file from being written.
pub fn write_new(document: &Document, folder: &Path, name: &str) -> io::Result<PathBuf> {
    let folder = whole(folder);
    let mut number = 1;
    loop {
        let file = if number == 1 { format!("{name}.html") } else { format!("{name} ({number}).html") };
        let path = folder.join(file);
        match write_document(document, &path) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < MOST => number += 1,
            done => return done.map(|()| path),
        }
    }
}

/// A folder from the root on; without a name it is the working directory.
pub fn whole(folder: &Path) -> PathBuf {
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned())
}

/// A title and a day as the name of a file, without its ending.
pub fn file_name(title: &str, day: NaiveDate) -> String {
    let (title, day) = (plain(title), day.to_string());
    let short: String = title.chars().take(LONGEST).collect();
    if short.contains(&day) { short } else { format!("{} {day}", short.trim()).trim().to_owned() }
}

/// A name as part of the name of a file.
pub fn plain(name: &str) -> String {
    let is_plain = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-');
    name.chars().filter(is_plain).collect::<String>().trim().to_owned()
}

fn create(path: &Path) -> io::Result<BufWriter<File>> {
    Ok(BufWriter::new(OpenOptions::new().write(true).create_new(true).open(path)?))
}

fn is_called(path: &Path, endings: &[&str]) -> bool {
    path.extension().is_some_and(|end| endings.iter().any(|one| end.eq_ignore_ascii_case(one)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_written_once_and_never_over_another_file() {
        let folder = tempfile::tempdir().unwrap();
        let page = Page::new(Lang::En, "Brief");
        for (name, first) in [("brief.md", "# Brief"), ("brief.html", "<!DOCTYPE html>")] {
            let path = folder.path().join(name);
            write(&page, &path).unwrap();
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(text.to_lowercase().starts_with(&first.to_lowercase()), "{text}");
            assert_eq!(write(&page, &path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        }
    }

    #[test]
    fn the_same_report_again_gets_a_number_and_no_name_leads_out_of_the_folder() {
        let folder = tempfile::tempdir().unwrap();
        let day = "2026-11-21".parse().unwrap();
        let document = Document { title: "../Søn & Co: <b>".into(), ..Document::default() };
        let name = file_name(&document.title, day);
        assert_eq!(name, "Søn  Co b 2026-11-21");
        for expected in [format!("{name}.html"), format!("{name} (2).html")] {
            let path = write_new(&document, folder.path(), &name).unwrap();
            assert_eq!(path.parent(), Some(folder.path()));
            assert_eq!(path.file_name().unwrap().to_str(), Some(expected.as_str()));
        }
        assert_eq!(file_name("", day), "2026-11-21");
        assert_eq!(file_name("截至 2026-11-21 的一周", day), "截至 2026-11-21 的一周");
    }
}
