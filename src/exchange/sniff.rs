//! Files that are no tables of text, told by how they begin.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use super::Form;

/// What a file that begins so is, where it is no table of text.
pub fn form_of(start: &[u8]) -> Option<Form> {
    let bytes: [(&[u8], Form); 9] = [
        (b"PK\x03\x04", Form::Workbook),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Form::OldWorkbook),
        (b"%PDF-", Form::Pdf),
        (b"SQLite format 3\0", Form::Book),
        (b"\x89PNG", Form::Other),
        (b"\xff\xd8\xff", Form::Other),
        (b"GIF8", Form::Other),
        (b"\x1f\x8b", Form::Other),
        (b"\x7fELF", Form::Other),
    ];
    if let Some((_, form)) = bytes.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Some(*form);
    }
    let text = String::from_utf8_lossy(&start[..start.len().min(256)]);
    let text = text.trim_start_matches(['\u{feff}', ' ', '\t', '\r', '\n']).to_ascii_lowercase();
    let words = [
        ("begin:vcard", Form::Cards),
        ("begin:vcalendar", Form::Calendar),
        ("<!doctype html", Form::Html),
        ("<html", Form::Html),
    ];
    if let Some((_, form)) = words.iter().find(|(word, _)| text.starts_with(word)) {
        return Some(*form);
    }
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace()).take(20).collect();
    if bare.starts_with("{\"format\":\"keybook\"") {
        return Some(Form::Document);
    }
    let inside = text.strip_prefix(['{', '['])?.trim_start();
    let json = (inside.starts_with(['{', '"']) || inside.starts_with("[[")) && text.starts_with(['{', '[']);
    json.then_some(Form::Json)
}

/// Whether a file is the document of a whole book, as this program writes it.
///
/// # Errors
/// Where the file cannot be read.
pub fn is_document(path: &Path) -> io::Result<bool> {
    let mut start = Vec::new();
    File::open(path)?.take(256).read_to_end(&mut start)?;
    Ok(form_of(&start) == Some(Form::Document))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_told_from_tables() {
        assert_eq!(form_of(b"PK\x03\x04rest"), Some(Form::Workbook));
        assert_eq!(form_of(b"\xef\xbb\xbfBEGIN:VCARD\r\n"), Some(Form::Cards));
        assert_eq!(form_of(b"[\n  {\"id\": 1}"), Some(Form::Json));
        assert_eq!(form_of(b"{\n\"format\": \"keybook\",\n\"version\": 5"), Some(Form::Document));
        assert_eq!(form_of(b"{\"format\": \"other\"}"), Some(Form::Json));
        assert_eq!(form_of(b"<!DOCTYPE html><html>"), Some(Form::Html));
        assert_eq!(form_of(b"name,amount\n"), None);
        assert_eq!(form_of(b"[[[[[["), Some(Form::Json));
        assert_eq!(form_of(b"\x89PNG\r\n\x1a\n"), Some(Form::Other));
        assert_eq!(form_of(b"[draft] name,amount\n"), None);
        assert_eq!(form_of(b""), None);
    }
}
