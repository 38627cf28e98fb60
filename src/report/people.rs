//! The words for key people: how they see us, levels, roles of ours, what is remembered.

use super::words::Word;
use crate::domain::person::{Level, OrganisationalNeed, OurRole, RecollectionKind, Rung};
use crate::i18n::Lang;
use crate::tr;

/// A rung of the ladder: how a person sees us.
pub fn rung(lang: Lang, rung: Rung) -> Word {
    match rung {
        Rung::Visitor => tr!(lang, "rung.visitor"),
        Rung::PriceSeller => tr!(lang, "rung.price_seller"),
        Rung::ProductSeller => tr!(lang, "rung.product_seller"),
        Rung::NeedsSeller => tr!(lang, "rung.needs_seller"),
        Rung::TrustedAdviser => tr!(lang, "rung.trusted_adviser"),
    }
}

/// What a person wants for their organisation.
pub fn organisational_need(lang: Lang, organisational_need: OrganisationalNeed) -> Word {
    match organisational_need {
        OrganisationalNeed::Financial => tr!(lang, "organisational_need.financial"),
        OrganisationalNeed::Performance => tr!(lang, "organisational_need.performance"),
        OrganisationalNeed::Image => tr!(lang, "organisational_need.image"),
    }
}

/// A level of the zipper.
pub fn level(lang: Lang, level: Level) -> Word {
    match level {
        Level::Top => tr!(lang, "level.top"),
        Level::Middle => tr!(lang, "level.middle"),
        Level::Working => tr!(lang, "level.working"),
    }
}

/// A part on our side.
pub fn our_role(lang: Lang, our_role: OurRole) -> Word {
    match our_role {
        OurRole::AccountManager => tr!(lang, "our_role.account_manager"),
        OurRole::ExecutiveSponsor => tr!(lang, "our_role.executive_sponsor"),
        OurRole::SalesManager => tr!(lang, "our_role.sales_manager"),
        OurRole::Delivery => tr!(lang, "our_role.delivery"),
        OurRole::Research => tr!(lang, "our_role.research"),
        OurRole::Marketing => tr!(lang, "our_role.marketing"),
        OurRole::Manufacturing => tr!(lang, "our_role.manufacturing"),
        OurRole::Finance => tr!(lang, "our_role.finance"),
        OurRole::Service => tr!(lang, "our_role.service"),
    }
}

/// What is remembered of a person.
pub fn recollection(lang: Lang, kind: RecollectionKind) -> Word {
    match kind {
        RecollectionKind::Quote => tr!(lang, "recollection.quote"),
        RecollectionKind::Pride => tr!(lang, "recollection.pride"),
        RecollectionKind::Interest => tr!(lang, "recollection.interest"),
        RecollectionKind::Family => tr!(lang, "recollection.family"),
    }
}
