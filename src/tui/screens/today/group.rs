//! The groups of what is due, as lines of the screen.

use chrono::NaiveDate;

use crate::i18n::Lang;
use crate::report::words::Word;
use crate::store::view::today::{Due, DueKind};
use crate::tr;

/// How far away something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Group {
    /// Its day has passed.
    Overdue,
    /// It is its day.
    Today,
    /// It comes within the week.
    Week,
}

/// A line of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, and how many are in it.
    Head(Group, usize),
    /// What is due, by its place among all.
    Due(usize),
    /// Between two groups.
    Blank,
}

impl Group {
    /// The group of a day.
    pub fn of(day: NaiveDate, today: NaiveDate) -> Group {
        match day.cmp(&today) {
            std::cmp::Ordering::Less => Group::Overdue,
            std::cmp::Ordering::Equal => Group::Today,
            std::cmp::Ordering::Greater => Group::Week,
        }
    }

    /// Its heading.
    pub fn words(self, lang: Lang) -> Word {
        match self {
            Group::Overdue => tr!(lang, "today.overdue"),
            Group::Today => tr!(lang, "today.today"),
            Group::Week => tr!(lang, "today.week"),
        }
    }
}

/// The lines of what is due, which comes sorted by day.
pub fn lines(due: &[Due], today: NaiveDate) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in [Group::Overdue, Group::Today, Group::Week] {
        let within = |at: &usize| Group::of(due[*at].on, today) == group;
        let members: Vec<usize> = (0..due.len()).filter(within).collect();
        if members.is_empty() {
            continue;
        }
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Head(group, members.len()));
        lines.extend(members.into_iter().map(Line::Due));
    }
    lines
}

/// What kind of thing is due.
pub fn kind(lang: Lang, kind: DueKind) -> Word {
    match kind {
        DueKind::NextStep => tr!(lang, "today.kind.next_step"),
        DueKind::Task => tr!(lang, "today.kind.task"),
        DueKind::OurCommitment => tr!(lang, "today.kind.ours"),
        DueKind::TheirCommitment => tr!(lang, "today.kind.theirs"),
        DueKind::ClosePast => tr!(lang, "today.kind.close_past"),
        DueKind::SpecialDay => tr!(lang, "today.kind.special_day"),
        DueKind::QuietContact => tr!(lang, "today.kind.quiet"),
    }
}
