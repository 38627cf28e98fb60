//! The full-text index: how text is cut into terms, how a query is asked, and the triggers that keep it.
//!
//! SQLite's own tokenizers take a run of Chinese for one word, or find nothing shorter than three
//! characters. So text is cut here: a Chinese run becomes its overlapping pairs and its last character
//! alone; a query for two or more characters is then a phrase of pairs, for one character a prefix.

use std::fmt::Write;
use std::sync::LazyLock;

use rusqlite::{Connection, OptionalExtension, Result, Row, Statement};

use super::functions::Shared;
use crate::domain::entry::{EntryKind, Field, Spec};

/// A table whose rows are found by search.
struct Indexed {
    table: &'static str,
    /// The column that names the record.
    name: &'static str,
    /// Further columns of the row.
    body: Vec<&'static str>,
    /// Tables of further text that hang on the row: (table, column that refers to the row, text column).
    hanging: &'static [(&'static str, &'static str, &'static str)],
    /// Whether it may bear tags and fields of one's own.
    bears: bool,
}

/// A record of any table that bears tags and fields of one's own, where it is not known of which.
const BEARING: &str = "bearing";

/// The text of a record's tags, and of its own fields that hold words or numbers a person looks for; `{record}`
/// is its id. A yes or no would be found everywhere.
const BORNE: [&str; 2] = [
    "(SELECT group_concat(tag.name, ' ') FROM tagging JOIN tag ON tag.id = tag_id WHERE record_id = {record})",
    "(SELECT group_concat(value, ' ') FROM custom_value JOIN custom_field ON custom_field.id = field_id
      WHERE record_id = {record} AND kind IN ('text', 'number', 'choice')
        AND choices IS NOT 'yes' || char(10) || 'no')",
];

/// Every table whose rows are found.
static INDEXED: LazyLock<Vec<Indexed>> = LazyLock::new(|| {
    let records = records().into_iter();
    records.chain(EntryKind::ALL.iter().filter_map(|kind| entry(kind.spec()))).collect()
});

/// How entries of a kind are found; none where they hold no words.
fn entry(spec: &'static Spec) -> Option<Indexed> {
    let mut texts = spec.fields.iter().filter(|field| field.is_text()).map(|field| field.key);
    let main = spec.main.filter(|key| spec.field(key).is_some_and(Field::is_text));
    let name = main.or_else(|| texts.clone().next())?;
    let body = texts.by_ref().filter(|key| *key != name).collect();
    Some(Indexed { table: spec.table, name, body, hanging: &[], bears: false })
}

fn records() -> Vec<Indexed> {
    vec![
        Indexed {
            table: "account",
            name: "name",
            body: vec!["domain", "industry", "city", "country", "notes"],
            hanging: &[],
            bears: true,
        },
        Indexed {
            table: "contact",
            name: "name",
            body: vec!["title", "department", "city", "notes"],
            hanging: &[("contact_email", "contact_id", "address"), ("contact_phone", "contact_id", "number")],
            bears: true,
        },
        Indexed {
            table: "deal",
            name: "name",
            body: vec!["next_step", "competitor", "learned", "notes"],
            hanging: &[],
            bears: true,
        },
        Indexed {
            table: "activity",
            name: "subject",
            body: vec!["text", "outcome", "next_step"],
            hanging: &[],
            bears: true,
        },
        Indexed { table: "commitment", name: "text", body: vec![], hanging: &[], bears: false },
    ]
}

/// The tables whose rows are found.
pub(super) fn indexed_tables() -> impl Iterator<Item = &'static str> {
    INDEXED.iter().map(|indexed| indexed.table)
}

/// Whether a character is written without spaces between words.
fn is_ideograph(c: char) -> bool {
    matches!(c as u32,
        0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF
        | 0xAC00..=0xD7AF | 0xF900..=0xFAFF | 0x20000..=0x323AF)
}

/// A run of text of one sort.
enum Run<'a> {
    Ideographs(&'a str),
    Word(&'a str),
}

/// Cuts text into runs of ideographs and words of letters and digits.
fn runs(text: &str) -> impl Iterator<Item = Run<'_>> {
    text.split(|c: char| !c.is_alphanumeric() && !is_ideograph(c)).filter(|part| !part.is_empty()).flat_map(
        |part| {
            let mut cuts = vec![];
            let mut start = 0;
            let mut previous = None;
            for (at, c) in part.char_indices() {
                let sort = is_ideograph(c);
                if previous.is_some_and(|p| p != sort) {
                    cuts.push((start, at, !sort));
                    start = at;
                }
                previous = Some(sort);
            }
            cuts.push((start, part.len(), previous.unwrap_or_default()));
            cuts.into_iter().map(move |(from, to, sort)| {
                let run = &part[from..to];
                if sort { Run::Ideographs(run) } else { Run::Word(run) }
            })
        },
    )
}

