//! Rows to records: each cell to its field, by what was decided for its column.

mod account;
mod activity;
mod contact;
mod deal;
mod row;

use std::collections::BTreeMap;

pub(super) use self::contact::{day_of_year, full_name};
use self::row::Row;
use super::recognise::{Header, Table, are_ids, key, phone_label};
use super::{Field, Kind, Plan, Reason, Record, Rejected, Target};
use crate::domain::money::Currency;

/// Longest value that a rejection shows, in characters.
const SHOWN: usize = 60;

/// What stands before the totals of a list, as headers are compared.
const TOTALS: [&str; 16] = [
    "total",
    "totals",
    "grandtotal",
    "grandtotals",
    "subtotal",
    "subtotals",
    "sum",
    "summe",
    "gesamt",
    "gesamtsumme",
    "合计",
    "总计",
    "小计",
    "合計",
    "総計",
    "小計",
];

/// Turns the rows of one file to records.
#[derive(Debug, Clone)]
pub struct Builder {
    plan: Plan,
    fields: BTreeMap<Field, Vec<usize>>,
    custom: Vec<(usize, String)>,
    labels: Vec<Option<Label>>,
    currency: Currency,
    /// Columns up to the last that has a header.
    width: usize,
    accounts_by_id: bool,
}

/// Where the label of an address or number comes from.
#[derive(Debug, Clone, Copy)]
enum Label {
    /// From its header.
    Fixed(&'static str),
    /// From another column.
    Column(usize),
}

impl Builder {
    /// For a file that was understood so; `currency` is that of amounts which name none.
    pub fn new(plan: &Plan, table: &Table, currency: Currency) -> Builder {
        let mut fields: BTreeMap<Field, Vec<usize>> = BTreeMap::new();
        let mut custom = Vec::new();
        for (at, column) in plan.columns.iter().enumerate() {
            match &column.target {
                Target::Field(field) => fields.entry(*field).or_default().push(at),
                Target::Custom(key) => custom.push((at, key.clone())),
                Target::Label | Target::Skip => {}
            }
        }
        let labels = (0..plan.columns.len()).map(|at| label(plan, at)).collect();
        let accounts = fields.get(&Field::Account).and_then(|columns| columns.first());
        let accounts_by_id = accounts.is_some_and(|at| {
            let header = key(&plan.columns[*at].header);
            !header.contains("name") && !header.contains("名") && are_ids(table.column(*at))
        });
        let width = plan.columns.len();
        Builder { plan: plan.clone(), fields, custom, labels, currency, width, accounts_by_id }
    }

    /// The record in the row of that number, or why there is none.
    pub fn record(&self, number: u64, cells: &super::csv::Cells) -> Result<Record, Rejected> {
        let found = cells.len();
        let refused = |reason| Err(self.whole_row(number, cells, reason));
        if found < self.width {
            return refused(Reason::TooFewCells { expected: self.width, found });
        }
        if (self.width..found).any(|at| !cells.get(at).trim().is_empty()) {
            return refused(Reason::TooManyCells { expected: self.width, found });
        }
        if self.is_totals(cells) {
            return refused(Reason::Totals);
        }
        let mut row = Row::new(self, number, cells);
        match self.plan.kind {
            Kind::Accounts => account::build(&mut row).map(Record::Account),
            Kind::Contacts => contact::build(&mut row).map(Record::Contact),
            Kind::Deals => deal::build(&mut row).map(Record::Deal),
            Kind::Activities => activity::build(&mut row).map(Record::Activity),
        }
    }

    /// Whether a row of a list of deals is the line of totals below it: a word for that, nobody's account, and
    /// figures.
    fn is_totals(&self, cells: &super::csv::Cells) -> bool {
        let mut filled = cells.iter().map(str::trim).filter(|cell| !cell.is_empty());
        let Some(word) = filled.next() else { return false };
        let accounts = [Field::Account, Field::AccountId, Field::AccountDomain];
        let mut accounts = accounts.iter().filter_map(|field| self.fields.get(field)).flatten().peekable();
        self.plan.kind == Kind::Deals
            && TOTALS.contains(&Header::of(word).bare.as_str())
            && accounts.peek().is_some()
            && accounts.all(|at| cells.get(*at).trim().is_empty())
            && filled.all(|cell| cell.chars().any(|sign| sign.is_ascii_digit()))
    }

    /// A rejection for which no single column is to blame: it shows the row's filled cells.
    fn whole_row(&self, row: u64, cells: &super::csv::Cells, reason: Reason) -> Rejected {
        let filled: Vec<&str> = cells.iter().filter(|cell| !cell.trim().is_empty()).take(10).collect();
        Rejected { row, column: None, value: shorten(&filled.join(" | ")), reason }
    }
}

/// One clean line that fits a report.
pub fn shorten(text: &str) -> String {
    let start: String = text.chars().take(4 * SHOWN).collect();
    let line = crate::domain::text::clean_line(&start);
    match line.char_indices().nth(SHOWN) {
        Some((at, _)) => format!("{}…", line[..at].trim_end()),
        None => line,
    }
}

fn label(plan: &Plan, at: usize) -> Option<Label> {
    if at > 0 && plan.columns[at - 1].target == Target::Label {
        return Some(Label::Column(at - 1));
    }
    phone_label(&key(&plan.columns[at].header)).map(Label::Fixed)
}
