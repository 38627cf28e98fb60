//! What a kind of entry is said to be, and what its table keeps, are one.

use super::column::columns;
use crate::domain::entry::{EntryKind, Field, Form, Spec};
use crate::store::{Book, Clock};

fn book() -> Book {
    Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap()
}

/// A column as its table declares it: name, type, whether it must be told.
type Declared = (String, String, bool);

fn declared(book: &Book, table: &str) -> Vec<Declared> {
    let sql = "SELECT name, type, \"notnull\" FROM pragma_table_info(?1) ORDER BY cid";
    let mut statement = book.connection.prepare(sql).unwrap();
    let rows = statement.query_map([table], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

fn sql_of(book: &Book, table: &str) -> String {
    let sql = "SELECT sql FROM sqlite_schema WHERE name = ?1";
    book.connection.query_row(sql, [table], |row| row.get(0)).unwrap()
}

fn type_of(form: Form) -> &'static str {
    match form {
        Form::Line | Form::Text | Form::Word(_) | Form::Quarter | Form::Day => "TEXT",
        _ => "INTEGER",
    }
}

fn specs() -> impl Iterator<Item = (&'static Spec, &'static Field)> {
    EntryKind::ALL.iter().flat_map(|kind| kind.spec().fields.iter().map(|field| (kind.spec(), field)))
}

#[test]
fn every_table_has_the_columns_of_its_kind() {
    let book = book();
    for spec in EntryKind::ALL.iter().map(|kind| kind.spec()) {
        let names: Vec<String> = declared(&book, spec.table).into_iter().map(|column| column.0).collect();
        assert_eq!(names, columns(spec), "{}", spec.table);
    }
    for (spec, field) in specs() {
        let wanted = (field.column(), type_of(field.form).to_owned(), field.required);
        assert!(declared(&book, spec.table).contains(&wanted), "{}: {wanted:?}", spec.table);
    }
}

#[test]
fn every_table_refuses_what_its_kind_refuses() {
    let book = book();
    for (spec, field) in specs() {
        let column = field.column();
        let check = match field.form {
            Form::Number { least, most } => format!("CHECK ({column} BETWEEN {least} AND {most})"),
            Form::Stars(most) => format!("CHECK ({column} BETWEEN 1 AND {most})"),
            Form::Rate => format!("CHECK ({column} BETWEEN 0 AND 10000)"),
            Form::Flag => format!("CHECK ({column} IN (0, 1))"),
            Form::Money { signed: false } => format!("CHECK ({column} >= 0)"),
            Form::Word(known) => format!("CHECK ({column} IN ('{}'))", known.join("', '")),
            _ => continue,
        };
        let sql = sql_of(&book, spec.table).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(sql.replace("( ", "(").contains(&check), "{}: {check}", spec.table);
    }
}

#[test]
fn every_reference_is_known_to_the_book_and_found_by_an_index() {
    let book = book();
    for (spec, field) in specs() {
        let Form::Reference(target) = field.form else { continue };
        let sql = "SELECT \"table\" FROM pragma_foreign_key_list(?1) WHERE \"from\" = ?2";
        let table: String =
            book.connection.query_row(sql, [spec.table, &field.column()], |row| row.get(0)).unwrap();
        assert_eq!(table, target.table());
        let plan: String = book
            .connection
            .query_row(
                &format!("EXPLAIN QUERY PLAN SELECT id FROM {} WHERE {} = 1", spec.table, field.column()),
                [],
                |row| row.get(3),
            )
            .unwrap();
        assert!(plan.contains("INDEX"), "{}.{}: {plan}", spec.table, field.key);
    }
}
