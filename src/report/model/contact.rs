//! A contact, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::{Fields, OrganisationalNeedOut, SureOut};
use crate::domain::employer::Employer;
use crate::domain::id::Id;
use crate::domain::reach::Labelled;

const EMAIL: &str = "email";
const PHONE: &str = "phone";

/// A person at an account.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct ContactOut {
    /// Its identity.
    pub id: Id,
    /// Its short code: P-7.
    pub code: String,
    /// The whole name.
    pub name: String,
    /// The account, by name.
    pub account: Option<String>,
    /// The position held there.
    pub title: Option<String>,
    /// E-mail addresses, the first one first.
    pub emails: Vec<String>,
    /// Telephone numbers, the first one first.
    pub phones: Vec<String>,
    /// Parts in the purchase.
    pub parts: Vec<String>,
    /// advocate, owner, evaluator or approver, from involvement and authority.
    pub decision_role: Option<String>,
    /// supporter, neutral or opponent.
    pub stance: Option<String>,
    /// Personal needs.
    pub needs: Vec<String>,
    /// The scores of the four quadrants, where they are known.
    pub quadrants: Option<QuadrantsOut>,
    /// The quadrants that lead.
    pub dominant: Vec<String>,
    /// The step of the relationship, from 1 (acquainted) to 4 (ally).
    pub step: Option<i64>,
    /// The person reported to, by name.
    pub reports_to: Option<String>,
    /// The day of the last activity with this person.
    pub last_contact: Option<NaiveDate>,
    /// The identity of the account.
    pub account_id: Option<Id>,
    /// The identity of the person reported to.
    pub reports_to_id: Option<Id>,
    /// The department.
    pub department: Option<String>,
    /// Who of ours looks after this person.
    pub owner: Option<String>,
    /// low or high.
    pub involvement: Option<String>,
    /// influences or decides.
    pub authority: Option<String>,
    /// Tags.
    pub tags: Vec<String>,
    /// Custom fields.
    pub fields: Fields,
    /// What else is known.
    pub notes: Option<String>,
    /// The day this person was added.
    pub created: NaiveDate,
    /// When this person was last changed, milliseconds UTC; for screens.
    #[serde(skip)]
    pub updated_at: i64,
    /// How sure the scores are.
    pub evidence: Option<SureOut>,
    /// What this person wants for the organisation.
    pub organisational_needs: Vec<OrganisationalNeedOut>,
    /// How this person sees us.
    pub sees_us: Option<String>,
    /// The competitor that this person prefers.
    pub prefers: Option<String>,
    /// top, middle or working, where it was told.
    pub level: Option<String>,
    /// Who of ours covers this person, by name.
    pub covered_by: Vec<String>,
    /// E-mail addresses and telephone numbers with what each is for.
    pub reaches: Vec<ReachOut>,
    /// Where this person worked before, the latest first.
    pub former_employers: Vec<EmployerOut>,
}

/// A way to reach a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ReachOut {
    /// email or phone.
    pub way: &'static str,
    /// The address, or the number.
    pub value: String,
    /// work, mobile, home, fax, other or any other word.
    pub label: Option<String>,
}

/// A house where a person worked before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EmployerOut {
    /// Its name.
    pub name: String,
    /// The position there.
    pub title: Option<String>,
    /// Until when; of a year that alone is told, the last day.
    pub until: Option<NaiveDate>,
}

impl ContactOut {
    /// E-mail addresses with what each is for.
    pub fn labelled_emails(&self) -> Vec<Labelled> {
        self.labelled(EMAIL)
    }

    /// Telephone numbers with what each is for.
    pub fn labelled_phones(&self) -> Vec<Labelled> {
        self.labelled(PHONE)
    }

    /// Puts the ways to reach this person in.
    pub fn reached_by(mut self, emails: Vec<Labelled>, phones: Vec<Labelled>) -> ContactOut {
        let plain = |all: &[Labelled]| all.iter().map(|(_, value)| value.clone()).collect();
        (self.emails, self.phones) = (plain(&emails), plain(&phones));
        let of = |way| move |(label, value)| ReachOut { way, value, label };
        self.reaches = emails.into_iter().map(of(EMAIL)).chain(phones.into_iter().map(of(PHONE))).collect();
        self
    }

    fn labelled(&self, way: &str) -> Vec<Labelled> {
        let of_way = self.reaches.iter().filter(|reach| reach.way == way);
        of_way.map(|reach| (reach.label.clone(), reach.value.clone())).collect()
    }
}

impl From<Employer> for EmployerOut {
    fn from(Employer { name, title, until }: Employer) -> Self {
        EmployerOut { name, title, until }
    }
}

impl From<&EmployerOut> for Employer {
    fn from(out: &EmployerOut) -> Self {
        Employer { name: out.name.clone(), title: out.title.clone(), until: out.until }
    }
}

/// Scores from 0 to 100 in the four quadrants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct QuadrantsOut {
    /// Analytical.
    pub a: i64,
    /// Orderly.
    pub b: i64,
    /// Feeling.
    pub c: i64,
    /// Imaginative.
    pub d: i64,
}
