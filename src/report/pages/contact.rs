//! Contacts as people read them.

use super::{add_fields, people, worded, worded_all};
use crate::domain::reach::Labelled;
use crate::i18n::Lang;
use crate::report::model::ContactOut;
use crate::report::page::Page;
use crate::report::people as words_of_people;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{reach, words};
use crate::tr;

/// The table of a list of contacts.
pub fn list(lang: Lang, contacts: &[ContactOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Essential),
        Column::words(tr!(lang, "column.person"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::words(tr!(lang, "column.position"), Worth::Useful),
        Column::words(tr!(lang, "column.parts"), Worth::Useful),
        Column::whole(tr!(lang, "column.stance"), Worth::Useful),
        Column::whole(tr!(lang, "column.last_contact"), Worth::Useful),
        Column::words(tr!(lang, "column.emails"), Worth::Extra),
        Column::words(tr!(lang, "column.phones"), Worth::Extra),
        Column::words(tr!(lang, "column.tags"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_contacts"));
    for contact in contacts {
        table.push(vec![
            Cell::text(&contact.code).toned(Tone::Quiet),
            Cell::text(&contact.name),
            Cell::maybe(contact.account.as_ref()),
            Cell::maybe(contact.title.as_ref()),
            Cell::list(&worded_all(lang, &contact.parts, words::part)),
            people::stance(lang, contact.stance.as_deref()),
            Cell::day(contact.last_contact),
            Cell::maybe(contact.emails.first()),
            Cell::maybe(contact.phones.first()),
            Cell::list(&contact.tags),
        ]);
    }
    table
}

/// Ways to reach somebody, each with what it is for.
pub fn reached(lang: Lang, all: Vec<Labelled>) -> Vec<String> {
    all.iter().map(|one| reach::read(lang, one)).collect()
}

/// Where somebody worked before. What is told of each holds commas itself.
pub fn employers(lang: Lang, contact: &ContactOut) -> Cell {
    let all = contact.former_employers.iter().map(|one| reach::employer(lang, &one.into()));
    Cell::maybe(Some(all.collect::<Vec<_>>().join(" · ")).filter(|all| !all.is_empty()))
}

/// The page of one contact.
pub fn sheet(lang: Lang, contact: &ContactOut) -> Page {
    let mut page = Page::new(lang, format!("{} {}", contact.code, contact.name));
    let role = contact.decision_role.as_deref().and_then(|key| people::decision_role(lang, key));
    page.facts(vec![
        (tr!(lang, "column.account").into(), Cell::maybe(contact.account.as_ref())),
        (tr!(lang, "column.position").into(), Cell::maybe(contact.title.as_ref())),
        (tr!(lang, "column.department").into(), Cell::maybe(contact.department.as_ref())),
        (tr!(lang, "column.reports_to").into(), Cell::maybe(contact.reports_to.as_ref())),
        (tr!(lang, "column.emails").into(), Cell::list(&reached(lang, contact.labelled_emails()))),
        (tr!(lang, "column.phones").into(), Cell::list(&reached(lang, contact.labelled_phones()))),
        (tr!(lang, "column.employers").into(), employers(lang, contact)),
        (tr!(lang, "column.parts").into(), Cell::list(&worded_all(lang, &contact.parts, words::part))),
        (tr!(lang, "column.decision_role").into(), { Cell::maybe(role) }),
        (tr!(lang, "column.stance").into(), people::stance(lang, contact.stance.as_deref())),
        (tr!(lang, "column.needs").into(), Cell::list(&worded_all(lang, &contact.needs, words::need))),
        (tr!(lang, "column.relationship_step").into(), {
            Cell::maybe(contact.step.map(|step| words::relationship_step(lang, step)))
        }),
        (tr!(lang, "column.quadrants").into(), Cell::list(&people::rooms(lang, &contact.dominant))),
        (tr!(lang, "column.scores").into(), {
            Cell::maybe(contact.quadrants.map(|scores| people::scores_in_words(lang, scores)))
        }),
        (tr!(lang, "column.evidence").into(), {
            Cell::maybe(contact.evidence.as_ref().map(|evidence| people::sure(lang, evidence)))
        }),
        (tr!(lang, "column.organisational_needs").into(), {
            Cell::list(&people::organisational_needs(lang, &contact.organisational_needs))
        }),
        (tr!(lang, "column.sees_us").into(), {
            Cell::maybe(contact.sees_us.as_ref().map(|rung| worded(lang, rung, words_of_people::rung)))
        }),
        (tr!(lang, "column.prefers").into(), Cell::maybe(contact.prefers.as_ref())),
        (tr!(lang, "column.level").into(), {
            Cell::maybe(contact.level.as_ref().map(|level| worded(lang, level, words_of_people::level)))
        }),
        (tr!(lang, "column.covered_by").into(), Cell::list(&contact.covered_by)),
        (tr!(lang, "column.last_contact").into(), Cell::day(contact.last_contact)),
        (tr!(lang, "column.owner").into(), Cell::maybe(contact.owner.as_ref())),
        (tr!(lang, "column.tags").into(), Cell::list(&contact.tags)),
        (tr!(lang, "column.notes").into(), Cell::maybe(contact.notes.as_ref())),
    ]);
    add_fields(lang, &mut page, &contact.fields);
    page
}
