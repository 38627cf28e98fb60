//! Activities as programs read them.

use super::{Record, take};
use crate::domain::id::Id;
use crate::report::model::{ActivityOut, Amount};
use crate::store::view::lines::ActivityLine;
use crate::store::{Book, Result};

impl Record for ActivityOut {
    type Line = ActivityLine;

    fn read(book: &Book, lines: Vec<ActivityLine>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = lines.iter().map(|line| line.activity.id).collect();
        let mut people = book.people_of_activities(&ids)?;
        let activities = lines.into_iter().map(|line| {
            let activity = line.activity;
            let cost = activity.cost().map(Amount::from);
            let (contact_ids, contacts) = take(&mut people, activity.id).into_iter().unzip();
            ActivityOut {
                id: activity.id,
                kind: activity.kind.to_string(),
                direction: activity.direction.map(|direction| direction.to_string()),
                on: activity.happened_on,
                minutes: activity.minutes,
                subject: activity.subject,
                text: activity.text,
                account: line.account,
                deal: line.deal,
                contacts,
                owner: line.owner,
                outcome: activity.outcome,
                next_step: activity.next_step,
                next_on: activity.next_on,
                due_on: activity.due_on,
                done_on: activity.done_on,
                account_id: activity.account_id,
                deal_id: activity.deal_id,
                contact_ids,
                at: activity.starts_at,
                zone: activity.zone,
                currency: cost.map(|cost| cost.currency),
                cost,
            }
        });
        Ok(activities.collect())
    }
}
