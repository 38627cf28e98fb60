//! What a person wants for their organisation, as it stands in a field: a line each, with what of it after a
//! colon.

use super::told::Told;
use crate::domain::person::OrganisationalNeed;
use crate::domain::text::name_key;
use crate::i18n::Lang;
use crate::report::people::organisational_need;
use crate::tr;
use crate::tui::dialogs::form::Refusal;

/// A need, and what of it.
type Wanted = (OrganisationalNeed, Option<String>);

/// What stands in the field.
pub fn shown(lang: Lang, all: &[Wanted]) -> String {
    let line = |(need, what): &Wanted| {
        let need = organisational_need(lang, *need);
        match what {
            Some(what) => tr!(lang, "detail.words_after", what = need, words = what).into_owned(),
            None => need.into_owned(),
        }
    };
    all.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What the field says, if it says something else than before.
///
/// # Errors
/// Where a line begins with no need that there is.
pub fn told(told: &Told<'_>, field: &str) -> Result<Option<Vec<Wanted>>, Refusal> {
    let Some(text) = told.text(field) else { return Ok(None) };
    let text = text.unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
    let all = lines.map(|line| {
        read(line)
            .ok_or_else(|| told.refuse(field, tr!(told.lang(), "ask.no_organisational_need", line = line)))
    });
    all.collect::<Result<_, _>>().map(Some)
}

/// A line: the need by its word in either language, or by what that begins with.
fn read(line: &str) -> Option<Wanted> {
    let (word, what) = line.split_once([':', '：']).unwrap_or((line, ""));
    let word = name_key(word);
    let is_called = |need: &&OrganisationalNeed| {
        [Lang::En, Lang::Zh]
            .iter()
            .any(|lang| name_key(&organisational_need(*lang, **need)).starts_with(&word))
    };
    let need = OrganisationalNeed::ALL.iter().find(is_called).filter(|_| !word.is_empty())?;
    Some((*need, Some(what.trim().to_owned()).filter(|what| !what.is_empty())))
}
