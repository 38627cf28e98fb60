//! `keybook merge-book`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::io::{BufRead, Write};

use clap::Args;

use super::can_ask;
use super::desk::Desk;
use super::failure::Failure;
use crate::domain::joining::{Chosen, Rule};
use crate::i18n::Lang;
use crate::ops::{backup, joining};
use crate::report::model::JoinOut;
use crate::report::problem::Explained;
use crate::report::spell::spell_alone;
use crate::report::{pages, rows, words};
use crate::store::joining::Conflict;
use crate::tr;

/// Joins a copy of the book that went its own way
///
/// For a second laptop, or a backup that was worked in. What only one of the two has changed since they
/// parted is taken; what both have changed is asked for, field by field, or decided by --ours, --theirs or
/// --newest. The other file is only read. A copy of the book is made first, and one undo takes all back.
#[derive(Debug, Args)]
pub(super) struct MergeBook {
    /// The other copy: a file, a number of keybook backups, or latest
    #[arg(value_name = "OTHER")]
    other: String,
    /// Tells what would happen and writes nothing
    #[arg(long)]
    dry_run: bool,
    /// Where both have changed something, this book's value holds
    #[arg(long, conflicts_with_all = ["theirs", "newest"])]
    ours: bool,
    /// Where both have changed something, the other copy's value holds
    #[arg(long, conflicts_with = "newest")]
    theirs: bool,
    /// Where both have changed something, what was changed last holds
    #[arg(long)]
    newest: bool,
}

impl MergeBook {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        // What opens the other is found before the book is open: they may be one file.
        let file = backup::named(&desk.book_path()?, &self.other)?;
        desk.book_file()?;
        let unlocked = desk.unlocked(&file)?;
        let mut book = desk.book()?;
        let other = joining::ready(&book, unlocked)?;
        let rule = match (self.ours, self.theirs, self.newest) {
            (true, ..) => Some(Rule::Ours),
            (_, true, _) => Some(Rule::Theirs),
            (.., true) => Some(Rule::Newest),
            _ => None,
        };
        let mut told = BTreeMap::new();
        if rule.is_none() && !self.dry_run && can_ask() {
            let Some(answers) = ask(desk.lang, &joining::conflicts(&book, &other)?) else {
                return Err(Failure::Undone(Explained::new(tr!(desk.lang, "joining.given_up"))));
            };
            told = answers;
        }
        let choose = |conflict: &Conflict| match rule {
            Some(rule) => Some(rule.choose(conflict.ours_at, conflict.theirs_at)),
            None => told.get(&conflict.key).copied(),
        };
        let outcome = match self.dry_run {
            true => joining::rehearse(&mut book, &other, choose)?,
            false => joining::join(&mut book, &other, choose)?,
        };
        let joined = &outcome.value;
        let operation = outcome.operation.filter(|_| !self.dry_run);
        let out: JoinOut = rows::joining::joining(&file, operation, self.dry_run, joined);
        desk.give(&out, || pages::joining::joining(desk.lang, &out, joined))?;
        match joined.open().count() {
            open if open > 0 && !self.dry_run => {
                let what = match open {
                    1 => tr!(desk.lang, "joining.refused_one"),
                    _ => tr!(desk.lang, "joining.refused", count = open),
                };
                Err(Failure::Undone(Explained::new(what).hint(tr!(desk.lang, "joining.refused_hint"))))
            }
            _ => Ok(()),
        }
    }
}

/// Asks whose value holds, one conflict after the other; none where that was given up.
fn ask(lang: Lang, conflicts: &[Conflict]) -> Option<BTreeMap<String, Chosen>> {
    let mut answers = BTreeMap::new();
    let for_all = RefCell::new(None::<Rule>);
    for (place, conflict) in conflicts.iter().enumerate() {
        let by_rule = for_all.borrow().map(|rule: Rule| rule.choose(conflict.ours_at, conflict.theirs_at));
        let chosen = match by_rule {
            Some(chosen) => chosen,
            None => match one(lang, conflict, place + 1, conflicts.len())? {
                Answer::One(chosen) => chosen,
                Answer::All(rule) => {
                    *for_all.borrow_mut() = Some(rule);
                    rule.choose(conflict.ours_at, conflict.theirs_at)
                }
            },
        };
        answers.insert(conflict.key.clone(), chosen);
    }
    Some(answers)
}

enum Answer {
    One(Chosen),
    All(Rule),
}

fn one(lang: Lang, conflict: &Conflict, place: usize, of: usize) -> Option<Answer> {
    let side = |shown, at| {
        let cell = rows::joining::cell(lang, &conflict.field, shown);
        let held = Some(spell_alone(lang, &cell)).filter(|held| !held.is_empty());
        let held = held.unwrap_or_else(|| tr!(lang, "joining.empty").into_owned());
        (held, words::wall_clock(at))
    };
    let (ours, ours_at) = side(&conflict.ours, conflict.ours_at);
    let (theirs, theirs_at) = side(&conflict.theirs, conflict.theirs_at);
    let mut screen = std::io::stderr();
    // Where the question cannot be shown there is no answer either: reading ends it.
    let _ = writeln!(
        screen,
        "{place}/{of}  {} · {}\n  {}\n  {}",
        rows::joining::record(lang, conflict),
        rows::joining::field(lang, conflict),
        tr!(lang, "joining.ask_ours", value = ours, at = ours_at),
        tr!(lang, "joining.ask_theirs", value = theirs, at = theirs_at),
    );
    loop {
        let _ = write!(screen, "{} ", tr!(lang, "joining.ask"));
        let mut line = String::new();
        if std::io::stdin().lock().read_line(&mut line).ok()? == 0 {
            return None;
        }
        match line.trim() {
            "o" => return Some(Answer::One(Chosen::Ours)),
            "t" => return Some(Answer::One(Chosen::Theirs)),
            "O" => return Some(Answer::All(Rule::Ours)),
            "T" => return Some(Answer::All(Rule::Theirs)),
            "N" => return Some(Answer::All(Rule::Newest)),
            "q" => return None,
            _ => {}
        }
    }
}
