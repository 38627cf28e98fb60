//! A column of a list: what it is called, how wide it is, what stands in it.

use std::borrow::Cow;

use ratatui::style::Style;

use super::cells;
use crate::config::OWN_FIELD;
use crate::domain::word::{FieldKind, RecordKind};
use crate::report::model::FieldOut;
use crate::report::pages::field_words;
use crate::report::words::Word;
use crate::store::{Book, Result};
use crate::tui::look::Look;

/// What stands in a column of a record, in so many cells.
type Inside<T> = fn(&T, &Look, usize) -> (String, Style);

/// One column of a list.
pub struct Column<T: 'static> {
    /// By which settings know it; never changes.
    pub key: &'static str,
    /// What stands over it.
    pub head: fn(&Look) -> Word,
    /// What it is called where it is chosen.
    pub name: fn(&Look) -> Word,
    /// What the list is sorted by with it.
    pub sort: Option<&'static str>,
    /// How wide it is.
    pub width: Width,
    /// Whether it stands to the right, as figures do.
    pub right: bool,
    /// From which width of the list on it is shown where nobody has chosen columns; none is never.
    pub usual: Option<u16>,
    /// What stands in it.
    pub cell: Inside<T>,
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// So many cells.
    Cells(u16),
    /// So many parts of what the others leave.
    Parts(u16),
}

/// The fewest cells in which words still tell something.
const LEAST_WORDS: u16 = 10;

/// Cells of a column with a field of one's own.
const OWN: Width = Width::Cells(14);

/// A field of one's own as a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnField {
    /// By which settings know it: `field.` and the field's own key.
    pub key: String,
    label: String,
    right: bool,
}

impl OwnField {
    /// The field's own key.
    pub fn field(&self) -> &str {
        self.key.strip_prefix(OWN_FIELD).unwrap_or(&self.key)
    }
}

/// All columns that a list can have: those that it always has, by their place, then the fields of one's own.
pub struct Columns<T: 'static> {
    fixed: &'static [Column<T>],
    own: Vec<OwnField>,
    fields: fn(&T) -> &[FieldOut],
}

impl<T> Columns<T> {
    /// The columns that a list always has, and where its records have fields of one's own.
    pub const fn new(fixed: &'static [Column<T>], fields: fn(&T) -> &[FieldOut]) -> Columns<T> {
        Columns { fixed, own: Vec::new(), fields }
    }

