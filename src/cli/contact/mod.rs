//! `keybook contact`.

mod evidence;
mod side;

use clap::{Args, Subcommand};

use super::desk::Desk;
use super::failure::Failure;
use super::hanging::Tags;
use super::taking::Taking;
use super::viewed::Viewed;
use super::{name, value};
use crate::domain::employer::Employer;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::person::{Level, OrganisationalNeed};
use crate::domain::reach::{Labelled, Way};
use crate::domain::word::{Authority, Involvement, Need, Part, RecordKind, Stance};
use crate::i18n::Lang;
use crate::ops::contact::{self, ContactInput};
use crate::ops::merge;
use crate::report::model::ContactOut;
use crate::report::page::Page;
use crate::report::problem::Explained;
use crate::report::reach::label_key;
use crate::report::{pages, people, rows, words};
use crate::store::Book;
use crate::tr;

/// Keeps contacts: the people at accounts
#[derive(Debug, Subcommand)]
pub(super) enum Contact {
    /// Adds a contact
    Add {
        /// The whole name
        name: String,
        #[command(flatten)]
        told: Box<Told>,
    },
    /// Lists contacts
    List {
        #[command(flatten)]
        viewed: Viewed,
    },
    /// Shows one contact
    Show {
        /// The contact: code, id, or words of the name
        contact: String,
    },
    /// Changes a contact; an empty value empties a field
    Edit {
        /// The contact: code, id, or words of the name
        contact: String,
        /// Another name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        told: Box<Told>,
    },
    /// Deletes a contact
    Delete {
        /// The contact: code, id, or words of the name
        contact: String,
    },
    /// Makes one contact part of another: ways to reach them, deals and all else are joined
    Merge {
        /// The contact that goes: code, id, or words of the name
        contact: String,
        /// The contact that stays
        into: String,
        #[command(flatten)]
        taking: Taking,
    },
    Observe(evidence::Observe),
    Score(evidence::Score),
    Evidence(evidence::Evidence),
    Withdraw(evidence::Withdraw),
    SeesUs(side::SeesUs),
    Needs(side::Needs),
    ReportsTo(side::ReportsTo),
    Cover(side::Cover),
    Uncover(side::Uncover),
}

/// What can be told of a contact. Lists replace what was there.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// The account where this person works
    #[arg(long, value_name = "ACCOUNT")]
    account: Option<String>,
    /// The position held there
    #[arg(long, value_name = "TEXT")]
    title: Option<String>,
    /// The department
    #[arg(long, value_name = "TEXT")]
    department: Option<String>,
    /// An e-mail address and what it is for, such as "jane@acme.example work"; more than one may be given
    #[arg(long = "email", value_name = "ADDRESS")]
    emails: Vec<String>,
    /// A telephone number and what it is for, such as "+49 40 1234 mobile"; more than one may be given
    #[arg(long = "phone", value_name = "NUMBER")]
    phones: Vec<String>,
    /// Where this person worked before, such as "Siemens: plant manager, 2019"; more than one may be given
    #[arg(long = "former-employer", value_name = "NAME[: TITLE][, YEAR]")]
    former_employers: Vec<String>,
    /// The given name
    #[arg(long, value_name = "NAME")]
    given_name: Option<String>,
    /// The family name
    #[arg(long, value_name = "NAME")]
    family_name: Option<String>,
    /// Street and number
    #[arg(long, value_name = "TEXT")]
    street: Option<String>,
    /// Postal code
    #[arg(long, value_name = "TEXT")]
    postal_code: Option<String>,
    /// The city
    #[arg(long, value_name = "TEXT")]
    city: Option<String>,
    /// State or province
    #[arg(long, value_name = "TEXT")]
    region: Option<String>,
    /// The country
    #[arg(long, value_name = "TEXT")]
    country: Option<String>,
    /// A web page
    #[arg(long, value_name = "ADDRESS")]
    website: Option<String>,
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
    /// A personal need: power, achievement, recognition, acceptance, order or security
    #[arg(long = "need", value_name = "NEED")]
    needs: Vec<String>,
    /// What this person wants for the organisation: financial, performance or image; what of it after a colon
    #[arg(long = "organisational-need", value_name = "NEED[:TEXT]")]
    organisational_needs: Vec<String>,
    /// The level held there: top, middle or working
    #[arg(long, value_name = "LEVEL")]
    level: Option<String>,
    /// The competitor that this person prefers
    #[arg(long, value_name = "NAME")]
    prefers: Option<String>,
    /// How far the relationship has come: 1 acquainted, 2 engaged, 3 trust, 4 ally
    #[arg(long, value_name = "STEP")]
    step: Option<i64>,
    /// The person reported to
    #[arg(long, value_name = "CONTACT")]
    reports_to: Option<String>,
    /// Who of ours looks after this person: a name, or me
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// What else is known
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
    #[command(flatten)]
    tags: Tags,
}