/// The terms of a text, separated by spaces, for the index.
pub(super) fn terms(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for run in runs(text) {
        match run {
            Run::Word(word) => {
                out.push_str(word);
                out.push(' ');
            }
            Run::Ideographs(run) => {
                let characters: Vec<char> = run.chars().collect();
                for pair in characters.windows(2) {
                    out.extend(pair);
                    out.push(' ');
                }
                out.extend(characters.last());
                out.push(' ');
            }
        }
    }
    out
}

/// The query for what a person typed: every word must occur, the last letters of a word may be missing.
/// None where nothing in the text can be searched for.
pub fn query(text: &str) -> Option<String> {
    let terms = asked(text);
    (!terms.is_empty()).then(|| terms.join(" AND "))
}

/// The terms of such a query, one for each word or run of Chinese.
pub fn asked(text: &str) -> Vec<String> {
    let term = |run| match run {
        Run::Word(word) => format!("\"{word}\"*"),
        Run::Ideographs(run) => {
            let characters: Vec<char> = run.chars().collect();
            match characters.as_slice() {
                [one] => format!("\"{one}\"*"),
                many => {
                    let pairs: Vec<String> = many.windows(2).map(|pair| pair.iter().collect()).collect();
                    format!("\"{}\"", pairs.join(" "))
                }
            }
        }
    };
    runs(text).map(term).collect()
}

/// Makes the triggers that tell which records are to be indexed anew; run after each migration. The index
/// itself is written once at the end of an operation ([`refresh`]): FTS5 writes out all it holds at every
/// savepoint, and each trigger is one.
pub(super) fn generate_triggers(connection: &Connection) -> Result<()> {
    let mut sql = String::new();
    for indexed in INDEXED.iter() {
        triggers_of(indexed, &mut sql);
    }
    triggers_of_borne(&mut sql);
    connection.execute_batch(&sql)
}

fn triggers_of(Indexed { table, name, body, hanging, .. }: &Indexed, sql: &mut String) {
    let changed: Vec<String> =
        std::iter::once(name).chain(body).map(|column| format!("OLD.{column} IS NOT NEW.{column}")).collect();
    let own = [("DELETE", "OLD", String::new()), ("UPDATE", "NEW", format!("WHEN {}", changed.join(" OR ")))];
    let hung = hanging
        .iter()
        .flat_map(|(other, key, _)| ["INSERT", "UPDATE", "DELETE"].map(|event| (*other, *key, event)));
    // A row that comes is heard of without a trigger (see `made`).
    drop_trigger(sql, table, "INSERT");
    for (event, row, when) in own {
        trigger(sql, table, event, &when, &format!("keybook_stale('{table}', {row}.id)"));
    }
    for (other, key, event) in hung {
        let row = if event == "DELETE" { "OLD" } else { "NEW" };
        trigger(sql, other, event, "", &format!("keybook_stale('{table}', {row}.{key})"));
    }
}

/// Tags and fields of one's own come, go, and change what they are called or hold.
fn triggers_of_borne(sql: &mut String) {
    for (event, row) in [("INSERT", "NEW"), ("UPDATE", "NEW"), ("DELETE", "OLD")] {
        let tagged = format!("keybook_stale({row}.record_kind, {row}.record_id)");
        trigger(sql, "tagging", event, "", &tagged);
        // Where a field and its values come back, the field may be last.
        let filled = format!(
            "keybook_stale(coalesce((SELECT record_kind FROM custom_field WHERE id = {row}.field_id), '{BEARING}'),
               {row}.record_id)"
        );
        trigger(sql, "custom_value", event, "", &filled);
    }
    let called = "count(keybook_stale(record_kind, record_id)) FROM tagging WHERE tag_id = NEW.id";
    trigger(sql, "tag", "UPDATE", "WHEN OLD.name IS NOT NEW.name", called);
    let held = "count(keybook_stale(NEW.record_kind, record_id)) FROM custom_value WHERE field_id = NEW.id";
    let changed = "WHEN OLD.kind IS NOT NEW.kind OR OLD.choices IS NOT NEW.choices";
    trigger(sql, "custom_field", "UPDATE", changed, held);
}

/// A trigger on a table that tells which records are to be indexed anew.
fn trigger(sql: &mut String, on: &str, event: &str, when: &str, stale: &str) {
    let name = drop_trigger(sql, on, event);
    // Writing to a String cannot fail.
    let _ = write!(
        sql,
        "CREATE TRIGGER {name} AFTER {event} ON {on} {when} BEGIN
           SELECT {stale}; END;",
    );
}

