//! How things are shown just now: language, theme, day, currency, room. Passed to whatever draws.

use chrono::{Datelike, NaiveDate};
use ratatui::layout::{Rect, Size};

use super::palette::Depth;
use super::theme::Theme;
use crate::domain::money::{Currency, divide_half_even};
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::day_words::{long_date, month, weekday};
use crate::report::pages::deal::stage_name;
use crate::report::{Measure, abbreviated, grouped};
use crate::tr;

/// The smallest size at which screens are drawn.
pub const SMALLEST: Size = Size { width: 60, height: 16 };

/// What every drawing needs to know.
#[derive(Debug, Clone)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// The styles.
    pub theme: Theme,
    /// How many colours there are to change to another theme with.
    pub depth: Depth,
    /// How wide text is. Always by the narrow reckoning, as ratatui's: where the terminal's is wide,
    /// pictures become ASCII once all is drawn.
    pub measure: Measure,
    /// Whether pictures are drawn in ASCII.
    pub ascii: bool,
    /// The day it is, or the past one that is shown.
    pub today: NaiveDate,
    /// Whether that is a past day: what is not kept over time is not shown then.
    pub is_past: bool,
    /// The first month of the fiscal year.
    pub first_month: u8,
    /// The currency of totals.
    pub base: Currency,
    /// The stages of the book, under the names that it has for them.
    pub stages: Vec<Stage>,
    /// The size of the terminal.
    pub size: Size,
}

/// What of a terminal a screen may draw in.
pub fn room(area: Rect) -> Rect {
    Rect { y: area.y + 1, height: area.height.saturating_sub(3), ..area }.intersection(area)
}

/// Whether a terminal is too small to show screens.
pub fn is_too_small(area: Rect) -> bool {
    area.width < SMALLEST.width || area.height < SMALLEST.height
}

impl Look {
    /// What a screen may draw in: all but the header, the message line and the keys.
    pub fn room(&self) -> Rect {
        room(Rect::new(0, 0, self.size.width, self.size.height))
    }

    /// An amount of `currency`'s minor units in whole units, abbreviated if it does not fit in `cells`.
    pub fn amount(&self, minor: i128, currency: Currency, cells: usize) -> String {
        let scale = i128::from(currency.scale());
        let whole = grouped(divide_half_even(minor, scale) * scale, currency, false);
        if whole.len() <= cells { whole } else { abbreviated(self.lang, minor, currency) }
    }

    /// A sum in the base currency, in whole units, abbreviated if it does not fit in `cells`.
    pub fn sum(&self, minor: i128, cells: usize) -> String {
        self.amount(minor, self.base, cells)
    }

    /// A column of sums in the base currency: all in whole units or, if one does not fit in `cells`, all
    /// abbreviated.
    pub fn sums(&self, minors: &[i128], cells: usize) -> Vec<String> {
        let whole: Vec<String> = minors.iter().map(|minor| self.sum(*minor, usize::MAX)).collect();
        if whole.iter().all(|figure| figure.len() <= cells) {
            return whole;
        }
        minors.iter().map(|minor| abbreviated(self.lang, *minor, self.base)).collect()
    }

    /// A sum with its sign, always: `+37.8k`.
    pub fn change(&self, minor: i128, cells: usize) -> String {
        let sign = if minor > 0 { "+" } else { "" };
        format!("{sign}{}", self.sum(minor, cells.saturating_sub(sign.len())))
    }

    /// A ratio in per cent with one decimal.
    pub fn ratio(&self, ratio: f64) -> String {
        format!("{:.1} %", ratio * 100.0)
    }

    /// The name of a stage by its key: the book's own, or the method's.
    pub fn stage(&self, key: &str) -> String {
        stage_name(self.lang, &self.stages, key)
    }

    /// A date as it is said from today: in words when near, without the year within it. On a past day that
    /// is looked back to, "today" would be read as the day it is: no words there.
    pub fn date(&self, day: NaiveDate) -> String {
        match (day - self.today).num_days() {
            -1 if !self.is_past => tr!(self.lang, "date.yesterday").into_owned(),
            0 if !self.is_past => tr!(self.lang, "date.today").into_owned(),
            1 if !self.is_past => tr!(self.lang, "date.tomorrow").into_owned(),
            _ if day.year() == self.today.year() => self.short_date(day),
            _ => day.to_string(),
        }
    }

    /// A date without its year.
    pub fn short_date(&self, day: NaiveDate) -> String {
        tr!(self.lang, "date.day_and_month", month = month(self.lang, day), day = day.day()).into_owned()
    }

    /// A date in full, with the day of the week.
    pub fn long_date(&self, day: NaiveDate) -> String {
        long_date(self.lang, day)
    }

    /// A day with its day of the week, as short as it can be told.
    pub fn weekday_and_day(&self, day: NaiveDate) -> String {
        format!("{} {}", weekday(self.lang, day), self.short_date(day))
    }

    /// The month of a day, with its year.
    pub fn month_of(&self, day: NaiveDate) -> String {
        tr!(self.lang, "date.month_and_year", month = month(self.lang, day), year = day.year()).into_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testkit::look;

    #[test]
    fn near_dates_are_words_and_far_ones_are_whole() {
        let look = look(Lang::En);
        let day = |text: &str| text.parse().unwrap();
        assert_eq!(look.date(look.today), "today");
        assert_eq!(look.date(day("2026-11-20")), "yesterday");
        assert_eq!(look.date(day("2026-12-15")), "15 Dec");
        assert_eq!(look.date(day("2027-01-03")), "2027-01-03");
        assert_eq!(look.long_date(day("2026-11-21")), "Sat 21 Nov 2026");
        let zh = super::Look { lang: Lang::Zh, ..look };
        assert_eq!(zh.date(day("2026-12-15")), "12月15日");
        assert_eq!(zh.long_date(day("2026-11-21")), "2026年11月21日 周六");
    }

    #[test]
    fn a_figure_that_does_not_fit_is_abbreviated_never_cut() {
        let look = look(Lang::En);
        assert_eq!(look.sum(1_234_567_850, 10), "12,345,678");
        assert_eq!(look.sum(1_234_567_850, 9), "12.3M");
        assert_eq!(look.change(1_234_567_850, 9), "+12.3M");
        assert_eq!(look.change(-120_000, 9), "-1,200");
        let zh = super::Look { lang: Lang::Zh, ..look };
        assert_eq!(zh.sum(1_234_567_850, 9), "1,234.6万".replace(",234.6", ",235"));
    }
}
