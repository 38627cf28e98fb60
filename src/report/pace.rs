//! How far long work has come: its share, how fast it goes, how long it still takes.

use std::time::Duration;

use crate::i18n::Lang;
use crate::report::grouped_count;
use crate::tr;

/// How far work on rows has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pace {
    /// Rows done.
    pub done: u64,
    /// Rows in all.
    pub rows: u64,
    /// Since it began.
    pub elapsed: Duration,
}

/// From so long on it can be told how fast it goes.
const SURE: Duration = Duration::from_millis(250);

impl Pace {
    /// How much of it is done, in per cent.
    pub fn percent(self) -> u64 {
        (self.done.min(self.rows) * 100).checked_div(self.rows).unwrap_or_default()
    }

    /// Rows a second; none before that can be told.
    pub fn per_second(self) -> Option<u64> {
        let milliseconds = u64::try_from(self.elapsed.as_millis()).ok()?;
        (self.elapsed >= SURE && self.done > 0).then(|| (self.done * 1000).div_ceil(milliseconds))
    }

    /// How long the rest takes at this rate, in whole seconds; none before that can be told.
    pub fn remaining(self) -> Option<u64> {
        let rate = self.per_second().filter(|rate| *rate > 0)?;
        Some(self.rows.saturating_sub(self.done).div_ceil(rate))
    }

    /// All of it, in words. Once all rows are in, what is left is to write them down.
    pub fn words(self, lang: Lang) -> String {
        if self.rows > 0 && self.done >= self.rows {
            return tr!(lang, "pace.writing").into_owned();
        }
        let percent = self.percent();
        let Some((rate, seconds)) = self.per_second().zip(self.remaining()) else {
            return tr!(lang, "pace.percent", percent = percent).into_owned();
        };
        let rate = grouped_count(rate);
        let left = match seconds {
            0..60 => tr!(lang, "pace.seconds", seconds = seconds),
            60..3600 => tr!(lang, "pace.minutes", minutes = seconds / 60, seconds = seconds % 60),
            _ => tr!(lang, "pace.hours", hours = seconds / 3600, minutes = seconds / 60 % 60),
        };
        tr!(lang, "pace.all", percent = percent, rate = rate, left = left).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rest_takes_as_long_as_the_rate_so_far_says() {
        let pace = Pace { done: 250_000, rows: 1_000_000, elapsed: Duration::from_secs(20) };
        assert_eq!((pace.percent(), pace.per_second(), pace.remaining()), (25, Some(12_500), Some(60)));
        assert_eq!(pace.words(Lang::En), "25 % · 12,500 rows/s · 1 min 0 s left");
        assert_eq!(pace.words(Lang::Zh), "25 % · 每秒 12,500 行 · 还需 1 分 0 秒");
    }

    #[test]
    fn nothing_is_foretold_at_the_very_beginning_or_of_nothing() {
        let begun = Pace { done: 0, rows: 10, elapsed: Duration::ZERO };
        assert_eq!((begun.per_second(), begun.remaining()), (None, None));
        assert_eq!(begun.words(Lang::En), "0 %");
        assert_eq!(Pace::default().percent(), 0);
        let over = Pace { done: 10, rows: 10, elapsed: Duration::from_secs(1) };
        assert_eq!(over.words(Lang::En), "all rows are read, writing them down");
    }
}
