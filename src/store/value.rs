//! How the domain's plain values lie in columns.

use chrono::NaiveDate;
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
use crate::domain::resources::Purpose;
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

/// A calendar day where many rows are looked at: read without the general patterns of dates, which take longer than
/// all else that is done with a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Day(pub NaiveDate);

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        match value.as_bytes().ok().and_then(plain_day) {
            Some(day) => Ok(Day(day)),
            None => NaiveDate::column_result(value).map(Day),
        }
    }
}

/// A day written as `2026-11-21`.
fn plain_day(text: &[u8]) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0_u32, |number, digit| {
            digit.is_ascii_digit().then(|| number * 10 + u32::from(digit - b'0'))
        })
    };
    let year = i32::try_from(number(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?)
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
    Purpose by as_str,
    WhyLeft by as_str,
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_as_the_general_patterns_read_it() {
        for text in [
            "2026-11-21",
            "2024-02-29",
            "0001-01-01",
            "9999-12-31",
            "2026-13-01",
            "2025-02-29",
            "2026-1-1",
            "",
            "+12026-01-01",
        ] {
            let value = ValueRef::Text(text.as_bytes());
            let general = NaiveDate::column_result(value).ok();
            assert_eq!(Day::column_result(value).ok().map(|day| day.0), general, "{text}");
        }
    }
}
