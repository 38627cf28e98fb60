//! Why a deal needs attention, as SQL over its row: the rules of `domain::attention`, for filters.

use rusqlite::types::Value;

use super::{Sql, any};
use crate::domain::attention::{Reason, Thresholds};
use crate::store::book::Book;
use crate::store::error::Result;

/// That an open deal has the reason with this key.
pub(super) fn reason(book: &Book, key: &str) -> Result<Sql> {
    let thresholds = Thresholds::from(&book.settings()?);
    let today = book.today().to_string();
    let (sql, values): (&str, Vec<Value>) = match key.parse() {
        Ok(Reason::NoNextStep) => ("deal.next_step IS NULL AND deal.next_on IS NULL", vec![]),
        Ok(Reason::NextStepOverdue) => ("deal.next_on < ?", vec![today.into()]),
        Ok(Reason::CloseDatePast) => ("deal.close_on < ?", vec![today.into()]),
        Ok(Reason::CloseDateMissing) => ("deal.close_on IS NULL", vec![]),
        Ok(Reason::NoActivity) => (
            "julianday(?) - julianday(coalesce(
               (SELECT max(happened_on) FROM activity WHERE activity.deal_id = deal.id), deal.created_on)) >= ?",
            vec![today.into(), thresholds.quiet_days.into()],
        ),
        Ok(Reason::StageTooLong) => (
            "julianday(?) - julianday(deal.stage_since) > coalesce(
               (SELECT limit_days FROM stage WHERE stage.id = deal.stage_id), ?)",
            vec![today.into(), thresholds.stage_days.into()],
        ),
        Ok(Reason::CloseDateMoved) => (
            "(SELECT count(*) FROM (SELECT close_on, lag(close_on) OVER (ORDER BY id) AS before
                FROM deal_event WHERE deal_id = deal.id AND close_on IS NOT NULL)
              WHERE close_on > before) >= ?",
            vec![thresholds.moves_of_close.into()],
        ),
        Ok(Reason::AmountMissing) => ("coalesce(deal.amount, 0) = 0", vec![]),
        Ok(Reason::NoDecisionMaker) => (
            "NOT EXISTS (SELECT 1 FROM deal_contact WHERE deal_contact.deal_id = deal.id AND 'decision_maker' IN (
               SELECT part FROM deal_contact_part WHERE deal_contact_id = deal_contact.id
               UNION ALL SELECT part FROM contact_part WHERE contact_part.contact_id = deal_contact.contact_id
                 AND NOT EXISTS (SELECT 1 FROM deal_contact_part WHERE deal_contact_id = deal_contact.id)))",
            vec![],
        ),
        // Exit signs, receivables and credit limits are not in the book yet.
        Ok(Reason::ExitSignMissing | Reason::ReceivableOverdue | Reason::OverCreditLimit) | Err(_) => {
            ("0", vec![])
        }
    };
    Ok((format!("deal.status = 'open' AND ({sql})"), values))
}

/// That an open deal has any reason at all.
pub(super) fn any_reason(book: &Book) -> Result<Sql> {
    let reasons = Reason::ALL.iter().map(|one| {
        let (sql, values) = reason(book, one.as_str())?;
        Ok((format!("({sql})"), values))
    });
    Ok(any(reasons.collect::<Result<Vec<_>>>()?))
}
