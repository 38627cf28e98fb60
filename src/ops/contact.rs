//! What can be done with contacts.

use super::input::{self, Field, Hanging, Set};
use super::problem::{Place, Problem};
use super::{Done, account, owner};
use crate::domain::deed::Deed;
use crate::domain::employer::Employer;
use crate::domain::id::Id;
use crate::domain::person::{Level, OrganisationalNeed};
use crate::domain::reach::Labelled;
use crate::domain::reporting::would_loop;
use crate::domain::text::name_key;
use crate::domain::word::{Authority, Involvement, Need, Part, RecordKind, Stance};
use crate::store::table::contact::Contact;
use crate::store::{Book, Label, Writer};

/// What a person tells of a contact; what is not told stays as it is.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct ContactInput {
    /// The whole name; needed for a new one.
    pub name: Option<String>,
    /// Given name.
    pub given_name: Field<String>,
    /// Family name.
    pub family_name: Field<String>,
    /// Where they work.
    pub account: Field<Id>,
    /// Where they work, if the book does not know it yet: an account of this name is made on the way.
    pub new_account: Option<String>,
    /// Position.
    pub title: Field<String>,
    /// Department.
    pub department: Field<String>,
    /// Who of ours covers them.
    pub owner: Field<String>,
    /// Whom they report to.
    pub reports_to: Field<Id>,
    /// How much they take part in decisions.
    pub involvement: Field<Involvement>,
    /// Whether they may commit.
    pub authority: Field<Authority>,
    /// Where they stand towards us.
    pub stance: Field<Stance>,
    /// The relationship step, 1 to 4.
    pub step: Field<i64>,
    /// All e-mail addresses with their labels, first one first.
    pub emails: Option<Vec<Labelled>>,
    /// All telephone numbers with their labels, first one first.
    pub phones: Option<Vec<Labelled>>,
    /// All houses where they worked before.
    pub employers: Option<Vec<Employer>>,
    /// All parts in purchases at large.
    pub parts: Option<Vec<Part>>,
    /// All personal needs.
    pub needs: Option<Vec<Need>>,
    /// Street and number.
    pub street: Field<String>,
    /// Town.
    pub city: Field<String>,
    /// State or province.
    pub region: Field<String>,
    /// Postal code.
    pub postal_code: Field<String>,
    /// Country.
    pub country: Field<String>,
    /// Web address.
    pub website: Field<String>,
    /// Notes.
    pub notes: Field<String>,
    /// The level at which they stand; none follows from the reporting lines.
    pub level: Field<Level>,
    /// The competitor that they prefer.
    pub prefers: Field<String>,
    /// All that they want for their organisation, and what of it.
    pub organisational_needs: Option<Vec<(OrganisationalNeed, Option<String>)>>,
    /// Tags and custom values.
    pub hanging: Hanging,
}

/// Adds a contact.
///
/// # Errors
/// [`Problem::Missing`] without a name, [`Problem::OutOfRange`], [`Problem::ReportingLoop`].
pub fn add(book: &mut Book, input: &ContactInput) -> Done<Id> {
    book.operate(|writer| {
        let contact = create(writer, input)?;
        Ok((contact.id, Label::new(Deed::AddContact, contact.name)))
    })
}

/// Puts a new contact in, within another operation.
pub(super) fn create(writer: &Writer<'_>, input: &ContactInput) -> Result<Contact, Problem> {
    if input.name.is_none() {
        return Err(Problem::Missing(Place::Name));
    }
    let mut contact = blank(writer)?;
    apply(writer, &mut contact, input)?;
    contact.code = writer.next_code(Contact::CODE)?;
    writer.insert_contact(&contact)?;
    apply_lists(writer, contact.id, input)?;
    Ok(contact)
}

/// Changes a contact.
///
/// # Errors
/// As [`add`].
pub fn edit(book: &mut Book, id: Id, input: &ContactInput) -> Done<Id> {
    book.operate(|writer| {
        let contact = change(writer, id, input)?;
        Ok((id, Label::new(Deed::EditContact, contact.name)))
    })
}

/// Changes a contact within another operation.
pub(super) fn change(writer: &Writer<'_>, id: Id, input: &ContactInput) -> Result<Contact, Problem> {
    let before: Contact = writer.row(id)?;
    let mut contact = before.clone();
    apply(writer, &mut contact, input)?;
    if contact != before {
        contact.updated_at = writer.now;
        writer.update_contact(&contact)?;
    }
    apply_lists(writer, id, input)?;
    Ok(contact)
}

/// Says whom a person reports to, or that it is nobody.
///
/// # Errors
/// [`Problem::ReportingLoop`] where that one stands below them.
pub fn report_to(book: &mut Book, id: Id, above: Option<Id>) -> Done<Id> {
    book.operate(|writer| {
        let input = ContactInput { reports_to: Some(above), ..ContactInput::default() };
        let contact = change(writer, id, &input)?;
        let above = above.map(|id| writer.row::<Contact>(id)).transpose()?;
        let label = Label::new(Deed::SetReporting, contact.name);
        Ok((id, label.with(above.map(|person| person.name).unwrap_or_default())))
    })
}

/// Deletes a contact; activities and deals they took part in stay without them.
///
/// # Errors
/// [`Problem::Store`] where there is no such contact.
pub fn delete(book: &mut Book, id: Id) -> Done<()> {
    book.operate(|writer| {
        let contact: Contact = writer.row(id)?;
        writer.delete_contact(id)?;
        Ok(((), Label::new(Deed::DeleteContact, contact.name)))
    })
}

