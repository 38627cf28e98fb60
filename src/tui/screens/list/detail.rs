//! All that is known of one record, and what hangs on it: beside a list, or over it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::{Accounts, Deals, Log, People};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::stage::Stage;
use crate::domain::word::{RecordKind, Status};
use crate::report::page::{Block, Page};
use crate::report::table::{Cell, Table, Tone, Value};
use crate::report::{percent, rows, words};
use crate::store::view::lines::{ActivityLine, ContactLine, DealLine};
use crate::store::view::list::{Clause, Line};
use crate::store::{Book, Error, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::text;

/// Neighbours of a kind that are named.
const NAMED: usize = 6;

/// Lines that a long text may take.
const LINES: usize = 4;

/// The pane's state.
#[derive(Debug, Clone, Default)]
pub struct DetailPane {
    open: bool,
    of: Option<Id>,
    page: Page,
    beside: Vec<Section>,
}

/// Some neighbours of a record.
#[derive(Debug, Clone)]
struct Section {
    heading: String,
    /// What each is called, and a word about it.
    lines: Vec<(String, String)>,
}

/// The stages of the book.
///
/// # Errors
/// What the store could not read.
pub fn stages(book: &Book) -> Result<Vec<Stage>> {
    Ok(book.stages()?.into_iter().map(Stage::from).collect())
}

/// A record, and all that is known of itself; none where it is gone.
///
/// # Errors
/// What the store could not read.
pub fn read_record(book: &Book, look: &Look, kind: RecordKind, id: Id) -> Result<Option<(Chosen, Page)>> {
    match kind {
        RecordKind::Account => read_one::<Accounts>(book, look, id),
        RecordKind::Contact => read_one::<People>(book, look, id),
        RecordKind::Activity => read_one::<Log>(book, look, id),
        _ => read_one::<Deals>(book, look, id),
    }
}

fn read_one<K: super::kind::Kind>(book: &Book, look: &Look, id: Id) -> Result<Option<(Chosen, Page)>> {
    match rows::one::<K::Out>(book, id) {
        Ok(record) => Ok(Some((K::chosen(&record), K::sheet(look, &stages(book)?, &record)))),
        Err(Error::NoRecord) => Ok(None),
        Err(error) => Err(error),
    }
}

impl DetailPane {
    /// Whether it was asked for; on a wide screen it is shown all the same.
    pub fn is_open(&self) -> bool {
        self.open
    }

    /// Opens or closes it.
    pub fn toggle(&mut self) {
        self.open = !self.open;
    }

    /// The record that it has been read for.
    pub fn of(&self) -> Option<Id> {
        self.of
    }

    /// Shows nothing.
    pub fn forget(&mut self) {
        *self = DetailPane { open: self.open, ..DetailPane::default() };
    }

    /// Reads what hangs on a record; `page` is what is known of itself.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(&mut self, book: &Book, look: &Look, record: &Chosen, page: Page) -> Result<()> {
        self.of = Some(record.id);
        self.page = page;
        self.beside = Vec::new();
        if record.kind == RecordKind::Activity {
            return Ok(());
        }
        if record.kind == RecordKind::Account {
            let people = some::<ContactLine>(book, Kind::Contacts, record)?.into_iter();
            let lines = people.map(|line| (line.contact.name, line.contact.title.unwrap_or_default()));
            self.put(tr!(look.lang, "people.title").into(), lines.collect());
        }
        if record.kind != RecordKind::Deal {
            let deals = some::<DealLine>(book, Kind::Deals, record)?.into_iter();
            let lines = deals.map(|line| {
                let amount = line.deal.amount.map(|minor| look.amount(minor.into(), line.deal.currency, 9));
                let stage = match line.deal.status {
                    Status::Open => look.stage(&line.stage.0),
                    status => words::status(look.lang, status).into_owned(),
                };
                (line.deal.name, format!("{}  {stage}", amount.unwrap_or_default()))
            });
            self.put(tr!(look.lang, "deals.title").into(), lines.collect());
        }
        let log = some::<ActivityLine>(book, Kind::Activities, record)?.into_iter();
        let lines = log.map(|line| {
            let kind = words::activity_kind(look.lang, line.activity.kind);
            let said = line.activity.subject.unwrap_or_default();
            let what = if said.is_empty() { kind.into_owned() } else { format!("{kind}: {said}") };
            (what, look.date(line.activity.happened_on))
        });
        self.put(tr!(look.lang, "detail.activities").into(), lines.collect());
        Ok(())
    }

    fn put(&mut self, heading: String, lines: Vec<(String, String)>) {
        if !lines.is_empty() {
            self.beside.push(Section { heading, lines });
        }
    }

    /// Draws it with a thin line at its left, where it stands beside something.
    pub fn draw_beside(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        if area.x > 2 {
            for row in area.rows() {
                text::left(buf, look.measure, Rect { x: area.x - 2, width: 1, ..row }, "│", look.theme.rule);
            }
        }
        self.draw(look, area, buf);
    }

    /// Draws it, as much of it as there is room for.
    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            text::left(buf, look.measure, row, &self.page.title, look.theme.title);
        }
        for block in &self.page.blocks {
            match block {
                Block::Heading(words) => draw_heading(look, words, &mut rows, buf),
                Block::Paragraph(words) => {
                    for line in text::wrapped(look.measure, words, area.width.into()) {
                        let Some(row) = rows.next() else { return };
                        text::left(buf, look.measure, row, &line, Style::new());
                    }
                }
                Block::List(things) => {
                    for thing in things {
                        for line in text::wrapped(look.measure, &format!("- {thing}"), area.width.into()) {
                            let Some(row) = rows.next() else { return };
                            text::left(buf, look.measure, row, &line, Style::new());
                        }
                    }
                }
                Block::Facts(facts) => draw_facts(look, facts, &mut rows, buf),
                Block::Table(table) => draw_table(look, table, &mut rows, buf),
                Block::Picture(_) => {}
            }
        }
        for Section { heading, lines } in &self.beside {
            draw_heading(look, heading, &mut rows, buf);
            for (what, word) in lines {
                let Some(row) = rows.next() else { return };
                let word_width = (look.measure.width(word) as u16).min(row.width / 2);
                let left = Rect { width: row.width.saturating_sub(word_width + 2), ..row };
                text::left(buf, look.measure, left, what, Style::new());
                text::right(
                    buf,
                    look.measure,
                    row,
                    &look.measure.cut(word, word_width.into()),
                    look.theme.dim,
                );
            }
        }
    }
}

