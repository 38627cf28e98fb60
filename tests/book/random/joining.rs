//! Two copies of a book to which different stories happen, joined: whatever only one of them has changed is
//! there, a second time changes nothing, and one undo takes all back.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use keybook::domain::joining::{Chosen, Rule};
use keybook::ops::{check, history, joining, setup};
use keybook::store::joining::Joined;
use keybook::store::{Clock, Outcome};
use proptest::prelude::*;
use rusqlite::Connection;
use rusqlite::types::Value;

use super::act::{Act, Story, story, story_with_many};
use super::book_file::{self, assert_sound, dump, tables};
use super::figures::figures;
use super::fresh::first_day;
use super::settings;
use super::world::World;

impl World {
    /// A copy of the book in a file of its own, with the same records.
    pub fn copy(&mut self) -> World {
        let on = self.book().today();
        let mut copy = World::new(on);
        copy.book = None;
        let path = copy.folder.path().join("a.keybook");
        std::fs::remove_file(&path).unwrap();
        self.book().back_up_to(&path).unwrap();
        copy.book = Some(setup::open(&path, Clock::fixed(on)).unwrap());
        copy.file = book_file::open(&path);
        (copy.made, copy.entries) = (self.made.clone(), self.entries.clone());
        copy
    }

    /// The file's path.
    pub fn path(&self) -> std::path::PathBuf {
        self.folder.path().join("a.keybook")
    }
}

/// Lives a story on from a day; the first step has this number. What is refused is not done.
fn live(world: &mut World, story: Story, from: NaiveDate, first: usize) -> NaiveDate {
    let mut day = from;
    for (n, (gap, act)) in story.into_iter().enumerate() {
        day = day + Days::new(u64::from(gap));
        world.live_on(day);
        if let Some(act) = world.settle(act) {
            let _ = world.act(first + n, &act, day);
        }
    }
    day
}

/// Only what happens: the beginning that every story has, left out.
fn without_opening(story: Story) -> Story {
    story.into_iter().skip(5).collect()
}

fn join(world: &mut World, other: &World, rule: Rule) -> Outcome<Joined> {
    let ready = joining::ready(world.book(), &other.path()).unwrap();
    let choose = |conflict: &keybook::store::joining::Conflict| {
        Some(rule.choose(conflict.ours_at, conflict.theirs_at))
    };
    joining::join(world.book(), &ready, choose).unwrap()
}

fn rule() -> impl Strategy<Value = Rule> {
    prop_oneof![Just(Rule::Ours), Just(Rule::Theirs), Just(Rule::Newest)]
}

/// What a row holds by column.
type Row = BTreeMap<String, Value>;
/// Every row that a person made, by table and id.
type Rows = BTreeMap<(String, i64), Row>;

/// Columns that only tell of changes, and what each book calls its records.
const OWN: &[&str] = &["id", "code", "updated_at", "updated_on", "position"];

fn rows(file: &Connection) -> Rows {
    let mut all = Rows::new();
    let derived = |table: &String| {
        let is_kept = ["last_contact", "deal_told_late", "seal"].contains(&table.as_str());
        is_kept || table.ends_with("_event") || table.starts_with("search")
    };
    for table in tables(file).into_iter().filter(|table| !derived(table)) {
        let mut statement = file.prepare(&format!("SELECT * FROM {table}")).unwrap();
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut found = statement.query([]).unwrap();
        while let Some(row) = found.next().unwrap() {
            let values = names.iter().enumerate().map(|(n, name)| (name.clone(), row.get(n).unwrap()));
            all.insert((table.clone(), row.get("id").unwrap()), values.collect());
        }
    }
    all
}

/// The tables in which two copies may have made the same thing under two ids.
fn may_be_alike(table: &str) -> bool {
    const ALIKE: &[&str] = &[
        "tag",
        "tagging",
        "quota",
        "exchange_rate",
        "setting",
        "product",
        "lost_reason",
        "snooze",
        "custom_field",
        "custom_value",
        "organisational_need",
        "cover",
        "account_role",
        "activity_contact",
        "deal_contact",
        "deal_contact_part",
        "contact_email",
        "deal_product",
        "account_plan",
        "account_standing",
        "relationship_signs",
        "growth_checklist",
        "contact_part",
        "contact_need",
        "colleague_need",
        "walk_tick",
        "segment_decision",
        "apart",
        "mapping",
        "saved_view",
        "observation_clue",
        "colleague",
    ];
    ALIKE.contains(&table)
}

