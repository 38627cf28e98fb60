//! Where what a method needs to know of an account is told.

use crate::domain::entry::{EntryKind, Holder};
use crate::domain::segment::{Input, Method};
use crate::domain::word::RecordKind;
use crate::tui::dialogs::question::{Question, Telling};
use crate::tui::entry::Kind;
use crate::tui::screens::Chosen;

/// The question that brings the first of what is missing; where nothing is, the one that the method asks most.
pub fn question(account: Chosen, method: Method, missing: &[Input]) -> Question {
    let usual = match method {
        Method::Posture => Input::Potential,
        Method::Rfm | Method::Pyramid => Input::Orders,
        Method::Kaism | Method::Score | Method::Tier => Input::Attractiveness,
    };
    match missing.first().copied().unwrap_or(usual) {
        Input::Potential | Input::Share => Question::Edit(RecordKind::Account, account.id),
        Input::Orders | Input::Amount => Question::AddEntry(Kind::Order, Some(account)),
        Input::Rate => Question::AddEntry(Kind::Rate, None),
        Input::Margin
        | Input::Attractiveness
        | Input::Strength
        | Input::Credit
        | Input::Prospects
        | Input::Relation => Question::Plan(Telling::new(EntryKind::Standing, Holder::Account(account.id))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::Id;

    fn asked(method: Method, missing: &[Input]) -> Question {
        let account = Chosen {
            kind: RecordKind::Account,
            id: Id(7),
            name: "Acme Foods".to_owned(),
            account: Some(Id(7)),
            status: None,
        };
        question(account, method, missing)
    }

    #[test]
    fn what_is_missing_is_asked_where_it_is_kept() {
        let of_account = Question::Edit(RecordKind::Account, Id(7));
        assert_eq!(asked(Method::Posture, &[Input::Share]), of_account);
        assert_eq!(asked(Method::Tier, &[Input::Potential, Input::Relation]), of_account);
        assert!(matches!(asked(Method::Rfm, &[Input::Orders]), Question::AddEntry(Kind::Order, Some(_))));
        assert!(matches!(asked(Method::Pyramid, &[Input::Rate]), Question::AddEntry(Kind::Rate, None)));
        assert!(matches!(asked(Method::Kaism, &[Input::Strength]), Question::Plan(_)));
    }

    #[test]
    fn where_nothing_is_missing_the_judgement_can_be_told_anew() {
        assert!(matches!(asked(Method::Score, &[]), Question::Plan(_)));
        assert_eq!(asked(Method::Posture, &[]), Question::Edit(RecordKind::Account, Id(7)));
    }
}
