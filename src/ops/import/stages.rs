//! Stages of other programs: which of ours each becomes, by what was told, by their usual chance, or by
//! the row's own.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::report::{StageTaken, Stopped};
use crate::domain::id::Id;
use crate::domain::stage::{self, Stage};
use crate::domain::text::fold;
use crate::domain::word::Status;
use crate::exchange::stages::{Meaning, chance, known, suggested};
use crate::exchange::{Cell, DealIn};

/// What a stage of theirs becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Becomes {
    At(Id),
    Closed(Status),
}

/// Where a deal of a file stands.
#[derive(Clone)]
pub(super) struct Taken {
    pub status: Cell<Status>,
    /// The stage of an open deal; of a closed one none: it is not told how far it came.
    pub stage: Option<Id>,
    /// The stage of a deal that is not in the book yet: its own, of a won one the last.
    pub start: Id,
    /// The first stage.
    pub first: Id,
    /// The deal's own win rate, where it is not just its stage's.
    pub win_rate: Cell<i64>,
}

/// Our stages, what the person told about theirs, and what each became.
pub(super) struct Stages {
    ours: Vec<Stage>,
    told: BTreeMap<String, Becomes>,
    taken: RefCell<BTreeMap<String, StageTaken>>,
}

impl Stages {
    /// Our stages and the `THEIRS=OURS` that the person told; ours may be a stage, or `won`, or `lost`.
    pub fn new(ours: Vec<Stage>, told: &[(String, String)]) -> Result<Stages, Stopped> {
        let mut map = BTreeMap::new();
        for (theirs, word) in told {
            let becomes = match word.parse::<Status>() {
                Ok(status @ (Status::Won | Status::Lost)) => Becomes::Closed(status),
                _ => match stage::find(&ours, word) {
                    Some(stage) => Becomes::At(stage.id),
                    None => {
                        let known = ours.iter().map(|stage| stage.key.clone()).collect();
                        return Err(Stopped::NoStage { word: word.clone(), known });
                    }
                },
            };
            map.insert(fold(theirs), becomes);
        }
        Ok(Stages { ours, told: map, taken: RefCell::default() })
    }

    /// What each stage of a file became.
    pub fn drain(&mut self) -> Vec<StageTaken> {
        std::mem::take(self.taken.get_mut()).into_values().collect()
    }

    /// Where a deal of the file stands in ours.
    pub fn take(&self, told: &DealIn) -> Taken {
        let word = told.stage.as_str().unwrap_or_default();
        let own_chance = told.win_rate.get();
        let (becomes, guessed) = self.becomes(word, own_chance);
        let status = match (&told.status, becomes) {
            // What the person told of a stage stands above what the file's words suggest.
            (_, Becomes::Closed(status)) if self.told.contains_key(&fold(word)) => Cell::Is(status),
            (Cell::Is(status), _) => Cell::Is(*status),
            (_, Becomes::Closed(status)) => Cell::Is(status),
            (_, Becomes::At(_)) if told.stage.value().is_some() => Cell::Is(Status::Open),
            _ => Cell::Absent,
        };
        self.note(word, becomes, guessed);
        let stage = match (status.value(), becomes) {
            (Some(Status::Won | Status::Lost), _) | (_, Becomes::Closed(_)) => None,
            (_, Becomes::At(id)) => told.stage.value().map(|_| id),
        };
        let at = |stage: Option<&Stage>| stage.map(|stage| stage.id).unwrap_or_default();
        let first = at(self.ours.first());
        let start = match status.value() {
            Some(Status::Won) => at(self.ours.last()),
            _ => stage.unwrap_or(first),
        };
        // A chance that only repeats what the stage stands for is the stage's, not the deal's.
        let usual = known(word).and_then(Meaning::chance);
        let own = usual.is_some() && own_chance != usual && status.value() == Some(&Status::Open);
        let win_rate = if own { told.win_rate.clone() } else { Cell::Absent };
        Taken { status, stage, start, first, win_rate }
    }

    fn becomes(&self, word: &str, own_chance: Option<i64>) -> (Becomes, bool) {
        if let Some(told) = self.told.get(&fold(word)) {
            return (*told, false);
        }
        if let Some(stage) = stage::find(&self.ours, word) {
            return (Becomes::At(stage.id), false);
        }
        let closed = |meaning: Meaning| Some(meaning.status()).filter(|status| *status != Status::Open);
        if let Some(status) = known(word).and_then(closed) {
            return (Becomes::Closed(status), false);
        }
        if let Some(stage) =
            chance(word, own_chance).and_then(|chance| stage::by_probability(&self.ours, chance))
        {
            return (Becomes::At(stage.id), false);
        }
        if let Some(status) = suggested(word).and_then(closed) {
            return (Becomes::Closed(status), false);
        }
        (Becomes::At(self.ours.first().map(|stage| stage.id).unwrap_or_default()), true)
    }

    fn note(&self, word: &str, becomes: Becomes, guessed: bool) {
        if word.is_empty() || self.taken.borrow().contains_key(word) {
            return;
        }
        let ours = match becomes {
            Becomes::Closed(status) => status.to_string(),
            Becomes::At(id) => self
                .ours
                .iter()
                .find(|stage| stage.id == id)
                .map(|stage| stage.key.clone())
                .unwrap_or_default(),
        };
        let taken = StageTaken { theirs: word.to_owned(), ours, guessed };
        self.taken.borrow_mut().insert(word.to_owned(), taken);
    }
}
