//! Reads what the review shows: the review itself, the deal in hand, and the forecast as it stands now.

use super::ReviewScreen;
use super::follow::follow;
use crate::domain::attention::Reason;
use crate::domain::forecast::Figures;
use crate::domain::period::Period;
use crate::domain::range::{Range, SEED};
use crate::domain::stage::Stage;
use crate::report::reason;
use crate::store::table::submission::Submission;
use crate::store::view::lines::DealLine;
use crate::store::view::people::{Group, KeyPerson};
use crate::store::view::review::Since;
use crate::store::{Book, Error, Result};
use crate::tui::look::Look;

/// The deal in hand.
#[derive(Debug)]
pub struct OnDeal {
    /// The deal as it stands now.
    pub line: DealLine,
    /// All stages, in order.
    pub stages: Vec<Stage>,
    /// Why it is here, in words.
    pub reasons: Vec<(Reason, String)>,
    /// Who decides, and who else weighs, the heaviest first.
    pub people: Vec<KeyPerson>,
    /// The day of the last review, and what changed since; none where there was none.
    pub since: Option<(chrono::NaiveDate, Since)>,
}

/// The forecast as it stands.
#[derive(Debug)]
pub struct Outlook {
    /// The period.
    pub period: Period,
    /// Its figures.
    pub figures: Figures,
    /// What it may bring.
    pub range: Range,
    /// What was handed in for it today, if anything.
    pub call: Option<Submission>,
}

impl ReviewScreen {
    pub(super) fn refresh(&mut self, book: &Book, look: &Look) -> Result<()> {
        self.read_review(book)?;
        self.read_outlook(book, look)?;
        self.deal = None;
        if let Some(view) = &self.view
            && let Some(stop) = view.stops.get(self.at)
        {
            let since = book.review_before(&view.review)?;
            let since = match since {
                Some(last) => Some((last.day, book.since(stop.deal, last.started_at)?)),
                None => None,
            };
            self.deal = match book.line::<DealLine>(stop.deal) {
                Ok(line) => Some(OnDeal {
                    reasons: stop
                        .reasons
                        .iter()
                        .map(|one| (*one, reason::text(look.lang, *one, &line, look.today).into_owned()))
                        .collect(),
                    stages: book.stages_as_of(None)?,
                    people: book.people(Group::Deal(stop.deal))?,
                    since,
                    line,
                }),
                Err(Error::NoRecord) => None,
                Err(error) => return Err(error),
            };
        }
        self.is_read = true;
        Ok(())
    }

    /// Reads the review that is open today, or again the one that was shown.
    fn read_review(&mut self, book: &Book) -> Result<()> {
        let open = book.open_review()?.filter(|view| view.review.day == book.today());
        let fresh = match (open, self.view.as_ref()) {
            (Some(open), _) => Some(open),
            (None, Some(shown)) => match book.review(shown.review.id) {
                Ok(view) => Some(view),
                Err(Error::NoRecord) => None,
                Err(error) => return Err(error),
            },
            (None, None) => None,
        };
        match (&fresh, &self.view) {
            (Some(fresh), Some(shown)) if fresh.review.id == shown.review.id => {
                self.at = follow(&shown.stops, &fresh.stops, self.at);
            }
            (Some(fresh), _) => {
                self.at = fresh.resume_at().unwrap_or(fresh.stops.len());
                self.at_first = None;
            }
            (None, _) => self.at = 0,
        }
        self.view = fresh;
        Ok(())
    }

    fn read_outlook(&mut self, book: &Book, look: &Look) -> Result<()> {
        let period = Period::quarter_of(look.today, look.first_month);
        let view = book.period_range(period, None, SEED)?;
        let call = book.last_submission(&period.to_string(), look.today)?;
        let call = call.filter(|call| call.day == look.today);
        self.at_first = self.at_first.or(Some(view.figures.expected()));
        self.outlook = Some(Outlook { period, figures: view.figures, range: view.range, call });
        Ok(())
    }
}
