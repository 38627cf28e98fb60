//! What a person put right of the files of one shape, to be taken as told for the next of them.

use std::fmt;

use super::{Correction, Kind, Order, Target};

/// What was told of files with the same headers in the same order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The mark of their shape, as [`super::Plan::shape`] has it.
    pub shape: String,
    /// What they hold, where it was not to be guessed.
    pub kind: Option<Kind>,
    /// Columns and the fields that they are.
    pub corrections: Vec<Correction>,
    /// Day or month first, for dates that a file does not decide.
    pub date_order: Option<Order>,
    /// Stages of theirs, and the stage of ours (or `won`, or `lost`) that each becomes.
    pub stages: Vec<(String, String)>,
}

impl Told {
    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self.kind.is_none()
            && self.corrections.is_empty()
            && self.date_order.is_none()
            && self.stages.is_empty()
    }

    /// Says what a column is, in the place of what was said of it before.
    pub fn correct(&mut self, correction: Correction) {
        self.corrections.retain(|known| known.column != correction.column);
        self.corrections.push(correction);
    }

    /// Says which stage of ours one of theirs is, in the place of what was said of it before.
    pub fn set_stage(&mut self, theirs: String, ours: String) {
        self.stages.retain(|(known, _)| *known != theirs);
        self.stages.push((theirs, ours));
    }
}

/// As [`super::parse_target`] reads it: a field's key, `field.KEY`, or nothing where the column is left out.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Field(field) => write!(f, "{field}"),
            Target::Custom(key) => write!(f, "field.{key}"),
            Target::Label | Target::Skip => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::{Field, parse_target};

    #[test]
    fn what_a_column_is_can_be_written_and_read_back() {
        let all = [Target::Field(Field::CloseDate), Target::Custom("region = x".into()), Target::Skip];
        for target in all {
            assert_eq!(parse_target(&target.to_string()), Ok(target));
        }
    }

    #[test]
    fn what_was_told_last_of_a_column_or_a_stage_counts() {
        let mut told = Told::default();
        assert!(told.is_empty());
        let correction = |target| Correction { column: "Betrag".into(), target };
        told.correct(correction(Target::Skip));
        told.correct(correction(Target::Field(Field::Amount)));
        told.set_stage("heiß".into(), "use".into());
        told.set_stage("heiß".into(), "won".into());
        assert_eq!(told.corrections, [correction(Target::Field(Field::Amount))]);
        assert_eq!(told.stages, [("heiß".to_owned(), "won".to_owned())]);
    }
}
