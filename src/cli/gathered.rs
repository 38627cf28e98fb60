//! Answers about several records, given as one.

use std::io::{self, Write};

use serde_json::Value;

use crate::i18n::Lang;
use crate::report::document::Document;
use crate::report::page::{Block, Page};
use crate::report::{Format, json};

/// Answers that were kept: pages for people, or what was written for programs.
#[derive(Default)]
pub(super) struct Gathered {
    pages: Vec<Page>,
    documents: Vec<Document>,
    written: Vec<Vec<u8>>,
}

impl Gathered {
    /// Keeps a page.
    pub fn add_page(&mut self, page: Page) {
        self.pages.push(page);
    }

    /// Keeps a document.
    pub fn add_document(&mut self, document: Document) {
        self.documents.push(document);
    }

    /// The documents that were kept.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Where another answer is written.
    pub fn another(&mut self) -> &mut dyn Write {
        self.written.push(Vec::new());
        // The one that was just pushed.
        let last = self.written.len() - 1;
        &mut self.written[last]
    }

    /// All pages as one; none where there are none.
    pub fn page(&self, lang: Lang) -> Option<Page> {
        let mut all = Page::new(lang, "");
        if self.pages.iter().all(|page| line(page).is_some()) {
            let lines: Vec<&str> = self.pages.iter().filter_map(line).collect();
            all.paragraph(lines.join("\n"));
        } else {
            for page in &self.pages {
                all.blocks.extend((!page.title.is_empty()).then(|| Block::Heading(page.title.clone())));
                all.blocks.extend(page.blocks.iter().cloned());
            }
        }
        (!self.pages.is_empty()).then_some(all)
    }

    /// Writes what was written: JSON as one list, tables under one line of columns, all else one after the other.
    pub fn write(self, format: Format, out: &mut dyn Write) -> io::Result<()> {
        match format {
            Format::Json => {
                let values = self.written.iter().map(|bytes| serde_json::from_slice(bytes));
                json::write(out, &values.collect::<Result<Vec<Value>, _>>()?)
            }
            Format::Csv => {
                let columns = self.written.first().map(|first| first_line(first).len()).unwrap_or_default();
                let rest = self.written.iter().skip(1).map(|bytes| bytes.get(columns..).unwrap_or_default());
                self.written
                    .iter()
                    .take(1)
                    .map(Vec::as_slice)
                    .chain(rest)
                    .try_for_each(|bytes| out.write_all(bytes))
            }
            _ => self.written.iter().try_for_each(|bytes| out.write_all(bytes)),
        }
    }
}

/// What a page says, where that is one line.
fn line(page: &Page) -> Option<&str> {
    match (page.title.as_str(), page.blocks.as_slice()) {
        ("", [Block::Paragraph(line)]) => Some(line),
        _ => None,
    }
}

/// The first line of a text with its end.
fn first_line(text: &[u8]) -> &[u8] {
    text.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default()
}
