//! Where the value of each field lies: on the record's row, on a record that it names, or in rows that
//! hang on it.

use crate::domain::filter::{Kind, Subject};
use crate::store::view::evidence::CONTACT_DOMINANT;
use crate::store::view::expression as show;

/// Where a value lies. All is SQL within a query of the record's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// An expression on the record's own row; null where it has no value.
    Own(&'static str),
    /// Several texts of the row, of which any may fit.
    Texts(&'static [&'static str]),
    /// An amount and its currency.
    Money(&'static str, &'static str),
    /// Texts of other rows: the record fits where `key` is among those whose texts do.
    Among {
        /// A column of the record.
        key: &'static str,
        /// A query of one column.
        among: &'static str,
        /// Texts of the rows of that query.
        texts: &'static [&'static str],
    },
    /// An expression whose text is keys of one letter each; the record fits where any is among them.
    Letters(&'static str),
    /// The sum of an account's open deals.
    OpenAmount,
    /// The posture towards an account, which is reckoned from more than its own row.
    Posture,
    /// Tags, whatever the kind of record.
    Tags,
    /// The reasons why a deal needs attention.
    Attention,
}

/// Where a field of a kind of record lies. What these records do not have is nowhere: no test holds.
pub(super) fn place(kind: Kind, subject: Subject) -> Place {
    if subject == Subject::Tag {
        return Place::Tags;
    }
    match kind {
        Kind::Accounts => of_account(subject),
        Kind::Contacts => of_contact(subject),
        Kind::Deals => of_deal(subject),
        Kind::Activities => of_activity(subject),
        Kind::Orders => of_order(subject),
    }
}

/// Nowhere.
const NOWHERE: Place = Place::Own("NULL");

const fn among(key: &'static str, among: &'static str, texts: &'static [&'static str]) -> Place {
    Place::Among { key, among, texts }
}

const ACCOUNT_NAMES: &str = "SELECT named.id FROM account named";
const NAME: &[&str] = &["named.name"];

fn of_account(subject: Subject) -> Place {
    match subject {
        Subject::Code => Place::Own("account.code"),
        Subject::Name => Place::Own("account.name"),
        Subject::Tier => Place::Own("account.tier"),
        Subject::Posture => Place::Posture,
        Subject::Level => Place::Own(show::ACCOUNT_LEVEL),
        Subject::Phase => Place::Own(show::ACCOUNT_PHASE),
        Subject::Industry => Place::Own("account.industry"),
        Subject::Owner => Place::Own("account.owner_id"),
        Subject::Parent => among("account.parent_id", ACCOUNT_NAMES, NAME),
        Subject::Domain => Place::Own("account.domain"),
        Subject::City => Place::Own("account.city"),
        Subject::Country => Place::Own("account.country"),
        Subject::Potential => Place::Money("account.potential", "account.currency"),
        Subject::Last => Place::Own(show::ACCOUNT_LAST),
        Subject::Created => Place::Own("account.created_on"),
        Subject::Deals => Place::Own(show::ACCOUNT_DEALS),
        Subject::OpenAmount => Place::OpenAmount,
        _ => NOWHERE,
    }
}

fn of_contact(subject: Subject) -> Place {
    match subject {
        Subject::Code => Place::Own("contact.code"),
        Subject::Name => Place::Own("contact.name"),
        Subject::Account => among("contact.account_id", ACCOUNT_NAMES, NAME),
        Subject::Title => Place::Own("contact.title"),
        Subject::Email => {
            among("contact.id", "SELECT contact_id FROM contact_email named", &["named.address"])
        }
        Subject::Phone => {
            among("contact.id", "SELECT contact_id FROM contact_phone named", &["named.number"])
        }
        Subject::Owner => Place::Own("contact.owner_id"),
        Subject::Stance => Place::Own("contact.stance"),
        Subject::Step => Place::Own("contact.step"),
        Subject::Part => among("contact.id", "SELECT contact_id FROM contact_part named", &["named.part"]),
        Subject::Role => Place::Own(show::CONTACT_ROLE),
        Subject::Dominant => Place::Letters(CONTACT_DOMINANT),
        Subject::SeeUs => Place::Own(show::CONTACT_RUNG),
        Subject::Need => among("contact.id", "SELECT contact_id FROM contact_need named", &["named.need"]),
        Subject::Prefers => Place::Own("contact.prefers"),
        Subject::ReportsTo => among("contact.reports_to", "SELECT named.id FROM contact named", NAME),
        Subject::City => Place::Own("contact.city"),
        Subject::Country => Place::Own("contact.country"),
        Subject::Last => Place::Own(show::CONTACT_LAST),
        Subject::Created => Place::Own("contact.created_on"),
        _ => NOWHERE,
    }
}

