//! Decides how wide the columns of a table are, and which give way where there is little room.

use super::table::{Column, Worth};

/// Cells between two columns.
pub(super) const GAP: usize = 2;

/// A column's share of the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Share {
    /// Its place among all columns.
    pub place: usize,
    /// Its width in terminal cells.
    pub width: usize,
}

/// How the columns share a line.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Fit {
    /// Those that are shown, from left to right.
    pub shares: Vec<Share>,
    /// Important figures or something essential had to go: shorter figures may save it.
    pub lossy: bool,
}

/// Fits columns of these natural widths into `room` cells; no room means no limit. Columns of least
/// worth go first, the rightmost of equals; then words shrink, the longest first; figures never do.
pub(super) fn fit(columns: &[Column], natural: &[usize], room: Option<usize>) -> Fit {
    let mut shares: Vec<Share> =
        natural.iter().enumerate().map(|(place, width)| Share { place, width: *width }).collect();
    let Some(room) = room else { return Fit { shares, lossy: false } };
    let least = |share: &Share| columns[share.place].least.min(share.width);
    let mut lossy = false;
    while shares.len() > 1 && total(shares.iter().map(least)) > room {
        let goes = shares.iter().rev().min_by_key(|share| columns[share.place].worth).copied();
        let Some(goes) = goes else { break };
        let column = &columns[goes.place];
        // Of columns that are all essential the first stays: it names the row.
        let place =
            if column.worth == Worth::Essential { shares[shares.len() - 1].place } else { goes.place };
        lossy |= column.worth == Worth::Essential || column.figures && column.worth == Worth::Important;
        shares.retain(|share| share.place != place);
    }
    shrink(&mut shares, columns, room);
    Fit { shares, lossy }
}

/// Cells that columns of these widths take with the gaps between them.
fn total(widths: impl Iterator<Item = usize>) -> usize {
    let (columns, cells) = widths.fold((0usize, 0), |(columns, cells), width| (columns + 1, cells + width));
    cells + columns.saturating_sub(1) * GAP
}

/// Takes cells from the widest column of words until the line fits.
fn shrink(shares: &mut [Share], columns: &[Column], room: usize) {
    while let excess @ 1.. = total(shares.iter().map(|share| share.width)).saturating_sub(room) {
        let least: Vec<usize> =
            shares.iter().map(|share| columns[share.place].least.min(share.width)).collect();
        let mut open: Vec<usize> = (0..shares.len()).filter(|at| shares[*at].width > least[*at]).collect();
        open.sort_by_key(|at| std::cmp::Reverse(shares[*at].width));
        let Some(&widest) = open.first() else {
            // Only one column is left, and it is too wide by itself.
            if let [share] = shares {
                share.width = room;
            }
            return;
        };
        let next = open.get(1).map_or(0, |at| shares[*at].width);
        let step = (shares[widest].width - next.max(least[widest])).max(1).min(excess);
        shares[widest].width -= step;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn deal_columns() -> Vec<Column> {
        vec![
            Column::whole("", Worth::Essential),
            Column::words("", Worth::Essential),
            Column::words("", Worth::Useful),
            Column::figures("", Worth::Important),
            Column::whole("", Worth::Extra),
        ]
    }

    fn places(fit: &Fit) -> Vec<usize> {
        fit.shares.iter().map(|share| share.place).collect()
    }

    #[test]
    fn where_all_fits_nothing_is_changed() {
        let fit = fit(&deal_columns(), &[4, 20, 20, 10, 6], Some(68));
        assert_eq!(fit.shares.iter().map(|share| share.width).collect::<Vec<_>>(), [4, 20, 20, 10, 6]);
    }

    #[test]
    fn words_shrink_evenly_before_columns_go() {
        let fit = fit(&deal_columns(), &[4, 30, 20, 10, 6], Some(60));
        assert_eq!(fit.shares.iter().map(|share| share.width).collect::<Vec<_>>(), [4, 16, 16, 10, 6]);
    }

    #[test]
    fn columns_of_least_worth_go_first_and_figures_stay_whole() {
        let fit = fit(&deal_columns(), &[4, 30, 20, 10, 6], Some(40));
        assert_eq!(places(&fit), [0, 1, 2, 3]);
        let narrower = super::fit(&deal_columns(), &[4, 30, 20, 10, 6], Some(30));
        assert_eq!(places(&narrower), [0, 1, 3]);
        assert_eq!(narrower.shares[2].width, 10);
        assert!(!narrower.lossy);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_room(natural in prop::array::uniform5(0usize..60), room in 1usize..200) {
            let fit = fit(&deal_columns(), &natural, Some(room));
            prop_assert!(total(fit.shares.iter().map(|share| share.width)) <= room);
            prop_assert!(!fit.shares.is_empty());
            for share in &fit.shares {
                let whole = deal_columns()[share.place].least == usize::MAX;
                prop_assert!(!whole || fit.shares.len() == 1 || share.width == natural[share.place]);
            }
        }
    }
}
