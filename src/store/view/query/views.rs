//! The views of records: what they are called, and where each column comes from. The names are those that
//! programs read in JSON, but where SQL keeps a word for itself: `on` is `happened_on`, `ordered_on` or `since`
//! here.

use super::View;
use crate::store::view::expression::{
    ACCOUNT_AMOUNT, ACCOUNT_DEALS, ACCOUNT_LAST, ACCOUNT_OWNER, ACCOUNT_PARENT, ACCOUNT_POTENTIAL,
    ACTIVITY_ACCOUNT, ACTIVITY_DEAL, ACTIVITY_OWNER, CONTACT_ABOVE, CONTACT_ACCOUNT, CONTACT_EMAIL,
    CONTACT_LAST, CONTACT_OWNER, CONTACT_ROLE, CONTACT_RUNG, DEAL_ACCOUNT, DEAL_AMOUNT, DEAL_LAST,
    DEAL_OWNER, DEAL_RATE, DEAL_REASON, DEAL_STAGE, DEAL_WEIGHTED, ORDER_ACCOUNT, ORDER_AMOUNT,
    ORDER_PRODUCT,
};

/// The views of everything but what plans are made of.
pub(super) fn records() -> Vec<View> {
    let mut all = vec![accounts(), contacts(), reaches(), deals(), deal_contacts(), deal_products()];
    all.extend([activities(), activity_contacts(), products(), orders(), commitments(), special_days()]);
    all.extend([quotas(), rates(), stages(), lost_reasons(), colleagues(), tags(), fields(), links()]);
    all.extend([events(), submissions(), operations()]);
    all
}

fn accounts() -> View {
    let decided = |table: &str, column: &str| {
        format!(
            "(SELECT {column} FROM {table} WHERE {table}.account_id = account.id
              ORDER BY decided_on DESC, {table}.id DESC LIMIT 1)"
        )
    };
    let phase = decided("life_cycle_phase", "phase");
    let level = decided("relationship_level", "level");
    view("accounts", "account")
        .id("account")
        .column("code", "'A-' || account.code")
        .column("name", "account.name")
        .column("tier", "account.tier")
        .column("industry", "account.industry")
        .column("owner", ACCOUNT_OWNER)
        .column("parent", ACCOUNT_PARENT)
        .column("parent_id", "keybook_id(account.parent_id)")
        .column("potential", &format!("keybook_money({ACCOUNT_POTENTIAL}, {{base}})"))
        .column("share", "account.share / 10000.0")
        .column("currency", "{base}")
        .column("level", &level)
        .column("phase", &phase)
        .column("open_deals", ACCOUNT_DEALS)
        .column("open_amount", &format!("keybook_money({ACCOUNT_AMOUNT}, {{base}})"))
        .column("last_contact", ACCOUNT_LAST)
        .same("account", &["domain", "website", "phone", "street", "city", "region", "postal_code"])
        .same("account", &["country", "employees"])
        .column("collective", "account.decides_collectively")
        .column("notes", "account.notes")
        .dated("account")
}

fn contacts() -> View {
    let phone = "(SELECT number FROM contact_phone WHERE contact_id = contact.id ORDER BY position LIMIT 1)";
    view("contacts", "contact")
        .id("contact")
        .column("code", "'P-' || contact.code")
        .column("name", "contact.name")
        .column("account", CONTACT_ACCOUNT)
        .column("account_id", "keybook_id(contact.account_id)")
        .same("contact", &["title", "department"])
        .column("email", CONTACT_EMAIL)
        .column("phone", phone)
        .column("decision_role", CONTACT_ROLE)
        .same("contact", &["involvement", "authority", "stance", "level", "step"])
        .column("reports_to", CONTACT_ABOVE)
        .column("reports_to_id", "keybook_id(contact.reports_to)")
        .column("sees_us", CONTACT_RUNG)
        .column("prefers", "contact.prefers")
        .column("owner", CONTACT_OWNER)
        .column("last_contact", CONTACT_LAST)
        .same("contact", &["street", "city", "region", "postal_code", "country", "website", "notes"])
        .dated("contact")
}

fn reaches() -> View {
    let from = "(SELECT contact_id, 'email' AS way, position, address AS value, label FROM contact_email
        UNION ALL SELECT contact_id, 'phone', position, number, label FROM contact_phone) reach
        JOIN contact ON contact.id = reach.contact_id";
    view("reaches", from)
        .column("contact", "contact.name")
        .column("contact_id", "keybook_id(contact.id)")
        .same("reach", &["way", "value", "label"])
}

