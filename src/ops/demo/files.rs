//! The demonstration's cast and words, as they lie in `assets/demo`: no real companies or persons.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::plans::PlanRow;
use super::resources::{DepartureRow, ResourceRow};
use crate::domain::money::{Currency, Rate};
use crate::domain::segment::Posture;
use crate::domain::segment::tier::Relation;
use crate::domain::word::{
    ActivityKind, Authority, Calendar, CommitmentKind, CommitmentStatus, Involvement, Side, Stance, Tier,
};
use crate::ops::Problem;

/// All that the demonstration is made from.
pub(super) struct Files {
    pub accounts: Vec<AccountRow>,
    pub people: Vec<PersonRow>,
    pub deals: Vec<DealRow>,
    pub products: Vec<ProductRow>,
    pub rates: Vec<RateRow>,
    pub countries: Vec<CountryRow>,
    pub minds: Vec<MindRow>,
    pub remembered: Vec<RememberedRow>,
    pub team: Vec<TeamRow>,
    pub standings: Vec<StandingRow>,
    pub resources: Vec<ResourceRow>,
    pub departures: Vec<DepartureRow>,
    pub talk: Talk,
    pub plans: Vec<PlanRow>,
}

/// The language of a client: what we say and write to them is in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Tongue {
    En,
    Zh,
}

/// A client. Potential is in thousands of the currency, share in per cent where it is told, `since` a year as seen in 2026.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct AccountRow {
    pub key: String,
    pub name: String,
    pub lang: Tongue,
    pub tier: Tier,
    pub industry: String,
    pub country: String,
    pub city: String,
    pub domain: String,
    pub employees: i64,
    pub currency: Currency,
    pub potential: i64,
    pub share: Option<i64>,
    pub parent: String,
    pub owner: String,
    pub since: i32,
    pub payment_days: i64,
    pub delivery: String,
    pub tags: String,
    pub notes: String,
}

/// How a client is judged; the margin in per cent. A posture is decided by hand, and says why.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct StandingRow {
    pub account: String,
    pub attractiveness: Option<i64>,
    pub strength: Option<i64>,
    pub credit: Option<i64>,
    pub prospects: Option<i64>,
    pub margin: Option<i64>,
    pub relation: Relation,
    pub posture: Option<Posture>,
    pub why: String,
}

/// A person at a client; whom they report to comes before them.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct PersonRow {
    pub account: String,
    pub name: String,
    pub given: String,
    pub family: String,
    pub mail: String,
    pub title: String,
    pub department: String,
    pub reports_to: String,
    pub involvement: Involvement,
    pub authority: Authority,
    pub stance: Option<Stance>,
    pub step: i64,
    pub parts: String,
    pub needs: String,
    pub before: String,
    pub note: String,
}

/// How a person thinks, as it was observed early and later: keys of clues; direct scores `a/b/c/d`; how they
/// see us; what they want, as `need:what`; whom they prefer to us; who of ours covers them (`owner`: whoever looks after the account).
#[derive(Debug, Clone, Deserialize)]
pub(super) struct MindRow {
    pub person: String,
    pub seen: String,
    pub later: String,
    pub scores: String,
    pub sees_us: String,
    pub wants: String,
    pub prefers: String,
    pub covered_by: String,
}

/// Something remembered of a person.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct RememberedRow {
    pub person: String,
    pub kind: String,
    pub text: String,
}

/// One of ours with a role at a client.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct TeamRow {
    pub account: String,
    pub who: String,
    pub role: String,
}

/// A deal: its amount in thousands of its client's currency; how it goes is in `course`.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct DealRow {
    pub account: String,
    pub name: String,
    /// A word of the product's name.
    pub product: String,
    pub amount: i64,
}

/// Something we sell, in euros.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct ProductRow {
    pub name: String,
    pub price: i64,
    pub unit: String,
}

/// An exchange rate to the euro.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct RateRow {
    pub currency: Currency,
    pub months_ago: u32,
    pub rate: String,
}

impl RateRow {
    pub fn rate(&self) -> Result<Rate, Problem> {
        self.rate.parse().map_err(|_| wrong("rates.csv", &self.rate))
    }
}

/// How telephone numbers of a country begin; numbers set apart for stories, where a country has them.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct CountryRow {
    pub country: String,
    pub phone: String,
    /// The zone of its capital's clock.
    pub zone: String,
}

