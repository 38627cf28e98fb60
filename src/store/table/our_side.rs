//! Our side of an account: roles, who covers whom of theirs, one's own needs; and what has been checked of
//! a proposal.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::person::{Level, OrganisationalNeed, OurRole};
use crate::domain::quadrant::walk::Check;
use crate::domain::word::{Need, RecordKind};
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// A role of one of ours, for one account.
    pub struct AccountRole in "account_role" {
        /// For which account.
        pub account_id: Id,
        /// Who.
        pub colleague_id: Id,
        /// Which role.
        pub role: OurRole,
    }
}

table! {
    /// One of ours covers one of theirs.
    pub struct Cover in "cover" {
        /// Whom.
        pub contact_id: Id,
        /// Who of ours.
        pub colleague_id: Id,
        /// The level at which ours stands here; none follows from the roles.
        pub level: Option<Level>,
    }
}

table! {
    /// A personal need of one of ours.
    pub struct ColleagueNeed in "colleague_need" {
        /// Whose.
        pub colleague_id: Id,
        /// Which need.
        pub need: Need,
    }
}

table! {
    /// What a person wants for their organisation.
    pub struct ContactOrganisationalNeed in "organisational_need" {
        /// Who wants it.
        pub contact_id: Id,
        /// What.
        pub need: OrganisationalNeed,
        /// What of it, in words.
        pub text: Option<String>,
    }
}

table! {
    /// A question of the walk-around that a proposal answers.
    pub struct WalkTick in "walk_tick" {
        /// What kind of record the proposal is for.
        pub record_kind: RecordKind,
        /// For which.
        pub record_id: Id,
        /// The question.
        pub question: Check,
        /// The day it was ticked.
        pub ticked_on: NaiveDate,
    }
}

impl Writer<'_> {
    /// A role of one of ours for an account, where they have it.
    pub fn account_role(&self, account: Id, colleague: Id, role: OurRole) -> Result<Option<AccountRole>> {
        let condition = "account_id = ?1 AND colleague_id = ?2 AND role = ?3";
        row::first(self.connection, condition, &[&account, &colleague, &role])
    }

    /// All roles of ours for an account.
    pub fn account_roles(&self, account: Id) -> Result<Vec<AccountRole>> {
        row::all(self.connection, "account_id = ?1 ORDER BY id", &[&account])
    }

    /// Gives one of ours a role.
    pub fn insert_account_role(&self, role: &AccountRole) -> Result<()> {
        self.insert_row(role)
    }

    /// Takes a role away.
    pub fn delete_account_role(&self, id: Id) -> Result<()> {
        self.delete_row::<AccountRole>(id)
    }

    /// How one of ours covers one of theirs, where they do.
    pub fn cover(&self, contact: Id, colleague: Id) -> Result<Option<Cover>> {
        row::first(self.connection, "contact_id = ?1 AND colleague_id = ?2", &[&contact, &colleague])
    }

    /// All who were put beside one of theirs.
    pub fn covers(&self, contact: Id) -> Result<Vec<Cover>> {
        row::all(self.connection, "contact_id = ?1 ORDER BY id", &[&contact])
    }

    /// Puts a cover in.
    pub fn insert_cover(&self, cover: &Cover) -> Result<()> {
        self.insert_row(cover)
    }

    /// Writes a cover over the one with its id.
    pub fn update_cover(&self, cover: &Cover) -> Result<()> {
        self.update_row(cover)
    }

    /// Takes a cover out.
    pub fn delete_cover(&self, id: Id) -> Result<()> {
        self.delete_row::<Cover>(id)
    }

    /// Makes these the personal needs of one of ours.
    pub fn set_colleague_needs(&self, colleague: Id, needs: &[Need]) -> Result<()> {
        let old: Vec<ColleagueNeed> = row::all(self.connection, "colleague_id = ?1", &[&colleague])?;
        let fresh = needs
            .iter()
            .map(|need| Ok(ColleagueNeed { id: self.mint()?, colleague_id: colleague, need: *need }));
        self.replace(&old, fresh.collect::<Result<Vec<_>>>()?, |old, new| old.need == new.need)
    }

    /// Makes these what a person wants for their organisation.
    pub fn set_organisational_needs(
        &self,
        contact: Id,
        needs: &[(OrganisationalNeed, Option<String>)],
    ) -> Result<()> {
        let old: Vec<ContactOrganisationalNeed> = row::all(self.connection, "contact_id = ?1", &[&contact])?;
        let fresh = needs.iter().map(|(need, text)| {
            let id = self.mint()?;
            Ok(ContactOrganisationalNeed { id, contact_id: contact, need: *need, text: text.clone() })
        });
        self.replace(&old, fresh.collect::<Result<Vec<_>>>()?, |old, new| {
            (old.need, &old.text) == (new.need, &new.text)
        })
    }

    /// The tick at a question, where there is one.
    pub fn walk_tick(&self, record: Id, question: Check) -> Result<Option<WalkTick>> {
        row::first(self.connection, "record_id = ?1 AND question = ?2", &[&record, &question])
    }

    /// Puts a tick in.
    pub fn insert_walk_tick(&self, tick: &WalkTick) -> Result<()> {
        self.insert_row(tick)
    }

    /// Takes a tick out.
    pub fn delete_walk_tick(&self, id: Id) -> Result<()> {
        self.delete_row::<WalkTick>(id)
    }

    /// Takes out all that an account has of our side.
    pub(in crate::store) fn delete_roles_of(&self, account: Id) -> Result<()> {
        self.delete_where::<AccountRole>("account_id = ?1", &[&account])
    }
}
