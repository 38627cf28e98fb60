//! The reference: the words of the trade and its method, each in a few sentences, in both languages.

use super::model::TermOut;
use crate::i18n::Lang;

/// The reference in English; the other languages have the same terms in the same order.
const ENGLISH: &str = include_str!("../../assets/guide/en.md");
/// The reference in Chinese.
const CHINESE: &str = include_str!("../../assets/guide/zh.md");

/// All terms in a language, in the order in which one would read them.
pub fn terms(lang: Lang) -> Vec<TermOut> {
    let mut terms: Vec<TermOut> = Vec::new();
    let mut chapter = "";
    for line in text(lang).lines() {
        if let Some((key, title)) = line.strip_prefix("## ").and_then(|line| line.split_once(": ")) {
            let (term, title) = (key.to_owned(), title.to_owned());
            terms.push(TermOut { term, title, chapter: chapter.to_owned(), text: String::new() });
        } else if let Some(title) = line.strip_prefix("# ") {
            chapter = title;
        } else if let Some(term) = terms.last_mut().filter(|_| !line.is_empty()) {
            term.text.push_str(line);
        }
    }
    terms
}

/// The terms that some words mean, in either language: the one that is called so or, where none is, those
/// whose names hold the words.
pub fn find(lang: Lang, words: &str) -> Vec<TermOut> {
    let wanted = words.trim().to_lowercase().replace(['-', '_'], " ");
    let all = terms(lang);
    let other = terms(match lang {
        Lang::En => Lang::Zh,
        Lang::Zh => Lang::En,
    });
    let names = |index: usize| {
        let titles = [all.get(index), other.get(index)].into_iter().flatten();
        let all: Vec<String> =
            titles.flat_map(|term| [term.term.replace('_', " "), term.title.to_lowercase()]).collect();
        all
    };
    let kept = |fits: &dyn Fn(&str) -> bool| -> Vec<TermOut> {
        let indexes = (0..all.len()).filter(|index| names(*index).iter().any(|name| fits(name)));
        indexes.map(|index| all[index].clone()).collect()
    };
    let exact = kept(&|name| name == wanted);
    if exact.is_empty() { kept(&|name| name.contains(&wanted)) } else { exact }
}

fn text(lang: Lang) -> &'static str {
    match lang {
        Lang::En => ENGLISH,
        Lang::Zh => CHINESE,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn both_languages_explain_the_same_terms_in_the_same_order() {
        let (english, chinese) = (terms(Lang::En), terms(Lang::Zh));
        let keys = |terms: &[TermOut]| terms.iter().map(|term| term.term.clone()).collect::<Vec<_>>();
        assert_eq!(keys(&english), keys(&chinese));
        let distinct: BTreeSet<_> = keys(&english).into_iter().collect();
        assert_eq!(distinct.len(), english.len(), "a term is explained twice");
        for term in english.iter().chain(&chinese) {
            assert!(!term.text.is_empty() && !term.title.is_empty() && !term.chapter.is_empty(), "{term:?}");
        }
        assert_eq!(
            english.iter().map(|term| &term.chapter).collect::<BTreeSet<_>>().len(),
            chinese.iter().map(|term| &term.chapter).collect::<BTreeSet<_>>().len(),
        );
    }

    #[test]
    fn a_term_is_found_by_its_name_in_either_language() {
        let found = |words: &str| find(Lang::En, words).into_iter().map(|term| term.term).collect::<Vec<_>>();
        assert_eq!(found("KAISM"), ["kaism"]);
        assert_eq!(found("四象限"), ["quadrants"]);
        assert_eq!(found("next step"), ["next_step"]);
        assert_eq!(found("next-step"), ["next_step"]);
        assert_eq!(found("把关者"), ["gatekeeper"]);
        assert_eq!(found("win rate"), ["win_rate"]);
        assert!(found("no such thing").is_empty());
        assert_eq!(find(Lang::Zh, "funnel")[0].title, "销售漏斗");
    }
}
