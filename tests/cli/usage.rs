//! Wrong usage, refused formats, exit codes, and where answers go.

use crate::shelf::{Answer, Shelf};

#[test]
fn a_format_that_a_command_lacks_is_refused_before_anything_is_done() {
    let shelf = Shelf::new();
    for words in [
        &["account", "add", "Acme", "--format", "csv"][..],
        &["account", "add", "Acme", "--format", "vcard"],
        &["deal", "list", "--format", "ics"],
        &["completions", "bash", "--format", "json"],
        &["export", "all", "--format", "csv"],
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, 2, "{words:?}");
        assert!(answer.out.is_empty() && !answer.err.is_empty(), "{words:?}");
    }
    assert_eq!(shelf.does(&["account", "list"]), "No accounts.\n");
}

#[test]
fn a_shared_flag_that_makes_no_sense_is_refused() {
    let shelf = Shelf::new();
    for words in [
        &["account", "add", "Acme", "--filter", "x"][..],
        &["deal", "list", "--as-of", "2026-01-01"],
        &["history", "--period", "2026"],
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, 2, "{words:?}");
        assert!(answer.err.contains(words[words.len() - 2]), "{}", answer.err);
    }
}

#[test]
fn what_is_not_understood_is_wrong_usage_and_says_what_to_try() {
    let shelf = Shelf::stocked();
    for words in [
        &["deal", "add", "X", "--account", "acme", "--amount", "-5"][..],
        &["deal", "add", "X", "--account", "acme", "--close", "someday"],
        &["deal", "add", "X", "--account", "acme", "--win-rate", "150%"],
        &["deal", "add", "X", "--account", "acme", "--stage", "limbo"],
        &["quota", "set", "2026Q5", "1"],
        &["rate", "set", "EUR", "1.1"],
        &["rate", "set", "XXY", "1.1"],
        &["log", "jane", "--kind", "dream", "text"],
        &["account", "add", "  "],
        &["nonsense"],
        &["funnel", "--today", "yesterdayish"],
    ] {
        let answer = shelf.run(words);
        assert_eq!(answer.code, 2, "{words:?}: {}", answer.err);
        assert!(answer.out.is_empty(), "{words:?}");
        assert!(answer.err.lines().count() >= 1, "{words:?}");
    }
}

#[test]
fn a_book_that_cannot_be_opened_is_said_with_code_5() {
    let shelf = Shelf::new();
    let note = shelf.file("note.txt", "this is no book, and long enough to be looked at");
    let answer = shelf.run(&["--book", &note, "funnel"]);
    assert_eq!(answer.code, 5);
    assert!(answer.err.contains("not a keybook book"), "{}", answer.err);
    assert_eq!(std::fs::read_to_string(&note).unwrap(), "this is no book, and long enough to be looked at");
}

#[test]
fn without_a_terminal_the_interface_is_not_opened() {
    let answer = Shelf::new().run(&[]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("keybook --help"), "{}", answer.err);
}

#[test]
fn an_answer_goes_into_a_file_whole_or_not_at_all() {
    let shelf = Shelf::stocked();
    let file = shelf.path("deals.csv");
    let name = file.to_str().unwrap();
    assert_eq!(shelf.does(&["export", "deals", "--out", name]), "");
    let text = std::fs::read_to_string(&file).unwrap();
    assert!(text.starts_with("id,code,name,account,amount,currency,stage,"), "{text}");
    assert_eq!(text.lines().count(), 4);
    let answer = shelf.run(&["export", "deals", "--filter", "amuont>5", "--out", name]);
    assert_eq!(answer.code, 2);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), text);
    assert_eq!(shelf.run(&["export", "deals", "--out", "/nowhere/at/all.csv"]).code, 1);
    let book = shelf.path("book.keybook");
    assert_eq!(shelf.run(&["export", "all", "--out", book.to_str().unwrap()]).code, 2);
    assert_eq!(shelf.json(&["deal", "list"]).as_array().map(Vec::len), Some(3));
}

#[test]
fn a_name_that_is_a_formula_is_harmless_in_csv() {
    let shelf = Shelf::new();
    shelf.does(&["account", "add", "=HYPERLINK(1)"]);
    let out = shelf.does(&["export", "accounts"]);
    assert!(out.contains(",'=HYPERLINK(1),"), "{out}");
}

#[test]
fn settings_that_cannot_be_read_are_told_and_the_work_goes_on() {
    let shelf = Shelf::new();
    shelf.file("config.toml", "language = ");
    let answer = shelf.run(&["account", "list"]);
    assert_eq!((answer.code, answer.out.as_str()), (0, "No accounts.\n"));
    assert!(answer.err.contains("config.toml"), "{}", answer.err);
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_heard_enough_is_no_failure() {
    use std::process::{Command, Stdio};
    let shelf = Shelf::stocked();
    let mut program = Command::new(assert_cmd::cargo::cargo_bin("keybook"));
    program.env("KEYBOOK_FILE", shelf.path("book.keybook")).env("KEYBOOK_CONFIG", shelf.path("none.toml"));
    let mut child =
        program.args(["export", "all"]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0));
    assert!(ended.stderr.is_empty(), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn completions_and_manual_pages_know_every_command() {
    let shelf = Shelf::new();
    let manual = shelf.does(&["man"]);
    let script = shelf.does(&["completions", "powershell"]);
    for command in ["deal", "account", "contact", "funnel", "forecast", "import", "undo"] {
        assert!(manual.contains(command), "{command}");
        assert!(script.contains(command), "{command}");
    }
    assert!(shelf.does(&["man", "deal", "add"]).contains("win\\-rate"));
    assert_eq!(shelf.run(&["man", "dance"]).code, 2);
}

#[test]
fn wrong_usage_is_told_in_chinese_too() {
    let shelf = Shelf::stocked();
    let answer = shelf.run(&["--lang", "zh", "deal", "show", "齐柏林"]);
    assert_eq!(answer.code, 3);
    assert!(answer.err.contains("没有名为“齐柏林”的销售机会"), "{}", answer.err);
    let answer = shelf.run(&["--lang", "zh", "deal", "lsit"]);
    assert_eq!(answer.code, 2);
    assert!(answer.err.contains("是不是指 list？"), "{}", answer.err);
    assert!(shelf.run(&["--lang", "zh", "deal", "show"]).err.contains("缺少：<DEAL>"));
    assert!(shelf.does(&["--lang", "zh", "deal", "--help"]).contains("推进到下一阶段"));
    let machine = Answer::of(shelf.program().env("LC_ALL", "zh_CN.UTF-8").args(["deal", "list"]));
    assert!(machine.out.starts_with("编号"), "{}", machine.out);
}
