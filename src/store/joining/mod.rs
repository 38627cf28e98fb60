//! Two copies of one book that went their own ways, joined.
//!
//! Each copy's journal tells what it has changed since the past that both share: the operations with the same
//! ids, and what one has taken from the other in earlier joins. What only one has changed is taken, column by
//! column; what both have changed, each in its own way, is a conflict that somebody decides. The other copy is
//! only read. All is one operation; its name keeps how far the other copy's history was known.
//!
//! | module | what it is for |
//! |---|---|
//! | `lineage` | which operations both know |
//! | `touched` | what a copy has changed that the other does not know |
//! | `shape` | the tables: what their rows refer to, what belongs together |
//! | `same` | which records of both are one, though each has given it an id |
//! | `compare`, `gone` | what joining would do, and what both have changed |
//! | `told` | by which names people know that |
//! | `write`, `event`, `events` | what was decided is written, the past with it |

mod compare;
mod event;
mod events;
mod gone;
mod lineage;
mod same;
mod shape;
mod told;
mod touched;
mod write;

use std::collections::{BTreeMap, BTreeSet};

use self::compare::{Plan, Sides, plan, sides};
use self::touched::Spot;
use self::write::{Written, write};
use super::backup::Ready;
use super::book::Book;
use super::error::Result;
use super::writer::Writer;
use crate::domain::joining::Chosen;
pub use told::{Conflict, RecordName, Shown};

/// What joining has done, counted in records; what hangs on a record counts as a change of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Joined {
    /// Records that came from the other copy.
    pub created: u64,
    /// Records of which something was taken from the other copy.
    pub updated: u64,
    /// Records that the other copy had taken out.
    pub deleted: u64,
    /// Records that the other copy had changed, and that are here as they were.
    pub unchanged: u64,
    /// What both had changed, and whose way it went; none where nobody has decided: then all is as it was.
    pub conflicts: Vec<(Conflict, Option<Chosen>)>,
    /// How far the other copy had come: what the next join needs to know, kept as the detail of the operation.
    pub mark: String,
}

impl Joined {
    /// What nobody has decided.
    pub fn open(&self) -> impl Iterator<Item = &Conflict> {
        self.conflicts.iter().filter(|(_, chosen)| chosen.is_none()).map(|(conflict, _)| conflict)
    }
}

impl Book {
    /// What this book and a copy of it have both changed, each in its own way; none where they have no past in
    /// common.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn conflicts_with(&self, other: &Ready) -> Result<Option<Vec<Conflict>>> {
        let _moment = self.moment()?;
        let Some(sides) = sides(&self.connection, &other.book().connection)? else { return Ok(None) };
        let plan = plan(&sides)?;
        plan.clashes.iter().map(|clash| sides.conflict(clash)).collect::<Result<_>>().map(Some)
    }
}

impl Writer<'_> {
    /// Takes over what only the other copy has changed, and of what both have what `choose` decides. Where it
    /// leaves something open, nothing is written. None where they have no past in common.
    ///
    /// # Errors
    /// What the store could not read or write.
    pub fn join(
        &self,
        other: &Ready,
        choose: impl Fn(&Conflict) -> Option<Chosen>,
    ) -> Result<Option<Joined>> {
        let Some(sides) = sides(self.connection, &other.book().connection)? else { return Ok(None) };
        let plan = plan(&sides)?;
        let mut joined = Joined { mark: sides.mark.to_string(), ..Joined::default() };
        let mut theirs = BTreeSet::new();
        for (place, clash) in plan.clashes.iter().enumerate() {
            let conflict = sides.conflict(clash)?;
            let chosen = choose(&conflict);
            if chosen == Some(Chosen::Theirs) {
                theirs.insert(place);
            }
            joined.conflicts.push((conflict, chosen));
        }
        if joined.open().next().is_some() {
            return Ok(Some(joined));
        }
        let owners = owners(&sides, &plan)?;
        let written = write(self, &sides, &plan, &theirs)?;
        events::join(self, &sides, &written)?;
        count(&mut joined, &sides, &plan, &written, &owners)?;
        Ok(Some(joined))
    }
}

/// The records that rows belong to which may go.
fn owners(sides: &Sides<'_>, plan: &Plan) -> Result<BTreeMap<Spot, Spot>> {
    let gone = plan.clashes.iter().filter_map(|clash| match &clash.matter {
        compare::Matter::GoneThere(rows) => Some(rows),
        _ => None,
    });
    let rows = plan.go.iter().chain(gone.flatten());
    rows.map(|spot| Ok((*spot, sides.owner(sides.ours, *spot)?))).collect()
}

fn count(
    joined: &mut Joined,
    sides: &Sides<'_>,
    plan: &Plan,
    written: &Written,
    owners: &BTreeMap<Spot, Spot>,
) -> Result<()> {
    let mut created = BTreeSet::new();
    let (mut updated, mut deleted) = (BTreeSet::new(), BTreeSet::new());
    for spot in &written.come {
        let owner = sides.owner(sides.ours, *spot)?;
        if owner == *spot {
            created.insert(owner)
        } else {
            updated.insert(owner)
        };
    }
    for spot in &written.gone {
        let owner = owners.get(spot).copied().unwrap_or(*spot);
        if owner == *spot {
            deleted.insert(owner)
        } else {
            updated.insert(owner)
        };
    }
    for spot in written.taken.keys() {
        updated.insert(sides.owner(sides.ours, *spot)?);
    }
    updated.retain(|spot| !created.contains(spot) && !deleted.contains(spot));
    let mut known = BTreeSet::new();
    for spot in sides.by_them.rows.keys().filter(|spot| sides.shapes[spot.0].name != "setting") {
        let owner = match owners.get(spot) {
            Some(owner) => *owner,
            None if sides.shapes[spot.0].has(sides.theirs, spot.1)? => sides.owner(sides.theirs, *spot)?,
            // Made and taken out again there, or taken out by both.
            None => continue,
        };
        known.insert(plan.twins.get(&owner).map_or(owner, |twin| (owner.0, *twin)));
    }
    let changed =
        |spot: &&Spot| !created.contains(spot) && !updated.contains(spot) && !deleted.contains(spot);
    joined.unchanged = known.iter().filter(changed).count() as u64;
    joined.created = created.len() as u64;
    joined.updated = updated.len() as u64;
    joined.deleted = deleted.len() as u64;
    Ok(())
}
