//! What days bring, as programs read it.

use chrono::{NaiveDate, NaiveTime};

use crate::report::model::{Amount, CalendarItemOut, CalendarOut};
use crate::store::view::calendar::CalendarItem;
use crate::store::{Book, Result};

/// What the days between two bring, both included.
pub fn calendar(book: &Book, from: NaiveDate, to: NaiveDate) -> Result<CalendarOut> {
    let items = book.calendar(from, to)?.into_iter().map(item).collect();
    Ok(CalendarOut { from, to, zone: book.clock().zone().name().to_owned(), items })
}

/// A time of day as it is told everywhere.
pub fn clock(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

fn item(item: CalendarItem) -> CalendarItemOut {
    let there = item.begins.and_then(|begins| begins.there);
    CalendarItemOut {
        on: item.on,
        at: item.begins.map(|begins| clock(begins.here)),
        kind: item.kind.to_string(),
        text: item.text,
        deal: item.deal,
        contact: item.contact,
        account: item.account,
        minutes: item.minutes,
        their_on: there.map(|(at, _)| at.date()),
        their_at: there.map(|(at, _)| clock(at.time())),
        their_zone: there.map(|(_, zone)| zone.name().to_owned()),
        amount: item.amount.map(Amount::from),
        currency: item.amount.map(|amount| amount.currency),
        activity: item.activity.map(|kind| kind.to_string()),
        id: item.id,
    }
}
