//! Tables for people: never wider than asked, and lined up in Chinese.

use unicode_width::UnicodeWidthStr;

use crate::shelf::{Answer, Shelf};

#[test]
fn no_table_is_wider_than_the_terminal() {
    let shelf = Shelf::stocked();
    shelf.does(&["deal", "win", "D-1"]);
    for columns in ["20", "40", "60", "80", "120"] {
        for words in [
            &["deal", "list", "--status", "all"][..],
            &["account", "list"],
            &["contact", "list"],
            &["account", "show", "A-1"],
            &["deal", "show", "D-1"],
            &["funnel"],
            &["forecast"],
            &["today"],
            &["segments"],
            &["segments", "--by", "posture"],
            &["history"],
            &["search", "acme"],
            &["config", "show"],
        ] {
            for lang in ["en", "zh"] {
                let answer =
                    Answer::of(shelf.program().env("COLUMNS", columns).args(words).args(["--lang", lang]));
                assert_eq!(answer.code, 0, "{}", answer.err);
                let limit: usize = columns.parse().unwrap();
                for line in answer.out.lines() {
                    assert!(line.width() <= limit, "{words:?} at {columns}: {line}");
                }
            }
        }
    }
}

#[test]
fn columns_line_up_under_chinese_names() {
    let shelf = Shelf::stocked();
    let out = shelf.does(&["deal", "list", "--lang", "zh"]);
    let places: Vec<usize> = out
        .lines()
        .skip(1)
        .map(|line| {
            let account = if line.contains("华东") { "华东" } else { "Acme Corp" };
            line[..line.find(account).unwrap()].width()
        })
        .collect();
    assert_eq!(places.len(), 3);
    assert!(places.windows(2).all(|pair| pair[0] == pair[1]), "{out}");
}

#[test]
fn figures_are_not_cut_on_a_narrow_terminal() {
    let shelf = Shelf::new();
    shelf.does(&["account", "add", "Acme"]);
    let name = "A deal whose name is much longer than a narrow terminal";
    shelf.does(&["deal", "add", name, "--account", "acme", "--amount", "1234567.89"]);
    let answer = Answer::of(shelf.program().env("COLUMNS", "45").args(["deal", "list"]));
    assert!(answer.out.contains("1,234,567.89"), "{}", answer.out);
    assert!(answer.out.contains('…'), "{}", answer.out);
}

#[test]
fn colour_is_for_terminals_unless_it_is_asked_for() {
    let shelf = Shelf::stocked();
    assert!(!shelf.does(&["deal", "list"]).contains('\u{1b}'));
    assert!(shelf.does(&["deal", "list", "--color", "always"]).contains('\u{1b}'));
    assert!(!shelf.does(&["deal", "list", "--color", "never"]).contains('\u{1b}'));
}

#[test]
fn a_page_is_also_markdown_and_html() {
    let shelf = Shelf::new();
    shelf.does(&["account", "add", "A|B <b>"]);
    let markdown = shelf.does(&["account", "list", "--format", "md"]);
    assert!(markdown.contains("A\\|B \\<b\\>"), "{markdown}");
    let html = shelf.does(&["account", "list", "--format", "html"]);
    assert!(html.starts_with("<!doctype html>") && html.contains("A|B &lt;b&gt;"), "{html}");
    assert!(!html.contains("http"), "the page fetches nothing");
}
