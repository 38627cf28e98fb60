//! How the people of a record are looked at: the next view, and the tree folded.

use super::RecordScreen;
use crate::domain::id::Id;
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::step::Step;
use crate::tui::widgets::sheet::Stands;

impl RecordScreen {
    /// Whom one stands on in the tree of people, where others are below them.
    pub(super) fn head(&self) -> Option<Id> {
        match &self.here {
            Some(Stands::Record(record)) if self.side.heads.contains(&record.id) => Some(record.id),
            _ => None,
        }
    }

    /// Folds or unfolds the tree of people: below whom one stands on, or below all.
    pub(super) fn fold(&mut self, action: Action) -> Vec<Step> {
        if action == Action::FoldAll {
            match self.folded.is_empty() {
                true => self.folded.clone_from(&self.side.heads),
                false => self.folded.clear(),
            }
        } else if let Some(head) = self.head()
            && !self.folded.remove(&head)
        {
            self.folded.insert(head);
        }
        self.read_again()
    }

    /// Looks at the people in the next way.
    pub(super) fn next_view(&mut self) -> Vec<Step> {
        self.view = self.view.next();
        self.read_again()
    }

    fn read_again(&mut self) -> Vec<Step> {
        self.is_stale = true;
        vec![Effect::Read.into()]
    }
}
