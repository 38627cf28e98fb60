//! Key people, as programs read them: evidence, relation, buying group, our side, the brief.

use chrono::NaiveDate;
use serde::Serialize;

use super::{ActivityOut, DealOut, QuadrantsOut};
use crate::domain::id::Id;

/// How sure the scores of a person are.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct SureOut {
    /// direct or observed.
    pub from: String,
    /// The day of the direct scores.
    pub on: Option<NaiveDate>,
    /// How many different clues there are.
    pub clues: usize,
    /// How many of them were observed after the direct scores.
    pub clues_since: usize,
    /// The day of the newest evidence.
    pub newest: Option<NaiveDate>,
    /// fresh, ageing or old.
    pub age: Option<String>,
}

/// What a person wants for their organisation.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OrganisationalNeedOut {
    /// financial, performance or image.
    pub need: String,
    /// What of it.
    pub text: Option<String>,
}

/// A piece of evidence of how a person thinks.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct EvidenceOut {
    /// By which it is withdrawn.
    pub id: Id,
    /// Its day.
    pub on: NaiveDate,
    /// observation or score.
    pub kind: String,
    /// What was heard or seen, by the keys of the clues.
    pub clues: Vec<String>,
    /// The scores that were told directly.
    pub scores: Option<QuadrantsOut>,
    /// What was said, or what the scores rest on.
    pub text: Option<String>,
}

/// Something remembered of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct QuoteOut {
    /// Its identity.
    pub id: Id,
    /// Of whom, by name.
    pub contact: String,
    /// quote, pride, interest or family.
    pub kind: String,
    /// The day it was said or learned.
    pub on: NaiveDate,
    /// In words.
    pub text: String,
}

/// How two people are to each other.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct RelationOut {
    /// same, compatible, contrast, cross or unknown.
    pub relation: String,
    /// 1 (easiest) to 4.
    pub difficulty: Option<u8>,
    /// All pairs of their dominant quadrants, the easiest first.
    pub pairs: Vec<PairOut>,
    /// How to talk to the contact.
    pub advice: Vec<String>,
    /// The contact, by name.
    pub contact: String,
    /// With whom, by name; none where the book does not know who is at the keyboard.
    pub with: Option<String>,
    /// The dominant quadrants of the contact.
    pub dominant: Vec<String>,
    /// The dominant quadrants of the other.
    pub with_dominant: Vec<String>,
}

/// A quadrant of each of two people.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PairOut {
    /// Of the contact.
    pub one: String,
    /// Of the other.
    pub other: String,
    /// same, compatible, contrast or cross.
    pub relation: String,
    /// 1 (easiest) to 4.
    pub difficulty: u8,
}

/// A person of theirs, as a buying group sees them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct KeyPersonOut {
    /// The identity.
    pub id: Id,
    /// The short code.
    pub code: String,
    /// The whole name.
    pub name: String,
    /// The position.
    pub title: Option<String>,
    /// Parts in the purchase.
    pub parts: Vec<String>,
    /// advocate, owner, evaluator or approver.
    pub decision_role: Option<String>,
    /// supporter, neutral or opponent.
    pub stance: Option<String>,
    /// The scores.
    pub quadrants: Option<QuadrantsOut>,
    /// The quadrants that lead.
    pub dominant: Vec<String>,
    /// How sure that is.
    pub evidence: Option<SureOut>,
    /// To the person at the keyboard: same, compatible, contrast, cross or unknown.
    pub relation: String,
    /// 1 (easiest) to 4.
    pub difficulty: Option<u8>,
    /// Personal needs.
    pub needs: Vec<String>,
    /// What they want for their organisation.
    pub organisational_needs: Vec<OrganisationalNeedOut>,
    /// The relationship step.
    pub step: Option<i64>,
    /// How they see us.
    pub sees_us: Option<String>,
    /// The competitor that they prefer.
    pub prefers: Option<String>,
    /// top, middle or working.
    pub level: String,
    /// The person reported to, by name.
    pub reports_to: Option<String>,
    /// The identity of the person reported to.
    pub reports_to_id: Option<Id>,
    /// Who of ours covers them, by name.
    pub covered_by: Vec<String>,
    /// The day of the last contact.
    pub last_contact: Option<NaiveDate>,
    /// Whether something was told for this deal alone.
    pub differs_here: bool,
}

