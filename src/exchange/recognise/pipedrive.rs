//! Pipedrive's list exports, whose headers are `Entity - Field`, and the sheet that its import takes.

use super::profile::{Profile, Refusal};
use crate::exchange::{Field, Kind, System, Unwanted};

/// Its kinds of file. A sheet of deals may carry the deal's person and organisation along.
pub const PROFILES: &[Profile] = &[
    Profile {
        system: System::Pipedrive,
        kind: Kind::Deals,
        signs: &[&["dealtitle"]],
        columns: DEALS,
        skipped: DERIVED,
        numbered: None,
    },
    Profile {
        system: System::Pipedrive,
        kind: Kind::Deals,
        signs: &[&["title"], &["currencyofvalue", "weightedvalue"]],
        columns: DEALS,
        skipped: DERIVED,
        numbered: None,
    },
    Profile {
        system: System::Pipedrive,
        kind: Kind::Activities,
        signs: &[&["activitysubject"], &["activitytype", "activityduedate"]],
        columns: ACTIVITIES,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::Pipedrive,
        kind: Kind::Contacts,
        signs: &[&["personname"], PERSON],
        columns: PERSONS,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::Pipedrive,
        kind: Kind::Accounts,
        signs: &[&["organizationname"], &["organizationid", "organizationowner", "organizationaddress"]],
        columns: ORGANIZATIONS,
        skipped: &["organizationfullcombinedaddressofaddress"],
        numbered: None,
    },
];

/// What it also exports, and we do not keep.
pub const REFUSALS: &[Refusal] = &[
    Refusal {
        what: Unwanted::Leads,
        signs: &[&["leadtitle"], &["leadid", "leadowner", "leadlabels"]],
        without: &[],
    },
    Refusal {
        what: Unwanted::Products,
        signs: &[&["productname"], &["productid", "productcode"]],
        without: &["dealtitle"],
    },
];

#[rustfmt::skip]
const PERSON: &[&str] = &[
    "personid", "personorganization", "personowner", "personemailwork", "personphonework", "personphone", "personemail",
    "personfirstname",
];
#[rustfmt::skip]
const DERIVED: &[&str] = &[
    "dealweightedvalue", "dealcurrencyofweightedvalue", "weightedvalue", "currencyofweightedvalue",
];

#[rustfmt::skip]
const DEALS: &[(&str, Field)] = &[
    ("dealid", Field::Id), ("id", Field::Id), ("dealtitle", Field::Name), ("title", Field::Name),
    ("dealowner", Field::Owner), ("owner", Field::Owner), ("dealvalue", Field::Amount), ("value", Field::Amount),
    ("dealcurrencyofvalue", Field::Currency), ("currencyofvalue", Field::Currency), ("dealcurrency", Field::Currency),
    ("dealprobability", Field::WinRate), ("probability", Field::WinRate), ("dealorganization", Field::Account),
    ("organization", Field::Account), ("organizationname", Field::Account),
    ("dealorganizationid", Field::AccountId), ("organizationid", Field::AccountId),
    ("dealpipeline", Field::Pipeline), ("pipeline", Field::Pipeline), ("dealcontactperson", Field::Contact),
    ("contactperson", Field::Contact), ("personname", Field::Contact), ("dealcontactpersonid", Field::ContactId),
    ("contactpersonid", Field::ContactId), ("personid", Field::ContactId), ("personemailwork", Field::ContactEmail),
    ("personemail", Field::ContactEmail), ("dealstage", Field::Stage), ("stage", Field::Stage),
    ("deallabel", Field::Tags), ("deallabels", Field::Tags), ("label", Field::Tags), ("labels", Field::Tags),
    ("dealstatus", Field::Status), ("status", Field::Status), ("dealdealcreated", Field::Created),
    ("dealcreated", Field::Created), ("dealwontime", Field::WonDate), ("wontime", Field::WonDate),
    ("deallosttime", Field::LostDate), ("losttime", Field::LostDate), ("dealdealclosedon", Field::ClosedDate),
    ("dealclosedon", Field::ClosedDate), ("deallostreason", Field::LostReason), ("lostreason", Field::LostReason),
    ("dealnextactivitydate", Field::NextOn), ("nextactivitydate", Field::NextOn),
    ("dealexpectedclosedate", Field::CloseDate), ("expectedclosedate", Field::CloseDate),
    ("dealsourcechannel", Field::Source), ("sourcechannel", Field::Source), ("notecontent", Field::Notes),
];

#[rustfmt::skip]
const PERSONS: &[(&str, Field)] = &[
    ("personid", Field::Id), ("personname", Field::Name), ("personfirstname", Field::FirstName),
    ("personlastname", Field::LastName), ("personorganization", Field::Account), ("organizationname", Field::Account),
    ("personorganizationid", Field::AccountId), ("organizationid", Field::AccountId),
    ("personjobtitle", Field::Title), ("personemail", Field::Email), ("personemailwork", Field::Email),
    ("personemailhome", Field::Email), ("personemailother", Field::Email), ("personphone", Field::Phone),
    ("personphonework", Field::Phone), ("personphonehome", Field::Phone), ("personphonemobile", Field::Phone),
    ("personphoneother", Field::Phone), ("personlabels", Field::Tags), ("personlabel", Field::Tags),
    ("personowner", Field::Owner), ("personnotes", Field::Notes), ("notecontent", Field::Notes),
    ("personpersoncreated", Field::Created), ("personbirthday", Field::Birthday),
];

#[rustfmt::skip]
const ORGANIZATIONS: &[(&str, Field)] = &[
    ("organizationid", Field::Id), ("organizationname", Field::Name), ("organizationwebsite", Field::Website),
    ("organizationindustry", Field::Industry), ("organizationowner", Field::Owner),
    ("organizationlabels", Field::Tags), ("organizationlabel", Field::Tags), ("organizationaddress", Field::Street),
    ("organizationcitytownvillagelocalityofaddress", Field::City),
    ("organizationstatecountyofaddress", Field::Region), ("organizationcountryofaddress", Field::Country),
    ("organizationzippostalcodeofaddress", Field::PostalCode), ("organizationannualrevenue", Field::Revenue),
    ("organizationnumberofemployees", Field::Employees), ("organizationorganizationcreated", Field::Created),
    ("notecontent", Field::Notes),
];

#[rustfmt::skip]
const ACTIVITIES: &[(&str, Field)] = &[
    ("activityid", Field::Id), ("activitysubject", Field::Subject), ("activitytype", Field::Kind),
    ("activityduedate", Field::Date), ("activitydone", Field::Done), ("activityduration", Field::Minutes),
    ("activitynote", Field::Text), ("activitypublicdescription", Field::Text),
    ("activityassignedtouser", Field::Owner), ("activityowner", Field::Owner), ("activitydeal", Field::Deal),
    ("activitydealid", Field::DealId), ("dealtitle", Field::Deal), ("dealid", Field::DealId),
    ("activityorganization", Field::Account), ("organizationname", Field::Account),
    ("activitycontactperson", Field::Contact), ("personname", Field::Contact),
    ("activityemail", Field::ContactEmail), ("personemail", Field::ContactEmail),
    ("activityaddtime", Field::Created),
];
