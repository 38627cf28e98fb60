//! Several lines to type in. They are wrapped to the room there is; the cursor is the terminal's own, so
//! that an input method opens beside it. Its keys are those of a single line, and up and down.

use std::ops::Range;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::domain::text::clean_text;

/// The longest text that is taken, in bytes; more is left out.
const LONGEST: usize = 60_000;

/// Text of several lines being edited.
#[derive(Debug, Clone, Default)]
pub struct TextArea {
    text: String,
    /// Where the cursor stands, in bytes.
    at: usize,
}

/// What a key did to the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Nothing, or only the cursor moved.
    Moved,
    /// The text is another one.
    Changed,
    /// The cursor would leave the text by its first line.
    Above,
    /// The cursor would leave the text by its last line.
    Below,
}

impl TextArea {
    /// A text with the cursor at its end.
    pub fn new(text: &str) -> TextArea {
        let text = clean_text(text);
        TextArea { at: text.len(), text }
    }

    /// What has been typed, as it stands.
    pub fn raw(&self) -> &str {
        &self.text
    }

    /// Where the cursor stands, in bytes.
    pub fn cursor(&self) -> usize {
        self.at
    }

    /// Puts a piece of text in the place of another; the cursor stands after it.
    pub fn replace(&mut self, range: Range<usize>, piece: &str) {
        self.text.replace_range(range.clone(), piece);
        self.at = range.start + piece.len();
    }

    /// Takes a key; lines are `cells` wide.
    pub fn key(&mut self, key: &KeyEvent, cells: u16) -> Taken {
        let (control, alt) =
            (key.modifiers.contains(KeyModifiers::CONTROL), key.modifiers.contains(KeyModifiers::ALT));
        let start = self.line().start;
        let target = match key.code {
            KeyCode::Char(c) if !control && !alt => return self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Enter => return self.insert("\n"),
            KeyCode::Backspace => return self.remove(self.before(self.at)..self.at),
            KeyCode::Delete => return self.remove(self.at..self.after(self.at)),
            KeyCode::Char('h') if control => return self.remove(self.before(self.at)..self.at),
            KeyCode::Char('d') if control => return self.remove(self.at..self.after(self.at)),
            KeyCode::Char('u') if control => return self.remove(start..self.at),
            KeyCode::Char('k') if control => return self.remove(self.at..self.line().end),
            KeyCode::Char('w') if control => return self.remove(self.word_before()..self.at),
            KeyCode::Left => self.before(self.at),
            KeyCode::Right => self.after(self.at),
            KeyCode::Home => start,
            KeyCode::End => self.line().end,
            KeyCode::Char('a') if control => start,
            KeyCode::Char('e') if control => self.line().end,
            KeyCode::Up => return self.go(cells, -1),
            KeyCode::Down => return self.go(cells, 1),
            _ => return Taken::Moved,
        };
        self.at = target;
        Taken::Moved
    }

    /// Takes pasted text at the cursor.
    pub fn paste(&mut self, text: &str) {
        self.insert(&clean_text(text));
    }

    /// How many rows the text takes in so many cells.
    pub fn rows(&self, cells: u16) -> usize {
        wrap(&self.text, cells.into()).len()
    }

    /// Draws the rows around the cursor; returns where it stands.
    pub fn draw(&self, area: Rect, buf: &mut Buffer, style: Style) -> Option<Position> {
        let area = area.intersection(buf.area);
        if area.is_empty() {
            return None;
        }
        let rows = wrap(&self.text, area.width.into());
        let here = row_of(&rows, self.at);
        let height = usize::from(area.height);
        let first = (here + 1).saturating_sub(height);
        buf.set_style(area, style);
        for (row, range) in area.rows().zip(rows.iter().skip(first)) {
            buf.set_stringn(row.x, row.y, &self.text[range.clone()], row.width.into(), style);
        }
        let column = self.text[rows[here].start..self.at].width() as u16;
        Some(Position::new(area.x + column.min(area.width - 1), area.y + (here - first) as u16))
    }

    fn insert(&mut self, piece: &str) -> Taken {
        if self.text.len() + piece.len() > LONGEST {
            return Taken::Moved;
        }
        self.text.insert_str(self.at, piece);
        self.at += piece.len();
        Taken::Changed
    }

    fn remove(&mut self, range: Range<usize>) -> Taken {
        if range.is_empty() {
            return Taken::Moved;
        }
        self.replace(range, "");
        Taken::Changed
    }

