//! A row that cannot be taken is refused alone, with what it had begun; the rest goes in.

use keybook::domain::word::RecordKind;
use keybook::exchange::{Reason, Rejected};
use keybook::ops::history;

use crate::common::{self, Files, book, counts, dump, import, import_text, rows};

#[test]
fn an_id_that_comes_again_with_other_values_is_refused() {
    let (mut book, folder) = (book(), Files::new());
    let text = "Deal ID,Deal Name,Company,Stage,Amount\n7,Press,Acme,Proposal,10\n7,Press,Acme,Proposal,10\n7,Lathe,Bolt,Proposal,20\n";
    for first in [[1, 0, 1, 1], [0, 0, 2, 1]] {
        let report = import_text(&mut book, &folder, "deals.csv", text);
        assert_eq!(counts(&report), first);
        let Rejected { row, column, value, reason } = &report.rejected[0];
        assert_eq!((*row, column.as_deref(), value.as_str()), (4, Some("Deal ID"), "7"));
        assert_eq!(*reason, Reason::RepeatedId);
    }
    assert_eq!(rows(&book, "accounts").len(), 1, "the refused row leaves no account behind");
}

#[test]
fn those_refused_among_many_take_no_other_row_with_them() {
    let (mut book, folder) = (book(), Files::new());
    let refused = [50, 51, 147, 244];
    let mut text = "Deal ID,Deal Name,Company,Stage,Amount\n".to_owned();
    for number in 0..300 {
        let (id, account) = if refused.contains(&number) { (49, "Gone") } else { (number, "Acme") };
        text.push_str(&format!("{id},Press {number},{account} {},Proposal,10\n", number / 10));
    }
    let before = dump(&book);
    let report = import_text(&mut book, &folder, "deals.csv", &text);
    assert_eq!(counts(&report), [296, 0, 0, 4]);
    let rejected: Vec<u64> = report.rejected.iter().map(|one| one.row).collect();
    assert_eq!(rejected, refused.map(|number| number + 2));
    let codes: Vec<u64> = rows(&book, "deals").iter().map(|deal| deal["code"].as_u64().unwrap()).collect();
    assert_eq!(codes, (1..=296).collect::<Vec<_>>());
    let accounts = rows(&book, "accounts");
    assert_eq!(accounts.len(), 30);
    assert!(accounts.iter().all(|account| account["name"].as_str().unwrap().starts_with("Acme")));
    let after = dump(&book);
    history::undo(&mut book, None).unwrap();
    assert_eq!(dump(&book), before);
    history::redo(&mut book).unwrap();
    assert_eq!(dump(&book), after);
}

#[test]
fn accounts_in_a_circle_are_refused_where_it_closes_and_nothing_hangs() {
    let (mut book, folder) = (book(), Files::new());
    let text =
        "Company ID,Company Name,Parent Company\n1,North,East\n2,East,South\n3,South,North\n4,Alone,Alone\n";
    let path = folder.write("companies.csv", text);
    for expected in [[2, 1, 0, 1], [0, 0, 3, 1]] {
        let report = import(&mut book, &[&path]).remove(0);
        assert_eq!(counts(&report), expected);
        let refused = &report.rejected[0];
        assert_eq!((refused.row, refused.column.as_deref()), (4, Some("Parent Company")));
        assert_eq!(refused.reason, Reason::AboveItself);
    }
    assert_eq!(common::account(&book, "South").parent_id, None);
    assert_eq!(common::account(&book, "Alone").parent_id, None);
    assert_eq!(
        book.row::<keybook::store::table::account::Account>(
            common::account(&book, "North").parent_id.unwrap()
        )
        .unwrap()
        .name,
        "East"
    );
}

#[test]
fn a_value_that_is_not_of_its_fields_kind_is_refused_with_its_column() {
    let (mut book, folder) = (book(), Files::new());
    book.operate(|writer| {
        writer.insert_custom_field(&keybook::store::table::attachment::CustomField {
            id: writer.mint()?,
            record_kind: RecordKind::Deal,
            key: "Seats".to_owned(),
            label: "Seats".to_owned(),
            kind: keybook::domain::word::FieldKind::Number,
            choices: None,
            position: 0,
        })?;
        let label = keybook::store::Label::new(keybook::domain::deed::Deed::ImportFiles, "seats");
        Ok::<_, keybook::store::Error>(((), label))
    })
    .unwrap();
    let text =
        "Deal Name,Company,Stage,Amount,Seats\nPress,Acme,Proposal,10,12\nLathe,Bolt,Proposal,20,many\n";
    let report = import_text(&mut book, &folder, "deals.csv", text);
    assert_eq!(counts(&report), [1, 0, 0, 1]);
    let refused = &report.rejected[0];
    assert_eq!((refused.row, refused.column.as_deref(), refused.value.as_str()), (3, Some("Seats"), "many"));
    assert_eq!(refused.reason, Reason::NotOfItsKind);
    assert_eq!(rows(&book, "deals").len(), 1);
    assert!(book.accounts_named("bolt").unwrap().is_empty());
}

#[test]
fn a_file_of_refused_rows_leaves_nothing_to_undo() {
    let (mut book, folder) = (book(), Files::new());
    let before = common::dump(&book);
    let text = "Deal Name,Company,Stage,Amount,Close Date\nPress,Acme,Proposal,lots,2026-12-01\nLathe,Bolt,Demo,1,2026-13-41\n";
    let report = import_text(&mut book, &folder, "deals.csv", text);
    assert_eq!(counts(&report), [0, 0, 0, 2]);
    assert_eq!(common::dump(&book), before);
    assert!(book.history(None, 1).unwrap().is_empty());
}
