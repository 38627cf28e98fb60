//! The columns of accounts.

use super::{ListColumn, Listed, day_of, figures, name, of, whole, words};
use crate::report::model::{AccountOut, FieldOut};
use crate::report::pages::worded;
use crate::report::table::{Cell, Tone};
use crate::report::words as word;
use crate::tr;

impl Listed for AccountOut {
    const COLUMNS: &'static [ListColumn<AccountOut>] = &[
        of("name", |l| name(tr!(l, "column.account")), |a, _| Cell::text(&a.name)),
        of("code", |l| whole(tr!(l, "column.code")), |a, _| Cell::text(&a.code).toned(Tone::Quiet)),
        of(
            "tier",
            |l| whole(tr!(l, "column.tier")),
            |a, reader| Cell::maybe(a.tier.as_ref().map(|tier| worded(reader.lang, tier, word::tier))),
        ),
        of("industry", |l| words(tr!(l, "column.industry")), |a, _| Cell::maybe(a.industry.as_ref())),
        of("city", |l| words(tr!(l, "column.city")), |a, _| Cell::maybe(a.city.as_ref())),
        of("country", |l| words(tr!(l, "column.country")), |a, _| Cell::maybe(a.country.as_ref())),
        of("open_deals", |l| figures(tr!(l, "column.open_deals")), |a, _| Cell::count(a.open_deals as i64)),
        of("open_amount", |l| figures(tr!(l, "column.open_amount")), |a, _| Cell::amount(a.open_amount)),
        of("potential", |l| figures(tr!(l, "column.potential")), |a, _| Cell::amount(a.potential)),
        of(
            "share",
            |l| figures(tr!(l, "column.share")),
            |a, _| a.share.map_or(Cell::ABSENT, |share| Cell::rate(share.0)),
        ),
        of("last_contact", |l| whole(tr!(l, "column.last_contact")), |a, _| Cell::day(a.last_contact)),
        of("owner", |l| words(tr!(l, "column.owner")), |a, _| Cell::maybe(a.owner.as_ref())),
        of("parent", |l| words(tr!(l, "column.parent")), |a, _| Cell::maybe(a.parent.as_ref())),
        of("phone", |l| whole(tr!(l, "column.phone")), |a, _| Cell::maybe(a.phone.as_ref())),
        of("website", |l| words(tr!(l, "column.website")), |a, _| Cell::maybe(a.website.as_ref())),
        of(
            "employees",
            |l| figures(tr!(l, "column.employees")),
            |a, _| a.employees.map_or(Cell::ABSENT, Cell::count),
        ),
        of("tags", |l| words(tr!(l, "column.tags")), |a, _| Cell::list(&a.tags)),
        of("created", |l| whole(tr!(l, "column.entered_on")), |a, _| Cell::day(Some(a.created))),
        of("updated", |l| whole(tr!(l, "column.changed_on")), |a, _| day_of(a.updated_at)),
    ];

    fn fields(&self) -> &[FieldOut] {
        &self.fields.0
    }
}
