//! Facts about the care of accounts: what endangers a relationship is read from the whole book, and taken
//! away by what mends it.

use chrono::TimeDelta;
use keybook::domain::entry::{EntryKind, Holder, Value};
use keybook::domain::health::Danger;
use keybook::domain::id::Id;
use keybook::domain::word::{ActivityKind, CommitmentStatus, Part, Side, Stance, Tier};
use keybook::ops::account::AccountInput;
use keybook::ops::activity::{self, ActivityInput};
use keybook::ops::commitment::{self, CommitmentInput};
use keybook::ops::contact::{self, ContactInput};
use keybook::ops::deal::Won;
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::{account, deal, settings};
use keybook::store::Book;

use crate::common::{add_account, add_deal, book, day, euros};

fn tier(book: &mut Book, id: Id, tier: Tier) {
    let input = AccountInput { tier: Some(Some(tier)), ..AccountInput::default() };
    account::edit(book, id, &input).unwrap();
}

fn add(book: &mut Book, kind: EntryKind, account: Id, input: EntryInput) -> Id {
    entry::add(book, kind, Holder::Account(account), &input).unwrap().value
}

fn promise(book: &mut Book, account: Id, due: &str) -> Id {
    let input = CommitmentInput {
        account: Some(account),
        promised_by: Side::Us,
        due_on: Some(day(due)),
        ..CommitmentInput::ours("a sample")
    };
    commitment::add(book, &input).unwrap().value
}

fn dangers(book: &Book, account: Id) -> Vec<Danger> {
    let mut dangers = book.health_of(account).unwrap().dangers;
    dangers.sort();
    dangers
}

/// An account of which nothing is feared: a key person supports us, and we know what is private.
fn sound(book: &mut Book, name: &str) -> (Id, Id) {
    let account = add_account(book, name);
    let person = ContactInput {
        name: Some(format!("Ada of {name}")),
        account: Some(Some(account)),
        parts: Some(vec![Part::DecisionMaker]),
        stance: Some(Some(Stance::Supporter)),
        ..ContactInput::default()
    };
    let person = contact::add(book, &person).unwrap().value;
    let note = EntryInput::default().with("text", "the budget").with("level", Value::Number(3));
    add(book, EntryKind::Intelligence, account, note);
    (account, person)
}

#[test]
fn every_danger_is_found_in_the_book_and_each_mended() {
    let mut book = book();
    let (acme, ada) = sound(&mut book, "Acme");
    let other = add_account(&mut book, "Other");
    assert_eq!(dangers(&book, acme), []);
    assert_eq!(book.health_of(acme).unwrap().health, 100);
    assert_eq!(dangers(&book, other), [Danger::NoSupporter, Danger::NotKnown]);

    let complaint = add(&mut book, EntryKind::Complaint, acme, EntryInput::default().with("text", "late"));
    assert_eq!(dangers(&book, acme), [Danger::ComplaintOpen]);
    entry::finish(&mut book, EntryKind::Complaint, complaint).unwrap();

    let late = promise(&mut book, acme, "2026-11-20");
    promise(&mut book, acme, "2026-11-21");
    assert_eq!(dangers(&book, acme), [Danger::PromiseOverdue], "what is due today is not late yet");
    commitment::settle(&mut book, late, CommitmentStatus::Broken, None).unwrap();
    assert_eq!(dangers(&book, acme), [Danger::PromiseBroken]);
    settings::set(&mut book, "broken_days", "0").unwrap();
    assert_eq!(dangers(&book, acme), []);

    tier(&mut book, acme, Tier::Key);
    let call = ActivityInput {
        contacts: vec![ada],
        on: Some(day("2026-11-21") - TimeDelta::days(15)),
        ..ActivityInput::new(ActivityKind::Call, "talk")
    };
    activity::log(&mut book, &call).unwrap();
    assert_eq!(dangers(&book, acme), [Danger::GoneQuiet]);
    settings::set(&mut book, "rhythm_key", "15").unwrap();
    assert_eq!(dangers(&book, acme), []);

    let rival = EntryInput::default().with("name", "Rival").with("preference", Value::Number(7));
    add(&mut book, EntryKind::Competitor, acme, rival);
    assert_eq!(dangers(&book, acme), [], "how much they prefer us is not known");
    let us = EntryInput::default().with("name", "Us").with("us", Value::Flag(true));
    let us = add(&mut book, EntryKind::Competitor, acme, us.with("preference", Value::Number(6)));
    assert_eq!(dangers(&book, acme), [Danger::CompetitorPreferred]);
    assert_eq!(book.health_of(acme).unwrap().facts.preferred.as_deref(), Some("Rival"));
    let more = EntryInput::default().with("preference", Value::Number(7));
    entry::edit(&mut book, EntryKind::Competitor, us, &more).unwrap();
    assert_eq!(dangers(&book, acme), [], "as much is not more");
}

