//! The events of two copies in one line: what figures of the past are made from.
//!
//! Each tracked value of a record has its past from one side: from the other copy where its value was taken
//! from there, else from here. So a past day looks as it did wherever only one of them had changed something.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::OptionalExtension;
use rusqlite::types::Value;

use super::compare::Sides;
use super::event::{Event, KINDS, Kind};
use super::shape::Shape;
use super::write::Written;
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::error::Result;
use crate::store::table::deal::Deal;

/// What the lines of products sum to: no column of the deal, so that no taken column tells whose it is.
const PRODUCTS: &str = "products";

/// Brings the other copy's events in, after its rows were.
pub(super) fn join(writer: &Writer<'_>, sides: &Sides<'_>, written: &Written) -> Result<()> {
    for kind in KINDS {
        let Some(table) = sides.shapes.iter().position(|shape| shape.name == kind.record) else { continue };
        let mut news: BTreeMap<String, Vec<Event>> = BTreeMap::new();
        for id in sides.by_them.events.get(kind.table).into_iter().flatten() {
            if let Some(event) = kind.event(sides.theirs, *id)? {
                news.entry(key(&event.of)).or_default().push(Event { is_theirs: true, ..event });
            }
        }
        let joining = Joining { writer, sides, written, kind, table };
        for events in news.values() {
            joining.bring(events)?;
        }
        if kind.tells_before {
            joining.agree(news.values().flatten())?;
        }
    }
    Ok(())
}

fn key(of: &Value) -> String {
    format!("{of:?}")
}

struct Joining<'a> {
    writer: &'a Writer<'a>,
    sides: &'a Sides<'a>,
    written: &'a Written,
    kind: &'a Kind,
    /// The record's table.
    table: usize,
}

impl Joining<'_> {
    fn shape(&self) -> &Shape {
        &self.sides.shapes[self.table]
    }

    /// The id of the record that events tell of: as it is here, or was until now.
    fn record(&self, of: &Value) -> Result<Option<i64>> {
        if let ("id", Value::Integer(id)) = (self.kind.named_by, of) {
            return Ok(Some(*id));
        }
        let sql = format!("SELECT id FROM {} WHERE {} = ?1", self.kind.record, self.kind.named_by);
        let here =
            self.writer.connection.prepare_cached(&sql)?.query_row([of], |row| row.get(0)).optional()?;
        Ok(here)
    }

    /// Brings the news of one record in, in the order of time.
    fn bring(&self, news: &[Event]) -> Result<()> {
        let Some(first) = news.first() else { return Ok(()) };
        let Some(id) = self.record(&first.of)? else {
            // A quota that they took away, and that is not here any more.
            return if self.kind.tells_before { Ok(()) } else { self.append(news) };
        };
        let spot = (self.table, id);
        let whole = self.written.come.contains(&spot) || self.written.gone.contains(&spot);
        let taken = self.written.taken.get(&spot);
        if !whole
            && (!self.shape().has(self.sides.theirs, id)? || !self.shape().has(self.writer.connection, id)?)
        {
            return self.of_another_id(news, taken);
        }
        if !self.kind.tells_before {
            return if whole || taken.is_some() { self.append(news) } else { Ok(()) };
        }
        let since = [first.of.clone(), Value::Integer(first.at)];
        let condition = format!(
            "{of} = ?1 AND id >= (SELECT min(id) FROM {table} WHERE {of} = ?1 AND at > ?2) ORDER BY id",
            of = self.kind.of,
            table = self.kind.table
        );
        let ours = self.kind.select(self.writer.connection, &condition, &since)?;
        let of_theirs = self.of_theirs(whole, taken, news, &ours);
        if !of_theirs.contains(&true) {
            return Ok(());
        }
        let before = match ours.first() {
            Some(first) => first.before.clone(),
            None => self.last(&first.of)?.map_or(vec![Value::Null; of_theirs.len()], |last| last.after),
        };
        for event in &ours {
            let sql = format!("DELETE FROM {} WHERE id = ?1", self.kind.table);
            self.writer.connection.prepare_cached(&sql)?.execute([event.id])?;
        }
        for event in in_one_line(before, &of_theirs, &ours, news) {
            self.kind.insert(self.writer, &event)?;
        }
        Ok(())
    }

    /// What is named otherwise than by its id may have another one there.
    fn of_another_id(&self, news: &[Event], taken: Option<&BTreeSet<usize>>) -> Result<()> {
        match self.kind.named_by {
            "id" => Ok(()),
            _ if taken.is_some() => self.append(news),
            _ => Ok(()),
        }
    }

    fn append(&self, news: &[Event]) -> Result<()> {
        news.iter().try_for_each(|event| self.kind.insert(self.writer, event))
    }

    /// Of which tracked values the past comes from the other copy.
    fn of_theirs(
        &self,
        whole: bool,
        taken: Option<&BTreeSet<usize>>,
        news: &[Event],
        ours: &[Event],
    ) -> Vec<bool> {
        // A record that came or went had no other sum before.
        let changed = |events: &[Event], place: usize| {
            let pairs = events.iter().map(|event| (&event.before[place], &event.after[place]));
            let mut both = pairs.filter(|(before, after)| ![*before, *after].contains(&&Value::Null));
            both.any(|(before, after)| before != after)
        };
        let is_theirs = |(place, name): (usize, &&str)| {
            let column = self.shape().place(name).filter(|_| *name != PRODUCTS);
            whole
                || column.is_some_and(|column| taken.is_some_and(|taken| taken.contains(&column)))
                || (*name == PRODUCTS && changed(news, place) && !changed(ours, place))
        };
        self.kind.tracked.iter().enumerate().map(is_theirs).collect()
    }

    fn last(&self, of: &Value) -> Result<Option<Event>> {
        let condition = format!("{} = ?1 ORDER BY id DESC LIMIT 1", self.kind.of);
        Ok(self.kind.select(self.writer.connection, &condition, std::slice::from_ref(of))?.into_iter().next())
    }

    /// Makes sure that the last event of each changed record tells what it is now.
    fn agree<'e>(&self, news: impl Iterator<Item = &'e Event>) -> Result<()> {
        let told = news.filter_map(|event| match event.of {
            Value::Integer(id) => Some(id),
            _ => None,
        });
        let mut changed: BTreeSet<i64> = told.collect();
        let rows = self.written.come.iter().chain(&self.written.gone).chain(self.written.taken.keys());
        for (table, id) in rows {
            let shape = &self.sides.shapes[*table];
            if *table == self.table {
                changed.insert(*id);
            } else if shape.name == "deal_product" && self.kind.record == "deal" {
                changed.extend(self.deal_of(*id)?);
            }
        }
        let gone = self.sides.by_them.events_gone.get(self.kind.table);
        for id in changed {
            let now = self.now(id)?;
            let of = Value::Integer(id);
            while let Some(last) = self.last(&of)? {
                if last.after == now {
                    break;
                }
                if gone.is_some_and(|gone| gone.contains(&last.id)) {
                    let sql = format!("DELETE FROM {} WHERE id = ?1", self.kind.table);
                    self.writer.connection.prepare_cached(&sql)?.execute([last.id])?;
                    continue;
                }
                let day = Value::Text(self.writer.today.to_string());
                let (at, before) = (self.writer.now, last.after);
                let fresh = Event { id: 0, of, day, at, is_theirs: false, before, after: now };
                self.kind.insert(self.writer, &fresh)?;
                break;
            }
        }
        Ok(())
    }

    /// The deal of a product line, be it here or there.
    fn deal_of(&self, line: i64) -> Result<Option<i64>> {
        let sql = "SELECT deal_id FROM deal_product WHERE id = ?1";
        for side in [self.writer.connection, self.sides.theirs] {
            let found = side.prepare_cached(sql)?.query_row([line], |row| row.get(0)).optional()?;
            if found.is_some() {
                return Ok(found);
            }
        }
        let mut gone = self.writer.connection.prepare_cached(
            "SELECT json_extract(changes, '$.deal_id') FROM journal
             WHERE row_id = ?1 AND tbl = 'deal_product' AND action = 'D' ORDER BY seq DESC LIMIT 1",
        )?;
        Ok(gone.query_row([line], |row| row.get(0)).optional()?)
    }

    /// The tracked values of a record as they are; all nothing where it is gone.
    fn now(&self, id: i64) -> Result<Vec<Value>> {
        let nothing = vec![Value::Null; self.kind.tracked.len()];
        let Some(row) = self.shape().row(self.writer.connection, id)? else { return Ok(nothing) };
        let mut now = vec![];
        for name in self.kind.tracked {
            now.push(match self.shape().place(name) {
                Some(place) => row[place].clone(),
                None => {
                    let deal: Deal = self.writer.row(Id(id))?;
                    Value::Integer(self.writer.deal_state(&deal)?.products)
                }
            });
        }
        Ok(now)
    }
}

