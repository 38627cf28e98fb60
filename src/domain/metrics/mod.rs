//! The measures of an account, and of all accounts together: how content, how loyal, how valuable. Each says
//! the days it is about and what it was made of; where that is not enough there is no figure, never a zero.

mod account;
mod book;
mod churn;
mod customer;
mod span;

#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use account::account;
pub use book::book;
pub use churn::{Churn, Churns, WhyLeft};
pub use customer::{Contacts, Customer, Margin, MarginSource, Purchase, Standing};
pub use span::Span;

use super::forecast::Ratio;
use super::word::words;

words! {
    /// What is measured.
    pub enum MetricKind {
        /// The mean of the latest check-up, 1 to 5.
        Satisfaction = "satisfaction",
        /// Purchases a year; of the book, for each account that buys.
        PurchasesAYear = "purchases_a_year",
        /// What they buy from us, of all they buy of the kind.
        ShareOfWallet = "share_of_wallet",
        /// Since when an account has bought without a break of twelve months.
        RetainedSince = "retained_since",
        /// The share of the accounts that bought in the year before and bought again.
        Retention = "retention",
        /// What a purchase is worth on average.
        AverageOrder = "average_order",
        /// Of an account: the share of its purchases that followed another within twelve months. Of the book:
        /// the share of the accounts that bought which bought at least twice.
        Repurchase = "repurchase",
        /// Average yearly margin × expected years.
        LifetimeValue = "lifetime_value",
        /// New accounts won ÷ those that had bought before.
        Growth = "growth",
        /// Sales against those of the time before.
        SalesGrowth = "sales_growth",
        /// Of the book: accounts without an order for twelve months that had one in the twelve before ÷ those
        /// that had one. Of an account: whether it buys, paused, or went.
        Churn = "churn",
        /// Two-way contacts a month.
        Engagement = "engagement",
        /// The median of the days between purchases.
        PurchaseCycle = "purchase_cycle",
    }
}

words! {
    /// Why there is no figure.
    pub enum Lack {
        /// Nothing was bought in those days.
        NoPurchases = "no_purchases",
        /// Less than two days on which something was bought.
        OnePurchase = "one_purchase",
        /// None of the purchases has an amount that can be turned into the base currency.
        NoAmounts = "no_amounts",
        /// Nothing was bought for twelve months.
        Lapsed = "lapsed",
        /// Neither the share nor the potential is told.
        NoPotential = "no_potential",
        /// No margin is known.
        NoMargin = "no_margin",
        /// No account bought in the year before.
        NobodyBefore = "nobody_before",
        /// No account had bought before those days.
        NobodyAtStart = "nobody_at_start",
        /// Nothing was sold in the time before.
        NoSalesBefore = "no_sales_before",
        /// No check-up was held.
        NoCheckUp = "no_check_up",
        /// There is no account to be measured.
        NoAccounts = "no_accounts",
    }
}

words! {
    /// What a measure is made of.
    pub enum InputKind {
        /// Purchases: won deals and small orders.
        Purchases = "purchases",
        /// What they add up to.
        Sales = "sales",
        /// Purchases without an amount, or without a rate to the base currency: in no sum.
        WithoutAmount = "without_amount",
        /// Sales of the time before.
        SalesBefore = "sales_before",
        /// Accounts that bought.
        Buying = "buying",
        /// Accounts that bought at least twice.
        BoughtTwice = "bought_twice",
        /// Purchases that followed another within twelve months.
        Repeated = "repeated",
        /// What they could buy of our kind in a year.
        Potential = "potential",
        /// The share as it was told.
        ShareTold = "share_told",
        /// Accounts whose share is known.
        SharesKnown = "shares_known",
        /// The first purchase.
        FirstPurchase = "first_purchase",
        /// The last purchase.
        LastPurchase = "last_purchase",
        /// The margin, of sales.
        MarginRate = "margin_rate",
        /// Where the margin comes from.
        MarginSource = "margin_source",
        /// Years of sales that are looked at.
        YearsOfSales = "years_of_sales",
        /// The average margin of a year.
        YearlyMargin = "yearly_margin",
        /// Churn of the accounts of this tier.
        ChurnOfTier = "churn_of_tier",
        /// Churn of all accounts, where that of the tier is not known.
        ChurnOfBook = "churn_of_book",
        /// 1 ÷ churn, at most ten.
        ExpectedYears = "expected_years",
        /// Accounts that are in the sum.
        Valued = "valued",
        /// Accounts that buy and are not in the sum, as something is missing.
        NotValued = "not_valued",
        /// Accounts that bought for the first time.
        NewAccounts = "new_accounts",
        /// Accounts that had bought before.
        AtStart = "at_start",
        /// Accounts that bought in the year before.
        BoughtBefore = "bought_before",
        /// Of them, those that bought nothing since.
        Lost = "lost",
        /// Calls, visits, meetings and demonstrations.
        Conversations = "conversations",
        /// E-mails and messages from them.
        MessagesIn = "messages_in",
        /// E-mails and messages to them.
        MessagesOut = "messages_out",
        /// Those that were answered: the lesser of both.
        Exchanges = "exchanges",
        /// Months.
        Months = "months",
        /// Days between one purchase and the next, how many of them.
        Intervals = "intervals",
        /// The day of the check-up.
        CheckedOn = "checked_on",
        /// Accounts with a check-up.
        CheckedAccounts = "checked_accounts",
    }
}

/// A value with its unit. Amounts are minor units of the base currency.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Value {
    /// Money.
    Amount(i128),
    /// A number of things.
    Count(u64),
    /// A share, or a change: shown in per cent.
    Share(Ratio),
    /// So many times.
    Number(Ratio),
    /// Points from 1 to 5.
    Points(Ratio),
    /// Days.
    Days(Ratio),
    /// Years.
    Years(Ratio),
    /// A calendar day.
    Day(NaiveDate),
    /// Whether an account buys.
    Standing(Standing),
    /// Where a margin comes from.
    Source(MarginSource),
}

/// A measure: its figure or why there is none, and what it was made of.
#[derive(Debug, Clone, PartialEq)]
pub struct Metric {
    /// What is measured.
    pub kind: MetricKind,
    /// The first and the last day that it is about.
    pub days: (NaiveDate, NaiveDate),
    /// The figure.
    pub value: Result<Value, Lack>,
    /// What it was made of, in the order in which one would explain it.
    pub inputs: Vec<(InputKind, Value)>,
}

impl Metric {
    /// What one of its inputs is.
    pub fn input(&self, kind: InputKind) -> Option<Value> {
        self.inputs.iter().find(|(input, _)| *input == kind).map(|(_, value)| *value)
    }
}

impl Value {
    /// Its unit, as programs know it.
    pub fn unit(self) -> &'static str {
        match self {
            Value::Amount(_) => "money",
            Value::Count(_) | Value::Number(_) => "number",
            Value::Share(_) => "share",
            Value::Points(_) => "points",
            Value::Days(_) => "days",
            Value::Years(_) => "years",
            Value::Day(_) => "date",
            Value::Standing(_) | Value::Source(_) => "word",
        }
    }
}
