//! In which groups the entries of a plan stand, and what those are called.

use crate::domain::entry::choice::{Control, ProfileArea, Prompt, Sign};
use crate::domain::entry::{Entry, EntryKind, Form, Value};
use crate::domain::strategy::Cell;
use crate::i18n::Lang;
use crate::report::{entry_words, plan_words};
use crate::tr;

/// The fields by which entries of a kind are grouped; those of one group are equal in them.
pub fn fields(kind: EntryKind) -> &'static [&'static str] {
    match kind {
        EntryKind::Issue => &["part"],
        EntryKind::Criterion => &["strength"],
        EntryKind::Factor => &["sign", "control"],
        EntryKind::Swot => &["grid", "cell"],
        EntryKind::Need => &["kind"],
        EntryKind::Intelligence => &["level"],
        EntryKind::Tie => &["kind"],
        EntryKind::Competitor => &["us"],
        _ => &[],
    }
}

/// The group in which an entry stands: its place among the groups, and its name; nothing where all of the
/// kind stand together.
pub fn of(lang: Lang, entry: &Entry) -> (usize, Option<String>) {
    match entry.kind {
        EntryKind::Factor => match entry.word::<Sign>("sign").zip(entry.word::<Control>("control")) {
            Some((sign, control)) => {
                let cell = Cell::of(sign, control);
                let at = Cell::ALL.iter().position(|one| *one == cell).unwrap_or_default();
                let name =
                    format!("{} — {}", plan_words::cell(lang, cell), plan_words::cell_advice(lang, cell));
                (at, Some(name))
            }
            None => (0, None),
        },
        EntryKind::Profile => match entry.word::<Prompt>("prompt").map(Prompt::area) {
            Some(area) => {
                let at = ProfileArea::ALL.iter().position(|one| *one == area).unwrap_or_default();
                (at, Some(profile_area(lang, area).into_owned()))
            }
            None => (0, None),
        },
        EntryKind::Intelligence => {
            let level = entry.number("level").unwrap_or_default();
            let at = usize::try_from(4 - level).unwrap_or_default();
            (at, Some(tr!(lang, "record.level", level = level).into_owned()))
        }
        EntryKind::Action | EntryKind::Receivable | EntryKind::Complaint => {
            let is_done = ["done", "paid", "answered"].iter().any(|key| entry.day(key).is_some());
            let name = match (is_done, entry.kind) {
                (false, EntryKind::Complaint) => tr!(lang, "record.unanswered"),
                (true, EntryKind::Complaint) => tr!(lang, "record.answered"),
                (false, EntryKind::Receivable) => tr!(lang, "record.to_be_paid"),
                (true, EntryKind::Receivable) => tr!(lang, "record.paid"),
                (false, _) => tr!(lang, "record.to_do"),
                (true, _) => tr!(lang, "record.done"),
            };
            (usize::from(is_done), Some(name.into_owned()))
        }
        EntryKind::Competitor => {
            let us = entry.flag("us").unwrap_or_default();
            let name = if us { tr!(lang, "record.we") } else { tr!(lang, "record.others") };
            (usize::from(!us), Some(name.into_owned()))
        }
        kind => by_words(lang, kind, entry),
    }
}

/// The group by the closed words that an entry holds.
fn by_words(lang: Lang, kind: EntryKind, entry: &Entry) -> (usize, Option<String>) {
    let mut at = 0;
    let mut names = Vec::new();
    for key in fields(kind) {
        let Some((known, word)) = kind.spec().field(key).map(|field| field.form).zip(entry.text(key)) else {
            continue;
        };
        let Form::Word(known) = known else { continue };
        at = at * known.len() + known.iter().position(|one| *one == word).unwrap_or_default();
        names.push(entry_words::choice(lang, key, word).into_owned());
    }
    (at, Some(names.join(" · ")).filter(|name| !name.is_empty()))
}

/// What a new entry of the same group says already.
pub fn kin(entry: &Entry) -> Vec<(&'static str, Value)> {
    // We are described once.
    if entry.kind == EntryKind::Competitor {
        return Vec::new();
    }
    let told = fields(entry.kind).iter().filter_map(|key| Some((*key, entry.get(key)?.clone())));
    told.collect()
}

/// An area of the client's profile.
pub fn profile_area(lang: Lang, area: ProfileArea) -> crate::report::words::Word {
    match area {
        ProfileArea::Industry => tr!(lang, "plan.area.industry"),
        ProfileArea::Strategy => tr!(lang, "plan.area.strategy"),
        ProfileArea::Structure => tr!(lang, "plan.area.structure"),
        ProfileArea::Performance => tr!(lang, "plan.area.performance"),
        ProfileArea::Demand => tr!(lang, "plan.area.demand"),
    }
}
