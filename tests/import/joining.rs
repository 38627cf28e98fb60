//! Who is who: by id, domain, e-mail address or name; and never by a guess that nobody hears of.

use keybook::domain::id::Id;
use keybook::exchange::Reason;
use keybook::ops::account::AccountInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::{account, contact};
use keybook::store::Book;

use crate::common::{self, Files, book, counts, import_text, rows};

fn add_account(book: &mut Book, name: &str, domain: Option<&str>) -> Id {
    let domain = domain.map(|domain| Some(domain.to_owned()));
    let input = AccountInput { name: Some(name.to_owned()), domain, ..AccountInput::default() };
    account::add(book, &input).unwrap().value
}

fn add_contact(book: &mut Book, name: &str, at: Option<Id>, email: Option<&str>) -> Id {
    let emails = email.map(|email| vec![(None, email.to_owned())]);
    let input =
        ContactInput { name: Some(name.to_owned()), account: Some(at), emails, ..ContactInput::default() };
    contact::add(book, &input).unwrap().value
}

#[test]
fn an_account_is_found_by_domain_before_name_and_by_name_under_its_legal_forms() {
    let (mut book, folder) = (book(), Files::new());
    let acme = add_account(&mut book, "Acme", Some("acme.example"));
    let bolt = add_account(&mut book, "Bolt GmbH", None);
    let report = import_text(
        &mut book,
        &folder,
        "companies.csv",
        "Company Name,Domain,City\nAcme Worldwide,https://www.ACME.example/en,Oslo\n\"BOLT, Inc.\",,Bergen\nCask,cask.example,Voss\n",
    );
    assert_eq!(counts(&report), [1, 2, 0, 0]);
    let all = rows(&book, "accounts");
    let city = |id: Id| all.iter().find(|row| row["id"] == id.to_string()).unwrap()["city"].clone();
    assert_eq!((city(acme), city(bolt)), ("Oslo".into(), "Bergen".into()));
    assert_eq!(report.kept_ours.iter().map(|kept| kept.field.as_str()).collect::<Vec<_>>(), ["name", "name"]);
}

#[test]
fn accounts_of_one_name_and_other_domains_are_two() {
    let (mut book, folder) = (book(), Files::new());
    add_account(&mut book, "Acme", Some("acme.example"));
    let report = import_text(&mut book, &folder, "companies.csv", "Company Name,Domain\nAcme,acme.test\n");
    assert_eq!(counts(&report), [1, 0, 0, 0]);
}

#[test]
fn a_deal_whose_account_could_be_two_is_refused_and_the_rest_goes_in() {
    let (mut book, folder) = (book(), Files::new());
    add_account(&mut book, "Acme", Some("acme.example"));
    add_account(&mut book, "Acme", Some("acme.test"));
    let text = "Deal Name,Company,Stage,Amount\nPress,Acme,Proposal,10\nLathe,Bolt,Proposal,20\n";
    let report = import_text(&mut book, &folder, "deals.csv", text);
    assert_eq!(counts(&report), [1, 0, 0, 1]);
    let refused = &report.rejected[0];
    assert_eq!(
        (refused.row, refused.column.as_deref(), refused.value.as_str()),
        (2, Some("Company"), "Acme")
    );
    assert_eq!(refused.reason, Reason::Several);
    assert_eq!(rows(&book, "accounts").len(), 3);
}

#[test]
fn a_person_is_found_by_address_or_by_name_where_they_work() {
    let (mut book, folder) = (book(), Files::new());
    let acme = add_account(&mut book, "Acme", None);
    let by_email = add_contact(&mut book, "A. Byron", None, Some("ada@acme.example"));
    let by_name = add_contact(&mut book, "Tom Day", Some(acme), None);
    let elsewhere = add_contact(&mut book, "Mei Wu", None, None);
    let another = add_contact(&mut book, "Kim Ode", Some(acme), Some("kim@home.example"));
    let text = "Full Name,Email,Company,Job Title\nAda Byron,ADA@acme.example,Acme,Buyer\nTom Day,tom@acme.example,Acme,User\n\
                Mei Wu,mei@acme.example,Acme,User\nKim Ode,kim@acme.example,Acme,User\n";
    let report = import_text(&mut book, &folder, "people.csv", text);
    assert_eq!(counts(&report), [2, 2, 0, 0]);
    let all = rows(&book, "contacts");
    let title = |id: Id| all.iter().find(|row| row["id"] == id.to_string()).unwrap()["title"].clone();
    assert_eq!((title(by_email), title(by_name)), ("Buyer".into(), "User".into()));
    assert_eq!((title(elsewhere), title(another)), (serde_json::Value::Null, serde_json::Value::Null));
}

#[test]
fn ids_of_one_file_stay_apart_however_alike_its_rows_are() {
    let (mut book, folder) = (book(), Files::new());
    let text = "Opportunity ID,Opportunity Name,Account Name,Stage,Amount\n\
                0061,Renewal,Acme,Prospecting,10\n0062,Renewal,Acme,Prospecting,10\n";
    assert_eq!(counts(&import_text(&mut book, &folder, "deals.csv", text)), [2, 0, 0, 0]);
    assert_eq!(counts(&import_text(&mut book, &folder, "deals.csv", text)), [0, 0, 2, 0]);
}

