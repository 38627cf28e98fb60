//! How complete the plan of an account is: five steps, each with its sections, filled or not, and when
//! each was last touched.

mod section;

use chrono::NaiveDate;

use super::entry::choice::{Grid, IssuePart, ProfileArea, Prompt, SwotCell};
use super::entry::judge::Knowledge;
use super::entry::{Entry, EntryKind};
use super::strategy::{Cells, Factor};

pub use section::{Section, Step};

/// What a person at the account means for the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Whether they decide.
    pub decides: bool,
    /// Whether it is known where they stand.
    pub stance_known: bool,
}

/// All that the plan of an account is made of: its own entries, and those of its deals.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Content {
    /// Entries of every kind.
    pub entries: Vec<Entry>,
    /// The people known.
    pub people: Vec<Person>,
}

impl Content {
    /// The entries of a kind.
    pub fn of(&self, kind: EntryKind) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.kind == kind)
    }

    /// What the plan says beside its lists.
    pub fn plan(&self) -> Option<&Entry> {
        self.of(EntryKind::Plan).next()
    }
}

/// How a section of a plan stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionState {
    /// Which one.
    pub section: Section,
    /// Whether it says what it is there for.
    pub filled: bool,
    /// The day it was last touched; none where nothing is there, or where it is not kept by day.
    pub touched: Option<NaiveDate>,
}

/// How a step stands: as many of its sections as are filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StepState {
    /// Which one.
    pub step: Step,
    /// Sections that are filled.
    pub filled: usize,
    /// All its sections.
    pub of: usize,
    /// The day any of them was last touched.
    pub touched: Option<NaiveDate>,
}

/// How every section of a plan stands, in the method's order. A section is filled by our rule: an objective
/// by a number or an amount and a date, for each of them; a profile by an answer in each of its five areas;
/// a SWOT grid by an item in each cell; factors by enough stars to name a strategy; micro-strategies by one
/// for each factor; an action by who and when, for one at least; all others by anything told.
pub fn sections(content: &Content) -> Vec<SectionState> {
    let state = |section: &Section| {
        let (filled, touched) = look(content, *section);
        SectionState { section: *section, filled, touched }
    };
    Section::ALL.iter().map(state).collect()
}

/// How the five steps stand.
pub fn steps(sections: &[SectionState]) -> Vec<StepState> {
    let state = |step: &Step| {
        let own = || sections.iter().filter(|state| state.section.step() == *step);
        StepState {
            step: *step,
            filled: own().filter(|state| state.filled).count(),
            of: own().count(),
            touched: own().filter_map(|state| state.touched).max(),
        }
    };
    Step::ALL.iter().map(state).collect()
}

