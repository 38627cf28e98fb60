//! Deeds as decisions of a review: the same keys and questions, kept with the review as well.

use super::Deed;
use crate::domain::id::Id;
use crate::ops::review::Decision;
use crate::tui::dialogs::question::Question;
use crate::tui::effect::Effect;

/// What is to be done to a deal, as a decision of a review; what is none stays what it is.
pub fn in_review(effect: Effect, review: Id, deal: Id) -> Effect {
    match effect {
        Effect::Do(deed) => match decision(*deed) {
            Ok(decision) => Effect::Do(Box::new(Deed::Decide(review, deal, Box::new(decision)))),
            Err(deed) => Effect::Do(deed),
        },
        Effect::Ask(question) => Effect::Ask(Question::InReview(review, deal, Box::new(question))),
        other => other,
    }
}

fn decision(deed: Deed) -> Result<Decision, Box<Deed>> {
    match deed {
        Deed::Advance(_) => Ok(Decision::Advance(None)),
        Deed::Back(_) => Ok(Decision::Back(None)),
        Deed::Win(_, won) => Ok(Decision::Win(won)),
        Deed::Lose(_, lost) => Ok(Decision::Lose(lost)),
        Deed::Log(input) => Ok(Decision::Contacted(input.kind, input.text)),
        Deed::Deal(Some(_), input) => Ok(Decision::Change(Box::new(input))),
        other => Err(Box::new(other)),
    }
}
