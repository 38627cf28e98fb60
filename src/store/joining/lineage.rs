//! What two copies have in common: the operations that both know, and what one has taken from the other.

use std::collections::{HashMap, HashSet};
use std::fmt;

use rusqlite::Connection;

use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::store::error::Result;
use crate::store::history::State;

/// An operation of a copy's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Op {
    pub seq: i64,
    pub id: i64,
    pub at: i64,
    pub state: State,
    /// Its place among those that were taken back, where it was.
    pub undone: Option<i64>,
    /// Where it joined another copy: how far that one had come.
    pub joined: Option<Mark>,
}

/// How far a copy had come when it was joined: its last operation, how much had been taken back, and what could
/// have been done again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Mark {
    last: i64,
    undone: i64,
    undone_now: Vec<i64>,
}

/// How the operations of one copy count against the other.
#[derive(Debug, Default)]
pub(super) struct Course {
    /// Known ones that were taken back since, the newest first.
    pub taken_back: Vec<Op>,
    /// Those that the other has taken, or decided against.
    pub known: Vec<Op>,
    /// Those that were taken back before the other joined this copy: it has let them go, or decided against it.
    pub known_back: Vec<Op>,
    /// Those that are news to the other, in their order.
    pub own: Vec<Op>,
    /// Joins of the other: what they wrote came from there.
    pub echoes: Vec<Op>,
}

/// Two copies of one book.
#[derive(Debug)]
pub(super) struct Lineage {
    pub ours: Course,
    pub theirs: Course,
    /// How far the other copy has come.
    pub mark: Mark,
}

/// How two books belong together; none where they have no past in common.
pub(super) fn lineage(ours: &Connection, theirs: &Connection) -> Result<Option<Lineage>> {
    let (mine, others) = (operations(ours)?, operations(theirs)?);
    let same = |(one, other): &(&Op, &Op)| (one.seq, one.id) == (other.seq, other.id);
    let shared = mine.iter().zip(&others).take_while(same).count();
    if shared == 0 && !same_beginning(ours, theirs)? {
        return Ok(None);
    }
    Ok(Some(Lineage {
        ours: course(&mine, &others, shared),
        theirs: course(&others, &mine, shared),
        mark: Mark::of(&others),
    }))
}

impl Mark {
    fn of(all: &[Op]) -> Mark {
        Mark {
            last: all.last().map_or(0, |last| last.id),
            undone: all.iter().filter_map(|op| op.undone).max().unwrap_or(0),
            undone_now: all.iter().filter(|op| op.state == State::Undone).map(|op| op.id).collect(),
        }
    }
}

impl fmt::Display for Mark {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} {}", Id(self.last), self.undone)?;
        self.undone_now.iter().try_for_each(|id| write!(formatter, " {}", Id(*id)))
    }
}

impl Mark {
    /// What its text tells.
    fn read(text: &str) -> Option<Mark> {
        let mut parts = text.split(' ');
        let id = |part: &str| part.parse::<Id>().ok().map(|id| id.0);
        let (last, undone) = (id(parts.next()?)?, parts.next()?.parse().ok()?);
        Some(Mark { last, undone, undone_now: parts.filter_map(id).collect() })
    }
}

