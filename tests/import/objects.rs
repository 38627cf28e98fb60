//! Lists of records in JSON, as other programs write them, and what is refused of them.

use std::path::PathBuf;

use keybook::exchange::ReadError;
use keybook::store::Book;

use crate::common::*;

/// Why nothing of a file was taken.
fn refused(book: &mut Book, path: &PathBuf) -> ReadError {
    try_import(book, &files(&[path])).unwrap().value.remove(0).plan.unwrap_err()
}

#[test]
fn a_list_of_objects_goes_in_like_a_table() {
    let (mut book, folder) = (book(), Files::new());
    let text = r#"[
        {"First Name": "Jane", "Last Name": "Doe", "Email": "jane@acme.example", "Company": "Acme",
         "Address": {"City": "Ulm"}, "Tags": ["key", "north"]},
        {"First Name": "李", "Last Name": "伟", "Company": "华东", "Phone": 13800138000}
    ]"#;
    let path = folder.write("people.json", text);
    let report = import(&mut book, &[&path]).remove(0);
    assert_eq!(counts(&report), [2, 0, 0, 0]);
    let again = import(&mut book, &[&path]).remove(0);
    assert_eq!(counts(&again), [0, 0, 2, 0]);
    assert_eq!(rows(&book, "contacts").len(), 2);
}

#[test]
fn lists_under_names_and_one_record_a_line_go_in_too() {
    let (mut book, folder) = (book(), Files::new());
    let text = r#"{"exported": "2026-11-21", "total": 2,
        "companies": [{"Company ID": 7, "Company Name": "Acme"}],
        "deals": [{"Deal ID": 1, "Deal Name": "Pumps", "Company": "Acme", "Stage": "Proposal", "Amount": 1250.5}]}"#;
    let reports = import(&mut book, &[&folder.write("crm.json", text)]);
    assert_eq!(reports.iter().map(counts).collect::<Vec<_>>(), [[1, 0, 0, 0], [1, 0, 0, 0]]);
    assert!(reports[1].path.to_string_lossy().ends_with("crm.json [deals]"));
    let lines = "\u{feff}{\"Name\": \"Ada\", \"Email\": \"ada@x.example\"}\n\n{\"Name\": \"Bob\", \"Email\": \"bob@x.example\"}\n";
    assert_eq!(counts(&import(&mut book, &[&folder.write("people.jsonl", lines)])[0]), [2, 0, 0, 0]);
}

#[test]
fn what_is_damaged_or_nested_without_end_is_refused_with_its_place() {
    let (mut book, folder) = (book(), Files::new());
    let deep = format!("[{{\"Name\": {}1{}}}]", "[".repeat(200_000), "]".repeat(200_000));
    for (text, said) in [("[{\"Name\": \"Ada\"},\n {\"Name\" \"Bob\"}]", "line 2"), (&deep, "recursion")] {
        let error = refused(&mut book, &folder.write("broken.json", text));
        assert!(matches!(&error, ReadError::Json { why, .. } if why.contains(said)), "{error:?}");
    }
    let endless = format!("[{{\"Name\": \"{}\"}}]", "x".repeat(20 << 20));
    let error = refused(&mut book, &folder.write("long.json", &endless));
    assert!(matches!(error, ReadError::TooLarge(_)), "{error:?}");
    assert_eq!(rows(&book, "contacts").len(), 0);
}
