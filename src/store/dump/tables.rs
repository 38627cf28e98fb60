//! What the document of a whole book holds: every table under its plural name, and how each column is
//! written where its text or number alone would not say what it is.

use crate::domain::entry::{self, EntryKind, Field, Spec};

/// A table of the document.
#[derive(Debug, Clone, Copy)]
pub(in crate::store) struct Table {
    /// The table's name.
    pub name: &'static str,
    /// Its name in the document.
    pub plural: &'static str,
    /// Columns that are written otherwise than by [`form`]'s rules.
    special: &'static [(&'static str, Form)],
    /// The kind of entry that it holds: its fields say how they are written.
    entry: Option<&'static Spec>,
}

/// How a column's value is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::store) enum Form {
    /// As it is: text, or a whole number.
    Plain,
    /// Identity: 13 base-32 characters.
    Id,
    /// An instant: RFC 3339 in UTC, to the millisecond.
    Instant,
    /// An amount: a plain decimal in the major unit, as text. The currency is an SQL expression on the
    /// row; where it is null, the amount is in minor units.
    Money(&'static str),
    /// A rate or share of basis points: a number, 0.05.
    Points,
    /// A quantity of thousandths: a number, 2.5.
    Thousandths,
    /// An exchange rate: a plain decimal, as text.
    Rate,
    /// Yes or no.
    Flag,
    /// JSON, as it is.
    Json,
}

/// The form of a column: by its table's list, or else by its name: `id` and `…_id` are identities, `at`
/// and `…_at` instants.
pub(in crate::store) fn form(table: &Table, column: &str) -> Form {
    let special = table.special.iter().find(|(name, _)| *name == column).map(|(_, form)| *form);
    let special =
        special.or_else(|| of_field(table.entry?.fields.iter().find(|field| field.column() == column)?));
    special.unwrap_or(match column {
        "id" => Form::Id,
        "at" => Form::Instant,
        _ if column.ends_with("_id") && column != "their_id" => Form::Id,
        _ if column.ends_with("_at") && column != "starts_at" => Form::Instant,
        _ => Form::Plain,
    })
}

/// The form of an entry's field, where its name alone does not say it.
fn of_field(field: &Field) -> Option<Form> {
    match field.form {
        entry::Form::Money { .. } => Some(OWN),
        entry::Form::Flag => Some(Form::Flag),
        entry::Form::Decimal => Some(Form::Thousandths),
        entry::Form::Rate => Some(Form::Points),
        _ => None,
    }
}

const fn table(name: &'static str, plural: &'static str, special: &'static [(&'static str, Form)]) -> Table {
    Table { name, plural, special, entry: None }
}

/// Every table of the document: the records, and each kind of entry of their plans.
pub(in crate::store) fn tables() -> impl Iterator<Item = Table> {
    let entries = EntryKind::ALL.iter().map(|kind| {
        let spec = kind.spec();
        Table { name: spec.table, plural: spec.plural, special: &[], entry: Some(spec) }
    });
    TABLES.iter().copied().chain(entries)
}

/// The currency of a product line is its deal's.
pub(super) const OF_DEAL: Form = Form::Money("(SELECT currency FROM deal WHERE deal.id = deal_id)");
const OWN: Form = Form::Money("currency");
const OLD: Form = Form::Money("old_currency");

