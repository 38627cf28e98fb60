//! The interface: how soon it is there, how soon a key is answered, what it holds and what it does when idle.

use std::time::Duration;

use super::Bench;
use super::books::TODAY;
use super::results::{Results, median, ninety_fifth};
use super::terminal::Running;

/// A list or tab: its name, the keys that lead there, and two keys that are pressed in turn.
type Place = (&'static str, &'static [&'static str], [&'static str; 2]);

const DOWN: &str = "\x1b[B";
const UP: &str = "\x1b[A";

const PLACES: [Place; 12] = [
    ("Today, a line", &[], [DOWN, UP]),
    ("funnel, a line", &["2"], [DOWN, UP]),
    ("accounts, a line", &["3"], [DOWN, UP]),
    ("people, a line", &["4"], [DOWN, UP]),
    ("deals, a line", &["5"], [DOWN, UP]),
    ("deals, a page", &["5"], ["\x1b[6~", "\x1b[5~"]),
    ("deals, end and beginning", &["5"], ["G", "\x1b[H"]),
    ("board, a line", &["6"], [DOWN, UP]),
    ("log, a line", &["7"], [DOWN, UP]),
    ("tabs of an account", &["3", "\r"], ["]", "["]),
    ("filter, a letter", &["5", "/"], ["a", "\x7f"]),
    ("search, a letter", &["\x10"], ["a", "\x7f"]),
];

pub fn measure(bench: &Bench, results: &mut Results) {
    for &deals in &bench.sizes {
        start(bench, results, deals);
        keys(bench, results, deals);
        rest(bench, results, deals);
    }
    if let [few, .., many] = bench.sizes.as_slice() {
        growth(bench, results, *few, *many);
    }
}

/// A start with many deals beside one with few, in turns.
fn growth(bench: &Bench, results: &mut Results, few: u64, many: u64) {
    let (mut small, mut large) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds(many) * 3 {
        small.push(begin(&ours(bench, few), "Overdue").1);
        large.push(begin(&ours(bench, many), "Overdue").1);
    }
    let beside = format!("with {few}");
    results.ratio(
        &format!("start with {many} deals beside {few}"),
        median(large),
        (&beside, median(small)),
        1.2,
    );
}

fn ours(bench: &Bench, deals: u64) -> Vec<String> {
    let (program, book) = (bench.program.display().to_string(), bench.book(deals).display().to_string());
    [program.as_str(), "--book", &book, "--today", TODAY, "--lang", "en"].map(str::to_owned).to_vec()
}

fn bare(bench: &Bench, deals: u64) -> Vec<String> {
    let this = std::env::current_exe().expect("this program has a file").display().to_string();
    vec![this, "--bare".to_owned(), bench.table(deals).display().to_string()]
}

fn begin(command: &[String], expected: &str) -> (Running, Duration) {
    let words: Vec<&str> = command.iter().map(String::as_str).collect();
    Running::start(&words, expected)
}

fn start(bench: &Bench, results: &mut Results, deals: u64) {
    let (mut bare_times, mut today, mut all) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..bench.rounds(deals) * 3 {
        bare_times.push(begin(&bare(bench, deals), "READY").1);
        let (mut running, time) = begin(&ours(bench, deals), "Overdue");
        running.settle();
        today.push(time);
        all.push(running.press("2").last);
        // The program opens where it was left, also where it is told to end.
        running.press("1");
    }
    let floor = median(bare_times);
    results.ratio(&format!("start to Today, {deals} deals"), median(today.clone()), ("F", floor), 3.0);
    let funnel = left_at(bench, deals, "2", || begin(&ours(bench, deals), "Weighted").1);
    results.ratio(&format!("start to Funnel, {deals} deals"), funnel, ("F", floor), 3.0);
    let what = format!("from Today to Funnel, until range and weeks are reckoned, {deals} deals");
    results.beside(&what, median(all), ("F", floor));
    lens(bench, results, deals, median(today));
}

