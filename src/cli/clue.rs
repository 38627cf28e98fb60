//! The phrases and traits that people name: by their keys, or in words of either language, as a beginning
//! that only one has or as nearly written.

use super::failure::Failure;
use crate::domain::quadrant::Quadrant;
use crate::domain::quadrant::clue::{Clue, ClueKind};
use crate::domain::text::fold;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::report::quadrant;
use crate::tr;

/// The clue of a kind that a text means.
pub(super) fn read(lang: Lang, flag: &str, text: &str, kind: ClueKind) -> Result<Clue, Failure> {
    let mut meant = meant(text, kind);
    match (meant.len(), meant.pop()) {
        (1, Some(clue)) => Ok(clue),
        (0, _) => Err(refused(lang, flag, text, kind)),
        (_, last) => {
            meant.extend(last);
            let found: Vec<String> = meant.iter().map(|clue| line(lang, *clue)).collect();
            Err(Failure::Usage(
                Explained::new(tr!(lang, "clue.several", flag = flag, text = text))
                    .why(found.join("\n"))
                    .hint(tr!(lang, "clue.several_hint")),
            ))
        }
    }
}

/// All clues that a text may mean: the one that it is; else those that it begins; else those that hold it;
/// else the one that it nearly is.
fn meant(text: &str, kind: ClueKind) -> Vec<Clue> {
    let wanted = plain(text);
    if wanted.is_empty() {
        return vec![];
    }
    let all: Vec<Clue> = Clue::ALL.iter().copied().filter(|clue| clue.kind() == kind).collect();
    let fitting = |fits: &dyn Fn(&str) -> bool| -> Vec<Clue> {
        all.iter().copied().filter(|clue| names(*clue).iter().any(|name| fits(name))).collect()
    };
    let ways: [&dyn Fn(&str) -> bool; 3] =
        [&|name| name == wanted, &|name| name.starts_with(&wanted), &|name| {
            wanted.chars().count() > 1 && name.contains(&wanted)
        }];
    for way in ways {
        let found = fitting(way);
        if !found.is_empty() {
            return found;
        }
    }
    let length = wanted.chars().count();
    let mistakes = |clue: &Clue| {
        names(*clue).iter().map(|name| strsim::damerau_levenshtein(name, &wanted)).min().unwrap_or(usize::MAX)
    };
    let least = all.iter().map(mistakes).min().filter(|mistakes| mistakes * 3 <= length);
    all.into_iter().filter(|clue| Some(mistakes(clue)) == least).collect()
}

/// What a clue is called: its key, and its words in both languages, without quotation marks.
fn names(clue: Clue) -> [String; 3] {
    let words = |lang| plain(&quadrant::clue(lang, clue));
    [clue.as_str().replace('_', " "), words(Lang::En), words(Lang::Zh)]
}

fn plain(text: &str) -> String {
    let marks = ['“', '”', '"', '「', '」', '.', '。', '!', '！'];
    fold(&text.replace(marks, "").replace('_', " "))
}

fn refused(lang: Lang, flag: &str, text: &str, kind: ClueKind) -> Failure {
    let lines = Quadrant::ALL.iter().map(|room| {
        let clues: Vec<String> = Clue::listed(*room, kind).map(|clue| line(lang, clue)).collect();
        format!("{}\n{}", quadrant::name(lang, *room), clues.join("\n"))
    });
    let hint = match kind {
        ClueKind::Says => tr!(lang, "clue.unknown_says_hint"),
        ClueKind::Trait => tr!(lang, "clue.unknown_trait_hint"),
    };
    Failure::Usage(
        Explained::new(tr!(lang, "clue.unknown", flag = flag, text = text))
            .why(lines.collect::<Vec<_>>().join("\n"))
            .hint(hint),
    )
}

fn line(lang: Lang, clue: Clue) -> String {
    format!("  {:<20} {}", clue.as_str(), quadrant::clue(lang, clue))
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case::by_its_key("key_points", ClueKind::Says, &[Clue::KeyPoints])]
    #[case::by_its_words("Know where the bottom line is", ClueKind::Says, &[Clue::BottomLine])]
    #[case::in_chinese("按惯例", ClueKind::Says, &[Clue::ByCustom])]
    #[case::quoted("“安全第一”", ClueKind::Says, &[Clue::SafetyFirst])]
    #[case::by_a_beginning("safety", ClueKind::Says, &[Clue::SafetyFirst])]
    #[case::by_a_part("bottom", ClueKind::Says, &[Clue::BottomLine])]
    #[case::nearly("inovation", ClueKind::Says, &[Clue::Innovation])]
    #[case::a_trait("stubborn", ClueKind::Trait, &[Clue::Stubborn])]
    #[case::a_trait_in_chinese("固执", ClueKind::Trait, &[Clue::Stubborn])]
    #[case::a_phrase_is_no_trait("safety first", ClueKind::Trait, &[])]
    #[case::a_beginning_of_two("team", ClueKind::Says, &[Clue::Teamwork, Clue::TeamDevelopment])]
    #[case::nonsense("xyzzy", ClueKind::Says, &[])]
    #[case::nothing("  ", ClueKind::Says, &[])]
    fn what_is_meant(#[case] text: &str, #[case] kind: ClueKind, #[case] expected: &[Clue]) {
        assert_eq!(meant(text, kind), expected);
    }

    #[test]
    fn every_clue_is_known_by_all_its_names() {
        for clue in Clue::ALL {
            for name in names(*clue) {
                assert_eq!(meant(&name, clue.kind()), [*clue], "{name}");
            }
        }
    }
}
