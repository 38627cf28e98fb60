//! The list of accounts.

use ratatui::style::Style;

use super::cells;
use super::column::Column;
use super::kind::{Kind, Words};
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::RecordKind;
use crate::report::model::{AccountOut, FieldOut};
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::dialogs::question::Asked;
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
    const TABLES: &'static [&'static str] = &[
        "account",
        "contact",
        "deal",
        "activity",
        "colleague",
        "tagging",
        "custom_field",
        "custom_value",
        "exchange_rate",
        // What a filter by posture, level or phase asks of.
        "small_order",
        "segment_decision",
        "setting",
        "relationship_level",
        "life_cycle_phase",
    ];
    const NAME: &'static str = "accounts";
    const COLUMNS: &'static [Column<AccountOut>] = &[
        Column::words(
            "name",
            5,
            |l| tr!(l.lang, "column.account"),
            |a: &AccountOut, _, _| cells::words(Some(&a.name)),
        )
        .sorted()
        .from(0),
        Column::short(
            "code",
            7,
            |l| tr!(l.lang, "column.code"),
            |a: &AccountOut, look, _| cells::quiet(look, Some(&a.code)),
        )
        .sorted(),
        Column::short("tier", 12, |l| tr!(l.lang, "column.tier"), tier).sorted().from(58),
        Column::words(
            "industry",
            3,
            |l| tr!(l.lang, "column.industry"),
            |a: &AccountOut, look, _| cells::quiet(look, a.industry.as_ref()),
        )
        .sorted()
        .from(100),
        Column::words(
            "city",
            2,
            |l| tr!(l.lang, "column.city"),
            |a: &AccountOut, look, _| cells::quiet(look, a.city.as_ref()),
        )
        .sorted()
        .from(78),
        Column::words(
            "country",
            2,
            |l| tr!(l.lang, "column.country"),
            |a: &AccountOut, look, _| cells::quiet(look, a.country.as_ref()),
        ),
        Column::figures("open_deals", 10, |l| tr!(l.lang, "column.open_deals"), open_deals).sorted().from(50),
        Column::figures(
            "open_amount",
            13,
            |l| tr!(l.lang, "column.open_amount"),
            |a: &AccountOut, look, cells| {
                cells::amount(look, a.open_amount.filter(|amount| amount.minor != 0), cells)
            },
        )
        .sorted()
        .from(64),
        Column::figures(
            "potential",
            13,
            |l| tr!(l.lang, "column.potential"),
            |a: &AccountOut, look, cells| cells::amount(look, a.potential, cells),
        ),
        Column::figures(
            "share",
            8,
            |l| tr!(l.lang, "column.share"),
            |a: &AccountOut, look, _| cells::rate(look, a.share.map(|share| share.0)),
        ),
        Column::short(
            "last_contact",
            12,
            |l| tr!(l.lang, "column.last_contact"),
            |a: &AccountOut, look, _| cells::past(look, a.last_contact),
        )
        .sorted()
        .from(40),
        Column::short(
            "owner",
            14,
            |l| tr!(l.lang, "column.owner"),
            |a: &AccountOut, look, _| cells::quiet(look, a.owner.as_ref()),
        ),
        Column::words(
            "parent",
            3,
            |l| tr!(l.lang, "column.parent"),
            |a: &AccountOut, look, _| cells::quiet(look, a.parent.as_ref()),
        ),
        Column::short(
            "phone",
            16,
            |l| tr!(l.lang, "column.phone"),
            |a: &AccountOut, look, _| cells::quiet(look, a.phone.as_ref()),
        ),
        Column::words(
            "website",
            3,
            |l| tr!(l.lang, "column.website"),
            |a: &AccountOut, look, _| cells::quiet(look, a.website.as_ref()),
        ),
        Column::figures(
            "employees",
            10,
            |l| tr!(l.lang, "column.employees"),
            |a: &AccountOut, look, _| cells::count(look, a.employees),
        ),
        Column::words(
            "tags",
            3,
            |l| tr!(l.lang, "column.tags"),
            |a: &AccountOut, look, _| cells::tags(look, &a.tags),
        ),
        Column::short(
            "created",
            12,
            |l| tr!(l.lang, "column.entered_on"),
            |a: &AccountOut, look, _| cells::past(look, Some(a.created)),
        )
        .sorted(),
        Column::short(
            "updated",
            12,
            |l| tr!(l.lang, "column.changed_on"),
            |a: &AccountOut, look, _| cells::instant(look, a.updated_at),
        )
        .sorted(),
    ];
    const CELLS: &'static [(&'static str, &'static [&'static str])] = &[
        ("name", &["name"]),
        ("tier", &["tier"]),
        ("industry", &["industry"]),
        ("city", &["city"]),
        ("country", &["country"]),
        ("potential", &["potential"]),
        ("share", &["share"]),
        ("owner", &["owner"]),
        ("parent", &["parent"]),
        ("phone", &["phone"]),
        ("website", &["website"]),
        ("employees", &["employees"]),
        ("tags", &["tags"]),
    ];
    const CELLS_OF_MANY: &'static [(&'static str, Asked)] =
        &[("tier", Asked::Tier), ("owner", Asked::Owner), ("tags", Asked::Tag)];

    fn fields(account: &AccountOut) -> &[FieldOut] {
        &account.fields.0
    }

    fn chosen(account: &AccountOut) -> Chosen {
        account.into()
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

fn tier(account: &AccountOut, look: &Look, _cells: usize) -> (String, Style) {
    let tier = account.tier.as_ref().and_then(|tier| tier.parse().ok());
    let word = tier.map(|tier| words::tier(look.lang, tier).into_owned());
    cells::quiet(look, word.as_ref())
}

fn open_deals(account: &AccountOut, look: &Look, _cells: usize) -> (String, Style) {
    match account.open_deals {
        0 => ("–".to_owned(), look.theme.dim),
        deals => (deals.to_string(), Style::new()),
    }
}
