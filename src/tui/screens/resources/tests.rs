//! Resources as a person sees them.

use rstest::rstest;

use crate::domain::money::{Currency, Money};
use crate::domain::resources::Purpose;
use crate::domain::word::{ActivityKind, RecordKind, Tier};
use crate::i18n::Lang;
use crate::ops::account::{self, AccountInput};
use crate::ops::activity::{self, ActivityInput};
use crate::ops::resource::{self, ResourceInput};
use crate::tui::testkit::sample::{Sample, sample};
use crate::tui::testkit::{Interface, has};

/// The sample with two hours of a key account logged at a cost, and plans for the quarter.
fn planned() -> Sample {
    let mut sample = sample();
    let book = &mut sample.book;
    let acme = book.named("Acme Foods", &[RecordKind::Account]).unwrap()[0].id;
    let tier = AccountInput { tier: Some(Some(Tier::Key)), ..AccountInput::default() };
    account::edit(book, acme, &tier).unwrap();
    let mut visit = ActivityInput::new(ActivityKind::Visit, "saw the line");
    visit.account = Some(acme);
    visit.minutes = Some(120);
    visit.cost = Some(Money::new(4_500, Currency::EUR));
    activity::log(book, &visit).unwrap();
    let plan = |minutes, people, euros: i64| ResourceInput {
        minutes: Some(Some(minutes)),
        people: Some(Some(people)),
        money: Some(Some(Money::new(euros * 100, Currency::EUR))),
    };
    let quarter = "2026Q4".parse().unwrap();
    resource::plan(book, quarter, Purpose::Attack, &plan(6_000, 3, 12_000)).unwrap();
    resource::plan(book, quarter, Purpose::Key, &plan(240, 2, 20)).unwrap();
    sample
}

#[rstest]
fn the_screen(#[values("en", "zh")] lang: &str, #[values((80, 24), (120, 40))] size: (u16, u16)) {
    let mut interface = Interface::open(planned(), lang.parse().unwrap(), size.0, size.1);
    interface.press("g R j");
    insta::assert_snapshot!(format!("defence_{lang}_{}x{}", size.0, size.1), interface.screen());
    interface.press("j j");
    insta::assert_snapshot!(format!("key_{lang}_{}x{}", size.0, size.1), interface.screen());
}

#[test]
fn a_posture_is_planned_in_its_form_and_the_plan_taken_back() {
    let mut interface = Interface::open(planned(), Lang::En, 120, 40);
    interface.press("g R j enter");
    has(&interface, "Plan Defence");
    interface.type_text("80").press("tab").type_text("2").press("ctrl-s");
    has(&interface, "/ 80");
    interface.press("u");
    let screen = interface.screen();
    assert!(!screen.contains("/ 80"), "{screen}");
}

#[test]
fn another_quarter_has_plans_of_its_own() {
    let mut interface = Interface::open(planned(), Lang::En, 120, 40);
    interface.press("g R");
    has(&interface, "/ 100");
    interface.press("p");
    has(&interface, "2027Q1");
    let screen = interface.screen();
    assert!(!screen.contains("/ 100"), "{screen}");
}
