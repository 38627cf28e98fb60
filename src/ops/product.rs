//! What can be done with products.

use super::Done;
use super::input::{self, Field, Set};
use super::problem::{Noun, Problem, free};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::word::RecordKind;
use crate::store::table::product::Product;
use crate::store::{Book, Label, Writer};

/// What a person tells of a product; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ProductInput {
    /// Its name; needed for a new one.
    pub name: Option<String>,
    /// List price of one.
    pub price: Field<Money>,
    /// What one is: piece, licence, day.
    pub unit: Field<String>,
    /// Whether it is still sold.
    pub active: Option<bool>,
}

/// Adds a product.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::Taken`] where one has it already.
pub fn add(book: &mut Book, input: &ProductInput) -> Done<Id> {
    book.operate(|writer| {
        let base = writer.settings()?.base_currency;
        let mut product = blank(writer, base)?;
        apply(writer, &mut product, input)?;
        let (name, key) = input::name(&product.name)?;
        (product.name, product.name_key) = (name, key);
        product.code = writer.next_code(Product::CODE)?;
        writer.insert_product(&product)?;
        Ok((product.id, Label::new(Deed::AddProduct, product.name)))
    })
}

/// Changes a product.
///
/// # Errors
/// As [`add`].
pub fn edit(book: &mut Book, id: Id, input: &ProductInput) -> Done<Id> {
    book.operate(|writer| {
        let mut product: Product = writer.row(id)?;
        apply(writer, &mut product, input)?;
        writer.update_product(&product)?;
        Ok((id, Label::new(Deed::EditProduct, product.name)))
    })
}

/// Deletes a product that nothing was made or ordered of.
///
/// # Errors
/// [`Problem::InUse`] where it stands on deals or small orders: those keep their product.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let product: Product = writer.row(id)?;
        let [deals, orders] = writer.product_uses(id)?;
        let by = [(RecordKind::Deal, deals), (RecordKind::Order, orders)];
        free(Noun::Product, &product.name, &by)?;
        writer.delete_product(id)?;
        Ok(((), Label::new(Deed::DeleteProduct, product.name)))
    })
}

/// The product of this name, made where there is none.
pub(super) fn find_or_create(
    writer: &Writer<'_>,
    name: &str,
    currency: Currency,
) -> Result<Product, Problem> {
    let (name, name_key) = input::name(name)?;
    if let Some(known) = writer.product_named(&name_key)? {
        return Ok(known);
    }
    let code = writer.next_code(Product::CODE)?;
    let product = Product { code, name, name_key, ..blank(writer, currency)? };
    writer.insert_product(&product)?;
    Ok(product)
}

fn blank(writer: &Writer<'_>, currency: Currency) -> Result<Product, Problem> {
    Ok(Product {
        id: writer.mint()?,
        code: 0,
        name: String::new(),
        name_key: String::new(),
        price: None,
        currency,
        unit: None,
        active: true,
    })
}

fn apply(writer: &Writer<'_>, product: &mut Product, input: &ProductInput) -> Result<(), Problem> {
    if let Some(name) = &input.name {
        let (name, key) = input::name(name)?;
        if writer.product_named(&key)?.is_some_and(|other| other.id != product.id) {
            return Err(Problem::Taken(name));
        }
        (product.name, product.name_key) = (name, key);
    }
    if let Some(price) = input.price {
        product.price = price.map(input::amount).transpose()?;
        product.currency = price.map_or(product.currency, |money| money.currency);
    }
    input::line(input.unit.clone()).put(&mut product.unit);
    product.active = input.active.unwrap_or(product.active);
    Ok(())
}
