//! Every field of every list can be filtered by, in both languages, and turned round.

use keybook::domain::filter::Kind;
use keybook::domain::word::Status;
use keybook::ops::order::{self, OrderInput};
use keybook::store::Book;
use keybook::store::view::filter::FilterProblem;
use keybook::store::view::lines::{AccountLine, ActivityLine, ContactLine, DealLine, OrderLine};
use keybook::store::view::list::{Clause, Line, Seek};
use rstest::rstest;

use super::sample::sample;
use crate::common::{add_account, book, day, euros};

fn lines<L: Line>(book: &Book, clause: &Clause) -> Vec<L> {
    let window = book.window::<L>(clause, L::ORDER, &Seek::First, 100).unwrap();
    window.into_iter().map(|placed| placed.line).collect()
}

/// The names of the records that meet a filter, in the alphabet's order.
fn names(book: &Book, kind: Kind, clause: &Clause) -> Vec<String> {
    let mut names: Vec<String> = match kind {
        Kind::Accounts => lines::<AccountLine>(book, clause).into_iter().map(|l| l.account.name).collect(),
        Kind::Contacts => lines::<ContactLine>(book, clause).into_iter().map(|l| l.contact.name).collect(),
        Kind::Deals => lines::<DealLine>(book, clause).into_iter().map(|l| l.deal.name).collect(),
        Kind::Activities => {
            lines::<ActivityLine>(book, clause).into_iter().filter_map(|l| l.activity.subject).collect()
        }
        Kind::Orders => lines::<OrderLine>(book, clause).into_iter().filter_map(|l| l.order.text).collect(),
    };
    names.sort();
    names
}

fn check(kind: Kind, filter: &str, expected: &[&str]) {
    let book = sample();
    let clause = book.clause(kind, filter).unwrap();
    assert_eq!(names(&book, kind, &clause), expected, "{filter}");
}

#[rstest]
#[case("", &["Big ERP", "Empty", "Small", "设备升级"])]
#[case("erp", &["Big ERP"])]
#[case("升级", &["设备升级"])]
#[case("华锐", &["设备升级"])] // by its account's name
#[case("status:all 华锐", &["Lost one", "设备升级"])]
#[case("!\"acme\"", &["Empty", "设备升级"])]
#[case("\"-\"", &[])]
#[case("code:D-1", &["Big ERP"])]
#[case("name=\"big erp\"", &["Big ERP"])]
#[case("name:ｂｉｇ", &["Big ERP"])]
#[case("name=big", &[])]
#[case("account:acme", &["Big ERP", "Small"])]
#[case("客户：华锐科技", &["设备升级"])]
#[case("stage>=design", &["Big ERP", "Small"])]
#[case("阶段：兴趣", &["Empty", "设备升级"])]
#[case("stage<interest", &[])]
#[case("!stage<interest", &["Big ERP", "Empty", "Small", "设备升级"])]
#[case("amount>=100k", &["Big ERP"])]
#[case("amount:70k..80k", &["设备升级"])] // 600,000 yuan are 78,000 euro
#[case("amount<1m", &["Big ERP", "设备升级"])] // a dollar has no rate
#[case("!amount<1m", &["Empty", "Small"])]
#[case("amount:$5000", &["Small"])]
#[case("金额>¥50万", &["设备升级"])]
#[case("!amount", &["Empty"])]
#[case("currency:usd,cny", &["Small", "设备升级"])]
#[case("close:2026Q4", &["Big ERP", "Small"])]
#[case("close!=2026Q4", &["Empty", "设备升级"])]
#[case("close<today", &["Small"])]
#[case("预计成交>2周", &["Big ERP"])]
#[case("close<9000000d", &["Big ERP", "Small"])]
#[case("!close", &["Empty", "设备升级"])]
#[case("created:today", &["Big ERP", "Empty", "Small", "设备升级"])]
#[case("closed:2026-11-10", &["Won one"])] // what only closed deals have asks about closed deals
#[case("status:won,lost", &["Lost one", "Won one"])]
#[case("状态：输单", &["Lost one"])]
#[case("owner:me", &["Empty", "Small", "设备升级"])]
#[case("负责人：ann", &["Big ERP"])]
#[case("has:next", &["Big ERP"])]
#[case("!next", &["Empty", "Small", "设备升级"])]
#[case("下一步:OFFER", &["Big ERP"])]
#[case("next_on<=1w", &["Big ERP"])]
#[case("rate=35%", &["Small"])] // its own
#[case("赢率<=10", &["Empty", "设备升级"])] // the stage's
#[case("source:web", &["Big ERP"])]
#[case("source!=web", &["Empty", "Small", "设备升级"])]
#[case("product:licence", &["Big ERP"])]
#[case("!has:product", &["Empty", "Small", "设备升级"])]
#[case("contact:jane", &["Big ERP"])]
#[case("has:联系人", &["Big ERP"])]
#[case("竞争对手：globex", &["Big ERP"])]
#[case("reason:price", &["Lost one"])]
#[case("#重点", &["Big ERP"])]
#[case("!#重点 owner:me", &["Empty", "Small", "设备升级"])]
#[case("tag:重点,other", &["Big ERP"])]
#[case("has:tag", &["Big ERP"])]
#[case("attention:amount_missing", &["Empty"])]
#[case("关注：成交日已过", &["Small"])]
#[case("!attention:no_next_step", &["Big ERP"])]
#[case("has:attention", &["Big ERP", "Empty", "Small", "设备升级"])]
#[case("last>14d", &["Big ERP"])]
#[case("!has:last", &["Empty", "Small", "设备升级"])]
#[case("field.seats>2", &["Big ERP"])]
#[case("!field.seats>2.5", &["Big ERP", "Empty", "Small", "设备升级"])]
#[case("field.renewal:2026Q4", &["Big ERP"])]
#[case("field.budget>80k", &["Big ERP"])]
#[case("field.budget>80k€ field.lead:fair", &["Big ERP"])]
#[case("has:field.lead", &["Big ERP"])]
#[case("field.lead!=fair", &["Empty", "Small", "设备升级"])]
fn deals_by(#[case] filter: &str, #[case] expected: &[&str]) {
    check(Kind::Deals, filter, expected);
}

