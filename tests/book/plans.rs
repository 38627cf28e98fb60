//! Plans in the book: exit signs, receivables, what is due, what an account's plan is made of.

use keybook::domain::attention::Reason;
use keybook::domain::due::DueKind;
use keybook::domain::entry::{EntryKind, Holder, Value};
use keybook::domain::id::Id;
use keybook::domain::plan::{self, Section};
use keybook::ops::deal::{self, DealInput, Won};
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::order::{self, OrderInput};
use keybook::ops::{account, history, merge};
use keybook::store::Book;

use crate::common::{add_account, add_deal, book, day, euros};

fn add(book: &mut Book, kind: EntryKind, holder: Holder, input: EntryInput) -> Id {
    entry::add(book, kind, holder, &input).unwrap().value
}

fn needs(book: &Book, deal: Id, reason: Reason) -> bool {
    book.attention_of(&[deal]).unwrap().get(&deal).is_some_and(|reasons| reasons.contains(&reason))
}

fn stage(book: &Book, key: &str) -> Value {
    Value::Id(book.stages().unwrap().into_iter().find(|stage| stage.key == key).unwrap().id)
}

#[test]
fn going_on_without_the_sign_is_remembered_until_the_sign_is_seen() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "interest", None);
    assert!(deal::advance(&mut book, deal, None).unwrap().value.without_sign);
    assert!(needs(&book, deal, Reason::ExitSignMissing));
    // Back where the sign may still come, it is not missing.
    deal::back(&mut book, deal, None).unwrap();
    assert!(!needs(&book, deal, Reason::ExitSignMissing));
    deal::advance(&mut book, deal, None).unwrap();
    assert!(needs(&book, deal, Reason::ExitSignMissing));
    let seen = EntryInput::default().with("stage", stage(&book, "interest"));
    add(&mut book, EntryKind::ExitSign, Holder::Deal(deal), seen);
    assert!(!needs(&book, deal, Reason::ExitSignMissing));
    let signs = book.entries(EntryKind::ExitSign, Holder::Deal(deal)).unwrap();
    let days = (signs[0].day("skipped"), signs[0].day("seen"));
    assert_eq!((signs.len(), days), (1, (Some(book.today()), Some(book.today()))));
}

#[test]
fn a_sign_seen_before_lets_a_deal_go_on_unflagged() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "design", None);
    let seen = EntryInput::default().with("stage", stage(&book, "design"));
    add(&mut book, EntryKind::ExitSign, Holder::Deal(deal), seen);
    assert!(!deal::advance(&mut book, deal, None).unwrap().value.without_sign);
    assert!(!needs(&book, deal, Reason::ExitSignMissing));
}

#[test]
fn a_deal_put_at_a_later_stage_by_an_edit_leaves_its_stage_as_well() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "interest", None);
    let later = DealInput { stage: Some("comparison".into()), ..DealInput::default() };
    deal::edit(&mut book, deal, &later).unwrap();
    assert!(needs(&book, deal, Reason::ExitSignMissing));
    history::undo(&mut book, None).unwrap();
    assert!(book.entries(EntryKind::ExitSign, Holder::Deal(deal)).unwrap().is_empty());
}

fn instalment(amount: i64, due: &str) -> EntryInput {
    EntryInput::default()
        .with("text", format!("due {due}").as_str())
        .with("amount", Value::Money(euros(amount)))
        .with("due", day(due))
}

#[test]
fn an_instalment_past_its_day_needs_attention_until_it_is_paid() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "commitment", None);
    let holder = Holder::Deal(deal);
    add(&mut book, EntryKind::Receivable, holder, instalment(30, "2026-11-21"));
    assert!(!needs(&book, deal, Reason::ReceivableOverdue), "due today is not late");
    let late = add(&mut book, EntryKind::Receivable, holder, instalment(70, "2026-11-20"));
    assert!(needs(&book, deal, Reason::ReceivableOverdue));
    let today = book.today();
    entry::edit(&mut book, EntryKind::Receivable, late, &EntryInput::default().with("paid", today)).unwrap();
    assert!(!needs(&book, deal, Reason::ReceivableOverdue));
}

