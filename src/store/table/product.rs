//! Products: what we sell.

use crate::domain::entry::Target;
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::RecordKind;
use crate::store::Writer;
use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::row::{self, table};

table! {
    /// Something we sell.
    pub struct Product in "product" {
        /// Its number in the book.
        pub code: i64,
        /// Its name.
        pub name: String,
        /// The name as it is matched.
        pub name_key: String,
        /// List price of one, minor units of `currency`.
        pub price: Option<i64>,
        /// The currency of the price.
        pub currency: Currency,
        /// What one is: piece, licence, day.
        pub unit: Option<String>,
        /// Whether it is still sold.
        pub active: bool,
    }
}

impl Product {
    /// The kind of its counter.
    pub const CODE: &'static str = "product";
}

impl Book {
    /// Every product, by name.
    pub fn products(&self) -> Result<Vec<Product>> {
        row::all(&self.connection, "1 ORDER BY name_key, id", &[])
    }
}

impl Writer<'_> {
    /// The product of this name.
    pub fn product_named(&self, name_key: &str) -> Result<Option<Product>> {
        row::first(self.connection, "name_key = ?1", &[&name_key])
    }

    /// Puts a product in.
    pub fn insert_product(&self, product: &Product) -> Result<()> {
        self.insert_row(product)
    }

    /// Writes a product over the one with its id.
    pub fn update_product(&self, product: &Product) -> Result<()> {
        self.update_row(product)
    }

    /// What a product is used in: lines of deals, and small orders.
    pub fn product_uses(&self, product: Id) -> Result<[u64; 2]> {
        let deals =
            self.number("SELECT count(DISTINCT deal_id) FROM deal_product WHERE product_id = ?1", product)?;
        let orders = self.number("SELECT count(*) FROM small_order WHERE product_id = ?1", product)?;
        Ok([deals, orders])
    }

    /// Takes a product out that is used in nothing; what was said of its features stays.
    pub fn delete_product(&self, product: Id) -> Result<()> {
        self.release(Target::Record(RecordKind::Product), product)?;
        self.delete_attachments(product)?;
        self.delete_row::<Product>(product)
    }
}
