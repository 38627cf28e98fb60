//! How many terminal cells a text takes, and how it is cut to fewer.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Measures text in terminal cells. Chinese characters take two; whether `… · →` take one or two is
/// up to the terminal, so it is a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Measure {
    /// Characters of ambiguous width take two cells here.
    pub ambiguous_wide: bool,
}

impl Measure {
    /// Terminal cells that `text` takes on one line.
    pub fn width(self, text: &str) -> usize {
        match self.ambiguous_wide {
            _ if is_plain(text) => text.len(),
            true => text.width_cjk(),
            false => text.width(),
        }
    }

    /// `text` in at most `cells`, its end replaced by a mark where it was cut.
    pub fn cut(self, text: &str, cells: usize) -> Cow<'_, str> {
        if self.width(text) <= cells {
            return Cow::Borrowed(text);
        }
        let mark = self.mark(cells);
        let room = cells - mark.len().min(self.width(mark));
        let mut used = 0;
        let mut kept = String::new();
        for cluster in text.graphemes(true) {
            let width = self.width(cluster);
            if used + width > room {
                break;
            }
            used += width;
            kept.push_str(cluster);
        }
        kept.truncate(kept.trim_end().len());
        kept.push_str(mark);
        Cow::Owned(kept)
    }

    /// The mark of what was cut, never wider than `cells`.
    fn mark(self, cells: usize) -> &'static str {
        match (cells, self.ambiguous_wide) {
            (0, _) => "",
            (1, true) => ".",
            (_, true) => "..",
            (_, false) => "…",
        }
    }
}

/// Whether a text is of visible ASCII alone: each byte is a character, and each takes a cell.
pub fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_chinese_character_takes_two_cells() {
        let measure = Measure::default();
        assert_eq!(measure.width("大客户"), 6);
        assert_eq!(measure.cut("大客户经理", 6), "大客…");
        assert_eq!(measure.cut("大客户", 6), "大客户");
    }

    #[test]
    fn where_ambiguous_characters_are_wide_the_mark_is_ascii() {
        let wide = Measure { ambiguous_wide: true };
        assert_eq!(wide.width("a→b"), 4);
        assert_eq!(wide.cut("abcdef", 4), "ab..");
    }

    proptest! {
        #[test]
        fn plain_text_takes_what_its_characters_take(text in "[ -~]{0,30}|\\PC{0,9}|[a-z\r\n\t\x7f]{0,9}") {
            let measure = Measure::default();
            prop_assert_eq!(measure.width(&text), text.width());
            prop_assert_eq!(Measure { ambiguous_wide: true }.width(&text), text.width_cjk());
        }

        #[test]
        fn cut_text_is_never_wider_than_asked(text in "\\PC{0,30}", cells in 0usize..20, ambiguous_wide: bool) {
            let measure = Measure { ambiguous_wide };
            prop_assert!(measure.width(&measure.cut(&text, cells)) <= cells);
        }
    }
}
