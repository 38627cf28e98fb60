//! What lies in a book's file, read past the program: every row that a person's work made.

use std::collections::BTreeSet;
use std::path::Path;

use keybook::domain::entry::{EntryKind, Field};
use rusqlite::types::Value;
use rusqlite::{Connection, OpenFlags};

/// Kept outside of undo: the history itself, and the counters of short codes.
const NOT_UNDONE: &[&str] = &["operation", "journal", "counter"];

/// The file, for reading.
pub fn open(path: &Path) -> Connection {
    let file = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).unwrap();
    file.set_prepared_statement_cache_capacity(100);
    file
}

/// Every row of every table that undo answers for, as text.
pub fn dump(file: &Connection) -> String {
    let mut text = String::new();
    for table in tables(file) {
        let mut statement = file.prepare_cached(&format!("SELECT * FROM {table} ORDER BY id")).unwrap();
        let columns = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values: Vec<Value> = (0..columns).map(|n| row.get(n).unwrap()).collect();
            text.push_str(&format!("{table} {values:?}\n"));
        }
    }
    text
}

/// A dump without the ids and instants that an older one has not, and without the sums over them: they are others
/// each time that the same is done.
// Not every trial asks for it.
#[allow(dead_code)]
pub fn without_new_ids(dump: &str, old: &str) -> String {
    let is_made = |sign: char| sign.is_ascii_digit() || sign.is_ascii_uppercase();
    let mut text = String::new();
    let lines = dump.split_inclusive('\n').filter(|line| !line.starts_with("seal "));
    for part in lines.flat_map(|line| line.split_inclusive(|sign| !is_made(sign))) {
        let word = part.trim_end_matches(|sign| !is_made(sign));
        let is_new = word.len() >= 12 && !old.contains(word);
        text.push_str(if is_new { "#" } else { word });
        text.push_str(&part[word.len()..]);
    }
    text
}

/// The lines in which two dumps differ.
#[allow(dead_code)]
pub fn difference(is: &str, other: &str) -> String {
    let lines = |one: &str, other: &str, sign: &str| -> String {
        let there: BTreeSet<&str> = other.lines().collect();
        one.lines().filter(|line| !there.contains(line)).map(|line| format!("{sign} {line}\n")).collect()
    };
    lines(is, other, "+") + &lines(other, is, "-")
}

/// The tables that undo answers for.
pub fn tables(file: &Connection) -> Vec<String> {
    let sql = "SELECT name FROM pragma_table_list
               WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
    let mut statement = file.prepare_cached(sql).unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    names.map(Result::unwrap).filter(|name| !NOT_UNDONE.contains(&name.as_str())).collect()
}

/// Whether the file is sound: no page damaged, no row that refers to none, nothing that hangs on a
/// record that is gone, the search index of exactly the records that are there, no record above itself.
pub fn assert_sound(file: &Connection) {
    // By a connection of its own: FTS5 checks its index by what a connection remembers of it.
    let fresh = open(Path::new(file.path().unwrap()));
    let integrity: String = fresh.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(integrity, "ok");
    let empty = |what: &str, sql: &str| {
        let found: Vec<Value> =
            file.prepare(sql).unwrap().query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
        assert!(found.is_empty(), "{what}: {found:?}");
    };
    empty("references to nothing", "SELECT \"table\" FROM pragma_foreign_key_check");
    let records = "SELECT id FROM account UNION ALL SELECT id FROM contact UNION ALL SELECT id FROM deal
                   UNION ALL SELECT id FROM activity";
    for table in ["tagging", "custom_value", "link", "source"] {
        let all = format!("{records} UNION ALL SELECT id FROM product UNION ALL SELECT id FROM small_order");
        empty(table, &format!("SELECT id FROM {table} WHERE record_id NOT IN ({all})"));
    }
    let due = format!("{records} UNION ALL SELECT id FROM commitment UNION ALL SELECT id FROM special_day");
    empty("nothing is put off", &format!("SELECT id FROM snooze WHERE record_id NOT IN ({due})"));
    let entries = EntryKind::ALL.iter().map(|kind| kind.spec());
    let entries = entries.filter(|spec| spec.fields.iter().any(Field::is_text));
    let entries: String = entries.map(|spec| format!(" UNION ALL SELECT id FROM {}", spec.table)).collect();
    let indexed = format!("{records} UNION ALL SELECT id FROM commitment{entries}");
    empty("found, but gone", &format!("SELECT rowid FROM search EXCEPT SELECT * FROM ({indexed})"));
    empty("there, but not found", &format!("SELECT * FROM ({indexed}) EXCEPT SELECT rowid FROM search"));
    for (table, above) in [("account", "parent_id"), ("contact", "reports_to")] {
        let loops = format!(
            "WITH RECURSIVE line(id, above) AS (
               SELECT id, {above} FROM {table} UNION SELECT line.id, {table}.{above} FROM line JOIN {table} ON {table}.id = line.above)
             SELECT id FROM line WHERE id = above"
        );
        empty("above itself", &loops);
    }
    for (table, name) in [("deal", "deal"), ("small_order", "order")] {
        let sql = format!(
            "SELECT {table}.id FROM {table} JOIN {name}_event e ON e.id = (SELECT max(id) FROM {name}_event WHERE {name}_id = {table}.id)
             WHERE e.amount IS NOT {table}.amount OR e.currency IS NOT {table}.currency"
        );
        empty("the last event is not what is there", &sql);
    }
    let deals = "SELECT deal.id FROM deal LEFT JOIN deal_event e ON e.id = (SELECT max(id) FROM deal_event WHERE deal_id = deal.id)
         WHERE e.id IS NULL OR e.status IS NOT deal.status OR e.stage_id IS NOT deal.stage_id OR e.win_rate IS NOT deal.win_rate
            OR e.close_on IS NOT deal.close_on OR e.closed_on IS NOT deal.closed_on
            OR e.products IS NOT (SELECT coalesce(sum(quantity * price / 1000), 0) FROM deal_product WHERE deal_id = deal.id)";
    empty("the last event is not what is there", deals);
    let last = "SELECT contact_id, max(activity_contact.happened_on),
           (SELECT tier FROM contact JOIN account ON account.id = account_id WHERE contact.id = contact_id)
         FROM activity_contact
         JOIN activity ON activity.id = activity_id WHERE kind NOT IN ('note', 'task') GROUP BY contact_id";
    empty(
        "a last contact that is none",
        &format!("SELECT id FROM (SELECT id, day, tier FROM last_contact EXCEPT {last})"),
    );
    empty(
        "a last contact is missing",
        &format!("SELECT contact_id FROM ({last} EXCEPT SELECT id, day, tier FROM last_contact)"),
    );
    let chain = "SELECT later.id FROM deal_event later JOIN deal_event before
           ON before.id = (SELECT max(id) FROM deal_event WHERE deal_id = later.deal_id AND id < later.id)
         WHERE later.old_status IS NOT before.status OR later.old_stage_id IS NOT before.stage_id
            OR later.old_amount IS NOT before.amount OR later.old_currency IS NOT before.currency
            OR later.old_win_rate IS NOT before.win_rate OR later.old_close_on IS NOT before.close_on
            OR later.old_closed_on IS NOT before.closed_on OR later.old_products IS NOT before.products";
    empty("an event does not begin where the one before ended", chain);
}
