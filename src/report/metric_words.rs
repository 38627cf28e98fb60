//! The words of measures: what they are called, what they are, what they are made of and what they lack.

use super::figures::{grouped, thousands};
use super::words::Word;
use crate::domain::forecast::Ratio;
use crate::domain::metrics::{InputKind, Lack, MarginSource, MetricKind, Standing, Value};
use crate::domain::money::{Currency, decimal, divide_half_even};
use crate::i18n::Lang;
use crate::tr;

/// What a measure is called.
pub fn name(lang: Lang, kind: MetricKind) -> Word {
    match kind {
        MetricKind::Satisfaction => tr!(lang, "metric.satisfaction"),
        MetricKind::PurchasesAYear => tr!(lang, "metric.purchases_a_year"),
        MetricKind::ShareOfWallet => tr!(lang, "metric.share_of_wallet"),
        MetricKind::RetainedSince => tr!(lang, "metric.retained_since"),
        MetricKind::Retention => tr!(lang, "metric.retention"),
        MetricKind::AverageOrder => tr!(lang, "metric.average_order"),
        MetricKind::Repurchase => tr!(lang, "metric.repurchase"),
        MetricKind::LifetimeValue => tr!(lang, "metric.lifetime_value"),
        MetricKind::Growth => tr!(lang, "metric.growth"),
        MetricKind::SalesGrowth => tr!(lang, "metric.sales_growth"),
        MetricKind::Churn => tr!(lang, "metric.churn"),
        MetricKind::Engagement => tr!(lang, "metric.engagement"),
        MetricKind::PurchaseCycle => tr!(lang, "metric.purchase_cycle"),
    }
}

/// What a measure is, of an account or of the book.
pub fn what(lang: Lang, kind: MetricKind, of_account: bool) -> Word {
    match (kind, of_account) {
        (MetricKind::Satisfaction, true) => tr!(lang, "metric.satisfaction.account"),
        (MetricKind::Satisfaction, false) => tr!(lang, "metric.satisfaction.book"),
        (MetricKind::PurchasesAYear, true) => tr!(lang, "metric.purchases_a_year.account"),
        (MetricKind::PurchasesAYear, false) => tr!(lang, "metric.purchases_a_year.book"),
        (MetricKind::ShareOfWallet, true) => tr!(lang, "metric.share_of_wallet.account"),
        (MetricKind::ShareOfWallet, false) => tr!(lang, "metric.share_of_wallet.book"),
        (MetricKind::RetainedSince, _) => tr!(lang, "metric.retained_since.what"),
        (MetricKind::Retention, _) => tr!(lang, "metric.retention.what"),
        (MetricKind::AverageOrder, _) => tr!(lang, "metric.average_order.what"),
        (MetricKind::Repurchase, true) => tr!(lang, "metric.repurchase.account"),
        (MetricKind::Repurchase, false) => tr!(lang, "metric.repurchase.book"),
        (MetricKind::LifetimeValue, true) => tr!(lang, "metric.lifetime_value.account"),
        (MetricKind::LifetimeValue, false) => tr!(lang, "metric.lifetime_value.book"),
        (MetricKind::Growth, _) => tr!(lang, "metric.growth.what"),
        (MetricKind::SalesGrowth, _) => tr!(lang, "metric.sales_growth.what"),
        (MetricKind::Churn, true) => tr!(lang, "metric.churn.account"),
        (MetricKind::Churn, false) => tr!(lang, "metric.churn.book"),
        (MetricKind::Engagement, _) => tr!(lang, "metric.engagement.what"),
        (MetricKind::PurchaseCycle, _) => tr!(lang, "metric.purchase_cycle.what"),
    }
}

/// Why there is no figure.
pub fn lack(lang: Lang, lack: Lack) -> Word {
    match lack {
        Lack::NoPurchases => tr!(lang, "metric.lack.no_purchases"),
        Lack::OnePurchase => tr!(lang, "metric.lack.one_purchase"),
        Lack::NoAmounts => tr!(lang, "metric.lack.no_amounts"),
        Lack::Lapsed => tr!(lang, "metric.lack.lapsed"),
        Lack::NoPotential => tr!(lang, "metric.lack.no_potential"),
        Lack::NoMargin => tr!(lang, "metric.lack.no_margin"),
        Lack::NobodyBefore => tr!(lang, "metric.lack.nobody_before"),
        Lack::NobodyAtStart => tr!(lang, "metric.lack.nobody_at_start"),
        Lack::NoSalesBefore => tr!(lang, "metric.lack.no_sales_before"),
        Lack::NoCheckUp => tr!(lang, "metric.lack.no_check_up"),
        Lack::NoAccounts => tr!(lang, "metric.lack.no_accounts"),
    }
}

/// What would help where there is no figure; nothing where only time does.
pub fn remedy(lang: Lang, lack: Lack) -> Option<Word> {
    Some(match lack {
        Lack::NoPurchases => tr!(lang, "metric.remedy.no_purchases"),
        Lack::NoAmounts => tr!(lang, "metric.remedy.no_amounts"),
        Lack::NoPotential => tr!(lang, "metric.remedy.no_potential"),
        Lack::NoMargin => tr!(lang, "metric.remedy.no_margin"),
        Lack::NoCheckUp => tr!(lang, "metric.remedy.no_check_up"),
        _ => return None,
    })
}

