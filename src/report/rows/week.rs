//! The week as a whole: what a review ends with.

use chrono::{Days, NaiveDate};

use super::first::{First, clause, first_deals};
use super::outlook::{Outlook, outlook};
use super::review;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::review::MOST_DEALS;
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::model::{AttentionOut, ChangesOut, DealOut};
use crate::report::words;
use crate::store::view::review::Moved;
use crate::store::{Book, Result};

/// How many deals each list of the page names; the rest is counted.
const MOST: usize = 40;

/// What the page of a week says.
#[derive(Debug, Clone)]
pub struct Week {
    /// After the end of this day.
    pub from: NaiveDate,
    /// By the end of this one.
    pub to: NaiveDate,
    /// Where the period stands.
    pub outlook: Outlook,
    /// What became of its deals.
    pub changes: ChangesOut,
    /// What was won.
    pub wins: First<DealOut>,
    /// What was lost.
    pub losses: First<DealOut>,
    /// What went from stage to stage, or from day to day.
    pub moved: First<MovedDeal>,
    /// What does not move: the worst first.
    pub stuck: First<AttentionOut>,
    /// What comes next, by day.
    pub steps: First<DealOut>,
}

/// A deal that went from stage to stage, or from day to day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MovedDeal {
    /// Its name.
    pub deal: String,
    /// The account.
    pub account: Option<String>,
    /// From which stage to which, by name; none where it stayed.
    pub stages: Option<(String, String)>,
    /// From which expected day to which; none where it stayed.
    pub close: Option<(Option<NaiveDate>, Option<NaiveDate>)>,
}

/// The week that ends today; after the end of the day `from`, mostly seven days ago or that of the last
/// review.
pub fn week(lang: Lang, book: &Book, period: Period, from: NaiveDate) -> Result<Week> {
    let to = book.today();
    let since = from.succ_opt().unwrap_or(from);
    let deals = |filter: String, key: &str| first_deals(book, clause(book, &filter)?, (key, false), MOST);
    let still = "attention:stage_too_long,no_activity,close_date_moved,close_date_past";
    let stuck = review::attention(lang, book, &clause(book, still)?, MOST_DEALS)?;
    let next_week = to.checked_add_days(Days::new(7)).unwrap_or(to);
    Ok(Week {
        from,
        to,
        outlook: outlook(lang, book, period)?,
        changes: review::changes(book, period, from, to)?,
        wins: deals(format!("status:won closed:{since}..{to}"), "closed")?,
        losses: deals(format!("status:lost closed:{since}..{to}"), "closed")?,
        moved: moved(lang, book, from, to)?,
        stuck: First::of(stuck, MOST),
        steps: deals(format!("status:open has:next next_on<={next_week}"), "next_on")?,
    })
}

fn moved(lang: Lang, book: &Book, from: NaiveDate, to: NaiveDate) -> Result<First<MovedDeal>> {
    let stages = book.stages_as_of(None)?;
    let moved = book.moved(from, to)?;
    let ids: Vec<Id> = moved.iter().map(|one| one.deal).collect();
    let names = book.deal_names(&ids)?;
    let told = moved.iter().filter_map(|one| {
        let name = names.get(&one.deal)?;
        let (stages, close) = (stages_of(lang, one, &stages), close_of(one));
        let told = MovedDeal { deal: name.name.clone(), account: name.account.clone(), stages, close };
        (told.stages.is_some() || told.close.is_some()).then_some(told)
    });
    Ok(First::of(told, MOST))
}

fn stages_of(lang: Lang, moved: &Moved, stages: &[Stage]) -> Option<(String, String)> {
    let (before, after) = (moved.before.as_ref()?, moved.after.as_ref()?);
    let name = |id: Id| {
        let stage = stages.iter().find(|stage| stage.id == id)?;
        Some(words::stage(lang, stage).into_owned())
    };
    (before.stage != after.stage).then(|| Some((name(before.stage)?, name(after.stage)?))).flatten()
}

fn close_of(moved: &Moved) -> Option<(Option<NaiveDate>, Option<NaiveDate>)> {
    let (before, after) = (moved.before.as_ref()?, moved.after.as_ref()?);
    (before.close_on != after.close_on).then_some((before.close_on, after.close_on))
}
