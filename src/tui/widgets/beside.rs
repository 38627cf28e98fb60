//! Two sides of one thing beside each other, line by line: what stands on each, and which of them is taken.
//!
//! It knows only words: two records that become one, or what two copies of a book say of one record.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::list::Cursor;
use super::text;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;

/// Cells at the left of a line, for its mark.
const MARK: u16 = 2;

/// Cells between two columns.
const GAP: u16 = 2;

/// Cells of the signs before a value: `● `.
const SIGN: u16 = 2;

/// Lines of the foot, where the chosen line stands in full, with its rule.
const FOOT: u16 = 4;

/// Height from which on there is room for a foot.
const ROOM_FOR_FOOT: u16 = 12;

/// One of two sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
}

impl Side {
    /// The other one.
    pub fn other(self) -> Side {
        match self {
            Side::Left => Side::Right,
            Side::Right => Side::Left,
        }
    }
}

/// What one side says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    /// The value in words; empty where there is none.
    pub value: String,
    /// A word about it, such as when it was entered; empty for none.
    pub note: String,
}

impl From<String> for Said {
    fn from(value: String) -> Said {
        Said { value, note: String::new() }
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub label: String,
    /// What the left side says.
    pub left: Said,
    /// What the right side says.
    pub right: Said,
    /// The side that is taken; none where there is nothing to choose, as both are kept.
    pub taken: Option<Side>,
}

impl Line {
    /// What one side says.
    pub fn said(&self, side: Side) -> &Said {
        match side {
            Side::Left => &self.left,
            Side::Right => &self.right,
        }
    }

    /// Whether both sides say the same.
    pub fn is_same(&self) -> bool {
        self.left.value == self.right.value
    }

    /// The sign before what a side says: taken, not taken, or kept with the other's.
    fn sign(&self, side: Side) -> &'static str {
        match self.taken {
            Some(taken) if taken == side => "●",
            Some(_) => "○",
            None if self.is_same() || self.said(side).value.is_empty() => " ",
            None => "+",
        }
    }
}

/// Two sides, with the line at which one stands.
#[derive(Debug, Clone, Default)]
pub struct Sides {
    heads: [String; 2],
    lines: Vec<Line>,
    cursor: Cursor,
}

/// The places of it: the heads, the lines, the foot.
struct Places {
    heads: Rect,
    lines: Rect,
    foot: Option<Rect>,
}

/// The columns of a line: label, left, right.
#[derive(Clone, Copy)]
struct Columns {
    label: Rect,
    sides: [Rect; 2],
}

impl Sides {
    /// Lines under a head for each side.
    pub fn new(heads: [String; 2], lines: Vec<Line>) -> Sides {
        Sides { heads, lines, cursor: Cursor::default() }
    }

    /// All lines, with the side that is taken of each.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// The number of the line at which one stands.
    pub fn at(&self) -> usize {
        self.cursor.at()
    }

    /// Takes a side of the line at which one stands, where there is anything to choose.
    pub fn take(&mut self, side: Side) {
        if let Some(taken) = self.taken_here() {
            *taken = side;
        }
    }

    /// Takes the other side of the line at which one stands, where there is anything to choose.
    pub fn take_other(&mut self) {
        if let Some(taken) = self.taken_here() {
            *taken = taken.other();
        }
    }

    fn taken_here(&mut self) -> Option<&mut Side> {
        self.lines.get_mut(self.cursor.at())?.taken.as_mut()
    }

    /// Takes one side of all lines that are to be chosen.
    pub fn take_all(&mut self, side: Side) {
        self.lines.iter_mut().filter(|line| line.taken.is_some()).for_each(|line| line.taken = Some(side));
    }

    /// Follows an action that moves through the lines or chooses a side, with `height` lines in all; false
    /// if it is another one.
    pub fn follow(&mut self, action: Action, height: usize) -> bool {
        match action {
            Action::TakeLeft => self.take(Side::Left),
            Action::TakeRight => self.take(Side::Right),
            Action::TakeOther => self.take_other(),
            Action::TakeAllLeft => self.take_all(Side::Left),
            Action::TakeAllRight => self.take_all(Side::Right),
            moving => return self.cursor.follow(moving, self.lines.len(), height),
        }
        true
    }

