//! Who is in the demonstration: clients, their people, what we sell, and at which rates.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use super::course::STORY;
use super::days::{from, workday};
use super::files::{AccountRow, Files, PersonRow, RateRow, list, wrong};
use crate::domain::employer::Employer;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{FieldKind, Part, RecordKind};
use crate::ops::account::{self, AccountInput};
use crate::ops::contact::{self, ContactInput};
use crate::ops::field::{self, FieldInput};
use crate::ops::product::{self, ProductInput};
use crate::ops::settings;
use crate::ops::setup::{self, Answers};
use crate::ops::{Hanging, Problem, link, target};
use crate::store::{Book, Past};

/// The person at the keyboard.
pub(super) const ME: &str = "Mara Lindqvist 林曼";
/// The year in which the files were written; years in them are told from there.
const WRITTEN: i32 = 2026;

/// Those who are in the book, by their names in the files.
#[derive(Default)]
pub(super) struct Cast {
    pub accounts: BTreeMap<String, Id>,
    pub people: BTreeMap<String, Id>,
}

impl Cast {
    /// The account with a key.
    pub fn account(&self, key: &str) -> Result<Id, Problem> {
        self.accounts.get(key).copied().ok_or_else(|| wrong("accounts.csv", &key))
    }

    /// The person of a name.
    pub fn person(&self, name: &str) -> Result<Id, Problem> {
        self.people.get(name).copied().ok_or_else(|| wrong("people.csv", &name))
    }
}

/// The book before its first deal: who keeps it, what is sold, what is noted of clients, what money is worth.
pub(super) fn prepare(files: &Files, past: &mut Past<'_>, today: NaiveDate) -> Result<(), Problem> {
    let since =
        |row: &RateRow| workday(today.checked_sub_months(Months::new(row.months_ago)).unwrap_or(today));
    let first = files.rates.iter().map(since).min().unwrap_or(today);
    begin(past.on(first))?;
    for row in &files.rates {
        target::set_rate(past.on(since(row)), row.currency, row.rate()?, None)?;
    }
    let book = past.on(before_the_story(today));
    for row in &files.products {
        let input = ProductInput {
            name: Some(row.name.clone()),
            price: Some(Some(thousandths(row.price * 1000, Currency::EUR))),
            unit: Some(Some(row.unit.clone())),
            active: None,
        };
        product::add(book, &input)?;
    }
    let deliveries: Vec<String> = files.accounts.iter().map(|row| row.delivery.clone()).collect();
    define(book, RecordKind::Account, "since", "Customer since 合作起始年", FieldKind::Number, &[])?;
    define(book, RecordKind::Account, "payment_days", "Payment days 付款天数", FieldKind::Number, &[])?;
    define(book, RecordKind::Account, "delivery", "Delivery 交货方式", FieldKind::Choice, &deliveries)?;
    define(book, RecordKind::Deal, "next_stop", "Next stop 下次停机", FieldKind::Date, &[])
}

fn begin(book: &mut Book) -> Result<(), Problem> {
    setup::prepare(book)?;
    let answers = Answers {
        name: Some(ME.to_owned()),
        base_currency: Some(Currency::EUR),
        fiscal_first_month: Some(1),
        quota: None,
    };
    setup::begin(book, &answers)?;
    settings::set(book, "demonstration", "true").map(drop)
}

fn define(
    book: &mut Book,
    record_kind: RecordKind,
    key: &str,
    label: &str,
    kind: FieldKind,
    choices: &[String],
) -> Result<(), Problem> {
    let mut choices = choices.to_vec();
    choices.sort();
    choices.dedup();
    let input = FieldInput { record_kind, key: key.to_owned(), label: Some(label.to_owned()), kind, choices };
    field::define(book, &input).map(drop)
}

/// Clients and their people come in on the day that `known` tells for each.
pub(super) fn enter(
    files: &Files,
    past: &mut Past<'_>,
    today: NaiveDate,
    known: impl Fn(&str) -> NaiveDate,
) -> Result<Cast, Problem> {
    let mut cast = Cast::default();
    let mut rows: Vec<&AccountRow> = files.accounts.iter().collect();
    rows.sort_by_key(|row| known(&row.key));
    for row in rows {
        let book = past.on(known(&row.key));
        let account = account::add(book, &account_of(row, &cast, today)?)?.value;
        let page = format!("https://www.{}", row.domain);
        link::add(book, RecordKind::Account, account, None, &page)?;
        cast.accounts.insert(row.key.clone(), account);
        for person in files.people.iter().filter(|person| person.account == row.key) {
            let number = cast.people.len();
            let input = contact_of(files, (row, person), &cast, number, today)?;
            let contact = contact::add(past.on(known(&row.key)), &input)?.value;
            cast.people.insert(person.name.clone(), contact);
        }
    }
    Ok(cast)
}

