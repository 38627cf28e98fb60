//! Contacts as people read them.

use super::{add_fields, worded, worded_all};
use crate::domain::word::DecisionRole;
use crate::i18n::Lang;
use crate::report::model::ContactOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
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
            stance(lang, contact),
            Cell::day(contact.last_contact),
            Cell::maybe(contact.emails.first()),
            Cell::maybe(contact.phones.first()),
            Cell::list(&contact.tags),
        ]);
    }
    table
}

/// The page of one contact.
pub fn sheet(lang: Lang, contact: &ContactOut) -> Page {
    let mut page = Page::new(lang, format!("{} {}", contact.code, contact.name));
    let role = contact.decision_role.as_deref().and_then(|key| {
        let roles =
            [DecisionRole::Advocate, DecisionRole::Owner, DecisionRole::Evaluator, DecisionRole::Approver];
        roles.into_iter().find(|role| role.as_str() == key)
    });
    page.facts(vec![
        (tr!(lang, "column.account").into(), Cell::maybe(contact.account.as_ref())),
        (tr!(lang, "column.position").into(), Cell::maybe(contact.title.as_ref())),
        (tr!(lang, "column.department").into(), Cell::maybe(contact.department.as_ref())),
        (tr!(lang, "column.reports_to").into(), Cell::maybe(contact.reports_to.as_ref())),
        (tr!(lang, "column.emails").into(), Cell::list(&contact.emails)),
        (tr!(lang, "column.phones").into(), Cell::list(&contact.phones)),
        (tr!(lang, "column.parts").into(), Cell::list(&worded_all(lang, &contact.parts, words::part))),
        (tr!(lang, "column.decision_role").into(), {
            Cell::maybe(role.map(|role| words::decision_role(lang, role)))
        }),
        (tr!(lang, "column.stance").into(), stance(lang, contact)),
        (tr!(lang, "column.needs").into(), Cell::list(&worded_all(lang, &contact.needs, words::need))),
        (tr!(lang, "column.relationship_step").into(), {
            Cell::maybe(contact.step.map(|step| words::relationship_step(lang, step)))
        }),
        (tr!(lang, "column.last_contact").into(), Cell::day(contact.last_contact)),
        (tr!(lang, "column.owner").into(), Cell::maybe(contact.owner.as_ref())),
        (tr!(lang, "column.tags").into(), Cell::list(&contact.tags)),
        (tr!(lang, "column.notes").into(), Cell::maybe(contact.notes.as_ref())),
    ]);
    add_fields(&mut page, &contact.fields);
    page
}

fn stance(lang: Lang, contact: &ContactOut) -> Cell {
    let tone = match contact.stance.as_deref() {
        Some("supporter") => Tone::Good,
        Some("opponent") => Tone::Bad,
        _ => Tone::Plain,
    };
    Cell::maybe(contact.stance.as_ref().map(|stance| worded(lang, stance, words::stance))).toned(tone)
}
