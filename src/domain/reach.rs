//! Ways to reach a person as they are written: `jane@acme.example work`, `+49 40 1234-0 mobile`.

use std::ops::Range;

use super::word::words;

words! {
    /// What an address or a number is for, where it is one of the usual.
    pub enum ReachLabel {
        /// At work.
        Work = "work",
        /// Carried along.
        Mobile = "mobile",
        /// At home.
        Home = "home",
        /// For letters on paper that travel by telephone.
        Fax = "fax",
        /// Anything else.
        Other = "other",
    }
}

/// An address or a number, and what it is for.
pub type Labelled = (Option<String>, String);

/// How somebody is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// By e-mail.
    Email,
    /// By telephone.
    Phone,
}

impl Way {
    /// What an address, or a number, is usually for.
    pub fn labels(self) -> &'static [ReachLabel] {
        match self {
            Way::Email => &[ReachLabel::Work, ReachLabel::Home, ReachLabel::Other],
            Way::Phone => ReachLabel::ALL,
        }
    }

    /// Where each is in a text: a line for each, or commas between them. A comma within a number is a pause
    /// in dialling, so that there only one with white space after it parts two.
    pub fn pieces(self, text: &str) -> Vec<Range<usize>> {
        let mut pieces = Vec::new();
        let mut start = 0;
        for (at, sign) in text.char_indices() {
            let after = at + sign.len_utf8();
            let parts = match sign {
                '\n' | ';' | '；' | '，' | '、' => true,
                ',' => self == Way::Email || text[after..].starts_with(char::is_whitespace),
                _ => false,
            };
            if parts {
                pieces.push(start..at);
                start = after;
            }
        }
        pieces.push(start..text.len());
        pieces
    }

    /// Where in a piece the address or number is, and where its label is: after it, or before it with a
    /// colon between them. An address is known by its `@`; a number ends where the white space after its
    /// last figure begins, or at a colon. None where there is neither.
    pub fn parts(self, piece: &str) -> Option<(Range<usize>, Range<usize>)> {
        let (value, rest) = match self {
            Way::Email => address(piece)?,
            Way::Phone => number(piece)?,
        };
        Some((trimmed(piece, value, &[' ']), trimmed(piece, rest, &[':', '：', '(', ')', '（', '）'])))
    }

    /// What a piece says.
    pub fn read(self, piece: &str) -> Option<Labelled> {
        let (value, label) = self.parts(piece)?;
        let label = Some(piece[label].to_owned()).filter(|label| !label.is_empty());
        Some((label, piece[value].to_owned()))
    }

    /// The piece that says it.
    pub fn written(self, value: &str, label: Option<&str>) -> String {
        let plain = match label {
            Some(label) => format!("{value} {label}"),
            None => value.to_owned(),
        };
        let is_understood = self
            .read(&plain)
            .is_some_and(|(read_label, read)| read == value && read_label.as_deref() == label);
        // A label with a figure in it would be taken for the number's end.
        if is_understood {
            plain
        } else {
            format!("{value}: {}", label.unwrap_or_default()).trim().to_owned()
        }
    }
}

/// The word with the `@`, and what stands after it or, where nothing does, before it. Of
/// `Jane Miller <jane@acme.example>` the name is no label.
fn address(piece: &str) -> Option<(Range<usize>, Range<usize>)> {
    let is_gap = |sign: char| sign.is_whitespace() || matches!(sign, '<' | '>' | '(' | ')' | ':' | '：');
    let at = piece.find('@').filter(|at| piece.rfind('@') == Some(*at))?;
    let gap = piece[..at].char_indices().rev().find(|(_, sign)| is_gap(*sign));
    let start = gap.map_or(0, |(at, sign)| at + sign.len_utf8());
    let end = piece[at..].find(is_gap).map_or(piece.len(), |length| at + length);
    let has_both_sides = start < at && at + 1 < end;
    let is_bracketed = gap.is_some_and(|(_, sign)| sign == '<');
    let after = end + piece[end..].len() - piece[end..].trim_start_matches('>').len();
    let label = match piece[after..].trim().is_empty() && !is_bracketed {
        true => 0..start,
        false => after..piece.len(),
    };
    has_both_sides.then_some((start..end, if label.is_empty() { after..piece.len() } else { label }))
}

