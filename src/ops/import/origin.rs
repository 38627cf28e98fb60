//! Counterparts: which record of ours a row or a word of theirs is, and what was last seen of it.

use super::merge::Seen;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::exchange::{Origin, Plan, System};
use crate::store::table::source::Source;
use crate::store::{Result, Writer};

/// The program whose ids a file holds. Ids of tables without a known program are worth only within
/// files of the same shape; but a reference may go from one such table to another.
#[derive(Debug, Clone)]
pub(super) struct Namespace {
    own: String,
    family: &'static str,
}

/// What the id of a counterpart begins with that stands for a word by which other rows name a record.
const NAMED: &str = "named:";

/// The id that stands for a word: another program's id, a domain, an address or a name.
pub(super) fn named(by: &str, word: &str) -> String {
    format!("{NAMED}{by}:{word}")
}

/// The key in what was seen of a record under which the mark of the whole row is kept. It is the first
/// in order, so that it is found without reading the rest.
const MARK: &str = "";

/// Whether a row with this mark is the one that was last seen.
pub(super) fn is_same_row(source: &Source, mark: &str) -> bool {
    source.seen.strip_prefix("{\"\":\"").is_some_and(|rest| rest.starts_with(mark))
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

    /// The record of ours that a row was written from: our own tables have its id, other forms say that it is
    /// ours.
    pub fn our_id(&self, origin: &Origin) -> Option<Id> {
        let plain = || origin.id.as_deref().filter(|_| self.own == System::Keybook.as_str())?.parse().ok();
        origin.our_id().or_else(plain)
    }

    /// The counterpart with an id of this file's own kind of record.
    pub fn counterpart(&self, writer: &Writer<'_>, kind: RecordKind, id: &str) -> Result<Option<Source>> {
        writer.source(&self.own, kind, id)
    }

    /// Whether anything of this kind was ever seen in such a file.
    pub fn is_known(&self, writer: &Writer<'_>, kind: RecordKind) -> Result<bool> {
        writer.has_sources(&self.own, kind)
    }

    /// The places among rows of the same key that are taken: `3` for the id `KEY#3`.
    pub fn places(&self, writer: &Writer<'_>, kind: RecordKind, key: &str) -> Result<Vec<u32>> {
        let beginning = format!("{key}#");
        let ids = writer.their_ids(&self.own, kind, &beginning)?;
        Ok(ids.iter().filter_map(|id| id.strip_prefix(&beginning)?.parse().ok()).collect())
    }

    /// The record that a reference by id means: that of the row with this id, else one that was made for
    /// such a reference.
    pub fn referred(&self, writer: &Writer<'_>, kind: RecordKind, id: &str) -> Result<Option<Id>> {
        match self.among_kin(writer, kind, id)? {
            Some(known) => Ok(Some(known)),
            None => self.among_kin(writer, kind, &named("id", id)),
        }
    }

    /// The record that was made for references by this id, before the row with it was seen.
    pub fn expected(&self, writer: &Writer<'_>, kind: RecordKind, id: &str) -> Result<Option<Id>> {
        self.among_kin(writer, kind, &named("id", id))
    }

    /// The record that a word of this program was found to mean before.
    pub fn meant(&self, writer: &Writer<'_>, kind: RecordKind, alias: &str) -> Result<Option<Id>> {
        match self.counterpart(writer, kind, alias)? {
            Some(source) if writer.is_alive(&source)? => Ok(Some(source.record_id)),
            _ => Ok(None),
        }
    }

    fn among_kin(&self, writer: &Writer<'_>, kind: RecordKind, id: &str) -> Result<Option<Id>> {
        if self.family != System::Csv.as_str() {
            return self.meant(writer, kind, id);
        }
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

    /// Whether a record has a counterpart among this program's rows already: then a row with another id
    /// is another record, however alike.
    pub fn is_taken(&self, writer: &Writer<'_>, record: Id) -> Result<bool> {
        writer.has_source(record, &self.own, NAMED)
    }

    /// Everything last seen of a record, the given counterpart first.
    pub fn seen(&self, writer: &Writer<'_>, record: Id, counterpart: Option<&Source>) -> Result<Vec<Seen>> {
        let others = writer.sources_of(record)?;
        let others = others.iter().filter(|other| counterpart.is_none_or(|own| own.id != other.id)).map(read);
        let mut seen: Vec<Seen> = vec![counterpart.map(read).unwrap_or_default()];
        seen.extend(others);
        Ok(seen)
    }

    /// Remembers what was seen of a record in its row, and the row's mark. What the file has no column for
    /// stays as it was remembered; a cell that is empty now is remembered no more.
    pub fn remember(
        &self,
        writer: &Writer<'_>,
        kind: RecordKind,
        their_id: &str,
        old: Option<Source>,
        record: Id,
        (mark, seen): (Option<&str>, Seen),
    ) -> Result<()> {
        let mut all = old.as_ref().map(read).unwrap_or_default();
        all.extend(seen);
        all.retain(|_, value| value.is_some());
        all.remove(MARK);
        if let Some(mark) = mark {
            all.insert(MARK.to_owned(), Some(mark.to_owned()));
        }
        // A map of texts always serialises.
        let text = serde_json::to_string(&all).unwrap_or_default();
        match old {
            Some(old) if text == old.seen && record == old.record_id => Ok(()),
            Some(old) => writer.update_source(&Source { seen: text, record_id: record, ..old }),
            None => writer.insert_source(&Source {
                id: writer.mint()?,
                system: self.own.clone(),
                record_kind: kind,
                their_id: their_id.to_owned(),
                record_id: record,
                seen: text,
            }),
        }
    }

    /// Remembers which record a word means, with what the word itself told of it.
    pub fn remember_word(
        &self,
        writer: &Writer<'_>,
        kind: RecordKind,
        alias: &str,
        record: Id,
        told: Seen,
    ) -> Result<()> {
        let old = self.counterpart(writer, kind, alias)?;
        self.remember(writer, kind, alias, old, record, (None, told))
    }

    fn is_kin(&self, system: &str) -> bool {
        self.family == System::Csv.as_str() && system.starts_with(self.family)
    }
}

fn read(source: &Source) -> Seen {
    serde_json::from_str(&source.seen).unwrap_or_default()
}
