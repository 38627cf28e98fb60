//! The people of an account or a deal, as one looks at them together: parts, roles, stances, scores, who of
//! ours covers them; and the zipper of both sides.

use chrono::NaiveDate;
use rusqlite::ToSql;

use super::expression as show;
use super::our_side::{Coverer, Ours};
use super::related::ByRecord;
use crate::domain::coverage::Member;
use crate::domain::id::Id;
use crate::domain::person::{Level, OrganisationalNeed, Rung};
use crate::domain::quadrant::evidence::Profile;
use crate::domain::reporting::{Node, tree};
use crate::domain::word::{Authority, DecisionRole, Involvement, Need, Part, Stance};
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{Row, select_list};
use crate::store::table::contact::Contact;
use crate::store::table::recollection::SeenAs;

/// A person of theirs, as a purchase or an account sees them.
#[derive(Debug, Clone, PartialEq)]
pub struct KeyPerson {
    /// Who, with what they are at large.
    pub contact: Contact,
    /// Their parts here: those in this deal where some are told, else those at large.
    pub parts: Vec<Part>,
    /// How much they take part here.
    pub involvement: Option<Involvement>,
    /// Whether they may commit here.
    pub authority: Option<Authority>,
    /// Where they stand here.
    pub stance: Option<Stance>,
    /// Whether something of that was told for this deal alone.
    pub differs_here: bool,
    /// The level at which they stand: as told, or as the reporting lines suggest.
    pub level: Level,
    /// How they think.
    pub profile: Profile,
    /// How they see us.
    pub rung: Option<Rung>,
    /// Their personal needs.
    pub needs: Vec<Need>,
    /// What they want for their organisation, and what of it.
    pub organisational_needs: Vec<(OrganisationalNeed, Option<String>)>,
    /// Whom they report to, by name.
    pub reports_to: Option<String>,
    /// Who of ours covers them.
    pub covered_by: Vec<Coverer>,
    /// The day of the last contact.
    pub last_contact: Option<NaiveDate>,
}

impl KeyPerson {
    /// Their decision role here.
    pub fn role(&self) -> Option<DecisionRole> {
        DecisionRole::of(self.involvement, self.authority)
    }

    /// The person as the rules of a buying group see them.
    pub fn member(&self) -> Member {
        Member {
            id: self.contact.id,
            parts: self.parts.clone(),
            involvement: self.involvement,
            authority: self.authority,
            stance: self.stance,
            dominant: self.profile.dominant(),
            is_covered: !self.covered_by.is_empty(),
        }
    }
}

/// Whose people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Everybody at an account.
    Account(Id),
    /// Those in a deal.
    Deal(Id),
    /// One contact, as they are at large.
    One(Id),
}

/// The level that the reporting lines suggest is made from this.
const HAS_REPORTS: &str = "EXISTS (SELECT 1 FROM contact below WHERE below.reports_to = contact.id)";

/// What a person is in one deal: each thing as told there, else as at large.
#[derive(Debug, Default)]
struct Here {
    parts: Option<String>,
    involvement: Option<Involvement>,
    authority: Option<Authority>,
    stance: Option<Stance>,
    reports_to: Option<String>,
}

