//! Where things lie on the plane: the rooms, the diagonals, the shape that scores make.

use ratatui::layout::{Position, Rect};

use crate::domain::quadrant::{HIGHEST, Quadrant, Scores};
use crate::tui::widgets::dots::Dot;

/// The cells of the plane; an odd number each way, so that the axes have a column and a row of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ground {
    /// Its cells.
    pub area: Rect,
}

impl Ground {
    /// As much of an area as makes a plane that is about as wide as high, in its middle.
    pub fn of(area: Rect) -> Ground {
        let height = area.height - u16::from(area.height.is_multiple_of(2));
        // A little wider than square, so that the labels have room.
        let width = area.width.min(height * 27 / 10);
        let width = width - u16::from(width.is_multiple_of(2));
        let x = area.x + (area.width - width) / 2;
        Ground { area: Rect { x, width, height, ..area } }
    }

    /// The room in which a cell lies; none on the axes.
    pub fn room_at(&self, cell: Position) -> Option<Quadrant> {
        let (column, row) = self.middle();
        (cell.x != column && cell.y != row).then(|| self.nearest_room(cell))
    }

    /// The room in which a cell lies, or beside which.
    pub fn nearest_room(&self, cell: Position) -> Quadrant {
        let (column, row) = self.middle();
        match (cell.x < column, cell.y < row) {
            (true, true) => Quadrant::A,
            (true, false) => Quadrant::B,
            (false, false) => Quadrant::C,
            (false, true) => Quadrant::D,
        }
    }

    /// The line of the axes in a cell.
    pub fn axis_at(&self, cell: Position) -> Option<char> {
        let (column, row) = self.middle();
        match (cell.x == column, cell.y == row) {
            (true, true) => Some('┼'),
            (true, false) => Some('│'),
            (false, true) => Some('─'),
            (false, false) => None,
        }
    }

    /// The shape that scores make on the diagonals, once around.
    pub fn shape(&self, scores: Scores) -> [Dot; 4] {
        [Quadrant::A, Quadrant::D, Quadrant::C, Quadrant::B].map(|room| self.dot(room, scores.of(room)))
    }

    /// The cell of a score.
    pub fn cell(&self, room: Quadrant, score: u8) -> Position {
        self.cell_of(self.dot(room, score))
    }

    /// The cell to which a person's rooms draw, each as hard as it is strong.
    pub fn balance(&self, scores: Scores) -> Position {
        let ((right, up), (x, y)) = (scores.balance(), self.centre());
        self.cell_of((x + right * (x - 1.0), y - up * (y - 2.0)))
    }

    /// Whether a shape covers half of a cell or more: four of its eight dots.
    pub fn covers(&self, shape: &[Dot; 4], cell: Position) -> bool {
        let (x, y) = (f64::from(cell.x - self.area.x) * 2.0, f64::from(cell.y - self.area.y) * 4.0);
        let dots = (0..8).map(|at| (x + f64::from(at % 2) + 0.5, y + f64::from(at / 2) + 0.5));
        dots.filter(|dot| is_inside(shape, *dot)).count() >= 4
    }

    fn dot(&self, room: Quadrant, score: u8) -> Dot {
        let (x, y) = self.centre();
        let share = f64::from(score) / f64::from(HIGHEST);
        let (across, along) = (share * (x - 1.0), share * (y - 2.0));
        (
            if room.is_left() { x - across } else { x + across },
            if room.is_cerebral() { y - along } else { y + along },
        )
    }

    fn centre(&self) -> Dot {
        (f64::from(self.area.width), f64::from(self.area.height) * 2.0)
    }

    fn middle(&self) -> (u16, u16) {
        (self.area.x + self.area.width / 2, self.area.y + self.area.height / 2)
    }

    fn cell_of(&self, (x, y): Dot) -> Position {
        let column = ((x / 2.0) as u16).min(self.area.width - 1);
        let row = ((y / 4.0) as u16).min(self.area.height - 1);
        Position::new(self.area.x + column, self.area.y + row)
    }
}

/// From a place inside to the right, an odd number of sides is crossed.
fn is_inside(shape: &[Dot; 4], at: Dot) -> bool {
    let sides = (0..4).map(|from| (shape[from], shape[(from + 1) % 4]));
    let crossed = sides.filter(|(one, other)| {
        (one.1 > at.1) != (other.1 > at.1)
            && at.0 < (other.0 - one.0) * (at.1 - one.1) / (other.1 - one.1) + one.0
    });
    !crossed.count().is_multiple_of(2)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_rooms_lie_where_the_method_has_them() {
        let ground = Ground::of(Rect::new(0, 0, 41, 19));
        let at = |x, y| ground.room_at(Position::new(x, y));
        assert_eq!((at(0, 0), at(40, 0)), (Some(Quadrant::A), Some(Quadrant::D)));
        assert_eq!((at(0, 18), at(40, 18)), (Some(Quadrant::B), Some(Quadrant::C)));
        assert_eq!((at(20, 3), at(3, 9)), (None, None));
    }

    #[test]
    fn somebody_of_one_room_is_drawn_there_and_the_balanced_to_the_middle() {
        let ground = Ground::of(Rect::new(0, 0, 41, 19));
        let room = |a, b, c, d| ground.room_at(ground.balance(Scores::new(a, b, c, d).unwrap()));
        assert_eq!(room(90, 30, 20, 30), Some(Quadrant::A));
        assert_eq!(room(20, 30, 95, 30), Some(Quadrant::C));
        assert_eq!(ground.balance(Scores::new(50, 50, 50, 50).unwrap()), Position::new(20, 9));
        assert_eq!(ground.balance(Scores::new(0, 0, 0, 0).unwrap()), Position::new(20, 9));
    }

    proptest! {
        #[test]
        fn a_shape_stays_on_the_plane_and_covers_its_middle(
            each in prop::array::uniform4(10u8..=100), width in 24u16..120, height in 9u16..50,
        ) {
            let ground = Ground::of(Rect::new(3, 2, width, height));
            let scores = Scores::new(each[0], each[1], each[2], each[3]).unwrap();
            for room in Quadrant::ALL {
                prop_assert!(ground.area.contains(ground.cell(*room, scores.of(*room))));
            }
            let (x, y) = ground.middle();
            prop_assert!(ground.covers(&ground.shape(scores), Position::new(x, y)));
        }
    }
}
