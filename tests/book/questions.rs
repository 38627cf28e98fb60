//! Questions in SQL: what may be asked, and what is refused.

use keybook::i18n::Lang;
use keybook::ops::contact::{self, ContactInput};
use keybook::report::model::EntryOut;
use keybook::report::pages;
use keybook::store::Book;
use keybook::store::view::query::{Question, Unasked, views};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::common::{add_account, book};

/// A book with an account, and a person there.
fn with_contact() -> Book {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let input =
        ContactInput { name: Some("Ada".into()), account: Some(Some(account)), ..ContactInput::default() };
    contact::add(&mut book, &input).unwrap();
    book
}

fn ask(book: Book, sql: &str) -> Result<(Vec<String>, Vec<Vec<Value>>), Unasked> {
    Question::to(book)?.ask(sql, |columns, rows| Ok((columns, rows.collect::<Result<Vec<_>, Unasked>>()?)))
}

fn refused(sql: &str) -> Unasked {
    ask(with_contact(), sql).unwrap_err()
}

#[test]
fn every_column_of_every_view_can_be_asked_without_quotes_alone_and_joined() {
    for view in views() {
        let columns = view.columns().collect::<Vec<_>>().join(", ");
        let sql = format!("SELECT {columns} FROM {}", view.name);
        ask(with_contact(), &sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
        let sql = format!("SELECT one.*, stages.place FROM {} one LEFT JOIN stages LIMIT 3", view.name);
        ask(with_contact(), &sql).unwrap_or_else(|error| panic!("{sql}: {error}"));
    }
}

#[test]
fn a_view_of_entries_has_the_columns_that_programs_read_elsewhere() {
    for view in views() {
        let Some(kind) = view.entries else { continue };
        let ours: Vec<&str> = view.columns().collect();
        let theirs = EntryOut::columns(kind.spec());
        let kept = theirs.iter().map(String::as_str).filter(|column| ours.contains(column));
        assert_eq!(kept.collect::<Vec<_>>(), ours, "{kind}");
    }
}

#[test]
fn every_view_and_column_says_what_it_holds_in_both_languages() {
    for lang in [Lang::En, Lang::Zh] {
        let columns = pages::query::columns(lang);
        assert!(columns.len() > 200);
        let silent: Vec<_> = columns.iter().filter(|column| column.meaning.is_empty()).collect();
        assert!(silent.is_empty(), "{silent:?}");
    }
}

#[test]
fn values_are_written_as_everywhere_else() {
    let mut book = book();
    let account = add_account(&mut book, "Acme");
    let (columns, rows) =
        ask(book, "SELECT id, code, currency, open_deals, open_amount, created FROM accounts").unwrap();
    assert_eq!(columns, ["id", "code", "currency", "open_deals", "open_amount", "created"]);
    let day = json!("2026-11-21");
    assert_eq!(
        rows,
        [vec![json!(account.to_string()), json!("A-1"), rows[0][2].clone(), json!(0), json!("0.00"), day]]
    );
}

#[test]
fn accounts_and_their_people_are_joined_by_identity() {
    let sql = "SELECT a.name, c.name, count(*) AS n FROM contacts c JOIN accounts a ON a.id = c.account_id GROUP BY 1";
    let (columns, rows) = ask(with_contact(), sql).unwrap();
    assert_eq!(columns, ["name", "name_2", "n"]);
    assert_eq!(rows, [vec![json!("Acme"), json!("Ada"), json!(1)]]);
}

#[test]
fn a_join_by_identity_finds_its_partner_by_an_index() {
    let book = with_contact();
    let sql = "EXPLAIN QUERY PLAN SELECT d.name FROM deals d JOIN accounts a ON a.id = d.account_id";
    let (_, rows) = ask(book, sql).unwrap();
    let plan: Vec<&str> = rows.iter().filter_map(|row| row[3].as_str()).collect();
    assert!(plan.iter().any(|step| step.contains("SEARCH") && step.contains("AUTOMATIC")), "{plan:?}");
}

#[test]
fn one_view_alone_is_counted_and_searched_through_the_tables_own_indexes() {
    let book = with_contact();
    let sql = "EXPLAIN QUERY PLAN SELECT name FROM deals WHERE status = 'open' AND close_date < '2026-12-01'";
    let (_, rows) = ask(book, sql).unwrap();
    let plan: Vec<&str> = rows.iter().filter_map(|row| row[3].as_str()).collect();
    assert!(plan.iter().any(|step| step.contains("USING INDEX deal_close")), "{plan:?}");
    let (_, rows) = ask(with_contact(), "SELECT count(*) FROM operations").unwrap();
    assert_eq!(rows, [[json!(2)]]);
}

#[test]
fn the_books_own_tables_are_not_to_be_built_on() {
    for sql in [
        "SELECT name FROM account",
        "SELECT count(*) FROM account",
        "SELECT * FROM main.five_elements",
        "SELECT * FROM sqlite_schema",
        "SELECT * FROM accounts, draft",
        "SELECT (SELECT max(code) FROM deal) FROM deals",
    ] {
        assert!(matches!(refused(sql), Unasked::Table(_)), "{sql}: {:?}", refused(sql));
    }
}

#[test]
fn nothing_is_written_and_no_screw_is_turned() {
    for sql in [
        "PRAGMA user_version",
        "PRAGMA query_only = 0",
        "ATTACH 'elsewhere.db' AS elsewhere",
        "CREATE TEMP TABLE t (x)",
        "DROP VIEW accounts",
        "VACUUM INTO 'copy.db'",
        "BEGIN",
        "INSERT INTO account (id) VALUES (1)",
        "UPDATE account SET name = 'x'",
        "DELETE FROM account",
        "SELECT keybook_operation()",
        "SELECT * FROM pragma_table_info('account')",
    ] {
        let error = refused(sql);
        assert!(!matches!(error, Unasked::Store(_)), "{sql}: {error:?}");
    }
    assert!(matches!(refused("  ;; "), Unasked::Empty));
    assert!(matches!(refused("SELECT 1; SELECT 2"), Unasked::Several));
    assert!(
        matches!(refused("SELECT nothing FROM accounts"), Unasked::Wrong(said) if said.contains("nothing"))
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_question_whatever_breaks_anything(sql in "(SELECT|WITH|EXPLAIN|PRAGMA|)[ -~中]{0,40}") {
        let _ = ask(book(), &sql);
    }
}
