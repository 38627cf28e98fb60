//! One pass over a whole file before its rows are taken: how the dates, amounts and rates of each column
//! are written is decided from all of them, not from the first few.

use super::csv::Cells;
use super::recognise::Header;
use super::values::{amount, date, rate};
use super::{Column, DateOrder, Nature, Options, Order, Plan, Reading, System, Target};

/// What the columns of a file show.
pub struct Survey {
    columns: Vec<Tally>,
    rows: u64,
}

/// What the amounts of our own exports show.
const OURS: amount::Tally = amount::Tally { point: 1, comma: 0, single_point: 0 };

enum Tally {
    Plain,
    Dates(date::Tally),
    Amounts(amount::Tally),
    Rates(rate::Tally),
}

impl Survey {
    /// Looks at the columns whose fields are dates, amounts or rates.
    pub fn new(columns: &[Column]) -> Survey {
        let tally = |column: &Column| match &column.target {
            Target::Field(field) => match field.nature() {
                Nature::Date => Tally::Dates(date::Tally::default()),
                Nature::Amount => Tally::Amounts(amount::Tally::default()),
                Nature::Rate => Tally::Rates(rate::Tally::default()),
                _ => Tally::Plain,
            },
            _ => Tally::Plain,
        };
        Survey { columns: columns.iter().map(tally).collect(), rows: 0 }
    }

    /// Counts one row, whatever becomes of it.
    pub fn count_row(&mut self) {
        self.rows += 1;
    }

    /// Rows counted.
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// Takes in the cells of one row.
    pub fn take(&mut self, cells: &Cells) {
        for (at, tally) in self.columns.iter_mut().enumerate() {
            let text = cells.get(at);
            match tally {
                _ if text.is_empty() => {}
                Tally::Plain => {}
                Tally::Dates(tally) => date::read(text).into_iter().for_each(|written| tally.count(written)),
                Tally::Amounts(tally) => tally.count(text),
                Tally::Rates(tally) => tally.count(text),
            }
        }
    }

    /// Decides how each column is read. Our own exports have decimal points, and rates as fractions.
    pub fn decide(self, plan: &mut Plan, headers: &[Header], options: &Options) {
        let ours = plan.system == System::Keybook;
        let commas = |tally: &Tally| matches!(tally, Tally::Amounts(tally) if tally.comma > tally.point);
        let points = |tally: &Tally| matches!(tally, Tally::Amounts(tally) if tally.point > tally.comma);
        let decimal_comma =
            self.columns.iter().any(commas) || plan.separator == ';' && !self.columns.iter().any(points);
        let hints = date::Hints { told: options.date_order, elsewhere: self.proved_order(), decimal_comma };
        for ((tally, column), header) in self.columns.into_iter().zip(&mut plan.columns).zip(headers) {
            column.reading = match tally {
                Tally::Plain => Reading::Plain,
                Tally::Dates(tally) => Reading::Dates(date::decide(tally, hints)),
                Tally::Amounts(tally) => Reading::Amounts(amount::decide(
                    if ours { OURS } else { tally },
                    &header.shown,
                    decimal_comma,
                )),
                Tally::Rates(tally) => Reading::Rates { fractions: ours || tally.fractions() },
            };
        }
    }

    /// The order that the file's columns prove, where they agree.
    fn proved_order(&self) -> Option<Order> {
        let orders = self.columns.iter().filter_map(|tally| match tally {
            Tally::Dates(tally) => match date::decide(*tally, date::Hints::default()) {
                DateOrder::Proved { order, .. } => Some(order),
                _ => None,
            },
            _ => None,
        });
        let orders: Vec<Order> = orders.collect();
        let first = orders.first().copied()?;
        orders.iter().all(|order| *order == first).then_some(first)
    }
}