/// Every table whose rows a person made or an event tells of; what others refer to comes first.
const TABLES: &[Table] = &[
    table("setting", "settings", &[]),
    table("colleague", "colleagues", &[("is_me", Form::Flag)]),
    table("stage", "stages", &[("win_rate", Form::Points)]),
    table("lost_reason", "lost_reasons", &[]),
    table(
        "account",
        "accounts",
        &[
            ("revenue", OWN),
            ("potential", OWN),
            ("share", Form::Points),
            ("decides_collectively", Form::Flag),
        ],
    ),
    table("segment_decision", "segment_decisions", &[]),
    table("contact", "contacts", &[("reports_to", Form::Id)]),
    table("contact_email", "contact_emails", &[]),
    table("contact_phone", "contact_phones", &[]),
    table("contact_part", "contact_parts", &[]),
    table("contact_need", "contact_needs", &[]),
    table("former_employer", "former_employers", &[]),
    table("observation", "observations", &[]),
    table("observation_clue", "observation_clues", &[]),
    table("quadrant_score", "quadrant_scores", &[]),
    table("recollection", "recollections", &[]),
    table("seen_as", "seen_as", &[]),
    table("organisational_need", "organisational_needs", &[]),
    table("colleague_need", "colleague_needs", &[]),
    table("account_role", "account_roles", &[]),
    table("cover", "covers", &[]),
    table("product", "products", &[("price", OWN), ("active", Form::Flag)]),
    table("deal", "deals", &[("amount", OWN), ("win_rate", Form::Points)]),
    table("deal_contact", "deal_contacts", &[]),
    table("deal_contact_part", "deal_contact_parts", &[]),
    table("deal_product", "deal_products", &[("quantity", Form::Thousandths), ("price", OF_DEAL)]),
    table("activity", "activities", &[("cost", Form::Money("cost_currency"))]),
    table("activity_contact", "activity_contacts", &[]),
    table("small_order", "small_orders", &[("amount", OWN)]),
    table("quota", "quotas", &[("amount", OWN)]),
    table("resource_plan", "resource_plans", &[("money", OWN)]),
    table("exchange_rate", "exchange_rates", &[("rate", Form::Rate)]),
    table("commitment", "commitments", &[]),
    table("special_day", "special_days", &[]),
    table("apart", "told_apart", &[]),
    table("walk_tick", "walk_ticks", &[]),
    table("snooze", "snoozes", &[]),
    table("tag", "tags", &[]),
    table("tagging", "taggings", &[]),
    table("custom_field", "custom_fields", &[]),
    table("custom_value", "custom_values", &[]),
    table("link", "links", &[]),
    table("source", "sources", &[("seen", Form::Json)]),
    table("saved_view", "saved_views", &[]),
    table("mapping", "mappings", &[("columns", Form::Json), ("stages", Form::Json)]),
    table(
        "submission",
        "submissions",
        &[
            ("won", OWN),
            ("small_orders", OWN),
            ("weighted", OWN),
            ("quota", OWN),
            ("p10", OWN),
            ("p50", OWN),
            ("p90", OWN),
            ("chance", Form::Points),
            ("amount", OWN),
        ],
    ),
    table("review", "reviews", &[]),
    table("review_item", "review_items", &[]),
    // The ids of events are their sequence.
    table(
        "deal_event",
        "deal_events",
        &[
            ("id", Form::Plain),
            ("old_amount", OLD),
            ("old_products", OLD),
            ("old_win_rate", Form::Points),
            ("amount", OWN),
            ("products", OWN),
            ("win_rate", Form::Points),
        ],
    ),
    table("order_event", "order_events", &[("id", Form::Plain), ("old_amount", OLD), ("amount", OWN)]),
    table("quota_event", "quota_events", &[("id", Form::Plain), ("amount", OWN)]),
    table("stage_event", "stage_events", &[("id", Form::Plain), ("win_rate", Form::Points)]),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::journal;
    use crate::store::{Book, Clock};

    #[test]
    fn every_journalled_table_is_in_the_document() {
        let book = Book::in_memory(Clock::machine()).unwrap();
        let mut kept = journal::journalled_tables(&book.connection).unwrap();
        let mut listed: Vec<&str> = tables().map(|table| table.name).collect();
        kept.sort();
        listed.sort();
        assert_eq!(listed, kept);
    }

    /// Whole numbers that mean what they say. A new column of numbers belongs here, or into its table's
    /// list.
    const NUMBERS: &[&str] = &[
        "a",
        "b",
        "c",
        "d",
        "code",
        "day",
        "employees",
        "id",
        "limit_days",
        "minutes",
        "month",
        "notice_days",
        "people",
        "position",
        "step",
        "year",
    ];

    #[test]
    fn every_column_of_numbers_says_what_it_is() {
        let book = Book::in_memory(Clock::machine()).unwrap();
        for table in tables() {
            let known = journal::columns(&book.connection, table.name).unwrap();
            for (name, _) in table.special {
                assert!(known.iter().any(|column| column == name), "{}.{name} is gone", table.name);
            }
            let sql = "SELECT name FROM pragma_table_info(?1) WHERE type = 'INTEGER'";
            let mut statement = book.connection.prepare(sql).unwrap();
            let columns = statement.query_map([table.name], |row| row.get::<_, String>(0)).unwrap();
            for column in columns.map(Result::unwrap).filter(|column| form(&table, column) == Form::Plain) {
                let described = table.entry.is_some_and(|spec| {
                    let mut fields = spec.fields.iter().filter(|field| field.column() == column);
                    fields
                        .any(|field| matches!(field.form, entry::Form::Number { .. } | entry::Form::Stars(_)))
                });
                assert!(described || NUMBERS.contains(&column.as_str()), "{}.{column}", table.name);
            }
        }
    }
}
