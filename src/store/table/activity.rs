//! Activities: what happened with a client, with whom, and what is to be done.

use chrono::NaiveDate;

use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{ActivityKind, Direction};
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A call, visit, letter, meeting, note or task.
    pub struct Activity in "activity" {
        /// With which account.
        pub account_id: Option<Id>,
        /// For which deal.
        pub deal_id: Option<Id>,
        /// What it was.
        pub kind: ActivityKind,
        /// Who reached out.
        pub direction: Option<Direction>,
        /// The day.
        pub happened_on: NaiveDate,
        /// The local time it starts, `HH:MM`.
        pub starts_at: Option<String>,
        /// The time zone of that time.
        pub zone: Option<String>,
        /// How long, in minutes.
        pub minutes: Option<i64>,
        /// What it is called.
        pub subject: Option<String>,
        /// What was said.
        pub text: Option<String>,
        /// What came of it.
        pub outcome: Option<String>,
        /// Who of ours.
        pub owner_id: Option<Id>,
        /// The next step agreed.
        pub next_step: Option<String>,
        /// When it comes.
        pub next_on: Option<NaiveDate>,
        /// For a task: when it is due.
        pub due_on: Option<NaiveDate>,
        /// For a task: when it was done.
        pub done_on: Option<NaiveDate>,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
        /// When it was last changed, milliseconds UTC.
        pub updated_at: i64,
        /// What it cost beside the time, minor units of `cost_currency`.
        pub cost: Option<i64>,
        /// What that is in.
        pub cost_currency: Option<Currency>,
    }
}

table! {
    /// A person who took part in an activity.
    pub struct ActivityContact in "activity_contact" {
        /// Which activity.
        pub activity_id: Id,
        /// Who.
        pub contact_id: Id,
        /// The activity's day, for "last contact".
        pub happened_on: NaiveDate,
    }
}

impl Activity {
    /// What it cost beside the time.
    pub fn cost(&self) -> Option<Money> {
        Some(Money::new(self.cost?, self.cost_currency?))
    }

    /// Says what it cost beside the time.
    pub fn set_cost(&mut self, cost: Option<Money>) {
        self.cost = cost.map(|money| money.minor);
        self.cost_currency = cost.map(|money| money.currency);
    }
}

impl Writer<'_> {
    /// Puts an activity in, with the people who took part.
    pub fn insert_activity(&self, activity: &Activity, contacts: &[Id]) -> Result<()> {
        self.insert_row(activity)?;
        self.set_activity_contacts(activity, contacts)
    }

    /// Writes an activity over the one with its id; who took part stays. A task that is due on another day
    /// is put off no longer.
    pub fn update_activity(&self, activity: &Activity) -> Result<()> {
        let before: Activity = self.row(activity.id)?;
        if (before.due_on, before.done_on) != (activity.due_on, activity.done_on) {
            self.wake(activity.id, DueKind::Task)?;
        }
        self.update_row(activity)?;
        let with = self.activity_contacts(activity.id)?;
        self.set_activity_contacts(activity, &with)
    }

    /// Who took part in an activity.
    pub fn activity_contacts(&self, activity: Id) -> Result<Vec<Id>> {
        let rows: Vec<ActivityContact> =
            row::all(self.connection, "activity_id = ?1 ORDER BY id", &[&activity])?;
        Ok(rows.into_iter().map(|row| row.contact_id).collect())
    }

    /// Makes these the people who took part.
    pub fn set_activity_contacts(&self, activity: &Activity, contacts: &[Id]) -> Result<()> {
        let old: Vec<ActivityContact> = row::all(self.connection, "activity_id = ?1", &[&activity.id])?;
        let mut fresh: Vec<ActivityContact> = vec![];
        for contact in contacts {
            if fresh.iter().all(|row| row.contact_id != *contact) {
                fresh.push(ActivityContact {
                    id: self.mint()?,
                    activity_id: activity.id,
                    contact_id: *contact,
                    happened_on: activity.happened_on,
                });
            }
        }
        self.replace(&old, fresh, |old, new| {
            (old.contact_id, old.happened_on) == (new.contact_id, new.happened_on)
        })
    }

    /// Puts the activities of a person at an account, where they are at none.
    pub fn settle_activities(&self, contact: Id, account: Id) -> Result<()> {
        let sql = "UPDATE activity SET account_id = ?2 WHERE account_id IS NULL
                   AND id IN (SELECT activity_id FROM activity_contact WHERE contact_id = ?1)";
        self.connection.prepare_cached(sql)?.execute([contact, account])?;
        Ok(())
    }

    /// Takes an activity out.
    pub fn delete_activity(&self, id: Id) -> Result<()> {
        self.delete_attachments(id)?;
        self.delete_where::<ActivityContact>("activity_id = ?1", &[&id])?;
        self.delete_row::<Activity>(id)
    }
}
