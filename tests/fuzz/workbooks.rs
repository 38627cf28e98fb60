//! Excel workbooks: the parts of one, in text, packed into a workbook here, since in packed bytes a change means nothing.

use std::io::Write;

use tempfile::TempDir;
use zip::CompressionMethod;
use zip::write::SimpleFileOptions;

use crate::import::{Emptied, take};

/// What the parts of workbooks are made of. A line `=== name` begins the next part.
pub const WORDS: &[&str] = &[
    "<row r=\"2\">",
    "</row>",
    "<c r=\"B2\">",
    "<c r=\"XFD1048576\">",
    "<c r=\"ZZZZZZ1\">",
    "<c r=\"1A\">",
    "<c>",
    "</c>",
    " t=\"s\"",
    " t=\"inlineStr\"",
    " t=\"b\"",
    " t=\"e\"",
    " t=\"d\"",
    " s=\"1\"",
    " s=\"999\"",
    "<v>",
    "</v>",
    "<v>46347</v>",
    "<v>-1e308</v>",
    "<v>NaN</v>",
    "<is><t>",
    "</t></is>",
    "<f>",
    "</f>",
    "<dimension ref=\"A1:XFD1048576\"/>",
    "<sheet name=\"x\" sheetId=\"1\" r:id=\"rId1\"/>",
    "<si><t>",
    "</t></si>",
    "&amp;",
    "&#0;",
    "&#x1b;",
    "<!DOCTYPE x [<!ENTITY a \"b\">]>",
    "&a;",
    "<![CDATA[",
    "]]>",
    "<!--",
    "=== xl/worksheets/sheet2.xml\n",
    "=== xl/sharedStrings.xml\n",
    "=== xl/styles.xml\n",
    "Target=\"../../../etc/passwd\"",
    "date1904=\"1\"",
    "Deal Name",
    "Company",
    "Amount",
];

pub fn trial() -> impl FnMut(&[u8]) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("deals.xlsx");
    let mut emptied = Emptied::default();
    move |bytes| {
        let _stays = &folder;
        emptied.with(|book| take(book, &path, &packed(bytes)));
    }
}

/// The parts as a workbook.
fn packed(text: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(vec![]));
    let mut names = std::collections::HashSet::new();
    let mut is_open = false;
    for line in text.split_inclusive(|byte| *byte == b'\n') {
        let name = line.strip_prefix(b"=== ").map(|name| String::from_utf8_lossy(name).trim().to_owned());
        match name {
            Some(name) if names.insert(name.clone()) => {
                let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
                is_open = zip.start_file(name, stored).is_ok();
            }
            _ if is_open => zip.write_all(line).unwrap(),
            _ => {}
        }
    }
    zip.finish().unwrap().into_inner()
}
