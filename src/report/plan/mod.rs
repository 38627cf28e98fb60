//! The written plan of an account: rows first ([`PlanOut`], what programs read), then a [`Document`] in the
//! three parts of the method, then Markdown or one HTML file. It says nothing that was not filled in; what
//! was not is listed at its end.

mod out;
mod picture;
mod profiles;
mod read;
pub mod revenue;
mod strategy;
mod summary;

pub use out::{GridOut, PlanOut, QuarterOut, SectionOut, StepOut};
pub use read::read;

use crate::i18n::Lang;
use crate::report::document::{Document, Part, Piece, Section};
use crate::tr;

/// Where the account stands and where it is to go, and how complete the plan is.
pub fn summary(lang: Lang, plan: &PlanOut) -> Vec<Section> {
    summary::sections(lang, plan)
}

/// The plan as people read it.
pub fn document(lang: Lang, plan: &PlanOut) -> Document {
    let mut parts = vec![
        Part { title: tr!(lang, "plan.part.summary").into(), sections: summary::sections(lang, plan) },
        Part { title: tr!(lang, "plan.part.profiles").into(), sections: profiles::sections(lang, plan) },
        Part { title: tr!(lang, "plan.part.strategy").into(), sections: strategy::sections(lang, plan) },
    ];
    parts.retain(|part| !part.sections.is_empty());
    if let Some(unfilled) = summary::unfilled(lang, plan) {
        parts.push(Part { title: tr!(lang, "plan.part.unfilled").into(), sections: vec![unfilled] });
    }
    Document {
        lang,
        title: tr!(lang, "plan.title", account = plan.account).into(),
        under: tr!(lang, "plan.under", day = plan.on, code = plan.code).into(),
        parts,
        ..Document::default()
    }
}

/// A section, if it says anything.
fn section(title: impl Into<String>, pieces: Vec<Piece>) -> Option<Section> {
    (!pieces.is_empty()).then(|| Section { title: title.into(), pieces })
}