fn of_deal(subject: Subject) -> Place {
    match subject {
        Subject::Code => Place::Own("deal.code"),
        Subject::Name => Place::Own("deal.name"),
        Subject::Account => among("deal.account_id", ACCOUNT_NAMES, NAME),
        Subject::Stage => Place::Own("deal.stage_id"),
        Subject::Amount => Place::Money("deal.amount", "deal.currency"),
        Subject::Currency => Place::Own("deal.currency"),
        Subject::Close => Place::Own("deal.close_on"),
        Subject::Created => Place::Own("deal.created_on"),
        Subject::Closed => Place::Own("deal.closed_on"),
        Subject::Status => Place::Own("deal.status"),
        Subject::Owner => Place::Own("deal.owner_id"),
        Subject::Next => Place::Own("deal.next_step"),
        Subject::NextOn => Place::Own("deal.next_on"),
        Subject::Rate => Place::Own(show::DEAL_RATE),
        Subject::Source => Place::Own("deal.source"),
        Subject::Product => among(
            "deal.id",
            "SELECT deal_id FROM deal_product JOIN product named ON named.id = product_id",
            NAME,
        ),
        Subject::Contact => among(
            "deal.id",
            "SELECT deal_id FROM deal_contact JOIN contact named ON named.id = contact_id",
            NAME,
        ),
        Subject::Competitor => Place::Own("deal.competitor"),
        Subject::Reason => among(
            "deal.lost_reason_id",
            "SELECT named.id FROM lost_reason named",
            &["named.name", "named.key"],
        ),
        Subject::Attention => Place::Attention,
        Subject::Last => Place::Own(show::DEAL_LAST),
        _ => NOWHERE,
    }
}

fn of_order(subject: Subject) -> Place {
    match subject {
        Subject::On => Place::Own("small_order.ordered_on"),
        Subject::Account => among("small_order.account_id", ACCOUNT_NAMES, NAME),
        Subject::Product => among("small_order.product_id", "SELECT named.id FROM product named", NAME),
        Subject::Amount => Place::Money("small_order.amount", "small_order.currency"),
        Subject::Currency => Place::Own("small_order.currency"),
        Subject::Text => Place::Own("small_order.text"),
        _ => NOWHERE,
    }
}

fn of_activity(subject: Subject) -> Place {
    match subject {
        Subject::Kind => Place::Own("activity.kind"),
        Subject::On => Place::Own("activity.happened_on"),
        Subject::Account => among("activity.account_id", ACCOUNT_NAMES, NAME),
        Subject::Contact => among(
            "activity.id",
            "SELECT activity_id FROM activity_contact JOIN contact named ON named.id = contact_id",
            NAME,
        ),
        Subject::Deal => among("activity.deal_id", "SELECT named.id FROM deal named", NAME),
        Subject::Owner => Place::Own("activity.owner_id"),
        Subject::Direction => Place::Own("activity.direction"),
        Subject::Minutes => Place::Own("activity.minutes"),
        Subject::Text => Place::Texts(&["activity.subject", "activity.text", "activity.outcome"]),
        Subject::Next => Place::Own("activity.next_step"),
        Subject::NextOn => Place::Own("activity.next_on"),
        _ => NOWHERE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::filter::fields;
    use rstest::rstest;

    #[rstest]
    fn every_field_lies_somewhere(
        #[values(Kind::Accounts, Kind::Contacts, Kind::Deals, Kind::Activities, Kind::Orders)] kind: Kind,
    ) {
        for field in fields(kind) {
            assert_ne!(place(kind, field.subject), NOWHERE, "{}", field.name);
        }
    }
}
