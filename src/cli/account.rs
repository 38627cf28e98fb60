//! `keybook account`.

use clap::{Args, Subcommand};

use super::desk::Desk;
use super::failure::Failure;
use super::hanging::Tags;
use super::taking::Taking;
use super::viewed::Viewed;
use super::{name, value};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::person::OurRole;
use crate::domain::word::{RecordKind, Tier};
use crate::ops::account::{self, AccountInput};
use crate::ops::{coverage, merge};
use crate::report::model::AccountOut;
use crate::report::page::Page;
use crate::report::{pages, people, rows, words};
use crate::store::Book;
use crate::store::view::people::Group;
use crate::tr;

/// Keeps accounts: organisations that buy, or may buy
#[derive(Debug, Subcommand)]
pub(super) enum Account {
    /// Adds an account
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        told: Box<Told>,
    },
    /// Lists accounts
    List {
        #[command(flatten)]
        viewed: Viewed,
    },
    /// Shows one account
    Show {
        /// The account: its code, id, or words of its name
        account: String,
    },
    /// Changes an account; an empty value empties a field
    Edit {
        /// The account: its code, id, or words of its name
        account: String,
        /// Another name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        told: Box<Told>,
    },
    /// Deletes an account with its people and deals
    Delete {
        /// The account: its code, id, or words of its name
        account: String,
    },
    /// Makes one account part of another: its people, deals and all else move there
    Merge {
        /// The account that goes: its code, id, or words of its name
        account: String,
        /// The account that stays
        into: String,
        #[command(flatten)]
        taking: Taking,
    },
    /// Lists our side of an account: who has which role, and covers whom
    Team {
        /// The account: its code, id, or words of its name
        account: String,
    },
    /// Gives one of ours a role for an account
    Assign {
        /// The account: its code, id, or words of its name
        account: String,
        /// Who of ours: a name, an e-mail address, or me
        ours: String,
        /// The role: account_manager, executive_sponsor, sales_manager, delivery, research, marketing,
        /// manufacturing, finance or service
        role: String,
    },
    /// Takes a role for an account from one of ours
    Unassign {
        /// The account: its code, id, or words of its name
        account: String,
        /// Who of ours: a name, an e-mail address, or me
        ours: String,
        /// The role: account_manager, executive_sponsor, sales_manager, delivery, research, marketing,
        /// manufacturing, finance or service
        role: String,
    },
}

/// What can be told of an account.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// How much of the week it deserves: key, ordinary, prospective or unattractive
    #[arg(long, value_name = "TIER")]
    tier: Option<String>,
    /// Its line of business
    #[arg(long, value_name = "TEXT")]
    industry: Option<String>,
    /// The account that it belongs to
    #[arg(long, value_name = "ACCOUNT")]
    parent: Option<String>,
    /// Who of ours looks after it: a name, or me
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// What it could buy from us in a year
    #[arg(long, value_name = "AMOUNT")]
    potential: Option<String>,
    /// Our share of that, such as 30%
    #[arg(long, value_name = "RATE")]
    share: Option<String>,
    /// Its sales of a year
    #[arg(long, value_name = "AMOUNT")]
    revenue: Option<String>,
    /// The domain of its e-mail addresses
    #[arg(long, value_name = "DOMAIN")]
    domain: Option<String>,
    /// Its web site
    #[arg(long, value_name = "ADDRESS")]
    website: Option<String>,
    /// Its telephone number
    #[arg(long, value_name = "NUMBER")]
    phone: Option<String>,
    /// Street and number
    #[arg(long, value_name = "TEXT")]
    street: Option<String>,
    /// Its city
    #[arg(long, value_name = "TEXT")]
    city: Option<String>,
    /// State or province
    #[arg(long, value_name = "TEXT")]
    region: Option<String>,
    /// Postal code
    #[arg(long, value_name = "TEXT")]
    postal_code: Option<String>,
    /// Its country
    #[arg(long, value_name = "TEXT")]
    country: Option<String>,
    /// How many people work there
    #[arg(long, value_name = "N")]
    employees: Option<u32>,
    /// Whether it decides as a group, so that all its members are to be content: yes or no
    #[arg(long, value_name = "YES|NO")]
    collective: Option<String>,
    /// What else is known
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
    #[command(flatten)]
    tags: Tags,
}

