//! Takes the records of one file in, row by row, and counts.

use super::account::Accounts;
use super::activity::Activities;
use super::contact::Contacts;
use super::deal::{DealTold, Deals};
use super::join::Joiner;
use super::likely::{Choices, Likely};
use super::mark::mark;
use super::merge::Stays;
use super::occurrence::Occurrences;
use super::origin::Namespace;
use super::refusal::Refusal;
use super::report::{FileReport, Kept, Stopped};
use super::row::{Became, Done, Identity, Kind, identify, take};
use super::stages::Stages;
use super::whose::Whose;
use crate::domain::word::RecordKind;
use crate::exchange::{AccountIn, ActivityIn, ContactIn, Plan, Record, Rejected};
use crate::store::Writer;

/// Refused rows of one file that are listed; all are counted.
const LISTED: usize = 100_000;

/// As many rows are taken in as one part of the operation, as long as none is refused. SQLite keeps what a part changes
/// until it is done: many rows share the pages that each of them changes.
const TOGETHER: usize = 64;

/// A record that was read and waits to be taken in.
#[derive(Clone)]
struct Waiting {
    row: u64,
    told: Told,
    identity: Identity,
}

#[derive(Clone)]
enum Told {
    Account(AccountIn),
    Contact(ContactIn),
    Activity(ActivityIn),
    Deal(DealTold),
}

/// Takes the records of one file in.
pub(super) struct Taker<'a> {
    joiner: Joiner<'a>,
    stages: &'a Stages,
    whose: Option<&'a Whose>,
    occurrences: Occurrences,
    report: &'a mut FileReport,
    plan: &'a Plan,
    waiting: Vec<Waiting>,
    /// How many may wait before they are taken in.
    together: usize,
}

impl<'a> Taker<'a> {
    pub fn new(
        writer: &'a Writer<'a>,
        (plan, report): (&'a Plan, &'a mut FileReport),
        stages: &'a Stages,
        whose: Option<&'a Whose>,
        choices: Choices<'a>,
    ) -> Result<Self, Stopped> {
        let joiner = Joiner::new(writer, Namespace::of(plan), choices)?;
        let occurrences = Occurrences::default();
        Ok(Taker { joiner, stages, whose, occurrences, report, plan, waiting: vec![], together: TOGETHER })
    }

    /// Takes a record in, at once or with those that follow. What its row wrote goes in whole or, where the row is
    /// refused, not at all.
    pub fn record(&mut self, record: Record) -> Result<(), Stopped> {
        if let (Record::Deal(told), Some(whose)) = (&record, self.whose)
            && !told.owner.as_str().is_some_and(|owner| whose.is(owner))
        {
            self.report.tally.left_out += 1;
            return Ok(());
        }
        let row = record.origin().row;
        let taken = match &record {
            Record::Deal(told) => Some(self.stages.take(told)),
            _ => None,
        };
        let mark = mark(&record, taken.as_ref());
        let told = match record {
            Record::Account(told) => Told::Account(told),
            Record::Contact(told) => Told::Contact(told),
            Record::Activity(told) => Told::Activity(told),
            Record::Deal(told) => {
                let taken = taken.unwrap_or_else(|| self.stages.take(&told));
                Told::Deal(DealTold { told, taken })
            }
        };
        let identity = told.identify(&self.joiner, mark, &mut self.occurrences)?;
        self.waiting.push(Waiting { row, told, identity });
        if self.waiting.len() >= self.together { self.take_waiting() } else { Ok(()) }
    }

    /// Counts a row that could not even be read.
    pub fn reject(&mut self, rejected: Rejected) -> Result<(), Stopped> {
        self.take_waiting()?;
        self.list(rejected);
        Ok(())
    }

    /// Takes in what waits: all together, or where one is refused, each alone.
    pub fn take_waiting(&mut self) -> Result<(), Stopped> {
        let waiting = std::mem::take(&mut self.waiting);
        let joiner = &self.joiner;
        joiner.stand();
        if waiting.len() > 1 {
            let all = || waiting.iter().map(|one| one.clone().take(joiner)).collect::<Result<Vec<_>, _>>();
            match joiner.writer.attempt(all) {
                Ok(done) => {
                    waiting.iter().zip(done).for_each(|(one, (kind, done))| self.count(one.row, kind, done));
                    self.together = (self.together * 2).min(TOGETHER);
                    return Ok(());
                }
                Err(Refusal::Store(error)) => return Err(error.into()),
                Err(Refusal::Row { .. }) => joiner.forget(),
            }
        }
        self.together = 2;
        for one in waiting {
            let (row, joiner) = (one.row, &self.joiner);
            joiner.stand();
            match joiner.writer.attempt(|| one.take(joiner)) {
                Ok((kind, done)) => self.count(row, kind, done),
                Err(refusal) => {
                    joiner.forget();
                    let rejected = refusal.into_rejected(row, self.plan)?;
                    self.list(rejected);
                }
            }
        }
        Ok(())
    }

    fn list(&mut self, rejected: Rejected) {
        self.report.tally.rejected += 1;
        if self.report.rejected.len() < LISTED {
            self.report.rejected.push(rejected);
        }
    }

    fn count(&mut self, row: u64, kind: RecordKind, done: Done) {
        let Done { became, name, stays, likely, joined } = done;
        let tally = &mut self.report.tally;
        match became {
            Became::Created => tally.created += 1,
            Became::Updated => tally.updated += 1,
            Became::Unchanged => tally.unchanged += 1,
        }
        if !likely.is_empty() {
            let candidates = likely;
            self.report.likely.push(Likely { row, kind, name: name.clone(), candidates, joined });
        }
        let kept =
            |Stays { field, ours, theirs }| Kept { row, kind, record: name.clone(), field, ours, theirs };
        self.report.kept_ours.extend(stays.into_iter().map(kept));
    }
}

impl Told {
    fn identify(
        &self,
        joiner: &Joiner<'_>,
        mark: String,
        occurrences: &mut Occurrences,
    ) -> crate::store::Result<Identity> {
        match self {
            Told::Account(told) => identify::<Accounts>(joiner, told, mark, occurrences),
            Told::Contact(told) => identify::<Contacts>(joiner, told, mark, occurrences),
            Told::Activity(told) => identify::<Activities>(joiner, told, mark, occurrences),
            Told::Deal(told) => identify::<Deals>(joiner, told, mark, occurrences),
        }
    }
}

impl Waiting {
    fn take(self, joiner: &Joiner<'_>) -> Result<(RecordKind, Done), Refusal> {
        let identity = self.identity;
        match self.told {
            Told::Account(told) => Ok((Accounts::KIND, take::<Accounts>(joiner, told, identity)?)),
            Told::Contact(told) => Ok((Contacts::KIND, take::<Contacts>(joiner, told, identity)?)),
            Told::Activity(told) => Ok((Activities::KIND, take::<Activities>(joiner, told, identity)?)),
            Told::Deal(told) => Ok((Deals::KIND, take::<Deals>(joiner, told, identity)?)),
        }
    }
}
