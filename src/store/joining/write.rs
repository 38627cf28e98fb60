//! What was decided is written, as a part of one operation.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};

use super::compare::{Matter, Plan, Sides, Taken};
use super::shape::{Reference, Row, Shape, number};
use super::touched::Spot;
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::error::{Error, Result};
use crate::store::table::deal::Deal;
use crate::store::table::order::SmallOrder;

/// Columns that let go of a row that goes, rather than going with it.
const LET_GO: &[(&str, &str)] = &[("former_employer", "account_id"), ("account", "parent_id")];

/// Columns by which a record stands above another of its kind.
const ABOVE: &[(&str, &str)] = &[("account", "parent_id"), ("contact", "reports_to")];

/// What was written.
#[derive(Debug, Default)]
pub(super) struct Written {
    /// Rows that came.
    pub come: BTreeSet<Spot>,
    /// Rows that went, and the record that each belonged to.
    pub gone: BTreeSet<Spot>,
    /// Columns that were taken, by the row here.
    pub taken: BTreeMap<Spot, BTreeSet<usize>>,
}

/// Writes a plan; `theirs` says which of its clashes go the other copy's way.
pub(super) fn write(
    writer: &Writer<'_>,
    sides: &Sides<'_>,
    plan: &Plan,
    theirs: &BTreeSet<usize>,
) -> Result<Written> {
    let mut writing = Writing { writer, sides, plan, coming: BTreeSet::new(), written: Written::default() };
    writing.coming.extend(plan.come.iter().chain(&plan.back));
    let mut taken: Vec<&Taken> = plan.taken.iter().collect();
    let mut going: BTreeSet<Spot> = plan.go.clone();
    for (_, clash) in plan.clashes.iter().enumerate().filter(|(place, _)| theirs.contains(place)) {
        match &clash.matter {
            Matter::Columns(columns) => taken.push(columns),
            Matter::GoneThere(rows) => going.extend(rows),
            Matter::GoneHere(rows) => writing.coming.extend(rows),
        }
    }
    // A name may come free only when another row has changed, or has gone.
    let waiting = writing.take_all(taken)?;
    for spot in &going {
        writing.let_go(*spot, &going)?;
    }
    // What hangs on a row goes before it: what is kept beside the tables is reckoned from both.
    for spot in going.iter().rev() {
        writing.delete(*spot)?;
    }
    let waiting = writing.take_all(waiting)?;
    writing.insert_all()?;
    for one in waiting {
        writing.take_what_is_free(one)?;
    }
    writing.follow_activities()?;
    writing.written.gone.extend(going);
    Ok(writing.written)
}

struct Writing<'a, 'w> {
    writer: &'a Writer<'w>,
    sides: &'a Sides<'a>,
    plan: &'a Plan,
    /// Rows of the other copy that come.
    coming: BTreeSet<Spot>,
    written: Written,
}

