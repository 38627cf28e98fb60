//! The days that a look back is about: `--from` and `--to`.

use chrono::NaiveDate;
use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::domain::track::last_months;
use crate::report::problem::Explained;
use crate::tr;

/// The days that a look back is about.
#[derive(Debug, Args)]
pub(super) struct Span {
    /// The first day, if not twelve months before the last
    #[arg(long, value_name = "DATE")]
    from: Option<String>,
    /// The last day, if not today
    #[arg(long, value_name = "DATE")]
    to: Option<String>,
}

impl Span {
    /// The first and the last day, both included. With --as-of it ends on that day, unless told otherwise.
    pub fn days(&self, desk: &Desk) -> Result<(NaiveDate, NaiveDate), Failure> {
        let to = last_day(desk, self.to.as_deref())?;
        let from = desk.day("--from", self.from.as_deref())?.unwrap_or(last_months(to, 12).0);
        in_order(desk, from, to)
    }
}

/// The day that a look back ends with: as told, as of, or today.
pub(super) fn last_day(desk: &Desk, told: Option<&str>) -> Result<NaiveDate, Failure> {
    let as_of = desk.as_of()?.unwrap_or_else(|| desk.today());
    Ok(desk.day("--to", told)?.unwrap_or(as_of))
}

/// Both days, if they are in their order.
pub(super) fn in_order(
    desk: &Desk,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<(NaiveDate, NaiveDate), Failure> {
    match from <= to {
        true => Ok((from, to)),
        false => {
            let what = tr!(desk.lang, "cli.days_not_in_order", from = from, to = to);
            Err(Failure::Usage(Explained::new(what).hint(tr!(desk.lang, "cli.days_not_in_order_hint"))))
        }
    }
}
