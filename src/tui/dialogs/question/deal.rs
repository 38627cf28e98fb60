//! The form of a deal.

use super::lines_of_deal::{people, people_told, products, products_told};
use super::told::{Concern, Sheet, Told, Who, amount_text, currencies};
use super::usual::{self, OwnFields, beside, choice_hint};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::{RecordKind, Status};
use crate::ops::deal::DealInput;
use crate::ops::{Hanging, Place};
use crate::report::words::Word;
use crate::report::{percent, words};
use crate::store::table::product::Product;
use crate::store::view::lines::{AccountLine, DealLine};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::list::detail::stages;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::kind::Kind;
use crate::tui::widgets::form::meaning::Novelty;

/// Its name among drafts.
pub const FORM: &str = "deal";

/// What a new deal begins with, as far as it is known from where it was asked for.
#[derive(Debug, Clone, Copy, Default)]
pub struct Begun {
    /// Its account.
    pub account: Option<Id>,
    /// Somebody with a part in it.
    pub person: Option<Id>,
    /// What is to be sold.
    pub product: Option<Id>,
}

/// A new deal, with what is known of it, or one to be changed.
pub fn form(book: &Book, look: &Look, id: Option<Id>, begun: Begun) -> Result<FormDialog> {
    dialog(whole(book, look, id, begun)?, id).kept_as(FORM, id, book)
}

/// Some fields of one alone, by their names: as they are changed in a list.
///
/// # Errors
/// What the store could not read.
pub fn fields(book: &Book, look: &Look, id: Id, names: &[&str]) -> Result<FormDialog> {
    let (sheet, title, own, currency) = whole(book, look, Some(id), Begun::default())?;
    Ok(dialog((sheet.only(names), title, own, currency), Some(id)))
}

/// All fields with what stands in them, the form's title, and what its input is read with.
type Whole = (Sheet, Word, OwnFields, Currency);

fn whole(book: &Book, look: &Look, id: Option<Id>, begun: Begun) -> Result<Whole> {
    let line = id.map(|id| book.line::<DealLine>(id)).transpose()?;
    let own = OwnFields::of(book, RecordKind::Deal, id)?;
    let lang = look.lang;
    let account = match (begun.account, &line) {
        (Some(of), None) => Some((of, book.line::<AccountLine>(of)?.account.name)),
        (_, line) => line.as_ref().map(|line| (line.deal.account_id, line.account.clone())),
    };
    let currency = line.as_ref().map_or(look.base, |line| line.deal.currency);
    let product = begun.product.map(|product| book.row::<Product>(product)).transpose()?;
    let sheet = first(Sheet::default(), book, look, line.as_ref(), account, product.as_ref())?;
    let sheet = people(sheet.heading(tr!(lang, "group.people")), book, look, id, begun.person)?;
    let sheet = products(sheet, book, look, id, (currency, product.as_ref()))?;
    let sheet = course(sheet, book, look, line.as_ref())?;
    let notes = line.as_ref().and_then(|line| line.deal.notes.as_deref());
    let sheet = beside(sheet, book, look, id, notes, &own)?;
    let title = if id.is_some() { tr!(lang, "ask.edit_deal") } else { tr!(lang, "ask.add_deal") };
    Ok((sheet, title, own, currency))
}

fn dialog((sheet, title, own, currency): Whole, id: Option<Id>) -> FormDialog {
    sheet.dialog(title, String::new(), move |told| {
        let input = input(told, &own, currency, id.is_some())?;
        if input == DealInput::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Deal(id, input))).into()])
    })
}

/// What most deals are told with.
fn first(
    sheet: Sheet,
    book: &Book,
    look: &Look,
    line: Option<&DealLine>,
    account: Option<(Id, String)>,
    product: Option<&Product>,
) -> Result<Sheet> {
    let lang = look.lang;
    let deal = line.map(|line| &line.deal);
    let all: Vec<Choice> =
        stages(book)?.iter().map(|stage| Choice::new(stage.key.clone(), words::stage(lang, stage))).collect();
    let currency = deal.map_or(look.base, |deal| deal.currency);
    let amount = deal.and_then(|deal| deal.amount).map(|minor| amount_text(minor, currency));
    let close = deal.and_then(|deal| deal.close_on).map(|day| day.to_string());
    let next_on = deal.and_then(|deal| deal.next_on).map(|day| day.to_string());
    let stage = line.map(|line| line.stage.0.as_str());
    let next = deal.and_then(|deal| deal.next_step.as_deref());
    let sheet = sheet
        .text(
            tr!(lang, "ask.deal_name"),
            tr!(lang, "ask.deal_name_hint"),
            // What is sold is as good a name as any to begin with.
            deal.map(|deal| deal.name.as_str()).or(product.map(|product| product.name.as_str())),
        )
        .called("name")
        .about(Concern::Place(Place::Name));
    let sheet = if product.is_some() { sheet.counting_as_told() } else { sheet };
    let sheet = usual::account(sheet, look, account, line.is_none())
        .text(tr!(lang, "column.amount"), tr!(lang, "ask.amount_hint"), amount.as_deref())
        .called("amount")
        .of(Kind::Money(currency))
        .about(Concern::Place(Place::Amount))
        .text(tr!(lang, "column.close_date"), tr!(lang, "ask.date_hint"), close.as_deref())
        .called("close_on")
        .of(Kind::Day)
        .one_of(tr!(lang, "column.stage"), choice_hint(&all), all, stage, false)
        .called("stage")
        .about(Concern::Stage)
        .text(tr!(lang, "column.next_step"), tr!(lang, "ask.next_step_hint"), next)
        .called("next_step")
        .text(tr!(lang, "ask.when"), tr!(lang, "ask.date_hint"), next_on.as_deref())
        .called("next_on")
        .of(Kind::Day);
    Ok(sheet)
}

