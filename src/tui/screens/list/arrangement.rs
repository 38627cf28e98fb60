//! Which columns a list shows, in which order and how wide, and what it is sorted by: as chosen, or as usual.

use ratatui::layout::Rect;

use super::column::{Columns, Width};
use crate::config::{ListView, OWN_FIELD, WIDTHS};
use crate::store::view::list::Order;

/// Cells between two columns.
const GAP: u16 = 2;

/// Cells before the first column: for the mark of the chosen line, and that of marked records.
const SIGNS: u16 = 2;

/// The choice, by the keys of columns; here they are told by their place among all that there are.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    view: ListView,
}

impl Arrangement {
    /// The arrangement that settings tell of. What they name that there is not is left out; but which fields
    /// of one's own there are differs from book to book, and they stay.
    pub fn of<T>(all: &Columns<T>, kept: &ListView) -> Arrangement {
        let is_known = |key: &str| key.starts_with(OWN_FIELD) || all.place(key).is_some();
        let mut view = ListView::default();
        for key in kept.columns.iter().filter(|key| is_known(key)) {
            if !view.columns.contains(key) {
                view.columns.push(key.clone());
            }
        }
        let sorts =
            |key: &str| key.starts_with(OWN_FIELD) || all.place(key).is_some_and(|at| all.sort(at).is_some());
        let mut keys = kept.sorted_by();
        keys.retain(|(key, _)| sorts(key));
        keys.truncate(Order::MOST);
        view.sort_by(&keys);
        let widths = kept.widths.iter().filter(|(key, _)| is_known(key));
        view.widths = widths.map(|(key, cells)| (key.clone(), (*cells).clamp(WIDTHS.0, WIDTHS.1))).collect();
        Arrangement { view }
    }

    /// As settings keep it.
    pub fn kept(&self) -> &ListView {
        &self.view
    }

    /// The same with what was chosen anew; the usual columns are not kept as chosen.
    pub fn again<T>(all: &Columns<T>, chosen: &ListView) -> Arrangement {
        let usual = Arrangement::default().columns(all);
        let is_usual = usual.iter().map(|at| all.key(*at)).eq(chosen.columns.iter().map(String::as_str));
        let columns = if is_usual { Vec::new() } else { chosen.columns.clone() };
        Arrangement::of(all, &ListView { columns, ..chosen.clone() })
    }

    /// The columns in their order, however little room there is.
    pub fn columns<T>(&self, all: &Columns<T>) -> Vec<usize> {
        let chosen: Vec<usize> = self.view.columns.iter().filter_map(|key| all.place(key)).collect();
        match chosen.is_empty() {
            true => (0..all.number()).filter(|at| all.usual(*at).is_some()).collect(),
            false => chosen,
        }
    }

    /// What it is sorted by, each with whether downwards; nothing is the usual order.
    pub fn sort<T>(&self, all: &Columns<T>) -> Vec<(usize, bool)> {
        let keys = self.view.sorted_by();
        keys.into_iter().filter_map(|(key, down)| Some((all.place(key)?, down))).collect()
    }

    fn sort_by<T>(&mut self, all: &Columns<T>, columns: &[(usize, bool)]) {
        let keys: Vec<(&str, bool)> = columns.iter().map(|(at, down)| (all.key(*at), *down)).collect();
        self.view.sort_by(&keys);
    }

    /// Sorts by the next column alone that can be sorted by; after the last comes the usual order again.
    pub fn sort_by_next<T>(&mut self, all: &Columns<T>, usual: Option<usize>) {
        let columns = self.columns(all);
        let sorted = self.sort(all).first().map(|(at, _)| *at);
        let after = sorted.and_then(|sorted| columns.iter().position(|at| *at == sorted));
        let mut rest = columns.into_iter().skip(after.map_or(0, |place| place + 1));
        // The usual order comes of its own, after the last.
        let next =
            rest.find(|at| all.sort(*at).is_some() && Some(*at) != usual).map(|at| (at, all.is_right(at)));
        self.sort_by(all, &next.into_iter().collect::<Vec<_>>());
    }

