//! A book that another program wrote, with texts that no door of ours would let in: they are shown, and steer nothing.
//! (On a screen the letters of a sequence stay to be read, `[2J`; what made them a sequence is gone.)

use std::path::Path;
use std::time::Duration;

use chrono::NaiveDate;
use keybook::config::Config;
use keybook::i18n::Lang;
use keybook::ops::demo;
use keybook::store::{Book, Clock};
use keybook::tui::Rehearsal;
use ratatui::layout::Size;
use rstest::rstest;
use rusqlite::Connection;
use tempfile::TempDir;

use crate::measured::run;

/// Whether a text does nothing to a terminal but to be read.
pub fn is_harmless(text: &str) -> bool {
    let marks = |text: &str| text.matches(|sign| ('\u{300}'..='\u{36f}').contains(&sign)).count();
    let steers = |sign: char| {
        sign.is_control() && sign != '\n'
            || matches!(sign, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
    };
    !text.contains(steers)
        && !text.split(|sign: char| sign.is_alphanumeric()).any(|between| marks(between) > 6)
}

const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();

/// Put behind every text of the book. Its letters stand after whatever was there.
const HOSTILE: &str = "\u{1b}[2J\u{1b}]0;title\u{7}\u{9b}31m\u{202e}\u{2066}\u{200b}\u{feff}e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}<b>|`*";

/// Texts of a person's own that a book shows, by table.
const TEXTS: [(&str, &[&str]); 4] = [
    ("account", &["name", "industry", "city", "notes"]),
    ("contact", &["name", "title", "notes"]),
    ("deal", &["name", "next_step"]),
    ("activity", &["text"]),
];

fn hostile_book(path: &Path) {
    drop(demo::make(path, Clock::fixed(TODAY), None).unwrap());
    let connection = Connection::open(path).unwrap();
    // Another program cannot do what our triggers ask for.
    let triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'";
    let triggers: Vec<(String, String)> = connection
        .prepare(triggers)
        .unwrap()
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for (name, _) in &triggers {
        connection.execute(&format!("DROP TRIGGER \"{name}\""), []).unwrap();
    }
    for (table, columns) in TEXTS {
        for column in columns {
            let sql = format!("UPDATE {table} SET {column} = {column} || ?1 WHERE {column} IS NOT NULL");
            let changed = connection.execute(&sql, [HOSTILE]).unwrap();
            assert!(changed > 0, "{table}.{column}");
        }
    }
    for (_, sql) in &triggers {
        connection.execute(sql, []).unwrap();
    }
}

const PLACES: [&str; 40] = [
    "1",
    "2",
    "2 enter",
    "3",
    "3 enter",
    "3 enter , f",
    "3 enter , c",
    "3 enter , e",
    "3 enter , m",
    "3 enter , g",
    "3 space",
    "4",
    "4 enter",
    "5",
    "5 enter",
    "5 H",
    "5 e",
    "6",
    "6 enter",
    "7",
    "8",
    "9",
    "9 , p",
    "9 , t",
    "g A",
    "g C",
    "g D",
    "g I",
    "g M",
    "g P",
    "g R",
    "g T",
    "g W",
    "g c",
    "g m",
    "g r",
    "g L",
    "s a",
    ": a",
    "3 enter g b",
];

#[test]
fn no_screen_shows_what_would_steer_the_terminal() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.keybook");
    hostile_book(&path);
    for (lang, size) in [(Lang::En, Size::new(80, 24)), (Lang::Zh, Size::new(140, 50))] {
        let book = Book::open(&path, Clock::fixed(TODAY)).unwrap();
        let mut interface = Rehearsal::new(book, lang, &Config::default(), size);
        for place in PLACES {
            interface.press("esc esc esc esc").unwrap();
            interface.press(place).unwrap();
            let (frame, _) = interface.frame();
            let all: String = frame.content.iter().map(|cell| cell.symbol()).collect();
            assert!(is_harmless(&all), "{place}: {all:?}");
        }
    }
}

#[rstest]
#[case("table")]
#[case("md")]
#[case("html")]
fn no_page_holds_what_would_steer_the_terminal(#[case] format: &str) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.keybook");
    hostile_book(&path);
    let pages: [&[&str]; 17] = [
        &["account", "list"],
        &["account", "show", "A-1"],
        &["contact", "list"],
        &["contact", "show", "P-1"],
        &["deal", "list"],
        &["deal", "show", "D-1"],
        &["today"],
        &["funnel"],
        &["attention"],
        &["brief", "A-1"],
        &["plan", "A-1"],
        &["search", "e"],
        &["report", "week"],
        &["report", "book"],
        &["segments"],
        &["whitespace"],
        &["history", "D-1"],
    ];
    let mut told = 0;
    for words in pages {
        let done = run(&path, &[words, &["--format", format]].concat(), Duration::from_secs(60));
        // Some pages are no tables, some only that.
        if done.code != 2 {
            assert_eq!(done.code, 0, "{words:?}: {}", done.said);
            told += 1;
        }
        assert!(is_harmless(&done.said), "{words:?}: {:?}", done.said);
        assert!(format != "html" || !done.said.contains("<b>|"), "{words:?}");
    }
    assert!(told > 8, "{told} pages");
}