impl Book {
    /// The people of an account or deal, the one who weighs most first.
    pub fn people(&self, group: Group) -> Result<Vec<KeyPerson>> {
        let _moment = self.moment()?;
        let (from, here, id) = match group {
            Group::Account(id) => ("contact WHERE contact.account_id = ?1", "NULL, NULL, NULL, NULL", id),
            Group::One(id) => ("contact WHERE contact.id = ?1", "NULL, NULL, NULL, NULL", id),
            Group::Deal(id) => (
                "deal_contact JOIN contact ON contact.id = deal_contact.contact_id
                 WHERE deal_contact.deal_id = ?1",
                "(SELECT group_concat(part, ' ' ORDER BY id) FROM deal_contact_part
                    WHERE deal_contact_id = deal_contact.id),
                  deal_contact.involvement, deal_contact.authority, deal_contact.stance",
                id,
            ),
        };
        let sql = format!(
            "SELECT {contact}, {last}, {HAS_REPORTS}, {here}, {above} FROM {from}",
            above = show::CONTACT_ABOVE,
            contact = select_list::<Contact>("contact."),
            last = self.resolved(show::CONTACT_LAST)?,
        );
        let mut found: Vec<(Contact, Option<NaiveDate>, bool, Here)> = vec![];
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query([&id as &dyn ToSql])?;
        let beside = Contact::COLUMNS.len();
        while let Some(row) = rows.next()? {
            let here = Here {
                parts: row.get(beside + 2)?,
                involvement: row.get(beside + 3)?,
                authority: row.get(beside + 4)?,
                stance: row.get(beside + 5)?,
                reports_to: row.get(beside + 6)?,
            };
            found.push((Contact::read(row, 0)?, row.get(beside)?, row.get(beside + 1)?, here));
        }
        let ids: Vec<Id> = found.iter().map(|(contact, ..)| contact.id).collect();
        let (mut parts, mut needs) = (self.parts_of_all(&ids)?, self.needs_of_all(&ids)?);
        let mut wanted = self.organisational_needs_of_all(&ids)?;
        let (mut covers, mut rungs) = (self.covers_of(&ids)?, self.rungs_of(&ids)?);
        let mut profiles = self.profiles_of(&ids, self.today())?;
        let mut people: Vec<KeyPerson> = found
            .into_iter()
            .map(|(contact, last_contact, has_reports, here)| {
                let id = contact.id;
                let at_large = parts.remove(&id).unwrap_or_default();
                let differs_here = here.parts.is_some()
                    || here.involvement.is_some()
                    || here.authority.is_some()
                    || here.stance.is_some();
                let in_deal =
                    here.parts.map(|parts| parts.split(' ').filter_map(|part| part.parse().ok()).collect());
                KeyPerson {
                    parts: in_deal.unwrap_or(at_large),
                    involvement: here.involvement.or(contact.involvement),
                    authority: here.authority.or(contact.authority),
                    stance: here.stance.or(contact.stance),
                    differs_here,
                    level: contact
                        .level
                        .unwrap_or_else(|| Level::of_place(contact.reports_to.is_some(), has_reports)),
                    profile: profiles.remove(&id).unwrap_or_default(),
                    rung: rungs.remove(&id).and_then(|rungs| rungs.first().copied()),
                    needs: needs.remove(&id).unwrap_or_default(),
                    organisational_needs: wanted.remove(&id).unwrap_or_default(),
                    covered_by: covers.remove(&id).unwrap_or_default(),
                    reports_to: here.reports_to,
                    last_contact,
                    contact,
                }
            })
            .collect();
        people.sort_by_cached_key(|person| {
            (person.member().weight(), person.contact.name_key.clone(), person.contact.id)
        });
        Ok(people)
    }

    /// What a person is in a deal: as told there, else as at large; none where they are not in it.
    pub fn person_in_deal(&self, deal: Id, contact: Id) -> Result<Option<KeyPerson>> {
        Ok(self.people(Group::Deal(deal))?.into_iter().find(|person| person.contact.id == contact))
    }

    /// Those who report to a person directly, by name.
    pub fn reports_of(&self, contact: Id) -> Result<Vec<String>> {
        let sql = "SELECT name FROM contact WHERE reports_to = ?1 ORDER BY name_key, id";
        let mut statement = self.connection.prepare_cached(sql)?;
        let names = statement.query_map([contact], |row| row.get(0))?;
        Ok(names.collect::<rusqlite::Result<Vec<String>>>()?)
    }

    /// The account of a deal, and whether it decides as a group.
    pub fn decides_collectively(&self, group: Group) -> Result<bool> {
        let (condition, id) = match group {
            Group::Account(id) => ("id = ?1", id),
            Group::Deal(id) => ("id = (SELECT account_id FROM deal WHERE deal.id = ?1)", id),
            Group::One(id) => ("id = (SELECT account_id FROM contact WHERE contact.id = ?1)", id),
        };
        let sql = format!("SELECT count(*) FROM account WHERE decides_collectively = 1 AND {condition}");
        let count: i64 = self.connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0))?;
        Ok(count > 0)
    }

    /// On which rung a person sees us at the end of a day.
    pub fn seen_as(&self, contact: Id, day: NaiveDate) -> Result<Option<SeenAs>> {
        let condition = "contact_id = ?1 AND since <= ?2 ORDER BY since DESC, id DESC";
        crate::store::row::first(&self.connection, condition, &[&contact, &day])
    }

    /// How a person came to see us so, newest first.
    pub fn seen_as_over_time(&self, contact: Id) -> Result<Vec<SeenAs>> {
        let condition = "contact_id = ?1 ORDER BY since DESC, id DESC";
        crate::store::row::all(&self.connection, condition, &[&contact])
    }

    /// The rungs on which these contacts see us and saw us, newest first.
    pub fn rungs_of(&self, contacts: &[Id]) -> Result<ByRecord<Rung>> {
        let sql = "SELECT contact_id, rung FROM seen_as WHERE since <= {today}
                   AND contact_id IN (SELECT value FROM json_each(?1)) ORDER BY since DESC, id DESC";
        self.by_record(&self.resolved(sql)?, contacts, |row| row.get(1))
    }

    /// What these contacts want for their organisation, and what of it.
    pub fn organisational_needs_of_all(
        &self,
        contacts: &[Id],
    ) -> Result<ByRecord<(OrganisationalNeed, Option<String>)>> {
        let sql = "SELECT contact_id, need, text FROM organisational_need
                   WHERE contact_id IN (SELECT value FROM json_each(?1)) ORDER BY id";
        self.by_record(sql, contacts, |row| Ok((row.get(1)?, row.get(2)?)))
    }
}