/// A text, or texts, in each language.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Both<T> {
    pub en: T,
    pub zh: T,
}

impl<T> Both<T> {
    pub fn of(&self, tongue: Tongue) -> &T {
        match tongue {
            Tongue::En => &self.en,
            Tongue::Zh => &self.zh,
        }
    }
}

/// What is said along a deal, and what hangs beside it.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Talk {
    pub competitors: Both<Vec<String>>,
    pub sources: Vec<String>,
    pub stage: Vec<StageTalk>,
    pub lost: Vec<LostTalk>,
    pub promise: Vec<Promise>,
    pub day: Vec<Day>,
    pub orders: Both<Vec<String>>,
    pub task: Vec<Task>,
    pub meeting: Vec<Meeting>,
}

/// What is said and planned at a stage.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct StageTalk {
    pub key: String,
    pub steps: Both<Vec<String>>,
    pub talk: Both<Vec<Said>>,
}

/// An activity: kind, direction, minutes (none where it takes no time), words.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Said(pub String, pub String, pub i64, pub String);

/// Why a deal was lost.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct LostTalk {
    pub reason: String,
    pub learned: Both<String>,
}

/// A promise: made so many days ago, due so many days from today.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Promise {
    pub account: String,
    pub by: Side,
    pub kind: CommitmentKind,
    pub text: String,
    pub made: i64,
    pub due: i64,
    pub status: Option<CommitmentStatus>,
}

/// A special day of a person or an account: so many days ahead, or in its month.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Day {
    pub person: Option<String>,
    pub account: Option<String>,
    pub kind: String,
    pub label: Option<String>,
    pub calendar: Option<Calendar>,
    pub year: Option<i64>,
    pub ahead: Option<i64>,
    pub month: Option<i64>,
    pub day: Option<i64>,
    pub notice: Option<i64>,
}

/// Something to do, due so many days from today.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Task {
    pub account: String,
    pub text: String,
    pub due: i64,
}

/// A meeting so many days from today, at a time on the client's clock.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct Meeting {
    pub account: String,
    pub day: i64,
    pub at: String,
    pub minutes: i64,
    pub kind: ActivityKind,
    pub text: String,
}

impl Files {
    /// Reads them all.
    ///
    /// # Errors
    /// [`Problem::BadField`] names the file that is not as it should be.
    pub fn read() -> Result<Files, Problem> {
        macro_rules! file {
            ($name:literal) => {
                ($name, include_str!(concat!("../../../assets/demo/", $name)))
            };
        }
        /// The plans stand in a list of a file.
        #[derive(Deserialize)]
        struct Plans {
            plan: Vec<PlanRow>,
        }
        let Plans { plan: mut plans } = toml(file!("plans.toml"))?;
        let Plans { plan: relationships } = toml(file!("relationships.toml"))?;
        plans.extend(relationships);
        Ok(Files {
            accounts: rows(file!("accounts.csv"))?,
            people: rows(file!("people.csv"))?,
            deals: rows(file!("deals.csv"))?,
            products: rows(file!("products.csv"))?,
            rates: rows(file!("rates.csv"))?,
            countries: rows(file!("countries.csv"))?,
            minds: rows(file!("minds.csv"))?,
            remembered: rows(file!("remembered.csv"))?,
            team: rows(file!("team.csv"))?,
            standings: rows(file!("standings.csv"))?,
            resources: rows(file!("resources.csv"))?,
            departures: rows(file!("departures.csv"))?,
            talk: toml(file!("talk.toml"))?,
            plans,
        })
    }
}

fn toml<T: DeserializeOwned>((name, text): (&str, &str)) -> Result<T, Problem> {
    toml::from_str(text).map_err(|error| wrong(name, &error))
}

fn rows<T: DeserializeOwned>((name, text): (&str, &str)) -> Result<Vec<T>, Problem> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().map_err(|error| wrong(name, &error))
}

/// Something in a file that the demonstration cannot be made from.
pub(super) fn wrong(file: &str, what: &dyn std::fmt::Display) -> Problem {
    Problem::BadField { key: format!("assets/demo/{file}"), value: what.to_string() }
}

/// The words of a list that is written `a;b;c`.
pub(super) fn list(text: &str) -> Vec<String> {
    text.split(';').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}
