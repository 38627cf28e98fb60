//! Records in a dialog: those of late, and the line that each takes.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::entry_words;
use crate::report::words::Word;
use crate::store::view::search::{Hit, HitKind};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::screens::Visit;
use crate::tui::screens::record::Tab;
use crate::tui::step::Step;
use crate::tui::travel;
use crate::tui::widgets::text;

/// Cells of the kind of record.
const KIND: u16 = 20;

/// The records of late, at most `limit`: those that one has been at before those that were changed.
///
/// # Errors
/// What the store could not read.
pub fn of_late(book: &Book, visited: &[Id], limit: usize) -> Result<Vec<Hit>> {
    let mut records = book.hits(visited)?;
    for changed in book.recent(limit + visited.len())? {
        if records.iter().all(|known| known.id != changed.id) {
            records.push(changed);
        }
    }
    records.truncate(limit);
    Ok(records)
}

/// Closes the dialog and goes to a record, or to the one that it belongs to: to the side on which it stands,
/// where it is something of a plan.
pub fn go_to(hit: &Hit) -> Vec<Step> {
    let Some((kind, id)) = hit.belongs.nearest() else { return Vec::new() };
    let HitKind::Entry(told) = hit.kind else { return vec![Step::Close, travel::to(kind, id)] };
    let tab = Some(Tab::of(told, kind == RecordKind::Deal));
    let entry = Some(Entry { kind: Kind::Plan(told), id: hit.id });
    vec![Step::Close, travel::to_part(kind, id, Visit { tab, entry, ..Visit::default() })]
}

/// Draws what it is called, where it belongs, and what kind of record it is.
pub fn draw_hit(look: &Look, hit: &Hit, chosen: bool, row: Rect, buf: &mut Buffer) {
    let theme = &look.theme;
    let within = |style| theme.within(chosen, style);
    buf.set_style(row, theme.selected_if(chosen));
    if chosen {
        text::left(buf, look.measure, row, "›", within(theme.selected_mark));
    }
    let inner = Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row }.intersection(row);
    let name = inner.width * 45 / 100;
    let kind = KIND.min(inner.width / 4);
    text::left(buf, look.measure, Rect { width: name, ..inner }, &hit.name, Style::new());
    let place = Rect { x: inner.x + name + 2, width: inner.width.saturating_sub(name + kind + 4), ..inner };
    let words = hit.place.as_deref().or(hit.text.as_deref()).unwrap_or_default();
    text::left(buf, look.measure, place.intersection(inner), words, within(theme.dim));
    let last = Rect { x: inner.right().saturating_sub(kind), width: kind, ..inner };
    text::right(buf, look.measure, last, &kind_words(look, hit.kind), within(theme.dim));
}

fn kind_words(look: &Look, kind: HitKind) -> Word {
    match kind {
        HitKind::Account => tr!(look.lang, "search.account"),
        HitKind::Contact => tr!(look.lang, "search.contact"),
        HitKind::Deal => tr!(look.lang, "search.deal"),
        HitKind::Activity => tr!(look.lang, "search.activity"),
        HitKind::Commitment => tr!(look.lang, "search.commitment"),
        HitKind::Entry(kind) => entry_words::kind(look.lang, kind),
    }
}
