//! The words of segments: classes by each method, inputs, how a relation goes.

use super::words::{Word, tier};
use crate::domain::segment::tier::Relation;
use crate::domain::segment::{Class, Input, Kaism, Layer, Posture};
use crate::i18n::Lang;
use crate::tr;

/// A class by any method.
pub fn class(lang: Lang, class: Class) -> Word {
    match class {
        Class::Tier(one) => tier(lang, one),
        Class::Pyramid(Layer::Platinum) => tr!(lang, "layer.platinum"),
        Class::Pyramid(Layer::Gold) => tr!(lang, "layer.gold"),
        Class::Pyramid(Layer::Iron) => tr!(lang, "layer.iron"),
        Class::Pyramid(Layer::Lead) => tr!(lang, "layer.lead"),
        Class::Score(points) => format!("{:.1}", points as f64 / 100.0).into(),
        Class::Rfm(quintiles) => quintiles.to_string().into(),
        Class::Kaism(Kaism::KeyAccount) => tr!(lang, "kaism.key_account"),
        Class::Kaism(Kaism::KeyDevelopment) => tr!(lang, "kaism.key_development"),
        Class::Kaism(Kaism::Maintenance) => tr!(lang, "kaism.maintenance"),
        Class::Kaism(Kaism::Opportunistic) => tr!(lang, "kaism.opportunistic"),
        Class::Posture(Posture::Acquire) => tr!(lang, "posture.acquire"),
        Class::Posture(Posture::Retain) => tr!(lang, "posture.retain"),
        Class::Posture(Posture::Raid) => tr!(lang, "posture.raid"),
        Class::Posture(Posture::Maintain) => tr!(lang, "posture.maintain"),
        Class::Posture(Posture::Abandon) => tr!(lang, "posture.abandon"),
    }
}

/// An input of a method.
pub fn input(lang: Lang, input: Input) -> Word {
    match input {
        Input::Potential => tr!(lang, "input.potential"),
        Input::Share => tr!(lang, "input.share"),
        Input::Orders => tr!(lang, "input.orders"),
        Input::Amount => tr!(lang, "input.amount"),
        Input::Rate => tr!(lang, "input.rate"),
        Input::Margin => tr!(lang, "input.margin"),
        Input::Attractiveness => tr!(lang, "input.attractiveness"),
        Input::Strength => tr!(lang, "input.strength"),
        Input::Credit => tr!(lang, "input.credit"),
        Input::Prospects => tr!(lang, "input.prospects"),
        Input::Relation => tr!(lang, "input.relation"),
    }
}

/// How a relation goes.
pub fn relation(lang: Lang, relation: Relation) -> Word {
    match relation {
        Relation::CanGrow => tr!(lang, "relation.can_grow"),
        Relation::Growing => tr!(lang, "relation.growing"),
        Relation::Good => tr!(lang, "relation.good"),
        Relation::VeryFirm => tr!(lang, "relation.very_firm"),
        Relation::Limited => tr!(lang, "relation.limited"),
        Relation::Defensive => tr!(lang, "relation.defensive"),
        Relation::Backward => tr!(lang, "relation.backward"),
    }
}
