//! Reports: one sound file each, whatever people typed, with the figures that the commands give.

use crate::shelf::Shelf;

const HOSTILE: &str = "<script src=\"http://x\">alert('1')</script> & Söhne";

/// A book in which everything that has a name bears one that would like to be markup.
fn hostile() -> Shelf {
    let shelf = Shelf::new();
    let on = |day: &str, words: &[&str]| drop(shelf.does_on(day, words));
    on("2026-09-01", &["account", "add", HOSTILE, "--tier", "key", "--potential", "2000", "--share", "40%"]);
    on("2026-09-01", &["account", "add", "宏泰精密", "--potential", "900", "--share", "70%"]);
    on("2026-09-01", &["standing", "set", "A-1", "--attractiveness", "8", "--strength", "6"]);
    on("2026-09-01", &["contact", "add", HOSTILE, "--account", "A-1", "--title", "</td></table>"]);
    on("2026-09-01", &["contact", "score", "P-1", "80", "30", "20", "60"]);
    on("2026-09-01", &["quota", "set", "2026Q4", "1000"]);
    on("2026-09-01", &["quota", "set", "2026Q3", "1000"]);
    for (name, account) in [(HOSTILE, "A-1"), ("Valve", "A-1"), ("二期", "A-2"), ("Open", "A-1")] {
        on(
            "2026-09-02",
            &["deal", "add", name, "--account", account, "--amount", "300", "--close", "2026-12-01"],
        );
    }
    on("2026-09-20", &["deal", "win", "D-3", "--amount", "250"]);
    on("2026-11-16", &["deal", "win", "D-1", "--amount", "350"]);
    on(
        "2026-11-17",
        &["deal", "lose", "D-2", "--reason", "price", "--competitor", HOSTILE, "--learned", HOSTILE],
    );
    on("2026-11-18", &["commitment", "add", "P-1", HOSTILE, "--due", "2026-11-20"]);
    on("2026-11-18", &["submit", "--amount", "900", "--note", HOSTILE]);
    shelf
}

const REPORTS: [&[&str]; 5] = [
    &["report", "week"],
    &["report", "quarter"],
    &["report", "account", "A-1"],
    &["report", "book"],
    &["plan", "A-1"],
];

/// Goes through a page tag by tag: each is closed where it should be, and every attribute stands in quotes.
#[track_caller]
fn is_sound(page: &str) {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page.strip_prefix("<!doctype html>").unwrap();
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains('>'), "a stray sign before {}", &rest[start..]);
        let end = start + rest[start..].find('>').unwrap();
        let tag = &rest[start + 1..end];
        rest = &rest[end + 1..];
        let name = tag.trim_start_matches('/').split([' ', '/']).next().unwrap();
        assert_eq!(tag.matches('"').count() % 2, 0, "<{tag}> leaves a quote open");
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "</{closed}> closes another");
        } else if name == "style" {
            // What stands in it is no markup.
            rest = &rest[rest.find("</style>").unwrap() + "</style>".len()..];
        } else if name != "meta" && !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "left open: {open:?}");
}

#[test]
fn whatever_people_typed_a_report_is_one_sound_file_that_fetches_nothing() {
    let shelf = hostile();
    for report in REPORTS {
        for lang in ["en", "zh"] {
            let words = [report, &["--format", "html", "--lang", lang]].concat();
            let page = shelf.does(&words);
            is_sound(&page);
            assert!(page.contains(&format!("<html lang=\"{lang}\">")));
            for sign in ["<script", "src=", "href=", "url(", "@import", "NaN", "onload"] {
                // What was typed stands there as text.
                let page = page.replace("&lt;script src=&quot;http://x&quot;&gt;", "");
                assert!(!page.contains(sign), "{sign} in {words:?}");
            }
            assert_eq!(page, shelf.does(&words), "the same every time");
            let markdown = shelf.does(&[report, &["--lang", lang]].concat());
            assert!(markdown.starts_with("# "), "{markdown}");
            assert!(!markdown.replace("\\<", "").contains("<script"), "{markdown}");
        }
    }
}

#[test]
fn every_picture_is_told_and_has_a_table_or_figures_beside_it() {
    let shelf = hostile();
    let pictures = |report: &[&str]| {
        let page = shelf.does(&[report, &["--format", "html"]].concat());
        assert_eq!(page.matches("<svg").count(), page.matches("role=\"img\" aria-label=\"").count());
        assert_eq!(page.matches("<svg").count(), page.matches("<figcaption>").count());
        page.matches("<svg").count()
    };
    assert_eq!(pictures(&["report", "quarter"]), 6, "quota, range, trend, funnel, bridge, next quarter");
    assert_eq!(pictures(&["report", "account", "A-1"]), 3, "people, sales, plan");
    assert_eq!(pictures(&["report", "book"]), 6, "pyramid, curve, two planes, funnel, quarters");
}

#[test]
fn reports_say_what_the_commands_say() {
    let shelf = hostile();
    let forecast = shelf.json(&["forecast"]);
    let quarter = shelf.does(&["report", "quarter"]);
    let percent = |value: &serde_json::Value| format!("{:.1} %", value.as_f64().unwrap() * 100.0);
    assert!(
        quarter.contains(&format!("**Forecast attainment** {}", percent(&forecast["attainment"]))),
        "{quarter}"
    );
    // 1000 − 350 is left; one deal of 300 is open.
    assert!(quarter.contains("**Still to sell** 650 EUR (open deals cover it 0.5 times)"), "{quarter}");
    assert!(
        quarter.contains("| 2026-11-16 |") && !quarter.contains("| 2026-09-20 |"),
        "only what this quarter won"
    );
    let earlier = shelf.does(&["report", "quarter", "--period", "2026Q3"]);
    assert!(
        earlier.contains("| 2026-09-20 | 二期 |") && earlier.contains("25.0 % of the quota of 1,000"),
        "{earlier}"
    );
    let next = shelf.does(&["report", "quarter", "--period", "2027Q1"]);
    assert!(next.contains("# Sales report 2027Q1"), "{next}");
    let account = shelf.does(&["report", "account", "A-1"]);
    assert!(account.contains("| 2026-11-20 |"), "{account}");
    let book = shelf.does(&["report", "book"]);
    assert!(book.contains("| 2026Q3 | 1,000 | 250 | 25.0 % |"), "{book}");
}

#[test]
fn a_report_of_an_empty_book_says_what_there_is() {
    let shelf = Shelf::new();
    for report in [&["report", "week"][..], &["report", "quarter"], &["report", "book"]] {
        for format in ["md", "html"] {
            let page = shelf.does(&[report, &["--format", format]].concat());
            assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
        }
    }
    assert_eq!(shelf.run(&["report", "account", "nobody"]).code, 3);
    assert_eq!(shelf.run(&["report", "book", "--period", "2026"]).code, 2, "the book is of no period");
    assert_eq!(shelf.run(&["report", "quarter", "--format", "json"]).code, 2);
}
