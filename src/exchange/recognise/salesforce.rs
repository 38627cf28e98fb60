//! Salesforce's reports, Data Loader files, and flat tables made from them.

use super::profile::{Profile, Refusal};
use crate::exchange::{Field, Kind, System, Unwanted};

/// Its kinds of file.
pub const PROFILES: &[Profile] = &[
    Profile {
        system: System::Salesforce,
        kind: Kind::Deals,
        signs: &[&["stagename"], &["closedate"], &["name", "opportunityname"]],
        columns: DEALS,
        skipped: DERIVED,
        numbered: None,
    },
    Profile {
        system: System::Salesforce,
        kind: Kind::Deals,
        signs: &[
            &["opportunityname"],
            &["stage", "opportunitystage", "closedate", "amount", "opportunityowner"],
        ],
        columns: DEALS,
        skipped: DERIVED,
        numbered: None,
    },
    Profile {
        system: System::Salesforce,
        kind: Kind::Activities,
        signs: &[
            &["whoid", "whatid", "tasksubtype", "assigned"],
            &["subject"],
            &["activitydate", "date", "duedate"],
        ],
        columns: ACTIVITIES,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::Salesforce,
        kind: Kind::Contacts,
        signs: &[&["lastname"], &["accountid", "accountname"], CONTACT_SIGNS],
        columns: CONTACTS,
        skipped: &[],
        numbered: None,
    },
    Profile {
        system: System::Salesforce,
        kind: Kind::Accounts,
        signs: &[&["name", "accountname", "companyname"], ACCOUNT_SIGNS],
        columns: ACCOUNTS,
        skipped: &[],
        numbered: None,
    },
];

/// A flat table of contacts whose company column holds the account's id: these headers and no others.
pub const FLAT_CONTACTS: [&str; 6] = ["id", "firstname", "lastname", "email", "telephone", "company"];

/// What it also exports, and we do not keep.
pub const REFUSALS: &[Refusal] = &[
    Refusal { what: Unwanted::Cases, signs: &[&["casenumber"]], without: &["stagename", "opportunityname"] },
    Refusal {
        what: Unwanted::Leads,
        signs: &[
            &["isconverted", "converteddate", "convertedaccountid", "leadowner", "leadid", "companyaccount"],
            &["company", "companyaccount", "lastname", "leadstatus"],
        ],
        without: &["stagename", "opportunityname"],
    },
    Refusal {
        what: Unwanted::LineItems,
        signs: &[&["opportunityid", "quoteid", "orderid"], &["unitprice", "pricebookentryid"]],
        without: &["stagename", "closedate"],
    },
    Refusal { what: Unwanted::DealHistory, signs: &[&["opportunityid"], &["stagename"]], without: NAMES },
    Refusal {
        what: Unwanted::DealHistory,
        signs: &[&["opportunityid"], &["oldvalue", "newvalue"]],
        without: NAMES,
    },
    Refusal {
        what: Unwanted::Products,
        signs: &[&["productcode", "pricebook2id", "stockkeepingunit"], &["name", "productname", "unitprice"]],
        without: &["stagename", "opportunityname", "closedate"],
    },
    Refusal {
        what: Unwanted::Users,
        signs: &[&["username"], &["profileid", "userroleid", "isactive"]],
        without: &[],
    },
    Refusal {
        what: Unwanted::Campaigns,
        signs: &[
            &["campaignname", "campaignid"],
            &["numbersent", "budgetedcost", "actualcost", "expectedresponse"],
        ],
        without: &["lastname"],
    },
];

const NAMES: &[&str] = &["name", "opportunityname"];
const DERIVED: &[&str] =
    &["expectedrevenue", "forecastcategory", "forecastcategoryname", "fiscalperiod", "age"];
#[rustfmt::skip]
const CONTACT_SIGNS: &[&str] = &[
    "firstname", "mailingcity", "mailingstreet", "mailingcountry", "contactowner", "reportstoid", "salutation", "contactid",
];
#[rustfmt::skip]
const ACCOUNT_SIGNS: &[&str] = &[
    "billingcity", "billingcountry", "billingstreet", "billingstateprovince", "billingstate", "accountnumber",
    "accountowner", "tickersymbol", "shippingcity",
];

