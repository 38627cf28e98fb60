//! Going on after a row that cannot be read.

use std::io::{self, Read};

use super::rows::{Quoted, Rows};

/// How much of a swallowed text is looked at to tell rows from prose.
const LOOK: usize = 64 * 1024;
/// Bytes that may be read twice in one file, so that no file makes reading slow.
const REREAD: usize = 64 << 20;

impl<R: Read> Rows<R> {
    /// Whether the lines after the first of an open cell look like rows of the table.
    pub(super) fn swallowed_rows(&mut self, quoted: &Quoted) -> io::Result<bool> {
        if self.reread > REREAD || self.width < 2 {
            return Ok(false);
        }
        let mut ahead = 0;
        while ahead < LOOK && !matches!(self.peek(ahead)?, None | Some(b'\n' | b'\r')) {
            ahead += 1;
        }
        let from = self.start + quoted.from;
        let end = (self.at + ahead).min(from + LOOK).min(self.window.len());
        let swallowed = &self.window[from..end];
        let wanted = (self.width - 1).div_ceil(2);
        let lines = swallowed.split(|byte| matches!(byte, b'\n' | b'\r')).skip(1);
        let lines = lines.filter(|line| !line.is_empty()).take(50);
        let (mut rows, mut all) = (0, 0);
        for line in lines {
            all += 1;
            rows += usize::from(line.iter().filter(|byte| **byte == self.separator).count() >= wanted);
        }
        Ok(all > 0 && rows * 2 >= all)
    }

    /// Goes back to the line after the one on which the row began.
    pub(super) fn resume_after_first_line(&mut self) -> io::Result<()> {
        self.reread += self.at - self.start;
        self.at = self.start;
        self.skip_line()
    }

    /// Moves past the next line end, keeping nothing.
    pub(super) fn skip_line(&mut self) -> io::Result<()> {
        loop {
            self.start = self.at;
            match self.peek(0)? {
                None => return Ok(()),
                Some(b'\n' | b'\r') => return self.pass_separator().map(drop),
                Some(_) => self.at += 1,
            }
        }
    }

    /// Moves past the end of the row, keeping nothing; `open` where a quoted cell is.
    pub(super) fn skip_row(&mut self, mut open: bool) -> io::Result<()> {
        loop {
            self.start = self.at;
            let Some(byte) = self.peek(0)? else { return Ok(()) };
            let next = self.peek(1)?;
            match byte {
                b'"' if open && next == Some(b'"') => self.at += 2,
                b'"' if open => {
                    open = !self.ends_cell(next);
                    self.at += 1;
                }
                _ if !open && self.ends_cell(Some(byte)) => {
                    if !self.pass_separator()? {
                        return Ok(());
                    }
                    open = self.peek(0)? == Some(b'"');
                    self.at += usize::from(open);
                }
                _ => self.at += 1,
            }
        }
    }
}