    /// Sorts by a column alone; where it is sorted by it already, the other way round, and then as usual.
    pub fn sort_by_one<T>(&mut self, all: &Columns<T>, column: usize) {
        let mut sorted = self.sort(all);
        sorted.retain(|(at, _)| *at == column);
        self.sort_by(all, &next_sort(sorted, column, all.is_right(column)));
    }

    /// Sorts by a column where rows are equal in those before; then the other way round, then no more.
    pub fn sort_also<T>(&mut self, all: &Columns<T>, column: usize) {
        let sorted = next_sort(self.sort(all), column, all.is_right(column));
        self.sort_by(all, &sorted);
    }

    /// Sorts the other way round by the first column; `usual` is the one of the usual order.
    pub fn turn<T>(&mut self, all: &Columns<T>, usual: Option<usize>) {
        let mut sorted = self.sort(all);
        match sorted.first_mut() {
            Some((_, down)) => *down = !*down,
            None => sorted.extend(usual.map(|at| (at, true))),
        }
        self.sort_by(all, &sorted);
    }

    /// Makes a column so many cells wide.
    pub fn widen<T>(&mut self, all: &Columns<T>, column: usize, cells: u16) {
        self.view.widths.insert(all.key(column).to_owned(), cells.clamp(WIDTHS.0, WIDTHS.1));
    }

    fn width<T>(&self, all: &Columns<T>, at: usize) -> Width {
        self.view.widths.get(all.key(at)).map_or_else(|| all.width(at), |cells| Width::Cells(*cells))
    }

    /// The columns that there is room for, and where they stand in a line: of the usual ones those that
    /// suit its width, of chosen ones as many as there is room for.
    pub fn places<T>(&self, all: &Columns<T>, line: Rect) -> Vec<(usize, Rect)> {
        let mut kept = self.columns(all);
        if self.view.columns.is_empty() {
            kept.retain(|at| all.usual(*at).is_some_and(|from| from <= line.width));
        }
        if !self.view.columns.is_empty() || !self.view.widths.is_empty() {
            let mut used = SIGNS;
            let mut fits = |at: &usize| {
                used += self.width(all, *at).least();
                let fits = used <= line.width;
                used += GAP;
                fits
            };
            let number = kept.iter().take_while(|at| fits(at)).count();
            kept.truncate(number.max(1));
        }
        self.share_out(all, &kept, line)
    }

    fn share_out<T>(&self, all: &Columns<T>, kept: &[usize], line: Rect) -> Vec<(usize, Rect)> {
        let gaps = GAP * (kept.len() as u16).saturating_sub(1);
        let (cells, parts) = kept.iter().fold((0, 0), |(cells, parts), at| match self.width(all, *at) {
            Width::Cells(own) => (cells + own, parts),
            Width::Parts(own) => (cells, parts + own),
        });
        let spare = line.width.saturating_sub(SIGNS + gaps + cells);
        let mut x = line.x + SIGNS;
        let place = |at: &usize| {
            let width = match self.width(all, *at) {
                Width::Cells(own) => own,
                Width::Parts(own) => (spare * own / parts.max(1)).max(1),
            };
            let area = Rect { x, width, ..line }.intersection(line);
            x += width + GAP;
            (*at, area)
        };
        kept.iter().map(place).collect()
    }
}

