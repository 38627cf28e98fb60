//! What screens read first looks at no whole table: the plans of the statements that are really run.

mod capture;
mod crowd;
pub(crate) mod ear;
mod lists;
mod segments;

use chrono::NaiveDate;
use rstest::rstest;

use ear::{Ear, SMALL, SORTED, plan, scan};

use super::board::BoardOrder;
use super::lines::DealLine;
use super::list::{Clause, Line, Order, Seek};
use super::people::Group;
use super::today::{DueKey, DueKind};
use crate::domain::id::Id;
use crate::domain::metrics::Span;
use crate::domain::period::Period;
use crate::domain::word::RecordKind;
use crate::store::table::evidence::Person;
use crate::store::table::stage::StageRow;
use crate::store::{Book, Clock, Error};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn book() -> Book {
    let mut book = Book::in_memory(Clock::fixed(day("2026-11-21"))).unwrap();
    let stage = |id, key: &str| StageRow {
        id,
        key: key.to_owned(),
        position: 1,
        win_rate: 2000,
        buyer_name: None,
        seller_name: None,
        exit_sign: None,
        limit_days: None,
    };
    book.found(|writer| writer.insert_stage(&stage(writer.mint()?, "design"))).map_err(|e: Error| e).unwrap();
    book
}

/// The statements that `work` runs.
fn statements(book: &mut Book, work: impl FnOnce(&Book)) -> Vec<String> {
    let ear = Ear::on(book);
    work(book);
    let heard = ear.heard();
    Ear::off(book);
    assert!(!heard.is_empty(), "nothing was read");
    heard
}

/// Every step of every statement goes by an index to the rows it needs; a walk along an index is right
/// where it gives the order of a window, and so ends with it.
#[track_caller]
fn assert_reads_little(work: impl FnOnce(&Book)) {
    assert_plans(work, scan);
}

/// No window sorts: each comes in its order from an index, and ends where it ends.
#[track_caller]
fn assert_in_order(work: impl FnOnce(&Book)) {
    assert_plans(work, |sql, plan| {
        plan.iter().find(|step| sql.contains("LIMIT 50") && step.contains(SORTED))
    });
}

/// Whether a step walks through one of the small tables.
fn small(step: &str) -> bool {
    step.split(' ').nth(1).is_some_and(|table| SMALL.contains(&table))
}

#[track_caller]
fn assert_plans(work: impl FnOnce(&Book), blame: impl for<'a> Fn(&str, &'a [String]) -> Option<&'a String>) {
    assert_plans_of(&mut book(), work, blame);
}

#[track_caller]
fn assert_plans_of(
    book: &mut Book,
    work: impl FnOnce(&Book),
    blame: impl for<'a> Fn(&str, &'a [String]) -> Option<&'a String>,
) {
    for sql in statements(book, work) {
        let plan = plan(book, &sql);
        let blamed = blame(&sql, &plan);
        assert!(blamed.is_none(), "{blamed:?}\nin {sql}\n{plan:#?}");
    }
}

/// The first window of a list, and one from its middle.
fn windows<L: Line + std::fmt::Debug>(book: &Book, clause: &Clause, order: Order) {
    book.window::<L>(clause, order, &Seek::First, 50).unwrap();
    book.window::<L>(clause, order, &Seek::Last, 50).unwrap();
    let place =
        super::list::Place { value: rusqlite::types::Value::Text("m".into()), further: vec![], id: Id(1) };
    book.window::<L>(clause, order, &Seek::After(place), 50).unwrap();
}

#[rstest]
#[case(None, None)]
#[case(Some("2026Q4"), None)]
#[case(None, Some("2026-10-01"))]
#[case(Some("2026Q4"), Some("2026-10-01"))]
fn the_funnel(#[case] period: Option<&str>, #[case] as_of: Option<&str>) {
    let period: Option<Period> = period.map(|text| text.parse().unwrap());
    assert_reads_little(|book| drop(book.funnel(period, as_of.map(day)).unwrap()));
}

#[test]
fn the_indicators_and_their_trend() {
    let quarter: Period = "2026Q4".parse().unwrap();
    assert_reads_little(|book| {
        book.forecast(quarter, None).unwrap();
        book.forecast(quarter, Some(day("2026-10-15"))).unwrap();
        book.attainment_on(quarter, &[day("2026-10-01"), day("2026-10-08")]).unwrap();
    });
}

