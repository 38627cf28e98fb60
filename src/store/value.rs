//! How the domain's plain values lie in columns.

use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

use super::history::State;
use crate::domain::deed::Deed;
use crate::domain::due::{DueKind, PutOff};
use crate::domain::id::Id;
use crate::domain::metrics::WhyLeft;
use crate::domain::money::{Currency, Rate};
use crate::domain::person::{Level, OrganisationalNeed, OurRole, RecollectionKind, Rung};
use crate::domain::quadrant::clue::Clue;
use crate::domain::quadrant::walk::Check;
use crate::domain::review::Verdict;
use crate::domain::segment::Method;
use crate::domain::segment::tier::Relation;
use crate::domain::word::{
    ActivityKind, Authority, Calendar, CommitmentKind, CommitmentStatus, Direction, FieldKind, Involvement,
    Need, Part, RecordKind, Side, Stance, Status, Tier,
};

macro_rules! as_integer {
    ($($type:ident),+) => { $(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                self.0.to_sql()
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_i64().map($type)
            }
        }
    )+ };
}

macro_rules! as_word {
    ($($type:ident by $word:ident),+ $(,)?) => { $(
        impl ToSql for $type {
            fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
                Ok(ToSqlOutput::from(self.$word()))
            }
        }

        impl FromSql for $type {
            fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
                value.as_str()?.parse().map_err(FromSqlError::other)
            }
        }
    )+ };
}

as_integer!(Id, Rate);
as_word!(
    ActivityKind by as_str,
    Authority by as_str,
    Calendar by as_str,
    Check by as_str,
    Clue by as_str,
    CommitmentKind by as_str,
    CommitmentStatus by as_str,
    Currency by code,
    Deed by as_str,
    Direction by as_str,
    DueKind by as_str,
    FieldKind by as_str,
    Involvement by as_str,
    Level by as_str,
    Method by as_str,
    Need by as_str,
    OrganisationalNeed by as_str,
    OurRole by as_str,
    Part by as_str,
    PutOff by as_str,
    RecollectionKind by as_str,
    RecordKind by as_str,
    Relation by as_str,
    Rung by as_str,
    Side by as_str,
    Stance by as_str,
    State by as_str,
    Status by as_str,
    Tier by as_str,
    Verdict by as_str,
    WhyLeft by as_str,
);
