//! What filters mean.

use super::super::{FilterErrorKind, Toward, parse};
use super::*;
use crate::domain::stage::{Template, tests::book_stages};
use proptest::prelude::*;
use rstest::rstest;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The conditions of a filter on 21 November 2026, in a book in euro.
fn conditions(kind: Kind, text: &str) -> Result<Vec<Condition>, FilterError> {
    let stages = book_stages(Template::Method);
    let custom = |key: &str, label: &str, holds| CustomField { key: key.into(), label: label.into(), holds };
    let custom = [
        custom("lead_source", "Lead Source", Type::Text),
        custom("seats", "席位", Type::Decimal),
        custom("renewal", "Renewal", Type::Day(Toward::Future)),
    ];
    let context = Context {
        today: day("2026-11-21"),
        first_month: 1,
        base: Currency::EUR,
        stages: &stages,
        custom: &custom,
    };
    check(&parse(text)?, kind, &context)
}

fn only(kind: Kind, text: &str) -> Test {
    let mut conditions = conditions(kind, text).unwrap();
    assert_eq!(conditions.len(), 1, "{text}");
    let condition = conditions.remove(0);
    assert!(!condition.negated, "{text}");
    condition.test
}

#[rstest]
#[case("stage>=design", &[3, 4, 5, 6])]
#[case("stage<设计", &[1, 2])]
#[case("stage:interest,use", &[1, 6])]
#[case("stage=5", &[5])]
#[case("阶段：比较", &[4])]
#[case("stage:2..4", &[2, 3, 4])]
#[case("stage<interest", &[])]
fn stages_compare_by_their_place(#[case] text: &str, #[case] ids: &[i64]) {
    assert_eq!(only(Kind::Deals, text), Test::Stage(ids.iter().map(|id| Id(*id)).collect()));
}

#[rstest]
#[case("close<30d", None, Some("2026-12-20"))] // before the day in 30 days
#[case("close<=30d", None, Some("2026-12-21"))]
#[case("close>2w", Some("2026-12-06"), None)]
#[case("last>14d", None, Some("2026-11-06"))] // more than 14 days ago
#[case("last>=14d", None, Some("2026-11-07"))]
#[case("last<14d", Some("2026-11-08"), None)] // less than 14 days ago
#[case("last>-14d", Some("2026-11-08"), None)] // a signed duration is a day
#[case("created:30d..7d", Some("2026-10-22"), Some("2026-11-14"))]
#[case("close:2026Q4", Some("2026-10-01"), Some("2026-12-31"))]
#[case("close>2026Q4", Some("2027-01-01"), None)]
#[case("close>=2026Q4", Some("2026-10-01"), None)]
#[case("close<2026-12", None, Some("2026-11-30"))]
#[case("close<=2026-12", None, Some("2026-12-31"))]
#[case("close=2026-12-15", Some("2026-12-15"), Some("2026-12-15"))]
#[case("close:2026-12-01..15.12.2026", Some("2026-12-01"), Some("2026-12-15"))]
#[case("close:..tomorrow", None, Some("2026-11-22"))]
#[case("close<today", None, Some("2026-11-20"))]
#[case("close:\"this week\"", Some("2026-11-16"), Some("2026-11-22"))]
#[case("预计成交：本季度", Some("2026-10-01"), Some("2026-12-31"))]
#[case("close:12月", Some("2026-12-01"), Some("2026-12-31"))]
#[case("close:2027年3月", Some("2027-03-01"), Some("2027-03-31"))]
#[case("预计成交＜3个月", None, Some("2027-02-20"))]
#[case("最近联系>2周", None, Some("2026-11-06"))]
#[case("下一步日期<=周五", None, Some("2026-11-27"))]
fn days_are_stretches(#[case] text: &str, #[case] from: Option<&str>, #[case] to: Option<&str>) {
    let Test::Days { any_of, .. } = only(Kind::Deals, text) else { panic!("{text} asks for days") };
    assert_eq!(any_of, [Span { from: from.map(day), to: to.map(day) }]);
}