/// Something that is missing in a buying group, or to be minded.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct GapOut {
    /// nobody, no_decision_maker, single_thread, opponent_decides, room_unspoken, room_unknown, part_open or
    /// uncovered.
    pub code: String,
    /// In words.
    pub text: String,
    /// Whether it is a warning.
    pub warning: bool,
    /// The person it is about.
    pub contact_id: Option<Id>,
}

/// One of ours for an account.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct OursOut {
    /// The name.
    pub name: String,
    /// Roles for the account.
    pub roles: Vec<String>,
    /// top, middle or working.
    pub level: String,
    /// Whom of theirs they cover, by name.
    pub covers: Vec<String>,
}

/// The people of an account or a deal, and what is missing among them.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct CoverageOut {
    /// Whether the account decides as a group.
    pub collective: bool,
    /// Their side, the one who weighs most first.
    pub people: Vec<KeyPersonOut>,
    /// What is missing, the gravest first.
    pub gaps: Vec<GapOut>,
    /// Our side.
    pub ours: Vec<OursOut>,
}

/// The walk-around of a proposal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct WalkOut {
    /// The quadrants in the order of the audience.
    pub rooms: Vec<String>,
    /// The questions, in that order.
    pub questions: Vec<QuestionOut>,
    /// Quadrants that matter to the audience and in which nothing is ticked.
    pub neglected: Vec<String>,
}

/// A question of the walk-around.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct QuestionOut {
    /// Its key.
    pub key: String,
    /// The quadrant that asks.
    pub room: String,
    /// In words.
    pub text: String,
    /// The day it was ticked.
    pub ticked_on: Option<NaiveDate>,
}

/// A need in a brief, as it was recorded in a deal.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NeedOut {
    /// In words.
    pub text: String,
    /// implicit or explicit.
    pub kind: String,
    /// In which deal, by name.
    pub deal: String,
    /// Who said so, by name.
    pub said_by: Option<String>,
}

/// A promise in a brief.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct PromiseOut {
    /// Its identity.
    pub id: Id,
    /// What was promised.
    pub text: String,
    /// When it is due.
    pub due_on: Option<NaiveDate>,
    /// The day has passed.
    pub overdue: bool,
    /// To or by whom.
    pub contact: Option<String>,
}

/// A special day near.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct NearDayOut {
    /// When.
    pub on: NaiveDate,
    /// What it is.
    pub text: String,
    /// Whose.
    pub contact: Option<String>,
}

/// Something that is not known yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct UnknownOut {
    /// Of whom; none where it is of the account or the deal.
    pub contact: Option<String>,
    /// Its key.
    pub code: String,
    /// In words.
    pub text: String,
}

/// The page to read before a meeting.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct BriefOut {
    /// contact, account or deal.
    pub kind: String,
    /// The record's identity.
    pub id: Id,
    /// Its short code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The account, by name.
    pub account: Option<String>,
    /// The day it was written.
    pub on: NaiveDate,
    /// Who: one person, or those of the account or deal, the one who weighs most first.
    pub people: Vec<KeyPersonOut>,
    /// Three concrete pieces of advice.
    pub advice: Vec<String>,
    /// The last contacts, newest first.
    pub last_contacts: Vec<ActivityOut>,
    /// What we promised and have not kept yet.
    pub our_promises: Vec<PromiseOut>,
    /// What they promised.
    pub their_promises: Vec<PromiseOut>,
    /// Deals, the one that closes next first.
    pub deals: Vec<DealOut>,
    /// What the client needs in those deals; of a person, what they said themselves.
    pub needs: Vec<NeedOut>,
    /// What is remembered of the person.
    pub remembered: Vec<QuoteOut>,
    /// What is not known yet.
    pub unknown: Vec<UnknownOut>,
    /// What is missing in the buying group.
    pub gaps: Vec<GapOut>,
    /// Special days near.
    pub special_days: Vec<NearDayOut>,
}
