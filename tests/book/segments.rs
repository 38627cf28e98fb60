//! Segments on a hand-made book: ten accounts, each at an edge of some cut, with classes worked out by hand.

use keybook::domain::entry::{EntryKind, Holder, Value};
use keybook::domain::id::Id;
use keybook::domain::money::{Currency, Money, Rate};
use keybook::domain::segment::pyramid::Basis;
use keybook::domain::segment::{Class, Input, Method, Posture};
use keybook::domain::word::{ActivityKind, Tier};
use keybook::ops::account::{self, AccountInput};
use keybook::ops::activity::{self, ActivityInput};
use keybook::ops::deal::{self, Won};
use keybook::ops::entry::{self, EntryInput};
use keybook::ops::order::{self, OrderInput};
use keybook::ops::{history, segment, settings, target};
use keybook::store::Book;
use keybook::store::view::segments::SegmentsView;

use crate::common::{add_account, add_deal, book, day, euros};

/// Ten accounts by name, `01` to `10`; of the last one no potential is known.
fn hand_made() -> (Book, Vec<Id>) {
    let mut book = book();
    let ids: Vec<Id> = (1..=10).map(|number| add_account(&mut book, &format!("{number:02}"))).collect();
    for (id, potential) in ids.iter().zip([1_000, 900, 900, 700, 600, 500, 400, 300, 200]) {
        tell(&mut book, *id, AccountInput { potential: Some(Some(euros(potential))), ..Default::default() });
    }
    for (number, share) in [(2, 4_999), (6, 0), (9, 9_000), (10, 8_000)] {
        tell(&mut book, ids[number - 1], AccountInput { share: Some(Some(share)), ..Default::default() });
    }
    target::set_rate(&mut book, Currency::USD, "0.5".parse::<Rate>().unwrap(), Some(day("2026-01-01")))
        .unwrap();
    let yen = Money::new(90_000, "JPY".parse().unwrap());
    for (number, amount, on) in [
        (1, euros(500), "2026-11-21"), // today counts
        (2, euros(300), "2025-11-22"), // so does the first day of twelve months
        (3, euros(999), "2025-11-21"), // but not the day before
        (4, euros(200), "2026-06-01"),
        (5, Money::new(66_000, Currency::USD), "2026-05-05"), // 330 EUR
        (6, euros(100), "2026-11-21"),
        (6, euros(100), "2026-03-01"),
        (7, euros(50), "2026-01-10"),
        (8, yen, "2026-04-01"), // without a rate
        (10, euros(40), "2026-02-02"),
    ] {
        let id = add_deal(&mut book, ids[number - 1], amount, "design", None);
        deal::win(&mut book, id, &Won { on: Some(day(on)), amount: None }).unwrap();
    }
    for (number, amount, on) in [(4, euros(150), "2026-07-01"), (6, euros(100), "2026-02-01")] {
        let account = ids[number - 1];
        let input = OrderInput { account, amount, on: Some(day(on)), product: None, text: None };
        order::add(&mut book, &input).unwrap();
    }
    // What is still open, or lost, was not bought.
    add_deal(&mut book, ids[8], euros(7_000), "design", None);
    (book, ids)
}

fn tell(book: &mut Book, account: Id, input: AccountInput) {
    account::edit(book, account, &input).unwrap();
}

fn judge(book: &mut Book, account: Id, told: &[(&str, i64)], relation: Option<&str>) {
    let mut input = EntryInput::default();
    for (key, points) in told {
        input = input.with(key, Value::Number(*points));
    }
    if let Some(relation) = relation {
        input = input.with("relation", relation);
    }
    entry::set(book, EntryKind::Standing, Holder::Account(account), &input).unwrap();
}

fn prefers(book: &mut Book, account: Id, name: &str, us: bool, points: i64) {
    let input = EntryInput::default()
        .with("name", name)
        .with("us", Value::Flag(us))
        .with("preference", Value::Number(points));
    entry::add(book, EntryKind::Competitor, Holder::Account(account), &input).unwrap();
}

