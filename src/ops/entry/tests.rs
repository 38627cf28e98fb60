//! What entries hold to, whatever their kind.

use super::*;
use crate::domain::entry::Target;
use crate::domain::money::Currency;
use crate::ops::contact::{self, ContactInput};
use crate::ops::deal::{self, DealInput};
use crate::ops::{account, merge, testbook};

fn told(pairs: &[(&str, Value)]) -> EntryInput {
    let values = pairs.iter().map(|(key, value)| ((*key).to_owned(), Some(value.clone())));
    EntryInput { values: values.collect() }
}

fn factor(text: &str) -> EntryInput {
    EntryInput::default().with("text", text).with("sign", "positive").with("control", "high")
}

fn add_deal(book: &mut Book, account: Id, name: &str) -> Id {
    let input = DealInput { name: Some(name.into()), account: Some(account), ..DealInput::default() };
    deal::add(book, &input).unwrap().value
}

fn add_account(book: &mut Book, name: &str) -> Id {
    let input = account::AccountInput { name: Some(name.into()), ..Default::default() };
    account::add(book, &input).unwrap().value
}

fn said(book: &Book, kind: EntryKind, holder: Holder) -> Vec<String> {
    let key = kind.spec().main.unwrap();
    let entries = book.entries(kind, holder).unwrap();
    entries.iter().map(|entry| entry.text(key).unwrap_or_default().to_owned()).collect()
}

#[test]
fn entries_keep_the_order_that_a_person_gives_them() {
    let (mut book, account) = testbook::with_account();
    let holder = Holder::Account(account);
    let mut put = |text: &str| add(&mut book, EntryKind::Factor, holder, &factor(text)).unwrap().value;
    let (_one, two, three) = (put("one"), put("two"), put("three"));
    move_to(&mut book, EntryKind::Factor, three, Place::First).unwrap();
    assert_eq!(said(&book, EntryKind::Factor, holder), ["three", "one", "two"]);
    move_to(&mut book, EntryKind::Factor, three, Place::Before(two)).unwrap();
    assert_eq!(said(&book, EntryKind::Factor, holder), ["one", "three", "two"]);
    move_to(&mut book, EntryKind::Factor, three, Place::Last).unwrap();
    assert_eq!(said(&book, EntryKind::Factor, holder), ["one", "two", "three"]);
    assert!(move_to(&mut book, EntryKind::Factor, three, Place::Last).unwrap().operation.is_none());
}

#[test]
fn what_is_missing_out_of_range_or_unknown_is_refused_at_its_field() {
    let (mut book, account) = testbook::with_account();
    let holder = Holder::Account(account);
    let cases = [
        (EntryInput::default().with("sign", "positive").with("control", "low"), "text", Fault::Missing),
        (factor("  \n"), "text", Fault::Missing),
        (factor("x").with("stars", Value::Number(5)), "stars", Fault::OutOfRange("5".into())),
        (factor("x").with("area", "weather"), "area", Fault::UnknownWord("weather".into())),
        (factor("x").with("stars", "many"), "stars", Fault::WrongSort),
    ];
    for (input, at, why) in cases {
        match add(&mut book, EntryKind::Factor, holder, &input) {
            Err(Problem::Entry { field, fault, .. }) => assert_eq!((field, fault), (at, why)),
            other => panic!("{input:?}: {other:?}"),
        }
    }
    assert!(book.entries(EntryKind::Factor, holder).unwrap().is_empty());
}

#[test]
fn an_entry_hangs_only_where_its_kind_does() {
    let (mut book, account) = testbook::with_account();
    let deal = add_deal(&mut book, account, "Line 4");
    let note = told(&[("text", "x".into()), ("level", Value::Number(3))]);
    let refused = add(&mut book, EntryKind::Intelligence, Holder::Deal(deal), &note);
    assert!(matches!(refused, Err(Problem::NotThere(EntryKind::Intelligence))));
    add(&mut book, EntryKind::Factor, Holder::Deal(deal), &factor("x")).unwrap();
    add(&mut book, EntryKind::Factor, Holder::Account(account), &factor("y")).unwrap();
    assert_eq!(said(&book, EntryKind::Factor, Holder::Deal(deal)), ["x"]);
    assert_eq!(said(&book, EntryKind::Factor, Holder::Account(account)), ["y"]);
}