fn deals() -> View {
    let weighted = format!(
        "CASE deal.status WHEN 'open' THEN
           keybook_money(keybook_weighted(deal.amount, deal.currency, deal.currency, {DEAL_RATE}), deal.currency)
         END"
    );
    let base_weighted =
        format!("CASE deal.status WHEN 'open' THEN keybook_money({DEAL_WEIGHTED}, {{base}}) END");
    view("deals", "deal")
        .id("deal")
        .column("code", "'D-' || deal.code")
        .column("name", "deal.name")
        .column("account", DEAL_ACCOUNT)
        .column("account_id", "keybook_id(deal.account_id)")
        .column("amount", "keybook_money(deal.amount, deal.currency)")
        .column("currency", "deal.currency")
        .column("stage", DEAL_STAGE)
        .column("win_rate", &format!("{DEAL_RATE} / 10000.0"))
        .column("weighted", &weighted)
        .column("base_amount", &format!("keybook_money({DEAL_AMOUNT}, {{base}})"))
        .column("base_weighted", &base_weighted)
        .column("base_currency", "{base}")
        .column("close_date", "deal.close_on")
        .same("deal", &["status", "next_step", "next_on"])
        .column("owner", DEAL_OWNER)
        .same("deal", &["source", "pipeline", "closed_on"])
        .column("lost_reason", DEAL_REASON)
        .same("deal", &["competitor", "learned", "stage_since"])
        .column("last_activity", DEAL_LAST)
        .column("notes", "deal.notes")
        .dated("deal")
}

fn deal_contacts() -> View {
    let parts = "(SELECT group_concat(part, '; ') FROM deal_contact_part
        WHERE deal_contact_id = deal_contact.id)";
    view(
        "deal_contacts",
        "deal_contact JOIN deal ON deal.id = deal_id JOIN contact ON contact.id = contact_id",
    )
    .named("deal")
    .named("contact")
    .column("parts", parts)
    .same("deal_contact", &["involvement", "authority", "stance"])
}

fn deal_products() -> View {
    view(
        "deal_products",
        "deal_product JOIN deal ON deal.id = deal_id JOIN product ON product.id = product_id",
    )
    .named("deal")
    .named("product")
    .column("quantity", "deal_product.quantity / 1000.0")
    .column("price", "keybook_money(deal_product.price, deal.currency)")
    .column("currency", "deal.currency")
}

fn activities() -> View {
    let contacts = "(SELECT group_concat(contact.name, '; ') FROM activity_contact
        JOIN contact ON contact.id = contact_id WHERE activity_id = activity.id)";
    view("activities", "activity")
        .id("activity")
        .same("activity", &["kind", "direction", "happened_on", "starts_at", "zone", "minutes", "subject"])
        .column("text", "activity.text")
        .column("account", ACTIVITY_ACCOUNT)
        .column("account_id", "keybook_id(activity.account_id)")
        .column("deal", ACTIVITY_DEAL)
        .column("deal_id", "keybook_id(activity.deal_id)")
        .column("contacts", contacts)
        .column("owner", ACTIVITY_OWNER)
        .same("activity", &["outcome", "next_step", "next_on", "due_on", "done_on"])
        .column("cost", "keybook_money(activity.cost, activity.cost_currency)")
        .column("currency", "activity.cost_currency")
}

fn activity_contacts() -> View {
    view("activity_contacts", "activity_contact JOIN contact ON contact.id = contact_id")
        .column("activity_id", "keybook_id(activity_contact.activity_id)")
        .named("contact")
        .column("happened_on", "activity_contact.happened_on")
}

fn products() -> View {
    view("products", "product")
        .id("product")
        .column("code", "'S-' || product.code")
        .column("name", "product.name")
        .column("price", "keybook_money(product.price, product.currency)")
        .same("product", &["currency", "unit", "active"])
}

fn orders() -> View {
    view("orders", "small_order")
        .id("small_order")
        .column("account", ORDER_ACCOUNT)
        .column("account_id", "keybook_id(small_order.account_id)")
        .column("product", ORDER_PRODUCT)
        .column("product_id", "keybook_id(small_order.product_id)")
        .column("ordered_on", "small_order.ordered_on")
        .column("amount", "keybook_money(small_order.amount, small_order.currency)")
        .column("currency", "small_order.currency")
        .column("base_amount", &format!("keybook_money({ORDER_AMOUNT}, {{base}})"))
        .column("base_currency", "{base}")
        .column("text", "small_order.text")
}

fn commitments() -> View {
    view("commitments", "commitment")
        .id("commitment")
        .same("commitment", &["text", "promised_by", "kind", "status", "made_on", "due_on", "settled_on"])
        .meant("contact", "commitment")
        .meant("deal", "commitment")
        .meant("account", "commitment")
}

fn special_days() -> View {
    view("special_days", "special_day")
        .id("special_day")
        .same("special_day", &["kind", "label", "calendar", "year", "month", "day", "notice_days"])
        .meant("contact", "special_day")
        .meant("account", "special_day")
}

fn quotas() -> View {
    view("quotas", "quota")
        .column("period", "quota.period")
        .column("amount", "keybook_money(quota.amount, quota.currency)")
        .column("currency", "quota.currency")
}

