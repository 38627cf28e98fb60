//! `keybook view`.

use clap::Subcommand;

use super::beside::{added, changed, deleted, the_one};
use super::desk::Desk;
use super::failure::Failure;
use super::filter;
use crate::config::{OWN_FIELD, columns_of};
use crate::domain::filter::Kind;
use crate::ops::Noun;
use crate::ops::view::{self, LISTS, ViewInput};
use crate::report::model::ViewOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::problem::Explained;
use crate::report::rows::register as rows;
use crate::store::Book;
use crate::store::view::lines::{AccountLine, ActivityLine, ContactLine, DealLine};
use crate::tr;

/// Keeps views: lists with a filter, columns and a sorting, under a name
#[derive(Debug, Subcommand)]
pub(super) enum View {
    /// Lists saved views
    List,
    /// Saves a view; one of the same list and name is replaced
    Save {
        /// The list: accounts, people, deals or log
        list: String,
        /// What the view is called
        name: String,
        /// What it shows, such as: stage>=design amount>50k
        #[arg(long = "where", value_name = "EXPR")]
        shows: Option<String>,
        /// A column that it shows, by its key; more than one may be given
        #[arg(long = "column", value_name = "KEY")]
        columns: Vec<String>,
        /// A column that it is sorted by, -KEY for downwards; more than one may be given
        #[arg(long = "sort", value_name = "KEY", allow_hyphen_values = true)]
        sort: Vec<String>,
    },
    /// Gives a view another name
    Rename {
        /// The view
        view: String,
        /// Its new name
        name: String,
    },
    /// Deletes a view; no record is touched
    Delete {
        /// The view
        view: String,
    },
}

impl View {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let lang = desk.lang;
        let mut book = desk.book()?;
        match self {
            View::List => {
                let all = rows::views(&book)?;
                desk.give_list(&all, || Page::of_table(lang, "", pages::register::views(lang, &all)))
            }
            View::Save { list, name, shows, columns, sort } => {
                let kind = kind_of(desk, &list)?;
                let filter = shows.unwrap_or_default();
                filter::clause(lang, &book, kind, &filter)?;
                check_columns(desk, &list, &columns)?;
                check_columns(desk, &list, &sort)?;
                check_sort(desk, &book, kind, &list, &sort)?;
                let (columns, sort) = (columns.join(","), sort.join(","));
                let told = ViewInput { list, name, filter, columns, sort, ..ViewInput::default() };
                let outcome = view::save(&mut book, &told)?;
                let view = found(&book, &outcome.value.to_string())?;
                added(desk, &view, &view.name)
            }
            View::Rename { view, name } => {
                let id = found(&book, &view)?.id;
                let outcome = view::rename(&mut book, id, &name)?;
                let view = found(&book, &outcome.value.to_string())?;
                changed(desk, &view, &outcome, &view.name)
            }
            View::Delete { view } => {
                let view = found(&book, &view)?;
                view::delete(&mut book, view.id)?;
                deleted(desk, &view, &view.name)
            }
        }
    }
}

/// What the lists that have views are of, as [`LISTS`] has them.
const KINDS: [Kind; LISTS.len()] = [Kind::Accounts, Kind::Contacts, Kind::Deals, Kind::Activities];

/// What the list of records of a kind is called; none where it has no views.
pub(super) fn list_of(kind: Kind) -> Option<&'static str> {
    KINDS.iter().position(|known| *known == kind).map(|at| LISTS[at])
}

/// What a list is of.
fn kind_of(desk: &Desk, list: &str) -> Result<Kind, Failure> {
    let known = LISTS.iter().position(|known| *known == list);
    known.map(|at| KINDS[at]).ok_or_else(|| {
        let what = tr!(desk.lang, "view.no_list", list = list);
        Failure::Usage(Explained::new(what).hint(desk.lang.list(LISTS)))
    })
}

/// Refuses keys of columns that the list does not have.
fn check_columns(desk: &Desk, list: &str, keys: &[String]) -> Result<(), Failure> {
    let known = columns_of(list).unwrap_or_default();
    let is_known = |key: &str| known.contains(&key) || key.starts_with(OWN_FIELD);
    match keys.iter().map(|key| key.trim_start_matches('-')).find(|key| !is_known(key)) {
        None => Ok(()),
        Some(other) => {
            let what = tr!(desk.lang, "view.no_column", list = list, column = other);
            Err(Failure::Usage(Explained::new(what).hint(desk.lang.list(known))))
        }
    }
}

/// Refuses columns that the list is not sorted by.
fn check_sort(desk: &Desk, book: &Book, kind: Kind, list: &str, keys: &[String]) -> Result<(), Failure> {
    for key in keys.iter().map(|key| key.trim_start_matches('-')) {
        let order = match kind {
            Kind::Accounts => book.order_by::<AccountLine>(&[(key, false)])?,
            Kind::Contacts => book.order_by::<ContactLine>(&[(key, false)])?,
            Kind::Deals => book.order_by::<DealLine>(&[(key, false)])?,
            Kind::Activities | Kind::Orders => book.order_by::<ActivityLine>(&[(key, false)])?,
        };
        if order.is_none() {
            let what = tr!(desk.lang, "view.no_sort", list = list, column = key);
            return Err(Failure::Usage(Explained::new(what)));
        }
    }
    Ok(())
}

/// The view that words mean; `LIST/NAME` where two lists have one of the name.
fn found(book: &Book, words: &str) -> Result<ViewOut, Failure> {
    let all = rows::views(book)?;
    let named = |one: &ViewOut| [one.id.to_string(), one.name.clone(), format!("{}/{}", one.list, one.name)];
    the_one(all, Noun::View, words, named)
}
