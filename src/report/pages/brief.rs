//! The page to read before a meeting, as people read it. It is for handing on too, so the quadrants have
//! their plain names.

use super::deal::stage_name;
use super::people::{
    decision_role, group, open_gaps, organisational_needs, quotes, relation_word, rooms, scores_in_words,
    stance, sure,
};
use super::{due, worded, worded_all};
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::model::{BriefOut, KeyPersonOut, PromiseOut};
use crate::report::page::Page;
use crate::report::promise::special_day_kind;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{entry_words, people, words};
use crate::tr;

/// The page.
pub fn sheet(lang: Lang, stages: &[Stage], brief: &BriefOut) -> Page {
    let name = match &brief.account {
        Some(account) => format!("{} {} · {account}", brief.code, brief.name),
        None => format!("{} {}", brief.code, brief.name),
    };
    let mut page = Page::new(lang, tr!(lang, "page.brief", name = name, day = brief.on));
    match brief.people.as_slice() {
        [only] if brief.kind == "contact" => who(&mut page, lang, only),
        [] => {
            page.paragraph(tr!(lang, "brief.nobody"));
        }
        several => {
            page.section(tr!(lang, "page.people"), group(lang, several));
        }
    }
    page.list(tr!(lang, "page.advice"), brief.advice.clone());
    let warnings = brief.gaps.iter().filter(|gap| gap.warning).map(|gap| gap.text.clone());
    page.list(tr!(lang, "page.warnings"), warnings.collect());
    page.section(tr!(lang, "page.our_promises"), promises(lang, brief, &brief.our_promises));
    page.section(tr!(lang, "page.their_promises"), promises(lang, brief, &brief.their_promises));
    page.section(tr!(lang, "page.deals"), deals(lang, stages, brief));
    page.list(tr!(lang, "page.needs"), needs(lang, brief));
    page.section(tr!(lang, "page.last_contacts"), contacts(lang, brief));
    page.section(tr!(lang, "page.remembered"), quotes_of(lang, brief));
    page.section(tr!(lang, "today.special_days"), days(lang, brief));
    page.list(tr!(lang, "page.unknown"), unknown(lang, brief));
    page
}

/// What people of a group need for themselves and their organisation, and what was said in the deals.
fn needs(lang: Lang, brief: &BriefOut) -> Vec<String> {
    let is_group = brief.kind != "contact";
    let personal = brief.people.iter().filter(|_| is_group).filter_map(|person| {
        let mut all = worded_all(lang, &person.needs, words::need);
        all.extend(organisational_needs(lang, &person.organisational_needs));
        let what = lang.list(&all);
        (!all.is_empty()).then(|| tr!(lang, "brief.needs_of", person = person.name, what = what).into_owned())
    });
    let recorded = brief.needs.iter().map(|need| {
        let kind = entry_words::choice(lang, "kind", &need.kind);
        match need.said_by.as_ref().filter(|_| is_group) {
            Some(who) => {
                tr!(lang, "brief.need_said", text = need.text, kind = kind, person = who, deal = need.deal)
            }
            None => tr!(lang, "brief.need", text = need.text, kind = kind, deal = need.deal),
        }
        .into_owned()
    });
    personal.chain(recorded).collect()
}

