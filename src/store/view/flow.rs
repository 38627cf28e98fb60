//! How deals flowed through the stages: their courses are read from the events, one after the other.

use chrono::NaiveDate;
use rusqlite::ToSql;

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

/// The events of deals of which anything between two days is counted: they changed in them.
pub(super) const TOUCHED: &str =
    "deal_id IN (SELECT deal_id FROM deal_event WHERE day BETWEEN ?1 AND ?2) AND day <= ?2";

/// The won deals whose stays say what is usual: the latest. More would change little, and take longer
/// than a list may.
const USUAL: usize = 1_000;

/// Twice the median of the days that won deals stood at each stage; stages without history have none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct UsualStays(Vec<(Id, i64)>);

/// What was read of them, and the state of the book in which it holds.
#[derive(Debug)]
pub(in crate::store) struct KeptStays {
    state: State,
    stays: UsualStays,
}

impl UsualStays {
    /// Twice the median of a stage.
    pub fn of(&self, stage: Id) -> Option<i64> {
        self.0.iter().find(|(id, _)| *id == stage).map(|(_, days)| *days)
    }

    /// The same as an expression on a deal's row.
    pub(super) fn expression(&self) -> String {
        if self.0.is_empty() {
            return "NULL".to_owned();
        }
        let cases: Vec<String> =
            self.0.iter().map(|(stage, days)| format!("WHEN {} THEN {days}", stage.0)).collect();
        format!("CASE deal.stage_id {} END", cases.join(" "))
    }
}

impl Book {
    /// How deals flowed through the stages between two days, both included, as it looked at the end of the
    /// last one.
    pub fn flow(&self, from: NaiveDate, to: NaiveDate) -> Result<FlowView> {
        let _moment = self.moment()?;
        let open = self.funnel(None, Some(to))?;
        let mut flow = Flow::new(open.stages.len(), from, to);
        self.courses(&open.stages, TOUCHED, &[&from, &to], |_, course| flow.add(course))?;
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
        let stages = self.stages_as_of(None)?;
        let mut flow = Flow::new(stages.len(), NaiveDate::MIN, NaiveDate::MAX);
        let which = format!(
            "deal_id IN (SELECT id FROM deal WHERE status = 'won' ORDER BY closed_on DESC LIMIT {USUAL})"
        );
        self.courses(&stages, &which, &[], |_, course| flow.add(course))?;
        let each = std::iter::zip(&stages, &flow.passages);
        Ok(UsualStays(
            each.filter_map(|(stage, passage)| Some((stage.id, passage.twice_median_days()?))).collect(),
        ))
    }

    /// The courses of the deals whose events meet a condition, by deal; those that were deleted are left out.
    pub(super) fn courses(
        &self,
        stages: &[Stage],
        which: &str,
        parameters: &[&dyn ToSql],
        mut each: impl FnMut(Id, &Course),
    ) -> Result<()> {
        let sql = format!(
            "SELECT deal_id, day, status, stage_id, closed_on FROM deal_event
             WHERE {which} ORDER BY deal_id, id"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(parameters)?;
        let mut at = None;
        let mut course = Course::default();
        while let Some(row) = rows.next()? {
            let deal: Id = row.get(0)?;
            if at != Some(deal) {
                if let Some(last) = at.filter(|_| !course.steps.is_empty()) {
                    each(last, &course);
                }
                (at, course.closed_on) = (Some(deal), None);
                course.steps.clear();
            }
            match row.get::<_, Option<Status>>(2)? {
                None => course.steps.clear(),
                Some(status) => {
                    let stage: Option<Id> = row.get(3)?;
                    let place = stages.iter().position(|one| Some(one.id) == stage);
                    let same = |last: &Step| (last.place, last.status) == (place, status);
                    if !course.steps.last().is_some_and(same) {
                        course.steps.push(Step { day: row.get::<_, Day>(1)?.0, place, status });
                    }
                    course.closed_on = row.get::<_, Option<Day>>(4)?.map(|day| day.0);
                }
            }
        }
        if let Some(last) = at.filter(|_| !course.steps.is_empty()) {
            each(last, &course);
        }
        Ok(())
    }
}
