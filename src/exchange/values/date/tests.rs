use super::*;
use proptest::prelude::*;
use rstest::rstest;

fn settled(text: &str, order: Option<Order>) -> String {
    let moment = read(text).unwrap_or_else(|| panic!("{text}")).settle(order).unwrap();
    let time = moment.time.map(|time| time.format(" %H:%M:%S").to_string()).unwrap_or_default();
    format!("{}{time}", moment.day)
}

#[rstest]
#[case("2026-06-15", "2026-06-15")]
#[case("2026/6/5", "2026-06-05")]
#[case("2026.06.15", "2026-06-15")]
#[case("20260615", "2026-06-15")]
#[case("2026-06-15T13:45:10.000Z", "2026-06-15 13:45:10")]
#[case("2026-06-15T13:45:10+08:00", "2026-06-15 13:45:10")]
#[case("2026-06-15 13:45", "2026-06-15 13:45:00")]
#[case("2026-06-15 13:45:10 UTC", "2026-06-15 13:45:10")]
#[case("15 Jun 2026", "2026-06-15")]
#[case("15-Jun-26", "2026-06-15")]
#[case("Jun 15, 2026", "2026-06-15")]
#[case("Monday, June 15th, 2026", "2026-06-15")]
#[case("Mon Jun 15 2026", "2026-06-15")]
#[case("15. Juni 2026", "2026-06-15")]
#[case("15. März 2026", "2026-03-15")]
#[case("15 de junio de 2026", "2026-06-15")]
#[case("15 août 2026", "2026-08-15")]
#[case("2026年11月21日", "2026-11-21")]
#[case("2026 年 11 月 21 日", "2026-11-21")]
#[case("２０２６年１１月２１日", "2026-11-21")]
#[case("2026年6月5日 下午3:20", "2026-06-05 15:20:00")]
#[case("2026/6/5 上午 10:05:00", "2026-06-05 10:05:00")]
#[case("46188", "2026-06-15")]
#[case("46188.5", "2026-06-15 12:00:00")]
#[case("1781524800000", "2026-06-15 12:00:00")]
fn a_date_is_read(#[case] text: &str, #[case] expected: &str) {
    assert_eq!(settled(text, None), expected);
}

#[rstest]
#[case("3/4/2026", Order::DayFirst, "2026-04-03")]
#[case("3/4/2026", Order::MonthFirst, "2026-03-04")]
#[case("3/4/26 1:45 PM", Order::MonthFirst, "2026-03-04 13:45:00")]
#[case("03.04.2026", Order::DayFirst, "2026-04-03")]
#[case("3-4-2026, 12:05 am", Order::DayFirst, "2026-04-03 00:05:00")]
fn the_order_of_the_column_decides(#[case] text: &str, #[case] order: Order, #[case] expected: &str) {
    assert_eq!(settled(text, Some(order)), expected);
}

#[rstest]
#[case("3/4/2026", None, Reason::EitherDate)]
#[case("25/4/2026", Some(Order::MonthFirst), Reason::AgainstDateOrder)]
#[case("31/31/2026", None, Reason::NotADate)]
#[case("30/2/2026", Some(Order::DayFirst), Reason::NotADate)]
fn what_cannot_be_settled_is_refused(
    #[case] text: &str,
    #[case] order: Option<Order>,
    #[case] reason: Reason,
) {
    assert_eq!(read(text).unwrap().settle(order), Err(reason));
}

#[rstest]
#[case("")]
#[case("soon")]
#[case("2026-02-30")]
#[case("2026-13-01")]
#[case("12")]
#[case("1234")]
#[case("1/2/3/4")]
#[case("2026-06-15 lunch")]
#[case("99/99")]
#[case("15 Smarch 2026")]
#[case("0026-06-15")]
#[case("1.234.567")]
fn other_text_is_no_date(#[case] text: &str) {
    assert_eq!(read(text), None);
}

proptest! {
    #[test]
    fn no_text_is_too_wild(text in any::<String>(), shaped in "[0-9]{0,5}[-/. 年月:T]{0,2}[0-9a-zé月]{0,6}[-/. 日,]{0,2}[0-9]{0,5}[ T]?[0-9:apm]{0,9}") {
        let _ = read(&text);
        let _ = read(&shaped);
    }

    #[test]
    fn every_day_survives_the_usual_forms(days in 0i64..100_000) {
        let day = NaiveDate::from_ymd_opt(1954, 10, 3).unwrap() + TimeDelta::days(days % 60_000);
        for form in ["%Y-%m-%d", "%Y/%-m/%-d", "%d %b %Y", "%B %-d, %Y", "%Y年%-m月%-d日"] {
            prop_assert_eq!(settled(&day.format(form).to_string(), None), day.to_string());
        }
        let order = Some(Order::DayFirst);
        prop_assert_eq!(settled(&day.format("%-d.%-m.%Y").to_string(), order), day.to_string());
    }
}
