//! The parts of the care of accounts: what each lists.

use crate::i18n::Lang;
use crate::report::words::Word;
use crate::tr;

/// What is listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Part {
    /// The accounts, the least healthy first.
    #[default]
    Health,
    /// How our promises to each account are kept, the lowest share first.
    Promises,
    /// People gone quiet.
    Quiet,
    /// Complaints without an answer.
    Complaints,
    /// Special days to come.
    Days,
}

impl Part {
    /// All, in their order.
    pub const ALL: [Part; 5] = [Part::Health, Part::Promises, Part::Quiet, Part::Complaints, Part::Days];

    /// What it is called.
    pub fn title(self, lang: Lang) -> Word {
        match self {
            Part::Health => tr!(lang, "column.health"),
            Part::Promises => tr!(lang, "column.kept_on_time"),
            Part::Quiet => tr!(lang, "today.quiet_contacts"),
            Part::Complaints => tr!(lang, "today.complaints"),
            Part::Days => tr!(lang, "today.special_days"),
        }
    }

    /// What is said where it lists nothing.
    pub fn nothing(self, lang: Lang) -> Word {
        match self {
            Part::Health => tr!(lang, "list.no_accounts"),
            Part::Promises => tr!(lang, "care.no_promises"),
            Part::Quiet => tr!(lang, "care.nobody_quiet"),
            Part::Complaints => tr!(lang, "care.no_complaints"),
            Part::Days => tr!(lang, "care.no_days"),
        }
    }

    /// The part so many after this one.
    pub fn moved(self, steps: usize) -> Part {
        Part::ALL[(self as usize + steps) % Part::ALL.len()]
    }
}
