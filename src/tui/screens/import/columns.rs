//! What was recognised of a file: its columns, each with what it becomes and what stands in it.

use super::ImportScreen;
use crate::exchange::{Chosen, Column, Field, Glance, Kind, Plan, ReadError, Taken, Target};
use crate::i18n::Lang;
use crate::ops::import::Surveyed;
use crate::report::problem::explain_reason;
use crate::report::table::{self, Cell, Table, Tone, Worth};
use crate::report::{import_words, rows};
use crate::tr;
use crate::tui::look::Look;

impl ImportScreen {
    /// How many columns the file shown has.
    pub(super) fn columns(&self) -> usize {
        self.surveyed().map_or(0, |one| headers(one).len())
    }

    /// The header of the chosen column.
    pub(super) fn chosen_column(&self) -> Option<String> {
        headers(self.surveyed()?).get(self.column.at()).map(|header| (*header).to_owned())
    }

    /// What the file shown is taken to hold.
    pub(super) fn kind(&self) -> Option<Kind> {
        match &self.surveyed()?.found {
            Ok((plan, _)) => Some(plan.kind),
            Err(ReadError::NoNameColumn { kind, .. }) => Some(*kind),
            Err(_) => None,
        }
    }

    /// Whether what it holds, and which column is which, can be told of the file shown.
    pub(super) fn can_be_told(&self) -> bool {
        let is_table = |plan: &Plan| plan.separator != '\n' || plan.header_row.is_some();
        self.surveyed().is_some_and(|one| match &one.found {
            Ok((plan, _)) => is_table(plan),
            Err(_) => one.shape().is_some(),
        })
    }

    /// How many of its first rows can be looked at.
    pub(super) fn glances(&self) -> &[Glance] {
        match self.surveyed().map(|one| &one.found) {
            Some(Ok((_, glances))) => glances,
            _ => &[],
        }
    }

    /// The columns of the file shown, with the row that is looked at.
    pub(super) fn table(&self, look: &Look) -> Table {
        let lang = look.lang;
        let columns = vec![
            table::Column::words(tr!(lang, "column.column"), Worth::Essential),
            table::Column::words(tr!(lang, "importing.becomes"), Worth::Essential),
            table::Column::words(tr!(lang, "importing.in_file"), Worth::Important),
            table::Column::words(tr!(lang, "importing.read_as"), Worth::Useful),
            table::Column::words(tr!(lang, "importing.because"), Worth::Useful),
        ];
        let mut table = Table::new(columns, "");
        let Some(surveyed) = self.surveyed() else { return table };
        let Ok((plan, glances)) = &surveyed.found else {
            for header in headers(surveyed) {
                table.push(vec![Cell::text(header), Cell::ABSENT, Cell::ABSENT, Cell::ABSENT, Cell::ABSENT]);
            }
            return table;
        };
        let glance = glances.get(self.row);
        for (at, column) in plan.columns.iter().enumerate() {
            let is_left = matches!(column.target, Target::Skip) || column.chosen == Chosen::Blank;
            let tone = match column.chosen {
                _ if is_left => Tone::Quiet,
                Chosen::ByHand => Tone::Strong,
                _ => Tone::Plain,
            };
            let cell = glance.and_then(|glance| glance.cells.get(at)).map(String::as_str).unwrap_or_default();
            table.push(vec![
                Cell::text(&column.header),
                Cell::text(import_words::target(lang, &column.target)).toned(tone),
                Cell::text(cell),
                if cell.is_empty() && !glance_is_card(glance) {
                    Cell::ABSENT
                } else {
                    read_as(lang, glance, column)
                },
                Cell::text(because(lang, column.chosen)).toned(Tone::Quiet),
            ]);
        }
        table
    }

    /// What was found out of the file shown, in a line; and what there is to mind about it.
    pub(super) fn recognised(&self, look: &Look) -> (String, Vec<String>) {
        let lang = look.lang;
        let Some(surveyed) = self.surveyed() else { return Default::default() };
        match &surveyed.found {
            Ok((plan, _)) => {
                let source = import_words::system(lang, plan.system);
                let kind = import_words::kind(lang, plan.kind);
                let rows_there = crate::report::grouped_count(plan.rows);
                let line = tr!(lang, "importing.recognised", source = source, kind = kind, rows = rows_there);
                let mut notes = rows::import::notes_of_plan(lang, plan);
                if surveyed.told.as_ref().is_some_and(|told| !told.is_empty()) && plan.is_known {
                    notes.insert(0, tr!(lang, "importing.told").into_owned());
                }
                (line.into_owned(), notes)
            }
            Err(error) => {
                let told = crate::report::problem::explain_unreadable(lang, error);
                (
                    told.what,
                    if surveyed.shape().is_some() {
                        vec![tr!(lang, "importing.say_kind").into_owned()]
                    } else {
                        told.hint.into_iter().collect()
                    },
                )
            }
        }
    }
}

/// The headers of a file, as far as it has such.
fn headers(surveyed: &Surveyed) -> Vec<&str> {
    match &surveyed.found {
        Ok((plan, _)) => plan.columns.iter().map(|column| column.header.as_str()).collect(),
        Err(ReadError::NotRecognised { columns, .. } | ReadError::NoNameColumn { columns, .. }) => {
            columns.iter().map(String::as_str).collect()
        }
        Err(_) => vec![],
    }
}

/// What a column of a row is understood as.
fn read_as(lang: Lang, glance: Option<&Glance>, column: &Column) -> Cell {
    match glance.map(|glance| &glance.taken) {
        Some(Taken::Record(record)) => {
            let mut seen = record.seen();
            match &column.target {
                Target::Field(field) => {
                    let own = seen.remove(field.as_str());
                    Cell::maybe(own.or_else(|| seen.remove(part_of(*field)?.as_str())))
                }
                Target::Custom(key) => Cell::maybe(seen.remove(&format!("field.{key}"))),
                Target::Label | Target::Skip => Cell::ABSENT,
            }
        }
        Some(Taken::Rejected(row)) if row.column.as_ref().is_none_or(|at| *at == column.header) => {
            Cell::text(explain_reason(lang, &row.reason)).toned(Tone::Bad)
        }
        _ => Cell::ABSENT,
    }
}

/// Whether a row has no cells of its own, as cards and events have none.
fn glance_is_card(glance: Option<&Glance>) -> bool {
    glance.is_some_and(|glance| glance.cells.is_empty())
}

/// What a column is one part of, and is understood as together with others.
fn part_of(field: Field) -> Option<Field> {
    match field {
        Field::FirstName | Field::MiddleName | Field::LastName => Some(Field::Name),
        Field::AccountId | Field::AccountDomain => Some(Field::Account),
        Field::ContactId | Field::ContactEmail => Some(Field::Contact),
        Field::ParentId => Some(Field::Parent),
        Field::DealId => Some(Field::Deal),
        Field::IsWon | Field::IsClosed => Some(Field::Status),
        _ => None,
    }
}

/// How it was found out what a column is.
fn because(lang: Lang, chosen: Chosen) -> String {
    match chosen {
        Chosen::ByHeader => tr!(lang, "importing.by_header"),
        Chosen::ByContent => tr!(lang, "importing.by_content"),
        Chosen::ByHand => tr!(lang, "importing.by_hand"),
        Chosen::Left => tr!(lang, "importing.by_nothing"),
        Chosen::Blank => tr!(lang, "importing.blank"),
    }
    .into_owned()
}
