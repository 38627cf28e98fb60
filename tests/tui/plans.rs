//! The plan of an account: built at the keyboard alone and by commands alone, it is the same document.

use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::pseudo_terminal::Program;
use crate::work::command;

/// Saves a form.
const SAVE: &str = "\u{13}";
/// Empties a line.
const EMPTY: &str = "\u{15}";

/// A book of its own, past its first start; in the account's name and code alike.
fn book() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.keybook");
    command(&book, &["config", "set", "begun", "true"]);
    (folder, book)
}

/// Somebody at the keyboard.
struct Hands {
    program: Program,
}

impl Hands {
    fn open(book: &Path) -> Hands {
        let program = Program::open(book, "xterm-256color");
        program.until("2 Funnel");
        Hands { program }
    }

    fn press(&mut self, keys: &str, until: &str) {
        self.program.send(keys);
        self.program.until(until);
    }

    /// Opens a form, fills in its fields from the first one on, and saves it.
    fn fill(&mut self, keys: &str, title: &str, fields: &[&str]) {
        self.press(keys, title);
        self.program.send(&fields.join("\t"));
        self.program.send(SAVE);
        self.program.until_line(&["Done:", fields.iter().find(|field| !field.is_empty()).unwrap()]);
    }

    /// Adds something of a kind from the overview of a record.
    fn add(&mut self, kind: &str, fields: &[&str]) {
        self.press(",oi", "What is to be added?");
        self.fill(&format!("{kind}\r"), &format!("Add: {kind}"), fields);
    }

    /// Tells what the plan itself says, beginning with what is missing.
    fn tell(&mut self, missing: &str, fields: &[&str]) {
        self.press("f", "What is missing");
        self.press(&format!("{missing}\r"), ": plan ─");
        self.program.send(&fields.join("\t"));
        self.program.send(SAVE);
        self.program.until_line(&["Done:", "plan"]);
        // The next one is told apart from this one by its message.
        self.press("gm", "Messages");
        self.program.send("q");
    }

    /// Types into the cell where one stands, one line after the other.
    fn type_into(&mut self, keys: &str, lines: &[&str]) {
        self.program.send(keys);
        for line in lines {
            self.program.send(line);
            self.program.send("\r");
            self.program.until_line(&["Done:", line.split(" *").next().unwrap()]);
        }
        self.press("\u{1b}", "edit here");
    }
}

/// The whole of it at the keyboard.
fn at_the_keyboard(book: &Path, export: &Path) {
    let mut hands = Hands::open(book);
    hands.fill("aa", "New account", &["Acme Foods"]);
    hands.press("3\r", "A-1 Acme Foods");
    hands.fill(",pi", "New person", &["Jane Miller", "", "COO", "", "", "supporter", "decision maker"]);
    hands.fill(",di", "New deal", &["Renewal", "", "120k"]);
    hands.add("business issue", &["Cheap imports", "outside", "competition"]);
    hands.add("business issue", &["Two plants merge", "response", "merge"]);
    hands.add("business issue", &["Sales teams do not talk", "inside", "sales"]);
    hands.tell("vision", &["All lines of Acme by 2029"]);
    hands.tell("relationship grows", &["A board meeting each spring"]);
    hands.add("objective", &["Three lines replaced", "3", "lines", "", "2027-12-31", "yes", "yes"]);
    hands.add("buying criterion", &["Service within four hours", "must", "Jane Miller", "yes"]);
    hands.add("life-cycle phase", &["Growth"]);
    // Positive and low first; then at its right, under it, and at the right again.
    hands.press(",f", "Enter or i adds one");
    hands.type_into("i", &["Jane wants one supplier ***"]);
    hands.type_into("li", &["Our lines never stop ****", "We are near **"]);
    hands.type_into("hji", &["They compare prices alone **"]);
    hands.type_into("li", &["Spare parts take nine days"]);
    hands.program.send("*");
    hands.program.until("★···");
    hands.press(",s", "The client in its market");
    hands.type_into("i", &["Strong brands"]);
    hands.type_into("lji", &["Private labels"]);
    hands.press("j", "We at the client");
    hands.type_into("hi", &["Two reference lines"]);
    hands.fill(",ci", "Add: competitor", &["Packwell", "", "Runs the oldest lines"]);
    hands.fill("i", "Add: competitor", &["Ourselves", "yes", "Two lines in Hamburg"]);
    hands.add("action", &["Bring the works manager to Kiel", "", "2026-12-04"]);
    hands.add("revenue plan", &["2026Q4", "200k"]);
    hands.add("note of intelligence", &["The board decides in March", "3", "Jane"]);
    hands.add("profile answer", &["Few, and strong", "buyers"]);
    hands.press(",d\r", "D-1 Renewal");
    hands.add("milestone", &["survey", "", "2026-11-30"]);
    hands.press("-", "A-1 Acme Foods");
    for name in ["plan.md", "plan.html"] {
        hands.press("w", "Write the client plan");
        hands.program.send(&format!("{EMPTY}{}{SAVE}", export.join(name).display()));
        hands.program.until_line(&["Written to"]);
    }
    hands.program.send("q");
    assert_eq!(hands.program.ended().exit_code(), 0);
}

