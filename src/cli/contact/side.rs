//! Who stands where around a contact: `contact cover`, `uncover`, `reports-to`, `sees-us`, `needs`.

use clap::Args;

use super::super::desk::Desk;
use super::super::failure::Failure;
use super::super::{name, value};
use super::answer;
use crate::domain::person::{Level, Rung};
use crate::domain::word::Need;
use crate::ops::contact::{self, ContactInput};
use crate::ops::coverage;
use crate::ops::evidence::Whom;
use crate::report::page::Page;
use crate::report::{people, words};
use crate::store::Book;
use crate::tr;

/// Puts one of ours beside a contact: who covers whom, level by level
#[derive(Debug, Args)]
pub(in crate::cli) struct Cover {
    /// The contact: code, id, or words of the name
    contact: String,
    /// Who of ours: a name, an e-mail address, or me
    ours: String,
    /// The level at which ours stands here: top, middle or working
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
}

impl Cover {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id = name::contact(book, &self.contact)?;
        let level = value::field(self.level.as_deref(), |text| {
            value::word(desk.lang, "--level", text, Level::ALL, people::level)
        })?;
        let outcome = coverage::cover(book, id, &self.ours, level)?;
        answer(desk, book, id, |record| desk.changed(&outcome, record))
    }
}

/// Takes one of ours away from a contact
#[derive(Debug, Args)]
pub(in crate::cli) struct Uncover {
    /// The contact: code, id, or words of the name
    contact: String,
    /// Who of ours: a name, an e-mail address, or me
    ours: String,
}

impl Uncover {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id = name::contact(book, &self.contact)?;
        let outcome = coverage::uncover(book, id, &self.ours)?;
        answer(desk, book, id, |record| desk.changed(&outcome, record))
    }
}

/// Says whom a contact reports to; nobody, where none is named
#[derive(Debug, Args)]
pub(in crate::cli) struct ReportsTo {
    /// The contact: code, id, or words of the name
    contact: String,
    /// The person reported to
    above: Option<String>,
}

impl ReportsTo {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id = name::contact(book, &self.contact)?;
        let above = self.above.filter(|words| !words.trim().is_empty());
        let above = above.map(|words| name::contact(book, &words)).transpose()?;
        let outcome = contact::report_to(book, id, above)?;
        answer(desk, book, id, |record| desk.changed(&outcome, record))
    }
}

/// Says as what a contact sees us: visitor, price_seller, product_seller, needs_seller or trusted_adviser
#[derive(Debug, Args)]
pub(in crate::cli) struct SeesUs {
    /// The contact: code, id, or words of the name
    contact: String,
    /// The rung of the ladder
    rung: String,
    /// The day, if not today
    #[arg(long, value_name = "DATE")]
    on: Option<String>,
}

impl SeesUs {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let id = name::contact(book, &self.contact)?;
        let rung = value::word(desk.lang, "RUNG", &self.rung, Rung::ALL, people::rung)?;
        let since = desk.day("--on", self.on.as_deref())?;
        let outcome = coverage::see_us(book, id, rung, since)?;
        answer(desk, book, id, |record| desk.changed(&outcome, record))
    }
}

/// Says what a contact, or oneself, needs: power, achievement, recognition, acceptance, order, security
#[derive(Debug, Args)]
pub(in crate::cli) struct Needs {
    /// The contact: code, id, or words of the name; me for oneself
    who: String,
    /// All personal needs; none at all empties them
    needs: Vec<String>,
}

impl Needs {
    pub fn run(self, desk: &Desk, book: &mut Book) -> Result<(), Failure> {
        let lang = desk.lang;
        let needs = self.needs.iter().filter(|text| !text.trim().is_empty());
        let needs = needs.map(|text| value::word(lang, "NEED", text, Need::ALL, words::need));
        let needs = needs.collect::<Result<Vec<Need>, _>>()?;
        match name::whom(book, &self.who)? {
            Whom::Contact(id) => {
                let input = ContactInput { needs: Some(needs), ..ContactInput::default() };
                let outcome = contact::edit(book, id, &input)?;
                answer(desk, book, id, |record| desk.changed(&outcome, record))
            }
            Whom::Me => {
                let outcome = coverage::set_own_needs(book, &needs)?;
                let kept: Vec<String> =
                    book.own_needs(outcome.value)?.iter().map(ToString::to_string).collect();
                let name = outcome.label.subject.clone();
                let fields = serde_json::json!({ "name": name, "needs": kept });
                desk.give(&fields, || Page::of_line(lang, tr!(lang, "done.changed", record = name)))
            }
        }
    }
}