#[rustfmt::skip]
const DEALS: &[(&str, Field)] = &[
    ("id", Field::Id), ("opportunityid", Field::Id), ("name", Field::Name), ("opportunityname", Field::Name),
    ("accountid", Field::AccountId), ("accountname", Field::Account), ("account", Field::Account),
    ("company", Field::Account), ("stagename", Field::Stage), ("stage", Field::Stage),
    ("opportunitystage", Field::Stage), ("amount", Field::Amount), ("totalamount", Field::Amount),
    ("currencyisocode", Field::Currency), ("amountcurrency", Field::Currency),
    ("totalamountcurrency", Field::Currency), ("opportunitycurrency", Field::Currency),
    ("probability", Field::WinRate), ("closedate", Field::CloseDate), ("iswon", Field::IsWon), ("won", Field::IsWon),
    ("isclosed", Field::IsClosed), ("closed", Field::IsClosed), ("createddate", Field::Created),
    ("owner", Field::Owner), ("opportunityowner", Field::Owner), ("ownerid", Field::Owner),
    ("leadsource", Field::Source), ("nextstep", Field::NextStep), ("opportunitynextsteps", Field::NextStep),
    ("description", Field::Notes), ("lossreason", Field::LostReason), ("reasonlost", Field::LostReason),
    ("maincompetitors", Field::Competitor), ("contactid", Field::ContactId), ("primarycontact", Field::Contact),
    ("contactname", Field::Contact),
];

#[rustfmt::skip]
const ACCOUNTS: &[(&str, Field)] = &[
    ("id", Field::Id), ("accountid", Field::Id), ("name", Field::Name), ("accountname", Field::Name),
    ("companyname", Field::Name), ("website", Field::Website), ("phone", Field::Phone), ("telephone", Field::Phone),
    ("industry", Field::Industry), ("numberofemployees", Field::Employees), ("employees", Field::Employees),
    ("annualrevenue", Field::Revenue), ("billingstreet", Field::Street), ("billingstreetnumber", Field::Street),
    ("billingaddressline1", Field::Street), ("billingcity", Field::City), ("billingstate", Field::Region),
    ("billingstateprovince", Field::Region), ("billingpostalcode", Field::PostalCode),
    ("billingzippostalcode", Field::PostalCode), ("zip", Field::PostalCode), ("billingcountry", Field::Country),
    ("country", Field::Country), ("ownerid", Field::Owner), ("accountowner", Field::Owner),
    ("parentid", Field::ParentId), ("parentaccount", Field::Parent), ("parentaccountname", Field::Parent),
    ("parentaccountid", Field::ParentId), ("createddate", Field::Created), ("currencyisocode", Field::Currency),
    ("description", Field::Notes), ("accountdescription", Field::Notes),
];

#[rustfmt::skip]
const CONTACTS: &[(&str, Field)] = &[
    ("id", Field::Id), ("contactid", Field::Id), ("name", Field::Name), ("firstname", Field::FirstName),
    ("middlename", Field::MiddleName), ("lastname", Field::LastName), ("email", Field::Email),
    ("phone", Field::Phone), ("mobilephone", Field::Phone), ("mobile", Field::Phone), ("homephone", Field::Phone),
    ("otherphone", Field::Phone), ("title", Field::Title), ("department", Field::Department),
    ("accountid", Field::AccountId), ("accountname", Field::Account), ("ownerid", Field::Owner),
    ("contactowner", Field::Owner), ("mailingstreet", Field::Street), ("mailingcity", Field::City),
    ("mailingstate", Field::Region), ("mailingstateprovince", Field::Region),
    ("mailingpostalcode", Field::PostalCode), ("mailingzippostalcode", Field::PostalCode),
    ("mailingcountry", Field::Country), ("birthdate", Field::Birthday), ("createddate", Field::Created),
    ("description", Field::Notes), ("contactdescription", Field::Notes),
];

#[rustfmt::skip]
const ACTIVITIES: &[(&str, Field)] = &[
    ("id", Field::Id), ("activityid", Field::Id), ("type", Field::Kind), ("tasksubtype", Field::Kind),
    ("activitydate", Field::Date), ("startdatetime", Field::Date), ("date", Field::Date), ("duedate", Field::DueDate),
    ("subject", Field::Subject), ("description", Field::Text), ("comments", Field::Text),
    ("fullcomments", Field::Text), ("status", Field::Done), ("ownerid", Field::Owner), ("assigned", Field::Owner),
    ("assignedto", Field::Owner), ("accountid", Field::AccountId), ("companyaccount", Field::Account),
    ("accountname", Field::Account), ("whoid", Field::ContactId), ("contact", Field::Contact),
    ("whatid", Field::DealId), ("opportunity", Field::Deal), ("durationinminutes", Field::Minutes),
    ("calldisposition", Field::Outcome), ("createddate", Field::Created),
];
