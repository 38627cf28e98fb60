//! Where one left off: the screen, the filters, the records that stood chosen. It is written when one leaves,
//! beside the drafts in the book (it may name what the book says, and is as well kept as that), and found
//! again at the next start. It is no operation: there is nothing to undo.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::app::App;
use super::screens::record::Tab;
use super::screens::{Place, Screen, Visit, Within};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::store::{Book, Draft, Result};

/// Under this name it lies among the drafts.
const NAME: &str = "left";

/// Where one was, and what each list showed.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Left {
    place: String,
    tab: Option<String>,
    at: Option<String>,
    lists: HashMap<String, Shown>,
    /// The records that one was at, the latest first.
    visited: Vec<String>,
}

/// What a list showed of all records.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Shown {
    filter: String,
    within: Option<(String, String)>,
    at: Option<String>,
}

/// The screens that are come back to, by names that never change.
const PLACES: [(&str, Place); 19] = [
    ("today", Place::Today),
    ("funnel", Place::Funnel),
    ("accounts", Place::Accounts),
    ("people", Place::People),
    ("deals", Place::Deals),
    ("board", Place::Board),
    ("log", Place::Log),
    ("register", Place::Register),
    ("segments", Place::Segments),
    ("account", Place::Account),
    ("deal", Place::Deal),
    ("person", Place::Person),
    ("change", Place::Change),
    ("track", Place::Track),
    ("metrics", Place::Metrics),
    ("white_space", Place::WhiteSpace),
    ("calendar", Place::Calendar),
    ("resources", Place::Resources),
    ("care", Place::Care),
];

/// Those of them that are lists with a filter.
const LISTS: [Place; 6] =
    [Place::Accounts, Place::People, Place::Deals, Place::Board, Place::Log, Place::WhiteSpace];

/// Those that show one record.
const RECORDS: [Place; 3] = [Place::Account, Place::Deal, Place::Person];

/// Writes where one is. Where another process holds the book just now, or it cannot be written, the next
/// start begins as usual.
pub fn keep(book: &Book, app: &App) {
    let left = left(app);
    let before = book.draft(NAME, None).ok().flatten().and_then(|draft| read(&draft));
    if before.as_ref() == Some(&left) {
        return;
    }
    if let Ok(content) = serde_json::to_string(&left) {
        let _ = book.keep_draft(&Draft { form: NAME.to_owned(), record: None, content });
    }
}

/// Goes where one was, as far as it is still there.
///
/// # Errors
/// What the store could not read.
pub fn come_back(book: &Book, app: &mut App) -> Result<()> {
    let Some(left) = book.draft(NAME, None)?.as_ref().and_then(read) else { return Ok(()) };
    let shown =
        left.lists.values().flat_map(|shown| [shown.at.as_ref(), shown.within.as_ref().map(|(_, id)| id)]);
    let told = shown.flatten().chain(&left.visited).chain(&left.at);
    let ids: Vec<Id> = told.filter_map(|id| id.parse().ok()).collect();
    let known: HashMap<Id, String> = book.hits(&ids)?.into_iter().map(|hit| (hit.id, hit.name)).collect();
    let there = |told: &String| told.parse::<Id>().ok().filter(|id| known.contains_key(id));
    for (name, place) in PLACES.iter().filter(|(_, place)| LISTS.contains(place)) {
        let (Some(shown), Some(screen)) = (left.lists.get(*name), screen_at(app, *place)) else { continue };
        let within = shown.within.as_ref().and_then(|(kind, id)| {
            let (kind, id) = (kind.parse::<RecordKind>().ok()?, id.parse::<Id>().ok()?);
            Some(Within { kind, id, name: known.get(&id)?.clone() })
        });
        let at = shown.at.as_ref().and_then(there);
        screen.revisit(Visit { within, filter: shown.filter.clone(), at, loosely: true, ..Visit::default() });
    }
    left.visited.iter().rev().filter_map(there).for_each(|id| app.come_to(id));
    let Some((_, place)) = PLACES.iter().find(|(name, _)| *name == left.place) else { return Ok(()) };
    if RECORDS.contains(place) {
        let Some(at) = left.at.as_ref().and_then(there) else {
            app.start_at(place.home());
            return Ok(());
        };
        let mut sides = Tab::OF_ACCOUNT.iter().chain(Tab::OF_DEAL).copied();
        let tab = sides.find(|tab| Some(name_of(*tab)) == left.tab.as_deref());
        if let Some(screen) = screen_at(app, *place) {
            screen.revisit(Visit { at: Some(at), tab, ..Visit::default() });
        }
    }
    app.start_at(*place);
    Ok(())
}

