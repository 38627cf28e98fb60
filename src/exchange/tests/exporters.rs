//! The exports of known programs.

use super::*;
use crate::domain::word::{ActivityKind, Status};

#[test]
fn hubspot_deals() {
    let read = read("Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Create Date,Deal owner,Deal Type,Closed Lost Reason,Associated Company IDs,Associated Company,Associated Contact IDs,Associated Contact Email
9001,Pumps for Nordwind,Contract Sent,Sales Pipeline,12500.5,2026-09-30 10:15,2026-01-05 08:00,Ada Berg (ada@ours.example),New,,501;502,Nordwind;Nordwind Holding,71;72,jo@nordwind.example;li@nordwind.example
9002,Valves,Closed Lost,Sales Pipeline,,2026-02-01,2025-11-20,ada@ours.example,Existing,Price,503,Südwind,,
");
    read.is(System::HubSpot, Kind::Deals);
    assert_eq!(read.unmapped(), ["Deal Type"]);
    let deal = read.deal(0);
    assert_eq!((deal.origin.row, deal.origin.id.as_deref()), (2, Some("9001")));
    assert_eq!((deal.account.id.as_deref(), deal.account.name.as_deref()), (Some("501"), Some("Nordwind")));
    let contacts = deal.contacts.value().unwrap();
    assert_eq!(contacts.len(), 2);
    assert_eq!(
        (contacts[1].id.as_deref(), contacts[1].email.as_deref()),
        (Some("72"), Some("li@nordwind.example"))
    );
    assert_eq!((amount(deal).as_str(), day(&deal.close_date).as_str()), ("12500.50 EUR", "2026-09-30"));
    assert_eq!((deal.status.get(), deal.closed_on.get()), (Some(Status::Open), None));
    let lost = read.deal(1);
    assert_eq!((lost.amount.clone(), lost.contacts.clone()), (Cell::Empty, Cell::Empty));
    assert_eq!((lost.status.get(), day(&lost.closed_on).as_str()), (Some(Status::Lost), "2026-02-01"));
    assert_eq!(lost.lost_reason.as_str(), Some("Price"));
}

#[test]
fn hubspot_companies_contacts_and_activities() {
    let companies = read("Company ID,Company Name,Company Domain Name,Number of Employees,Annual Revenue,City,Create Date,Company Owner
501,Nordwind,WWW.Nordwind.example,\"1,200\",5000000.0,Bergen,2024-03-01,ada@ours.example
502,,sudwind.example,10-50,$1M-$5M,,2024-03-01,
");
    companies.is(System::HubSpot, Kind::Accounts);
    let account = companies.account(0);
    assert_eq!((account.domain.as_str(), account.employees.get()), (Some("nordwind.example"), Some(1200)));
    let nameless = companies.account(1);
    assert_eq!((nameless.name.as_str(), nameless.employees.clone()), ("sudwind.example", Cell::Empty));
    let kept: Vec<(&str, &str)> =
        nameless.origin.custom.iter().map(|custom| (custom.key.as_str(), custom.value.as_str())).collect();
    assert!(
        kept.contains(&("Number of Employees", "10-50")) && kept.contains(&("Annual Revenue", "$1M-$5M"))
    );

    let contacts = read("Contact ID,First Name,Last Name,Email,Phone Number,Mobile Phone Number,Lifecycle Stage,Contact Owner,Associated Company Domain
71,Jo,Vik,Jo@Nordwind.example,+47 55 12 34 56,+47 900 12 345,Customer,ada@ours.example,nordwind.example
");
    contacts.is(System::HubSpot, Kind::Contacts);
    let contact = contacts.contact(0);
    assert_eq!(
        (contact.name.as_str(), contact.account.domain.as_deref()),
        ("Jo Vik", Some("nordwind.example"))
    );
    assert_eq!(contact.emails.value().unwrap()[0].value, "jo@nordwind.example");
    assert_eq!(contact.phones.value().unwrap()[1].label.as_deref(), Some("mobile"));

    let activities = read("Activity ID,Activity Type,Activity Date,Activity Owner,Notes/Description,Call/Meeting Title/Subject,Call Outcome,Meeting Outcome,Task Status,Task Due Date,Associated Contact Email
A1,Call,2026-05-04,ada@ours.example,Asked for a quote,First call,Connected,,,,jo@nordwind.example
A2,Task,2026-05-05,ada@ours.example,Send it,,,,Completed,2026-05-08,jo@nordwind.example
A3,Meeting,2026-05-06,ada@ours.example,,On site,,Rescheduled,,,jo@nordwind.example
");
    activities.is(System::HubSpot, Kind::Activities);
    assert_eq!(activities.activity(0).outcome.as_str(), Some("Connected"));
    assert_eq!(
        (activities.activity(1).kind, activities.activity(1).done.get()),
        (ActivityKind::Task, Some(true))
    );
    assert_eq!(activities.activity(2).outcome.as_str(), Some("Rescheduled"));
}

#[test]
fn what_this_book_does_not_keep_is_refused_by_name() {
    let unwanted = |text: &str| match refused(text) {
        ReadError::Unwanted { what, .. } => what,
        other => panic!("{other:?}"),
    };
    assert_eq!(
        unwanted("Ticket ID,Ticket Name,Ticket Status,Pipeline\n1,Broken,New,Support\n"),
        Unwanted::Tickets
    );
    assert_eq!(unwanted("CaseNumber,Subject,Status,AccountId\n1,Help,New,001\n"), Unwanted::Cases);
    assert_eq!(
        unwanted("Id,LastName,Company,LeadSource,IsConverted\n1,Vik,Nordwind,Web,false\n"),
        Unwanted::Leads
    );
    let history = "id,OpportunityId,StageName,Amount,CloseDate,Probability,PrevAmount\n1,006,Prospecting,5,2026-01-01,10,\n";
    assert_eq!(unwanted(history), Unwanted::DealHistory);
    let forced = Options { kind: Some(Kind::Contacts), ..Options::default() };
    let leads = read_with(b"Id,LastName,Company,LeadSource,IsConverted\n1,Vik,Nordwind,Web,false\n", &forced);
    assert_eq!(leads.contact(0).account.name.as_deref(), Some("Nordwind"));
}

#[test]
fn salesforce_by_data_loader_and_by_report() {
    let loader = read("Id,Name,AccountId,StageName,Amount,Probability,CloseDate,IsWon,IsClosed,CreatedDate,ExpectedRevenue
0065g00000AAAAAAA1,Pumps,0015g00000BBBBBBB2,Negotiation/Review,1000.0,90,2026-09-30,false,false,2026-01-05T10:00:00.000Z,900
0065g00000AAAAAAA2,Valves,0015g00000BBBBBBB2,Signed off,50,100,2026-02-01,true,true,2026-01-05T10:00:00.000Z,50
");
    loader.is(System::Salesforce, Kind::Deals);
    assert_eq!(
        (loader.deal(0).win_rate.get(), loader.deal(0).status.get()),
        (Some(9000), Some(Status::Open))
    );
    assert_eq!(
        (loader.deal(1).status.get(), day(&loader.deal(1).closed_on).as_str()),
        (Some(Status::Won), "2026-02-01")
    );
    assert_eq!(loader.unmapped(), [""; 0]);

    let report = read("Opportunity Name,Type,Lead Source,Amount Currency,Amount,Close Date,Stage,Probability (%),Created Date,Opportunity Owner,Account Name
Pumps,New,Web,USD,\"1,000.50\",6/30/2026,Value Proposition,50,1/5/2026,Ada Berg,Nordwind
");
    report.is(System::Salesforce, Kind::Deals);
    let deal = report.deal(0);
    assert_eq!((amount(deal).as_str(), deal.win_rate.get()), ("1000.50 USD", Some(5000)));
    assert_eq!((day(&deal.close_date).as_str(), day(&deal.created).as_str()), ("2026-06-30", "2026-01-05"));

    let accounts = read(
        "AccountId,AccountName,AccountNumber,AnnualRevenue,Website,BillingCity,BillingCountry,CreatedDate
0015g00000BBBBBBB2,Nordwind,N-1,100000,http://www.nordwind.example,Bergen,Norway,2024-05-01
",
    );
    assert_eq!(
        accounts.is(System::Salesforce, Kind::Accounts).account(0).domain.as_str(),
        Some("nordwind.example")
    );
    let contacts = read(
        "ContactId,FirstName,LastName,Email,AccountId,Title\n003A,Jo,Vik,jo@nordwind.example,0015g00000BBBBBBB2,Buyer\n",
    );
    let account = &contacts.is(System::Salesforce, Kind::Contacts).contact(0).account;
    assert_eq!(account.id.as_deref(), Some("0015g00000BBBBBBB2"));
}

#[test]
fn flat_tables_refer_to_accounts_by_their_ids() {
    let deals = read(
        "id,company,opportunity_name,opportunity_stage,close_date,amount\n1,B,Pumps,demo,5/10/2026,10.5\n2,A,Valves,won,2/13/2026,7\n",
    );
    let deal = deals.is(System::Salesforce, Kind::Deals).deal(0);
    assert_eq!((deal.account.id_or_name.as_deref(), deal.account.name.as_deref()), (Some("B"), None));
    assert_eq!(day(&deal.close_date), "2026-05-10");
    let contacts = read("id,first_name,last_name,email,telephone,company\n1,Jo,Vik,jo@n.example,,B\n");
    let contact = contacts.is(System::Salesforce, Kind::Contacts).contact(0);
    assert_eq!(contact.account.id_or_name.as_deref(), Some("B"));
}

#[test]
fn pipedrive_lists() {
    let deals = read("Deal - ID,Deal - Title,Deal - Owner,Deal - Value,Deal - Currency of Value,Deal - Weighted value,Deal - Probability,Deal - Organization,Deal - Organization ID,Deal - Contact person,Deal - Stage,Deal - Status,Deal - Deal created,Deal - Won time,Deal - Lost time,Deal - Lost reason,Deal - Expected close date,Deal - Label
7,Pumps,Ada,1200,NOK,600,,Nordwind,31,Jo Vik,Demo Scheduled,Won,2026-01-05 10:00:00,2026-03-01 12:00:00,,,2026-04-01,hot
");
    let deal = deals.is(System::Pipedrive, Kind::Deals).deal(0);
    assert_eq!((amount(deal).as_str(), deal.status.get()), ("1200.00 NOK", Some(Status::Won)));
    assert_eq!((day(&deal.closed_on).as_str(), day(&deal.close_date).as_str()), ("2026-03-01", "2026-04-01"));
    assert_eq!(deal.contacts.value().unwrap()[0].name.as_deref(), Some("Jo Vik"));

    let people = read("Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Email - Home,Person - Phone - Mobile,Person - Label(s)
5,Jo Vik,Nordwind,jo@n.example,jo@home.example,+47 900 12 345,\"key, north\"
");
    let person = people.is(System::Pipedrive, Kind::Contacts).contact(0);
    let labels: Vec<_> = person.emails.value().unwrap().iter().map(|email| email.label.as_deref()).collect();
    assert_eq!(labels, [Some("work"), Some("home")]);
    assert_eq!(person.tags.get(), Some(vec!["key".to_owned(), "north".to_owned()]));

    let sheet = read(
        "Person - Name*,Person - Email (Work),Organization - Name*,Deal - Title,Deal - Value,Activity - Subject*,Note - Content*\nJo Vik,jo@n.example,Nordwind,Pumps,100,Call,Knows us\n",
    );
    let deal = sheet.is(System::Pipedrive, Kind::Deals).deal(0);
    assert_eq!((deal.account.name.as_deref(), deal.notes.as_str()), (Some("Nordwind"), Some("Knows us")));
    assert_eq!(sheet.unmapped(), ["Activity - Subject*"]);
}

#[test]
fn google_contacts_in_both_shapes() {
    let current = read("First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Birthday,Notes,Photo,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Label,E-mail 2 - Value,Phone 1 - Label,Phone 1 - Value,Address 1 - Formatted,Address 1 - City
Jo,,Vik,,Nordwind,Buyer,--06-15,,https://photo.example/x,* myContacts ::: Key,* Work,jo@n.example ::: j.vik@n.example,Home,jo@home.example,Mobile,+47 900 12 345,\"Quay 1
Bergen\",Bergen
");
    let contact = current.is(System::Google, Kind::Contacts).contact(0);
    let emails: Vec<_> =
        contact.emails.value().unwrap().iter().map(|e| (e.label.as_deref(), e.value.as_str())).collect();
    let work = Some("work");
    assert_eq!(
        emails,
        [(work, "jo@n.example"), (work, "j.vik@n.example"), (Some("home"), "jo@home.example")]
    );
    assert_eq!(contact.birthday.get(), Some(Birthday { year: None, month: 6, day: 15 }));
    assert_eq!(contact.tags.get(), Some(vec!["Key".to_owned()]));
    assert_eq!(current.unmapped(), [""; 0]);

    let legacy = read(
        "Name,Given Name,Additional Name,Family Name,Yomi Name,Birthday,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name,Organization 1 - Title\n,伟,,王,,1980-02-29,,*,wang@n.example,华锐,经理\n",
    );
    let contact = legacy.is(System::Google, Kind::Contacts).contact(0);
    assert_eq!((contact.name.as_str(), contact.account.name.as_deref()), ("王伟", Some("华锐")));
    assert_eq!(contact.birthday.get(), Some(Birthday { year: Some(1980), month: 2, day: 29 }));
}

#[test]
fn outlook_contacts() {
    let read = read("First Name,Middle Name,Last Name,Title,Company,Department,Job Title,Business Street,Business Street 2,Business City,Business Phone,Mobile Phone,Business Fax,E-mail Address,E-mail 2 Address,Birthday,Categories,Anniversary
Jo,,Vik,Ms,Nordwind,Purchasing,Buyer,Quay 1,Floor 2,Bergen,+47 55 12 34 56,+47 900 12 345,,jo@n.example,,0/0/00,Key;North,
");
    let contact = read.is(System::Outlook, Kind::Contacts).contact(0);
    assert_eq!(
        (contact.title.as_str(), contact.address.street.as_str()),
        (Some("Buyer"), Some("Quay 1 Floor 2"))
    );
    let labels: Vec<_> = contact.phones.value().unwrap().iter().map(|phone| phone.label.as_deref()).collect();
    assert_eq!(labels, [Some("work"), Some("mobile")]);
    assert_eq!(contact.birthday, Cell::Empty);
    assert_eq!(read.unmapped(), ["Title"]);
}

#[test]
fn linkedin_connections_below_their_preamble() {
    let read = read(
        "Notes:
\"When exporting your connection data, you may notice that some addresses are missing, because of settings.\"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Jo,Vik,https://www.linkedin.example/in/jo,,Nordwind,Buyer,15 Jun 2026
,,,,,,30 Apr 2026
Li,Berg,https://www.linkedin.example/in/li,li@b.example,,,01 Feb 2025
",
    );
    assert_eq!((read.plan.system, read.plan.header_row), (System::LinkedIn, Some(4)));
    assert_eq!(day(&read.contact(0).created), "2026-06-15");
    assert_eq!(read.contact(1).origin.row, 7);
    let row = &read.rejected[0];
    assert_eq!((row.row, row.value.as_str(), row.reason.clone()), (6, "30 Apr 2026", Reason::NoPerson));
}

#[test]
fn our_own_exports() {
    let deals = read(
        "id,code,name,account,amount,currency,stage,win_rate,weighted,close_date,status,contacts,products,account_id,fields
06NFT2Z5A4E4D,D-40,'=Pumps,Nordwind,364.80,CHF,design,1,364.80,2026-09-30,open,Jo Vik; Li Berg,,06NFT2Z5A4E4E,\"{\"\"region\"\":\"\"north\"\",\"\"seats\"\":12}\"
",
    );
    let deal = deals.is(System::Keybook, Kind::Deals).deal(0);
    assert_eq!((deal.name.as_str(), amount(deal).as_str()), ("=Pumps", "364.80 CHF"));
    assert_eq!((deal.win_rate.get(), deal.stage.as_str()), (Some(10_000), Some("design")));
    assert_eq!(deal.contacts.value().map(Vec::len), Some(2));
    let custom: Vec<_> =
        deal.origin.custom.iter().map(|custom| (custom.key.as_str(), custom.value.as_str())).collect();
    assert_eq!(custom, [("region", "north"), ("seats", "12")]);

    let accounts = read(
        "id,code,name,tier,industry,owner,potential,share,currency,posture,open_deals,tags,fields,stated_potential
06NFT2Z5A4E4E,A-12,Nordwind,key,Energy,Ada,4.50,0.25,EUR,,2,north; sea,{},\"{\"\"amount\"\":\"\"5.00\"\",\"\"currency\"\":\"\"USD\"\"}\"
",
    );
    let account = accounts.is(System::Keybook, Kind::Accounts).account(0);
    let potential = account.potential.value().map(|money| format!("{} {}", money.decimal(), money.currency));
    assert_eq!((potential.as_deref(), account.share.get()), (Some("5.00 USD"), Some(2500)));
    assert_eq!(account.tags.get(), Some(vec!["north".to_owned(), "sea".to_owned()]));

    let log = read(
        "id,kind,direction,on,minutes,subject,text,account,contacts,done_on\n06NFT2Z5A4E4F,visit,out,2026-05-04,90,Start,\"one\ntwo\",Nordwind,Jo Vik,\n",
    );
    let activity = log.is(System::Keybook, Kind::Activities).activity(0);
    assert_eq!(
        (activity.minutes.get(), activity.text.as_str(), activity.done.clone()),
        (Some(90), Some("one\ntwo"), Cell::Empty)
    );
}

#[test]
fn japanese_tables_are_recognised_by_their_headers() {
    let people = "会社名,氏名,役職,部署,メールアドレス,電話番号,携帯電話\n\
                  株式会社山川製作所,山川 太郎,部長,購買部,yamakawa@yamakawa.example,03-1234-5678,090-1111-2222\n";
    let (bytes, _, lost) = encoding_rs::SHIFT_JIS.encode(people);
    assert!(!lost);
    let (source, _path) = source(&bytes, &Options::default()).unwrap();
    let targets = |source: &Source| -> Vec<Target> {
        source.plan().columns.iter().map(|column| column.target.clone()).collect()
    };
    let fields = [
        Field::Account,
        Field::Name,
        Field::Title,
        Field::Department,
        Field::Email,
        Field::Phone,
        Field::Phone,
    ];
    assert_eq!((source.plan().kind, targets(&source)), (Kind::Contacts, fields.map(Target::Field).to_vec()));
    let deals =
        read("案件名,取引先,金額,フェーズ,受注予定日\n工場増設,山川製作所,3.5万,提案,2026年11月21日\n");
    assert_eq!((deals.plan.kind, deals.rejected.len()), (Kind::Deals, 0));
    assert_eq!(deals.deal(0).account.name.as_deref(), Some("山川製作所"));
}
