//! Cards in and out: invented ones in the habits of several address books, and any text at all.

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use rstest::rstest;

use super::entries::Entries;
use super::read::record;
use super::{Version, write_account, write_contact};
use crate::domain::text::{clean_line, clean_text};
use crate::exchange::{
    AccountIn, AccountRef, Address, Birthday, Cell, ContactIn, Custom, Origin, Reach, Reason, Record,
};

fn read(card: &str) -> Result<Record, Reason> {
    let entries = Entries::of(card).unwrap();
    record(1, &entries)
}

fn person(card: &str) -> ContactIn {
    match read(card).unwrap() {
        Record::Contact(contact) => contact,
        other => panic!("{other:?}"),
    }
}

fn organisation(card: &str) -> AccountIn {
    match read(card).unwrap() {
        Record::Account(account) => account,
        other => panic!("{other:?}"),
    }
}

fn reaches(cell: &Cell<Vec<Reach>>) -> Vec<(Option<&str>, &str)> {
    let all = cell.value().map(Vec::as_slice).unwrap_or_default();
    all.iter().map(|reach| (reach.label.as_deref(), reach.value.as_str())).collect()
}

fn custom<'a>(origin: &'a Origin, key: &str) -> Option<&'a str> {
    origin.custom.iter().find(|custom| custom.key == key).map(|custom| custom.value.as_str())
}

#[test]
fn an_old_card_in_quoted_printable_is_read() {
    let card = person(
        "BEGIN:VCARD\r\nVERSION:2.1\r\n\
         N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E9=99=88;=E9=99=88=E6=99=A8;;;\r\n\
         TEL;CELL:138 0000 1111\r\nTEL;WORK;FAX:010 5555 0100\r\nTEL;PREF;WORK:010 5555 0101\r\n\
         ADR;HOME:;;7 Quiet Lane;Springfield;;01101;\r\nADR;WORK:;Floor 3;1 Main Street;Shelbyville;IL;62565;USA\r\n\
         NOTE;ENCODING=QUOTED-PRINTABLE:first line=0D=0Asecond =\r\nhalf\r\n\
         PHOTO;JPEG;ENCODING=BASE64:\r\n /9j/4AAQSkZJRg==\r\n\r\nBDAY:1970-07-14\r\nEND:VCARD\r\n",
    );
    assert_eq!((card.name.as_str(), card.family_name.as_str()), ("陈陈晨", Some("陈")));
    let expected =
        [(Some("work"), "010 5555 0101"), (Some("mobile"), "138 0000 1111"), (Some("fax"), "010 5555 0100")];
    assert_eq!(reaches(&card.phones), expected);
    assert_eq!(card.address.street.as_str(), Some("Floor 3, 1 Main Street"));
    assert_eq!(custom(&card.origin, "address"), Some("7 Quiet Lane, Springfield, 01101"));
    assert_eq!(card.notes.as_str(), Some("first line\nsecond half"));
    assert_eq!(card.birthday, Cell::Is(Birthday { year: Some(1970), month: 7, day: 14 }));
}

#[test]
fn labels_of_an_address_book_come_from_the_group() {
    let card = person(
        "BEGIN:VCARD\nVERSION:3.0\nN:Stone;Ada;;;\nFN:Ada Stone\nORG:Nordwind AG;Purchasing;Metals\n\
         item1.EMAIL;type=INTERNET;type=pref:ADA@Nordwind.example\nitem1.X-ABLabel:_$!<Other>!$_\n\
         item2.TEL:+49 40 5550101\nitem2.X-ABLabel:Ship Phone\n\
         BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29\nCATEGORIES:myContacts,key,east\\, north\n\
         URL;type=pref:https://nordwind.example\nURL:https://ada.example\nEND:VCARD\n",
    );
    assert_eq!(
        card.account,
        AccountRef { told: true, name: Some("Nordwind AG".into()), ..AccountRef::default() }
    );
    assert_eq!(card.department.as_str(), Some("Purchasing, Metals"));
    assert_eq!(reaches(&card.emails), [(Some("other"), "ada@nordwind.example")]);
    assert_eq!(reaches(&card.phones), [(Some("Ship Phone"), "+49 40 5550101")]);
    assert_eq!(card.birthday, Cell::Is(Birthday { year: None, month: 2, day: 29 }));
    assert_eq!(card.tags, Cell::Is(vec!["key".into(), "east, north".into()]));
    assert_eq!(card.website.as_str(), Some("https://nordwind.example"));
    assert_eq!(custom(&card.origin, "url"), Some("https://ada.example"));
}

