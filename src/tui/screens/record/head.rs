//! What stands over all sides of a record: what it is called, what it is, its figures.

use chrono::Months;

use crate::domain::entry::choice::Phase;
use crate::domain::id::Id;
use crate::domain::relationship::Level;
use crate::domain::word::{RecordKind, Status, Tier};
use crate::report::model::{AccountOut, DealOut};
use crate::report::{entry_words, rows, words};
use crate::store::{Book, Error, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;

/// What stands over all sides of a record.
#[derive(Debug, Clone)]
pub struct Head {
    /// The record.
    pub record: Chosen,
    /// Its short code.
    pub code: String,
    /// What it is, in a few words.
    pub about: String,
    /// Its figures.
    pub figures: String,
}

impl Head {
    /// Reads it; none where the record is gone.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(book: &Book, look: &Look, kind: RecordKind, id: Id) -> Result<Option<Head>> {
        let head = match kind {
            RecordKind::Deal => deal(book, look, id),
            _ => account(book, look, id),
        };
        match head {
            Ok(head) => Ok(Some(head)),
            Err(Error::NoRecord) => Ok(None),
            Err(error) => Err(error),
        }
    }
}

fn account(book: &Book, look: &Look, id: Id) -> Result<Head> {
    let lang = look.lang;
    let account: AccountOut = rows::one(book, id)?;
    let tier = account.tier.as_ref().and_then(|tier| tier.parse::<Tier>().ok());
    let phase = account.phase.as_ref().and_then(|phase| phase.parse::<Phase>().ok());
    let level = account.level.as_ref().and_then(|level| level.parse::<Level>().ok());
    let about = [
        tier.map(|tier| words::tier(lang, tier)),
        level.map(|level| entry_words::choice(lang, "level", level.as_str())),
        phase.map(|phase| entry_words::choice(lang, "phase", phase.as_str())),
        account.industry.clone().map(Into::into),
        account.city.clone().map(Into::into),
    ];
    let open = match (account.open_deals, account.open_amount) {
        (1, Some(amount)) => {
            Some(tr!(lang, "record.one_open", amount = look.sum(amount.minor, 14), currency = look.base))
        }
        (deals, Some(amount)) => {
            let amount = look.sum(amount.minor, 14);
            Some(tr!(lang, "record.open", deals = deals, amount = amount, currency = look.base))
        }
        _ => None,
    };
    let sold = sold(book, id)?;
    let sold =
        (sold > 0).then(|| tr!(lang, "record.sold", amount = look.sum(sold, 14), currency = look.base));
    let record = Chosen::from(&account);
    Ok(Head { record, code: account.code, about: joined(about), figures: joined([open, sold]) })
}

/// What an account bought in the last twelve months, won deals and small orders, in the base currency.
fn sold(book: &Book, account: Id) -> Result<i128> {
    let base = book.settings()?.base_currency;
    let today = book.today();
    let rates = book.rates_on(base, today)?;
    let since = today.checked_sub_months(Months::new(12)).unwrap_or(today);
    let sold = book.sold_to(account, since, today)?.into_iter();
    Ok(sold.filter_map(|money| rates.turn(money.minor, money.currency, base)).sum())
}

fn deal(book: &Book, look: &Look, id: Id) -> Result<Head> {
    let lang = look.lang;
    let deal: DealOut = rows::one(book, id)?;
    let status: Option<Status> = deal.status.parse().ok();
    let stage = match status {
        Some(status @ (Status::Won | Status::Lost)) => words::status(lang, status).into_owned(),
        _ => look.stage(&deal.stage),
    };
    let amount = deal
        .amount
        .map(|amount| format!("{} {}", look.amount(amount.minor, deal.currency, 14), deal.currency).into());
    let close = deal.close_date.filter(|_| status == Some(Status::Open));
    let close = close.map(|day| tr!(lang, "record.closes", day = look.date(day)));
    let about = joined([Some(deal.account.clone().into()), Some(stage.into())]);
    let record = Chosen::from(&deal);
    Ok(Head { record, code: deal.code, about, figures: joined([amount, close]) })
}

fn joined<const N: usize>(words: [Option<words::Word>; N]) -> String {
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" · ")
}
