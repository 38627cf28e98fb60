//! The commands of the weekly review, field by field as promised, and the page of the week.

use serde_json::{Value, json};

use crate::shelf::{Shelf, fields};

/// A shelf whose deals have a week behind them: one won, one lost, one new, one moved out.
fn reviewed() -> Shelf {
    let shelf = Shelf::new();
    let on = |day: &str, words: &[&str]| drop(shelf.does_on(day, words));
    let add = |day: &str, name: &str, amount: &str, close: &str| {
        on(
            day,
            &[
                "deal",
                "add",
                name,
                "--account",
                "A-1",
                "--amount",
                amount,
                "--stage",
                "design",
                "--close",
                close,
            ],
        );
    };
    on("2026-11-10", &["account", "add", "Acme & Sons", "--tier", "key"]);
    on("2026-11-10", &["quota", "set", "2026Q4", "1000"]);
    add("2026-11-10", "Pump", "300", "2026-12-01");
    add("2026-11-10", "Valve <b>", "200", "2026-12-01");
    add("2026-11-10", "Tank", "500", "2026-12-20");
    on("2026-11-16", &["deal", "win", "Pump", "--amount", "350"]);
    on("2026-11-17", &["deal", "lose", "Valve", "--reason", "price", "--competitor", "Borg"]);
    on("2026-11-18", &["deal", "edit", "Tank", "--close", "2027-01-20"]);
    on("2026-11-19", &["deal", "advance", "Tank"]);
    add("2026-11-20", "Filter", "120", "2026-12-30");
    on("2026-11-20", &["deal", "edit", "Filter", "--next", "Send offer", "--next-on", "2026-11-24"]);
    shelf
}

#[track_caller]
fn begins(record: &Value, promised: &str) {
    let promised: Vec<&str> = promised.split(", ").collect();
    let names = fields(record);
    assert_eq!(names[..promised.len().min(names.len())], promised[..]);
}

#[test]
fn changes_have_the_promised_fields_and_add_up() {
    let shelf = reviewed();
    let changes = shelf.json(&["changes", "--from", "2026-11-14", "--to", "2026-11-21"]);
    begins(
        &changes,
        "opening, new, reopened, increased, decreased, pulled_in, slipped, won, lost, removed, revalued, \
         closing, currency, deals",
    );
    begins(&changes["deals"][0], "deal, kind, amount");
    // 1,000 + 120 + 50 − 500 − 350 − 200
    let figures =
        ["opening", "new", "increased", "slipped", "won", "lost", "closing"].map(|name| &changes[name]);
    assert_eq!(
        figures.map(|figure| figure.as_str().unwrap()),
        ["1000.00", "120.00", "50.00", "500.00", "350.00", "200.00", "120.00"]
    );
    assert_eq!(changes, shelf.json(&["changes"]), "without a review, the last seven days");
    let rows = shelf.does(&["changes", "--format", "csv"]);
    assert!(rows.starts_with("deal,kind,amount"), "{rows}");
}

#[test]
fn days_in_the_wrong_order_are_wrong_usage() {
    let shelf = reviewed();
    let answer = shelf.run(&["changes", "--from", "2026-11-21", "--to", "2026-11-14"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("2026-11-21 comes after 2026-11-14"), "{}", answer.err);
    assert_eq!(shelf.run(&["velocity", "--from", "2026-11-22"]).code, 2, "today is the last day");
    assert_eq!(shelf.run(&["attention", "--as-of", "2026-11-01"]).code, 2, "next steps are not kept by day");
}

#[test]
fn the_same_seed_gives_the_same_range() {
    let shelf = reviewed();
    let forecast = shelf.json(&["forecast"]);
    // 350 is won; the one open deal of the quarter may bring 120 more, one time in five.
    let figures = ["p10", "p50", "p90"].map(|name| forecast[name].as_str().unwrap().to_owned());
    assert_eq!(figures, ["350.00", "350.00", "470.00"]);
    assert_eq!(forecast["chance"], json!(0.0));
    assert_eq!(forecast, shelf.json(&["forecast"]));
    assert_eq!(forecast["p90"], shelf.json(&["forecast", "--seed", "99"])["p90"]);
    let then = shelf.json(&["forecast", "--as-of", "2026-11-10"]);
    assert_eq!(then["won"], "0.00");
    assert_eq!(shelf.json(&["forecast", "--period", "2027Q3"])["chance"], json!(null));
}

#[test]
fn attention_says_why_in_the_readers_language_and_takes_a_filter() {
    let shelf = reviewed();
    let deals = shelf.json(&["attention"]);
    begins(&deals[0], "deal, reasons");
    begins(&deals[0]["reasons"][0], "code, text");
    assert_eq!(deals[0]["deal"], "Tank", "no next step, and nobody who decides");
    assert_eq!(deals[0]["reasons"][0], json!({ "code": "no_next_step", "text": "no next step" }));
    let chinese = shelf.json(&["attention", "--lang", "zh"]);
    assert_eq!(chinese[0]["reasons"][0]["text"], "没有下一步");
    let few = shelf.json(&["attention", "--filter", "attention:no_next_step"]);
    assert_eq!(few.as_array().unwrap().len(), 1);
    shelf.does(&["config", "set", "quiet_days", "1"]);
    let codes = shelf.json(&["attention", "--filter", "name:Filter"])[0]["reasons"].to_string();
    assert!(codes.contains("no_activity"), "{codes}");
}

#[test]
fn a_forecast_is_handed_in_listed_held_against_sales_and_undone() {
    let shelf = reviewed();
    let submitted = shelf.json(&["submit", "--amount", "400", "--note", "firm"]);
    begins(
        &submitted,
        "id, period, on, at, amount, note, won, small_orders, weighted, quota, p10, p50, p90, chance",
    );
    assert_eq!((submitted["amount"].as_str(), submitted["won"].as_str()), (Some("400.00"), Some("350.00")));
    // 120 at 20 %
    assert_eq!((submitted["weighted"].as_str(), submitted["note"].as_str()), (Some("24.00"), Some("firm")));
    assert_eq!(shelf.json(&["submissions"]), json!([submitted]));
    let told = shelf.does(&["submit", "--period", "2027Q1", "--amount", "10"]);
    assert!(told.contains("P10") && told.contains("2027Q1"), "the figures come with their range: {told}");
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["submissions", "--period", "2026Q3"]), json!([]));
    assert_eq!(shelf.json(&["accuracy"])[0]["actual"], json!(null), "the quarter is not over");
    let later = shelf.does_on("2027-01-05", &["accuracy", "--format", "json"]);
    let later: Value = serde_json::from_str(&later).unwrap();
    begins(&later[0], "id, period, on, submitted, actual, accuracy, bias");
    // 1 − |350 − 400| ÷ 350, 50 ÷ 350
    let near = [&later[0]["accuracy"], &later[0]["bias"]].map(|ratio| ratio.as_f64().unwrap());
    assert!((near[0] - 300.0 / 350.0).abs() < 1e-12 && (near[1] - 50.0 / 350.0).abs() < 1e-12, "{near:?}");
    assert_eq!(shelf.run(&["submit", "--amount", "400 USD"]).code, 2, "in the base currency");
    let said = shelf.does(&["undo"]);
    assert!(said.contains("forecast of 2026Q4"), "{said}");
    assert_eq!(shelf.json(&["submissions"]), json!([]));
}

