//! What an account is measured by: its purchases, and what is known of it beside them.

use chrono::{Months, NaiveDate};

use super::Span;
use crate::domain::id::Id;
use crate::domain::relationship::CheckUp;
use crate::domain::word::{ActivityKind, Direction, Tier, words};

/// A deal that was won, or a small order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Purchase {
    /// The day it was bought.
    pub day: NaiveDate,
    /// Minor units of the base currency; none without an amount, or without a rate.
    pub worth: Option<i128>,
}

/// An account with all that its measures are made of.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Customer {
    /// Which account; its own id in the book.
    pub account: Id,
    /// Its tier.
    pub tier: Option<Tier>,
    /// All it bought up to the last day, by day.
    pub purchases: Vec<Purchase>,
    /// Contacts in the days that are looked at.
    pub contacts: Contacts,
    /// What it could buy of our kind in a year, in minor units of the base currency.
    pub potential: Option<i128>,
    /// Our share of that as it was told, in basis points.
    pub share: Option<i64>,
    /// What is left of its sales.
    pub margin: Option<Margin>,
    /// The latest check-up.
    pub check_up: Option<CheckUp>,
}

/// Contacts by whether one talked with another, or one wrote to the other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Calls, visits, meetings, demonstrations: both talk.
    pub conversations: u64,
    /// E-mails and messages from them.
    pub messages_in: u64,
    /// E-mails and messages to them; also those of which it was not told.
    pub messages_out: u64,
}

/// What is left of sales, in basis points of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Margin {
    /// Basis points.
    pub rate: i64,
    /// Where it comes from.
    pub source: MarginSource,
}

words! {
    /// Where a margin comes from.
    pub enum MarginSource {
        /// It was told for the account.
        Account = "account",
        /// From the account's revenue plan: margin ÷ sales of its quarters.
        Plan = "plan",
        /// The book's usual margin.
        Usual = "usual",
    }
}

words! {
    /// Whether an account buys.
    pub enum Standing {
        /// It bought in the last twelve months.
        Buying = "buying",
        /// It bought in the twelve months before, and not since: it counts as lost.
        Lost = "lost",
        /// It bought once, longer ago.
        Gone = "gone",
        /// It never bought.
        Never = "never",
    }
}

impl Contacts {
    /// Counts so many activities of a kind.
    pub fn add(&mut self, kind: ActivityKind, direction: Option<Direction>, number: u64) {
        match (kind, direction) {
            (ActivityKind::Note | ActivityKind::Task, _) => {}
            (ActivityKind::Email | ActivityKind::Message, Some(Direction::In)) => self.messages_in += number,
            (ActivityKind::Email | ActivityKind::Message, _) => self.messages_out += number,
            _ => self.conversations += number,
        }
    }

    /// Messages that were answered: the lesser of both ways.
    pub fn exchanges(self) -> u64 {
        self.messages_in.min(self.messages_out)
    }

    /// Contacts that went both ways.
    pub fn two_way(self) -> u64 {
        self.conversations + self.exchanges()
    }

    /// Both together.
    pub fn and(self, other: Contacts) -> Contacts {
        Contacts {
            conversations: self.conversations + other.conversations,
            messages_in: self.messages_in + other.messages_in,
            messages_out: self.messages_out + other.messages_out,
        }
    }
}

impl Customer {
    /// What it bought in those days.
    pub fn bought_in(&self, span: Span) -> &[Purchase] {
        let first = self.purchases.partition_point(|one| one.day < span.from);
        let end = self.purchases.partition_point(|one| one.day <= span.to);
        self.purchases.get(first..end).unwrap_or_default()
    }

    /// Whether it buys, by the last day of a span.
    pub fn standing(&self, span: Span) -> Standing {
        let year = span.year();
        match (self.bought_in(year), self.bought_in(year.before()), self.purchases.as_slice()) {
            ([_, ..], ..) => Standing::Buying,
            (_, [_, ..], _) => Standing::Lost,
            (_, _, [_, ..]) => Standing::Gone,
            _ => Standing::Never,
        }
    }

    /// The first purchase of those that follow each other within twelve months, up to the latest one.
    pub fn retained_since(&self) -> Option<NaiveDate> {
        let days = self.purchases.iter().rev().map(|one| one.day);
        let mut since = None;
        for day in days {
            if since.is_some_and(|since| !is_within_a_year(day, since)) {
                break;
            }
            since = Some(day);
        }
        since
    }

    /// How many of what it bought in those days followed another purchase within twelve months.
    pub fn repeated_in(&self, span: Span) -> u64 {
        let pairs = self.purchases.windows(2);
        let repeated = pairs.filter(|pair| match pair {
            [before, one] => span.contains(one.day) && is_within_a_year(before.day, one.day),
            _ => false,
        });
        repeated.count() as u64
    }

    /// The days between one day on which it bought and the next.
    pub fn intervals(&self) -> Vec<i64> {
        let pairs = self.purchases.windows(2);
        let days = pairs.filter_map(|pair| match pair {
            [before, one] => Some((one.day - before.day).num_days()),
            _ => None,
        });
        days.filter(|days| *days > 0).collect()
    }
}

/// Whether the later day is at most twelve months after the earlier one.
fn is_within_a_year(earlier: NaiveDate, later: NaiveDate) -> bool {
    earlier.checked_add_months(Months::new(12)).is_none_or(|end| later <= end)
}

/// What purchases add up to, how many have an amount, and how many have none.
pub(super) fn sum(purchases: &[Purchase]) -> (i128, u64, u64) {
    let mut sum = (0, 0, 0);
    for one in purchases {
        match one.worth {
            Some(worth) => {
                sum.0 += worth;
                sum.1 += 1;
            }
            None => sum.2 += 1,
        }
    }
    sum
}
