//! What was understood of a captured line, in words: for the command that keeps it and the screen where it is
//! typed. What is said here is what is kept.

use chrono::NaiveDate;

use super::day_words::long_date;
use super::problem::Explained;
use super::spell::spell_alone;
use super::table::Cell;
use super::words::{self, Word};
use crate::domain::capture::{Candidate, Known, Open, Sort, Standing, Understood, Why};
use crate::domain::money::Money;
use crate::domain::stage::Stage;
use crate::domain::word::{ActivityKind, RecordKind, Status};
use crate::i18n::Lang;
use crate::tr;

/// One thing that was understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it was taken for.
    pub sort: Sort,
    /// What it is called.
    pub label: Word,
    /// What was understood.
    pub value: String,
    /// How that is known, or what was before; empty where there is nothing to say.
    pub aside: String,
}

/// All that was understood, in the order in which it is told.
pub fn lines(lang: Lang, understood: &Understood, stages: &[Stage], today: NaiveDate) -> Vec<Line> {
    let mut lines = vec![line(Sort::Kind, tr!(lang, "capture.what"), what(lang, understood, today), "")];
    for known in &understood.people {
        lines.push(record(lang, Sort::Person, tr!(lang, "capture.person"), known));
    }
    let account = understood.account.as_ref();
    lines.extend(account.map(|known| record(lang, Sort::Account, tr!(lang, "column.account"), known)));
    let deal = understood.deal.as_ref();
    lines.extend(deal.map(|known| record(lang, Sort::Deal, tr!(lang, "column.deal"), known)));
    if !understood.note.is_empty() {
        lines.push(line(Sort::Note, tr!(lang, "column.note"), &understood.note, ""));
    }
    if let Some(step) = &understood.step {
        lines.push(line(Sort::Step, tr!(lang, "column.next_step"), &step.words, ""));
        lines.extend(step.on.map(|day| line(Sort::StepDay, tr!(lang, "ask.when"), long_date(lang, day), "")));
    }
    if let Some(day) = understood.due_on {
        lines.push(line(Sort::StepDay, tr!(lang, "column.due"), long_date(lang, day), ""));
    }
    lines.extend(changes(lang, understood, stages));
    lines
}

/// What becomes of the deal, with what was before.
fn changes(lang: Lang, understood: &Understood, stages: &[Stage]) -> Vec<Line> {
    let standing = understood.deal.as_ref().and_then(|known| known.record.deal.as_ref());
    let was = |before: Option<String>| {
        before.map_or(String::new(), |before| tr!(lang, "capture.was", before = before).into_owned())
    };
    let money = |money| spell_alone(lang, &Cell::money(money));
    let mut lines = Vec::new();
    if let Some(amount) = understood.amount {
        let before = |standing: &Standing| Some(Money::new(standing.amount?, standing.currency));
        let before = standing.and_then(before).filter(|before| *before != amount);
        lines.push(line(Sort::Amount, tr!(lang, "column.amount"), money(amount), was(before.map(money))));
    }
    if let Some(stage) = &understood.stage {
        let before = standing.filter(|standing| standing.stage != stage.id);
        let before = before.and_then(|standing| stages.iter().find(|one| one.id == standing.stage));
        let name = |stage: &Stage| words::stage(lang, stage).into_owned();
        lines.push(line(Sort::Stage, tr!(lang, "column.stage"), name(stage), was(before.map(name))));
    }
    if let Some(day) = understood.close_on {
        let before = standing.and_then(|standing| standing.close_on).filter(|before| *before != day);
        let before = before.map(|day| long_date(lang, day));
        lines.push(line(Sort::Close, tr!(lang, "column.close_date"), long_date(lang, day), was(before)));
    }
    lines
}

fn line(sort: Sort, label: Word, value: impl Into<String>, aside: impl Into<String>) -> Line {
    Line { sort, label, value: value.into(), aside: aside.into() }
}