/// The class by the rule of each account, by its key; what is missing where there is none.
fn by_rule(view: &SegmentsView, method: Method) -> Vec<String> {
    let placed = (0..view.names.len()).filter_map(|at| view.segments.placed(method, at));
    let said = |class: Option<Class>, missing: &[Input]| match class {
        Some(class) => class.key(),
        None => missing.iter().map(|input| input.as_str()).collect::<Vec<_>>().join(" "),
    };
    placed.map(|placed| said(placed.rule, &placed.missing)).collect()
}

#[test]
fn postures_by_thirds_of_potential_and_half_of_the_spend() {
    let (mut book, _) = hand_made();
    let view = book.segments().unwrap();
    assert_eq!(view.names.iter().map(|named| named.name.as_str()).collect::<Vec<_>>()[..2], ["01", "02"]);
    // Of nine potentials three are high, the second and third of them equal, and three middling.
    assert_eq!(
        by_rule(&view, Method::Posture),
        [
            "retain",   // 500 of 1,000 ordered: at the cut
            "acquire",  // 49.99 % as told
            "share",    // its one order is too old to tell the share
            "maintain", // 200 and 150 of 700: at the cut
            "maintain", // 660 dollars are 330 of 600
            "raid",     // nothing, as told, whatever it ordered
            "abandon",  // the seventh of nine
            "abandon",
            "abandon",   // however high the share
            "potential", // 80 % of what?
        ]
    );
    let placed = |at| view.segments.placed(Method::Posture, at).unwrap();
    assert_eq!(placed(7).missing, [Input::Share]);
    // A cut is a setting, and a change shows at once.
    settings::set(&mut book, "share_cut", "55%").unwrap();
    settings::set(&mut book, "potential_high", "10%").unwrap();
    let moved = by_rule(&book.segments().unwrap(), Method::Posture);
    // Only the first is among the top tenth; of six that reach two thirds only 330 of 600 reach 55 %.
    assert_eq!(moved[..6], ["acquire", "raid", "share", "raid", "maintain", "raid"]);
}

#[test]
fn the_pyramid_ranks_who_bought_of_late() {
    let (mut book, ids) = hand_made();
    let view = book.segments().unwrap();
    // 500, 350, 330, 300, 300, 50, 40: of seven one is platinum, up to ⌈1.4⌉ gold, up to ⌈3.5⌉ iron.
    assert_eq!(
        by_rule(&view, Method::Pyramid),
        ["platinum", "iron", "orders", "gold", "iron", "iron", "lead", "rate", "orders", "lead"]
    );
    let pyramid = &view.segments.pyramid;
    let sums: Vec<i128> = pyramid.curve.iter().map(|step| step.sum / 100).collect();
    assert_eq!(sums, [500, 850, 1_180, 1_480, 1_780, 1_830, 1_870]);
    // 80 % of 1,870 is 1,496.
    assert_eq!((pyramid.basis, pyramid.ends_after), (Basis::Sales, Some(5)));
    // One margin is not enough to rank by profit; a usual one for the others is.
    judge(&mut book, ids[9], &[("margin", 10_000)], None);
    assert_eq!(book.segments().unwrap().segments.pyramid.basis, Basis::Sales);
    settings::set(&mut book, "usual_margin", "20%").unwrap();
    let pyramid = book.segments().unwrap().segments.pyramid;
    let profits: Vec<i128> = pyramid.curve.iter().map(|step| step.contribution / 100).collect();
    assert_eq!((pyramid.basis, profits), (Basis::Profit, vec![100, 70, 66, 60, 60, 40, 10]));
}

#[test]
fn quintiles_of_all_orders_ever() {
    let (book, _) = hand_made();
    // Eight accounts have orders that can be valued: quintiles 5 5 4 4 3 2 2 1 by rank.
    assert_eq!(
        by_rule(&book.segments().unwrap(), Method::Rfm),
        ["5-4-5", "2-4-3", "1-4-5", "4-5-4", "4-4-4", "5-5-3", "2-4-2", "rate", "orders", "3-4-1"]
    );
}