impl Writing<'_, '_> {
    /// Takes what the tables' rules allow; gives back what they do not, yet.
    fn take_all<'t>(&mut self, all: Vec<&'t Taken>) -> Result<Vec<&'t Taken>> {
        let mut waiting = vec![];
        for one in all {
            if !self.take(one)? {
                waiting.push(one);
            }
        }
        Ok(waiting)
    }

    fn delete(&self, (table, id): Spot) -> Result<()> {
        let sql = format!("DELETE FROM {} WHERE id = ?1", self.sides.shapes[table].name);
        self.writer.connection.prepare_cached(&sql)?.execute([id])?;
        Ok(())
    }

    /// Takes out, or lets go, what refers to a row that goes and is not going itself.
    fn let_go(&mut self, spot: Spot, going: &BTreeSet<Spot>) -> Result<()> {
        for (table, shape) in self.sides.shapes.iter().enumerate() {
            let named = shape.references.iter().filter(|reference| reference.table == spot.0);
            for reference in named {
                let lets_go = lets_go(shape, reference);
                for id in shape.with(self.writer.connection, reference.column, spot.1)? {
                    let child = (table, id);
                    if going.contains(&child) {
                        continue;
                    }
                    if !(lets_go && self.set(child, reference.column, &Value::Null)?) {
                        self.take_out(child, going)?;
                    }
                }
            }
            let Some(record) = shape.record.filter(|_| shape.name != "source") else { continue };
            for id in shape.with(self.writer.connection, record, spot.1)? {
                self.delete((table, id))?;
                self.written.gone.insert((table, id));
            }
        }
        Ok(())
    }

    /// Takes out a row that the other copy does not know, with what is its alone.
    fn take_out(&mut self, spot: Spot, going: &BTreeSet<Spot>) -> Result<()> {
        self.let_go(spot, going)?;
        match self.sides.shapes[spot.0].name {
            "deal" => {
                let deal: Deal = self.writer.row(Id(spot.1))?;
                self.writer.record_deal(Some(&deal), None, self.writer.today)?;
            }
            "small_order" => {
                let order: SmallOrder = self.writer.row(Id(spot.1))?;
                self.writer.record_order(Some(&order), None, self.writer.today)?;
            }
            _ => {}
        }
        self.delete(spot)?;
        self.written.gone.insert(spot);
        Ok(())
    }

    /// Sets one column; tells whether the tables' rules allow it.
    fn set(&self, (table, id): Spot, column: usize, value: &Value) -> Result<bool> {
        let shape = &self.sides.shapes[table];
        let sql = format!("UPDATE {} SET {} = ?2 WHERE id = ?1", shape.name, shape.columns[column]);
        allowed(self.writer.connection.prepare_cached(&sql)?.execute(params![id, value]))
    }

    /// Writes what is taken of a row; tells whether the tables' rules allow it.
    fn take(&mut self, taken: &Taken) -> Result<bool> {
        let (table, id) = taken.here;
        let shape = &self.sides.shapes[table];
        let mut pairs = vec![];
        let mut values = vec![Value::Integer(id)];
        let mut columns = BTreeSet::new();
        for (column, value) in &taken.cells {
            let Some(value) = self.settled(table, *column, value)? else { continue };
            if self.is_above_itself(table, id, *column, &value)? {
                continue;
            }
            values.push(value);
            pairs.push(format!("{} = ?{}", shape.columns[*column], values.len()));
            columns.insert(*column);
        }
        if pairs.is_empty() {
            return Ok(true);
        }
        let sql = format!("UPDATE {} SET {} WHERE id = ?1", shape.name, pairs.join(", "));
        let mut statement = self.writer.connection.prepare_cached(&sql)?;
        if !allowed(statement.execute(params_from_iter(values)))? {
            return Ok(false);
        }
        self.written.taken.entry(taken.here).or_default().extend(columns);
        Ok(true)
    }

    /// As [`Writing::take`]; what another row here has stays with that one.
    fn take_what_is_free(&mut self, taken: &Taken) -> Result<()> {
        if self.take(taken)? {
            return Ok(());
        }
        let of_one: Vec<usize> = self.sides.shapes[taken.here.0].only_one.iter().flatten().copied().collect();
        let cells = taken.cells.iter().filter(|(column, _)| !of_one.contains(column)).cloned().collect();
        self.take(&Taken { cells, ..taken.clone() })?;
        Ok(())
    }

    /// A value as it may stand here: what it names is here or comes, under its id here. None where it cannot
    /// stand at all.
    fn settled(&self, table: usize, column: usize, value: &Value) -> Result<Option<Value>> {
        let shape = &self.sides.shapes[table];
        let reference = shape.references.iter().find(|reference| reference.column == column);
        let (Some(reference), Value::Integer(id)) = (reference, value) else {
            return Ok(Some(value.clone()));
        };
        if let Some(found) = self.found(reference.table, *id)? {
            return Ok(Some(Value::Integer(found)));
        }
        Ok(lets_go(shape, reference).then_some(Value::Null))
    }

    /// The id here of a row there.
    fn found(&self, table: usize, id: i64) -> Result<Option<i64>> {
        let (shape, here) = (&self.sides.shapes[table], self.writer.connection);
        if let Some(twin) = self.plan.twins.get(&(table, id)) {
            return Ok(Some(*twin));
        }
        if self.coming.contains(&(table, id)) || shape.has(here, id)? {
            return Ok(Some(id));
        }
        // Joined before, under the id that it has here.
        if let Some(same) = self.sides.imported_here_as((table, id))? {
            return Ok(Some(same));
        }
        match shape.row(self.sides.theirs, id)? {
            Some(there) => shape.twin(here, &there),
            None => Ok(None),
        }
    }

    /// Whether a record would stand above itself, since either copy turned a part of the order around.
    fn is_above_itself(&self, table: usize, id: i64, column: usize, value: &Value) -> Result<bool> {
        let shape = &self.sides.shapes[table];
        let above = shape.columns[column].as_str();
        let (true, Value::Integer(first)) = (ABOVE.contains(&(shape.name, above)), value) else {
            return Ok(false);
        };
        let sql = format!(
            "WITH RECURSIVE line(id) AS (
               SELECT ?1 UNION SELECT {above} FROM line JOIN {name} USING (id) WHERE {above} IS NOT NULL)
             SELECT EXISTS (SELECT 1 FROM line WHERE id = ?2)",
            name = shape.name
        );
        let mut statement = self.writer.connection.prepare_cached(&sql)?;
        Ok(statement.query_row([*first, id], |row| row.get(0))?)
    }

    /// Whoever took part in an activity did so on its day.
    fn follow_activities(&self) -> Result<()> {
        let mut follow = self.writer.connection.prepare_cached(
            "UPDATE activity_contact SET happened_on = (SELECT happened_on FROM activity WHERE id = activity_id)
             WHERE (id = ?1 OR activity_id = ?1)
               AND happened_on <> (SELECT happened_on FROM activity WHERE id = activity_id)",
        )?;
        let changed = self.written.taken.keys().chain(&self.written.come);
        for (table, id) in changed {
            if matches!(self.sides.shapes[*table].name, "activity" | "activity_contact") {
                follow.execute([id])?;
            }
        }
        Ok(())
    }

    fn insert_all(&mut self) -> Result<()> {
        let rows: Vec<Spot> = self.coming.iter().copied().collect();
        let codes = self.codes(&rows)?;
        for spot in rows {
            let Some(there) = self.sides.shapes[spot.0].row(self.sides.theirs, spot.1)? else { continue };
            match self.insertable(spot, there, codes.get(&spot).copied())? {
                Some(row) if self.insert(spot, &row)? => drop(self.written.come.insert(spot)),
                _ => drop(self.coming.remove(&spot)),
            }
        }
        Ok(())
    }

    /// The row as it may stand here; none where what it belongs to is not here.
    fn insertable(&self, (table, id): Spot, there: Row, code: Option<i64>) -> Result<Option<Row>> {
        let shape = &self.sides.shapes[table];
        let mut row = there;
        for (column, value) in row.iter_mut().enumerate() {
            let Some(settled) = self.settled(table, column, value)? else { return Ok(None) };
            *value = match self.is_above_itself(table, id, column, &settled)? {
                true => Value::Null,
                false => settled,
            };
        }
        if let (Some(place), Some(code)) = (shape.place("code"), code) {
            row[place] = Value::Integer(code);
        }
        if let Some((place, id)) = shape.record.and_then(|place| Some((place, number(&row, place)?)))
            && let Some(here) = self.sides.record_here(self.plan, id)?
        {
            row[place] = Value::Integer(here);
        }
        match shape.record.filter(|_| shape.name != "source").and_then(|place| number(&row, place)) {
            Some(record) if !self.is_here(record)? => Ok(None),
            _ => Ok(Some(row)),
        }
    }

    /// Whether a record of any kind is here or comes.
    fn is_here(&self, record: i64) -> Result<bool> {
        for (table, shape) in self.sides.shapes.iter().enumerate() {
            if self.coming.contains(&(table, record)) || shape.has(self.writer.connection, record)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn insert(&self, (table, _): Spot, row: &Row) -> Result<bool> {
        let shape = &self.sides.shapes[table];
        let marks = vec!["?"; row.len()].join(", ");
        let sql = format!("INSERT INTO {} ({}) VALUES ({marks})", shape.name, shape.columns.join(", "));
        allowed(self.writer.connection.prepare_cached(&sql)?.execute(params_from_iter(row)))
    }

    /// The short codes of rows that come: their own where it was never given here, else fresh ones.
    fn codes(&self, rows: &[Spot]) -> Result<BTreeMap<Spot, i64>> {
        let mut codes = BTreeMap::new();
        let mut fresh = vec![];
        for spot in rows {
            let shape = &self.sides.shapes[spot.0];
            let Some(place) = shape.place("code") else { continue };
            let row = shape.row(self.sides.theirs, spot.1)?.unwrap_or_default();
            let Some(code) = number(&row, place) else { continue };
            if self.plan.come.contains(spot) && code <= self.given(shape.name)? {
                fresh.push(*spot);
            } else {
                codes.insert(*spot, code);
            }
        }
        for (spot, code) in &codes {
            self.writer.connection.execute(
                "INSERT INTO counter (kind, last) VALUES (?1, ?2)
                 ON CONFLICT (kind) DO UPDATE SET last = max(last, excluded.last)",
                params![self.sides.shapes[spot.0].name, code],
            )?;
        }
        for spot in fresh {
            codes.insert(spot, self.writer.next_code(self.sides.shapes[spot.0].name)?);
        }
        Ok(codes)
    }

    /// The last short code that was given for a kind.
    fn given(&self, kind: &str) -> Result<i64> {
        let last = "SELECT last FROM counter WHERE kind = ?1";
        let last =
            self.writer.connection.prepare_cached(last)?.query_row([kind], |row| row.get(0)).optional()?;
        Ok(last.unwrap_or_default())
    }
}

/// Whether a row goes on without what it refers to there, rather than going with it.
fn lets_go(shape: &Shape, reference: &Reference) -> bool {
    let column = (shape.name, shape.columns[reference.column].as_str());
    let belongs = column.1 == "account_id" || column == ("special_day", "contact_id");
    reference.may_be_empty && (!belongs || LET_GO.contains(&column))
}

/// Whether the tables' rules allow what was tried.
fn allowed(tried: rusqlite::Result<usize>) -> Result<bool> {
    match tried.map_err(Error::from) {
        Ok(_) => Ok(true),
        Err(Error::Constraint(_)) => Ok(false),
        Err(error) => Err(error),
    }
}