impl Contact {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self {
            Contact::Observe(command) => command.run(desk, &mut book),
            Contact::Score(command) => command.run(desk, &mut book),
            Contact::Evidence(command) => command.run(desk, &book),
            Contact::Withdraw(command) => command.run(desk, &mut book),
            Contact::SeesUs(command) => command.run(desk, &mut book),
            Contact::Needs(command) => command.run(desk, &mut book),
            Contact::ReportsTo(command) => command.run(desk, &mut book),
            Contact::Cover(command) => command.run(desk, &mut book),
            Contact::Uncover(command) => command.run(desk, &mut book),
            Contact::Add { name, told } => {
                let input = ContactInput { name: Some(name), ..told.input(desk, &book)? };
                let id = contact::add(&mut book, &input)?.value;
                answer(desk, &book, id, |record| tr!(desk.lang, "done.added", record = record).into())
            }
            Contact::List { viewed } => viewed.list::<ContactOut>(desk, &book, Kind::Contacts, |contacts| {
                pages::contact::list(desk.lang, contacts)
            }),
            Contact::Show { contact } => {
                let contact: ContactOut = rows::one(&book, name::contact(&book, &contact)?)?;
                desk.give(&contact, || pages::contact::sheet(desk.lang, &contact))
            }
            Contact::Edit { contact, name, told } => {
                let id = name::contact(&book, &contact)?;
                let input = ContactInput { name, ..told.input(desk, &book)? };
                let outcome = contact::edit(&mut book, id, &input)?;
                answer(desk, &book, id, |record| desk.changed(&outcome, record))
            }
            Contact::Delete { contact } => {
                let contact: ContactOut = rows::one(&book, name::contact(&book, &contact)?)?;
                contact::delete(&mut book, contact.id)?;
                let record = format!("{} {}", contact.code, contact.name);
                let line = tr!(desk.lang, "done.deleted", record = record);
                desk.give(&contact, || Page::of_line(desk.lang, line))
            }
            Contact::Merge { contact, into, taking } => {
                let taken = taking.parts(desk.lang, RecordKind::Contact)?;
                let from = name::one(&book, &contact, &[RecordKind::Contact])?;
                let into = name::contact(&book, &into)?;
                merge::contacts(&mut book, from.id, into, &taken)?;
                let gone = format!("{} {}", from.code, from.name);
                answer(desk, &book, into, |record| {
                    tr!(desk.lang, "done.merged", record = gone, into = record).into()
                })
            }
        }
    }
}

