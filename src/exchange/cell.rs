//! A cell of a file: not there, there but empty, or with a value. An edited file that empties a cell
//! says something; a file without the column says nothing.

/// What a file says about one field of one record.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum Cell<T> {
    /// The file has no column for it: nothing is said.
    #[default]
    Absent,
    /// The column is there and this cell is empty: the field has no value.
    Empty,
    /// The value.
    Is(T),
}

impl<T> Cell<T> {
    /// The value, where there is one.
    pub fn value(&self) -> Option<&T> {
        match self {
            Cell::Is(value) => Some(value),
            Cell::Absent | Cell::Empty => None,
        }
    }

    /// The value itself, where there is one.
    pub fn into_value(self) -> Option<T> {
        match self {
            Cell::Is(value) => Some(value),
            Cell::Absent | Cell::Empty => None,
        }
    }

    /// Whether the file says nothing about the field.
    pub fn is_absent(&self) -> bool {
        matches!(self, Cell::Absent)
    }

    /// The cell with its value turned into another.
    pub fn map<U>(self, turn: impl FnOnce(T) -> U) -> Cell<U> {
        match self {
            Cell::Absent => Cell::Absent,
            Cell::Empty => Cell::Empty,
            Cell::Is(value) => Cell::Is(turn(value)),
        }
    }

    /// This cell, or another where this one has no value.
    pub fn or(self, other: Cell<T>) -> Cell<T> {
        match (self, other) {
            (Cell::Is(value), _) | (_, Cell::Is(value)) => Cell::Is(value),
            (Cell::Absent, Cell::Absent) => Cell::Absent,
            _ => Cell::Empty,
        }
    }
}

impl<T: Clone> Cell<T> {
    /// A copy of the value, where there is one.
    pub fn get(&self) -> Option<T> {
        self.value().cloned()
    }
}

impl Cell<String> {
    /// A text cell: empty text is an empty cell.
    pub fn text(text: String) -> Self {
        if text.is_empty() { Cell::Empty } else { Cell::Is(text) }
    }

    /// The text, where there is one.
    pub fn as_str(&self) -> Option<&str> {
        self.value().map(String::as_str)
    }
}
