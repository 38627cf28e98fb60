//! The revenue plan of an account by quarter, beside what was sold: won deals and small orders.

use super::{QuarterOut, picture};
use crate::domain::entry::{Entry, EntryKind, Holder};
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::i18n::Lang;
use crate::report::document::Piece;
use crate::report::model::{Amount, ApartOut};
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::{entry_words, grouped};
use crate::store::{Book, Result};
use crate::tr;

/// The quarters for which anything is planned.
///
/// # Errors
/// What the store could not read.
pub fn planned(book: &Book, account: Id) -> Result<Vec<QuarterOut>> {
    let plans = book.entries(EntryKind::RevenuePlan, Holder::Account(account))?;
    let mut quarters: Vec<Period> = plans.iter().filter_map(|one| one.word("quarter")).collect();
    quarters.sort_unstable();
    quarters.dedup();
    of(book, account, &plans, &quarters)
}

/// The quarters for which anything is planned, and the present one.
///
/// # Errors
/// What the store could not read.
pub fn with_present(book: &Book, account: Id) -> Result<Vec<QuarterOut>> {
    let plans = book.entries(EntryKind::RevenuePlan, Holder::Account(account))?;
    let mut quarters: Vec<Period> = plans.iter().filter_map(|one| one.word("quarter")).collect();
    quarters.push(Period::quarter_of(book.today(), book.settings()?.fiscal_first_month));
    quarters.sort_unstable();
    quarters.dedup();
    of(book, account, &plans, &quarters)
}

/// The present quarter and so many before it, and those for which anything is planned, from the first of them in
/// which anything was sold or planned.
///
/// # Errors
/// What the store could not read.
pub fn with_last(book: &Book, account: Id, number: usize) -> Result<Vec<QuarterOut>> {
    let plans = book.entries(EntryKind::RevenuePlan, Holder::Account(account))?;
    let present = Period::quarter_of(book.today(), book.settings()?.fiscal_first_month);
    let back = std::iter::successors(Some(present), |later| Some(later.previous())).take(number + 1);
    let mut quarters: Vec<Period> = plans.iter().filter_map(|one| one.word("quarter")).chain(back).collect();
    quarters.sort_unstable();
    quarters.dedup();
    let all = of(book, account, &plans, &quarters)?;
    let is_told = |one: &QuarterOut| {
        one.actual.minor != 0 || [one.sales, one.revenue, one.margin, one.profit].iter().any(Option::is_some)
    };
    let begins = all.iter().position(is_told).unwrap_or(all.len());
    Ok(all.into_iter().skip(begins).collect())
}

fn of(book: &Book, account: Id, plans: &[Entry], quarters: &[Period]) -> Result<Vec<QuarterOut>> {
    let settings = book.settings()?;
    let base = settings.base_currency;
    let rates = book.rates_on(base, book.today())?;
    let quarter = |quarter: &Period| {
        let (first, last) = quarter.range(settings.fiscal_first_month);
        let sold = book.sold_to(account, first, last)?;
        let of_quarter = || plans.iter().filter(|one| one.word("quarter") == Some(*quarter));
        let sum = |key: &str| total(of_quarter().filter_map(|one| one.money(key)), &rates, base);
        Ok(QuarterOut {
            quarter: quarter.to_string(),
            sales: sum("sales"),
            actual: total(sold.iter().copied(), &rates, base).unwrap_or(Amount::new(0, base)),
            revenue: sum("revenue"),
            margin: sum("margin"),
            profit: sum("profit"),
            currency: base,
            actual_without_rate: apart(&sold, &rates, base),
        })
    };
    quarters.iter().map(quarter).collect()
}

/// Amounts turned into the base currency and added up; none without any.
fn total(amounts: impl Iterator<Item = Money>, rates: &Rates, base: Currency) -> Option<Amount> {
    let turned = amounts.filter_map(|money| rates.turn(money.minor, money.currency, base));
    turned.reduce(|sum, minor| sum + minor).map(|minor| Amount::new(minor, base))
}

/// What has no exchange rate, a sum for each currency.
fn apart(amounts: &[Money], rates: &Rates, base: Currency) -> Vec<ApartOut> {
    let mut sums: Vec<Amount> = Vec::new();
    let without = |money: &&Money| rates.turn(money.minor, money.currency, base).is_none();
    for money in amounts.iter().filter(without) {
        match sums.iter_mut().find(|sum| sum.currency == money.currency) {
            Some(sum) => sum.minor += i128::from(money.minor),
            None => sums.push(Amount::from(*money)),
        }
    }
    sums.into_iter().map(|amount| ApartOut { currency: amount.currency, amount }).collect()
}

/// The page of `keybook revenue`.
pub fn page(lang: Lang, account: &str, quarters: &[QuarterOut]) -> Page {
    let mut page = Page::of_table(lang, tr!(lang, "revenue.title", account = account), table(lang, quarters));
    if let Some(words) = left_out(lang, quarters) {
        page.paragraph(words);
    }
    page
}

/// The pieces of the plan's section.
pub fn pieces(lang: Lang, quarters: &[QuarterOut]) -> Vec<Piece> {
    if quarters.is_empty() {
        return vec![];
    }
    let mut pieces =
        vec![Piece::Picture(picture::revenue(lang, quarters)), Piece::Table(table(lang, quarters))];
    pieces.extend(left_out(lang, quarters).map(Piece::Text));
    pieces
}

/// A row for each quarter: what was planned, and what was sold.
fn table(lang: Lang, quarters: &[QuarterOut]) -> Table {
    let label = |key| entry_words::label(lang, EntryKind::RevenuePlan, key);
    let columns = vec![
        Column::whole(label("quarter"), Worth::Essential),
        Column::figures(label("sales"), Worth::Essential),
        Column::figures(tr!(lang, "plan.column.actual"), Worth::Essential),
        Column::figures(label("revenue"), Worth::Essential),
        Column::figures(label("margin"), Worth::Essential),
        Column::figures(label("profit"), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for quarter in quarters {
        table.push(vec![
            Cell::text(&quarter.quarter),
            Cell::amount(quarter.sales),
            Cell::amount(Some(quarter.actual)),
            Cell::amount(quarter.revenue),
            Cell::amount(quarter.margin),
            Cell::amount(quarter.profit),
        ]);
    }
    table
}

/// What was sold and is in no sum, since its currency has no exchange rate.
fn left_out(lang: Lang, quarters: &[QuarterOut]) -> Option<String> {
    let apart =
        quarters.iter().flat_map(|quarter| quarter.actual_without_rate.iter().map(move |one| (quarter, one)));
    let words = apart.map(|(quarter, ApartOut { currency, amount })| {
        format!("{} {} {currency}", quarter.quarter, grouped(amount.minor, *currency, true))
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| tr!(lang, "revenue.without_rate", amounts = lang.list(&words)).into_owned())
}
