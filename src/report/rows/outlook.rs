//! Where a period stands and what it may bring: what the reports of a week and of a quarter begin with.

use chrono::NaiveDate;

use super::{figures, review};
use crate::domain::forecast::Ratio;
use crate::domain::period::Period;
use crate::domain::range::{Bar, SEED};
use crate::i18n::Lang;
use crate::report::model::{Amount, ForecastOut, FunnelOut, SubmissionOut};
use crate::store::{Book, Result};

/// Where a period stands, today.
#[derive(Debug, Clone)]
pub struct Outlook {
    /// The indicators.
    pub forecast: ForecastOut,
    /// What is sold of the quota.
    pub achieved: Option<f64>,
    /// What was sold.
    pub sold: Amount,
    /// What is still to be sold; none without a quota.
    pub left: Option<Amount>,
    /// How many times the open deals cover that.
    pub coverage: Option<f64>,
    /// Its last day.
    pub last: NaiveDate,
    /// Days of the period after today.
    pub days_left: i64,
    /// How often it may bring how much.
    pub range: Vec<Bar>,
    /// The last forecast that was handed in for it.
    pub call: Option<SubmissionOut>,
    /// Its open deals by stage.
    pub funnel: FunnelOut,
}

/// Where a period stands, and what it may bring.
pub fn outlook(lang: Lang, book: &Book, period: Period) -> Result<Outlook> {
    let today = book.today();
    let view = book.forecast(period, None)?;
    let range = book.range_of(&view, SEED)?;
    let funnel = book.funnel(Some(period), None)?;
    let open = funnel.funnel.total.amount;
    let (_, last) = period.range(book.settings()?.fiscal_first_month);
    Ok(Outlook {
        achieved: view.now.achieved().map(Ratio::value),
        sold: Amount::new(view.now.sold(), view.base),
        left: view.now.left().map(|left| Amount::new(left, view.base)),
        coverage: view.now.coverage(open).map(Ratio::value),
        last,
        days_left: (last - today).num_days().max(0),
        forecast: figures::forecast(today, &view, &range),
        range: range.range.bars,
        call: book.last_submission(&period.to_string(), today)?.map(review::submission),
        funnel: figures::funnel(lang, today, &funnel),
    })
}
