//! The range of a period: what it may bring, given that each open deal is won or not by its rate.
//!
//! Up to [`MOST_SIMULATED`] deals it is a simulation: the same seed gives the same answer, on every
//! machine and whatever the order of the deals. Above, their sum is so nearly normal that its mean and
//! spread say the same. These figures are estimates; only here is money reckoned with in floating point.

use super::chance::Chance;
use super::forecast::Ratio;
use super::money::WHOLE;

/// How often a period is played through.
pub const RUNS: usize = 10_000;

/// With more open deals than this in the period, the normal approximation is used.
pub const MOST_SIMULATED: usize = 5_000;

/// The seed unless another is told: the same book gives the same answer.
pub const SEED: u64 = 1;

/// How many bars a histogram has.
const BARS: usize = 24;

/// An open deal that may be won.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Prospect {
    /// What it would bring, in minor units of the base currency.
    pub amount: i128,
    /// The chance that it is won, basis points.
    pub win_rate: i64,
}

/// How a band was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// By playing the period through.
    Simulated {
        /// The seed of the sequence.
        seed: u64,
    },
    /// By the normal approximation: there were too many deals to play through.
    Normal,
}

/// What a period may bring, in minor units of the base currency, with what is sold already.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Band {
    /// Nine times in ten it will be more.
    pub p10: i128,
    /// As likely more as less.
    pub p50: i128,
    /// One time in ten it will be more.
    pub p90: i128,
    /// The chance of reaching the quota; none without one.
    pub chance: Option<Ratio>,
    /// How it was found.
    pub method: Method,
}

/// One bar of a histogram: how often the period brought from this up to that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bar {
    /// From this amount on.
    pub from: i128,
    /// Up to this one; it belongs to the next bar, but for the last.
    pub to: i128,
    /// Runs out of [`RUNS`].
    pub runs: u32,
}

/// A band, and the histogram that it is cut from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// The band.
    pub band: Band,
    /// From the smallest outcome to the largest; a single bar where all are the same.
    pub bars: Vec<Bar>,
}

impl Range {
    /// The range of what is sold already and of open deals, held against a quota.
    pub fn of(sold: i128, open: &[Prospect], quota: Option<i128>, seed: u64) -> Range {
        let certain: i128 = open.iter().filter(|deal| deal.win_rate >= WHOLE).map(|deal| deal.amount).sum();
        let mut unsure: Vec<Prospect> = open.iter().copied().filter(Prospect::is_unsure).collect();
        let sold = sold + certain;
        if open.len() > MOST_SIMULATED {
            return Normal::of(sold, &unsure).range(quota);
        }
        // What comes first changes which numbers of the sequence a deal gets.
        unsure.sort_unstable();
        simulated(sold, &unsure, quota, seed)
    }
}

impl Prospect {
    fn is_unsure(&self) -> bool {
        self.amount != 0 && self.win_rate > 0 && self.win_rate < WHOLE
    }
}

fn simulated(sold: i128, unsure: &[Prospect], quota: Option<i128>, seed: u64) -> Range {
    let all: i128 = unsure.iter().map(|deal| deal.amount.saturating_abs()).sum();
    let mut outcomes: Vec<i128> = if i64::try_from(all).is_ok() {
        let deals: Vec<(i64, u64)> =
            unsure.iter().map(|deal| (deal.amount as i64, threshold(deal.win_rate))).collect();
        played(&deals, seed).into_iter().map(i128::from).collect()
    } else {
        let deals: Vec<(i128, u64)> =
            unsure.iter().map(|deal| (deal.amount, threshold(deal.win_rate))).collect();
        played(&deals, seed)
    };
    outcomes.sort_unstable();
    for outcome in &mut outcomes {
        *outcome += sold;
    }
    let at = |percent: usize| outcomes.get(RUNS * percent / 100 - 1).copied().unwrap_or(sold);
    let reached = |quota: i128| RUNS - outcomes.partition_point(|outcome| *outcome < quota);
    let chance = quota.and_then(|quota| Ratio::new(reached(quota) as i128, RUNS as i128));
    let method = Method::Simulated { seed };
    Range { band: Band { p10: at(10), p50: at(50), p90: at(90), chance, method }, bars: counted(&outcomes) }
}

/// Of 40 random bits, those below this win.
fn threshold(win_rate: i64) -> u64 {
    (win_rate.unsigned_abs() << 40) / WHOLE.unsigned_abs()
}

/// How many runs share the bits of one number.
const SHARED: usize = 8;

