//! What the book's figures depend on and a person can change; each has the method's default.

use chrono::Weekday;

use super::country::Country;
use super::health::Weights;
use super::joined::{count, joined};
use super::money::Currency;
use super::segment::Rules;

/// The book's settings. Amounts in minor units of the base currency, durations in days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The currency that totals are in.
    pub base_currency: Currency,
    /// The country in which telephone numbers are dialled that say nothing else, by its two letters; none is
    /// that of the base currency.
    pub country: Option<&'static Country>,
    /// The month in which the fiscal year begins, 1 to 12.
    pub fiscal_first_month: u8,
    /// Orders below this stay out of the funnel; in major units of the base currency.
    pub funnel_threshold: i64,
    /// A deal without activity for this long needs attention.
    pub quiet_days: i64,
    /// A deal in its stage for this long needs attention, without history to compare.
    pub stage_days: i64,
    /// A deal whose close date moved out this often needs attention.
    pub moves_of_close: i64,
    /// The rhythm of contact with people of key accounts.
    pub rhythm_key: i64,
    /// The rhythm of contact with people of ordinary accounts.
    pub rhythm_ordinary: i64,
    /// The rhythm of contact with people of prospective accounts.
    pub rhythm_prospective: i64,
    /// Notice ahead of special days.
    pub notice_days: i64,
    /// A client not asked for this long how we do is taken for granted.
    pub check_up_days: i64,
    /// A check-up with a mean below this is low; 1 to 5.
    pub check_up_low: i64,
    /// A promise that was broken counts against health for this long.
    pub broken_days: i64,
    /// What each danger takes from an account's health.
    pub health: Weights,
    /// Whether screens show the animals of the four quadrants; exports never do.
    pub animals: bool,
    /// Whether it is asked after a visit what was promised, learned, not said, and agreed next.
    pub after_visit: bool,
    /// The day of the week on which the funnel is reviewed.
    pub review_day: Weekday,
    /// Whether the first start's questions were answered or skipped.
    pub begun: bool,
    /// Whether it is a demonstration: everything in it is invented.
    pub demonstration: bool,
    /// Where the methods cut that put accounts into classes.
    pub segments: Rules,
}

impl Default for Settings {
    fn default() -> Self {
        Settings {
            base_currency: Currency::EUR,
            country: None,
            fiscal_first_month: 1,
            funnel_threshold: 10_000,
            quiet_days: 14,
            stage_days: 30,
            moves_of_close: 2,
            rhythm_key: 14,
            rhythm_ordinary: 30,
            rhythm_prospective: 60,
            notice_days: 7,
            check_up_days: 180,
            check_up_low: 3,
            broken_days: 90,
            health: Weights::default(),
            animals: true,
            after_visit: false,
            review_day: Weekday::Thu,
            begun: false,
            demonstration: false,
            segments: Rules::default(),
        }
    }
}

/// The names of the settings, those of one subject together.
const PARTS: &[&[&str]] = &[
    &[
        "base_currency",
        "country",
        "fiscal_first_month",
        "funnel_threshold",
        "quiet_days",
        "stage_days",
        "moves_of_close",
        "rhythm_key",
        "rhythm_ordinary",
        "rhythm_prospective",
        "notice_days",
        "check_up_days",
        "check_up_low",
        "broken_days",
    ],
    &Weights::KEYS,
    &["animals", "after_visit", "review_day", "begun", "demonstration"],
    Rules::KEYS,
];

/// Why a setting was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingError {
    /// No setting has this name.
    #[error("unknown setting {0}")]
    Unknown(String),
    /// The value is not of the setting's kind, or out of its range.
    #[error("{key} cannot be {value}")]
    Value {
        /// The setting.
        key: String,
        /// What was written.
        value: String,
    },
}