/// What is known of one person, and how they and oneself differ.
fn who(page: &mut Page, lang: Lang, person: &KeyPersonOut) {
    let role = person.decision_role.as_deref().and_then(|key| decision_role(lang, key));
    let relation = match person.difficulty {
        Some(difficulty) => tr!(
            lang,
            "brief.relation",
            relation = relation_word(lang, &person.relation),
            difficulty = tr!(lang, "relation.of_four", n = difficulty)
        )
        .into_owned(),
        None => relation_word(lang, &person.relation),
    };
    let effect = person.relation.parse().ok().map(|relation| crate::report::quadrant::effect(lang, relation));
    page.facts(vec![
        (tr!(lang, "column.position").into(), Cell::maybe(person.title.as_ref())),
        (tr!(lang, "column.reports_to").into(), Cell::maybe(person.reports_to.as_ref())),
        (tr!(lang, "column.parts").into(), Cell::list(&worded_all(lang, &person.parts, words::part))),
        (tr!(lang, "column.decision_role").into(), Cell::maybe(role)),
        (tr!(lang, "column.stance").into(), stance(lang, person.stance.as_deref())),
        (tr!(lang, "column.prefers").into(), Cell::maybe(person.prefers.as_ref())),
        (tr!(lang, "column.quadrants").into(), Cell::list(&rooms(lang, &person.dominant))),
        (
            tr!(lang, "column.scores").into(),
            Cell::maybe(person.quadrants.map(|scores| scores_in_words(lang, scores))),
        ),
        (tr!(lang, "column.evidence").into(), {
            Cell::maybe(person.evidence.as_ref().map(|evidence| sure(lang, evidence)))
        }),
        (tr!(lang, "column.relation").into(), Cell::text(relation)),
        (tr!(lang, "column.effect").into(), Cell::maybe(effect)),
        (tr!(lang, "column.needs").into(), Cell::list(&worded_all(lang, &person.needs, words::need))),
        (
            tr!(lang, "column.organisational_needs").into(),
            Cell::list(&organisational_needs(lang, &person.organisational_needs)),
        ),
        (tr!(lang, "column.relationship_step").into(), {
            Cell::maybe(person.step.map(|step| words::relationship_step(lang, step)))
        }),
        (tr!(lang, "column.sees_us").into(), {
            Cell::maybe(person.sees_us.as_ref().map(|rung| worded(lang, rung, people::rung)))
        }),
        (tr!(lang, "column.covered_by").into(), Cell::list(&person.covered_by)),
        (tr!(lang, "column.last_contact").into(), Cell::day(person.last_contact)),
    ]);
}

/// The table of one side's promises.
pub(in crate::report) fn promises(lang: Lang, brief: &BriefOut, promises: &[PromiseOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.due"), Worth::Essential),
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.person"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for promise in promises {
        let contact = promise.contact.as_ref().filter(|name| **name != brief.name);
        table.push(vec![due(promise.due_on, brief.on), Cell::text(&promise.text), Cell::maybe(contact)]);
    }
    table
}

fn deals(lang: Lang, stages: &[Stage], brief: &BriefOut) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::whole(tr!(lang, "column.stage"), Worth::Useful),
        Column::figures(tr!(lang, "column.amount"), Worth::Useful),
        Column::whole(tr!(lang, "column.close_date"), Worth::Useful),
        Column::words(tr!(lang, "column.next_step"), Worth::Important),
        Column::whole(tr!(lang, "column.next_on"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for deal in &brief.deals {
        table.push(vec![
            Cell::text(&deal.name),
            Cell::text(stage_name(lang, stages, &deal.stage)),
            Cell::amount(deal.amount),
            Cell::day(deal.close_date),
            Cell::maybe(deal.next_step.as_ref()),
            due(deal.next_on, brief.on),
        ]);
    }
    table
}

/// The table of the last contacts.
pub(in crate::report) fn contacts(lang: Lang, brief: &BriefOut) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::whole(tr!(lang, "column.kind"), Worth::Useful),
        Column::words(tr!(lang, "column.about"), Worth::Essential),
        Column::words(tr!(lang, "column.people"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for activity in &brief.last_contacts {
        let both = [activity.subject.as_deref(), activity.text.as_deref()];
        let what = both.into_iter().flatten().collect::<Vec<_>>().join(" — ");
        table.push(vec![
            Cell::day(Some(activity.on)),
            Cell::text(worded(lang, &activity.kind, words::activity_kind)).toned(Tone::Quiet),
            Cell::text(what),
            Cell::list(&activity.contacts),
        ]);
    }
    table
}

/// What is remembered, without the ids that only editing needs.
fn quotes_of(lang: Lang, brief: &BriefOut) -> Table {
    let mut table = quotes(lang, &brief.remembered);
    // Whose it is, and by which id it is changed, is no news here.
    for place in [4, 2] {
        table.columns.remove(place);
        for row in &mut table.rows {
            row.cells.remove(place);
        }
    }
    table
}

/// The table of special days near.
pub(in crate::report) fn days(lang: Lang, brief: &BriefOut) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.person"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for day in &brief.special_days {
        let what = special_day_kind(lang, &day.text);
        table.push(vec![Cell::day(Some(day.on)), Cell::text(what), Cell::maybe(day.contact.as_ref())]);
    }
    table
}

