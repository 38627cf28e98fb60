//! Contacts from rows.

use super::account::address;
use super::row::Row;
use crate::domain::text::fold;
use crate::exchange::values::{date, list, word};
use crate::exchange::{Birthday, Cell, ContactIn, Field, Reason, Rejected, System};

/// The contact in a row.
pub fn build(row: &mut Row<'_>) -> Result<ContactIn, Rejected> {
    let given_name = row.line(Field::FirstName);
    let middle = row.line(Field::MiddleName);
    let family_name = row.line(Field::LastName);
    let emails = row.reaches(Field::Email, list::emails);
    let parts = [given_name.as_str(), middle.as_str(), family_name.as_str()];
    let whole = row.line(Field::Name).into_value().or_else(|| full_name(parts));
    let first_email = || emails.value().and_then(|emails| emails.first()).map(|email| email.value.clone());
    let name = whole.or_else(first_email).ok_or_else(|| row.refuse(Reason::NoPerson))?;
    let google = row.system() == System::Google;
    Ok(ContactIn {
        name,
        given_name,
        family_name,
        emails,
        phones: row.reaches(Field::Phone, phones),
        account: row.account(),
        title: row.line(Field::Title),
        department: row.line(Field::Department),
        owner: row.line(Field::Owner),
        birthday: birthday(row),
        website: row.line(Field::Website),
        address: address(row),
        created: row.day(Field::Created)?,
        tags: row.list(Field::Tags, if google { google_groups } else { list::split_tags }),
        notes: row.lines(Field::Notes),
        origin: row.origin(),
    })
}

/// The name in the order in which it is spoken: a Chinese name begins with the family's, without spaces.
pub(in crate::exchange) fn full_name([given, middle, family]: [Option<&str>; 3]) -> Option<String> {
    let chinese = |part: Option<&str>| {
        part.is_none_or(|part| part.chars().all(|c| ('\u{3400}'..='\u{9fff}').contains(&c)))
    };
    let all = [given, middle, family];
    let written: Vec<&str> = match all.iter().all(|part| chinese(*part)) {
        true => [family, middle, given].into_iter().flatten().collect(),
        false => all.into_iter().flatten().collect(),
    };
    let name = if all.iter().all(|part| chinese(*part)) { written.concat() } else { written.join(" ") };
    (!name.is_empty()).then_some(name)
}

fn phones(text: &str) -> Vec<String> {
    list::split(text).into_iter().filter(|number| !word::stands_for_nothing(number)).collect()
}

/// Google's groups, without those that everybody is in.
fn google_groups(text: &str) -> Vec<String> {
    let groups = list::split(text).into_iter().map(|group| group.trim_start_matches(['*', ' ']).to_owned());
    groups.filter(|group| !matches!(group.as_str(), "" | "myContacts")).collect()
}

fn birthday(row: &mut Row<'_>) -> Cell<Birthday> {
    let without_year = row.word(Field::Birthday, |text| day_of_year(text).or(Some(NOT_ONE)));
    if without_year.value().is_none_or(|birthday| *birthday != NOT_ONE) {
        return without_year;
    }
    use chrono::Datelike;
    let full = row.day(Field::Birthday);
    row.or_kept(full).map(|day| Birthday { year: Some(day.year()), month: day.month(), day: day.day() })
}

/// A cell that is no day without a year.
const NOT_ONE: Birthday = Birthday { year: None, month: 0, day: 0 };

/// A day without its year: `--06-15`, `06-15`, `6月15日`.
pub(in crate::exchange) fn day_of_year(text: &str) -> Option<Birthday> {
    let folded = fold(text);
    let bare = folded.trim_start_matches('-').trim_end_matches(['日', '号']);
    let (month, day) = bare.split_once(['-', '月'])?;
    // Any leap year shows whether the day exists.
    date::read(&format!("2000-{month}-{day}"))?;
    Some(Birthday { year: None, month: month.trim().parse().ok()?, day: day.trim().parse().ok()? })
}
