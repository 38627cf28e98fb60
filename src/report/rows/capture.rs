//! What was understood of a captured line, put together for programs.

use crate::domain::capture::{Known, Open, Understood};
use crate::domain::id::Id;
use crate::i18n::Lang;
use crate::report::capture_words;
use crate::report::model::{Amount, CaptureOut, CapturedActivityOut, MeantOut, OpenOut};

/// What a line says; `saved` is the activity that was made of it.
pub fn captured(lang: Lang, understood: &Understood, saved: Option<Id>) -> CaptureOut {
    let name = |known: &Option<Known>| known.as_ref().map(|known| known.record.name.clone());
    let id = |known: &Option<Known>| known.as_ref().map(|known| known.record.id);
    let people: Vec<String> = understood.people.iter().map(|known| known.record.name.clone()).collect();
    let activity = CapturedActivityOut {
        id: saved,
        kind: understood.kind.to_string(),
        direction: understood.direction.map(|direction| direction.to_string()),
        on: understood.on,
        at: understood.at.map(|at| at.format("%H:%M").to_string()),
        minutes: understood.minutes,
        text: Some(understood.note.clone()).filter(|note| !note.is_empty()),
    };
    CaptureOut {
        activity,
        next_step: understood.step.as_ref().map(|step| step.words.clone()),
        date: understood.step.as_ref().and_then(|step| step.on).or(understood.due_on),
        amount: understood.amount.map(Amount::from),
        currency: understood.amount.map(|amount| amount.currency),
        person: people.first().cloned(),
        account: name(&understood.account),
        deal: name(&understood.deal),
        stage: understood.stage.as_ref().map(|stage| stage.key.clone()),
        close_date: understood.close_on,
        people,
        person_ids: understood.people.iter().map(|known| known.record.id).collect(),
        account_id: id(&understood.account),
        deal_id: id(&understood.deal),
        open: understood.open.iter().map(|open| left_open(lang, open)).collect(),
        saved: saved.is_some(),
    }
}

fn left_open(lang: Lang, open: &Open) -> OpenOut {
    let words = match open {
        Open::NoSuch { words, .. } | Open::Which { words, .. } | Open::NoStage { words, .. } => {
            Some(words.clone())
        }
        _ => None,
    };
    let found = open.choices().map(|(_, found)| found).unwrap_or_default();
    let candidates = found.iter().map(|one| MeantOut {
        id: one.id,
        code: one.code.clone(),
        name: one.name.clone(),
        kind: one.kind.to_string(),
        account: one.account.as_ref().map(|(_, name)| name.clone()),
    });
    OpenOut { what: capture_words::open(lang, open).what, words, candidates: candidates.collect() }
}
