//! The reference, to be read.

use crate::i18n::Lang;
use crate::report::model::TermOut;
use crate::report::page::Page;
use crate::tr;

/// Terms with what they mean: one under its own name, several under their chapters.
pub fn page(lang: Lang, terms: &[TermOut]) -> Page {
    if let [term] = terms {
        let mut page = Page::new(lang, &term.title);
        page.paragraph(&term.text);
        return page;
    }
    let mut page = Page::new(lang, tr!(lang, "guide.title"));
    let mut chapter = "";
    for term in terms {
        if term.chapter != chapter {
            chapter = &term.chapter;
            page.heading(chapter);
        }
        page.paragraph(tr!(lang, "guide.term", title = term.title, text = term.text));
    }
    page
}
