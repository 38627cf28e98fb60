//! Where an account stands in a few lines, each leading to the side that says more.

use super::deals;
use super::entries::asks;
use super::missing::side as leads;
use super::{Tab, revenue};
use crate::domain::entry::judge::Knowledge;
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::plan::Content;
use crate::domain::segment::Class;
use crate::domain::strategy::{Cells, Factor};
use crate::domain::word::Status;
use crate::report::{entry_words, plan_words, reason, segment_words};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::Telling;
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place};
use crate::tui::widgets::sheet::{Line, Stands};

/// Its lines: deals in need of attention first, then strategy, knowledge, and what was sold this quarter.
///
/// # Errors
/// What the store could not read.
pub fn lines(book: &Book, look: &Look, of: &Chosen, content: &Content) -> Result<Vec<Line>> {
    let line = |what: String, stands_for: Stands| Line {
        what,
        about: String::new(),
        style: look.theme.dim,
        stands_for: Some(stands_for),
    };
    let tab = |tab: Tab| leads(Place::Account, of.id, tab);
    let mut lines: Vec<Line> = attention(book, look, of)?.into_iter().collect();
    lines.push(line(strategy(look, content), tab(Tab::Factors)));
    lines.push(line(knowledge(look, content), tab(Tab::Intelligence)));
    let judge = Telling::new(EntryKind::Standing, Holder::Account(of.id));
    lines.push(line(judged(book, look, of.id)?, asks(judge)));
    let (words, is_planned) = quarter(book, look, of.id)?;
    let plan = || {
        let quarter = Period::quarter_of(look.today, look.first_month).to_string();
        let holder = Holder::Account(of.id);
        asks(Telling::new(EntryKind::RevenuePlan, holder).proposing("quarter", Value::Text(quarter)))
    };
    lines.push(line(words, if is_planned { tab(Tab::Actions) } else { plan() }));
    Ok(lines)
}

/// How many open deals need attention, and why the worst of them does.
fn attention(book: &Book, look: &Look, of: &Chosen) -> Result<Option<Line>> {
    let deals = deals::all(book, of)?;
    let open: Vec<_> = deals.iter().filter(|line| line.deal.status == Status::Open).collect();
    let reasons = book.attention_of(&open.iter().map(|line| line.deal.id).collect::<Vec<_>>())?;
    let weight = |id: &Id| reasons.get(id).into_iter().flatten().map(|reason| reason.weight()).sum::<u32>();
    let worst = open.iter().filter(|line| weight(&line.deal.id) > 0).max_by_key(|line| weight(&line.deal.id));
    let Some(worst) = worst else { return Ok(None) };
    let number = open.iter().filter(|line| weight(&line.deal.id) > 0).count();
    let what = match (number, open.len()) {
        (_, 1) => tr!(look.lang, "record.attention_only"),
        (1, deals) => tr!(look.lang, "record.attention_one", deals = deals),
        (number, deals) => tr!(look.lang, "record.attention_some", number = number, deals = deals),
    };
    let why = reasons.get(&worst.deal.id).and_then(|reasons| reasons.first());
    let why = why.map(|why| reason::text(look.lang, *why, *worst, look.today).into_owned());
    Ok(Some(Line {
        what: what.into_owned(),
        about: format!("! {}", why.unwrap_or_default()),
        style: look.theme.warn,
        stands_for: Some(leads(Place::Account, of.id, Tab::Deals)),
    }))
}

/// Every strategy that the factors leave open.
fn strategy(look: &Look, content: &Content) -> String {
    let strategies = Cells::of(content.of(EntryKind::Factor).filter_map(Factor::of)).strategies();
    let names: Vec<_> = strategies.iter().map(|one| plan_words::strategy(look.lang, *one)).collect();
    match names.is_empty() {
        true => tr!(look.lang, "record.no_strategy_yet").into_owned(),
        false => tr!(look.lang, "record.strategy", strategies = names.join(" / ")).into_owned(),
    }
}

/// The highest level of what is known.
fn knowledge(look: &Look, content: &Content) -> String {
    let level = content.of(EntryKind::Intelligence).filter_map(|note| note.number("level")).max();
    let known = Knowledge { level };
    let words = match known.level {
        Some(level) if known.is_known() => tr!(look.lang, "record.known", level = level),
        _ => tr!(look.lang, "record.not_known_yet"),
    };
    words.into_owned()
}

/// What is to be done about the account by attack and defence, and how it is judged for that and its other
/// classes.
fn judged(book: &Book, look: &Look, account: Id) -> Result<String> {
    let lang = look.lang;
    let posture = book.postures_of(&[account])?.remove(&account).map(Class::Posture);
    let mut words: Vec<String> =
        posture.map(|class| segment_words::class(lang, class).into_owned()).into_iter().collect();
    if let Some(standing) = book.entries(EntryKind::Standing, Holder::Account(account))?.first() {
        for field in
            ["attractiveness", "strength", "relation"].map(|key| EntryKind::Standing.spec().field(key))
        {
            let Some((field, value)) = field.and_then(|field| Some((field, standing.get(field.key)?))) else {
                continue;
            };
            let label = entry_words::label(lang, EntryKind::Standing, field.key);
            words.push(format!("{label} {}", entry_words::value(lang, field, value)));
        }
    }
    Ok(match words.is_empty() {
        true => tr!(lang, "record.not_judged_yet").into_owned(),
        false => words.join(" · "),
    })
}

/// What was sold in the present quarter, of what was planned; and whether anything was.
fn quarter(book: &Book, look: &Look, account: Id) -> Result<(String, bool)> {
    let present = Period::quarter_of(look.today, look.first_month).to_string();
    let quarters = crate::report::plan::revenue::with_present(book, account)?;
    let Some(quarter) = quarters.into_iter().find(|one| one.quarter == present) else {
        return Ok((String::new(), false));
    };
    let sold = revenue::figure(look, &quarter.actual);
    let words = match quarter.sales {
        Some(planned) => {
            let planned = revenue::figure(look, &planned);
            tr!(
                look.lang,
                "record.quarter",
                quarter = present,
                sold = sold,
                planned = planned,
                currency = look.base
            )
        }
        None => {
            tr!(look.lang, "record.quarter_unplanned", quarter = present, sold = sold, currency = look.base)
        }
    };
    Ok((words.into_owned(), quarter.sales.is_some()))
}