fn rates() -> View {
    view("rates", "exchange_rate")
        .column("currency", "exchange_rate.currency")
        .column("base", "exchange_rate.base")
        .column("since", "exchange_rate.since")
        .column("rate", "keybook_rate(exchange_rate.rate)")
}

fn stages() -> View {
    view("stages", "stage")
        .column("stage", "stage.key")
        .column("place", "stage.position")
        .column("win_rate", "stage.win_rate / 10000.0")
        .column("name", "stage.buyer_name")
        .same("stage", &["exit_sign", "limit_days"])
}

fn lost_reasons() -> View {
    view("lost_reasons", "lost_reason").column("reason", "lost_reason.key").column("name", "lost_reason.name")
}

fn colleagues() -> View {
    view("colleagues", "colleague").id("colleague").same("colleague", &["name", "email", "role", "is_me"])
}

fn tags() -> View {
    view("tags", "tagging JOIN tag ON tag.id = tag_id")
        .column("record_id", "keybook_id(tagging.record_id)")
        .column("record_kind", "tagging.record_kind")
        .column("tag", "tag.name")
}

fn fields() -> View {
    view("fields", "custom_value JOIN custom_field ON custom_field.id = field_id")
        .column("record_id", "keybook_id(custom_value.record_id)")
        .column("record_kind", "custom_field.record_kind")
        .column("field", "custom_field.key")
        .column("label", "custom_field.label")
        .column("value", "custom_value.value")
}

fn links() -> View {
    view("links", "link")
        .id("link")
        .column("record_id", "keybook_id(link.record_id)")
        .same("link", &["record_kind", "label", "target"])
}

fn events() -> View {
    let stage = |column: &str| format!("(SELECT key FROM stage WHERE stage.id = deal_event.{column})");
    view("events", "deal_event")
        .column("deal", "(SELECT name FROM deal WHERE deal.id = deal_event.deal_id)")
        .column("deal_id", "keybook_id(deal_event.deal_id)")
        .column("day", "deal_event.day")
        .column("at", "keybook_instant(deal_event.at)")
        .same("deal_event", &["old_status", "status"])
        .column("old_stage", &stage("old_stage_id"))
        .column("stage", &stage("stage_id"))
        .column("old_amount", "keybook_money(deal_event.old_amount, deal_event.old_currency)")
        .column("old_currency", "deal_event.old_currency")
        .column("amount", "keybook_money(deal_event.amount, deal_event.currency)")
        .column("currency", "deal_event.currency")
        .column("old_win_rate", "deal_event.old_win_rate / 10000.0")
        .column("win_rate", "deal_event.win_rate / 10000.0")
        .column("old_close_date", "deal_event.old_close_on")
        .column("close_date", "deal_event.close_on")
}

fn submissions() -> View {
    let amounts = ["won", "small_orders", "weighted", "quota", "p10", "p50", "p90"];
    let view = view("submissions", "submission")
        .id("submission")
        .same("submission", &["period", "day"])
        .column("at", "keybook_instant(submission.at)")
        .column("amount", "keybook_money(submission.amount, submission.currency)")
        .column("currency", "submission.currency");
    let view = amounts.into_iter().fold(view, |view, name| {
        view.column(name, &format!("keybook_money(submission.{name}, submission.currency)"))
    });
    view.column("chance", "submission.chance / 10000.0").column("note", "submission.note")
}

fn operations() -> View {
    view("operations", "operation")
        .id("operation")
        .column("at", "keybook_instant(operation.at)")
        .same("operation", &["day", "deed", "subject", "detail", "changes", "state"])
}

/// A view without columns yet.
fn view(name: &'static str, from: &str) -> View {
    View { name, entries: None, columns: Vec::new(), from: from.to_owned() }
}

impl View {
    fn column(mut self, name: &str, expression: &str) -> View {
        self.columns.push((name.to_owned(), expression.to_owned()));
        self
    }

    /// Columns that are what the table holds, under the same names.
    fn same(self, table: &str, names: &[&str]) -> View {
        names.iter().fold(self, |view, name| view.column(name, &format!("{table}.{name}")))
    }

    fn id(self, table: &str) -> View {
        self.column("id", &format!("keybook_id({table}.id)"))
    }

    /// A table that is read beside the first one: its name and identity.
    fn named(self, table: &str) -> View {
        self.column(table, &format!("{table}.name"))
            .column(&format!("{table}_id"), &format!("keybook_id({table}.id)"))
    }

    /// What a row may stand on: its name and identity.
    fn meant(self, table: &str, of: &str) -> View {
        self.column(table, &format!("(SELECT name FROM {table} WHERE {table}.id = {of}.{table}_id)"))
            .column(&format!("{table}_id"), &format!("keybook_id({of}.{table}_id)"))
    }

    /// The day it was added, and when it was last changed.
    fn dated(self, table: &str) -> View {
        self.column("created", &format!("{table}.created_on"))
            .column("updated", &format!("keybook_instant({table}.updated_at)"))
    }
}
