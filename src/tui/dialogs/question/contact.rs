//! The form of a person.

use super::told::{Concern, Sheet, Told, Who};
use super::usual::{self, OwnFields, beside, choice_hint, words};
use super::{known_at, organisation};
use crate::domain::id::Id;
use crate::domain::person::Level;
use crate::domain::word::{Authority, Involvement, Need, Part, RecordKind, Stance};
use crate::ops::contact::ContactInput;
use crate::ops::{Hanging, Place};
use crate::report::words::Word;
use crate::report::{people, words as report};
use crate::store::table::contact::Contact;
use crate::store::view::lines::{AccountLine, ContactLine};
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::widgets::form::choice::Choice;

/// Its name among drafts.
pub const FORM: &str = "contact";

/// A new person, at an account if one is given, or one to be changed.
pub fn form(book: &Book, look: &Look, id: Option<Id>, at: Option<Id>) -> Result<FormDialog> {
    dialog(whole(book, look, id, at)?, id).kept_as(FORM, id, book)
}

/// Some fields of one alone, by their names: as they are changed in a list.
///
/// # Errors
/// What the store could not read.
pub fn fields(book: &Book, look: &Look, id: Id, names: &[&str]) -> Result<FormDialog> {
    let (sheet, title, own) = whole(book, look, Some(id), None)?;
    Ok(dialog((sheet.only(names), title, own), Some(id)))
}

/// All fields with what stands in them, the form's title, and what its input is read with.
type Whole = (Sheet, Word, OwnFields);

fn whole(book: &Book, look: &Look, id: Option<Id>, at: Option<Id>) -> Result<Whole> {
    let line = id.map(|id| book.line::<ContactLine>(id)).transpose()?;
    let own = OwnFields::of(book, RecordKind::Contact, id)?;
    let account = match (at, &line) {
        (Some(at), None) => Some((at, book.line::<AccountLine>(at)?.account.name)),
        (_, line) => line.as_ref().and_then(|line| line.contact.account_id.zip(line.account.clone())),
    };
    let lang = look.lang;
    let person = line.as_ref().map(|line| &line.contact);
    let title = person.and_then(|person| person.title.as_deref());
    let sheet = Sheet::default()
        .text(
            tr!(lang, "ask.person_name"),
            tr!(lang, "ask.person_name_hint"),
            person.map(|person| person.name.as_str()),
        )
        .called("name")
        .about(Concern::Place(Place::Name));
    let sheet = usual::account(sheet, look, account, id.is_none())
        .text(tr!(lang, "column.position"), tr!(lang, "ask.position_hint"), title)
        .called("title");
    let sheet = known_at::reaches(sheet, book, look, id)?;
    let sheet = decisions(sheet, book, look, id, person)?;
    let sheet = place(sheet, book, look, line.as_ref())?;
    let sheet = address(sheet, look, person);
    let notes = person.and_then(|person| person.notes.as_deref());
    let sheet = beside(sheet, book, look, id, notes, &own)?;
    let title = if id.is_some() { tr!(lang, "ask.edit_person") } else { tr!(lang, "ask.add_person") };
    Ok((sheet, title, own))
}

fn dialog((sheet, title, own): Whole, id: Option<Id>) -> FormDialog {
    sheet.dialog(title, String::new(), move |told| {
        let input = input(told, &own)?;
        if input == ContactInput::default() {
            return Ok(Vec::new());
        }
        Ok(vec![Effect::Do(Box::new(Deed::Contact(id, input))).into()])
    })
}

/// Who they are in decisions, and how far the relationship has come.
fn decisions(
    sheet: Sheet,
    book: &Book,
    look: &Look,
    id: Option<Id>,
    person: Option<&Contact>,
) -> Result<Sheet> {
    let lang = look.lang;
    let (mut parts, mut needs, mut wanted) = (Vec::new(), Vec::new(), Vec::new());
    if let Some(id) = id {
        parts = book.parts_of_all(&[id])?.remove(&id).unwrap_or_default();
        needs = book.needs_of_all(&[id])?.remove(&id).unwrap_or_default();
        wanted = book.organisational_needs_of_all(&[id])?.remove(&id).unwrap_or_default();
    }
    let parts: Vec<String> = parts.iter().map(ToString::to_string).collect();
    let needs: Vec<String> = needs.iter().map(ToString::to_string).collect();
    let step = person.and_then(|person| person.step).map(|step| step.to_string());
    let steps: Vec<Choice> = (1..=4)
        .map(|step| {
            Choice::new(step.to_string(), format!("{step} {}", report::relationship_step(lang, step)))
        })
        .collect();
    let stances = words(look, Stance::ALL, report::stance);
    let (involved, decides) =
        (words(look, Involvement::ALL, report::involvement), words(look, Authority::ALL, report::authority));
    let involvement = person.and_then(|person| person.involvement).map(Involvement::as_str);
    let authority = person.and_then(|person| person.authority).map(Authority::as_str);
    let stance = person.and_then(|person| person.stance).map(Stance::as_str);
    let all_needs = words(look, Need::ALL, report::need);
    let sheet = sheet
        .heading(tr!(lang, "group.decisions"))
        .one_of(tr!(lang, "column.stance"), choice_hint(&stances), stances, stance, false)
        .called("stance")
        .several(
            tr!(lang, "column.parts"),
            tr!(lang, "ask.parts_hint"),
            words(look, Part::ALL, report::part),
            &parts,
            false,
        )
        .called("parts")
        .one_of(tr!(lang, "ask.involvement"), choice_hint(&involved), involved, involvement, false)
        .called("involvement")
        .one_of(tr!(lang, "ask.authority"), choice_hint(&decides), decides, authority, false)
        .called("authority")
        .several(tr!(lang, "column.needs"), choice_hint(&all_needs), all_needs, &needs, false)
        .called("needs")
        .lines(
            tr!(lang, "column.organisational_needs"),
            tr!(lang, "ask.organisational_needs_hint"),
            Some(&organisation::shown(lang, &wanted)),
        )
        .called("organisational_needs")
        .text(
            tr!(lang, "column.prefers"),
            tr!(lang, "ask.prefers_hint"),
            person.and_then(|person| person.prefers.as_deref()),
        )
        .called("prefers")
        .one_of(tr!(lang, "column.relationship_step"), choice_hint(&steps), steps, step.as_deref(), false)
        .called("step")
        .about(Concern::Place(Place::Step));
    Ok(sheet)
}

