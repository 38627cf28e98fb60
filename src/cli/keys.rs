//! `keybook keys`.

use std::collections::BTreeMap;

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::i18n::Lang;
use crate::report::model::KeyOut;
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Worth};
use crate::tr;

/// Gives the actions of the terminal interface with their keys, a person's own among them. The command
/// line does not know the interface, so it is told.
pub type KeyTable = fn(Lang, &BTreeMap<String, Vec<String>>) -> Vec<KeyOut>;

/// Lists the keys of the terminal interface
#[derive(Debug, Args)]
pub(super) struct Keys {}

impl Keys {
    pub fn run(self, desk: &Desk, keys: KeyTable) -> Result<(), Failure> {
        let lang = desk.lang;
        let keys = keys(lang, &desk.config.keys);
        desk.give_list(&keys, || {
            let columns = vec![
                Column::whole(tr!(lang, "keys.keys"), Worth::Essential),
                Column::words(tr!(lang, "keys.help"), Worth::Essential),
                Column::words(tr!(lang, "keys.place"), Worth::Important),
                Column::words(tr!(lang, "keys.action"), Worth::Extra),
            ];
            let mut table = Table::new(columns, "");
            for key in &keys {
                let held = Cell::text(key.keys.join("  "));
                table.push(vec![
                    held,
                    Cell::text(&key.help),
                    Cell::text(&key.place),
                    Cell::text(&key.action),
                ]);
            }
            Page::of_table(lang, "", table)
        })
    }
}
