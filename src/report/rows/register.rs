//! What the book keeps beside its records, as programs read it.

use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::model::{
    Amount, ColleagueOut, CustomFieldOut, LinkOut, LostReasonOut, Points, ProductOut, QuotaOut, RateOut,
    StageOut, TagOut, ViewOut,
};
use crate::report::words;
use crate::store::table::attachment::{CustomField, Link};
use crate::store::table::product::Product;
use crate::store::table::saved_view::SavedView;
use crate::store::table::target::{ExchangeRate, Quota};
use crate::store::view::find::short_code;
use crate::store::view::register::Uses;
use crate::store::{Book, Result};

impl From<Product> for ProductOut {
    fn from(product: Product) -> ProductOut {
        ProductOut {
            id: product.id,
            code: short_code(RecordKind::Product, product.code),
            name: product.name,
            price: product.price.map(|minor| Amount::new(minor, product.currency)),
            currency: product.currency,
            unit: product.unit,
            active: product.active,
        }
    }
}

impl From<Quota> for QuotaOut {
    fn from(quota: Quota) -> QuotaOut {
        QuotaOut {
            period: quota.period,
            amount: Some(Amount::new(quota.amount, quota.currency)),
            currency: quota.currency,
        }
    }
}

impl From<ExchangeRate> for RateOut {
    fn from(rate: ExchangeRate) -> RateOut {
        RateOut {
            currency: rate.currency,
            rate: rate.rate.decimal().parse().unwrap_or_default(),
            base: rate.base,
            on: rate.since,
        }
    }
}

impl From<Link> for LinkOut {
    fn from(link: Link) -> LinkOut {
        LinkOut {
            label: link.label,
            target: link.target,
            record_kind: link.record_kind.to_string(),
            record_id: link.record_id,
            id: link.id,
        }
    }
}

/// The stages, first one first.
///
/// # Errors
/// What the store could not read.
pub fn stages(book: &Book, lang: Lang) -> Result<Vec<StageOut>> {
    let uses = book.uses(Uses::OpenDealsOfStages)?;
    let named = |text: words::Word| Some(text.into_owned()).filter(|text| !text.is_empty());
    let rows = book.stages()?.into_iter().zip(1..);
    let stages = rows.map(|(row, place)| {
        let limit_days = row.limit_days;
        let stage = crate::domain::stage::Stage::from(row);
        StageOut {
            name: words::stage(lang, &stage).into_owned(),
            step: named(words::seller_step(lang, &stage)),
            win_rate: Points(stage.win_rate),
            exit_sign: named(words::exit_sign(lang, &stage)),
            limit_days,
            open_deals: uses.get(&stage.id).copied().unwrap_or_default(),
            place,
            id: stage.id,
            stage: stage.key,
        }
    });
    Ok(stages.collect())
}

/// The reasons for which deals are lost, first one first.
///
/// # Errors
/// What the store could not read.
pub fn lost_reasons(book: &Book, lang: Lang) -> Result<Vec<LostReasonOut>> {
    let uses = book.uses(Uses::DealsOfLostReasons)?;
    let reasons = book.lost_reasons()?.into_iter().map(|reason| LostReasonOut {
        name: reason.name.unwrap_or_else(|| words::lost_reason(lang, &reason.key).into_owned()),
        deals: uses.get(&reason.id).copied().unwrap_or_default(),
        id: reason.id,
        reason: reason.key,
    });
    Ok(reasons.collect())
}

/// Everybody on our side, the person at the keyboard first.
///
/// # Errors
/// What the store could not read.
pub fn colleagues(book: &Book) -> Result<Vec<ColleagueOut>> {
    let (accounts, deals) = (book.uses(Uses::AccountsOfColleagues)?, book.uses(Uses::DealsOfColleagues)?);
    let all = book.colleagues()?.into_iter().map(|colleague| ColleagueOut {
        name: colleague.name,
        email: colleague.email,
        role: colleague.role,
        is_me: colleague.is_me,
        accounts: accounts.get(&colleague.id).copied().unwrap_or_default(),
        deals: deals.get(&colleague.id).copied().unwrap_or_default(),
        id: colleague.id,
    });
    Ok(all.collect())
}

/// Every tag, by name.
///
/// # Errors
/// What the store could not read.
pub fn tags(book: &Book) -> Result<Vec<TagOut>> {
    let uses = book.uses(Uses::RecordsOfTags)?;
    let tags = book.tags()?.into_iter().map(|tag| TagOut {
        tag: tag.name,
        records: uses.get(&tag.id).copied().unwrap_or_default(),
        id: tag.id,
    });
    Ok(tags.collect())
}

/// Every saved view, by list and name.
///
/// # Errors
/// What the store could not read.
pub fn views(book: &Book) -> Result<Vec<ViewOut>> {
    let keys = |told: &str| told.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect();
    let out = |view: SavedView| ViewOut {
        list: view.list,
        name: view.name,
        filter: Some(view.filter).filter(|filter| !filter.is_empty()),
        columns: keys(&view.columns),
        sort: keys(&view.sort),
        id: view.id,
    };
    Ok(book.saved_views()?.into_iter().map(out).collect())
}

/// Every custom field, by kind of record.
///
/// # Errors
/// What the store could not read.
pub fn fields(book: &Book) -> Result<Vec<CustomFieldOut>> {
    let uses = book.uses(Uses::RecordsOfFields)?;
    let out = |field: CustomField| CustomFieldOut {
        of: field.record_kind.to_string(),
        kind: field.sort().to_string(),
        choices: field.listed().map(str::to_owned).collect(),
        key: field.key,
        label: field.label,
        records: uses.get(&field.id).copied().unwrap_or_default(),
        id: field.id,
    };
    let mut fields = Vec::new();
    for kind in RecordKind::ALL {
        fields.extend(book.custom_fields(*kind)?.into_iter().map(out));
    }
    Ok(fields)
}
