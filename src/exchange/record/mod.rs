//! Plain values: what every format (CSV now; spreadsheets, vCard, iCalendar, JSON later) hands to
//! `ops::import`. All texts are clean, all dates and amounts read; who is who is not decided here.

mod parts;

use chrono::NaiveDate;

pub use self::parts::{AccountRef, Address, Birthday, ContactRef, Custom, DealRef, Moment, Origin, Reach};
use super::cell::Cell;
use super::field::Kind;
use crate::domain::money::{Currency, Money};
use crate::domain::word::{ActivityKind, Direction, Status, Tier};

/// One record of a file.
#[derive(Debug, Clone, PartialEq)]
pub enum Record {
    /// An organisation.
    Account(AccountIn),
    /// A person.
    Contact(ContactIn),
    /// A possible sale.
    Deal(DealIn),
    /// What happened, or is to be done.
    Activity(ActivityIn),
}

impl Record {
    /// What kind of record it is.
    pub fn kind(&self) -> Kind {
        match self {
            Record::Account(_) => Kind::Accounts,
            Record::Contact(_) => Kind::Contacts,
            Record::Deal(_) => Kind::Deals,
            Record::Activity(_) => Kind::Activities,
        }
    }

    /// Where it stood in the file, its id there, and what has no field of its own.
    pub fn origin(&self) -> &Origin {
        match self {
            Record::Account(account) => &account.origin,
            Record::Contact(contact) => &contact.origin,
            Record::Deal(deal) => &deal.origin,
            Record::Activity(activity) => &activity.origin,
        }
    }
}

/// An organisation, as a file has it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct AccountIn {
    /// Where it comes from.
    pub origin: Origin,
    /// Name; where the file gives none, its domain.
    pub name: String,
    /// Internet domain in lower case, without `www.`; from the web page where it has no column.
    pub domain: Cell<String>,
    /// Web page.
    pub website: Cell<String>,
    /// Telephone number.
    pub phone: Cell<String>,
    /// Line of business.
    pub industry: Cell<String>,
    /// Tier.
    pub tier: Cell<Tier>,
    /// Who of ours looks after it: a name or an e-mail address.
    pub owner: Cell<String>,
    /// The account that owns it.
    pub parent: AccountRef,
    /// Yearly spend in our category.
    pub potential: Cell<Money>,
    /// Our share of it, in basis points.
    pub share: Cell<i64>,
    /// Number of people who work there.
    pub employees: Cell<i64>,
    /// Yearly revenue.
    pub revenue: Cell<Money>,
    /// Where it is.
    pub address: Address,
    /// The currency it deals in.
    pub currency: Cell<Currency>,
    /// The day it was created in the other program.
    pub created: Cell<NaiveDate>,
    /// Tags.
    pub tags: Cell<Vec<String>>,
    /// Free text.
    pub notes: Cell<String>,
}

/// A person, as a file has them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ContactIn {
    /// Where they come from.
    pub origin: Origin,
    /// The whole name; where the file gives none, the first e-mail address.
    pub name: String,
    /// Given name.
    pub given_name: Cell<String>,
    /// Family name.
    pub family_name: Cell<String>,
    /// E-mail addresses, the chief one first.
    pub emails: Cell<Vec<Reach>>,
    /// Telephone numbers, the chief one first.
    pub phones: Cell<Vec<Reach>>,
    /// Where they work.
    pub account: AccountRef,
    /// Job title.
    pub title: Cell<String>,
    /// Department.
    pub department: Cell<String>,
    /// Who of ours looks after them.
    pub owner: Cell<String>,
    /// Birthday.
    pub birthday: Cell<Birthday>,
    /// Web page.
    pub website: Cell<String>,
    /// Where they are.
    pub address: Address,
    /// The day they were created in the other program.
    pub created: Cell<NaiveDate>,
    /// Tags.
    pub tags: Cell<Vec<String>>,
    /// Free text.
    pub notes: Cell<String>,
}

/// A possible sale, as a file has it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DealIn {
    /// Where it comes from.
    pub origin: Origin,
    /// Name; where the file gives none, that of its account.
    pub name: String,
    /// Whose purchase it is.
    pub account: AccountRef,
    /// Who takes part.
    pub contacts: Cell<Vec<ContactRef>>,
    /// Amount, with its currency: the amount's own sign, the row's currency column, or the default.
    pub amount: Cell<Money>,
    /// What the row's currency column says.
    pub currency: Cell<Currency>,
    /// Stage in the other program's words; [`super::stages`] knows what they usually mean.
    pub stage: Cell<String>,
    /// Chance of winning in basis points, where the row has its own.
    pub win_rate: Cell<i64>,
    /// Expected close date.
    pub close_date: Cell<NaiveDate>,
    /// Open, won or lost, by the status, the flags or the stage of the row; `Absent` where none tells.
    pub status: Cell<Status>,
    /// The day it was won or lost; the close date where the row has no other.
    pub closed_on: Cell<NaiveDate>,
    /// Why it was lost.
    pub lost_reason: Cell<String>,
    /// Who won it instead.
    pub competitor: Cell<String>,
    /// Who of ours has it: a name or an e-mail address.
    pub owner: Cell<String>,
    /// Where it came from.
    pub source: Cell<String>,
    /// The pipeline it runs in.
    pub pipeline: Cell<String>,
    /// What comes next.
    pub next_step: Cell<String>,
    /// When.
    pub next_on: Cell<NaiveDate>,
    /// The day it was created in the other program.
    pub created: Cell<NaiveDate>,
    /// Tags.
    pub tags: Cell<Vec<String>>,
    /// Free text.
    pub notes: Cell<String>,
}

/// What happened with a client, or is to be done, as a file has it.
#[derive(Debug, Clone, PartialEq)]
pub struct ActivityIn {
    /// Where it comes from.
    pub origin: Origin,
    /// What it was; a note where the file's word is unknown (which is then kept as a custom value).
    pub kind: ActivityKind,
    /// When it was; a task that has only a due date is dated by that.
    pub at: Moment,
    /// The day by which a task is due.
    pub due: Cell<NaiveDate>,
    /// Whether a task is done.
    pub done: Cell<bool>,
    /// One line on what it was about.
    pub subject: Cell<String>,
    /// What was said or done.
    pub text: Cell<String>,
    /// What came of it.
    pub outcome: Cell<String>,
    /// How long it took.
    pub minutes: Cell<i64>,
    /// Who reached out.
    pub direction: Cell<Direction>,
    /// Who of ours did it.
    pub owner: Cell<String>,
    /// With whom.
    pub contacts: Cell<Vec<ContactRef>>,
    /// Who was invited: those of them whom the book knows took part.
    pub guests: Vec<ContactRef>,
    /// At which account.
    pub account: AccountRef,
    /// About which deal.
    pub deal: DealRef,
    /// What comes next.
    pub next_step: Cell<String>,
    /// When.
    pub next_on: Cell<NaiveDate>,
    /// Tags.
    pub tags: Cell<Vec<String>>,
}
