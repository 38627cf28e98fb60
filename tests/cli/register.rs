//! What the book keeps beside its records: found, changed, deleted, and what stands in the way.

use serde_json::json;

use crate::shelf::Shelf;

#[test]
fn a_small_order_is_changed_and_deleted_and_comes_back() {
    let shelf = Shelf::stocked();
    let sold = || shelf.json(&["forecast"])["small_orders"].clone();
    let before = sold();
    let order = shelf.json(&["order", "add", "--account", "A-1", "--amount", "900"]);
    let id = order["id"].as_str().unwrap();
    let edited = shelf.json(&["order", "edit", id, "--amount", "950", "--text", "spare parts"]);
    assert_eq!((&edited["amount"], &edited["text"]), (&json!("950.00"), &json!("spare parts")));
    let booked = sold();
    assert_ne!(booked, before);
    shelf.does(&["order", "delete", id]);
    assert_eq!(sold(), before);
    assert_eq!(shelf.run(&["order", "delete", id]).code, 3);
    shelf.does(&["undo"]);
    assert_eq!(sold(), booked);
}

#[test]
fn quotas_and_rates_are_taken_away() {
    let shelf = Shelf::stocked();
    shelf.does(&["quota", "set", "2027Q1", "1m"]);
    assert_eq!(shelf.json(&["quota", "delete", "2027Q1"])["amount"], "1000000.00");
    assert_eq!(shelf.run(&["quota", "delete", "2027Q1"]).code, 3);
    shelf.does(&["rate", "set", "CHF", "1.05", "--on", "2026-10-01"]);
    shelf.does(&["rate", "set", "CHF", "1.07"]);
    shelf.does(&["rate", "delete", "CHF"]);
    let rates = shelf.json(&["rate", "list"]);
    let francs: Vec<_> = rates.as_array().unwrap().iter().filter(|rate| rate["currency"] == "CHF").collect();
    assert_eq!((francs.len(), &francs[0]["rate"]), (1, &json!(1.05)));
    assert_eq!(shelf.run(&["rate", "delete", "CHF", "--on", "2026-01-01"]).code, 3);
}

#[test]
fn a_product_on_a_deal_is_not_deleted() {
    let shelf = Shelf::stocked();
    shelf.does(&["deal", "edit", "D-1", "--product", "Pump X:2:900"]);
    let refused = shelf.run(&["product", "delete", "Pump X"]);
    assert_eq!(refused.code, 1);
    assert!(refused.err.contains("Pump X is still used by 1 deal."), "{}", refused.err);
    shelf.does(&["product", "add", "Valve"]);
    assert_eq!(shelf.json(&["product", "delete", "valve"])["name"], "Valve");
}

#[test]
fn stages_are_added_moved_and_deleted_while_no_deal_knows_them() {
    let shelf = Shelf::stocked();
    let added = shelf.json(&["stage", "add", "Pilot", "--win-rate", "40%"]);
    assert_eq!((&added["stage"], &added["win_rate"]), (&json!("pilot"), &json!(0.4)));
    assert_eq!(shelf.json(&["stage", "move", "pilot", "5"])["place"], 5);
    assert_eq!(shelf.json(&["stage", "edit", "Pilot", "--sign", "it runs"])["exit_sign"], "it runs");
    shelf.does(&["deal", "advance", "D-1", "--to", "pilot"]);
    assert_eq!(shelf.run(&["stage", "delete", "pilot"]).code, 1);
    shelf.does(&["deal", "back", "D-1"]);
    let refused = shelf.run(&["stage", "delete", "pilot"]);
    assert!(refused.code == 1 && refused.err.contains("past"), "{}", refused.err);
    assert_eq!(shelf.run(&["stage", "delete", "nowhere"]).code, 3);
}

#[test]
fn reasons_colleagues_and_fields_are_kept() {
    let shelf = Shelf::stocked();
    shelf.does(&["reason", "add", "Merger of the client"]);
    let renamed = shelf.json(&["reason", "rename", "merger_of_the_client", "Client was bought"]);
    assert_eq!(renamed["reason"], "merger_of_the_client");
    shelf.does(&["reason", "delete", "client was bought"]);
    shelf.does(&["colleague", "add", "Lin Wei", "--role", "service", "--me", "true"]);
    assert_eq!(shelf.json(&["colleague", "edit", "me", "--email", "LIN@x.org"])["email"], "lin@x.org");
    shelf.does(&["account", "edit", "A-1", "--owner", "Lin Wei"]);
    let refused = shelf.run(&["colleague", "delete", "lin@x.org"]);
    assert!(refused.code == 1 && refused.err.contains("1 account"), "{}", refused.err);
    shelf.does(&["field", "add", "account", "terms", "--kind", "choice", "--choice", "a", "--choice", "b"]);
    shelf.does(&["account", "edit", "A-1", "--field", "terms=b"]);
    assert_eq!(shelf.run(&["field", "edit", "account", "terms", "--choice", "a"]).code, 1);
    let edited = shelf.json(&["field", "edit", "account", "terms", "--label", "Terms of payment"]);
    assert_eq!((&edited["label"], &edited["records"]), (&json!("Terms of payment"), &json!(1)));
    shelf.does(&["field", "delete", "account", "terms"]);
    assert_eq!(shelf.json(&["account", "show", "A-1"])["fields"].get("terms"), None);
}

#[test]
fn tags_are_renamed_merged_and_taken_off() {
    let shelf = Shelf::stocked();
    shelf.does(&["account", "edit", "A-1", "--tag", "hot", "--tag", "warm"]);
    shelf.does(&["tag", "rename", "hot", "#warm"]);
    let tags = shelf.json(&["account", "show", "A-1"])["tags"].to_string();
    assert!(tags.contains("warm") && !tags.contains("hot"), "{tags}");
    assert_eq!(shelf.run(&["tag", "rename", "hot", "x"]).code, 3);
    assert_eq!(shelf.json(&["tag", "delete", "warm"])["records"], 1);
}

#[test]
fn links_hang_on_any_record() {
    let shelf = Shelf::stocked();
    let link = shelf.json(&["link", "add", "D-1", "offer.pdf", "--label", "offer"]);
    let id = link["id"].as_str().unwrap();
    shelf.does(&["link", "edit", id, "--label", ""]);
    let links = shelf.json(&["link", "list", "D-1"]);
    assert_eq!((&links[0]["target"], &links[0]["label"]), (&json!("offer.pdf"), &json!(null)));
    shelf.does(&["link", "delete", id]);
    assert_eq!(shelf.json(&["link", "list", "D-1"]), json!([]));
    assert_eq!(shelf.run(&["link", "delete", id]).code, 3);
}
