//! What endangers the relationship with an account, as lines, each leading to what mends it.

use super::Tab;
use super::entries::asks;
use super::missing::side as leads;
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::health::{AccountFacts, Danger};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::health_words;
use crate::report::rows::care::stands_on;
use crate::store::view::care::AccountHealth;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::{Question, Telling};
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};
use crate::tui::widgets::sheet::{Line, Stands};

/// A line for each danger, the most pressing first, and one for what they weigh; one that says so where there
/// is none.
///
/// # Errors
/// What the store could not read.
pub fn lines(book: &Book, look: &Look, account: Id) -> Result<Vec<Line>> {
    of(book, look, &book.health_of(account)?)
}

/// The same, of an account whose health is read.
///
/// # Errors
/// What the store could not read.
pub fn of(book: &Book, look: &Look, health: &AccountHealth) -> Result<Vec<Line>> {
    let weights = book.settings()?.health;
    if health.dangers.is_empty() {
        let sound = tr!(look.lang, "health.sound").into_owned();
        return Ok(vec![Line {
            what: sound,
            about: String::new(),
            style: look.theme.good,
            stands_for: None,
        }]);
    }
    let line = |danger: &Danger| {
        let advice = health_words::remedy(look.lang, danger.remedy());
        Line {
            what: health_words::why(look.lang, *danger, &health.facts).into_owned(),
            about: match weights.of(*danger) {
                0 => format!("→ {advice}"),
                weight => format!("→ {advice} · -{weight}"),
            },
            style: look.theme.warn,
            stands_for: mends(*danger, &health.facts, health.id),
        }
    };
    let weighed = Line {
        what: tr!(look.lang, "action.weights").into_owned(),
        about: tr!(look.lang, "care.weights_change").into_owned(),
        style: look.theme.dim,
        stands_for: Some(Stands::Asks(Box::new(Question::Weights))),
    };
    Ok(health.dangers.iter().map(line).chain([weighed]).collect())
}

/// Where a danger is mended.
pub fn mends(danger: Danger, facts: &AccountFacts, account: Id) -> Option<Stands> {
    let holder = Holder::Account(account);
    let tab = |tab: Tab| Some(leads(Place::Account, account, tab));
    let record = |kind: RecordKind, id: Id| {
        let record = Chosen { kind, id, name: String::new(), account: Some(account), status: None };
        Some(Stands::Record(record))
    };
    let which = stands_on(danger, facts);
    match danger {
        Danger::ComplaintOpen => {
            Some(asks(Telling::anew(EntryKind::Complaint, which?).only(&["answered", "answer"])))
        }
        Danger::PromiseBroken | Danger::PromiseOverdue => record(RecordKind::Commitment, which?),
        Danger::ReceivableOverdue => Some(leads(Place::Deal, which?, Tab::Receivables)),
        Danger::GoneQuiet => record(RecordKind::Contact, which?),
        Danger::CheckUpLow | Danger::CheckUpFalling | Danger::CheckUpOld => {
            Some(asks(Telling::new(EntryKind::CheckUp, holder)))
        }
        Danger::CompetitorPreferred => tab(Tab::Competitors),
        Danger::NoSupporter => tab(Tab::People),
        Danger::NotKnown => {
            Some(asks(Telling::new(EntryKind::Intelligence, holder).proposing("level", Value::Number(3))))
        }
    }
}