/// What each run brings, deal by deal through all runs. Each run takes eight bits of a number; only where
/// they are those of the threshold itself (once in 256) do the other 32 decide, from a number of their own.
fn played<T: Copy + Default + std::ops::AddAssign>(deals: &[(T, u64)], seed: u64) -> Vec<T> {
    let mut chance = Chance::new(seed);
    let mut outcomes = vec![T::default(); RUNS];
    for &(amount, threshold) in deals {
        let (first, rest) = ((threshold >> 32) as u8, threshold & 0xffff_ffff);
        // No branch is taken here that cannot be foretold.
        let brings = [T::default(), amount];
        for runs in outcomes.chunks_exact_mut(SHARED) {
            let bits = chance.bits().to_le_bytes();
            let mut undecided = false;
            for (run, bits) in runs.iter_mut().zip(bits) {
                *run += brings[usize::from(bits < first)];
                undecided |= bits == first;
            }
            if undecided {
                for (run, _) in runs.iter_mut().zip(bits).filter(|(_, bits)| *bits == first) {
                    *run += brings[usize::from(chance.bits() >> 32 < rest)];
                }
            }
        }
    }
    outcomes
}

/// The histogram of outcomes in their order.
fn counted(outcomes: &[i128]) -> Vec<Bar> {
    let (Some(&least), Some(&most)) = (outcomes.first(), outcomes.last()) else { return vec![] };
    let below = |amount: i128| outcomes.partition_point(|outcome| *outcome < amount);
    bars(least, most, |from, to| {
        let end = if to >= most { outcomes.len() } else { below(to) };
        (end - below(from)) as u32
    })
}

/// Bars of equal width from the least outcome to the most; `runs` counts those of one.
fn bars(least: i128, most: i128, runs: impl Fn(i128, i128) -> u32) -> Vec<Bar> {
    let number = (most - least).clamp(1, BARS as i128);
    let edge = |place: i128| least + (most - least) * place / number;
    let bar = |place| {
        let (from, to) = (edge(place), edge(place + 1));
        Bar { from, to, runs: runs(from, to) }
    };
    (0..number).map(bar).collect()
}

/// A normal distribution with its ends cut off.
struct Normal {
    mean: f64,
    deviation: f64,
    least: i128,
    most: i128,
}

/// How many deviations from the mean nine in ten lie above.
const TENTH: f64 = 1.281_551_565_544_6;

impl Normal {
    fn of(sold: i128, unsure: &[Prospect]) -> Normal {
        let chance = |deal: &Prospect| deal.win_rate as f64 / WHOLE as f64;
        let expected: i128 = unsure.iter().map(|deal| deal.amount * i128::from(deal.win_rate)).sum();
        let variance: f64 = unsure
            .iter()
            .map(|deal| (deal.amount as f64).powi(2) * chance(deal) * (1.0 - chance(deal)))
            .sum();
        Normal {
            mean: sold as f64 + expected as f64 / WHOLE as f64,
            deviation: variance.sqrt(),
            least: sold,
            most: sold + unsure.iter().map(|deal| deal.amount).sum::<i128>(),
        }
    }

    fn range(&self, quota: Option<i128>) -> Range {
        let at = |deviations: f64| {
            let amount = (self.mean + deviations * self.deviation).round();
            (amount as i128).clamp(self.least, self.most)
        };
        let points = |quota: i128| ((1.0 - self.below(quota)) * WHOLE as f64).round() as i128;
        let chance = quota.and_then(|quota| Ratio::new(points(quota), i128::from(WHOLE)));
        let share = |from, to| ((self.below(to) - self.below(from)) * RUNS as f64).round() as u32;
        Range {
            band: Band { p10: at(-TENTH), p50: at(0.0), p90: at(TENTH), chance, method: Method::Normal },
            bars: bars(at(-3.5), at(3.5), share),
        }
    }

    /// The chance of less than an amount.
    fn below(&self, amount: i128) -> f64 {
        if self.deviation > 0.0 {
            cumulated((amount as f64 - self.mean) / self.deviation)
        } else {
            f64::from(u8::from(amount as f64 > self.mean))
        }
    }
}

/// The normal distribution, to about seven digits (Abramowitz and Stegun, 26.2.17).
fn cumulated(deviations: f64) -> f64 {
    let x = deviations.abs();
    let t = 1.0 / (1.0 + 0.231_641_9 * x);
    let series = [0.319_381_530, -0.356_563_782, 1.781_477_937, -1.821_255_978, 1.330_274_429];
    let sum = series.iter().rev().fold(0.0, |sum, term| (sum + term) * t);
    let above = (-x * x / 2.0).exp() / (2.0 * std::f64::consts::PI).sqrt() * sum;
    if deviations < 0.0 { above } else { 1.0 - above }
}

#[cfg(test)]
mod tests;