/// The whole of it by commands.
fn by_commands(book: &Path) {
    let all: &[&[&str]] = &[
        &["account", "add", "Acme Foods"],
        &[
            "contact",
            "add",
            "Jane Miller",
            "--account",
            "A-1",
            "--title",
            "COO",
            "--stance",
            "supporter",
            "--part",
            "decision_maker",
        ],
        &["deal", "add", "Renewal", "--account", "A-1", "--amount", "120k"],
        &["issue", "add", "A-1", "Cheap imports", "--part", "outside", "--topic", "competition"],
        &["issue", "add", "A-1", "Two plants merge", "--part", "response", "--topic", "merge"],
        &["issue", "add", "A-1", "Sales teams do not talk", "--part", "inside", "--topic", "sales"],
        &["plan", "set", "A-1", "--vision", "All lines of Acme by 2029"],
        &["plan", "set", "A-1", "--growth", "A board meeting each spring"],
        &[
            "objective",
            "add",
            "A-1",
            "Three lines replaced",
            "--number",
            "3",
            "--unit",
            "lines",
            "--due",
            "2027-12-31",
            "--specific",
            "--measurable",
        ],
        &[
            "criterion",
            "add",
            "A-1",
            "Service within four hours",
            "--strength",
            "must",
            "--said-by",
            "jane",
            "--believed",
        ],
        &["phase", "add", "A-1", "growth"],
        &[
            "factor",
            "add",
            "A-1",
            "Jane wants one supplier",
            "--sign",
            "positive",
            "--control",
            "low",
            "--stars",
            "3",
        ],
        &[
            "factor",
            "add",
            "A-1",
            "Our lines never stop",
            "--sign",
            "positive",
            "--control",
            "high",
            "--stars",
            "4",
        ],
        &["factor", "add", "A-1", "We are near", "--sign", "positive", "--control", "high", "--stars", "2"],
        &[
            "factor",
            "add",
            "A-1",
            "They compare prices alone",
            "--sign",
            "negative",
            "--control",
            "low",
            "--stars",
            "2",
        ],
        &[
            "factor",
            "add",
            "A-1",
            "Spare parts take nine days",
            "--sign",
            "negative",
            "--control",
            "high",
            "--stars",
            "1",
        ],
        &["swot", "add", "A-1", "Strong brands", "--grid", "client", "--cell", "strength"],
        &["swot", "add", "A-1", "Private labels", "--grid", "client", "--cell", "threat"],
        &["swot", "add", "A-1", "Two reference lines", "--grid", "us", "--cell", "strength"],
        &["competitor", "add", "A-1", "Packwell", "--doing", "Runs the oldest lines"],
        &["competitor", "add", "A-1", "Ourselves", "--us", "--doing", "Two lines in Hamburg"],
        &["action", "add", "A-1", "Bring the works manager to Kiel", "--due", "2026-12-04"],
        &["revenue-plan", "add", "A-1", "2026Q4", "--sales", "200k"],
        &["intelligence", "add", "A-1", "The board decides in March", "--level", "3", "--source", "Jane"],
        &["profile", "add", "A-1", "Few, and strong", "--prompt", "buyers"],
        &["milestone", "add", "D-1", "--kind", "survey", "--due", "2026-11-30"],
    ];
    for words in all {
        command(book, words);
    }
}

#[test]
fn a_plan_built_at_the_keyboard_is_the_one_built_by_commands() {
    let ((keyboard, by_keys), (_commands, by_words)) = (book(), book());
    at_the_keyboard(&by_keys, keyboard.path());
    by_commands(&by_words);
    for (name, format) in [("plan.md", "md"), ("plan.html", "html")] {
        let typed = std::fs::read_to_string(keyboard.path().join(name)).unwrap();
        let told = command(&by_words, &["plan", "A-1", "--format", format]);
        assert_eq!(typed, told, "{name}");
        assert!(typed.contains("Spare parts take nine days") && typed.contains("Private labels"), "{typed}");
    }
}

#[test]
fn a_link_is_opened_by_the_machines_own_program_after_a_yes() {
    let (folder, book) = book();
    command(&book, &["account", "add", "Acme"]);
    command(&book, &["link", "add", "Acme", "https://acme.example/plants"]);
    let (opener, opened) = (folder.path().join("open.sh"), folder.path().join("opened"));
    let script = format!("#!/bin/sh\necho \"$1\" > '{0}.part' && mv '{0}.part' '{0}'\n", opened.display());
    std::fs::write(&opener, script).unwrap();
    let runs = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&opener, runs).unwrap();
    let mut program = Program::with_opener(&book, &opener);
    program.until("2 Funnel");
    program.send("3\r");
    program.until("Who matters");
    program.send("G");
    program.until("https://acme.example/plants");
    program.send("o");
    program.until("Open the link?");
    assert!(!opened.exists(), "nothing is opened before the answer");
    program.send("y");
    program.until("Opened: https://acme.example/plants");
    while !opened.exists() {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    assert_eq!(std::fs::read_to_string(&opened).unwrap().trim(), "https://acme.example/plants");
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);
}
