//! Counterparts: which record of ours a row of theirs is, and what was last seen of it.

use super::merge::Seen;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::exchange::{Plan, System};
use crate::store::table::source::Source;
use crate::store::{Result, Writer};

/// The program whose ids a file holds. Ids of tables without a known program are worth only within
/// files of the same shape; but a reference may go from one such table to another.
#[derive(Debug, Clone)]
pub(super) struct Namespace {
    own: String,
    family: &'static str,
}

impl Namespace {
    pub fn of(plan: &Plan) -> Namespace {
        let family = plan.system.as_str();
        let own = match plan.system {
            System::Csv => format!("{family}:{}", plan.shape),
            _ => family.to_owned(),
        };
        Namespace { own, family }
    }

    /// The counterpart with an id of this file's own kind of record.
    pub fn counterpart(&self, writer: &Writer<'_>, kind: RecordKind, id: &str) -> Result<Option<Source>> {
        writer.source(&self.own, kind, id)
    }

    /// The record that a reference by id means.
    pub fn referred(&self, writer: &Writer<'_>, kind: RecordKind, id: &str) -> Result<Option<Id>> {
        let sources = writer.sources_with_id(kind, id)?;
        let own = sources.iter().filter(|source| source.system == self.own);
        let kin = sources.iter().filter(|source| source.system != self.own && self.is_kin(&source.system));
        for source in own.chain(kin) {
            if writer.is_alive(source)? {
                return Ok(Some(source.record_id));
            }
        }
        Ok(None)
    }

    /// Whether a record has a counterpart of the same program already, under another id: then a row with
    /// this id is another record, however alike.
    pub fn is_another(&self, writer: &Writer<'_>, record: Id, id: Option<&str>) -> Result<bool> {
        let sources = writer.sources_of(record)?;
        let theirs = |source: &Source| source.system == self.own && !source.their_id.starts_with(STUB);
        Ok(sources.iter().any(|source| theirs(source) && Some(source.their_id.as_str()) != id))
    }

    /// Everything last seen of a record, the given counterpart first.
    pub fn seen(&self, writer: &Writer<'_>, record: Id, counterpart: Option<&Source>) -> Result<Vec<Seen>> {
        let read = |source: &Source| serde_json::from_str(&source.seen).unwrap_or_default();
        let others = writer.sources_of(record)?;
        let others = others.iter().filter(|other| counterpart.is_none_or(|own| own.id != other.id)).map(read);
        let mut seen: Vec<Seen> = vec![counterpart.map(read).unwrap_or_default()];
        seen.extend(others);
        Ok(seen)
    }

    /// Remembers what was seen of a record. What the file has no column for stays as it was remembered.
    pub fn remember(
        &self,
        writer: &Writer<'_>,
        kind: RecordKind,
        their_id: &str,
        record: Id,
        seen: Seen,
    ) -> Result<()> {
        match self.counterpart(writer, kind, their_id)? {
            Some(old) => {
                let mut all: Seen = serde_json::from_str(&old.seen).unwrap_or_default();
                all.extend(seen);
                let text = as_json(&all);
                if text == old.seen && record == old.record_id {
                    return Ok(());
                }
                writer.update_source(&Source { seen: text, record_id: record, ..old })
            }
            None => writer.insert_source(&Source {
                id: writer.mint()?,
                system: self.own.clone(),
                record_kind: kind,
                their_id: their_id.to_owned(),
                record_id: record,
                seen: as_json(&seen),
            }),
        }
    }

    fn is_kin(&self, system: &str) -> bool {
        self.family == System::Csv.as_str() && system.starts_with(self.family)
    }
}

/// What a made-up id begins with, where a record is only named by a row of another kind.
const STUB: &str = "named:";

/// The made-up id of a record that is only named, by the word that names it.
pub(super) fn stub(word: &str) -> String {
    format!("{STUB}{word}")
}

fn as_json(seen: &Seen) -> String {
    // A map of texts always serialises.
    serde_json::to_string(seen).unwrap_or_default()
}
