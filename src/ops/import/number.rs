//! Telephone numbers of a file held against ours: by E.164, in whatever country each is written.

use super::join::Joiner;
use crate::domain::country::Country;
use crate::domain::id::Id;
use crate::domain::phone::phone_key;
use crate::store::Result;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;

impl Joiner<'_> {
    /// Where a number is dialled that says nothing else: in the country that is told, or else that of an
    /// account, or else the book's.
    pub fn country(&self, told: Option<&str>, account: Option<Id>) -> Result<Option<&'static Country>> {
        if let Some(country) = told.and_then(Country::called) {
            return Ok(Some(country));
        }
        let of_account = match account {
            Some(id) => self.writer.row::<Account>(id)?.country,
            None => None,
        };
        Ok(of_account.as_deref().and_then(Country::called).or(self.home))
    }

    /// Those of our people who have one of these numbers, given as keys.
    pub fn having_number(&self, contacts: Vec<Contact>, keys: &[String]) -> Result<Vec<Contact>> {
        let mut having = vec![];
        for contact in contacts {
            let country = self.country(contact.country.as_deref(), contact.account_id)?;
            let ours = self.writer.phones_of(contact.id)?;
            if ours.iter().filter_map(|row| phone_key(&row.number, country)).any(|key| keys.contains(&key)) {
                having.push(contact);
            }
        }
        Ok(having)
    }
}

/// Numbers as we write them, where we have them in another way of writing.
pub(super) fn as_ours<'a>(
    told: impl Iterator<Item = &'a str>,
    ours: &[(Option<String>, String)],
    country: Option<&Country>,
) -> Vec<String> {
    let ours: Vec<(Option<String>, &String)> =
        ours.iter().map(|(_, number)| (phone_key(number, country), number)).collect();
    let mut written: Vec<String> = vec![];
    for number in told {
        let key = phone_key(number, country);
        let known = ours.iter().find(|(known, _)| known.is_some() && *known == key);
        let number = known.map_or_else(|| number.to_owned(), |(_, number)| (*number).clone());
        if !written.contains(&number) {
            written.push(number);
        }
    }
    written
}
