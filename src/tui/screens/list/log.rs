//! The log: what happened with clients, the newest first.

use ratatui::style::Style;

use super::cells;
use super::column::Column;
use super::kind::{Kind, Words};
use crate::domain::filter;
use crate::domain::stage::Stage;
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::report::model::ActivityOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::report::words;
use crate::store::view::totals::Totals;
use crate::tr;
use crate::tui::action::Scope;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};

/// Activities.
pub struct Log;

impl Kind for Log {
    type Out = ActivityOut;
    const PLACE: Place = Place::Log;
    const FILTERED: filter::Kind = filter::Kind::Activities;
    const RECORD: RecordKind = RecordKind::Activity;
    const SCOPES: &'static [Scope] = &[Scope::Table, Scope::Record, Scope::List];
    const IS_MARKED: bool = false;
    const TABLES: &'static [&'static str] =
        &["activity", "activity_contact", "account", "contact", "deal", "colleague", "tagging"];
    const NAME: &'static str = "log";
    const COLUMNS: &'static [Column<ActivityOut>] = &[
        Column::short(
            "on",
            12,
            |l| tr!(l.lang, "column.day"),
            |a: &ActivityOut, look, _| cells::past(look, Some(a.on)),
        )
        .sorted()
        .from(0),
        Column::short("kind", 13, |l| tr!(l.lang, "column.kind"), kind).from(50),
        Column::words(
            "people",
            3,
            |l| tr!(l.lang, "column.people"),
            |a: &ActivityOut, look, _| (look.lang.list(&a.contacts), Style::new()),
        )
        .from(60),
        Column::words(
            "account",
            3,
            |l| tr!(l.lang, "column.account"),
            |a: &ActivityOut, look, _| cells::quiet(look, a.account.as_ref()),
        )
        .from(74),
        Column::words(
            "deal",
            3,
            |l| tr!(l.lang, "column.deal"),
            |a: &ActivityOut, look, _| cells::quiet(look, a.deal.as_ref()),
        )
        .from(110),
        Column::words(
            "subject",
            5,
            |l| tr!(l.lang, "column.about"),
            |a: &ActivityOut, _, _| cells::words(a.subject.as_ref().or(a.text.as_ref())),
        )
        .from(40),
        Column::figures(
            "minutes",
            7,
            |l| tr!(l.lang, "column.minutes"),
            |a: &ActivityOut, look, _| cells::count(look, a.minutes),
        )
        .from(86),
        Column::words(
            "outcome",
            3,
            |l| tr!(l.lang, "column.outcome"),
            |a: &ActivityOut, look, _| cells::quiet(look, a.outcome.as_ref()),
        )
        .from(130),
        Column::short(
            "owner",
            14,
            |l| tr!(l.lang, "column.owner"),
            |a: &ActivityOut, look, _| cells::quiet(look, a.owner.as_ref()),
        ),
        Column::short("direction", 9, |l| tr!(l.lang, "column.direction"), direction),
        Column::words(
            "next_step",
            3,
            |l| tr!(l.lang, "column.next_step"),
            |a: &ActivityOut, look, _| cells::quiet(look, a.next_step.as_ref()),
        ),
    ];

    fn chosen(activity: &ActivityOut) -> Chosen {
        Chosen {
            kind: RecordKind::Activity,
            id: activity.id,
            name: activity.subject.clone().unwrap_or_else(|| activity.kind.clone()),
            account: activity.account_id,
            status: None,
        }
    }

    fn sheet(look: &Look, _stages: &[Stage], activity: &ActivityOut) -> Page {
        pages::activity::sheet(look.lang, activity)
    }

    fn words(look: &Look) -> Words {
        Words {
            title: tr!(look.lang, "log.title"),
            all: tr!(look.lang, "log.all"),
            empty_title: tr!(look.lang, "log.empty_title"),
            empty_words: tr!(look.lang, "log.empty_words"),
        }
    }

    fn totals(look: &Look, totals: &Totals) -> String {
        match totals.number {
            1 => tr!(look.lang, "log.one").into_owned(),
            number => tr!(look.lang, "log.number", number = number).into_owned(),
        }
    }
}

fn kind(activity: &ActivityOut, look: &Look, _cells: usize) -> (String, Style) {
    let kind = activity.kind.parse::<ActivityKind>().ok();
    (kind.map(|kind| words::activity_kind(look.lang, kind).into_owned()).unwrap_or_default(), Style::new())
}

fn direction(activity: &ActivityOut, look: &Look, _cells: usize) -> (String, Style) {
    let direction = activity.direction.as_deref().and_then(|word| word.parse::<Direction>().ok());
    let word = direction.map(|direction| words::direction(look.lang, direction).into_owned());
    cells::quiet(look, word.as_ref())
}
