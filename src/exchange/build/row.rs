//! The cells of one row by field.

use super::{Builder, Label, shorten};
use crate::domain::amount::AmountError;
use crate::domain::money::{Currency, Money};
use crate::domain::text::{clean_line, clean_text};
use crate::exchange::csv::{Cells, unguard_formula};
use crate::exchange::recognise::CUSTOM_FIELDS;
use crate::exchange::values::{amount, date, list, rate, word};
use crate::exchange::{
    AccountRef, Cell, ContactRef, Custom, Field, Moment, Origin, Reach, Reading, Reason, Rejected, System,
};

/// One row, as fields.
pub struct Row<'a> {
    builder: &'a Builder,
    number: u64,
    cells: &'a Cells,
    /// Cells of known fields that could not be read, kept as custom values.
    kept: Vec<Custom>,
}

impl<'a> Row<'a> {
    /// The row of that number.
    pub fn new(builder: &'a Builder, number: u64, cells: &'a Cells) -> Self {
        Row { builder, number, cells, kept: Vec::new() }
    }

    /// Who wrote the file.
    pub fn system(&self) -> System {
        self.builder.plan.system
    }

    /// The columns that hold a field.
    pub fn columns(&self, field: Field) -> &'a [usize] {
        self.builder.fields.get(&field).map_or(&[], Vec::as_slice)
    }

    /// A cell as it was before a spreadsheet had to be kept from running it.
    pub fn raw(&self, column: usize) -> &'a str {
        unguard_formula(self.cells.get(column))
    }

    /// One line: the first filled one, where several columns hold the field.
    pub fn line(&self, field: Field) -> Cell<String> {
        let lines = self.columns(field).iter().map(|column| clean_line(self.raw(*column)));
        lines.fold(Cell::Absent, |found, line| found.or(Cell::text(line)))
    }

    /// The lines of several columns in one, with a space between.
    pub fn joined(&self, field: Field) -> Cell<String> {
        let lines = self.columns(field).iter().map(|column| clean_line(self.raw(*column)));
        let filled: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
        self.present(field, || Cell::text(filled.join(" ")))
    }

    /// Text of several lines; that of several columns one below the other.
    pub fn lines(&self, field: Field) -> Cell<String> {
        let texts = self.columns(field).iter().map(|column| clean_text(self.raw(*column)));
        let filled: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        self.present(field, || Cell::text(filled.join("\n")))
    }

    /// Several values.
    pub fn list(&self, field: Field, split: fn(&str) -> Vec<String>) -> Cell<Vec<String>> {
        let mut values: Vec<String> = Vec::new();
        for value in self.columns(field).iter().flat_map(|column| split(self.raw(*column))) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        self.present(field, || if values.is_empty() { Cell::Empty } else { Cell::Is(values) })
    }

    /// A day.
    pub fn day(&self, field: Field) -> Result<Cell<chrono::NaiveDate>, Rejected> {
        Ok(self.moment(field)?.map(|moment| moment.day))
    }

    /// A day with its time.
    pub fn moment(&self, field: Field) -> Result<Cell<Moment>, Rejected> {
        self.first(field, |column, text| {
            let order = match self.builder.plan.columns[column].reading {
                Reading::Dates(order) => order.order(),
                _ => None,
            };
            date::read(text).ok_or(Reason::NotADate)?.settle(order)
        })
    }

    /// An amount; `currency` is that of the row.
    pub fn amount(&self, field: Field, currency: Option<Currency>) -> Result<Cell<Money>, Rejected> {
        self.first(field, |column, text| {
            let Reading::Amounts(amounts) = self.builder.plan.columns[column].reading else {
                return Err(Reason::NotAnAmount(AmountError::NotANumber(clean_line(text))));
            };
            let default = currency.or(amounts.currency).unwrap_or(self.builder.currency);
            let own = stated_amount(text);
            let money = amount::read(own.as_deref().unwrap_or(text), amounts, default)
                .map_err(Reason::NotAnAmount)?;
            match currency {
                Some(column) if column != money.currency => {
                    Err(Reason::OtherCurrency { column, amount: money.currency })
                }
                _ => Ok(money),
            }
        })
    }

    /// A share of a whole in basis points.
    pub fn rate(&self, field: Field) -> Result<Cell<i64>, Rejected> {
        self.first(field, |column, text| {
            let fractions =
                matches!(self.builder.plan.columns[column].reading, Reading::Rates { fractions: true });
            rate::read(text, fractions).ok_or(Reason::NotARate)
        })
    }

    /// The row's currency.
    pub fn currency(&self) -> Result<Cell<Currency>, Rejected> {
        self.first(Field::Currency, |_, text| amount::currency(text).ok_or(Reason::UnknownCurrency))
    }

    /// A word of a closed list; a cell that holds none is kept as a custom value.
    pub fn word<T>(&mut self, field: Field, read: impl Fn(&str) -> Option<T>) -> Cell<T> {
        let mut found = Cell::Absent;
        for column in self.columns(field) {
            let text = self.raw(*column);
            let cell = match read(text) {
                _ if word::stands_for_nothing(text.trim()) => Cell::Empty,
                Some(value) => Cell::Is(value),
                None => {
                    self.keep(*column);
                    Cell::Empty
                }
            };
            found = found.or(cell);
        }
        found
    }

    /// What a fallible reading gives; where it fails the cell is kept as a custom value. For fields that
    /// no figure hangs on.
    pub fn or_kept<T>(&mut self, read: Result<Cell<T>, Rejected>) -> Cell<T> {
        read.unwrap_or_else(|rejected| {
            let header = rejected.column.unwrap_or_default();
            let column = self.builder.plan.columns.iter().position(|column| column.header == header);
            column.into_iter().for_each(|column| self.keep(column));
            Cell::Empty
        })
    }

    /// Keeps a cell as a custom value.
    pub fn keep(&mut self, column: usize) {
        let key = self.builder.plan.columns[column].header.clone();
        self.kept.push(Custom { key, value: clean_text(self.raw(column)) });
    }

    /// E-mail addresses or numbers with their labels.
    pub fn reaches(&mut self, field: Field, split: fn(&str) -> Vec<String>) -> Cell<Vec<Reach>> {
        let mut reaches: Vec<Reach> = Vec::new();
        for column in self.columns(field) {
            let text = self.raw(*column);
            let values = split(text);
            if values.is_empty() && !word::stands_for_nothing(text.trim()) {
                self.keep(*column);
            }
            for value in values {
                if !reaches.iter().any(|reach| reach.value == value) {
                    reaches.push(Reach { label: self.label(*column), value });
                }
            }
        }
        self.present(field, || if reaches.is_empty() { Cell::Empty } else { Cell::Is(reaches) })
    }

    fn label(&self, column: usize) -> Option<String> {
        match self.builder.labels[column]? {
            Label::Fixed(label) => Some(label.to_owned()),
            Label::Column(other) => {
                let text = clean_line(self.raw(other)).to_lowercase();
                let text = text.trim_start_matches(['*', ' ']).to_owned();
                (!text.is_empty()).then_some(text)
            }
        }
    }

    /// The account that the row speaks of.
    pub fn account(&self) -> AccountRef {
        let fields = [Field::Account, Field::AccountId, Field::AccountDomain];
        let told = fields.iter().any(|field| !self.columns(*field).is_empty());
        let ids = self.list(Field::AccountId, list::split).into_value().unwrap_or_default();
        let mut name = self.line(Field::Account).into_value();
        // Several ids stand beside as many names; the first is the chief one.
        if let Some(names) =
            name.as_deref().map(list::split).filter(|names| ids.len() > 1 && names.len() == ids.len())
        {
            name = names.into_iter().next();
        }
        let (name, id_or_name) = if self.builder.accounts_by_id { (None, name) } else { (name, None) };
        let domains = self.list(Field::AccountDomain, list::split).into_value().unwrap_or_default();
        let domain = domains.iter().find_map(|text| list::domain(text));
        AccountRef { id: ids.into_iter().next(), name, domain, id_or_name, told }
    }

    /// The contacts that the row speaks of. Where ids, addresses and names are equally many, the first of
    /// each are one person, and so on; else each stands for itself.
    pub fn contacts(&self) -> Cell<Vec<ContactRef>> {
        let fields = [Field::ContactId, Field::ContactEmail, Field::Contact];
        if fields.iter().all(|field| self.columns(*field).is_empty()) {
            return Cell::Absent;
        }
        let values = |field, split| self.list(field, split).into_value().unwrap_or_default();
        let ids = values(Field::ContactId, list::split);
        let emails = values(Field::ContactEmail, list::emails);
        let names = values(Field::Contact, list::split);
        let most = ids.len().max(emails.len()).max(names.len());
        let even = [ids.len(), emails.len(), names.len()].iter().all(|count| *count == 0 || *count == most);
        let refs: Vec<ContactRef> = if even {
            let at = |values: &[String], at: usize| values.get(at).cloned();
            (0..most)
                .map(|n| ContactRef { id: at(&ids, n), email: at(&emails, n), name: at(&names, n) })
                .collect()
        } else {
            let none = ContactRef::default;
            let by_id = ids.into_iter().map(|id| ContactRef { id: Some(id), ..none() });
            let by_email = emails.into_iter().map(|email| ContactRef { email: Some(email), ..none() });
            let by_name = names.into_iter().map(|name| ContactRef { name: Some(name), ..none() });
            by_id.chain(by_email).chain(by_name).collect()
        };
        if refs.is_empty() { Cell::Empty } else { Cell::Is(refs) }
    }

    /// Where the record comes from; to be called last.
    pub fn origin(&mut self) -> Origin {
        let id = self.line(Field::Id).into_value();
        let mut custom: Vec<Custom> = Vec::with_capacity(self.builder.custom.len());
        for (column, key) in &self.builder.custom {
            if key == CUSTOM_FIELDS && self.system() == System::Keybook {
                custom.extend(custom_fields(self.raw(*column)));
                continue;
            }
            custom.push(Custom { key: key.clone(), value: clean_text(self.raw(*column)) });
        }
        custom.append(&mut self.kept);
        Origin { row: self.number, id, custom }
    }

    /// A rejection of the whole row.
    pub fn refuse(&self, reason: Reason) -> Rejected {
        self.builder.whole_row(self.number, self.cells, reason)
    }

    /// The first filled cell of a field, read; a rejection that names column and value where that fails.
    fn first<T>(
        &self,
        field: Field,
        read: impl Fn(usize, &str) -> Result<T, Reason>,
    ) -> Result<Cell<T>, Rejected> {
        for column in self.columns(field) {
            let text = self.raw(*column);
            if word::stands_for_nothing(text.trim()) {
                continue;
            }
            return read(*column, text).map(Cell::Is).map_err(|reason| Rejected {
                row: self.number,
                column: Some(self.builder.plan.columns[*column].header.clone()),
                value: shorten(text),
                reason,
            });
        }
        Ok(self.present(field, || Cell::Empty))
    }

    fn present<T>(&self, field: Field, cell: impl FnOnce() -> Cell<T>) -> Cell<T> {
        if self.columns(field).is_empty() { Cell::Absent } else { cell() }
    }
}

/// An amount of our own export, `{"amount": "5.00", "currency": "USD"}`, as text.
fn stated_amount(text: &str) -> Option<String> {
    let stated: serde_json::Value = text.starts_with('{').then(|| serde_json::from_str(text).ok())??;
    Some(format!("{} {}", stated.get("amount")?.as_str()?, stated.get("currency")?.as_str()?))
}

/// The custom fields of our own export.
fn custom_fields(text: &str) -> Vec<Custom> {
    let fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text).unwrap_or_default();
    let shown = |value: serde_json::Value| match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => clean_text(&text),
        other => stated_amount(&other.to_string()).unwrap_or_else(|| other.to_string()),
    };
    fields.into_iter().map(|(key, value)| Custom { key: clean_line(&key), value: shown(value) }).collect()
}
