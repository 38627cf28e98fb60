//! Activities from rows.

use super::row::Row;
use crate::domain::word::ActivityKind;
use crate::exchange::values::{date, list, word};
use crate::exchange::{ActivityIn, Cell, DealRef, Field, Moment, Reason, Rejected, System};

/// How the ids of Salesforce's accounts begin: an activity may be about one of those instead of a deal.
const SALESFORCE_ACCOUNT: &str = "001";

/// The activity in a row.
pub fn build(row: &mut Row<'_>) -> Result<ActivityIn, Rejected> {
    let due = row.day(Field::DueDate)?;
    let created = row.moment(Field::Created)?;
    let when = row.moment(Field::Date)?.get();
    let at = when.or(due.get().map(|day| Moment { day, time: None })).or(created.get());
    let at = at.ok_or_else(|| row.refuse(Reason::NoDay))?;
    let done = row.word(Field::Done, is_done);
    let kind = row.word(Field::Kind, word::activity_kind).get().unwrap_or(match due {
        Cell::Is(_) => ActivityKind::Task,
        _ => ActivityKind::Note,
    });
    let mut account = row.account();
    let mut deal = DealRef { id: None, name: row.line(Field::Deal).into_value() };
    deal.id = row.list(Field::DealId, list::split).into_value().and_then(|ids| ids.into_iter().next());
    let about_account =
        |id: &String| row.system() == System::Salesforce && id.starts_with(SALESFORCE_ACCOUNT);
    if let Some(id) = deal.id.take_if(|id| about_account(id)) {
        account.id.get_or_insert(id);
        account.told = true;
    }
    Ok(ActivityIn {
        kind,
        at,
        due,
        done,
        subject: row.line(Field::Subject),
        text: row.lines(Field::Text),
        outcome: row.line(Field::Outcome),
        minutes: row.word(Field::Minutes, minutes),
        direction: row.word(Field::Direction, word::direction),
        owner: row.line(Field::Owner),
        contacts: row.contacts(),
        guests: vec![],
        account,
        deal,
        next_step: row.line(Field::NextStep),
        next_on: row.day(Field::NextOn)?,
        tags: row.list(Field::Tags, list::split_tags),
        origin: row.origin(),
    })
}

/// Yes or no, or the day on which it was done.
fn is_done(text: &str) -> Option<bool> {
    word::yes_or_no(text).or_else(|| date::read(text).map(|_| true))
}

/// A count of minutes, or a duration such as `1:30` (hours and minutes) or `00:12:40`, rounded up.
fn minutes(text: &str) -> Option<i64> {
    let parts: Option<Vec<i64>> =
        text.trim().split(':').map(|part| part.parse().ok().filter(|n| (0..600).contains(n))).collect();
    match parts?.as_slice() {
        [hours, minutes] => Some(hours * 60 + minutes),
        [hours, minutes, seconds] => Some(hours * 60 + minutes + i64::from(*seconds > 0)),
        _ => word::count(text),
    }
}
