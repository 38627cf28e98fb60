//! Why two records may be one, and how sure that is, in words.

use super::words::Word;
use crate::domain::double::{Certainty, Reason};
use crate::i18n::Lang;
use crate::tr;

/// What two records share.
pub fn reason(lang: Lang, reason: Reason) -> Word {
    match reason {
        Reason::Email => tr!(lang, "double.email"),
        Reason::Phone => tr!(lang, "double.phone"),
        Reason::Domain => tr!(lang, "double.domain"),
        Reason::Name => tr!(lang, "double.name"),
        Reason::NearName => tr!(lang, "double.near_name"),
        Reason::Amount => tr!(lang, "double.amount"),
        Reason::CloseDate => tr!(lang, "double.close_date"),
    }
}

/// How sure it is that they are one.
pub fn certainty(lang: Lang, certainty: Certainty) -> Word {
    match certainty {
        Certainty::Sure => tr!(lang, "double.sure"),
        Certainty::Likely => tr!(lang, "double.likely"),
    }
}
