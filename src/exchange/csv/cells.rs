//! The cells of one row, and how much of them is read.

/// What a row may hold at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a cell.
    pub cell: usize,
    /// Bytes of a row.
    pub row: usize,
    /// Cells of a row.
    pub cells: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { cell: 1 << 20, row: 8 << 20, cells: 16_384 }
    }
}

/// The cells of one row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Cells {
    pub(super) text: Vec<u8>,
    pub(super) ends: Vec<usize>,
}

impl Cells {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// The text of one; empty beyond the last.
    pub fn get(&self, index: usize) -> &str {
        let Some(end) = self.ends.get(index) else { return "" };
        let start = if index == 0 { 0 } else { self.ends[index - 1] };
        std::str::from_utf8(&self.text[start..*end]).unwrap_or_default()
    }

    /// All of them in order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).map(|index| self.get(index))
    }

    /// Whether no cell holds more than white space.
    pub fn is_blank(&self) -> bool {
        self.text.iter().all(u8::is_ascii_whitespace)
    }

    pub(super) fn clear(&mut self) {
        self.text.clear();
        self.ends.clear();
    }

    /// Bytes of the cell that is being filled.
    pub(super) fn cell_length(&self) -> usize {
        self.text.len() - self.ends.last().unwrap_or(&0)
    }
}
