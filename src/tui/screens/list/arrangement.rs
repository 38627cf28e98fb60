//! Which columns a list shows, in which order, and what it is sorted by: as chosen, or as usual.

use ratatui::layout::Rect;

use super::column::{Column, Width};
use crate::config::ListView;

/// Cells between two columns.
const GAP: u16 = 2;

/// Cells before the first column: for the mark of the chosen line, and that of marked records.
const SIGNS: u16 = 2;

/// The choice; columns are told by their place among all that there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The chosen columns; none are the usual ones.
    columns: Vec<usize>,
    /// The column it is sorted by, and whether downwards; none is the usual order.
    sort: Option<(usize, bool)>,
}

impl Arrangement {
    /// The arrangement that settings tell of. What they name that there is not is left out.
    pub fn of<T>(all: &[Column<T>], kept: &ListView) -> Arrangement {
        let place = |key: &str| all.iter().position(|column| column.key == key);
        let mut columns: Vec<usize> = Vec::new();
        for at in kept.columns.iter().filter_map(|key| place(key)) {
            if !columns.contains(&at) {
                columns.push(at);
            }
        }
        let sort = kept.sort.as_deref().and_then(|sort| {
            let (key, down) = sort.strip_prefix('-').map_or((sort, false), |key| (key, true));
            place(key).filter(|at| all[*at].sort.is_some()).map(|at| (at, down))
        });
        Arrangement { columns, sort }
    }

    /// As settings keep it.
    pub fn kept<T>(&self, all: &[Column<T>]) -> ListView {
        let sort = self.sort.map(|(at, down)| format!("{}{}", if down { "-" } else { "" }, all[at].key));
        ListView { columns: self.columns.iter().map(|at| all[*at].key.to_owned()).collect(), sort }
    }

    /// The same order with other columns, by their keys; none are the usual ones.
    pub fn with_columns<T>(&self, all: &[Column<T>], keys: Vec<String>) -> Arrangement {
        let usual = Arrangement::default().columns(all).iter().map(|at| all[*at].key).eq(keys.iter());
        let columns = if usual { Vec::new() } else { keys };
        Arrangement { sort: self.sort, ..Arrangement::of(all, &ListView { columns, sort: None }) }
    }

    /// The columns in their order, however little room there is.
    pub fn columns<T>(&self, all: &[Column<T>]) -> Vec<usize> {
        match self.columns.is_empty() {
            true => (0..all.len()).filter(|at| all[*at].usual.is_some()).collect(),
            false => self.columns.clone(),
        }
    }

    /// What it is sorted by, and whether downwards.
    pub fn sort(&self) -> Option<(usize, bool)> {
        self.sort
    }

    /// Sorts by the next column that can be sorted by; after the last comes the usual order again.
    pub fn sort_by_next<T>(&mut self, all: &[Column<T>]) {
        let columns = self.columns(all);
        let after = self.sort.and_then(|(sorted, _)| columns.iter().position(|at| *at == sorted));
        let mut rest = columns.into_iter().skip(after.map_or(0, |place| place + 1));
        self.sort = rest.find(|at| all[*at].sort.is_some()).map(|at| (at, all[at].right));
    }

    /// Sorts the other way round; `usual` is the column of the usual order.
    pub fn turn(&mut self, usual: Option<usize>) {
        self.sort = match self.sort {
            Some((at, down)) => Some((at, !down)),
            None => usual.map(|at| (at, true)),
        };
    }

    /// The columns that there is room for, and where they stand in a line: of the usual ones those that
    /// suit its width, of chosen ones as many as there is room for.
    pub fn places<T>(&self, all: &[Column<T>], line: Rect) -> Vec<(usize, Rect)> {
        let mut kept = self.columns(all);
        if self.columns.is_empty() {
            kept.retain(|at| all[*at].usual.is_some_and(|from| from <= line.width));
        } else {
            let mut used = SIGNS;
            let mut fits = |at: &usize| {
                used += all[*at].width.least();
                let fits = used <= line.width;
                used += GAP;
                fits
            };
            let number = kept.iter().take_while(|at| fits(at)).count();
            kept.truncate(number.max(1));
        }
        share_out(all, &kept, line)
    }
}

fn share_out<T>(all: &[Column<T>], kept: &[usize], line: Rect) -> Vec<(usize, Rect)> {
    let gaps = GAP * (kept.len() as u16).saturating_sub(1);
    let (cells, parts) = kept.iter().fold((0, 0), |(cells, parts), at| match all[*at].width {
        Width::Cells(own) => (cells + own, parts),
        Width::Parts(own) => (cells, parts + own),
    });
    let spare = line.width.saturating_sub(SIGNS + gaps + cells);
    let mut x = line.x + SIGNS;
    let place = |at: &usize| {
        let width = match all[*at].width {
            Width::Cells(own) => own,
            Width::Parts(own) => (spare * own / parts.max(1)).max(1),
        };
        let area = Rect { x, width, ..line }.intersection(line);
        x += width + GAP;
        (*at, area)
    };
    kept.iter().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::screens::list::Deals;
    use crate::tui::screens::list::kind::Kind;
    use proptest::prelude::*;

    fn view(columns: &str, sort: Option<&str>) -> ListView {
        let columns = columns.split_whitespace().map(str::to_owned).collect();
        ListView { columns, sort: sort.map(str::to_owned) }
    }

    #[test]
    fn what_is_kept_is_read_again_without_what_there_is_not() {
        let kept = view("name tags amount name colour", Some("-amount"));
        let arrangement = Arrangement::of(Deals::COLUMNS, &kept);
        assert_eq!(arrangement.kept(Deals::COLUMNS), view("name tags amount", Some("-amount")));
        let unsorted = Arrangement::of(Deals::COLUMNS, &view("name", Some("tags")));
        assert_eq!(unsorted.sort(), None, "a list is not sorted by its tags");
    }

    #[test]
    fn the_usual_columns_are_not_kept() {
        let all = Deals::COLUMNS;
        let usual = Arrangement::default().columns(all).iter().map(|at| all[*at].key.to_owned()).collect();
        assert_eq!(Arrangement::default().with_columns(all, usual), Arrangement::default());
    }

    proptest! {
        #[test]
        fn chosen_columns_stand_apart_within_the_line(
            columns in prop::collection::vec(0..Deals::COLUMNS.len(), 0..9),
            width in 30u16..200,
        ) {
            let arrangement = Arrangement { columns, sort: None };
            let line = Rect::new(3, 0, width, 1);
            let places = arrangement.places(Deals::COLUMNS, line);
            prop_assert!(!places.is_empty());
            for pair in places.windows(2) {
                prop_assert!(pair[0].1.right() + GAP <= pair[1].1.x);
            }
            prop_assert!(places.iter().all(|(_, area)| area.right() <= line.right() && area.width > 0));
        }
    }
}
