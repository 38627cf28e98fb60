//! Who is who in the sample: what is known of its accounts, some people, what was said to them.

use crate::domain::id::Id;
use crate::domain::word::{ActivityKind, Direction, Part, Stance, Tier};
use crate::ops::account::{self, AccountInput};
use crate::ops::activity::{self, ActivityInput};
use crate::ops::contact::{self, ContactInput};
use crate::ops::deal::{self, DealInput};
use crate::store::Book;

/// Account, tier, industry, city.
const ACCOUNTS: [(&str, Tier, &str, &str); 4] = [
    ("Acme Foods", Tier::Key, "food", "Hamburg"),
    ("华锐科技股份有限公司", Tier::Key, "电子", "苏州"),
    ("Nordwind Energie", Tier::Ordinary, "energy", "Kiel"),
    ("北方重工", Tier::Prospective, "机械", "沈阳"),
];

/// Name, account, position, e-mail, stance.
const PEOPLE: [(&str, &str, &str, &str, Option<Stance>); 5] = [
    (
        "Jane Miller",
        "Acme Foods",
        "Head of operations",
        "jane.miller@acmefoods.example",
        Some(Stance::Supporter),
    ),
    ("Tom Becker", "Acme Foods", "Purchasing", "tom.becker@acmefoods.example", Some(Stance::Opponent)),
    ("陈建国", "华锐科技股份有限公司", "技术总监", "chenjianguo@huarui.example", Some(Stance::Neutral)),
    ("Ines Albrecht", "Nordwind Energie", "CIO", "ines.albrecht@nordwind.example", None),
    ("李敏", "北方重工", "采购部长", "limin@beifang.example", Some(Stance::Supporter)),
];

/// Adds them; `deals` come in the order in which they were added, the last of the sample first.
pub fn add(book: &mut Book, account_of: &dyn Fn(&str) -> Id, deals: &[Id]) {
    for (name, tier, industry, city) in ACCOUNTS {
        let input = AccountInput {
            tier: Some(Some(tier)),
            industry: Some(Some(industry.to_owned())),
            city: Some(Some(city.to_owned())),
            ..AccountInput::default()
        };
        account::edit(book, account_of(name), &input).unwrap();
    }
    let mut people = Vec::new();
    for (name, account, title, email, stance) in PEOPLE {
        let input = ContactInput {
            name: Some(name.to_owned()),
            account: Some(Some(account_of(account))),
            title: Some(Some(title.to_owned())),
            emails: Some(vec![(None, email.to_owned())]),
            stance: Some(stance),
            ..ContactInput::default()
        };
        people.push(contact::add(book, &input).unwrap().value);
    }
    let decides = DealInput {
        contacts: vec![(people[0], vec![Part::DecisionMaker]), (people[1], vec![Part::Purchaser])],
        ..DealInput::default()
    };
    // The packaging line.
    deal::edit(book, deals[3], &decides).unwrap();
    let call = ActivityInput {
        deal: Some(deals[3]),
        contacts: vec![people[0]],
        direction: Some(Direction::Out),
        ..ActivityInput::new(ActivityKind::Call, "went through the contract")
    };
    activity::log(book, &call).unwrap();
}
