//! Key people on the command line: evidence, relations, briefs, coverage, walk-arounds.

use serde_json::json;

use crate::shelf::{Shelf, column, fields};

#[test]
fn what_was_heard_makes_scores_that_the_contact_shows() {
    let shelf = Shelf::stocked();
    assert_eq!(shelf.json(&["contact", "show", "jane"])["quadrants"], json!(null));
    let words = [
        "contact",
        "observe",
        "jane",
        "--says",
        "key_points",
        "--trait",
        "精于算计",
        "--quote",
        "the point?",
    ];
    let jane = shelf.json(&words);
    assert_eq!(jane["quadrants"], json!({ "a": 67, "b": 33, "c": 33, "d": 33 }));
    assert_eq!(jane["dominant"], json!(["a"]));
    assert_eq!(jane["evidence"]["from"], "observed");
    assert_eq!(jane["evidence"]["clues"], 2);
    let list = shelf.json(&["contact", "list", "--filter", "dominant:分析型"]);
    assert_eq!(column(&list, "name"), ["Jane Doe"]);
    assert_eq!(shelf.json(&["contact", "list", "--filter", "!quadrant"]).as_array().map(Vec::len), Some(1));
    let quotes = shelf.json(&["quote", "list", "jane"]);
    assert_eq!(column(&quotes, "text"), ["the point?"]);
}

#[test]
fn a_direct_score_goes_before_what_was_observed_and_evidence_is_withdrawn() {
    let shelf = Shelf::stocked();
    shelf.does(&["contact", "observe", "jane", "--says", "family", "--on", "2026-10-01"]);
    let jane = shelf.json(&["contact", "score", "jane", "10", "20", "30", "90", "--note", "her own words"]);
    assert_eq!(jane["dominant"], json!(["d"]));
    assert_eq!(
        (&jane["evidence"]["from"], &jane["evidence"]["on"]),
        (&json!("direct"), &json!("2026-11-21"))
    );
    let evidence = shelf.json(&["contact", "evidence", "jane"]);
    assert_eq!(column(&evidence, "kind"), ["score", "observation"]);
    let id = evidence[0]["id"].as_str().unwrap();
    shelf.does(&["contact", "withdraw", id]);
    assert_eq!(shelf.json(&["contact", "show", "jane"])["dominant"], json!(["c"]));
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["contact", "show", "jane"])["dominant"], json!(["d"]));
}

