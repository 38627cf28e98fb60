//! What lies beside the deals of the demonstration: promises, days to remember, things to do, small orders.

use chrono::{Datelike, NaiveDate};

use super::cast::{Cast, thousandths};
use super::days::{from, workday};
use super::files::{Day, Files, Promise};
use crate::domain::chance::Chance;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{ActivityKind, Calendar, CommitmentStatus, Tier};
use crate::ops::Problem;
use crate::ops::activity::{self, ActivityInput};
use crate::ops::commitment::{self, CommitmentInput};
use crate::ops::order::{self, OrderInput};
use crate::ops::special_day::{self, SpecialDayInput};
use crate::store::Past;

/// How many small orders there are.
const ORDERS: i64 = 72;

/// From this list price on a product is sold in deals.
const DEAR: i64 = 2_000;

/// A small order to come: its day, its client by key, its amount.
pub(super) struct SmallOrder {
    pub day: NaiveDate,
    pub account: String,
    pub amount: Money,
}

/// The small orders of the last eighteen months.
pub(super) fn orders(files: &Files, today: NaiveDate) -> Vec<SmallOrder> {
    let mut chance = Chance::new(72);
    let buys = |tier| matches!(tier, Tier::Key | Tier::Ordinary | Tier::Unattractive);
    let buyers: Vec<_> = files.accounts.iter().filter(|account| buys(account.tier)).collect();
    let order = |number: i64| {
        let account = chance.pick(&buyers)?;
        let days = number * 540 / ORDERS + chance.between(0, 6);
        let euros = chance.between(4, 90) * 100;
        // Roughly as much in the client's money, and under the threshold of the funnel at any rate.
        let amount = match account.currency {
            Currency::CNY => euros * 7,
            Currency::EUR => euros,
            Currency::USD => euros,
            other if other.digits() == 0 => euros * 150,
            _ => euros * 4 / 5,
        };
        let money = thousandths(amount * 1000, account.currency);
        Some(SmallOrder { day: workday(from(today, -days)), account: account.key.clone(), amount: money })
    };
    (0..ORDERS).filter_map(order).collect()
}

/// Books the small orders.
pub(super) fn book_orders(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    orders: &[SmallOrder],
) -> Result<(), Problem> {
    let (mut chance, mut goods) = (Chance::new(73), Chance::new(74));
    // What costs little is ordered without much ado; here and there nobody wrote down what it was.
    let cheap: Vec<&str> = files
        .products
        .iter()
        .filter(|product| product.price < DEAR)
        .map(|product| product.name.as_str())
        .collect();
    for small in orders {
        let account = files.accounts.iter().find(|account| account.key == small.account);
        let text = account.and_then(|account| chance.pick(files.talk.orders.of(account.lang)));
        let input = OrderInput {
            account: cast.account(&small.account)?,
            amount: small.amount,
            on: None,
            product: goods.pick(&cheap).filter(|_| goods.happens(90)).map(|name| (*name).to_owned()),
            text: text.cloned(),
        };
        order::add(past.on(small.day), &input)?;
    }
    Ok(())
}

/// Makes promises, and says what became of those that were settled.
pub(super) fn promises(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    today: NaiveDate,
) -> Result<(), Problem> {
    for Promise { account, by, kind, text, made, due, status } in &files.talk.promise {
        let whom = files.people.iter().find(|person| person.account == *account);
        let due_on = from(today, *due);
        let input = CommitmentInput {
            account: Some(cast.account(account)?),
            contact: whom.map(|person| cast.person(&person.name)).transpose()?,
            promised_by: *by,
            kind: *kind,
            due_on: Some(due_on),
            ..CommitmentInput::ours(text.clone())
        };
        let id = commitment::add(past.on(workday(from(today, -made))), &input)?.value;
        if let Some(status) = status {
            let late = i64::from(*status == CommitmentStatus::Broken) * 3;
            let settled = workday(from(due_on, late - 1)).min(today);
            commitment::settle(past.on(settled), id, *status, None)?;
        }
    }
    Ok(())
}

/// Writes the days to remember down.
pub(super) fn days(files: &Files, past: &mut Past<'_>, cast: &Cast, today: NaiveDate) -> Result<(), Problem> {
    for told in &files.talk.day {
        let input = day_of(told, cast, today)?;
        special_day::add(past.on(today), &input)?;
    }
    Ok(())
}

fn day_of(told: &Day, cast: &Cast, today: NaiveDate) -> Result<SpecialDayInput, Problem> {
    let (month, day) = match told.ahead {
        Some(ahead) => {
            let near = from(today, ahead);
            (i64::from(near.month()), i64::from(near.day()))
        }
        None => (told.month.unwrap_or_default(), told.day.unwrap_or_default()),
    };
    Ok(SpecialDayInput {
        account: told.account.as_deref().map(|key| cast.account(key)).transpose()?,
        contact: told.person.as_deref().map(|name| cast.person(name)).transpose()?,
        kind: told.kind.clone(),
        label: told.label.clone(),
        calendar: told.calendar.unwrap_or(Calendar::Solar),
        year: told.year,
        month,
        day,
        notice_days: told.notice,
    })
}

/// Writes what is to be done down.
pub(super) fn tasks(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    today: NaiveDate,
) -> Result<(), Problem> {
    for task in &files.talk.task {
        let input = ActivityInput {
            account: Some(cast.account(&task.account)?),
            due_on: Some(from(today, task.due)),
            ..ActivityInput::new(ActivityKind::Task, task.text.clone())
        };
        activity::log(past.on(workday(from(today, -6))), &input)?;
    }
    Ok(())
}
