//! Our side: who has which role for an account, who covers whom of theirs, what has been checked of a
//! proposal.

use super::related::ByRecord;
use crate::domain::id::Id;
use crate::domain::person::{Level, OurRole};
use crate::domain::word::Need;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row;
use crate::store::table::our_side::{ColleagueNeed, WalkTick};

/// One of ours, for an account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ours {
    /// Who.
    pub colleague: Id,
    /// Their name.
    pub name: String,
    /// Whether it is the person at the keyboard.
    pub is_me: bool,
    /// Their roles for the account.
    pub roles: Vec<OurRole>,
}

impl Ours {
    /// The level at which they stand: the highest of their roles.
    pub fn level(&self) -> Level {
        self.roles.iter().map(|role| role.level()).min().unwrap_or(Level::Working)
    }
}

/// One of ours who covers a contact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coverer {
    /// Who.
    pub colleague: Id,
    /// Their name.
    pub name: String,
    /// The level at which they stand towards this person, where it was told.
    pub level: Option<Level>,
}

impl Book {
    /// Our side of an account: those with a role for it, and its owner, who manages it unless somebody else
    /// has that role.
    pub fn team(&self, account: Id) -> Result<Vec<Ours>> {
        let sql = "SELECT colleague.id, colleague.name, is_me, account_role.role FROM account_role
                     JOIN colleague ON colleague.id = colleague_id WHERE account_id = ?1
                   UNION
                   SELECT colleague.id, colleague.name, is_me, 'account_manager' FROM account
                     JOIN colleague ON colleague.id = account.owner_id WHERE account.id = ?1
                     AND NOT EXISTS (SELECT 1 FROM account_role
                       WHERE account_id = ?1 AND role = 'account_manager')";
        let mut statement = self.connection.prepare_cached(sql)?;
        let mut rows = statement.query([account])?;
        let mut team: Vec<Ours> = vec![];
        while let Some(row) = rows.next()? {
            let (colleague, role): (Id, OurRole) = (row.get(0)?, row.get(3)?);
            match team.iter_mut().find(|one| one.colleague == colleague) {
                Some(known) => known.roles.push(role),
                None => {
                    team.push(Ours { colleague, name: row.get(1)?, is_me: row.get(2)?, roles: vec![role] })
                }
            }
        }
        for one in &mut team {
            one.roles.sort();
        }
        team.sort_by(|one, other| (&one.roles, &one.name).cmp(&(&other.roles, &other.name)));
        Ok(team)
    }

    /// Who of ours covers these contacts: their owner, and whoever was put beside them.
    pub fn covers_of(&self, contacts: &[Id]) -> Result<ByRecord<Coverer>> {
        let sql = "SELECT contact_id, colleague.id, name, level FROM cover
                     JOIN colleague ON colleague.id = colleague_id
                     WHERE contact_id IN (SELECT value FROM json_each(?1))
                   UNION ALL
                   SELECT contact.id, colleague.id, colleague.name, NULL FROM contact
                     JOIN colleague ON colleague.id = contact.owner_id
                     WHERE contact.id IN (SELECT value FROM json_each(?1))
                     AND NOT EXISTS (SELECT 1 FROM cover
                       WHERE contact_id = contact.id AND cover.colleague_id = contact.owner_id)";
        self.by_record(sql, contacts, |row| {
            Ok(Coverer { colleague: row.get(1)?, name: row.get(2)?, level: row.get(3)? })
        })
    }

    /// The personal needs of one of ours.
    pub fn own_needs(&self, colleague: Id) -> Result<Vec<Need>> {
        let rows: Vec<ColleagueNeed> = row::all(&self.connection, "colleague_id = ?1", &[&colleague])?;
        let mut needs: Vec<Need> = rows.into_iter().map(|row| row.need).collect();
        needs.sort();
        Ok(needs)
    }

    /// The questions of the walk-around that are ticked for a deal or an account, in the method's order.
    pub fn walk_ticks(&self, record: Id) -> Result<Vec<WalkTick>> {
        let mut ticks: Vec<WalkTick> = row::all(&self.connection, "record_id = ?1", &[&record])?;
        ticks.sort_by_key(|tick| tick.question);
        Ok(ticks)
    }
}
