//! What a write has altered on a screen: the words and figures that stand there now and did not before.
//!
//! The screen is compared as it is drawn, so every screen is covered and none has to know. A line that has only
//! moved up or down, as lists do when they are sorted anew, is the same line; what is another view altogether is
//! no change that could be pointed at.

use std::collections::BTreeMap;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use unicode_width::UnicodeWidthStr;

/// The thin rule between two panes: each side of it moves by itself.
const RULE: &str = "│";

/// Of so many words of a pane at most one may be another one; beyond, it shows another thing.
const ONE_OF: usize = 3;

/// Words that may always be others: a small pane has few.
const FEW: usize = 12;

/// A word on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Its cells.
    pub at: Rect,
    /// What it says.
    pub text: String,
}

impl Word {
    /// Whether it still stands where it stood.
    pub fn stands_in(&self, buf: &Buffer) -> bool {
        self.at.intersection(buf.area) == self.at && said(buf, self.at) == self.text
    }
}

/// The words of `after` in `area` that `before`, a picture of the same size, did not have there; none of a pane
/// where too many are others.
pub fn changed(before: &Buffer, after: &Buffer, area: Rect) -> Vec<Word> {
    let lines: Vec<Vec<Word>> = area.rows().map(|row| words(before, row)).collect();
    // By where they begin: how many words there are, and those that are others.
    let mut panes: BTreeMap<u16, (usize, Vec<Word>)> = BTreeMap::new();
    for (row, y) in area.rows().zip(0..) {
        for part in parts(after, row) {
            let words = words(after, part);
            let (all, changed) = panes.entry(part.x).or_default();
            *all += words.len();
            let came_from = source(&words, &lines, y);
            let stood = |word: &Word| came_from.is_some_and(|line| has(line, word));
            changed.extend(words.into_iter().filter(|word| means_something(word) && !stood(word)));
        }
    }
    let is_same_thing = |(all, changed): &(usize, Vec<Word>)| changed.len() <= FEW.max(all / ONE_OF);
    panes.into_values().filter(is_same_thing).flat_map(|(_, changed)| changed).collect()
}

/// The line that these words were before: that at the same height unless another has more of them.
fn source<'a>(words: &[Word], lines: &'a [Vec<Word>], y: usize) -> Option<&'a Vec<Word>> {
    let alike = |line: &Vec<Word>| words.iter().filter(|word| has(line, word)).count();
    let here = lines.get(y)?;
    let best = lines.iter().map(|line| (alike(line), line)).max_by_key(|(number, _)| *number)?;
    Some(if best.0 > alike(here) { best.1 } else { here })
}

/// Whether a line has a word at the same place.
fn has(line: &[Word], word: &Word) -> bool {
    line.iter().any(|one| one.at.x == word.at.x && one.text == word.text)
}

/// Bars, rules and marks are no words.
fn means_something(word: &Word) -> bool {
    word.text.chars().any(char::is_alphanumeric)
}

/// The parts of a row between the rules of panes.
fn parts(buf: &Buffer, row: Rect) -> Vec<Rect> {
    let rules = (row.left()..row.right()).filter(|x| buf[(*x, row.y)].symbol() == RULE);
    let mut parts = Vec::new();
    let mut from = row.left();
    for end in rules.chain([row.right()]) {
        parts.push(Rect { x: from, width: end - from, ..row });
        from = (end + 1).min(row.right());
    }
    parts
}

/// The words of a row, told apart by blanks.
fn words(buf: &Buffer, row: Rect) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut is_open = false;
    let mut x = row.left();
    while x < row.right() {
        let symbol = buf[(x, row.y)].symbol();
        let width = (symbol.width() as u16).max(1);
        let is_blank = symbol.trim().is_empty();
        match words.last_mut().filter(|_| is_open && !is_blank) {
            Some(word) => {
                word.text.push_str(symbol);
                word.at.width = x + width - word.at.x;
            }
            None if is_blank => {}
            None => words.push(Word { at: Rect::new(x, row.y, width, 1), text: symbol.to_owned() }),
        }
        is_open = !is_blank;
        x += width;
    }
    words
}