/// What a measure is made of.
pub fn input(lang: Lang, input: InputKind) -> Word {
    match input {
        InputKind::Purchases => tr!(lang, "metric.input.purchases"),
        InputKind::Sales => tr!(lang, "metric.input.sales"),
        InputKind::WithoutAmount => tr!(lang, "metric.input.without_amount"),
        InputKind::SalesBefore => tr!(lang, "metric.input.sales_before"),
        InputKind::Buying => tr!(lang, "metric.input.buying"),
        InputKind::BoughtTwice => tr!(lang, "metric.input.bought_twice"),
        InputKind::Repeated => tr!(lang, "metric.input.repeated"),
        InputKind::Potential => tr!(lang, "metric.input.potential"),
        InputKind::ShareTold => tr!(lang, "metric.input.share_told"),
        InputKind::SharesKnown => tr!(lang, "metric.input.shares_known"),
        InputKind::FirstPurchase => tr!(lang, "metric.input.first_purchase"),
        InputKind::LastPurchase => tr!(lang, "metric.input.last_purchase"),
        InputKind::MarginRate => tr!(lang, "metric.input.margin_rate"),
        InputKind::MarginSource => tr!(lang, "metric.input.margin_source"),
        InputKind::YearsOfSales => tr!(lang, "metric.input.years_of_sales"),
        InputKind::YearlyMargin => tr!(lang, "metric.input.yearly_margin"),
        InputKind::ChurnOfTier => tr!(lang, "metric.input.churn_of_tier"),
        InputKind::ChurnOfBook => tr!(lang, "metric.input.churn_of_book"),
        InputKind::ExpectedYears => tr!(lang, "metric.input.expected_years"),
        InputKind::Valued => tr!(lang, "metric.input.valued"),
        InputKind::NotValued => tr!(lang, "metric.input.not_valued"),
        InputKind::NewAccounts => tr!(lang, "metric.input.new_accounts"),
        InputKind::AtStart => tr!(lang, "metric.input.at_start"),
        InputKind::BoughtBefore => tr!(lang, "metric.input.bought_before"),
        InputKind::Lost => tr!(lang, "metric.input.lost"),
        InputKind::Conversations => tr!(lang, "metric.input.conversations"),
        InputKind::MessagesIn => tr!(lang, "metric.input.messages_in"),
        InputKind::MessagesOut => tr!(lang, "metric.input.messages_out"),
        InputKind::Exchanges => tr!(lang, "metric.input.exchanges"),
        InputKind::Months => tr!(lang, "metric.input.months"),
        InputKind::Intervals => tr!(lang, "metric.input.intervals"),
        InputKind::CheckedOn => tr!(lang, "metric.input.checked_on"),
        InputKind::CheckedAccounts => tr!(lang, "metric.input.checked_accounts"),
    }
}

/// A value with its unit.
pub fn value(lang: Lang, value: Value, base: Currency) -> String {
    match value {
        Value::Amount(minor) => format!("{} {base}", grouped(whole(minor, base), base, false)),
        Value::Count(number) => thousands(&number.to_string()),
        Value::Share(ratio) => format!("{} %", tenths(Ratio { num: ratio.num * 100, den: ratio.den })),
        Value::Number(ratio) => tenths(ratio),
        Value::Points(ratio) => tr!(lang, "metrics.points", number = tenths(ratio)).into(),
        Value::Days(ratio) if ratio.num == ratio.den => tr!(lang, "metrics.one_day").into(),
        Value::Days(ratio) => tr!(lang, "metrics.days", number = tenths(ratio)).into(),
        Value::Years(ratio) if ratio.num == ratio.den => tr!(lang, "metrics.one_year").into(),
        Value::Years(ratio) => tr!(lang, "metrics.years", number = tenths(ratio)).into(),
        Value::Day(day) => day.to_string(),
        Value::Standing(standing) => self::standing(lang, standing).into(),
        Value::Source(source) => self::source(lang, source).into(),
    }
}

/// Minor units rounded to whole major ones.
fn whole(minor: i128, currency: Currency) -> i128 {
    let scale = i128::from(currency.scale());
    divide_half_even(minor, scale) * scale
}

/// A number with one decimal at most.
fn tenths(ratio: Ratio) -> String {
    let text = decimal(divide_half_even(ratio.num * 10, ratio.den), 1);
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, "0"));
    match fraction {
        "0" => thousands(whole),
        fraction => format!("{}.{fraction}", thousands(whole)),
    }
}

/// Whether an account buys.
pub fn standing(lang: Lang, standing: Standing) -> Word {
    match standing {
        Standing::Buying => tr!(lang, "metric.standing.buying"),
        Standing::Lost => tr!(lang, "metric.standing.lost"),
        Standing::Gone => tr!(lang, "metric.standing.gone"),
        Standing::Never => tr!(lang, "metric.standing.never"),
    }
}

fn source(lang: Lang, source: MarginSource) -> Word {
    match source {
        MarginSource::Account => tr!(lang, "metric.source.account"),
        MarginSource::Plan => tr!(lang, "metric.source.plan"),
        MarginSource::Usual => tr!(lang, "metric.source.usual"),
    }
}