/// What a list is sorted by once more is asked of one column: it comes as the last, then turns, then goes.
/// Figures begin with the largest.
pub fn next_sort<C: PartialEq>(mut sorted: Vec<(C, bool)>, column: C, is_figure: bool) -> Vec<(C, bool)> {
    match sorted.iter().position(|(known, _)| *known == column) {
        None => {
            sorted.truncate(Order::MOST - 1);
            sorted.push((column, is_figure));
        }
        Some(at) if sorted[at].1 == is_figure => sorted[at].1 = !is_figure,
        Some(at) => drop(sorted.remove(at)),
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::model::DealOut;
    use crate::tui::screens::list::Deals;
    use crate::tui::screens::list::kind::Kind;
    use proptest::prelude::*;

    fn all() -> Columns<DealOut> {
        Columns::new(Deals::COLUMNS, Deals::fields)
    }

    fn view(columns: &str, sort: Option<&str>) -> ListView {
        let columns = columns.split_whitespace().map(str::to_owned).collect();
        ListView { columns, sort: sort.map(str::to_owned), ..ListView::default() }
    }

    #[test]
    fn what_is_kept_is_read_again_without_what_there_is_not() {
        let kept = view("name tags amount name colour field.budget", Some("-amount,colour,name"));
        let arrangement = Arrangement::of(&all(), &kept);
        assert_eq!(arrangement.kept(), &view("name tags amount field.budget", Some("-amount,name")));
        let unsorted = Arrangement::of(&all(), &view("name", Some("tags")));
        assert_eq!(unsorted.sort(&all()), [], "a list is not sorted by its tags");
    }

    #[test]
    fn the_usual_columns_are_not_kept() {
        let all = all();
        let usual = Arrangement::default().columns(&all);
        let columns = usual.into_iter().map(|at| all.key(at).to_owned()).collect();
        let chosen = ListView { columns, ..ListView::default() };
        assert_eq!(Arrangement::again(&all, &chosen), Arrangement::default());
    }

    #[test]
    fn a_column_asked_for_again_turns_and_then_goes() {
        let all = all();
        let [account, amount] = ["account", "amount"].map(|key| all.place(key).unwrap());
        let mut arrangement = Arrangement::default();
        arrangement.sort_also(&all, account);
        arrangement.sort_also(&all, amount);
        assert_eq!(arrangement.kept().sort.as_deref(), Some("account,-amount"), "the largest amount first");
        arrangement.sort_also(&all, account);
        assert_eq!(arrangement.kept().sort.as_deref(), Some("-account,-amount"));
        arrangement.sort_also(&all, account);
        assert_eq!(arrangement.kept().sort.as_deref(), Some("-amount"));
    }

    #[test]
    fn a_width_that_was_chosen_holds() {
        let all = all();
        let name = all.place("name").unwrap();
        let mut arrangement = Arrangement::default();
        arrangement.widen(&all, name, 25);
        for width in [60, 120] {
            let places = arrangement.places(&all, Rect::new(0, 0, width, 1));
            assert_eq!(places[0], (name, Rect::new(SIGNS, 0, 25, 1)));
        }
        arrangement.widen(&all, name, 0);
        assert_eq!(arrangement.kept().widths["name"], WIDTHS.0);
    }

    proptest! {
        #[test]
        fn chosen_columns_stand_apart_within_the_line(
            columns in prop::collection::vec(0..Deals::COLUMNS.len(), 0..9),
            widths in prop::collection::btree_map(0..Deals::COLUMNS.len(), 2u16..80, 0..4),
            width in 30u16..200,
        ) {
            let all = all();
            let key = |at: usize| all.key(at).to_owned();
            let columns = columns.into_iter().map(key).collect();
            let widths = widths.into_iter().map(|(at, cells)| (key(at), cells)).collect();
            let arrangement = Arrangement { view: ListView { columns, sort: None, widths } };
            let line = Rect::new(3, 0, width, 1);
            let places = arrangement.places(&all, line);
            prop_assert!(!places.is_empty());
            for pair in places.windows(2) {
                prop_assert!(pair[0].1.right() + GAP <= pair[1].1.x);
            }
            prop_assert!(places.iter().all(|(_, area)| area.right() <= line.right() && area.width > 0));
        }
    }
}
