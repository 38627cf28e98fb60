//! Terminals that misbehave, and ends that nobody planned: what was typed is kept, and nothing spins.

use std::path::Path;
use std::time::{Duration, Instant};

use assert_cmd::Command;
use keybook::tui::terminal::Display;
use rstest::rstest;
use rustix::process::Signal;

use crate::chance::Chance;
use crate::pseudo_terminal::{OWN_TERMINAL, Program};
use crate::work::book_with_deals;

/// Types the beginning of a person into a form, and waits until it is kept as a draft.
fn begin_a_person(program: &mut Program) {
    program.until("5 Deals");
    program.send("ap");
    program.until("New person");
    program.send("Jane Miller\tAcme");
    program.until("Acme");
    program.send("\t");
    program.until("Jane Miller");
}

/// Opens the book again: what was typed is offered.
fn offers_what_was_typed(book: &Path) {
    let mut program = Program::open(book, "xterm-256color");
    program.until("You were typing in “New person”");
    program.send("y");
    program.until("Jane Miller");
    program.send("\u{3}");
    program.until("What you typed is kept");
    program.send("q");
    program.ended();
}

#[rstest]
#[case(Signal::TERM, 143)]
#[case(Signal::HUP, 129)]
#[case(Signal::INT, 130)]
#[case(Signal::QUIT, 131)]
fn what_is_being_typed_outlives_a_signal(#[case] signal: Signal, #[case] code: u32) {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = Program::open(&book, "xterm-256color");
    begin_a_person(&mut program);
    program.signal(signal);
    assert_eq!(program.ended().exit_code(), code);
    program.until_terminal_is_back();
    offers_what_was_typed(&book);
}

#[test]
fn where_the_terminal_is_closed_and_nobody_says_so_it_ends_and_keeps_what_was_typed() {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    let mut program = Program::under_stubborn_shell(&book);
    begin_a_person(&mut program);
    let began = Instant::now();
    program.close_terminal();
    let code = folder.path().join("code");
    while std::fs::read_to_string(&code).unwrap_or_default().trim().is_empty() {
        assert!(began.elapsed() < Duration::from_secs(10), "it goes on without a terminal");
        std::thread::sleep(Duration::from_millis(10));
    }
    assert_eq!(std::fs::read_to_string(&code).unwrap().trim(), "129");
    offers_what_was_typed(&book);
}

#[test]
fn a_terminal_that_takes_nothing_more_does_not_keep_it_from_ending() {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    program.stop_reading();
    // Far more frames than fit into what lies between the program and the terminal.
    for step in 0..200 {
        program.resize(20 + step % 2 * 60, 200 - step % 3 * 50);
        program.send(if step % 2 == 0 { "3" } else { "2" });
        std::thread::sleep(Duration::from_millis(5));
    }
    let began = Instant::now();
    program.signal(Signal::TERM);
    assert_eq!(program.ended().exit_code(), 143);
    assert!(began.elapsed() < Duration::from_secs(8), "{:?}", began.elapsed());
}

#[test]
fn it_does_nothing_at_all_while_nothing_happens() {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    std::thread::sleep(Duration::from_millis(500));
    let before = ticks(program.id());
    std::thread::sleep(Duration::from_secs(2));
    let Some((before, after)) = before.zip(ticks(program.id())) else { return };
    assert!(after - before <= 2, "{} hundredths of a second of work", after - before);
    program.send("q");
    program.ended();
}

/// Hundredths of a second that a process has worked; none where the system does not tell so.
fn ticks(process: u32) -> Option<u64> {
    let stat = std::fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
    Some(fields.get(11)?.parse::<u64>().ok()? + fields.get(12)?.parse::<u64>().ok()?)
}

/// Keys that lead everywhere; none of them leaves, stops or opens an editor.
const KEYS: [&str; 30] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "7",
    "8",
    "9",
    "\r",
    "\u{1b}",
    "\t",
    "j",
    "k",
    "l",
    "h",
    "gC",
    "gW",
    "gM",
    "gT",
    "gI",
    "ap",
    "ad",
    "/e\r",
    "?",
    ":",
    "x",
    "\u{7f}",
    "\u{1b}[6~",
    "王",
];

