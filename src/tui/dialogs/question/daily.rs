//! The short questions of daily work.

use super::told::{Concern, Sheet, amount_text};
use super::usual::choice_hint;
use crate::domain::id::Id;
use crate::domain::word::ActivityKind;
use crate::i18n::Lang;
use crate::ops::Place;
use crate::ops::deal::{DealInput, Lost, Won};
use crate::report::words;
use crate::store::view::lines::DealLine;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, contact_with};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;
use crate::tui::widgets::form::meaning::Novelty;

fn done(deed: Deed) -> Vec<Step> {
    vec![Effect::Do(Box::new(deed)).into()]
}

/// How a deal was won: when, and at what.
pub fn win(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let line = book.line::<DealLine>(id)?;
    let lang = look.lang;
    let currency = line.deal.currency;
    let amount = line.deal.amount.map(|minor| amount_text(minor, currency)).unwrap_or_default();
    let sheet = Sheet::default()
        .proposed(
            tr!(lang, "ask.amount", currency = currency).into_owned().into(),
            tr!(lang, "ask.amount_hint"),
            &amount,
        )
        .of(Kind::Money(currency))
        .about(Concern::Place(Place::Amount))
        .proposed(tr!(lang, "ask.won_on"), tr!(lang, "ask.date_hint"), &tr!(lang, "date.today"))
        .of(Kind::PastDay)
        .about(Concern::Day);
    Ok(sheet.dialog(tr!(lang, "ask.win"), line.deal.name, move |told| {
        let won = Won { amount: told.money(0, currency)?, on: told.past_date(1)? };
        Ok(done(Deed::Win(id, won)))
    }))
}

/// How a deal was lost: why, to whom, when, what was learned.
pub fn lose(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let line = book.line::<DealLine>(id)?;
    let lang = look.lang;
    let reasons = reasons(book, look)?;
    let sheet = Sheet::default()
        .one_of(tr!(lang, "column.lost_reason"), choice_hint(&reasons), reasons, None, true)
        .or_new(Novelty::LostReason)
        .text(
            tr!(lang, "column.competitor"),
            tr!(lang, "ask.competitor_hint"),
            line.deal.competitor.as_deref(),
        )
        .proposed(tr!(lang, "ask.lost_on"), tr!(lang, "ask.date_hint"), &tr!(lang, "date.today"))
        .of(Kind::PastDay)
        .about(Concern::Day)
        .text(tr!(lang, "column.learned"), tr!(lang, "ask.learned_hint"), None);
    Ok(sheet.dialog(tr!(lang, "ask.lose"), line.deal.name, move |told| {
        let reason = told.name(0)?.unwrap_or_default();
        let lost = Lost {
            reason,
            competitor: told.text(1).map(Option::unwrap_or_default),
            on: told.past_date(2)?,
            learned: told.text(3).flatten(),
        };
        Ok(done(Deed::Lose(id, lost)))
    }))
}

/// Why deals are lost.
///
/// # Errors
/// What the store could not read.
pub fn reasons(book: &Book, look: &Look) -> Result<Vec<Choice>> {
    let choice = |key: String, name: Option<String>| {
        let label = name.unwrap_or_else(|| words::lost_reason(look.lang, &key).into_owned());
        Choice::new(key, label)
    };
    Ok(book.lost_reasons()?.into_iter().map(|reason| choice(reason.key, reason.name)).collect())
}

/// What comes next, and when.
pub fn next_step(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let line = book.line::<DealLine>(id)?;
    let lang = look.lang;
    let day = line.deal.next_on.map(|day| day.to_string());
    let sheet = Sheet::default()
        .text(tr!(lang, "column.next_step"), tr!(lang, "ask.next_step_hint"), line.deal.next_step.as_deref())
        .text(tr!(lang, "ask.when"), tr!(lang, "ask.date_hint"), day.as_deref())
        .of(Kind::Day);
    Ok(sheet.dialog(tr!(lang, "ask.next_step"), line.deal.name, move |told| {
        let input = DealInput { next_step: told.text(0), next_on: told.date(1)?, ..DealInput::default() };
        Ok(done(Deed::Deal(Some(id), input)))
    }))
}

/// What the deal is worth.
pub fn amount(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let line = book.line::<DealLine>(id)?;
    let lang = look.lang;
    let currency = line.deal.currency;
    let amount = line.deal.amount.map(|minor| amount_text(minor, currency));
    let label = tr!(lang, "ask.amount", currency = currency).into_owned().into();
    let sheet = Sheet::default().text(label, tr!(lang, "ask.amount_hint"), amount.as_deref());
    let sheet = sheet.of(Kind::Money(currency)).about(Concern::Place(Place::Amount));
    Ok(sheet.dialog(tr!(lang, "ask.new_amount"), line.deal.name, move |told| {
        let input = DealInput { amount: Some(told.money(0, currency)?), ..DealInput::default() };
        Ok(done(Deed::Deal(Some(id), input)))
    }))
}

/// When the deal is expected to close.
pub fn close_date(book: &Book, look: &Look, id: Id) -> Result<FormDialog> {
    let line = book.line::<DealLine>(id)?;
    let lang = look.lang;
    let day = line.deal.close_on.map(|day| day.to_string());
    let sheet =
        Sheet::default().text(tr!(lang, "column.close_date"), tr!(lang, "ask.date_hint"), day.as_deref());
    let sheet = sheet.of(Kind::Day);
    Ok(sheet.dialog(tr!(lang, "ask.close_date"), line.deal.name, move |told| {
        let input = DealInput { close_on: told.date(0)?, ..DealInput::default() };
        Ok(done(Deed::Deal(Some(id), input)))
    }))
}

/// What was said; its first word may tell what kind of contact it was.
pub fn contacted(look: &Look, record: Chosen) -> FormDialog {
    let lang = look.lang;
    let sheet = Sheet::default().text(tr!(lang, "ask.said"), tr!(lang, "ask.said_hint"), None);
    let name = record.name.clone();
    sheet.dialog(tr!(lang, "ask.contacted"), name, move |told| {
        let (kind, text) = kind_and_words(told.says(0));
        Ok(done(Deed::Log(contact_with(&record, kind, text))))
    })
}

/// The kind of contact that a text begins with in either language, and the rest of it; else a call, as
/// most contacts of which there is something to tell are.
fn kind_and_words(text: &str) -> (ActivityKind, &str) {
    for kind in ActivityKind::ALL.iter().filter(|kind| kind.is_contact()) {
        for word in [words::activity_kind(Lang::En, *kind), words::activity_kind(Lang::Zh, *kind)] {
            let Some((first, rest)) = text.split_at_checked(word.len()) else { continue };
            let ends = !word.is_ascii() || !rest.starts_with(char::is_alphanumeric);
            if ends && first.to_lowercase() == word.to_lowercase() {
                return (*kind, rest.trim_start_matches([':', '：', ',', '，', ' ']));
            }
        }
    }
    (ActivityKind::Call, text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_word_tells_the_kind_of_contact() {
        assert_eq!(kind_and_words("visit: saw the line"), (ActivityKind::Visit, "saw the line"));
        assert_eq!(kind_and_words("Meeting, budget agreed"), (ActivityKind::Meeting, "budget agreed"));
        assert_eq!(kind_and_words("拜访 看了产线"), (ActivityKind::Visit, "看了产线"));
        assert_eq!(kind_and_words("visitors came"), (ActivityKind::Call, "visitors came"));
        assert_eq!(kind_and_words(""), (ActivityKind::Call, ""));
    }
}
