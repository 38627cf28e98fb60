//! The words of help for taking files in.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// What a flag or an argument is for.
pub(super) fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    Some(match (name, path) {
        ("files", "import") => tr!(lang, "flag.files.import"),
        ("afresh", "import") => tr!(lang, "flag.afresh.import"),
        ("join_likely", "import") => tr!(lang, "flag.join_likely.import"),
        ("refused", "import") => tr!(lang, "flag.refused.import"),
        ("remembered", "import") => tr!(lang, "flag.remembered.import"),
        ("forget", "import") => tr!(lang, "flag.forget.import"),
        _ => return None,
    })
}
