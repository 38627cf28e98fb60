//! What needs a word, what changed, and what was handed in, as programs read it.

use chrono::NaiveDate;

use super::figures::apart;
use crate::domain::bridge::Change;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::model::{
    Amount, AttentionOut, ChangesOut, DealChangeOut, Points, ReasonOut, SubmissionOut,
};
use crate::report::reason;
use crate::store::table::submission::Submission;
use crate::store::view::find::short_code;
use crate::store::view::list::Clause;
use crate::store::view::needing::Needing;
use crate::store::{Book, Result, rfc3339};

/// The open deals that need a word and meet a condition, the worst first; at most `limit`.
pub fn attention(lang: Lang, book: &Book, clause: &Clause, limit: usize) -> Result<Vec<AttentionOut>> {
    let today = book.today();
    let needing = book.needing(clause, limit)?;
    Ok(needing.into_iter().map(|one| needing_out(lang, one, today)).collect())
}

fn needing_out(lang: Lang, one: Needing, today: NaiveDate) -> AttentionOut {
    let reason = |reason: &_| ReasonOut {
        code: ToString::to_string(reason),
        text: reason::text(lang, *reason, &one.line, today).into_owned(),
    };
    let reasons = one.reasons.iter().map(reason).collect();
    let deal = one.line.deal;
    AttentionOut {
        reasons,
        id: deal.id,
        code: short_code(RecordKind::Deal, deal.code),
        account: one.line.account,
        stage: one.line.stage.0,
        amount: deal.amount.map(|minor| Amount::new(minor, deal.currency)),
        currency: deal.currency,
        close_date: deal.close_on,
        deal: deal.name,
    }
}

/// What became of a period's open deals between the ends of two days.
pub fn changes(book: &Book, period: Period, from: NaiveDate, to: NaiveDate) -> Result<ChangesOut> {
    let view = book.bridge(Some(period), from, to)?;
    let ids: Vec<Id> = view.deals.iter().map(|one| one.deal).collect();
    let names = book.deal_names(&ids)?;
    let base = view.base;
    let term = |change| Amount::new(view.bridge.term(change), base);
    let deals = view.deals.iter().map(|one| {
        let name = names.get(&one.deal);
        DealChangeOut {
            deal: name.map_or_else(|| one.deal.to_string(), |name| name.name.clone()),
            kind: one.change.to_string(),
            amount: Amount::new(one.amount, base),
            currency: base,
            id: one.deal,
            code: name.map(|name| short_code(RecordKind::Deal, name.code)),
            account: name.and_then(|name| name.account.clone()),
        }
    });
    Ok(ChangesOut {
        opening: Amount::new(view.bridge.opening, base),
        new: term(Change::New),
        reopened: term(Change::Reopened),
        increased: term(Change::Increased),
        decreased: term(Change::Decreased),
        pulled_in: term(Change::PulledIn),
        slipped: term(Change::Slipped),
        won: term(Change::Won),
        lost: term(Change::Lost),
        removed: term(Change::Removed),
        revalued: term(Change::Revalued),
        closing: Amount::new(view.bridge.closing, base),
        currency: base,
        deals: deals.collect(),
        period: period.to_string(),
        from,
        to,
        without_rate: view.without_rate.iter().map(apart).collect(),
    })
}

/// A forecast as it was handed in.
pub fn submission(submission: Submission) -> SubmissionOut {
    let amount = |minor: i64| Amount::new(minor, submission.currency);
    SubmissionOut {
        id: submission.id,
        on: submission.day,
        at: rfc3339(submission.at),
        amount: amount(submission.amount),
        won: amount(submission.won),
        small_orders: amount(submission.small_orders),
        weighted: amount(submission.weighted),
        quota: submission.quota.map(amount),
        p10: amount(submission.p10),
        p50: amount(submission.p50),
        p90: amount(submission.p90),
        chance: submission.chance.map(Points),
        currency: submission.currency,
        period: submission.period,
        note: submission.note,
    }
}
