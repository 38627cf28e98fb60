//! Factors and the macro-strategy that follows from them, by the method.

use super::entry::choice::{Control, Sign};
use super::entry::{Entry, EntryKind};
use super::word::words;

words! {
    /// A cell of the picture of factors: what a factor asks of us.
    pub enum Cell {
        /// Positive, under low control: turn it our way.
        Use = "use",
        /// Positive, under high control: make the most of it.
        Build = "build",
        /// Negative, under low control: hold it down.
        Reduce = "reduce",
        /// Negative, under high control: take it away.
        Remove = "remove",
    }
}

impl Cell {
    /// The cell of a factor.
    pub fn of(sign: Sign, control: Control) -> Cell {
        match (sign, control) {
            (Sign::Positive, Control::Low) => Cell::Use,
            (Sign::Positive, Control::High) => Cell::Build,
            (Sign::Negative, Control::Low) => Cell::Reduce,
            (Sign::Negative, Control::High) => Cell::Remove,
        }
    }

    /// What the factors of a cell have in common.
    pub fn parts(self) -> (Sign, Control) {
        match self {
            Cell::Use => (Sign::Positive, Control::Low),
            Cell::Build => (Sign::Positive, Control::High),
            Cell::Reduce => (Sign::Negative, Control::Low),
            Cell::Remove => (Sign::Negative, Control::High),
        }
    }
}

words! {
    /// The strategy for a sale as a whole.
    pub enum Strategy {
        /// Use and Build: the ideal state.
        FastForward = "fast_forward",
        /// Reduce and Remove: change the proposal.
        Rethink = "rethink",
        /// Use and Reduce: spend little time.
        TakeTheRisk = "take_the_risk",
        /// Build and Remove: real work on what stands in the way.
        Persevere = "persevere",
        /// Use and Remove: mind later risk.
        GoCarefully = "go_carefully",
        /// Build and Reduce: skill covers weak points.
        SellOnSkill = "sell_on_skill",
    }
}

impl Strategy {
    /// The strategy where these two cells weigh most; none for one cell twice.
    fn of(one: Cell, other: Cell) -> Option<Strategy> {
        match (one.min(other), one.max(other)) {
            (Cell::Use, Cell::Build) => Some(Strategy::FastForward),
            (Cell::Reduce, Cell::Remove) => Some(Strategy::Rethink),
            (Cell::Use, Cell::Reduce) => Some(Strategy::TakeTheRisk),
            (Cell::Build, Cell::Remove) => Some(Strategy::Persevere),
            (Cell::Use, Cell::Remove) => Some(Strategy::GoCarefully),
            (Cell::Build, Cell::Reduce) => Some(Strategy::SellOnSkill),
            _ => None,
        }
    }
}

/// A factor as the rule reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Factor {
    /// The cell that it stands in.
    pub cell: Cell,
    /// Its stars, 1 to 4; 0 where it was not weighed yet.
    pub stars: i64,
}

impl Factor {
    /// The factor of an entry; none for another kind of entry.
    pub fn of(entry: &Entry) -> Option<Factor> {
        let known = (entry.kind == EntryKind::Factor).then_some(entry)?;
        let cell = Cell::of(known.word("sign")?, known.word("control")?);
        Some(Factor { cell, stars: known.number("stars").unwrap_or_default() })
    }
}

/// The stars in each cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cells {
    /// Of Use.
    pub use_: i64,
    /// Of Build.
    pub build: i64,
    /// Of Reduce.
    pub reduce: i64,
    /// Of Remove.
    pub remove: i64,
}

impl Cells {
    /// The stars of these factors, cell by cell.
    pub fn of(factors: impl IntoIterator<Item = Factor>) -> Cells {
        let mut cells = Cells::default();
        for factor in factors {
            *cells.slot(factor.cell) += factor.stars;
        }
        cells
    }

    /// The stars of a cell.
    pub fn stars(&self, cell: Cell) -> i64 {
        match cell {
            Cell::Use => self.use_,
            Cell::Build => self.build,
            Cell::Reduce => self.reduce,
            Cell::Remove => self.remove,
        }
    }

    /// The cells that decide: the two heaviest, with any that weigh the same as the second; none where it is
    /// too early to say.
    pub fn deciding(&self) -> Vec<Cell> {
        let mut weights: Vec<i64> = Cell::ALL.iter().map(|cell| self.stars(*cell)).collect();
        weights.sort_unstable_by(|one, other| other.cmp(one));
        let least = weights[1];
        Cell::ALL.iter().copied().filter(|cell| least > 0 && self.stars(*cell) >= least).collect()
    }

