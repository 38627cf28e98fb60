//! Who stands where: a person in one deal, ours around a person, our team for an account.

use super::told::Sheet;
use super::usual::{choice_hint, owners, words};
use crate::domain::id::Id;
use crate::domain::person::{Level, OurRole, Rung};
use crate::domain::word::{Authority, Involvement, Part, RecordKind, Stance};
use crate::ops::deal::PersonInput;
use crate::ops::side::SideInput;
use crate::report::words::Word;
use crate::report::{people, words as report};
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::view::our_side::Coverer;
use crate::store::view::people::Group;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, SideDeed};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::form::meaning::Novelty;

/// What a person is in one deal, where that differs from what they are at large; that stands beside.
///
/// # Errors
/// What the store could not read.
pub fn seat(book: &Book, look: &Look, deal: Id, contact: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let (of, person): (Deal, Contact) = (book.row(deal)?, book.row(contact)?);
    let here = book.told_in_deal(deal, contact)?;
    let at_large = book.parts_of_all(&[contact])?.remove(&contact).unwrap_or_default();
    let at_large = lang.list(at_large.iter().map(|part| report::part(lang, *part)));
    let parts: Vec<String> = here.parts.iter().map(ToString::to_string).collect();
    let usual = |word: Option<Word>| {
        let word = word.filter(|word| !word.is_empty()).unwrap_or_else(|| tr!(lang, "seat.not_known"));
        Word::Owned(tr!(lang, "seat.at_large", what = word).into_owned())
    };
    let sheet = Sheet::default()
        .several(
            tr!(lang, "column.parts"),
            usual(Some(at_large.into())),
            words(look, Part::ALL, report::part),
            &parts,
            false,
        )
        .called("parts")
        .one_of(
            tr!(lang, "ask.involvement"),
            usual(person.involvement.map(|one| report::involvement(lang, one))),
            words(look, Involvement::ALL, report::involvement),
            here.involvement.map(Involvement::as_str),
            false,
        )
        .called("involvement")
        .one_of(
            tr!(lang, "ask.authority"),
            usual(person.authority.map(|one| report::authority(lang, one))),
            words(look, Authority::ALL, report::authority),
            here.authority.map(Authority::as_str),
            false,
        )
        .called("authority")
        .one_of(
            tr!(lang, "column.stance"),
            usual(person.stance.map(|one| report::stance(lang, one))),
            words(look, Stance::ALL, report::stance),
            here.stance.map(Stance::as_str),
            false,
        )
        .called("stance");
    let title = tr!(lang, "seat.title", name = person.name);
    Ok(sheet.dialog(title, tr!(lang, "seat.words", deal = of.name).into_owned(), move |told| {
        let input = PersonInput {
            parts: told.words("parts"),
            involvement: told.word("involvement"),
            authority: told.word("authority"),
            stance: told.word("stance"),
        };
        Ok(if input == PersonInput::default() {
            Vec::new()
        } else {
            done(SideDeed::Seat(deal, contact, input))
        })
    }))
}

/// Our side of a person or of an account.
///
/// # Errors
/// What the store could not read.
pub fn ours(book: &Book, look: &Look, of: &Chosen) -> Result<FormDialog> {
    match of.kind {
        RecordKind::Contact => around(book, look, of.id),
        _ => team(book, look, of.account.unwrap_or(of.id)),
    }
}

/// Who of ours covers a person, and how that person sees us.
fn around(book: &Book, look: &Look, contact: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let person = book.people(Group::One(contact))?.into_iter().next();
    let name = book.row::<Contact>(contact)?.name;
    let ours: Vec<_> = person.iter().flat_map(|person| person.covered_by.clone()).collect();
    let covers: Vec<String> = ours.iter().map(|by| by.name.clone()).collect();
    let rungs = words(look, Rung::ALL, people::rung);
    let rung = person.as_ref().and_then(|person| person.rung).map(Rung::as_str);
    let mut sheet = Sheet::default()
        .several(
            tr!(lang, "column.covered_by"),
            tr!(lang, "side.names_hint"),
            owners(book, look)?,
            &covers,
            true,
        )
        .called("covered_by")
        .or_new(Novelty::Colleague)
        .one_of(tr!(lang, "column.sees_us"), choice_hint(&rungs), rungs, rung, false)
        .called("sees_us");
    for by in &ours {
        let levels = words(look, Level::ALL, people::level);
        let label = tr!(lang, "side.level_of", name = by.name);
        sheet = sheet
            .one_of(label, tr!(lang, "side.level_hint"), levels, by.level.map(Level::as_str), false)
            .called(by.colleague.to_string());
    }
    Ok(sheet.dialog(tr!(lang, "side.around", name = name), String::new(), move |told| {
        let level = |by: &Coverer| Some((by.colleague, told.word(by.colleague.to_string().as_str())?));
        let input = SideInput {
            covered_by: told.list("covered_by"),
            sees_us: told.word("sees_us").flatten(),
            levels: ours.iter().filter_map(level).collect(),
        };
        Ok(if input == SideInput::default() { Vec::new() } else { done(SideDeed::Stand(contact, input)) })
    }))
}

/// Who of ours has which role for an account.
fn team(book: &Book, look: &Look, account: Id) -> Result<FormDialog> {
    let lang = look.lang;
    let name = book.row::<Account>(account)?.name;
    let team = book.team(account)?;
    let mut sheet = Sheet::default();
    for role in OurRole::ALL {
        let with = team.iter().filter(|one| one.roles.contains(role));
        let with: Vec<String> = with.map(|one| one.name.clone()).collect();
        let label = people::our_role(lang, *role);
        let field = sheet.several(label, tr!(lang, "side.names_hint"), owners(book, look)?, &with, true);
        sheet = field.called(role.as_str()).or_new(Novelty::Colleague);
    }
    Ok(sheet.dialog(tr!(lang, "side.team", name = name), String::new(), move |told| {
        let each = OurRole::ALL.iter().filter_map(|role| Some((*role, told.list(role.as_str())?)));
        let each: Vec<(OurRole, Vec<String>)> = each.collect();
        Ok(if each.is_empty() { Vec::new() } else { done(SideDeed::Team(account, each)) })
    }))
}

fn done(deed: SideDeed) -> Vec<Step> {
    vec![Effect::Do(Box::new(Deed::Side(deed))).into()]
}
