//! Settings as people read them.

use crate::i18n::Lang;
use crate::report::model::SettingOut;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::tr;

/// The table of settings.
pub fn list(lang: Lang, settings: &[SettingOut]) -> Table {
    let columns = vec![
        Column::words(tr!(lang, "column.setting"), Worth::Essential),
        Column::words(tr!(lang, "column.value"), Worth::Essential),
        Column::whole(tr!(lang, "column.kept_in"), Worth::Important),
    ];
    let mut table = Table::new(columns, "");
    for setting in settings {
        let place = match setting.place.as_str() {
            "book" => tr!(lang, "setting.book"),
            _ => tr!(lang, "setting.machine"),
        };
        table.push(vec![
            Cell::text(&setting.setting),
            Cell::text(setting.value.as_deref().unwrap_or("auto")),
            Cell::text(place).toned(Tone::Quiet),
        ]);
    }
    table
}
