//! Yes and no, as people say them and as they are kept.

use super::text::fold;

/// How yes is kept.
pub const YES: &str = "yes";

/// How no is kept.
pub const NO: &str = "no";

/// Other words for yes, in either language.
pub const YES_TOO: &[&str] = &["true", "y", "1", "是", "对", "有"];

/// Other words for no, in either language.
pub const NO_TOO: &[&str] = &["false", "n", "0", "否", "不", "没有"];

/// What a word means; none where it is neither.
pub fn read(text: &str) -> Option<bool> {
    let folded = fold(text);
    let is = |word: &str, others: &[&str]| folded == word || others.contains(&folded.as_str());
    match (is(YES, YES_TOO), is(NO, NO_TOO)) {
        (true, _) => Some(true),
        (_, true) => Some(false),
        _ => None,
    }
}

/// The word by which it is kept.
pub fn kept(yes: bool) -> &'static str {
    if yes { YES } else { NO }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_known_in_both_languages() {
        assert_eq!(["Yes", "是", "true", "１"].map(read), [Some(true); 4]);
        assert_eq!(["No", "否", "FALSE", "没有"].map(read), [Some(false); 4]);
        assert_eq!(read("perhaps"), None);
    }
}
