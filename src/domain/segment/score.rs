//! The composite score: sales, profit, credit and prospects, each as a rank percentile, weighted.

use super::rank;
use super::rules::Rules;
use super::{Facts, Finding, Known};
use crate::domain::forecast::Ratio;
use crate::domain::money::{WHOLE, divide_half_even};

/// The score of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// 0 to the whole, basis points, rounded once.
    pub basis_points: i64,
    /// The percentile among those of whom it is known: of sales, profit, credit, prospects.
    pub parts: [Option<Ratio>; 4],
    /// The weights of those that are known, basis points: what the score is over.
    pub weight: i64,
}

/// The score of each account, over the weights of what is known of it; what is not known is said.
pub fn scores(accounts: &[Facts], rules: &Rules) -> Vec<Finding<Score>> {
    let inputs = |facts: &Facts| {
        [facts.sales(), facts.profit(rules), facts.credit.map(i128::from), facts.prospects.map(i128::from)]
    };
    let known: Vec<[Known<i128>; 4]> = accounts.iter().map(inputs).collect();
    let percentiles = [0, 1, 2, 3].map(|indicator| {
        let values: Vec<Option<i128>> = known.iter().map(|inputs| inputs[indicator].ok()).collect();
        rank::ranks(&values)
    });
    let weights = rules.score_weights.basis_points();
    let score = |(at, inputs): (usize, &[Known<i128>; 4])| {
        let parts =
            [0, 1, 2, 3].map(|indicator: usize| percentiles[indicator][at].map(rank::Rank::percentile));
        Finding::new(weighted(parts, weights), inputs)
    };
    known.iter().enumerate().map(score).collect()
}

/// Σ weight × percentile ÷ Σ weight over what is known; none where nothing that weighs is.
fn weighted(parts: [Option<Ratio>; 4], weights: [i64; 4]) -> Option<Score> {
    let known = || parts.iter().zip(weights).filter_map(|(part, weight)| Some(((*part)?, weight)));
    let weight: i64 = known().map(|(_, weight)| weight).sum();
    // All over one denominator, so that it is rounded once; millions of accounts stay far inside 128 bits.
    let whole: i128 = known().map(|(part, _)| part.den).product();
    let sum: i128 = known().map(|(part, weight)| part.num * (whole / part.den) * i128::from(weight)).sum();
    let divisor = whole * i128::from(weight);
    let points = (divisor > 0).then(|| divide_half_even(sum * i128::from(WHOLE), divisor))?;
    Some(Score { basis_points: i64::try_from(points).ok()?, parts, weight })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;
    use crate::domain::segment::{Input, Orders};

    /// Sales, margin in basis points, credit, prospects.
    fn account((sales, margin, credit, prospects): (i128, i64, i64, i64)) -> Facts {
        Facts {
            recent: Orders { count: 1, valued: 1, amount: sales, ..Orders::default() },
            told_margin: Some(margin),
            credit: Ok(credit),
            prospects: Ok(prospects),
            ..Facts::unknown(Id(1))
        }
    }

    fn points(accounts: &[Facts], rules: &Rules) -> Vec<Option<i64>> {
        scores(accounts, rules)
            .into_iter()
            .map(|finding| finding.class.map(|score| score.basis_points))
            .collect()
    }

    /// Ranks of sales 1 2 3 4, of profit 2 1 4 3 (400, 750, 50, 60), of credit 1 1 3 4, of prospects 4 2 2 1.
    fn four() -> Vec<Facts> {
        [(4_000, 1_000, 9, 1), (3_000, 2_500, 9, 5), (500, 1_000, 6, 5), (300, 2_000, 2, 8)]
            .map(account)
            .to_vec()
    }

    #[test]
    fn four_accounts_by_hand() {
        // .3×1 + .3×.75 + .2×1 + .2×.25;  .3×.75 + .3×1 + .2×1 + .2×.75;
        // .3×.5 + .3×.25 + .2×.5 + .2×.75;  .3×.25 + .3×.5 + .2×.25 + .2×1.
        let expected = [7_750, 8_750, 4_750, 4_750].map(Some);
        assert_eq!(points(&four(), &Rules::default()), expected);
    }

    #[test]
    fn other_weights_give_other_scores() {
        let mut rules = Rules::default();
        rules.set("score_weights", "0/0/0/100").unwrap();
        assert_eq!(points(&four(), &rules), [2_500, 7_500, 7_500, 10_000].map(Some));
    }

    #[test]
    fn what_is_not_known_weighs_nothing_and_is_said() {
        let mut accounts = four();
        accounts[0].told_margin = None;
        accounts[0].credit = Err(Input::Credit);
        let found = scores(&accounts, &Rules::default()).remove(0);
        // Sales 1 of 4 and prospects 4 of 4 by the weights .3 and .2: (.3×1 + .2×.25) ÷ .5.
        let score = found.class.unwrap();
        assert_eq!((score.basis_points, score.weight), (7_000, 5_000));
        assert_eq!(found.missing, [Input::Margin, Input::Credit]);
    }

    #[test]
    fn of_whom_nothing_is_known_there_is_no_score() {
        let found = scores(&[Facts::unknown(Id(1))], &Rules::default()).remove(0);
        assert_eq!(
            found,
            Finding { class: None, missing: vec![Input::Orders, Input::Credit, Input::Prospects] }
        );
        let mut rules = Rules::default();
        rules.set("score_weights", "100/0/0/0").unwrap();
        let judged = Facts { credit: Ok(9), ..Facts::unknown(Id(1)) };
        assert_eq!(scores(&[judged], &rules)[0].class, None);
    }
}
