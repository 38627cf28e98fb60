//! How people are reached and where they worked before, in words.

use super::words::Word;
use crate::domain::employer::Employer;
use crate::domain::reach::{Labelled, ReachLabel, Way};
use crate::domain::text::name_key;
use crate::i18n::Lang;
use crate::tr;

/// What an address or a number is for.
pub fn reach_label(lang: Lang, label: ReachLabel) -> Word {
    match label {
        ReachLabel::Work => tr!(lang, "reach.work"),
        ReachLabel::Mobile => tr!(lang, "reach.mobile"),
        ReachLabel::Home => tr!(lang, "reach.home"),
        ReachLabel::Fax => tr!(lang, "reach.fax"),
        ReachLabel::Other => tr!(lang, "reach.other"),
    }
}

/// A label as it is kept: one of the usual by its key, whichever language it is told in; any other as it is.
pub fn label_key(told: &str) -> String {
    let key = name_key(told);
    let means = |label: &&ReachLabel| {
        let names = [Lang::En, Lang::Zh].map(|lang| reach_label(lang, **label));
        label.as_str() == key || names.iter().any(|name| name_key(name) == key)
    };
    ReachLabel::ALL.iter().find(means).map_or_else(|| told.to_owned(), ToString::to_string)
}

/// An address or a number as it is typed, with its label in words.
pub fn typed(lang: Lang, way: Way, (label, value): &Labelled) -> String {
    way.written(value, label.as_deref().map(|label| label_word(lang, label)).as_deref())
}

/// An address or a number as it is read, with its label in brackets.
pub fn read(lang: Lang, (label, value): &Labelled) -> String {
    match label {
        Some(label) => {
            tr!(lang, "reach.labelled", value = value, label = label_word(lang, label)).into_owned()
        }
        None => value.clone(),
    }
}

/// A house where somebody worked before, with the position and the end: as it is typed, and as it is read.
pub fn employer(lang: Lang, employer: &Employer) -> String {
    let told: Vec<String> = employer.title.clone().into_iter().chain(employer.ended()).collect();
    match told.as_slice() {
        [] => employer.name.clone(),
        [one] => tr!(lang, "employer.told", name = employer.name, told = one).into_owned(),
        [title, end, ..] => {
            tr!(lang, "employer.all", name = employer.name, title = title, end = end).into_owned()
        }
    }
}

fn label_word(lang: Lang, label: &str) -> String {
    label.parse().map_or_else(|_| label.to_owned(), |known| reach_label(lang, known).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_is_kept_by_its_key_whichever_language_it_is_told_in() {
        for told in ["mobile", "Mobile", "手机"] {
            assert_eq!(label_key(told), "mobile");
        }
        assert_eq!(label_key("front desk"), "front desk");
        let kept = (Some("mobile".to_owned()), "138 0013 8000".to_owned());
        assert_eq!(typed(Lang::Zh, Way::Phone, &kept), "138 0013 8000 手机");
        assert_eq!(read(Lang::En, &kept), "138 0013 8000 (mobile)");
    }

    #[test]
    fn a_house_is_read_as_it_is_written() {
        for line in ["Siemens: plant manager, 2019", "Siemens: 2019-06", "Siemens: fitter", "Siemens"] {
            let read = Employer::read(line).unwrap();
            for lang in [Lang::En, Lang::Zh] {
                assert_eq!(Employer::read(&employer(lang, &read)), Some(read.clone()));
            }
            assert_eq!(employer(Lang::En, &read), line);
        }
    }
}
