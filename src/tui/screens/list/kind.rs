//! What tells one list of records from another: its columns, its words, what is known of a record.

use ratatui::style::Style;

use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::RecordKind;
use crate::report::page::Page;
use crate::report::rows::Record;
use crate::report::words::Word;
use crate::store::view::totals::Totals;
use crate::tui::action::Scope;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};

/// A kind of record that has a screen.
pub trait Kind: 'static {
    /// The record with all that a list shows of it.
    type Out: Record<Line: Clone> + 'static;
    /// Its screen.
    const PLACE: Place;
    /// What its filter asks about.
    const FILTERED: filter::Kind;
    /// What it is.
    const RECORD: RecordKind;
    /// Where its keys are found.
    const SCOPES: &'static [Scope];
    /// The tables that it shows something of.
    const TABLES: &'static [&'static str];
    /// The columns of the list, the most telling first.
    const COLUMNS: &'static [Column<Self::Out>];

    /// The record as what actions are about.
    fn chosen(record: &Self::Out) -> Chosen;
    /// All that is known of it.
    fn sheet(look: &Look, stages: &[Stage], record: &Self::Out) -> Page;
    /// The screen's words.
    fn words(look: &Look) -> Words;
    /// What those shown add up to.
    fn totals(look: &Look, totals: &Totals) -> String;
}

/// What a list says of itself.
pub struct Words {
    /// Its tab.
    pub title: Word,
    /// What it shows where nothing is asked for.
    pub all: Word,
    /// The title of the empty state.
    pub empty_title: Word,
    /// What would be here.
    pub empty_words: Word,
}

/// One column of a list.
pub struct Column<T: 'static> {
    /// What stands over it.
    pub head: fn(&Look) -> Word,
    /// What the list is sorted by with it.
    pub sort: Option<&'static str>,
    /// How wide it is.
    pub width: Width,
    /// Whether it stands to the right, as figures do.
    pub right: bool,
    /// From which width of the list on it is shown.
    pub from: u16,
    /// What stands in it, in so many cells.
    pub cell: fn(&T, &Look, usize) -> (String, Style),
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// So many cells.
    Cells(u16),
    /// So many parts of what the others leave.
    Parts(u16),
}

impl<T> Column<T> {
    /// A column of words that shares the room.
    pub const fn words(
        head: fn(&Look) -> Word,
        sort: &'static str,
        parts: u16,
        from: u16,
        cell: fn(&T, &Look, usize) -> (String, Style),
    ) -> Column<T> {
        Column { head, sort: Some(sort), width: Width::Parts(parts), right: false, from, cell }
    }

    /// A column of short words: dates, badges.
    pub const fn short(
        head: fn(&Look) -> Word,
        sort: Option<&'static str>,
        cells: u16,
        from: u16,
        cell: fn(&T, &Look, usize) -> (String, Style),
    ) -> Column<T> {
        Column { head, sort, width: Width::Cells(cells), right: false, from, cell }
    }

    /// A column of figures.
    pub const fn figures(
        head: fn(&Look) -> Word,
        sort: &'static str,
        cells: u16,
        from: u16,
        cell: fn(&T, &Look, usize) -> (String, Style),
    ) -> Column<T> {
        Column { head, sort: Some(sort), width: Width::Cells(cells), right: true, from, cell }
    }
}