/// The first neighbours of a kind, in their usual order.
fn some<L: Line>(book: &Book, kind: Kind, of: &Chosen) -> Result<Vec<L>> {
    let Some(clause) = Clause::within(kind, of.kind, of.id) else { return Ok(Vec::new()) };
    let found = book.window::<L>(&clause, L::ORDER, &Default::default(), NAMED)?;
    Ok(found.into_iter().map(|placed| placed.line).collect())
}

fn draw_heading(look: &Look, words: &str, rows: &mut impl Iterator<Item = Rect>, buf: &mut Buffer) {
    rows.next();
    if let Some(row) = rows.next() {
        text::left(buf, look.measure, row, words, look.theme.title);
    }
}

/// A name and a value a line; a long text takes some lines more.
fn draw_facts(
    look: &Look,
    facts: &[(String, Cell)],
    rows: &mut impl Iterator<Item = Rect>,
    buf: &mut Buffer,
) {
    let names = facts.iter().map(|(name, _)| look.measure.width(name)).max().unwrap_or(0) as u16 + 2;
    for (name, cell) in facts {
        let Some(row) = rows.next() else { return };
        let names = names.min(row.width / 2);
        let place = |row: Rect| Rect { x: row.x + names, width: row.width - names, ..row };
        text::left(buf, look.measure, row, name, look.theme.dim);
        let words = spelled(look, cell, place(row).width.into());
        let lines = text::wrapped(look.measure, &words, place(row).width.into());
        for (at, line) in lines.iter().take(LINES).enumerate() {
            let row = if at == 0 { Some(row) } else { rows.next() };
            let Some(row) = row else { return };
            text::left(buf, look.measure, place(row), line, toned(look, cell.tone));
        }
    }
}

/// The rows of a table, as many columns as there is room for.
fn draw_table(look: &Look, table: &Table, rows: &mut impl Iterator<Item = Rect>, buf: &mut Buffer) {
    for line in &table.rows {
        let Some(row) = rows.next() else { return };
        let mut x = row.x;
        for (at, cell) in line.cells.iter().enumerate() {
            let width = |cell: &Cell| look.measure.width(&spelled(look, cell, 12)) as u16;
            let natural = table.rows.iter().filter_map(|row| row.cells.get(at)).map(width).max().unwrap_or(0);
            let area = Rect { x, width: natural, ..row }.intersection(row);
            let words = spelled(look, cell, 12);
            text::left(buf, look.measure, area, &words, toned(look, cell.tone));
            x += natural + 2;
        }
    }
}

/// A value as this person reads it.
pub fn spelled(look: &Look, cell: &Cell, cells: usize) -> String {
    match &cell.value {
        Value::Absent => String::new(),
        Value::Text(text) => text.clone(),
        Value::Money(minor, currency) => {
            let code = format!("{currency} ");
            format!("{code}{}", look.amount(*minor, *currency, cells.saturating_sub(code.len())))
        }
        Value::Rate(points) => percent(*points),
        Value::Ratio(ratio) => look.ratio(*ratio),
        Value::Count(count) => count.to_string(),
        Value::Day(day) => look.date(*day),
    }
}

fn toned(look: &Look, tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => look.theme.title,
        Tone::Quiet => look.theme.dim,
        Tone::Good => look.theme.good,
        Tone::Warning => look.theme.warn,
        Tone::Bad => look.theme.bad,
    }
}
