//! Handing in a forecast.

use chrono::NaiveDate;

use super::problem::{Place, Problem};
use super::{Done, input};
use crate::domain::deed::Deed;
use crate::domain::forecast::Ratio;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::range::SEED;
use crate::domain::text::clean_line;
use crate::store::table::submission::Submission;
use crate::store::{Book, Label};

/// A forecast as a person hands it in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Call {
    /// The period; none is the present quarter.
    pub period: Option<Period>,
    /// The amount committed to; none is what is won, ordered and weighted together.
    pub amount: Option<Money>,
    /// A line about it.
    pub note: Option<String>,
}

/// Hands in the forecast of a period: the amount committed to, with all figures as they are now.
///
/// # Errors
/// [`Problem::OutOfRange`] where an amount is larger than the book can keep, [`Problem::OtherCurrency`]
/// where it is not in the base currency.
pub fn submit(book: &mut Book, call: &Call) -> Done<Submission> {
    submit_as_of(book, call, None)
}

/// Hands in a forecast with the figures of the end of a day; of now, where none is given.
pub(super) fn submit_as_of(book: &mut Book, call: &Call, as_of: Option<NaiveDate>) -> Done<Submission> {
    let settings = book.settings()?;
    let base = settings.base_currency;
    let today = book.today();
    let period = call.period.unwrap_or_else(|| Period::quarter_of(today, settings.fiscal_first_month));
    let view = book.period_range(period, as_of, SEED)?;
    let (figures, band) = (view.figures, view.range.band);
    let kept = |amount: i128| {
        let out_of_range = |_| Problem::OutOfRange { place: Place::Amount, value: amount.to_string() };
        i64::try_from(amount).map_err(out_of_range)
    };
    let amount = match call.amount {
        Some(money) if money.currency != base => {
            let (given, expected) = (money.currency.to_string(), base.to_string());
            return Err(Problem::OtherCurrency { given, expected });
        }
        Some(money) => input::amount(money)?,
        None => kept(figures.expected())?,
    };
    let note = call.note.as_deref().map(clean_line).filter(|note| !note.is_empty());
    let frozen = Submission {
        id: crate::domain::id::Id(0),
        period: period.to_string(),
        day: today,
        at: 0,
        currency: base,
        won: kept(figures.won)?,
        small_orders: kept(figures.small_orders)?,
        weighted: kept(figures.weighted)?,
        quota: figures.quota.map(kept).transpose()?,
        p10: kept(band.p10)?,
        p50: kept(band.p50)?,
        p90: kept(band.p90)?,
        chance: band.chance.map(Ratio::basis_points).map(kept).transpose()?,
        amount,
        note,
    };
    book.operate(|writer| {
        let submission = Submission { id: writer.mint()?, at: writer.now, ..frozen };
        writer.insert_submission(&submission)?;
        Ok((submission, Label::new(Deed::SubmitForecast, period.to_string())))
    })
}
