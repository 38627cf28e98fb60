//! From the files of other programs to the funnel: what goes in is what plain arithmetic finds in them,
//! on the command line and on the screen.

use std::collections::BTreeMap;
use std::path::Path;

use crate::pseudo_terminal::Program;
use crate::work::command;

/// A HubSpot export: deals at stages of the sales pipeline, some closed.
const HUBSPOT_STAGES: &[(&str, &str)] = &[
    ("Appointment Scheduled", "design"),
    ("Qualified to Buy", "comparison"),
    ("Presentation Scheduled", "commitment"),
    ("Decision Maker Bought-In", "use"),
    ("Contract Sent", "use"),
    ("Closed Won", ""),
    ("Closed Lost", ""),
];

/// A Salesforce report: the stages that it comes with.
const SALESFORCE_STAGES: &[(&str, &str)] = &[
    ("Prospecting", "incubation"),
    ("Needs Analysis", "design"),
    ("Value Proposition", "commitment"),
    ("Closed Won", ""),
    ("Negotiation/Review", "use"),
    ("Closed Lost", ""),
];

fn hubspot() -> String {
    let mut file =
        "Deal ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal Owner,Deal Type,\
                    Closed Lost Reason,Associated Company Domain,Associated Contact Email\n"
            .to_owned();
    for n in 0..140_u64 {
        let (stage, _) = HUBSPOT_STAGES[n as usize % HUBSPOT_STAGES.len()];
        let reason = if stage == "Closed Lost" { "Price" } else { "" };
        file += &format!(
            "DEAL-{n:04},\"Größe {n}, Erweiterung\",{stage},Sales Pipeline,{}.{:02},2026-{:02}-{:02},2025-{:02}-11,\
             pat@ours.example,New Business,{reason},firm{}.example,buyer{}@firm.example\n",
            1_000 + n * 7_919 % 250_000,
            n * 37 % 100,
            1 + n % 10,
            1 + n % 28,
            1 + n % 12,
            n % 17,
            n % 23,
        );
    }
    file
}

fn salesforce() -> String {
    let mut file = "Opportunity Name,Type,Lead Source,Amount,Expected Revenue,Close Date,Next Step,Stage,\
                    Probability (%),Fiscal Period,Age,Created Date,Opportunity Owner,Owner Role,Account Name\n"
        .to_owned();
    for n in 0..120_u64 {
        let (stage, _) = SALESFORCE_STAGES[n as usize % SALESFORCE_STAGES.len()];
        file += &format!(
            "华东 {n},Existing,Web,\"{},{:03}.50\",,{}/{}/2026,,{stage},,Q1-2026,3,{}/{}/2025,Kim Lee,,Söhne {}\n",
            1 + n % 90,
            n * 31 % 1000,
            1 + n % 9,
            13 + n % 15,
            1 + n % 12,
            14 + n % 14,
            n % 11,
        );
    }
    file
}

/// Number and sum in cents of the open deals at each stage of ours, by plain reading of the file.
fn sums(file: &str, stages: &[(&str, &str)], column: &str) -> BTreeMap<String, (u64, i64)> {
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let headers = reader.headers().unwrap().clone();
    let place = |name: &str| headers.iter().position(|header| header == name).unwrap();
    let mut sums = BTreeMap::new();
    for row in reader.records() {
        let row = row.unwrap();
        let ours = stages.iter().find(|(theirs, _)| *theirs == &row[place(column)]).unwrap().1;
        if !ours.is_empty() {
            let (whole, cents) = row[place("Amount")].split_once('.').unwrap();
            let amount: i64 = format!("{}{cents}", whole.replace(',', "")).parse().unwrap();
            let sum: &mut (u64, i64) = sums.entry(ours.to_owned()).or_default();
            *sum = (sum.0 + 1, sum.1 + amount);
        }
    }
    sums
}

fn cents(text: &serde_json::Value) -> i64 {
    text.as_str().unwrap().replace('.', "").parse().unwrap()
}

