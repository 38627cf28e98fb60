//! A contact, as programs read it.

use chrono::NaiveDate;
use serde::Serialize;

use super::Fields;
use crate::domain::id::Id;

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
}

/// Scores from 0 to 100 in the four quadrants.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
