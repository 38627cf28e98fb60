//! The words around the pictures: what classes are about, what is missing, how many.

use std::borrow::Cow;

use super::read::Known;
use super::sight::Row;
use crate::domain::segment::{Class, FEW, Input, Kaism, Method, Placed, Posture};
use crate::domain::word::Tier;
use crate::i18n::Lang;
use crate::report::words::Word;
use crate::report::{percent, segment_words};
use crate::tr;
use crate::tui::look::Look;

pub use crate::report::segment_words::class;

/// What a method is called in the strip.
pub fn method(lang: Lang, method: Method) -> Word {
    match method {
        Method::Posture => tr!(lang, "segments.posture"),
        Method::Kaism => tr!(lang, "segments.kaism"),
        Method::Rfm => tr!(lang, "segments.rfm"),
        Method::Pyramid => tr!(lang, "segments.pyramid"),
        Method::Score => tr!(lang, "segments.score"),
        Method::Tier => tr!(lang, "segments.tier"),
    }
}

/// What is to be done about the accounts of a class that has a region on a plane.
pub fn about(lang: Lang, class: Class) -> Word {
    match class {
        Class::Posture(Posture::Acquire) => tr!(lang, "segments.about_acquire"),
        Class::Posture(Posture::Retain) => tr!(lang, "segments.about_retain"),
        Class::Posture(Posture::Raid) => tr!(lang, "segments.about_raid"),
        Class::Posture(Posture::Maintain) => tr!(lang, "segments.about_maintain"),
        Class::Posture(Posture::Abandon) => tr!(lang, "segments.about_abandon"),
        Class::Kaism(Kaism::KeyAccount) => tr!(lang, "segments.about_key_account"),
        Class::Kaism(Kaism::KeyDevelopment) => tr!(lang, "segments.about_key_development"),
        Class::Kaism(Kaism::Maintenance) => tr!(lang, "segments.about_maintenance"),
        Class::Kaism(Kaism::Opportunistic) => tr!(lang, "segments.about_opportunistic"),
        _ => Cow::Borrowed(""),
    }
}

/// What the four parts of a score are.
pub fn indicators(lang: Lang) -> [Word; 4] {
    [
        tr!(lang, "segments.sales"),
        tr!(lang, "segments.profit"),
        tr!(lang, "segments.credit"),
        tr!(lang, "segments.prospects"),
    ]
}

/// So many accounts.
pub fn accounts(lang: Lang, number: usize) -> String {
    match number {
        1 => tr!(lang, "segments.account").into_owned(),
        _ => tr!(lang, "segments.accounts", number = number).into_owned(),
    }
}

/// What a region comes to, in more words and in fewer.
pub fn of_region(lang: Lang, number: usize, sold: i128, all: i128) -> Vec<String> {
    let short = number.to_string();
    if number == 0 || all <= 0 {
        return vec![accounts(lang, number), short];
    }
    let share = percent(i64::try_from(sold * 100 / all * 100).unwrap_or(0));
    let long = tr!(lang, "segments.of_sales", accounts = accounts(lang, number), share = share);
    vec![long.into_owned(), accounts(lang, number), short]
}

/// Inputs in one line.
pub fn inputs(lang: Lang, inputs: &[Input]) -> String {
    let words: Vec<Word> = inputs.iter().map(|one| segment_words::input(lang, *one)).collect();
    words.join(&tr!(lang, "many.and"))
}

/// What is to be said of all accounts: that they are few, that of some too much is missing.
pub fn said(lang: Lang, known: &Known, rows: &[Row]) -> Vec<String> {
    let mut said = Vec::new();
    let without = rows.iter().filter(|row| row.placed.rule.is_none()).count();
    match without {
        0 => {}
        1 => said.push(tr!(lang, "segments.without_one").into_owned()),
        number => said.push(tr!(lang, "segments.without", number = number).into_owned()),
    }
    if known.segments.are_few() {
        said.push(tr!(lang, "segments.few_accounts", number = FEW).into_owned());
    }
    said
}

/// How the class of an account came to be.
pub fn how(look: &Look, placed: &Placed) -> String {
    let lang = look.lang;
    match (&placed.decision, placed.rule) {
        (Some(decision), _) => match decision.decided_on {
            Some(day) => tr!(lang, "segments.by_hand_on", day = look.date(day)),
            None => tr!(lang, "segments.by_hand"),
        },
        (None, Some(_)) if placed.class.is_some() => tr!(lang, "segments.by_rule"),
        _ => Cow::Borrowed(""),
    }
    .into_owned()
}

/// What the rule says beside what was decided; nothing where it decided itself.
pub fn rule(lang: Lang, placed: &Placed) -> String {
    match (placed.decision.is_some(), placed.rule) {
        (true, Some(_)) if !placed.differs() => tr!(lang, "segments.rule_agrees").into_owned(),
        (_, Some(rule)) if placed.class != Some(rule) => {
            tr!(lang, "segments.rule_says", class = class(lang, rule)).into_owned()
        }
        (true, None) => tr!(lang, "segments.rule_cannot").into_owned(),
        _ => String::new(),
    }
}

/// The class of an account on its line; a score is marked where it is not over all of its parts.
pub fn of_row(lang: Lang, placed: &Placed) -> Option<String> {
    let mark = match placed.class? {
        Class::Score(_) if placed.missing.is_empty() => " ",
        Class::Score(_) => "?",
        _ => "",
    };
    Some(format!("{}{mark}", class(lang, placed.class?)))
}

/// What the figures of a method are.
pub fn figure(lang: Lang, method: Method) -> Word {
    match method {
        Method::Posture => segment_words::input(lang, Input::Potential),
        Method::Kaism => tr!(lang, "segments.points_head"),
        Method::Rfm => tr!(lang, "segments.sales_ever"),
        Method::Pyramid => tr!(lang, "segments.contribution"),
        Method::Score => tr!(lang, "segments.sales"),
        Method::Tier => tr!(lang, "segments.time_logged"),
    }
}

/// What moves an account of a tier on.
pub fn moves(lang: Lang, tier: Option<Tier>) -> Word {
    match tier {
        Some(Tier::Key) => tr!(lang, "segments.move_key"),
        Some(Tier::Ordinary) => tr!(lang, "segments.move_ordinary"),
        Some(Tier::Prospective) => tr!(lang, "segments.move_prospective"),
        Some(Tier::Unattractive) => tr!(lang, "segments.move_unattractive"),
        None => tr!(lang, "segments.move_none"),
    }
}
