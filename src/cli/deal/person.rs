//! `keybook deal person`.

use clap::Args;

use super::super::desk::Desk;
use super::super::failure::Failure;
use super::super::{name, value};
use super::answer;
use crate::domain::word::{Authority, Involvement, Part, Stance};
use crate::ops::deal::{self, PersonInput};
use crate::report::words;
use crate::store::Book;

/// Says what a contact is in this deal, where that differs; an empty value is as at large
#[derive(Debug, Args)]
pub(in crate::cli) struct Person {
    /// The deal: its code, id, or words of its name
    deal: String,
    /// The contact: code, id, or words of the name
    contact: String,
    /// A part in purchases: decision_maker, purchaser, user, technical_gatekeeper,
    /// financial_gatekeeper, initiator, designer, adviser or outside_influence
    #[arg(long = "part", value_name = "PART")]
    parts: Vec<String>,
    /// How much this person takes part in decisions: low or high
    #[arg(long, value_name = "LEVEL")]
    involvement: Option<String>,
    /// Whether this person influences or decides
    #[arg(long, value_name = "AUTHORITY")]
    authority: Option<String>,
    /// Where this person stands: supporter, neutral or opponent
    #[arg(long, value_name = "STANCE")]
    stance: Option<String>,
}

impl Person {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let lang = desk.lang;
        let (deal, contact) = (name::deal(book, &self.deal)?, name::contact(book, &self.contact)?);
        let parts = self.parts.iter().filter(|text| !text.trim().is_empty());
        let parts = parts.map(|text| value::word(lang, "--part", text, Part::ALL, words::part));
        let told = PersonInput {
            parts: match self.parts.is_empty() {
                true => None,
                false => Some(parts.collect::<Result<_, _>>()?),
            },
            involvement: value::field(self.involvement.as_deref(), |text| {
                value::word(lang, "--involvement", text, Involvement::ALL, words::involvement)
            })?,
            authority: value::field(self.authority.as_deref(), |text| {
                value::word(lang, "--authority", text, Authority::ALL, words::authority)
            })?,
            stance: value::field(self.stance.as_deref(), |text| {
                value::word(lang, "--stance", text, Stance::ALL, words::stance)
            })?,
        };
        let outcome = deal::set_person(book, deal, contact, &told)?;
        answer(desk, book, deal, |record| desk.changed(&outcome, record))
    }
}
