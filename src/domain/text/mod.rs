//! Text cleaned at the door: what files and people hand in never reaches a terminal raw, and one
//! company is recognised under the several ways of writing its name.

pub mod bounded;
mod harmless;
mod name;

use std::iter::Peekable;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

pub use self::harmless::{harmless_line, harmless_lines};
pub use self::name::name_key;

/// Marks that may stand over and under one character: more than any language needs, fewer than reach the next line.
const MARKS: usize = 6;

/// One clean line: terminal sequences, control characters, bidirectional overrides, characters without width and
/// towers of marks are gone; any run of white space, line ends too, is one space; trimmed.
pub fn clean_line(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let visible = without_sequences(text);
    let mut line = String::with_capacity(visible.len());
    let mut gap = false;
    for character in visible.chars() {
        if character.is_whitespace() {
            gap = true;
        } else if !is_unprintable(character) {
            if gap && !line.is_empty() {
                line.push(' ');
            }
            gap = false;
            line.push(character);
        }
    }
    without_towers(line)
}

/// Clean text of several lines: as [`clean_line`], but line ends stay (as `\n`), and so does white
/// space inside a line; a tab is four spaces. No blank lines at the start, no white space at the end.
pub fn clean_text(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    let unified = without_sequences(text).replace("\r\n", "\n");
    let mut cleaned = String::with_capacity(unified.len());
    for character in unified.chars() {
        match character {
            '\t' => cleaned.push_str("    "),
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => cleaned.push('\n'),
            _ if is_unprintable(character) => {}
            _ => cleaned.push(character),
        }
    }
    let cleaned = without_towers(cleaned);
    let lines: Vec<&str> = cleaned.lines().map(str::trim_end).collect();
    let first = lines.iter().position(|line| !line.is_empty()).unwrap_or(lines.len());
    lines[first..].join("\n").trim_end().to_owned()
}

/// The text with full-width and other compatibility forms replaced by the plain ones, in lower case,
/// cleaned: for comparing what a person typed with a word.
pub fn fold(text: &str) -> String {
    let mut folded = clean_line(text);
    if folded.is_ascii() {
        folded.make_ascii_lowercase();
        return folded;
    }
    // Lower-casing may undo normal form and the other way round; a second turn always settled it.
    for _ in 0..4 {
        let next = clean_line(&folded.nfkc().collect::<String>().to_lowercase());
        if next == folded {
            break;
        }
        folded = next;
    }
    folded
}

/// Whether a text is clean as it is, seen at a glance: ASCII on one line with single spaces inside. Nearly
/// all cells of an import are.
fn is_plain(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().all(|byte| (b' '..=b'~').contains(byte))
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
        && !bytes.windows(2).any(|pair| pair == b"  ")
}

/// The text without terminal control sequences (`ESC [ … m`, `ESC ] … BEL`): dropping the escape
/// character alone would leave their residue to be read. An unfinished one loses only its start.
fn without_sequences(text: &str) -> String {
    if !text.contains(['\u{1b}', '\u{9b}', '\u{9d}', '\u{90}', '\u{98}', '\u{9e}', '\u{9f}']) {
        return text.to_owned();
    }
    let mut kept = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        let opener = match character {
            '\u{1b}' => rest.peek().copied(),
            '\u{9b}' => Some('['),
            '\u{90}' | '\u{98}' | '\u{9d}' | '\u{9e}' | '\u{9f}' => Some(']'),
            _ => {
                kept.push(character);
                continue;
            }
        };
        let mut ahead = rest.clone();
        if character == '\u{1b}' {
            ahead.next();
        }
        let finished = match opener {
            Some('[') => skip_parameters(&mut ahead),
            Some(']' | 'P' | 'X' | '^' | '_') => skip_string(&mut ahead),
            _ => false,
        };
        if finished {
            rest = ahead;
        }
    }
    kept
}

/// Moves past parameters and the final character of a control sequence; false where there is none.
fn skip_parameters(ahead: &mut Peekable<std::str::Chars<'_>>) -> bool {
    while ahead.next_if(|c| matches!(c, ' '..='?')).is_some() {}
    ahead.next().is_some_and(|c| matches!(c, '@'..='~'))
}

