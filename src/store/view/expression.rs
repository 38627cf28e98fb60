//! What lists show and sort by beside the columns of a row, in SQL: written once for lists, orders and
//! filters.
//!
//! `{today}`, `{base}` and `{rates}` stand for the day, the base currency and the exchange rates;
//! [`Book::resolved`] puts them in.

use crate::store::book::Book;
use crate::store::error::Result;
use crate::store::reading::rates_text;

pub(super) const ACCOUNT_PARENT: &str = "(SELECT name FROM account above WHERE above.id = account.parent_id)";
pub(super) const ACCOUNT_OWNER: &str = "(SELECT name FROM colleague WHERE colleague.id = account.owner_id)";
/// The day of the last contact; what is planned for a later day is none yet.
pub(super) const ACCOUNT_LAST: &str = "(SELECT max(happened_on) FROM activity
    WHERE activity.account_id = account.id AND kind NOT IN ('note', 'task') AND happened_on <= {today})";
pub(super) const ACCOUNT_DEALS: &str =
    "(SELECT count(*) FROM deal WHERE deal.account_id = account.id AND deal.status = 'open')";
/// What the open deals add up to in the base currency, those without a rate left out.
pub(super) const ACCOUNT_AMOUNT: &str =
    "(SELECT coalesce(keybook_joined(sum(turned >> 20), sum(turned & 1048575)), 0)
    FROM (SELECT CASE currency WHEN {base} THEN amount ELSE keybook_turned(amount, currency, {rates}) END
        AS turned FROM deal
      WHERE deal.account_id = account.id AND deal.status = 'open'))";

/// The tier's place in the trade's order.
pub(super) const ACCOUNT_TIER: &str = "CASE account.tier WHEN 'key' THEN 1 WHEN 'ordinary' THEN 2
    WHEN 'prospective' THEN 3 WHEN 'unattractive' THEN 4 END";
/// The level of the relationship that was decided last.
pub(super) const ACCOUNT_LEVEL: &str = "(SELECT level FROM relationship_level
    WHERE relationship_level.account_id = account.id ORDER BY decided_on DESC, id DESC LIMIT 1)";
/// The phase that was decided last.
pub(super) const ACCOUNT_PHASE: &str = "(SELECT phase FROM life_cycle_phase
    WHERE life_cycle_phase.account_id = account.id ORDER BY decided_on DESC, id DESC LIMIT 1)";
pub(super) const ACCOUNT_POTENTIAL: &str = "keybook_turned(account.potential, account.currency, {rates})";

pub(super) const CONTACT_ACCOUNT: &str = "(SELECT name FROM account WHERE account.id = contact.account_id)";
pub(super) const CONTACT_ABOVE: &str = "(SELECT name FROM contact above WHERE above.id = contact.reports_to)";
pub(super) const CONTACT_OWNER: &str = "(SELECT name FROM colleague WHERE colleague.id = contact.owner_id)";
/// The day of the last contact: as it is kept, unless that one is planned for a later day.
pub(super) const CONTACT_LAST: &str = "(SELECT CASE WHEN day <= {today} THEN day ELSE
      (SELECT activity_contact.happened_on FROM activity_contact JOIN activity ON activity.id = activity_id
      WHERE contact_id = contact.id AND kind NOT IN ('note', 'task')
        AND activity_contact.happened_on <= {today}
      ORDER BY activity_contact.happened_on DESC LIMIT 1) END
    FROM last_contact WHERE last_contact.id = contact.id)";

/// The stance's place, friends first.
pub(super) const CONTACT_STANCE: &str = "CASE contact.stance WHEN 'supporter' THEN 1 WHEN 'neutral' THEN 2
    WHEN 'opponent' THEN 3 END";
pub(super) const CONTACT_EMAIL: &str =
    "(SELECT address FROM contact_email WHERE contact_id = contact.id ORDER BY position LIMIT 1)";

/// The decision role, from involvement and authority.
pub(super) const CONTACT_ROLE: &str = "CASE contact.involvement || ' ' || contact.authority
    WHEN 'high decides' THEN 'owner' WHEN 'low decides' THEN 'approver'
    WHEN 'high influences' THEN 'advocate' WHEN 'low influences' THEN 'evaluator' END";
/// The rung on which they see us today.
pub(super) const CONTACT_RUNG: &str = "(SELECT rung FROM seen_as WHERE contact_id = contact.id
    AND since <= {today} ORDER BY since DESC, id DESC LIMIT 1)";

pub(super) const DEAL_ACCOUNT: &str = "(SELECT name FROM account WHERE account.id = deal.account_id)";
pub(super) const DEAL_STAGE: &str = "(SELECT key FROM stage WHERE stage.id = deal.stage_id)";
pub(super) const DEAL_STAGE_RATE: &str = "(SELECT stage.win_rate FROM stage WHERE stage.id = deal.stage_id)";
/// The win rate: the deal's own, or its stage's.
pub(super) const DEAL_RATE: &str =
    "coalesce(deal.win_rate, (SELECT stage.win_rate FROM stage WHERE stage.id = deal.stage_id))";
