//! The health and the care of accounts, as programs read them.

use chrono::NaiveDate;

use crate::domain::care::Kept;
use crate::domain::health::{AccountFacts, Danger, Weights};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::health_words;
use crate::report::model::{
    AccountCareOut, CareOut, DangerOut, DueOut, HealthOut, Points, PromisesKeptOut, RhythmOut,
};
use crate::store::view::care::AccountHealth;
use crate::store::view::find::short_code;
use crate::store::view::list::Clause;
use crate::store::view::rhythm::TierRhythm;
use crate::store::view::today::{CareDue, Due};
use crate::store::{Book, Result};

/// Days ahead in which special days are listed.
pub const AHEAD: i64 = 30;

/// How the accounts fare that meet a condition, the worst first.
pub fn health(lang: Lang, book: &Book, clause: &Clause) -> Result<Vec<HealthOut>> {
    let weights = book.settings()?.health;
    Ok(book.health(clause)?.into_iter().map(|one| health_out(lang, &weights, one)).collect())
}

/// How one account fares.
pub fn health_of(lang: Lang, book: &Book, account: Id) -> Result<HealthOut> {
    Ok(health_out(lang, &book.settings()?.health, book.health_of(account)?))
}

fn health_out(lang: Lang, weights: &Weights, one: AccountHealth) -> HealthOut {
    let reason = |danger: &Danger| DangerOut {
        code: danger.to_string(),
        weight: weights.of(*danger),
        text: health_words::why(lang, *danger, &one.facts).into_owned(),
        remedy: danger.remedy().to_string(),
        advice: health_words::remedy(lang, danger.remedy()).into_owned(),
        record: stands_on(*danger, &one.facts),
    };
    let latest = one.facts.check_ups.map(|trend| trend.latest);
    HealthOut {
        reasons: one.dangers.iter().map(reason).collect(),
        id: one.id,
        code: short_code(RecordKind::Account, one.code),
        tier: one.tier.map(|tier| tier.to_string()),
        health: one.health,
        check_up: latest.map(|latest| latest.mean as f64 / 100.0),
        check_up_on: latest.map(|latest| latest.held_on),
        account: one.name,
    }
}

/// The most pressing complaint, promise, deal or person of a danger.
pub fn stands_on(danger: Danger, facts: &AccountFacts) -> Option<Id> {
    let waiting = match danger {
        Danger::ComplaintOpen => facts.complaints,
        Danger::PromiseBroken => facts.broken,
        Danger::PromiseOverdue => facts.overdue,
        Danger::ReceivableOverdue => facts.receivables,
        Danger::GoneQuiet => facts.quiet,
        _ => return None,
    };
    waiting.longest.map(|(id, _)| id)
}

/// The care of all accounts today.
pub fn care(book: &Book) -> Result<CareOut> {
    let today = book.today();
    let kept = book.promises_kept()?;
    let all = kept.values().fold(Kept::default(), |all, one| all.and(*one));
    let ids: Vec<Id> = kept.keys().flatten().copied().collect();
    let names = book.account_names(&ids)?;
    let account = |(id, kept): (Option<Id>, Kept)| {
        let name = names.get(&id?)?;
        let (account, code) = (name.name.clone(), short_code(RecordKind::Account, name.code));
        Some(AccountCareOut { account, id: id?, code, kept: kept_out(kept) })
    };
    let mut accounts: Vec<AccountCareOut> = kept.into_iter().filter_map(account).collect();
    accounts.sort_by(|one, other| {
        let share = |one: &AccountCareOut| one.kept.share.map_or(i64::MAX, |share| share.0);
        (share(one), &one.account, one.id).cmp(&(share(other), &other.account, other.id))
    });
    let CareDue { complaints, quiet, special_days } = book.care_due(AHEAD)?;
    let due = |all: Vec<Due>| all.into_iter().map(|one| due_out(one, today)).collect();
    Ok(CareOut {
        today,
        promises: kept_out(all),
        accounts,
        rhythm: book.rhythm_by_tier()?.into_iter().map(rhythm_out).collect(),
        quiet_contacts: due(quiet),
        complaints: due(complaints),
        special_days: due(special_days),
    })
}

fn kept_out(kept: Kept) -> PromisesKeptOut {
    PromisesKeptOut {
        on_time: kept.on_time,
        late: kept.late,
        broken: kept.broken,
        overdue: kept.overdue,
        open: kept.open,
        share: kept.share().map(Points),
    }
}

fn rhythm_out(rhythm: TierRhythm) -> RhythmOut {
    RhythmOut {
        tier: rhythm.tier.to_string(),
        days: rhythm.days,
        people: rhythm.people,
        in_time: rhythm.in_time,
        quiet: rhythm.quiet,
        never: rhythm.never(),
    }
}

fn due_out(one: Due, today: NaiveDate) -> DueOut {
    let Due { id, on, text, deal, contact, account, .. } = one;
    DueOut { id, on, text, deal, contact, account, overdue: on < today }
}
