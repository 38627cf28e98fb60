//! Who and what something is about: the person, the deal and the account of a promise, a task, an activity.

use super::told::Sheet;
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::words::Word;
use crate::store::table::account::Account;
use crate::store::table::activity::Activity;
use crate::store::table::commitment::Commitment;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::table::special_day::SpecialDay;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::screens::Chosen;

/// The field of the person.
pub const CONTACT: &str = "contact";

/// The field of the deal.
pub const DEAL: &str = "deal";

/// The field of the account.
pub const ACCOUNT: &str = "account";

/// A record, and what it is called.
type Named = Option<(Id, String)>;

/// The records that stand in a form at first.
#[derive(Debug, Clone, Default)]
pub struct About {
    /// The person.
    pub contact: Named,
    /// The deal.
    pub deal: Named,
    /// The account.
    pub account: Named,
    /// Whether they are proposed, so that they count as told.
    pub proposed: bool,
}

impl About {
    /// The record that stands chosen, to be proposed; of an activity, a promise or a special day, what it is
    /// about itself. Whose account a person or a deal is of follows from it.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn chosen(book: &Book, record: Option<Chosen>) -> Result<About> {
        let Some(record) = record else { return Ok(About { proposed: true, ..About::default() }) };
        let mut about = match record.kind {
            RecordKind::Activity => {
                let with = book.people_of_activities(&[record.id])?.remove(&record.id).unwrap_or_default();
                let activity: Activity = book.row(record.id)?;
                let person = with.first().map(|(id, _)| *id).filter(|_| with.len() == 1);
                About::of(book, person, activity.deal_id, activity.account_id)?
            }
            RecordKind::Commitment => {
                let promise: Commitment = book.row(record.id)?;
                About::of(book, promise.contact_id, promise.deal_id, promise.account_id)?
            }
            RecordKind::SpecialDay => {
                let day: SpecialDay = book.row(record.id)?;
                About::of(book, day.contact_id, None, day.account_id)?
            }
            kind => {
                let is = |one: RecordKind| Some((record.id, record.name.clone())).filter(|_| kind == one);
                let (contact, deal) = (is(RecordKind::Contact), is(RecordKind::Deal));
                About { contact, deal, account: is(RecordKind::Account), proposed: true }
            }
        };
        about.proposed = true;
        Ok(about)
    }

    /// The records that something was about so far.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn of(book: &Book, contact: Option<Id>, deal: Option<Id>, account: Option<Id>) -> Result<About> {
        Ok(About {
            contact: contact.map(|id| book.row(id).map(|row: Contact| (id, row.name))).transpose()?,
            deal: deal.map(|id| book.row(id).map(|row: Deal| (id, row.name))).transpose()?,
            account: account.map(|id| book.row(id).map(|row: Account| (id, row.name))).transpose()?,
            proposed: false,
        })
    }

    /// The record that is proposed: what is typed about it is kept beside it.
    pub fn record(&self) -> Option<Id> {
        let named = self.contact.as_ref().or(self.deal.as_ref()).or(self.account.as_ref());
        named.map(|(id, _)| *id)
    }

    /// A field for the person.
    pub fn person(&self, sheet: Sheet, lang: Lang) -> Sheet {
        let (label, hint) = (tr!(lang, "promise.person"), tr!(lang, "promise.person_hint"));
        sheet.record(label, hint, RecordKind::Contact, self.contact.clone(), self.proposed).called(CONTACT)
    }

    /// A field for the deal.
    pub fn deal(&self, sheet: Sheet, lang: Lang) -> Sheet {
        let (label, hint) = (tr!(lang, "column.deal"), tr!(lang, "promise.deal_hint"));
        sheet.record(label, hint, RecordKind::Deal, self.deal.clone(), self.proposed).called(DEAL)
    }

    /// A field for the account, with a hint.
    pub fn account(&self, sheet: Sheet, lang: Lang, hint: Word) -> Sheet {
        let label = tr!(lang, "column.account");
        sheet.record(label, hint, RecordKind::Account, self.account.clone(), self.proposed).called(ACCOUNT)
    }
}
