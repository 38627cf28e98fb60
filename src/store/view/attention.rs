//! Which open deals need attention, and why: the facts are read here, the rule is `domain::attention`.
//!
//! The rule is called from SQL as a function, so that lists filter by the very rule that badges show.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::Connection;
use rusqlite::functions::{Aggregate, Context, FunctionFlags};

use super::expression;
use super::flow::UsualStays;
use super::related::{ByRecord, json};
use crate::domain::attention::{DealFacts, MovesOut, Reason, Thresholds, reasons};
use crate::domain::id::Id;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::value::Day;

/// How often the close date was moved out: every date that it had, in order, from the first move on; each both
/// as it was given up and as it was taken. The condition is that of the index, word for word, which has a deal's events
/// in their order.
const MOVES_OUT: &str = "(SELECT keybook_moves_out(old_close_on, close_on)
    FROM deal_event INDEXED BY deal_event_moved WHERE deal_event.deal_id = deal.id
      AND close_on IS NOT old_close_on AND old_status IS NOT NULL)";

/// Whether anybody in the deal decides: by a part in this purchase (at large, where none is told), or by
/// authority in this purchase (at large, where none is told).
const DECISION_MAKER: &str = "EXISTS (SELECT 1 FROM deal_contact JOIN contact ON contact.id = contact_id
    WHERE deal_contact.deal_id = deal.id AND (
      coalesce(deal_contact.authority, contact.authority) = 'decides'
      OR EXISTS (SELECT 1 FROM deal_contact_part
        WHERE deal_contact_id = deal_contact.id AND part = 'decision_maker')
      OR (NOT EXISTS (SELECT 1 FROM deal_contact_part WHERE deal_contact_id = deal_contact.id)
        AND EXISTS (SELECT 1 FROM contact_part
          WHERE contact_part.contact_id = contact.id AND part = 'decision_maker'))))";

/// Whether it went on without the exit sign of a stage that it has behind it, and the sign was not seen since.
const SIGN_SKIPPED: &str =
    "EXISTS (SELECT 1 FROM exit_sign JOIN stage behind ON behind.id = exit_sign.stage_id
    WHERE exit_sign.deal_id = deal.id AND skipped_on IS NOT NULL AND seen_on IS NULL
      AND behind.position < (SELECT position FROM stage WHERE stage.id = deal.stage_id))";

/// Whether an instalment is past its day.
const RECEIVABLE_OVERDUE: &str = "EXISTS (SELECT 1 FROM receivable
    WHERE receivable.deal_id = deal.id AND paid_on IS NULL AND due_on < {today})";

/// The facts in the order of the function's arguments, and the only reason that each costly one is
/// needed for: where that is not asked, it need not be read.
const FACTS: &[(&str, Option<Reason>)] = &[
    ("deal.next_step IS NOT NULL", None),
    ("deal.next_on", None),
    ("deal.close_on", None),
    ("deal.created_on", None),
    (expression::DEAL_LAST, Some(Reason::NoActivity)),
    ("deal.stage_since", None),
    (LIMIT, Some(Reason::StageTooLong)),
    (MOVES_OUT, Some(Reason::CloseDateMoved)),
    ("deal.amount", None),
    (DECISION_MAKER, Some(Reason::NoDecisionMaker)),
    (SIGN_SKIPPED, Some(Reason::ExitSignMissing)),
    (RECEIVABLE_OVERDUE, Some(Reason::ReceivableOverdue)),
    (USUAL, Some(Reason::StageTooLong)),
];

/// Stands for the limit in days of the deal's stage.
const LIMIT: &str = "{limit}";

/// Stands for twice the median of the days that won deals stood at the stage.
const USUAL: &str = "{usual}";

/// An expression on a deal's row that is zero unless one of these reasons holds, were it open; its bits
/// are the reasons in their order.
pub(super) fn needed_for(asked: &[Reason], thresholds: &Thresholds, usual: &UsualStays) -> String {
    let facts = FACTS.iter().map(|(sql, only)| match only {
        Some(reason) if !asked.contains(reason) => "NULL",
        _ => sql,
    });
    format!(
        "(keybook_attention({today}, {quiet}, {stay}, {moves}, {facts}) & {mask})",
        today = "{today}",
        quiet = thresholds.quiet_days,
        stay = thresholds.stage_days,
        moves = thresholds.moves_of_close,
        facts = facts
            .collect::<Vec<_>>()
            .join(", ")
            .replace(USUAL, &usual.expression())
            .replace(LIMIT, &usual.limits_expression()),
        mask = bits(asked),
    )
}