#[rstest]
#[case(None)]
#[case(Some("2026Q4"))]
fn the_bridge_reads_only_what_changed(#[case] period: Option<&str>) {
    let period: Option<Period> = period.map(|text| text.parse().unwrap());
    assert_reads_little(|book| {
        book.bridge(period, day("2026-11-14"), day("2026-11-21")).unwrap();
        book.bridge(period, day("2026-10-01"), day("2026-10-08")).unwrap();
        book.moved(day("2026-11-14"), day("2026-11-21")).unwrap();
        book.since(Id(1), 0).unwrap();
    });
}

#[test]
fn the_range_reads_the_open_deals_of_the_period() {
    let quarter: Period = "2026Q4".parse().unwrap();
    assert_reads_little(|book| {
        book.period_range(quarter, None, 1).unwrap();
        book.period_range(quarter, Some(day("2026-10-15")), 1).unwrap();
    });
}

#[test]
fn the_flow_comes_from_the_index_of_courses_alone_and_in_its_order() {
    let read = |book: &Book| drop(book.flow(day("2025-11-22"), day("2026-11-21")).unwrap());
    // Where few events lie in the span.
    assert_reads_little(read);
    // Where most do, all are read, one after the other.
    let mut busy = book();
    let event = "INSERT INTO deal_event (deal_id, day, at, status) VALUES (1, '2026-01-01', 0, 'open')";
    busy.found(|writer| Ok(writer.connection.execute_batch(event)?)).map_err(|e: Error| e).unwrap();
    let course = |sql: &str| sql.contains("stage_id, closed_on FROM deal_event");
    assert_plans_of(&mut busy, read, |sql, plan| {
        let whole = "SCAN deal_event USING COVERING INDEX deal_event_course";
        (course(sql) && *plan != [whole]).then(|| plan.first()).flatten()
    });
    assert_plans(read, |sql, plan| {
        let covered = |step: &&String| step.contains("COVERING INDEX deal_event_course");
        (course(sql) && !plan.iter().any(|step| covered(&step))).then(|| plan.first()).flatten()
    });
    assert_plans(read, |sql, plan| {
        plan.iter().find(|step| sql.contains("deal_event") && step.contains(SORTED))
    });
}

#[test]
fn reviews_losses_and_the_track_record() {
    assert_reads_little(|book| {
        book.losses(day("2025-11-22"), day("2026-11-21")).unwrap();
        book.track_record(day("2025-11-22"), day("2026-11-21"), None, None).unwrap();
        book.last_submission("2026Q4", day("2026-11-21")).unwrap();
        book.needing(&Clause::default(), 100).unwrap();
        book.open_review().unwrap();
        book.last_review_before(day("2026-11-21")).unwrap();
        book.deal_names(&[Id(1), Id(2)]).unwrap();
    });
}

#[test]
fn the_measures_of_an_account_read_what_is_its_own() {
    let span = Span::year_to(day("2026-11-21"));
    assert_plans(
        |book| drop(book.metrics(Some(Id(1)), span).unwrap()),
        |_, plan| {
            let mut steps = plan.iter();
            // Churn goes through the accounts, and looks up in an index whether each has bought.
            steps.find(|step| step.starts_with("SCAN ") && !step.starts_with("SCAN account") && !small(step))
        },
    );
    // What all accounts bought comes from indexes alone.
    assert_plans(
        |book| drop(book.metrics(None, span).unwrap()),
        |_, plan| {
            let wide = |step: &&String| {
                let large =
                    [" deal ", " small_order ", " activity "].iter().any(|table| step.contains(table));
                large && !step.contains("COVERING INDEX")
            };
            plan.iter().find(wide)
        },
    );
}

#[test]
fn what_is_due_found_or_hangs_on_the_records_shown() {
    let ids = [Id(1), Id(2)];
    assert_reads_little(|book| {
        book.plan_content(Id(1)).unwrap();
        book.phases_of(&ids).unwrap();
        book.sold_to(Id(1), day("2026-10-01"), day("2026-12-31")).unwrap();
        book.search("acme 科技", 20).unwrap();
        book.attention_of(&ids).unwrap();
        book.tags_of(&ids).unwrap();
        book.fields_of(&ids).unwrap();
        book.people_of_deals(&ids).unwrap();
        book.stances_of_deals(&ids).unwrap();
        book.products_of_deals(&ids).unwrap();
        book.crossings(&ids).unwrap();
        book.white_space_totals(&Clause::default()).unwrap();
        book.open_deals_of(&ids).unwrap();
        book.emails_of_all(&ids).unwrap();
        book.phones_of_all(&ids).unwrap();
        book.employers_of_all(&ids).unwrap();
        book.people_of_activities(&ids).unwrap();
        book.recent(10).unwrap();
        book.coded("D-40", &[RecordKind::Deal]).unwrap();
        book.history(None, 50).unwrap();
        book.history(Some(Id(1)), 50).unwrap();
        for kind in [RecordKind::Account, RecordKind::Contact, RecordKind::Deal] {
            book.record_history((kind, Id(1)), true, None, 50).unwrap();
            book.record_history((kind, Id(1)), false, Some(9), 50).unwrap();
        }
    });
}

