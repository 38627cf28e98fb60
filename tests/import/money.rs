//! What a deal's row says of its stage, chance and amount.

use keybook::domain::word::Status;
use keybook::ops::import::{Import, Stopped};

use crate::common::{Files, book, deal, files, import_text, stage_key, try_import};

const DEALS: &str = "Deal Name,Company,Stage,Amount,Close Date,Lost Reason\n\
    One,Acme,Tasting,1000,2026-12-01,\n\
    Two,Acme,Shelved,2000,2026-06-01,Too dear\n\
    Three,Acme,Signed,3000,2026-07-01,\n";

#[test]
fn a_stage_becomes_what_the_person_says() {
    let (mut book, folder) = (book(), Files::new());
    let path = folder.write("deals.csv", DEALS);
    let stages = [("tasting", "comparison"), ("Shelved", "lost"), ("SIGNED", "won")];
    let stages = stages.map(|(theirs, ours)| (theirs.to_owned(), ours.to_owned())).to_vec();
    try_import(&mut book, &Import { stages, ..files(&[&path]) }).unwrap();
    assert_eq!(stage_key(&book, deal(&book, "One").stage_id), "comparison");
    let (two, three) = (deal(&book, "Two"), deal(&book, "Three"));
    assert_eq!((two.status, two.closed_on), (Status::Lost, Some(crate::common::day("2026-06-01"))));
    let reasons = book.lost_reasons().unwrap();
    let reason = reasons.iter().find(|reason| Some(reason.id) == two.lost_reason_id).unwrap();
    assert_eq!(reason.name.as_deref(), Some("Too dear"));
    assert_eq!((three.status, three.lost_reason_id), (Status::Won, None));
}

#[test]
fn another_stage_for_theirs_moves_the_deals_of_the_same_file() {
    let (mut book, folder) = (book(), Files::new());
    let path = folder.write("deals.csv", DEALS);
    let told =
        |ours: &str| Import { stages: vec![("Tasting".to_owned(), ours.to_owned())], ..files(&[&path]) };
    try_import(&mut book, &told("design")).unwrap();
    let again = try_import(&mut book, &told("commitment")).unwrap();
    assert_eq!(again.value[0].tally.updated, 1);
    assert_eq!(stage_key(&book, deal(&book, "One").stage_id), "commitment");
}

#[test]
fn a_stage_that_is_none_of_ours_stops_everything() {
    let (mut book, folder) = (book(), Files::new());
    let path = folder.write("deals.csv", DEALS);
    let stages = vec![("Tasting".to_owned(), "moon".to_owned())];
    match try_import(&mut book, &Import { stages, ..files(&[&path]) }) {
        Err(Stopped::NoStage { word, known }) => {
            assert_eq!(word, "moon");
            assert!(known.contains(&"design".to_owned()));
        }
        other => panic!("{other:?}"),
    }
    assert!(book.history(None, 1).unwrap().is_empty());
}

#[test]
fn a_later_file_closes_reopens_and_dates_a_deal() {
    let (mut book, folder) = (book(), Files::new());
    let row = |stage: &str, close: &str, reason: &str| {
        format!(
            "Deal ID,Deal Name,Deal Stage,Amount,Close Date,Closed Lost Reason\n7,Press,{stage},900,{close},{reason}\n"
        )
    };
    let mut take = |stage, close, reason| {
        let report = import_text(&mut book, &folder, "deals.csv", &row(stage, close, reason));
        assert!(report.kept_ours.is_empty());
        deal(&book, "Press")
    };
    assert_eq!(take("Contract Sent", "2026-12-01", "").status, Status::Open);
    let lost = take("Closed Lost", "2026-11-02", "Price");
    assert_eq!((lost.status, lost.closed_on), (Status::Lost, Some(crate::common::day("2026-11-02"))));
    assert!(lost.lost_reason_id.is_some());
    assert_eq!(take("Closed Lost", "2026-11-03", "Price").closed_on, Some(crate::common::day("2026-11-03")));
    let open = take("Contract Sent", "2026-12-24", "");
    assert_eq!((open.status, open.closed_on, open.lost_reason_id), (Status::Open, None, None));
    let won = take("Closed Won", "2026-11-20", "");
    assert_eq!((won.status, won.closed_on), (Status::Won, Some(crate::common::day("2026-11-20"))));
}
