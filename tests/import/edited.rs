//! The same file again, edited files, and records edited here in between.

use std::collections::BTreeMap;

use keybook::domain::word::RecordKind;
use keybook::ops::account::AccountInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::DealInput;
use keybook::ops::{Hanging, account, contact, deal, merge};
use keybook::store::table::deal::Deal;
use rstest::rstest;

use crate::common::{self, Files, book, counts, dump, import, import_text, rows};
use crate::sample::{Set, hubspot, salesforce};

#[rstest]
#[case::hubspot(hubspot())]
#[case::salesforce(salesforce())]
fn the_same_files_again_change_nothing(#[case] set: Set) {
    let (mut book, folder) = (book(), Files::new());
    let paths: Vec<_> = set.files.iter().map(|(name, text)| folder.write(name, text)).collect();
    import(&mut book, &[&paths[2], &paths[0], &paths[1]]);
    let (before, history) = (dump(&book), book.history(None, 9).unwrap());
    for report in import(&mut book, &[&paths[0], &paths[1], &paths[2]]) {
        let rows = report.tally.rows();
        assert_eq!(counts(&report), [0, 0, rows, 0]);
        assert!(report.kept_ours.is_empty());
    }
    assert_eq!(dump(&book), before);
    assert_eq!(book.history(None, 9).unwrap(), history, "nothing to undo");
}

const HEADER: &str = "Deal Name,Company,Stage,Amount,Close Date,Next Step,Region\n";

/// Every deal by name and amount: the columns that an import may fill.
fn deals(book: &keybook::store::Book) -> BTreeMap<String, serde_json::Value> {
    let plain = |mut row: serde_json::Value| {
        let key = format!("{} {}", row["name"], row["amount"]);
        row.as_object_mut().unwrap().retain(|column, _| column != "updated_at");
        (key, row)
    };
    rows(book, "deals").into_iter().map(plain).collect()
}

#[test]
fn an_edited_file_changes_only_what_was_edited_in_it() {
    let (mut book, folder) = (book(), Files::new());
    let text = format!(
        "{HEADER}Press,Acme,Proposal,100,2026-12-01,Call,North\nLathe,Bolt,Demo,200,2026-12-02,Write,South\n"
    );
    import_text(&mut book, &folder, "deals.csv", &text);
    let mut expected = common::deal(&book, "Press");
    let input = DealInput { next_step: Some(Some("Visit".to_owned())), ..DealInput::default() };
    deal::edit(&mut book, expected.id, &input).unwrap();
    let edited = text.replace("100,2026-12-01", "150,2026-12-01").replace("North", "East");
    let report = import_text(&mut book, &folder, "deals.csv", &edited);
    assert_eq!(counts(&report), [0, 1, 1, 0]);
    assert!(report.kept_ours.is_empty());
    let found = common::deal(&book, "Press");
    (expected.amount, expected.next_step) = (Some(15_000), Some("Visit".to_owned()));
    expected.updated_at = found.updated_at;
    assert_eq!(found, expected);
    let value = rows(&book, "custom_values").into_iter().find(|row| row["record_id"] == found.id.to_string());
    assert_eq!(value.unwrap()["value"], "East");
}

