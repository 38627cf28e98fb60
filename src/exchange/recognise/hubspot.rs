//! HubSpot's exports, and the files that its import takes.

use super::profile::{Profile, Refusal};
use crate::exchange::{Field, Kind, System, Unwanted};

/// Its kinds of file.
pub const PROFILES: &[Profile] = &[
    Profile {
        system: System::HubSpot,
        kind: Kind::Deals,
        signs: &[&["dealid", "recordid", "pipeline", "dealowner"], &["dealname"], &["dealstage"]],
        columns: DEALS,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::HubSpot,
        kind: Kind::Activities,
        signs: &[
            &["activityid", "engagementid", "recordid"],
            &["activitytype", "engagementtype"],
            &["activitydate", "activitydateandtime", "createdate"],
        ],
        columns: ACTIVITIES,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::HubSpot,
        kind: Kind::Contacts,
        signs: &[
            &["contactid", "recordid"],
            &["firstname", "lastname"],
            &[
                "lifecyclestage",
                "leadstatus",
                "contactowner",
                "associatedcompanydomain",
                "associatedcompanyids",
                "associatedcompany",
                "primaryassociatedcompanyid",
            ],
        ],
        columns: CONTACTS,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::HubSpot,
        kind: Kind::Accounts,
        signs: &[
            &["companyid", "recordid"],
            &["companyname"],
            &["companydomainname", "companyowner", "createdate", "websiteurl", "associatedcontactids"],
        ],
        columns: COMPANIES,
        skipped: &[],
        numbered: None,
    },
];

/// What it also exports, and we do not keep.
pub const REFUSALS: &[Refusal] = &[
    Refusal {
        what: Unwanted::Tickets,
        signs: &[&["ticketid", "ticketname"], TICKET_SIGNS],
        without: &["dealstage"],
    },
    Refusal {
        what: Unwanted::LineItems,
        signs: &[&["lineitemid", "lineitemname"], &["quantity", "unitprice", "netprice"]],
        without: &["dealstage"],
    },
];

const TICKET_SIGNS: &[&str] =
    &["ticketname", "ticketstatus", "ticketpriority", "ticketowner", "ticketpipeline"];

#[rustfmt::skip]
const DEALS: &[(&str, Field)] = &[
    ("dealid", Field::Id), ("recordid", Field::Id), ("dealname", Field::Name), ("dealstage", Field::Stage),
    ("pipeline", Field::Pipeline), ("amount", Field::Amount), ("currency", Field::Currency),
    ("dealprobability", Field::WinRate), ("closedate", Field::CloseDate), ("createdate", Field::Created),
    ("dealowner", Field::Owner), ("closedlostreason", Field::LostReason), ("iscloseddealwon", Field::IsWon),
    ("isclosedwon", Field::IsWon), ("isdealclosed", Field::IsClosed), ("nextstep", Field::NextStep),
    ("nextactivitydate", Field::NextOn), ("dealdescription", Field::Notes), ("originalsource", Field::Source),
    ("originalsourcetype", Field::Source), ("dealsource", Field::Source),
    ("companyname", Field::Account), ("associatedcompany", Field::Account),
    ("associatedcompanydomain", Field::AccountDomain),
    ("associatedcompanyids", Field::AccountId), ("associatedcompanyid", Field::AccountId),
    ("primaryassociatedcompanyid", Field::AccountId), ("associatedcompanyidsprimary", Field::AccountId),
    ("associatedcontact", Field::Contact), ("associatedcontacts", Field::Contact),
    ("associatedcontactids", Field::ContactId), ("associatedcontactid", Field::ContactId),
    ("associatedcontactemail", Field::ContactEmail), ("associatedcontactemails", Field::ContactEmail),
    ("tags", Field::Tags), ("dealtags", Field::Tags),
];

#[rustfmt::skip]
const COMPANIES: &[(&str, Field)] = &[
    ("companyid", Field::Id), ("recordid", Field::Id), ("companyname", Field::Name), ("name", Field::Name),
    ("companydomainname", Field::Domain), ("websiteurl", Field::Website), ("website", Field::Website),
    ("industry", Field::Industry), ("numberofemployees", Field::Employees), ("annualrevenue", Field::Revenue),
    ("phonenumber", Field::Phone), ("streetaddress", Field::Street), ("streetaddress2", Field::Street),
    ("city", Field::City), ("stateregion", Field::Region), ("postalcode", Field::PostalCode),
    ("country", Field::Country), ("countryregion", Field::Country), ("createdate", Field::Created),
    ("companyowner", Field::Owner), ("parentcompany", Field::Parent), ("parentcompanyid", Field::ParentId),
    ("description", Field::Notes), ("companycurrency", Field::Currency),
];

#[rustfmt::skip]
const CONTACTS: &[(&str, Field)] = &[
    ("contactid", Field::Id), ("recordid", Field::Id), ("firstname", Field::FirstName), ("lastname", Field::LastName),
    ("email", Field::Email), ("workemail", Field::Email), ("additionalemailaddresses", Field::Email),
    ("phonenumber", Field::Phone), ("mobilephonenumber", Field::Phone), ("jobtitle", Field::Title),
    ("createdate", Field::Created), ("contactowner", Field::Owner), ("websiteurl", Field::Website),
    ("streetaddress", Field::Street), ("city", Field::City), ("stateregion", Field::Region),
    ("postalcode", Field::PostalCode), ("country", Field::Country), ("countryregion", Field::Country),
    ("associatedcompanydomain", Field::AccountDomain), ("associatedcompany", Field::Account),
    ("companyname", Field::Account), ("associatedcompanyids", Field::AccountId),
    ("associatedcompanyid", Field::AccountId), ("primaryassociatedcompanyid", Field::AccountId),
    ("dateofbirth", Field::Birthday), ("department", Field::Department),
];

#[rustfmt::skip]
const ACTIVITIES: &[(&str, Field)] = &[
    ("activityid", Field::Id), ("engagementid", Field::Id), ("recordid", Field::Id),
    ("activitytype", Field::Kind), ("engagementtype", Field::Kind), ("activitydate", Field::Date),
    ("activitydateandtime", Field::Date), ("createdate", Field::Created), ("activityowner", Field::Owner),
    ("activityassignedto", Field::Owner), ("notesdescription", Field::Text), ("notes", Field::Text),
    ("callmeetingtitlesubject", Field::Subject), ("title", Field::Subject), ("subject", Field::Subject),
    ("calloutcome", Field::Outcome), ("meetingoutcome", Field::Outcome), ("callduration", Field::Minutes),
    ("calldirection", Field::Direction), ("taskstatus", Field::Done), ("taskduedate", Field::DueDate),
    ("duedate", Field::DueDate), ("associatedcontactemail", Field::ContactEmail),
    ("associatedcontactids", Field::ContactId), ("associatedcontact", Field::Contact),
    ("associatedcompanyids", Field::AccountId), ("associatedcompany", Field::Account),
    ("associatedcompanydomain", Field::AccountDomain), ("associateddealids", Field::DealId),
    ("associateddeal", Field::Deal),
];
