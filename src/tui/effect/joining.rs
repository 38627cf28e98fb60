//! Joining a copy of the book that went its own way: which file, what both have changed, and doing it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Effect, World, in_one_line};
use crate::domain::joining::Chosen;
use crate::ops::encryption;
use crate::ops::{Problem, backup, joining};
use crate::report::problem::explain;
use crate::store::joining::Joined;
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::confirm::Confirm;
use crate::tui::dialogs::form::FormDialog;
use crate::tui::dialogs::joining::Joined as Conflicts;
use crate::tui::widgets::form::Field;
use crate::tui::widgets::message::Notice;

/// What is done on the way to one book.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Joining {
    /// Asks for the file of the other copy.
    Ask,
    /// Sets the copies beside each other, and asks.
    Look(String),
    /// Joins the copy; of each conflict, by its key, the chosen side.
    Join(PathBuf, BTreeMap<String, Chosen>),
}

impl World {
    /// Does what was asked for on the way to one book.
    pub(super) fn see_to_joining(&mut self, step: Joining, app: &mut App) -> Vec<Effect> {
        let done = match step {
            Joining::Ask => {
                ask(app);
                Ok(Vec::new())
            }
            Joining::Look(words) => self.look_at_other(&words, app),
            Joining::Join(file, chosen) => self.join(&file, &chosen, app),
        };
        done.unwrap_or_else(|problem| {
            app.mind(&problem);
            app.failed(in_one_line(explain(app.look.lang, &problem)))
        })
    }

    fn look_at_other(&mut self, words: &str, app: &mut App) -> Result<Vec<Effect>, Problem> {
        let lang = app.look.lang;
        let file = backup::named(self.book.path(), &at_home(words))?;
        let other = joining::ready(&self.book, encryption::beside(&file, self.book.file()))?;
        let conflicts = joining::conflicts(&self.book, &other)?;
        let would = joining::rehearse(&mut self.book, &other, |_| None)?.value;
        // The form with the file's name has done its work.
        let effects = app.succeeded();
        if !conflicts.is_empty() {
            app.open(Box::new(Conflicts::new(&app.look, file, &conflicts)));
            return Ok(effects);
        }
        if would.created + would.updated + would.deleted == 0 {
            app.say(Notice::hint(tr!(lang, "joining.nothing", other = file.display())));
            return Ok(effects);
        }
        let question = format!("{}\n{}", counts(app, &would), tr!(lang, "joining.copy_first"));
        let yes = vec![Effect::Joining(Joining::Join(file, BTreeMap::new())).into()];
        let title = tr!(lang, "joining.question_title").into_owned();
        app.open(Box::new(Confirm::new(title, question, yes, Vec::new())));
        Ok(effects)
    }

    fn join(
        &mut self,
        file: &Path,
        chosen: &BTreeMap<String, Chosen>,
        app: &mut App,
    ) -> Result<Vec<Effect>, Problem> {
        let lang = app.look.lang;
        let other = joining::ready(&self.book, encryption::beside(file, self.book.file()))?;
        let outcome = joining::join(&mut self.book, &other, |conflict| chosen.get(&conflict.key).copied())?;
        self.reload(app);
        app.say(match (outcome.value.open().next(), outcome.operation) {
            // Somebody went on working in one of the copies meanwhile.
            (Some(_), _) => Notice::problem(tr!(lang, "joining.changed_meanwhile")),
            (None, None) => Notice::hint(tr!(lang, "joining.nothing", other = file.display())),
            (None, Some(_)) => Notice::done(counts(app, &outcome.value)),
        });
        Ok(Vec::new())
    }
}

fn ask(app: &mut App) {
    let lang = app.look.lang;
    let field = Field::new(tr!(lang, "column.file"), tr!(lang, "joining.file_hint"), "");
    let title = tr!(lang, "joining.question_title");
    let form = FormDialog::new(title, tr!(lang, "joining.words"), vec![field], |answers, _| {
        let words = answers.first().map(|words| words.trim().to_owned()).unwrap_or_default();
        Ok(vec![Effect::Joining(Joining::Look(words)).into()])
    });
    app.open(Box::new(form));
}

/// What joining does, in a line.
fn counts(app: &App, joined: &Joined) -> String {
    let Joined { created, updated, deleted, .. } = joined;
    tr!(app.look.lang, "joining.counts", created = created, updated = updated, deleted = deleted).into_owned()
}

/// A path with `~` written out.
fn at_home(words: &str) -> String {
    let home = directories::BaseDirs::new();
    match (words.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => home.home_dir().join(rest).display().to_string(),
        _ => words.to_owned(),
    }
}

#[cfg(test)]
mod tests;
