//! The book as a whole: which accounts there are, what they bring, how they fare, and how the last quarters
//! went.

use super::first::First;
use super::outlook::{Outlook, outlook};
use super::{care, figures, segment};
use crate::domain::forecast::Ratio;
use crate::domain::metrics::Span;
use crate::domain::period::Period;
use crate::domain::segment::Method;
use crate::domain::track::last_months;
use crate::i18n::Lang;
use crate::report::model::{Amount, CareOut, FunnelOut, HealthOut, SegmentOut};
use crate::store::view::list::Clause;
use crate::store::view::metrics::MetricsView;
use crate::store::view::segments::SegmentsView;
use crate::store::{Book, Result};

/// How many accounts each list names; the rest is counted.
const MOST: usize = 15;

/// How many quarters are told, the present one among them.
const QUARTERS: usize = 8;

/// What the report of a book says.
#[derive(Debug, Clone)]
pub struct Portfolio {
    /// The accounts in their classes.
    pub view: SegmentsView,
    /// Those that sell, the largest first.
    pub pyramid: First<SegmentOut>,
    /// Every account by the attack and defence model.
    pub postures: Vec<SegmentOut>,
    /// Every account by KAISM.
    pub fields: Vec<SegmentOut>,
    /// Those whose relationship is in danger, the worst first.
    pub health: First<HealthOut>,
    /// Our promises, and the rhythm of contact.
    pub care: CareOut,
    /// All open deals by stage.
    pub funnel: FunnelOut,
    /// Where the present quarter stands.
    pub outlook: Outlook,
    /// The last quarters, the present one last.
    pub quarters: Vec<Sold>,
    /// The measures of the book in the last twelve months.
    pub metrics: MetricsView,
}

/// What was sold in a quarter.
#[derive(Debug, Clone, PartialEq)]
pub struct Sold {
    /// The quarter.
    pub period: String,
    /// The quota.
    pub quota: Option<Amount>,
    /// Won deals and small orders.
    pub sold: Amount,
    /// The second by the first.
    pub achieved: Option<f64>,
}

/// The report of a book.
pub fn portfolio(lang: Lang, book: &Book) -> Result<Portfolio> {
    let today = book.today();
    let period = Period::quarter_of(today, book.settings()?.fiscal_first_month);
    let view = book.segments()?;
    let (from, to) = last_months(today, 12);
    let selling = segment::by(&view, Method::Pyramid).into_iter().filter(|row| row.rule.is_some());
    let mut selling: Vec<SegmentOut> = selling.collect();
    selling.sort_by_key(|row| std::cmp::Reverse(row.inputs.sales.map(|sales| sales.minor)));
    let ill = care::health(lang, book, &Clause::default())?.into_iter().filter(|one| !one.reasons.is_empty());
    Ok(Portfolio {
        pyramid: First::of(selling, MOST),
        postures: segment::by(&view, Method::Posture),
        fields: segment::by(&view, Method::Kaism),
        view,
        health: First::of(ill, MOST),
        care: care::care(book)?,
        funnel: figures::funnel(lang, today, &book.funnel(None, None)?),
        outlook: outlook(lang, book, period)?,
        quarters: quarters(book, period)?,
        metrics: book.metrics(None, Span { from, to })?,
    })
}

/// What was sold in the quarters up to a period; those before the first sale are left out.
fn quarters(book: &Book, period: Period) -> Result<Vec<Sold>> {
    let mut periods: Vec<Period> =
        std::iter::successors(Some(period), |later| Some(later.previous())).take(QUARTERS).collect();
    periods.reverse();
    let sold = |period: Period| {
        let view = book.forecast(period, None)?;
        Ok(Sold {
            period: period.to_string(),
            quota: view.now.quota.map(|quota| Amount::new(quota, view.base)),
            sold: Amount::new(view.now.sold(), view.base),
            achieved: view.now.achieved().map(Ratio::value),
        })
    };
    let all = periods.into_iter().map(sold).collect::<Result<Vec<Sold>>>()?;
    let begins = all.iter().position(|one| one.sold.minor != 0).unwrap_or(all.len().saturating_sub(1));
    Ok(all.into_iter().skip(begins).collect())
}
