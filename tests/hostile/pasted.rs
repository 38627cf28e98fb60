//! Far too much pasted into every line and field that takes text: it is taken or refused, and no key waits long.

use std::time::{Duration, Instant};

use chrono::NaiveDate;
use keybook::config::Config;
use keybook::i18n::Lang;
use keybook::ops::{demo, setup};
use keybook::store::Clock;
use keybook::tui::Rehearsal;
use ratatui::layout::Size;
use rstest::rstest;
use tempfile::TempDir;

/// Longer than anybody waits; in a build for tests, on a busy machine.
const TIME: Duration = Duration::from_secs(20);

#[rstest]
#[case::filter("5 /")]
#[case::search("s")]
#[case::palette(":")]
#[case::capture(";")]
#[case::name("a a")]
#[case::amount("a d tab tab")]
#[case::notes("3 e shift-tab")]
fn a_mebibyte_pasted_is_borne(
    #[case] place: &str,
    #[values(
        "word ",
        "x",
        "\u{202e}\u{1b}[2J",
        "名",
        "e\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}",
        "line\n"
    )]
    piece: &str,
) {
    let today = NaiveDate::from_ymd_opt(2026, 11, 21).unwrap();
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("a.keybook");
    drop(demo::make(&path, Clock::fixed(today), Some(20)).unwrap());
    let book = setup::open(&path, Clock::fixed(today)).unwrap();
    let mut interface = Rehearsal::new(book, Lang::En, &Config::default(), Size::new(80, 24));
    interface.press(place).unwrap();
    let began = Instant::now();
    interface.paste(&piece.repeat((1 << 20) / piece.len()));
    interface.frame();
    interface.press("x backspace").unwrap();
    interface.frame();
    interface.press("enter esc esc esc").unwrap();
    interface.frame();
    assert!(began.elapsed() < TIME, "{place}: {:?}", began.elapsed());
}
