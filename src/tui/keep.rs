//! A page or a plan written to a file: as HTML, as Markdown or, a plan, for programs, by the file's name.

use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::i18n::Lang;
use crate::report::page::Page;
use crate::report::plan::{self, PlanOut};
use crate::report::{html, json, markdown};

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
    let mut out = create(path)?;
    if is_called(path, &["json"]) {
        json::write(&mut out, plan)?;
    } else if is_called(path, &["html", "htm"]) {
        plan::html::write(&mut out, &plan::document(lang, plan))?;
    } else {
        plan::markdown::write(&mut out, &plan::document(lang, plan))?;
    }
    out.flush()
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
}
