//! Putting accounts into classes reads what grows with the years, orders and activities, from indexes alone.

use super::assert_plans;
use crate::domain::id::Id;
use crate::store::Book;

/// Statements about these tables never touch their rows.
const GROWING: &[(&str, &str)] = &[
    ("FROM deal ", "COVERING INDEX deal_won"),
    ("FROM small_order ", "COVERING INDEX small_order_account"),
    ("FROM activity ", "COVERING INDEX activity_minutes"),
    ("potential, currency FROM account ", "COVERING INDEX account_potential"),
];

#[track_caller]
fn assert_covered(work: impl FnOnce(&Book)) {
    assert_plans(work, |sql, plan| {
        let (_, index) = GROWING.iter().find(|(table, _)| sql.contains(table))?;
        (!plan.iter().any(|step| step.contains(index))).then(|| plan.first()).flatten()
    });
}

#[test]
fn all_accounts_at_once() {
    assert_covered(|book| drop(book.segments().unwrap()));
}

#[test]
fn the_postures_towards_some_look_their_orders_up() {
    let read = |book: &Book| drop(book.postures_of(&[Id(1), Id(2)]).unwrap());
    assert_covered(read);
    assert_plans(read, |sql, plan| {
        let grows = sql.contains("closed_on") || sql.contains("ordered_on");
        plan.iter().find(|step| grows && step.starts_with("SCAN") && !step.contains("json_each"))
    });
}
