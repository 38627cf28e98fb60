//! The strategy that factors leave open, as people read it.

use crate::domain::entry::Entry;
use crate::domain::strategy::{Cell, Cells, Factor};
use crate::i18n::Lang;
use crate::report::page::Page;
use crate::report::plan_words as words;
use crate::report::table::{self, Column, Table, Worth};
use crate::tr;

/// The page of a record's strategy: what its factors weigh, cell by cell, and what follows.
pub fn sheet(lang: Lang, name: &str, factors: &[Entry]) -> Page {
    let mut page = Page::new(lang, tr!(lang, "strategy.title", name = name));
    let cells = Cells::of(factors.iter().filter_map(Factor::of));
    page.blocks.push(crate::report::page::Block::Table(cells_table(lang, &cells)));
    let open = cells.strategies();
    if open.is_empty() {
        page.paragraph(tr!(lang, "strategy.too_early"));
    } else {
        page.section(tr!(lang, "strategy.one"), strategies_table(lang, &cells));
    }
    if open.len() > 1 {
        page.paragraph(tr!(lang, "strategy.tie"));
    }
    page.section(tr!(lang, "strategy.factors"), factors_table(lang, factors));
    page
}

/// The stars of each cell, and what it asks of us.
fn cells_table(lang: Lang, cells: &Cells) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.cell"), Worth::Essential),
        Column::figures(tr!(lang, "column.stars"), Worth::Essential),
        Column::words(tr!(lang, "column.advice"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for cell in Cell::ALL {
        table.push(vec![
            table::Cell::text(words::cell(lang, *cell)),
            table::Cell::count(cells.stars(*cell)),
            table::Cell::text(words::cell_advice(lang, *cell)),
        ]);
    }
    table
}

/// The strategies that the cells leave open, each with its advice.
pub fn strategies_table(lang: Lang, cells: &Cells) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.strategy"), Worth::Essential),
        Column::words(tr!(lang, "column.advice"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "strategy.too_early"));
    for strategy in cells.strategies() {
        table.push(vec![
            table::Cell::text(words::strategy(lang, strategy)),
            table::Cell::text(words::strategy_advice(lang, strategy)),
        ]);
    }
    table
}

/// Factors with their cell, stars and micro-strategy.
pub fn factors_table(lang: Lang, factors: &[Entry]) -> Table {
    use crate::domain::entry::EntryKind;
    use crate::report::entry_words;
    let columns = vec![
        Column::words(tr!(lang, "column.factor"), Worth::Essential),
        Column::whole(tr!(lang, "column.cell"), Worth::Important),
        Column::whole(tr!(lang, "column.stars"), Worth::Important),
        Column::words(entry_words::label(lang, EntryKind::Factor, "micro_strategy"), Worth::Useful),
    ];
    let mut table = Table::new(columns, "");
    for entry in factors {
        let Some(factor) = Factor::of(entry) else { continue };
        table.push(vec![
            table::Cell::text(entry.text("text").unwrap_or_default()),
            table::Cell::text(words::cell(lang, factor.cell)),
            table::Cell::text("*".repeat(usize::try_from(factor.stars).unwrap_or_default())),
            table::Cell::maybe(entry.text("micro_strategy")),
        ]);
    }
    table
}
