//! A file of cards, or of events: what is in it, and one after the other.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::marker::PhantomData;
use std::path::Path;

use crate::exchange::blocks::{Blocks, Step};
use crate::exchange::build::shorten;
use crate::exchange::csv::Limits;
use crate::exchange::encoding::{Decoded, Detected};
use crate::exchange::{
    Chosen, Column, Field, Kind, Left, Options, Plan, Reading, Reason, Record, Rejected, System, Taken,
    Target,
};

/// Properties of one card or event; real ones have some dozens, and a contact is no telephone book.
const PROPERTIES: usize = 2_000;

/// A card or an event.
pub trait Item: Sized {
    /// What writes such files.
    const SYSTEM: System;
    /// What they hold.
    const KIND: Kind;
    /// The blocks that are one.
    const NAMES: &'static [&'static str];
    /// Whether lines outside of them are missing from one, or belong to the file.
    const STRAY_IS_LOST: bool;

    /// From its lines; none where they are none.
    fn of(text: &str) -> Option<Self>;

    /// Its record, which begins in that line; or why there is none.
    ///
    /// # Errors
    /// The reason.
    fn record(&self, line: u64) -> Result<Record, Reason>;

    /// Its properties in their order: the name of each, and what becomes of it.
    fn properties(&self) -> Vec<(String, Use)>;
}

/// What a property becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Use {
    /// A field.
    Field(Field),
    /// The custom field of this key.
    Kept(&'static str),
    /// A part of something else, or of the file's own business.
    Frame,
    /// Nothing: pictures, sounds, keys, what a book has no place for.
    Left,
}

/// The cards or events of a file, in order; what is not a whole one is rejected.
pub struct Stack<I> {
    blocks: Blocks<Decoded<File>>,
    /// Whether the line before was in none.
    in_stray: bool,
    of: PhantomData<I>,
}

/// Reads all of a file once, keeping none of it, and says what is in it.
///
/// # Errors
/// Where reading fails.
pub fn open<I: Item>(path: &Path, detected: Detected, options: &Options) -> io::Result<Plan> {
    let mut stack = Stack::<I>::new(path, detected)?;
    let mut properties = Properties::default();
    let mut rows = 0;
    while let Some(step) = stack.step()? {
        rows += 1;
        if let Step::Block { text, .. } = step
            && !has_too_many(&text)
            && let Some(item) = I::of(&text)
        {
            properties.count(&item);
        }
    }
    Ok(Plan {
        system: I::SYSTEM,
        kind: I::KIND,
        encoding: detected.encoding.name(),
        damaged: detected.damaged,
        separator: '\n',
        header_row: None,
        columns: properties.columns,
        rows,
        shape: I::SYSTEM.to_string(),
        is_known: false,
        unused: options.corrections.clone(),
        left: properties.left.into_iter().map(|(what, times)| Left { what, times }).collect(),
    })
}

impl<I: Item> Stack<I> {
    /// Those of a file, from its beginning.
    ///
    /// # Errors
    /// Where the file is gone or may no longer be read.
    pub fn new(path: &Path, detected: Detected) -> io::Result<Stack<I>> {
        let text = Decoded::new(File::open(path)?, detected.encoding);
        let blocks = Blocks::new(text, I::NAMES, Limits::default().row);
        Ok(Stack { blocks, in_stray: false, of: PhantomData })
    }

    /// Bytes of the file that were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.blocks.text().taken()
    }

    /// The next one, or what is none; lines outside that follow each other are one.
    fn step(&mut self) -> io::Result<Option<Step>> {
        loop {
            let step = self.blocks.read()?;
            let goes_on = std::mem::replace(&mut self.in_stray, matches!(step, Step::Stray { .. }));
            match step {
                Step::End => return Ok(None),
                Step::Stray { .. } if goes_on || !I::STRAY_IS_LOST => {}
                step => return Ok(Some(step)),
            }
        }
    }
}

impl<I: Item> Iterator for Stack<I> {
    type Item = io::Result<Taken>;

    fn next(&mut self) -> Option<io::Result<Taken>> {
        let refused = |row, text: &str, reason| Rejected { row, column: None, value: shorten(text), reason };
        let taken = match self.step() {
            Err(error) => return Some(Err(error)),
            Ok(None) => return None,
            Ok(Some(Step::Block { line, text })) if has_too_many(&text) => {
                Err(refused(line, &content(&text), Reason::TooManyProperties { limit: PROPERTIES }))
            }
            Ok(Some(Step::Block { line, text })) => match I::of(&text) {
                Some(item) => item.record(line).map_err(|reason| refused(line, &content(&text), reason)),
                None => Err(refused(line, &text, Reason::NotACard)),
            },
            Ok(Some(Step::Unclosed { line, text })) => Err(refused(line, &content(&text), Reason::Unclosed)),
            Ok(Some(Step::TooLong { line })) => {
                Err(refused(line, "", Reason::RowTooLong { limit: Limits::default().row }))
            }
            Ok(Some(Step::Stray { line, text })) => Err(refused(line, &text, Reason::NotACard)),
            Ok(Some(Step::End)) => return None,
        };
        Some(Ok(taken.map_or_else(Taken::Rejected, |record| Taken::Record(Box::new(record)))))
    }
}

/// Whether a card has more properties than are read; a line that goes on with the one before begins with a blank.
fn has_too_many(text: &str) -> bool {
    text.lines().filter(|line| !line.starts_with([' ', '\t'])).nth(PROPERTIES).is_some()
}

/// The lines of a card that say something, as one.
fn content(text: &str) -> String {
    let is_frame = |line: &&str| {
        let name = line.split(':').next().unwrap_or_default();
        ["BEGIN", "VERSION", "END"].iter().any(|frame| name.eq_ignore_ascii_case(frame))
    };
    text.lines().filter(|line| !is_frame(line)).take(10).collect::<Vec<_>>().join(" | ")
}

/// The properties that a file has, in the order in which they first stand there.
#[derive(Default)]
struct Properties {
    columns: Vec<Column>,
    left: BTreeMap<String, u64>,
}

impl Properties {
    fn count(&mut self, item: &impl Item) {
        for (name, of) in item.properties() {
            let header = shorten(&name);
            let (target, chosen) = match of {
                Use::Frame => continue,
                Use::Left => {
                    *self.left.entry(header).or_default() += 1;
                    continue;
                }
                Use::Field(field) => (Target::Field(field), Chosen::ByHeader),
                Use::Kept(key) => (Target::Custom(key.to_owned()), Chosen::Left),
            };
            if !self.columns.iter().any(|column| column.header == header) {
                self.columns.push(Column { header, target, chosen, reading: Reading::Plain });
            }
        }
    }
}
