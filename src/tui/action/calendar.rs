//! The lines of the table that are about days: what stands on them, and moving it.

use super::table::entry;
use super::{Action, Entry, Scope};
use crate::tr;

use Action::*;
use Scope::Calendar;

/// What is done in the calendar.
#[rustfmt::skip]
pub(super) const CALENDAR: &[Entry] = &[
    entry(AddOnDay, "calendar.add", Calendar, &["i", "insert"],
        |l| tr!(l, "action.add_on_day"), |l| tr!(l, "action.add_on_day.help")).in_footer(),
    entry(SwitchExtent, "calendar.extent", Calendar, &["v"],
        |l| tr!(l, "action.switch_extent"), |l| tr!(l, "action.switch_extent.help")).in_footer(),
    entry(DayLater, "calendar.day_later", Calendar, &[">", "shift-right"],
        |l| tr!(l, "action.day_later"), |l| tr!(l, "action.day_later.help")).in_footer(),
    entry(DayEarlier, "calendar.day_earlier", Calendar, &["<", "shift-left"],
        |l| tr!(l, "action.day_earlier"), |l| tr!(l, "action.day_earlier.help")),
    entry(SevenLater, "calendar.week_later", Calendar, &[")", "shift-down"],
        |l| tr!(l, "action.seven_later"), |l| tr!(l, "action.seven_later.help")),
    entry(SevenEarlier, "calendar.week_earlier", Calendar, &["(", "shift-up"],
        |l| tr!(l, "action.seven_earlier"), |l| tr!(l, "action.seven_earlier.help")),
    entry(MoveToDay, "calendar.move", Calendar, &["d"],
        |l| tr!(l, "action.move_to_day"), |l| tr!(l, "action.move_to_day.help")).in_footer(),
    entry(ShowTheDay, "calendar.today", Calendar, &["0"],
        |l| tr!(l, "action.show_the_day"), |l| tr!(l, "action.show_the_day.help")),
    entry(GoToDay, "calendar.go", Calendar, &["f"],
        |l| tr!(l, "action.go_to_day"), |l| tr!(l, "action.go_to_day.help")),
];