#[test]
fn sizes_from_one_cell_to_the_largest_with_keys_on_every_screen_leave_it_working() {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), "xterm-256color");
    program.until("5 Deals");
    let mut chance = Chance::new(20_261_121);
    for (rows, columns) in [(1, 1), (300, 500), (1, 500), (300, 1), (24, 80)] {
        program.resize(rows, columns);
        program.send("2");
    }
    for _ in 0..300 {
        program.resize(1 + chance.below(300) as u16, 1 + chance.below(500) as u16);
        program.send(KEYS[chance.below(KEYS.len())]);
    }
    program.resize(24, 80);
    for _ in 0..8 {
        program.send("\u{1b}");
        std::thread::sleep(Duration::from_millis(60));
    }
    program.send("2");
    program.until("Funnel");
    program.send("\u{3}");
    assert_eq!(program.ended().exit_code(), 0);
    program.until_terminal_is_back();
}

/// Takes the terminal over, and panics then: in a process that another test has started in a terminal of its own.
fn panic_on_a_screen(panic: impl FnOnce()) {
    if std::env::var_os(OWN_TERMINAL).is_none() {
        return;
    }
    let mut display = Display::enter(true).unwrap();
    display.draw(|frame| frame.render_widget("taken over", frame.area())).unwrap();
    std::thread::sleep(Duration::from_millis(200));
    panic();
    unreachable!("a panic anywhere ends the program");
}

#[test]
fn panics_in_the_loop() {
    panic_on_a_screen(|| panic!("words of a panic"));
}

#[test]
fn panics_in_a_worker() {
    panic_on_a_screen(|| drop(std::thread::spawn(|| panic!("words of a panic")).join()));
}

#[rstest]
#[case("trouble::panics_in_the_loop")]
#[case("trouble::panics_in_a_worker")]
fn a_panic_gives_the_terminal_back_and_is_read_there(#[case] test: &str) {
    let folder = tempfile::tempdir().unwrap();
    let mut program = Program::of_test(&folder.path().join("a.keybook"), test);
    program.until("taken over");
    assert_eq!(program.ended().exit_code(), 101);
    program.until_terminal_is_back();
    program.until("words of a panic");
}

#[rstest]
#[case("dumb")]
#[case("")]
fn a_terminal_that_cannot_show_screens_is_told_so(#[case] term: &str) {
    let folder = book_with_deals();
    let mut program = Program::open(&folder.path().join("a.keybook"), term);
    program.until("cannot show screens");
    assert_eq!(program.ended().exit_code(), 2);
}

#[rstest]
#[case("en", "this is none")]
#[case("zh", "终端")]
fn without_a_terminal_the_interface_says_what_it_needs(#[case] lang: &str, #[case] words: &str) {
    let folder = book_with_deals();
    let book = folder.path().join("a.keybook");
    for mode in [&[][..], &["review"], &["demo"]] {
        let mut command = Command::new(env!("CARGO_BIN_EXE_keybook"));
        command.args(["--lang", lang, "--book"]).arg(&book).args(mode).env("TERM", "xterm-256color");
        command.env("KEYBOOK_CONFIG", folder.path().join("config.toml")).timeout(Duration::from_secs(20));
        let done = command.assert().code(2);
        let said = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
        assert!(said.contains(words), "{mode:?}: {said}");
    }
}

#[rstest]
#[case("exec <&- >&- 2>&-", "", 2)]
#[case("", "account list >&-", 0)]
#[case("", "account list > /dev/full", 1)]
#[case("", "export contacts --format csv | head -c 1 > /dev/null; exit 0", 0)]
fn where_there_is_nothing_to_write_to_it_ends_without_a_panic(
    #[case] before: &str,
    #[case] words: &str,
    #[case] code: i32,
) {
    let folder = book_with_deals();
    let mut shell = Command::new("sh");
    shell
        .args(["-c", &format!("{before}\n\"$KEYBOOK\" {words}")])
        .env("KEYBOOK", env!("CARGO_BIN_EXE_keybook"));
    shell.env("KEYBOOK_FILE", folder.path().join("a.keybook")).env("LC_ALL", "C.UTF-8");
    shell.env("KEYBOOK_CONFIG", folder.path().join("config.toml")).timeout(Duration::from_secs(20));
    let done = shell.assert().code(code);
    let said = String::from_utf8_lossy(&done.get_output().stderr).into_owned();
    assert!(!said.contains("panic") && !said.contains("os error 32"), "{said}");
}
