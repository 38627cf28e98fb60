//! What is asked before a deed: the forms of records, and the short questions of daily work. They are made
//! from the book as it is when they open.

mod about;
mod account;
mod activity;
mod calendar;
mod commitment;
mod contact;
mod daily;
mod deal;
mod entry;
mod known_at;
mod lines_of_deal;
mod many;
mod mind;
mod organisation;
mod plan;
mod review;
mod segment;
mod sheet;
mod side;
mod snooze;
mod special_day;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_fields;
#[cfg(test)]
mod tests_whole;
mod told;
mod usual;
mod weights;

pub use sheet::Concern;

use chrono::NaiveDate;
use ratatui::layout::Rect;

use super::form::FormDialog;
use crate::domain::calendar::CalendarKind;
use crate::domain::due::DueKind;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::resources::Purpose;
use crate::domain::segment::{Class, Method};
use crate::domain::word::RecordKind;
use crate::ops::evidence::Whom;
use crate::store::view::lines::ContactLine;
use crate::store::{Book, Result};
use crate::tui::deed::in_review;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::many::Many;
use crate::tui::screens::Chosen;
use deal::Begun;
pub use many::{Asked, has_tags};
pub use plan::{Subject, Telling};
pub use usual::own_name;

/// The short questions' names among drafts: those that are answered in words.
const LOSE: &str = "lose";
const NEXT_STEP: &str = "next_step";

/// Something to be asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    /// How a deal was won.
    Win(Id),
    /// How a deal was lost.
    Lose(Id),
    /// What comes next in a deal.
    NextStep(Id),
    /// What a deal is worth.
    Amount(Id),
    /// When a deal is expected to close.
    CloseDate(Id),
    /// What was said to somebody.
    Contacted(Chosen),
    /// Until when something due is put off.
    Snooze(Id, DueKind, String),
    /// What is promised, about a record.
    Promise(Option<Chosen>),
    /// A day to remember, of somebody.
    Remember(Option<Chosen>),
    /// What is to be done, about a record.
    Task(Option<Chosen>),
    /// What is to be done by a day.
    TaskOn(NaiveDate),
    /// Who is met on a day.
    MeetingOn(NaiveDate),
    /// To which day something of the calendar is moved, by its name.
    MoveTo(CalendarKind, Id, String),
    /// Which day the calendar shows.
    GoToDay(NaiveDate),
    /// What happened, about a record.
    Log(Option<Chosen>),
    /// What many records get.
    Many(Asked, Many),
    /// The tags of a record.
    Tags(Chosen),
    /// All of a record.
    Edit(RecordKind, Id),
    /// Some fields of a record, by their names, where they stand in a list.
    Cell(Chosen, Vec<String>, Rect),
    /// A new record, of an account.
    Add(RecordKind, Option<Id>),
    /// A new deal with an account, of a product.
    AddDealOf(Id, Id),
    /// A new deal with a person, at their account.
    AddDealWith(Id),
    /// All of an entry of the register, or of a link.
    EditEntry(Entry),
    /// Something for a plan to say.
    Plan(Telling),
    /// A new entry, belonging to a record.
    AddEntry(Kind, Option<Chosen>),
    /// What a person is in a deal: the deal, the person.
    Seat(Id, Id),
    /// Who of ours stands beside a person, or an account.
    OurSide(Chosen),
    /// The four scores of a person, by name.
    Score(Whom, String),
    /// Where the page on a record is to be written.
    KeepBrief(Chosen),
    /// Something about a deal, as a decision of a review.
    InReview(Id, Id, Box<Question>),
    /// Until when a review leaves a deal out, by its name.
    LeaveOut(Id, Id, String),
    /// The forecast that is handed in at the end of a review, with what the period is expected to bring.
    Submit(Id, Period, i128),
    /// Between which days changes are shown.
    Days(NaiveDate, NaiveDate),
    /// Which days the track record looks back upon.
    LookBack(NaiveDate, NaiveDate),
    /// Which day is shown on screens with figures; the past one shown now, if one is.
    PastDay(Option<NaiveDate>),
    /// Where the page of the week goes.
    WriteWeek(Period),
    /// Where the client plan of an account is to be written.
    KeepPlan(Chosen),
    /// What is planned for a posture or a tier in a period.
    Resources(Period, Purpose),
    /// Into which class of a method an account belongs, beside what the rule says.
    Classify(Chosen, Method, Option<Class>),
    /// What each danger takes from the health of an account.
    Weights,
}

impl Question {
    /// Whether its answer changes the book.
    pub fn writes(&self) -> bool {
        !matches!(
            self,
            Question::PastDay(_)
                | Question::GoToDay(_)
                | Question::Days(..)
                | Question::KeepBrief(_)
                | Question::KeepPlan(_)
                | Question::WriteWeek(_)
        )
    }

