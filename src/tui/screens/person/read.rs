//! What a person's screen shows, read from the book.

use chrono::Days;
use ratatui::style::Style;

use super::{Pane, panes};
use crate::domain::id::Id;
use crate::domain::quadrant::evidence::Profile;
use crate::domain::word::{DecisionRole, Tier};
use crate::report::model::ContactOut;
use crate::report::rows;
use crate::store::table::account::Account;
use crate::store::table::evidence;
use crate::store::view::people::Group;
use crate::store::{Book, Error, Result};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::screens::list::detail::neighbours;
use crate::tui::widgets::sheet::Sheet;

/// All that is shown of somebody.
#[derive(Debug)]
pub struct Person {
    /// The person as what actions are about.
    pub chosen: Chosen,
    /// What they do, and where.
    pub place: String,
    /// How long ago the last contact was, against the rhythm.
    pub contact: (String, Style),
    /// How they think.
    pub profile: Profile,
    /// How oneself thinks.
    pub own: Profile,
    /// Their decision role.
    pub role: Option<DecisionRole>,
    /// Whether the rooms have their animals on screen.
    pub animals: bool,
    /// What is said on the plane where nothing is known.
    pub unknown: String,
    sheets: [Sheet; 4],
}

impl Person {
    /// The lines of a pane.
    pub fn sheet(&self, pane: Pane) -> &Sheet {
        &self.sheets[pane as usize]
    }
}

/// All of a person; none where they are gone.
///
/// # Errors
/// What the store could not read.
pub fn person(book: &Book, look: &Look, id: Id) -> Result<Option<Person>> {
    let contact = match rows::one::<ContactOut>(book, id) {
        Ok(contact) => contact,
        Err(Error::NoRecord) => return Ok(None),
        Err(error) => return Err(error),
    };
    let lang = look.lang;
    let who = evidence::Person::Contact(id);
    let profile = book.profile(who, book.today())?;
    let own = rows::people::own_profile(book, book.today())?;
    let evidence = book.evidence(who)?;
    let role = book.people(Group::One(id))?.first().and_then(|person| person.role());
    let chosen = Chosen::from(&contact);
    let mut history = Sheet::titled(Pane::History.title(look));
    neighbours::put(&mut history, book, look, &chosen)?;
    let sheets = [
        panes::who(look, &contact, &book.reports_of(id)?, &book.recollections(who)?),
        panes::mind(look, &contact, &evidence),
        panes::talk(look, &profile, &own),
        history,
    ];
    let place = [contact.title.as_deref(), contact.account.as_deref()];
    Ok(Some(Person {
        place: place.into_iter().flatten().collect::<Vec<_>>().join(" · "),
        contact: last_contact(book, look, &contact)?,
        animals: book.settings()?.animals,
        unknown: tr!(lang, "person.unknown").into_owned(),
        chosen,
        profile,
        own,
        role,
        sheets,
    }))
}

/// The days since the last contact, against the rhythm of the account's tier.
fn last_contact(book: &Book, look: &Look, contact: &ContactOut) -> Result<(String, Style)> {
    let lang = look.lang;
    let tier = contact.account_id.map(|id| book.row::<Account>(id)).transpose()?.and_then(|at| at.tier);
    let settings = book.settings()?;
    let rhythm = tier.and_then(|tier| match tier {
        Tier::Key => Some(settings.rhythm_key),
        Tier::Ordinary => Some(settings.rhythm_ordinary),
        Tier::Prospective => Some(settings.rhythm_prospective),
        Tier::Unattractive => None,
    });
    let Some(last) = contact.last_contact else {
        return Ok((tr!(lang, "person.never").into_owned(), look.theme.dim));
    };
    let days = (look.today - last).num_days();
    let ago = match days {
        0 => tr!(lang, "person.contact_today"),
        1 => tr!(lang, "person.contact_one"),
        days => tr!(lang, "person.contact_days", days = days),
    };
    let Some(rhythm) = rhythm else { return Ok((ago.into_owned(), look.theme.dim)) };
    let is_late = last.checked_add_days(Days::new(rhythm.unsigned_abs())).is_some_and(|due| due < look.today);
    let words = tr!(lang, "person.rhythm", ago = ago, days = rhythm);
    Ok(match is_late {
        true => (format!("! {words}"), look.theme.warn),
        false => (words.into_owned(), look.theme.good),
    })
}
