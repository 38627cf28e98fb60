//! Languages: every key is there in both, used, and asked for with the values it names.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Source, files};
use crate::{none, shipped_sources};

/// One text of the locale files.
#[derive(Debug, Default)]
struct Entry {
    file: String,
    /// By language.
    texts: BTreeMap<String, String>,
}

/// The languages that every text must have.
const LANGUAGES: [&str; 2] = ["en", "zh"];

/// The texts by key, and what is wrong with how they are written.
fn entries() -> (BTreeMap<String, Entry>, Vec<String>) {
    let mut all: BTreeMap<String, Entry> = BTreeMap::new();
    let mut wrong = vec![];
    for (file, text) in files("assets/locales", "yml") {
        let mut key = String::new();
        let mut language = String::new();
        for (number, line) in text.lines().enumerate() {
            let content = line.trim();
            if content.is_empty() || content.starts_with('#') || line.starts_with("_version:") {
                continue;
            }
            let indent = line.len() - line.trim_start().len();
            let (name, value) = content.split_once(':').unwrap_or((content, ""));
            let name = name.trim_matches('"');
            match indent {
                0 => {
                    key = name.to_owned();
                    if !value.trim().is_empty() {
                        wrong.push(format!("{file}:{}: `{key}` needs its languages below it", number + 1));
                    }
                    let entry = Entry { file: file.clone(), ..Entry::default() };
                    if let Some(other) = all.insert(key.clone(), entry) {
                        wrong.push(format!("{file}:{}: `{key}` is in {} already", number + 1, other.file));
                    }
                }
                2 if LANGUAGES.contains(&name) => {
                    language = name.to_owned();
                    let slot = all.entry(key.clone()).or_default();
                    slot.texts.insert(language.clone(), value.trim().to_owned());
                }
                2 => wrong.push(format!(
                    "{file}:{}: `{name}` is no language; use two spaces and en or zh",
                    number + 1
                )),
                _ => {
                    let slot = all.entry(key.clone()).or_default().texts.entry(language.clone()).or_default();
                    slot.push(' ');
                    slot.push_str(content);
                }
            }
        }
    }
    (all, wrong)
}

/// The names between `%{` and `}`.
fn names(text: &str) -> BTreeSet<String> {
    text.split("%{")
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name.trim().to_owned())
        .collect()
}

#[test]
fn every_text_is_there_in_both_languages_with_the_same_names() {
    let (all, mut wrong) = entries();
    for (key, Entry { file, texts }) in &all {
        for language in LANGUAGES {
            match texts.get(language).map(|text| text.trim_matches(['"', '\'', '|', '>', '-', ' '])) {
                None => wrong.push(format!("{file}: `{key}` has no {language}")),
                Some("") => wrong.push(format!("{file}: `{key}` says nothing in {language}")),
                Some(_) => {}
            }
        }
        let named: BTreeSet<_> = texts.values().map(|text| names(text)).collect();
        if named.len() > 1 {
            wrong.push(format!("{file}: `{key}` names other values in en than in zh: {named:?}"));
        }
        if key.contains("%{") {
            wrong.push(format!("{file}: `{key}`: a key has no parts to fill in"));
        }
    }
    none("texts that are not complete in both languages", &wrong);
}

/// A `tr!` in the code.
struct Call {
    at: usize,
    /// None where it is no literal.
    key: Option<String>,
    arguments: BTreeSet<String>,
}

fn calls(source: &Source) -> Vec<Call> {
    let code = &source.shipped;
    let starts = code
        .match_indices("tr!(")
        .filter(|(at, _)| !code[..*at].ends_with(|c: char| c.is_alphanumeric() || c == '_'));
    starts.map(|(at, opening)| call(source, at, at + opening.len())).collect()
}

/// Reads `lang, "key", name = value)` from a place on.
fn call(source: &Source, at: usize, from: usize) -> Call {
    let mut parts = vec![];
    let (mut depth, mut start) = (0, from);
    for (place, c) in source.shipped[from..].char_indices().map(|(place, c)| (from + place, c)) {
        match c {
            ')' | ',' if depth == 0 => {
                parts.push((start, &source.shipped[start..place]));
                start = place + 1;
                if c == ')' {
                    break;
                }
            }
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            _ => {}
        }
    }
    let key = parts.get(1).and_then(|(place, part)| {
        let quote = place + part.len() - part.trim_start().len();
        source.string_at(quote).map(str::to_owned)
    });
    let arguments = parts.iter().skip(2).filter_map(|(_, part)| part.split_once('='));
    let arguments = arguments.map(|(name, _)| name.trim().to_owned()).collect();
    Call { at, key, arguments }
}

#[test]
fn every_key_asked_for_is_there_and_gets_the_values_it_names() {
    let (all, _) = entries();
    let mut wrong = vec![];
    for source in shipped_sources() {
        for Call { at, key, arguments } in calls(&source) {
            let place = format!("{}:{}", source.path, source.line(at));
            let Some(key) = key else {
                wrong.push(format!("{place}: the key must be a whole literal, so that it can be found"));
                continue;
            };
            match all.get(&key) {
                None => wrong.push(format!("{place}: no text `{key}` in assets/locales")),
                Some(entry) => {
                    let named: BTreeSet<String> = entry.texts.values().flat_map(|text| names(text)).collect();
                    if named != arguments {
                        wrong.push(format!("{place}: `{key}` names {named:?} and is given {arguments:?}"));
                    }
                }
            }
        }
        if source.room() != "i18n" {
            for (at, _) in source
                .shipped
                .match_indices("t!(")
                .filter(|(at, _)| source.shipped[..*at].ends_with(|c: char| !c.is_alphanumeric() && c != '_'))
            {
                wrong.push(format!("{}:{}: use tr!, which takes the language", source.path, source.line(at)));
            }
        }
    }
    none("texts asked for wrongly", &wrong);
}

#[test]
fn no_text_is_unused() {
    let used: BTreeSet<String> =
        shipped_sources().iter().flat_map(calls).filter_map(|call| call.key).collect();
    let (all, _) = entries();
    let unused = all.iter().filter(|(key, _)| !used.contains(*key));
    let unused: Vec<String> = unused.map(|(key, entry)| format!("{}: `{key}`", entry.file)).collect();
    none("texts that nothing asks for; take them out", &unused);
}
