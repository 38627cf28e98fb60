//! The deals behind a figure of the track record.

use std::cmp::Reverse;

use chrono::NaiveDate;
use rusqlite::params;

use crate::domain::course::{Course, Fate};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::text::name_key;
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;

use super::losses::REASON;

/// A figure that deals stand behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Figure {
    /// How deals fared at the stage of this place: all that entered it.
    Stage(usize),
    /// The win rate of the stage of this place: closed deals that had entered it.
    WinRate(usize),
    /// All closed deals.
    Closed,
    /// Deals lost for a reason; none is without one.
    LostBecause(Option<String>),
    /// Deals lost to a competitor, however it was spelled; none is to nobody known.
    LostTo(Option<String>),
    /// Deals won in a period.
    Sold(Period),
}

/// What became of a deal, as far as a figure counts it; in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Came {
    /// It stands at the stage still.
    Undecided,
    /// It was lost there, or went back.
    Fell,
    /// It reached a later stage, or was won.
    Advanced,
    /// It was lost.
    Lost,
    /// It was won.
    Won,
}

/// A deal behind a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DealBehind {
    /// Which deal.
    pub deal: Id,
    /// What became of it.
    pub came: Came,
    /// The day on which it entered the stage, or was closed.
    pub on: NaiveDate,
    /// The days that it stood at the stage, or took from its creation to its end; none where it has not left
    /// the stage, or where they are not asked for.
    pub days: Option<i64>,
}

impl Book {
    /// The deals behind a figure of the days from `from` to `to`, both included, as it looked at the end of
    /// the last one: by what became of them, then the latest first.
    pub fn deals_behind(&self, figure: &Figure, from: NaiveDate, to: NaiveDate) -> Result<Vec<DealBehind>> {
        let _moment = self.moment()?;
        let mut deals = match figure {
            Figure::Stage(place) => self.counted(from, to, |course| at_stage(course, *place, from, to))?,
            Figure::WinRate(place) => {
                let entered = |course: &Course| course.entered(*place).is_some();
                self.counted(from, to, |course| closed(course, from, to).filter(|_| entered(course)))?
            }
            Figure::Closed => self.counted(from, to, |course| closed(course, from, to))?,
            Figure::LostBecause(reason) => self.ended(REASON, Status::Lost, from, to, Some(reason))?,
            Figure::LostTo(competitor) => {
                self.ended("deal.competitor", Status::Lost, from, to, Some(competitor))?
            }
            Figure::Sold(period) => {
                let (first, last) = period.range(self.settings()?.fiscal_first_month);
                self.ended("NULL", Status::Won, first, last, None)?
            }
        };
        deals.sort_by_key(|one| (one.came, Reverse(one.on), one.deal));
        Ok(deals)
    }

    /// The deals whose course, up to a day, counts.
    fn counted(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        counts: impl Fn(&Course) -> Option<(Came, NaiveDate, Option<i64>)>,
    ) -> Result<Vec<DealBehind>> {
        let mut deals = vec![];
        let stages = self.stages_as_of(Some(to))?;
        self.courses_between(&stages, from, to, |deal, course| {
            let counted = counts(course);
            deals.extend(counted.map(|(came, on, days)| DealBehind { deal, came, on, days }));
        })?;
        Ok(deals)
    }

    /// The deals that ended in this way, with the same word where one is told.
    fn ended(
        &self,
        word: &str,
        status: Status,
        from: NaiveDate,
        to: NaiveDate,
        wanted: Option<&Option<String>>,
    ) -> Result<Vec<DealBehind>> {
        let key = |word: Option<&str>| name_key(word.unwrap_or_default());
        let wanted = wanted.map(|word| key(word.as_deref()));
        let came = if status == Status::Won { Came::Won } else { Came::Lost };
        let sql = format!(
            "SELECT id, closed_on, {word} FROM deal WHERE status = ?1 AND closed_on BETWEEN ?2 AND ?3"
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let mut rows = statement.query(params![status, from, to])?;
        let mut deals = vec![];
        while let Some(row) = rows.next()? {
            let word: Option<String> = row.get(2)?;
            if wanted.as_ref().is_none_or(|wanted| *wanted == key(word.as_deref())) {
                deals.push(DealBehind { deal: row.get(0)?, came, on: row.get(1)?, days: None });
            }
        }
        Ok(deals)
    }
}

fn at_stage(
    course: &Course,
    place: usize,
    from: NaiveDate,
    to: NaiveDate,
) -> Option<(Came, NaiveDate, Option<i64>)> {
    let on = course.entered(place).filter(|day| from <= *day && *day <= to)?;
    let came = match course.fate(place)? {
        Fate::Advanced => Came::Advanced,
        Fate::Fell => Came::Fell,
        Fate::Undecided => Came::Undecided,
    };
    Some((came, on, course.stay(place)))
}

fn closed(course: &Course, from: NaiveDate, to: NaiveDate) -> Option<(Came, NaiveDate, Option<i64>)> {
    let came = match course.outcome()? {
        Status::Won => Came::Won,
        Status::Lost => Came::Lost,
        Status::Open => return None,
    };
    let on = course.closed_on.filter(|day| from <= *day && *day <= to)?;
    Some((came, on, course.cycle()))
}
