//! How it is said what came of an effect.

use crate::i18n::Lang;
use crate::ops::Problem;
use crate::report::problem::{Explained, explain};
use crate::report::words;
use crate::store::Label;
use crate::tr;
use crate::tui::app::App;
use crate::tui::widgets::message::Notice;

/// Says what went wrong.
pub(super) fn tell(app: &mut App, problem: &Problem) {
    app.mind(problem);
    let words = in_one_line(explain(app.look.lang, problem));
    app.say(Notice::problem(words));
}

/// What is said of something done.
pub(super) fn done_words(lang: Lang, label: &Label) -> String {
    tr!(lang, "notice.done", what = words::operation(lang, label)).into_owned()
}

/// What went wrong, why, and what to try, one after the other.
pub(super) fn in_one_line(explained: Explained) -> String {
    let parts = [Some(explained.what), explained.why, explained.hint];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}
