//! `keybook segments`.

use clap::{Args, Subcommand};

use super::desk::Desk;
use super::failure::Failure;
use super::{name, value};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::segment::{Class, Method};
use crate::ops::segment;
use crate::report::page::Page;
use crate::report::{pages, rows, segment_words, words};
use crate::store::view::lines::AccountLine;
use crate::store::{Book, Outcome};

/// Puts accounts into classes: by tier, pyramid, score, rfm, kaism or posture
///
/// Ranks are among all accounts of the book, also where only some are shown. What a method asks for and the
/// book does not know is said; keybook standing, account edit and competitor tell it. Where the methods cut
/// are settings of the book: see keybook config show.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Segments {
    /// The method: tier (unless told), pyramid, score, rfm, kaism or posture
    #[arg(long, value_name = "METHOD")]
    by: Option<String>,
    #[command(subcommand)]
    verb: Option<Verb>,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Decides the class of an account by hand
    Decide {
        /// The account: its code, id, or words of its name
        account: String,
        /// The class: a tier, a layer of the pyramid, a field of kaism, or a posture
        class: String,
        /// Why
        #[arg(long, value_name = "TEXT")]
        why: Option<String>,
    },
    /// Takes a decision back, so that the rule counts again
    Withdraw {
        /// The account: its code, id, or words of its name
        account: String,
        /// The method: tier, pyramid, kaism or posture
        method: String,
    },
}

impl Segments {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self.verb {
            Some(Verb::Decide { account, class, why }) => {
                let account = name::account(&book, &account)?;
                let class = class_of(desk, &class)?;
                let done = segment::decide(&mut book, account, class, why.as_deref())?;
                answer(desk, &book, account, class.method(), &done)
            }
            Some(Verb::Withdraw { account, method }) => {
                let account = name::account(&book, &account)?;
                let method = method_of(desk, "METHOD", &method)?;
                let done = segment::take_back(&mut book, account, method)?;
                answer(desk, &book, account, method, &done)
            }
            None => {
                let method = self.by.as_deref().map(|text| method_of(desk, "--by", text)).transpose()?;
                let clause = desk.clause(&book, Kind::Accounts)?;
                let asked = book.ids_of::<AccountLine>(&clause, usize::MAX)?.unwrap_or_default();
                list(desk, &book, method.unwrap_or(Method::Tier), &asked)
            }
        }
    }
}

/// Lists these accounts in their classes.
fn list(desk: &Desk, book: &Book, method: Method, asked: &[Id]) -> Result<(), Failure> {
    let view = match desk.as_of()? {
        Some(day) => book.as_of(day)?.segments()?,
        None => book.segments()?,
    };
    let asked: std::collections::HashSet<&Id> = asked.iter().collect();
    let mut found = rows::segment::by(&view, method);
    found.retain(|row| asked.contains(&row.id));
    desk.give_list(&found, || pages::segment::by(desk.lang, &view, method, &found))
}

/// Answers with where the account stands now.
fn answer(desk: &Desk, book: &Book, account: Id, method: Method, done: &Outcome<()>) -> Result<(), Failure> {
    let all = rows::segment::by(&book.segments()?, method);
    let found = all.into_iter().find(|row| row.id == account).ok_or(crate::store::Error::NoRecord)?;
    desk.give(&found, || {
        Page::of_line(desk.lang, desk.changed(done, &format!("{} {}", found.code, found.account)))
    })
}

fn method_of(desk: &Desk, flag: &str, text: &str) -> Result<Method, Failure> {
    value::word(desk.lang, flag, text, Method::ALL, words::method)
}

/// The class of any method that words mean; no two methods have one of the same name.
fn class_of(desk: &Desk, text: &str) -> Result<Class, Failure> {
    let judged = Method::ALL.iter().filter(|method| method.is_judged());
    let all: Vec<Class> = judged.flat_map(|method| Class::of(*method)).collect();
    value::word(desk.lang, "CLASS", text, &all, segment_words::class)
}