#[test]
fn what_is_due_of_plans_comes_by_its_day_and_goes_when_it_is_done() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "use", None);
    let action = EntryInput::default().with("text", "call").with("due", day("2026-11-22"));
    let action = add(&mut book, EntryKind::Action, Holder::Account(acme), action);
    add(&mut book, EntryKind::Action, Holder::Account(acme), EntryInput::default().with("text", "some day"));
    let survey = EntryInput::default().with("kind", "survey").with("due", day("2026-11-20"));
    add(&mut book, EntryKind::Milestone, Holder::Deal(deal), survey);
    add(&mut book, EntryKind::Receivable, Holder::Deal(deal), instalment(30, "2026-11-21"));
    let due = |book: &Book, days: u64| -> Vec<DueKind> {
        book.due(days).unwrap().iter().map(|one| one.kind).collect()
    };
    use DueKind::{Action, Milestone, Receivable};
    assert_eq!(due(&book, 0), [Milestone, Receivable]);
    assert_eq!(due(&book, 1), [Milestone, Receivable, Action]);
    let counts = book.due_counts(&book.agenda(7).unwrap()).unwrap();
    assert_eq!((counts.overdue, counts.today, counts.later), (1, 1, 1));
    entry::finish(&mut book, EntryKind::Action, action).unwrap();
    assert_eq!(book.entry(EntryKind::Action, action).unwrap().day("done"), Some(day("2026-11-21")));
    // A won deal's milestones are past; what it owes is followed until paid.
    deal::win(&mut book, deal, &Won::default()).unwrap();
    assert_eq!(due(&book, 40), [Receivable]);
    let found = &book.due(40).unwrap()[0];
    assert_eq!((found.account.as_deref(), found.belongs.deal), (Some("Acme"), Some(deal)));
    entry::finish(&mut book, Receivable.entry().unwrap().0, found.id).unwrap();
    assert!(due(&book, 40).is_empty());
}

#[test]
fn a_plan_is_made_of_what_stands_on_the_account_and_its_deals() {
    let mut book = book();
    let acme = add_account(&mut book, "Acme");
    let deal = add_deal(&mut book, acme, euros(100), "design", None);
    let survey = EntryInput::default().with("kind", "survey");
    add(&mut book, EntryKind::Milestone, Holder::Deal(deal), survey);
    let content = book.plan_content(acme).unwrap();
    let filled: Vec<Section> = plan::sections(&content)
        .into_iter()
        .filter(|state| state.filled)
        .map(|state| state.section)
        .collect();
    assert_eq!(filled, [Section::Milestones]);
    let order = OrderInput {
        account: acme,
        amount: euros(5),
        on: Some(day("2026-10-02")),
        product: None,
        text: None,
    };
    order::add(&mut book, &order).unwrap();
    deal::win(&mut book, deal, &Won::default()).unwrap();
    let sold = book.sold_to(acme, day("2026-10-01"), day("2026-12-31")).unwrap();
    assert_eq!(sold, [euros(100), euros(5)]);
}

#[test]
fn merging_and_deleting_with_a_plan_is_one_step_back() {
    let mut book = book();
    let (acme, other) = (add_account(&mut book, "Acme"), add_account(&mut book, "Acme Ltd"));
    for account in [acme, other] {
        let vision = EntryInput::default().with("vision", "sole supplier");
        entry::set(&mut book, EntryKind::Plan, Holder::Account(account), &vision).unwrap();
        let rival = EntryInput::default().with("name", "Rival");
        add(&mut book, EntryKind::Competitor, Holder::Account(account), rival);
    }
    let whole = |book: &Book| {
        let mut text = vec![];
        book.dump(&mut text).unwrap();
        text
    };
    let before = whole(&book);
    merge::accounts(&mut book, other, acme, &[]).unwrap();
    // One competitor stands in a plan once.
    assert_eq!(book.entries(EntryKind::Competitor, Holder::Account(acme)).unwrap().len(), 1);
    history::undo(&mut book, None).unwrap();
    assert_eq!(whole(&book), before);
    account::delete(&mut book, acme).unwrap();
    history::undo(&mut book, None).unwrap();
    assert_eq!(whole(&book), before);
}