impl Settings {
    /// The name of every setting, for `config set` and completion.
    pub const KEYS: &'static [&'static str] = &joined::<_, { count(PARTS) }>(PARTS);

    /// The settings kept in a book; what it does not name, or names wrongly, is at its default.
    pub fn read<'a>(kept: impl Iterator<Item = (&'a str, &'a str)>) -> Settings {
        let mut settings = Settings::default();
        for (key, value) in kept {
            // A value that this program does not understand leaves the default standing.
            let _ = settings.set(key, value);
        }
        settings
    }

    /// Changes one setting.
    ///
    /// # Errors
    /// [`SettingError`] where there is no such setting or the value is not of its kind.
    pub fn set(&mut self, key: &str, value: &str) -> Result<(), SettingError> {
        let refused = || SettingError::Value { key: key.to_owned(), value: value.to_owned() };
        let days =
            || value.parse::<i64>().ok().filter(|days| (0..=36_500).contains(days)).ok_or_else(refused);
        match key {
            "base_currency" => self.base_currency = value.parse().map_err(|_| refused())?,
            "country" => {
                self.country = match value.trim() {
                    "" => None,
                    told => Some(Country::called(told).ok_or_else(refused)?),
                };
            }
            "fiscal_first_month" => {
                self.fiscal_first_month =
                    value.parse().ok().filter(|month| (1..=12).contains(month)).ok_or_else(refused)?;
            }
            "funnel_threshold" => {
                self.funnel_threshold = value
                    .parse()
                    .ok()
                    .filter(|amount| (0..=1_000_000_000).contains(amount))
                    .ok_or_else(refused)?;
            }
            "quiet_days" => self.quiet_days = days()?,
            "stage_days" => self.stage_days = days()?,
            "moves_of_close" => self.moves_of_close = days()?,
            "rhythm_key" => self.rhythm_key = days()?,
            "rhythm_ordinary" => self.rhythm_ordinary = days()?,
            "rhythm_prospective" => self.rhythm_prospective = days()?,
            "notice_days" => self.notice_days = days()?,
            "check_up_days" => self.check_up_days = days()?,
            "check_up_low" => {
                self.check_up_low =
                    value.parse().ok().filter(|mean| (1..=5).contains(mean)).ok_or_else(refused)?;
            }
            "broken_days" => self.broken_days = days()?,
            "animals" => {
                self.animals = match value {
                    "show" => true,
                    "hide" => false,
                    _ => return Err(refused()),
                };
            }
            "after_visit" => {
                self.after_visit = match value {
                    "ask" => true,
                    "skip" => false,
                    _ => return Err(refused()),
                };
            }
            "review_day" => self.review_day = value.parse().map_err(|_| refused())?,
            "begun" => self.begun = value.parse().map_err(|_| refused())?,
            "demonstration" => self.demonstration = value.parse().map_err(|_| refused())?,
            _ => match Weights::danger(key) {
                Some(danger) if self.health.set(danger, value) => {}
                Some(_) => return Err(refused()),
                None => return self.segments.set(key, value),
            },
        }
        Ok(())
    }

    /// The country of numbers that say nothing else.
    pub fn home(&self) -> Option<&'static Country> {
        self.country.or_else(|| Country::of_currency(self.base_currency))
    }

    /// A setting's value as text.
    pub fn get(&self, key: &str) -> Option<String> {
        Some(match key {
            "base_currency" => self.base_currency.to_string(),
            "country" => self.country.map(|country| country.code.to_owned()).unwrap_or_default(),
            "fiscal_first_month" => self.fiscal_first_month.to_string(),
            "funnel_threshold" => self.funnel_threshold.to_string(),
            "quiet_days" => self.quiet_days.to_string(),
            "stage_days" => self.stage_days.to_string(),
            "moves_of_close" => self.moves_of_close.to_string(),
            "rhythm_key" => self.rhythm_key.to_string(),
            "rhythm_ordinary" => self.rhythm_ordinary.to_string(),
            "rhythm_prospective" => self.rhythm_prospective.to_string(),
            "notice_days" => self.notice_days.to_string(),
            "check_up_days" => self.check_up_days.to_string(),
            "check_up_low" => self.check_up_low.to_string(),
            "broken_days" => self.broken_days.to_string(),
            "animals" => if self.animals { "show" } else { "hide" }.to_owned(),
            "after_visit" => if self.after_visit { "ask" } else { "skip" }.to_owned(),
            "review_day" => self.review_day.to_string().to_lowercase(),
            "begun" => self.begun.to_string(),
            "demonstration" => self.demonstration.to_string(),
            _ => match Weights::danger(key) {
                Some(danger) => self.health.of(danger).to_string(),
                None => return self.segments.get(key),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_setting_can_be_read_and_written_back() {
        let defaults = Settings::default();
        for key in Settings::KEYS {
            let value = defaults.get(key).unwrap();
            let mut again = Settings::default();
            again.set(key, &value).unwrap();
            assert_eq!(again, defaults, "{key}");
        }
    }

    #[test]
    fn values_out_of_range_are_refused() {
        let mut settings = Settings::default();
        for (key, value) in [
            ("fiscal_first_month", "13"),
            ("base_currency", "EURO"),
            ("country", "Atlantis"),
            ("quiet_days", "-1"),
            ("check_up_low", "6"),
            ("health_gone_quiet", "101"),
            ("health_weather", "10"),
            ("review_day", "someday"),
            ("after_visit", "perhaps"),
            ("x", "1"),
        ] {
            assert!(settings.set(key, value).is_err(), "{key} = {value}");
        }
        assert_eq!(settings, Settings::default());
    }
}
