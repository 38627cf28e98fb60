//! Everything that one would tell of an account: how it fares, who decides, what is open, what was sold,
//! how far its plan is, what comes next.

use super::first::{First, clause, first_deals};
use super::{brief, care, one, people, segment};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::metrics::Span;
use crate::domain::segment::Method;
use crate::domain::track::last_months;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::model::{AccountOut, BriefOut, CoverageOut, DealOut, HealthOut, SegmentOut};
use crate::report::plan::{self, PlanOut, QuarterOut, revenue};
use crate::store::view::list::Clause;
use crate::store::view::metrics::MetricsView;
use crate::store::view::people::Group;
use crate::store::{Book, Result};

/// How many deals each list names; the rest is counted.
const MOST: usize = 12;

/// How many quarters before the present one are told.
const QUARTERS: usize = 7;

/// What the report of an account says.
#[derive(Debug, Clone)]
pub struct Dossier {
    /// The account.
    pub account: AccountOut,
    /// How it fares.
    pub health: HealthOut,
    /// What it buys and may buy; by the attack and defence model.
    pub standing: Option<SegmentOut>,
    /// Its people, what is missing among them, and ours.
    pub coverage: CoverageOut,
    /// What comes next, and the last contacts.
    pub brief: BriefOut,
    /// Open deals, the largest first.
    pub open: First<DealOut>,
    /// What was won in the last twelve months, the newest first.
    pub won: First<DealOut>,
    /// What was lost in them, the newest first.
    pub lost: First<DealOut>,
    /// What was sold by quarter, beside what was planned.
    pub quarters: Vec<QuarterOut>,
    /// Its plan.
    pub plan: PlanOut,
    /// Its measures of the last twelve months.
    pub metrics: MetricsView,
}

/// The report of an account.
///
/// # Errors
/// [`crate::store::Error::NoRecord`] where there is none.
pub fn dossier(lang: Lang, book: &Book, account: Id) -> Result<Dossier> {
    let today = book.today();
    let (from, to) = last_months(today, 12);
    let own = Clause::within(Kind::Deals, RecordKind::Account, account).unwrap_or_default();
    let deals = |filter: String, by: (&str, bool)| {
        first_deals(book, clause(book, &filter)?.with(own.clone()), by, MOST)
    };
    let segments = segment::by(&book.segments()?, Method::Posture);
    Ok(Dossier {
        account: one(book, account)?,
        health: care::health_of(lang, book, account)?,
        standing: segments.into_iter().find(|row| row.id == account),
        coverage: people::coverage(lang, book, Group::Account(account), Some(account))?,
        brief: brief::brief(lang, book, RecordKind::Account, account)?,
        open: deals("status:open".to_owned(), ("amount", true))?,
        won: deals(format!("status:won closed:{from}..{to}"), ("closed", true))?,
        lost: deals(format!("status:lost closed:{from}..{to}"), ("closed", true))?,
        quarters: revenue::with_last(book, account, QUARTERS)?,
        plan: plan::read(book, account)?,
        metrics: book.metrics(Some(account), Span { from, to })?,
    })
}