/// Takes a trigger away where it is there; gives its name.
fn drop_trigger(sql: &mut String, on: &str, event: &str) -> String {
    let name = format!("search_{on}_{}", event.to_lowercase());
    // Writing to a String cannot fail.
    let _ = write!(sql, "DROP TRIGGER IF EXISTS {name};");
    name
}

/// Indexes anew what changed since the operation began.
pub(super) fn refresh(connection: &Connection, shared: &Shared) -> Result<()> {
    let mut stale = std::mem::take(&mut shared.lock().stale);
    let mut bearing = stale.remove(BEARING).unwrap_or_default();
    let mut forget = connection.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
    let mut insert =
        connection.prepare_cached("INSERT INTO search(rowid, name, body) VALUES (?1, ?2, ?3)")?;
    let mut index = |read: &mut Statement<'_>, id: i64| -> Result<()> {
        if let Some((name, body)) = read.query_row([id], |row| cut_texts(row, 0)).optional()? {
            insert.execute(rusqlite::params![id, name, body])?;
        }
        Ok(())
    };
    for indexed in INDEXED.iter() {
        let Some(mut ids) = stale.remove(indexed.table) else { continue };
        ids.sort_unstable();
        ids.dedup();
        let mut read = connection.prepare_cached(&text_of(indexed))?;
        for id in ids {
            forget.execute([id])?;
            index(&mut read, id)?;
        }
    }
    bearing.sort_unstable();
    bearing.dedup();
    for id in &bearing {
        forget.execute([id])?;
    }
    for indexed in INDEXED.iter().filter(|indexed| indexed.bears && !bearing.is_empty()) {
        let mut read = connection.prepare_cached(&text_of(indexed))?;
        for id in &bearing {
            index(&mut read, *id)?;
        }
    }
    Ok(())
}

/// The terms of a record's name and of all its other text, which stand in a row from a column on.
fn cut_texts(row: &Row<'_>, from: usize) -> Result<(String, String)> {
    let cut = |at| Ok::<_, rusqlite::Error>(row.get_ref(at)?.as_str().map(terms).unwrap_or_default());
    Ok((cut(from)?, cut(from + 1)?))
}

/// A query of the ids of all records that are found.
pub(super) fn indexed_ids() -> String {
    let tables: Vec<String> = INDEXED.iter().map(|one| format!("SELECT id FROM {}", one.table)).collect();
    tables.join(" UNION ALL ")
}

/// Makes the index anew, whatever became of the old one, and writes all records into it.
pub(super) fn fill_anew(connection: &Connection) -> Result<()> {
    let made: String =
        connection.query_row("SELECT sql FROM sqlite_schema WHERE name = 'search'", [], |row| row.get(0))?;
    connection.execute_batch("DROP TABLE search")?;
    connection.execute_batch(&made)?;
    let mut insert = connection.prepare("INSERT INTO search(rowid, name, body) VALUES (?1, ?2, ?3)")?;
    for indexed in INDEXED.iter() {
        let mut read =
            connection.prepare(&format!("SELECT id, {} FROM {}", texts_of(indexed), indexed.table))?;
        let mut rows = read.query([])?;
        while let Some(row) = rows.next()? {
            let (name, body) = cut_texts(row, 1)?;
            insert.execute(rusqlite::params![row.get::<_, i64>(0)?, name, body])?;
        }
    }
    Ok(())
}

/// The statement that reads a record's name and all its other text.
fn text_of(indexed: &Indexed) -> String {
    format!("SELECT {} FROM {} WHERE id = ?1", texts_of(indexed), indexed.table)
}

/// The expressions of a record's name and of all its other text.
fn texts_of(Indexed { table, name, body, hanging, bears }: &Indexed) -> String {
    let own = body.iter().map(|column| format!("coalesce({column}, '')"));
    let hung = hanging.iter().map(|(other, key, text)| {
        format!("coalesce((SELECT group_concat({text}, ' ') FROM {other} WHERE {key} = {table}.id), '')")
    });
    let borne = BORNE
        .iter()
        .filter(|_| *bears)
        .map(|text| format!("coalesce({}, '')", text.replace("{record}", &format!("{table}.id"))));
    let texts: Vec<String> = std::iter::once("''".to_owned()).chain(own).chain(hung).chain(borne).collect();
    format!("{name}, {}", texts.join(" || ' ' || "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chinese_becomes_pairs_and_a_last_character() {
        assert_eq!(terms("华锐科技 ERP二期"), "华锐 锐科 科技 技 ERP 二期 期 ");
    }

    #[test]
    fn one_character_is_a_prefix_more_are_a_phrase() {
        assert_eq!(asked("锐"), ["\"锐\"*"]);
        assert_eq!(asked("锐科技"), ["\"锐科 科技\""]);
        assert_eq!(asked("acme \"OR"), ["\"acme\"*", "\"OR\"*"]);
        assert_eq!(asked(" -- "), [""; 0]);
    }
}