fn read(draft: &Draft) -> Option<Left> {
    serde_json::from_str(&draft.content).ok()
}

fn screen_at(app: &mut App, place: Place) -> Option<&mut Box<dyn Screen>> {
    app.screens.iter_mut().find(|screen| screen.place() == place)
}

/// By which a side of a record is known again.
fn name_of(tab: Tab) -> &'static str {
    tab.action().entry().name
}

fn left(app: &App) -> Left {
    let here = app.screen().visit();
    let named = PLACES.iter().find(|(_, place)| *place == app.screen().place());
    let lists = app.screens.iter().map(AsRef::as_ref).filter(|screen| LISTS.contains(&screen.place()));
    let shown = |screen: &dyn Screen| {
        let (name, _) = PLACES.iter().find(|(_, place)| *place == screen.place())?;
        let visit = screen.visit();
        let within = visit.within.map(|within| (within.kind.as_str().to_owned(), within.id.to_string()));
        let shown = Shown { filter: visit.filter, within, at: visit.at.map(|id| id.to_string()) };
        (shown != Shown::default()).then(|| ((*name).to_owned(), shown))
    };
    Left {
        place: named.map(|(name, _)| (*name).to_owned()).unwrap_or_default(),
        tab: here.tab.map(|tab| name_of(tab).to_owned()),
        at: here.at.map(|id| id.to_string()),
        lists: lists.filter_map(shown).collect(),
        visited: app.seen().iter().map(Id::to_string).collect(),
    }
}

#[cfg(test)]
mod tests {
    use crate::i18n::Lang;
    use crate::tui::testkit::Interface;
    use crate::tui::testkit::sample::{Sample, sample};

    /// Leaves after these keys, and opens the book again.
    fn left_after(keys: &str) -> Interface {
        let mut interface = Interface::open(sample(), Lang::En, 120, 40);
        interface.press(keys);
        Interface::open(interface.leave(), Lang::En, 120, 40)
    }

    #[test]
    fn one_comes_back_to_the_list_its_filter_and_its_record() {
        let mut again = left_after("5 / a c m e enter j");
        let screen = again.screen();
        assert!(screen.contains("/ acme") && screen.contains("4 deals"), "{screen}");
        let chosen = screen.lines().find(|line| line.trim_start().starts_with('›')).unwrap();
        again.press("k");
        assert!(!again.screen().contains(chosen), "the second record stood chosen: {chosen}");
    }

    #[test]
    fn one_comes_back_to_the_side_of_a_record() {
        let mut interface = Interface::open(sample(), Lang::En, 120, 40);
        interface.press("5 j enter , p");
        let before = interface.screen();
        assert_eq!(Interface::open(interface.leave(), Lang::En, 120, 40).screen(), before);
    }

    #[test]
    fn a_record_that_is_gone_is_not_looked_for() {
        let mut interface = Interface::open(sample(), Lang::En, 120, 40);
        interface.press("5 j j X");
        let gone = interface.leave();
        let again = Interface::open(gone, Lang::En, 120, 40).screen();
        assert!(again.contains("17 deals") && !again.contains("Only"), "{again}");
    }

    #[test]
    fn leaving_is_nothing_to_undo() {
        let Sample { book, folder } = Interface::open(sample(), Lang::En, 120, 40).leave();
        let before = book.history(None, 10).unwrap().len();
        let mut interface = Interface::open(Sample { book, folder }, Lang::En, 120, 40);
        interface.press("3");
        let Sample { book, .. } = interface.leave();
        assert_eq!(book.history(None, 10).unwrap().len(), before);
        assert_eq!(book.drafts().unwrap().len(), 1, "the place, and no draft of a form");
    }
}
