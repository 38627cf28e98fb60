//! Deciding the class of an account by hand, where the rule misses what a person knows.

use super::Done;
use super::problem::Problem;
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::segment::{Class, Method};
use crate::domain::text::clean_text;
use crate::domain::word::Tier;
use crate::store::table::account::Account;
use crate::store::{Book, Label, Writer};

/// Decides the class of an account by hand, and keeps why and since when. The tier is the account's own:
/// deciding it sets both.
///
/// # Errors
/// [`Problem::Measured`] where the method only measures; [`Problem::Store`] where there is no such account.
pub fn decide(book: &mut Book, account: Id, class: Class, why: Option<&str>) -> Done<()> {
    book.operate(|writer| {
        let account: Account = writer.row(account)?;
        let method = class.method();
        if !method.is_judged() {
            return Err(Problem::Measured(method));
        }
        let why = why.map(|text| clean_text(text).trim().to_owned()).filter(|text| !text.is_empty());
        if let Class::Tier(tier) = class {
            set_tier(writer, &account, Some(tier))?;
        }
        writer.put_segment_decision(account.id, class, why)?;
        Ok(((), Label::new(Deed::DecideClass, account.name).with(method.as_str())))
    })
}

/// Takes a decision back: the rule counts again. An account without its tier has none until somebody decides
/// it. Nothing changes where nothing was decided.
///
/// # Errors
/// As [`decide`].
pub fn take_back(book: &mut Book, account: Id, method: Method) -> Done<()> {
    book.operate(|writer| {
        let account: Account = writer.row(account)?;
        if !method.is_judged() {
            return Err(Problem::Measured(method));
        }
        if let Some(decision) = writer.segment_decision(account.id, method)? {
            writer.delete_segment_decision(decision.id)?;
        }
        if method == Method::Tier {
            set_tier(writer, &account, None)?;
        }
        Ok(((), Label::new(Deed::TakeBackClass, account.name).with(method.as_str())))
    })
}

fn set_tier(writer: &Writer<'_>, account: &Account, tier: Option<Tier>) -> crate::store::Result<()> {
    if account.tier == tier {
        return Ok(());
    }
    writer.update_account(&Account { tier, updated_at: writer.now, ..account.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::segment::{Decision, Posture};
    use crate::ops::account::{self, AccountInput};
    use crate::ops::{history, merge, testbook};

    const KEY: Class = Class::Tier(Tier::Key);
    const RAID: Class = Class::Posture(Posture::Raid);

    fn tier(book: &Book, account: Id) -> Option<Tier> {
        book.row::<Account>(account).unwrap().tier
    }

    fn note(book: &Book, account: Id, method: Method) -> Option<Decision> {
        book.segment_decision(account, method).unwrap()
    }

    #[test]
    fn a_tier_decided_is_the_accounts_own_and_one_undo_takes_both_back() {
        let (mut book, account) = testbook::with_account();
        decide(&mut book, account, KEY, Some(" its owner said so\n")).unwrap();
        assert_eq!(tier(&book, account), Some(Tier::Key));
        let kept = note(&book, account, Method::Tier).unwrap();
        assert_eq!((kept.class, kept.why.as_deref()), (KEY, Some("its owner said so")));
        assert_eq!(kept.decided_on, Some(book.today()));
        history::undo(&mut book, None).unwrap();
        assert_eq!((tier(&book, account), note(&book, account, Method::Tier)), (None, None));
    }

    #[test]
    fn a_tier_told_elsewhere_makes_the_reason_outdated() {
        let (mut book, account) = testbook::with_account();
        decide(&mut book, account, KEY, Some("its owner said so")).unwrap();
        let ordinary = AccountInput { tier: Some(Some(Tier::Ordinary)), ..AccountInput::default() };
        account::edit(&mut book, account, &ordinary).unwrap();
        assert_eq!(note(&book, account, Method::Tier), None);
    }

    #[test]
    fn a_later_decision_takes_the_place_of_an_earlier_one_and_can_be_taken_back() {
        let (mut book, account) = testbook::with_account();
        decide(&mut book, account, Class::Posture(Posture::Acquire), None).unwrap();
        decide(&mut book, account, RAID, Some("they only buy by tender")).unwrap();
        assert_eq!(note(&book, account, Method::Posture).unwrap().class, RAID);
        assert!(
            decide(&mut book, account, RAID, Some("they only buy by tender")).unwrap().operation.is_none()
        );
        take_back(&mut book, account, Method::Posture).unwrap();
        assert_eq!(note(&book, account, Method::Posture), None);
        assert!(
            take_back(&mut book, account, Method::Posture).unwrap().operation.is_none(),
            "nothing is new"
        );
    }

    #[test]
    fn what_only_measures_is_not_decided() {
        let (mut book, account) = testbook::with_account();
        assert!(matches!(
            decide(&mut book, account, Class::Score(5), None),
            Err(Problem::Measured(Method::Score))
        ));
        assert!(matches!(take_back(&mut book, account, Method::Rfm), Err(Problem::Measured(Method::Rfm))));
    }

    #[test]
    fn decisions_go_with_their_account_and_move_where_it_is_merged() {
        let (mut book, from) = testbook::with_account();
        let other = AccountInput { name: Some("Borealis".into()), ..AccountInput::default() };
        let into = account::add(&mut book, &other).unwrap().value;
        decide(&mut book, from, RAID, None).unwrap();
        decide(&mut book, from, KEY, Some("old friends")).unwrap();
        decide(&mut book, into, Class::Tier(Tier::Prospective), Some("no order yet")).unwrap();
        merge::accounts(&mut book, from, into, &[]).unwrap();
        assert_eq!(note(&book, into, Method::Posture).unwrap().class, RAID);
        assert_eq!(note(&book, into, Method::Tier).unwrap().why.as_deref(), Some("no order yet"));
        account::delete(&mut book, into).unwrap();
        assert_eq!(note(&book, into, Method::Posture), None);
    }
}