/// The people of an account as a tree of reporting lines, by their place in `people`.
pub fn org_tree(people: &[KeyPerson]) -> Vec<Node> {
    let lines: Vec<(Id, Option<Id>)> =
        people.iter().map(|person| (person.contact.id, person.contact.reports_to)).collect();
    tree(&lines)
}

/// A row of the zipper: one of theirs, and who of ours stands across.
#[derive(Debug, Clone, PartialEq)]
pub struct ZipperRow {
    /// The level of theirs.
    pub level: Level,
    /// Which of the people given.
    pub person: usize,
    /// Who of ours covers them, with roles, and the level at which they stand towards them; nobody is a
    /// gap.
    pub ours: Vec<(Ours, Level)>,
}

/// The zipper of an account: each of theirs, level by level, with who of ours covers them; and those of
/// ours who cover nobody.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Zipper {
    /// From the top down.
    pub rows: Vec<ZipperRow>,
    /// Ours without anybody across.
    pub idle: Vec<Ours>,
}

/// Matches both sides.
pub fn zipper(people: &[KeyPerson], team: &[Ours]) -> Zipper {
    let mut rows: Vec<ZipperRow> = people
        .iter()
        .enumerate()
        .map(|(place, person)| {
            let ours = person.covered_by.iter().map(|coverer| {
                let known = team.iter().find(|one| one.colleague == coverer.colleague).cloned();
                let one = known.unwrap_or_else(|| Ours {
                    colleague: coverer.colleague,
                    name: coverer.name.clone(),
                    is_me: false,
                    roles: vec![],
                });
                let level = coverer.level.unwrap_or_else(|| one.level());
                (one, level)
            });
            ZipperRow { level: person.level, person: place, ours: ours.collect() }
        })
        .collect();
    rows.sort_by_key(|row| row.level);
    let covers = |one: &&Ours| {
        !people.iter().any(|person| person.covered_by.iter().any(|by| by.colleague == one.colleague))
    };
    Zipper { rows, idle: team.iter().filter(covers).cloned().collect() }
}