/// Checks, value by value, that what only one copy changed is there; for copies without any conflict.
fn assert_both_are_there(base: &Rows, ours: &Rows, theirs: &Rows, joined: &Rows) {
    for (key, row) in joined {
        let (Some(base), Some(ours), Some(theirs)) = (base.get(key), ours.get(key), theirs.get(key)) else {
            continue;
        };
        for (column, value) in row.iter().filter(|(column, _)| !OWN.contains(&column.as_str())) {
            let (base, ours, theirs) = (&base[column], &ours[column], &theirs[column]);
            let expected = if theirs == base { ours } else { theirs };
            // Where both went to one stage, each on a day of its own, the day here stays.
            let has_both = column == "stage_since" && ours != base;
            // What refers to a product or a reason made there may refer to the same one made here.
            const TWINS: &[(&str, &str)] = &[("small_order", "product_id"), ("deal", "lost_reason_id")];
            let is_twin = TWINS.contains(&(key.0.as_str(), column.as_str())) && value != base;
            let is_kept =
                value == expected || is_twin || (value == ours && (may_be_alike(&key.0) || has_both));
            assert!(is_kept, "{key:?} {column}: {base:?}, {ours:?} here, {theirs:?} there, joined {value:?}");
        }
    }
    for key in ours.keys().filter(|key| !base.contains_key(key)) {
        assert!(joined.contains_key(key), "made here, and gone: {key:?}");
    }
    for key in theirs.keys().filter(|key| !base.contains_key(key) && !may_be_alike(&key.0)) {
        assert!(joined.contains_key(key), "made there, and missing: {key:?}");
    }
    for key in base.keys().filter(|key| !theirs.contains_key(key) && ours.get(key) == base.get(key)) {
        let is_used = may_be_alike(&key.0) || key.0 == "stage";
        assert!(is_used || !joined.contains_key(key), "gone there, and still here: {key:?}");
    }
    for key in base.keys().filter(|key| !ours.contains_key(key)) {
        let is_used = may_be_alike(&key.0) || key.0 == "stage";
        assert!(is_used || !joined.contains_key(key), "taken out here, and back: {key:?}");
    }
}

/// The rows of a book without what each copy says in its own way.
fn alike(file: &Connection) -> Rows {
    let mut all = rows(file);
    all.retain(|(table, _), _| !may_be_alike(table));
    for row in all.values_mut() {
        row.retain(|column, _| !OWN.contains(&column.as_str()) && !column.ends_with("_id"));
    }
    all
}

/// The rows in which two books differ.
fn differing(one: &Rows, other: &Rows) -> Vec<String> {
    let keys: std::collections::BTreeSet<_> = one.keys().chain(other.keys()).collect();
    let keys = keys.into_iter().filter(|key| one.get(*key) != other.get(*key));
    keys.map(|key| format!("{key:?}: {:?}, {:?}", one.get(key), other.get(key))).collect()
}

/// The lines that only one of two texts has.
fn lines_apart(one: &str, other: &str) -> Vec<String> {
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<std::collections::BTreeSet<_>>();
    lines(one).symmetric_difference(&lines(other)).cloned().collect()
}

fn tells_otherwise(act: &Act) -> bool {
    // What was undone never was, on the days before either.
    let is_undone = matches!(act, Act::Undo | Act::Redo);
    is_undone
        || matches!(act, Act::Setting { .. } | Act::Rate { .. } | Act::Quota { .. } | Act::DeleteQuota { .. })
}

