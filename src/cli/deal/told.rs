//! What can be told of a deal.

use clap::Args;

use crate::cli::desk::Desk;
use crate::cli::failure::Failure;
use crate::cli::hanging::Tags;
use crate::cli::{name, value};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::number;
use crate::domain::word::{Part, RecordKind};
use crate::ops::bulk::{Change, Move};
use crate::ops::deal::{DealInput, ProductLine};
use crate::report::problem::Explained;
use crate::report::words;
use crate::store::Book;
use crate::store::table::deal::Deal;
use crate::tr;

/// What can be told of a deal.
#[derive(Debug, Args)]
pub(in crate::cli) struct Told {
    /// What it is worth
    #[arg(long, value_name = "AMOUNT")]
    amount: Option<String>,
    /// The currency of its amounts, if not the base currency
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    /// The stage where the buyer stands
    #[arg(long, value_name = "STAGE")]
    stage: Option<String>,
    /// When it is expected to close
    #[arg(long, value_name = "DATE")]
    close: Option<String>,
    /// The chance that it is won, if not its stage's, such as 35%
    #[arg(long, value_name = "RATE")]
    win_rate: Option<String>,
    /// What comes next
    #[arg(long, value_name = "TEXT")]
    next: Option<String>,
    /// When that is due
    #[arg(long, value_name = "DATE")]
    next_on: Option<String>,
    /// Somebody who has a part in it, and which, such as "Jane Doe:decision_maker"
    #[arg(long = "contact", value_name = "NAME:PART")]
    contacts: Vec<String>,
    /// Somebody who has no part in it any more
    #[arg(long = "without-contact", value_name = "NAME")]
    without: Vec<String>,
    /// A product with quantity and price of one, such as "Pump X:2:900"; replaces those that are there
    #[arg(long = "product", value_name = "P:QTY:PRICE")]
    products: Vec<String>,
    /// How it came to us
    #[arg(long, value_name = "TEXT")]
    source: Option<String>,
    /// Which pipeline it belongs to, where several are kept apart
    #[arg(long, value_name = "NAME")]
    pipeline: Option<String>,
    /// Who of ours works on it: a name, or me
    #[arg(long, value_name = "NAME")]
    owner: Option<String>,
    /// Who else may win it
    #[arg(long, value_name = "NAME")]
    competitor: Option<String>,
    /// What else is known
    #[arg(long, value_name = "TEXT")]
    notes: Option<String>,
    #[command(flatten)]
    tags: Tags,
}

impl Told {
    /// What is told; for the deal `of`, where there is one already.
    pub fn input(self, desk: &Desk, book: &Book, of: Option<Id>) -> Result<DealInput, Failure> {
        let lang = desk.lang;
        let told = self.currency.as_deref().map(|code| value::currency(lang, "--currency", code));
        let told = told.transpose()?;
        let usual = match of {
            Some(id) => book.row::<Deal>(id)?.currency,
            None => book.settings()?.base_currency,
        };
        let currency = told.unwrap_or(usual);
        let day = |flag, text: &str| value::day(lang, flag, text, desk.today());
        let products = self.products.iter().filter(|text| !text.trim().is_empty());
        let lines = products.map(|text| product(desk, book, text, currency));
        let lines = lines.collect::<Result<Vec<_>, _>>()?;
        let mut input = DealInput {
            amount: value::field(self.amount.as_deref(), |text| {
                value::money(lang, "--amount", text, currency)
            })?,
            currency: told,
            stage: self.stage,
            close_on: value::field(self.close.as_deref(), |text| day("--close", text))?,
            win_rate: value::field(self.win_rate.as_deref(), |text| value::rate(lang, "--win-rate", text))?,
            next_step: value::text(self.next),
            next_on: value::field(self.next_on.as_deref(), |text| day("--next-on", text))?,
            owner: value::text(self.owner),
            source: value::text(self.source),
            pipeline: value::text(self.pipeline),
            competitor: value::text(self.competitor),
            notes: value::text(self.notes),
            contacts: self.contacts.iter().map(|text| person(desk, book, text)).collect::<Result<_, _>>()?,
            without: self.without.iter().map(|text| name::contact(book, text)).collect::<Result<_, _>>()?,
            products: (!self.products.is_empty()).then_some(lines),
            ..DealInput::default()
        };
        (input.hanging.tags, input.hanging.untags, input.hanging.fields) = self.tags.told(desk)?;
        Ok(input)
    }

