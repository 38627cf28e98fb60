//! The thousand open deals that the simulation is measured with.

use keybook::domain::range::Prospect;

/// A thousand open deals of growing amounts and every chance.
pub fn prospects() -> Vec<Prospect> {
    let rate = |n: i64| n % 19 * 500 + 250;
    (1..=1_000_i64).map(|n| Prospect { amount: i128::from(n * 12_345), win_rate: rate(n) }).collect()
}
