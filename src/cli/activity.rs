//! `keybook activity`.

use clap::Subcommand;

use super::desk::Desk;
use super::failure::Failure;
use super::viewed::Viewed;
use super::{name, value};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::ops::activity::{self, ActivityChange};
use crate::report::model::ActivityOut;
use crate::report::page::Page;
use crate::report::{pages, rows};
use crate::store::Book;
use crate::tr;

/// Keeps what was logged, and what is to be done
#[derive(Debug, Subcommand)]
pub(super) enum Activity {
    /// Lists activities, the latest first
    List {
        #[command(flatten)]
        viewed: Viewed,
    },
    /// Says that a task is done
    Done {
        /// The activity: its id, or words of it
        what: String,
    },
    /// Changes an activity
    Edit {
        /// The activity: its id, or words of it
        what: String,
        /// What was said or done; the first line is its name
        #[arg(long, value_name = "TEXT")]
        text: Option<String>,
        /// The day, if not today
        #[arg(long, value_name = "DATE")]
        on: Option<String>,
        /// When it begins, such as 14:30
        #[arg(long, value_name = "TIME")]
        at: Option<String>,
        /// The time zone of that clock, such as Asia/Shanghai, if not the one here
        #[arg(long, value_name = "ZONE")]
        zone: Option<String>,
        /// How long it took
        #[arg(long, value_name = "N")]
        minutes: Option<i64>,
        /// What it cost beside the time
        #[arg(long, value_name = "AMOUNT")]
        cost: Option<String>,
        /// What came of it
        #[arg(long, value_name = "TEXT")]
        outcome: Option<String>,
        /// When a task is due
        #[arg(long, value_name = "DATE")]
        due: Option<String>,
    },
    /// Deletes an activity
    Delete {
        /// The activity: its id, or words of it
        what: String,
    },
}

impl Activity {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let found = |book: &Book, what: &str| name::worded(book, what, RecordKind::Activity);
        match self {
            Activity::List { viewed } => viewed
                .list::<ActivityOut>(desk, &book, Kind::Activities, |all| pages::activity::list(lang, all)),
            Activity::Done { what } => {
                let task = found(&book, &what)?;
                let done = activity::finish(&mut book, task.id)?;
                give(desk, &book, task.id, desk.changed(&done, &task.name))
            }
            Activity::Edit { what, text, on, at, zone, minutes, cost, outcome, due } => {
                let activity = found(&book, &what)?;
                let today = desk.today();
                let base = book.settings()?.base_currency;
                let change = ActivityChange {
                    text,
                    on: desk.day("--on", on.as_deref())?,
                    at: value::field(at.as_deref(), |text| value::time(lang, "--at", text))?,
                    zone: value::field(zone.as_deref(), |text| value::zone(lang, "--zone", text))?,
                    minutes: minutes.map(Some),
                    cost: value::field(cost.as_deref(), |text| value::money(lang, "--cost", text, base))?,
                    outcome: value::text(outcome),
                    due_on: value::field(due.as_deref(), |text| value::day(lang, "--due", text, today))?,
                    ..ActivityChange::default()
                };
                let done = activity::edit(&mut book, activity.id, &change)?;
                give(desk, &book, activity.id, desk.changed(&done, &done.label.subject))
            }
            Activity::Delete { what } => {
                let activity = found(&book, &what)?;
                let gone: ActivityOut = rows::one(&book, activity.id)?;
                activity::delete(&mut book, activity.id)?;
                let line = tr!(lang, "done.deleted", record = activity.name);
                desk.give(&gone, || Page::of_line(lang, line))
            }
        }
    }
}

fn give(desk: &Desk, book: &Book, id: Id, line: String) -> Result<(), Failure> {
    let activity: ActivityOut = rows::one(book, id)?;
    desk.give(&activity, || Page::of_line(desk.lang, line))
}
