//! `keybook query`.

use std::io::Read;

use clap::Args;
use serde_json::{Map, Value};

use super::desk::Desk;
use super::failure::Failure;
use crate::report::model::ViewColumnOut;
use crate::report::problem::Explained;
use crate::report::{Format, pages};
use crate::store::view::query::Question;
use crate::tr;

/// How many rows people are shown unless they ask for more; programs get all.
const SHOWN: usize = 1_000;
/// A question longer than this was hardly meant as one.
const LONGEST: u64 = 1 << 20;

/// Answers a question in SQL, which may read the documented views and write nothing
///
/// keybook query --views lists the views with their columns. Amounts are decimals as text beside their
/// currency, days are 2026-11-21; sum(amount) and the like reckon with them.
#[derive(Debug, Args)]
pub(super) struct Query {
    /// One SELECT; - reads it from standard input
    #[arg(required_unless_present = "views")]
    sql: Option<String>,
    /// Lists the views and their columns, with what they mean
    #[arg(long, conflicts_with_all = ["sql", "limit"])]
    views: bool,
    /// How many rows at most; 0 for all. Tables show 1000 unless told
    #[arg(long, value_name = "N")]
    limit: Option<usize>,
}

impl Query {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let Some(sql) = self.sql else {
            let columns = pages::query::columns(desk.lang);
            return desk
                .give_list::<ViewColumnOut>(&columns, || pages::query::views_page(desk.lang, &columns));
        };
        let sql = if sql == "-" { from_input(desk)? } else { sql };
        let is_shown = !matches!(desk.format, Format::Json | Format::Csv);
        let limit = self.limit.unwrap_or(if is_shown { SHOWN } else { 0 });
        let mut has_more = false;
        Question::to(desk.open()?)?.ask(&sql, |columns, rows| {
            let mut count = 0;
            let bounded = std::iter::from_fn(|| {
                let row = rows.next()?;
                count += 1;
                has_more = limit > 0 && count > limit;
                (!has_more).then(|| row.map(|values| record(&columns, values)))
            });
            desk.give_under(&columns, bounded, |records| pages::query::answer(desk.lang, &columns, records))
        })?;
        if has_more {
            anstream::eprintln!("{}", tr!(desk.lang, "query.more", limit = limit));
        }
        Ok(())
    }
}

/// A row as programs read it.
fn record(columns: &[String], values: Vec<Value>) -> Map<String, Value> {
    columns.iter().cloned().zip(values).collect()
}

/// The question that comes on standard input.
fn from_input(desk: &Desk) -> Result<String, Failure> {
    let mut sql = String::new();
    match std::io::stdin().lock().take(LONGEST).read_to_string(&mut sql) {
        Ok(_) => Ok(sql),
        Err(error) => {
            Err(Failure::Usage(Explained::new(tr!(desk.lang, "cli.no_input")).why(error.to_string())))
        }
    }
}
