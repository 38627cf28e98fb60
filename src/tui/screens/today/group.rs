//! The groups of what is due, as lines of the screen: a head and its members, a blank line between.

use crate::i18n::Lang;
use crate::report::words::Word;
use crate::store::view::today::DueCounts;
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
    /// What is due, by its number among all.
    Due(usize),
    /// Between two groups.
    Blank,
}

/// Where the groups lie in the list: of each that has members, how many.
#[derive(Debug, Clone, Copy)]
pub struct Groups([(Group, usize); 3]);

impl Group {
    /// Its heading.
    pub fn words(self, lang: Lang) -> Word {
        match self {
            Group::Overdue => tr!(lang, "today.overdue"),
            Group::Today => tr!(lang, "today.today"),
            Group::Week => tr!(lang, "today.week"),
        }
    }
}

impl Groups {
    /// By how much is due.
    pub fn of(counts: &DueCounts) -> Groups {
        let number = |count: u64| usize::try_from(count).unwrap_or(usize::MAX);
        Groups([
            (Group::Overdue, number(counts.overdue)),
            (Group::Today, number(counts.today)),
            (Group::Week, number(counts.later)),
        ])
    }

    /// How many things there are.
    pub fn members(self) -> usize {
        self.0.iter().map(|(_, number)| number).sum()
    }

    /// How many lines they take.
    pub fn lines(self) -> usize {
        let shown = self.shown().count();
        self.members() + shown + shown.saturating_sub(1)
    }

    /// The line of a member.
    pub fn line_of(self, member: usize) -> usize {
        let mut before = 0;
        for (place, (_, number)) in self.shown().enumerate() {
            if member < before + number {
                return member + 2 * place + 1;
            }
            before += number;
        }
        0
    }

    /// What a line shows; none after the last.
    pub fn line(self, line: usize) -> Option<Line> {
        let (mut first, mut before) = (0, 0);
        for (place, (group, number)) in self.shown().enumerate() {
            if place > 0 {
                if line == first {
                    return Some(Line::Blank);
                }
                first += 1;
            }
            if line == first {
                return Some(Line::Head(group, number));
            }
            if line <= first + number {
                return Some(Line::Due(before + line - first - 1));
            }
            first += number + 1;
            before += number;
        }
        None
    }

    fn shown(self) -> impl Iterator<Item = (Group, usize)> {
        self.0.into_iter().filter(|(_, number)| *number > 0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case(5, 1, 8)]
    #[case(0, 2, 0)]
    #[case(3, 0, 4)]
    #[case(0, 0, 0)]
    fn every_member_has_its_line_under_its_head(
        #[case] overdue: u64,
        #[case] today: u64,
        #[case] later: u64,
    ) {
        let groups = Groups::of(&DueCounts { overdue, today, later, ..DueCounts::default() });
        let lines: Vec<Line> = (0..groups.lines()).map(|line| groups.line(line).unwrap()).collect();
        assert_eq!(groups.line(lines.len()), None);
        for member in 0..groups.members() {
            assert_eq!(lines[groups.line_of(member)], Line::Due(member));
        }
        let heads = lines.iter().filter(|line| matches!(line, Line::Head(..))).count();
        assert_eq!(heads + groups.members() + heads.saturating_sub(1), lines.len());
        assert!(!matches!(lines.first(), Some(Line::Blank | Line::Due(_))));
    }
}
