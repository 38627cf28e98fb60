//! Excel workbooks, put together here.

use std::io::Write;
use std::path::PathBuf;

use keybook::exchange::{Kind, ReadError};
use keybook::ops::import::FileReport;

use crate::common::*;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
    <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
    <Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELATIONS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
    <Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
/// Style 1 is a date, style 2 a date with its time.
const STYLES: &str = r#"<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">
    <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>"#;

/// A workbook of these sheets: their names, whether they are hidden, their rows in XML.
fn workbook(files: &Files, name: &str, sheets: &[(&str, bool, &str)]) -> PathBuf {
    let path = files.path(name);
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    let mut put = |name: &str, text: &str| {
        zip.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    };
    let (mut list, mut links) = (String::new(), String::new());
    for (at, (name, hidden, rows)) in sheets.iter().enumerate() {
        let state = if *hidden { " state=\"hidden\"" } else { "" };
        let n = at + 1;
        list += &format!("<sheet name=\"{name}\" sheetId=\"{n}\"{state} r:id=\"rId{n}\"/>");
        links += &format!(
            "<Relationship Id=\"rId{n}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet{n}.xml\"/>"
        );
        put(
            &format!("xl/worksheets/sheet{n}.xml"),
            &format!(
                "<?xml version=\"1.0\"?><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>{rows}</sheetData></worksheet>"
            ),
        );
    }
    links += "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>";
    put("[Content_Types].xml", TYPES);
    put("_rels/.rels", RELATIONS);
    put("xl/styles.xml", STYLES);
    put(
        "xl/workbook.xml",
        &format!(
            "<?xml version=\"1.0\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>{list}</sheets></workbook>"
        ),
    );
    put(
        "xl/_rels/workbook.xml.rels",
        &format!(
            "<?xml version=\"1.0\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{links}</Relationships>"
        ),
    );
    zip.finish().unwrap();
    path
}

/// A row of cells: `n:1.5` a number, `d:46347` a date, `t:46347.5` a date with its time, other text as it is.
fn row(number: u32, cells: &[&str]) -> String {
    let mut xml = format!("<row r=\"{number}\">");
    for (letter, cell) in ('A'..).zip(cells).filter(|(_, cell)| !cell.is_empty()) {
        xml += &match cell.split_once(':') {
            Some(("n", value)) => format!("<c r=\"{letter}{number}\"><v>{value}</v></c>"),
            Some(("d", value)) => format!("<c r=\"{letter}{number}\" s=\"1\"><v>{value}</v></c>"),
            Some(("t", value)) => format!("<c r=\"{letter}{number}\" s=\"2\"><v>{value}</v></c>"),
            _ => format!("<c r=\"{letter}{number}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
        };
    }
    xml + "</row>"
}

fn deals() -> String {
    [
        row(1, &["Pipeline of the north"]),
        row(3, &["Deal Name", "Company", "Amount (EUR)", "Close Date", "Stage", "Remark"]),
        row(4, &["Pumps", "Nordwind AG", "n:1234.5", "d:46347", "Design", "a, &quot;b&quot;"]),
        row(5, &["Valves", "Nordwind AG", "many", "d:46347", "Design"]),
        row(7, &["Seals", "Helios Ltd", "n:80000", "d:46348"]),
    ]
    .concat()
}

#[test]
fn a_sheet_is_read_like_a_table_and_rows_keep_their_numbers() {
    let (files, mut book) = (Files::new(), book());
    let path =
        workbook(&files, "deals.xlsx", &[("Deals", false, &deals()), ("Notes", true, &row(1, &["x"]))]);
    let report = import(&mut book, &[&path]).remove(0);
    assert_eq!((report.path.clone(), report.plan.as_ref().unwrap().kind), (path, Kind::Deals));
    assert_eq!(counts(&report), [2, 0, 0, 1]);
    let refused = &report.rejected[0];
    assert_eq!(
        (refused.row, refused.column.as_deref(), refused.reason.code()),
        (5, Some("Amount (EUR)"), "not_an_amount")
    );
    let pumps = deal(&book, "Pumps");
    assert_eq!((pumps.amount, pumps.close_on), (Some(123_450), Some(day("2026-11-21"))));
    assert_eq!(deal(&book, "Seals").amount, Some(8_000_000));
}

#[test]
fn each_sheet_of_a_workbook_is_joined_with_the_others() {
    let (files, mut book) = (Files::new(), book());
    let accounts = [row(1, &["Company Name", "Industry"]), row(2, &["Nordwind AG", "Energy"])].concat();
    let prose = row(1, &["Read me first"]);
    let sheets = [("Deals", false, deals()), ("Clients", false, accounts), ("Read me", false, prose)];
    let sheets: Vec<_> = sheets.iter().map(|(name, hidden, rows)| (*name, *hidden, rows.as_str())).collect();
    let path = workbook(&files, "all.xlsx", &sheets);
    let reports = try_import(&mut book, &crate::common::files(&[&path])).unwrap().value;
    let of = |name: &str| -> &FileReport {
        reports.iter().find(|report| report.path.to_string_lossy().ends_with(name)).unwrap()
    };
    assert_eq!(reports.len(), 3);
    assert_eq!(of("all.xlsx [Clients]").plan.as_ref().unwrap().kind, Kind::Accounts);
    assert!(matches!(of("[Read me]").plan, Err(ReadError::NotRecognised { .. })));
    assert_eq!(account(&book, "Nordwind AG").industry.as_deref(), Some("Energy"));
    assert_eq!(deal(&book, "Pumps").account_id, account(&book, "Nordwind AG").id);
}

#[test]
fn another_archive_is_refused_by_name() {
    let (files, mut book) = (Files::new(), book());
    let path = files.write("letter.docx", "PK\x03\x04 not whole");
    let reports = try_import(&mut book, &crate::common::files(&[&path])).unwrap().value;
    assert!(matches!(reports[0].plan, Err(ReadError::Workbook { .. })), "{:?}", reports[0].plan);
}

#[test]
fn a_small_file_that_unfolds_without_end_is_refused() {
    let (files, mut book) = (Files::new(), book());
    let far = row(1, &["Name"]) + "<row r=\"1048577\"><c r=\"A1048577\"><v>1</v></c></row>";
    let wide = row(1, &["Name"]) + "<row r=\"2\"><c r=\"XFE2\"><v>1</v></c></row>";
    for rows in [far, wide] {
        let path = workbook(&files, "far.xlsx", &[("Far", false, &rows)]);
        let reports = try_import(&mut book, &crate::common::files(&[&path])).unwrap().value;
        assert!(matches!(reports[0].plan, Err(ReadError::TooLarge(_))), "{:?}", reports[0].plan);
    }
    let path = files.path("bomb.xlsx");
    let mut zip = zip::ZipWriter::new(std::fs::File::create(&path).unwrap());
    zip.start_file("xl/sharedStrings.xml", zip::write::SimpleFileOptions::default()).unwrap();
    let spaces = vec![b' '; 1 << 20];
    for _ in 0..600 {
        zip.write_all(&spaces).unwrap();
    }
    zip.finish().unwrap();
    assert!(std::fs::metadata(&path).unwrap().len() < 2 << 20);
    let reports = try_import(&mut book, &crate::common::files(&[&path])).unwrap().value;
    assert!(matches!(reports[0].plan, Err(ReadError::TooLarge(_))), "{:?}", reports[0].plan);
}
