//! Deals: possible sales, who takes part in the purchase, and what is bought.

use chrono::NaiveDate;

use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::{Authority, Involvement, Part, Stance, Status};
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::table::event::DealState;

table! {
    /// One possible sale to one account.
    pub struct Deal in "deal" {
        /// Its short code: 40 in D-40.
        pub code: i64,
        /// To whom.
        pub account_id: Id,
        /// Its name.
        pub name: String,
        /// The name as it is matched.
        pub name_key: String,
        /// Open, won or lost.
        pub status: Status,
        /// Where the buyer stands.
        pub stage_id: Id,
        /// Its amount, minor units of `currency`; a won deal's is what it was won at.
        pub amount: Option<i64>,
        /// The currency of its amounts.
        pub currency: Currency,
        /// Its own win rate in basis points; none takes the stage's.
        pub win_rate: Option<i64>,
        /// The day it is expected to close.
        pub close_on: Option<NaiveDate>,
        /// The day it was won or lost.
        pub closed_on: Option<NaiveDate>,
        /// What comes next.
        pub next_step: Option<String>,
        /// When it comes.
        pub next_on: Option<NaiveDate>,
        /// Who of ours leads it.
        pub owner_id: Option<Id>,
        /// How it was found.
        pub source: Option<String>,
        /// The pipeline it belonged to in another program.
        pub pipeline: Option<String>,
        /// Why it was lost.
        pub lost_reason_id: Option<Id>,
        /// To whom it was lost.
        pub competitor: Option<String>,
        /// What was learned.
        pub learned: Option<String>,
        /// Notes.
        pub notes: Option<String>,
        /// The day it entered its stage.
        pub stage_since: NaiveDate,
        /// The day since which it is known.
        pub created_on: NaiveDate,
        /// When it was entered, milliseconds UTC.
        pub created_at: i64,
        /// When it was last changed, milliseconds UTC.
        pub updated_at: i64,
    }
}

table! {
    /// A person's part in one deal.
    pub struct DealContact in "deal_contact" {
        /// Which deal.
        pub deal_id: Id,
        /// Who.
        pub contact_id: Id,
        /// How much they take part in this one; none is as at large.
        pub involvement: Option<Involvement>,
        /// Whether they may commit in this one; none is as at large.
        pub authority: Option<Authority>,
        /// Where they stand in this one; none is as at large.
        pub stance: Option<Stance>,
    }
}

table! {
    /// One of the parts a person has in a deal.
    pub struct DealContactPart in "deal_contact_part" {
        /// Whose part in which deal.
        pub deal_contact_id: Id,
        /// Which part.
        pub part: Part,
    }
}

table! {
    /// A product line of a deal.
    pub struct DealProduct in "deal_product" {
        /// Which deal.
        pub deal_id: Id,
        /// What.
        pub product_id: Id,
        /// Which comes first; from 0.
        pub position: i64,
        /// How many, in thousandths.
        pub quantity: i64,
        /// The price of one, minor units of the deal's currency.
        pub price: i64,
    }
}

impl Deal {
    /// The kind of its short codes' counter.
    pub const CODE: &'static str = "deal";
}

impl Book {
    /// The deal with a short code.
    pub fn deal_with_code(&self, code: i64) -> Result<Option<Deal>> {
        row::first(&self.connection, "code = ?1", &[&code])
    }

    /// Deals whose matching name is this one, oldest first.
    pub fn deals_named(&self, name_key: &str) -> Result<Vec<Deal>> {
        row::all(&self.connection, "name_key = ?1 ORDER BY id", &[&name_key])
    }
}

