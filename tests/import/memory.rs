//! What a person put right of a file is taken as told for the next one of its shape.

use keybook::exchange::{Chosen, Kind, Options, Order, parse_correction};
use keybook::ops::history;
use keybook::ops::import::{FileReport, Import, forget, remembered};

use crate::common::{Files, book, counts, files, rows, try_import};

const FIRST: &str = "Was,Wer,Wieviel,Stufe\nPumpen,Acme,\"1.200,50\",heiß\n";
const SECOND: &str = "Was,Wer,Wieviel,Stufe\nVentile,Bolt,\"2.000,00\",heiß\n";

fn told() -> Import {
    let corrections = ["Was=name", "Wer=account", "Wieviel=amount", "Stufe=stage"];
    let corrections = corrections.iter().map(|text| parse_correction(text).unwrap()).collect();
    let options = Options { kind: Some(Kind::Deals), corrections, ..Options::default() };
    Import { options, stages: vec![("heiß".into(), "commitment".into())], ..Import::default() }
}

/// Whether a person said of any column what it is.
fn is_by_hand(report: &FileReport) -> bool {
    let plan = report.plan.as_ref();
    plan.is_ok_and(|plan| plan.columns.iter().any(|column| column.chosen == Chosen::ByHand))
}

#[test]
fn the_next_file_of_the_shape_is_read_as_the_first_was_put_right() {
    let (mut book, folder) = (book(), Files::new());
    let (first, second) = (folder.write("may.csv", FIRST), folder.write("june.csv", SECOND));
    try_import(&mut book, &Import { files: vec![first], ..told() }).unwrap();
    let reports = try_import(&mut book, &files(&[&second])).unwrap().value;
    assert_eq!((counts(&reports[0]), reports[0].was_known), ([1, 0, 0, 0], true));
    let deals = rows(&book, "deals");
    let stages: Vec<_> = deals.iter().map(|deal| deal["stage_id"].clone()).collect();
    assert_eq!((deals.len(), &stages[0]), (2, &stages[1]));
    assert_eq!((&deals[1]["name"], &deals[1]["amount"]), (&"Ventile".into(), &"2000.00".into()));
}

#[test]
fn what_is_told_now_goes_before_what_was_told_and_is_remembered_in_its_place() {
    let (mut book, folder) = (book(), Files::new());
    let (first, second) = (folder.write("may.csv", FIRST), folder.write("june.csv", SECOND));
    try_import(&mut book, &Import { files: vec![first], ..told() }).unwrap();
    let corrections = vec![parse_correction("Wieviel=").unwrap()];
    let options = Options { corrections, date_order: Some(Order::DayFirst), ..Options::default() };
    let now = Import { options, stages: vec![("heiß".into(), "won".into())], ..files(&[&second]) };
    try_import(&mut book, &now).unwrap();
    assert_eq!(rows(&book, "deals")[1]["status"], "won");
    let known = remembered(&book).unwrap();
    assert_eq!((known.len(), known[0].file.as_str()), (1, "june.csv"));
    let told = &known[0].told;
    assert_eq!(
        (told.kind, told.date_order, told.corrections.len()),
        (Some(Kind::Deals), Some(Order::DayFirst), 4)
    );
    assert_eq!(told.corrections[3].target.to_string(), "");
    assert_eq!(told.stages, [("heiß".to_owned(), "won".to_owned())]);
}

#[test]
fn a_file_read_afresh_or_of_another_shape_knows_nothing_of_it() {
    let (mut book, folder) = (book(), Files::new());
    let (first, second) = (folder.write("may.csv", FIRST), folder.write("june.csv", SECOND));
    try_import(&mut book, &Import { files: vec![first], ..told() }).unwrap();
    let afresh = try_import(&mut book, &Import { afresh: true, dry_run: true, ..files(&[&second]) }).unwrap();
    assert!(!afresh.value[0].was_known);
    assert!(!is_by_hand(&afresh.value[0]));
    let other = folder.write("other.csv", &SECOND.replace("Stufe", "Phase"));
    assert!(!is_by_hand(&try_import(&mut book, &files(&[&other])).unwrap().value[0]));
}

#[test]
fn what_is_remembered_goes_with_the_import_that_told_it_and_can_be_forgotten() {
    let (mut book, folder) = (book(), Files::new());
    let path = folder.write("may.csv", FIRST);
    let import = Import { files: vec![path.clone()], ..told() };
    try_import(&mut book, &Import { dry_run: true, ..import.clone() }).unwrap();
    assert!(remembered(&book).unwrap().is_empty(), "a dry run tells nothing");
    try_import(&mut book, &import).unwrap();
    history::undo(&mut book, None).unwrap();
    assert!(remembered(&book).unwrap().is_empty());
    history::redo(&mut book).unwrap();
    assert_eq!(forget(&mut book, "may.csv").unwrap().value, 1);
    assert!(remembered(&book).unwrap().is_empty());
    assert!(forget(&mut book, "may.csv").is_err());
    history::undo(&mut book, None).unwrap();
    assert_eq!(remembered(&book).unwrap().len(), 1);
    let report = try_import(&mut book, &files(&[&path])).unwrap();
    assert_eq!((counts(&report.value[0]), report.operation), ([0, 0, 1, 0], None), "nothing new to remember");
}

#[test]
fn a_file_without_headers_has_no_shape_to_remember() {
    let (mut book, folder) = (book(), Files::new());
    let path = folder.write("bare.csv", "Acme,acme.example,2026-01-02\nBolt,bolt.example,2026-02-03\n");
    let correction = parse_correction("Column 1=name").unwrap();
    let options = Options { kind: Some(Kind::Accounts), corrections: vec![correction], ..Options::default() };
    let reports = try_import(&mut book, &Import { options, ..files(&[&path]) }).unwrap().value;
    assert_eq!(counts(&reports[0]), [2, 0, 0, 0]);
    assert!(remembered(&book).unwrap().is_empty());
}
