//! A plan for one account of the sample, and what is known of one of its deals.

use super::Sample;
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::ops::entry::{self, EntryInput};
use crate::store::Book;

/// The sample, in which Acme Foods has a plan that is well under way.
pub fn planned() -> Sample {
    let mut sample = super::sample();
    let found = |book: &Book, name: &str, kind: RecordKind| book.named(name, &[kind]).unwrap()[0].id;
    let account = Holder::Account(found(&sample.book, "Acme Foods", RecordKind::Account));
    let deal = Holder::Deal(found(&sample.book, "Packaging line", RecordKind::Deal));
    let jane = found(&sample.book, "Jane Miller", RecordKind::Contact);
    let book = &mut sample.book;
    of_account(book, account);
    of_deal(book, deal, jane);
    sample
}

pub(super) fn add(book: &mut Book, kind: EntryKind, holder: Holder, told: &[(&str, Value)]) -> Id {
    let values = told.iter().map(|(key, value)| ((*key).to_owned(), Some(value.clone()))).collect();
    entry::add(book, kind, holder, &EntryInput { values }).unwrap().value
}

pub(super) fn day(text: &str) -> Value {
    Value::Day(text.parse().unwrap())
}

fn of_account(book: &mut Book, of: Holder) {
    use EntryKind::{
        Action, Competitor, Criterion, Factor, Intelligence, Issue, Objective, Phase, Plan, Profile,
        RevenuePlan, Swot,
    };
    let euros = |euros: i64| Value::Money(Money::new(euros * 100, Currency::EUR));
    let vision = "Supplier of all packaging lines of Acme by 2029, at 40 per cent of what they buy";
    let plan: [(&str, Value); 2] = [("path", "operational_excellence".into()), ("vision", vision.into())];
    let values = plan.iter().map(|(key, value)| ((*key).to_owned(), Some(value.clone()))).collect();
    entry::set(book, Plan, of, &EntryInput { values }).unwrap();
    let outside = "Energy costs have doubled since 2024, and retailers will not pay for it";
    add(
        book,
        Issue,
        of,
        &[("text", outside.into()), ("part", "outside".into()), ("topic", "economy".into())],
    );
    add(book, Issue, of, &[("text", "Two of five plants are merged".into()), ("part", "response".into())]);
    let objective = [
        ("text", "Replace three of their five lines".into()),
        ("number", Value::Number(3_000)),
        ("unit", "lines".into()),
        ("due", day("2027-12-31")),
        ("specific", Value::Flag(true)),
        ("measurable", Value::Flag(true)),
    ];
    add(book, Objective, of, &objective);
    add(book, Criterion, of, &[("text", "Service within four hours".into()), ("strength", "must".into())]);
    for (text, sign, control, stars) in [
        ("Jane wants one supplier for all plants", "positive", "low", Some(3)),
        ("Two lines of ours run without standstill", "positive", "high", Some(4)),
        ("Purchasing compares prices alone", "negative", "low", Some(2)),
        ("Our spare parts take nine days", "negative", "high", None),
    ] {
        let mut told = vec![("text", text.into()), ("sign", sign.into()), ("control", control.into())];
        told.extend(stars.map(|stars| ("stars", Value::Number(stars))));
        if sign == "negative" {
            told.push(("micro_strategy", "Show what a standstill costs them".into()));
        }
        add(book, Factor, of, &told);
    }
    for (grid, cell, text) in [
        ("client", "strength", "Strong brands in chilled food"),
        ("client", "weakness", "Old lines in the south"),
        ("client", "threat", "Private labels of the retailers"),
        ("us", "strength", "Two reference lines in house"),
        ("us", "opportunity", "Merger of the plants"),
    ] {
        add(book, Swot, of, &[("text", text.into()), ("grid", grid.into()), ("cell", cell.into())]);
    }
    let rival = [
        ("name", "Packwell".into()),
        ("doing", "Runs the three oldest lines".into()),
        ("strengths", "Cheap, and known to purchasing".into()),
        ("preference", Value::Number(6)),
    ];
    add(book, Competitor, of, &rival);
    let us = [("name", "Ourselves".into()), ("us", Value::Flag(true)), ("preference", Value::Number(7))];
    add(book, Competitor, of, &us);
    add(book, Phase, of, &[("phase", "growth".into()), ("why", "Third order within a year".into())]);
    let overdue = [("text", "Bring the works manager to Kiel".into()), ("due", day("2026-11-18"))];
    add(book, Action, of, &overdue);
    add(book, Action, of, &[("text", "Have Jane's figures checked".into()), ("due", day("2026-12-04"))]);
    let done =
        [("text", "Send the reference list".into()), ("due", day("2026-11-10")), ("done", day("2026-11-09"))];
    add(book, Action, of, &done);
    add(book, RevenuePlan, of, &[("quarter", "2026Q4".into()), ("sales", euros(1_200_000))]);
    let note = [
        ("text", "The board decides on the merger in March".into()),
        ("level", Value::Number(3)),
        ("source", "Jane Miller".into()),
        ("confidence", "likely".into()),
    ];
    add(book, Intelligence, of, &note);
    let report = [("text", "Sales fell by 2 per cent".into()), ("level", Value::Number(1))];
    add(book, Intelligence, of, &report);
    add(book, Profile, of, &[("text", "Few, and they are strong".into()), ("prompt", "buyers".into())]);
}

fn of_deal(book: &mut Book, of: Holder, jane: Id) {
    use EntryKind::{Elements, Fab, Milestone, Need, Receivable};
    let explicit = [
        ("text", "A line that changes format in ten minutes".into()),
        ("kind", "explicit".into()),
        ("spin", "need_payoff".into()),
        ("said_by", Value::Id(jane)),
    ];
    let wish = add(book, Need, of, &explicit);
    let implicit = [
        ("text", "Changing the format takes an hour".into()),
        ("kind", "implicit".into()),
        ("became", Value::Id(wish)),
    ];
    add(book, Need, of, &implicit);
    add(book, Need, of, &[("text", "Cartons tear at the seam".into()), ("kind", "implicit".into())]);
    let answers = [
        ("feature", "Tools changed without screws".into()),
        ("advantage", "Six times faster".into()),
        ("benefit", "Two more hours of production a day".into()),
        ("answers", Value::Id(wish)),
    ];
    add(book, Fab, of, &answers);
    let idle = [("feature", "Built in stainless steel".into()), ("benefit", "Easy to clean".into())];
    add(book, Fab, of, &idle);
    let scores = [("value", 7), ("need", 8), ("price", 4), ("trust", 6), ("experience", 4)];
    add(book, Elements, of, &scores.map(|(key, score)| (key, Value::Number(score))));
    add(book, Milestone, of, &[("kind", "survey".into()), ("reached", day("2026-11-02"))]);
    add(book, Milestone, of, &[("kind", "proposal".into()), ("due", day("2026-11-30"))]);
    let amount = Value::Money(Money::new(30_000_000, Currency::EUR));
    let first = [("text", "With the order".into()), ("amount", amount), ("due", day("2026-12-15"))];
    add(book, Receivable, of, &first);
}
