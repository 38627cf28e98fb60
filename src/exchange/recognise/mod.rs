//! Who wrote a table, what it holds, and which column is which field.

mod address_books;
mod content;
mod correction;
mod header;
mod hubspot;
mod keybook;
mod kind;
mod layout;
mod mapping;
mod pipedrive;
mod profile;
mod salesforce;
mod synonyms;

pub use content::are_ids;
pub use correction::{CorrectionError, parse_correction, parse_target};
pub use header::{Header, headers, key, phone_label};
pub use keybook::CUSTOM_FIELDS;
pub use layout::{Layout, find_layout};

use self::content::Content;
use self::mapping::{Columns, Mapped};
use self::profile::{Profile, Refusal};
use super::{Column, Correction, Kind, Options, Reading, System, Target, Unwanted};

/// A table as far as it is needed to recognise it.
pub struct Table {
    /// The headers of its columns.
    pub headers: Vec<Header>,
    /// Whether they come from the file.
    pub named: bool,
    /// Some of its first rows.
    pub rows: Vec<Vec<String>>,
}

/// What was recognised.
#[derive(Debug)]
pub struct Recognised {
    /// The program.
    pub system: System,
    /// What the table holds.
    pub kind: Kind,
    /// Its columns, with nothing known yet of how dates and amounts are written.
    pub columns: Vec<Column>,
    /// Corrections that fit no column of it.
    pub unused: Vec<Correction>,
}

/// Why a table is not taken.
#[derive(Debug, PartialEq, Eq)]
pub enum Unrecognised {
    /// It holds what has no place in this book.
    Unwanted(Unwanted),
    /// Nothing says what it holds.
    Unknown,
    /// No column names its records.
    Nameless(Kind),
}

impl Table {
    /// The cells of a column.
    pub fn column(&self, at: usize) -> impl Iterator<Item = &str> {
        self.rows.iter().map(move |row| row.get(at).map_or("", String::as_str))
    }
}

/// Recognises a table, as far as the person has not said what it is.
pub fn recognise(table: &Table, options: &Options) -> Result<Recognised, Unrecognised> {
    let headers = &table.headers;
    let contents: Vec<Content> = (0..headers.len()).map(|at| content::of(table.column(at))).collect();
    let columns = Columns { headers, contents: &contents, named: table.named };
    let corrections = &options.corrections;
    let refusal = refusals().find(|refusal| refusal.fits(headers)).filter(|_| options.kind.is_none());
    if let Some(refusal) = refusal {
        return Err(Unrecognised::Unwanted(refusal.what));
    }
    let fitting = || profiles().filter(|profile| profile.fits(headers));
    let profile = match options.kind {
        Some(kind) => fitting().find(|profile| profile.kind == kind),
        None => fitting().next(),
    };
    let map = |kind| mapping::map(columns, kind, profile, corrections);
    let guessed = || options.kind.or(profile.map(|profile| profile.kind)).or_else(|| flat_kind(headers));
    let kind = guessed().or_else(|| kind::guess(headers, map)).ok_or(Unrecognised::Unknown)?;
    let mapped = map(kind);
    if !kind::names_records(kind, &mapped) {
        return Err(Unrecognised::Nameless(kind));
    }
    let system = fitting().next().map(|profile| profile.system);
    let system = system.or_else(|| flat_kind(headers).map(|_| System::Salesforce)).unwrap_or(System::Csv);
    let unused = corrections.iter().filter(|correction| !mapping::is_used(correction, headers, kind));
    let unused = unused.cloned().collect();
    let columns = headers.iter().zip(mapped).map(|(header, mapped)| column(header, mapped)).collect();
    Ok(Recognised { system, kind, columns, unused })
}

/// Whether a known program, or a table of any kind, has such a header.
pub fn is_known(header: &Header) -> bool {
    let refused =
        || refusals().any(|refusal| refusal.signs.iter().any(|group| group.contains(&header.key.as_str())));
    Kind::ALL.iter().any(|kind| synonyms::field(*kind, header).is_some())
        || profiles().any(|profile| profile.target(header).is_some_and(|target| target != Target::Skip))
        || refused()
}

fn column(header: &Header, mapped: Mapped) -> Column {
    let Mapped { target, chosen } = mapped;
    Column { header: header.shown.clone(), target, chosen, reading: Reading::Plain }
}

/// A flat table of contacts, made from Salesforce: these headers and no others.
fn flat_kind(headers: &[Header]) -> Option<Kind> {
    let known = |header: &Header| salesforce::FLAT_CONTACTS.contains(&header.key.as_str());
    let all = headers.len() == salesforce::FLAT_CONTACTS.len() && headers.iter().all(known);
    all.then_some(Kind::Contacts)
}

fn profiles() -> impl Iterator<Item = &'static Profile> {
    let all = [
        keybook::PROFILES,
        hubspot::PROFILES,
        salesforce::PROFILES,
        pipedrive::PROFILES,
        address_books::PROFILES,
    ];
    all.into_iter().flatten()
}

fn refusals() -> impl Iterator<Item = &'static Refusal> {
    [hubspot::REFUSALS, salesforce::REFUSALS, pipedrive::REFUSALS].into_iter().flatten()
}

/// A mark of a table's shape: the same for files with the same headers in the same order.
pub fn shape(headers: &[Header]) -> String {
    let mut checksum = crc32fast::Hasher::new();
    for header in headers {
        checksum.update(header.key.as_bytes());
        checksum.update(b"\n");
    }
    format!("{:08x}-{}", checksum.finalize(), headers.len())
}
