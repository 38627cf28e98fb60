//! Why a question in SQL is not answered, in words.

use super::{Explained, explain_store};
use crate::i18n::Lang;
use crate::store::view::query::Unasked;
use crate::tr;

/// The words for why a question is not answered.
pub fn explain_unasked(lang: Lang, problem: &Unasked) -> Explained {
    let hint = || tr!(lang, "query.views_hint");
    match problem {
        Unasked::Empty => Explained::new(tr!(lang, "query.empty")).hint(hint()),
        Unasked::Several => Explained::new(tr!(lang, "query.several")),
        Unasked::Writes => Explained::new(tr!(lang, "query.writes")).hint(tr!(lang, "query.writes_hint")),
        Unasked::Table(name) => Explained::new(tr!(lang, "query.table", name = name)).hint(hint()),
        Unasked::Wrong(said) => Explained::new(tr!(lang, "query.wrong")).why(said.clone()).hint(hint()),
        Unasked::Store(error) => explain_store(lang, error),
    }
}
