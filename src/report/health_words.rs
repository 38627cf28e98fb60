//! What endangers the relationship with an account, and what mends it, in words.

use chrono::NaiveDate;

use super::figures::score;
use super::words::Word;
use crate::domain::health::{AccountFacts, Danger, Remedy, Waiting};
use crate::i18n::Lang;
use crate::tr;

/// What a danger is called.
pub fn danger(lang: Lang, danger: Danger) -> Word {
    match danger {
        Danger::ComplaintOpen => tr!(lang, "danger.complaint_open"),
        Danger::PromiseBroken => tr!(lang, "danger.promise_broken"),
        Danger::PromiseOverdue => tr!(lang, "danger.promise_overdue"),
        Danger::ReceivableOverdue => tr!(lang, "danger.receivable_overdue"),
        Danger::CheckUpLow => tr!(lang, "danger.check_up_low"),
        Danger::CheckUpFalling => tr!(lang, "danger.check_up_falling"),
        Danger::GoneQuiet => tr!(lang, "danger.gone_quiet"),
        Danger::CompetitorPreferred => tr!(lang, "danger.competitor_preferred"),
        Danger::NoSupporter => tr!(lang, "danger.no_supporter"),
        Danger::CheckUpOld => tr!(lang, "danger.check_up_old"),
        Danger::NotKnown => tr!(lang, "danger.not_known"),
    }
}

/// Why a danger holds for an account: how many, since when, by how much.
pub fn why(lang: Lang, danger: Danger, facts: &AccountFacts) -> Word {
    let trend = facts.check_ups;
    let latest = trend.map(|trend| trend.latest);
    let mean = |mean: Option<i64>| mean.map(score).unwrap_or_default();
    match danger {
        Danger::ComplaintOpen => match counted(&facts.complaints) {
            (1, day) => tr!(lang, "danger.complaint_open.one", day = day),
            (number, day) => tr!(lang, "danger.complaint_open.many", number = number, day = day),
        },
        Danger::PromiseBroken => match counted(&facts.broken) {
            (1, day) => tr!(lang, "danger.promise_broken.one", day = day),
            (number, day) => tr!(lang, "danger.promise_broken.many", number = number, day = day),
        },
        Danger::PromiseOverdue => match counted(&facts.overdue) {
            (1, day) => tr!(lang, "danger.promise_overdue.one", day = day),
            (number, day) => tr!(lang, "danger.promise_overdue.many", number = number, day = day),
        },
        Danger::ReceivableOverdue => match counted(&facts.receivables) {
            (1, day) => tr!(lang, "danger.receivable_overdue.one", day = day),
            (number, day) => tr!(lang, "danger.receivable_overdue.many", number = number, day = day),
        },
        Danger::GoneQuiet => match counted(&facts.quiet) {
            (1, day) => tr!(lang, "danger.gone_quiet.one", day = day),
            (number, day) => tr!(lang, "danger.gone_quiet.many", number = number, day = day),
        },
        Danger::CheckUpLow => tr!(
            lang,
            "danger.check_up_low.why",
            day = shown(latest.map(|one| one.held_on)),
            mean = mean(latest.map(|one| one.mean))
        ),
        Danger::CheckUpFalling => tr!(
            lang,
            "danger.check_up_falling.why",
            before = mean(trend.and_then(|trend| trend.before).map(|one| one.mean)),
            mean = mean(latest.map(|one| one.mean))
        ),
        Danger::CheckUpOld => match latest {
            Some(latest) => tr!(lang, "danger.check_up_old.since", day = latest.held_on),
            None => tr!(lang, "danger.check_up_old.never", day = shown(facts.first_sale)),
        },
        Danger::CompetitorPreferred => {
            let name = facts.preferred.clone().unwrap_or_default();
            tr!(lang, "danger.competitor_preferred.why", name = name)
        }
        Danger::NoSupporter => match facts.key_people {
            0 => tr!(lang, "danger.no_supporter.none"),
            1 => tr!(lang, "danger.no_supporter.one"),
            number => tr!(lang, "danger.no_supporter.many", number = number),
        },
        Danger::NotKnown => tr!(lang, "danger.not_known.why"),
    }
}

/// What to do about it.
pub fn remedy(lang: Lang, remedy: Remedy) -> Word {
    match remedy {
        Remedy::Answer => tr!(lang, "remedy.answer"),
        Remedy::MakeGood => tr!(lang, "remedy.make_good"),
        Remedy::Keep => tr!(lang, "remedy.keep"),
        Remedy::Collect => tr!(lang, "remedy.collect"),
        Remedy::Contact => tr!(lang, "remedy.contact"),
        Remedy::Ask => tr!(lang, "remedy.ask"),
        Remedy::Compete => tr!(lang, "remedy.compete"),
        Remedy::Win => tr!(lang, "remedy.win"),
        Remedy::Learn => tr!(lang, "remedy.learn"),
    }
}

fn counted(waiting: &Waiting) -> (u32, String) {
    (waiting.number, shown(waiting.longest.map(|(_, day)| day)))
}

fn shown(day: Option<NaiveDate>) -> String {
    day.map(|day| day.to_string()).unwrap_or_default()
}
