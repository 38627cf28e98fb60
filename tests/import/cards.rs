//! vCard files: every card is accounted for, and what is written comes back.

use keybook::exchange::card::{Version, write_account, write_contact};
use keybook::exchange::{AccountIn, ContactIn, Kind, System};
use keybook::report::rows;
use keybook::store::Book;
use keybook::store::view::list::Clause;

use crate::common::*;

const CARDS: &str = "BEGIN:VCARD\r\nVERSION:3.0\r\nN:Stone;Ada;;;\r\nFN:Ada Stone\r\nORG:Nordwind AG;Purchasing\r\n\
    EMAIL;TYPE=WORK:ada@nordwind.example\r\nitem1.TEL:+49 40 5550101\r\nitem1.X-ABLabel:Ship\r\nBDAY:1980-02-29\r\n\
    NICKNAME:Addie\r\nPHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRg==\r\nCATEGORIES:key,east\r\nNOTE:met in Kiel\\nlikes tea\r\n\
    UID:1\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Nordwind AG\r\nTEL:+49 40 555\r\nURL:https://nordwind.example\r\nUID:2\r\nEND:VCARD\r\n\
    stray\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nFN:陈晨\r\nBDAY:--0815\r\nADR;TYPE=home:;;7 Quiet Lane;Kiel;;24103;Germany\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:group\r\nFN:Friends\r\nEND:VCARD\r\n\
    BEGIN:VCARD\r\nVERSION:2.1\r\nFN:Cut Short\r\n";

#[test]
fn every_card_is_accounted_for() {
    let (files, mut book) = (Files::new(), book());
    let path = files.write("people.vcf", CARDS);
    let report = import(&mut book, &[&path]).remove(0);
    let plan = report.plan.as_ref().unwrap();
    assert_eq!((plan.system, plan.kind, plan.rows), (System::VCard, Kind::Contacts, 6));
    assert_eq!((report.tally.created, report.tally.updated, report.tally.rejected), (2, 1, 3));
    let refused: Vec<_> =
        report.rejected.iter().map(|row| (row.row, row.reason.code(), row.value.as_str())).collect();
    assert_eq!(
        refused,
        [
            (24, "not_a_card", "stray"),
            (31, "group_card", "KIND:group | FN:Friends"),
            (36, "unclosed", "FN:Cut Short")
        ]
    );
    let left: Vec<_> = plan.left.iter().map(|left| (left.what.as_str(), left.times)).collect();
    assert_eq!(left, [("PHOTO", 1)]);
    let people = contacts(&book);
    let ada = people.iter().find(|contact| contact.name == "Ada Stone").unwrap();
    assert_eq!(ada.account.name.as_deref(), Some("Nordwind AG"));
    assert_eq!(ada.phones.value().unwrap()[0].label.as_deref(), Some("Ship"));
    let again = import(&mut book, &[&path]).remove(0);
    assert_eq!((again.tally.unchanged, again.tally.rejected), (3, 3), "the same file again changes nothing");
}

#[test]
fn people_survive_out_and_in_again() {
    for version in [Version::V3, Version::V4] {
        let (files, mut first, mut second) = (Files::new(), book(), book());
        import(&mut first, &[&files.write("people.vcf", CARDS)]);
        let written = cards(&first, version);
        import(&mut second, &[&files.write("again.vcf", &written)]);
        assert_eq!(without_ids(&cards(&second, version)), without_ids(&written));
        assert!(written.contains("Addie") && written.contains("X-ABLabel:Ship"), "{written}");
    }
}

#[test]
fn our_own_cards_are_known_by_their_ids() {
    let (files, mut book) = (Files::new(), book());
    import(&mut book, &[&files.write("people.vcf", "BEGIN:VCARD\nVERSION:4.0\nFN:Jo\nEND:VCARD\n")]);
    let renamed = cards(&book, Version::V4).replace("END:VCARD", "TITLE:Buyer\r\nEND:VCARD");
    let report = import(&mut book, &[&files.write("own.vcf", &renamed)]).remove(0);
    assert_eq!((report.tally.created, report.tally.updated), (0, 1));
    let people = contacts(&book);
    assert_eq!(people.len(), 1);
    assert_eq!(people[0].title.as_str(), Some("Buyer"));
}

fn contacts(book: &Book) -> Vec<ContactIn> {
    rows::all::<ContactIn>(book, Clause::default()).map(Result::unwrap).collect()
}

/// All accounts and contacts of a book, as a file of cards.
fn cards(book: &Book, version: Version) -> String {
    let mut text = String::new();
    for account in rows::all::<AccountIn>(book, Clause::default()) {
        write_account(&account.unwrap(), version, &mut text).unwrap();
    }
    for contact in contacts(book) {
        write_contact(&contact, version, &mut text).unwrap();
    }
    text
}

fn without_ids(cards: &str) -> String {
    cards.lines().filter(|line| !line.starts_with("UID")).collect::<Vec<_>>().join("\n")
}