fn record(lang: Lang, sort: Sort, label: Word, known: &Known) -> Line {
    let why = match known.why {
        Why::Said | Why::Follows => "".into(),
        Why::OnlyOne => tr!(lang, "capture.only_one"),
        Why::AtHand => tr!(lang, "capture.at_hand"),
    };
    let aside: Vec<&str> =
        [known.record.code.as_str(), &why].into_iter().filter(|words| !words.is_empty()).collect();
    line(sort, label, &known.record.name, aside.join(" · "))
}

/// What happened, and when: `Call from them · Fri 20 Nov 2026 · 30 min`.
fn what(lang: Lang, understood: &Understood, today: NaiveDate) -> String {
    let kind = words::activity_kind(lang, understood.kind);
    let mut parts = vec![match understood.direction {
        Some(direction) => {
            tr!(lang, "capture.directed", kind = kind, direction = words::direction(lang, direction))
                .into_owned()
        }
        None => kind.into_owned(),
    }];
    if understood.kind != ActivityKind::Task {
        parts.push(match understood.on == today {
            true => tr!(lang, "capture.today").into_owned(),
            false => long_date(lang, understood.on),
        });
    }
    parts.extend(understood.at.map(|at| at.format("%H:%M").to_string()));
    let minutes = |minutes| tr!(lang, "capture.minutes", count = minutes).into_owned();
    parts.extend(understood.minutes.map(minutes));
    parts.join(" · ")
}

/// What is not clear, why, and what to try.
pub fn open(lang: Lang, open: &Open) -> Explained {
    match open {
        Open::NoSuch { words, .. } => Explained::new(tr!(lang, "capture.no_such", words = words))
            .hint(tr!(lang, "capture.no_such_hint")),
        Open::Which { words, found, .. } => Explained::new(tr!(lang, "capture.which", words = words))
            .why(listed(lang, found))
            .hint(tr!(lang, "capture.which_hint")),
        Open::WhichDeal { found, or_none, .. } => {
            Explained::new(tr!(lang, "capture.which_deal")).why(listed(lang, found)).hint(match or_none {
                true => tr!(lang, "capture.which_deal_or_none"),
                false => tr!(lang, "capture.which_deal_hint"),
            })
        }
        Open::Whom => Explained::new(tr!(lang, "capture.whom")).hint(tr!(lang, "capture.whom_hint")),
        Open::Words => Explained::new(tr!(lang, "capture.no_words")).hint(tr!(lang, "capture.no_words_hint")),
        Open::NotYet { kind, on } => {
            let kind = words::activity_kind(lang, *kind);
            Explained::new(tr!(lang, "capture.not_yet", kind = kind, day = long_date(lang, *on)))
                .hint(tr!(lang, "capture.not_yet_hint"))
        }
        Open::Closed { deal } => {
            let status = deal.deal.as_ref().map_or(Status::Open, |standing| standing.status);
            let status = words::status(lang, status);
            Explained::new(tr!(lang, "capture.closed", deal = deal.name, status = status))
                .hint(tr!(lang, "capture.closed_hint"))
        }
        Open::NoStage { words, .. } => Explained::new(tr!(lang, "capture.no_stage", words = words))
            .hint(tr!(lang, "capture.no_stage_hint")),
        Open::TooMany { kind, .. } => match kind {
            RecordKind::Deal => Explained::new(tr!(lang, "capture.two_deals")),
            _ => Explained::new(tr!(lang, "capture.two_accounts")),
        }
        .hint(tr!(lang, "capture.two_hint")),
    }
}

/// A record to choose: its name, and where it belongs.
pub fn candidate(lang: Lang, candidate: &Candidate) -> String {
    let place = match (&candidate.account, candidate.kind) {
        (Some((_, account)), RecordKind::Contact | RecordKind::Deal) => account.clone(),
        _ => words::record_kind(lang, candidate.kind).into_owned(),
    };
    format!("{} · {place}", candidate.name)
}

fn listed(lang: Lang, found: &[Candidate]) -> String {
    let lines = found.iter().map(|one| format!("  {:<6} {}", one.code, candidate(lang, one)));
    lines.collect::<Vec<_>>().join("\n")
}