#[test]
fn fields_of_kaism_by_what_is_judged_or_preferred() {
    let (mut book, ids) = hand_made();
    judge(&mut book, ids[0], &[("attractiveness", 5), ("strength", 5)], None);
    judge(&mut book, ids[1], &[("attractiveness", 8)], None);
    prefers(&mut book, ids[1], "We", true, 6);
    prefers(&mut book, ids[1], "Borealis", false, 7);
    prefers(&mut book, ids[1], "Cumulus", false, 3);
    judge(&mut book, ids[2], &[("attractiveness", 4)], None);
    prefers(&mut book, ids[2], "We", true, 7);
    prefers(&mut book, ids[2], "Borealis", false, 7);
    // What is judged counts before what follows from preferences.
    judge(&mut book, ids[3], &[("attractiveness", 4), ("strength", 4)], None);
    prefers(&mut book, ids[3], "We", true, 10);
    prefers(&mut book, ids[3], "Borealis", false, 0);
    // Without anybody to compare us with we are neither strong nor weak.
    judge(&mut book, ids[4], &[("attractiveness", 9)], None);
    prefers(&mut book, ids[4], "We", true, 9);
    let view = book.segments().unwrap();
    assert_eq!(
        by_rule(&view, Method::Kaism)[..6],
        [
            "key_account",
            "key_development",
            "maintenance",
            "opportunistic",
            "strength",
            "attractiveness strength"
        ]
    );
    assert!(view.segments.accounts[1].strength.unwrap().from_preferences);
    settings::set(&mut book, "attractiveness_cut", "6").unwrap();
    assert_eq!(by_rule(&book.segments().unwrap(), Method::Kaism)[0], "maintenance");
}

#[test]
fn scores_over_what_is_known() {
    let (mut book, ids) = hand_made();
    judge(&mut book, ids[0], &[("credit", 8), ("prospects", 9)], None);
    judge(&mut book, ids[1], &[("credit", 8), ("prospects", 3)], None);
    judge(&mut book, ids[3], &[("credit", 5)], None);
    let view = book.segments().unwrap();
    let scores = by_rule(&view, Method::Score);
    // No profit is known, so that .3 + .2 + .2 of the weights are: of sales the first is 1st of seven, the
    // second 4th; both have the better credit of three; of two prospects the second is the lesser.
    assert_eq!(scores[0], "10000");
    assert_eq!(scores[1], "6735"); // (.3 × 4/7 + .2 × 1 + .2 × 1/2) ÷ .7
    assert_eq!(scores[3], "6476"); // (.3 × 6/7 + .2 × 1/3) ÷ .5
    assert_eq!(scores[8], "orders credit prospects");
    assert_eq!(view.segments.placed(Method::Score, 3).unwrap().missing, [Input::Margin, Input::Prospects]);
    settings::set(&mut book, "score_weights", "0/0/0/100").unwrap();
    assert_eq!(by_rule(&book.segments().unwrap(), Method::Score)[..2], ["10000", "5000"]);
}

