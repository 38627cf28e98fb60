//! Lists of many rows: sorted by what other records are called they are walked along the names, and in an
//! order that no index has they are sorted once; either way they come as sorting them would bring them.

use rstest::rstest;

use super::super::lines::{ContactLine, DealLine};
use super::super::list::{Clause, Line, Order, Placed, Seek};
use super::{assert_plans_of, book, statements, windows};
use crate::domain::filter::Kind;
use crate::store::{Book, Error};

/// A book of 30 accounts, some of them of one name, four of ours, two of them of one name, 1,500 deals and
/// 1,500 people; some belong to nobody.
fn crowded() -> Book {
    let mut book = book();
    let many = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)";
    let sql = format!(
        "INSERT INTO colleague (id, name, name_key, is_me)
           VALUES (1, 'Zoe', 'zoe', 1), (2, 'Bo', 'bo', 0), (3, 'Ann', 'ann', 0), (4, 'Bo', 'bo', 0);
         INSERT INTO account (id, code, name, name_key, currency, created_on, created_at, updated_at)
           {many} SELECT 100 + i, i, 'A', 'a' || (i * 7 % 25), 'EUR', '2026-01-01', 0, 0 FROM n WHERE i <= 30;
         INSERT INTO contact (id, code, account_id, name, name_key, created_on, created_at, updated_at)
           {many} SELECT 10000 + i * 791 % 1511, i, CASE i % 9 WHEN 0 THEN NULL ELSE 101 + i * 13 % 30 END,
             'P', 'p' || i, '2026-01-01', 0, 0 FROM n;
         INSERT INTO deal (id, code, account_id, name, name_key, status, stage_id, amount, currency, owner_id,
             stage_since, created_on, created_at, updated_at)
           {many} SELECT 20000 + i * 791 % 1511, i, 101 + i * 17 % 30, 'D', 'd' || i,
             CASE i % 10 WHEN 0 THEN 'won' WHEN 1 THEN 'lost' ELSE 'open' END, (SELECT id FROM stage),
             CASE i % 11 WHEN 0 THEN NULL ELSE i * 7919 % 5003 END,
             CASE i % 4 WHEN 0 THEN 'CNY' WHEN 1 THEN 'JPY' ELSE 'EUR' END,
             CASE i % 6 WHEN 0 THEN NULL ELSE 1 + i % 4 END,
             '2026-01-01', '2026-01-01', 0, 0 FROM n;"
    );
    book.found(|writer| writer.connection.execute_batch(&sql).map_err(Error::from)).unwrap();
    book
}

/// Every window, and every position, is that of the same list sorted for each window.
#[track_caller]
fn assert_same_as_sorted<L: Line + Clone + PartialEq + std::fmt::Debug>(
    book: &Book,
    clause: &Clause,
    order: Order,
    id: impl Fn(&L) -> crate::domain::id::Id,
) {
    let plain = order.with_names(None).sorted_each_time();
    let sorted = book.window::<L>(clause, plain, &Seek::First, usize::MAX >> 1).unwrap();
    assert!(sorted.len() > 1_000);
    let window = |seek: Seek, limit| book.window::<L>(clause, order, &seek, limit).unwrap();
    let ids = |rows: &[Placed<L>]| rows.iter().map(|row| id(&row.line)).collect::<Vec<_>>();
    assert_eq!(ids(&window(Seek::First, 2_000)), ids(&sorted));
    assert_eq!(ids(&window(Seek::Last, 2_000)), ids(&sorted));
    for at in [0, 1, 70, 699, 700, sorted.len() / 2, sorted.len() - 1] {
        let place = sorted[at].place.clone();
        let rest = &sorted[at + 1..];
        assert_eq!(window(Seek::After(place.clone()), 90), rest[..rest.len().min(90)]);
        assert_eq!(window(Seek::Before(place.clone()), 90), sorted[at.saturating_sub(90)..at]);
        let found = book.position::<L>(clause, order, id(&sorted[at].line)).unwrap();
        assert_eq!(found, Some((at, place)));
    }
}

#[rstest]
fn deals_by_the_names_of_accounts_and_owners(
    #[values("account", "owner")] key: &str,
    #[values(false, true)] down: bool,
    #[values("", "status:open,won,lost", "stage:design")] filter: &str,
) {
    let book = crowded();
    let clause = book.clause(Kind::Deals, filter).unwrap();
    let order = Book::order::<DealLine>(key, down).unwrap();
    assert_same_as_sorted::<DealLine>(&book, &clause, order, |line| line.deal.id);
    assert_same_as_sorted::<DealLine>(&book, &clause, order.empty_last(), |line| line.deal.id);
}

#[rstest]
fn people_by_the_names_of_their_accounts(#[values(false, true)] down: bool) {
    let book = crowded();
    let order = Book::order::<ContactLine>("account", down).unwrap();
    assert_same_as_sorted::<ContactLine>(&book, &Clause::default(), order, |line| line.contact.id);
}

/// What a window reads is sorted among the rows of one name at the most.
#[rstest]
fn no_window_sorts_more_than_the_rows_of_one_name(#[values(false, true)] down: bool) {
    let mut book = crowded();
    let clause = book.clause(Kind::Deals, "").unwrap();
    let (accounts, owners) = ("account", "owner");
    let order = |key| Book::order::<DealLine>(key, down).unwrap();
    let people = Book::order::<ContactLine>("account", down).unwrap();
    let read = |book: &Book| {
        windows::<DealLine>(book, &clause, order(accounts));
        windows::<DealLine>(book, &clause, order(owners));
        windows::<ContactLine>(book, &Clause::default(), people);
    };
    assert_plans_of(&mut book, read, |sql, plan| {
        // Those of no account are few.
        let windowed = sql.contains("ORDER BY") && !sql.contains("IS NULL");
        plan.iter().find(|step| windowed && step.contains("USE TEMP B-TREE FOR ORDER BY"))
    });
}

#[rstest]
fn an_order_that_no_index_has_is_sorted_once(
    #[values("amount", "weighted", "stage", "last_activity", "win_rate", "currency")] key: &str,
    #[values(false, true)] down: bool,
) {
    let mut book = crowded();
    let clause = book.clause(Kind::Deals, "status:open,won,lost").unwrap();
    let order = Book::order::<DealLine>(key, down).unwrap();
    assert_same_as_sorted::<DealLine>(&book, &clause, order, |line| line.deal.id);
    let again = statements(&mut book, |book| windows::<DealLine>(book, &clause, order));
    let sorts = |sql: &&String| sql.contains("FROM deal") && !sql.contains("json_each");
    assert_eq!(again.iter().find(sorts), None);
}

#[test]
fn a_kept_order_holds_until_the_book_changes() {
    let mut book = crowded();
    let clause = book.clause(Kind::Deals, "").unwrap();
    let order = Book::order::<DealLine>("amount", true).unwrap();
    let first =
        |book: &Book| book.window::<DealLine>(&clause, order, &Seek::First, 1).unwrap().remove(0).line;
    let largest = first(&book).deal;
    let smaller = format!("UPDATE deal SET amount = 0 WHERE id = {}", largest.id.0);
    book.found(|writer| writer.connection.execute_batch(&smaller).map_err(Error::from)).unwrap();
    assert_ne!(first(&book).deal.id, largest.id);
}
