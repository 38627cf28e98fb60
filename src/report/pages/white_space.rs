//! Accounts and products crossed, as people read them.

use super::figures::without_rate;
use super::worded;
use crate::domain::white_space::CrossingState;
use crate::i18n::Lang;
use crate::report::model::{Amount, CrossingOut, EdgeOut, WhiteSpaceOut};
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{grouped, words};
use crate::tr;

/// The grid: accounts down, products across, totals on both edges.
pub fn grid(lang: Lang, view: &WhiteSpaceOut) -> Page {
    let mut columns = vec![Column::words(tr!(lang, "column.account"), Worth::Essential)];
    let products = view.products.iter();
    columns.extend(products.map(|product| Column::figures(product.product.clone(), Worth::Useful)));
    columns.push(Column::figures(tr!(lang, "column.bought"), Worth::Important));
    columns.push(Column::figures(tr!(lang, "column.blank"), Worth::Important));
    let mut table = Table::new(columns, tr!(lang, "list.no_accounts"));
    let width = view.products.len().max(1);
    for (account, cells) in view.accounts.iter().zip(view.cells.chunks(width)) {
        let mut row = vec![Cell::text(&account.account)];
        row.extend(cells.iter().filter(|_| !view.products.is_empty()).map(crossing));
        row.extend([figure(account.edge.bought), Cell::count(account.edge.blank as i64)]);
        table.push(row);
    }
    if !view.accounts.is_empty() {
        total(lang, view, tr!(lang, "column.bought").into(), &mut table, |edge| figure(edge.bought));
        total(lang, view, tr!(lang, "white_space.in_open_deals").into(), &mut table, |edge| {
            figure(edge.open)
        });
        total(lang, view, tr!(lang, "column.blank").into(), &mut table, |edge| {
            Cell::count(edge.blank as i64)
        });
    }
    let mut page = Page::of_table(lang, tr!(lang, "page.white_space"), table);
    page.paragraph(tr!(lang, "white_space.legend", currency = view.currency));
    without_rate(&mut page, &view.without_rate);
    page
}

/// A line of totals. Over all accounts what is bought stands under what is bought; the other lines tell
/// their own figure there.
fn total(
    lang: Lang,
    view: &WhiteSpaceOut,
    name: String,
    table: &mut Table,
    figure: impl Fn(&EdgeOut) -> Cell,
) {
    let mut row = vec![Cell::text(tr!(lang, "white_space.total", what = name))];
    row.extend(view.products.iter().map(|product| figure(&product.edge)));
    row.extend([figure(&view.total), Cell::ABSENT]);
    table.push_total(row);
}

/// Crossings one to a line: those of one state.
pub fn list(lang: Lang, view: &WhiteSpaceOut) -> Page {
    let columns = vec![
        Column::words(tr!(lang, "column.account"), Worth::Essential),
        Column::words(tr!(lang, "column.product"), Worth::Essential),
        Column::whole(tr!(lang, "column.status"), Worth::Useful),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
        Column::whole(tr!(lang, "column.day"), Worth::Important),
        Column::whole(tr!(lang, "column.deal"), Worth::Important),
    ];
    let mut table = Table::new(columns, tr!(lang, "white_space.none"));
    for cell in &view.cells {
        table.push(vec![
            Cell::text(&cell.account),
            Cell::text(&cell.product),
            Cell::text(worded(lang, &cell.state, words::crossing)),
            Cell::amount(cell.amount),
            Cell::day(cell.last),
            Cell::maybe(cell.deal.clone()),
        ]);
    }
    let mut page = Page::of_table(lang, tr!(lang, "page.white_space"), table);
    without_rate(&mut page, &view.without_rate);
    page
}

/// What stands in the grid: a sign for what is not bought, so that nothing is told by colour alone.
fn crossing(cell: &CrossingOut) -> Cell {
    let amount = || cell.amount.map_or_else(|| "?".to_owned(), whole);
    match cell.state.parse() {
        Ok(CrossingState::Bought) => {
            let more = if cell.open_deal.is_some() { " +" } else { "" };
            Cell::text(format!("{}{more}", amount())).toned(Tone::Good)
        }
        Ok(CrossingState::Open) => Cell::text(format!("+ {}", amount())).toned(Tone::Strong),
        Ok(CrossingState::Lost) => Cell::text("×").toned(Tone::Quiet),
        _ => Cell::ABSENT,
    }
}

fn figure(amount: Amount) -> Cell {
    Cell::text(whole(amount))
}

/// An amount in whole units: cents are for programs.
fn whole(amount: Amount) -> String {
    let scale = i128::from(amount.currency.scale());
    let units = crate::domain::money::divide_half_even(amount.minor, scale);
    grouped(units * scale, amount.currency, false)
}
