//! The list of people.

use ratatui::style::Style;

use super::cells;
use super::column::Column;
use super::kind::{Kind, Words};
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::{RecordKind, Stance};
use crate::report::model::{ContactOut, FieldOut};
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::dialogs::question::Asked;
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
        "former_employer",
        "organisational_need",
        "observation",
        "observation_clue",
        "quadrant_score",
        "seen_as",
        "cover",
        "account",
        "deal",
        "deal_contact",
        "activity",
        "colleague",
        "tagging",
        "custom_field",
        "custom_value",
    ];
    const NAME: &'static str = "people";
    const COLUMNS: &'static [Column<ContactOut>] = &[
        Column::words(
            "name",
            4,
            |l| tr!(l.lang, "column.person"),
            |p: &ContactOut, _, _| cells::words(Some(&p.name)),
        )
        .sorted()
        .from(0),
        Column::short(
            "code",
            7,
            |l| tr!(l.lang, "column.code"),
            |p: &ContactOut, look, _| cells::quiet(look, Some(&p.code)),
        )
        .sorted(),
        Column::words(
            "account",
            4,
            |l| tr!(l.lang, "column.account"),
            |p: &ContactOut, look, _| cells::quiet(look, p.account.as_ref()),
        )
        .sorted()
        .from(40),
        Column::words(
            "title",
            4,
            |l| tr!(l.lang, "column.position"),
            |p: &ContactOut, _, _| cells::words(p.title.as_ref()),
        )
        .sorted()
        .from(60),
        Column::words(
            "department",
            3,
            |l| tr!(l.lang, "column.department"),
            |p: &ContactOut, look, _| cells::quiet(look, p.department.as_ref()),
        ),
        Column::short("stance", 9, |l| tr!(l.lang, "column.stance"), stance).sorted().from(74),
        Column::short("step", 12, |l| tr!(l.lang, "column.relationship_step"), step),
        Column::words("parts", 3, |l| tr!(l.lang, "column.parts"), parts),
        Column::words(
            "email",
            5,
            |l| tr!(l.lang, "column.emails"),
            |p: &ContactOut, look, _| cells::quiet(look, p.emails.first()),
        )
        .sorted()
        .from(96),
        Column::short(
            "phone",
            16,
            |l| tr!(l.lang, "column.phones"),
            |p: &ContactOut, look, _| cells::quiet(look, p.phones.first()),
        ),
        Column::short(
            "last_contact",
            12,
            |l| tr!(l.lang, "column.last_contact"),
            |p: &ContactOut, look, _| cells::past(look, p.last_contact),
        )
        .sorted()
        .from(50),
        Column::words(
            "reports_to",
            3,
            |l| tr!(l.lang, "column.reports_to"),
            |p: &ContactOut, look, _| cells::quiet(look, p.reports_to.as_ref()),
        ),
        Column::short(
            "owner",
            14,
            |l| tr!(l.lang, "column.owner"),
            |p: &ContactOut, look, _| cells::quiet(look, p.owner.as_ref()),
        ),
        Column::words(
            "tags",
            3,
            |l| tr!(l.lang, "column.tags"),
            |p: &ContactOut, look, _| cells::tags(look, &p.tags),
        ),
        Column::short(
            "created",
            12,
            |l| tr!(l.lang, "column.entered_on"),
            |p: &ContactOut, look, _| cells::past(look, Some(p.created)),
        )
        .sorted(),
        Column::short(
            "updated",
            12,
            |l| tr!(l.lang, "column.changed_on"),
            |p: &ContactOut, look, _| cells::instant(look, p.updated_at),
        )
        .sorted(),
    ];
    const CELLS: &'static [(&'static str, &'static [&'static str])] = &[
        ("name", &["name"]),
        ("account", &["account"]),
        ("title", &["title"]),
        ("department", &["department"]),
        ("stance", &["stance"]),
        ("step", &["step"]),
        ("parts", &["parts"]),
        ("email", &["emails"]),
        ("phone", &["phones"]),
        ("reports_to", &["reports_to"]),
        ("owner", &["owner"]),
        ("tags", &["tags"]),
    ];
    const CELLS_OF_MANY: &'static [(&'static str, Asked)] = &[("owner", Asked::Owner), ("tags", Asked::Tag)];

    fn fields(person: &ContactOut) -> &[FieldOut] {
        &person.fields.0
    }

    fn chosen(person: &ContactOut) -> Chosen {
        person.into()
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

fn step(person: &ContactOut, look: &Look, _cells: usize) -> (String, Style) {
    let step = person.step.map(|step| words::relationship_step(look.lang, step).into_owned());
    cells::quiet(look, step.as_ref())
}

fn parts(person: &ContactOut, look: &Look, _cells: usize) -> (String, Style) {
    let parts = person.parts.iter().filter_map(|part| part.parse().ok());
    (look.lang.list(parts.map(|part| words::part(look.lang, part))), look.theme.dim)
}
