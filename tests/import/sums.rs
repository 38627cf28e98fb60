//! The book's figures are those that plain CSV code takes from the same files, in whatever order they come.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use keybook::store::Book;
use rstest::rstest;
use serde_json::Value;

use crate::common::{Files, book, counts, dump, import, rows, table};
use crate::sample::{Set, hubspot, salesforce};

/// Number and sum of deals, in cents.
type Sums = BTreeMap<String, (u64, i64)>;

/// By stage of ours; closed ones also by the month of closing: `won 2025-03`.
fn of_file(set: &Set) -> Sums {
    let (_, text) = &set.files[2];
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let at = set.columns.map(|column| headers.iter().position(|header| header == column).unwrap());
    let mut sums = Sums::new();
    for row in reader.records() {
        let row = row.unwrap();
        let [stage, amount, close] = at.map(|at| row.get(at).unwrap());
        let (_, ours) = set.stages.iter().find(|(theirs, _)| *theirs == stage).unwrap();
        let cents: i64 = amount.replace('.', "").parse().unwrap();
        let day = NaiveDate::parse_from_str(close, set.dates).unwrap();
        let key = match *ours {
            "won" | "lost" => format!("{ours} {}", day.format("%Y-%m")),
            open => open.to_owned(),
        };
        let sum = sums.entry(key).or_default();
        *sum = (sum.0 + 1, sum.1 + cents);
    }
    sums
}

fn of_book(book: &Book) -> Sums {
    let view = book.funnel(None, None).unwrap();
    let stages = book.stages().unwrap();
    let mut sums = Sums::new();
    for line in view.funnel.lines.iter().filter(|line| line.deals > 0) {
        let key = stages.iter().find(|stage| stage.id == line.stage).unwrap().key.clone();
        sums.insert(key, (line.deals, i64::try_from(line.amount).unwrap()));
    }
    for deal in rows(book, "deals") {
        if deal["status"] == "open" {
            continue;
        }
        let text = |column: &str| deal[column].as_str().unwrap().to_owned();
        let sum = sums.entry(format!("{} {}", text("status"), &text("closed_on")[..7])).or_default();
        *sum = (sum.0 + 1, sum.1 + text("amount").replace('.', "").parse::<i64>().unwrap());
    }
    sums
}

/// What is known of who belongs to whom, by names: independent of ids and of the order of making.
fn who(book: &Book) -> Vec<String> {
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut document: Value = serde_json::from_str(&dump(book)).unwrap();
    let [accounts, contacts, deals, parts] =
        ["accounts", "contacts", "deals", "deal_contacts"].map(|plural| table(&mut document, plural));
    let named = |rows: &[Value]| -> BTreeMap<String, String> {
        rows.iter().map(|row| (text(&row["id"]), text(&row["name"]))).collect()
    };
    let names = [&accounts, &contacts, &deals].map(|rows| named(rows));
    let of = |kind: usize, id: &Value| names[kind].get(&text(id)).cloned().unwrap_or_default();
    let mut who: Vec<String> = names[0].values().cloned().collect();
    who.extend(contacts.iter().map(|row| format!("{} at {}", row["name"], of(0, &row["account_id"]))));
    who.extend(deals.iter().map(|row| format!("{} to {}", row["name"], of(0, &row["account_id"]))));
    who.extend(
        parts.iter().map(|row| format!("{} in {}", of(1, &row["contact_id"]), of(2, &row["deal_id"]))),
    );
    who.sort();
    who
}

const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

#[rstest]
#[case::hubspot(hubspot())]
#[case::salesforce(salesforce())]
fn figures_and_people_are_those_of_the_files_in_every_order(#[case] set: Set) {
    let folder = Files::new();
    let paths: Vec<_> = set.files.iter().map(|(name, text)| folder.write(name, text)).collect();
    let mut first = None;
    for order in ORDERS {
        let (mut at_once, mut one_by_one) = (book(), book());
        let reports = import(&mut at_once, &order.map(|at| &paths[at]));
        for (report, at) in reports.iter().zip(order) {
            let lines = set.files[at].1.lines().count() as u64 - 1;
            assert_eq!(counts(report), [lines, 0, 0, 0], "{}", set.files[at].0);
        }
        for at in order {
            let report = import(&mut one_by_one, &[&paths[at]]).remove(0);
            assert_eq!(report.tally.rejected, 0);
            assert_eq!(report.tally.rows(), set.files[at].1.lines().count() as u64 - 1);
        }
        let expected = first.get_or_insert_with(|| who(&at_once));
        for book in [&at_once, &one_by_one] {
            assert_eq!(of_book(book), of_file(&set), "{order:?}");
            assert_eq!(&who(book), expected, "{order:?}");
        }
    }
}

#[test]
fn the_past_of_closed_deals_begins_when_they_were_made() {
    let folder = Files::new();
    let mut book = book();
    let text = "Deal ID,Deal Name,Deal Stage,Amount,Close Date,Create Date\n\
                1,Past,Closed Won,100,2026-05-10,2026-02-01\n\
                2,Odd,Closed Lost,50,2026-03-01,2026-04-01\n\
                3,Ahead,Closed Won,70,2027-01-05,2026-10-01\n";
    let path = folder.write("deals.csv", text);
    import(&mut book, &[&path]);
    let deals_on = |day: &str| book.funnel(None, Some(crate::common::day(day))).unwrap().funnel.total.deals;
    assert_eq!(deals_on("2026-01-31"), 0);
    assert_eq!(deals_on("2026-02-15"), 1);
    assert_eq!(deals_on("2026-05-10"), 0);
    assert_eq!(deals_on("2026-10-15"), 1);
    let events = rows(&book, "deal_events");
    assert!(events.iter().all(|event| event["day"].as_str() <= Some("2026-11-21")), "no event lies ahead");
}