impl Account {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self {
            Account::Add { name, told } => {
                let input = AccountInput { name: Some(name), ..told.input(desk, &book)? };
                let id = account::add(&mut book, &input)?.value;
                answer(desk, &book, id, |record| tr!(desk.lang, "done.added", record = record).into())
            }
            Account::List { viewed } => viewed.list::<AccountOut>(desk, &book, Kind::Accounts, |accounts| {
                pages::account::list(desk.lang, accounts)
            }),
            Account::Show { account } => {
                let account: AccountOut = rows::one(&book, name::account(&book, &account)?)?;
                desk.give(&account, || pages::account::sheet(desk.lang, &account))
            }
            Account::Edit { account, name, told } => {
                let id = name::account(&book, &account)?;
                let input = AccountInput { name, ..told.input(desk, &book)? };
                let outcome = account::edit(&mut book, id, &input)?;
                answer(desk, &book, id, |record| desk.changed(&outcome, record))
            }
            Account::Delete { account } => {
                let account: AccountOut = rows::one(&book, name::account(&book, &account)?)?;
                let gone = account::delete(&mut book, account.id)?.value;
                let line = tr!(
                    desk.lang,
                    "done.deleted_account",
                    record = format!("{} {}", account.code, account.name),
                    contacts = gone.contacts,
                    deals = gone.deals
                );
                desk.give(&account, || Page::of_line(desk.lang, line))
            }
            Account::Merge { account, into, taking } => {
                let taken = taking.parts(desk.lang, RecordKind::Account)?;
                let from = name::one(&book, &account, &[RecordKind::Account])?;
                let into = name::account(&book, &into)?;
                merge::accounts(&mut book, from.id, into, &taken)?;
                let gone = format!("{} {}", from.code, from.name);
                answer(desk, &book, into, |record| {
                    tr!(desk.lang, "done.merged", record = gone, into = record).into()
                })
            }
            Account::Team { account } => team(desk, &book, name::account(&book, &account)?),
            Account::Assign { account, ours, role } => {
                let id = name::account(&book, &account)?;
                let role = value::word(desk.lang, "ROLE", &role, OurRole::ALL, people::our_role)?;
                coverage::assign(&mut book, id, &ours, role)?;
                team(desk, &book, id)
            }
            Account::Unassign { account, ours, role } => {
                let id = name::account(&book, &account)?;
                let role = value::word(desk.lang, "ROLE", &role, OurRole::ALL, people::our_role)?;
                coverage::unassign(&mut book, id, &ours, role)?;
                team(desk, &book, id)
            }
        }
    }
}

impl Told {
    fn input(self, desk: &Desk, book: &Book) -> Result<AccountInput, Failure> {
        let lang = desk.lang;
        let base = book.settings()?.base_currency;
        let mut input = AccountInput {
            parent: value::field(self.parent.as_deref(), |words| name::account(book, words))?,
            owner: value::text(self.owner),
            tier: value::field(self.tier.as_deref(), |text| {
                value::word(lang, "--tier", text, Tier::ALL, words::tier)
            })?,
            industry: value::text(self.industry),
            domain: value::text(self.domain),
            website: value::text(self.website),
            phone: value::text(self.phone),
            street: value::text(self.street),
            city: value::text(self.city),
            region: value::text(self.region),
            postal_code: value::text(self.postal_code),
            country: value::text(self.country),
            employees: self.employees.map(|number| Some(i64::from(number))),
            potential: value::field(self.potential.as_deref(), |text| {
                value::money(lang, "--potential", text, base)
            })?,
            revenue: value::field(self.revenue.as_deref(), |text| {
                value::money(lang, "--revenue", text, base)
            })?,
            share: value::field(self.share.as_deref(), |text| value::rate(lang, "--share", text))?,
            collective: self
                .collective
                .as_deref()
                .map(|text| value::flag(lang, "--collective", text))
                .transpose()?,
            notes: value::text(self.notes),
            ..AccountInput::default()
        };
        (input.hanging.tags, input.hanging.untags, input.hanging.fields) = self.tags.told(desk)?;
        Ok(input)
    }
}

/// Answers with our side of an account.
fn team(desk: &Desk, book: &Book, account: Id) -> Result<(), Failure> {
    let ours = rows::people::coverage(desk.lang, book, Group::Account(account), Some(account))?.ours;
    desk.give_list(&ours, || Page::of_table(desk.lang, "", pages::people::team(desk.lang, &ours)))
}

/// Answers with the account as it is now, and a line for people.
fn answer(desk: &Desk, book: &Book, id: Id, line: impl FnOnce(&str) -> String) -> Result<(), Failure> {
    let account: AccountOut = rows::one(book, id)?;
    let record = format!("{} {}", account.code, account.name);
    desk.give(&account, || Page::of_line(desk.lang, line(&record)))
}