#[test]
fn records_that_are_named_are_read_by_their_ids_not_looked_for_among_all_of_a_status() {
    let ids = [Id(1), Id(2)];
    let open = Clause::default().and("deal.status = 'open'", []);
    let read = |book: &Book| {
        book.attention_of(&ids).unwrap();
        book.which_of::<DealLine>(&ids, &open).unwrap();
        book.health_facts(&ids).unwrap();
        book.open_deals_of(&ids).unwrap();
    };
    assert_plans(read, |sql, plan| {
        let walks = |step: &&String| step.contains("(status=?") || step.contains("(tier=?)");
        plan.iter().find(|step| sql.contains("json_each") && walks(step))
    });
}

/// A column has as many ranges as its deals have win rates and currencies; the book has none.
#[rstest]
fn the_board_and_its_columns(#[values(None, Some("2026Q4"))] period: Option<&str>) {
    let closing = period.map(|text| text.parse::<Period>().unwrap().range(1));
    let read = |book: &Book| {
        let column = book.board(None, closing).unwrap().columns[0].clause.clone();
        let range = Clause::default().and("deal.win_rate IS NULL AND deal.currency = 'EUR'", []);
        windows::<DealLine>(book, &column.with(range), BoardOrder::CloseDate.order());
    };
    assert_reads_little(read);
    assert_plans(read, |sql, plan| {
        // Those without a date come by their ids, which that index does not have in order.
        let sorts = |step: &&String| !sql.contains("close_on IS NULL") && step.contains(SORTED);
        let range = "COVERING INDEX deal_funnel (status=? AND stage_id=? AND win_rate=? AND currency=?";
        let strays = |step: &&String| step.contains(" deal ") && !step.contains(range);
        plan.iter().find(|step| sql.contains("LIMIT 50") && (sorts(step) || strays(step)))
    });
}

#[test]
fn what_is_due_is_counted_from_indexes_and_read_a_window_at_a_time() {
    let read = |book: &Book| {
        for agenda in [book.agenda(7).unwrap(), book.agenda(7).unwrap().with_snoozed(true)] {
            book.due_counts(&agenda).unwrap();
            for kind in DueKind::ALL {
                let place = DueKey { on: day("2026-11-21"), kind: *kind, id: Id(1) };
                book.due_before(&agenda, place).unwrap();
                for seek in [Seek::First, Seek::After(place), Seek::Before(place), Seek::Last] {
                    book.due_window(&agenda, &seek, 50).unwrap();
                }
            }
        }
    };
    assert_reads_little(read);
    assert_in_order(read);
    // However many deals are overdue, they are counted without looking at one.
    assert_plans(read, |sql, plan| {
        let counts = sql.starts_with("SELECT count(*)") && sql.contains("FROM deal\n");
        plan.iter().find(|step| counts && step.contains(" deal ") && !step.contains("COVERING INDEX"))
    });
}

#[test]
fn key_people_of_an_account_or_a_deal() {
    let ids = [Id(1), Id(2)];
    assert_reads_little(|book| {
        for group in [Group::Account(Id(1)), Group::Deal(Id(1)), Group::One(Id(1))] {
            book.people(group).unwrap();
            book.decides_collectively(group).unwrap();
        }
        book.profiles_of_ours(&ids, book.today()).unwrap();
        book.evidence(Person::Contact(Id(1))).unwrap();
        book.evidence(Person::Colleague(Id(1))).unwrap();
        book.recollections(Person::Contact(Id(1))).unwrap();
        book.seen_as_over_time(Id(1)).unwrap();
        book.team(Id(1)).unwrap();
        book.walk_ticks(Id(1)).unwrap();
    });
}