#[rstest]
#[case("amount>50k", None, Some(5_000_001), None)]
#[case("amount>=50k", None, Some(5_000_000), None)]
#[case("amount<1,000", None, None, Some(99_999))]
#[case("金额：3.5万", None, Some(3_500_000), Some(3_500_000))]
#[case("amount>$50k", Some(Currency::USD), Some(5_000_001), None)]
#[case("amount>=¥5万", Some(Currency::CNY), Some(5_000_000), None)]
#[case("amount:10k..50k", None, Some(1_000_000), Some(5_000_000))]
#[case("amount:\"10k..50k usd\"", Some(Currency::USD), Some(1_000_000), Some(5_000_000))]
fn an_amount_without_a_currency_is_of_the_base_currency(
    #[case] text: &str,
    #[case] currency: Option<Currency>,
    #[case] from: Option<i64>,
    #[case] to: Option<i64>,
) {
    let Test::Amount { any_of, .. } = only(Kind::Deals, text) else { panic!("{text} asks for amounts") };
    assert_eq!(any_of, [AmountSpan { currency, span: Span { from, to } }]);
}

#[rstest]
#[case(Kind::Deals, "rate>=30%", Some(3000), None)]
#[case(Kind::Deals, "赢率<12.5", None, Some(1249))]
#[case(Kind::Deals, "code:D-40", Some(40), Some(40))]
#[case(Kind::Accounts, "deals>3", Some(4), None)]
#[case(Kind::Contacts, "step:1..2", Some(1), Some(2))]
#[case(Kind::Activities, "minutes<=60", None, Some(60))]
#[case(Kind::Deals, "field.席位>2.5", Some(2_500_001), None)]
fn numbers_are_stretches(
    #[case] kind: Kind,
    #[case] text: &str,
    #[case] from: Option<i64>,
    #[case] to: Option<i64>,
) {
    let Test::Number { any_of, .. } = only(kind, text) else { panic!("{text} asks for numbers") };
    assert_eq!(any_of, [Span { from, to }]);
}

#[rstest]
#[case(Kind::Deals, "status:open", &["open"])]
#[case(Kind::Deals, "status:all", &["open", "won", "lost"])]
#[case(Kind::Deals, "状态：赢单，输单", &["won", "lost"])]
#[case(Kind::Deals, "attention:no_next_step", &["no_next_step"])]
#[case(Kind::Accounts, "tier:key", &["key"])]
#[case(Kind::Contacts, "立场=支持", &["supporter"])]
#[case(Kind::Activities, "kind:call,visit", &["call", "visit"])]
fn words_of_a_closed_list_have_keys(#[case] kind: Kind, #[case] text: &str, #[case] keys: &[&str]) {
    let Test::OneOf { any_of, .. } = only(kind, text) else { panic!("{text} asks for words") };
    assert_eq!(any_of, keys);
}

#[test]
fn me_is_the_person_at_the_keyboard() {
    let both = Test::Owner(vec![Owner::Me, Owner::Named("Ann".into())]);
    assert_eq!(only(Kind::Deals, "owner:me,Ann"), both);
    assert_eq!(only(Kind::Accounts, "负责人：我"), Test::Owner(vec![Owner::Me]));
}

#[test]
fn a_text_is_contained_after_a_colon_and_whole_after_an_equals_sign() {
    let target = || Target::Own(Subject::Account);
    let any_of = || vec!["acme".to_owned()];
    let text = |whole| Test::Text { target: target(), whole, any_of: any_of() };
    assert_eq!(only(Kind::Deals, "account:acme"), text(false));
    assert_eq!(only(Kind::Deals, "account=acme"), text(true));
}

#[test]
fn an_exclamation_mark_turns_a_term_round() {
    let filter = conditions(Kind::Deals, "!next has:close stage!=use !stage!=use !#old !\"acme\"").unwrap();
    let negated: Vec<_> = filter.iter().map(|condition| condition.negated).collect();
    assert_eq!(negated, [true, false, true, false, true, true]);
    assert_eq!(filter[0].test, Test::Present(Target::Own(Subject::Next)));
}

#[test]
fn custom_fields_answer_to_key_and_label() {
    for name in ["field.lead_source", "field.\"Lead Source\"", "字段.lead_source"] {
        let Test::Text { target, .. } = only(Kind::Deals, &format!("{name}:web")) else { panic!("{name}") };
        assert_eq!(target, Target::Custom("lead_source".into()));
    }
    assert!(matches!(only(Kind::Deals, "field.renewal<30d"), Test::Days { .. }));
}

