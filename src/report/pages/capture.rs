//! What was understood of a captured line, as people read it.

use chrono::NaiveDate;

use crate::domain::capture::Understood;
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::capture_words::{Line, lines, open};
use crate::report::page::Page;
use crate::report::table::Cell;

/// The page of a line: what was understood, and below it what is not clear.
pub fn sheet(lang: Lang, title: &str, understood: &Understood, stages: &[Stage], today: NaiveDate) -> Page {
    let mut page = Page::new(lang, title);
    let fact = |Line { label, value, aside, .. }: Line| {
        let value = if aside.is_empty() { value } else { format!("{value}  ({aside})") };
        (label.into_owned(), Cell::text(value))
    };
    page.facts(lines(lang, understood, stages, today).into_iter().map(fact).collect());
    for open in understood.open.iter().map(|one| open(lang, one)) {
        page.paragraph(open.what);
        for more in [open.why, open.hint].into_iter().flatten() {
            page.paragraph(more);
        }
    }
    page
}
