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
use super::row::{Became, Done, Kind, take};
use super::stages::Stages;
use super::whose::Whose;
use crate::exchange::{Plan, Record, Rejected};
use crate::store::Writer;

/// Refused rows of one file that are listed; all are counted.
const LISTED: usize = 100_000;

/// Takes the records of one file in.
pub(super) struct Taker<'a> {
    joiner: Joiner<'a>,
    stages: &'a Stages,
    whose: Option<&'a Whose>,
    occurrences: Occurrences,
    report: &'a mut FileReport,
    plan: &'a Plan,
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
        Ok(Taker { joiner, stages, whose, occurrences: Occurrences::default(), report, plan })
    }

    /// Takes a record in. What its row wrote goes in whole or, where the row is refused, not at all.
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
        let done = match record {
            Record::Account(told) => self.take::<Accounts>(row, told, &mark),
            Record::Contact(told) => self.take::<Contacts>(row, told, &mark),
            Record::Activity(told) => self.take::<Activities>(row, told, &mark),
            Record::Deal(told) => {
                let taken = taken.unwrap_or_else(|| self.stages.take(&told));
                self.take::<Deals>(row, DealTold { told, taken }, &mark)
            }
        };
        match done {
            Ok(()) => Ok(()),
            Err(refusal) => {
                self.joiner.forget();
                self.reject(refusal.into_rejected(row, self.plan)?);
                Ok(())
            }
        }
    }

    /// Counts a row that could not even be read.
    pub fn reject(&mut self, rejected: Rejected) {
        self.report.tally.rejected += 1;
        if self.report.rejected.len() < LISTED {
            self.report.rejected.push(rejected);
        }
    }

    fn take<K: Kind>(&mut self, row: u64, told: K::In, mark: &str) -> Result<(), Refusal> {
        let (joiner, occurrences) = (&self.joiner, &mut self.occurrences);
        let done = joiner.writer.attempt(|| take::<K>(joiner, told, mark, occurrences))?;
        let Done { became, name, stays, likely, joined } = done;
        let tally = &mut self.report.tally;
        match became {
            Became::Created => tally.created += 1,
            Became::Updated => tally.updated += 1,
            Became::Unchanged => tally.unchanged += 1,
        }
        if !likely.is_empty() {
            let candidates = likely;
            self.report.likely.push(Likely { row, kind: K::KIND, name: name.clone(), candidates, joined });
        }
        let kept = |Stays { field, ours, theirs }| Kept {
            row,
            kind: K::KIND,
            record: name.clone(),
            field,
            ours,
            theirs,
        };
        self.report.kept_ours.extend(stays.into_iter().map(kept));
        Ok(())
    }
}
