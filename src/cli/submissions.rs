//! `keybook submissions`.

use chrono::NaiveDate;
use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::report::model::SubmissionOut;
use crate::report::page::Page;
use crate::report::{pages, rows};

/// Lists the forecasts that were handed in, with the figures they were handed in with
#[derive(Debug, Args)]
pub(super) struct Submissions {}

impl Submissions {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let book = desk.book()?;
        let period = desk.period()?.map(|period| period.to_string());
        let by = desk.as_of()?.unwrap_or(NaiveDate::MAX);
        let found = book.submissions(NaiveDate::MIN, by, period.as_deref())?;
        let all: Vec<SubmissionOut> = found.into_iter().map(rows::review::submission).collect();
        desk.give_list(&all, || Page::of_table(desk.lang, "", pages::review::submissions(desk.lang, &all)))
    }
}