#[test]
fn a_decision_about_an_account_has_a_reason_and_a_day() {
    let (mut book, account) = testbook::with_account();
    let holder = Holder::Account(account);
    let decided = EntryInput::default().with("decision", "give_up");
    let refused = set(&mut book, EntryKind::Plan, holder, &decided);
    assert!(matches!(refused, Err(Problem::Entry { field: "reason", fault: Fault::Missing, .. })));
    set(&mut book, EntryKind::Plan, holder, &EntryInput::default().with("vision", "sole supplier")).unwrap();
    set(&mut book, EntryKind::Plan, holder, &decided.with("reason", "no budget")).unwrap();
    let plan = &book.entries(EntryKind::Plan, holder).unwrap()[0];
    assert_eq!((plan.text("vision"), plan.day("decided")), (Some("sole supplier"), Some(book.today())));
}

#[test]
fn a_topic_a_prompt_and_a_need_must_fit_what_they_belong_to() {
    let (mut book, account) = testbook::with_account();
    let (holder, deal) = (Holder::Account(account), add_deal(&mut book, account, "Line 4"));
    let issue = EntryInput::default().with("text", "x").with("part", "inside").with("topic", "law");
    let refused = add(&mut book, EntryKind::Issue, holder, &issue);
    assert!(matches!(refused, Err(Problem::Entry { field: "topic", .. })));
    let answer = |prompt: &str| EntryInput::default().with("text", "x").with("prompt", prompt);
    let helps = answer("mission").with("helps", Value::Flag(true));
    let refused = add(&mut book, EntryKind::Profile, holder, &helps);
    assert!(matches!(refused, Err(Problem::Entry { field: "helps", .. })));
    add(&mut book, EntryKind::Profile, holder, &answer("mission")).unwrap();
    let again = add(&mut book, EntryKind::Profile, holder, &answer("mission"));
    assert!(matches!(again, Err(Problem::Entry { field: "prompt", fault: Fault::Twice, .. })));
    let need = |text: &str, kind: &str| EntryInput::default().with("text", text).with("kind", kind);
    let mut put =
        |input: &EntryInput| add(&mut book, EntryKind::Need, Holder::Deal(deal), input).unwrap().value;
    let (hot, stronger, warm) =
        (put(&need("hot", "implicit")), put(&need("stronger", "explicit")), put(&need("warm", "implicit")));
    let became = |id| EntryInput::default().with("became", Value::Id(id));
    assert!(edit(&mut book, EntryKind::Need, hot, &became(warm)).is_err());
    assert!(edit(&mut book, EntryKind::Need, stronger, &became(hot)).is_err());
    edit(&mut book, EntryKind::Need, hot, &became(stronger)).unwrap();
}

#[test]
fn what_an_entry_refers_to_stands_on_the_same_account() {
    let (mut book, account) = testbook::with_account();
    let other = add_account(&mut book, "Other");
    let rival = EntryInput::default().with("name", "Rival");
    let theirs = add(&mut book, EntryKind::Competitor, Holder::Account(other), &rival).unwrap().value;
    let ours = add(&mut book, EntryKind::Competitor, Holder::Account(account), &rival).unwrap().value;
    let deal = add_deal(&mut book, account, "Line 4");
    let mut meets = |id| {
        let input = EntryInput::default().with("competitor", Value::Id(id));
        add(&mut book, EntryKind::Rival, Holder::Deal(deal), &input)
    };
    assert!(matches!(meets(theirs), Err(Problem::Entry { fault: Fault::Elsewhere, .. })));
    let label = meets(ours).unwrap().label;
    assert_eq!((label.subject.as_str(), label.detail.as_str()), ("Rival", "rival"));
}

