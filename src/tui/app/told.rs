//! What is said, and what came of the effects that were asked for.

use super::App;
use crate::ops::Problem;
use crate::store;
use crate::tui::effect::Effect;
use crate::tui::widgets::message::Notice;

/// How many notices the log keeps.
const LOG: usize = 500;

impl App {
    /// Says something on the message line, and keeps it in the log.
    pub fn say(&mut self, notice: Notice) {
        self.log.push(notice.clone());
        let surplus = self.log.len().saturating_sub(LOG);
        self.log.drain(..surplus);
        self.notice = Some(notice);
    }

    /// An effect went well: the dialog that asked for it may close.
    pub fn succeeded(&mut self) -> Vec<Effect> {
        let steps = match self.dialogs.last_mut() {
            Some(dialog) => dialog.performed(Ok(())),
            None => self.screens[self.current].performed(true, &self.look),
        };
        self.follow(steps)
    }

    /// An effect went wrong: says why; what was typed stays.
    pub fn failed(&mut self, words: String) -> Vec<Effect> {
        let steps = self.dialogs.last_mut().map(|dialog| dialog.performed(Err(&words))).unwrap_or_default();
        self.say(Notice::problem(words));
        self.follow(steps)
    }

    /// An operation was refused: says why, at the field that it is about where there is one.
    pub fn refused(&mut self, problem: &Problem, words: String) -> Vec<Effect> {
        self.mind(problem);
        let steps = match self.dialogs.last_mut() {
            Some(dialog) => dialog.refused(problem, &words),
            None => self.screens[self.current].performed(false, &self.look),
        };
        self.say(Notice::problem(words));
        self.follow(steps)
    }

    /// Remembers a problem that is one of the whole book.
    pub(in crate::tui) fn mind(&mut self, problem: &Problem) {
        self.is_damaged |= matches!(problem, Problem::Store(store::Error::Damaged(_)));
    }
}
