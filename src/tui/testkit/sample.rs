//! A small book with a past: the worked example of the method (18 deals worth 14.24 million, 3.648 by
//! their win rates), some of it moved in the last weeks, a deal won, small orders, a quota.

pub mod care;
mod people;
pub mod plan;

use std::fs;
use std::sync::OnceLock;

use chrono::{Days, NaiveDate};
use tempfile::TempDir;

use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::ops::account::AccountInput;
use crate::ops::deal::{DealInput, Won};
use crate::ops::order::OrderInput;
use crate::ops::setup::Answers;
use crate::ops::{account, deal, order, setup, target};
use crate::store::{Book, Clock};

/// The day it is in the sample.
pub const TODAY: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 21).expect("a day of the calendar");

/// The file's name.
pub const FILE: &str = "try.keybook";

/// A book in a folder that lasts as long as it does.
pub struct Sample {
    /// The book.
    pub book: Book,
    /// Where its file is.
    pub folder: TempDir,
}

impl Sample {
    /// The book in a folder, today; a fresh one where there is none.
    pub fn of(folder: TempDir) -> Sample {
        let book = setup::open(&folder.path().join(FILE), Clock::fixed(TODAY)).unwrap();
        Sample { book, folder }
    }
}

/// A copy of the sample, today.
pub fn sample() -> Sample {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(FILE), MADE.get_or_init(make)).unwrap();
    Sample::of(folder)
}

/// A book in which nothing has been done yet, not even the first start.
pub fn fresh() -> Sample {
    Sample::of(tempfile::tempdir().unwrap())
}

/// Stage, ten thousands of euros, name, account, days until it closes, next step with days until then.
type Line = (usize, i64, &'static str, &'static str, i64, Option<(&'static str, i64)>);

const DEALS: [Line; 18] = [
    (0, 100, "Rollout in three plants", "Acme Foods", 38, Some(("ask for their plan", 6))),
    (0, 80, "华东区售后服务合同", "华锐科技股份有限公司", 30, None),
    (0, 60, "Pilot line sensors", "Borealis Paper", 24, Some(("send reference", 2))),
    (0, 40, "Training package", "Müller & Söhne", 20, None),
    (0, 20, "备件框架协议", "北方重工", -4, Some(("拜访采购部", 9))),
    (1, 90, "Data platform, first stage", "Nordwind Energie", 35, Some(("meet the sponsor", 4))),
    (1, 70, "Cold chain monitoring", "Acme Foods", 27, Some(("call Jane", -3))),
    (1, 50, "智能仓储改造", "长江物流集团", 33, Some(("确认预算", 3))),
    (1, 30, "Spare parts portal", "Borealis Paper", 18, None),
    (2, 80, "Line 4 retrofit", "Müller & Söhne", 29, Some(("specification review", 1))),
    (2, 56, "Renewal and extension", "Acme Foods", 12, Some(("send proposal", -1))),
    (2, 40, "质量追溯系统", "华锐科技股份有限公司", 36, Some(("方案评审", 5))),
    (3, 300, "Group-wide maintenance", "Nordwind Energie", 39, Some(("negotiation, second round", 10))),
    (3, 164, "新厂区设备集成", "北方重工", 26, Some(("递交报价", 0))),
    (4, 100, "Packaging line", "Acme Foods", 9, Some(("sign", 7))),
    (4, 46, "Energy monitoring", "Borealis Paper", -8, Some(("chase the contract", -2))),
    (5, 58, "Warehouse scanners", "长江物流集团", 5, Some(("acceptance", 4))),
    (5, 40, "Control room upgrade", "Müller & Söhne", 15, Some(("second instalment", 12))),
];

/// Makes the sample's file.
fn make() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join(FILE);
    let on = |days_ago: u64| {
        let day = TODAY.checked_sub_days(Days::new(days_ago)).unwrap();
        setup::open(&file, Clock::fixed(day)).unwrap()
    };
    let mut book = on(90);
    let answers = Answers {
        name: Some("Lena Hoffmann".to_owned()),
        base_currency: Some(Currency::EUR),
        fiscal_first_month: Some(1),
        quota: None,
    };
    setup::begin(&mut book, &answers).unwrap();
    target::set_quota(&mut book, Period::Quarter(2026, 4), euros(600)).unwrap();
    let mut accounts: Vec<(&str, Id)> = Vec::new();
    for (_, _, _, name, ..) in DEALS {
        if accounts.iter().all(|(known, _)| *known != name) {
            let input = AccountInput { name: Some(name.to_owned()), ..AccountInput::default() };
            accounts.push((name, account::add(&mut book, &input).unwrap().value));
        }
    }
    drop(book);
    let account_of = |name: &str| accounts.iter().find(|(known, _)| *known == name).unwrap().1;

    // They come in one by one, at the first stage, and have moved on since.
    let mut deals = Vec::new();
    for (line, weeks_ago) in DEALS.iter().rev().zip((4..=12).rev().flat_map(|week| [week, week])) {
        let mut book = on(7 * weeks_ago);
        let day = |days: i64| TODAY + chrono::TimeDelta::days(days);
        let (stage, amount, name, account, close, next) = *line;
        let input = DealInput {
            name: Some(name.to_owned()),
            account: Some(account_of(account)),
            amount: Some(Some(euros(amount))),
            close_on: Some(Some(day(close))),
            next_step: Some(next.map(|(step, _)| step.to_owned())),
            next_on: Some(next.map(|(_, days)| day(days))),
            ..DealInput::default()
        };
        deals.push((deal::add(&mut book, &input).unwrap().value, stage));
    }
    let mut book = on(30);
    let won = DealInput {
        name: Some("Service contract".to_owned()),
        account: Some(account_of("Nordwind Energie")),
        amount: Some(Some(euros(96))),
        ..DealInput::default()
    };
    let won = deal::add(&mut book, &won).unwrap().value;
    deal::win(&mut book, won, &Won::default()).unwrap();
    drop(book);
    for days_ago in [25, 12, 3] {
        let mut book = on(days_ago);
        let input = OrderInput {
            account: account_of("Acme Foods"),
            amount: Money::new(410_000, Currency::EUR),
            on: None,
            product: None,
            text: None,
        };
        order::add(&mut book, &input).unwrap();
    }
    for step in 1..=5 {
        let mut book = on([26, 19, 12, 5, 2][step - 1]);
        for (id, stage) in &deals {
            if step <= *stage {
                deal::advance(&mut book, *id, None).unwrap();
            }
        }
    }
    people::add(&mut on(9), &account_of, &deals.iter().map(|(id, _)| *id).collect::<Vec<_>>());
    fs::read(&file).unwrap()
}

/// Ten thousands of euros.
fn euros(ten_thousands: i64) -> Money {
    Money::new(ten_thousands * 1_000_000, Currency::EUR)
}
