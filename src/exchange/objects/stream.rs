//! The records of a document one by one, with bounds: none of it stays in memory.

use std::fmt;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::Path;

use serde::de::{DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Value};

use crate::domain::text::bounded::{Bounded, Left};

/// Bytes of one record, and of all that stands between two.
const RECORD: usize = 16 << 20;

/// Why the records cannot be read.
#[derive(Debug)]
pub(super) enum Fault {
    /// The file cannot be read.
    Io(io::Error),
    /// It is no JSON, or nested too deeply.
    Json(serde_json::Error),
    /// More than can be read.
    TooLarge,
}

impl From<io::Error> for Fault {
    fn from(error: io::Error) -> Self {
        Fault::Io(error)
    }
}

/// What is done with each record of the list of a name; of the only list the name is empty.
pub(super) type Take<'a> = &'a mut dyn FnMut(&str, Map<String, Value>) -> Result<(), Fault>;

/// Reads the records of a file.
pub(super) fn each(path: &Path, take: Take<'_>) -> Result<(), Fault> {
    let mut text = BufReader::new(File::open(path)?);
    if text.fill_buf()?.starts_with(b"\xef\xbb\xbf") {
        text.consume(3);
    }
    let is_lines = is_lines(path)?;
    let left = Left::of(RECORD);
    let bounded = BufReader::new(Bounded::new(text, &left));
    let mut reading = Reading { take, left, fault: None };
    let done = match is_lines {
        true => reading.lines(bounded),
        false => {
            let mut json = serde_json::Deserializer::from_reader(bounded);
            Document(&mut reading).deserialize(&mut json).and_then(|()| json.end())
        }
    };
    match (reading.fault, done) {
        (Some(fault), _) => Err(fault),
        (None, Err(error)) if error.is_io() => Err(Fault::TooLarge),
        (None, done) => done.map_err(Fault::Json),
    }
}

/// Whether each line is a record: the first is one by itself, and another follows.
fn is_lines(path: &Path) -> io::Result<bool> {
    let mut lines = BufReader::new(File::open(path)?.take(RECORD as u64)).lines();
    let mut next =
        || lines.find(|line| line.as_ref().map_or(true, |line| !line.trim().is_empty())).transpose();
    let (Ok(Some(first)), Ok(Some(second))) = (next(), next()) else { return Ok(false) };
    let is_record = |line: &str| serde_json::from_str::<Map<String, Value>>(line).is_ok();
    Ok(is_record(first.trim_start_matches('\u{feff}')) && second.trim_start().starts_with('{'))
}

struct Reading<'a> {
    take: Take<'a>,
    left: Left,
    fault: Option<Fault>,
}

impl Reading<'_> {
    fn give(&mut self, list: &str, value: Value) -> Result<(), serde_json::Error> {
        self.left.begin();
        let Value::Object(record) = value else { return Ok(()) };
        (self.take)(list, record).map_err(|fault| {
            self.fault = Some(fault);
            serde_json::Error::custom("given up")
        })
    }

    fn lines(&mut self, text: impl Read) -> Result<(), serde_json::Error> {
        for record in serde_json::Deserializer::from_reader(text).into_iter::<Value>() {
            self.give("", record?)?;
        }
        Ok(())
    }
}

/// A whole document: a list, or lists under their names.
struct Document<'a, 'b>(&'a mut Reading<'b>);

impl<'de> DeserializeSeed<'de> for Document<'_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Document<'_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        List { reading: self.0, name: "" }.visit_seq(list)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(name) = map.next_key::<String>()? {
            map.next_value_seed(List { reading: self.0, name: &name })?;
        }
        Ok(())
    }
}

/// What stands under a name: a list of records, or something else that is passed over.
struct List<'a, 'b, 'c> {
    reading: &'a mut Reading<'b>,
    name: &'c str,
}

impl<'de> DeserializeSeed<'de> for List<'_, '_, '_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for List<'_, '_, '_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("records")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while let Some(value) = list.next_element::<Value>()? {
            self.reading.give(self.name, value).map_err(A::Error::custom)?;
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while map.next_entry::<String, Value>()?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}