#[test]
fn clues_that_the_method_does_not_list_are_refused_with_the_list() {
    let shelf = Shelf::stocked();
    let answer = shelf.run(&["contact", "observe", "jane", "--says", "xyzzy"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("bottom_line") && answer.err.contains("innovation"), "{}", answer.err);
    let answer = shelf.run(&["contact", "observe", "jane", "--says", "team"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("teamwork") && answer.err.contains("team_development"), "{}", answer.err);
    for words in [
        &["contact", "observe", "jane"][..],
        &["contact", "observe", "jane", "--says", "family", "--on", "nonsense"],
        &["contact", "score", "jane", "101", "0", "0", "0"],
        &["contact", "score", "jane", "1", "2", "3"],
        &["contact", "withdraw", "nonsense"],
        &["contact", "sees-us", "jane", "friend"],
    ] {
        assert_eq!(shelf.run(words).code, 2, "{words:?}");
    }
    assert_eq!(shelf.run(&["contact", "observe", "jane", "--says", "family", "--on", "2026-11-22"]).code, 1);
    assert_eq!(shelf.json(&["contact", "evidence", "jane"]), json!([]));
}

#[test]
fn a_relation_has_the_promised_fields_and_is_unknown_until_both_are_known() {
    let shelf = Shelf::stocked();
    let unknown = shelf.json(&["relation", "jane"]);
    assert_eq!(fields(&unknown)[..4], ["relation", "difficulty", "pairs", "advice"]);
    assert_eq!((&unknown["relation"], &unknown["difficulty"]), (&json!("unknown"), &json!(null)));
    assert_eq!(unknown["pairs"], json!([]));
    assert_eq!(unknown["advice"].as_array().map(Vec::len), Some(3));
    shelf.does(&["contact", "score", "jane", "90", "10", "10", "70"]);
    shelf.does(&["contact", "score", "me", "10", "90", "70", "10"]);
    let known = shelf.json(&["relation", "jane"]);
    assert_eq!((&known["relation"], &known["difficulty"]), (&json!("compatible"), &json!(2)));
    assert_eq!(known["pairs"].as_array().map(Vec::len), Some(4));
    assert_eq!(
        known["pairs"][0],
        json!({ "one": "a", "other": "b", "relation": "compatible", "difficulty": 2 })
    );
    assert_eq!(known["pairs"][3]["difficulty"], 4);
    let other = shelf.json(&["relation", "jane", "李伟"]);
    assert_eq!(other["relation"], "unknown");
    let yesterday = shelf.json(&["relation", "jane", "--as-of", "2026-11-20"]);
    assert_eq!(yesterday["relation"], "unknown");
}

#[test]
fn nobody_reports_to_somebody_below() {
    let shelf = Shelf::stocked();
    let jane = shelf.json(&["contact", "reports-to", "jane", "李伟"]);
    assert_eq!(jane["reports_to"], "李伟");
    let answer = shelf.run(&["contact", "reports-to", "李伟", "jane"]);
    assert_eq!(answer.code, 1);
    assert!(answer.err.contains("Jane Doe stands below 李伟 already"), "{}", answer.err);
    assert_eq!(shelf.run(&["contact", "reports-to", "jane", "jane"]).code, 1);
    assert_eq!(shelf.json(&["contact", "reports-to", "jane"])["reports_to"], json!(null));
}

#[test]
fn a_brief_is_one_page_with_plain_names_in_every_form() {
    let shelf = Shelf::stocked();
    shelf.does(&["contact", "score", "jane", "90", "10", "10", "40"]);
    shelf.does(&["contact", "score", "me", "20", "10", "90", "40"]);
    shelf.does(&["log", "jane", "--kind", "call", "asked for the budget"]);
    shelf.does(&["quote", "add", "jane", "never on a Friday"]);
    let brief = shelf.json(&["brief", "jane"]);
    assert_eq!(
        (&brief["kind"], &brief["code"], &brief["account"]),
        (&json!("contact"), &json!("P-1"), &json!("Acme Corp"))
    );
    assert_eq!(brief["people"][0]["relation"], "cross");
    assert_eq!(brief["advice"].as_array().map(Vec::len), Some(3));
    assert_eq!(brief["deals"][0]["next_step"], "call Jane");
    assert_eq!(brief["last_contacts"][0]["subject"], "asked for the budget");
    let codes: Vec<&str> = column(&brief["unknown"], "code");
    assert!(codes.contains(&"stance") && !codes.contains(&"quadrants"), "{codes:?}");
    for format in ["table", "md", "html"] {
        let page = shelf.does(&["brief", "jane", "--format", format]);
        for words in ["Analytical", "never on a Friday", "asked for the budget", "call Jane"] {
            assert!(page.contains(words), "{format}: {words}\n{page}");
        }
        for animal in ["Hawk", "Donkey", "Sheep", "Fox"] {
            assert!(!page.contains(animal), "{format}: {animal}");
        }
    }
    let chinese = shelf.does(&["brief", "jane", "--lang", "zh"]);
    assert!(
        chinese.contains("会前简报") && chinese.contains("分析型") && !chinese.contains('鹰'),
        "{chinese}"
    );
}

#[test]
fn a_group_is_told_by_weight_with_what_is_missing() {
    let shelf = Shelf::stocked();
    shelf.does(&[
        "contact",
        "add",
        "Tom Roe",
        "--account",
        "acme",
        "--involvement",
        "high",
        "--authority",
        "influences",
    ]);
    shelf.does(&["deal", "person", "D-1", "Tom", "--part", "user", "--stance", "opponent"]);
    let coverage = shelf.json(&["coverage", "D-1"]);
    assert_eq!(column(&coverage["people"], "name"), ["Jane Doe", "Tom Roe"]);
    assert_eq!(coverage["people"][1]["stance"], "opponent");
    let codes = |coverage: &serde_json::Value| -> Vec<String> {
        column(&coverage["gaps"], "code").into_iter().map(String::from).collect()
    };
    assert!(!codes(&coverage).contains(&"opponent_decides".to_owned()));
    // At large nothing was told against us.
    assert_eq!(shelf.json(&["contact", "show", "Tom"])["stance"], json!(null));
    shelf.does(&["account", "edit", "A-1", "--collective", "yes"]);
    assert_eq!(codes(&shelf.json(&["coverage", "D-1"]))[0], "opponent_decides");
    shelf.does(&["contact", "cover", "jane", "Lin Wei"]);
    shelf.does(&["account", "assign", "A-1", "Lin Wei", "executive_sponsor"]);
    let team = shelf.json(&["account", "team", "A-1"]);
    let sponsor = team.as_array().unwrap().iter().find(|one| one["name"] == "Lin Wei").unwrap();
    assert_eq!((&sponsor["level"], &sponsor["covers"]), (&json!("top"), &json!(["Jane Doe"])));
    assert_eq!(shelf.run(&["contact", "uncover", "jane", "Nobody"]).code, 1);
}

#[test]
fn a_proposal_is_checked_where_its_audience_is_at_home_first() {
    let shelf = Shelf::stocked();
    shelf.does(&["contact", "score", "jane", "10", "20", "90", "30"]);
    let walk = shelf.json(&["walk", "D-1", "--tick", "facts"]);
    assert_eq!(walk["rooms"], json!(["c", "a", "d", "b"]));
    assert_eq!(walk["questions"].as_array().map(Vec::len), Some(16));
    assert_eq!(walk["neglected"], json!(["c"]));
    let after = shelf.json(&["walk", "D-1", "--tick", "examples", "--untick", "facts"]);
    assert_eq!(after["neglected"], json!([]));
    assert_eq!(shelf.run(&["walk", "D-1", "--tick", "nothing"]).code, 2);
    shelf.does(&["deal", "delete", "D-1"]);
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["walk", "D-1"]), after);
}

