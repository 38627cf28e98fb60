//! That an account went, and why.

use super::super::EntryKind::Departure;
use super::super::spec::{Form, HangsOn, Preset, Spec};
use super::{field, sorted, spec};
use crate::domain::metrics::WhyLeft;

pub(super) static DEPARTURE: Spec = sorted(
    spec(
        Departure,
        ("departure", "departures"),
        HangsOn::Account,
        Some("reason"),
        &[
            field("reason", Form::Word(WhyLeft::KEYS)).required(),
            field("since", Form::Day).required().or(Preset::Today),
            field("competitor", Form::Line),
            field("text", Form::Text),
        ],
    ),
    "since_on",
);
