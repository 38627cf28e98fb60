//! A file of cards: what is in it, and its cards one after the other.

use std::collections::BTreeMap;
use std::fs::File;
use std::io;
use std::path::Path;

use super::entries::Entries;
use super::property::{Use, use_of};
use super::read::record;
use crate::exchange::blocks::{Blocks, Step};
use crate::exchange::build::shorten;
use crate::exchange::csv::Limits;
use crate::exchange::encoding::{Decoded, Detected};
use crate::exchange::{
    Chosen, Column, Kind, Left, Options, Plan, Reading, Reason, Rejected, System, Taken, Target,
};

/// The cards of a file, in order; what is no whole card is rejected.
pub struct Cards {
    blocks: Blocks<Decoded<File>>,
    /// Whether the line before was in no card.
    in_stray: bool,
}

/// Reads all of a file once, keeping none of it, and says what is in it.
///
/// # Errors
/// Where reading fails.
pub fn open(path: &Path, detected: Detected, options: &Options) -> io::Result<Plan> {
    let mut cards = Cards::new(path, detected)?;
    let mut properties = Properties::default();
    let mut rows = 0;
    while let Some(step) = cards.step()? {
        rows += 1;
        if let Step::Block { text, .. } = step
            && let Some(card) = Entries::of(&text)
        {
            properties.count(&card);
        }
    }
    Ok(Plan {
        system: System::VCard,
        kind: Kind::Contacts,
        encoding: detected.encoding.name(),
        damaged: detected.damaged,
        separator: '\n',
        header_row: None,
        columns: properties.columns,
        rows,
        shape: System::VCard.to_string(),
        unused: options.corrections.clone(),
        left: properties.left.into_iter().map(|(what, times)| Left { what, times }).collect(),
    })
}

impl Cards {
    /// The cards of a file, from its beginning.
    ///
    /// # Errors
    /// Where the file is gone or may no longer be read.
    pub fn new(path: &Path, detected: Detected) -> io::Result<Cards> {
        let text = Decoded::new(File::open(path)?, detected.encoding);
        Ok(Cards { blocks: Blocks::new(text, &["VCARD"], Limits::default().row), in_stray: false })
    }

    /// Bytes of the file that were read so far.
    pub fn bytes_read(&self) -> u64 {
        self.blocks.text().taken()
    }

    /// The next card, or what is none; lines outside of cards that follow each other are one.
    fn step(&mut self) -> io::Result<Option<Step>> {
        loop {
            let step = self.blocks.read()?;
            let goes_on = std::mem::replace(&mut self.in_stray, matches!(step, Step::Stray { .. }));
            match step {
                Step::End => return Ok(None),
                Step::Stray { .. } if goes_on => {}
                step => return Ok(Some(step)),
            }
        }
    }
}

impl Iterator for Cards {
    type Item = io::Result<Taken>;

    fn next(&mut self) -> Option<io::Result<Taken>> {
        let refused = |row, text: &str, reason| Rejected { row, column: None, value: shorten(text), reason };
        let taken = match self.step() {
            Err(error) => return Some(Err(error)),
            Ok(None) => return None,
            Ok(Some(Step::Block { line, text })) => match Entries::of(&text) {
                Some(card) => record(line, &card).map_err(|reason| refused(line, &content(&text), reason)),
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
    fn count(&mut self, card: &Entries) {
        for property in card.properties() {
            let name = || shorten(&property.as_str().to_uppercase());
            let (target, chosen) = match use_of(property) {
                Use::Frame => continue,
                Use::Left => {
                    *self.left.entry(name()).or_default() += 1;
                    continue;
                }
                Use::Field(field) => (Target::Field(field), Chosen::ByHeader),
                Use::Kept(key) => (Target::Custom(key.to_owned()), Chosen::Left),
            };
            let header = name();
            if !self.columns.iter().any(|column| column.header == header) {
                self.columns.push(Column { header, target, chosen, reading: Reading::Plain });
            }
        }
    }
}