#[test]
fn an_account_that_a_deal_named_by_id_is_told_better_by_the_file_of_accounts() {
    let (mut book, folder) = (book(), Files::new());
    let deals =
        "id,company,opportunity_name,opportunity_stage,close_date,amount\n1,Q,Press,demo,5/10/2027,10\n";
    import_text(&mut book, &folder, "opportunities.csv", deals);
    let made = common::account(&book, "Q");
    let accounts = "id,telephone,billing_city,Country,company_name\nQ,555-0100,Ålesund,Norway,Ægir\n";
    assert_eq!(counts(&import_text(&mut book, &folder, "accounts.csv", accounts)), [0, 1, 0, 0]);
    let told = common::account(&book, "Ægir");
    assert_eq!((told.id, told.city.as_deref()), (made.id, Some("Ålesund")));
    assert_eq!(common::deal(&book, "Press").account_id, told.id);
}

#[test]
fn a_deal_without_an_account_is_its_contacts_accounts_once_that_is_known() {
    let (mut book, folder) = (book(), Files::new());
    let deals = "Deal ID,Deal Name,Deal Stage,Amount,Associated Contact Email\n1,Press,Contract Sent,10,ada@x.example\n";
    import_text(&mut book, &folder, "deals.csv", deals);
    let people = "Contact ID,First Name,Last Name,Email,Associated Company\n9,Ada,Byron,ada@x.example,Acme\n";
    import_text(&mut book, &folder, "contacts.csv", people);
    let report = import_text(&mut book, &folder, "deals.csv", deals);
    assert_eq!(counts(&report), [0, 1, 0, 0]);
    assert_eq!(common::deal(&book, "Press").account_id, common::account(&book, "Acme").id);
    assert_eq!(rows(&book, "contacts").len(), 1);
}

#[test]
fn an_activity_finds_its_deal_when_the_deal_comes_later() {
    let (mut book, folder) = (book(), Files::new());
    let calls = "Activity Type,Activity Date,Subject,Company,Deal\nCall,2026-11-02,Price,Acme,Press\n";
    assert_eq!(counts(&import_text(&mut book, &folder, "calls.csv", calls)), [1, 0, 0, 0]);
    import_text(&mut book, &folder, "deals.csv", "Deal Name,Company,Stage,Amount\nPress,Acme,Proposal,10\n");
    assert_eq!(counts(&import_text(&mut book, &folder, "calls.csv", calls)), [0, 1, 0, 0]);
    let deal = common::deal(&book, "Press").id.to_string();
    assert_eq!(rows(&book, "activities")[0]["deal_id"], deal);
}

#[test]
fn a_person_is_found_by_name_and_number_however_the_number_is_written() {
    let (mut book, folder) = (book(), Files::new());
    let told = |name: &str, number: &str| ContactInput {
        name: Some(name.to_owned()),
        country: Some(Some("Germany".to_owned())),
        phones: Some(vec![(Some("work".to_owned()), number.to_owned())]),
        ..ContactInput::default()
    };
    let jane = contact::add(&mut book, &told("Jane Stone", "040 1234567")).unwrap().value;
    contact::add(&mut book, &told("Jane Stone", "040 7654321")).unwrap();
    let text = "Name,Phone,Job Title\nJane Stone,+49 (0)40 123-4567,Head of purchasing\n\
                Jon Stone,+49 40 1234567,Assistant\n";
    let report = import_text(&mut book, &folder, "people.csv", text);
    assert_eq!(counts(&report), [1, 1, 0, 0]);
    let title = book.row::<keybook::store::table::contact::Contact>(jane).unwrap().title;
    assert_eq!(title.as_deref(), Some("Head of purchasing"));
    // Our way of writing it stays, and the number is there once.
    let numbers: Vec<_> = book.phones_of(jane).unwrap().into_iter().map(|row| row.number).collect();
    assert_eq!(numbers, ["040 1234567"]);
}

#[test]
fn files_that_come_one_by_one_in_any_order_make_the_same_book() {
    let done = "Date,Type,Subject,Contact email\n2026-03-02,call,Pumps,jane@acme.example\n";
    let people = "Contact name,Email,Company name,Create date\nJane Doe,jane@acme.example,Acme,2024-05-06\n";
    let told = |order: [(&str, &str); 2]| {
        let (mut book, folder) = (book(), Files::new());
        for (name, text) in order {
            assert_eq!(import_text(&mut book, &folder, name, text).rejected, []);
        }
        let [jane] = rows(&book, "contacts").try_into().unwrap();
        let [call] = rows(&book, "activities").try_into().unwrap();
        let [acme] = rows(&book, "accounts").try_into().unwrap();
        assert_eq!(call["account_id"], acme["id"]);
        (jane["name"].clone(), jane["created_on"].clone())
    };
    let files = [("done.csv", done), ("people.csv", people)];
    let [one, other] = files;
    assert_eq!(told([one, other]), told([other, one]));
    assert_eq!(told([one, other]), ("Jane Doe".into(), "2024-05-06".into()));
}
