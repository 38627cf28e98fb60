//! Evidence of how people think: clues observed, and scores told directly. Both are dated; which is in
//! force is `domain::quadrant::evidence`'s to say.

use chrono::NaiveDate;

use super::problem::{Place, Problem};
use super::{Done, input, owner};
use crate::domain::deed::Deed;
use crate::domain::id::Id;
use crate::domain::person::RecollectionKind;
use crate::domain::quadrant::Quadrant::{A, B, C, D};
use crate::domain::quadrant::Scores;
use crate::domain::quadrant::clue::Clue;
use crate::domain::text::clean_text;
use crate::store::table::colleague::Colleague;
use crate::store::table::contact::Contact;
use crate::store::table::evidence::{Observation, Person, QuadrantScore};
use crate::store::table::recollection::Recollection;
use crate::store::{Book, Error, Label, Writer};

/// Whom it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// A contact.
    Contact(Id),
    /// The person at the keyboard.
    Me,
}

/// What was heard and seen of a person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ObservationInput {
    /// Phrases heard and traits noticed; one at least.
    pub clues: Vec<Clue>,
    /// What they said, in their own words.
    pub quote: Option<String>,
    /// The day; none is today. It may be past, not future.
    pub on: Option<NaiveDate>,
}

/// Writes down what was heard and seen of a person.
///
/// # Errors
/// [`Problem::Missing`] without a clue, [`Problem::Future`] for the day.
pub fn observe(book: &mut Book, whom: Whom, told: &ObservationInput) -> Done<Id> {
    book.operate(|writer| {
        let (person, name) = find(writer, whom)?;
        let mut clues = told.clues.clone();
        clues.sort();
        clues.dedup();
        if clues.is_empty() {
            return Err(Problem::Missing(Place::Clue));
        }
        let observation = Observation {
            id: writer.mint()?,
            contact_id: person.contact(),
            colleague_id: person.colleague(),
            observed_on: input::past_day(writer, told.on)?,
            created_at: writer.now,
        };
        writer.insert_observation(&observation, &clues)?;
        let quote = told.quote.as_deref().map(clean_text).filter(|text| !text.trim().is_empty());
        if let Some(text) = quote {
            writer.insert_recollection(&Recollection {
                id: writer.mint()?,
                contact_id: person.contact(),
                colleague_id: person.colleague(),
                observation_id: Some(observation.id),
                kind: RecollectionKind::Quote,
                told_on: observation.observed_on,
                text,
                created_at: writer.now,
            })?;
        }
        Ok((observation.id, Label::new(Deed::Observe, name)))
    })
}

/// Scores a person directly.
///
/// # Errors
/// [`Problem::Future`] for the day.
pub fn score(
    book: &mut Book,
    whom: Whom,
    scores: Scores,
    on: Option<NaiveDate>,
    note: Option<&str>,
) -> Done<Id> {
    book.operate(|writer| {
        let (person, name) = find(writer, whom)?;
        let [a, b, c, d] = [A, B, C, D].map(|room| scores.of(room));
        let score = QuadrantScore {
            id: writer.mint()?,
            contact_id: person.contact(),
            colleague_id: person.colleague(),
            scored_on: input::past_day(writer, on)?,
            a,
            b,
            c,
            d,
            note: note.map(clean_text).filter(|text| !text.trim().is_empty()),
            created_at: writer.now,
        };
        writer.insert_score(&score)?;
        Ok((score.id, Label::new(Deed::ScorePerson, name).with(format!("{a}/{b}/{c}/{d}"))))
    })
}

/// Takes an observation or a direct score back for good, with what was said in it.
///
/// # Errors
/// [`Problem::Store`] where there is no such evidence.
pub fn withdraw(book: &mut Book, evidence: Id) -> Done<()> {
    book.operate(|writer| {
        let (contact, colleague) = match (writer.observation(evidence)?, writer.score(evidence)?) {
            (Some(seen), _) => {
                writer.delete_observation(evidence)?;
                (seen.contact_id, seen.colleague_id)
            }
            (None, Some(told)) => {
                writer.delete_score(evidence)?;
                (told.contact_id, told.colleague_id)
            }
            (None, None) => return Err(Problem::Store(Error::NoRecord)),
        };
        Ok(((), Label::new(Deed::WithdrawEvidence, name_of(writer, contact, colleague)?)))
    })
}

