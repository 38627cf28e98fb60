//! Writes one JSON document, indented, so that both `jq` and a person can read it.

use std::io::{self, Write};

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};

type Inner<'a> = serde_json::Serializer<&'a mut dyn Write, serde_json::ser::PrettyFormatter<'static>>;

/// Writes one value and a line end.
pub fn write(out: &mut dyn Write, value: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)
}

/// Writes a list record by record, so that a long one never stands whole in memory. An error of the
/// source ends it where it stands.
pub fn write_list<T, E>(out: &mut dyn Write, records: impl IntoIterator<Item = Result<T, E>>) -> Result<(), E>
where
    T: Serialize,
    E: From<io::Error>,
{
    let broken = |error: serde_json::Error| E::from(error.into());
    let mut inner: Inner<'_> = serde_json::Serializer::pretty(&mut *out);
    let mut list = (&mut inner).serialize_seq(None).map_err(broken)?;
    for record in records {
        list.serialize_element(&record?).map_err(broken)?;
    }
    list.end().map_err(broken)?;
    writeln!(out).map_err(E::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_list_is_a_list() {
        let mut out = Vec::new();
        write_list::<u8, io::Error>(&mut out, []).unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "[]\n");
    }

    #[test]
    fn a_list_written_record_by_record_is_the_same_document() {
        let records = ["a", "大客户"];
        let (mut whole, mut parts) = (Vec::new(), Vec::new());
        write(&mut whole, &records).unwrap();
        write_list::<_, io::Error>(&mut parts, records.map(Ok)).unwrap();
        assert_eq!(whole, parts);
    }
}
