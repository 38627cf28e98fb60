//! Whose way it goes where two copies of a book differ, in words.

use super::Word;
use crate::domain::joining::Chosen;
use crate::i18n::Lang;
use crate::tr;

/// Whose value holds.
pub fn chosen(lang: Lang, chosen: Chosen) -> Word {
    match chosen {
        Chosen::Ours => tr!(lang, "joining.ours"),
        Chosen::Theirs => tr!(lang, "joining.theirs"),
    }
}