#[rstest]
#[case("software", &["Acme Corp"])]
#[case("code:2..3", &["Blank", "华锐科技"])]
#[case("名称：华锐", &["华锐科技"])]
#[case("tier:key", &["Acme Corp"])]
#[case("级别：重点", &["Acme Corp"])]
#[case("tier!=key", &["Blank", "华锐科技"])]
#[case("行业：制造", &["华锐科技"])]
#[case("owner:我", &["华锐科技"])]
#[case("!owner", &["Blank"])]
#[case("parent:acme", &["华锐科技"])]
#[case("!parent", &["Acme Corp", "Blank"])]
#[case("domain=acme.com", &["Acme Corp"])]
#[case("city:berlin country:germany", &["Acme Corp"])]
#[case("potential>200k", &["Acme Corp"])] // a million yuan are 130,000 euro
#[case("potential:130k", &["华锐科技"])]
#[case("has:potential", &["Acme Corp", "华锐科技"])]
#[case("last:2026-11", &["Acme Corp"])]
#[case("!last", &["Blank", "华锐科技"])] // a note and a planned visit are no contact yet
#[case("created<today", &[])]
#[case("#vip", &["Acme Corp"])]
#[case("deals=2", &["Acme Corp"])]
#[case("has:deals", &["Acme Corp", "Blank", "华锐科技"])]
#[case("在谈金额>90k", &["Acme Corp"])]
#[case("open_amount:78k", &["华锐科技"])]
#[case("open_amount<1", &["Blank"])]
#[case("open_amount:$5k", &["Acme Corp"])]
#[case("field.segment:enterprise", &["Acme Corp"])]
fn accounts_by(#[case] filter: &str, #[case] expected: &[&str]) {
    check(Kind::Accounts, filter, expected);
}