/// Two lines of events as one, in the order of time: each value changes where the side that it comes from has
/// changed it.
fn in_one_line(before: Vec<Value>, of_theirs: &[bool], ours: &[Event], theirs: &[Event]) -> Vec<Event> {
    let (mut ours, mut theirs) = (ours.iter().peekable(), theirs.iter().peekable());
    let mut state = before;
    let mut line = vec![];
    loop {
        let is_theirs = match (ours.peek(), theirs.peek()) {
            (Some(one), Some(other)) => other.at < one.at,
            (None, None) => return line,
            (one, _) => one.is_none(),
        };
        let Some(event) = (if is_theirs { theirs.next() } else { ours.next() }) else { return line };
        let before = state.clone();
        for (place, of_theirs) in of_theirs.iter().enumerate() {
            if *of_theirs == is_theirs {
                state[place] = event.after[place].clone();
            }
        }
        if state != before {
            line.push(Event { before, after: state.clone(), ..event.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An event that leaves two numbers at these values.
    fn event(at: i64, is_theirs: bool, after: [i64; 2]) -> Event {
        Event {
            id: at,
            of: Value::Integer(1),
            day: Value::Null,
            at,
            is_theirs,
            before: vec![],
            after: after.map(Value::Integer).to_vec(),
        }
    }

    fn line(of_theirs: [bool; 2], ours: &[Event], theirs: &[Event]) -> Vec<(i64, [i64; 2])> {
        let start = vec![Value::Integer(0), Value::Integer(0)];
        let number = |value: &Value| if let Value::Integer(number) = value { *number } else { -1 };
        let told = |event: &Event| (event.at, [number(&event.after[0]), number(&event.after[1])]);
        in_one_line(start, &of_theirs, ours, theirs).iter().map(told).collect()
    }

    #[test]
    fn each_value_moves_when_its_own_side_moved_it() {
        let ours = [event(10, false, [1, 0]), event(30, false, [2, 0])];
        let theirs = [event(20, true, [0, 7])];
        assert_eq!(line([false, true], &ours, &theirs), [(10, [1, 0]), (20, [1, 7]), (30, [2, 7])]);
    }

    #[test]
    fn what_was_decided_against_leaves_no_trace() {
        let ours = [event(10, false, [1, 0])];
        let theirs = [event(5, true, [9, 0]), event(20, true, [8, 3])];
        assert_eq!(line([false, true], &ours, &theirs), [(10, [1, 0]), (20, [1, 3])]);
        assert_eq!(line([true, true], &ours, &theirs), [(5, [9, 0]), (20, [8, 3])]);
    }
}
