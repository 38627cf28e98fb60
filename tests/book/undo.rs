//! Undo and redo.

use keybook::domain::word::Status;
use keybook::ops::problem::Problem;
use keybook::ops::{deal, history};
use keybook::store::table::deal::Deal;
use keybook::store::{Conflict, Error};

use crate::common::{add_account, add_deal, book, euros};

#[test]
fn an_undone_advance_is_back_where_it_was_and_a_redone_one_moves_again() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let id = add_deal(&mut book, account, euros(100), "interest", None);
    let before: Deal = book.row(id).unwrap();
    let moved = deal::advance(&mut book, id, None).unwrap();
    assert_eq!(moved.value.to.key, "incubation");
    let after: Deal = book.row(id).unwrap();

    let undone = history::undo(&mut book, None).unwrap();
    assert_eq!(undone.operation, moved.operation);
    assert_eq!(book.row::<Deal>(id).unwrap(), before);
    history::redo(&mut book).unwrap();
    assert_eq!(book.row::<Deal>(id).unwrap(), after);
}

#[test]
fn a_deleted_deal_comes_back_with_what_hung_on_it() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let id = add_deal(&mut book, account, euros(100), "design", None);
    let before: Deal = book.row(id).unwrap();
    deal::delete(&mut book, id).unwrap();
    assert!(matches!(book.row::<Deal>(id), Err(Error::NoRecord)));
    assert_eq!(book.funnel(None, None).unwrap().funnel.total.deals, 0);
    history::undo(&mut book, None).unwrap();
    assert_eq!(book.row::<Deal>(id).unwrap(), before);
    assert_eq!(book.funnel(None, None).unwrap().funnel.total.deals, 1);
}

#[test]
fn an_older_operation_is_undone_alone_unless_a_later_one_touched_the_same() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let id = add_deal(&mut book, account, euros(100), "design", None);
    let advanced = deal::advance(&mut book, id, None).unwrap().operation.unwrap();
    let won = deal::win(&mut book, id, &deal::Won::default()).unwrap().operation.unwrap();

    history::undo(&mut book, Some(advanced)).unwrap();
    let deal: Deal = book.row(id).unwrap();
    assert_eq!(deal.status, Status::Won, "the later operation holds");
    history::redo(&mut book).unwrap();

    deal::reopen(&mut book, id).unwrap();
    match history::undo(&mut book, Some(won)) {
        Err(Problem::Undo(Conflict::Later(later))) => assert_eq!(later.label.subject, "deal at design"),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_refused_operation_leaves_no_trace() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let id = add_deal(&mut book, account, euros(100), "use", None);
    let history_before = book.history(None, 100).unwrap();
    assert!(matches!(deal::advance(&mut book, id, None), Err(Problem::LastStage(_))));
    assert_eq!(book.history(None, 100).unwrap(), history_before);
}
