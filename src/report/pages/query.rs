//! Answers to questions in SQL, and what can be asked about.

use serde_json::{Map, Value};

use crate::domain::text::clean_text;
use crate::i18n::Lang;
use crate::report::model::ViewColumnOut;
use crate::report::page::Page;
use crate::report::query_words::{about, meaning};
use crate::report::table::{Cell, Column, Table, Worth};
use crate::store::view::query::views;
use crate::tr;

/// Every column of every view, with what it means.
pub fn columns(lang: Lang) -> Vec<ViewColumnOut> {
    let mut all = Vec::new();
    for view in views() {
        all.extend(view.columns().map(|column| ViewColumnOut {
            view: view.name.to_owned(),
            column: column.to_owned(),
            meaning: meaning(lang, &view, column),
        }));
    }
    all
}

/// The views, each with its columns.
pub fn views_page(lang: Lang, columns: &[ViewColumnOut]) -> Page {
    let mut page = Page::new(lang, tr!(lang, "query.title"));
    page.paragraph(tr!(lang, "query.intro"));
    for view in views() {
        page.heading(view.name).paragraph(about(lang, &view));
        let titles = vec![
            Column::whole(tr!(lang, "query.column"), Worth::Essential),
            Column::words(tr!(lang, "query.meaning"), Worth::Important),
        ];
        let mut table = Table::new(titles, "");
        for column in columns.iter().filter(|column| column.view == view.name) {
            table.push(vec![Cell::text(&column.column), Cell::text(&column.meaning)]);
        }
        page.blocks.push(crate::report::page::Block::Table(table));
    }
    page
}

/// The rows of an answer.
pub fn answer(lang: Lang, columns: &[String], records: &[Map<String, Value>]) -> Page {
    let titled = columns.iter().enumerate().map(|(place, name)| {
        let worth = if place == 0 { Worth::Essential } else { Worth::Useful };
        match records.iter().all(|record| record.get(name).is_none_or(is_figure)) {
            true => Column::figures(name, worth),
            false => Column::words(name, worth),
        }
    });
    let mut table = Table::new(titled.collect(), tr!(lang, "query.no_rows"));
    for record in records {
        table.push(columns.iter().map(|name| cell(record.get(name).unwrap_or(&Value::Null))).collect());
    }
    Page::of_table(lang, "", table)
}

/// Whether a value stands to the right: a number, an amount, or nothing.
fn is_figure(value: &Value) -> bool {
    match value {
        Value::Null | Value::Number(_) => true,
        Value::String(text) => {
            let bare = text.strip_prefix('-').unwrap_or(text);
            bare.starts_with(|digit: char| digit.is_ascii_digit())
                && bare.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        }
        _ => false,
    }
}

fn cell(value: &Value) -> Cell {
    match value {
        Value::Null => Cell::ABSENT,
        // What a question puts together never came through the door at which texts are cleaned.
        Value::String(text) => Cell::text(clean_text(text)),
        other => Cell::text(other.to_string()),
    }
}
