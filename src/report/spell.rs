//! Spells the values of a table out in words and figures, column by column.

use super::figures;
use super::table::{Cell, Column, Row, Table, Tone, Value};
use crate::domain::money::Currency;
use crate::domain::text::harmless_line;
use crate::i18n::Lang;
use crate::tr;

/// A table in words: what every writer for people lays out.
pub(super) struct Spelled<'a> {
    pub titles: Vec<String>,
    pub columns: &'a [Column],
    pub rows: Vec<SpelledRow>,
    pub figures: Figures,
}

/// One row in words.
pub(super) struct SpelledRow {
    pub cells: Vec<(String, Tone)>,
    pub total: bool,
}

/// How much room figures may take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Figures {
    /// To the last digit.
    Exact,
    /// `12.3M`, where room is short.
    Abbreviated,
}

/// Spells a table. Where all amounts of a column are in one currency it is named in the title, and the
/// fraction is shown only where some amount has one.
pub(super) fn spell(lang: Lang, table: &Table, figures: Figures) -> Spelled<'_> {
    let amounts: Vec<Amounts> =
        (0..table.columns.len()).map(|place| Amounts::of(&table.rows, place)).collect();
    let titles = std::iter::zip(&table.columns, &amounts)
        .map(|(column, amounts)| match amounts.currency {
            Some(currency) => {
                tr!(lang, "table.in_currency", title = column.title, currency = currency).into()
            }
            None => column.title.clone(),
        })
        .collect();
    let rows = table
        .rows
        .iter()
        .map(|row| SpelledRow {
            cells: std::iter::zip(&row.cells, &amounts)
                .map(|(cell, amounts)| (spell_cell(lang, cell, *amounts, figures), cell.tone))
                .collect(),
            total: row.total,
        })
        .collect();
    Spelled { titles, columns: &table.columns, rows, figures }
}

/// Spells one value that stands alone: an amount is followed by its currency.
pub fn spell_alone(lang: Lang, cell: &Cell) -> String {
    let has_fraction = matches!(cell.value, Value::Money(minor, currency) if has_fraction(minor, currency));
    spell_cell(lang, cell, Amounts { currency: None, has_fraction }, Figures::Exact)
}

/// What the amounts of a column have in common.
#[derive(Debug, Clone, Copy)]
struct Amounts {
    currency: Option<Currency>,
    has_fraction: bool,
}

impl Amounts {
    fn of(rows: &[Row], place: usize) -> Self {
        let amounts = || {
            rows.iter().filter_map(move |row| match row.cells.get(place)?.value {
                Value::Money(minor, currency) => Some((minor, currency)),
                _ => None,
            })
        };
        let first = amounts().next().map(|(_, currency)| currency);
        Amounts {
            currency: first.filter(|first| amounts().all(|(_, currency)| currency == *first)),
            has_fraction: amounts().any(|(minor, currency)| has_fraction(minor, currency)),
        }
    }
}

fn has_fraction(minor: i128, currency: Currency) -> bool {
    minor % i128::from(currency.scale()) != 0
}

fn spell_cell(lang: Lang, cell: &Cell, amounts: Amounts, figures: Figures) -> String {
    match &cell.value {
        Value::Absent => String::new(),
        Value::Text(text) => one_line(text),
        Value::List(words) => one_line(&lang.list(words)),
        Value::Money(minor, currency) => {
            let figure = match figures {
                Figures::Exact => figures::grouped(*minor, *currency, amounts.has_fraction),
                Figures::Abbreviated => figures::abbreviated(lang, *minor, *currency),
            };
            if amounts.currency.is_some() { figure } else { format!("{figure} {currency}") }
        }
        Value::Rate(basis_points) => figures::percent(*basis_points),
        Value::Ratio(ratio) => figures::ratio(*ratio),
        Value::Count(count) => figures::thousands(&count.to_string()),
        Value::Day(day) => day.to_string(),
    }
}

/// A cell is one line, whatever it was made from; nothing that steers a terminal gets through.
fn one_line(text: &str) -> String {
    harmless_line(text).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::table::Worth;

    fn amounts(list: &[(i128, Currency)]) -> Table {
        let mut table = Table::new(vec![Column::figures("Amount", Worth::Important)], "");
        for (minor, currency) in list {
            table.push(vec![Cell::sum(*minor, *currency)]);
        }
        table
    }

    fn first_column(table: &Table) -> (String, Vec<String>) {
        let spelled = spell(Lang::En, table, Figures::Exact);
        let cells = spelled.rows.iter().map(|row| row.cells[0].0.clone()).collect();
        (spelled.titles[0].clone(), cells)
    }

    #[test]
    fn one_currency_is_named_once_in_the_title() {
        let (title, cells) = first_column(&amounts(&[(100_000, Currency::EUR), (250, Currency::EUR)]));
        assert_eq!(title, "Amount EUR");
        assert_eq!(cells, ["1,000.00", "2.50"]);
    }

    #[test]
    fn several_currencies_are_named_at_each_amount() {
        let (title, cells) = first_column(&amounts(&[(100_000, Currency::EUR), (7_700, Currency::CNY)]));
        assert_eq!(title, "Amount");
        assert_eq!(cells, ["1,000 EUR", "77 CNY"]);
    }

    #[test]
    fn what_steers_a_terminal_does_not_get_through() {
        let table = Table {
            columns: vec![Column::words("Name", Worth::Essential)],
            rows: vec![Row { cells: vec![Cell::text("a\u{1b}[2J\nb")], total: false }],
            when_empty: String::new(),
        };
        assert_eq!(first_column(&table).1, ["a b"]);
    }
}