#[test]
fn a_card_of_version_4_is_read() {
    let card = person(
        "BEGIN:VCARD\nVERSION:4.0\nFN:Jo Park\nTEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+1-555-555-0100;ext=12\n\
         TEL;TYPE=cell:+1 555 0101\nBDAY:--0203\nROLE:Buyer\nNICKNAME:Joey,Jojo\nKIND:individual\n\
         UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1\nEND:VCARD\n",
    );
    assert_eq!(
        reaches(&card.phones),
        [(Some("home"), "+1-555-555-0100 ext 12"), (Some("mobile"), "+1 555 0101")]
    );
    assert_eq!(card.birthday, Cell::Is(Birthday { year: None, month: 2, day: 3 }));
    assert_eq!(card.title.as_str(), Some("Buyer"), "a role alone is the title");
    assert_eq!(custom(&card.origin, "nickname"), Some("Joey, Jojo"));
    assert_eq!(card.origin.id.as_deref(), Some("urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1"));
}

#[rstest]
#[case::says_so("KIND:org\nFN:Nordwind AG")]
#[case::shown_so("N:;;;;\nFN:Nordwind AG\nORG:Nordwind AG;\nX-ABShowAs:COMPANY")]
#[case::called_so("FN:Nordwind AG\nORG:Nordwind AG")]
fn the_card_of_an_organisation_is_an_account(#[case] lines: &str) {
    let card =
        organisation(&format!("BEGIN:VCARD\nVERSION:4.0\n{lines}\nTEL:+49 40 1\nTEL:+49 40 2\nEND:VCARD\n"));
    assert_eq!((card.name.as_str(), card.phone.as_str()), ("Nordwind AG", Some("+49 40 1")));
    assert_eq!(custom(&card.origin, "phone"), Some("+49 40 2"));
}

#[rstest]
#[case("TEL;HOME;FAX:", Reason::NoPerson)]
#[case("KIND:group\nFN:Friends\nMEMBER:urn:uuid:1", Reason::GroupCard)]
#[case("KIND:location\nFN:The pier", Reason::ThingCard)]
#[case("KIND:org\nTEL:1", Reason::NoName)]
fn a_card_of_nobody_is_refused_with_its_reason(#[case] lines: &str, #[case] reason: Reason) {
    assert_eq!(read(&format!("BEGIN:VCARD\nVERSION:4.0\n{lines}\nEND:VCARD\n")), Err(reason));
}

#[test]
fn a_birthday_that_is_no_day_is_kept_as_it_stands() {
    let card = person("BEGIN:VCARD\nVERSION:3.0\nFN:A\nBDAY:2001-02-30\nEND:VCARD\n");
    assert_eq!(card.birthday, Cell::Absent);
    assert!(custom(&card.origin, "BDAY").is_some());
}

#[test]
fn lines_of_a_card_that_is_written_are_folded_at_75_bytes() {
    let contact = ContactIn { name: "陈".repeat(100), ..ContactIn::default() };
    let mut text = String::new();
    write_contact(&contact, Version::V4, &mut text).unwrap();
    assert!(text.lines().all(|line| line.len() <= 75), "{text}");
    assert_eq!(person(&text).name, contact.name);
}

/// Text as people and files bring it: marks of the format, line ends, several scripts, no control characters.
fn hostile() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,6}",
        "[;:,\\\\\"'=^. ]{1,4}",
        Just("\\n".to_owned()),
        Just("END:VCARD".to_owned()),
        Just("陈".to_owned()),
        Just("=0A=".to_owned()),
        Just("\u{1f600}".to_owned()),
        Just("data:,x".to_owned()),
    ];
    vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn line() -> impl Strategy<Value = Cell<String>> {
    hostile()
        .prop_map(|text| clean_line(&text))
        .prop_map(|line| if line.is_empty() { Cell::Absent } else { Cell::Is(line) })
}

fn name() -> impl Strategy<Value = String> {
    hostile().prop_map(|text| clean_line(&format!("N{text}")))
}

fn notes() -> impl Strategy<Value = Cell<String>> {
    vec(hostile(), 0..4)
        .prop_map(|lines| clean_text(&lines.join("\n")))
        .prop_map(|text| if text.is_empty() { Cell::Absent } else { Cell::Is(text) })
}

fn tags() -> impl Strategy<Value = Cell<Vec<String>>> {
    let tags = vec(hostile().prop_map(|text| clean_line(&format!("t{text}"))), 1..4).prop_map(|mut tags| {
        let mut seen = vec![];
        tags.retain(|tag| {
            !seen.contains(tag) && {
                seen.push(tag.clone());
                true
            }
        });
        tags
    });
    option::of(tags).prop_map(|tags| tags.map_or(Cell::Absent, Cell::Is))
}