/// The person that is meant, and their name; oneself is made where the book does not know who that is yet.
pub(super) fn find(writer: &Writer<'_>, whom: Whom) -> Result<(Person, String), Problem> {
    Ok(match whom {
        Whom::Contact(id) => (Person::Contact(id), writer.row::<Contact>(id)?.name),
        Whom::Me => {
            let id = owner::find_or_add(writer, "me")?;
            (Person::Colleague(id), writer.row::<Colleague>(id)?.name)
        }
    })
}

/// The name of a contact, or of one of ours.
pub(super) fn name_of(
    writer: &Writer<'_>,
    contact: Option<Id>,
    colleague: Option<Id>,
) -> Result<String, Problem> {
    Ok(match (contact, colleague) {
        (Some(id), _) => writer.row::<Contact>(id)?.name,
        (None, Some(id)) => writer.row::<Colleague>(id)?.name,
        (None, None) => String::new(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ops::{history, recollection, testbook};

    fn seen(clues: &[Clue]) -> ObservationInput {
        ObservationInput { clues: clues.to_vec(), ..ObservationInput::default() }
    }

    fn scores_of(book: &Book, person: Person) -> Option<Scores> {
        book.profile(person, book.today()).unwrap().scores
    }

    #[test]
    fn what_is_observed_makes_scores_until_they_are_told_directly() {
        let (mut book, ada) = testbook::with_contact();
        observe(&mut book, Whom::Contact(ada), &seen(&[Clue::KeyPoints, Clue::KeyPoints])).unwrap();
        let person = Person::Contact(ada);
        assert_eq!(scores_of(&book, person), Scores::new(60, 40, 40, 40));
        observe(&mut book, Whom::Contact(ada), &seen(&[Clue::Calculating])).unwrap();
        assert_eq!(scores_of(&book, person), Scores::new(67, 33, 33, 33));
        let told = Scores::new(10, 90, 20, 30).unwrap();
        score(&mut book, Whom::Contact(ada), told, None, Some("her own words")).unwrap();
        assert_eq!(scores_of(&book, person), Some(told));
        history::undo(&mut book, None).unwrap();
        assert_eq!(scores_of(&book, person), Scores::new(67, 33, 33, 33));
    }

    #[test]
    fn what_was_said_goes_with_the_observation_that_is_withdrawn() {
        let (mut book, ada) = testbook::with_contact();
        let told = ObservationInput { quote: Some("show me the numbers".into()), ..seen(&[Clue::KeyPoints]) };
        let id = observe(&mut book, Whom::Contact(ada), &told).unwrap().value;
        recollection::add(&mut book, ada, &recollection::RecollectionInput::quote("hm")).unwrap();
        assert_eq!(book.recollections(Person::Contact(ada)).unwrap().len(), 2);
        withdraw(&mut book, id).unwrap();
        assert_eq!(book.recollections(Person::Contact(ada)).unwrap()[0].text, "hm");
        assert_eq!(scores_of(&book, Person::Contact(ada)), None);
        assert!(matches!(withdraw(&mut book, id), Err(Problem::Store(Error::NoRecord))));
    }

    #[test]
    fn oneself_is_a_person_too() {
        let (mut book, _) = testbook::with_contact();
        let own = Scores::new(80, 40, 20, 30).unwrap();
        score(&mut book, Whom::Me, own, None, None).unwrap();
        let me = book.me().unwrap().unwrap();
        assert_eq!(scores_of(&book, Person::Colleague(me.id)), Some(own));
    }

    #[test]
    fn an_observation_has_a_clue_and_a_day_that_has_been() {
        let (mut book, ada) = testbook::with_contact();
        let nothing = observe(&mut book, Whom::Contact(ada), &seen(&[]));
        assert!(matches!(nothing, Err(Problem::Missing(Place::Clue))));
        let tomorrow = ObservationInput { on: book.today().succ_opt(), ..seen(&[Clue::Family]) };
        assert!(matches!(observe(&mut book, Whom::Contact(ada), &tomorrow), Err(Problem::Future(_))));
    }
}