    /// Cells of height in which all of it is seen.
    pub fn height(&self) -> u16 {
        (1 + FOOT).saturating_add(u16::try_from(self.lines.len()).unwrap_or(u16::MAX))
    }

    /// Draws the heads, the lines in view and, where a line has more to say than fits in it, the one at which
    /// one stands in full.
    pub fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let places = self.places(look, area);
        let (theme, measure) = (&look.theme, look.measure);
        for (place, head) in self.columns(look, places.heads).sides.into_iter().zip(&self.heads) {
            let words = Rect { x: place.x + SIGN, width: place.width.saturating_sub(SIGN), ..place };
            text::left(buf, measure, words, head, theme.title);
        }
        for (row, index) in places.lines.rows().zip(self.view(places.lines)) {
            self.draw_line(look, index, row, buf);
        }
        if let (Some(foot), Some(line)) = (places.foot, self.lines.get(self.cursor.at())) {
            self.draw_in_full(look, line, foot, buf);
        }
    }

    /// What the signs mean.
    pub fn signs(&self, look: &Look) -> Vec<(String, String)> {
        let signs = [
            ("●", tr!(look.lang, "beside.taken")),
            ("○", tr!(look.lang, "beside.left_out")),
            ("+", tr!(look.lang, "beside.both")),
        ];
        signs.into_iter().map(|(sign, words)| (sign.to_owned(), words.into_owned())).collect()
    }

    fn view(&self, lines: Rect) -> Range<usize> {
        self.cursor.view(self.lines.len(), lines.height.into())
    }

    fn places(&self, look: &Look, area: Rect) -> Places {
        let heads = Rect { height: area.height.min(1), ..area };
        let rest = Rect { y: area.y + heads.height, height: area.height - heads.height, ..area };
        let has_foot = area.height >= ROOM_FOR_FOOT && self.says_more(look, area);
        let foot = has_foot.then(|| Rect { y: rest.bottom() - FOOT, height: FOOT, ..rest });
        let lines = Rect { height: rest.height - foot.map_or(0, |foot| foot.height), ..rest };
        Places { heads, lines, foot }
    }

    /// Whether any line has more to say than fits in it.
    fn says_more(&self, look: &Look, area: Rect) -> bool {
        let cells = usize::from(self.columns(look, area).sides[0].width.saturating_sub(SIGN));
        let more = |said: &Said| !said.note.is_empty() || look.measure.width(&said.value) > cells;
        self.lines.iter().any(|line| more(&line.left) || more(&line.right))
    }

    fn columns(&self, look: &Look, row: Rect) -> Columns {
        let widest = self.lines.iter().map(|line| look.measure.width(&line.label)).max().unwrap_or_default();
        let width = u16::try_from(widest).unwrap_or(u16::MAX).min(row.width / 4);
        let label = Rect { x: row.x + MARK, width, ..row };
        let side = row.width.saturating_sub(MARK + width + 2 * GAP) / 2;
        let left = Rect { x: label.right() + GAP, width: side, ..row };
        let right = Rect { x: left.right() + GAP, width: side, ..row };
        Columns { label, sides: [left, right].map(|place| place.intersection(row)) }
    }

    fn draw_line(&self, look: &Look, index: usize, row: Rect, buf: &mut Buffer) {
        let (theme, measure) = (&look.theme, look.measure);
        let (line, chosen) = (&self.lines[index], index == self.cursor.at());
        let within = |style| theme.within(chosen, style);
        buf.set_style(row, theme.selected_if(chosen));
        if chosen {
            text::left(buf, measure, row, "›", within(theme.selected_mark));
        }
        let columns = self.columns(look, row);
        text::left(buf, measure, columns.label, &line.label, within(theme.dim));
        for (place, side) in columns.sides.into_iter().zip([Side::Left, Side::Right]) {
            let taken = line.taken == Some(side);
            let quiet = line.taken == Some(side.other()) || line.is_same();
            let sign = within(if taken { theme.accent } else { theme.dim });
            let words = within(if quiet { theme.dim } else { Style::new() });
            let said = line.said(side);
            let value = if said.value.is_empty() { Cow::Borrowed("–") } else { one_line(&said.value) };
            let note = if said.note.is_empty() { String::new() } else { format!("  {}", said.note) };
            let pieces =
                [(line.sign(side), sign), (" ", words), (value.as_ref(), words), (&note, within(theme.dim))];
            text::pieces(buf, measure, place, &pieces);
        }
    }

    /// What both sides say of a line, as much of it as there is room for.
    fn draw_in_full(&self, look: &Look, line: &Line, foot: Rect, buf: &mut Buffer) {
        buf.set_string(foot.x, foot.y, "─".repeat(foot.width.into()), look.theme.rule);
        let below = Rect { y: foot.y + 1, height: foot.height - 1, ..foot };
        let columns = self.columns(look, below);
        let label = text::wrapped(look.measure, &line.label, columns.label.width.into());
        for (row, words) in columns.label.rows().zip(label) {
            text::left(buf, look.measure, row, &words, look.theme.dim);
        }
        for (place, side) in columns.sides.into_iter().zip([Side::Left, Side::Right]) {
            let place = Rect { x: place.x + SIGN, width: place.width.saturating_sub(SIGN), ..place };
            let said = line.said(side);
            let value = text::wrapped(look.measure, &one_line(&said.value), place.width.into());
            let all = value.into_iter().map(|words| (words, Style::new()));
            let note = Some(said.note.clone()).filter(|note| !note.is_empty());
            let room = usize::from(place.height) - usize::from(note.is_some());
            let note = note.map(|words| (words, look.theme.dim));
            for (row, (words, style)) in place.rows().zip(all.take(room).chain(note)) {
                text::left(buf, look.measure, row, &words, style);
            }
        }
    }
}

