//! What joining would do: rows that come, columns that are taken, rows that go, and what both have changed.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use rusqlite::Connection;
use rusqlite::types::Value;

use super::gone;
use super::lineage::{Lineage, Mark, lineage};
use super::shape::{Row, Shape, number, shapes};
use super::touched::{Spot, Touch, Touched, touched};
use crate::store::error::Result;

/// Two copies beside each other.
pub(super) struct Sides<'a> {
    pub ours: &'a Connection,
    pub theirs: &'a Connection,
    pub shapes: Vec<Shape>,
    pub by_us: Touched,
    pub by_them: Touched,
    pub mark: Mark,
}

/// Columns of a row that are to be as they are in the other copy.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Taken {
    /// The row here.
    pub here: Spot,
    /// The same row there; its id may be another.
    pub there: i64,
    /// Which columns, and what they become.
    pub cells: Vec<(usize, Value)>,
}

/// What both have changed, each in its own way.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Matter {
    /// Columns of a row, that say one thing together.
    Columns(Taken),
    /// Rows that the other copy has taken out, while something was done with them here.
    GoneThere(Vec<Spot>),
    /// Rows taken out here, while something was done with them there.
    GoneHere(Vec<Spot>),
}

/// A matter with the instants at which either side has changed it.
#[derive(Debug, Clone)]
pub(super) struct Clash {
    pub matter: Matter,
    /// The row that it is called after.
    pub of: Spot,
    pub ours_at: i64,
    pub theirs_at: i64,
}

/// What joining would do.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// Rows that only the other copy has made.
    pub come: BTreeSet<Spot>,
    /// What only the other copy has changed.
    pub taken: Vec<Taken>,
    /// Rows that the other copy has taken out.
    pub go: BTreeSet<Spot>,
    /// Rows taken out here that the other copy still uses: they come back.
    pub back: BTreeSet<Spot>,
    /// What both have changed.
    pub clashes: Vec<Clash>,
    /// Rows of the other copy that are the same as one here under another id.
    pub twins: HashMap<Spot, i64>,
}

/// Sets two copies beside each other; none where they have no past in common.
pub(super) fn sides<'a>(ours: &'a Connection, theirs: &'a Connection) -> Result<Option<Sides<'a>>> {
    let Some(Lineage { ours: course, theirs: their_course, mark }) = lineage(ours, theirs)? else {
        return Ok(None);
    };
    let shapes = shapes(ours)?;
    let by_us = touched(ours, &course, &shapes)?;
    let by_them = touched(theirs, &their_course, &shapes)?;
    Ok(Some(Sides { ours, theirs, shapes, by_us, by_them, mark }))
}

/// What joining the other copy would do.
pub(super) fn plan(sides: &Sides<'_>) -> Result<Plan> {
    let mut planning =
        Planning { sides, plan: Plan::default(), wanted: BTreeSet::new(), imported: BTreeSet::new() };
    let mut fresh = vec![];
    let mut gone_there = BTreeSet::new();
    for (spot, touch) in &sides.by_them.rows {
        let shape = &sides.shapes[spot.0];
        match (shape.row(sides.ours, spot.1)?, shape.row(sides.theirs, spot.1)?) {
            (Some(here), Some(there)) => planning.cells(*spot, spot.1, &here, &there)?,
            (None, Some(_)) if planning.is_gone_here(*spot) => drop(planning.wanted.insert(*spot)),
            (None, Some(there)) => fresh.push((*spot, there)),
            (Some(_), None) if touch.gone => drop(gone_there.insert(*spot)),
            _ => {}
        }
    }
    planning.decided_there(&mut fresh, &mut gone_there)?;
    for (spot, _) in &fresh {
        let same = sides.imported_here_as(*spot)?;
        if let Some(same) = same.filter(|same| !gone_there.contains(&(spot.0, *same))) {
            planning.plan.twins.insert(*spot, same);
            planning.imported.insert(*spot);
        }
    }
    for (spot, there) in fresh {
        planning.fresh(spot, there, &gone_there)?;
    }
    let Planning { mut plan, wanted, .. } = planning;
    gone::here(sides, &wanted, &mut plan)?;
    gone::there(sides, &gone_there, &mut plan)?;
    Ok(plan)
}