    /// The question whose form a draft was typed into, where it can be asked again out of nothing.
    pub fn of_draft(form: &str, record: Option<Id>) -> Option<Question> {
        let kind = match form {
            LOSE => return record.map(Question::Lose),
            NEXT_STEP => return record.map(Question::NextStep),
            account::FORM => RecordKind::Account,
            contact::FORM => RecordKind::Contact,
            deal::FORM => RecordKind::Deal,
            activity::LOG if record.is_none() => return Some(Question::Log(None)),
            activity::TASK if record.is_none() => return Some(Question::Task(None)),
            commitment::PROMISE if record.is_none() => return Some(Question::Promise(None)),
            special_day::REMEMBER if record.is_none() => return Some(Question::Remember(None)),
            activity::FORM => return record.map(|id| Question::Edit(RecordKind::Activity, id)),
            commitment::FORM => return record.map(|id| Question::Edit(RecordKind::Commitment, id)),
            special_day::FORM => return record.map(|id| Question::Edit(RecordKind::SpecialDay, id)),
            other => return plan::of_draft(other, record?),
        };
        Some(record.map_or(Question::Add(kind, None), |id| Question::Edit(kind, id)))
    }

    /// Its form.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn form(self, book: &Book, look: &Look) -> Result<FormDialog> {
        match self {
            Question::Win(id) => daily::win(book, look, id),
            Question::Lose(id) => daily::lose(book, look, id)?.kept_as(LOSE, Some(id), book),
            Question::NextStep(id) => daily::next_step(book, look, id)?.kept_as(NEXT_STEP, Some(id), book),
            Question::Amount(id) => daily::amount(book, look, id),
            Question::CloseDate(id) => daily::close_date(book, look, id),
            Question::Snooze(id, reason, what) => Ok(snooze::form(look, id, reason, what)),
            Question::Promise(record) => commitment::add(book, look, record),
            Question::Remember(record) => special_day::add(book, look, record),
            Question::Task(record) => activity::task(book, look, record, None),
            Question::TaskOn(day) => activity::task(book, look, None, Some(day)),
            Question::MeetingOn(day) => activity::log(book, look, None, Some(day)),
            Question::MoveTo(kind, id, name) => Ok(calendar::move_to(look, kind, id, name)),
            Question::GoToDay(day) => Ok(calendar::go_to(look, day)),
            Question::Log(record) => activity::log(book, look, record, None),
            Question::Edit(RecordKind::Activity, id) => activity::edit(book, look, id),
            Question::Edit(RecordKind::Commitment, id) => commitment::edit(book, look, id),
            Question::Edit(RecordKind::SpecialDay, id) => special_day::edit(book, look, id),
            Question::Many(asked, many) => many::form(book, look, asked, many),
            Question::Tags(record) => many::tags_form(book, look, record),
            Question::Contacted(record) => {
                let id = record.id;
                daily::contacted(look, record).kept_as("contacted", Some(id), book)
            }
            Question::Cell(record, fields, cells) => {
                let names: Vec<&str> = fields.iter().map(String::as_str).collect();
                let form = match record.kind {
                    RecordKind::Account => account::fields(book, look, record.id, &names),
                    RecordKind::Contact => contact::fields(book, look, record.id, &names),
                    _ => deal::fields(book, look, record.id, &names),
                };
                Ok(form?.standing_at(cells, record.name))
            }
            Question::Edit(RecordKind::Account, id) => account::form(book, look, Some(id)),
            Question::Edit(RecordKind::Contact, id) => contact::form(book, look, Some(id), None),
            Question::Edit(_, id) => deal::form(book, look, Some(id), Begun::default()),
            Question::AddDealWith(person) => {
                let of = book.line::<ContactLine>(person)?.contact.account_id;
                deal::form(book, look, None, Begun { account: of, person: Some(person), product: None })
            }
            Question::AddDealOf(account, product) => {
                let (account, product) = (Some(account), Some(product));
                deal::form(book, look, None, Begun { account, person: None, product })
            }
            Question::EditEntry(entry) => entry::edit(book, look, entry),
            Question::Plan(telling) => plan::form(book, look, &telling),
            Question::Seat(deal, contact) => side::seat(book, look, deal, contact),
            Question::OurSide(record) => side::ours(book, look, &record),
            Question::Score(whom, name) => Ok(mind::score(look, whom, name)),
            Question::KeepBrief(record) => Ok(mind::keep_brief(look, record)),
            Question::KeepPlan(account) => Ok(mind::keep_plan(look, account)),
            Question::AddEntry(kind, of) => entry::add(book, look, kind, of.as_ref()),
            Question::InReview(review, deal, question) => {
                let form = question.form(book, look)?;
                Ok(form.turning(move |effect| in_review(effect, review, deal)))
            }
            Question::LeaveOut(review, deal, name) => Ok(review::leave_out(look, review, deal, name)),
            Question::Submit(review, period, expected) => Ok(review::submit(look, review, period, expected)),
            Question::Days(from, to) => Ok(review::days(look, from, to)),
            Question::LookBack(from, to) => Ok(review::look_back(look, from, to)),
            Question::PastDay(shown) => Ok(review::past_day(look, shown)),
            Question::Resources(period, purpose) => entry::resource::form(book, look, period, purpose),
            Question::WriteWeek(period) => Ok(review::week(look, period)),
            Question::Classify(account, method, rule) => segment::form(book, look, &account, method, rule),
            Question::Weights => weights::form(book, look),
            Question::Add(RecordKind::Account, _) => account::form(book, look, None),
            Question::Add(RecordKind::Contact, account) => contact::form(book, look, None, account),
            Question::Add(_, account) => deal::form(book, look, None, Begun { account, ..Begun::default() }),
        }
    }
}