fn customs() -> impl Strategy<Value = Vec<Custom>> {
    let key = prop_oneof![
        name(),
        Just("nickname".to_owned()),
        Just("role".to_owned()),
        Just("impp".to_owned()),
        Just("anniversary".to_owned())
    ];
    let value = vec(hostile(), 1..3).prop_map(|lines| clean_text(&format!("v{}", lines.join("\nw"))));
    vec((key, value), 0..3).prop_map(|all| {
        let mut customs: Vec<Custom> = vec![];
        for (key, value) in all {
            if !customs.iter().any(|custom| custom.key == key) {
                customs.push(Custom { key, value });
            }
        }
        customs.sort_by(|one, other| one.key.cmp(&other.key));
        customs
    })
}

fn phones() -> impl Strategy<Value = Cell<Vec<Reach>>> {
    let label = prop_oneof![
        Just(None),
        Just(Some("work".to_owned())),
        Just(Some("mobile".to_owned())),
        Just(Some("fax".to_owned())),
        name().prop_map(Some),
    ];
    let phone =
        (label, "[0-9+() -]{1,8}[0-9]").prop_map(|(label, value)| Reach { label, value: clean_line(&value) });
    vec(phone, 0..4).prop_map(|mut phones| {
        let mut seen: Vec<String> = vec![];
        phones.retain(|phone| {
            !seen.contains(&phone.value) && {
                seen.push(phone.value.clone());
                true
            }
        });
        if phones.is_empty() { Cell::Absent } else { Cell::Is(phones) }
    })
}

fn address() -> impl Strategy<Value = Address> {
    (line(), line(), line(), line(), line()).prop_map(|(street, city, region, postal_code, country)| {
        Address { street, city, region, postal_code, country }
    })
}

fn contact() -> impl Strategy<Value = ContactIn> {
    let names = (name(), line(), line(), option::of(name()), line(), line());
    let more = (phones(), address(), line(), tags(), notes(), customs());
    let day = option::of((option::of(1700i32..2100), 1u32..13, 1u32..29));
    (names, more, day).prop_map(|(names, more, day)| {
        let (name, given_name, family_name, account, title, department) = names;
        let (phones, address, website, tags, notes, custom) = more;
        // What is called after its organisation and has no name of a person is taken for one.
        let account = account.filter(|account| *account != name);
        let is_whole = family_name.value().is_none() && given_name.as_str() == Some(name.as_str());
        ContactIn {
            given_name: if is_whole { Cell::Absent } else { given_name },
            account: AccountRef { told: account.is_some(), name: account, ..AccountRef::default() },
            birthday: day
                .filter(|(year, ..)| *year != Some(1604))
                .map_or(Cell::Absent, |(year, month, day)| Cell::Is(Birthday { year, month, day })),
            origin: Origin { row: 1, id: Some("keybook-1".to_owned()), custom },
            emails: Cell::Is(vec![Reach { label: Some("home".into()), value: "a@b.example".into() }]),
            name,
            family_name,
            title,
            department,
            phones,
            address,
            website,
            tags,
            notes,
            ..ContactIn::default()
        }
    })
}

fn sorted(mut contact: ContactIn) -> ContactIn {
    contact.origin.custom.sort_by(|one, other| one.key.cmp(&other.key));
    contact
}

proptest! {
    #[test]
    fn what_is_written_is_read_as_it_was(contact in contact(), old in any::<bool>()) {
        let mut text = String::new();
        write_contact(&contact, if old { Version::V3 } else { Version::V4 }, &mut text).unwrap();
        prop_assert_eq!(sorted(person(&text)), contact, "{}", text);
    }

    #[test]
    fn an_organisation_that_is_written_is_read_as_it_was(
        name in name(), phone in line(), address in address(), tags in tags(), notes in notes(),
        custom in customs(), old in any::<bool>(),
    ) {
        let origin = Origin { row: 1, id: None, custom };
        let account = AccountIn { name, phone, address, tags, notes, origin, ..AccountIn::default() };
        let mut text = String::new();
        write_account(&account, if old { Version::V3 } else { Version::V4 }, &mut text).unwrap();
        let mut read = organisation(&text);
        read.origin.custom.sort_by(|one, other| one.key.cmp(&other.key));
        prop_assert_eq!(read, account, "{}", text);
    }

    #[test]
    fn no_text_at_all_breaks_the_reading(text in "(BEGIN:VCARD\n)?(\\PC{0,20}[;:=,\r\n\\\\\"]{0,4}){0,6}(\nEND:VCARD)?") {
        if let Some(entries) = Entries::of(&text) {
            let _ = record(1, &entries);
        }
    }
}
