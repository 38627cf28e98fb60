//! The figures at the foot of a list.

use keybook::domain::filter::Kind;
use keybook::domain::money::Currency;
use keybook::store::view::totals::Totals;

use super::sample::sample;

fn totals(kind: Kind, filter: &str) -> Totals {
    let book = sample();
    let clause = book.clause(kind, filter).unwrap();
    book.totals(kind, &clause).unwrap()
}

#[test]
fn open_deals_add_up_in_the_base_currency_and_a_missing_rate_is_told() {
    let totals = totals(Kind::Deals, "");
    assert_eq!(totals.number, 4);
    let sums = totals.sums.unwrap();
    assert_eq!((sums.base, sums.amount), (Currency::EUR, 17_800_000));
    assert_eq!(sums.weighted, Some(2_000_000 + 390_000), "20 % of 100,000 and 5 % of 78,000");
    let by_currency: Vec<_> =
        sums.by_currency.iter().map(|sum| (sum.currency.code().to_owned(), sum.number, sum.amount)).collect();
    let expected = [("CNY", 1, 60_000_000), ("EUR", 2, 10_000_000), ("USD", 1, 500_000)];
    assert_eq!(by_currency, expected.map(|(code, number, amount)| (code.to_owned(), number, amount)));
    let [apart] = sums.without_rate.as_slice() else { panic!("{:?}", sums.without_rate) };
    assert_eq!((apart.currency, apart.deals, apart.amount), (Currency::USD, 1, 500_000));
}

#[test]
fn what_is_closed_weighs_nothing() {
    let sums = totals(Kind::Deals, "status:won,lost").sums.unwrap();
    assert_eq!((sums.amount, sums.weighted), (2_000_100, Some(0)));
}

#[test]
fn the_funnels_totals_are_those_of_its_list() {
    let book = sample();
    let funnel = book.funnel(None, None).unwrap().funnel;
    let sums = totals(Kind::Deals, "").sums.unwrap();
    assert_eq!((sums.amount, sums.weighted), (funnel.total.amount, Some(funnel.total.weighted)));
    assert_eq!(sums.without_rate, funnel.without_rate);
}

#[test]
fn accounts_add_up_by_their_potential_and_people_are_counted() {
    let accounts = totals(Kind::Accounts, "");
    assert_eq!(accounts.number, 3);
    let sums = accounts.sums.unwrap();
    assert_eq!((sums.amount, sums.weighted), (63_000_000, None));
    assert_eq!(totals(Kind::Contacts, "has:account"), Totals { number: 2, sums: None });
    assert_eq!(totals(Kind::Activities, "kind:call"), Totals { number: 1, sums: None });
}