struct Planning<'a, 'c> {
    sides: &'a Sides<'c>,
    plan: Plan,
    /// Rows taken out here that the other copy has changed, or hung something on.
    wanted: BTreeSet<Spot>,
    /// Records of the other copy that are here too, since both have imported them.
    imported: BTreeSet<Spot>,
}

impl Planning<'_, '_> {
    fn is_gone_here(&self, spot: Spot) -> bool {
        self.sides.by_us.rows.get(&spot).is_some_and(|touch| touch.gone)
    }

    /// What the other copy decided against when it joined this one: rows made here that it did not take, rows
    /// taken out here that it kept.
    fn decided_there(&self, fresh: &mut Vec<(Spot, Row)>, gone_there: &mut BTreeSet<Spot>) -> Result<()> {
        let (here, there) = (self.sides.ours, self.sides.theirs);
        let is_news = |spot: &&Spot| !self.sides.by_us.rows.contains_key(spot);
        for spot in self.sides.by_us.known_made.iter().filter(is_news) {
            let shape = &self.sides.shapes[spot.0];
            let Some(row) = shape.row(here, spot.1)? else { continue };
            if !shape.has(there, spot.1)? && shape.twin(there, &row)?.is_none() {
                gone_there.insert(*spot);
            }
        }
        for spot in self.sides.by_us.known_gone.iter().filter(is_news) {
            let shape = &self.sides.shapes[spot.0];
            let is_listed = self.sides.by_them.rows.contains_key(spot);
            if let Some(row) = shape.row(there, spot.1)?.filter(|_| !is_listed)
                && !shape.has(here, spot.1)?
            {
                fresh.push((*spot, row));
            }
        }
        fresh.sort_by_key(|(spot, _)| *spot);
        Ok(())
    }

    /// A row that is not here.
    fn fresh(&mut self, spot: Spot, there: Row, gone_there: &BTreeSet<Spot>) -> Result<()> {
        let shape = &self.sides.shapes[spot.0];
        self.note_parents(spot.0, &there, &(0..there.len()).collect::<Vec<_>>())?;
        let twin = match self.plan.twins.get(&spot) {
            Some(twin) => Some(*twin),
            None => {
                let mapped = self.mapped(spot.0, &there)?;
                let twin = shape.twin(self.sides.ours, &mapped)?;
                twin.filter(|id| !gone_there.contains(&(spot.0, *id)) && self.is_alike(shape, *id, &mapped))
            }
        };
        let Some(twin) = twin else {
            self.plan.come.insert(spot);
            return Ok(());
        };
        self.plan.twins.insert(spot, twin);
        match shape.row(self.sides.ours, twin)? {
            Some(here) => self.cells((spot.0, twin), spot.1, &here, &there),
            None => Ok(()),
        }
    }

    /// Whether a row that has the same marks is the same thing: by the tables' rules, or made here since.
    fn is_alike(&self, shape: &Shape, twin: i64, there: &Row) -> bool {
        let table = self.sides.shapes.iter().position(|other| other.name == shape.name);
        let touch = table.and_then(|table| self.sides.by_us.rows.get(&(table, twin)));
        !shape.is_only_alike(there) || touch.is_some_and(|touch| touch.made)
    }

    /// The row with the references that mean a row here under another id.
    fn mapped(&self, table: usize, row: &Row) -> Result<Row> {
        let shape = &self.sides.shapes[table];
        let mut mapped = row.clone();
        for reference in &shape.references {
            let Some(id) = number(row, reference.column) else { continue };
            let spot = (reference.table, id);
            let twin = match self.plan.twins.get(&spot) {
                Some(twin) => Some(*twin),
                None if self.sides.shapes[reference.table].has(self.sides.ours, id)? => None,
                None => self.sides.imported_here_as(spot)?,
            };
            if let Some(twin) = twin {
                mapped[reference.column] = Value::Integer(twin);
            }
        }
        if let Some((column, id)) = shape.record.and_then(|column| Some((column, number(row, column)?)))
            && let Some(here) = self.sides.record_here(&self.plan, id)?
        {
            mapped[column] = Value::Integer(here);
        }
        Ok(mapped)
    }

