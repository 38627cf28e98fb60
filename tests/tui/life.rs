//! Whatever happens to the program, the terminal is given back, and it ends when it should.

use std::time::{Duration, Instant};

use rstest::rstest;
use rustix::process::Signal;

use crate::pseudo_terminal::Program;
use crate::work::book_with_deals;

#[rstest]
#[case(Signal::TERM, 143)]
#[case(Signal::HUP, 129)]
#[case(Signal::INT, 130)]
#[case(Signal::QUIT, 131)]
fn a_signal_ends_it_and_gives_the_terminal_back(#[case] signal: Signal, #[case] code: u32) {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    program.signal(signal);
    assert_eq!(program.ended().exit_code(), code);
    program.until_terminal_is_back();
}

#[rstest]
#[case("q")]
#[case("\u{3}")]
fn leaving_gives_the_terminal_back(#[case] key: &str) {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    program.send(key);
    assert_eq!(program.ended().exit_code(), 0);
    program.until_terminal_is_back();
}

#[test]
fn a_closed_terminal_ends_it_at_once() {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    let start = Instant::now();
    program.close_terminal();
    program.ended();
    assert!(start.elapsed() < Duration::from_secs(2));
}

#[rstest]
#[case(None)]
#[case(Some("\u{1a}"))]
fn stopped_and_continued_it_gives_the_terminal_back_and_takes_it_again(#[case] key: Option<&str>) {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    match key {
        Some(key) => program.send(key),
        None => program.signal(Signal::TSTP),
    }
    program.until_stopped();
    assert!(!program.screen().contains("5 Deals"));
    program.until_terminal_is_back();
    program.signal(Signal::CONT);
    program.until("5 Deals");
    program.send("?");
    program.until("Go to the record");
    program.send("qq");
    assert_eq!(program.ended().exit_code(), 0);
}

#[test]
fn a_terminal_without_screens_is_told_so() {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "dumb");
    program.until("cannot show screens");
    assert_eq!(program.ended().exit_code(), 2);
}

#[test]
fn a_storm_of_sizes_and_keys_leaves_it_working() {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    for step in 0..60 {
        program.resize(1 + step * 7 % 60, 1 + step * 13 % 200);
        program.send(if step % 3 == 0 { "j" } else { "?" });
    }
    program.resize(24, 80);
    // Whether the help is open depends on which keys met a screen that was large enough.
    program.send("\u{1b}");
    // A key right behind it would be taken for one with Alt.
    std::thread::sleep(Duration::from_millis(300));
    program.until("? help");
    program.send("?");
    program.until("Esc close");
    program.send("\u{1b}");
    program.until("? help");
    program.send(&"j".repeat(3000));
    program.send("\u{1b}[200~q quit\u{1b}[201~");
    program.send("g");
    program.until("first line");
    program.send("gq");
    assert_eq!(program.ended().exit_code(), 0);
}

#[rstest]
#[case(None)]
#[case(Some(Signal::TERM))]
fn a_demonstration_opens_beside_the_persons_book_and_leaves_nothing_behind(#[case] signal: Option<Signal>) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("mine.keybook");
    let mut program = Program::start(&book, "xterm-256color", &["demo", "--size", "40"]);
    program.until("demonstration");
    let names = || {
        let entries = std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
        entries.filter(|name| name.to_string_lossy().contains("keybook")).count()
    };
    assert_eq!(names(), 1, "the demonstration's folder");
    match signal {
        Some(signal) => program.signal(signal),
        None => program.send("q"),
    }
    program.ended();
    assert_eq!(names(), 0, "neither it nor a book of the person's own");
}
