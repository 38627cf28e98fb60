//! A page written to a file, as Markdown or as HTML by the file's name.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use crate::report::page::Page;
use crate::report::{html, markdown};

/// Writes a page; never over a file that is there.
///
/// # Errors
/// What kept the file from being written.
pub fn write(page: &Page, path: &Path) -> io::Result<()> {
    let is_html = path
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("html") || end.eq_ignore_ascii_case("htm"));
    let mut out = BufWriter::new(OpenOptions::new().write(true).create_new(true).open(path)?);
    if is_html {
        html::write(&mut out, page)?
    } else {
        markdown::write(&mut out, page)?
    }
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Lang;

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
