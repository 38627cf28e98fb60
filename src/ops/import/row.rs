//! One row of a file into the book: found or made, merged, remembered. The same for every kind.

use super::hang::hang;
use super::join::Joiner;
use super::likely::{Candidate, Why, candidates};
use super::merge::{self, Rule, Seen, Stays};
use super::occurrence::Occurrences;
use super::origin::is_same_row;
use super::refusal::Refusal;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::RecordKind;
use crate::exchange::{Cell, Field, Origin, Reason};
use crate::store::table::source::Source;
use crate::store::{Row, Writer};

/// What is particular to a kind of record.
pub(super) trait Kind {
    /// As the file has it.
    type In;
    /// With the records of ours that it names.
    type Draft: 'static;
    /// Our row.
    type Row: Row + 'static;
    const KIND: RecordKind;
    const RULES: &'static [Rule<Self::Draft, Self::Row>];

    fn origin(told: &Self::In) -> &Origin;
    /// What tells a row without an id from others, by the file's own words: whatever becomes of our
    /// records, it stays the same.
    fn key(told: &Self::In) -> String;
    fn draft(joiner: &Joiner<'_>, told: Self::In) -> Result<Self::Draft, Refusal>;
    fn told(draft: &Self::Draft) -> &Self::In;
    /// A record of ours that the row surely is, though it never came from this file.
    fn find(joiner: &Joiner<'_>, draft: &Self::Draft) -> Result<Option<Self::Row>, Refusal>;
    fn blank(joiner: &Joiner<'_>, draft: &Self::Draft) -> Result<Self::Row, Refusal>;
    fn insert(joiner: &Joiner<'_>, draft: &Self::Draft, row: &mut Self::Row) -> Result<(), Refusal>;
    fn update(
        joiner: &Joiner<'_>,
        draft: &Self::Draft,
        before: &Self::Row,
        row: &mut Self::Row,
    ) -> Result<(), Refusal>;
    fn name(row: &Self::Row) -> String;
    /// The number of its short code.
    fn code(row: &Self::Row) -> i64;
    fn tags(draft: &Self::Draft) -> &Cell<Vec<String>>;

    /// The records of ours that the row perhaps is, though not surely; asked where it is none for sure.
    fn likely(_: &Joiner<'_>, _: &Self::Draft) -> Result<Vec<(Self::Row, Why)>, Refusal> {
        Ok(vec![])
    }

    /// Whether all that the row names was found; if not, the same row may say more another time.
    fn is_settled(_: &Self::Draft) -> bool {
        true
    }

    /// Lists that hang on a record that was there before: whether any changed.
    fn lists(
        _: &Joiner<'_>,
        _: &Self::Draft,
        _: &Self::Row,
        _: &mut Remembered<'_>,
    ) -> Result<bool, Refusal> {
        Ok(false)
    }

    /// Remembers the lists that a new record was made with.
    fn first_lists(_: &Self::Draft, _: &mut Remembered<'_>) {}
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Became {
    Created,
    Updated,
    Unchanged,
}

/// What became of a row, of which record, and what of ours stayed.
pub(super) struct Done {
    pub became: Became,
    pub name: String,
    pub stays: Vec<Stays>,
    /// The records that the row perhaps is.
    pub likely: Vec<Candidate>,
    /// The one of those that it was joined with.
    pub joined: Option<Id>,
}

impl Done {
    fn new(became: Became, name: String, stays: Vec<Stays>) -> Done {
        Done { became, name, stays, likely: vec![], joined: None }
    }

    fn unchanged() -> Done {
        Done::new(Became::Unchanged, String::new(), vec![])
    }
}

/// What was seen before of a record's lists, and what is seen now.
pub(super) struct Remembered<'a> {
    pub before: &'a [Seen],
    pub now: Seen,
}

impl Remembered<'_> {
    /// Remembers a list as the file has it.
    pub fn note(&mut self, key: &str, told: &[String]) {
        self.now.insert(key.to_owned(), Some(told.join("\n")).filter(|text| !text.is_empty()));
    }

    /// Joins a list of the file with ours: what the file added is added, what it took away since last
    /// time is taken away, what only we have stays.
    pub fn list(&mut self, key: &str, told: &[String], ours: &[String]) -> Vec<String> {
        let before = self.before.first().and_then(|seen| seen.get(key)?.as_deref()).unwrap_or_default();
        let was_told = |one: &str| before.lines().any(|line| line == one);
        let mut joined: Vec<String> =
            ours.iter().filter(|one| told.contains(one) || !was_told(one)).cloned().collect();
        for one in told {
            // What we took away ourselves does not come back.
            if !joined.contains(one) && !was_told(one) {
                joined.push(one.clone());
            }
        }
        self.note(key, told);
        joined
    }
}

/// Which row of theirs a row is.
#[derive(Clone)]
pub(super) struct Identity {
    /// Its id, or what stands for one.
    id: String,
    /// Whether another row of the file had the same.
    is_repeated: bool,
    /// What stands for all that it says.
    mark: String,
}

/// Finds out which row of theirs a row is. To be asked once for each row, in their order.
pub(super) fn identify<K: Kind>(
    joiner: &Joiner<'_>,
    told: &K::In,
    mark: String,
    occurrences: &mut Occurrences,
) -> crate::store::Result<Identity> {
    if let Some(id) = K::origin(told).id.clone() {
        return Ok(Identity { is_repeated: occurrences.is_repeated(&id), id, mark });
    }
    let key = K::key(told);
    let id = match joiner.is_first(K::KIND)? {
        true => occurrences.first_place(&key),
        false => occurrences.place(joiner.writer, &joiner.space, K::KIND, (&key, &mark))?,
    };
    Ok(Identity { id, is_repeated: false, mark })
}

/// Takes one row into the book.
pub(super) fn take<K: Kind>(
    joiner: &Joiner<'_>,
    told: K::In,
    Identity { id: their_id, is_repeated, mark }: Identity,
) -> Result<Done, Refusal> {
    let (writer, mark) = (joiner.writer, mark.as_str());
    let source = match joiner.is_first(K::KIND)? && !is_repeated {
        true => None,
        false => joiner.space.counterpart(writer, K::KIND, &their_id)?,
    };
    if let Some(source) = &source {
        if is_same_row(source, mark) {
            return Ok(Done::unchanged());
        }
        if is_repeated {
            return Err(Refusal::row(&[Field::Id], their_id, Reason::RepeatedId));
        }
    }
    let ours = joiner.space.our_id(K::origin(&told));
    let found = match &source {
        Some(source) => match still_there::<K::Row>(writer, source)? {
            // What was deleted here stays deleted, and so does what only it names.
            None => return Ok(Done::unchanged()),
            row => row,
        },
        // What we wrote ourselves, and has come back.
        None => ours.map(|id| row_of::<K::Row>(writer, id)).transpose()?.flatten(),
    };
    let draft = K::draft(joiner, told)?;
    let found = match found {
        None => K::find(joiner, &draft)?,
        found => found,
    };
    let mark = Some(mark).filter(|_| K::is_settled(&draft));
    let Some(before) = found else {
        return make_or_join::<K>(joiner, &draft, (their_id, source, mark));
    };
    join::<K>(joiner, &draft, before, (their_id, source, mark))
}

/// A row that is surely no record of ours makes one, unless the person says that it is one that it may be.
fn make_or_join<K: Kind>(
    joiner: &Joiner<'_>,
    draft: &K::Draft,
    counterpart: Counterpart<'_>,
) -> Result<Done, Refusal> {
    let choices = &joiner.choices;
    let likely = choices.were_there(K::likely(joiner, draft)?);
    let told = candidates::<K>(&likely);
    let row = K::origin(K::told(draft)).row;
    let chosen = choices.choose(row, likely);
    let joined = chosen.as_ref().map(Row::id);
    let done = match chosen {
        Some(before) => join::<K>(joiner, draft, before, counterpart)?,
        None => make::<K>(joiner, draft, counterpart)?,
    };
    Ok(Done { likely: told, joined, ..done })
}

/// A row's id, its counterpart where it is known, and its mark where it is to be remembered.
type Counterpart<'a> = (String, Option<Source>, Option<&'a str>);

fn make<K: Kind>(
    joiner: &Joiner<'_>,
    draft: &K::Draft,
    (their_id, source, mark): Counterpart<'_>,
) -> Result<Done, Refusal> {
    let mut row = K::blank(joiner, draft)?;
    let now = merge::fill(K::RULES, draft, &mut row);
    K::insert(joiner, draft, &mut row)?;
    let mut remembered = Remembered { before: &[], now };
    K::first_lists(draft, &mut remembered);
    hang::<K>(joiner, draft, row.id(), true, &mut remembered)?;
    let seen = (mark, remembered.now);
    joiner.space.remember(joiner.writer, K::KIND, &their_id, source, row.id(), seen)?;
    Ok(Done::new(Became::Created, K::name(&row), vec![]))
}

fn join<K: Kind>(
    joiner: &Joiner<'_>,
    draft: &K::Draft,
    before: K::Row,
    (their_id, source, mark): Counterpart<'_>,
) -> Result<Done, Refusal> {
    let seen = joiner.space.seen(joiner.writer, before.id(), source.as_ref())?;
    let mut row = before.clone();
    let mut stays = merge::merge(K::RULES, draft, &mut row, &seen);
    let mut changed = row != before;
    if changed {
        K::update(joiner, draft, &before, &mut row)?;
    }
    let mut remembered = Remembered { before: &seen, now: merge::told(K::RULES, draft) };
    changed |= K::lists(joiner, draft, &row, &mut remembered)?;
    let hung = hang::<K>(joiner, draft, row.id(), false, &mut remembered)?;
    changed |= hung.changed;
    stays.extend(hung.stays);
    let now = (mark, remembered.now);
    joiner.space.remember(joiner.writer, K::KIND, &their_id, source, row.id(), now)?;
    let became = if changed { Became::Updated } else { Became::Unchanged };
    Ok(Done::new(became, K::name(&row), stays))
}

/// The row that a counterpart stands for, unless it was deleted here.
fn still_there<R: Row>(writer: &Writer<'_>, source: &Source) -> Result<Option<R>, Refusal> {
    row_of(writer, source.record_id)
}

fn row_of<R: Row>(writer: &Writer<'_>, id: Id) -> Result<Option<R>, Refusal> {
    match writer.row(id) {
        Ok(row) => Ok(Some(row)),
        Err(crate::store::Error::NoRecord) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// An amount as it is remembered.
pub(super) fn money(money: Money) -> String {
    format!("{} {}", money.decimal(), money.currency)
}

/// Records as they are remembered.
pub(super) fn as_text(ids: &[Id]) -> Vec<String> {
    ids.iter().map(Id::to_string).collect()
}
