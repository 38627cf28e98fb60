//! How deals flowed through the stages: their courses are read from the events, one after the other.

use chrono::NaiveDate;
use rusqlite::{Row, ToSql, params};

use super::kept_order::State;
use crate::domain::course::{Course, Step};
use crate::domain::flow::Flow;
use crate::domain::funnel::WithoutRate;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::stage::Stage;
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::value::Day;

/// The flow of a span of days, and what it is held against.
#[derive(Debug, Clone)]
pub struct FlowView {
    /// From this day on.
    pub from: NaiveDate,
    /// Up to this day; deals are looked at as they stood at its end.
    pub to: NaiveDate,
    /// Stages with the win rates of that day, in order.
    pub stages: Vec<Stage>,
    /// The counts, stage by stage.
    pub flow: Flow,
    /// The deals open at the end of the span, in number.
    pub open_deals: u64,
    /// What they add up to, in minor units of the base currency.
    pub open_amount: i128,
    /// The base currency.
    pub base: Currency,
    /// Open deals that a missing rate leaves out.
    pub without_rate: Vec<WithoutRate>,
}

/// Of how many events more than one must lie between two days for the courses to be read one after the other
/// where they lie, with those that did not change in these days: looking up each of the others costs more then.
const MANY: i64 = 4;

/// The won deals whose stays say what is usual: the latest. More would change little, and take longer
/// than a list may.
const USUAL: usize = 1_000;

/// How long deals may stand at each stage.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsualStays {
    /// Twice the median of the days that won deals stood there; stages without history have none.
    usual: Vec<(Id, i64)>,
    /// The limits in days that were set.
    limits: Vec<(Id, i64)>,
}

/// What was read of them, and the state of the book in which it holds.
#[derive(Debug)]
pub(in crate::store) struct KeptStays {
    state: State,
    stays: UsualStays,
}

impl UsualStays {
    /// Twice the median of a stage.
    pub fn of(&self, stage: Id) -> Option<i64> {
        self.usual.iter().find(|(id, _)| *id == stage).map(|(_, days)| *days)
    }

    /// The same as an expression on a deal's row.
    pub(super) fn expression(&self) -> String {
        by_stage(&self.usual)
    }

    /// The limit of a deal's stage, as an expression on its row.
    pub(super) fn limits_expression(&self) -> String {
        by_stage(&self.limits)
    }
}

fn by_stage(days: &[(Id, i64)]) -> String {
    if days.is_empty() {
        return "NULL".to_owned();
    }
    let cases: Vec<String> =
        days.iter().map(|(stage, days)| format!("WHEN {} THEN {days}", stage.0)).collect();
    format!("CASE deal.stage_id {} END", cases.join(" "))
}

impl Book {
    /// How deals flowed through the stages between two days, both included, as it looked at the end of the
    /// last one.
    pub fn flow(&self, from: NaiveDate, to: NaiveDate) -> Result<FlowView> {
        let _moment = self.moment()?;
        let open = self.funnel(None, Some(to))?;
        let mut flow = Flow::new(open.stages.len(), from, to);
        self.courses_between(&open.stages, from, to, |_, course| flow.add(course))?;
        let total = &open.funnel.total;
        Ok(FlowView {
            from,
            to,
            flow,
            open_deals: total.deals,
            open_amount: total.amount,
            base: open.base,
            stages: open.stages,
            without_rate: open.funnel.without_rate,
        })
    }

    /// How long won deals usually stood at each stage, the latest thousand of them. Read once for each
    /// state of the book.
    pub(super) fn usual_stays(&self) -> Result<UsualStays> {
        let state = self.state()?;
        if let Some(kept) = self.usual.borrow().as_ref().filter(|kept| kept.state == state) {
            return Ok(kept.stays.clone());
        }
        let stays = self.read_usual_stays()?;
        *self.usual.borrow_mut() = Some(KeptStays { state, stays: stays.clone() });
        Ok(stays)
    }

    fn read_usual_stays(&self) -> Result<UsualStays> {
        let rows = self.stages()?;
        let limits = rows.iter().filter_map(|stage| Some((stage.id, stage.limit_days?))).collect();
        let stages: Vec<Stage> = rows.into_iter().map(Stage::from).collect();
        let mut flow = Flow::new(stages.len(), NaiveDate::MIN, NaiveDate::MAX);
        let which = format!(
            "deal_id IN (SELECT id FROM deal WHERE status = 'won' ORDER BY closed_on DESC LIMIT {USUAL})"
        );
        self.courses(&stages, &which, &[], None, |_, course| flow.add(course))?;
        let each = std::iter::zip(&stages, &flow.passages);
        let usual = each.filter_map(|(stage, passage)| Some((stage.id, passage.twice_median_days()?)));
        Ok(UsualStays { usual: usual.collect(), limits })
    }

