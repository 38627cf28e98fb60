//! The list of people.

use ratatui::style::Style;

use super::cells;
use super::kind::{Column, Kind, Words};
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::{RecordKind, Stance};
use crate::report::model::ContactOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};

/// People.
pub struct People;

impl Kind for People {
    type Out = ContactOut;
    const PLACE: Place = Place::People;
    const FILTERED: filter::Kind = filter::Kind::Contacts;
    const RECORD: RecordKind = RecordKind::Contact;
    const SCOPES: &'static [Scope] = &[Scope::Table, Scope::Record, Scope::List];
    const TABLES: &'static [&'static str] = &[
        "contact",
        "contact_email",
        "contact_phone",
        "contact_part",
        "contact_need",
        "account",
        "deal",
        "deal_contact",
        "activity",
        "colleague",
        "tagging",
        "custom_value",
    ];
    const COLUMNS: &'static [Column<ContactOut>] = &[
        Column::words(
            |l| tr!(l.lang, "column.person"),
            "name",
            4,
            0,
            |person, _, _| cells::words(Some(&person.name)),
        ),
        Column::words(
            |l| tr!(l.lang, "column.account"),
            "account",
            4,
            40,
            |person, look, _| cells::quiet(look, person.account.as_ref()),
        ),
        Column::words(
            |l| tr!(l.lang, "column.position"),
            "title",
            4,
            60,
            |person, _, _| cells::words(person.title.as_ref()),
        ),
        Column::short(|l| tr!(l.lang, "column.stance"), Some("stance"), 9, 74, stance),
        Column::words(
            |l| tr!(l.lang, "column.emails"),
            "email",
            5,
            96,
            |person, look, _| cells::quiet(look, person.emails.first()),
        ),
        Column::short(
            |l| tr!(l.lang, "column.last_contact"),
            Some("last_contact"),
            12,
            50,
            |person, look, _| cells::past(look, person.last_contact),
        ),
    ];

    fn chosen(person: &ContactOut) -> Chosen {
        Chosen {
            kind: RecordKind::Contact,
            id: person.id,
            name: person.name.clone(),
            account: person.account_id,
            status: None,
        }
    }

    fn sheet(look: &Look, _stages: &[Stage], person: &ContactOut) -> Page {
        pages::contact::sheet(look.lang, person)
    }

    fn words(look: &Look) -> Words {
        Words {
            title: tr!(look.lang, "people.title"),
            all: tr!(look.lang, "people.all"),
            empty_title: tr!(look.lang, "people.empty_title"),
            empty_words: tr!(look.lang, "people.empty_words"),
        }
    }

    fn totals(look: &Look, totals: &Totals) -> String {
        match totals.number {
            1 => tr!(look.lang, "people.one").into_owned(),
            number => tr!(look.lang, "people.number", number = number).into_owned(),
        }
    }
}

fn stance(person: &ContactOut, look: &Look, _cells: usize) -> (String, Style) {
    let stance = person.stance.as_ref().and_then(|stance| stance.parse::<Stance>().ok());
    let Some(stance) = stance else { return ("–".to_owned(), look.theme.dim) };
    let style = match stance {
        Stance::Supporter => look.theme.good,
        Stance::Neutral => Style::new(),
        Stance::Opponent => look.theme.bad,
    };
    (words::stance(look.lang, stance).into_owned(), style)
}
