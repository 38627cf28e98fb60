//! What is due, as people read it.

use chrono::NaiveDate;

use crate::i18n::Lang;
use crate::report::due_words;
use crate::report::model::{DueOut, TodayOut};
use crate::report::page::Page;
use crate::report::promise::special_day_kind;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words::Word;
use crate::tr;

/// The page of a day.
pub fn sheet(lang: Lang, today: &TodayOut) -> Page {
    let mut page = Page::new(lang, tr!(lang, "page.today", day = today.today));
    let milestones = worded(&today.milestones, |text| due_words::milestone(lang, text));
    let special_days = worded(&today.special_days, |text| special_day_kind(lang, text));
    page.section(tr!(lang, "today.next_steps"), due(lang, today.today, &today.next_steps));
    page.section(tr!(lang, "today.tasks"), due(lang, today.today, &today.tasks));
    page.section(tr!(lang, "today.actions"), due(lang, today.today, &today.actions));
    page.section(tr!(lang, "today.commitments"), due(lang, today.today, &today.commitments));
    page.section(tr!(lang, "today.their_commitments"), due(lang, today.today, &today.their_commitments));
    page.section(tr!(lang, "today.milestones"), due(lang, today.today, &milestones));
    page.section(tr!(lang, "today.close_date_past"), due(lang, today.today, &today.close_date_past));
    page.section(tr!(lang, "today.special_days"), due(lang, today.today, &special_days));
    page.section(tr!(lang, "today.receivables"), due(lang, today.today, &today.receivables));
    page.section(tr!(lang, "today.complaints"), due(lang, today.today, &today.complaints));
    page.section(tr!(lang, "today.quiet_contacts"), due(lang, today.today, &today.quiet_contacts));
    if page.blocks.is_empty() {
        page.paragraph(tr!(lang, "today.nothing"));
    }
    page
}

/// The same with the words of those that have none of their own.
fn worded(due: &[DueOut], words: impl Fn(&str) -> Word) -> Vec<DueOut> {
    due.iter().map(|one| DueOut { text: words(&one.text).into_owned(), ..one.clone() }).collect()
}

/// The table of what is due, seen from a day.
pub fn due(lang: Lang, today: NaiveDate, due: &[DueOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.due"), Worth::Essential),
        Column::words(tr!(lang, "column.what"), Worth::Essential),
        Column::words(tr!(lang, "column.deal"), Worth::Useful),
        Column::words(tr!(lang, "column.person"), Worth::Useful),
        Column::words(tr!(lang, "column.account"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for one in due {
        let tone = match (one.overdue, one.on == today) {
            (true, _) => Tone::Bad,
            (_, true) => Tone::Strong,
            _ => Tone::Plain,
        };
        // A deal whose name says all is not named twice.
        let deal = one.deal.as_ref().filter(|deal| **deal != one.text);
        table.push(vec![
            Cell::day(Some(one.on)).toned(tone),
            Cell::text(&one.text),
            Cell::maybe(deal),
            Cell::maybe(one.contact.as_ref()),
            Cell::maybe(one.account.as_ref()),
        ]);
    }
    table
}