/// Registers the rule as a function of SQL.
pub(in crate::store) fn register(connection: &Connection) -> rusqlite::Result<()> {
    let pure =
        FunctionFlags::SQLITE_UTF8 | FunctionFlags::SQLITE_INNOCUOUS | FunctionFlags::SQLITE_DETERMINISTIC;
    let arguments = i32::try_from(4 + FACTS.len()).unwrap_or(-1);
    connection.create_scalar_function("keybook_attention", arguments, pure, |context| {
        let today = context.get::<Day>(0)?.0;
        let thresholds = Thresholds {
            quiet_days: context.get(1)?,
            stage_days: context.get(2)?,
            moves_of_close: context.get(3)?,
        };
        Ok(bits(&reasons(&facts(context)?, &thresholds, today)))
    })?;
    connection.create_aggregate_function("keybook_moves_out", 2, pure, CountMoves)
}

/// Counts the moves of a close date from the dates before and after each, in their order.
struct CountMoves;

impl Aggregate<MovesOut, u32> for CountMoves {
    fn init(&self, _: &mut Context<'_>) -> rusqlite::Result<MovesOut> {
        Ok(MovesOut::default())
    }

    fn step(&self, context: &mut Context<'_>, moves: &mut MovesOut) -> rusqlite::Result<()> {
        for place in [0, 1] {
            moves.see(context.get::<Option<Day>>(place).ok().flatten().map(|day| day.0));
        }
        Ok(())
    }

    fn finalize(&self, _: &mut Context<'_>, moves: Option<MovesOut>) -> rusqlite::Result<u32> {
        Ok(moves.unwrap_or_default().count())
    }
}

/// The facts of a deal from the function's arguments.
fn facts(context: &Context<'_>) -> rusqlite::Result<DealFacts> {
    let day = |place| -> rusqlite::Result<Option<NaiveDate>> {
        Ok(context.get::<Option<Day>>(place)?.map(|day| day.0))
    };
    Ok(DealFacts {
        has_next_step: context.get(4)?,
        next_on: day(5)?,
        close_on: day(6)?,
        created_on: context.get::<Day>(7)?.0,
        last_activity: day(8)?,
        stage_since: context.get::<Day>(9)?.0,
        stage_limit: context.get(10)?,
        usual_stay: context.get(16)?,
        close_moves: context.get::<Option<u32>>(11)?.unwrap_or_default(),
        amount: context.get(12)?,
        decision_maker_known: context.get::<Option<bool>>(13)?.unwrap_or_default(),
        exit_sign_skipped: context.get::<Option<bool>>(14)?.unwrap_or_default(),
        receivable_overdue: context.get(15)?,
        over_credit_limit: None,
    })
}

/// Reasons as bits, by their place in the list of all.
fn bits(reasons: &[Reason]) -> i64 {
    let bit =
        |reason: &Reason| Reason::ALL.iter().position(|one| one == reason).map_or(0, |place| 1 << place);
    reasons.iter().map(bit).sum()
}

/// The reasons that bits stand for, most pressing first.
pub(super) fn reasons_of(needed: i64) -> impl Iterator<Item = Reason> {
    Reason::ALL.iter().copied().filter(move |reason| needed & bits(&[*reason]) != 0)
}

impl Book {
    /// Why these deals need attention today, most pressing reason first; only open ones that do. Nothing is said
    /// of a past day, of which next steps are not kept.
    pub fn attention_of(&self, deals: &[Id]) -> Result<ByRecord<Reason>> {
        if self.looks_back() {
            return Ok(ByRecord::default());
        }
        let needed = self.bits_of(Reason::ALL, deals)?.into_iter().filter(|(_, needed)| *needed != 0);
        Ok(needed.map(|(deal, needed)| (deal, reasons_of(needed).collect())).collect())
    }

    /// Which of some reasons these deals need attention for, as bits; only of those that are open.
    pub(super) fn bits_of(&self, asked: &[Reason], deals: &[Id]) -> Result<HashMap<Id, i64>> {
        let thresholds = Thresholds::from(&self.settings()?);
        let sql = format!(
            "SELECT deal.id, {needed} AS needed FROM {deals}
             WHERE deal.id IN (SELECT value FROM json_each(?1)) AND deal.status = 'open'",
            deals = self.by_id("deal"),
            needed = self.resolved(&needed_for(asked, &thresholds, &self.usual_stays()?))?,
        );
        let mut statement = self.connection.prepare_cached(&sql)?;
        let rows = statement.query_map([json(deals)], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<rusqlite::Result<_>>()?)
    }
}
