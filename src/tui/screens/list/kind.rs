//! What tells one list of records from another: its columns, its words, what is known of a record.

use super::column::Column;
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::RecordKind;
use crate::report::model::FieldOut;
use crate::report::page::Page;
use crate::report::rows::Record;
use crate::report::words::Word;
use crate::store::view::totals::Totals;
use crate::tui::action::Scope;
use crate::tui::dialogs::question::Asked;
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
    /// Whether its records can be marked, and many of them changed at once.
    const IS_MARKED: bool = true;
    /// Whether it can be shown as of a past day.
    const LOOKS_BACK: bool = false;
    /// The tables that it shows something of.
    const TABLES: &'static [&'static str];
    /// What settings call the list.
    const NAME: &'static str;
    /// All columns that there are, the most telling first.
    const COLUMNS: &'static [Column<Self::Out>];
    /// The columns that can be changed where they stand, each with the fields of the record's form that do it.
    const CELLS: &'static [(&'static str, &'static [&'static str])] = &[];
    /// The columns that many records can be given something in at once, and what is asked then.
    const CELLS_OF_MANY: &'static [(&'static str, Asked)] = &[];

    /// What a record has in fields of one's own.
    fn fields(_record: &Self::Out) -> &[FieldOut] {
        &[]
    }

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
