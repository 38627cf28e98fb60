//! `keybook keys`.

use std::collections::BTreeMap;

use clap::Args;

use super::desk::Desk;
use super::failure::Failure;
use crate::config::{self, OwnKeys, own_keys};
use crate::i18n::Lang;
use crate::report::model::{KeyFaultOut, KeyOut};
use crate::report::page::Page;
use crate::report::problem::{Explained, explain_config};
use crate::report::table::{Cell, Column, Table, Worth};
use crate::tr;

/// What the terminal interface tells of its keys. The command line does not know the interface, so it is told.
#[derive(Debug, Clone, Copy)]
pub struct KeyTable {
    /// The actions with their keys, a person's own among them.
    pub list: fn(Lang, &BTreeMap<String, Vec<String>>) -> Vec<KeyOut>,
    /// What keeps a person's own keys from being used; without lines.
    pub faults: fn(Lang, &BTreeMap<String, Vec<String>>) -> Vec<KeyFaultOut>,
}

/// Lists the keys of the terminal interface
///
/// Keys of your own stand under [keys] of the settings file. With --check nothing is listed but what is wrong with
/// them, and the exit code is 2 where anything is; the interface then works by the usual keys.
#[derive(Debug, Args)]
pub(super) struct Keys {
    /// Looks whether your own keys can be used: what is wrong with them, line by line
    #[arg(long)]
    check: bool,
}

impl Keys {
    pub fn run(self, desk: &Desk, keys: KeyTable) -> Result<(), Failure> {
        if self.check { check(desk, keys) } else { list(desk, keys) }
    }
}

fn list(desk: &Desk, keys: KeyTable) -> Result<(), Failure> {
    let lang = desk.lang;
    let keys = (keys.list)(lang, &desk.config.keys);
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
            table.push(vec![held, Cell::text(&key.help), Cell::text(&key.place), Cell::text(&key.action)]);
        }
        Page::of_table(lang, "", table)
    })
}

/// Says what is wrong with the keys in the settings; that nothing is, where nothing is.
fn check(desk: &Desk, keys: KeyTable) -> Result<(), Failure> {
    let lang = desk.lang;
    let path = config::path()?;
    let (faults, number) = match own_keys(&path) {
        Ok(own) => (faults(lang, &own, keys), own.len()),
        Err(unread) => {
            let Explained { what, why, .. } = explain_config(lang, &unread.error);
            let problem = [Some(what), why].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let kind = "unreadable".to_owned();
            (vec![KeyFaultOut { line: unread.line, kind, problem, ..KeyFaultOut::default() }], 0)
        }
    };
    desk.give_list(&faults, || {
        let mut page = Page::new(lang, "");
        for fault in &faults {
            page.paragraph(in_a_line(lang, fault));
        }
        match number {
            _ if !faults.is_empty() => {}
            0 => drop(page.paragraph(tr!(lang, "keys.none_own", file = path.display()))),
            1 => drop(page.paragraph(tr!(lang, "keys.one_fine"))),
            number => drop(page.paragraph(tr!(lang, "keys.fine", number = number))),
        }
        page
    })?;
    if faults.is_empty() {
        return Ok(());
    }
    let what = Explained::new(tr!(lang, "keys.unusable", file = path.display()));
    Err(Failure::Usage(what.hint(tr!(lang, "keys.unusable_hint"))))
}

/// What is wrong, in the order of the lines.
fn faults(lang: Lang, own: &[OwnKeys], keys: KeyTable) -> Vec<KeyFaultOut> {
    let plain = own.iter().map(|own| {
        let keys = own.keys.iter().map(|(key, _)| key.clone()).collect();
        (own.action.clone(), keys)
    });
    let mut faults = (keys.faults)(lang, &plain.collect());
    for fault in &mut faults {
        fault.line = own.iter().find(|own| own.action == fault.action).map(|own| line_of(own, &fault.keys));
    }
    faults.sort_by_key(|fault| fault.line);
    faults
}

/// The line of certain keys of an action, or of its name.
fn line_of(own: &OwnKeys, keys: &str) -> usize {
    let is_it = |written: &str| written.split_whitespace().any(|word| word == keys) || written == keys;
    own.keys.iter().find(|(written, _)| is_it(written)).map_or(own.line, |(_, line)| *line)
}

fn in_a_line(lang: Lang, fault: &KeyFaultOut) -> String {
    let problem = &fault.problem;
    match fault.line {
        Some(line) => tr!(lang, "keys.at_line", line = line, problem = problem).into_owned(),
        None => problem.clone(),
    }
}
