//! `keybook stage`.

use clap::{Args, Subcommand};

use super::beside::{added, changed, deleted, the_one};
use super::desk::Desk;
use super::failure::Failure;
use super::value;
use crate::ops::stage::{self, StageInput};
use crate::ops::{Noun, Problem};
use crate::report::model::StageOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::rows::register as rows;
use crate::store::Book;

/// Keeps the stages of the purchase: where a buyer may stand
#[derive(Debug, Subcommand)]
pub(super) enum Stage {
    /// Lists the stages, first one first
    List,
    /// Adds a stage, after those that are there
    Add {
        /// Where the buyer stands
        name: String,
        #[command(flatten)]
        told: Told,
    },
    /// Changes a stage; an empty value takes the method's own word again
    Edit {
        /// The stage: its key, or its name
        stage: String,
        /// Another name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        told: Told,
    },
    /// Puts a stage at another place among them
    Move {
        /// The stage: its key, or its name
        stage: String,
        /// Its place, counted from 1
        place: usize,
    },
    /// Deletes a stage at which no deal is or ever was
    Delete {
        /// The stage: its key, or its name
        stage: String,
    },
}

/// What can be told of a stage.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// The chance that a deal at it is won, such as 30%
    #[arg(long, value_name = "RATE")]
    win_rate: Option<String>,
    /// What the seller does meanwhile
    #[arg(long, value_name = "TEXT")]
    step: Option<String>,
    /// What is seen when a deal leaves it
    #[arg(long, value_name = "TEXT")]
    sign: Option<String>,
    /// Days after which a deal in it needs attention
    #[arg(long, value_name = "DAYS")]
    limit_days: Option<String>,
}

impl Stage {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            Stage::List => {
                let all = rows::stages(&book, lang)?;
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::stages(lang, &all)))
            }
            Stage::Add { name, told } => {
                let id = stage::add(&mut book, &name, &told.input(desk)?)?.value;
                let stage = found(desk, &book, &id.to_string())?;
                added(desk, &stage, &stage.name)
            }
            Stage::Edit { stage, name, told } => {
                let stage = found(desk, &book, &stage)?;
                let input = StageInput { buyer_name: value::text(name), ..told.input(desk)? };
                let outcome = stage::edit(&mut book, &stage.stage, &input)?;
                let stage = found(desk, &book, &stage.stage)?;
                changed(desk, &stage, &outcome, &stage.name)
            }
            Stage::Move { stage, place } => {
                let stage = found(desk, &book, &stage)?;
                let outcome = stage::put_at(&mut book, &stage.stage, place)?;
                let stage = found(desk, &book, &stage.stage)?;
                changed(desk, &stage, &outcome, &stage.name)
            }
            Stage::Delete { stage } => {
                let stage = found(desk, &book, &stage)?;
                stage::delete(&mut book, &stage.stage)?;
                deleted(desk, &stage, &stage.name)
            }
        }
    }
}

impl Told {
    fn input(self, desk: &Desk) -> Result<StageInput, Failure> {
        let rate = |text: String| value::rate(desk.lang, "--win-rate", &text);
        let days = |text: &str| {
            let refused =
                |_| Problem::OutOfRange { place: crate::ops::Place::Notice, value: text.to_owned() };
            Ok(text.trim().parse::<i64>().map_err(refused)?)
        };
        Ok(StageInput {
            win_rate: self.win_rate.map(rate).transpose()?,
            buyer_name: None,
            seller_name: value::text(self.step),
            exit_sign: value::text(self.sign),
            limit_days: value::field(self.limit_days.as_deref(), days)?,
        })
    }
}

fn found(desk: &Desk, book: &Book, words: &str) -> Result<StageOut, Failure> {
    let names = |one: &StageOut| [one.id.to_string(), one.stage.clone(), one.name.clone()];
    the_one(rows::stages(book, desk.lang)?, Noun::Stage, words, names)
}
