//! Accounts as people read them.

use super::{add_fields, worded};
use crate::domain::segment::{Class, Method};
use crate::i18n::Lang;
use crate::report::model::AccountOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{segment_words, words};
use crate::tr;

/// The table of a list of accounts.
pub fn list(lang: Lang, accounts: &[AccountOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Essential),
        Column::whole(tr!(lang, "column.tier"), Worth::Useful),
        Column::words(tr!(lang, "column.industry"), Worth::Extra),
        Column::figures(tr!(lang, "column.open_deals"), Worth::Useful),
        Column::figures(tr!(lang, "column.open_amount"), Worth::Important),
        Column::whole(tr!(lang, "column.last_contact"), Worth::Useful),
        Column::words(tr!(lang, "column.owner"), Worth::Extra),
        Column::words(tr!(lang, "column.tags"), Worth::Extra),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_accounts"));
    for account in accounts {
        table.push(vec![
            Cell::text(&account.code).toned(Tone::Quiet),
            Cell::text(&account.name),
            Cell::maybe(account.tier.as_ref().map(|tier| worded(lang, tier, words::tier))),
            Cell::maybe(account.industry.as_ref()),
            Cell::count(account.open_deals as i64),
            Cell::amount(account.open_amount),
            Cell::day(account.last_contact),
            Cell::maybe(account.owner.as_ref()),
            Cell::list(&account.tags),
        ]);
    }
    table
}

/// The page of one account.
pub fn sheet(lang: Lang, account: &AccountOut) -> Page {
    let mut page = Page::new(lang, format!("{} {}", account.code, account.name));
    let place = [&account.street, &account.postal_code, &account.city, &account.region, &account.country];
    let place: Vec<&str> = place.into_iter().flatten().map(String::as_str).collect();
    let address = Some(place.join(", ")).filter(|address| !address.is_empty());
    page.facts(vec![
        (tr!(lang, "column.tier").into(), {
            Cell::maybe(account.tier.as_ref().map(|tier| worded(lang, tier, words::tier)))
        }),
        (tr!(lang, "column.industry").into(), Cell::maybe(account.industry.as_ref())),
        (tr!(lang, "column.parent").into(), Cell::maybe(account.parent.as_ref())),
        (tr!(lang, "column.owner").into(), Cell::maybe(account.owner.as_ref())),
        (tr!(lang, "column.open_deals").into(), Cell::count(account.open_deals as i64)),
        (tr!(lang, "column.open_amount").into(), Cell::amount(account.open_amount)),
        (tr!(lang, "column.potential").into(), {
            Cell::amount(account.stated_potential.map(|stated| stated.amount))
        }),
        (tr!(lang, "column.share").into(), account.share.map_or(Cell::ABSENT, |share| Cell::rate(share.0))),
        (words::method(lang, Method::Posture).into(), {
            let posture = account.posture.as_ref().and_then(|key| Class::parse(Method::Posture, key).ok());
            Cell::maybe(posture.map(|posture| segment_words::class(lang, posture)))
        }),
        (tr!(lang, "column.last_contact").into(), Cell::day(account.last_contact)),
        (tr!(lang, "column.domain").into(), Cell::maybe(account.domain.as_ref())),
        (tr!(lang, "column.website").into(), Cell::maybe(account.website.as_ref())),
        (tr!(lang, "column.phone").into(), Cell::maybe(account.phone.as_ref())),
        // Its parts are no words of a list: Chinese sets a comma between them as well.
        (tr!(lang, "column.address").into(), Cell::maybe(address)),
        (tr!(lang, "column.employees").into(), account.employees.map_or(Cell::ABSENT, Cell::count)),
        (tr!(lang, "column.tags").into(), Cell::list(&account.tags)),
        (tr!(lang, "column.notes").into(), Cell::maybe(account.notes.as_ref())),
    ]);
    add_fields(lang, &mut page, &account.fields);
    page
}
