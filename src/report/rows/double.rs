//! Likely doubles, and two records beside each other, as programs read them.

use super::record_history::{cell, field};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::double_words::reason;
use crate::report::model::{DoubleOut, NamedOut, ReasonOut, SidesOut};
use crate::report::spell::spell_alone;
use crate::report::words::Word;
use crate::store::view::doubles::Double;
use crate::store::view::find::Named;
use crate::store::view::two_sides::TwoSides;
use crate::store::{Book, Result};

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