fn said(buf: &Buffer, at: Rect) -> String {
    words(buf, at).into_iter().map(|word| word.text).collect()
}

#[cfg(test)]
mod tests {
    use ratatui::style::Style;

    use super::*;

    fn picture(lines: &[&str]) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, 44, lines.len() as u16));
        for (line, y) in lines.iter().zip(0..) {
            buf.set_string(0, y, line, Style::new());
        }
        buf
    }

    fn marked(before: &[&str], after: &[&str]) -> Vec<String> {
        let (before, after) = (picture(before), picture(after));
        changed(&before, &after, after.area).into_iter().map(|word| word.text).collect()
    }

    const LIST: [&str; 4] = [
        "Scanners     Acme    Interest   12,000  5 %",
        "李敏 二期     Acme    Design     40,000  20 %",
        "Yearly check Borealis Use        9,100  80 %",
        "Total                           61,100",
    ];

    #[test]
    fn a_figure_that_has_changed_is_found_where_it_stands() {
        let after = [
            LIST[0],
            "李敏 二期     Acme    Design     41,500  20 %",
            LIST[2],
            "Total                           62,600",
        ];
        assert_eq!(marked(&LIST, &after), ["41,500", "62,600"]);
    }

    #[test]
    fn what_changes_to_what_another_line_says_has_changed_all_the_same() {
        let after = ["Scanners     Acme    Design     12,000  20 %", LIST[1], LIST[2], LIST[3]];
        assert_eq!(marked(&LIST, &after), ["Design", "20"]);
    }

    #[test]
    fn a_line_that_has_only_moved_is_the_same_line() {
        assert_eq!(marked(&LIST, &[LIST[1], LIST[2], LIST[0], LIST[3]]), [""; 0]);
        let moved = ["Yearly check Borealis Use        9,900  80 %", LIST[0], LIST[1], LIST[3]];
        assert_eq!(marked(&LIST, &moved), ["9,900"]);
    }

    #[test]
    fn each_side_of_a_rule_moves_by_itself() {
        let before = [
            "Scanners   12,000 │ D-1 Scanners",
            "二期       40,000 │ Stage Interest",
            "Yearly      9,100 │ Due never",
        ];
        let after = [
            "二期       40,000 │ D-1 Scanners",
            "Yearly      9,100 │ Stage Design",
            "Scanners   12,000 │ Due never",
        ];
        assert_eq!(marked(&before, &after), ["Design"]);
    }

    #[test]
    fn a_pane_that_shows_another_thing_is_no_change_and_the_one_beside_it_may_be() {
        let lines = |total: &str, word: &str| -> Vec<String> {
            (0..8).map(|at| format!("{total}{at}  same │ {word} {word}{at} {word}x")).collect()
        };
        let (before, after) = (lines("1", "old"), lines("2", "new"));
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        assert_eq!(marked(&before, &after), ["20", "21", "22", "23", "24", "25", "26", "27"]);
    }

    #[test]
    fn another_view_altogether_is_no_change() {
        let lines = |word: &str| [word; 8].map(|word| format!("{word} one two three four five"));
        let (before, after) = (lines("old"), lines("new 一 二 三 四 五 六"));
        let before: Vec<&str> = before.iter().map(String::as_str).collect();
        let after: Vec<&str> = after.iter().map(String::as_str).collect();
        assert_eq!(marked(&before, &after), [""; 0]);
    }

    #[test]
    fn bars_are_not_marked_and_a_word_is_known_again_where_it_stands() {
        assert_eq!(marked(&["████  92 %"], &["██████  94 %"]), ["94"]);
        let after = picture(&["Due 12月15日"]);
        let word = &changed(&picture(&["Due 12月16日"]), &after, after.area)[0];
        assert_eq!(word.text, "12月15日");
        assert!(word.stands_in(&after) && !word.stands_in(&picture(&["Due 12月17日"])));
        assert!(!word.stands_in(&Buffer::empty(Rect::new(0, 0, 5, 1))), "the terminal is smaller now");
    }
}