    /// The courses, up to the end of the second day, of the deals of which anything between two days is counted:
    /// they changed in them. By deal; those that were deleted are left out.
    pub(super) fn courses_between(
        &self,
        stages: &[Stage],
        from: NaiveDate,
        to: NaiveDate,
        each: impl FnMut(Id, &Course),
    ) -> Result<()> {
        let which = match self.are_many_events_between(from, to)? {
            true => "day <= ?2 AND ?1 IS NOT NULL",
            false => "deal_id IN (SELECT deal_id FROM deal_event WHERE day BETWEEN ?1 AND ?2) AND day <= ?2",
        };
        self.courses(stages, which, &[&from, &to], Some(from), each)
    }

    fn are_many_events_between(&self, from: NaiveDate, to: NaiveDate) -> Result<bool> {
        let mut last = self.connection.prepare_cached("SELECT coalesce(max(id), 0) FROM deal_event")?;
        let many = last.query_row([], |row| row.get::<_, i64>(0))? / MANY;
        let mut further = self
            .connection
            .prepare_cached("SELECT 1 FROM deal_event WHERE day BETWEEN ?1 AND ?2 LIMIT 1 OFFSET ?3")?;
        Ok(further.exists(params![from, to, many])?)
    }

    /// The courses of the deals whose events meet a condition, by deal; without those that were deleted, and those
    /// that did not change since a day, if one is given.
    fn courses(
        &self,
        stages: &[Stage],
        which: &str,
        parameters: &[&dyn ToSql],
        since: Option<NaiveDate>,
        mut each: impl FnMut(Id, &Course),
    ) -> Result<()> {
        let sql = format!(
            "SELECT deal_id, day, status, stage_id, closed_on FROM deal_event INDEXED BY deal_event_course
             WHERE {which} ORDER BY deal_id, id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(parameters)?;
        let mut deal: Option<Id> = None;
        let mut reading = Reading::default();
        while let Some(row) = rows.next()? {
            let of: Id = row.get(0)?;
            if deal != Some(of) {
                if let Some((deal, course)) = deal.zip(reading.course()) {
                    each(deal, course);
                }
                deal = Some(of);
                reading.begin();
            }
            reading.take(row, stages, since)?;
        }
        if let Some((deal, course)) = deal.zip(reading.course()) {
            each(deal, course);
        }
        Ok(())
    }
}

/// A course while it is read from its events.
#[derive(Default)]
struct Reading {
    course: Course,
    /// Status and stage of the last step.
    last: Option<(Status, Option<Id>)>,
    /// Whether anything happened since the day from which on it counts.
    counts: bool,
}

impl Reading {
    /// Begins with another deal.
    fn begin(&mut self) {
        self.clear();
        self.counts = false;
        self.course.closed_on = None;
    }

    fn clear(&mut self) {
        self.course.steps.clear();
        self.last = None;
    }

    /// Takes an event: the columns are deal, day, status, stage and day of closing.
    fn take(&mut self, row: &Row<'_>, stages: &[Stage], since: Option<NaiveDate>) -> rusqlite::Result<()> {
        let (status, stage): (Option<Status>, Option<Id>) = (row.get(2)?, row.get(3)?);
        let moved = status.filter(|status| self.last != Some((*status, stage)));
        if moved.is_some() || !self.counts {
            let day = row.get::<_, Day>(1)?.0;
            self.counts |= since.is_none_or(|since| since <= day);
            if let Some(status) = moved {
                self.last = Some((status, stage));
                let place = stages.iter().position(|one| Some(one.id) == stage);
                let same = |last: &Step| (last.place, last.status) == (place, status);
                if !self.course.steps.last().is_some_and(same) {
                    self.course.steps.push(Step { day, place, status });
                }
            }
        }
        match status {
            Some(_) => self.course.closed_on = row.get::<_, Option<Day>>(4)?.map(|day| day.0),
            None => self.clear(),
        }
        Ok(())
    }

    /// The course of the deal; none where it is gone, or does not count.
    fn course(&self) -> Option<&Course> {
        (self.counts && !self.course.steps.is_empty()).then_some(&self.course)
    }
}
