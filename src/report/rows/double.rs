//! Likely doubles, and two records beside each other, as programs read them.

use super::record_history::{cell, field};
use crate::domain::id::Id;
use crate::domain::reach::Labelled;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::double_words::reason;
use crate::report::model::{DoubleOut, NamedOut, ReasonOut, SidesOut};
use crate::report::spell::spell_alone;
use crate::report::words::Word;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::view::doubles::Double;
use crate::store::view::find::Named;
use crate::store::view::related::ByRecord;
use crate::store::view::two_sides::TwoSides;
use crate::store::{Book, Error, Result};
use crate::tr;

/// Two records that may be one.
pub fn double(lang: Lang, double: &Double) -> DoubleOut {
    let reasons = double
        .reasons
        .iter()
        .map(|one| ReasonOut { code: one.to_string(), text: reason(lang, *one).into_owned() });
    DoubleOut {
        kind: double.one.kind.to_string(),
        a: named(&double.one),
        b: named(&double.other),
        reasons: reasons.collect(),
        certainty: double.certainty.to_string(),
    }
}

/// A record by its names.
pub fn named(named: &Named) -> NamedOut {
    NamedOut { id: named.id, code: named.code.clone(), name: named.name.clone() }
}

/// Two records beside each other, part by part; parts of which neither says anything are left out.
///
/// # Errors
/// [`crate::store::Error::NoRecord`] where one of them is not there.
pub fn sides(lang: Lang, book: &Book, kind: RecordKind, one: Id, other: Id) -> Result<Vec<SidesOut>> {
    let all = book.two_sides(kind, one, other)?;
    let told = all.iter().map(|sides| side_by_side(lang, sides));
    Ok(told.filter(|sides| sides.a.is_some() || sides.b.is_some()).collect())
}

/// A part of two records, in words.
fn side_by_side(lang: Lang, sides: &TwoSides) -> SidesOut {
    let first = sides.fields.first().and_then(|(name, _)| field(lang, name));
    let told = |side: usize| {
        let named = sides.fields.iter().filter(|(name, _)| field(lang, name).is_some());
        let words = named.map(|(name, held)| spell_alone(lang, &cell(lang, name, &held[side])));
        let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
        Some(words.join(", ")).filter(|words| !words.is_empty())
    };
    SidesOut {
        part: sides.part.key.to_owned(),
        label: first.map(Word::into_owned).unwrap_or_default(),
        a: told(0),
        b: told(1),
        differ: sides.differ,
    }
}

/// What else two records have that a merge keeps of both: ways to reach them, tags, notes, and how much hangs
/// on each.
///
/// # Errors
/// As [`sides`].
pub fn kept(lang: Lang, book: &Book, kind: RecordKind, one: Id, other: Id) -> Result<Vec<SidesOut>> {
    let both = [one, other];
    let listed = |mut all: ByRecord<String>| both.map(|id| lang.list(all.remove(&id).unwrap_or_default()));
    let labelled = |all: ByRecord<Labelled>| -> ByRecord<String> {
        let values = |reaches: Vec<Labelled>| reaches.into_iter().map(|(_, value)| value).collect();
        all.into_iter().map(|(id, reaches)| (id, values(reaches))).collect()
    };
    let mut kept: Vec<(&str, Word, [String; 2])> = vec![];
    if kind == RecordKind::Contact {
        kept.push(("emails", tr!(lang, "column.emails"), listed(labelled(book.emails_of_all(&both)?))));
        kept.push(("phones", tr!(lang, "column.phones"), listed(labelled(book.phones_of_all(&both)?))));
    }
    kept.push(("tags", tr!(lang, "column.tags"), listed(book.tags_of(&both)?)));
    let notes = |id| -> Result<Option<String>> {
        Ok(match kind {
            RecordKind::Account => book.row::<Account>(id)?.notes,
            RecordKind::Contact => book.row::<Contact>(id)?.notes,
            _ => book.row::<Deal>(id)?.notes,
        })
    };
    let both_notes = [notes(one)?.unwrap_or_default(), notes(other)?.unwrap_or_default()];
    kept.push(("notes", tr!(lang, "column.notes"), both_notes));
    let hanging = std::iter::zip(book.hanging_on(kind, one)?, book.hanging_on(kind, other)?);
    for ((hanging, ones), (_, others)) in hanging {
        let number = |number: u64| if number == 0 { String::new() } else { number.to_string() };
        kept.push((hanging.as_str(), hanging_word(lang, hanging), [number(ones), number(others)]));
    }
    let told = kept.into_iter().map(|(part, label, [a, b])| {
        let some = |text: String| Some(text).filter(|text| !text.is_empty());
        SidesOut { part: part.to_owned(), label: label.into_owned(), a: some(a), b: some(b), differ: false }
    });
    Ok(told.filter(|side| side.a.is_some() || side.b.is_some()).collect())
}

/// What hangs on a record, as the head of how many there are.
fn hanging_word(lang: Lang, kind: RecordKind) -> Word {
    match kind {
        RecordKind::Contact => tr!(lang, "people.title"),
        RecordKind::Deal => tr!(lang, "deals.title"),
        RecordKind::Product => tr!(lang, "column.product"),
        RecordKind::Order => tr!(lang, "twins.orders"),
        _ => tr!(lang, "twins.activities"),
    }
}

/// A record by its names.
///
/// # Errors
/// [`crate::store::Error::NoRecord`] where it is not there.
pub fn of_id(book: &Book, kind: RecordKind, id: Id) -> Result<NamedOut> {
    let found = book.coded(&id.to_string(), &[kind])?;
    found.first().map(named).ok_or(Error::NoRecord)
}
