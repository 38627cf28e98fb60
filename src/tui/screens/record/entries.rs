//! The entries of a plan as lines of a sheet, the same for every kind: what each says, beside it what is
//! chosen and counted, under it what else there is to read.

use super::group;
use super::side::Side;
use crate::domain::entry::judge::{CHECKS, ELEMENTS, checks_open, lowest};
use crate::domain::entry::{EntryKind, Field, Form, Holder, Preset, Target, Value};
use crate::report::model::EntryOut;
use crate::report::pages::entry::line as says;
use crate::report::{entry_words, rows};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::{Question, Telling};
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::widgets::due::due;
use crate::tui::widgets::sheet::{Line, Stands};

/// A group: its place among the groups, and its name.
type Named = (usize, Option<String>);

/// Puts the entries of a kind on a sheet, group by group; where there are none, what they are for and the
/// way to add one.
///
/// # Errors
/// What the store could not read.
pub fn put(side: &mut Side, book: &Book, look: &Look, holder: Holder, kind: EntryKind) -> Result<()> {
    let all = rows::entry::entries(book, book.entries(kind, holder)?)?;
    let title = entry_words::kinds(look.lang, kind);
    if all.is_empty() {
        let ask = Line {
            what: entry_words::none_yet(look.lang, kind).into_owned(),
            about: tr!(look.lang, "record.fill_in").into_owned(),
            style: look.theme.dim,
            stands_for: Some(asks(Telling::new(kind, holder))),
        };
        side.sheet.noted(title, vec![(ask, vec![entry_words::about(look.lang, kind).into_owned()])]);
        return Ok(());
    }
    let mut groups: Vec<(Named, Vec<EntryOut>)> = Vec::new();
    for entry in all {
        let of = group::of(look.lang, &entry.entry);
        match groups.iter_mut().find(|(known, _)| *known == of) {
            Some((_, group)) => group.push(entry),
            None => groups.push((of, vec![entry])),
        }
    }
    groups.sort_by_key(|((at, _), _)| *at);
    for ((_, name), entries) in groups {
        let heading = match name {
            Some(name) => format!("{title} · {name}"),
            None => title.to_string(),
        };
        side.sheet.noted(heading, entries.iter().map(|entry| line(look, entry)).collect());
        side.groups.push(entries.into_iter().map(|entry| entry.entry).collect());
    }
    Ok(())
}

/// What a line that asks stands for.
pub fn asks(telling: Telling) -> Stands {
    Stands::Asks(Box::new(Question::Plan(telling)))
}

