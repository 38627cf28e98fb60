//! What there is to say of an import's rows, line by line: stages, rows that are perhaps a record of ours, rows
//! that are refused, values of which ours stays.

use crate::ops::import::FileReport;

/// How many lines of one sort and file are shown; the rest is counted.
const SHOWN: usize = 500;

/// A line, by its file's place among the reports and its own in that.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// The heading of lines of a sort, with how many there are.
    Head(Sort, usize, usize),
    /// A stage of theirs and what it becomes.
    Stage(usize, usize),
    /// A row that is perhaps a record of ours.
    Likely(usize, usize),
    /// A row that is refused.
    Refused(usize, usize),
    /// A value of which ours stays.
    Kept(usize, usize),
    /// Why nothing of a file is taken.
    Unreadable(usize),
    /// So many more that are not shown.
    More(usize),
}

/// What lines are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// Rows that are perhaps a record of ours.
    Likely,
    /// Stages.
    Stages,
    /// Rows that are refused.
    Refused,
    /// Values of which ours stays.
    Kept,
    /// Why nothing of a file is taken.
    Unreadable,
}

/// All of them: what asks for a decision first.
pub fn lines(reports: &[FileReport]) -> Vec<Line> {
    let mut lines = vec![];
    let mut put = |sort, file: usize, count: usize, line: fn(usize, usize) -> Line| {
        if count > 0 {
            lines.push(Line::Head(sort, file, count));
            lines.extend((0..count.min(SHOWN)).map(|at| line(file, at)));
        }
        if count > SHOWN {
            lines.push(Line::More(count - SHOWN));
        }
    };
    for (file, report) in reports.iter().enumerate() {
        if report.plan.is_err() {
            put(Sort::Unreadable, file, 1, |file, _| Line::Unreadable(file));
        }
    }
    for (file, report) in reports.iter().enumerate() {
        put(Sort::Likely, file, report.likely.len(), Line::Likely);
    }
    for (file, report) in reports.iter().enumerate() {
        put(Sort::Stages, file, report.stages.len(), Line::Stage);
    }
    for (file, report) in reports.iter().enumerate() {
        put(Sort::Refused, file, report.rejected.len(), Line::Refused);
    }
    for (file, report) in reports.iter().enumerate() {
        put(Sort::Kept, file, report.kept_ours.len(), Line::Kept);
    }
    lines
}