/// Where they stand in their house, and who of ours covers them.
fn place(sheet: Sheet, book: &Book, look: &Look, line: Option<&ContactLine>) -> Result<Sheet> {
    let lang = look.lang;
    let person = line.map(|line| &line.contact);
    let above = line.and_then(|line| line.contact.reports_to.zip(line.reports_to.clone()));
    let owner = line.and_then(|line| line.owner.as_deref());
    let level = person.and_then(|person| person.level).map(Level::as_str);
    let levels = words(look, Level::ALL, people::level);
    let sheet = sheet
        .heading(tr!(lang, "group.house"))
        .text(
            tr!(lang, "column.department"),
            "".into(),
            person.and_then(|person| person.department.as_deref()),
        )
        .called("department")
        .record(
            tr!(lang, "column.reports_to"),
            tr!(lang, "ask.reports_hint"),
            RecordKind::Contact,
            above,
            false,
        )
        .called("reports_to")
        .about(Concern::Above)
        .one_of(tr!(lang, "column.level"), tr!(lang, "ask.level_hint"), levels, level, false)
        .called("level");
    let sheet = known_at::employers(usual::owner(sheet, book, look, owner)?, book, look, person)?
        .text(
            tr!(lang, "ask.family_name"),
            "".into(),
            person.and_then(|person| person.family_name.as_deref()),
        )
        .called("family_name")
        .text(tr!(lang, "ask.given_name"), "".into(), person.and_then(|person| person.given_name.as_deref()))
        .called("given_name");
    Ok(sheet)
}

fn address(sheet: Sheet, look: &Look, person: Option<&Contact>) -> Sheet {
    let lang = look.lang;
    macro_rules! told {
        ($field:ident) => {
            person.and_then(|person| person.$field.as_deref())
        };
    }
    sheet
        .heading(tr!(lang, "column.address"))
        .text(tr!(lang, "ask.street"), tr!(lang, "ask.street_hint"), told!(street))
        .called("street")
        .text(tr!(lang, "ask.postal_code"), "".into(), told!(postal_code))
        .called("postal_code")
        .text(tr!(lang, "column.city"), "".into(), told!(city))
        .called("city")
        .text(tr!(lang, "ask.region"), tr!(lang, "ask.region_hint"), told!(region))
        .called("region")
        .text(tr!(lang, "column.country"), "".into(), told!(country))
        .called("country")
        .text(tr!(lang, "column.website"), "".into(), told!(website))
        .called("website")
}

fn input(told: &Told<'_>, own: &OwnFields) -> std::result::Result<ContactInput, Refusal> {
    let (account, new_account) = Who::parted(told.who("account"));
    let (reports_to, _) = Who::parted(told.who("reports_to"));
    let (tags, untags) = told.tags("tags");
    Ok(ContactInput {
        name: told.name("name")?,
        given_name: told.text("given_name"),
        family_name: told.text("family_name"),
        account,
        new_account,
        title: told.text("title"),
        department: told.text("department"),
        owner: told.text("owner"),
        reports_to,
        involvement: told.word("involvement"),
        authority: told.word("authority"),
        stance: told.word("stance"),
        step: told.word("step"),
        emails: known_at::reaches_told(told, known_at::EMAILS),
        phones: known_at::reaches_told(told, known_at::PHONES),
        employers: known_at::employers_told(told),
        parts: told.words("parts"),
        needs: told.words("needs"),
        street: told.text("street"),
        city: told.text("city"),
        region: told.text("region"),
        postal_code: told.text("postal_code"),
        country: told.text("country"),
        website: told.text("website"),
        notes: told.text("notes"),
        level: told.word("level"),
        prefers: told.text("prefers"),
        organisational_needs: organisation::told(told, "organisational_needs")?,
        hanging: Hanging { tags, untags, fields: own.told(told)? },
    })
}
