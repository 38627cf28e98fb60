//! The fields that a column of a file may hold, by the names that `--map COLUMN=FIELD` takes.

use crate::domain::word::words;

words! {
    /// The kinds of record that a file may hold, by the names that `--as` takes.
    pub enum Kind {
        /// Organisations.
        Accounts = "accounts",
        /// People.
        Contacts = "contacts",
        /// Possible sales.
        Deals = "deals",
        /// What happened with a client, or is to be done.
        Activities = "activities",
    }
}

words! {
    /// A field of a record. Which kinds know it is said by [`Field::all`].
    pub enum Field {
        /// The record's id in the program that wrote the file.
        Id = "id",
        /// The name of an account, a contact or a deal.
        Name = "name",
        /// Who of ours looks after it.
        Owner = "owner",
        /// The day it was created in the other program.
        Created = "created",
        /// Tags, several in a cell.
        Tags = "tags",
        /// Free text.
        Notes = "notes",
        /// The currency of the row's amounts.
        Currency = "currency",
        /// The account's name.
        Account = "account",
        /// The account's id in the other program.
        AccountId = "account_id",
        /// The account's internet domain.
        AccountDomain = "account_domain",
        /// A contact's name.
        Contact = "contact",
        /// A contact's id in the other program.
        ContactId = "contact_id",
        /// A contact's e-mail address.
        ContactEmail = "contact_email",
        /// Internet domain.
        Domain = "domain",
        /// Web page.
        Website = "website",
        /// Telephone number; a contact may have several columns.
        Phone = "phone",
        /// Line of business.
        Industry = "industry",
        /// How much of the week the account deserves.
        Tier = "tier",
        /// The name of the account that owns this one.
        Parent = "parent",
        /// Its id in the other program.
        ParentId = "parent_id",
        /// Yearly spend in our category.
        Potential = "potential",
        /// Our share of it.
        Share = "share",
        /// Number of people who work there.
        Employees = "employees",
        /// Yearly revenue.
        Revenue = "revenue",
        /// Street and number; several columns are joined.
        Street = "street",
        /// Town.
        City = "city",
        /// State, province or county.
        Region = "region",
        /// Postal code.
        PostalCode = "postal_code",
        /// Country.
        Country = "country",
        /// Given name.
        FirstName = "first_name",
        /// Middle name.
        MiddleName = "middle_name",
        /// Family name.
        LastName = "last_name",
        /// Job title.
        Title = "title",
        /// Department.
        Department = "department",
        /// E-mail address; a contact may have several columns.
        Email = "email",
        /// Birthday, with or without the year.
        Birthday = "birthday",
        /// Amount of a deal.
        Amount = "amount",
        /// Stage, in the other program's words.
        Stage = "stage",
        /// Chance of winning.
        WinRate = "win_rate",
        /// Expected close date; of a closed deal, when it was closed.
        CloseDate = "close_date",
        /// Open, won or lost.
        Status = "status",
        /// Whether it is won (yes or no).
        IsWon = "is_won",
        /// Whether it is closed (yes or no).
        IsClosed = "is_closed",
        /// The day it was won.
        WonDate = "won_date",
        /// The day it was lost.
        LostDate = "lost_date",
        /// The day it was closed, won or lost.
        ClosedDate = "closed_date",
        /// Why it was lost.
        LostReason = "lost_reason",
        /// Who won it instead.
        Competitor = "competitor",
        /// Where the deal came from.
        Source = "source",
        /// The pipeline it runs in.
        Pipeline = "pipeline",
        /// What comes next.
        NextStep = "next_step",
        /// When.
        NextOn = "next_on",
        /// What an activity was: call, meeting, ...
        Kind = "kind",
        /// The day (and time) of an activity.
        Date = "date",
        /// The day by which a task is due.
        DueDate = "due_date",
        /// One line on what it was about.
        Subject = "subject",
        /// What was said or done.
        Text = "text",
        /// How long it took.
        Minutes = "minutes",
        /// Whether they reached out or we did.
        Direction = "direction",
        /// What came of it.
        Outcome = "outcome",
        /// Whether a task is done.
        Done = "done",
        /// The deal's name.
        Deal = "deal",
        /// The deal's id in the other program.
        DealId = "deal_id",
    }
}

