//! The form of an account.

use super::told::{Concern, Sheet, Told, Who, amount_text, currencies};
use super::usual::{self, OwnFields, beside, words, yes_or_no};
use crate::domain::id::Id;
use crate::domain::money::Currency;
use crate::domain::word::{RecordKind, Tier};
use crate::ops::account::AccountInput;
use crate::ops::{Hanging, Place};
use crate::report::words::Word;
use crate::report::{percent, words as report};
use crate::store::view::lines::AccountLine;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::widgets::form::kind::Kind;

/// Its name among drafts.
pub const FORM: &str = "account";

/// A new account, or one to be changed.
pub fn form(book: &Book, look: &Look, id: Option<Id>) -> Result<FormDialog> {
    dialog(whole(book, look, id)?, id).kept_as(FORM, id, book)
}

/// Some fields of one alone, by their names: as they are changed in a list.
///
/// # Errors
/// What the store could not read.
pub fn fields(book: &Book, look: &Look, id: Id, names: &[&str]) -> Result<FormDialog> {
    let (sheet, title, own, currency) = whole(book, look, Some(id))?;
    Ok(dialog((sheet.only(names), title, own, currency), Some(id)))
}

/// All fields with what stands in them, the form's title, and what its input is read with.
type Whole = (Sheet, Word, OwnFields, Currency);

fn whole(book: &Book, look: &Look, id: Option<Id>) -> Result<Whole> {
    let line = id.map(|id| book.line::<AccountLine>(id)).transpose()?;
    let own = OwnFields::of(book, RecordKind::Account, id)?;
    let currency = line.as_ref().map_or(look.base, |line| line.account.currency);
    let sheet = who(Sheet::default(), book, look, line.as_ref())?;
    let sheet = reach(sheet, look, line.as_ref());
    let sheet = size(sheet, look, line.as_ref(), currency);
    let notes = line.as_ref().and_then(|line| line.account.notes.as_deref());
    let sheet = beside(sheet, book, look, id, notes, &own)?;
    let title =
        if id.is_some() { tr!(look.lang, "ask.edit_account") } else { tr!(look.lang, "ask.add_account") };
    Ok((sheet, title, own, currency))
}

fn dialog((sheet, title, own, currency): Whole, id: Option<Id>) -> FormDialog {
    sheet.dialog(title, String::new(), move |told| {
        let input = input(told, &own, currency)?;
        if input == AccountInput::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Account(id, input))).into()])
    })
}

fn who(sheet: Sheet, book: &Book, look: &Look, line: Option<&AccountLine>) -> Result<Sheet> {
    let lang = look.lang;
    let account = line.map(|line| &line.account);
    let parent = line.and_then(|line| line.account.parent_id.zip(line.parent.clone()));
    let tier = account.and_then(|account| account.tier).map(Tier::as_str);
    let industry = account.and_then(|account| account.industry.as_deref());
    let owner = line.and_then(|line| line.owner.as_deref());
    let sheet = sheet
        .text(
            tr!(lang, "column.name"),
            tr!(lang, "ask.account_name_hint"),
            account.map(|one| one.name.as_str()),
        )
        .called("name")
        .about(Concern::Place(Place::Name))
        .one_of(
            tr!(lang, "column.tier"),
            tr!(lang, "ask.tier_hint"),
            words(look, Tier::ALL, report::tier),
            tier,
            false,
        )
        .called("tier")
        .text(tr!(lang, "column.industry"), tr!(lang, "ask.industry_hint"), industry)
        .called("industry")
        .record(tr!(lang, "column.parent"), tr!(lang, "ask.parent_hint"), RecordKind::Account, parent, false)
        .called("parent")
        .about(Concern::Above);
    let sheet = usual::owner(sheet, book, look, owner)?
        .one_of(
            tr!(lang, "ask.collective"),
            tr!(lang, "ask.collective_hint"),
            yes_or_no(look),
            account.map(|account| if account.decides_collectively { "true" } else { "false" }),
            false,
        )
        .called("collective");
    Ok(sheet)
}

