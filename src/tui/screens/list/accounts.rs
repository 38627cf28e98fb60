//! The list of accounts.

use super::cells;
use super::kind::{Column, Kind, Words};
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::RecordKind;
use crate::report::model::AccountOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};

/// Accounts.
pub struct Accounts;

impl Kind for Accounts {
    type Out = AccountOut;
    const PLACE: Place = Place::Accounts;
    const FILTERED: filter::Kind = filter::Kind::Accounts;
    const RECORD: RecordKind = RecordKind::Account;
    const SCOPES: &'static [Scope] = &[Scope::Table, Scope::Record, Scope::List];
    const TABLES: &'static [&'static str] =
        &["account", "contact", "deal", "activity", "colleague", "tagging", "custom_value", "exchange_rate"];
    const COLUMNS: &'static [Column<AccountOut>] = &[
        Column::words(
            |l| tr!(l.lang, "column.account"),
            "name",
            5,
            0,
            |account, _, _| cells::words(Some(&account.name)),
        ),
        Column::short(
            |l| tr!(l.lang, "column.tier"),
            Some("tier"),
            12,
            58,
            |account, look, _| {
                let tier = account.tier.as_ref().and_then(|tier| tier.parse().ok());
                let word = tier.map(|tier| words::tier(look.lang, tier).into_owned());
                cells::quiet(look, word.as_ref())
            },
        ),
        Column::words(
            |l| tr!(l.lang, "column.industry"),
            "industry",
            3,
            100,
            |account, look, _| cells::quiet(look, account.industry.as_ref()),
        ),
        Column::words(
            |l| tr!(l.lang, "column.city"),
            "city",
            2,
            78,
            |account, look, _| cells::quiet(look, account.city.as_ref()),
        ),
        Column::figures(
            |l| tr!(l.lang, "column.open_deals"),
            "open_deals",
            10,
            50,
            |account, look, _| match account.open_deals {
                0 => ("–".to_owned(), look.theme.dim),
                deals => (deals.to_string(), ratatui::style::Style::new()),
            },
        ),
        Column::figures(
            |l| tr!(l.lang, "column.open_amount"),
            "open_amount",
            13,
            64,
            |account, look, cells| {
                cells::amount(look, account.open_amount.filter(|amount| amount.minor != 0), cells)
            },
        ),
        Column::short(
            |l| tr!(l.lang, "column.last_contact"),
            Some("last_contact"),
            12,
            40,
            |account, look, _| cells::past(look, account.last_contact),
        ),
    ];

    fn chosen(account: &AccountOut) -> Chosen {
        Chosen {
            kind: RecordKind::Account,
            id: account.id,
            name: account.name.clone(),
            account: Some(account.id),
            status: None,
        }
    }

    fn sheet(look: &Look, _stages: &[Stage], account: &AccountOut) -> Page {
        pages::account::sheet(look.lang, account)
    }

    fn words(look: &Look) -> Words {
        Words {
            title: tr!(look.lang, "accounts.title"),
            all: tr!(look.lang, "accounts.all"),
            empty_title: tr!(look.lang, "accounts.empty_title"),
            empty_words: tr!(look.lang, "accounts.empty_words"),
        }
    }

    fn totals(look: &Look, totals: &Totals) -> String {
        let number = match totals.number {
            1 => tr!(look.lang, "accounts.one"),
            number => tr!(look.lang, "accounts.number", number = number),
        };
        match totals.sums.as_ref().filter(|sums| sums.amount > 0) {
            None => number.into_owned(),
            Some(sums) => {
                let sum = look.sum(sums.amount, 16);
                tr!(look.lang, "accounts.potential", number = number, sum = sum, currency = sums.base).into()
            }
        }
    }
}
