//! The weekly review of the demonstration book, from its start to the forecast handed in.

use crate::pseudo_terminal::Program;
use crate::work::command;

#[test]
fn the_demonstration_book_is_reviewed_from_start_to_submission() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("demo.keybook");
    command(&book, &["demo", "--print"]);
    let mut program = Program::open(&book, "xterm-256color");
    program.until("2 Funnel");
    program.send("gr");
    let first = program.until("Why it is here");
    let number: usize = {
        let line = first.lines().find(|line| line.contains("0 of ")).unwrap();
        line.split(" of ").last().unwrap().split_whitespace().next().unwrap().parse().unwrap()
    };
    assert!(number > 2, "{first}");
    // Another date, another amount, a next step; then the rest stays as it is.
    program.send("d2");
    program.until(&format!("1 of {number} decided"));
    program.send("m");
    program.until("╭─ Amount");
    program.send("80k\r");
    program.until(&format!("2 of {number} decided"));
    program.send("u");
    program.until(&format!("1 of {number} decided"));
    for n in 2..=number {
        program.send(" ");
        program.until(&format!("{n} of {number} decided"));
    }
    program.until("Every deal has had its word.");
    program.send("\r");
    program.until("The amount you commit to");
    program.send("\r\r");
    program.until("Handed in today");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
    let kept = command(&book, &["submissions", "--format", "json"]);
    assert!(kept.contains("2026-11-21"), "{kept}");
    let attention = command(&book, &["changes", "--format", "json"]);
    assert!(attention.contains("opening"), "{attention}");
}
