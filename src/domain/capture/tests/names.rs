//! A few accounts, people and deals to be named, and what was understood as one line to compare with.

use std::convert::Infallible;

use chrono::NaiveDate;

use crate::domain::capture::{Candidate, Ground, Names, Open, Standing, Understood, understand};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::stage::{Stage, Template, tests::book_stages};
use crate::domain::text::name_key;
use crate::domain::word::{Direction, RecordKind, Status};

/// A Saturday.
pub fn today() -> NaiveDate {
    "2026-11-21".parse().unwrap()
}

pub fn stages() -> Vec<Stage> {
    book_stages(Template::Method)
}

/// The names that the lines of the tests are about.
pub struct Shelf(pub Vec<Candidate>);

const ACCOUNTS: [(i64, &str); 9] = [
    (1, "Acme Foods GmbH"),
    (2, "Acme Steel Ltd"),
    (3, "Globex"),
    (4, "华锐科技有限公司"),
    (5, "华锐电气"),
    (6, "Johnson & Johnson"),
    (7, "上海北辰贸易有限公司"),
    (8, "Initech"),
    (9, "银溪造纸"),
];

const PEOPLE: [(i64, &str, i64); 12] = [
    (1, "Jane Doe", 1),
    (2, "Jane Roe", 3),
    (3, "Bob Lee", 1),
    (4, "王伟", 4),
    (5, "王伟", 9),
    (6, "王芳", 4),
    (7, "李娜", 9),
    (8, "Mary Jane Watson", 6),
    (9, "Sun Li", 3),
    (10, "陈明", 7),
    (11, "Tom O’Neil", 8),
    (12, "Zoë Müller", 0),
];

const DEALS: [(i64, &str, i64, &str, Status); 7] = [
    (1, "Renewal", 1, "EUR", Status::Open),
    (2, "ERP 二期", 4, "CNY", Status::Open),
    (3, "Pilot", 3, "EUR", Status::Open),
    (4, "Rollout", 3, "EUR", Status::Open),
    (5, "Old audit", 1, "EUR", Status::Won),
    (6, "Line 4", 6, "USD", Status::Open),
    (7, "仓储系统", 9, "CNY", Status::Open),
];

impl Shelf {
    pub fn stocked() -> Shelf {
        let account = |id: i64| {
            let found = ACCOUNTS.iter().find(|(code, _)| *code == id);
            found.map(|(code, name)| (Id(*code), (*name).to_owned()))
        };
        let one = |kind: RecordKind, code: i64, name: &str, at: i64, deal: Option<Standing>| {
            let (letter, base) = match kind {
                RecordKind::Account => ("A", 0),
                RecordKind::Contact => ("P", 100),
                _ => ("D", 200),
            };
            let code_text = format!("{letter}-{code}");
            Candidate {
                kind,
                id: Id(base + code),
                code: code_text,
                name: name.into(),
                account: account(at),
                deal,
            }
        };
        let accounts = ACCOUNTS.iter().map(|(id, name)| one(RecordKind::Account, *id, name, *id, None));
        let people = PEOPLE.iter().map(|(id, name, at)| one(RecordKind::Contact, *id, name, *at, None));
        let deals = DEALS.iter().map(|(id, name, at, currency, status)| {
            let currency: Currency = currency.parse().unwrap();
            let standing =
                Standing { status: *status, amount: Some(120_000), currency, stage: Id(1), close_on: None };
            one(RecordKind::Deal, *id, name, *at, Some(standing))
        });
        Shelf(accounts.chain(people).chain(deals).collect())
    }

    pub fn understand(&self, line: &str) -> Understood {
        self.understand_at(line, None)
    }

    pub fn understand_at(&self, line: &str, at_hand: Option<Candidate>) -> Understood {
        let ground = Ground { today: today(), base: Currency::EUR, stages: &stages(), at_hand };
        match understand(line, &ground, self) {
            Ok(understood) => understood,
            Err(never) => match never {},
        }
    }
}

impl Names for Shelf {
    type Error = Infallible;

    fn called(&self, words: &str, within: &[Id]) -> Result<Vec<Candidate>, Infallible> {
        let key = name_key(words);
        let is_called = |one: &&Candidate| {
            let is_named = one.code.eq_ignore_ascii_case(words) || one.id.to_string() == words;
            let is_within =
                within.is_empty() || one.account.as_ref().is_some_and(|(id, _)| within.contains(id));
            (is_named || name_key(&one.name).contains(&key)) && is_within
        };
        Ok(self.0.iter().filter(is_called).cloned().collect())
    }

    fn open_deals(&self, account: Id) -> Result<Vec<Candidate>, Infallible> {
        let is_open = |one: &&Candidate| {
            let open = one.deal.as_ref().is_some_and(|standing| standing.status == Status::Open);
            open && one.account.as_ref().is_some_and(|(id, _)| *id == account)
        };
        Ok(self.0.iter().filter(is_open).cloned().collect())
    }
}

/// What was understood, as one line to compare with.
pub fn told(understood: &Understood) -> String {
    let mut parts = vec![match understood.direction {
        Some(Direction::In) => format!("{} in", understood.kind),
        Some(Direction::Out) => format!("{} out", understood.kind),
        None => understood.kind.to_string(),
    }];
    if understood.on != today() {
        parts.push(understood.on.to_string());
    }
    parts.extend(understood.at.map(|at| at.format("%H:%M").to_string()));
    parts.extend(understood.minutes.map(|minutes| format!("{minutes} min")));
    parts.extend(understood.records().map(|known| known.record.name.clone()));
    if !understood.note.is_empty() {
        parts.push(format!("“{}”", understood.note));
    }
    if let Some(step) = &understood.step {
        let day = step.on.map(|day| format!(" {day}")).unwrap_or_default();
        parts.push(format!("next “{}”{day}", step.words));
    }
    parts.extend(understood.due_on.map(|day| format!("due {day}")));
    parts.extend(understood.amount.map(|amount| format!("{} {}", amount.decimal(), amount.currency)));
    parts.extend(understood.stage.as_ref().map(|stage| format!("stage {}", stage.key)));
    parts.extend(understood.close_on.map(|day| format!("close {day}")));
    parts.extend(understood.open.iter().map(|open| match open {
        Open::NoSuch { words, .. } => format!("no {words}"),
        Open::Which { words, found, .. } => {
            let codes: Vec<&str> = found.iter().map(|one| one.code.as_str()).collect();
            format!("which {words} ({})", codes.join(" "))
        }
        Open::WhichDeal { found, .. } => {
            let codes: Vec<&str> = found.iter().map(|one| one.code.as_str()).collect();
            format!("which deal ({})", codes.join(" "))
        }
        Open::Whom => "whom".into(),
        Open::Words => "says nothing".into(),
        Open::NotYet { on, .. } => format!("not yet {on}"),
        Open::Closed { deal } => format!("closed {}", deal.code),
        Open::NoStage { words, .. } => format!("no stage {words}"),
        Open::TooMany { kind, .. } => format!("two of {kind}"),
    }));
    parts.join(" · ")
}