#[test]
fn where_both_sides_changed_ours_stays_and_is_reported_once() {
    let (mut book, folder) = (book(), Files::new());
    let text = format!("{HEADER}Press,Acme,Proposal,100,2026-12-01,Call,North\n");
    import_text(&mut book, &folder, "deals.csv", &text);
    let id = common::deal(&book, "Press").id;
    let hanging =
        Hanging { fields: vec![("Region".to_owned(), Some("West".to_owned()))], ..Hanging::default() };
    let input = DealInput { next_step: Some(Some("Visit".to_owned())), hanging, ..DealInput::default() };
    deal::edit(&mut book, id, &input).unwrap();
    let edited = text.replace("Call", "Wait").replace("North", "East");
    let report = import_text(&mut book, &folder, "deals.csv", &edited);
    let kept: Vec<_> = report
        .kept_ours
        .iter()
        .map(|kept| {
            (
                kept.row,
                kept.kind,
                kept.record.as_str(),
                kept.field.as_str(),
                kept.ours.as_deref(),
                kept.theirs.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        kept,
        [
            (2, RecordKind::Deal, "Press", "next_step", Some("Visit"), Some("Wait")),
            (2, RecordKind::Deal, "Press", "field.Region", Some("West"), Some("East")),
        ]
    );
    assert_eq!(common::deal(&book, "Press").next_step.as_deref(), Some("Visit"));
    assert!(import_text(&mut book, &folder, "deals.csv", &edited).kept_ours.is_empty());
}

#[test]
fn emptied_cells_and_lists_take_away_only_what_came_from_them() {
    let (mut book, folder) = (book(), Files::new());
    let text =
        "Full Name,Email,Company,Job Title,Tags\nAda Byron,ada@x.example;ab@y.example,Acme,Buyer,VIP;north\n";
    import_text(&mut book, &folder, "people.csv", text);
    let ada = common::contact(&book, "Ada Byron");
    let emails = ["ada@x.example", "ab@y.example", "own@z.example"].map(|email| (None, email.to_owned()));
    let hanging = Hanging { tags: vec!["ours".to_owned()], ..Hanging::default() };
    let input = ContactInput { emails: Some(emails.to_vec()), hanging, ..ContactInput::default() };
    contact::edit(&mut book, ada.id, &input).unwrap();
    let edited = text.replace(";ab@y.example", "").replace("Buyer", "").replace("VIP;north", "");
    let report = import_text(&mut book, &folder, "people.csv", &edited);
    assert_eq!(counts(&report), [0, 1, 0, 0]);
    assert_eq!(common::contact(&book, "Ada Byron").title, None);
    let left: Vec<_> = book.emails_of(ada.id).unwrap().into_iter().map(|row| row.address).collect();
    assert_eq!(left, ["ada@x.example", "own@z.example"]);
    let tags: Vec<_> = rows(&book, "taggings").iter().map(|row| row["tag_id"].clone()).collect();
    let ours: Vec<_> = rows(&book, "tags").into_iter().filter(|tag| tag["name"] == "ours").collect();
    assert_eq!(tags, [ours[0]["id"].clone()]);
}

#[test]
fn rows_in_another_order_or_gone_change_nothing_here() {
    let (mut book, folder) = (book(), Files::new());
    let row = |amount: u32, step: &str| format!("Renewal,Acme,Proposal,{amount},2026-12-01,{step},North\n");
    let (a, b, c) = (row(1, "a"), row(2, "b"), row(3, "c"));
    import_text(&mut book, &folder, "deals.csv", &format!("{HEADER}{a}{b}{c}"));
    let before = deals(&book);
    assert_eq!(before.len(), 3, "rows that only their place tells apart are deals of their own");
    for rest in [format!("{c}{a}{b}"), format!("{b}{c}"), c.clone(), format!("{b}{a}")] {
        let report = import_text(&mut book, &folder, "deals.csv", &format!("{HEADER}{rest}"));
        assert_eq!((report.tally.created, report.tally.updated), (0, 0), "{rest}");
    }
    let edited = c.replace(",3,", ",30,");
    let report = import_text(&mut book, &folder, "deals.csv", &format!("{HEADER}{b}{a}{edited}"));
    assert_eq!(counts(&report), [0, 1, 2, 0]);
    let after = deals(&book);
    assert_eq!(
        after.values().map(|deal| deal["amount"].as_str().unwrap()).collect::<Vec<_>>(),
        ["1.00", "2.00", "30.00"]
    );
    let report =
        import_text(&mut book, &folder, "deals.csv", &format!("{HEADER}{a}{b}{edited}{}", row(4, "d")));
    assert_eq!(counts(&report), [1, 0, 3, 0]);
}

#[test]
fn what_was_deleted_here_stays_deleted_with_all_that_only_it_named() {
    let (mut book, folder) = (book(), Files::new());
    let text = format!(
        "{HEADER}Press,Acme,Proposal,100,2026-12-01,Call,North\nLathe,Bolt,Demo,200,2026-12-02,Write,South\n"
    );
    import_text(&mut book, &folder, "deals.csv", &text);
    let acme = common::account(&book, "Acme").id;
    account::delete(&mut book, acme).unwrap();
    let before = dump(&book);
    let report = import_text(&mut book, &folder, "deals.csv", &text);
    assert_eq!(counts(&report), [0, 0, 2, 0]);
    let edited = text.replace("100", "150");
    assert_eq!(counts(&import_text(&mut book, &folder, "deals.csv", &edited)), [0, 0, 2, 0]);
    assert_eq!(dump(&book), before, "neither the deal nor its account came back");
}

#[test]
fn records_renamed_or_merged_here_are_known_again() {
    let (mut book, folder) = (book(), Files::new());
    let text = format!(
        "{HEADER}Press,Acme,Proposal,100,2026-12-01,Call,North\nLathe,Bolt,Demo,200,2026-12-02,Write,South\n"
    );
    import_text(&mut book, &folder, "deals.csv", &text);
    let (acme, bolt) = (common::account(&book, "Acme").id, common::account(&book, "Bolt").id);
    let name = Some("Acme Norge".to_owned());
    account::edit(&mut book, acme, &AccountInput { name, ..AccountInput::default() }).unwrap();
    merge::accounts(&mut book, bolt, acme, &[]).unwrap();
    let press = common::deal(&book, "Press").id;
    deal::edit(&mut book, press, &DealInput { name: Some("Big press".to_owned()), ..DealInput::default() })
        .unwrap();
    let edited = text.replace("100", "150").replace("200", "250");
    let report = import_text(&mut book, &folder, "deals.csv", &edited);
    assert_eq!(counts(&report), [0, 2, 0, 0]);
    assert!(report.kept_ours.is_empty(), "{:?}", report.kept_ours);
    assert_eq!(rows(&book, "accounts").len(), 1);
    let press: Deal = book.row(press).unwrap();
    assert_eq!((press.name.as_str(), press.amount, press.account_id), ("Big press", Some(15_000), acme));
    assert_eq!(common::deal(&book, "Lathe").amount, Some(25_000));
}