proptest! {
    #![proptest_config(settings())]

    #[test]
    fn joined_copies_are_sound_once_is_enough_and_one_undo_takes_all_back(
        before in story_with_many(5..30),
        here in story_with_many(6..25),
        there in story_with_many(6..25),
        rule in rule(),
    ) {
        let mut ours = World::new(first_day());
        let parted = live(&mut ours, before, first_day(), 0);
        let mut theirs = ours.copy();
        let (one, other) = (without_opening(here), without_opening(there));
        let last = live(&mut ours, one, parted, 1_000).max(live(&mut theirs, other, parted, 2_000));
        ours.live_on(last);
        let (start, of_other) = (dump(ours.file()), dump(theirs.file()));
        let outcome = join(&mut ours, &theirs, rule);
        let end = dump(ours.file());
        assert_sound(ours.file());
        prop_assert_eq!(check::examine(&ours.path()).unwrap().findings, vec![]);
        prop_assert_eq!(dump(theirs.file()), of_other);
        let again = join(&mut ours, &theirs, rule);
        prop_assert_eq!(again.operation, None);
        prop_assert_eq!(lines_apart(&dump(ours.file()), &end), Vec::<String>::new());
        if outcome.operation.is_some() {
            history::undo(ours.book(), None).unwrap();
            prop_assert_eq!(lines_apart(&dump(ours.file()), &start), Vec::<String>::new());
            assert_sound(ours.file());
            history::redo(ours.book()).unwrap();
            prop_assert_eq!(lines_apart(&dump(ours.file()), &end), Vec::<String>::new());
        }
    }

    #[test]
    fn what_only_one_copy_has_changed_is_there_and_the_days_before_look_as_they_did(
        before in story(5..30),
        here in story(6..14),
        there in story(6..14),
    ) {
        let mut ours = World::new(first_day());
        let parted = live(&mut ours, before, first_day(), 0);
        let mut theirs = ours.copy();
        let plain = |story: Story| -> Story {
            without_opening(story).into_iter().filter(|(_, act)| !tells_otherwise(act)).collect()
        };
        let base = rows(ours.file());
        let next = parted + Days::new(1);
        let last = live(&mut ours, plain(here), next, 1_000).max(live(&mut theirs, plain(there), next, 2_000));
        ours.live_on(last);
        let (mine, others) = (rows(ours.file()), rows(theirs.file()));
        let then = figures(ours.book(), Some(parted));
        let outcome = join(&mut ours, &theirs, Rule::Ours);
        assert_sound(ours.file());
        prop_assert_eq!(figures(ours.book(), Some(parted)), then);
        if outcome.value.conflicts.is_empty() {
            assert_both_are_there(&base, &mine, &others, &rows(ours.file()));
        }
    }

    #[test]
    fn copies_that_have_joined_each_other_say_the_same_and_ask_no_more(
        before in story(5..20),
        here in story(6..20),
        there in story(6..20),
        rule in rule(),
    ) {
        let mut ours = World::new(first_day());
        let parted = live(&mut ours, before, first_day(), 0);
        let mut theirs = ours.copy();
        let (one, other) = (without_opening(here), without_opening(there));
        let last = live(&mut ours, one, parted, 1_000).max(live(&mut theirs, other, parted, 2_000));
        ours.live_on(last);
        theirs.live_on(last);
        let taken = join(&mut ours, &theirs, rule);
        prop_assume!(taken.operation.is_some());
        let back = join(&mut theirs, &ours, Rule::Theirs);
        assert_sound(theirs.file());
        let asked: Vec<_> = back.value.conflicts.iter().filter(|(_, chosen)| *chosen == Some(Chosen::Theirs)).collect();
        prop_assert!(asked.is_empty(), "{:?}", asked);
        prop_assert_eq!(differing(&alike(theirs.file()), &alike(ours.file())), Vec::<String>::new());
    }
}

/// A deal that was lost here, and lost later and opened again there: its past says the same in both once each has
/// joined the other.
#[test]
fn a_deal_lost_here_and_opened_again_there_ends_in_both_as_it_stands() {
    let lose = |reason| Act::Lose { deal: 1, reason };
    for rule in [Rule::Ours, Rule::Theirs, Rule::Newest] {
        let mut ours = World::new(first_day());
        let opening = vec![
            (0, Act::AddAccount { parent: None, tag: 0 }),
            (0, Act::AddDeal { account: 0, currency: Some(0), stage: 0, close: Some(20), contact: None }),
        ];
        let parted = live(&mut ours, opening, first_day(), 0);
        let mut theirs = ours.copy();
        live(&mut ours, vec![(1, lose(0))], parted, 1_000);
        let last = live(&mut theirs, vec![(14, lose(1)), (0, Act::Reopen { deal: 1 })], parted, 2_000);
        ours.live_on(last);
        join(&mut ours, &theirs, rule);
        assert_sound(ours.file());
        join(&mut theirs, &ours, Rule::Theirs);
        assert_sound(theirs.file());
        assert_eq!(differing(&alike(theirs.file()), &alike(ours.file())), Vec::<String>::new(), "{rule:?}");
    }
}
