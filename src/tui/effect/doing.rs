//! Deeds done to records, and operations taken back.

use super::{Effect, World, done_words, tell};
use crate::domain::id::Id;
use crate::ops::history;
use crate::report::words;
use crate::tr;
use crate::tui::app::App;
use crate::tui::deed::{Deed, EntryDeed, Errand, unseen_sign};
use crate::tui::dialogs::after_visit::AfterVisit;
use crate::tui::dialogs::confirm::Confirm;
use crate::tui::dialogs::question::Question;
use crate::tui::tour::Event;
use crate::tui::widgets::message::Notice;

impl World {
    /// Takes back the last operation, or this one. What somebody else has done meanwhile is not taken back
    /// without a question.
    pub(super) fn undo(&mut self, app: &mut App, operation: Option<Id>) -> Vec<Effect> {
        let lang = app.look.lang;
        if let (None, Ok(Some(theirs))) = (operation, history::newest_of_others(&self.book, self.begun_at)) {
            let what = words::operation(lang, &theirs.label);
            let title = tr!(lang, "undo.theirs_title").into_owned();
            let question = tr!(lang, "undo.theirs", what = what).into_owned();
            let yes = vec![Effect::UndoOne(theirs.id).into()];
            app.open(Box::new(Confirm::new(title, question, yes, Vec::new())));
            return Vec::new();
        }
        let done = history::undo(&mut self.book, operation);
        if done.is_ok() {
            app.hear(Event::Undone);
        }
        self.finish(app, done, |operation, _| {
            tr!(lang, "notice.undone", what = words::operation(lang, &operation.label)).into_owned()
        })
    }

    /// Does a deed; what it has made is shown.
    pub(super) fn perform_deed(&mut self, deed: &Deed, app: &mut App) -> Vec<Effect> {
        let lang = app.look.lang;
        let done = deed.perform(&mut self.book);
        let is_done = done.is_ok();
        let made = done.as_ref().ok().and_then(|outcome| outcome.value);
        if let Ok(outcome) = &done {
            app.hear(Event::Did(outcome.label.deed));
        }
        let mut effects = self.finish(app, done, |_, label| match deed {
            Deed::Delete(..) | Deed::Entry(EntryDeed::Delete(_)) => {
                tr!(lang, "notice.deleted", what = words::operation(lang, label)).into_owned()
            }
            Deed::Errand(errand) if errand.settles() => {
                tr!(lang, "notice.settled", what = words::operation(lang, label)).into_owned()
            }
            _ => done_words(lang, label),
        });
        if let (true, Deed::Advance(deal) | Deed::AdvanceTo(deal, _)) = (is_done, deed) {
            match unseen_sign(&self.book, &app.look, *deal) {
                Ok(Some(sign)) => {
                    let done = app.notice.take().map(|notice| notice.text).unwrap_or_default();
                    app.say(Notice::warning(tr!(lang, "record.no_sign", done = done, sign = sign)));
                }
                Ok(None) => {}
                Err(error) => tell(app, &error.into()),
            }
        }
        if is_done {
            match AfterVisit::of(&self.book, &app.look, deed) {
                Ok(Some(after)) => app.open(Box::new(after)),
                Ok(None) => {}
                Err(error) => tell(app, &error.into()),
            }
        }
        if let (true, Deed::Errand(Errand::FinishStep(deal))) = (is_done, deed) {
            effects.push(Effect::Ask(Question::NextStep(*deal)));
        }
        if let Some((kind, id)) = made {
            app.reveal(kind, id);
            effects.push(Effect::Read);
        }
        effects
    }
}
