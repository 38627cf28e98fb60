//! A book made by hand, in which every field has a value somewhere and none elsewhere.

use keybook::domain::deed::Deed;
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money};
use keybook::domain::word::{ActivityKind, Direction, FieldKind, Part, RecordKind, Stance, Tier};
use keybook::ops::Hanging;
use keybook::ops::account::AccountInput;
use keybook::ops::activity::ActivityInput;
use keybook::ops::contact::ContactInput;
use keybook::ops::deal::{DealInput, Lost, ProductLine, Won};
use keybook::ops::setup::Answers;
use keybook::ops::{account, activity, contact, deal, setup, target};
use keybook::store::table::attachment::CustomField;
use keybook::store::{Book, Error, Label};

use crate::common::{book, day, euros};

fn text(words: &str) -> Option<Option<String>> {
    Some(Some(words.to_owned()))
}

/// What hangs on a record: a tag, and values of custom fields.
fn hanging(tag: &str, fields: &[(&str, &str)]) -> Hanging {
    let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), Some((*value).to_owned())));
    Hanging { tags: vec![tag.to_owned()], untags: vec![], fields: fields.collect() }
}

fn define(book: &mut Book, key: &str, kind: FieldKind, position: i64) {
    let made = book.operate(|writer| {
        let field = CustomField {
            id: writer.mint()?,
            record_kind: RecordKind::Deal,
            key: key.to_owned(),
            label: key.to_owned(),
            kind,
            choices: None,
            position,
        };
        writer.insert_custom_field(&field)?;
        Ok::<_, Error>(((), Label::new(Deed::DefineField, key)))
    });
    made.unwrap();
}

/// Accounts Acme Corp, 华锐科技 (below it) and Blank; contacts Jane Doe, 王芳 and Nobody; deals Big ERP
/// (open, all fields), 设备升级 (CNY), Small (USD, no rate), Won one, Lost one and Empty; activities a
/// call, a note and a planned visit. The person at the keyboard is Max; a yuan is worth 0.13 euro.
pub fn sample() -> Book {
    let mut book = book();
    setup::begin(&mut book, &Answers { name: Some("Max".into()), ..Answers::default() }).unwrap();
    target::set_rate(&mut book, Currency::CNY, "0.13".parse().unwrap(), None).unwrap();
    for (key, kind, position) in [
        ("seats", FieldKind::Number, 0),
        ("renewal", FieldKind::Date, 1),
        ("budget", FieldKind::Money, 2),
        ("lead", FieldKind::Text, 3),
    ] {
        define(&mut book, key, kind, position);
    }
    let (acme, huarui, blank) = accounts(&mut book);
    let jane = contacts(&mut book, acme, huarui);
    let big = deals(&mut book, (acme, huarui, blank), jane);
    activities(&mut book, huarui, big, jane);
    book
}

fn accounts(book: &mut Book) -> (Id, Id, Id) {
    let acme = AccountInput {
        name: Some("Acme Corp".into()),
        tier: Some(Some(Tier::Key)),
        industry: text("Software"),
        city: text("Berlin"),
        country: text("Germany"),
        domain: text("acme.com"),
        potential: Some(Some(euros(500_000))),
        owner: text("Ann Lee"),
        hanging: hanging("vip", &[("segment", "Enterprise")]),
        ..AccountInput::default()
    };
    let acme = account::add(book, &acme).unwrap().value;
    let huarui = AccountInput {
        name: Some("华锐科技".into()),
        tier: Some(Some(Tier::Ordinary)),
        industry: text("制造"),
        parent: Some(Some(acme)),
        potential: Some(Some(Money::new(100_000_000, Currency::CNY))),
        owner: text("me"),
        ..AccountInput::default()
    };
    let huarui = account::add(book, &huarui).unwrap().value;
    let blank = account::add(book, &AccountInput { name: Some("Blank".into()), ..AccountInput::default() });
    (acme, huarui, blank.unwrap().value)
}