/// A day on which everything of long ago was known already.
pub(super) fn before_the_story(today: NaiveDate) -> NaiveDate {
    workday(from(today, -STORY - 14))
}

/// An amount of thousandths of the major unit.
pub(super) fn thousandths(thousandths: i64, currency: Currency) -> Money {
    Money::new(thousandths * currency.scale() / 1000, currency)
}

fn account_of(row: &AccountRow, cast: &Cast, today: NaiveDate) -> Result<AccountInput, Problem> {
    let parent = match row.parent.as_str() {
        "" => None,
        key => Some(cast.account(key)?),
    };
    let since = today.year() - (WRITTEN - row.since).max(0);
    let fields = [
        ("since", since.to_string()),
        ("payment_days", row.payment_days.to_string()),
        ("delivery", row.delivery.clone()),
    ];
    let told = |text: &str| Some(Some(text.to_owned()));
    Ok(AccountInput {
        name: Some(row.name.clone()),
        parent: Some(parent),
        owner: told(&row.owner),
        tier: Some(Some(row.tier)),
        industry: told(&row.industry),
        domain: told(&row.domain),
        website: Some(Some(format!("https://www.{}", row.domain))),
        city: told(&row.city),
        country: told(&row.country),
        employees: Some(Some(row.employees)),
        potential: Some(Some(thousandths(row.potential * 1_000_000, row.currency))),
        share: row.share.map(|share| Some(share * 100)),
        notes: told(&row.notes),
        hanging: Hanging {
            tags: list(&row.tags),
            fields: fields.map(|(key, value)| (key.to_owned(), Some(value))).into(),
            ..Hanging::default()
        },
        ..AccountInput::default()
    })
}

/// Where somebody worked before, as many years ago as when the file was written.
fn former(line: &str, today: NaiveDate) -> Result<Employer, Problem> {
    let employer = Employer::read(line).ok_or_else(|| wrong("people.csv", &line))?;
    let since = today.year() - WRITTEN;
    let until = employer.until.and_then(|day| day.with_year(day.year() + since));
    Ok(Employer { until, ..employer })
}

fn contact_of(
    files: &Files,
    (account, row): (&AccountRow, &PersonRow),
    cast: &Cast,
    number: usize,
    today: NaiveDate,
) -> Result<ContactInput, Problem> {
    let above = match row.reports_to.as_str() {
        "" => None,
        name => Some(cast.person(name)?),
    };
    let words = |text: &str| list(text).into_iter();
    let parts = words(&row.parts).map(|part| part.parse().map_err(|_| wrong("people.csv", &part)));
    let needs = words(&row.needs).map(|need| need.parse().map_err(|_| wrong("people.csv", &need)));
    let begin = files.countries.iter().find(|country| country.country == account.country);
    let phone = |label: &str, last: usize| {
        begin.map(|country| (Some(label.to_owned()), format!("{}{last:03}", country.phone)))
    };
    let mobile = if number.is_multiple_of(3) { phone("mobile", 500 + number) } else { None };
    let employers = list(&row.before).into_iter().map(|line| former(&line, today));
    let told = |text: &str| Some(Some(text.to_owned()));
    Ok(ContactInput {
        name: Some(row.name.clone()),
        given_name: told(&row.given),
        family_name: told(&row.family),
        account: Some(Some(cast.account(&row.account)?)),
        title: told(&row.title),
        department: told(&row.department),
        reports_to: Some(above),
        involvement: Some(Some(row.involvement)),
        authority: Some(Some(row.authority)),
        stance: Some(row.stance),
        step: Some(Some(row.step)),
        emails: Some(vec![(Some("work".to_owned()), format!("{}@{}", row.mail, account.domain))]),
        phones: Some(phone("work", 100 + number).into_iter().chain(mobile).collect()),
        employers: Some(employers.collect::<Result<_, Problem>>()?),
        parts: Some(parts.collect::<Result<Vec<Part>, Problem>>()?),
        needs: Some(needs.collect::<Result<Vec<_>, Problem>>()?),
        city: told(&account.city),
        country: told(&account.country),
        notes: told(&row.note),
        ..ContactInput::default()
    })
}
