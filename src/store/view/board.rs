//! The board: the open deals as columns by stage, each with its sums and a window over its deals.

use chrono::NaiveDate;
use rusqlite::types::Value;

use super::filter::with_status;
use super::list::{Clause, Order};
use super::population::tally_where;
use super::tally::Tally;
use super::totals::{Sums, Totals, by_currency};
use crate::domain::funnel::{WithoutRate, funnel};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::stage::Stage;
use crate::domain::word::Status;
use crate::store::book::Book;
use crate::store::error::Result;

/// The index that has what the funnel is made of.
const INDEX: &str = "deal_funnel";

/// In that index the deals of a stage come by close date only within one win rate and
/// currency. With more such kinds than this, sorting them all is quicker than asking for each.
const MOST_KINDS: usize = 64;

/// The open deals by stage, in the base currency at today's rates.
#[derive(Debug, Clone, Default)]
pub struct Board {
    /// One for each stage, in order.
    pub columns: Vec<StageColumn>,
    /// All of them together.
    pub totals: Totals,
}

/// The open deals of a stage.
#[derive(Debug, Clone)]
pub struct StageColumn {
    /// The stage.
    pub stage: Stage,
    /// How many they are, those without an exchange rate too.
    pub deals: u64,
    /// Their sum in minor units of the base currency.
    pub amount: i128,
    /// Σ amount × win rate in minor units of the base currency, rounded once.
    pub weighted: i128,
    /// What a missing rate leaves out of the sums.
    pub without_rate: Vec<WithoutRate>,
    /// The condition that its deals meet.
    pub clause: Clause,
}

/// What the deals of a column can be sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BoardOrder {
    /// The soonest to close first, those without a date last.
    #[default]
    CloseDate,
    /// The largest first.
    Amount,
}

impl BoardOrder {
    /// As a list's order.
    pub fn order(self) -> Order {
        match self {
            BoardOrder::CloseDate => Order::nullable("deal.close_on", false).empty_last(),
            BoardOrder::Amount => Order::nullable(super::expression::DEAL_AMOUNT, true).reckoned(),
        }
    }
}

impl Book {
    /// The board of the open deals: of those that meet a filter, if there is one, and of those expected to
    /// close between two days, both included, if they are given.
    pub fn board(&self, filter: Option<&Clause>, closing: Option<(NaiveDate, NaiveDate)>) -> Result<Board> {
        let _moment = self.moment()?;
        let base = self.settings()?.base_currency;
        let rates = self.rates_on(base, self.today())?;
        let stages = self.stages_as_of(None)?;
        let open = with_status(Status::Open).with(closing.map(Clause::closing).unwrap_or_default());
        let open = open.with(filter.cloned().unwrap_or_default());
        let of = ("deal", "deal.stage_id, deal.win_rate", "deal.amount");
        let tally = tally_where(self, of, &open, &rates, base)?;
        let clauses: Vec<Clause> = stages
            .iter()
            .map(|stage| {
                let clause = open.clone().and("deal.stage_id = ?", [Value::Integer(stage.id.0)]);
                // With a filter there is most often a better way than through all deals of the stage.
                if filter.is_some() { clause } else { clause.by_index(INDEX, ranges(&tally, stage.id)) }
            })
            .collect();
        let rate_of = |id: Id| stages.iter().find(|stage| stage.id == id).map_or(0, |stage| stage.win_rate);
        // By stage first, as the tally has them.
        let groups = tally.groups(rate_of);
        let all = funnel(&stages, &groups);
        let columns = stages.iter().zip(clauses).map(|(stage, clause)| {
            let from = groups.partition_point(|group| group.stage < stage.id);
            let to = groups.partition_point(|group| group.stage <= stage.id);
            let own = groups.get(from..to).unwrap_or_default();
            let summed = funnel(std::slice::from_ref(stage), own);
            StageColumn {
                stage: stage.clone(),
                deals: own.iter().map(|group| group.deals).sum(),
                amount: summed.total.amount,
                weighted: summed.total.weighted,
                without_rate: summed.without_rate,
                clause,
            }
        });
        let sums = Sums {
            amount: all.total.amount,
            weighted: Some(all.total.weighted),
            base,
            by_currency: by_currency(&groups),
            without_rate: all.without_rate,
        };
        let number = groups.iter().map(|group| group.deals).sum();
        Ok(Board { columns: columns.collect(), totals: Totals { number, sums: Some(sums) } })
    }
}

