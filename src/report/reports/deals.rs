//! Tables of deals in reports: open, won, lost; and how many more there are.

use chrono::NaiveDate;

use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::document::{Piece, Section};
use crate::report::model::DealOut;
use crate::report::pages::deal::stage_name;
use crate::report::pages::due;
use crate::report::rows::first::First;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::report::words;
use crate::report::words::Word;
use crate::tr;

/// A table under its title, what is said where there is nothing, and how many more there are.
pub fn section<T>(lang: Lang, title: Word, table: Table, of: &First<T>) -> Section {
    let mut pieces = vec![Piece::Table(table)];
    pieces.extend(more(lang, of));
    Section::new(title, pieces)
}

/// The same table without the column of the account: where all are of one.
pub fn of_one_account(lang: Lang, mut table: Table) -> Table {
    let title = tr!(lang, "column.account");
    if let Some(place) = table.columns.iter().position(|column| column.title == *title) {
        table.columns.remove(place);
        table.rows.iter_mut().for_each(|row| drop(row.cells.remove(place)));
    }
    table
}

/// How many more there are than are told; nothing where all are.
pub fn more<T>(lang: Lang, of: &First<T>) -> Option<Piece> {
    let words = match of.more {
        0 => return None,
        1 => tr!(lang, "week.more_one"),
        more => tr!(lang, "week.more", number = more),
    };
    Some(Piece::Text(words.into_owned()))
}

/// What was won.
pub fn won(lang: Lang, deals: &[DealOut]) -> Table {
    closed(lang, tr!(lang, "week.no_wins"), deals, Vec::new(), |_| Vec::new())
}

/// What was lost: why, to whom, and what was learned.
pub fn lost(lang: Lang, deals: &[DealOut]) -> Table {
    let why = vec![
        Column::words(tr!(lang, "column.lost_reason"), Worth::Essential),
        Column::words(tr!(lang, "column.competitor"), Worth::Useful),
        Column::words(tr!(lang, "column.learned"), Worth::Useful),
    ];
    closed(lang, tr!(lang, "week.no_losses"), deals, why, |deal| {
        vec![
            Cell::maybe(deal.lost_reason.as_deref().map(|reason| words::lost_reason(lang, reason))),
            Cell::maybe(deal.competitor.as_ref()),
            Cell::maybe(deal.learned.as_ref()),
        ]
    })
}

/// Deals that were closed, each with what `more` tells of it in further columns.
fn closed(
    lang: Lang,
    when_empty: Word,
    deals: &[DealOut],
    further: Vec<Column>,
    more: impl Fn(&DealOut) -> Vec<Cell>,
) -> Table {
    let mut columns = vec![
        Column::whole(tr!(lang, "column.day"), Worth::Important),
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
    ];
    columns.extend(further);
    let mut table = Table::new(columns, when_empty);
    for deal in deals {
        let head = [
            Cell::day(deal.closed_on),
            Cell::text(&deal.name),
            Cell::text(&deal.account),
            Cell::amount(deal.amount),
        ];
        table.push(head.into_iter().chain(more(deal)).collect());
    }
    table
}

/// Open deals with what comes next; what is past its day stands out.
pub fn open(lang: Lang, stages: &[Stage], today: NaiveDate, deals: &[DealOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.deal"), Worth::Essential),
        Column::words(tr!(lang, "column.account"), Worth::Important),
        Column::whole(tr!(lang, "column.stage"), Worth::Important),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
        Column::figures(tr!(lang, "column.win_rate"), Worth::Useful),
        Column::whole(tr!(lang, "column.close_date"), Worth::Important),
        Column::words(tr!(lang, "column.next_step"), Worth::Important),
        Column::whole(tr!(lang, "column.next_on"), Worth::Useful),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_deals"));
    for deal in deals {
        table.push(vec![
            Cell::text(&deal.name),
            Cell::text(&deal.account),
            Cell::text(stage_name(lang, stages, &deal.stage)),
            Cell::amount(deal.amount),
            Cell::rate(deal.win_rate.0),
            due(deal.close_date, today),
            Cell::maybe(deal.next_step.as_ref()),
            due(deal.next_on, today),
        ]);
    }
    table
}