/// Moves past a control string and its terminator; false where the line ends before it.
fn skip_string(ahead: &mut Peekable<std::str::Chars<'_>>) -> bool {
    while let Some(character) = ahead.next() {
        match character {
            '\u{7}' | '\u{9c}' => return true,
            '\u{1b}' => return ahead.next_if_eq(&'\\').is_some(),
            '\n' | '\r' => return false,
            _ => {}
        }
    }
    false
}

/// Whether marks stand so high over a character that they cover the lines beside it.
fn is_tall(text: &str) -> bool {
    !text.is_ascii() && towers(text).any(|(_, height)| height > MARKS)
}

/// The text without the marks that are too many over one character.
fn without_towers(text: String) -> String {
    if !is_tall(&text) {
        return text;
    }
    towers(&text).filter(|(_, height)| *height <= MARKS).map(|(character, _)| character).collect()
}

/// Every character, with how many marks stand over the same one so far, itself included.
fn towers(text: &str) -> impl Iterator<Item = (char, usize)> {
    text.chars().scan(0, |height, character| {
        *height = if is_combining_mark(character) { *height + 1 } else { 0 };
        Some((character, *height))
    })
}

/// Characters that draw nothing of their own, or change how their neighbours are drawn.
fn is_unprintable(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff0}'..='\u{fffb}' | '\u{fffe}' | '\u{ffff}'
            | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("  Acme \t\n Ltd  ", "Acme Ltd")]
    #[case("\u{feff}Acme\0", "Acme")]
    #[case("\x1b[31mred\x1b[0m", "red")]
    #[case("\u{9b}2Jgone", "gone")]
    #[case("\x1b]0;title\x07name", "name")]
    #[case("\x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\", "link")]
    #[case("\x1b]never closed", "]never closed")]
    #[case("\u{202e}evil\u{202c}", "evil")]
    #[case("zero\u{200b}width", "zerowidth")]
    #[case("上海\u{3000}贸易", "上海 贸易")]
    #[case("Ngu\u{302}\u{323}yen", "Ngu\u{302}\u{323}yen")]
    #[case(
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}x",
        "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}x"
    )]
    fn a_line_is_clean(#[case] raw: &str, #[case] clean: &str) {
        assert_eq!(clean_line(raw), clean);
    }

    #[rstest]
    #[case("one\r\ntwo\rthree", "one\ntwo\nthree")]
    #[case("\n\n  - a\tb  \n\nend\n\n", "  - a    b\n\nend")]
    #[case("a\x1b[2Jb", "ab")]
    fn a_text_keeps_its_lines(#[case] raw: &str, #[case] clean: &str) {
        assert_eq!(clean_text(raw), clean);
    }

    /// Any text, and text rich in what is dangerous.
    pub(super) fn wild() -> impl Strategy<Value = String> {
        let spicy = prop::sample::select(vec![
            "\x1b",
            "[",
            "]",
            "31m",
            "\u{9b}",
            "\u{202e}",
            "\u{200b}",
            "\u{feff}",
            "\r",
            "\n",
            "\t",
            " ",
            "a",
            "Ⅷ",
            "\x07",
            "\\",
            "\u{2028}",
            "\u{e0041}",
            "👩\u{200d}🚀",
            "有限公司",
            "inc",
            "&",
            "co",
            "and",
            ".",
            "，",
            "İ",
            "ﬀ",
        ]);
        prop_oneof![any::<String>(), prop::collection::vec(spicy, 0..24).prop_map(|parts| parts.concat())]
    }

    proptest! {
        #[test]
        fn nothing_dangerous_is_left(text in wild()) {
            let line = clean_line(&text);
            prop_assert!(!line.chars().any(is_unprintable), "{line:?}");
            prop_assert!(!clean_text(&text).chars().any(|c| c != '\n' && is_unprintable(c)));
            prop_assert!(!line.contains('\n') && !line.contains("  ") && line.trim() == line);
        }

        #[test]
        fn cleaning_twice_changes_nothing_more(text in wild()) {
            let (line, lines) = (clean_line(&text), clean_text(&text));
            prop_assert_eq!(clean_line(&line), line);
            prop_assert_eq!(clean_text(&lines), lines);
        }
    }
}