#[test]
fn the_track_record_is_told_stage_by_stage() {
    let shelf = reviewed();
    let stages = shelf.json(&["conversion"]);
    begins(&stages[2], "stage, name, entered, advanced, fell, undecided, conversion, median_days");
    // Design: four entered; Pump was won and Tank went on, Valve was lost, Filter is there.
    let design: Vec<&Value> =
        ["entered", "advanced", "fell", "undecided"].map(|name| &stages[2][name]).to_vec();
    assert_eq!(design, [&json!(4), &json!(2), &json!(1), &json!(1)]);
    // Six, seven and nine days.
    assert_eq!(stages[2]["median_days"], json!(7.0));
    let rates = shelf.json(&["calibration"]);
    begins(&rates[2], "stage, name, default, n, wins, share, calibrated");
    // (1 + 10 × 20 %) ÷ 12
    assert_eq!((&rates[2]["n"], &rates[2]["calibrated"]), (&json!(2), &json!(0.25)));
    let taken = shelf.does(&["calibration", "--take"]);
    assert!(taken.contains("Own win rates taken over: 3"), "{taken}");
    assert!(shelf.does(&["config", "show"]).contains("25 %"), "one operation for all");
    shelf.does(&["undo"]);
    assert_eq!(shelf.json(&["calibration"]), rates, "and one to give them back");
    let velocity = shelf.json(&["velocity"]);
    begins(
        &velocity,
        "velocity, open_deals, open_amount, average_amount, won, closed, win_share, average_cycle",
    );
    // 620 open × 1 of 2 ÷ 6 days
    assert_eq!(velocity["velocity"], "51.67");
    assert_eq!(shelf.json(&["velocity", "--as-of", "2026-11-15"])["velocity"], json!(null));
    let losses = shelf.json(&["losses"]);
    assert_eq!(losses["reasons"][0]["name"], "price");
    assert_eq!(
        (&losses["competitors"][0]["name"], &losses["competitors"][0]["deals"]),
        (&json!("Borg"), &json!(1))
    );
    let before = shelf.json(&["losses", "--as-of", "2025-01-01"]);
    assert_eq!(
        (&before["reasons"], &before["competitors"]),
        (&json!([]), &json!([])),
        "nothing was lost yet"
    );
}

#[test]
fn the_page_of_the_week_is_one_file_and_always_the_same() {
    let shelf = reviewed();
    let page = shelf.does(&["report", "week", "--format", "html"]);
    assert_eq!(page, shelf.does(&["report", "week", "--format", "html"]));
    for words in
        ["<svg", "Send offer", "Valve &lt;b&gt;", "Design → Comparison", "2026-12-20 → 2027-01-20", "Borg"]
    {
        assert!(page.contains(words), "{words} is not in {page}");
    }
    assert_eq!(page.matches("<svg").count(), 3, "the quota, the range and the bridge");
    assert!(!page.contains("http-equiv") && !page.contains("<script") && !page.contains("src="));
    let chinese = shelf.does(&["report", "week", "--lang", "zh"]);
    assert!(chinese.starts_with("# 截至 2026-11-21 的一周"), "{chinese}");
    assert!(!chinese.contains("data:image"), "tables say what the pictures show");
    assert_eq!(shelf.run(&["report", "week", "--format", "json"]).code, 2);
}