#[test]
fn a_filter_says_what_it_asks_about() {
    let filter = conditions(Kind::Deals, "status:won amount>5k acme").unwrap();
    assert!(asks_about(&filter, Subject::Status) && asks_about(&filter, Subject::Amount));
    assert!(!asks_about(&filter, Subject::Name));
}

#[rstest]
#[case(Kind::Deals, "acme stagee:design", "stagee", Some("stage"))]
#[case(Kind::Deals, "amuont>5", "amuont", Some("amount"))]
#[case(Kind::Deals, "comp:x", "comp", Some("competitor"))]
#[case(Kind::Deals, "!nothing_like_it", "nothing_like_it", None)]
#[case(Kind::Accounts, "stage:design", "stage", None)]
#[case(Kind::Deals, "field.unknown:x", "field.unknown", None)]
fn an_unknown_field_is_pointed_at(
    #[case] kind: Kind,
    #[case] text: &str,
    #[case] word: &str,
    #[case] like: Option<&'static str>,
) {
    let error = conditions(kind, text).unwrap_err();
    assert_eq!(&text[error.at], word);
    assert_eq!(error.kind, FilterErrorKind::UnknownField { name: word.into(), nearest: like });
}

#[rstest]
#[case("stage:design,nowhere", "nowhere")]
#[case("amount>abc", "abc")]
#[case("amount:\"$1..5€\"", "\"$1..5€\"")]
#[case("amount>1..5", "1..5")]
#[case("close<someday", "someday")]
#[case("close:3/4/2026", "3/4/2026")]
#[case("close:..", "..")]
#[case("rate>half", "half")]
#[case("status:maybe", "maybe")]
#[case("currency:EURO", "EURO")]
#[case("code:A-4", "A-4")]
fn a_value_that_does_not_fit_is_pointed_at(#[case] text: &str, #[case] word: &str) {
    let error = conditions(Kind::Deals, text).unwrap_err();
    assert_eq!(&text[error.at], word);
    assert!(matches!(error.kind, FilterErrorKind::Unfit { .. }));
}

#[test]
fn what_has_no_order_cannot_be_compared_by_it() {
    let error = conditions(Kind::Deals, "name>a").unwrap_err();
    assert_eq!(error, FilterErrorKind::NotOrdered { field: "name".into() }.at(0..4));
}

#[rstest]
fn names_of_fields_are_unambiguous_and_folded(
    #[values(Kind::Accounts, Kind::Contacts, Kind::Deals, Kind::Activities)] kind: Kind,
) {
    let names: Vec<_> = super::super::fields(kind)
        .iter()
        .flat_map(|field| std::iter::once(&field.name).chain(field.aliases))
        .collect();
    for (at, name) in names.iter().enumerate() {
        assert_eq!(fold(name), **name);
        assert!(!names[..at].contains(name), "{name} is named twice");
    }
    assert!(super::super::fields(kind).iter().all(|field| !field.aliases.is_empty()));
}

proptest! {
    #[test]
    fn any_filter_is_understood_or_points_at_a_word(
        text in r#"((stage|amount|close|last|rate|owner|status|code|field\.seats|!next)[:=<>!]{0,2}[0-9a-z.,万月周%dwq\-€]{0,9} ?){0,4}"#,
    ) {
        if let Err(error) = conditions(Kind::Deals, &text) {
            prop_assert!(text.get(error.at).is_some());
        }
    }
}

/// Filters in English, and the same in Chinese beside them, under the kind of record that they are for.
const PAIRS: &str = include_str!("pairs.txt");

#[test]
fn both_languages_say_the_same() {
    let mut kind = Kind::Deals;
    let mut wrong = vec![];
    let mut number = 0;
    for line in PAIRS.lines() {
        if let Some(heading) = line.strip_prefix("# ") {
            kind = match heading {
                "deals" => Kind::Deals,
                "accounts" => Kind::Accounts,
                "contacts" => Kind::Contacts,
                "activities" => Kind::Activities,
                other => panic!("no kind of record: {other}"),
            };
            continue;
        }
        number += 1;
        let (english, chinese) = line.split_once('|').unwrap();
        let (one, other) = (conditions(kind, english.trim()), conditions(kind, chinese.trim()));
        if one.is_err() || one != other {
            wrong.push(format!("{line}\n  {one:?}\n  {other:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(number >= 100, "{number} pairs");
}