#[test]
fn tiers_are_proposed_and_only_ever_decided() {
    let (mut book, ids) = hand_made();
    let told: [(i64, &str); 7] = [
        (9, "good"),
        (8, "can_grow"),
        (4, "defensive"),
        (4, "growing"),
        (5, "backward"),
        (3, "backward"),
        (7, "limited"),
    ];
    for (id, (points, relation)) in ids.iter().zip(told) {
        judge(&mut book, *id, &[("attractiveness", points)], Some(relation));
    }
    let view = book.segments().unwrap();
    assert_eq!(
        by_rule(&view, Method::Tier)[..8],
        [
            "key",
            "prospective",
            "key",
            "ordinary",
            "ordinary",
            "unattractive",
            "prospective",
            "attractiveness relation"
        ]
    );
    assert_eq!(view.segments.placed(Method::Tier, 0).unwrap().class, None);
    segment::decide(
        &mut book,
        ids[0],
        Class::Tier(Tier::Ordinary),
        Some("sold to a group that buys elsewhere"),
    )
    .unwrap();
    let placed = book.segments().unwrap().segments.placed(Method::Tier, 0).unwrap();
    assert_eq!(
        (placed.class, placed.rule),
        (Some(Class::Tier(Tier::Ordinary)), Some(Class::Tier(Tier::Key)))
    );
    assert!(placed.differs());
    assert_eq!(placed.decision.unwrap().why.as_deref(), Some("sold to a group that buys elsewhere"));
}

#[test]
fn a_posture_decided_by_hand_stands_until_it_is_taken_back() {
    let (mut book, ids) = hand_made();
    let raid = Class::Posture(Posture::Raid);
    let posture = |book: &Book| book.postures_of(&ids[..1]).unwrap().get(&ids[0]).copied();
    segment::decide(&mut book, ids[0], raid, Some("they only buy by tender")).unwrap();
    assert_eq!(posture(&book), Some(Posture::Raid));
    history::undo(&mut book, None).unwrap();
    assert_eq!(posture(&book), Some(Posture::Retain));
    history::redo(&mut book).unwrap();
    segment::take_back(&mut book, ids[0], Method::Posture).unwrap();
    assert_eq!(posture(&book), Some(Posture::Retain));
}

#[test]
fn an_account_alone_has_the_posture_that_it_has_among_all() {
    let (book, ids) = hand_made();
    let view = book.segments().unwrap();
    for (at, id) in ids.iter().enumerate() {
        let alone = book.postures_of(&[*id]).unwrap().get(id).copied().map(Class::Posture);
        assert_eq!(alone, view.segments.placed(Method::Posture, at).unwrap().class, "{at}");
    }
}

#[test]
fn time_is_told_beside_the_guide() {
    let (mut book, ids) = hand_made();
    segment::decide(&mut book, ids[0], Class::Tier(Tier::Key), None).unwrap();
    for (number, minutes, on) in [(1, 90, "2026-11-20"), (1, 600, "2025-11-21"), (2, 30, "2025-11-22")] {
        let input = ActivityInput {
            account: Some(ids[number - 1]),
            on: Some(day(on)),
            minutes: Some(minutes),
            ..ActivityInput::new(ActivityKind::Visit, "looked round")
        };
        activity::log(&mut book, &input).unwrap();
    }
    let efforts = book.segments().unwrap().segments.efforts();
    let key = efforts[0];
    assert_eq!((key.tier, key.accounts, key.minutes), (Some(Tier::Key), 1, 90));
    assert_eq!(key.of_minutes.map(|ratio| ratio.basis_points()), Some(7_500));
    assert_eq!((key.guide_accounts, key.guide_minutes), (Some(1_000), Some(6_000)));
    assert_eq!((efforts[4].tier, efforts[4].minutes), (None, 30));
}

#[test]
fn ten_accounts_are_enough_for_ranks_and_nine_are_few() {
    let (mut book, ids) = hand_made();
    assert!(!book.segments().unwrap().segments.are_few());
    account::delete(&mut book, ids[9]).unwrap();
    assert!(book.segments().unwrap().segments.are_few());
}

#[test]
fn a_judgement_is_dated_by_the_day_it_changes() {
    let (mut book, ids) = hand_made();
    judge(&mut book, ids[0], &[("credit", 8)], None);
    let standing = &book.entries(EntryKind::Standing, Holder::Account(ids[0])).unwrap()[0];
    assert_eq!(standing.day("judged"), Some(book.today()));
    let empty = entry::set(&mut book, EntryKind::Standing, Holder::Account(ids[1]), &EntryInput::default());
    assert!(empty.is_err(), "what is judged must be told");
}
