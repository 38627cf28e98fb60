//! Into which class an account belongs, whatever the rule says.

use super::sheet::Sheet;
use super::usual::choice_hint;
use crate::domain::segment::{Class, Method};
use crate::report::segment_words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::{Deed, SegmentDeed};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::choice::Choice;

/// The class, proposed as it was decided or as the rule has it, and why.
///
/// # Errors
/// What the store could not read.
pub fn form(
    book: &Book,
    look: &Look,
    account: &Chosen,
    method: Method,
    rule: Option<Class>,
) -> Result<FormDialog> {
    let lang = look.lang;
    let decided = book.segment_decision(account.id, method)?;
    let class = decided.as_ref().map(|decision| decision.class).or(rule);
    let key = class.map(Class::key);
    let choice = |class: Class| Choice::new(class.key(), segment_words::class(lang, class));
    let choices: Vec<Choice> = Class::of(method).into_iter().map(choice).collect();
    let sheet = Sheet::default()
        .one_of(tr!(lang, "segments.class"), choice_hint(&choices), choices, key.as_deref(), false)
        .called("class")
        .text(
            tr!(lang, "segments.why_field"),
            tr!(lang, "segments.why_hint"),
            decided.as_ref().and_then(|decision| decision.why.as_deref()),
        )
        .called("why");
    let title = tr!(lang, "segments.decide_title", account = account.name);
    let words = match rule {
        Some(rule) => tr!(lang, "segments.rule_says", class = segment_words::class(lang, rule)),
        None => tr!(lang, "segments.rule_cannot"),
    };
    let id = account.id;
    let dialog = sheet.dialog(title, words.into_owned(), move |told| {
        let class = Class::parse(method, told.says("class")).map_err(|_| told.needed("class"))?;
        let why = Some(told.says("why").to_owned()).filter(|why| !why.is_empty());
        let deed = SegmentDeed::Decide(id, class, why);
        Ok(vec![Effect::Do(Box::new(Deed::Segment(deed))).into()])
    });
    dialog.kept_as(draft(method), Some(id), book)
}

/// The name of the form among drafts.
fn draft(method: Method) -> &'static str {
    match method {
        Method::Tier => "decide_tier",
        Method::Pyramid => "decide_pyramid",
        Method::Score => "decide_score",
        Method::Rfm => "decide_rfm",
        Method::Kaism => "decide_kaism",
        Method::Posture => "decide_posture",
    }
}
