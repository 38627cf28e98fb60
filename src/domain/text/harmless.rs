//! Text that came through no door of ours, made harmless where it is shown: the name of a file, a column of a
//! damaged document, a value in a book that another program wrote.

use std::borrow::Cow;

use super::{is_tall, is_unprintable, without_sequences};

/// The text on one line, without what steers a terminal, turns or hides what stands beside it; its white space
/// stays as it is, so that what is laid out keeps its places.
pub fn harmless_line(text: &str) -> Cow<'_, str> {
    harmless(text, |_| ' ')
}

/// As [`harmless_line`], but line ends stay.
pub fn harmless_lines(text: &str) -> Cow<'_, str> {
    harmless(text, |control| if control == '\n' { '\n' } else { ' ' })
}

/// What is control becomes another character, what has no width goes.
fn harmless(text: &str, instead: impl Fn(char) -> char) -> Cow<'_, str> {
    let is_sound = |sign: char| !is_unprintable(sign) || instead(sign) == sign;
    if text.chars().all(is_sound) && !is_tall(text) {
        return Cow::Borrowed(text);
    }
    let shown = without_sequences(text);
    let shown = shown.chars().filter(|sign| sign.is_control() || !is_unprintable(*sign));
    let shown: String = shown.map(|sign| if sign.is_control() { instead(sign) } else { sign }).collect();
    Cow::Owned(super::without_towers(shown))
}

#[cfg(test)]
mod tests {
    use super::super::tests::wild;
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    #[rstest]
    #[case("  laid   out ", "  laid   out ")]
    #[case("x\u{16}.xlsx", "x .xlsx")]
    #[case("\x1b[2Jname\u{202e}fdp.exe", "namefdp.exe")]
    #[case("two\nlines", "two lines")]
    fn a_line_is_shown_harmlessly(#[case] raw: &str, #[case] shown: &str) {
        assert_eq!(harmless_line(raw), shown);
    }

    #[test]
    fn lines_stay_where_there_are_several() {
        assert_eq!(harmless_lines("  a\n\tb\r\n^^"), "  a\n b \n^^");
    }

    proptest! {
        #[test]
        fn nothing_dangerous_is_shown(text in wild()) {
            prop_assert!(!harmless_line(&text).chars().any(is_unprintable));
            prop_assert!(!harmless_lines(&text).chars().any(|c| c != '\n' && is_unprintable(c)));
        }
    }
}
