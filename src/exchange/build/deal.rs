//! Deals from rows.

use super::row::Row;
use crate::domain::word::Status;
use crate::exchange::stages;
use crate::exchange::values::{list, word};
use crate::exchange::{Cell, DealIn, Field, Reason, Rejected};

/// The deal in a row.
pub fn build(row: &mut Row<'_>) -> Result<DealIn, Rejected> {
    let account = row.account();
    let of_account = || {
        account.name.clone().or(account.domain.clone()).or(account.id_or_name.clone()).or(account.id.clone())
    };
    let name = row.line(Field::Name).into_value().or_else(of_account);
    let name = name.ok_or_else(|| row.refuse(Reason::NoName))?;
    let currency = row.currency()?;
    let stage = row.line(Field::Stage);
    let close_date = row.day(Field::CloseDate)?;
    let (won_on, lost_on, closed) =
        (row.day(Field::WonDate)?, row.day(Field::LostDate)?, row.day(Field::ClosedDate)?);
    let status = status(row, stage.as_str());
    let closed_on = match status.get() {
        Some(Status::Won) => won_on.or(closed).or(close_date.clone()),
        Some(Status::Lost) => lost_on.or(closed).or(close_date.clone()),
        Some(Status::Open) => Cell::Empty,
        None => Cell::Absent,
    };
    Ok(DealIn {
        name,
        account,
        contacts: row.contacts(),
        amount: row.amount(Field::Amount, currency.get())?,
        currency,
        stage,
        win_rate: row.rate(Field::WinRate)?,
        close_date,
        status,
        closed_on,
        lost_reason: row.line(Field::LostReason),
        competitor: row.line(Field::Competitor),
        owner: row.line(Field::Owner),
        source: row.line(Field::Source),
        pipeline: row.line(Field::Pipeline),
        next_step: row.line(Field::NextStep),
        next_on: row.day(Field::NextOn)?,
        created: row.day(Field::Created)?,
        tags: row.list(Field::Tags, list::split_tags),
        notes: row.lines(Field::Notes),
        origin: row.origin(),
    })
}

/// Open, won or lost: by the row's status, else by its flags, else by its stage.
fn status(row: &mut Row<'_>, stage: Option<&str>) -> Cell<Status> {
    let told = row.word(Field::Status, word::status);
    let won = row.word(Field::IsWon, word::yes_or_no).get();
    let closed = row.word(Field::IsClosed, word::yes_or_no).get();
    let by_flags = match (won, closed) {
        (Some(true), _) => Some(Status::Won),
        (Some(false), Some(true)) => Some(Status::Lost),
        (_, Some(false)) => Some(Status::Open),
        _ => None,
    };
    let by_stage = || stage.and_then(|stage| stages::known(stage).or_else(|| stages::suggested(stage)));
    match told.get().or(by_flags).or_else(|| by_stage().map(stages::Meaning::status)) {
        Some(status) => Cell::Is(status),
        None => told,
    }
}