fn reach(sheet: Sheet, look: &Look, line: Option<&AccountLine>) -> Sheet {
    let lang = look.lang;
    let account = line.map(|line| &line.account);
    macro_rules! told {
        ($field:ident) => {
            account.and_then(|account| account.$field.as_deref())
        };
    }
    sheet
        .heading(tr!(lang, "group.reach"))
        .text(tr!(lang, "column.phone"), "".into(), told!(phone))
        .called("phone")
        .text(tr!(lang, "column.website"), tr!(lang, "ask.website_hint"), told!(website))
        .called("website")
        .text(tr!(lang, "column.domain"), tr!(lang, "ask.domain_hint"), told!(domain))
        .called("domain")
        .text(tr!(lang, "ask.street"), tr!(lang, "ask.street_hint"), told!(street))
        .called("street")
        .text(tr!(lang, "ask.postal_code"), "".into(), told!(postal_code))
        .called("postal_code")
        .text(tr!(lang, "column.city"), "".into(), told!(city))
        .called("city")
        .text(tr!(lang, "ask.region"), tr!(lang, "ask.region_hint"), told!(region))
        .called("region")
        .text(tr!(lang, "column.country"), "".into(), told!(country))
        .called("country")
}

fn size(sheet: Sheet, look: &Look, line: Option<&AccountLine>, currency: Currency) -> Sheet {
    let lang = look.lang;
    let account = line.map(|line| &line.account);
    let money = |minor: Option<i64>| minor.map(|minor| amount_text(minor, currency));
    let employees = account.and_then(|account| account.employees).map(|count| count.to_string());
    let revenue = money(account.and_then(|account| account.revenue));
    let potential = money(account.and_then(|account| account.potential));
    let share = account.and_then(|account| account.share).map(percent);
    sheet
        .heading(tr!(lang, "group.size"))
        .text(tr!(lang, "column.potential"), tr!(lang, "ask.potential_hint"), potential.as_deref())
        .called("potential")
        .of(Kind::Money(currency))
        .about(Concern::Place(Place::Amount))
        .text(tr!(lang, "column.share"), tr!(lang, "ask.share_hint"), share.as_deref())
        .called("share")
        .of(Kind::Percent)
        .about(Concern::Place(Place::Share))
        .text(tr!(lang, "ask.revenue"), tr!(lang, "ask.revenue_hint"), revenue.as_deref())
        .called("revenue")
        .of(Kind::Money(currency))
        .text(tr!(lang, "column.employees"), "".into(), employees.as_deref())
        .called("employees")
        .of(Kind::Whole)
        .one_of(
            tr!(lang, "column.currency"),
            tr!(lang, "ask.currency_hint"),
            currencies(look.base),
            Some(currency.code()),
            true,
        )
        .called("currency")
        .of(Kind::Currency)
        .about(Concern::Place(Place::Currency))
}

fn input(told: &Told<'_>, own: &OwnFields, before: Currency) -> std::result::Result<AccountInput, Refusal> {
    let website = told.text("website");
    let domain = told.text("domain");
    // A web address tells the domain, unless that is told.
    let guessed = website.clone().filter(|site| site.is_some() && told.says("domain").is_empty());
    let currency = told.currency_or("currency", before)?;
    let (tags, untags) = told.tags("tags");
    let (parent, _) = Who::parted(told.who("parent"));
    Ok(AccountInput {
        name: told.name("name")?,
        parent,
        owner: told.text("owner"),
        tier: told.word("tier"),
        industry: told.text("industry"),
        domain: domain.or(guessed),
        website,
        phone: told.text("phone"),
        street: told.text("street"),
        city: told.text("city"),
        region: told.text("region"),
        postal_code: told.text("postal_code"),
        country: told.text("country"),
        employees: told.whole("employees")?,
        revenue: told.amount("revenue", currency, currency != before)?,
        potential: told.amount("potential", currency, currency != before)?,
        share: told.percent("share")?,
        notes: told.text("notes"),
        collective: told.word("collective").flatten(),
        hanging: Hanging { tags, untags, fields: own.told(told)? },
    })
}
