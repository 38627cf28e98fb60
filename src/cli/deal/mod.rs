//! `keybook deal`.

mod close;
mod person;
mod several;
mod told;

use clap::Subcommand;

use self::close::{Lose, Win};
use self::told::Told;
use super::desk::Desk;
use super::failure::Failure;
use super::taking::Taking;
use super::viewed::Viewed;
use super::{filter, list, name};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::stage::Stage;
use crate::domain::word::RecordKind;
use crate::ops::deal::{self, DealInput, Moved};
use crate::ops::merge;
use crate::report::model::DealOut;
use crate::report::page::Page;
use crate::report::{pages, rows, words};
use crate::store::Book;
use crate::tr;

/// Keeps deals: possible sales, from the first interest to the last payment
#[derive(Debug, Subcommand)]
pub(super) enum Deal {
    /// Adds a deal
    Add {
        /// Its name
        name: String,
        /// The account that may buy
        #[arg(long, value_name = "ACCOUNT")]
        account: String,
        #[command(flatten)]
        told: Box<Told>,
    },
    /// Lists deals: the open ones, unless said otherwise
    List {
        /// Which ones: open, won, lost or all
        #[arg(long, value_name = "STATUS")]
        status: Option<String>,
        #[command(flatten)]
        viewed: Viewed,
    },
    /// Shows one deal
    Show {
        /// The deal: its code, id, or words of its name
        deal: String,
    },
    /// Changes a deal; an empty value empties a field
    ///
    /// With --filter instead of a deal, one change (stage, close date, next step's date, owner, tag or
    /// untag) is made to all deals that fit, in one operation, and one undo takes it back.
    Edit {
        /// The deal: its code, id, or words of its name
        deal: Option<String>,
        /// Another name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Another account
        #[arg(long, value_name = "ACCOUNT")]
        account: Option<String>,
        #[command(flatten)]
        told: Box<Told>,
    },
    /// Moves a deal on to the next stage, or to a later one
    Advance {
        /// The deal: its code, id, or words of its name
        deal: String,
        /// The stage to move to
        #[arg(long, value_name = "STAGE")]
        to: Option<String>,
    },
    /// Moves a deal back to the stage before, or to an earlier one
    Back {
        /// The deal: its code, id, or words of its name
        deal: String,
        /// The stage to move to
        #[arg(long, value_name = "STAGE")]
        to: Option<String>,
    },
    /// Marks a deal as won
    Win(Win),
    /// Marks a deal as lost
    Lose(Lose),
    Person(person::Person),
    /// Opens a won or lost deal again
    Reopen {
        /// The deal: its code, id, or words of its name
        deal: String,
    },
    /// Makes one deal part of another: its people, activities and all else move there
    Merge {
        /// The deal that goes: its code, id, or words of its name
        deal: String,
        /// The deal that stays
        into: String,
        #[command(flatten)]
        taking: Taking,
    },
    /// Deletes a deal; figures of the past keep it
    Delete {
        /// The deal: its code, id, or words of its name
        deal: String,
    },
}

