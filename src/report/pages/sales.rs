//! Products, small orders, quotas and exchange rates as people read them.

use crate::i18n::Lang;
use crate::report::model::{OrderOut, ProductOut, QuotaOut, RateOut};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The table of products.
pub fn products(lang: Lang, products: &[ProductOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.code"), Worth::Essential),
        Column::words(tr!(lang, "column.product"), Worth::Essential),
        Column::figures(tr!(lang, "column.price"), Worth::Important),
        Column::whole(tr!(lang, "column.unit"), Worth::Useful),
        Column::whole(tr!(lang, "column.status"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_products"));
    for product in products {
        let retired = (!product.active).then(|| tr!(lang, "list.retired"));
        table.push(vec![
            Cell::text(&product.code).toned(Tone::Quiet),
            Cell::text(&product.name),
            Cell::amount(product.price),
            Cell::maybe(product.unit.as_ref()),
            Cell::maybe(retired).toned(Tone::Quiet),
        ]);
    }
    table
}

/// The table of small orders.
pub fn orders(lang: Lang, orders: &[OrderOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Essential),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
        Column::words(tr!(lang, "column.product"), Worth::Useful),
        Column::words(tr!(lang, "column.about"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_orders"));
    for order in orders {
        table.push(vec![
            Cell::day(Some(order.on)),
            Cell::text(&order.account),
            Cell::amount(order.amount),
            Cell::maybe(order.product.as_ref()),
            Cell::maybe(order.text.as_ref()),
        ]);
    }
    table
}

/// The table of small orders with the ids by which they are named.
pub fn orders_by_id(lang: Lang, all: &[OrderOut]) -> Table {
    let mut table = orders(lang, all);
    table.columns.push(Column::whole(tr!(lang, "column.id"), Worth::Useful));
    for (row, order) in table.rows.iter_mut().zip(all) {
        row.cells.push(Cell::id(order.id).toned(Tone::Quiet));
    }
    table
}

/// The table of quotas.
pub fn quotas(lang: Lang, quotas: &[QuotaOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.period"), Worth::Essential),
        Column::figures(tr!(lang, "column.quota"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_quotas"));
    for quota in quotas {
        table.push(vec![Cell::text(&quota.period), Cell::amount(quota.amount)]);
    }
    table
}

/// The table of exchange rates.
pub fn rates(lang: Lang, rates: &[RateOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.currency"), Worth::Essential),
        Column::figures(tr!(lang, "column.rate"), Worth::Essential),
        Column::whole(tr!(lang, "column.base"), Worth::Important),
        Column::whole(tr!(lang, "column.since"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_rates"));
    for rate in rates {
        table.push(vec![
            Cell::text(rate.currency.to_string()),
            Cell::text(rate.rate.to_string()),
            Cell::text(rate.base.to_string()),
            Cell::day(Some(rate.on)),
        ]);
    }
    table
}
