//! The stages can be edited; the past keeps the win rates of its days.

use chrono::Days;
use keybook::domain::filter::Kind;
use keybook::domain::stage::Template;
use keybook::i18n::Lang;
use keybook::ops::bulk::{self, Change, Move};
use keybook::ops::deal;
use keybook::ops::problem::Problem;
use keybook::ops::stage::{self, StageInput};
use keybook::ops::{history, setup};
use keybook::report::words::operation;
use keybook::store::view::list::Clause;
use keybook::store::{Book, Clock};

use crate::common::{add_account, add_deal, book, day, euros};

#[test]
fn a_new_win_rate_weighs_from_its_day_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.keybook");
    let today = day("2026-11-21");
    let mut book = setup::open(&path, Clock::fixed(today)).unwrap();
    let account = add_account(&mut book, "Acme");
    add_deal(&mut book, account, euros(100), "design", None);
    drop(book);

    let tomorrow = today + Days::new(1);
    let mut book = Book::open(&path, Clock::fixed(tomorrow)).unwrap();
    let input = StageInput { win_rate: Some(2500), ..StageInput::default() };
    stage::edit(&mut book, "design", &input).unwrap();
    let weighted = |book: &Book, as_of| book.funnel(None, as_of).unwrap().funnel.total.weighted;
    // 100 EUR × 25 %, and × 20 % the day before.
    assert_eq!(weighted(&book, None), 2_500);
    assert_eq!(weighted(&book, Some(tomorrow)), 2_500);
    assert_eq!(weighted(&book, Some(today)), 2_000);
    history::undo(&mut book, None).unwrap();
    assert_eq!(weighted(&book, None), 2_000);
}

#[test]
fn another_set_of_stages_is_for_a_book_without_deals() {
    let mut book = book();
    stage::use_template(&mut book, Template::Crm).unwrap();
    let keys: Vec<String> = book.stages().unwrap().into_iter().map(|stage| stage.key).collect();
    assert_eq!(keys, ["qualified", "meeting", "proposal", "negotiation", "contract"]);
    history::undo(&mut book, None).unwrap();
    assert_eq!(book.stages().unwrap().len(), 6);
    let account = add_account(&mut book, "Acme");
    add_deal(&mut book, account, euros(100), "design", None);
    assert!(matches!(stage::use_template(&mut book, Template::Simple), Err(Problem::StagesInUse)));
    let unknown = stage::edit(&mut book, "nowhere", &StageInput::default());
    assert!(matches!(unknown, Err(Problem::NoStage { .. })));
}

#[test]
fn the_history_names_a_stage_as_the_person_does() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let own = StageInput { buyer_name: Some(Some("Blueprint".to_owned())), ..StageInput::default() };
    stage::edit(&mut book, "design", &own).unwrap();
    let ids: Vec<_> = (0..2).map(|_| add_deal(&mut book, account, euros(100), "incubation", None)).collect();
    let moved = deal::advance(&mut book, ids[0], None).unwrap();
    assert!(operation(Lang::En, &moved.label).ends_with(" to Blueprint"), "{:?}", moved.label);
    let named = Clause::records(Kind::Deals, &ids);
    let all = bulk::change(&mut book, Kind::Deals, &named, &Change::Stage(Move::To("design".to_owned())));
    let label = all.unwrap().label;
    assert!(operation(Lang::Zh, &label).contains("Blueprint"), "{label:?}");
    // A stage without a name of its own is called as the method does, in either language.
    let third = add_deal(&mut book, account, euros(100), "design", None);
    let moved = deal::advance(&mut book, third, None).unwrap();
    assert!(operation(Lang::Zh, &moved.label).contains("比较"));
}
