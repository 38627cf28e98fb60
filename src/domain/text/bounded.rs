//! A text read with bounds: no further than one of its records may be long.

use std::cell::Cell;
use std::io::{self, Read};
use std::rc::Rc;

/// How many bytes are left to be read before the next record has to begin.
#[derive(Debug, Clone)]
pub struct Left {
    most: usize,
    left: Rc<Cell<usize>>,
}

impl Left {
    /// So many for each record.
    pub fn of(most: usize) -> Left {
        Left { most, left: Rc::new(Cell::new(most)) }
    }

    /// A record begins.
    pub fn begin(&self) {
        self.left.set(self.most);
    }
}

/// Reads until a record is too long, which is an error then.
#[derive(Debug)]
pub struct Bounded<R> {
    text: R,
    left: Left,
}

impl<R> Bounded<R> {
    /// A text, and what is left of it for each record.
    pub fn new(text: R, left: &Left) -> Bounded<R> {
        Bounded { text, left: left.clone() }
    }
}

impl<R: Read> Read for Bounded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let read = self.text.read(into)?;
        let left = self.left.left.get().checked_sub(read);
        let too_long = || io::Error::new(io::ErrorKind::FileTooLarge, "a record is too long");
        self.left.left.set(left.ok_or_else(too_long)?);
        Ok(read)
    }
}
