//! The lines of the table that are about the tour.

use super::table::entry;
use super::{Action, Entry, Scope};
use crate::tr;

use Action::*;
use Scope::{Everywhere, Tour};

/// What begins the tour, and what moves on it. Its panel shows the keys, so the footer does not.
#[rustfmt::skip]
pub(super) const TOURING: &[Entry] = &[
    entry(ShowRound, "tour.begin", Everywhere, &["g S"],
        |l| tr!(l, "action.tour"), |l| tr!(l, "action.tour.help")),
    entry(LeaveTour, "tour.leave", Tour, &["esc"],
        |l| tr!(l, "action.tour_leave"), |l| tr!(l, "action.tour_leave.help")),
    entry(TourBack, "tour.back", Tour, &["f2"],
        |l| tr!(l, "action.tour_back"), |l| tr!(l, "action.tour_back.help")),
    entry(TourOn, "tour.on", Tour, &["f3", "ctrl-n"],
        |l| tr!(l, "action.tour_on"), |l| tr!(l, "action.tour_on.help")),
];