    fn slot(&mut self, cell: Cell) -> &mut i64 {
        match cell {
            Cell::Use => &mut self.use_,
            Cell::Build => &mut self.build,
            Cell::Reduce => &mut self.reduce,
            Cell::Remove => &mut self.remove,
        }
    }

    /// Every strategy that the two heaviest cells leave open, in the method's order: one, or more where
    /// cells weigh the same; none where fewer than two cells have stars, for then it is too early to say.
    pub fn strategies(&self) -> Vec<Strategy> {
        let mut weights: Vec<i64> = Cell::ALL.iter().map(|cell| self.stars(*cell)).collect();
        weights.sort_unstable_by(|one, other| other.cmp(one));
        let (heaviest, second) = (weights[0], weights[1]);
        if second <= 0 {
            return vec![];
        }
        // One of the two is as heavy as the heaviest, the other as heavy as the second.
        let fits = |one: Cell, other: Cell| {
            let (one, other) = (self.stars(one), self.stars(other));
            one.max(other) == heaviest && one.min(other) == second
        };
        let pairs = Cell::ALL.iter().flat_map(|one| Cell::ALL.iter().map(move |other| (*one, *other)));
        let pairs = pairs.filter(|(one, other)| one < other && fits(*one, *other));
        let mut open: Vec<Strategy> = pairs.filter_map(|(one, other)| Strategy::of(one, other)).collect();
        open.sort_unstable();
        open
    }
}

#[cfg(test)]
mod tests {
    use super::{Cell, Cells, Strategy};
    use proptest::prelude::{prop, prop_assert, prop_assert_eq, proptest};
    use rstest::rstest;

    fn open(use_: i64, build: i64, reduce: i64, remove: i64) -> Vec<Strategy> {
        Cells { use_, build, reduce, remove }.strategies()
    }

    #[rstest]
    #[case([4, 3, 2, 1], Strategy::FastForward)]
    #[case([2, 1, 4, 3], Strategy::Rethink)]
    #[case([4, 2, 4, 1], Strategy::TakeTheRisk)]
    #[case([2, 3, 1, 4], Strategy::Persevere)]
    #[case([3, 2, 1, 4], Strategy::GoCarefully)]
    #[case([2, 3, 4, 1], Strategy::SellOnSkill)]
    fn the_two_heaviest_cells_decide(#[case] stars: [i64; 4], #[case] strategy: Strategy) {
        let [use_, build, reduce, remove] = stars;
        assert_eq!(open(use_, build, reduce, remove), [strategy]);
    }

    #[test]
    fn a_tie_for_second_place_leaves_both_open() {
        assert_eq!(open(4, 2, 2, 1), [Strategy::FastForward, Strategy::TakeTheRisk]);
        assert_eq!(open(0, 5, 3, 3), [Strategy::Persevere, Strategy::SellOnSkill]);
        assert_eq!(open(1, 4, 1, 1), [Strategy::FastForward, Strategy::Persevere, Strategy::SellOnSkill]);
    }

    #[test]
    fn a_tie_of_three_or_four_leaves_open_what_they_make() {
        assert_eq!(open(3, 3, 3, 1), [Strategy::FastForward, Strategy::TakeTheRisk, Strategy::SellOnSkill]);
        assert_eq!(open(2, 2, 2, 2), Strategy::ALL);
    }

    #[test]
    fn with_fewer_than_two_cells_it_is_too_early_to_say() {
        assert_eq!(open(0, 0, 0, 0), []);
        assert_eq!(open(9, 0, 0, 0), []);
        assert_eq!(open(0, 1, 0, 1), [Strategy::Persevere]);
    }

    proptest! {
        #[test]
        fn no_cell_outside_the_strategies_weighs_more_than_one_inside(stars in prop::array::uniform4(0i64..9)) {
            let [use_, build, reduce, remove] = stars;
            let cells = Cells { use_, build, reduce, remove };
            let pair = |strategy: Strategy| Cell::ALL.iter().copied().filter(move |cell| {
                Cell::ALL.iter().any(|other| other != cell && Strategy::of(*cell, *other) == Some(strategy))
            }).collect::<Vec<_>>();
            let open = cells.strategies();
            prop_assert_eq!(open.is_empty(), stars.iter().filter(|stars| **stars > 0).count() < 2);
            for strategy in open {
                let inside = pair(strategy);
                prop_assert_eq!(inside.len(), 2);
                prop_assert!(inside.iter().all(|cell| cells.deciding().contains(cell)));
                let lightest = inside.iter().map(|cell| cells.stars(*cell)).min().unwrap();
                for cell in Cell::ALL.iter().filter(|cell| !inside.contains(cell)) {
                    prop_assert!(cells.stars(*cell) <= lightest);
                }
            }
        }
    }
}