impl Deal {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self {
            Deal::Add { name, account, told } => {
                let account = Some(name::account(&book, &account)?);
                let input = DealInput { name: Some(name), account, ..told.input(desk, &book, None)? };
                let id = deal::add(&mut book, &input)?.value;
                answer(desk, &book, id, |record| tr!(desk.lang, "done.added", record = record).into())
            }
            Deal::List { status, viewed } => {
                let shown = viewed.shown(desk, &book, Kind::Deals)?;
                let clause = filter::deals(desk, &book, &shown.filter, status.as_deref())?;
                let stages = stages(&book)?;
                list::shown::<DealOut>(desk, &book, Kind::Deals, (&shown, clause), |deals| {
                    pages::deal::list(desk.lang, &stages, desk.today(), deals)
                })
            }
            Deal::Show { deal } => {
                let deal: DealOut = rows::one(&book, name::deal(&book, &deal)?)?;
                let stages = stages(&book)?;
                desk.give(&deal, || pages::deal::sheet(desk.lang, &stages, desk.today(), &deal))
            }
            Deal::Edit { deal: None, name: None, account: None, told } => {
                several::edit(desk, &mut book, *told)
            }
            Deal::Edit { deal, name, account, told } => {
                let deal = several::only_one(desk, deal)?;
                let id = name::deal(&book, &deal)?;
                let account = account.map(|words| name::account(&book, &words)).transpose()?;
                let input = DealInput { name, account, ..told.input(desk, &book, Some(id))? };
                let outcome = deal::edit(&mut book, id, &input)?;
                answer(desk, &book, id, |record| desk.changed(&outcome, record))
            }
            Deal::Advance { deal, to } => {
                let id = name::deal(&book, &deal)?;
                let moved = deal::advance(&mut book, id, to.as_deref())?.value;
                warn_of_sign(desk, &moved);
                answer(desk, &book, id, |record| line_of_move(desk, record, &moved))
            }
            Deal::Back { deal, to } => {
                let id = name::deal(&book, &deal)?;
                let moved = deal::back(&mut book, id, to.as_deref())?.value;
                answer(desk, &book, id, |record| line_of_move(desk, record, &moved))
            }
            Deal::Win(win) => win.run(desk, &mut book),
            Deal::Lose(lose) => lose.run(desk, &mut book),
            Deal::Person(person) => person.run(desk, &mut book),
            Deal::Reopen { deal } => {
                let id = name::deal(&book, &deal)?;
                deal::reopen(&mut book, id)?;
                answer(desk, &book, id, |record| tr!(desk.lang, "done.reopened", record = record).into())
            }
            Deal::Merge { deal, into, taking } => {
                let taken = taking.parts(desk.lang, RecordKind::Deal)?;
                let from = name::one(&book, &deal, &[RecordKind::Deal])?;
                let into = name::deal(&book, &into)?;
                merge::deals(&mut book, from.id, into, &taken)?;
                let gone = format!("{} {}", from.code, from.name);
                answer(desk, &book, into, |record| {
                    tr!(desk.lang, "done.merged", record = gone, into = record).into()
                })
            }
            Deal::Delete { deal } => {
                let deal: DealOut = rows::one(&book, name::deal(&book, &deal)?)?;
                deal::delete(&mut book, deal.id)?;
                let record = format!("{} {}", deal.code, deal.name);
                let line = tr!(desk.lang, "done.deleted", record = record);
                desk.give(&deal, || Page::of_line(desk.lang, line))
            }
        }
    }
}

/// The stages of the book, in order.
fn stages(book: &Book) -> Result<Vec<Stage>, Failure> {
    Ok(book.stages_as_of(None)?)
}

fn line_of_move(desk: &Desk, record: &str, moved: &Moved) -> String {
    let (from, to) = (words::stage(desk.lang, &moved.from), words::stage(desk.lang, &moved.to));
    tr!(desk.lang, "done.moved", record = record, from = from, to = to).into_owned()
}

/// Says on standard error that a deal went on without the exit sign of the stage it left.
fn warn_of_sign(desk: &Desk, moved: &Moved) {
    if moved.without_sign {
        let stage = words::stage(desk.lang, &moved.from);
        let sign = words::exit_sign(desk.lang, &moved.from);
        let line = tr!(desk.lang, "done.without_sign", stage = stage, sign = sign, key = moved.from.key);
        anstream::eprintln!("{line}");
    }
}

/// Answers with the deal as it is now, and a line for people.
fn answer(desk: &Desk, book: &Book, id: Id, line: impl FnOnce(&str) -> String) -> Result<(), Failure> {
    let deal: DealOut = rows::one(book, id)?;
    let record = format!("{} {}", deal.code, deal.name);
    desk.give(&deal, || Page::of_line(desk.lang, line(&record)))
}