    /// Reads which fields of one's own records of a kind have.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read_own(&mut self, book: &Book, kind: RecordKind) -> Result<()> {
        let own = |field: crate::store::table::attachment::CustomField| OwnField {
            key: format!("{OWN_FIELD}{}", field.key),
            right: matches!(field.sort(), FieldKind::Number | FieldKind::Money),
            label: field.label,
        };
        self.own = book.custom_fields(kind)?.into_iter().map(own).collect();
        Ok(())
    }

    /// How many there are.
    pub fn number(&self) -> usize {
        self.fixed.len() + self.own.len()
    }

    /// The place of a column.
    pub fn place(&self, key: &str) -> Option<usize> {
        let own = || self.own.iter().position(|own| own.key == key).map(|at| self.fixed.len() + at);
        self.fixed.iter().position(|column| column.key == key).or_else(own)
    }

    /// The column at a place, where it is one that the list always has.
    pub fn fixed(&self, at: usize) -> Option<&'static Column<T>> {
        self.fixed.get(at)
    }

    /// The field of one's own at a place.
    pub fn own(&self, at: usize) -> Option<&OwnField> {
        self.own.get(at.checked_sub(self.fixed.len())?)
    }

    /// By which settings know the column.
    pub fn key(&self, at: usize) -> &str {
        let own = || self.own(at).map(|own| own.key.as_str());
        self.fixed(at).map(|column| column.key).or_else(own).unwrap_or_default()
    }

    /// What stands over it.
    pub fn head(&self, at: usize, look: &Look) -> Word {
        self.fixed(at).map_or_else(|| self.label(at), |column| (column.head)(look))
    }

    /// What it is called where it is chosen.
    pub fn name(&self, at: usize, look: &Look) -> Word {
        self.fixed(at).map_or_else(|| self.label(at), |column| (column.name)(look))
    }

    /// What the list is sorted by with it.
    pub fn sort(&self, at: usize) -> Option<&str> {
        let own = || self.own(at).map(|own| own.key.as_str());
        self.fixed(at).map_or_else(own, |column| column.sort)
    }

    /// How wide it usually is.
    pub fn width(&self, at: usize) -> Width {
        self.fixed(at).map_or(OWN, |column| column.width)
    }

    /// Whether it stands to the right.
    pub fn is_right(&self, at: usize) -> bool {
        match self.fixed(at) {
            Some(column) => column.right,
            None => self.own(at).is_some_and(|own| own.right),
        }
    }

    /// From which width of the list on it is shown where nobody has chosen columns.
    pub fn usual(&self, at: usize) -> Option<u16> {
        self.fixed(at)?.usual
    }

    /// What stands in it.
    pub fn cell(&self, at: usize, record: &T, look: &Look, width: usize) -> (String, Style) {
        if let Some(column) = self.fixed(at) {
            return (column.cell)(record, look, width);
        }
        let field = self.own(at).and_then(|own| self.field(record, own.field()));
        cells::quiet(look, field.map(|field| field_words(look.lang, field)).as_ref())
    }

    /// What a record has in a field of one's own.
    pub fn field<'a>(&self, record: &'a T, key: &str) -> Option<&'a FieldOut> {
        (self.fields)(record).iter().find(|field| field.key == key)
    }

    fn label(&self, at: usize) -> Word {
        Cow::Owned(self.own(at).map(|own| own.label.clone()).unwrap_or_default())
    }
}

impl Width {
    /// The fewest cells that the column may have.
    pub fn least(self) -> u16 {
        match self {
            Width::Cells(cells) => cells,
            Width::Parts(_) => LEAST_WORDS,
        }
    }
}

impl<T> Column<T> {
    /// A column of words that shares the room.
    pub const fn words(key: &'static str, parts: u16, head: fn(&Look) -> Word, cell: Inside<T>) -> Column<T> {
        Column {
            key,
            head,
            name: head,
            sort: None,
            width: Width::Parts(parts),
            right: false,
            usual: None,
            cell,
        }
    }

    /// A column of short words: dates, badges.
    pub const fn short(key: &'static str, cells: u16, head: fn(&Look) -> Word, cell: Inside<T>) -> Column<T> {
        Column {
            key,
            head,
            name: head,
            sort: None,
            width: Width::Cells(cells),
            right: false,
            usual: None,
            cell,
        }
    }

    /// A column of figures.
    pub const fn figures(
        key: &'static str,
        cells: u16,
        head: fn(&Look) -> Word,
        cell: Inside<T>,
    ) -> Column<T> {
        Column {
            key,
            head,
            name: head,
            sort: None,
            width: Width::Cells(cells),
            right: true,
            usual: None,
            cell,
        }
    }

    /// The same column, by which the list can be sorted.
    pub const fn sorted(self) -> Column<T> {
        let sort = Some(self.key);
        Column { sort, ..self }
    }

    /// The same column, with which the list can be sorted by something else of the record.
    pub const fn sorted_by(self, key: &'static str) -> Column<T> {
        Column { sort: Some(key), ..self }
    }

    /// The same column under another name where it is chosen.
    pub const fn called(self, name: fn(&Look) -> Word) -> Column<T> {
        Column { name, ..self }
    }

    /// The same column, shown from a width of the list on where nobody has chosen columns.
    pub const fn from(self, width: u16) -> Column<T> {
        Column { usual: Some(width), ..self }
    }
}