fn contacts(book: &mut Book, acme: Id, huarui: Id) -> Id {
    let jane = ContactInput {
        name: Some("Jane Doe".into()),
        account: Some(Some(acme)),
        title: text("CTO"),
        owner: text("Ann Lee"),
        stance: Some(Some(Stance::Supporter)),
        step: Some(Some(2)),
        emails: Some(vec![(None, "jane@acme.com".into())]),
        phones: Some(vec![(None, "+49 30 1234".into())]),
        parts: Some(vec![Part::DecisionMaker]),
        city: text("Berlin"),
        country: text("Germany"),
        hanging: hanging("golf", &[]),
        ..ContactInput::default()
    };
    let jane = contact::add(book, &jane).unwrap().value;
    let fang =
        ContactInput { name: Some("王芳".into()), account: Some(Some(huarui)), ..ContactInput::default() };
    contact::add(book, &fang).unwrap();
    contact::add(book, &ContactInput { name: Some("Nobody".into()), ..ContactInput::default() }).unwrap();
    jane
}

fn deals(book: &mut Book, (acme, huarui, blank): (Id, Id, Id), jane: Id) -> Id {
    let named = |name: &str, account, amount: Option<Money>, stage: &str| DealInput {
        name: Some(name.to_owned()),
        account: Some(account),
        amount: Some(amount),
        stage: Some(stage.to_owned()),
        ..DealInput::default()
    };
    let big = DealInput {
        close_on: Some(Some(day("2026-12-15"))),
        next_step: text("Send offer"),
        next_on: Some(Some(day("2026-11-25"))),
        owner: text("Ann Lee"),
        source: text("Web"),
        competitor: text("Globex"),
        contacts: vec![(jane, vec![])],
        products: Some(vec![ProductLine { product: "Licence".into(), quantity: 1000, price: None }]),
        hanging: hanging(
            "重点",
            &[("seats", "2.5"), ("renewal", "2026-12-31"), ("budget", "90000.00 EUR"), ("lead", "Fair")],
        ),
        ..named("Big ERP", acme, Some(euros(100_000)), "design")
    };
    let big = deal::add(book, &big).unwrap().value;
    let upgrade = named("设备升级", huarui, Some(Money::new(60_000_000, Currency::CNY)), "interest");
    deal::add(book, &upgrade).unwrap();
    let small = DealInput {
        close_on: Some(Some(day("2026-11-01"))),
        win_rate: Some(Some(3500)),
        ..named("Small", acme, Some(Money::new(500_000, Currency::USD)), "comparison")
    };
    deal::add(book, &small).unwrap();
    let won = deal::add(book, &named("Won one", acme, Some(euros(20_000)), "use")).unwrap().value;
    deal::win(book, won, &Won { on: Some(day("2026-11-10")), amount: None }).unwrap();
    let lost = deal::add(book, &named("Lost one", huarui, Some(euros(1)), "interest")).unwrap().value;
    deal::lose(book, lost, &Lost { reason: "price".into(), ..Lost::default() }).unwrap();
    deal::add(book, &named("Empty", blank, None, "interest")).unwrap();
    big
}

fn activities(book: &mut Book, huarui: Id, big: Id, jane: Id) {
    let call = ActivityInput {
        deal: Some(big),
        contacts: vec![jane],
        direction: Some(Direction::Out),
        on: Some(day("2026-11-01")),
        minutes: Some(30),
        next_step: Some("Send offer".into()),
        next_on: Some(day("2026-11-25")),
        hanging: hanging("urgent", &[]),
        ..ActivityInput::new(ActivityKind::Call, "Scope\nTalked about the scope")
    };
    activity::log(book, &call).unwrap();
    let note = ActivityInput {
        account: Some(huarui),
        on: Some(day("2026-10-01")),
        ..ActivityInput::new(ActivityKind::Note, "年度预算已批")
    };
    activity::log(book, &note).unwrap();
    let visit = ActivityInput {
        account: Some(huarui),
        on: Some(day("2026-12-01")),
        ..ActivityInput::new(ActivityKind::Visit, "Planned visit")
    };
    activity::log(book, &visit).unwrap();
}
