//! Scores told directly, and where the page before a meeting is to be written.

use std::path::PathBuf;

use super::told::Sheet;
use crate::domain::id::Id;
use crate::domain::quadrant::{HIGHEST, Quadrant, Scores};
use crate::ops::evidence::Whom;
use crate::report::quadrant;
use crate::store::table::contact::Contact;
use crate::store::table::evidence::{Observation, QuadrantScore};
use crate::store::{Book, Error, Result};
use crate::tr;
use crate::tui::deed::{Deed, MindDeed};
use crate::tui::dialogs::form::FormDialog;
use crate::tui::effect::Effect;
use crate::tui::keep::plain;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::kind::Kind;

/// Asks for the four scores, and what they rest on.
pub fn score(look: &Look, whom: Whom, name: String) -> FormDialog {
    let lang = look.lang;
    let mut sheet = Sheet::default();
    for room in Quadrant::ALL {
        let label = format!("{} {}", room.as_str().to_uppercase(), quadrant::name(lang, *room));
        sheet = sheet.text(label.into(), tr!(lang, "score.hint"), None);
    }
    let sheet = sheet
        .text(tr!(lang, "score.note"), tr!(lang, "score.note_hint"), None)
        .text(tr!(lang, "column.day"), tr!(lang, "score.day_hint"), None)
        .of(Kind::Day);
    let title = match whom {
        Whom::Me => tr!(lang, "score.title_me"),
        Whom::Contact(_) => tr!(lang, "score.title"),
    };
    sheet.dialog(title, name, move |told| {
        let mut each = [0_u8; 4];
        for (at, score) in each.iter_mut().enumerate() {
            let number = told.whole(at)?.flatten().ok_or_else(|| told.needed(at))?;
            let fits = u8::try_from(number).ok().filter(|number| *number <= HIGHEST);
            *score = fits.ok_or_else(|| told.refuse(at, tr!(told.look().lang, "score.range")))?;
        }
        let [a, b, c, d] = each;
        let Some(scores) = Scores::new(a, b, c, d) else { return Ok(Vec::new()) };
        let note = told.text(4).flatten();
        let deed = MindDeed::Score(whom, scores, told.past_date(5)?, note);
        Ok(vec![Effect::Do(Box::new(Deed::Mind(deed))).into()])
    })
}

/// Asks for the scores of whom a piece of evidence is about: told directly, they are in force in its place.
///
/// # Errors
/// What the store could not read.
pub fn anew(book: &Book, look: &Look, evidence: Id) -> Result<FormDialog> {
    let about = match book.row::<Observation>(evidence) {
        Ok(seen) => seen.contact_id,
        Err(Error::NoRecord) => book.row::<QuadrantScore>(evidence)?.contact_id,
        Err(error) => return Err(error),
    };
    Ok(match about {
        Some(id) => score(look, Whom::Contact(id), book.row::<Contact>(id)?.name),
        None => score(look, Whom::Me, String::new()),
    })
}

/// Asks where the page on a record is to be written: a name is proposed.
pub fn keep_brief(look: &Look, record: Chosen) -> FormDialog {
    let lang = look.lang;
    let file = format!("{} {}.md", tr!(lang, "brief.file", name = plain(&record.name)), look.today);
    let sheet = Sheet::default().proposed(tr!(lang, "brief.where"), tr!(lang, "brief.where_hint"), &file);
    sheet.dialog(tr!(lang, "brief.write"), record.name.clone(), move |told| {
        let path = PathBuf::from(told.text(0).flatten().ok_or_else(|| told.needed(0))?);
        Ok(vec![Effect::KeepBrief(record.clone(), path).into()])
    })
}

/// Asks where the client plan of an account is to be written: a page that is sent to others is proposed.
pub fn keep_plan(look: &Look, account: Chosen) -> FormDialog {
    let lang = look.lang;
    let file = format!("{} {}.html", tr!(lang, "write_plan.file", name = plain(&account.name)), look.today);
    let hint = tr!(lang, "write_plan.hint");
    let sheet = Sheet::default().proposed(tr!(lang, "brief.where"), hint, &file);
    sheet.dialog(tr!(lang, "write_plan.title"), account.name.clone(), move |told| {
        let path = PathBuf::from(told.text(0).flatten().ok_or_else(|| told.needed(0))?);
        Ok(vec![Effect::KeepPlan(account.clone(), path).into()])
    })
}
