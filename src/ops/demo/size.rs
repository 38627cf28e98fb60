//! Books of any size: as many deals as are asked for, a client for twenty of them, three people at each
//! client, five activities and four events for each deal. Rows are written one after another, so that a
//! big book takes no more memory than a small one.

use chrono::NaiveDate;

use super::cast::{before_the_story, prepare};
use super::course::STORY;
use super::days::{from, workday};
use super::files::{AccountRow, Files, PersonRow, Tongue};
use super::standings::told;
use crate::domain::chance::Chance;
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::word::{ActivityKind, Direction, Status};
use crate::ops::{Problem, account, activity, contact, deal, entry, input, owner, target};
use crate::store::table::account::Account;
use crate::store::table::activity::Activity;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::table::stage::{LostReason, StageRow};
use crate::store::{Past, Writer};

/// Deals of one client.
const DEALS: u64 = 20;
/// People at one client.
const PEOPLE: usize = 3;
/// Activities of one deal.
const ACTIVITIES: i64 = 5;
/// What a client is to bring in a quarter, in cents.
const QUOTA: i64 = 30_000_000;
/// Changes of one deal after it was begun.
const CHANGES: i64 = 3;

/// Fills a book with so many deals.
pub(super) fn fill(past: &mut Past<'_>, today: NaiveDate, deals: u64) -> Result<(), Problem> {
    let files = Files::read()?;
    prepare(&files, past, today)?;
    let first = past.on(before_the_story(today));
    let (stages, reasons, me) = first
        .found(|writer| Ok::<_, Problem>((writer.stages()?, writer.lost_reasons()?, owner::me(writer)?)))?;
    let mut mill = Mill { files: &files, today, stages, reasons, me, chance: Chance::new(deals) };
    for client in 0..deals.div_ceil(DEALS) {
        let (row, account, people) = mill.client(past, client)?;
        for number in client * DEALS..deals.min((client + 1) * DEALS) {
            mill.deal(past, number, row, &account, &people)?;
        }
    }
    let quota = Money::new(QUOTA * deals.div_ceil(DEALS) as i64, Currency::EUR);
    target::set_quota(past.on(workday(from(today, -7))), Period::quarter_of(today, 1), quota).map(drop)
}

/// What all rows are made with.
struct Mill<'a> {
    files: &'a Files,
    today: NaiveDate,
    stages: Vec<StageRow>,
    reasons: Vec<LostReason>,
    me: Option<Id>,
    chance: Chance,
}

impl<'a> Mill<'a> {
    /// A client with its people: as one of the story, under a number of its own.
    fn client(
        &mut self,
        past: &mut Past<'_>,
        client: u64,
    ) -> Result<(&'a AccountRow, Account, Vec<Id>), Problem> {
        let rows = &self.files.accounts;
        let row = &rows[client as usize % rows.len()];
        let staff: Vec<&PersonRow> =
            self.files.people.iter().filter(|person| person.account == row.key).collect();
        let standing = self.files.standings.iter().find(|standing| standing.account == row.key);
        let me = self.me;
        let day = before_the_story(self.today);
        past.on(day).found(|writer| {
            let mut account = account::blank(writer, row.currency)?;
            (account.name, account.name_key) = input::name(&numbered(row.lang, &row.name, client))?;
            account.code = writer.next_code(Account::CODE)?;
            account.owner_id = me;
            account.tier = Some(row.tier);
            account.industry = Some(row.industry.clone());
            account.city = Some(row.city.clone());
            account.country = Some(row.country.clone());
            // Twenty deals are more than one of the story has.
            let potential = row.potential * Chance::new(client).between(15, 45) / 10;
            account.potential = Some(potential * 1000 * row.currency.scale());
            account.share = row.share.map(|share| share * 100);
            writer.insert_account(&account)?;
            if let Some(standing) = standing {
                entry::create(writer, EntryKind::Standing, Holder::Account(account.id), &told(standing))?;
            }
            let mut people = vec![];
            for place in 0..PEOPLE {
                let person = staff[place % staff.len()];
                let mut contact = contact::blank(writer)?;
                (contact.name, contact.name_key) = input::name(&numbered(row.lang, &person.name, client))?;
                contact.code = writer.next_code(Contact::CODE)?;
                contact.account_id = Some(account.id);
                contact.title = Some(person.title.clone());
                contact.stance = person.stance;
                contact.step = Some(person.step);
                writer.insert_contact(&contact)?;
                let address = format!("{}.{client}.{place}@{}", person.mail, row.domain);
                writer.set_emails(contact.id, &[(None, address)])?;
                people.push(contact.id);
            }
            Ok((row, account, people))
        })
    }