/// A contact with nothing told yet.
pub(super) fn blank(writer: &Writer<'_>) -> crate::store::Result<Contact> {
    Ok(Contact {
        id: writer.mint()?,
        code: 0,
        account_id: None,
        name: String::new(),
        name_key: String::new(),
        given_name: None,
        family_name: None,
        title: None,
        department: None,
        owner_id: None,
        reports_to: None,
        involvement: None,
        authority: None,
        stance: None,
        step: None,
        street: None,
        city: None,
        region: None,
        postal_code: None,
        country: None,
        website: None,
        notes: None,
        created_on: writer.today,
        created_at: writer.now,
        updated_at: writer.now,
        level: None,
        prefers: None,
    })
}

fn apply(writer: &Writer<'_>, contact: &mut Contact, input: &ContactInput) -> Result<(), Problem> {
    if let Some(name) = &input.name {
        (contact.name, contact.name_key) = input::name(name)?;
    }
    input::line(input.given_name.clone()).put(&mut contact.given_name);
    input::line(input.family_name.clone()).put(&mut contact.family_name);
    input.account.put(&mut contact.account_id);
    if let Some(name) = &input.new_account {
        contact.account_id = Some(account::create_named(writer, name)?);
    }
    input::line(input.title.clone()).put(&mut contact.title);
    input::line(input.department.clone()).put(&mut contact.department);
    if let Some(told) = &input.owner {
        contact.owner_id = told.as_deref().map(|word| owner::find_or_add(writer, word)).transpose()?;
    }
    if let Some(above) = input.reports_to {
        refuse_loop(writer, contact, above)?;
        contact.reports_to = above;
    }
    input.involvement.put(&mut contact.involvement);
    input.authority.put(&mut contact.authority);
    input.stance.put(&mut contact.stance);
    if let Some(step) = input.step {
        if let Some(step) = step.filter(|step| !(1..=4).contains(step)) {
            return Err(Problem::OutOfRange { place: Place::Step, value: step.to_string() });
        }
        contact.step = step;
    }
    input::line(input.street.clone()).put(&mut contact.street);
    input::line(input.city.clone()).put(&mut contact.city);
    input::line(input.region.clone()).put(&mut contact.region);
    input::line(input.postal_code.clone()).put(&mut contact.postal_code);
    input::line(input.country.clone()).put(&mut contact.country);
    input::line(input.website.clone()).put(&mut contact.website);
    input::text(input.notes.clone()).put(&mut contact.notes);
    input.level.put(&mut contact.level);
    input::line(input.prefers.clone()).put(&mut contact.prefers);
    Ok(())
}

fn apply_lists(writer: &Writer<'_>, id: Id, input: &ContactInput) -> Result<(), Problem> {
    if let Some(emails) = &input.emails {
        let lower = emails.iter().map(|(label, address)| (label.clone(), address.to_lowercase()));
        writer.set_emails(id, &reaches(lower))?;
    }
    if let Some(phones) = &input.phones {
        writer.set_phones(id, &reaches(phones.iter().cloned()))?;
    }
    if let Some(told) = &input.employers {
        writer.set_employers(id, &employers(writer, told)?)?;
    }
    if let Some(parts) = &input.parts {
        writer.set_parts(id, &once(parts))?;
    }
    if let Some(needs) = &input.needs {
        writer.set_needs(id, &once(needs))?;
    }
    if let Some(needs) = &input.organisational_needs {
        let mut kept: Vec<(OrganisationalNeed, Option<String>)> = vec![];
        for (need, text) in needs {
            if kept.iter().all(|(known, _)| known != need) {
                kept.push((*need, input::line(Some(text.clone())).flatten()));
            }
        }
        writer.set_organisational_needs(id, &kept)?;
    }
    input.hanging.apply(writer, RecordKind::Contact, id)
}

/// Addresses or numbers cleaned, empty and repeated ones left out.
fn reaches(told: impl Iterator<Item = Labelled>) -> Vec<Labelled> {
    let mut kept: Vec<Labelled> = vec![];
    for (label, value) in told {
        let value = crate::domain::text::clean_line(&value);
        if !value.is_empty() && kept.iter().all(|(_, known)| *known != value) {
            kept.push((input::line(Some(label)).flatten(), value));
        }
    }
    kept
}

/// Houses cleaned, each with the account that is called so, where only one is.
fn employers(writer: &Writer<'_>, told: &[Employer]) -> Result<Vec<(Employer, Option<Id>)>, Problem> {
    let mut kept: Vec<(Employer, Option<Id>)> = vec![];
    for employer in told {
        let name = input::name(&employer.name)?.0;
        let title = input::line(Some(employer.title.clone())).flatten();
        let employer = Employer { name, title, until: employer.until };
        if kept.iter().all(|(known, _)| *known != employer) {
            let account = match writer.accounts_named(&name_key(&employer.name))?.as_slice() {
                [one] => Some(one.id),
                _ => None,
            };
            kept.push((employer, account));
        }
    }
    Ok(kept)
}

fn once<T: Copy + PartialEq>(told: &[T]) -> Vec<T> {
    let mut kept: Vec<T> = vec![];
    for one in told {
        if !kept.contains(one) {
            kept.push(*one);
        }
    }
    kept
}

/// Refuses to let somebody report to themselves, by however long a line.
fn refuse_loop(writer: &Writer<'_>, contact: &Contact, above: Option<Id>) -> Result<(), Problem> {
    let Some(above) = above else { return Ok(()) };
    let loops =
        would_loop(contact.id, above, |id| writer.row::<Contact>(id).map(|person| person.reports_to))?;
    match loops {
        true => {
            let above = writer.row::<Contact>(above)?.name;
            Err(Problem::ReportingLoop { person: contact.name.clone(), above })
        }
        false => Ok(()),
    }
}
