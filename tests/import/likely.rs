//! Rows that are perhaps a record of the book: they are told, and joined only where the person says so.

use keybook::domain::id::Id;
use keybook::ops::account::AccountInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::import::{Import, Joins, Why};
use keybook::ops::{account, contact};
use keybook::store::Book;

use crate::common::{Files, book, counts, files, rows, try_import};

fn add_account(book: &mut Book, name: &str, domain: &str) -> Id {
    let input = AccountInput {
        name: Some(name.to_owned()),
        domain: Some(Some(domain.to_owned())),
        ..AccountInput::default()
    };
    account::add(book, &input).unwrap().value
}

fn add_contact(book: &mut Book, name: &str, at: Id, email: &str) -> Id {
    let emails = Some(vec![(None, email.to_owned())]);
    let input = ContactInput {
        name: Some(name.to_owned()),
        account: Some(Some(at)),
        emails,
        ..ContactInput::default()
    };
    contact::add(book, &input).unwrap().value
}

const PEOPLE: &str = "First Name,Last Name,Company,Email\nJane,Doe,Acme,jane@home.example\n\
                      Wei,Li,Acme,wei@acme.example\nWei,Li,Acme,li@acme.example\n";

#[test]
fn a_person_of_the_same_name_with_another_address_is_told_and_made_anew() {
    let (mut book, folder) = (book(), Files::new());
    let acme = add_account(&mut book, "Acme", "acme.example");
    let jane = add_contact(&mut book, "Jane Doe", acme, "jane@acme.example");
    let path = folder.write("people.csv", PEOPLE);
    let reports = try_import(&mut book, &files(&[&path])).unwrap().value;
    assert_eq!(counts(&reports[0]), [3, 0, 0, 0]);
    // Two people of one name in the file itself are two, and no riddle.
    let [likely] = reports[0].likely.as_slice() else { panic!("{:?}", reports[0].likely) };
    assert_eq!((likely.row, likely.name.as_str(), likely.joined), (2, "Jane Doe", None));
    assert_eq!(likely.candidates.len(), 1);
    assert_eq!((likely.candidates[0].id, likely.candidates[0].why), (jane, Why::NameOtherEmail));
    assert_eq!(rows(&book, "contacts").len(), 4);
    // The same file again knows who is who.
    let again = try_import(&mut book, &files(&[&path])).unwrap().value;
    assert_eq!((counts(&again[0]), again[0].likely.len()), ([0, 0, 3, 0], 0));
}

#[test]
fn such_a_person_is_joined_where_it_is_said_of_the_row_or_of_all() {
    for joins in 0..3 {
        let (mut book, folder) = (book(), Files::new());
        let acme = add_account(&mut book, "Acme", "acme.example");
        let jane = add_contact(&mut book, "Jane Doe", acme, "jane@acme.example");
        let path = folder.write("people.csv", PEOPLE);
        let told = |told| Joins { all: true, told: [((path.clone(), 2), told)].into() };
        let joins = match joins {
            0 => Joins { all: false, ..told(Some(jane)) },
            1 => Joins { all: true, ..Joins::default() },
            _ => told(None),
        };
        let is_new = joins.told.get(&(path.clone(), 2)) == Some(&None);
        let import = Import { joins, ..files(&[&path]) };
        let outcome = try_import(&mut book, &import).unwrap();
        let report = &outcome.value[0];
        if is_new {
            assert_eq!((counts(report), report.likely[0].joined), ([3, 0, 0, 0], None));
            continue;
        }
        assert_eq!((counts(report), report.likely[0].joined), ([2, 1, 0, 0], Some(jane)));
        let addresses = rows(&book, "contact_emails");
        let of_jane = addresses.iter().filter(|row| row["contact_id"] == jane.to_string()).count();
        assert_eq!(of_jane, 2, "both addresses stay");
        keybook::ops::history::undo(&mut book, outcome.operation).unwrap();
        assert_eq!((rows(&book, "contacts").len(), rows(&book, "contact_emails").len()), (1, 1));
    }
}

#[test]
fn an_account_of_the_same_name_with_another_domain_is_told() {
    let (mut book, folder) = (book(), Files::new());
    let acme = add_account(&mut book, "Acme", "acme.example");
    let path = folder.write("companies.csv", "Company Name,Domain\nAcme Inc.,acme.test\n");
    let reports = try_import(&mut book, &Import { dry_run: true, ..files(&[&path]) }).unwrap().value;
    let candidates = &reports[0].likely[0].candidates;
    assert_eq!((candidates[0].id, candidates[0].why), (acme, Why::NameOtherDomain));
}

#[test]
fn who_has_the_number_of_one_of_ours_or_nearly_the_name_is_told() {
    let (mut book, folder) = (book(), Files::new());
    let ours = "Name,Email,Phone,Company,Country\n\
                Hans Meier,hans@meier.example,0171 555 1234,Meier GmbH,Germany\n\
                Li Wei,,13800138000,华东仪器有限公司,China\n";
    try_import(&mut book, &files(&[&folder.write("ours.csv", ours)])).unwrap();
    let id = |name: &str| {
        let people = rows(&book, "contacts");
        let one = people.iter().find(|person| person["name"] == name).unwrap();
        one["id"].as_str().unwrap().parse::<Id>().unwrap()
    };
    let (hans, li) = (id("Hans Meier"), id("Li Wei"));
    let theirs = "Name,Email,Phone,Company,Country\n\
                  H. Meier,,+49 171 5551234,MEIER,Germany\n\
                  李伟,,+86 138-0013-8000,华东仪器,China\n\
                  Hans Meyer,,,Meier GmbH,Germany\n\
                  Eva Sand,,0171 555 9999,Sand KG,Germany\n";
    let reports = try_import(&mut book, &files(&[&folder.write("theirs.csv", theirs)])).unwrap().value;
    let told = |row: u64| {
        let likely = reports[0].likely.iter().find(|likely| likely.row == row)?;
        Some((likely.candidates[0].id, likely.candidates[0].why))
    };
    assert_eq!(told(2), Some((hans, Why::Phone)));
    assert_eq!(told(3), Some((li, Why::Phone)));
    assert_eq!(told(4), Some((hans, Why::NearName)));
    assert_eq!(told(5), None);
}

#[test]
fn the_number_of_a_switchboard_says_nothing_of_who_calls() {
    let (mut book, folder) = (book(), Files::new());
    let staff = |from: u32, to: u32| -> String {
        let rows = (from..to).map(|at| format!("Person {at} of {at},+49 30 5550100,House {at}\n"));
        format!("Name,Phone,Company\n{}", rows.collect::<String>())
    };
    try_import(&mut book, &files(&[&folder.write("staff.csv", &staff(0, 8))])).unwrap();
    let more = folder.write("more.csv", &staff(20, 22));
    let reports = try_import(&mut book, &files(&[&more])).unwrap().value;
    assert_eq!((counts(&reports[0]), reports[0].likely.len()), ([2, 0, 0, 0], 0));
}

#[test]
fn an_account_of_nearly_the_same_name_is_told() {
    let (mut book, folder) = (book(), Files::new());
    let ours = add_account(&mut book, "Müller Holding", "mueller.example");
    let path = folder.write("clients.csv", "Company name,Industry\nMuller Group,Pumps\nMiller,Pumps\n");
    let reports = try_import(&mut book, &files(&[&path])).unwrap().value;
    let [likely] = reports[0].likely.as_slice() else { panic!("{:?}", reports[0].likely) };
    assert_eq!((likely.row, likely.candidates[0].id, likely.candidates[0].why), (2, ours, Why::NearName));
}