/// How it came, who leads it, against whom, and how it ended.
fn course(sheet: Sheet, book: &Book, look: &Look, line: Option<&DealLine>) -> Result<Sheet> {
    let lang = look.lang;
    let deal = line.map(|line| &line.deal);
    macro_rules! told {
        ($field:ident) => {
            deal.and_then(|deal| deal.$field.as_deref())
        };
    }
    let win_rate = deal.and_then(|deal| deal.win_rate).map(percent);
    let stage_rate = line.map(|line| percent(line.stage.1)).unwrap_or_default();
    let rate_hint = match stage_rate.as_str() {
        "" => tr!(lang, "ask.win_rate_hint"),
        rate => tr!(lang, "ask.win_rate_of_stage", rate = rate).into_owned().into(),
    };
    let currency = deal.map_or(look.base, |deal| deal.currency);
    let owner = line.and_then(|line| line.owner.as_deref());
    let sheet = sheet
        .heading(tr!(lang, "group.course"))
        .text(tr!(lang, "column.win_rate"), rate_hint, win_rate.as_deref())
        .called("win_rate")
        .of(Kind::Percent)
        .about(Concern::Place(Place::WinRate))
        .one_of(
            tr!(lang, "column.currency"),
            tr!(lang, "ask.currency_hint"),
            currencies(look.base),
            Some(currency.code()),
            true,
        )
        .called("currency")
        .of(Kind::Currency)
        .about(Concern::Place(Place::Currency));
    let mut sheet = usual::owner(sheet, book, look, owner)?
        .text(tr!(lang, "column.source"), tr!(lang, "ask.source_hint"), told!(source))
        .called("source")
        .text(tr!(lang, "ask.pipeline"), tr!(lang, "ask.pipeline_hint"), told!(pipeline))
        .called("pipeline")
        .text(tr!(lang, "column.competitor"), "".into(), told!(competitor))
        .called("competitor");
    let status = deal.map_or(Status::Open, |deal| deal.status);
    if status == Status::Lost {
        let reasons = super::daily::reasons(book, look)?;
        let reason = deal.and_then(|deal| deal.lost_reason_id);
        let reason = book.lost_reasons()?.into_iter().find(|one| Some(one.id) == reason).map(|one| one.key);
        sheet = sheet
            .one_of(tr!(lang, "column.lost_reason"), choice_hint(&reasons), reasons, reason.as_deref(), true)
            .called("lost_reason")
            .or_new(Novelty::LostReason);
    }
    if status != Status::Open {
        sheet = sheet
            .lines(tr!(lang, "column.learned"), tr!(lang, "ask.learned_hint"), told!(learned))
            .called("learned");
    }
    Ok(sheet)
}

fn input(
    told: &Told<'_>,
    own: &OwnFields,
    before: Currency,
    exists: bool,
) -> std::result::Result<DealInput, Refusal> {
    let name = told.name("name")?;
    let _needed = told.name("account")?;
    let (account, new_account) = Who::parted(told.who("account"));
    let currency = told.currency_or("currency", before)?;
    let amount = told.amount("amount", currency, currency != before)?;
    let (tags, untags) = told.tags("tags");
    Ok(DealInput {
        name,
        account: account.flatten(),
        new_account,
        amount: amount.filter(|amount| amount.is_some() || exists),
        currency: Some(currency).filter(|new| *new != before),
        stage: told.text("stage").flatten(),
        close_on: told.date("close_on")?,
        win_rate: told.percent("win_rate")?,
        next_step: told.text("next_step"),
        next_on: told.date("next_on")?,
        owner: told.text("owner"),
        source: told.text("source"),
        pipeline: told.text("pipeline"),
        competitor: told.text("competitor"),
        lost_reason: told.text("lost_reason").flatten(),
        learned: told.text("learned"),
        notes: told.text("notes"),
        people: people_told(told),
        products: products_told(told, currency)?,
        hanging: Hanging { tags, untags, fields: own.told(told)? },
        ..DealInput::default()
    })
}