/// An entry as a line, and what else there is to read of it.
pub fn line(look: &Look, out: &EntryOut) -> (Line, Vec<String>) {
    let lang = look.lang;
    let entry = &out.entry;
    let spec = entry.kind.spec();
    let mut beside = Vec::new();
    let mut below: Vec<String> = Vec::new();
    if let Some(rest) = spec.main.and_then(|key| entry.text(key)).and_then(|text| text.split_once('\n')) {
        below.push(rest.1.trim().to_owned());
    }
    // What the line itself says, the heading above it or the remark below it, is not said again.
    let said = match entry.kind {
        EntryKind::Elements => ELEMENTS.as_slice(),
        EntryKind::Objective => CHECKS.as_slice(),
        kind => group::fields(kind),
    };
    let first =
        spec.main.or_else(|| spec.fields.iter().map(|field| field.key).find(|key| entry.get(key).is_some()));
    let others = spec.fields.iter().filter(|field| first != Some(field.key) && !said.contains(&field.key));
    for field in others {
        let Some(value) = entry.get(field.key) else { continue };
        let label = entry_words::label(lang, entry.kind, field.key);
        let words = match field.form {
            Form::Reference(Target::Stage) => out.name(field.key).map(|key| look.stage(key)),
            Form::Reference(_) => out.name(field.key).map(str::to_owned),
            _ => Some(entry_words::value(lang, field, value).into_owned()),
        };
        let Some(words) = words else { continue };
        match (field.form, value) {
            // `3 lines`, `20 %`.
            (Form::Line, _) if field.key == "unit" && !beside.is_empty() => {
                beside.last_mut().into_iter().for_each(|number| *number = format!("{number} {words}"));
            }
            // A milestone's own words explain what kind it is.
            (Form::Line, _) if entry.kind == EntryKind::Milestone => below.push(words),
            (Form::Text, _) => below.push(format!("{label}: {words}")),
            (Form::Word(_) | Form::Stars(_) | Form::Line, _) => beside.push(words),
            (Form::Flag, Value::Flag(is)) => beside.extend(flag(lang, field, &label, *is)),
            (Form::Day, Value::Day(day)) if field.key == "due" => {
                let sign = if *day < look.today && !is_settled(out) { "! " } else { "" };
                beside.push(format!("{sign}{}", look.date(*day)));
            }
            // The day of a note needs no name.
            (Form::Day, Value::Day(day)) if matches!(field.key, "learned" | "answered" | "said") => {
                beside.push(look.date(*day));
            }
            (Form::Day, Value::Day(day)) => beside.push(format!("{label} {}", look.date(*day))),
            (Form::Decimal, _) => beside.push(words),
            (Form::Reference(Target::Record(_)), _) if entry.kind == EntryKind::Intelligence => {
                below.push(format!("{label}: {words}"));
            }
            (Form::Reference(Target::Colleague | Target::Record(_)), _) => beside.push(words),
            (Form::Reference(_), _) => below.push(format!("{label}: {words}")),
            _ => beside.push(format!("{label} {words}")),
        }
    }
    below.extend(remark(look, out));
    let style = match entry.day("due").filter(|_| !is_settled(out)) {
        Some(day) => due(look, day).1,
        None => look.theme.dim,
    };
    let stands_for = Stands::Entry(Entry { kind: Kind::Plan(entry.kind), id: entry.id });
    let what = match entry.kind {
        EntryKind::Elements => elements(look, out),
        _ => says(lang, out),
    };
    (Line { what, about: beside.join(" · "), style, stands_for: Some(stands_for) }, below)
}

/// The five scores in a row.
fn elements(look: &Look, out: &EntryOut) -> String {
    let scored = ELEMENTS.into_iter().map(|key| {
        let score = out.entry.number(key).map_or("–".to_owned(), |score| score.to_string());
        format!("{} {score}", entry_words::label(look.lang, EntryKind::Elements, key))
    });
    scored.collect::<Vec<_>>().join("  ")
}

/// Whether what was to happen has happened.
fn is_settled(out: &EntryOut) -> bool {
    ["done", "paid", "reached"].iter().any(|key| out.entry.day(key).is_some())
}

/// What is known to be so or not; what was only never said to be is left out.
fn flag(lang: crate::i18n::Lang, field: &Field, label: &str, is: bool) -> Option<String> {
    match is {
        true => Some(label.to_owned()),
        false if field.preset == Preset::No => None,
        false => Some(format!("{label}: {}", entry_words::value(lang, field, &Value::Flag(false)))),
    }
}

/// What the method says of an entry: what it lacks, or where to work next.
fn remark(look: &Look, out: &EntryOut) -> Option<String> {
    let (lang, entry) = (look.lang, &out.entry);
    let labels = |keys: Vec<&'static str>| {
        lang.list(keys.into_iter().map(|key| entry_words::label(lang, entry.kind, key)))
    };
    match entry.kind {
        EntryKind::Objective => {
            let open = labels(checks_open(entry));
            (!open.is_empty()).then(|| tr!(lang, "record.checks_open", checks = open).into_owned())
        }
        EntryKind::Elements => {
            let lowest = labels(lowest(entry));
            (!lowest.is_empty()).then(|| tr!(lang, "record.lowest", elements = lowest).into_owned())
        }
        EntryKind::Fab if out.follows == true => Some(tr!(lang, "record.without_need").into_owned()),
        EntryKind::Need if entry.text("kind") == Some("implicit") && entry.get("became").is_none() => {
            Some(tr!(lang, "record.still_implicit").into_owned())
        }
        _ => None,
    }
}