/// Whether both were made in one first start: stages have ids that no two books share.
fn same_beginning(ours: &Connection, theirs: &Connection) -> Result<bool> {
    let mut here = ours.prepare("SELECT EXISTS (SELECT 1 FROM stage WHERE id = ?1)")?;
    let mut there = theirs.prepare("SELECT id FROM stage")?;
    let mut stages = there.query([])?;
    while let Some(stage) = stages.next()? {
        if here.query_row([stage.get::<_, i64>(0)?], |row| row.get(0))? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn operations(connection: &Connection) -> Result<Vec<Op>> {
    let mut statement = connection
        .prepare("SELECT seq, id, at, state, undone_seq, deed, detail FROM operation ORDER BY seq")?;
    let rows = statement.query_map([], |row| {
        let (deed, detail): (String, String) = (row.get(5)?, row.get(6)?);
        Ok(Op {
            seq: row.get(0)?,
            id: row.get(1)?,
            at: row.get(2)?,
            state: row.get(3)?,
            undone: row.get(4)?,
            joined: (deed == Deed::JoinBook.as_str()).then(|| Mark::read(&detail)).flatten(),
        })
    })?;
    Ok(rows.collect::<rusqlite::Result<_>>()?)
}

fn course(own: &[Op], other: &[Op], shared: usize) -> Course {
    let places: HashMap<i64, i64> = own.iter().map(|op| (op.id, op.seq)).collect();
    let of_other: HashSet<i64> = other.iter().map(|op| op.id).collect();
    let holds = |op: &Op| op.state == State::Done;
    // The other has joined this copy so far: what came before is no news to it.
    let joins = other.iter().filter(|op| holds(op)).filter_map(|op| op.joined.as_ref());
    let told = joins.filter_map(|mark| Some((*places.get(&mark.last)?, mark))).max_by_key(|(seq, _)| *seq);
    let (told, mark) = told.map_or((0, Mark::default()), |(seq, mark)| (seq, mark.clone()));
    let mut course = Course::default();
    for (place, op) in own.iter().enumerate() {
        let twin = other.get(place).filter(|_| place < shared);
        let is_echo = twin.is_none() && op.joined.as_ref().is_some_and(|mark| of_other.contains(&mark.last));
        let is_known = twin.is_some() || op.seq <= told;
        let was_undone = mark.undone_now.contains(&op.id);
        let is_back = op.undone.is_some_and(|undone| undone <= mark.undone);
        let list = match (holds(op), twin.is_some_and(holds)) {
            (true, true) => continue,
            // Whoever took it back has changed something, not who kept it.
            (true, false) if twin.is_some() && !was_undone => continue,
            (true, false) if is_echo && op.seq > told => &mut course.echoes,
            (true, false) if is_echo => continue,
            (true, false) if is_known && !was_undone => &mut course.known,
            (true, false) => &mut course.own,
            (false, true) if is_back => &mut course.known_back,
            (false, true) => &mut course.taken_back,
            (false, false) if twin.is_some() || is_echo || !is_known || is_back => continue,
            (false, false) => &mut course.taken_back,
        };
        list.push(op.clone());
    }
    course.taken_back.reverse();
    course
}

#[cfg(test)]
mod tests {
    use super::*;

    fn op(seq: i64, id: i64) -> Op {
        Op { seq, id, at: seq, state: State::Done, undone: None, joined: None }
    }

    fn taken_back(op: Op, place: i64) -> Op {
        Op { state: State::Undone, undone: Some(place), ..op }
    }

    fn ids(ops: &[Op]) -> Vec<i64> {
        ops.iter().map(|op| op.id).collect()
    }

    #[test]
    fn what_came_after_the_common_past_is_news() {
        let (mine, others) = ([op(1, 10), op(2, 20)], [op(1, 10), op(2, 21), op(3, 31)]);
        assert_eq!(ids(&course(&mine, &others, 1).own), [20]);
        assert_eq!(ids(&course(&others, &mine, 1).own), [21, 31]);
    }

    #[test]
    fn what_a_join_has_brought_is_news_no_more() {
        let mark = Mark { last: 21, ..Mark::default() };
        let join = Op { joined: Some(mark), ..op(3, 30) };
        let (mine, others) = ([op(1, 10), op(2, 20), join.clone()], [op(1, 10), op(2, 21), op(3, 31)]);
        assert_eq!(ids(&course(&others, &mine, 1).own), [31]);
        let here = course(&mine, &others, 1);
        assert_eq!((ids(&here.own), ids(&here.echoes)), (vec![20], vec![30]));
        // Taken back, it has brought nothing.
        let mine = [op(1, 10), op(2, 20), Op { state: State::Undone, ..join }];
        assert_eq!(ids(&course(&others, &mine, 1).own), [21, 31]);
    }

    #[test]
    fn a_shared_operation_that_one_took_back_is_a_change_of_that_one() {
        let (mine, others) = ([op(1, 10), op(2, 20)], [op(1, 10), taken_back(op(2, 20), 1)]);
        assert_eq!(ids(&course(&others, &mine, 2).taken_back), [20]);
        assert!(course(&mine, &others, 2).taken_back.is_empty());
    }

    #[test]
    fn what_was_taken_back_since_a_join_is_news_and_what_was_before_is_not() {
        let mark = Mark { last: 21, undone: 4, undone_now: vec![] };
        let mine = [op(1, 10), Op { joined: Some(mark), ..op(2, 30) }];
        for (place, news) in [(4, vec![]), (5, vec![21])] {
            let others = [op(1, 10), taken_back(op(2, 21), place)];
            assert_eq!(ids(&course(&others, &mine, 1).taken_back), news);
        }
        // Done again since, it is news as well.
        let mark = Mark { last: 21, undone: 4, undone_now: vec![21] };
        let mine = [op(1, 10), Op { joined: Some(mark.clone()), ..op(2, 30) }];
        assert_eq!(ids(&course(&[op(1, 10), op(2, 21)], &mine, 1).own), [21]);
        assert_eq!(Mark::read(&mark.to_string()), Some(mark));
    }
}
