//! What imported files hold, in words: their fields, kinds, and the programs that wrote them.

use std::borrow::Cow;

use crate::exchange::{Field, Kind, System, Target};
use crate::i18n::Lang;
use crate::report::words::Word;
use crate::tr;

/// What a column becomes: a field, a field of one's own by its key, or nothing.
pub fn target(lang: Lang, target: &Target) -> String {
    match target {
        Target::Field(one) => field(lang, *one).into_owned(),
        Target::Custom(key) => format!("{} “{key}”", tr!(lang, "import_field.own")),
        Target::Label => tr!(lang, "import_field.label").into_owned(),
        Target::Skip => tr!(lang, "import_field.left_out").into_owned(),
    }
}

/// What a file holds.
pub fn kind(lang: Lang, kind: Kind) -> Word {
    match kind {
        Kind::Accounts => tr!(lang, "import_kind.accounts"),
        Kind::Contacts => tr!(lang, "import_kind.contacts"),
        Kind::Deals => tr!(lang, "import_kind.deals"),
        Kind::Activities => tr!(lang, "import_kind.activities"),
    }
}

/// The program that wrote a file.
pub fn system(lang: Lang, system: System) -> Word {
    match system {
        System::HubSpot => Cow::Borrowed("HubSpot"),
        System::Salesforce => Cow::Borrowed("Salesforce"),
        System::Pipedrive => Cow::Borrowed("Pipedrive"),
        System::Google => Cow::Borrowed("Google"),
        System::Outlook => Cow::Borrowed("Outlook"),
        System::LinkedIn => Cow::Borrowed("LinkedIn"),
        System::Keybook => tr!(lang, "import_source.keybook"),
        System::VCard => tr!(lang, "import_source.vcard"),
        System::ICalendar => tr!(lang, "import_source.icalendar"),
        System::Csv => tr!(lang, "import_source.table"),
    }
}

/// A field.
pub fn field(lang: Lang, field: Field) -> Word {
    match field {
        Field::Id => tr!(lang, "import_field.id"),
        Field::Name => tr!(lang, "import_field.name"),
        Field::Owner => tr!(lang, "import_field.owner"),
        Field::Created => tr!(lang, "import_field.created"),
        Field::Tags => tr!(lang, "import_field.tags"),
        Field::Notes => tr!(lang, "import_field.notes"),
        Field::Currency => tr!(lang, "import_field.currency"),
        Field::Account => tr!(lang, "import_field.account"),
        Field::AccountId => tr!(lang, "import_field.account_id"),
        Field::AccountDomain => tr!(lang, "import_field.account_domain"),
        Field::Contact => tr!(lang, "import_field.contact"),
        Field::ContactId => tr!(lang, "import_field.contact_id"),
        Field::ContactEmail => tr!(lang, "import_field.contact_email"),
        Field::Domain => tr!(lang, "import_field.domain"),
        Field::Website => tr!(lang, "import_field.website"),
        Field::Phone => tr!(lang, "import_field.phone"),
        Field::Industry => tr!(lang, "import_field.industry"),
        Field::Tier => tr!(lang, "import_field.tier"),
        Field::Parent => tr!(lang, "import_field.parent"),
        Field::ParentId => tr!(lang, "import_field.parent_id"),
        Field::Potential => tr!(lang, "import_field.potential"),
        Field::Share => tr!(lang, "import_field.share"),
        Field::Employees => tr!(lang, "import_field.employees"),
        Field::Revenue => tr!(lang, "import_field.revenue"),
        Field::Street => tr!(lang, "import_field.street"),
        Field::City => tr!(lang, "import_field.city"),
        Field::Region => tr!(lang, "import_field.region"),
        Field::PostalCode => tr!(lang, "import_field.postal_code"),
        Field::Country => tr!(lang, "import_field.country"),
        Field::FirstName => tr!(lang, "import_field.first_name"),
        Field::MiddleName => tr!(lang, "import_field.middle_name"),
        Field::LastName => tr!(lang, "import_field.last_name"),
        Field::Title => tr!(lang, "import_field.title"),
        Field::Department => tr!(lang, "import_field.department"),
        Field::Email => tr!(lang, "import_field.email"),
        Field::Birthday => tr!(lang, "import_field.birthday"),
        Field::Amount => tr!(lang, "import_field.amount"),
        Field::Stage => tr!(lang, "import_field.stage"),
        Field::WinRate => tr!(lang, "import_field.win_rate"),
        Field::CloseDate => tr!(lang, "import_field.close_date"),
        Field::Status => tr!(lang, "import_field.status"),
        Field::IsWon => tr!(lang, "import_field.is_won"),
        Field::IsClosed => tr!(lang, "import_field.is_closed"),
        Field::WonDate => tr!(lang, "import_field.won_date"),
        Field::LostDate => tr!(lang, "import_field.lost_date"),
        Field::ClosedDate => tr!(lang, "import_field.closed_date"),
        Field::LostReason => tr!(lang, "import_field.lost_reason"),
        Field::Competitor => tr!(lang, "import_field.competitor"),
        Field::Source => tr!(lang, "import_field.source"),
        Field::Pipeline => tr!(lang, "import_field.pipeline"),
        Field::NextStep => tr!(lang, "import_field.next_step"),
        Field::NextOn => tr!(lang, "import_field.next_on"),
        Field::Kind => tr!(lang, "import_field.kind"),
        Field::Date => tr!(lang, "import_field.date"),
        Field::DueDate => tr!(lang, "import_field.due_date"),
        Field::Subject => tr!(lang, "import_field.subject"),
        Field::Text => tr!(lang, "import_field.text"),
        Field::Minutes => tr!(lang, "import_field.minutes"),
        Field::Direction => tr!(lang, "import_field.direction"),
        Field::Outcome => tr!(lang, "import_field.outcome"),
        Field::Done => tr!(lang, "import_field.done"),
        Field::Deal => tr!(lang, "import_field.deal"),
        Field::DealId => tr!(lang, "import_field.deal_id"),
    }
}
