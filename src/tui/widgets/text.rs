//! Text in a given number of cells: cut at its end with a mark, never spilling over.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

use crate::report::{Measure, is_plain};

/// Writes `text` from the left of the area's first line; returns how many cells it took.
pub fn left(buf: &mut Buffer, measure: Measure, area: Rect, text: &str, style: Style) -> u16 {
    let area = area.intersection(buf.area);
    if area.is_empty() {
        return 0;
    }
    let shown = measure.cut(text, area.width.into());
    if !is_plain(&shown) {
        buf.set_stringn(area.x, area.y, &shown, area.width.into(), style);
        return measure.width(&shown) as u16;
    }
    // Most texts: what is a character need not be found out.
    let cells = (area.left()..area.right()).zip(shown.split_inclusive(|_: char| true));
    for (x, character) in cells {
        buf[(x, area.y)].set_symbol(character).set_style(style);
    }
    shown.len() as u16
}

/// Writes `text` to the right of the area's first line; returns how many cells it took.
pub fn right(buf: &mut Buffer, measure: Measure, area: Rect, text: &str, style: Style) -> u16 {
    let shown = measure.cut(text, area.width.into());
    let width = (measure.width(&shown) as u16).min(area.width);
    left(buf, measure, Rect { x: area.right() - width, width, ..area }, &shown, style)
}

/// Writes `text` in the middle of the area's first line.
pub fn centred(buf: &mut Buffer, measure: Measure, area: Rect, text: &str, style: Style) {
    let shown = measure.cut(text, area.width.into());
    let width = (measure.width(&shown) as u16).min(area.width);
    let x = area.x + (area.width - width) / 2;
    left(buf, measure, Rect { x, width, ..area }, &shown, style);
}

/// The style of words written over a picture: where it names no colour they have the terminal's, not that of what
/// they cover.
pub fn over(style: Style) -> Style {
    Style { fg: style.fg.or(Some(Color::Reset)), ..style }
}

/// Writes several pieces one after the other from the left; returns how many cells they took.
pub fn pieces(buf: &mut Buffer, measure: Measure, area: Rect, pieces: &[(&str, Style)]) -> u16 {
    let mut used = 0;
    for (text, style) in pieces {
        let rest = Rect { x: area.x + used, width: area.width.saturating_sub(used), ..area };
        used += left(buf, measure, rest, text, *style);
    }
    used
}

/// `text` broken into lines of at most `cells`: at spaces where there are any, else anywhere, as
/// Chinese is; a word that is longer than a line wherever the line ends.
pub fn wrapped(measure: Measure, text: &str, cells: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        let fits = measure.width(&line) + measure.width(word.trim_end()) <= cells;
        if !fits && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        if measure.width(word.trim_end()) <= cells {
            line.push_str(word);
            continue;
        }
        let bare = word.trim_end();
        // An address is best broken after its sign.
        for part in bare.split_inclusive('@') {
            let is_whole = measure.width(part) <= cells;
            for piece in if is_whole { vec![part] } else { part.graphemes(true).collect() } {
                if !line.is_empty() && measure.width(&line) + measure.width(piece) > cells {
                    lines.push(std::mem::take(&mut line));
                }
                line.push_str(piece);
            }
        }
        line.push_str(&word[bare.len()..]);
    }
    lines.push(line.trim_end().to_owned());
    lines
}

/// Items in lines of at most `cells`, none broken, with `between` between two in a line.
pub fn in_rows<T>(
    measure: Measure,
    items: impl IntoIterator<Item = T>,
    width: impl Fn(&T) -> usize,
    between: &str,
    cells: usize,
) -> Vec<Vec<T>> {
    let gap = measure.width(between);
    let (mut rows, mut used): (Vec<Vec<T>>, usize) = (Vec::new(), 0);
    for item in items {
        let wanted = width(&item);
        match rows.last_mut().filter(|_| used + gap + wanted <= cells) {
            Some(row) => {
                row.push(item);
                used += gap + wanted;
            }
            None => {
                rows.push(vec![item]);
                used = wanted;
            }
        }
    }
    rows
}

/// Pieces between which a line may end: after a space, and around each wide character, though not
/// before the marks that close a sentence.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut cuts = vec![0];
    let mut previous: Option<char> = None;
    for (at, c) in text.char_indices() {
        let closing = matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | '）' | '”' | '》' | '·');
        let opening = matches!(previous, Some('（' | '“' | '《'));
        let after_space = previous == Some(' ') && !matches!(c, ' ' | '·');
        let beside_wide = previous.is_some_and(|p| is_wide(p) || is_wide(c)) && c != ' ';
        if after_space || beside_wide && !opening && !closing {
            cuts.push(at);
        }
        previous = Some(c);
    }
    cuts.push(text.len());
    (1..cuts.len()).map(move |i| &text[cuts[i - 1]..cuts[i]])
}

fn is_wide(c: char) -> bool {
    c.width() == Some(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn right_aligned_text_loses_its_end_not_its_front() {
        let mut buf = Buffer::empty(Rect::new(0, 0, 6, 1));
        let area = buf.area;
        right(&mut buf, Measure::default(), area, "Acme Foods", Style::new());
        assert_eq!(buf, Buffer::with_lines([" Acme…"]));
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_closing_mark() {
        let lines = wrapped(Measure::default(), "还没有数据，先导入吧。", 10);
        assert_eq!(lines, ["还没有数", "据，先导入", "吧。"]);
        assert_eq!(wrapped(Measure::default(), "no deals yet", 8), ["no deals", "yet"]);
        let long = wrapped(Measure::default(), "to jane.miller@acme.example now", 12);
        assert_eq!(long, ["to", "jane.miller@", "acme.example", "now"]);
    }

    proptest! {
        #[test]
        fn wrapping_loses_no_word(text in "[a-z中文，。 ]{0,60}", cells in 12usize..40) {
            let lines = wrapped(Measure::default(), &text, cells);
            let joined: String = lines.concat().split_whitespace().collect();
            prop_assert_eq!(joined, text.split_whitespace().collect::<String>());
        }
    }
}
