//! What hangs on a record of any kind: tags and custom values of a row.

use super::super::input::{self, Hanging};
use super::join::Joiner;
use super::merge::{Stays, Verdict, judge};
use super::refusal::Refusal;
use super::row::{Kind, Remembered};
use crate::domain::id::Id;
use crate::domain::text::name_key;
use crate::exchange::Custom;

/// Whether anything changed, and what of ours stayed.
#[derive(Default)]
pub(super) struct Hung {
    pub changed: bool,
    pub stays: Vec<Stays>,
}

/// Hangs the tags and custom values of a row on a record; a new one (`fresh`) has none yet.
pub(super) fn hang<K: Kind>(
    joiner: &Joiner<'_>,
    draft: &K::Draft,
    record: Id,
    fresh: bool,
    remembered: &mut Remembered<'_>,
) -> Result<Hung, Refusal> {
    let mut hung = Hung::default();
    let tags = K::tags(draft);
    if !tags.is_absent() {
        let told = tags.value().map(Vec::as_slice).unwrap_or_default();
        hung.changed |= tag::<K>(joiner, told, (record, fresh), remembered)?;
    }
    for custom in &K::origin(K::told(draft)).custom {
        set::<K>(joiner, custom, record, fresh, remembered, &mut hung)?;
    }
    Ok(hung)
}

fn tag<K: Kind>(
    joiner: &Joiner<'_>,
    told: &[String],
    (record, fresh): (Id, bool),
    remembered: &mut Remembered<'_>,
) -> Result<bool, Refusal> {
    let keys = |tags: &[String]| -> Vec<String> {
        tags.iter().map(|tag| name_key(tag.trim_start_matches('#'))).filter(|key| !key.is_empty()).collect()
    };
    let ours = if fresh { vec![] } else { joiner.writer.tags_on(record)? };
    let (told_keys, ours) = (keys(told), keys(&ours));
    let joined = remembered.list("tags", &told_keys, &ours);
    // A tag that is new to the record is written as the file writes it.
    let as_told = |key: &String| {
        told.iter().find(|tag| name_key(tag.trim_start_matches('#')) == **key).unwrap_or(key).clone()
    };
    let tags: Vec<String> = joined.iter().filter(|key| !ours.contains(key)).map(as_told).collect();
    let untags: Vec<String> = ours.into_iter().filter(|key| !joined.contains(key)).collect();
    let changed = !tags.is_empty() || !untags.is_empty();
    Hanging { tags, untags, fields: vec![] }.apply(joiner.writer, K::KIND, record)?;
    Ok(changed)
}

fn set<K: Kind>(
    joiner: &Joiner<'_>,
    custom: &Custom,
    record: Id,
    fresh: bool,
    remembered: &mut Remembered<'_>,
    hung: &mut Hung,
) -> Result<(), Refusal> {
    let writer = joiner.writer;
    let theirs = Some(&custom.value).filter(|value| !value.is_empty());
    let key = format!("field.{}", custom.key);
    remembered.now.insert(key.clone(), theirs.cloned());
    if fresh {
        if let Some(value) = theirs {
            let field = joiner.field(K::KIND, &custom.key)?;
            input::must_fit(&field, value)?;
            writer.insert_custom_value(field.id, record, value)?;
        }
        return Ok(());
    }
    let was = remembered.before.first().and_then(|seen| seen.get(&key)).and_then(Option::as_ref);
    if was == theirs {
        return Ok(());
    }
    let field = joiner.field(K::KIND, &custom.key)?;
    let ours = writer.custom_value(field.id, record)?.map(|row| row.value);
    match judge(&key, remembered.before, ours.as_ref(), theirs) {
        Verdict::Leave => {}
        Verdict::Take => {
            if let Some(value) = theirs {
                input::must_fit(&field, value)?;
            }
            writer.set_custom_value(field.id, record, theirs.map(String::as_str))?;
            hung.changed = true;
        }
        Verdict::Keep => hung.stays.push(Stays { field: key, ours, theirs: theirs.cloned() }),
    }
    Ok(())
}