fn unknown(lang: Lang, brief: &BriefOut) -> Vec<String> {
    let gaps = open_gaps(lang, &brief.gaps, &brief.people);
    let each =
        brief.unknown.iter().map(|one| match one.contact.as_ref().filter(|_| brief.kind != "contact") {
            Some(person) => tr!(lang, "advice.for_person", person = person, advice = one.text).into_owned(),
            None => one.text.clone(),
        });
    each.chain(gaps).collect()
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::domain::id::Id;
    use crate::domain::quadrant::Scores;
    use crate::domain::quadrant::clue::Clue;
    use crate::domain::word::{ActivityKind, Authority, Involvement, Need, Part, RecordKind, Stance};
    use crate::ops::account::{self, AccountInput};
    use crate::ops::activity::{self, ActivityInput};
    use crate::ops::commitment::{self, CommitmentInput};
    use crate::ops::contact::{self, ContactInput};
    use crate::ops::coverage;
    use crate::ops::deal::{self, DealInput};
    use crate::ops::evidence::{self, ObservationInput, Whom};
    use crate::ops::setup;
    use crate::report::text::{self, Paper};
    use crate::report::{Measure, rows};
    use crate::store::{Book, Clock};

    /// An account with a decision maker who is well known, and an opponent of whom little is known.
    fn sample() -> (Book, Id, Id) {
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        setup::prepare(&mut book).unwrap();
        let input = AccountInput { name: Some("Acme Foods".into()), ..AccountInput::default() };
        let account = account::add(&mut book, &input).unwrap().value;
        let jane = ContactInput {
            name: Some("Jane Roe".into()),
            account: Some(Some(account)),
            title: Some(Some("Head of operations".into())),
            involvement: Some(Some(Involvement::High)),
            authority: Some(Some(Authority::Decides)),
            parts: Some(vec![Part::DecisionMaker]),
            needs: Some(vec![Need::Achievement]),
            step: Some(Some(3)),
            ..ContactInput::default()
        };
        let jane = contact::add(&mut book, &jane).unwrap().value;
        let tom = ContactInput {
            name: Some("王伟".into()),
            account: Some(Some(account)),
            reports_to: Some(Some(jane)),
            stance: Some(Some(Stance::Opponent)),
            parts: Some(vec![Part::Purchaser]),
            ..ContactInput::default()
        };
        contact::add(&mut book, &tom).unwrap();
        evidence::score(&mut book, Whom::Me, Scores::new(30, 20, 85, 60).unwrap(), None, None).unwrap();
        let heard = ObservationInput {
            clues: vec![Clue::KeyPoints, Clue::BottomLine],
            quote: Some("What is the bottom line?".into()),
            on: "2026-07-01".parse().ok(),
        };
        evidence::observe(&mut book, Whom::Contact(jane), &heard).unwrap();
        coverage::cover(&mut book, jane, "Lin Wei", None).unwrap();
        let deal = DealInput {
            name: Some("Line 4 retrofit".into()),
            account: Some(account),
            contacts: vec![(jane, vec![])],
            next_step: Some(Some("Send the proposal".into())),
            next_on: Some("2026-11-20".parse().ok()),
            ..DealInput::default()
        };
        deal::add(&mut book, &deal).unwrap();
        let call = ActivityInput {
            account: Some(account),
            contacts: vec![jane],
            ..ActivityInput::new(ActivityKind::Call, "Asked for the payback\nIn months, on one page.")
        };
        activity::log(&mut book, &call).unwrap();
        let promise = CommitmentInput {
            contact: Some(jane),
            due_on: "2026-11-19".parse().ok(),
            ..CommitmentInput::ours("the payback on one page")
        };
        commitment::add(&mut book, &promise).unwrap();
        (book, account, jane)
    }

    #[rstest]
    fn the_page_before_a_meeting(
        #[values("contact", "account")] kind: &str,
        #[values(80, 120)] width: usize,
        #[values(Lang::En, Lang::Zh)] lang: Lang,
    ) {
        let (book, account, jane) = sample();
        let (record, id) = match kind {
            "contact" => (RecordKind::Contact, jane),
            _ => (RecordKind::Account, account),
        };
        let brief = rows::brief::brief(lang, &book, record, id).unwrap();
        let page = sheet(lang, &book.stages_as_of(None).unwrap(), &brief);
        let mut out = vec![];
        let paper = Paper { width: Some(width), measure: Measure::default() };
        text::write(&mut out, &page, paper).unwrap();
        let plain = anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string();
        insta::assert_snapshot!(format!("brief_{kind}_{}_{width}", lang.code()), plain);
    }
}