#[rstest]
#[case("jane", &["Jane Doe"])]
#[case("华锐", &["王芳"])]
#[case("code:P-3", &["Nobody"])]
#[case("姓名：王", &["王芳"])]
#[case("account:corp", &["Jane Doe"])]
#[case("!account", &["Nobody"])]
#[case("title:cto", &["Jane Doe"])]
#[case("email:@acme", &["Jane Doe"])]
#[case("!邮箱", &["Nobody", "王芳"])]
#[case("phone:1234", &["Jane Doe"])]
#[case("owner!=ann", &["Nobody", "王芳"])]
#[case("stance:supporter", &["Jane Doe"])]
#[case("立场!=支持", &["Nobody", "王芳"])]
#[case("step<3", &["Jane Doe"])]
#[case("part:decision_maker,user", &["Jane Doe"])]
#[case("!采购角色：决策人", &["Nobody", "王芳"])]
#[case("has:part", &["Jane Doe"])]
#[case("city=BERLIN country:german", &["Jane Doe"])]
#[case("last<30d", &["Jane Doe"])]
#[case("created:今天", &["Jane Doe", "Nobody", "王芳"])]
#[case("tag:golf", &["Jane Doe"])]
fn contacts_by(#[case] filter: &str, #[case] expected: &[&str]) {
    check(Kind::Contacts, filter, expected);
}

#[rstest]
#[case("scope", &["Scope"])]
#[case("预算", &["年度预算已批"])]
#[case("kind:call,visit", &["Planned visit", "Scope"])]
#[case("类型：备注", &["年度预算已批"])]
#[case("on<=today", &["Scope", "年度预算已批"])]
#[case("account:华锐", &["Planned visit", "年度预算已批"])]
#[case("contact:doe", &["Scope"])]
#[case("deal:erp", &["Scope"])]
#[case("!销售机会", &["Planned visit", "年度预算已批"])]
#[case("owner:max", &["Planned visit", "Scope", "年度预算已批"])]
#[case("direction:out", &["Scope"])]
#[case("minutes>=30", &["Scope"])]
#[case("!minutes", &["Planned visit", "年度预算已批"])]
#[case("text:talked", &["Scope"])]
#[case("内容！＝scope", &["Planned visit", "年度预算已批"])]
#[case("next:offer next_on:2026-11", &["Scope"])]
#[case("#urgent", &["Scope"])]
fn activities_by(#[case] filter: &str, #[case] expected: &[&str]) {
    check(Kind::Activities, filter, expected);
}

#[test]
fn an_outcome_that_was_chosen_stands_unless_the_filter_asks_for_another() {
    let book = sample();
    let deals = |filter: &str, statuses: &[Status]| {
        names(&book, Kind::Deals, &book.clause_among(Kind::Deals, filter, statuses).unwrap())
    };
    assert_eq!(deals("", &[Status::Won]), ["Won one"]);
    assert_eq!(deals("", Status::ALL).len(), 6);
    assert_eq!(deals("status:lost", &[Status::Won]), ["Lost one"]);
}

#[test]
fn an_unknown_field_is_pointed_at_and_not_a_fault_of_the_book() {
    let problem = sample().clause(Kind::Deals, "acme amuont>5").unwrap_err();
    let FilterProblem::Filter(error) = problem else { panic!("{problem:?}") };
    assert_eq!(error.at, 5..11);
}

#[rstest]
#[case("", &["gloves", "备件"])]
#[case("amount>1k", &["备件"])]
#[case("金额<=1k", &["gloves"])]
#[case("account:acme", &["gloves"])]
#[case("客户：华锐", &["备件"])]
#[case("product:gloves", &["gloves"])]
#[case("!product", &["备件"])]
#[case("on>30d", &["备件"])]
#[case("currency:EUR", &["gloves", "备件"])]
#[case("text:备", &["备件"])]
#[case("gloves", &["gloves"])]
#[case("华锐", &["备件"])]
fn small_orders_are_filtered(#[case] filter: &str, #[case] expected: &[&str]) {
    let mut book = book();
    for (name, amount, on, product, text) in [
        ("Acme", 1_000, "2026-11-20", Some("Gloves"), "gloves"),
        ("华锐科技", 2_000, "2026-10-01", None, "备件"),
    ] {
        let input = OrderInput {
            account: add_account(&mut book, name),
            amount: euros(amount),
            on: Some(day(on)),
            product: product.map(str::to_owned),
            text: Some(text.to_owned()),
        };
        order::add(&mut book, &input).unwrap();
    }
    let clause = book.clause(Kind::Orders, filter).unwrap();
    assert_eq!(names(&book, Kind::Orders, &clause), expected, "{filter}");
}
