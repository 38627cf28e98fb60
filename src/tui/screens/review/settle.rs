//! What one key decides about the deal in hand, and what is handed in at the end.

use chrono::{Days, NaiveDate};

use super::super::Chosen;
use super::read::{OnDeal, Outlook};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::ops::review::Decision;
use crate::store::view::review::ReviewView;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::deed::{self, Deed, in_review};
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;

fn decided(review: Id, deal: Id, decision: Decision) -> Step {
    Effect::Do(Box::new(Deed::Decide(review, deal, Box::new(decision)))).into()
}

/// It stays as it is.
pub fn keep(review: Id, deal: &OnDeal) -> Step {
    decided(review, deal.line.deal.id, Decision::Keep)
}

/// It is passed over.
pub fn skip(review: Id, deal: &OnDeal) -> Step {
    decided(review, deal.line.deal.id, Decision::Skip)
}

/// What a deed is within a review; none where it is no decision about the deal.
pub fn decide(
    look: &Look,
    review: Id,
    deal: &Chosen,
    close_on: Option<NaiveDate>,
    action: Action,
) -> Option<Vec<Step>> {
    use Action::{
        AdvanceDeal, BackDeal, Contacted, ContactedWith, LoseDeal, SetAmount, SetCloseDate, SetNextStep,
        WinDeal,
    };
    match action {
        SetCloseDate => Some(vec![close_date(look, review, deal, close_on)]),
        AdvanceDeal | BackDeal | Contacted | ContactedWith | WinDeal | LoseDeal | SetAmount | SetNextStep => {
            deed::begin(deal, action).map(|effect| vec![in_review(effect, review, deal.id).into()])
        }
        _ => None,
    }
}

/// Four days to choose from by their number, and a fifth to be typed.
fn days(look: &Look, from: NaiveDate, title: String, pick: impl Fn(NaiveDate) -> Step, typed: Step) -> Step {
    let lang = look.lang;
    let quarter = Period::quarter_of(look.today, look.first_month);
    let end_of = |period: Period| period.range(look.first_month).1;
    let later = |days: u64| from.checked_add_days(Days::new(days)).unwrap_or(from);
    // On the last day of a month or quarter it is the next one's end that is meant.
    let to_come = |period: Period| {
        let end = end_of(period);
        if end > look.today { end } else { end_of(period.next()) }
    };
    let choices = [
        (tr!(lang, "review.in_a_week"), later(7)),
        (tr!(lang, "review.in_two_weeks"), later(14)),
        (tr!(lang, "review.end_of_month"), to_come(Period::month_of(look.today))),
        (tr!(lang, "review.end_of_quarter"), to_come(quarter)),
    ];
    let wide = choices.iter().map(|(words, _)| look.measure.width(words)).max().unwrap_or_default();
    let mut items: Vec<Item> = choices
        .into_iter()
        .map(|(words, day)| {
            let gap = " ".repeat(wide - look.measure.width(&words) + 2);
            Item { label: format!("{words}{gap}{}", look.long_date(day)), then: vec![pick(day)] }
        })
        .collect();
    items.push(Item { label: tr!(lang, "review.another_day").into_owned(), then: vec![typed] });
    Step::Open(Box::new(Choose::numbered(title, String::new(), items)))
}

fn close_date(look: &Look, review: Id, deal: &Chosen, close_on: Option<NaiveDate>) -> Step {
    // A week later than it was to be; where that has passed, than today.
    let from = close_on.filter(|day| *day > look.today).unwrap_or(look.today);
    let title = tr!(look.lang, "review.close_date", deal = deal.name).into_owned();
    let typed = in_review(Effect::Ask(Question::CloseDate(deal.id)), review, deal.id).into();
    days(look, from, title, |day| decided(review, deal.id, Decision::close_on(day)), typed)
}

/// Until when it is left out of reviews.
pub fn leave_out(look: &Look, review: Id, deal: &OnDeal) -> Step {
    let (id, name) = (deal.line.deal.id, deal.line.deal.name.clone());
    let title = tr!(look.lang, "review.leave_out", deal = name).into_owned();
    let typed = Effect::Ask(Question::LeaveOut(review, id, name)).into();
    days(look, look.today, title, |day| decided(review, id, Decision::Snooze(day)), typed)
}

/// The forecast to hand in.
pub fn submit(_look: &Look, view: &ReviewView, outlook: &Outlook) -> Step {
    let expected = outlook.call.as_ref().map_or(outlook.figures.expected(), |call| call.amount.into());
    Effect::Ask(Question::Submit(view.review.id, outlook.period, expected)).into()
}

/// The week's page, as a file.
pub fn write_week(look: &Look, outlook: Option<&Outlook>) -> Step {
    let quarter = || Period::quarter_of(look.today, look.first_month);
    Effect::Ask(Question::WriteWeek(outlook.map_or_else(quarter, |outlook| outlook.period))).into()
}