/// Whether a section is filled, and when it was touched.
fn look(content: &Content, section: Section) -> (bool, Option<NaiveDate>) {
    let all = |kind| content.of(kind).collect::<Vec<_>>();
    let judged =
        |entries: Vec<&Entry>, filled: bool| (filled, entries.iter().map(|entry| entry.updated_on).max());
    let any = |entries: Vec<&Entry>| {
        let filled = !entries.is_empty();
        judged(entries, filled)
    };
    let told = |keys: &[&str]| match content.plan() {
        Some(plan) if keys.iter().any(|key| plan.get(key).is_some()) => (true, Some(plan.updated_on)),
        _ => (false, None),
    };
    let issue = |part: IssuePart| {
        any(content.of(EntryKind::Issue).filter(|one| one.word("part") == Some(part)).collect())
    };
    let swot = |grid: Grid| {
        let items: Vec<&Entry> =
            content.of(EntryKind::Swot).filter(|one| one.word("grid") == Some(grid)).collect();
        let has = |cell: &SwotCell| items.iter().any(|item| item.word("cell") == Some(*cell));
        let filled = SwotCell::ALL.iter().all(has);
        judged(items, filled)
    };
    let competitors = |us: bool| {
        any(content
            .of(EntryKind::Competitor)
            .filter(|one| one.flag("us").unwrap_or_default() == us)
            .collect())
    };
    match section {
        Section::IssueOutside => issue(IssuePart::Outside),
        Section::IssueResponse => issue(IssuePart::Response),
        Section::IssueInside => issue(IssuePart::Inside),
        Section::Path => told(&["path"]),
        Section::Vision => told(&["vision"]),
        Section::Objectives => {
            let objectives = all(EntryKind::Objective);
            let measured = |one: &&Entry| one.get("number").or(one.get("amount")).is_some();
            let filled = !objectives.is_empty()
                && objectives.iter().all(|one| measured(one) && one.day("due").is_some());
            judged(objectives, filled)
        }
        Section::People => (!content.people.is_empty(), None),
        Section::DecisionMaker => (content.people.iter().any(|person| person.decides), None),
        Section::Stance => {
            let mut deciders = content.people.iter().filter(|person| person.decides).peekable();
            (deciders.peek().is_some() && deciders.all(|person| person.stance_known), None)
        }
        Section::Profile => {
            let answers = all(EntryKind::Profile);
            let area = |one: &&Entry| one.word::<Prompt>("prompt").map(Prompt::area);
            let filled =
                ProfileArea::ALL.iter().all(|wanted| answers.iter().any(|one| area(one) == Some(*wanted)));
            judged(answers, filled)
        }
        Section::SwotClient => swot(Grid::Client),
        Section::SwotUs => swot(Grid::Us),
        Section::Competitors => competitors(false),
        Section::OurSituation => competitors(true),
        Section::Phase => any(all(EntryKind::Phase)),
        Section::Knowledge => {
            let notes = all(EntryKind::Intelligence);
            let known = Knowledge { level: notes.iter().filter_map(|note| note.number("level")).max() };
            judged(notes, known.is_known())
        }
        Section::Criteria => any(all(EntryKind::Criterion)),
        Section::Factors => {
            let factors = all(EntryKind::Factor);
            let enough = !Cells::of(factors.iter().filter_map(|one| Factor::of(one))).strategies().is_empty();
            judged(factors, enough)
        }
        Section::Indifferent => told(&["indifferent"]),
        Section::Decision => told(&["decision"]),
        Section::MicroStrategies => {
            let factors = all(EntryKind::Factor);
            let filled = !factors.is_empty() && factors.iter().all(|one| one.get("micro_strategy").is_some());
            judged(factors, filled)
        }
        Section::Support => told(&["support_why", "support_asked", "support_against", "support_backing"]),
        Section::Actions => {
            let actions = all(EntryKind::Action);
            let filled = actions.iter().any(|one| one.get("who").is_some() && one.get("due").is_some());
            judged(actions, filled)
        }
        Section::Milestones => any(all(EntryKind::Milestone)),
        Section::Revenue => any(all(EntryKind::RevenuePlan)),
        Section::Setback => told(&["setback"]),
        Section::Growth => told(&["growth"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::entry::{Holder, Value};
    use crate::domain::id::Id;

    fn entry(kind: EntryKind, values: &[(&str, Value)], day: &str) -> Entry {
        let mut entry = Entry {
            id: Id(1),
            kind,
            holder: Holder::Account(Id(2)),
            position: 1,
            values: vec![None; kind.spec().fields.len()],
            created_at: 0,
            updated_on: day.parse().unwrap(),
        };
        values.iter().for_each(|(key, value)| entry.set(key, Some(value.clone())));
        entry
    }

    fn state(content: &Content, section: Section) -> SectionState {
        sections(content).into_iter().find(|state| state.section == section).unwrap()
    }

    fn filled(entries: Vec<Entry>, section: Section) -> bool {
        state(&Content { entries, people: vec![] }, section).filled
    }

    #[test]
    fn an_empty_plan_has_nothing_filled_and_every_section_belongs_to_a_step() {
        let states = sections(&Content::default());
        assert!(states.iter().all(|state| !state.filled && state.touched.is_none()));
        let steps = steps(&states);
        assert_eq!(steps.iter().map(|step| step.of).collect::<Vec<_>>(), [6, 3, 11, 2, 5]);
        assert_eq!(steps.iter().map(|step| step.of).sum::<usize>(), Section::ALL.len());
    }

    #[test]
    fn an_objective_counts_with_a_number_and_a_date() {
        let due = || ("due", Value::Day("2027-06-30".parse().unwrap()));
        let objective = |values: &[(&str, Value)]| entry(EntryKind::Objective, values, "2026-11-01");
        assert!(!filled(vec![objective(&[due()])], Section::Objectives));
        assert!(!filled(vec![objective(&[("number", Value::Number(1))])], Section::Objectives));
        assert!(filled(vec![objective(&[("number", Value::Number(1)), due()])], Section::Objectives));
        let vague = objective(&[due()]);
        let sharp = objective(&[("number", Value::Number(1)), due()]);
        assert!(!filled(vec![sharp, vague], Section::Objectives), "each of them counts");
    }

    #[test]
    fn a_grid_is_filled_cell_by_cell_and_knows_when_it_was_touched() {
        let item = |cell: &str, day: &str| {
            entry(EntryKind::Swot, &[("grid", "client".into()), ("cell", cell.into())], day)
        };
        let mut items = vec![item("strength", "2026-10-01"), item("weakness", "2026-11-09")];
        items.push(item("opportunity", "2026-11-02"));
        let content = Content { entries: items.clone(), people: vec![] };
        let touched = state(&content, Section::SwotClient);
        assert_eq!((touched.filled, touched.touched), (false, "2026-11-09".parse().ok()));
        items.push(item("threat", "2026-11-01"));
        assert!(filled(items.clone(), Section::SwotClient));
        assert!(!filled(items, Section::SwotUs));
    }

    #[test]
    fn factors_are_enough_when_they_name_a_strategy() {
        let factor = |sign: &str, stars: i64| {
            let values = [("sign", sign.into()), ("control", "high".into()), ("stars", Value::Number(stars))];
            entry(EntryKind::Factor, &values, "2026-11-01")
        };
        assert!(!filled(vec![factor("positive", 3)], Section::Factors));
        assert!(filled(vec![factor("positive", 3), factor("negative", 1)], Section::Factors));
    }

    #[test]
    fn who_decides_must_be_known_and_where_they_stand() {
        let person = |decides, stance_known| Person { decides, stance_known };
        let states = |people: Vec<Person>| {
            let content = Content { entries: vec![], people };
            [Section::People, Section::DecisionMaker, Section::Stance].map(|one| state(&content, one).filled)
        };
        assert_eq!(states(vec![]), [false, false, false]);
        assert_eq!(states(vec![person(false, true)]), [true, false, false]);
        assert_eq!(states(vec![person(true, false), person(true, true)]), [true, true, false]);
        assert_eq!(states(vec![person(true, true), person(false, false)]), [true, true, true]);
    }
}
