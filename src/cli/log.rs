//! `keybook log`.

use std::ffi::OsString;

use clap::{ArgGroup, Args, Command};

use super::desk::Desk;
use super::failure::Failure;
use super::help::Meant;
use super::{name, value};
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::ops::activity::{self, ActivityInput};
use crate::report::model::ActivityOut;
use crate::report::page::Page;
use crate::report::{rows, words};
use crate::tr;

/// Logs a call, visit, letter, message, meeting, demonstration, note or task
#[derive(Debug, Args)]
#[command(group = ArgGroup::new("direction"))]
pub(super) struct Log {
    /// The contact, account or deal it belongs to
    record: String,
    /// What was said or done; the first line is its name
    text: String,
    /// What it was: call, visit, email, message, meeting, demo, note or task
    #[arg(long, value_name = "KIND")]
    kind: String,
    /// They reached out
    #[arg(long = "in", group = "direction")]
    incoming: bool,
    /// We reached out; also --out
    #[arg(long, group = "direction")]
    outgoing: bool,
    /// How long it took
    #[arg(long, value_name = "N")]
    minutes: Option<i64>,
    /// What it cost beside the time
    #[arg(long, value_name = "AMOUNT")]
    cost: Option<String>,
    /// Who else took part; more than one may be named
    #[arg(long = "with", value_name = "CONTACT")]
    with: Vec<String>,
    /// The day, if not today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
    /// When it begins, such as 14:30
    #[arg(long, value_name = "TIME")]
    at: Option<String>,
    /// The time zone of that clock, such as Asia/Shanghai, if not the one here
    #[arg(long, value_name = "ZONE")]
    zone: Option<String>,
    /// What comes next; for a deal it becomes its next step
    #[arg(long, value_name = "TEXT")]
    next: Option<String>,
    /// When that is due
    #[arg(long, value_name = "DATE")]
    next_on: Option<String>,
    /// When a task is due
    #[arg(long, value_name = "DATE")]
    due: Option<String>,
}

impl Log {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let kind = value::word(lang, "--kind", &self.kind, ActivityKind::ALL, words::activity_kind)?;
        let kinds = [RecordKind::Contact, RecordKind::Account, RecordKind::Deal];
        let record = name::one(&book, &self.record, &kinds)?;
        let mut input = ActivityInput::new(kind, self.text);
        match record.kind {
            RecordKind::Account => input.account = Some(record.id),
            RecordKind::Deal => input.deal = Some(record.id),
            _ => input.contacts.push(record.id),
        }
        for words in &self.with {
            input.contacts.push(name::contact(&book, words)?);
        }
        input.direction = match (self.incoming, self.outgoing) {
            (true, _) => Some(Direction::In),
            (_, true) => Some(Direction::Out),
            _ => None,
        };
        input.minutes = self.minutes;
        let base = book.settings()?.base_currency;
        let cost = self.cost.map(|text| value::money(lang, "--cost", &text, base));
        input.cost = cost.transpose()?;
        input.on = desk.day("--on", self.on.as_deref())?;
        input.at = self.at.map(|text| value::time(lang, "--at", &text)).transpose()?;
        input.zone = self.zone.map(|text| value::zone(lang, "--zone", &text)).transpose()?;
        input.next_step = self.next;
        input.next_on = desk.day("--next-on", self.next_on.as_deref())?;
        input.due_on = desk.day("--due", self.due.as_deref())?;
        let id = activity::log(&mut book, &input)?.value;
        let activity: ActivityOut = rows::one(&book, id)?;
        let what = format!("{}, {}", words::activity_kind(lang, kind), record.name);
        desk.give(&activity, || Page::of_line(lang, tr!(lang, "done.logged", what = what)))
    }
}

/// After `log`, `--out` says that we reached out; everywhere else it names the file of the answer. Clap
/// cannot give one flag two meanings, so here `--out` becomes `--outgoing` before the words are read.
pub(super) fn untangle(command: &Command, words: Vec<OsString>) -> Vec<OsString> {
    if Meant::by(&words, command) != Meant::Command("log".to_owned()) {
        return words;
    }
    let mut literal = false;
    let untangled = words.into_iter().map(|word| {
        literal |= word == "--";
        if word == "--out" && !literal { OsString::from("--outgoing") } else { word }
    });
    untangled.collect()
}
