//! What the pictures of a plan show: its steps, its factors, its revenue.

use super::{QuarterOut, StepOut};
use crate::domain::strategy::{Cell, Cells};
use crate::i18n::Lang;
use crate::report::chart::{Chart, Done, Pair, Starred, pairs, progress, stars};
use crate::report::{abbreviated, plan_words};
use crate::tr;

/// The five steps as a path of bars, each as full as its sections are filled.
pub fn steps(lang: Lang, steps: &[StepOut]) -> Chart {
    let done = |step: &StepOut| Done {
        label: plan_words::step(lang, step.step).into_owned(),
        done: step.filled,
        of: step.of,
    };
    progress(&tr!(lang, "plan.steps"), &steps.iter().map(done).collect::<Vec<_>>())
}

/// What the factors of the four cells weigh, two by two: a star for each.
pub fn factors(lang: Lang, cells: &Cells) -> Chart {
    let deciding = cells.deciding();
    let starred = Cell::ALL.iter().map(|cell| Starred {
        title: plan_words::cell(lang, *cell).into_owned(),
        stars: cells.stars(*cell),
        decides: deciding.contains(cell),
    });
    stars(&tr!(lang, "strategy.factors"), &starred.collect::<Vec<_>>())
}

/// Sales planned beside what was sold, a pair of bars for each quarter.
pub fn revenue(lang: Lang, quarters: &[QuarterOut]) -> Chart {
    let pair = |quarter: &QuarterOut| {
        let amounts = [quarter.sales.map(|amount| amount.minor), Some(quarter.actual.minor)];
        let words = |minor: Option<i128>| abbreviated(lang, minor.unwrap_or_default(), quarter.currency);
        let [planned, actual] = amounts.map(words);
        let (plan, sold) = (tr!(lang, "plan.planned"), tr!(lang, "plan.actual"));
        Pair {
            label: quarter.quarter.clone(),
            amounts,
            figures: [format!("{plan} {planned}"), format!("{sold} {actual}")],
        }
    };
    pairs(&tr!(lang, "plan.revenue_picture"), &quarters.iter().map(pair).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cells_that_decide_stand_out_and_every_star_is_there() {
        let svg = factors(Lang::En, &Cells { use_: 3, build: 1, reduce: 0, remove: 2 }).inline();
        assert_eq!(svg.matches("class=\"star\"").count(), 6);
        assert_eq!(svg.matches("cell heavy").count(), 2);
        let none = factors(Lang::Zh, &Cells::default()).inline();
        assert!(!none.contains("heavy") && none.contains("利用"));
    }
}