/// A value of several lines in one.
fn one_line(value: &str) -> Cow<'_, str> {
    match value.contains('\n') {
        true => value.split_whitespace().collect::<Vec<_>>().join(" ").into(),
        false => value.into(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::i18n::Lang;
    use crate::tui::testkit::{look, text};

    fn line(label: &str, left: &str, right: &str, taken: Option<Side>) -> Line {
        let said = |value: &str| Said::from(value.to_owned());
        Line { label: label.to_owned(), left: said(left), right: said(right), taken }
    }

    fn sides() -> Sides {
        let lines = vec![
            line("Name", "Acme Foods", "ACME Foods GmbH", Some(Side::Right)),
            line("Telephone", "+49 40 1234", "", Some(Side::Left)),
            line("Country", "Germany", "Germany", None),
            line("Tags", "pilot", "north, 食品", None),
            line("Notes", "met at the fair in Hamburg\nwants a quote", "old client", Some(Side::Right)),
        ];
        Sides::new(["goes".to_owned(), "stays".to_owned()], lines)
    }

    fn drawn(sides: &Sides, width: u16, height: u16) -> String {
        let area = Rect::new(0, 0, width, height);
        let mut buf = Buffer::empty(area);
        sides.draw(&look(Lang::En), area, &mut buf);
        text(&buf)
    }

    #[test]
    fn each_line_says_what_is_taken_and_what_is_kept_of_both() {
        insta::assert_snapshot!(drawn(&sides(), 76, 9));
    }

    #[test]
    fn an_answer_that_says_when_says_it_in_full_below() {
        let mut sides = sides();
        sides.lines[0].left.note = "3 Nov 14:20".to_owned();
        insta::assert_snapshot!(drawn(&sides, 60, 12));
    }

    #[test]
    fn only_what_is_to_be_chosen_is_taken_from_a_side() {
        let mut sides = sides();
        sides.follow(Action::TakeAllLeft, 5);
        let taken: Vec<_> = sides.lines().iter().map(|line| line.taken).collect();
        assert_eq!(taken, [Some(Side::Left), Some(Side::Left), None, None, Some(Side::Left)]);
        sides.follow(Action::Down, 5);
        sides.take_other();
        assert_eq!(sides.lines()[1].taken, Some(Side::Right));
        sides.follow(Action::Down, 5);
        sides.take(Side::Left);
        assert_eq!(sides.lines()[2].taken, None);
    }

    proptest! {
        #[test]
        fn it_is_drawn_in_any_room(width in 0u16..90, height in 0u16..20, at in 0usize..5) {
            let mut sides = sides();
            for _ in 0..at {
                sides.follow(Action::Down, height.into());
            }
            drawn(&sides, width, height);
        }
    }
}
