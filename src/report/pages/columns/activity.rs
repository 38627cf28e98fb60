//! The columns of what happened with clients.

use super::{ListColumn, Listed, figures, name, of, whole, words};
use crate::report::model::{ActivityOut, FieldOut};
use crate::report::pages::worded;
use crate::report::table::Cell;
use crate::report::words as word;
use crate::tr;

impl Listed for ActivityOut {
    const COLUMNS: &'static [ListColumn<ActivityOut>] = &[
        of("on", |l| whole(tr!(l, "column.day")), |a, _| Cell::day(Some(a.on))),
        of(
            "kind",
            |l| whole(tr!(l, "column.kind")),
            |a, reader| Cell::text(worded(reader.lang, &a.kind, word::activity_kind)),
        ),
        of("people", |l| words(tr!(l, "column.people")), |a, _| Cell::list(&a.contacts)),
        of("account", |l| words(tr!(l, "column.account")), |a, _| Cell::maybe(a.account.as_ref())),
        of("deal", |l| words(tr!(l, "column.deal")), |a, _| Cell::maybe(a.deal.as_ref())),
        of(
            "subject",
            |l| name(tr!(l, "column.about")),
            |a, _| Cell::maybe(a.subject.as_ref().or(a.text.as_ref())),
        ),
        of(
            "minutes",
            |l| figures(tr!(l, "column.minutes")),
            |a, _| a.minutes.map_or(Cell::ABSENT, Cell::count),
        ),
        of("outcome", |l| words(tr!(l, "column.outcome")), |a, _| Cell::maybe(a.outcome.as_ref())),
        of("owner", |l| words(tr!(l, "column.owner")), |a, _| Cell::maybe(a.owner.as_ref())),
        of(
            "direction",
            |l| whole(tr!(l, "column.direction")),
            |a, reader| {
                Cell::maybe(a.direction.as_ref().map(|word| worded(reader.lang, word, word::direction)))
            },
        ),
        of("next_step", |l| words(tr!(l, "column.next_step")), |a, _| Cell::maybe(a.next_step.as_ref())),
    ];

    fn fields(&self) -> &[FieldOut] {
        &[]
    }
}
