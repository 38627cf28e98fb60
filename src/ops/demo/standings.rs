//! How the person judges the clients of the demonstration, and where they decided otherwise than the rule.

use chrono::NaiveDate;

use super::cast::Cast;
use super::days::{from, workday};
use super::files::{Files, StandingRow};
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::segment::Class;
use crate::ops::entry::EntryInput;
use crate::ops::{Problem, entry, segment};
use crate::store::Past;

/// Judges the clients, a few days ago: after the newest of them was met.
pub(super) fn judge(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    today: NaiveDate,
) -> Result<(), Problem> {
    for (row, days) in files.standings.iter().zip((3..8).cycle()) {
        let account = cast.account(&row.account)?;
        let book = past.on(workday(from(today, -days)));
        entry::set(book, EntryKind::Standing, Holder::Account(account), &told(row))?;
        if let Some(posture) = row.posture {
            segment::decide(book, account, Class::Posture(posture), Some(&row.why))?;
        }
    }
    Ok(())
}

fn told(row: &StandingRow) -> EntryInput {
    let points = [
        ("attractiveness", row.attractiveness),
        ("strength", row.strength),
        ("credit", row.credit),
        ("prospects", row.prospects),
        ("margin", row.margin.map(|per_cent| per_cent * 100)),
    ];
    let known = points.into_iter().filter_map(|(key, points)| Some((key, points?)));
    let input =
        known.fold(EntryInput::default(), |input, (key, points)| input.with(key, Value::Number(points)));
    input.with("relation", row.relation.as_str())
}
