//! Where the person of the demonstration is to be, and was lately, on the clocks of clients.

use chrono::NaiveDate;

use super::cast::Cast;
use super::days::{from, workday};
use super::files::{Files, Meeting, wrong};
use crate::domain::word::Direction;
use crate::domain::zone::{parse_time, parse_zone};
use crate::ops::Problem;
use crate::ops::activity::{self, ActivityInput};
use crate::store::Past;

/// How long before a meeting it was agreed on.
const AHEAD: i64 = 8;

/// Writes the meetings down, each some days before it takes place.
pub(super) fn agree(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    today: NaiveDate,
) -> Result<(), Problem> {
    for meeting in &files.talk.meeting {
        let on = workday(from(today, meeting.day));
        let input = input(files, cast, meeting, on)?;
        activity::log(past.on(workday(from(on, -AHEAD)).min(today)), &input)?;
    }
    Ok(())
}

fn input(files: &Files, cast: &Cast, meeting: &Meeting, on: NaiveDate) -> Result<ActivityInput, Problem> {
    let account = files.accounts.iter().find(|account| account.key == meeting.account);
    let account = account.ok_or_else(|| wrong("talk.toml", &meeting.account))?;
    let country = files.countries.iter().find(|country| country.country == account.country);
    let zone = country.and_then(|country| parse_zone(&country.zone));
    let person = files.people.iter().find(|person| person.account == meeting.account);
    Ok(ActivityInput {
        account: Some(cast.account(&meeting.account)?),
        contacts: person.map(|person| cast.person(&person.name)).transpose()?.into_iter().collect(),
        direction: Some(Direction::Out),
        on: Some(on),
        at: Some(parse_time(&meeting.at).ok_or_else(|| wrong("talk.toml", &meeting.at))?),
        zone: Some(zone.ok_or_else(|| wrong("countries.csv", &account.country))?),
        minutes: Some(meeting.minutes),
        ..ActivityInput::new(meeting.kind, meeting.text.clone())
    })
}
