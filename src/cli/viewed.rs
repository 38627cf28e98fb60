//! Lists as a saved view shows them: `--view`.

use clap::Args;
use serde::Serialize;

use super::desk::Desk;
use super::failure::Failure;
use super::view::list_of;
use super::{filter, list};
use crate::domain::filter::Kind;
use crate::domain::text::fold;
use crate::report::model::ViewOut;
use crate::report::pages::columns::Listed;
use crate::report::problem::Explained;
use crate::report::rows::{Record, register as rows};
use crate::report::table::Table;
use crate::store::Book;
use crate::store::view::list::{Line, Order};
use crate::tr;

/// The view in which a list is shown.
#[derive(Debug, Clone, Default, Args)]
pub(super) struct Viewed {
    /// As this saved view shows it: its filter and sorting, and in a table its columns
    #[arg(long = "view", value_name = "VIEW")]
    view: Option<String>,
}

/// What a list shows.
#[derive(Debug, Clone, Default)]
pub(super) struct Shown {
    /// The filter of the view and that of `--filter`: both have to be met.
    pub filter: String,
    /// Keys of columns; none are the usual ones.
    pub columns: Vec<String>,
    sort: Vec<String>,
}

impl Viewed {
    /// What is asked for of a list of records of a kind.
    ///
    /// # Errors
    /// [`Failure`] where there is no such view of this list, and where one of the filters means nothing.
    pub fn shown(&self, desk: &Desk, book: &Book, kind: Kind) -> Result<Shown, Failure> {
        let told = desk.global.filter.clone().unwrap_or_default();
        let Some(name) = &self.view else { return Ok(Shown { filter: told, ..Shown::default() }) };
        let view = found(desk, book, kind, name)?;
        let own = view.filter.unwrap_or_default();
        // Each by itself, so that what is wrong is shown in its own words.
        for one in [&own, &told] {
            filter::clause(desk.lang, book, kind, one)?;
        }
        let filter = [own, told].join(" ").trim().to_owned();
        Ok(Shown { filter, columns: view.columns, sort: view.sort })
    }

    /// Lists records of a kind as it is asked for; `usual` is their table under the usual columns.
    pub fn list<R: Record + Listed + Serialize + Default>(
        self,
        desk: &Desk,
        book: &Book,
        kind: Kind,
        usual: impl FnOnce(&[R]) -> Table,
    ) -> Result<(), Failure> {
        let shown = self.shown(desk, book, kind)?;
        let clause = filter::clause(desk.lang, book, kind, &shown.filter)?;
        list::shown(desk, book, kind, (&shown, clause), usual)
    }
}

impl Shown {
    /// The order in which the list comes. What it cannot be sorted by any longer is left out, as on the screen.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn order<L: Line>(&self, book: &Book) -> Result<Order, Failure> {
        let mut keys: Vec<(&str, bool)> = Vec::new();
        for key in &self.sort {
            let key = key.strip_prefix('-').map_or((key.as_str(), false), |key| (key, true));
            if book.order_by::<L>(&[key])?.is_some() {
                keys.push(key);
            }
        }
        Ok(book.order_by::<L>(&keys)?.unwrap_or(L::ORDER))
    }
}

/// The view of a list of records of a kind that a name means.
fn found(desk: &Desk, book: &Book, kind: Kind, name: &str) -> Result<ViewOut, Failure> {
    let (lang, list) = (desk.lang, list_of(kind).unwrap_or_default());
    let wanted = fold(name.trim());
    let is_meant = |view: &&ViewOut| fold(&view.name) == wanted || view.id.to_string() == wanted;
    let (here, elsewhere): (Vec<ViewOut>, Vec<ViewOut>) =
        rows::views(book)?.into_iter().partition(|view| view.list == list);
    if let Some(view) = here.iter().find(is_meant) {
        return Ok(view.clone());
    }
    let hint = match elsewhere.iter().find(is_meant) {
        Some(view) => tr!(lang, "view.of_another_list", view = view.name, list = view.list),
        None if here.is_empty() => tr!(lang, "view.none_of_list", list = list),
        None => tr!(lang, "view.there_are", views = lang.list(here.iter().map(|view| &view.name))),
    };
    let what = tr!(lang, "view.no_view", view = name, list = list);
    Err(Failure::Unlisted(Explained::new(what).hint(hint)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::columns_of;
    use crate::report::model::{AccountOut, ActivityOut, ContactOut, DealOut};

    fn keys<T: Listed>() -> Vec<&'static str> {
        T::COLUMNS.iter().map(|column| column.key).collect()
    }

    #[test]
    fn every_column_of_a_view_is_there_in_a_table_too() {
        assert_eq!(columns_of("accounts").unwrap(), keys::<AccountOut>());
        assert_eq!(columns_of("people").unwrap(), keys::<ContactOut>());
        assert_eq!(columns_of("deals").unwrap(), keys::<DealOut>());
        assert_eq!(columns_of("log").unwrap(), keys::<ActivityOut>());
    }
}
