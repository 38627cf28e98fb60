//! The small records of an account plan: factors, objectives, needs, receivables and the like. Each kind
//! is described once, by its [`Spec`]; tables, operations, commands and forms are derived from that.

pub mod check;
pub mod choice;
pub mod judge;
mod kinds;
mod spec;
mod value;

pub use spec::{Field, Form, HangsOn, Preset, Spec, Target};
pub use value::{Entry, Holder, Value};

use super::word::words;

words! {
    /// The kinds of entry, in the order of the method.
    pub enum EntryKind {
        /// A part of the client's business issue.
        Issue = "issue",
        /// What the plan of an account says beside its lists: path, vision, decision and so on.
        Plan = "plan",
        /// A goal with the account.
        Objective = "objective",
        /// What the client says it must or would like to have.
        Criterion = "criterion",
        /// What helps or hinders.
        Factor = "factor",
        /// An answer to a question of the client's profile.
        Profile = "profile",
        /// An item of a SWOT grid.
        Swot = "swot",
        /// A competitor at the account; we ourselves are described in the same terms.
        Competitor = "competitor",
        /// A competitor in a deal.
        Rival = "rival",
        /// A phase of the account's life cycle.
        Phase = "phase",
        /// Something that one of us is to do for the plan.
        Action = "action",
        /// What is planned for a quarter.
        RevenuePlan = "revenue_plan",
        /// A need that came up in a deal.
        Need = "need",
        /// A feature with its advantage and benefit.
        Fab = "fab",
        /// The five elements of a purchase, scored on a day.
        Elements = "elements",
        /// Something the client agrees to that moves a deal on.
        Milestone = "milestone",
        /// The exit sign of a stage: seen, or gone on without.
        ExitSign = "exit_sign",
        /// An instalment that is to be paid.
        Receivable = "receivable",
        /// A note of intelligence.
        Intelligence = "intelligence",
        /// What a person judges of an account, for putting it into classes.
        Standing = "standing",
        /// A level of the relationship that was decided on.
        Level = "level",
        /// The signs by which the level of the relationship is told.
        Signs = "signs",
        /// What lets the relationship grow.
        Growth = "growth",
        /// What the client answered when asked how we are doing.
        CheckUp = "check_up",
        /// Something that ties the client to us.
        Tie = "tie",
        /// Something that the client complained of.
        Complaint = "complaint",
        /// That the account went, since when, and why.
        Departure = "departure",
    }
}