/// How the cells of a field are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Nature {
    /// One line of text.
    Line,
    /// Text of several lines.
    Lines,
    /// Several values in a cell, or in several columns.
    List,
    /// A day, or a day with a time.
    Date,
    /// An amount of money.
    Amount,
    /// A share of a whole, in per cent or as a fraction.
    Rate,
    /// Anything else: read where the record is built.
    Word,
}

impl Field {
    /// The fields that a kind of record has.
    pub fn all(kind: Kind) -> &'static [Field] {
        match kind {
            Kind::Accounts => ACCOUNT_FIELDS,
            Kind::Contacts => CONTACT_FIELDS,
            Kind::Deals => DEAL_FIELDS,
            Kind::Activities => ACTIVITY_FIELDS,
        }
    }

    /// How its cells are read.
    pub fn nature(self) -> Nature {
        use Field as F;
        match self {
            F::Created | F::CloseDate | F::WonDate | F::LostDate | F::ClosedDate => Nature::Date,
            F::NextOn | F::Date | F::DueDate | F::Birthday => Nature::Date,
            F::Amount | F::Potential | F::Revenue => Nature::Amount,
            F::WinRate | F::Share => Nature::Rate,
            F::Notes | F::Text => Nature::Lines,
            F::Tags | F::Email | F::Phone | F::Contact | F::ContactId | F::ContactEmail => Nature::List,
            F::Tier | F::Currency | F::Employees | F::Status | F::IsWon | F::IsClosed => Nature::Word,
            F::Kind | F::Minutes | F::Direction | F::Done => Nature::Word,
            _ => Nature::Line,
        }
    }

    /// Whether several columns of one file may hold it.
    pub fn takes_several_columns(self) -> bool {
        matches!(self.nature(), Nature::List | Nature::Lines) || self == Field::Street
    }
}

#[rustfmt::skip]
const ACCOUNT_FIELDS: &[Field] = &[
    Field::Id, Field::Name, Field::Domain, Field::Website, Field::Phone, Field::Industry, Field::Tier, Field::Owner,
    Field::Parent, Field::ParentId, Field::Potential, Field::Share, Field::Employees, Field::Revenue, Field::Street,
    Field::City, Field::Region, Field::PostalCode, Field::Country, Field::Currency, Field::Created, Field::Tags,
    Field::Notes,
];

#[rustfmt::skip]
const CONTACT_FIELDS: &[Field] = &[
    Field::Id, Field::Name, Field::FirstName, Field::MiddleName, Field::LastName, Field::Email, Field::Phone,
    Field::Account, Field::AccountId, Field::AccountDomain, Field::Title, Field::Department, Field::Owner,
    Field::Birthday, Field::Website, Field::Street, Field::City, Field::Region, Field::PostalCode, Field::Country,
    Field::Created, Field::Tags, Field::Notes,
];

#[rustfmt::skip]
const DEAL_FIELDS: &[Field] = &[
    Field::Id, Field::Name, Field::Account, Field::AccountId, Field::AccountDomain, Field::Contact, Field::ContactId,
    Field::ContactEmail, Field::Amount, Field::Currency, Field::Stage, Field::WinRate, Field::CloseDate,
    Field::Status, Field::IsWon, Field::IsClosed, Field::WonDate, Field::LostDate, Field::ClosedDate,
    Field::LostReason, Field::Competitor, Field::Owner, Field::Source, Field::Pipeline, Field::NextStep,
    Field::NextOn, Field::Created, Field::Tags, Field::Notes,
];

#[rustfmt::skip]
const ACTIVITY_FIELDS: &[Field] = &[
    Field::Id, Field::Kind, Field::Date, Field::DueDate, Field::Subject, Field::Text, Field::Owner, Field::Minutes,
    Field::Direction, Field::Outcome, Field::Done, Field::Account, Field::AccountId, Field::AccountDomain,
    Field::Contact, Field::ContactId, Field::ContactEmail, Field::Deal, Field::DealId, Field::NextStep,
    Field::NextOn, Field::Created, Field::Tags,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_belongs_to_some_kind_of_record() {
        for field in Field::ALL {
            assert!(Kind::ALL.iter().any(|kind| Field::all(*kind).contains(field)), "{field}");
        }
    }
}