    /// Notes the rows taken out here that these columns of a row there refer to.
    fn note_parents(&mut self, table: usize, there: &Row, columns: &[usize]) -> Result<()> {
        let shape = &self.sides.shapes[table];
        for reference in shape.references.iter().filter(|reference| columns.contains(&reference.column)) {
            let Some(id) = number(there, reference.column) else { continue };
            let parent = (reference.table, id);
            let target = &self.sides.shapes[reference.table];
            if self.is_gone_here(parent) && !target.has(self.sides.ours, id)? {
                self.wanted.insert(parent);
            }
        }
        if shape.name != "source" {
            let record = shape.record.filter(|column| columns.contains(column));
            let gone = record.and_then(|column| number(there, column)).and_then(|id| {
                (0..self.sides.shapes.len()).map(|table| (table, id)).find(|spot| self.is_gone_here(*spot))
            });
            self.wanted.extend(gone);
        }
        Ok(())
    }

    /// A row that both have.
    fn cells(&mut self, here: Spot, there: i64, ours: &Row, theirs: &Row) -> Result<()> {
        let shape = &self.sides.shapes[here.0];
        let none = Touch::default();
        let touch_of = |side: &BTreeMap<Spot, Touch>, id| side.get(&(here.0, id)).cloned();
        let mine = touch_of(&self.sides.by_us.rows, here.1).unwrap_or_else(|| none.clone());
        let others = touch_of(&self.sides.by_them.rows, there).unwrap_or(none);
        let is_imported = self.imported.contains(&(here.0, there));
        let theirs = self.mapped(here.0, theirs)?;
        let mut taken = Taken { here, there, cells: vec![] };
        for group in shape.groups(!shape.same_currency(ours, &theirs)) {
            let differing: Vec<usize> =
                group.iter().copied().filter(|column| ours[*column] != theirs[*column]).collect();
            let [by_us, by_them] = match is_imported {
                false => [has_changed(&mine, &group, ours), has_changed(&others, &group, &theirs)],
                true => since_import([(&mine, ours), (&others, &theirs)], &group),
            };
            if differing.is_empty() || !by_them {
                continue;
            }
            let cells = differing.iter().map(|column| (*column, theirs[*column].clone()));
            let (ours_at, theirs_at) = (when(&mine, &group), when(&others, &group));
            if by_us && differing.iter().all(|column| shape.is_quiet(*column)) {
                taken.cells.extend(cells.filter(|_| theirs_at > ours_at));
            } else if by_us {
                let matter = Matter::Columns(Taken { here, there, cells: cells.collect() });
                self.plan.clashes.push(Clash { matter, of: here, ours_at, theirs_at });
            } else {
                taken.cells.extend(cells);
            }
            self.note_parents(here.0, &theirs, &differing)?;
        }
        // When a row was last changed is no change by itself.
        if taken.cells.iter().any(|(column, _)| !shape.is_date_of_change(*column)) {
            self.plan.taken.push(taken);
        }
        Ok(())
    }
}

/// Whether a copy has changed one of these columns: it holds something else than before.
fn has_changed(touch: &Touch, columns: &[usize], row: &Row) -> bool {
    touch.made || has_edited(touch, columns, row)
}

/// As [`has_changed`], whoever made the row.
fn has_edited(touch: &Touch, columns: &[usize], row: &Row) -> bool {
    columns.iter().any(|column| touch.before.get(column).is_some_and(|before| *before != row[*column]))
}

/// Which copy has changed these columns of a record that both have imported: who edited them since, else who
/// has something there at all.
fn since_import(sides: [(&Touch, &Row); 2], columns: &[usize]) -> [bool; 2] {
    let edited = sides.map(|(touch, row)| has_edited(touch, columns, row));
    let is_nothing = |value: &Value| matches!(value, Value::Null) || *value == Value::Text(String::new());
    match edited {
        [false, false] if sides.iter().all(|(touch, _)| touch.made) => {
            sides.map(|(_, row)| columns.iter().any(|column| !is_nothing(&row[*column])))
        }
        edited => edited,
    }
}

/// When a copy has last changed one of these columns.
pub(super) fn when(touch: &Touch, columns: &[usize]) -> i64 {
    columns.iter().filter_map(|column| touch.at.get(column)).max().copied().unwrap_or(touch.last)
}
