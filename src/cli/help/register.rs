//! The words of help for the commands of the register.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a command is for, in a line.
pub(super) fn about(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    Some(match path {
        "stage" => tr!(lang, "help.stage"),
        "stage list" => tr!(lang, "help.stage.list"),
        "stage add" => tr!(lang, "help.stage.add"),
        "stage edit" => tr!(lang, "help.stage.edit"),
        "stage move" => tr!(lang, "help.stage.move"),
        "stage delete" => tr!(lang, "help.stage.delete"),
        "reason" => tr!(lang, "help.reason"),
        "reason list" => tr!(lang, "help.reason.list"),
        "reason add" => tr!(lang, "help.reason.add"),
        "reason rename" => tr!(lang, "help.reason.rename"),
        "reason move" => tr!(lang, "help.reason.move"),
        "reason delete" => tr!(lang, "help.reason.delete"),
        "colleague" => tr!(lang, "help.colleague"),
        "colleague list" => tr!(lang, "help.colleague.list"),
        "colleague add" => tr!(lang, "help.colleague.add"),
        "colleague edit" => tr!(lang, "help.colleague.edit"),
        "colleague delete" => tr!(lang, "help.colleague.delete"),
        "tag" => tr!(lang, "help.tag"),
        "tag list" => tr!(lang, "help.tag.list"),
        "tag rename" => tr!(lang, "help.tag.rename"),
        "tag delete" => tr!(lang, "help.tag.delete"),
        "view" => tr!(lang, "help.view"),
        "view list" => tr!(lang, "help.view.list"),
        "view save" => tr!(lang, "help.view.save"),
        "view rename" => tr!(lang, "help.view.rename"),
        "view delete" => tr!(lang, "help.view.delete"),
        "field" => tr!(lang, "help.field"),
        "field list" => tr!(lang, "help.field.list"),
        "field add" => tr!(lang, "help.field.add"),
        "field edit" => tr!(lang, "help.field.edit"),
        "field move" => tr!(lang, "help.field.move"),
        "field delete" => tr!(lang, "help.field.delete"),
        "link" => tr!(lang, "help.link"),
        "link list" => tr!(lang, "help.link.list"),
        "link add" => tr!(lang, "help.link.add"),
        "link edit" => tr!(lang, "help.link.edit"),
        "link delete" => tr!(lang, "help.link.delete"),
        "order edit" => tr!(lang, "help.order.edit"),
        "order delete" => tr!(lang, "help.order.delete"),
        "product delete" => tr!(lang, "help.product.delete"),
        "quota delete" => tr!(lang, "help.quota.delete"),
        "rate delete" => tr!(lang, "help.rate.delete"),
        _ => return None,
    })
}

/// What a flag or an argument is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("list", "view save") => tr!(lang, "flag.list.view.save"),
        ("name", "view save") => tr!(lang, "flag.name.view.save"),
        ("shows", "view save") => tr!(lang, "flag.shows.view.save"),
        ("columns", "view save") => tr!(lang, "flag.columns.view.save"),
        ("sort", "view save") => tr!(lang, "flag.sort.view.save"),
        ("view", "view rename" | "view delete") => tr!(lang, "flag.view.view.rename"),
        ("view", "account list" | "contact list" | "deal list" | "activity list") => tr!(lang, "flag.view"),
        ("name", "view rename") => tr!(lang, "flag.name.view.rename"),
        ("name", "stage add") => tr!(lang, "flag.name.stage.add"),
        ("win_rate", "stage add" | "stage edit") => tr!(lang, "flag.win_rate.stage.add"),
        ("step", "stage add" | "stage edit") => tr!(lang, "flag.step.stage.add"),
        ("sign", "stage add" | "stage edit") => tr!(lang, "flag.sign.stage.add"),
        ("limit_days", "stage add" | "stage edit") => tr!(lang, "flag.limit_days.stage.add"),
        ("stage", "stage edit" | "stage move" | "stage delete") => tr!(lang, "flag.stage.stage.edit"),
        ("name", "stage edit" | "colleague edit") => tr!(lang, "flag.name"),
        ("place", "stage move" | "reason move" | "field move") => tr!(lang, "flag.place.stage.move"),
        ("name", "reason add") => tr!(lang, "flag.name.reason.add"),
        ("reason", "reason rename" | "reason move" | "reason delete") => {
            tr!(lang, "flag.reason.reason.rename")
        }
        ("name", "reason rename" | "tag rename") => tr!(lang, "flag.name.reason.rename"),
        ("name", "colleague add") => tr!(lang, "flag.name.contact.add"),
        ("email", "colleague add" | "colleague edit") => tr!(lang, "flag.email.colleague.add"),
        ("role", "colleague add" | "colleague edit") => tr!(lang, "flag.role.colleague.add"),
        ("me", "colleague add" | "colleague edit") => tr!(lang, "flag.me.colleague.add"),
        ("colleague", "colleague edit" | "colleague delete") => tr!(lang, "flag.colleague.colleague.edit"),
        ("tag", "tag rename" | "tag delete") => tr!(lang, "flag.tag.tag.rename"),
        ("of", "field add" | "field edit" | "field move" | "field delete") => tr!(lang, "flag.of.field.add"),
        ("key", "field add" | "field edit" | "field move" | "field delete") => {
            tr!(lang, "flag.key.field.add")
        }
        ("label", "field add" | "field edit") => tr!(lang, "flag.label.field.add"),
        ("kind", "field add" | "field edit") => tr!(lang, "flag.kind.field.add"),
        ("choices", "field add" | "field edit") => tr!(lang, "flag.choices.field.add"),
        ("record", "link list" | "link add") => tr!(lang, "flag.record.link.list"),
        ("target", "link add") => tr!(lang, "flag.target.link.add"),
        ("label", "link add" | "link edit") => tr!(lang, "flag.label.link.add"),
        ("link", "link edit" | "link delete") => tr!(lang, "flag.link.link.edit"),
        ("target", "link edit") => tr!(lang, "flag.target.link.edit"),
        ("order", "order edit" | "order delete") => tr!(lang, "flag.order.order.edit"),
        ("account", "order edit") => tr!(lang, "flag.account.deal.edit"),
        ("amount", "order edit") => tr!(lang, "flag.amount"),
        ("on", "order edit") => tr!(lang, "flag.on.order.add"),
        ("product", "order edit") => tr!(lang, "flag.product"),
        ("text", "order edit") => tr!(lang, "flag.text"),
        ("product", "product delete") => tr!(lang, "flag.product.product.edit"),
        ("of", "quota delete") => tr!(lang, "flag.of"),
        ("currency", "rate delete") => tr!(lang, "flag.currency.rate.set"),
        ("on", "rate delete") => tr!(lang, "flag.on"),
        _ => return None,
    })
}
