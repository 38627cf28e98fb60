//! Saved views: a list with its filter, columns and sorting, under a name.

use super::{Done, Problem, input};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::text::clean_line;
use crate::store::table::saved_view::SavedView;
use crate::store::{Book, Label};

/// The lists that have views, as settings call them.
pub const LISTS: [&str; 4] = ["accounts", "people", "deals", "log"];

/// A view as it is told.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ViewInput {
    /// One of [`LISTS`].
    pub list: String,
    /// What it is called.
    pub name: String,
    /// The filter; empty is none.
    pub filter: String,
    /// Keys of columns with commas between them; empty is the usual ones.
    pub columns: String,
    /// Keys of columns that it is sorted by; empty is as usual.
    pub sort: String,
    /// Columns of another width than the usual.
    pub widths: String,
}

/// Saves a view; one of the same list and name is replaced.
///
/// # Errors
/// [`Problem::Missing`] where nothing is left of the name, [`Problem::Store`] where there is no such list.
pub fn save(book: &mut Book, told: &ViewInput) -> Done<Id> {
    book.operate(|writer| {
        let (name, name_key) = input::name(&told.name)?;
        let known = writer.saved_view(&told.list, &name_key)?;
        let id = match &known {
            Some(known) => known.id,
            None => writer.mint()?,
        };
        let view = SavedView {
            id,
            list: told.list.clone(),
            name,
            name_key,
            filter: clean_line(&told.filter),
            columns: told.columns.clone(),
            sort: told.sort.clone(),
            widths: told.widths.clone(),
        };
        match known {
            Some(known) if known == view => {}
            Some(_) => writer.update_saved_view(&view)?,
            None => writer.insert_saved_view(&view)?,
        }
        Ok((id, Label::new(Deed::SaveView, view.name)))
    })
}

/// Gives a view another name.
///
/// # Errors
/// [`Problem::Missing`] where nothing is left of the name, [`Problem::Taken`] where another view of the list has
/// it, [`Problem::Store`] where there is no such view.
pub fn rename(book: &mut Book, id: Id, name: &str) -> Done<Id> {
    book.operate(|writer| {
        let view: SavedView = writer.row(id)?;
        let (name, name_key) = input::name(name)?;
        if writer.saved_view(&view.list, &name_key)?.is_some_and(|other| other.id != id) {
            return Err(Problem::Taken(name));
        }
        let label = Label::new(Deed::RenameView, &view.name).with(&name);
        if view.name != name {
            writer.update_saved_view(&SavedView { name, name_key, ..view })?;
        }
        Ok((id, label))
    })
}

/// Takes a view out of the book; no record is touched.
///
/// # Errors
/// [`Problem::Store`] where there is no such view.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let view: SavedView = writer.row(id)?;
        writer.delete_saved_view(&view)?;
        Ok(((), Label::new(Deed::DeleteView, view.name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::history;
    use crate::ops::testbook::with_account;

    fn told(name: &str, filter: &str) -> ViewInput {
        let (list, name, filter) = ("deals".to_owned(), name.to_owned(), filter.to_owned());
        ViewInput { list, name, filter, sort: "-amount".to_owned(), ..ViewInput::default() }
    }

    #[test]
    fn a_view_of_the_same_name_is_replaced_and_comes_back_by_undo() {
        let (mut book, _) = with_account();
        let first = save(&mut book, &told("Large ones", "amount>500k")).unwrap().value;
        let again = save(&mut book, &told("large  ONES", "amount>1m")).unwrap().value;
        assert_eq!(first, again);
        assert_eq!(book.saved_views().unwrap()[0].filter, "amount>1m");
        history::undo(&mut book, None).unwrap();
        let view = &book.saved_views().unwrap()[0];
        assert_eq!((view.name.as_str(), view.filter.as_str()), ("Large ones", "amount>500k"));
    }

    #[test]
    fn saving_the_same_twice_is_one_operation() {
        let (mut book, _) = with_account();
        save(&mut book, &told("Large ones", "amount>500k")).unwrap();
        assert!(save(&mut book, &told("Large ones", "amount>500k")).unwrap().operation.is_none());
    }

    #[test]
    fn two_views_of_a_list_have_two_names() {
        let (mut book, _) = with_account();
        save(&mut book, &told("Large ones", "")).unwrap();
        let second = save(&mut book, &told("Late ones", "")).unwrap().value;
        assert!(matches!(rename(&mut book, second, "LARGE ones"), Err(Problem::Taken(_))));
        rename(&mut book, second, "Overdue").unwrap();
        delete(&mut book, second).unwrap();
        assert_eq!(book.saved_views().unwrap().len(), 1);
        assert!(matches!(save(&mut book, &told("  ", "")), Err(Problem::Missing(crate::ops::Place::Name))));
    }
}