fn funnel(book: &Path) -> BTreeMap<String, (u64, i64)> {
    let funnel: serde_json::Value =
        serde_json::from_str(&command(book, &["funnel", "--format", "json"])).unwrap();
    let lines = funnel["stages"].as_array().unwrap().iter();
    let line = |line: &serde_json::Value| {
        let key = line["stage"].as_str().unwrap().to_owned();
        (key, (line["deals"].as_u64().unwrap(), cents(&line["amount"])))
    };
    lines.map(line).filter(|(_, (deals, _))| *deals > 0).collect()
}

#[test]
fn the_funnel_after_an_import_is_what_the_files_add_up_to() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.keybook");
    let (one, other) = (folder.path().join("deals.csv"), folder.path().join("report.csv"));
    std::fs::write(&one, hubspot()).unwrap();
    std::fs::write(&other, salesforce()).unwrap();
    command(&book, &["config", "set", "begun", "true"]);
    command(&book, &["import", other.to_str().unwrap(), one.to_str().unwrap()]);

    let mut expected = sums(&hubspot(), HUBSPOT_STAGES, "Deal Stage");
    for (stage, (deals, amount)) in sums(&salesforce(), SALESFORCE_STAGES, "Stage") {
        let sum = expected.entry(stage).or_default();
        *sum = (sum.0 + deals, sum.1 + amount);
    }
    assert_eq!(funnel(&book), expected);

    // The screen shows whole units, the total in the line below the stages.
    let mut program = Program::open(&book, "xterm-256color");
    program.send("2");
    let screen = program.until("Total");
    let shown = |name: &str| {
        let line = screen.lines().find(|line| line.contains(name) && line.contains(' ')).unwrap();
        let figures: Vec<&str> =
            line.split_whitespace().filter(|word| word.chars().any(|c| c.is_ascii_digit())).collect();
        figures.iter().map(|figure| figure.replace(',', "")).collect::<Vec<_>>()
    };
    for (name, key) in
        [("Design", "design"), ("Comparison", "comparison"), ("Commitment", "commitment"), ("Use", "use")]
    {
        let (deals, amount) = expected[key];
        let figures = shown(name);
        assert_eq!(figures[0], deals.to_string(), "{name}: {screen}");
        let units: i64 = figures[1].parse().unwrap();
        assert!((units * 100 - amount).abs() <= 50, "{name}: {amount} cents, {screen}");
    }

    // Advance one, take it back, leave: nothing is different then.
    program.send("l");
    program.send("l");
    program.until("Design,");
    program.send(">");
    program.until("Done: Advance deal");
    assert_ne!(funnel(&book), expected);
    program.send("u");
    program.until("Undone: Advance deal");
    assert_eq!(funnel(&book), expected);
    program.send("q");
    assert_eq!(program.ended().exit_code(), 0);

    command(&book, &["undo"]);
    assert_eq!(funnel(&book), BTreeMap::new(), "the import is taken back whole");
}

#[test]
fn on_a_terminal_a_row_that_is_perhaps_a_record_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let book = folder.path().join("a.keybook");
    let file = folder.path().join("people.csv");
    let does = |words: &[&str]| command(&book, words);
    does(&["account", "add", "Acme"]);
    does(&["contact", "add", "Jane Roe", "--account", "Acme", "--email", "jane@acme.example"]);
    std::fs::write(&file, "Name,Company,E-mail\nJane Roe,Acme,j.roe@acme.example\n").unwrap();
    let people = || {
        let listed = does(&["contact", "list", "--format", "json"]);
        serde_json::from_str::<serde_json::Value>(&listed).unwrap().as_array().unwrap().len()
    };
    for (answer, end, number) in
        [("q\r", "Nothing was taken in", 1), ("1\r", "keybook undo", 1), ("n\r", "keybook undo", 2)]
    {
        let mut program = Program::start(&book, "xterm-256color", &["import", file.to_str().unwrap()]);
        program.until("is Jane Roe one of these?");
        program.until("P-1 Jane Roe");
        program.send("x\r");
        program.send(answer);
        program.until(end);
        program.ended();
        assert_eq!(people(), number, "{answer:?}");
        if answer == "1\r" {
            does(&["undo"]);
        }
    }
}