/// The deals of a stage as ranges of the funnel's index, each by close date.
fn ranges(tally: &Tally<'_>, stage: Id) -> Vec<Clause> {
    let kinds = tally.kinds_at(stage);
    if kinds.len() > MOST_KINDS {
        return vec![];
    }
    let range = |(win_rate, currency): (Option<i64>, Currency)| {
        let values = [win_rate.map_or(Value::Null, Value::Integer), Value::Text(currency.code().to_owned())];
        Clause::default().and("deal.win_rate IS ? AND deal.currency = ?", values)
    };
    kinds.into_iter().map(range).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Money;
    use crate::ops::account::AccountInput;
    use crate::ops::deal::DealInput;
    use crate::ops::{account, deal, setup, target};
    use crate::store::Clock;
    use crate::store::view::lines::DealLine;
    use crate::store::view::list::Seek;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    /// Name, whole units, currency, close date, own win rate.
    const DEALS: [(&str, i64, Currency, &str, Option<i64>); 7] = [
        ("late", 10, Currency::EUR, "2027-03-01", None),
        ("soon", 20, Currency::EUR, "2026-12-01", Some(5000)),
        ("dateless", 30, Currency::EUR, "", None),
        ("dollars", 40, USD, "2026-12-15", None),
        ("yuan", 50, CNY, "2026-11-30", None),
        ("dateless too", 5, Currency::EUR, "", Some(5000)),
        ("same day", 60, Currency::EUR, "2026-12-01", None),
    ];
    const USD: Currency = Currency::USD;
    const CNY: Currency = Currency::CNY;

    fn book() -> (Book, tempfile::TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let today = day("2026-11-21").unwrap();
        let mut book = setup::open(&folder.path().join("a.keybook"), Clock::fixed(today)).unwrap();
        let acme = AccountInput { name: Some("Acme".to_owned()), ..AccountInput::default() };
        let acme = account::add(&mut book, &acme).unwrap().value;
        for (name, units, currency, close, win_rate) in DEALS {
            let input = DealInput {
                name: Some(name.to_owned()),
                account: Some(acme),
                amount: Some(Some(Money::new(units * 100, currency))),
                close_on: Some(day(close)),
                win_rate: Some(win_rate),
                ..DealInput::default()
            };
            deal::add(&mut book, &input).unwrap();
        }
        (book, folder)
    }

    fn names(book: &Book, column: &StageColumn, order: BoardOrder, seek: &Seek) -> Vec<String> {
        let window = book.window::<DealLine>(&column.clause, order.order(), seek, 3).unwrap();
        window.into_iter().map(|placed| placed.line.deal.name).collect()
    }

    #[test]
    fn a_column_comes_by_close_date_whatever_the_win_rates_and_currencies() {
        let (book, _folder) = book();
        let board = book.board(None, None).unwrap();
        let column = &board.columns[0];
        let order = BoardOrder::CloseDate;
        assert_eq!(names(&book, column, order, &Seek::First), ["yuan", "soon", "same day"]);
        assert_eq!(names(&book, column, order, &Seek::Last), ["late", "dateless", "dateless too"]);
        let whole = book.window::<DealLine>(&column.clause, order.order(), &Seek::First, 100).unwrap();
        assert_eq!(whole.len(), 7);
        let middle = Seek::Before(whole[5].place.clone());
        assert_eq!(names(&book, column, order, &middle), ["same day", "dollars", "late"]);
        let middle = Seek::After(whole[2].place.clone());
        assert_eq!(names(&book, column, order, &middle), ["dollars", "late", "dateless"]);
        for (line, row) in whole.iter().enumerate() {
            let found = book.position::<DealLine>(&column.clause, order.order(), row.line.deal.id).unwrap();
            assert_eq!(found, Some((line, row.place.clone())));
        }
        let largest = names(&book, column, BoardOrder::Amount, &Seek::First);
        assert_eq!(largest, ["same day", "dateless", "soon"]);
    }

    #[test]
    fn the_sums_are_those_of_the_funnel_and_what_has_no_rate_is_told_apart() {
        let (mut book, _folder) = book();
        target::set_rate(&mut book, USD, "0.5".parse().unwrap(), None).unwrap();
        let board = book.board(None, None).unwrap();
        let column = &board.columns[0];
        // 125 in euros, 40 dollars at a half; the yuan have no rate.
        assert_eq!((column.deals, column.amount), (7, 14_500));
        // 25 at 50 %, 120 at 5 %.
        assert_eq!(column.weighted, 1_250 + 600);
        let apart = WithoutRate { currency: CNY, deals: 1, amount: 5_000 };
        assert_eq!(column.without_rate, [apart]);
        let funnel = book.funnel(None, None).unwrap().funnel;
        let line = funnel.lines[0];
        assert_eq!((line.amount, line.weighted), (column.amount, column.weighted));
        assert_eq!((board.totals.number, board.columns[1].deals), (7, 0));
    }
}
