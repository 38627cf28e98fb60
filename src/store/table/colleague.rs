//! Colleagues: the people on our side; one of them is the person at the keyboard.

use crate::domain::entry::Target;
use crate::domain::id::Id;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};
use crate::store::table::evidence::Person;

table! {
    /// A person on our side.
    pub struct Colleague in "colleague" {
        /// Name; the e-mail address where that is all we know.
        pub name: String,
        /// The name as it is matched.
        pub name_key: String,
        /// E-mail address, lower case.
        pub email: Option<String>,
        /// Part on our side: account manager, executive sponsor and so on.
        pub role: Option<String>,
        /// Whether it is the person at the keyboard.
        pub is_me: bool,
    }
}

impl Book {
    /// The person at the keyboard.
    pub fn me(&self) -> Result<Option<Colleague>> {
        row::first(&self.connection, "is_me = 1", &[])
    }

    /// Everybody on our side.
    pub fn colleagues(&self) -> Result<Vec<Colleague>> {
        row::all(&self.connection, "1 ORDER BY is_me DESC, name_key", &[])
    }
}

impl Writer<'_> {
    /// The person at the keyboard.
    pub fn me(&self) -> Result<Option<Colleague>> {
        row::first(self.connection, "is_me = 1", &[])
    }

    /// The colleague of this name or e-mail address.
    pub fn colleague(&self, name_key: &str, email: &str) -> Result<Option<Colleague>> {
        row::first(self.connection, "name_key = ?1 OR email = ?2 ORDER BY id", &[&name_key, &email])
    }

    /// The colleagues of this name or e-mail address.
    pub fn colleagues_alike(&self, name_key: &str, email: &str) -> Result<Vec<Colleague>> {
        row::all(self.connection, "name_key = ?1 OR email = ?2 ORDER BY id", &[&name_key, &email])
    }

    /// Puts a colleague in.
    pub fn insert_colleague(&self, colleague: &Colleague) -> Result<()> {
        self.insert_row(colleague)
    }

    /// Writes a colleague over the one with their id.
    pub fn update_colleague(&self, colleague: &Colleague) -> Result<()> {
        self.update_row(colleague)
    }

    /// What a colleague looks after: accounts, by a role too; people, those they cover too; deals;
    /// activities.
    pub fn colleague_uses(&self, colleague: Id) -> Result<[u64; 4]> {
        let number = |owned: &str, beside: &str| {
            self.number(
                &format!("SELECT count(*) FROM (SELECT id FROM {owned} WHERE owner_id = ?1 {beside})"),
                colleague,
            )
        };
        Ok([
            number("account", "UNION SELECT account_id FROM account_role WHERE colleague_id = ?1")?,
            number("contact", "UNION SELECT contact_id FROM cover WHERE colleague_id = ?1")?,
            number("deal", "")?,
            number("activity", "")?,
        ])
    }

    /// Takes a colleague out who looks after nothing, with all that was observed and told of them; the
    /// actions that were theirs are nobody's.
    pub fn delete_colleague(&self, colleague: Id) -> Result<()> {
        self.release(Target::Colleague, colleague)?;
        self.delete_evidence_of(Person::Colleague(colleague))?;
        self.set_colleague_needs(colleague, &[])?;
        self.delete_row::<Colleague>(colleague)
    }
}
