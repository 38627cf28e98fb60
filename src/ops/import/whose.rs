//! Taking only one person's deals: which words of a file mean that person.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};

use super::super::owner;
use super::super::problem::Problem;
use crate::domain::text::name_key;
use crate::store::Writer;

/// How many of the owners in the files are named where none is meant.
const SHOWN: usize = 30;

/// The person whose deals are taken, and the owners met so far.
pub(super) struct Whose {
    forms: Vec<Form>,
    known: RefCell<HashMap<String, bool>>,
    others: RefCell<BTreeSet<String>>,
}

/// A name or an e-mail address, for comparing.
#[derive(PartialEq, Eq)]
struct Form {
    key: String,
    email: Option<String>,
}

impl Whose {
    /// The person whom a word means. Nobody is added to the book for it.
    pub fn new(writer: &Writer<'_>, word: &str) -> Result<Whose, Problem> {
        let mut forms = vec![Form::of(word)];
        if let Some(colleague) = owner::find(writer, word)? {
            forms.push(Form::of(&colleague.name));
            forms.extend(colleague.email.as_deref().map(Form::of));
        }
        Ok(Whose { forms, known: RefCell::default(), others: RefCell::default() })
    }

    /// Whether an owner in a file is that person.
    pub fn is(&self, told: &str) -> bool {
        if let Some(known) = self.known.borrow().get(told) {
            return *known;
        }
        let form = Form::of(told);
        let is = self.forms.iter().any(|one| one.is(&form));
        self.known.borrow_mut().insert(told.to_owned(), is);
        let mut others = self.others.borrow_mut();
        if !is && others.len() < SHOWN {
            others.insert(told.to_owned());
        }
        is
    }

    /// Whether any owner so far was that person.
    pub fn was_met(&self) -> bool {
        self.known.borrow().values().any(|is| *is)
    }

    /// Other owners that were met.
    pub fn into_others(self) -> Vec<String> {
        self.others.into_inner().into_iter().collect()
    }
}

impl Form {
    fn of(word: &str) -> Form {
        let email = Some(word.trim().to_lowercase()).filter(|word| word.contains('@'));
        Form { key: name_key(word), email }
    }

    /// The same name, the same address, or an address whose beginning spells the name:
    /// `pam.beesly@example.com` is Pam Beesly.
    fn is(&self, other: &Form) -> bool {
        match (&self.email, &other.email) {
            (Some(one), Some(other)) => one == other,
            (None, None) => self.key == other.key,
            (Some(email), None) => spelled(email) == other.key,
            (None, Some(email)) => spelled(email) == self.key,
        }
    }
}

/// The name that the beginning of an e-mail address spells.
fn spelled(email: &str) -> String {
    let beginning = email.split('@').next().unwrap_or_default();
    name_key(&beginning.replace(['.', '_', '-', '+'], " "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rstest::rstest;

    #[rstest]
    #[case("Pam Beesly", "pam.beesly@example.com", true)]
    #[case("PAM.BEESLY@EXAMPLE.COM", "pam.beesly@example.com", true)]
    #[case("pam.beesly@example.com", "Pam Beesly", true)]
    #[case("pam beesly", "Pam  BEESLY", true)]
    #[case("Pam", "pam.beesly@example.com", false)]
    #[case("pam.beesly@example.org", "pam.beesly@example.com", false)]
    #[case("王芳", "王芳", true)]
    fn a_person_is_known_by_name_or_address(#[case] word: &str, #[case] told: &str, #[case] is: bool) {
        assert_eq!(Form::of(word).is(&Form::of(told)), is);
    }
}