impl Writer<'_> {
    /// Puts a deal in, with its event dated `day`.
    pub fn insert_deal(&self, deal: &Deal, day: NaiveDate) -> Result<()> {
        self.insert_row(deal)?;
        self.record_state(deal.id, None, Some(&DealState::of(deal, 0)), day)
    }

    /// Puts a deal in that was otherwise once: as `first` since `opened`, as it is since `day`.
    pub fn insert_deal_with_past(
        &self,
        first: &Deal,
        opened: NaiveDate,
        deal: &Deal,
        day: NaiveDate,
    ) -> Result<()> {
        self.insert_row(deal)?;
        let (before, after) = (DealState::of(first, 0), DealState::of(deal, 0));
        self.record_state(deal.id, None, Some(&before), opened)?;
        self.record_state(deal.id, Some(&before), Some(&after), day)
    }

    /// Puts a deal in whose events were recorded before, day by day, with [`Writer::record_past`].
    pub fn insert_recorded_deal(&self, deal: &Deal) -> Result<()> {
        self.insert_row(deal)
    }

    /// Records how a deal without product lines changed on the writer's day, or that it began, without
    /// writing the deal itself: a long past is told by its events, and the deal written once.
    pub fn record_past(&self, before: Option<&Deal>, after: &Deal) -> Result<()> {
        let before = before.map(|deal| DealState::of(deal, 0));
        self.record_state(after.id, before.as_ref(), Some(&DealState::of(after, 0)), self.today)
    }

    /// Writes a deal over the one with its id, with an event dated `day` where a tracked value changed. Another
    /// next step, and another close date, are put off no longer.
    pub fn update_deal(&self, deal: &Deal, day: NaiveDate) -> Result<()> {
        let before: Deal = self.row(deal.id)?;
        if (&before.next_step, before.next_on) != (&deal.next_step, deal.next_on) {
            self.wake(deal.id, DueKind::NextStep)?;
        }
        if before.close_on != deal.close_on {
            self.wake(deal.id, DueKind::ClosePast)?;
        }
        self.update_row(deal)?;
        self.record_deal(Some(&before), Some(deal), day)
    }

    /// Takes a deal out with all that is its alone; its past stays in the events.
    pub fn delete_deal(&self, id: Id) -> Result<()> {
        let deal: Deal = self.row(id)?;
        self.record_deal(Some(&deal), None, self.today)?;
        self.delete_attachments(id)?;
        self.delete_deal_contacts("deal_id = ?1", id)?;
        self.delete_where::<DealProduct>("deal_id = ?1", &[&id])?;
        for sql in [
            "UPDATE activity SET deal_id = NULL WHERE deal_id = ?1",
            "UPDATE commitment SET deal_id = NULL WHERE deal_id = ?1",
        ] {
            self.connection.prepare_cached(sql)?.execute([id])?;
        }
        self.delete_row::<Deal>(id)
    }

    /// Every deal of an account.
    pub fn deals_of(&self, account: Id) -> Result<Vec<Deal>> {
        row::all(self.connection, "account_id = ?1 ORDER BY id", &[&account])
    }

    /// Deals of this matching name, of one account where it is told, oldest first, at most `limit`.
    pub fn deals_named_at(&self, name_key: &str, account: Option<Id>, limit: i64) -> Result<Vec<Deal>> {
        match account {
            Some(account) => {
                let condition = "name_key = ?1 AND account_id = ?2 ORDER BY id LIMIT ?3";
                row::all(self.connection, condition, &[&name_key, &account, &limit])
            }
            None => row::all(self.connection, "name_key = ?1 ORDER BY id LIMIT ?2", &[&name_key, &limit]),
        }
    }

    /// The people of a deal.
    pub fn deal_contacts(&self, deal: Id) -> Result<Vec<DealContact>> {
        row::all(self.connection, "deal_id = ?1 ORDER BY id", &[&deal])
    }

    /// Puts a person into a deal, with the parts they have there; those they had stay.
    pub fn join_deal(&self, deal: Id, contact: Id, parts: &[Part]) -> Result<()> {
        let known = self.deal_contacts(deal)?.into_iter().find(|row| row.contact_id == contact);
        let joined = match known {
            Some(row) => row,
            None => {
                let id = self.mint()?;
                let row = DealContact {
                    id,
                    deal_id: deal,
                    contact_id: contact,
                    involvement: None,
                    authority: None,
                    stance: None,
                };
                self.insert_row(&row)?;
                row
            }
        };
        let old: Vec<DealContactPart> = row::all(self.connection, "deal_contact_id = ?1", &[&joined.id])?;
        for part in parts.iter().filter(|part| !old.iter().any(|row| row.part == **part)) {
            self.insert_row(&DealContactPart { id: self.mint()?, deal_contact_id: joined.id, part: *part })?;
        }
        Ok(())
    }

    /// Puts people into a deal that nobody was in yet.
    pub fn insert_deal_contacts(&self, deal: Id, contacts: &[Id]) -> Result<()> {
        for contact in contacts {
            self.insert_row(&DealContact {
                id: self.mint()?,
                deal_id: deal,
                contact_id: *contact,
                involvement: None,
                authority: None,
                stance: None,
            })?;
        }
        Ok(())
    }

    /// Takes a person out of a deal.
    pub fn leave_deal(&self, deal: Id, contact: Id) -> Result<()> {
        for row in self.deal_contacts(deal)?.into_iter().filter(|row| row.contact_id == contact) {
            self.delete_deal_contacts("id = ?1", row.id)?;
        }
        Ok(())
    }

    /// The product lines of a deal.
    pub fn deal_products(&self, deal: Id) -> Result<Vec<DealProduct>> {
        row::all(self.connection, "deal_id = ?1 ORDER BY position", &[&deal])
    }

    /// Makes these the product lines of a deal, with an event where their sum changed.
    pub fn set_deal_products(&self, deal: &Deal, lines: Vec<DealProduct>) -> Result<()> {
        let before = self.deal_state(deal)?;
        self.replace(&self.deal_products(deal.id)?, lines, |old, new| {
            (old.product_id, old.position, old.quantity, old.price)
                == (new.product_id, new.position, new.quantity, new.price)
        })?;
        self.record_state(deal.id, Some(&before), Some(&self.deal_state(deal)?), self.today)
    }

    /// Takes people's parts in deals out, by a condition on `deal_contact` with one parameter.
    pub(in crate::store) fn delete_deal_contacts(&self, condition: &str, id: Id) -> Result<()> {
        for row in row::all::<DealContact>(self.connection, condition, &[&id])? {
            self.delete_where::<DealContactPart>("deal_contact_id = ?1", &[&row.id])?;
            self.delete_row::<DealContact>(row.id)?;
        }
        Ok(())
    }
}