#[test]
fn an_instalment_of_a_won_deal_is_waited_for_and_one_of_a_lost_deal_is_not() {
    let mut book = book();
    let (acme, _) = sound(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "commitment", None);
    let instalment = EntryInput::default()
        .with("text", "30 %")
        .with("amount", Value::Money(euros(30)))
        .with("due", day("2026-11-20"));
    entry::add(&mut book, EntryKind::Receivable, Holder::Deal(deal), &instalment).unwrap();
    deal::win(&mut book, deal, &Won::default()).unwrap();
    assert_eq!(dangers(&book, acme), [Danger::ReceivableOverdue]);
    let lost = deal::Lost { reason: "price".into(), ..deal::Lost::default() };
    deal::reopen(&mut book, deal).unwrap();
    deal::lose(&mut book, deal, &lost).unwrap();
    assert_eq!(dangers(&book, acme), []);
}

#[test]
fn who_bought_long_ago_and_was_never_asked_is_taken_for_granted_until_asked() {
    let mut book = book();
    let (acme, _) = sound(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "commitment", None);
    deal::win(&mut book, deal, &Won { on: Some(day("2026-05-25")), ..Won::default() }).unwrap();
    assert_eq!(dangers(&book, acme), [Danger::CheckUpOld], "180 days");
    let low = EntryInput::default().with("held", day("2026-11-01")).with("doing", Value::Number(2));
    add(&mut book, EntryKind::CheckUp, acme, low);
    assert_eq!(dangers(&book, acme), [Danger::CheckUpLow]);
    let better = EntryInput::default().with("doing", Value::Number(4));
    add(&mut book, EntryKind::CheckUp, acme, better);
    assert_eq!(dangers(&book, acme), []);
    let worse = EntryInput::default().with("doing", Value::Number(3));
    add(&mut book, EntryKind::CheckUp, acme, worse);
    assert_eq!(dangers(&book, acme), [Danger::CheckUpFalling]);
}

#[test]
fn weights_are_settings_and_the_worst_account_comes_first() {
    let mut book = book();
    let (acme, _) = sound(&mut book, "Acme");
    let unknown = add_account(&mut book, "Unknown");
    let order = |book: &Book| {
        let all = book.health(&keybook::store::view::list::Clause::default()).unwrap();
        all.into_iter().map(|one| (one.id, one.health)).collect::<Vec<_>>()
    };
    assert_eq!(order(&book), [(unknown, 80), (acme, 100)]);
    settings::set(&mut book, "health_not_known", "50").unwrap();
    assert_eq!(order(&book), [(unknown, 40), (acme, 100)]);
    let worst = book.health_of(unknown).unwrap().dangers;
    assert_eq!(worst, [Danger::NotKnown, Danger::NoSupporter], "the heaviest first");
    tier(&mut book, unknown, Tier::Unattractive);
    assert_eq!(dangers(&book, unknown), [], "it is let be");
}

#[test]
fn promises_count_as_kept_on_time_by_their_day() {
    let mut book = book();
    let (acme, _) = sound(&mut book, "Acme");
    for due in ["2026-11-21", "2026-11-20"] {
        let kept = promise(&mut book, acme, due);
        commitment::settle(&mut book, kept, CommitmentStatus::Kept, None).unwrap();
    }
    promise(&mut book, acme, "2026-11-20");
    promise(&mut book, acme, "2026-11-22");
    let kept = book.promises_kept_to(acme).unwrap();
    assert_eq!((kept.on_time, kept.late, kept.broken, kept.overdue, kept.open), (1, 1, 0, 1, 1));
    assert_eq!(kept.share(), Some(3_333));
    assert_eq!(book.promises_kept().unwrap().get(&Some(acme)), Some(&kept));
}

#[test]
fn the_rhythm_of_a_tier_tells_who_is_in_time_quiet_or_was_never_met() {
    let mut book = book();
    let (acme, ada) = sound(&mut book, "Acme");
    tier(&mut book, acme, Tier::Key);
    let person = |name: &str| ContactInput {
        name: Some(name.into()),
        account: Some(Some(acme)),
        ..ContactInput::default()
    };
    let ben = contact::add(&mut book, &person("Ben")).unwrap().value;
    contact::add(&mut book, &person("Cy")).unwrap();
    for (who, days) in [(ada, 14), (ben, 15)] {
        let on = Some(day("2026-11-21") - TimeDelta::days(days));
        let call =
            ActivityInput { contacts: vec![who], on, ..ActivityInput::new(ActivityKind::Call, "talk") };
        activity::log(&mut book, &call).unwrap();
    }
    let key = book.rhythm_by_tier().unwrap().remove(0);
    assert_eq!((key.tier, key.days, key.people), (Tier::Key, 14, 3));
    assert_eq!((key.in_time, key.quiet, key.never()), (1, 1, 1));
    let quiet = book.care_due(30).unwrap().quiet;
    assert_eq!(quiet.iter().map(|one| one.text.as_str()).collect::<Vec<_>>(), ["Ben"]);
}
