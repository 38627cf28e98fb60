//! Plans through the commands: every kind of entry by the same words, refused at its field, found again.

use crate::shelf::{Shelf, column, fields};

/// A book whose account has some of a plan.
fn planned() -> Shelf {
    let shelf = Shelf::stocked();
    for words in [
        &["factor", "add", "acme corp", "Service nearby", "--sign", "positive", "--control", "high"][..],
        &[
            "factor",
            "add",
            "acme corp",
            "Price is high",
            "--sign",
            "不利",
            "--control",
            "低",
            "--stars",
            "**",
        ],
        &[
            "objective",
            "add",
            "acme corp",
            "Second line",
            "--amount",
            "400k",
            "--due",
            "2027-06-30",
            "--timely",
        ],
        &["need", "add", "renewal", "Line 3 stands still", "--kind", "implicit", "--said-by", "jane"],
        &["need", "add", "renewal", "A pump that can be swapped", "--kind", "explicit"],
        &["intelligence", "add", "acme corp", "预算已经确定", "--level", "3", "--contact", "jane"],
    ] {
        shelf.does(words);
    }
    shelf
}

#[test]
fn an_entry_is_added_listed_edited_moved_and_deleted() {
    let shelf = planned();
    shelf.does(&["factor", "edit", "service", "--stars", "4", "--micro-strategy", "Invite them"]);
    shelf.does(&["factor", "move", "price", "--first"]);
    let factors = shelf.json(&["factor", "list", "acme corp"]);
    assert_eq!(column(&factors, "text"), ["Price is high", "Service nearby"]);
    assert_eq!((&factors[0]["stars"], &factors[1]["stars"]), (&2.into(), &4.into()));
    assert_eq!(factors[0]["sign"], "negative");
    let id = factors[0]["id"].as_str().unwrap().to_owned();
    shelf.does(&["factor", "edit", &id, "--stars", ""]);
    assert!(shelf.json(&["factor", "list", "acme corp"])[0]["stars"].is_null());
    shelf.does(&["factor", "delete", &id]);
    assert_eq!(column(&shelf.json(&["factor", "list"]), "text"), ["Service nearby"]);
    let undone = shelf.does(&["undo"]);
    assert!(undone.contains("Delete factor Price is high"), "{undone}");
}

#[test]
fn what_an_entry_refers_to_is_named_and_known_by_its_id() {
    let shelf = planned();
    shelf.does(&["need", "edit", "stands still", "--became", "swapped"]);
    let needs = shelf.json(&["need", "list", "renewal"]);
    assert_eq!(needs[0]["became"], "A pump that can be swapped");
    assert_eq!(needs[0]["became_id"], needs[1]["id"]);
    assert_eq!((&needs[0]["said_by"], &needs[0]["deal"]), (&"Jane Doe".into(), &"Acme renewal".into()));
    let objective = &shelf.json(&["objective", "list", "A-1"])[0];
    assert_eq!((&objective["amount"], &objective["currency"]), (&"400000.00".into(), &"EUR".into()));
    assert_eq!(objective["checks_open"].as_array().unwrap().len(), 4);
    let header = shelf.does(&["objective", "list", "A-1", "--format", "csv"]);
    assert_eq!(header.lines().next().unwrap().split(',').collect::<Vec<_>>(), fields(objective));
}

#[test]
fn what_is_refused_says_where_and_what_to_try() {
    let shelf = planned();
    for (words, code, says) in [
        (&["factor", "edit", "price", "--stars", "5"][..], 2, "Stars"),
        (&["factor", "add", "acme corp", "x", "--sign", "good", "--control", "low"], 2, "positive"),
        (&["factor", "add", "acme corp", "x", "--control", "low"], 2, "Sign"),
        (&["factor", "edit", "nothing such", "--stars", "1"], 3, "nothing such"),
        (&["need", "edit", "n", "--spin", "problem"], 3, "stands still"),
        (&["plan", "set", "acme corp", "--decision", "give-up"], 2, "Reason"),
        (&["intelligence", "add", "acme corp", "x", "--level", "7"], 2, "Level"),
        (&["need", "add", "A-1", "x", "--kind", "implicit"], 3, "A-1"),
        (&["phase", "move", "x", "--first"], 2, "move"),
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, code, "{words:?}: {}", answer.err);
        assert!(answer.err.contains(says), "{words:?}: {}", answer.err);
    }
}

#[test]
fn notes_are_found_by_their_words_with_the_account_they_stand_on() {
    let shelf = planned();
    let found = shelf.json(&["search", "预算"]);
    assert_eq!((&found[0]["kind"], &found[0]["where"]), (&"intelligence".into(), &"Acme Corp".into()));
    let found = shelf.json(&["search", "swapped"]);
    assert_eq!((&found[0]["kind"], &found[0]["where"]), (&"need".into(), &"Acme Corp".into()));
}

