//! Whole files, invented here in the shapes that other programs write.

mod exporters;
mod faults;
mod own_tables;

use std::io::Write;

use super::*;
use crate::domain::money::Currency;

/// What a file came to.
struct Read {
    plan: Plan,
    records: Vec<Record>,
    rejected: Vec<Rejected>,
}

/// Opens a file of these bytes, which is gone when the path is dropped.
fn source(bytes: &[u8], options: &Options) -> Result<(Source, tempfile::TempPath), ReadError> {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(bytes).unwrap();
    let path = file.into_temp_path();
    Source::open(&path, &path, options).map(|source| (source, path))
}

fn read_with(bytes: &[u8], options: &Options) -> Read {
    let (source, _path) = source(bytes, options).unwrap();
    let (mut records, mut rejected) = (Vec::new(), Vec::new());
    for taken in source.records().unwrap() {
        match taken.unwrap() {
            Taken::Record(record) => records.push(*record),
            Taken::Rejected(row) => rejected.push(row),
        }
    }
    let plan = source.plan().clone();
    assert_eq!(plan.rows, (records.len() + rejected.len()) as u64, "every row is accounted for");
    Read { plan, records, rejected }
}

fn read(text: &str) -> Read {
    read_with(text.as_bytes(), &Options::default())
}

fn refused(text: &str) -> ReadError {
    source(text.as_bytes(), &Options::default()).unwrap_err()
}

impl Read {
    fn is(&self, system: System, kind: Kind) -> &Self {
        assert_eq!((self.plan.system, self.plan.kind), (system, kind), "{:#?}", self.plan.columns);
        assert_eq!(self.rejected, []);
        self
    }

    fn deal(&self, at: usize) -> &DealIn {
        match &self.records[at] {
            Record::Deal(deal) => deal,
            other => panic!("{other:?}"),
        }
    }

    fn contact(&self, at: usize) -> &ContactIn {
        match &self.records[at] {
            Record::Contact(contact) => contact,
            other => panic!("{other:?}"),
        }
    }

    fn account(&self, at: usize) -> &AccountIn {
        match &self.records[at] {
            Record::Account(account) => account,
            other => panic!("{other:?}"),
        }
    }

    fn activity(&self, at: usize) -> &ActivityIn {
        match &self.records[at] {
            Record::Activity(activity) => activity,
            other => panic!("{other:?}"),
        }
    }

    fn unmapped(&self) -> Vec<&str> {
        self.plan.unmapped().collect()
    }
}

fn options(currency: &str) -> Options {
    Options { currency: currency.parse::<Currency>().unwrap(), ..Options::default() }
}

fn amount(deal: &DealIn) -> String {
    deal.amount.value().map(|money| format!("{} {}", money.decimal(), money.currency)).unwrap_or_default()
}

fn day(cell: &Cell<chrono::NaiveDate>) -> String {
    cell.value().map(ToString::to_string).unwrap_or_default()
}
