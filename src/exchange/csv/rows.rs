//! Rows of a table of separated values, read as a stream with bounds on cell and row. A quotation mark
//! that is never closed costs its own row, not those after it: where the lines that it swallowed look
//! like rows, reading goes on at the first of them.

use std::io::{self, Read};

use super::cells::{Cells, Limits};

/// Bytes read at a time.
const CHUNK: usize = 64 * 1024;

/// What reading a row came to. `row` is its number: the first of the file is 1, blank ones count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// A row; its cells are in the [`Cells`] handed over.
    Row(u64),
    /// A row that cannot be read; the next one can.
    Broken(Broken),
    /// There are no more.
    End,
}

/// A row that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its number.
    pub row: u64,
    /// The cell that is to blame, from 0.
    pub cell: usize,
    /// How it begins.
    pub text: String,
    /// What is wrong.
    pub fault: Fault,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// A quotation mark is never closed.
    Unclosed,
    /// A cell is longer than the limit.
    Cell,
    /// The row is longer than the limit, or has more cells.
    Row,
}

/// Where a cell is being read.
pub(super) struct Quoted {
    /// Whether line ends were met inside the quotation marks.
    lines: bool,
    /// Whether marks inside are taken as text, since what follows is prose.
    prose: bool,
    /// Where in the window the cell begins.
    pub(super) from: usize,
}

/// Reads rows from UTF-8. Lines end with `\n`, `\r\n` or `\r`.
pub struct Rows<R> {
    text: R,
    pub(super) separator: u8,
    limits: Limits,
    pub(super) window: Vec<u8>,
    /// Where the row that is being read begins in the window; everything from there on is kept.
    pub(super) start: usize,
    pub(super) at: usize,
    ended: bool,
    number: u64,
    pub(super) width: usize,
    pub(super) reread: usize,
}

impl<R: Read> Rows<R> {
    /// Reads rows of cells parted by `separator` (an ASCII character).
    pub fn new(text: R, separator: u8, limits: Limits) -> Self {
        let (window, width) = (Vec::new(), 2);
        Rows { text, separator, limits, window, start: 0, at: 0, ended: false, number: 0, width, reread: 0 }
    }

    /// Says how many cells the header has, so that swallowed rows are told from prose.
    pub fn expect_width(&mut self, width: usize) {
        self.width = width;
    }

    /// The reader beneath.
    pub fn text(&self) -> &R {
        &self.text
    }

    /// Reads the next row into `cells`.
    pub fn read(&mut self, cells: &mut Cells) -> io::Result<Step> {
        cells.clear();
        self.start = self.at;
        if self.peek(0)?.is_none() {
            return Ok(Step::End);
        }
        self.number += 1;
        loop {
            if let Some(fault) = self.read_cell(cells)? {
                let text = String::from_utf8_lossy(&cells.text[cells.ends.last().copied().unwrap_or(0)..]);
                let text = text.chars().take(200).collect();
                return Ok(Step::Broken(Broken { row: self.number, cell: cells.len(), text, fault }));
            }
            cells.ends.push(cells.text.len());
            if !self.pass_separator()? {
                return Ok(Step::Row(self.number));
            }
            if cells.len() >= self.limits.cells {
                self.skip_line()?;
                return Ok(Step::Broken(Broken {
                    row: self.number,
                    cell: cells.len(),
                    text: String::new(),
                    fault: Fault::Row,
                }));
            }
        }
    }

    /// Moves past what ends a cell; whether another cell follows.
    pub(super) fn pass_separator(&mut self) -> io::Result<bool> {
        match self.peek(0)? {
            Some(byte) if byte == self.separator => {
                self.at += 1;
                Ok(true)
            }
            Some(b'\r') => {
                self.at += if self.peek(1)? == Some(b'\n') { 2 } else { 1 };
                Ok(false)
            }
            Some(_) => {
                self.at += 1;
                Ok(false)
            }
            None => Ok(false),
        }
    }

    /// Reads one cell up to what ends it; a fault where it cannot be read, and then the place is where
    /// reading can go on.
    fn read_cell(&mut self, cells: &mut Cells) -> io::Result<Option<Fault>> {
        let mut spaces = 0;
        while self.peek(spaces)? == Some(b' ') && spaces < 16 {
            spaces += 1;
        }
        if self.peek(spaces)? == Some(b'"') {
            self.at += spaces + 1;
            return self.read_quoted(cells);
        }
        let separator = self.separator;
        loop {
            self.take_run(cells, |byte| byte == separator || byte == b'\n' || byte == b'\r');
            let Some(byte) = self.peek(0)?.filter(|byte| !self.ends_cell(Some(*byte))) else { break };
            if let Some(fault) = self.take(byte, 1, cells) {
                self.skip_line()?;
                return Ok(Some(fault));
            }
        }
        Ok(None)
    }