/// The median of starts of the program, left at a screen before.
fn left_at(bench: &Bench, deals: u64, screen: &str, mut start: impl FnMut() -> Duration) -> Duration {
    let leave_at = |screen: &str| {
        let (mut running, _) = begin(&ours(bench, deals), "Register");
        running.settle();
        running.press(screen);
        running.leave("q");
    };
    leave_at(screen);
    let times = (0..bench.rounds(deals) * 3).map(|_| start()).collect();
    leave_at("1");
    median(times)
}

/// csvlens, on the same deals as a file.
fn lens(bench: &Bench, results: &mut Results, deals: u64, today: Duration) {
    let what = format!("start to Today beside csvlens on the same deals, {deals} deals");
    if std::process::Command::new("csvlens").arg("--version").output().is_err() {
        results.missing(&what, "csvlens is not installed");
        return;
    }
    let command = vec!["csvlens".to_owned(), bench.csv(deals).display().to_string()];
    let (mut starts, mut keys) = (Vec::new(), Vec::new());
    for _ in 0..bench.rounds(deals) * 3 {
        let (mut running, time) = begin(&command, "code");
        running.settle();
        starts.push(time);
        keys.push(running.press(DOWN).first);
    }
    results.beside(&what, today, ("csvlens", median(starts)));
    let (mut running, _) = begin(&ours(bench, deals), "Overdue");
    running.settle();
    running.press("5");
    let ours = (0..bench.rounds(deals) * 6).map(|turn| running.press([DOWN, UP][turn % 2]).first).collect();
    running.press("1");
    let what = format!("deals, a line, p95 of a key beside csvlens, {deals} deals");
    results.beside(&what, ninety_fifth(ours), ("csvlens", ninety_fifth(keys)));
}

fn keys(bench: &Bench, results: &mut Results, deals: u64) {
    let (mut floor, _) = begin(&bare(bench, deals), "READY");
    floor.settle();
    let (mut running, _) = begin(&ours(bench, deals), "Overdue");
    running.settle();
    for (name, way, turns) in PLACES {
        for key in way {
            running.press(key);
            running.settle();
        }
        let (mut times, mut whole, mut beside) = (Vec::new(), Vec::new(), Vec::new());
        for turn in 0..bench.rounds(deals) * 6 {
            let pressed = running.press(turns[turn % 2]);
            times.push(pressed.first);
            whole.push(pressed.last);
            beside.push(floor.press([DOWN, UP][turn % 2]).first);
        }
        let beside = ("F", ninety_fifth(beside));
        results.ratio(&format!("{name}, p95 of a key, {deals} deals"), ninety_fifth(times), beside, 3.0);
        if name.ends_with("letter") {
            let what = format!("{name}, p95 until what it finds is there, {deals} deals");
            results.beside(&what, ninety_fifth(whole), beside);
        }
        // Out of what was opened, back to the first screen.
        for key in ["\x1b", "\x1b", "1"] {
            running.press(key);
        }
        running.settle();
    }
}

/// What it holds after a walk through the lists, and what it does when nobody presses a key.
fn rest(bench: &Bench, results: &mut Results, deals: u64) {
    let (mut running, _) = begin(&ours(bench, deals), "Overdue");
    for key in ["2", "3", "4", "5", "G", "6", "7", "1"] {
        running.press(key);
        running.settle();
    }
    let most = if deals > 100_000 { 40.0 } else { 25.0 };
    let peak = running.peak() as f64 / 1024.0;
    results.amount(&format!("peak memory after a walk through the lists, {deals} deals"), peak, most, "MiB");
    std::thread::sleep(Duration::from_secs(2));
    running.settle();
    let before = (running.cpu(), running.wakes(), running.written(), running.bytes);
    std::thread::sleep(Duration::from_secs(5));
    running.settle();
    let wakes = running.wakes() - before.1;
    let worked =
        (running.cpu() - before.0) + (running.written() - before.2) + (running.bytes - before.3) as u64;
    results.amount(&format!("idle for five seconds: wake-ups, {deals} deals"), wakes as f64, 0.0, "");
    results.amount(
        &format!("idle for five seconds: nanoseconds of CPU and bytes written, {deals} deals"),
        worked as f64,
        0.0,
        "",
    );
}
