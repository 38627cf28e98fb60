//! Likely doubles, as people read them.

use crate::domain::double::Certainty;
use crate::i18n::Lang;
use crate::report::double_words::certainty;
use crate::report::model::{DoubleOut, NamedOut, SidesOut};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::words;
use crate::tr;

/// The list of likely doubles; the kind of record only where there are several.
pub fn list(lang: Lang, doubles: &[DoubleOut]) -> Table {
    let is_mixed = doubles.iter().any(|double| double.kind != doubles[0].kind);
    let mut columns = vec![
        Column::words(tr!(lang, "column.record"), Worth::Essential),
        Column::words(tr!(lang, "column.double"), Worth::Essential),
        Column::words(tr!(lang, "column.why"), Worth::Important),
        Column::whole(tr!(lang, "column.certainty"), Worth::Useful),
    ];
    if is_mixed {
        columns.insert(0, Column::whole(tr!(lang, "column.kind"), Worth::Extra));
    }
    let mut table = Table::new(columns, tr!(lang, "double.none"));
    for double in doubles {
        let is_sure = double.certainty == Certainty::Sure.as_str();
        let certainty = double.certainty.parse().map(|known| certainty(lang, known)).unwrap_or_default();
        let kind = double.kind.parse().map(|kind| words::record_kind(lang, kind)).unwrap_or_default();
        let reasons: Vec<&str> = double.reasons.iter().map(|reason| reason.text.as_str()).collect();
        let mut cells = vec![
            Cell::text(named(&double.a)),
            Cell::text(named(&double.b)),
            Cell::text(lang.list(reasons)),
            Cell::text(certainty).toned(if is_sure { Tone::Strong } else { Tone::Plain }),
        ];
        if is_mixed {
            cells.insert(0, Cell::text(kind));
        }
        table.push(cells);
    }
    table
}

/// Two records beside each other, part by part.
pub fn sides(lang: Lang, (one, other): (&NamedOut, &NamedOut), parts: &[SidesOut]) -> Table {
    let columns = vec![
        Column::whole(tr!(lang, "column.part"), Worth::Essential),
        Column::whole("--take", Worth::Useful),
        Column::words(named(one), Worth::Essential),
        Column::words(named(other), Worth::Essential),
    ];
    let mut table = Table::new(columns, "");
    for part in parts {
        let tone = if part.differ { Tone::Strong } else { Tone::Plain };
        let told = |text: &Option<String>| {
            text.as_ref().map_or(Cell::ABSENT, |text| Cell::text(text.clone()).toned(tone))
        };
        let key = if part.differ { Cell::text(part.part.clone()) } else { Cell::ABSENT };
        table.push(vec![Cell::text(part.label.clone()), key, told(&part.a), told(&part.b)]);
    }
    table
}

fn named(named: &NamedOut) -> String {
    format!("{} {}", named.code, named.name)
}