pub(super) const DEAL_STAGE_PLACE: &str = "(SELECT position FROM stage WHERE stage.id = deal.stage_id)";
pub(super) const DEAL_STATUS: &str = "CASE deal.status WHEN 'open' THEN 1 WHEN 'won' THEN 2 ELSE 3 END";
/// The amount in the base currency at today's rates; null without an amount or a rate.
pub(super) const DEAL_AMOUNT: &str = "CASE deal.currency WHEN {base} THEN deal.amount
    ELSE keybook_turned(deal.amount, deal.currency, {rates}) END";
pub(super) const DEAL_WEIGHTED: &str = "keybook_weighted(deal.amount, deal.currency, {rates},
    coalesce(deal.win_rate, (SELECT stage.win_rate FROM stage WHERE stage.id = deal.stage_id)))";
pub(super) const DEAL_OWNER: &str = "(SELECT name FROM colleague WHERE colleague.id = deal.owner_id)";
pub(super) const DEAL_REASON: &str =
    "(SELECT coalesce(lost_reason.name, key) FROM lost_reason WHERE lost_reason.id = deal.lost_reason_id)";
/// The day of the last activity of any kind.
pub(super) const DEAL_LAST: &str =
    "(SELECT max(happened_on) FROM activity WHERE activity.deal_id = deal.id AND happened_on <= {today})";

pub(super) const ACTIVITY_ACCOUNT: &str = "(SELECT name FROM account WHERE account.id = activity.account_id)";
pub(super) const ACTIVITY_DEAL: &str = "(SELECT name FROM deal WHERE deal.id = activity.deal_id)";
pub(super) const ACTIVITY_OWNER: &str = "(SELECT name FROM colleague WHERE colleague.id = activity.owner_id)";

pub(super) const ORDER_ACCOUNT: &str = "(SELECT name FROM account WHERE account.id = small_order.account_id)";
pub(super) const ORDER_PRODUCT: &str = "(SELECT name FROM product WHERE product.id = small_order.product_id)";
pub(super) const ORDER_AMOUNT: &str = "keybook_turned(small_order.amount, small_order.currency, {rates})";

/// The matching name of what a record belongs to, for sorting.
pub(super) mod named {
    pub(in super::super) const ACCOUNT_PARENT: &str =
        "(SELECT name_key FROM account above WHERE above.id = account.parent_id)";
    pub(in super::super) const ACCOUNT_OWNER: &str =
        "(SELECT name_key FROM colleague WHERE colleague.id = account.owner_id)";
    pub(in super::super) const CONTACT_ACCOUNT: &str =
        "(SELECT name_key FROM account WHERE account.id = contact.account_id)";
    pub(in super::super) const CONTACT_ABOVE: &str =
        "(SELECT name_key FROM contact above WHERE above.id = contact.reports_to)";
    pub(in super::super) const CONTACT_OWNER: &str =
        "(SELECT name_key FROM colleague WHERE colleague.id = contact.owner_id)";
    pub(in super::super) const DEAL_ACCOUNT: &str =
        "(SELECT name_key FROM account WHERE account.id = deal.account_id)";
    pub(in super::super) const DEAL_OWNER: &str =
        "(SELECT name_key FROM colleague WHERE colleague.id = deal.owner_id)";
    pub(in super::super) const ACTIVITY_ACCOUNT: &str =
        "(SELECT name_key FROM account WHERE account.id = activity.account_id)";
    pub(in super::super) const ACTIVITY_DEAL: &str =
        "(SELECT name_key FROM deal WHERE deal.id = activity.deal_id)";
    pub(in super::super) const ACTIVITY_OWNER: &str =
        "(SELECT name_key FROM colleague WHERE colleague.id = activity.owner_id)";
    pub(in super::super) const ORDER_ACCOUNT: &str =
        "(SELECT name_key FROM account WHERE account.id = small_order.account_id)";
    pub(in super::super) const ORDER_PRODUCT: &str =
        "(SELECT name_key FROM product WHERE product.id = small_order.product_id)";
}

impl Book {
    /// An expression of this file with the day and the rates put in, as SQL literals: neither holds a
    /// quotation mark.
    pub(super) fn resolved(&self, expression: &str) -> Result<String> {
        let mut resolved = expression.replace("{today}", &format!("'{}'", self.today()));
        if resolved.contains("{rates}") {
            let base = self.settings()?.base_currency;
            let rates = self.rates_on(base, self.today())?;
            resolved = resolved.replace("{base}", &format!("'{base}'"));
            resolved = resolved.replace("{rates}", &format!("'{}'", rates_text(base, &rates)));
        }
        Ok(resolved)
    }
}