fn number(piece: &str) -> Option<(Range<usize>, Range<usize>)> {
    let has_figure = |text: &str| text.contains(|sign: char| sign.is_ascii_digit());
    if let Some((at, colon)) = piece.char_indices().find(|(_, sign)| matches!(sign, ':' | '：')) {
        let after = at + colon.len_utf8();
        return match (has_figure(&piece[..at]), has_figure(&piece[after..])) {
            (true, _) => Some((0..at, after..piece.len())),
            (false, true) => Some((after..piece.len(), 0..at)),
            (false, false) => None,
        };
    }
    let last = piece.rfind(|sign: char| sign.is_ascii_digit())?;
    let is_end = |sign: char| sign.is_whitespace() || !sign.is_ascii() && sign.is_alphabetic();
    let end = piece[last..].find(is_end).map_or(piece.len(), |length| last + length);
    Some((0..end, end..piece.len()))
}

fn trimmed(text: &str, range: Range<usize>, marks: &[char]) -> Range<usize> {
    let is_mark = |sign: char| sign.is_whitespace() || marks.contains(&sign);
    let piece = &text[range.clone()];
    let start = range.start + (piece.len() - piece.trim_start_matches(is_mark).len());
    start..(start + piece.trim_matches(is_mark).len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use rstest::rstest;

    fn told(label: &str, value: &str) -> Option<Labelled> {
        Some((Some(label.to_owned()).filter(|label| !label.is_empty()), value.to_owned()))
    }

    #[rstest]
    #[case("jane@acme.example work", "work", "jane@acme.example")]
    #[case("work: jane@acme.example", "work", "jane@acme.example")]
    #[case("jane@acme.example (at home)", "at home", "jane@acme.example")]
    #[case("Jane Miller <jane@acme.example>", "", "jane@acme.example")]
    #[case("<jane@acme.example> home", "home", "jane@acme.example")]
    #[case("jane@acme.example", "", "jane@acme.example")]
    #[case("陈@华锐.中国 工作", "工作", "陈@华锐.中国")]
    fn an_address_is_known_by_its_at_sign(#[case] piece: &str, #[case] label: &str, #[case] value: &str) {
        assert_eq!(Way::Email.read(piece), told(label, value));
    }

    #[rstest]
    #[case("+49 (0)40 1234-0 work", "work", "+49 (0)40 1234-0")]
    #[case("13800138000 手机", "手机", "13800138000")]
    #[case("13800138000手机", "手机", "13800138000")]
    #[case("手机：138 0013 8000", "手机", "138 0013 8000")]
    #[case("+1 555 0100 ext 12 front desk", "front desk", "+1 555 0100 ext 12")]
    #[case("1-800-FLOWERS", "", "1-800-FLOWERS")]
    #[case("555 0100: line 2", "line 2", "555 0100")]
    fn a_number_ends_with_its_last_figure(#[case] piece: &str, #[case] label: &str, #[case] value: &str) {
        assert_eq!(Way::Phone.read(piece), told(label, value));
    }

    #[test]
    fn what_holds_neither_says_nothing() {
        for piece in ["", "work", "jane@", "@acme", "a@b c@d"] {
            assert_eq!(Way::Email.read(piece), None, "{piece}");
        }
        assert_eq!(Way::Phone.read("the front desk"), None);
    }

    #[test]
    fn several_stand_in_lines_or_between_commas() {
        let pieces = |way: Way, text: &str| -> Vec<String> {
            way.pieces(text).into_iter().map(|range| text[range].trim().to_owned()).collect()
        };
        assert_eq!(
            pieces(Way::Email, "a@x.cn，b@x.cn\nc@x.cn,d@x.cn"),
            ["a@x.cn", "b@x.cn", "c@x.cn", "d@x.cn"]
        );
        assert_eq!(pieces(Way::Phone, "555 01,,12 work, 555 02"), ["555 01,,12 work", "555 02"]);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_it_was(number in "\\+?[0-9][0-9 ()-]{0,8}[0-9]", label in "([a-z]{1,6}( [a-z0-9]{1,3})?)?") {
            let label = Some(label.as_str()).filter(|label| !label.is_empty());
            let written = Way::Phone.written(&number, label);
            prop_assert_eq!(Way::Phone.read(&written), Some((label.map(str::to_owned), number)));
        }
    }
}