    fn read_quoted(&mut self, cells: &mut Cells) -> io::Result<Option<Fault>> {
        let mut quoted = Quoted { lines: false, prose: false, from: self.at - self.start };
        loop {
            self.take_run(cells, |byte| matches!(byte, b'"' | b'\n' | b'\r'));
            let Some(byte) = self.peek(0)? else { break };
            let mut length = 1;
            if byte == b'"' {
                let next = self.peek(1)?;
                if next == Some(b'"') {
                    length = 2;
                } else if self.ends_cell(next) {
                    self.at += 1;
                    return Ok(None);
                } else if next == Some(b' ') && self.closes_before_spaces()? {
                    return Ok(None);
                } else if quoted.lines && !quoted.prose {
                    if self.swallowed_rows(&quoted)? {
                        return self.resume_after_first_line().map(|()| Some(Fault::Unclosed));
                    }
                    quoted.prose = true;
                }
            }
            quoted.lines |= byte == b'\n' || byte == b'\r';
            if let Some(fault) = self.take(byte, length, cells) {
                if quoted.lines && self.swallowed_rows(&quoted)? {
                    return self.resume_after_first_line().map(|()| Some(Fault::Unclosed));
                }
                self.skip_row(true)?;
                return Ok(Some(fault));
            }
        }
        if quoted.lines && self.swallowed_rows(&quoted)? {
            self.resume_after_first_line()?;
        }
        Ok(Some(Fault::Unclosed))
    }

    /// Takes what is at hand into the cell, up to a byte that must be looked at, or a limit.
    fn take_run(&mut self, cells: &mut Cells, stops: impl Fn(u8) -> bool) {
        let room = (self.limits.cell.saturating_sub(cells.cell_length()))
            .min(self.limits.row.saturating_sub(self.at - self.start));
        let ready = &self.window[self.at..];
        let ready = &ready[..ready.len().min(room)];
        let length = ready.iter().position(|byte| stops(*byte)).unwrap_or(ready.len());
        cells.text.extend_from_slice(&ready[..length]);
        self.at += length;
    }

    /// Takes one byte, written in `length` bytes, into the cell, unless a limit is reached.
    fn take(&mut self, byte: u8, length: usize, cells: &mut Cells) -> Option<Fault> {
        if cells.cell_length() >= self.limits.cell {
            return Some(Fault::Cell);
        }
        if self.at - self.start >= self.limits.row {
            return Some(Fault::Row);
        }
        cells.text.push(byte);
        self.at += length;
        None
    }

    pub(super) fn ends_cell(&self, next: Option<u8>) -> bool {
        next.is_none_or(|byte| byte == self.separator || byte == b'\n' || byte == b'\r')
    }

    /// `"text"  ,`: spaces between the closing mark and the separator; moves to the separator.
    fn closes_before_spaces(&mut self) -> io::Result<bool> {
        let mut ahead = 1;
        while self.peek(ahead)? == Some(b' ') && ahead < 16 {
            ahead += 1;
        }
        let next = self.peek(ahead)?;
        let closes = self.ends_cell(next);
        if closes {
            self.at += ahead;
        }
        Ok(closes)
    }

    /// The byte so far ahead, without moving.
    pub(super) fn peek(&mut self, ahead: usize) -> io::Result<Option<u8>> {
        while self.at + ahead >= self.window.len() && !self.ended {
            self.fill()?;
        }
        Ok(self.window.get(self.at + ahead).copied())
    }

    /// Reads more into the window, dropping what lies before the present row.
    fn fill(&mut self) -> io::Result<()> {
        self.window.drain(..self.start);
        self.at -= self.start;
        self.start = 0;
        let length = self.window.len();
        self.window.resize(length + CHUNK, 0);
        let result = self.text.read(&mut self.window[length..]);
        self.window.truncate(length + result.as_ref().copied().unwrap_or(0));
        match result {
            Ok(read) => self.ended = read == 0,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
        Ok(())
    }
}