    /// The one change of many deals that is told; none where it is another, or more than one.
    pub fn change(self, desk: &Desk) -> Result<Option<Change>, Failure> {
        let lang = desk.lang;
        let day = |flag: &str, text: &str| {
            let told = Some(text).filter(|text| !text.trim().is_empty());
            told.map(|text| value::day(lang, flag, text, desk.today())).transpose()
        };
        let others =
            [&self.amount, &self.currency, &self.win_rate, &self.next, &self.source, &self.competitor];
        let is_more = others.into_iter().chain([&self.notes]).any(Option::is_some)
            || !(self.contacts.is_empty() && self.without.is_empty() && self.products.is_empty());
        let (tags, untags, fields) = self.tags.told(desk)?;
        let mut changes: Vec<Change> = Vec::new();
        changes.extend(self.stage.map(|word| Change::Stage(Move::To(word))));
        changes.extend(self.close.map(|text| day("--close", &text)).transpose()?.map(Change::CloseOn));
        changes.extend(self.next_on.map(|text| day("--next-on", &text)).transpose()?.map(Change::NextOn));
        changes.extend(value::text(self.owner).map(Change::Owner));
        changes.extend(tags.into_iter().map(Change::Tag));
        changes.extend(untags.into_iter().map(Change::Untag));
        let is_one = changes.len() == 1 && fields.is_empty() && !is_more;
        Ok(changes.pop().filter(|_| is_one))
    }
}

/// `NAME` or `NAME:PART`, with commas between several parts.
fn person(desk: &Desk, book: &Book, text: &str) -> Result<(Id, Vec<Part>), Failure> {
    let (who, parts) = text.rsplit_once([':', '：']).unwrap_or((text, ""));
    let parts = parts.split([',', '，']).filter(|part| !part.trim().is_empty());
    let parts = parts.map(|part| value::word(desk.lang, "--contact", part, Part::ALL, words::part));
    let parts = parts.collect::<Result<_, _>>()?;
    Ok((name::contact(book, who.trim())?, parts))
}

/// `PRODUCT`, `PRODUCT:QUANTITY` or `PRODUCT:QUANTITY:PRICE`. A product that is not known yet is added.
fn product(desk: &Desk, book: &Book, text: &str, currency: Currency) -> Result<ProductLine, Failure> {
    let lang = desk.lang;
    let refused = || {
        let what = tr!(lang, "cli.not_a_product", flag = "--product", text = text);
        Failure::Usage(Explained::new(what).hint(tr!(lang, "cli.not_a_product_hint")))
    };
    let mut pieces = text.split([':', '：']);
    let named = pieces.next().unwrap_or_default().trim();
    let quantity = pieces.next().filter(|quantity| !quantity.trim().is_empty());
    let price = pieces.next().filter(|price| !price.trim().is_empty());
    if named.is_empty() || pieces.next().is_some() {
        return Err(refused());
    }
    let price = price.map(|text| value::money(lang, "--product", text, currency)).transpose()?;
    if price.is_some_and(|price| price.currency != currency) {
        return Err(refused());
    }
    let known = book.named(named, &[RecordKind::Product])?;
    Ok(ProductLine {
        product: match known.as_slice() {
            [one] => one.name.clone(),
            _ => named.to_owned(),
        },
        quantity: quantity.map_or(Some(1000), number::thousandths).ok_or_else(refused)?,
        price: price.map(|price| price.minor),
    })
}