    /// A deal with its events and activities, all within the last eighteen months.
    fn deal(
        &mut self,
        past: &mut Past<'_>,
        number: u64,
        row: &AccountRow,
        account: &Account,
        people: &[Id],
    ) -> Result<(), Problem> {
        let kinds = &self.files.deals;
        let kind = &kinds[number as usize * 7 % kinds.len()];
        let begun = self.chance.between(60, STORY);
        let span = self.chance.between(20, begun);
        let yen = if row.currency.digits() == 0 { 100 } else { 1 };
        let amount = self.chance.between(5, 400) * 1000 * yen * row.currency.scale();
        let fate = self.chance.between(0, 99);
        let last = self.chance.between(0, 5) as usize;
        let today = self.today;
        let day = |share: i64| workday(from(today, span * share / CHANGES - begun));

        let mut deal = past.on(day(0)).found(|writer| {
            let mut deal = deal::blank_at(writer, account.id, self.stages[0].id, row.currency)?;
            deal.owner_id = self.me;
            (deal.name, deal.name_key) = input::name(&numbered(row.lang, &kind.name, number))?;
            deal.code = writer.next_code(Deal::CODE)?;
            deal.amount = Some(amount);
            deal.close_on = Some(day(CHANGES));
            writer.record_past(None, &deal)?;
            Ok::<_, Problem>(deal)
        })?;
        for step in 1..=CHANGES {
            self.change(past, day(step), &mut deal, (step, fate, last))?;
        }
        past.on(day(CHANGES)).found(|writer| {
            writer.insert_recorded_deal(&deal)?;
            Ok::<_, Problem>(writer.insert_deal_contacts(deal.id, &people[number as usize % PEOPLE..][..1])?)
        })?;
        for step in 0..ACTIVITIES {
            let on = workday(from(self.today, span * step / ACTIVITIES - begun));
            let who = people[(number as usize + step as usize) % PEOPLE];
            self.activity(past, on, &deal, who, row)?;
        }
        Ok(())
    }

    /// The first change moves the deal on, the second its amount, the last ends it or sets what comes next.
    fn change(
        &mut self,
        past: &mut Past<'_>,
        day: NaiveDate,
        deal: &mut Deal,
        (step, fate, last): (i64, i64, usize),
    ) -> Result<(), Problem> {
        let before = deal.clone();
        match (step, fate) {
            (1, _) => {
                // One that stays at the first stage is at least expected earlier.
                deal.close_on = deal.close_on.map(|close| from(close, -1));
                deal.stage_id = self.stages[last % self.stages.len()].id;
                deal.stage_since = day;
            }
            (2, _) => deal.amount = deal.amount.map(|amount| amount / 20 * self.chance.between(17, 19)),
            (_, 0..40) => (deal.status, deal.closed_on) = (Status::Won, Some(day)),
            (_, 40..60) => {
                (deal.status, deal.closed_on) = (Status::Lost, Some(day));
                deal.lost_reason_id = self.chance.pick(&self.reasons).map(|reason| reason.id);
            }
            _ => {
                deal.close_on = Some(from(self.today, self.chance.between(-20, 200)));
                deal.next_on = Some(from(self.today, self.chance.between(-10, 40)));
                let steps = self.files.talk.stage.get(last).map(|talk| &talk.steps.en);
                deal.next_step = steps.and_then(|steps| self.chance.pick(steps)).cloned();
            }
        }
        past.on(day).found(|writer| {
            deal.updated_at = writer.now;
            Ok(writer.record_past(Some(&before), deal)?)
        })
    }

    fn activity(
        &mut self,
        past: &mut Past<'_>,
        day: NaiveDate,
        deal: &Deal,
        who: Id,
        row: &AccountRow,
    ) -> Result<(), Problem> {
        let talk = self.chance.pick(&self.files.talk.stage);
        let said = talk.and_then(|talk| self.chance.pick(talk.talk.of(row.lang)));
        let subject = said.and_then(|said| said.3.lines().next()).unwrap_or_default();
        let subject = subject.replace("{person}", &row.city).replace("{deal}", &deal.name);
        let kind = said.and_then(|said| said.0.parse().ok()).unwrap_or(ActivityKind::Call);
        past.on(day).found(|writer: &Writer<'_>| {
            let activity = Activity {
                account_id: Some(deal.account_id),
                deal_id: Some(deal.id),
                direction: Some(Direction::Out),
                subject: Some(subject),
                minutes: said.map(|said| said.2).filter(|minutes| *minutes > 0),
                owner_id: self.me,
                ..activity::blank(writer, kind, writer.today)?
            };
            Ok(writer.insert_activity(&activity, &[who])?)
        })
    }
}

/// A name with a number, so that no two are the same.
fn numbered(tongue: Tongue, name: &str, number: u64) -> String {
    match tongue {
        Tongue::En => format!("{name} {}", number + 1),
        Tongue::Zh => format!("{name}{}号", number + 1),
    }
}
