//! `keybook product`.

use clap::{Args, Subcommand};

use super::beside::deleted;
use super::desk::Desk;
use super::failure::Failure;
use super::{name, value};
use crate::domain::id::Id;
use crate::ops::product::{self, ProductInput};
use crate::report::model::ProductOut;
use crate::report::page::Page;
use crate::report::pages;
use crate::store::Book;
use crate::store::table::product::Product as ProductRow;
use crate::tr;

/// Keeps products: what we sell
#[derive(Debug, Subcommand)]
pub(super) enum Product {
    /// Adds a product
    Add {
        /// Its name
        name: String,
        #[command(flatten)]
        told: Told,
    },
    /// Lists products
    List,
    /// Changes a product; an empty value empties a field
    Edit {
        /// The product: its code, id, or words of its name
        product: String,
        /// Another name
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// Whether it is still sold
        #[arg(long, value_name = "TRUE|FALSE")]
        active: Option<bool>,
        #[command(flatten)]
        told: Told,
    },
    /// Deletes a product that stands on no deal and no order
    Delete {
        /// The product: its code, id, or words of its name
        product: String,
    },
}

/// What can be told of a product.
#[derive(Debug, Args)]
pub(super) struct Told {
    /// The usual price of one
    #[arg(long, value_name = "AMOUNT")]
    price: Option<String>,
    /// What one of it is: a piece, a day, a licence
    #[arg(long, value_name = "TEXT")]
    unit: Option<String>,
}

impl Product {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut book = desk.book()?;
        match self {
            Product::Add { name, told } => {
                let input = ProductInput { name: Some(name), ..told.input(desk, &book)? };
                let id = product::add(&mut book, &input)?.value;
                answer(desk, &book, id, |record| tr!(desk.lang, "done.added", record = record).into())
            }
            Product::List => {
                let products: Vec<ProductOut> = book.products()?.into_iter().map(ProductOut::from).collect();
                desk.give_list(&products, || {
                    Page::of_table(desk.lang, "", pages::sales::products(desk.lang, &products))
                })
            }
            Product::Edit { product, name, active, told } => {
                let id = name::product(&book, &product)?;
                let input = ProductInput { name, active, ..told.input(desk, &book)? };
                let outcome = product::edit(&mut book, id, &input)?;
                answer(desk, &book, id, |record| desk.changed(&outcome, record))
            }
            Product::Delete { product } => {
                let id = name::product(&book, &product)?;
                let product = ProductOut::from(book.row::<ProductRow>(id)?);
                product::delete(&mut book, id)?;
                deleted(desk, &product, &format!("{} {}", product.code, product.name))
            }
        }
    }
}

impl Told {
    fn input(self, desk: &Desk, book: &Book) -> Result<ProductInput, Failure> {
        let base = book.settings()?.base_currency;
        let price =
            value::field(self.price.as_deref(), |text| value::money(desk.lang, "--price", text, base))?;
        Ok(ProductInput { price, unit: value::text(self.unit), ..ProductInput::default() })
    }
}

/// Answers with the product as it is now, and a line for people.
fn answer(desk: &Desk, book: &Book, id: Id, line: impl FnOnce(&str) -> String) -> Result<(), Failure> {
    let product = ProductOut::from(book.row::<ProductRow>(id)?);
    let record = format!("{} {}", product.code, product.name);
    desk.give(&product, || Page::of_line(desk.lang, line(&record)))
}
