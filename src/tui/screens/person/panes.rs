//! The lines of the panes.

use crate::domain::person::RecollectionKind;
use crate::domain::quadrant::Quadrant;
use crate::domain::quadrant::evidence::Profile;
use crate::domain::quadrant::walk::{Check, rooms};
use crate::report::model::ContactOut;
use crate::report::page::Page;
use crate::report::pages::contact::{employers, reached};
use crate::report::pages::people as pages;
use crate::report::pages::people::{organisational_needs, stance};
use crate::report::rows::people::between;
use crate::report::table::{Cell, Tone};
use crate::report::{advice, pages::worded, pages::worded_all, people, quadrant, words};
use crate::store::table::recollection::Recollection;
use crate::store::view::evidence::{Evidence, What};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::sheet::Sheet;

use super::Pane;

/// Who somebody is, and what is remembered of them.
pub fn who(look: &Look, contact: &ContactOut, remembered: &[Recollection]) -> Sheet {
    let lang = look.lang;
    let mut page = Page::new(lang, Pane::Who.title(look));
    let asked = |cell: Cell| match cell.value {
        crate::report::table::Value::Absent => Cell::text("?").toned(Tone::Quiet),
        _ => cell,
    };
    page.facts(vec![
        (tr!(lang, "column.department").into(), Cell::maybe(contact.department.as_ref())),
        (tr!(lang, "column.reports_to").into(), Cell::maybe(contact.reports_to.as_ref())),
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
    for kind in RecollectionKind::ALL {
        let of_kind = remembered.iter().filter(|kept| kept.kind == *kind);
        let told = of_kind.map(|kept| format!("{} ({})", kept.text, look.date(kept.told_on)));
        page.list(people::recollection(lang, *kind), told.collect());
    }
    Sheet::from(page)
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
        let what = match &one.what {
            What::Told(scores) => {
                tr!(lang, "evidence.direct", scores = pages::scores_in_words(lang, (*scores).into()))
                    .into_owned()
            }
            What::Observed(clues) => {
                let clue = |clue: &_| {
                    let room: Quadrant = crate::domain::quadrant::clue::Clue::quadrant(*clue);
                    format!("{} {}", room.as_str().to_uppercase(), quadrant::clue(lang, *clue))
                };
                clues.iter().map(clue).collect::<Vec<_>>().join(", ")
            }
        };
        let words = one.words.as_ref().map(|words| format!(" — {words}")).unwrap_or_default();
        format!("{}: {what}{words}", look.date(one.on))
    });
    page.list(tr!(lang, "person.evidence"), told.collect());
    Sheet::from(page)
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
