//! The walk-around of a proposal: ticks at the questions that it answers, for a deal or an account's plan.

use super::problem::Problem;
use super::{Done, tag};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::quadrant::walk::Check;
use crate::domain::word::RecordKind;
use crate::store::table::account::Account;
use crate::store::table::deal::Deal;
use crate::store::table::our_side::WalkTick;
use crate::store::{Book, Label};

/// Ticks questions (`true`), or takes their ticks away.
///
/// # Errors
/// [`Problem::Store`] where the record is gone.
pub fn tick(book: &mut Book, kind: RecordKind, record: Id, told: &[(Check, bool)]) -> Done<()> {
    book.operate(|writer| {
        tag::must_exist(writer, kind, record)?;
        for (question, ticked) in told {
            match (writer.walk_tick(record, *question)?, ticked) {
                (None, true) => writer.insert_walk_tick(&WalkTick {
                    id: writer.mint()?,
                    record_kind: kind,
                    record_id: record,
                    question: *question,
                    ticked_on: writer.today,
                })?,
                (Some(known), false) => writer.delete_walk_tick(known.id)?,
                _ => {}
            }
        }
        let name = match kind {
            RecordKind::Deal => writer.row::<Deal>(record)?.name,
            _ => writer.row::<Account>(record)?.name,
        };
        Ok::<_, Problem>(((), Label::new(Deed::TickWalk, name)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{history, testbook};

    #[test]
    fn ticks_are_kept_with_their_day_and_taken_away() {
        let (mut book, account) = testbook::with_account();
        let both = [(Check::Facts, true), (Check::Whole, true)];
        tick(&mut book, RecordKind::Account, account, &both).unwrap();
        tick(&mut book, RecordKind::Account, account, &[(Check::Facts, false)]).unwrap();
        let ticked = |book: &Book| {
            book.walk_ticks(account).unwrap().into_iter().map(|tick| tick.question).collect::<Vec<_>>()
        };
        assert_eq!(ticked(&book), [Check::Whole]);
        assert_eq!(book.walk_ticks(account).unwrap()[0].ticked_on, book.today());
        history::undo(&mut book, None).unwrap();
        assert_eq!(ticked(&book), [Check::Facts, Check::Whole]);
    }

    #[test]
    fn only_deals_and_accounts_have_proposals() {
        let (mut book, ada) = testbook::with_contact();
        assert!(tick(&mut book, RecordKind::Deal, ada, &[(Check::Facts, true)]).is_err());
    }
}
