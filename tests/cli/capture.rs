//! One line taken as it is said, from the command line.

use crate::shelf::{Answer, Shelf, fields};

#[test]
fn a_line_becomes_an_activity_and_the_next_step_of_its_deal() {
    let shelf = Shelf::stocked();
    let words = ["capture", "call jane acme renewal: wants SOC2, next fri proposal 45k"];
    let told = shelf.json(&words);
    assert_eq!(
        fields(&told),
        [
            "activity",
            "next_step",
            "date",
            "amount",
            "currency",
            "person",
            "account",
            "deal",
            "stage",
            "close_date",
            "people",
            "person_ids",
            "account_id",
            "deal_id",
            "open",
            "saved"
        ]
    );
    assert_eq!(
        (&told["activity"]["kind"], &told["activity"]["text"]),
        (&"call".into(), &"wants SOC2".into())
    );
    assert_eq!((&told["next_step"], &told["date"]), (&"proposal".into(), &"2026-11-27".into()));
    assert_eq!((&told["amount"], &told["currency"]), (&"45000.00".into(), &"EUR".into()));
    assert_eq!((&told["person"], &told["account"]), (&"Jane Doe".into(), &"Acme Corp".into()));
    assert_eq!((&told["saved"], &told["deal"]), (&true.into(), &"Acme renewal".into()));
    let deal = shelf.json(&["deal", "show", "renewal"]);
    assert_eq!((&deal["amount"], &deal["next_step"]), (&"45000.00".into(), &"proposal".into()));
    assert_eq!(deal["next_on"], "2026-11-27");
    let logged = shelf.json(&["activity", "list"]);
    assert_eq!((&logged[0]["id"], &logged[0]["subject"]), (&told["activity"]["id"], &"wants SOC2".into()));
    assert!(shelf.does(&["undo"]).contains("Capture: wants SOC2"));
    assert_eq!(shelf.json(&["deal", "show", "renewal"])["amount"], "120000.00");
    assert!(
        shelf.json(&["activity", "list"]).as_array().unwrap().is_empty(),
        "one undo takes all of it back"
    );
}

#[test]
fn a_line_in_chinese_says_the_same() {
    let shelf = Shelf::stocked();
    let told = shelf.json(&["capture", "拜访李伟华东机床：要求12月15日前报价，下周五 方案 45万"]);
    assert_eq!((&told["person"], &told["account"]), (&"李伟".into(), &"华东机床有限公司".into()));
    assert_eq!((&told["deal"], &told["amount"]), (&"数控机床二期".into(), &"450000.00".into()));
    assert_eq!((&told["next_step"], &told["date"]), (&"方案".into(), &"2026-11-27".into()));
    assert_eq!(told["activity"]["text"], "要求12月15日前报价");
    assert!(shelf.does(&["--lang", "zh", "history"]).contains("速记：要求12月15日前报价"));
}

#[test]
fn a_dry_run_shows_what_is_understood_and_writes_nothing() {
    let shelf = Shelf::stocked();
    let words = ["capture", "--dry-run", "call jane: next fri proposal 45k"];
    let told = shelf.json(&words);
    assert_eq!((&told["saved"], &told["activity"]["id"]), (&false.into(), &serde_json::Value::Null));
    let open = &told["open"][0];
    assert_eq!(open["what"], "Which of the open deals?");
    let codes: Vec<_> =
        open["candidates"].as_array().unwrap().iter().map(|one| one["code"].clone()).collect();
    assert_eq!(codes, ["D-1", "D-3"]);
    let page = shelf.does(&words);
    assert!(page.contains("Jane Doe") && page.contains("Fri 27 Nov 2026") && page.contains("D-3"), "{page}");
    assert!(shelf.json(&["activity", "list"]).as_array().unwrap().is_empty());
}

#[test]
fn what_is_not_clear_is_refused_with_what_could_be_meant() {
    let shelf = Shelf::stocked();
    let deal = shelf.run(&["capture", "call jane: next fri proposal 45k"]);
    assert_eq!(deal.code, 3);
    assert!(
        deal.err.contains("D-1") && deal.err.contains("Acme renewal") && deal.err.contains("D-3"),
        "{}",
        deal.err
    );
    shelf.does(&["contact", "add", "Jane Roe", "--account", "华东"]);
    let person = shelf.run(&["capture", "call jane: hello"]);
    assert_eq!(person.code, 3);
    assert!(person.err.contains("Jane Doe · Acme Corp") && person.err.contains("Jane Roe"), "{}", person.err);
    let nobody = shelf.run(&["capture", "call zachary: hello"]);
    assert_eq!((nobody.code, nobody.err.contains("“zachary”")), (3, true));
    for (line, code) in [("call", 2), ("note", 2), ("jane acme renewal: stage nowhere", 2), ("", 2)] {
        let answer = shelf.run(&["capture", line]);
        assert_eq!(answer.code, code, "{line}: {}", answer.err);
    }
    let ahead = shelf.run(&["capture", "call jane doe next fri: hello"]);
    assert_eq!((ahead.code, ahead.err.contains("lies ahead")), (1, true), "{}", ahead.err);
    assert!(shelf.json(&["activity", "list"]).as_array().unwrap().is_empty(), "nothing of it is kept");
}

#[test]
fn a_line_may_be_several_words_or_come_on_standard_input() {
    let shelf = Shelf::stocked();
    let told = shelf.json(&["capture", "call", "jane", "doe:", "talked about pumps"]);
    assert_eq!(told["activity"]["text"], "talked about pumps");
    let answer =
        Answer::of(shelf.program().args(["capture", "-"]).write_stdin("task: order cards, tomorrow\n"));
    assert_eq!(answer.code, 0, "{}", answer.err);
    assert_eq!(shelf.json(&["today", "--days", "3"])["tasks"][0]["text"], "order cards");
}
