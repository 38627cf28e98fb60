//! Files made to fill memory and time: each ends with a clear word or costs only its own row, in bounded memory.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use rstest::rstest;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;

use crate::measured::{Measured, run};

/// Memory that no file may make the program hold, in MiB: some four times what it holds of an ordinary one.
const MEMORY: u64 = 200;
/// Time that none may take, in a build for tests on a busy machine.
const TIME: Duration = Duration::from_secs(120);

/// Pieces that are repeated.
type Pieces<'a> = &'a [(&'a str, usize)];

fn written(folder: &Path, name: &str, pieces: Pieces<'_>) -> PathBuf {
    let path = folder.join(name);
    let mut out = BufWriter::new(File::create(&path).unwrap());
    write(&mut out, pieces);
    out.flush().unwrap();
    path
}

fn write(out: &mut dyn Write, pieces: Pieces<'_>) {
    for (piece, times) in pieces {
        (0..*times).for_each(|_| out.write_all(piece.as_bytes()).unwrap());
    }
}

/// Imports a file into a new book, and holds it within bounds.
#[track_caller]
fn imported(folder: &TempDir, path: &Path) -> Measured {
    let done = run(&folder.path().join("a.keybook"), &["import", path.to_str().unwrap()], TIME);
    assert!(done.peak < MEMORY, "{} MiB: {}", done.peak, done.said);
    assert!(done.said.len() < 20_000, "too many words: {}", done.said.len());
    done
}

const HEADER: &str = "Deal,Company,Amount\nPumps,Nordwind,5\n";
const REST: &str = "Seals,Helios,7\n";

/// A name, what the file is made of, the exit code, and what is said.
#[rstest]
#[case::an_unclosed_cell_of_64_mib("a.csv", &[(HEADER, 1), ("x,\"", 1), ("yyyyyyyyyyyyyyy\n", 4 << 20)], 0, "longer than")]
#[case::a_cell_of_10_mib("a.csv", &[(HEADER, 1), ("x,\"", 1), ("yyyyyyyyyyyyyyyy", 640 << 10), ("\",6\n", 1), (REST, 1)], 0, "longer than")]
#[case::quotes_alone("a.csv", &[(HEADER, 1), ("x,\"", 1), ("\"\"", 5 << 20), ("\",6\n", 1), (REST, 1)], 0, "longer than")]
#[case::three_million_columns("a.csv", &[("Name,", 3_000_000), ("\n", 1), ("1,", 3_000_000)], 4, "more than can be read")]
#[case::nothing_but_zeros("a.csv", &[("\0\0\0\0\0\0\0\0", 4 << 20)], 4, "something else")]
#[case::zeros_in_names("a.csv", &[("Deal,Company,Amount\nPu\0mps,Nord\0wind AG and others,5\n", 1), (REST, 3)], 0, "csv deals")]
#[case::lists_in_lists("a.json", &[("[{\"name\":", 1), ("[", 5_000_000)], 4, "recursion limit")]
#[case::records_in_records("a.json", &[("[{\"name\":", 1), ("{\"a\":", 3_000_000)], 4, "recursion limit")]
#[case::a_string_of_64_mib("a.json", &[("[{\"Deal Name\":\"", 1), ("zzzzzzzzzzzzzzzz", 4 << 20), ("\"}]", 1)], 4, "more than can be read")]
#[case::a_string_of_10_mib("a.json", &[("[{\"Deal Name\":\"Pumps\",\"Company\":\"A\"},{\"Deal Name\":\"", 1), ("zzzzzzzzzzzzzzzz", 640 << 10), ("\",\"Company\":\"A\"}]", 1)], 0, "longer than")]
#[case::half_a_pair("a.json", &[("[{\"Deal Name\":\"\\ud800\",\"Company\":\"A\"}]", 1)], 4, "not JSON that can be read")]
#[case::a_document_in_itself("a.json", &[("{\"format\": \"keybook\", \"version\": 1, \"settings\": ", 1), ("[", 3_000_000)], 4, "not whole")]
#[case::a_document_of_one_string("a.json", &[("{\"format\": \"keybook\", \"version\": 1, \"settings\": [{\"key\": \"", 1), ("zzzzzzzzzzzzzzzz", 4 << 20), ("\"}]}", 1)], 4, "more than can be read")]
#[case::cards_in_cards("a.vcf", &[("BEGIN:VCARD\r\n", 400_000)], 4, "the first 100,000 are listed")]
#[case::frames_in_a_card("a.vcf", &[("BEGIN:VCARD\r\nFN:A B\r\n", 1), ("BEGIN:X\r\n", 400_000), ("END:X\r\n", 400_000), ("END:VCARD\r\n", 1)], 0, "vcard contacts")]
#[case::a_card_of_telephones("a.vcf", &[("BEGIN:VCARD\r\nFN:A B\r\n", 1), ("TEL:+49 40 555\r\n", 200_000), ("END:VCARD\r\n", 1)], 4, "more than 2000 properties")]
#[case::a_card_of_10_mib("a.vcf", &[("BEGIN:VCARD\r\nFN:A B\r\nNOTE:", 1), ("nnnnnnnnnnnnnnnn", 640 << 10), ("\r\nEND:VCARD\r\n", 1)], 4, "longer than")]
#[case::a_series_without_end("a.ics", &[("BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261101T100000Z\r\nRRULE:FREQ=SECONDLY;COUNT=2000000000\r\nSUMMARY:x\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", 1)], 0, "icalendar activities")]
fn it_is_refused_in_bounded_memory(
    #[case] name: &str,
    #[case] pieces: Pieces<'_>,
    #[case] code: i32,
    #[case] words: &str,
) {
    let folder = TempDir::new().unwrap();
    let done = imported(&folder, &written(folder.path(), name, pieces));
    assert_eq!(done.code, code, "{}", done.said);
    assert!(done.said.contains(words), "{}", done.said);
}

const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const SHEETS: &str = r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const SHEET_RELATIONS: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;
const BEGINNING: &str = r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Deal Name</t></is></c><c r="B1" t="inlineStr"><is><t>Company</t></is></c></row><row r="2"><c r="A2" t="inlineStr"><is><t>Pumps</t></is></c><c r="B2" t="inlineStr"><is><t>Acme</t></is></c></row>"#;
const END: &str = "</sheetData></worksheet>";
const NO_STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>"#;
const STRINGS: &str = r#"<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">"#;
/// A mebibyte of blanks.
fn blanks() -> String {
    " ".repeat(1 << 20)
}

fn workbook(folder: &Path, sheet: Pieces<'_>, strings: Pieces<'_>) -> PathBuf {
    let path = folder.join("a.xlsx");
    let mut zip = zip::ZipWriter::new(BufWriter::new(File::create(&path).unwrap()));
    let parts: [(&str, Pieces<'_>); 6] = [
        ("[Content_Types].xml", &[(TYPES, 1)]),
        ("_rels/.rels", &[(RELATIONS, 1)]),
        ("xl/workbook.xml", &[(SHEETS, 1)]),
        ("xl/_rels/workbook.xml.rels", &[(SHEET_RELATIONS, 1)]),
        ("xl/worksheets/sheet1.xml", sheet),
        ("xl/sharedStrings.xml", strings),
    ];
    for (name, pieces) in parts {
        zip.start_file(name, SimpleFileOptions::default().compression_level(Some(1))).unwrap();
        write(&mut zip, pieces);
    }
    zip.finish().unwrap();
    path
}

#[test]
fn a_sheet_that_promises_17_billion_cells_is_read_for_what_it_holds() {
    let folder = TempDir::new().unwrap();
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    for last in ["", far] {
        let path = workbook(folder.path(), &[(BEGINNING, 1), (last, 1), (END, 1)], &[(NO_STRINGS, 1)]);
        let done = imported(&folder, &path);
        assert_eq!(done.code, 0, "{}", done.said);
    }
}

#[test]
fn a_small_workbook_that_unfolds_to_hundreds_of_mebibytes_is_refused() {
    let (folder, blanks) = (TempDir::new().unwrap(), blanks());
    let cell = "<row r=\"3\"><c r=\"A3\" t=\"inlineStr\"><is><t>";
    let shared = format!("<si><t>{}</t></si>", "a".repeat(1000));
    let bombs: [(&str, Pieces<'_>, Pieces<'_>); 3] = [
        ("blanks", &[(BEGINNING, 1), (&blanks, 200), (END, 1)], &[(NO_STRINGS, 1)]),
        (
            "one cell",
            &[(BEGINNING, 1), (cell, 1), (&blanks, 24), ("</t></is></c></row>", 1), (END, 1)],
            &[(NO_STRINGS, 1)],
        ),
        ("texts", &[(BEGINNING, 1), (END, 1)], &[(STRINGS, 1), (&shared, 300_000), ("</sst>", 1)]),
    ];
    for (bomb, sheet, strings) in bombs {
        let done = imported(&folder, &workbook(folder.path(), sheet, strings));
        assert_eq!(done.code, 4, "{bomb}: {}", done.said);
        assert!(done.said.contains("more than can be read"), "{bomb}: {}", done.said);
    }
}

#[test]
fn a_document_of_millions_of_empty_cells_is_refused() {
    let folder = TempDir::new().unwrap();
    let names: Vec<String> = (0..4000).map(|number| format!("\"k{number}\":1")).collect();
    let first = format!("[{{{}}}", names.join(","));
    let path = written(folder.path(), "a.json", &[(&first, 1), (",{\"k1\":1}", 100_000), ("]", 1)]);
    let done = imported(&folder, &path);
    assert_eq!(done.code, 4, "{}", done.said);
    assert!(done.said.contains("more than can be read"), "{}", done.said);
}
