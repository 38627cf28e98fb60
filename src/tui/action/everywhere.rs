//! The lines of the table that hold wherever one is: to another screen and back, to another day, how all is shown.

use super::table::entry;
use super::{Action, Entry, Scope};
use crate::tr;

use Action::*;
use Scope::{Everywhere, Figures, Person};

/// What is done wherever one is.
#[rustfmt::skip]
pub(super) const EVERYWHERE: &[Entry] = &[
    entry(ShowToday, "show.today", Everywhere, &["1"],
        |l| tr!(l, "action.show.today"), |l| tr!(l, "action.show.today.help")),
    entry(ShowFunnel, "show.funnel", Everywhere, &["2", "g f"],
        |l| tr!(l, "action.show.funnel"), |l| tr!(l, "action.show.funnel.help")),
    entry(ShowAccounts, "show.accounts", Everywhere, &["3"],
        |l| tr!(l, "action.show.accounts"), |l| tr!(l, "action.show.accounts.help")),
    entry(ShowPeople, "show.people", Everywhere, &["4"],
        |l| tr!(l, "action.show.people"), |l| tr!(l, "action.show.people.help")),
    entry(ShowDeals, "show.deals", Everywhere, &["5"],
        |l| tr!(l, "action.show.deals"), |l| tr!(l, "action.show.deals.help")),
    entry(ShowRegister, "show.register", Everywhere, &["8"],
        |l| tr!(l, "action.show.register"), |l| tr!(l, "action.show.register.help")),
    entry(ShowLog, "show.log", Everywhere, &["7"],
        |l| tr!(l, "action.show.log"), |l| tr!(l, "action.show.log.help")),
    entry(ShowBoard, "show.board", Everywhere, &["6"],
        |l| tr!(l, "action.show.board"), |l| tr!(l, "action.show.board.help")),
    entry(ShowSegments, "show.segments", Everywhere, &["9"],
        |l| tr!(l, "action.show.segments"), |l| tr!(l, "action.show.segments.help")),
    entry(ShowChange, "show.change", Everywhere, &["g c"],
        |l| tr!(l, "action.show_change"), |l| tr!(l, "action.show_change.help")),
    entry(ShowTrack, "show.track", Everywhere, &["g T"],
        |l| tr!(l, "action.show_track"), |l| tr!(l, "action.show_track.help")),
    entry(ShowMetrics, "show.metrics", Everywhere, &["g M"],
        |l| tr!(l, "action.show_metrics"), |l| tr!(l, "action.show_metrics.help")),
    entry(ShowCalendar, "show.calendar", Everywhere, &["g C"],
        |l| tr!(l, "action.show_calendar"), |l| tr!(l, "action.show_calendar.help")),
    entry(ShowWhiteSpace, "show.white_space", Everywhere, &["g W"],
        |l| tr!(l, "action.show_white_space"), |l| tr!(l, "action.show_white_space.help")),
    entry(ShowReview, "show.review", Everywhere, &["g r"],
        |l| tr!(l, "action.show_review"), |l| tr!(l, "action.show_review.help")),
    entry(GoBack, "go.back", Everywhere, &["-", "backspace", "alt-left"],
        |l| tr!(l, "action.go_back"), |l| tr!(l, "action.go_back.help")).also(&[(Person, &["esc"])]),
    entry(GoForward, "go.forward", Everywhere, &["+", "=", "alt-right"],
        |l| tr!(l, "action.go_forward"), |l| tr!(l, "action.go_forward.help")),
    entry(ChooseDay, "past.choose", Figures, &["@"],
        |l| tr!(l, "action.past_choose"), |l| tr!(l, "action.past_choose.help")),
    entry(WeekEarlier, "past.earlier", Figures, &["{"],
        |l| tr!(l, "action.past_earlier"), |l| tr!(l, "action.past_earlier.help")),
    entry(WeekLater, "past.later", Figures, &["}"],
        |l| tr!(l, "action.past_later"), |l| tr!(l, "action.past_later.help")).in_footer(),
    entry(ShowPresent, "past.leave", Figures, &["g n"],
        |l| tr!(l, "action.past_leave"), |l| tr!(l, "action.past_leave.help")).in_footer(),
    entry(SetQuota, "quota.set", Everywhere, &["g q"],
        |l| tr!(l, "action.quota.set"), |l| tr!(l, "action.quota.set.help")),
    entry(Messages, "app.messages", Everywhere, &["g m"],
        |l| tr!(l, "action.messages"), |l| tr!(l, "action.messages.help")),
    entry(Reload, "app.reload", Everywhere, &["f5"],
        |l| tr!(l, "action.reload"), |l| tr!(l, "action.reload.help")),
    entry(NextTheme, "app.theme", Everywhere, &["g t"],
        |l| tr!(l, "action.theme"), |l| tr!(l, "action.theme.help")),
    entry(SwitchLanguage, "app.language", Everywhere, &["g l"],
        |l| tr!(l, "action.language"), |l| tr!(l, "action.language.help")),
    entry(Redraw, "app.redraw", Everywhere, &["ctrl-l"],
        |l| tr!(l, "action.redraw"), |l| tr!(l, "action.redraw.help")),
    entry(Suspend, "app.suspend", Everywhere, &["ctrl-z"],
        |l| tr!(l, "action.suspend"), |l| tr!(l, "action.suspend.help")),
];
