//! The columns of people.

use super::{ListColumn, Listed, day_of, name, of, whole, words};
use crate::report::model::{ContactOut, FieldOut};
use crate::report::pages::{people, worded_all};
use crate::report::table::{Cell, Tone};
use crate::report::words as word;
use crate::tr;

impl Listed for ContactOut {
    const COLUMNS: &'static [ListColumn<ContactOut>] = &[
        of("name", |l| name(tr!(l, "column.person")), |p, _| Cell::text(&p.name)),
        of("code", |l| whole(tr!(l, "column.code")), |p, _| Cell::text(&p.code).toned(Tone::Quiet)),
        of("account", |l| words(tr!(l, "column.account")), |p, _| Cell::maybe(p.account.as_ref())),
        of("title", |l| words(tr!(l, "column.position")), |p, _| Cell::maybe(p.title.as_ref())),
        of("department", |l| words(tr!(l, "column.department")), |p, _| Cell::maybe(p.department.as_ref())),
        of(
            "stance",
            |l| whole(tr!(l, "column.stance")),
            |p, reader| people::stance(reader.lang, p.stance.as_deref()),
        ),
        of(
            "step",
            |l| whole(tr!(l, "column.relationship_step")),
            |p, reader| Cell::maybe(p.step.map(|step| word::relationship_step(reader.lang, step))),
        ),
        of(
            "parts",
            |l| words(tr!(l, "column.parts")),
            |p, reader| Cell::list(&worded_all(reader.lang, &p.parts, word::part)),
        ),
        of("email", |l| words(tr!(l, "column.emails")), |p, _| Cell::maybe(p.emails.first())),
        of("phone", |l| whole(tr!(l, "column.phones")), |p, _| Cell::maybe(p.phones.first())),
        of("last_contact", |l| whole(tr!(l, "column.last_contact")), |p, _| Cell::day(p.last_contact)),
        of("reports_to", |l| words(tr!(l, "column.reports_to")), |p, _| Cell::maybe(p.reports_to.as_ref())),
        of("owner", |l| words(tr!(l, "column.owner")), |p, _| Cell::maybe(p.owner.as_ref())),
        of("tags", |l| words(tr!(l, "column.tags")), |p, _| Cell::list(&p.tags)),
        of("created", |l| whole(tr!(l, "column.entered_on")), |p, _| Cell::day(Some(p.created))),
        of("updated", |l| whole(tr!(l, "column.changed_on")), |p, _| day_of(p.updated_at)),
    ];

    fn fields(&self) -> &[FieldOut] {
        &self.fields.0
    }
}
