//! What programs read: the fields of each record, as promised, in their order.
//!
//! These names are a promise to scripts: a field may be added at the end, none renamed or removed.
//! Absent values are null, lists are never null; amounts are decimals as text, with their currency
//! beside them.

mod account;
mod activity;
mod backup;
mod calendar;
mod capture;
mod care;
mod changed;
mod contact;
mod deal;
mod demo;
mod double;
mod encryption;
mod entry;
mod figure;
mod forecast;
mod funnel;
mod import;
mod joining;
mod key;
mod metric;
mod operation;
mod order;
mod person;
mod product;
mod promise;
mod query;
mod quota;
mod register;
mod resource;
mod review;
mod search;
mod segment;
mod setting;
mod strategy;
mod term;
mod today;
mod track;
mod white_space;

pub use account::{AccountOut, StatedAmount};
pub use activity::ActivityOut;
pub use backup::{BackupOut, CheckOut, CountOut, DifferenceOut, FindingOut, RestoreOut, SavedOut};
pub use calendar::{CalendarItemOut, CalendarOut};
pub use capture::{CaptureOut, CapturedActivityOut, MeantOut, OpenOut};
pub use care::{AccountCareOut, CareOut, DangerOut, HealthOut, PromisesKeptOut, RhythmOut};
pub use changed::ChangedOut;
pub use contact::{ContactOut, EmployerOut, QuadrantsOut, ReachOut};
pub use deal::{DealContactOut, DealOut, DealProductOut};
pub use demo::DemoOut;
pub use double::{DoubleOut, NamedOut, SidesOut};
pub use encryption::{CopiesOut, EncryptionOut};
pub use entry::EntryOut;
pub use figure::{Amount, ApartOut, Points};
pub use forecast::ForecastOut;
pub use funnel::{FunnelLineOut, FunnelOut, TotalOut, WithoutRateOut};
pub use import::{
    CandidateOut, ForgottenOut, ImportOut, ImportedFileOut, KeptOut, LikelyOut, MappingOut, RefusedRowOut,
    RejectedOut,
};
pub use joining::{ConflictOut, JoinOut};
pub use key::{KeyFaultOut, KeyOut};
pub use metric::{ChurnOut, MadeOfOut, MetricOut, MetricsOut, ReasonLeftOut};
pub use operation::{ChangeOut, OperationOut, OperationsOut};
pub use order::OrderOut;
pub use person::{
    BriefOut, CoverageOut, EvidenceOut, GapOut, KeyPersonOut, NearDayOut, NeedOut, OrganisationalNeedOut,
    OursOut, PairOut, PromiseOut, QuestionOut, QuoteOut, RelationOut, SureOut, UnknownOut, WalkOut,
};
pub use product::ProductOut;
pub use promise::{CommitmentOut, SpecialDayOut};
pub use query::ViewColumnOut;
pub use quota::{QuotaOut, RateOut};
pub use register::{ColleagueOut, CustomFieldOut, LinkOut, LostReasonOut, StageOut, TagOut, ViewOut};
pub use resource::{MeasureOut, ResourceOut, ResourcesOut};
pub use review::{AttentionOut, ChangesOut, DealChangeOut, ReasonOut, SubmissionOut};
pub use search::SearchHitOut;
pub use segment::{SegmentInputsOut, SegmentOut};
pub use setting::SettingOut;
pub use strategy::{CellsOut, StrategyOut};
pub use term::TermOut;
pub use today::{DueOut, DueRowOut, SnoozeOut, TodayOut};
pub use track::{AccuracyOut, CalibrationOut, ConversionOut, LossOut, LossesOut, VelocityOut};
pub use white_space::{AccountEdgeOut, CrossingOut, EdgeOut, ProductEdgeOut, WhiteSpaceOut};

/// Typed custom fields by their key.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Fields(pub Vec<FieldOut>);

/// What a record has in a custom field.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldOut {
    /// The field's name for programs.
    pub key: String,
    /// The field's name for people.
    pub label: String,
    /// Text, or whether it is so.
    pub value: serde_json::Value,
}

impl serde::Serialize for Fields {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|field| (&field.key, &field.value)))
    }
}
