//! How the people of the demonstration think, as it was observed on the way; how they see us, what is
//! remembered of them, and who of ours stands across.

use chrono::NaiveDate;

use super::cast::{Cast, before_the_story};
use super::days::{from, workday};
use super::files::{AccountRow, Files, MindRow, list, wrong};
use crate::domain::quadrant::Scores;
use crate::domain::quadrant::clue::Clue;
use crate::domain::word::Need;
use crate::ops::Problem;
use crate::ops::contact::{self, ContactInput};
use crate::ops::coverage;
use crate::ops::evidence::{self, ObservationInput, Whom};
use crate::ops::recollection::{self, RecollectionInput};
use crate::store::Past;

/// Oneself: at home in ideas, and not far from figures.
const OWN: (u8, u8, u8, u8) = (64, 38, 52, 78);
/// What an account notes that decides as a group.
const TOGETHER: &[&str] = &["Decides collectively", "集体决策"];

/// Writes all of it down, each thing on a day of the story.
pub(super) fn tell(files: &Files, past: &mut Past<'_>, cast: &Cast, today: NaiveDate) -> Result<(), Problem> {
    let book = past.on(before_the_story(today));
    let (a, b, c, d) = OWN;
    if let Some(own) = Scores::new(a, b, c, d) {
        evidence::score(book, Whom::Me, own, None, None)?;
    }
    coverage::set_own_needs(book, &[Need::Achievement, Need::Recognition])?;
    for row in &files.team {
        let role = row.role.parse().map_err(|_| wrong("team.csv", &row.role))?;
        coverage::assign(book, cast.account(&row.account)?, &row.who, role)?;
    }
    for AccountRow { key, notes, .. } in &files.accounts {
        if TOGETHER.iter().any(|words| notes.contains(words)) {
            coverage::set_collective(book, cast.account(key)?, true)?;
        }
    }
    for (number, row) in files.minds.iter().enumerate() {
        mind(files, past, cast, (number as i64, row), today)?;
    }
    for (number, row) in files.remembered.iter().enumerate() {
        let told = RecollectionInput {
            kind: row.kind.parse().map_err(|_| wrong("remembered.csv", &row.kind))?,
            text: row.text.clone(),
            on: None,
        };
        let day = workday(from(today, -20 - 17 * number as i64 % 300));
        recollection::add(past.on(day), cast.person(&row.person)?, &told)?;
    }
    Ok(())
}

fn mind(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    (number, row): (i64, &MindRow),
    today: NaiveDate,
) -> Result<(), Problem> {
    let contact = cast.person(&row.person)?;
    let clues = |text: &str| -> Result<Vec<Clue>, Problem> {
        let each = list(text).into_iter();
        each.map(|word| word.parse().map_err(|_| wrong("minds.csv", &word))).collect()
    };
    // What was said stands in the note, between quotation marks.
    let person = files.people.iter().find(|person| person.name == row.person);
    let quote = person.and_then(|person| Some(person.note.split_once('“')?.1.split_once('”')?.0.to_owned()));
    let first = workday(from(today, -60 - number * 37 % 420));
    let later = workday(from(today, -3 - number * 11 % 50));
    let seen = |clues, quote| ObservationInput { clues, quote, on: None };
    evidence::observe(past.on(first), Whom::Contact(contact), &seen(clues(&row.seen)?, quote))?;
    if !row.later.is_empty() {
        evidence::observe(past.on(later), Whom::Contact(contact), &seen(clues(&row.later)?, None))?;
    }
    if !row.scores.is_empty() {
        let refused = || wrong("minds.csv", &row.scores);
        let each: Vec<u8> = row.scores.split('/').filter_map(|score| score.parse().ok()).collect();
        let [a, b, c, d] = each[..] else { return Err(refused()) };
        let scores = Scores::new(a, b, c, d).ok_or_else(refused)?;
        evidence::score(past.on(later), Whom::Contact(contact), scores, None, None)?;
    }
    if !row.sees_us.is_empty() {
        let rung = row.sees_us.parse().map_err(|_| wrong("minds.csv", &row.sees_us))?;
        coverage::see_us(past.on(later), contact, rung, None)?;
    }
    let owner =
        files.accounts.iter().find(|account| person.is_some_and(|person| person.account == account.key));
    for name in list(&row.covered_by) {
        let name = owner.filter(|_| name == "owner").map_or(name.as_str(), |account| &account.owner);
        coverage::cover(past.on(first), contact, name, None)?;
    }
    let (need, what) = row.wants.split_once(':').unwrap_or((&row.wants, ""));
    let needs = match need {
        "" => None,
        need => {
            Some(vec![(need.parse().map_err(|_| wrong("minds.csv", &row.wants))?, Some(what.to_owned()))])
        }
    };
    let prefers = Some(row.prefers.clone()).filter(|name| !name.is_empty()).map(Some);
    let input = ContactInput { organisational_needs: needs, prefers, ..ContactInput::default() };
    contact::edit(past.on(first), contact, &input).map(drop)
}