    /// One row up or down, in the same column as nearly as can be.
    fn go(&mut self, cells: u16, by: isize) -> Taken {
        let rows = wrap(&self.text, cells.max(1).into());
        let here = row_of(&rows, self.at);
        let Some(target) = here.checked_add_signed(by).filter(|row| *row < rows.len()) else {
            return if by < 0 { Taken::Above } else { Taken::Below };
        };
        let column = self.text[rows[here].start..self.at].width();
        let mut at = rows[target].start;
        for cluster in self.text[rows[target].clone()].graphemes(true) {
            if self.text[rows[target].start..at].width() + cluster.width() > column {
                break;
            }
            at += cluster.len();
        }
        self.at = at;
        Taken::Moved
    }

    /// The line that the cursor is in, without its end.
    fn line(&self) -> Range<usize> {
        let start = self.text[..self.at].rfind('\n').map_or(0, |at| at + 1);
        let end = self.text[self.at..].find('\n').map_or(self.text.len(), |at| self.at + at);
        start..end
    }

    fn before(&self, at: usize) -> usize {
        self.text[..at].grapheme_indices(true).next_back().map_or(0, |(start, _)| start)
    }

    fn after(&self, at: usize) -> usize {
        self.text[at..].graphemes(true).next().map_or(at, |cluster| at + cluster.len())
    }

    fn word_before(&self) -> usize {
        let mut words = self.text[..self.at].split_word_bound_indices();
        let last = words.rfind(|(_, word)| !word.chars().all(char::is_whitespace));
        last.map_or(0, |(start, _)| start)
    }
}

/// The rows of a text in so many cells: a line ends where it is ended, or after its last space that fits,
/// or where it must.
fn wrap(text: &str, cells: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let (mut from, mut break_at, mut used) = (start, None, 0);
        for (offset, cluster) in line.grapheme_indices(true) {
            let at = start + offset;
            let width = cluster.width();
            // One cell is kept for the cursor.
            if used + width >= cells.max(3) && at > from {
                let cut = break_at.filter(|cut| *cut > from).unwrap_or(at);
                rows.push(from..cut);
                used = text[cut..at].width();
                (from, break_at) = (cut, None);
            }
            used += width;
            if cluster == " " || width == 2 {
                break_at = Some(at + cluster.len());
            }
        }
        rows.push(from..end);
        start = end + 1;
    }
    rows
}

/// The row that a place in the text is in: the later of two that it lies between.
fn row_of(rows: &[Range<usize>], at: usize) -> usize {
    rows.iter().rposition(|row| row.start <= at).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn press(area: &mut TextArea, code: KeyCode) -> Taken {
        area.key(&KeyEvent::new(code, KeyModifiers::NONE), 12)
    }

    #[test]
    fn enter_makes_a_new_line_and_the_edges_let_go() {
        let mut area = TextArea::new("one");
        assert_eq!(press(&mut area, KeyCode::Enter), Taken::Changed);
        press(&mut area, KeyCode::Char('2'));
        assert_eq!(area.raw(), "one\n2");
        assert_eq!(press(&mut area, KeyCode::Down), Taken::Below);
        assert_eq!(press(&mut area, KeyCode::Up), Taken::Moved);
        assert_eq!(area.cursor(), 1, "in the same column");
        assert_eq!(press(&mut area, KeyCode::Up), Taken::Above);
    }

    #[test]
    fn long_lines_break_between_words_and_anywhere_in_chinese() {
        let text = "budget is agreed";
        let rows =
            |text: &str| wrap(text, 10).iter().map(|row| text[row.clone()].to_owned()).collect::<Vec<_>>();
        assert_eq!(rows(text), ["budget ", "is agreed"]);
        assert_eq!(rows("预算已经批准了"), ["预算已经", "批准了"]);
        assert_eq!(rows("a\n\nb"), ["a", "", "b"]);
    }

    proptest! {
        #[test]
        fn no_key_breaks_the_text(
            text in "[a-z 中\u{301}👍\n]{0,40}",
            keys in prop::collection::vec(0usize..12, 0..40),
            cells in 1u16..20,
        ) {
            let codes = [KeyCode::Up, KeyCode::Down, KeyCode::Left, KeyCode::Right, KeyCode::Home, KeyCode::End,
                KeyCode::Backspace, KeyCode::Delete, KeyCode::Enter, KeyCode::Char('文'), KeyCode::Char('w'),
                KeyCode::Char('k')];
            let mut area = TextArea::new(&text);
            for (turn, key) in keys.into_iter().enumerate() {
                let held = if key >= 10 && turn % 2 == 0 { KeyModifiers::CONTROL } else { KeyModifiers::NONE };
                area.key(&KeyEvent::new(codes[key], held), cells);
                let whole: String = wrap(area.raw(), cells.into()).iter().map(|row| &area.raw()[row.clone()]).collect();
                prop_assert_eq!(whole, area.raw().replace('\n', ""));
                let mut buf = Buffer::empty(Rect::new(0, 0, cells, 3));
                prop_assert!(area.draw(buf.area, &mut buf, Style::new()).is_some());
            }
        }
    }
}
