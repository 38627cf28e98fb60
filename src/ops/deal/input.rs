//! Adding and editing deals.

use chrono::NaiveDate;

use super::super::input::{self, Field, Hanging, Set};
use super::super::problem::{Place, Problem};
use super::super::{Done, account, owner, product};
use super::person::{self, SeatInput};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::money::{Currency, LARGEST_AMOUNT, Money};
use crate::domain::word::{Part, RecordKind, Status};
use crate::store::table::account::Account;
use crate::store::table::deal::{Deal, DealProduct};
use crate::store::{Book, Label, Writer};

/// A product line as a person tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProductLine {
    /// The product by name; one that is not known yet is added.
    pub product: String,
    /// How many, in thousandths.
    pub quantity: i64,
    /// The price of one, minor units of the deal's currency; none takes the list price.
    pub price: Option<i64>,
}

/// What a person tells of a deal; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct DealInput {
    /// Its name; needed for a new one.
    pub name: Option<String>,
    /// To whom; needed for a new one.
    pub account: Option<Id>,
    /// To whom, where the book does not know them yet: an account of this name is made on the way.
    pub new_account: Option<String>,
    /// Its amount with its currency.
    pub amount: Field<Money>,
    /// Its currency, where only that changes.
    pub currency: Option<Currency>,
    /// Its stage by key, name or number.
    pub stage: Option<String>,
    /// The day it is expected to close.
    pub close_on: Field<NaiveDate>,
    /// Its own win rate, basis points; `Some(None)` takes the stage's again.
    pub win_rate: Field<i64>,
    /// What comes next.
    pub next_step: Field<String>,
    /// When that comes.
    pub next_on: Field<NaiveDate>,
    /// Who of ours leads it.
    pub owner: Field<String>,
    /// How it was found.
    pub source: Field<String>,
    /// Which pipeline it belongs to, where a file or a person keeps several apart.
    pub pipeline: Field<String>,
    /// The competitor.
    pub competitor: Field<String>,
    /// Why it was lost, by key or name; for a lost deal only.
    pub lost_reason: Option<String>,
    /// What was learned from its end.
    pub learned: Field<String>,
    /// Notes.
    pub notes: Field<String>,
    /// People to put in, with their parts in this purchase.
    pub contacts: Vec<(Id, Vec<Part>)>,
    /// People to take out.
    pub without: Vec<Id>,
    /// All its people, in the place of those that are there.
    pub people: Option<Vec<SeatInput>>,
    /// All product lines.
    pub products: Option<Vec<ProductLine>>,
    /// Tags and custom values.
    pub hanging: Hanging,
}

/// Adds a deal. It belongs to the person at the keyboard unless told otherwise.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::NoRecord`] without an account, [`Problem::NoStage`],
/// [`Problem::OutOfRange`].
pub fn add(book: &mut Book, input: &DealInput) -> Done<Id> {
    book.operate(|writer| {
        let deal = create(writer, input)?;
        Ok((deal.id, Label::new(Deed::AddDeal, deal.name)))
    })
}

/// Puts a new deal in, within another operation.
pub(super) fn create(writer: &Writer<'_>, input: &DealInput) -> Result<Deal, Problem> {
    let missing = || Problem::NoRecord { kinds: vec![RecordKind::Account], words: String::new() };
    if input.name.is_none() {
        return Err(Problem::Missing(Place::Name));
    }
    let account = account_told(writer, input)?.ok_or_else(missing)?;
    let mut deal = blank(writer, account)?;
    apply(writer, &mut deal, input)?;
    deal.code = writer.next_code(Deal::CODE)?;
    writer.insert_deal(&deal, writer.today)?;
    apply_lists(writer, &deal, input)?;
    Ok(deal)
}

/// Changes a deal.
///
/// # Errors
/// As [`add`].
pub fn edit(book: &mut Book, id: Id, input: &DealInput) -> Done<Id> {
    book.operate(|writer| {
        let deal = change(writer, id, input)?;
        Ok((id, Label::new(Deed::EditDeal, deal.name)))
    })
}

/// Changes a deal within another operation.
pub(in crate::ops) fn change(writer: &Writer<'_>, id: Id, input: &DealInput) -> Result<Deal, Problem> {
    let before: Deal = writer.row(id)?;
    let mut deal = before.clone();
    if let Some(account) = account_told(writer, input)? {
        deal.account_id = account;
    }
    apply(writer, &mut deal, input)?;
    if deal != before {
        deal.updated_at = writer.now;
        writer.update_deal(&deal, writer.today)?;
        leave_stage(writer, &before, &deal)?;
    }
    apply_lists(writer, &deal, input)?;
    Ok(deal)
}

/// The account that is told, made where it is a new one.
fn account_told(writer: &Writer<'_>, input: &DealInput) -> Result<Option<Id>, Problem> {
    match (&input.new_account, input.account) {
        (Some(name), _) => Ok(Some(account::create_named(writer, name)?)),
        (None, Some(id)) => Ok(Some(writer.row::<Account>(id)?.id)),
        (None, None) => Ok(None),
    }
}