#[test]
fn the_animals_are_shown_or_hidden_by_a_setting_of_the_book() {
    let shelf = Shelf::stocked();
    shelf.does(&["config", "set", "animals", "hide"]);
    assert_eq!(shelf.run(&["config", "set", "animals", "perhaps"]).code, 2);
}

#[test]
fn people_are_filtered_by_what_is_known_of_them() {
    let shelf = Shelf::stocked();
    shelf.does(&["contact", "sees-us", "jane", "价格销售者", "--on", "2026-09-01"]);
    shelf.does(&["contact", "sees-us", "jane", "trusted_adviser"]);
    shelf.does(&["contact", "needs", "jane", "power", "安全感"]);
    shelf.does(&["contact", "reports-to", "jane", "李伟"]);
    let told = ["--involvement", "low", "--authority", "decides", "--prefers", "Zed Ltd", "--level", "top"];
    shelf.does(
        &[&["contact", "edit", "jane", "--organisational-need", "financial:cost control"], &told[..]]
            .concat(),
    );
    let found = |filter: &str| {
        let list = shelf.json(&["contact", "list", "--filter", filter]);
        column(&list, "name").into_iter().map(String::from).collect::<Vec<_>>()
    };
    for filter in [
        "see_us:trusted_adviser",
        "role:approver",
        "need:权力",
        "prefers:zed",
        "reports_to:李伟",
        "has:see_us",
    ] {
        assert_eq!(found(filter), ["Jane Doe"], "{filter}");
    }
    // What they saw in us once is over.
    assert!(found("see_us:price_seller").is_empty());
    assert_eq!(found("!see_us"), ["李伟"]);
    let jane = shelf.json(&["contact", "show", "jane"]);
    assert_eq!(jane["needs"], json!(["power", "security"]));
    assert_eq!(jane["organisational_needs"], json!([{ "need": "financial", "text": "cost control" }]));
    assert_eq!((&jane["sees_us"], &jane["level"]), (&json!("trusted_adviser"), &json!("top")));
    assert_eq!(shelf.json(&["contact", "needs", "me", "power"])["needs"], json!(["power"]));
}

#[test]
fn a_brief_of_a_deal_has_promises_both_ways_needs_and_the_days_that_are_near() {
    let shelf = Shelf::stocked();
    shelf.does(&["deal", "person", "D-1", "jane", "--part", "decision_maker"]);
    shelf.does(&["contact", "needs", "jane", "achievement"]);
    shelf.does(&["commitment", "add", "jane", "drawings of the line", "--due", "2026-11-18"]);
    shelf.does(&["commitment", "add", "D-1", "their budget", "--theirs"]);
    shelf.does(&["need", "add", "D-1", "Line 3 stands still", "--kind", "implicit", "--said-by", "jane"]);
    shelf.does(&["need", "add", "D-1", "A second shift", "--kind", "explicit"]);
    shelf.does(&["special-day", "add", "jane", "birthday", "11-24"]);
    let brief = shelf.json(&["brief", "D-1"]);
    // What was promised to a person of the deal counts in it, too.
    assert_eq!(column(&brief["our_promises"], "text"), ["drawings of the line"]);
    assert_eq!(column(&brief["their_promises"], "text"), ["their budget"]);
    assert_eq!(column(&brief["needs"], "text"), ["Line 3 stands still", "A second shift"]);
    assert!(brief["advice"][0].as_str().unwrap().contains("drawings of the line"), "overdue comes first");
    let of_jane = shelf.json(&["brief", "jane"]);
    assert_eq!(column(&of_jane["needs"], "text"), ["Line 3 stands still"]);
    for format in ["table", "md", "html"] {
        let page = shelf.does(&["brief", "D-1", "--format", format]);
        let told = [
            "drawings of the line",
            "their budget",
            "Jane Doe: achievement",
            "Implicit: Line 3 stands still (Jane Doe; Acme renewal)",
            "Explicit: A second shift (Acme renewal)",
            "Not known yet",
            "2026-11-24",
        ];
        for words in told {
            assert!(page.contains(words), "{format}: {words}\n{page}");
        }
    }
}
