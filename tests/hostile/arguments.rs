//! What is handed over at the command line is cleaned like everything else, or refused with words that are harmless.

use std::time::Duration;

use rstest::rstest;
use tempfile::TempDir;

use crate::measured::run;
use crate::shown::is_harmless;

const HOSTILE: &str = "Ac\u{1b}[2Jme\u{202e}\u{200b}\u{9b}31m\u{7}";
const TIME: Duration = Duration::from_secs(60);

#[rstest]
#[case(&["account", "add", HOSTILE], 0)]
#[case(&["account", "show", HOSTILE], 3)]
#[case(&["account", "list", "--filter", HOSTILE], 0)]
#[case(&["account", "list", "--filter", "tier>=\u{1b}[2J\u{202e}"], 2)]
#[case(&["account", "add", "Bolt", "--tier", HOSTILE], 2)]
#[case(&["account", "add", "Bolt", "--potential", HOSTILE], 2)]
#[case(&["deal", "add", "Pumps", "--account", HOSTILE, "--amount", "1"], 3)]
#[case(&["funnel", "--period", HOSTILE], 2)]
#[case(&["query", HOSTILE], 2)]
#[case(&["import", HOSTILE], 4)]
#[case(&["import", "x.csv", "--map", HOSTILE], 2)]
#[case(&["restore", HOSTILE], 3)]
#[case(&["merge-book", HOSTILE], 3)]
#[case(&["search", HOSTILE], 0)]
#[case(&["guide", HOSTILE], 3)]
#[case(&["config", "set", HOSTILE, HOSTILE], 2)]
#[case(&["report", "account", HOSTILE], 3)]
#[case(&[HOSTILE], 2)]
fn words_that_steer_a_terminal_do_not_come_back(#[case] words: &[&str], #[case] code: i32) {
    let folder = TempDir::new().unwrap();
    let done = run(&folder.path().join("a.keybook"), words, TIME);
    assert!(is_harmless(&done.said), "{words:?}: {:?}", done.said);
    assert_eq!(done.code, code, "{}", done.said);
}

#[test]
fn a_book_whose_file_has_such_a_name_is_named_harmlessly() {
    let folder = TempDir::new().unwrap();
    let book = folder.path().join("a\u{1b}[31m\u{202e}.keybook");
    for words in [
        &["account", "add", "Acme"][..],
        &["backups"],
        &["check"],
        &["backup"],
        &["account", "show", "Nobody"],
    ] {
        let done = run(&book, words, TIME);
        assert!(is_harmless(&done.said), "{words:?}: {:?}", done.said);
    }
}