/// A deal that is put at a later stage leaves the one where it stood, as if it had advanced.
fn leave_stage(writer: &Writer<'_>, before: &Deal, after: &Deal) -> Result<(), Problem> {
    if after.stage_id == before.stage_id {
        return Ok(());
    }
    let stages = super::stage::all(writer)?;
    let place = |id| stages.iter().position(|stage| stage.id == id);
    if let (Some(from), Some(to)) = (place(before.stage_id), place(after.stage_id))
        && to > from
        && after.status == Status::Open
    {
        super::sign::leave(writer, after.id, &stages[from])?;
    }
    Ok(())
}

/// A deal of an account with nothing told yet, at the first stage.
fn blank(writer: &Writer<'_>, account: Id) -> Result<Deal, Problem> {
    let first = writer.stages()?.into_iter().next();
    let first = first.ok_or_else(|| Problem::NoStage { word: String::new(), known: vec![] })?;
    let deal = blank_at(writer, account, first.id, writer.settings()?.base_currency)?;
    Ok(Deal { owner_id: owner::me(writer)?, ..deal })
}

/// A deal of an account with nothing told yet, at a stage, and nobody's.
pub(in crate::ops) fn blank_at(
    writer: &Writer<'_>,
    account: Id,
    stage: Id,
    currency: Currency,
) -> crate::store::Result<Deal> {
    Ok(Deal {
        id: writer.mint()?,
        code: 0,
        account_id: account,
        name: String::new(),
        name_key: String::new(),
        status: Status::Open,
        stage_id: stage,
        amount: None,
        currency,
        win_rate: None,
        close_on: None,
        closed_on: None,
        next_step: None,
        next_on: None,
        owner_id: None,
        source: None,
        pipeline: None,
        lost_reason_id: None,
        competitor: None,
        learned: None,
        notes: None,
        stage_since: writer.today,
        created_on: writer.today,
        created_at: writer.now,
        updated_at: writer.now,
    })
}

fn apply(writer: &Writer<'_>, deal: &mut Deal, input: &DealInput) -> Result<(), Problem> {
    if let Some(name) = &input.name {
        (deal.name, deal.name_key) = input::name(name)?;
    }
    if let Some(currency) = input.currency {
        deal.currency = currency;
    }
    if let Some(told) = input.amount {
        deal.amount = told.map(input::amount).transpose()?;
        deal.currency = told.map_or(deal.currency, |money| money.currency);
    }
    if let Some(word) = &input.stage {
        let stage = super::stage::named(writer, word)?;
        if stage.id != deal.stage_id {
            deal.stage_id = stage.id;
            deal.stage_since = writer.today;
        }
    }
    input.close_on.put(&mut deal.close_on);
    if let Some(rate) = input.win_rate {
        deal.win_rate = rate.map(|points| input::points(points, Place::WinRate)).transpose()?;
    }
    input::line(input.next_step.clone()).put(&mut deal.next_step);
    input.next_on.put(&mut deal.next_on);
    if let Some(told) = &input.owner {
        deal.owner_id = told.as_deref().map(|word| owner::find_or_add(writer, word)).transpose()?;
    }
    input::line(input.source.clone()).put(&mut deal.source);
    input::line(input.pipeline.clone()).put(&mut deal.pipeline);
    input::line(input.competitor.clone()).put(&mut deal.competitor);
    if let Some(reason) = &input.lost_reason {
        if deal.status != Status::Lost {
            return Err(Problem::NotClosed(deal.name.clone()));
        }
        deal.lost_reason_id = Some(super::find_or_add_reason(writer, reason)?);
    }
    input::text(input.learned.clone()).put(&mut deal.learned);
    input::text(input.notes.clone()).put(&mut deal.notes);
    Ok(())
}

fn apply_lists(writer: &Writer<'_>, deal: &Deal, input: &DealInput) -> Result<(), Problem> {
    for (contact, parts) in &input.contacts {
        writer.join_deal(deal.id, *contact, parts)?;
    }
    for contact in &input.without {
        writer.leave_deal(deal.id, *contact)?;
    }
    if let Some(people) = &input.people {
        person::seat(writer, deal, people)?;
    }
    if let Some(lines) = &input.products {
        let rows = lines.iter().zip(0..).map(|(line, position)| product_row(writer, deal, line, position));
        writer.set_deal_products(deal, rows.collect::<Result<Vec<_>, _>>()?)?;
    }
    input.hanging.apply(writer, RecordKind::Deal, deal.id)
}

fn product_row(
    writer: &Writer<'_>,
    deal: &Deal,
    line: &ProductLine,
    position: i64,
) -> Result<DealProduct, Problem> {
    let product = product::find_or_create(writer, &line.product, deal.currency)?;
    let list = product.price.filter(|_| product.currency == deal.currency).unwrap_or_default();
    let price = line.price.unwrap_or(list);
    for (value, place) in [(line.quantity, Place::Quantity), (price, Place::Price)] {
        if !(0..=LARGEST_AMOUNT).contains(&value) {
            return Err(Problem::OutOfRange { place, value: value.to_string() });
        }
    }
    let id = writer.mint()?;
    Ok(DealProduct { id, deal_id: deal.id, product_id: product.id, position, quantity: line.quantity, price })
}