#[test]
fn what_is_referred_to_goes_and_leaves_no_reference_behind() {
    let (mut book, account) = testbook::with_account();
    let (holder, deal) = (Holder::Account(account), add_deal(&mut book, account, "Line 4"));
    let person =
        ContactInput { name: Some("Ada".into()), account: Some(Some(account)), ..Default::default() };
    let person = contact::add(&mut book, &person).unwrap().value;
    let mut put = |kind, holder, input: &EntryInput| add(&mut book, kind, holder, input).unwrap().value;
    let aim = put(EntryKind::Objective, holder, &EntryInput::default().with("text", "aim"));
    let rival = put(EntryKind::Competitor, holder, &EntryInput::default().with("name", "Rival"));
    let meets = EntryInput::default().with("competitor", Value::Id(rival));
    put(EntryKind::Rival, Holder::Deal(deal), &meets);
    let action = told(&[
        ("text", "call".into()),
        ("who", "me".into()),
        ("objective", Value::Id(aim)),
        ("contact", Value::Id(person)),
        ("deal", Value::Id(deal)),
    ]);
    let action = put(EntryKind::Action, holder, &action);
    let refers = |book: &Book, key| book.entry(EntryKind::Action, action).unwrap().refers_to(key);
    assert_eq!(
        book.name_of(Target::Colleague, refers(&book, "who").unwrap()).unwrap().as_deref(),
        Some("me")
    );
    delete(&mut book, EntryKind::Objective, aim).unwrap();
    contact::delete(&mut book, person).unwrap();
    assert_eq!((refers(&book, "objective"), refers(&book, "contact")), (None, None));
    // A competitor in a deal cannot be without the competitor.
    delete(&mut book, EntryKind::Competitor, rival).unwrap();
    assert!(book.entries(EntryKind::Rival, Holder::Deal(deal)).unwrap().is_empty());
    deal::delete(&mut book, deal).unwrap();
    assert_eq!(refers(&book, "deal"), None);
    account::delete(&mut book, account).unwrap();
    assert!(book.entries_after(EntryKind::Action, None, 9).unwrap().is_empty());
}

#[test]
fn merged_accounts_have_one_plan_and_all_entries_one_list() {
    let (mut book, stays) = testbook::with_account();
    let goes = add_account(&mut book, "Acme Ltd");
    for (account, text) in [(stays, "one"), (goes, "two"), (goes, "three")] {
        add(&mut book, EntryKind::Factor, Holder::Account(account), &factor(text)).unwrap();
    }
    let mut plan = |account, key: &str, text: &str| {
        let input = EntryInput::default().with("vision", text).with(key, text);
        set(&mut book, EntryKind::Plan, Holder::Account(account), &input).unwrap();
    };
    plan(stays, "growth", "ours");
    plan(goes, "setback", "theirs");
    merge::accounts(&mut book, goes, stays, &[]).unwrap();
    let holder = Holder::Account(stays);
    assert_eq!(said(&book, EntryKind::Factor, holder), ["one", "two", "three"]);
    let plans = book.entries(EntryKind::Plan, holder).unwrap();
    let told = ["vision", "growth", "setback"].map(|key| plans[0].text(key).unwrap());
    assert_eq!((plans.len(), told), (1, ["ours\ntheirs", "ours", "theirs"]));
}

#[test]
fn the_amounts_of_an_entry_are_in_one_currency() {
    let (mut book, account) = testbook::with_account();
    let euros = |minor| Value::Money(Money::new(minor, Currency::EUR));
    let plan = told(&[("quarter", "2026Q4".into()), ("sales", euros(100)), ("profit", euros(-5))]);
    let id = add(&mut book, EntryKind::RevenuePlan, Holder::Account(account), &plan).unwrap().value;
    let dollars = told(&[("margin", Value::Money(Money::new(1, Currency::USD)))]);
    assert!(matches!(
        edit(&mut book, EntryKind::RevenuePlan, id, &dollars),
        Err(Problem::OtherCurrency { .. })
    ));
    let kept = book.entry(EntryKind::RevenuePlan, id).unwrap();
    assert_eq!(kept.money("profit"), Some(Money::new(-5, Currency::EUR)));
    let year = told(&[("quarter", "2026".into())]);
    assert!(add(&mut book, EntryKind::RevenuePlan, Holder::Account(account), &year).is_err());
}