impl Told {
    fn input(self, desk: &Desk, book: &Book) -> Result<ContactInput, Failure> {
        let lang = desk.lang;
        let mut input = ContactInput {
            account: value::field(self.account.as_deref(), |words| name::account(book, words))?,
            title: value::text(self.title),
            department: value::text(self.department),
            owner: value::text(self.owner),
            reports_to: value::field(self.reports_to.as_deref(), |words| name::contact(book, words))?,
            involvement: value::field(self.involvement.as_deref(), |text| {
                value::word(lang, "--involvement", text, Involvement::ALL, words::involvement)
            })?,
            authority: value::field(self.authority.as_deref(), |text| {
                value::word(lang, "--authority", text, Authority::ALL, words::authority)
            })?,
            stance: value::field(self.stance.as_deref(), |text| {
                value::word(lang, "--stance", text, Stance::ALL, words::stance)
            })?,
            step: self.step.map(Some),
            emails: all(self.emails, |text| reach(lang, Way::Email, text))?,
            phones: all(self.phones, |text| reach(lang, Way::Phone, text))?,
            employers: all(self.former_employers, |text| employer(lang, text))?,
            given_name: value::text(self.given_name),
            family_name: value::text(self.family_name),
            street: value::text(self.street),
            postal_code: value::text(self.postal_code),
            city: value::text(self.city),
            region: value::text(self.region),
            country: value::text(self.country),
            website: value::text(self.website),
            parts: all(self.parts, |text| value::word(lang, "--part", text, Part::ALL, words::part))?,
            needs: all(self.needs, |text| value::word(lang, "--need", text, Need::ALL, words::need))?,
            organisational_needs: all(self.organisational_needs, |text| organisational_need(lang, text))?,
            level: value::field(self.level.as_deref(), |text| {
                value::word(lang, "--level", text, Level::ALL, people::level)
            })?,
            prefers: value::text(self.prefers),
            notes: value::text(self.notes),
            ..ContactInput::default()
        };
        (input.hanging.tags, input.hanging.untags, input.hanging.fields) = self.tags.told(desk)?;
        Ok(input)
    }
}

/// A need with what of it: `financial:cost control`.
fn organisational_need(lang: Lang, text: &str) -> Result<(OrganisationalNeed, Option<String>), Failure> {
    let (need, what) = text.split_once([':', '：']).unwrap_or((text, ""));
    let flag = "--organisational-need";
    let need = value::word(lang, flag, need, OrganisationalNeed::ALL, people::organisational_need)?;
    Ok((need, Some(what.trim().to_owned()).filter(|what| !what.is_empty())))
}

/// An address or a number with its label.
fn reach(lang: Lang, way: Way, text: &str) -> Result<Labelled, Failure> {
    let refused = || {
        let (what, hint) = match way {
            Way::Email => (tr!(lang, "reach.no_address", text = text), tr!(lang, "ask.emails_hint")),
            Way::Phone => (tr!(lang, "reach.no_number", text = text), tr!(lang, "ask.phones_hint")),
        };
        Failure::Usage(Explained::new(what).hint(hint))
    };
    let (label, value) = way.read(text).ok_or_else(refused)?;
    Ok((label.map(|label| label_key(&label)), value))
}

fn employer(lang: Lang, text: &str) -> Result<Employer, Failure> {
    let refused =
        || Explained::new(tr!(lang, "employer.none", text = text)).hint(tr!(lang, "ask.employers_hint"));
    Employer::read(text).ok_or_else(|| Failure::Usage(refused()))
}

/// The words of a list; none where none is told. An empty word alone empties the list.
fn all<T>(told: Vec<String>, read: impl Fn(&str) -> Result<T, Failure>) -> Result<Option<Vec<T>>, Failure> {
    if told.is_empty() {
        return Ok(None);
    }
    let words = told.iter().filter(|text| !text.trim().is_empty());
    words.map(|text| read(text)).collect::<Result<Vec<T>, Failure>>().map(Some)
}

/// Answers with the contact as it is now, and a line for people.
fn answer(desk: &Desk, book: &Book, id: Id, line: impl FnOnce(&str) -> String) -> Result<(), Failure> {
    let contact: ContactOut = rows::one(book, id)?;
    let record = format!("{} {}", contact.code, contact.name);
    desk.give(&contact, || Page::of_line(desk.lang, line(&record)))
}
