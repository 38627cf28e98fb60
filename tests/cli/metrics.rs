//! The measures, field by field.

use serde_json::json;

use crate::shelf::{Shelf, fields};

#[test]
fn measures_of_an_account_and_of_the_book_name_their_inputs_and_what_is_missing() {
    let shelf = Shelf::new();
    shelf.does(&["account", "add", "Acme", "--tier", "key", "--potential", "1000"]);
    shelf.does(&["account", "add", "Borg"]);
    shelf.does(&["order", "add", "--account", "Acme", "--amount", "250", "--on", "2026-03-01"]);
    shelf.does(&["order", "add", "--account", "Borg", "--amount", "99", "--on", "2025-03-01"]);
    shelf.does(&["departure", "add", "Borg", "service", "--since", "2026-01-01"]);

    let of_account = shelf.json(&["metrics", "Acme"]);
    let names = ["account", "id", "code", "from", "to", "currency", "metrics"];
    assert_eq!(fields(&of_account)[..names.len()], names);
    assert_eq!((&of_account["account"], &of_account["code"]), (&json!("Acme"), &json!("A-1")));
    assert_eq!((&of_account["from"], &of_account["to"]), (&json!("2025-11-22"), &json!("2026-11-21")));
    let named = |metrics: &serde_json::Value, key: &str| {
        let all = metrics["metrics"].as_array().unwrap().clone();
        all.into_iter().find(|metric| metric["metric"] == key).unwrap()
    };
    let share = named(&of_account, "share_of_wallet");
    let names = ["metric", "name", "value", "unit", "currency", "from", "to", "missing", "inputs"];
    assert_eq!(fields(&share), names);
    assert_eq!(
        (&share["value"], &share["unit"], &share["missing"]),
        (&json!(0.25), &json!("share"), &json!(null))
    );
    assert_eq!(share["inputs"], json!({"purchases": 1, "sales": "250.00", "potential": "1000.00"}));
    let lifetime = named(&of_account, "lifetime_value");
    assert_eq!((&lifetime["value"], &lifetime["missing"]), (&json!(null), &json!("no_margin")));

    let book = shelf.json(&["metrics"]);
    assert_eq!(book["account"], json!(null));
    assert_eq!(named(&book, "churn")["value"], json!(1.0));
    assert_eq!(book["churn_by_tier"], json!([{"tier": null, "bought_before": 1, "lost": 1, "churn": 1.0}]));
    assert_eq!(book["reasons"], json!([{"reason": "service", "accounts": 1}]));
    // A year earlier Borg had bought, and was new.
    let before = shelf.json(&["metrics", "--to", "2025-11-21"]);
    assert_eq!(named(&before, "churn")["missing"], "nobody_before");
    assert_eq!(named(&before, "average_order")["value"], "99.00");

    assert!(shelf.does(&["metrics", "Acme"]).contains("not enough data: no margin is known"));
    assert!(shelf.does(&["metrics", "--lang", "zh"]).contains("客户流失率"));
    let csv = shelf.does(&["metrics", "--format", "csv"]);
    assert!(csv.starts_with("metric,name,value,unit,currency,from,to,missing,inputs\n"), "{csv}");
    assert_eq!(shelf.run(&["metrics", "nobody"]).code, 3);
    assert_eq!(shelf.run(&["metrics", "--from", "2026-12-01", "--to", "2026-11-01"]).code, 2);
}

#[test]
fn resources_are_planned_and_held_beside_what_was_logged() {
    let shelf = Shelf::new();
    shelf.does(&["account", "add", "Acme", "--tier", "key"]);
    shelf.does(&["account", "add", "Borg"]);
    shelf.does(&["log", "Acme", "--kind", "visit", "--minutes", "90", "--cost", "120.50", "saw them"]);
    shelf.does(&["log", "Borg", "--kind", "call", "--minutes", "30", "talked"]);
    let set = ["resources", "set", "2026Q4", "key", "--hours", "40", "--people", "2", "--money", "1000"];
    assert!(shelf.does(&set).contains("Planned: Key accounts, 2026Q4"));
    let resources = shelf.json(&["resources"]);
    let names = ["period", "from", "to", "currency", "purposes", "measures"];
    assert_eq!(fields(&resources), names);
    assert_eq!((&resources["period"], &resources["to"]), (&json!("2026Q4"), &json!("2026-11-21")));
    let purposes = resources["purposes"].as_array().unwrap();
    let key = purposes.iter().find(|one| one["purpose"] == "key").unwrap();
    assert_eq!(
        key,
        &json!({
            "purpose": "key", "accounts": 1, "planned_minutes": 2400, "minutes": 90, "planned_people": 2,
            "people": 1, "planned_money": "1000.00", "money": "120.50", "currency": "EUR",
            "share_of_time": 0.75,
        })
    );
    let measures = resources["measures"].as_array().unwrap();
    let waste = measures.iter().find(|one| one["measure"] == "waste").unwrap();
    assert_eq!((&waste["purpose"], &waste["missing"]), (&json!("defence"), &json!("unknown")));
    assert!(shelf.does(&["resources"]).contains("the book does not know this"));
    // An empty value takes a part of the plan away, and undo brings it back.
    shelf.does(&["resources", "set", "2026Q4", "key", "--hours", ""]);
    let hours = |shelf: &Shelf| shelf.json(&["resources"])["purposes"][3]["planned_minutes"].clone();
    assert_eq!(hours(&shelf), json!(null));
    shelf.does(&["undo"]);
    assert_eq!(hours(&shelf), json!(2400));
    assert_eq!(shelf.run(&["resources", "set", "2026Q4", "everybody", "--hours", "1"]).code, 2);
    assert_eq!(shelf.run(&["resources", "set", "2026Q4", "key", "--hours", "many"]).code, 2);
}
