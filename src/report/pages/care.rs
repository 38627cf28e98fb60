//! The health and the care of accounts, as people read them.

use super::today::due;
use super::worded;
use crate::i18n::Lang;
use crate::report::figures::{percent, score};
use crate::report::health_words;
use crate::report::model::{AccountCareOut, CareOut, HealthOut, PromisesKeptOut, RhythmOut};
use crate::report::page::Page;
use crate::report::promise::special_day_kind;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
use crate::tr;

/// The health from which on down it is shown as bad.
const BAD: u32 = 50;

/// The table of accounts by their health.
pub fn list(lang: Lang, accounts: &[HealthOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Useful),
        Column::words(tr!(lang, "column.account"), Worth::Essential),
        Column::whole(tr!(lang, "column.tier"), Worth::Useful),
        Column::figures(tr!(lang, "column.health"), Worth::Essential),
        Column::figures(tr!(lang, "column.check_up"), Worth::Useful),
        Column::words(tr!(lang, "column.why"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_accounts"));
    for account in accounts {
        let reasons = account.reasons.iter().map(|reason| worded(lang, &reason.code, health_words::danger));
        let reasons: Vec<String> = reasons.collect();
        table.push(vec![
            Cell::text(&account.code).toned(Tone::Quiet),
            Cell::text(&account.account),
            Cell::maybe(account.tier.as_ref().map(|tier| worded(lang, tier, words::tier))),
            health(account),
            Cell::maybe(account.check_up.map(|mean| score((mean * 100.0).round() as i64))),
            Cell::text(reasons.join(&tr!(lang, "reason.between"))),
        ]);
    }
    table
}

/// The page of one account's health.
pub fn health_sheet(lang: Lang, account: &HealthOut) -> Page {
    let mut page = Page::new(lang, format!("{} {}", account.code, account.account));
    page.facts(vec![
        (tr!(lang, "column.health").into(), health(account)),
        (tr!(lang, "column.check_up").into(), {
            Cell::maybe(account.check_up.map(|mean| score((mean * 100.0).round() as i64)))
        }),
        (tr!(lang, "column.check_up_on").into(), Cell::day(account.check_up_on)),
    ]);
    let columns = vec![
        Column::figures(tr!(lang, "column.weight"), Worth::Essential),
        Column::words(tr!(lang, "column.why"), Worth::Essential),
        Column::words(tr!(lang, "column.remedy"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for reason in &account.reasons {
        table.push(vec![
            Cell::text(format!("-{}", reason.weight)),
            Cell::text(&reason.text),
            Cell::text(&reason.advice),
        ]);
    }
    match account.reasons.is_empty() {
        true => page.paragraph(tr!(lang, "health.sound")),
        false => page.section(tr!(lang, "health.dangers"), table),
    };
    page
}

fn health(account: &HealthOut) -> Cell {
    let tone = if account.health <= BAD { Tone::Bad } else { Tone::Plain };
    Cell::count(account.health.into()).toned(tone)
}

/// The page of the care of all accounts.
pub fn sheet(lang: Lang, care: &CareOut) -> Page {
    let mut page = Page::new(lang, tr!(lang, "page.care", day = care.today));
    page.heading(tr!(lang, "care.promises"));
    page.paragraph(in_all(lang, &care.promises));
    page.section(tr!(lang, "care.by_account"), by_account(lang, &care.accounts));
    page.section(tr!(lang, "care.rhythm"), rhythm(lang, &care.rhythm));
    page.section(tr!(lang, "today.complaints"), due(lang, care.today, &care.complaints));
    page.section(tr!(lang, "today.quiet_contacts"), due(lang, care.today, &care.quiet_contacts));
    let days = care.special_days.iter().cloned().map(|mut day| {
        day.text = special_day_kind(lang, &day.text).into_owned();
        day
    });
    page.section(tr!(lang, "today.special_days"), due(lang, care.today, &days.collect::<Vec<_>>()));
    page
}

/// What became of all promises, in a sentence.
pub fn in_all(lang: Lang, kept: &PromisesKeptOut) -> String {
    let Some(share) = kept.share.map(|share| to_tenths(share.0)) else {
        return tr!(lang, "care.nothing_promised").into_owned();
    };
    let share = percent(share);
    tr!(
        lang,
        "care.kept",
        share = share,
        on_time = kept.on_time,
        late = kept.late,
        broken = kept.broken,
        overdue = kept.overdue,
        open = kept.open
    )
    .into_owned()
}

/// A share to a tenth of a per cent, in basis points.
pub fn to_tenths(share: i64) -> i64 {
    (share + 5) / 10 * 10
}

/// The table of our promises by account.
pub fn by_account(lang: Lang, accounts: &[AccountCareOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Useful),
        Column::words(tr!(lang, "column.account"), Worth::Essential),
        Column::figures(tr!(lang, "column.kept_on_time"), Worth::Essential),
        Column::figures(tr!(lang, "column.on_time"), Worth::Useful),
        Column::figures(tr!(lang, "column.late"), Worth::Useful),
        Column::figures(tr!(lang, "column.broken"), Worth::Useful),
        Column::figures(tr!(lang, "column.overdue"), Worth::Useful),
        Column::figures(tr!(lang, "column.open"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    let count = |count: u64| Cell::count(i64::try_from(count).unwrap_or(i64::MAX));
    for account in accounts {
        let kept = &account.kept;
        table.push(vec![
            Cell::text(&account.code).toned(Tone::Quiet),
            Cell::text(&account.account),
            kept.share.map_or(Cell::ABSENT, |share| Cell::rate(to_tenths(share.0))),
            count(kept.on_time),
            count(kept.late),
            count(kept.broken),
            count(kept.overdue),
            count(kept.open),
        ]);
    }
    table
}

/// How the rhythm of contact of each tier is held.
pub fn rhythm(lang: Lang, tiers: &[RhythmOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.tier"), Worth::Essential),
        Column::figures(tr!(lang, "column.rhythm_days"), Worth::Essential),
        Column::figures(tr!(lang, "column.people"), Worth::Important),
        Column::figures(tr!(lang, "column.in_time"), Worth::Important),
        Column::figures(tr!(lang, "column.gone_quiet"), Worth::Essential),
        Column::figures(tr!(lang, "column.never"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    let count = |count: u64| Cell::count(i64::try_from(count).unwrap_or(i64::MAX));
    for tier in tiers {
        table.push(vec![
            Cell::text(worded(lang, &tier.tier, words::tier)),
            Cell::count(tier.days),
            count(tier.people),
            count(tier.in_time),
            count(tier.quiet),
            count(tier.never),
        ]);
    }
    table
}
