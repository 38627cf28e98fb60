//! Planning time, people and money for a posture or a tier.

use super::input;
use super::problem::{Place, Problem};
use super::{Done, Field, Set};
use crate::domain::deed::Deed;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::domain::resources::Purpose;
use crate::store::table::resource::ResourcePlan;
use crate::store::{Book, Label};

/// The most that is planned: a million hours, a million people.
const MOST_MINUTES: i64 = 60_000_000;
const MOST_PEOPLE: i64 = 1_000_000;

/// What is told anew of a plan.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ResourceInput {
    /// How many minutes.
    pub minutes: Field<i64>,
    /// How many people of ours.
    pub people: Field<i64>,
    /// How much money.
    pub money: Field<Money>,
}

/// Plans what a posture or a tier gets in a period; what is not told stays as it was planned.
///
/// # Errors
/// [`Problem::OutOfRange`] for the minutes, the people or the money.
pub fn plan(book: &mut Book, period: Period, purpose: Purpose, told: &ResourceInput) -> Done<ResourcePlan> {
    book.operate(|writer| {
        within(told.minutes.flatten(), MOST_MINUTES, Place::Hours)?;
        within(told.people.flatten(), MOST_PEOPLE, Place::People)?;
        let before = writer.resource_plan(period, purpose)?;
        let mut plan = match &before {
            Some(before) => before.clone(),
            None => ResourcePlan {
                id: writer.mint()?,
                period: period.to_string(),
                purpose,
                minutes: None,
                people: None,
                money: None,
                currency: None,
            },
        };
        told.minutes.put(&mut plan.minutes);
        told.people.put(&mut plan.people);
        if let Some(money) = told.money {
            plan.money = money.map(input::amount).transpose()?;
            plan.currency = money.map(|money| money.currency);
        }
        writer.set_resource_plan(before.as_ref(), &plan)?;
        Ok((plan, Label::new(Deed::PlanResources, period.to_string()).with(purpose.as_str())))
    })
}

fn within(number: Option<i64>, most: i64, place: Place) -> Result<(), Problem> {
    match number.filter(|number| !(0..=most).contains(number)) {
        Some(number) => Err(Problem::OutOfRange { place, value: number.to_string() }),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;
    use crate::ops::{history, testbook};

    #[test]
    fn what_is_not_told_stays_and_what_says_nothing_goes() {
        let (mut book, _) = testbook::with_account();
        let quarter: Period = "2026Q4".parse().unwrap();
        let money = Money::new(500_000, Currency::EUR);
        let told = ResourceInput { minutes: Some(Some(600)), money: Some(Some(money)), people: None };
        plan(&mut book, quarter, Purpose::Attack, &told).unwrap();
        let more = ResourceInput { people: Some(Some(2)), ..ResourceInput::default() };
        plan(&mut book, quarter, Purpose::Attack, &more).unwrap();
        let plans = book.resource_plans(quarter).unwrap();
        assert_eq!((plans.len(), plans[0].minutes, plans[0].people), (1, Some(600), Some(2)));
        assert_eq!(plans[0].amount(), Some(money));
        let nothing = ResourceInput { minutes: Some(None), people: Some(None), money: Some(None) };
        plan(&mut book, quarter, Purpose::Attack, &nothing).unwrap();
        assert!(book.resource_plans(quarter).unwrap().is_empty());
        history::undo(&mut book, None).unwrap();
        assert_eq!(book.resource_plans(quarter).unwrap(), plans);
        let negative = ResourceInput { people: Some(Some(-1)), ..ResourceInput::default() };
        let refused = plan(&mut book, quarter, Purpose::Attack, &negative);
        assert!(matches!(refused, Err(Problem::OutOfRange { .. })));
    }
}
