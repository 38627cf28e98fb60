//! `keybook resources`.

use clap::{Args, Subcommand};

use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::domain::period::Period;
use crate::domain::resources::Purpose;
use crate::ops::resource::{self, ResourceInput};
use crate::report::page::Page;
use crate::report::{pages, resource_words, rows};
use crate::tr;

/// Holds time, people and money beside what is planned for each posture and tier
///
/// Logged are minutes, cost and who of ours it was, up to today. Attack are the accounts to acquire and to raid, defence those to retain, maintenance those to maintain.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Resources {
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Plans hours, people and money for a posture or a tier in a period; an empty value takes it away
    Set {
        /// The period: 2026, 2026H2, 2026Q4 or 2026-11
        #[arg(value_name = "PERIOD")]
        of: String,
        /// What for: attack, defence, maintenance, or a tier
        purpose: String,
        /// How many hours
        #[arg(long, value_name = "N")]
        hours: Option<String>,
        /// How many people of ours
        #[arg(long, value_name = "N")]
        people: Option<String>,
        /// How much money
        #[arg(long, value_name = "AMOUNT")]
        money: Option<String>,
    },
}

impl Resources {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        let settings = book.settings()?;
        let said = match self.verb {
            None => None,
            Some(Verb::Set { of, purpose, hours, people, money }) => {
                let period = value::period(lang, "PERIOD", &of)?;
                let purpose = value::word(lang, "PURPOSE", &purpose, Purpose::ALL, resource_words::purpose)?;
                let whole =
                    |flag, told: Option<&str>| value::field(told, |text| value::whole(lang, flag, text));
                let told = ResourceInput {
                    minutes: whole("--hours", hours.as_deref())?.map(|hours| hours.map(|hours| hours * 60)),
                    people: whole("--people", people.as_deref())?,
                    money: value::field(money.as_deref(), |text| {
                        value::money(lang, "--money", text, settings.base_currency)
                    })?,
                };
                resource::plan(&mut book, period, purpose, &told)?;
                let name = resource_words::purpose(lang, purpose);
                let line = tr!(lang, "done.resources", purpose = name, period = period);
                Some((period, line.into_owned()))
            }
        };
        let present = Period::quarter_of(desk.today(), settings.fiscal_first_month);
        let asked = said.as_ref().map(|(period, _)| *period).or(desk.period()?);
        let view = book.resources(asked.unwrap_or(present))?;
        let resources = rows::resources::resources(&view);
        match said {
            Some((_, line)) => desk.give(&resources, || Page::of_line(lang, line)),
            None => {
                desk.give_rows(&resources, &resources.purposes, || pages::resources::resources(lang, &view))
            }
        }
    }
}