/// A plan of which much, but not all, is filled in.
fn written() -> Shelf {
    let shelf = planned();
    for words in [
        &["plan", "set", "A-1", "--vision", "Sole supplier <b>by 2030</b>", "--growth", "Joint projects"][..],
        &["issue", "add", "A-1", "Cheap imports", "--part", "outside", "--topic", "competition"],
        &["swot", "add", "A-1", "Known brand", "--grid", "client", "--cell", "strength"],
        &["competitor", "add", "A-1", "Rival", "--preference", "4"],
        &["phase", "add", "A-1", "harvest", "--decided", "2026-01-05"],
        &["phase", "add", "A-1", "growth"],
        &["milestone", "add", "renewal", "--kind", "survey", "--due", "2026-12-01"],
        &["revenue-plan", "add", "A-1", "2026Q4", "--sales", "200k"],
        &["order", "add", "--account", "A-1", "--amount", "1500", "--on", "2026-10-05"],
        &["factor", "edit", "service", "--stars", "3"],
        &["deal", "win", "renewal", "--amount", "100k"],
    ] {
        shelf.does(words);
    }
    shelf
}

#[test]
fn the_plan_has_its_parts_and_lists_what_is_not_filled_in() {
    let shelf = written();
    let plan = shelf.does(&["plan", "A-1"]);
    for says in ["## Summary", "## Profiles", "## Client strategy", "Joint projects", "Cheap imports"] {
        assert!(plan.contains(says), "{says}\n{plan}");
    }
    // Build 3, Reduce 2: the strategy follows.
    assert!(plan.contains("Sell on skill"), "{plan}");
    let (told, unfilled) = plan.split_once("## Not filled in yet").unwrap();
    for empty in ["On a setback", "Support from our own company", "Buying criteria"] {
        assert!(!told.contains(empty), "{empty} has nothing to say\n{plan}");
    }
    assert!(unfilled.contains("Review factors · Buying criteria"), "{unfilled}");
    assert!(!unfilled.contains("How the relationship grows"), "{unfilled}");
    let chinese = shelf.does(&["plan", "A-1", "--lang", "zh"]);
    assert!(chinese.contains("## 客户策略") && chinese.contains("发挥销售技巧"), "{chinese}");
    assert!(
        plan.contains("Checks not passed: "),
        "an objective that passes one check says which four it does not"
    );
}

#[test]
fn the_plan_is_one_file_that_leads_nowhere_and_is_the_same_each_time() {
    let shelf = written();
    let page = shelf.does(&["plan", "A-1", "--format", "html"]);
    for way in ["http:", "https:", "href", "src=", "url(", "@import", "<script"] {
        assert!(!page.contains(way), "{way}");
    }
    assert!(page.contains("Sole supplier &lt;b&gt;by 2030&lt;/b&gt;") && page.contains("size: A4"));
    assert_eq!(page.matches("<svg ").count(), 3, "steps, factors, revenue");
    assert_eq!(page, shelf.does(&["plan", "A-1", "--format", "html"]));
    let answer = shelf.run(&["plan", "A-1", "--format", "csv"]);
    assert_eq!(answer.code, 2);
}

#[test]
fn programs_read_the_plan_and_the_strategy() {
    let shelf = written();
    let plan = shelf.json(&["plan", "A-1"]);
    let quarter = &plan["revenue"][0];
    let sales = ["quarter", "sales", "actual", "currency"].map(|key| quarter[key].as_str().unwrap());
    assert_eq!(sales, ["2026Q4", "200000.00", "101500.00", "EUR"]);
    assert_eq!(plan["swot_client"]["strength"][0], "Known brand");
    assert_eq!(plan["steps"].as_array().unwrap().len(), 5);
    assert_eq!(plan["milestones"][0]["kind"], "survey");
    let strategy = shelf.json(&["strategy", "A-1"]);
    assert_eq!(fields(&strategy), ["cells", "strategies"]);
    assert_eq!(fields(&strategy["cells"]), ["use", "build", "reduce", "remove"]);
    assert_eq!(strategy["strategies"], serde_json::json!(["sell_on_skill"]));
    assert_eq!(plan["strategy"], strategy);
    assert_eq!(shelf.json(&["strategy", "renewal"])["strategies"], serde_json::json!([]));
    assert_eq!(shelf.json(&["account", "show", "A-1"])["phase"], "growth");
}

#[test]
fn going_on_without_the_sign_warns_and_goes_on() {
    let shelf = Shelf::stocked();
    let answer = shelf.run(&["deal", "advance", "old machines", "--format", "json"]);
    assert_eq!(answer.code, 0);
    assert!(answer.err.contains("exit-sign add"), "{}", answer.err);
    assert!(answer.out.contains("exit_sign_missing"), "{}", answer.out);
    shelf.does(&["exit-sign", "add", "old machines", "interest"]);
    let deal = shelf.json(&["deal", "show", "old machines"]);
    assert!(!deal["attention"].to_string().contains("exit_sign_missing"));
    let again = shelf.run(&["deal", "advance", "renewal"]);
    assert!(again.err.contains("interest"), "{}", again.err);
}

#[test]
fn the_whole_book_is_written_with_its_plans() {
    let shelf = planned();
    let book: serde_json::Value = serde_json::from_str(&shelf.does(&["export", "all"])).unwrap();
    assert_eq!(book["factors"].as_array().unwrap().len(), 2);
    assert_eq!(book["objectives"][0]["amount"], "400000.00");
    assert_eq!(book["objectives"][0]["timely"], true);
}
