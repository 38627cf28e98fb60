//! The lines of the panes.

use chrono::NaiveDate;

use crate::domain::id::Id;
use crate::domain::person::RecollectionKind;
use crate::domain::quadrant::clue::Clue;
use crate::domain::quadrant::evidence::Profile;
use crate::domain::quadrant::walk::{Check, rooms};
use crate::report::model::ContactOut;
use crate::report::page::Page;
use crate::report::pages::contact::{employers, reached};
use crate::report::pages::people as pages;
use crate::report::pages::people::{organisational_needs, stance};
use crate::report::rows::people::between;
use crate::report::table::{Cell, Tone};
use crate::report::words::Word;
use crate::report::{advice, pages::worded, pages::worded_all, people, quadrant, words};
use crate::store::table::recollection::Recollection;
use crate::store::view::evidence::{Evidence, What};
use crate::tr;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::widgets::sheet::{Line, Sheet, Stands};

use super::Pane;

/// Who somebody is, who reports to them, and what is remembered of them.
pub fn who(look: &Look, contact: &ContactOut, below: &[String], remembered: &[Recollection]) -> Sheet {
    let lang = look.lang;
    let mut page = Page::new(lang, Pane::Who.title(look));
    let asked = |cell: Cell| match cell.value {
        crate::report::table::Value::Absent => Cell::text("?").toned(Tone::Quiet),
        _ => cell,
    };
    page.facts(vec![
        (tr!(lang, "column.department").into(), Cell::maybe(contact.department.as_ref())),
        (tr!(lang, "column.reports_to").into(), Cell::maybe(contact.reports_to.as_ref())),
        (tr!(lang, "person.reports").into(), Cell::list(below)),
        (tr!(lang, "column.level").into(), {
            Cell::maybe(contact.level.as_ref().map(|level| worded(lang, level, people::level)))
        }),
        (tr!(lang, "column.emails").into(), Cell::list(&reached(lang, contact.labelled_emails()))),
        (tr!(lang, "column.phones").into(), Cell::list(&reached(lang, contact.labelled_phones()))),
        (tr!(lang, "column.employers").into(), employers(lang, contact)),
        (tr!(lang, "column.parts").into(), asked(Cell::list(&worded_all(lang, &contact.parts, words::part)))),
        (tr!(lang, "column.stance").into(), asked(stance(lang, contact.stance.as_deref()))),
        (tr!(lang, "column.prefers").into(), Cell::maybe(contact.prefers.as_ref())),
        (tr!(lang, "column.needs").into(), asked(Cell::list(&worded_all(lang, &contact.needs, words::need)))),
        (tr!(lang, "column.organisational_needs").into(), {
            Cell::list(&organisational_needs(lang, &contact.organisational_needs))
        }),
        (tr!(lang, "column.relationship_step").into(), {
            asked(Cell::maybe(contact.step.map(|step| words::relationship_step(lang, step))))
        }),
        (tr!(lang, "column.sees_us").into(), {
            asked(Cell::maybe(contact.sees_us.as_ref().map(|rung| worded(lang, rung, people::rung))))
        }),
        (tr!(lang, "column.covered_by").into(), asked(Cell::list(&contact.covered_by))),
        (tr!(lang, "column.tags").into(), Cell::list(&contact.tags)),
        (tr!(lang, "column.notes").into(), Cell::maybe(contact.notes.as_ref())),
    ]);
    let mut sheet = Sheet::from(page);
    for kind in RecollectionKind::ALL {
        let of_kind = remembered.iter().filter(|kept| kept.kind == *kind);
        let told = of_kind.map(|kept| {
            kept_line(look, (Kind::Recollection, kept.id), kept.told_on, vec![kept.text.clone()])
        });
        sheet.noted(heading(look, *kind), told.collect());
    }
    sheet
}

fn heading(look: &Look, kind: RecollectionKind) -> Word {
    match kind {
        RecollectionKind::Quote => tr!(look.lang, "person.quotes"),
        RecollectionKind::Pride => tr!(look.lang, "person.pride"),
        RecollectionKind::Interest => tr!(look.lang, "person.interests"),
        RecollectionKind::Family => tr!(look.lang, "person.family"),
    }
}

/// A line for what is kept of somebody: its day, and its words below.
fn kept_line(look: &Look, (kind, id): (Kind, Id), day: NaiveDate, words: Vec<String>) -> (Line, Vec<String>) {
    let stands_for = Some(Stands::Entry(Entry { kind, id }));
    (Line { what: look.date(day), about: String::new(), style: look.theme.dim, stands_for }, words)
}

/// What is known of how somebody thinks, and how sure that is.
pub fn mind(look: &Look, contact: &ContactOut, evidence: &[Evidence]) -> Sheet {
    let lang = look.lang;
    let mut page = Page::new(lang, Pane::Mind.title(look));
    match &contact.evidence {
        Some(sure) => page.paragraph(pages::sure(lang, sure)),
        None => page.paragraph(tr!(lang, "person.no_evidence")),
    };
    let told = evidence.iter().map(|one| {
        let mut words: Vec<String> = match &one.what {
            What::Told(scores) => {
                let scores = pages::scores_in_words(lang, (*scores).into());
                vec![tr!(lang, "evidence.direct", scores = scores).into_owned()]
            }
            What::Observed(clues) => clues.iter().map(|clue| in_words(look, *clue)).collect(),
        };
        words.extend(one.words.as_ref().map(|said| tr!(lang, "evidence.said", words = said).into_owned()));
        kept_line(look, (Kind::Evidence, one.id), one.on, words)
    });
    let mut sheet = Sheet::from(page);
    sheet.noted(tr!(lang, "person.evidence"), told.collect());
    sheet
}

/// A clue behind the letter of its room.
fn in_words(look: &Look, clue: Clue) -> String {
    format!("{} {}", clue.quadrant().as_str().to_uppercase(), quadrant::clue(look.lang, clue))
}

/// How to talk to somebody: what the two are to each other, advice, what to check.
pub fn talk(look: &Look, profile: &Profile, own: &Profile) -> Sheet {
    let lang = look.lang;
    let mut page = Page::new(lang, Pane::Talk.title(look));
    let meeting = between(profile, own);
    match (&meeting, own.scores) {
        (Some(meeting), _) => {
            let relation = meeting.relation;
            let tone = if relation.difficulty() > 2 { Tone::Warning } else { Tone::Good };
            let word = quadrant::relation(lang, relation);
            let hard = tr!(lang, "relation.of_four", n = relation.difficulty());
            let words = tr!(lang, "person.relation", relation = word, difficulty = hard);
            page.facts(vec![
                (tr!(lang, "column.relation").into(), Cell::text(words).toned(tone)),
                (tr!(lang, "column.effect").into(), Cell::text(quadrant::effect(lang, relation))),
            ]);
        }
        (None, None) => {
            page.paragraph(tr!(lang, "person.score_yourself"));
        }
        (None, Some(_)) => {}
    }
    let dominant = profile.dominant();
    page.list(tr!(lang, "page.advice"), advice::meeting(lang, &dominant, meeting.as_ref()));
    let checks = rooms(&dominant).into_iter().map(|room| {
        let asked = Check::ALL.iter().filter(|check| check.quadrant() == room);
        let asked: Vec<_> = asked.map(|check| quadrant::check(lang, *check)).collect();
        format!("{} {}", room.as_str().to_uppercase(), asked.join(" "))
    });
    page.list(tr!(lang, "person.walk"), checks.collect());
    Sheet::from(page)
}
