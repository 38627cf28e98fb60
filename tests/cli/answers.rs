//! JSON field by field as promised.

use serde_json::json;

use crate::shelf::{Shelf, fields};

/// The fields that begin a record; later ones may be added behind them.
fn begins(record: &serde_json::Value, promised: &str) {
    let promised: Vec<&str> = promised.split(", ").collect();
    let names = fields(record);
    assert_eq!(names[..promised.len().min(names.len())], promised[..]);
}

#[test]
fn records_have_the_promised_fields_in_their_order() {
    let shelf = Shelf::stocked();
    begins(
        &shelf.json(&["account", "list"])[0],
        "id, code, name, tier, industry, owner, parent, potential, share, currency, posture, level, phase, \
         open_deals, open_amount, last_contact, tags, fields",
    );
    begins(
        &shelf.json(&["contact", "list"])[0],
        "id, code, name, account, title, emails, phones, parts, decision_role, stance, needs, quadrants, \
         dominant, step, reports_to, last_contact",
    );
    begins(
        &shelf.json(&["deal", "list"])[0],
        "id, code, name, account, amount, currency, stage, win_rate, weighted, close_date, status, contacts, \
         products, next_step, next_on, attention",
    );
}

#[test]
fn figures_have_the_promised_fields() {
    let shelf = Shelf::stocked();
    let funnel = shelf.json(&["funnel"]);
    begins(&funnel, "stages, total, currency, without_rate, as_of");
    begins(&funnel["stages"][0], "stage, name, win_rate, deals, amount, weighted");
    begins(&funnel["total"], "deals, amount, weighted");
    let forecast = shelf.json(&["forecast"]);
    begins(
        &forecast,
        "period, quota, won, small_orders, weighted, attainment, progress, p10, p50, p90, chance, currency, \
         as_of",
    );
    assert_eq!(forecast["period"], "2026Q4");
    assert_eq!(forecast["attainment"], json!(null));
}

#[test]
fn money_is_text_rates_are_numbers_dates_are_plain_and_what_is_absent_is_null() {
    let shelf = Shelf::stocked();
    let deal = shelf.json(&["deal", "show", "数控"]);
    assert_eq!(deal["amount"], "364.80");
    assert_eq!(deal["currency"], "EUR");
    assert_eq!(deal["win_rate"], json!(0.3));
    assert_eq!(deal["weighted"], "109.44");
    assert_eq!(deal["close_date"], "2027-01-15");
    assert_eq!(deal["next_step"], json!(null));
    assert_eq!(deal["contacts"], json!([]));
    assert_eq!(deal["id"].as_str().unwrap().len(), 13);
    assert_eq!(shelf.json(&["deal", "show", "Old machines"])["amount"], json!(null));
}

#[test]
fn an_empty_list_is_an_empty_array() {
    let shelf = Shelf::new();
    for noun in ["account", "contact", "deal", "product", "order", "quota", "rate"] {
        assert_eq!(shelf.json(&[noun, "list"]), json!([]), "{noun}");
    }
    assert_eq!(shelf.json(&["search", "nothing"]), json!([]));
    assert_eq!(shelf.json(&["history"]), json!({ "operations": [] }));
}

#[test]
fn the_history_names_what_was_done_with_instants_in_utc() {
    let shelf = Shelf::stocked();
    let history = shelf.json(&["history", "--limit", "1"]);
    let operation = &history["operations"][0];
    begins(operation, "id, at, label, changes, undone");
    assert_eq!(operation["label"], "Add deal Old machines");
    assert_eq!(operation["undone"], json!(false));
    let at = operation["at"].as_str().unwrap();
    assert!(at.starts_with("2026-11-21T") && at.ends_with('Z'), "{at}");
    let deal = shelf.json(&["history", "acme renewal"]);
    assert_eq!(deal["operations"].as_array().unwrap().len(), 1);
    shelf.does(&["deal", "edit", "D-1", "--amount", "1.5m"]);
    let details = shelf.json(&["history", "D-1", "--limit", "1"])["operations"][0]["details"].clone();
    assert_eq!(details, json!([{ "field": "Amount", "old": "120,000 EUR", "new": "1,500,000 EUR" }]));
}

#[test]
fn a_search_says_what_was_found_and_where_it_belongs() {
    let shelf = Shelf::stocked();
    let hits = shelf.json(&["search", "数控"]);
    begins(&hits[0], "kind, id, name, where, snippet");
    assert_eq!(hits[0]["kind"], "deal");
    assert_eq!(hits[0]["where"], "华东机床有限公司");
}

#[test]
fn what_is_due_today_is_told_with_what_is_late() {
    let shelf = Shelf::stocked();
    let today = shelf.json(&["today"]);
    assert_eq!(today["today"], "2026-11-21");
    assert_eq!(today["next_steps"][0]["text"], "call Jane");
    assert_eq!(today["next_steps"][0]["overdue"], json!(true));
}

#[test]
fn what_is_due_today_is_one_list_as_csv() {
    let shelf = Shelf::stocked();
    let csv = shelf.does(&["today", "--format", "csv"]);
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    assert_eq!(lines.next().unwrap(), "kind,id,on,overdue,text,deal,contact,account");
    let first = lines.next().unwrap();
    assert!(first.starts_with("next_step,") && first.contains(",true,call Jane,"), "{csv}");
}

#[test]
fn quotas_rates_and_orders_come_back_as_they_were_given() {
    let shelf = Shelf::stocked();
    let quota = shelf.json(&["quota", "set", "2026Q4", "500k"]);
    assert_eq!(quota, json!({ "period": "2026Q4", "amount": "500000.00", "currency": "EUR" }));
    let rate = shelf.json(&["rate", "set", "USD", "7.12", "--on", "2026-10-01"]);
    assert_eq!(rate, json!({ "currency": "USD", "rate": 7.12, "base": "EUR", "on": "2026-10-01" }));
    let order = shelf.json(&["order", "add", "--account", "acme", "--amount", "950", "--on", "2026-11-02"]);
    assert_eq!((&order["amount"], &order["on"]), (&json!("950.00"), &json!("2026-11-02")));
    let forecast = shelf.json(&["forecast"]);
    assert_eq!(forecast["small_orders"], "950.00");
    assert_eq!(forecast["attainment"], json!((950.0 + 6000.0) / 500_000.0));
}

#[test]
fn the_guide_explains_a_term_under_its_name_in_either_language() {
    let shelf = Shelf::stocked();
    let terms = shelf.json(&["guide"]);
    begins(&terms[0], "term, title, chapter, text");
    let one = shelf.json(&["guide", "四象限"]);
    assert_eq!(one[0]["term"], json!("quadrants"));
    assert_eq!(one.as_array().map(Vec::len), Some(1));
    assert_eq!(shelf.run(&["guide", "no", "such", "term"]).code, 3);
}
