//! The page to read before a meeting, as programs read it.

use super::one;
use super::people::{self, between, gap_out, gaps_of, key_person, name_among, quotes};
use crate::domain::coverage::Gap;
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::id::Id;
use crate::domain::quadrant::evidence::Profile;
use crate::domain::unknown::{Known, Unknown, unknown};
use crate::domain::word::{RecordKind, Side};
use crate::i18n::Lang;
use crate::report::advice;
use crate::report::model::{ActivityOut, BriefOut, DealOut, NearDayOut, NeedOut, PromiseOut, UnknownOut};
use crate::store::table::account::Account;
use crate::store::table::commitment::Commitment;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal;
use crate::store::table::evidence::Person;
use crate::store::view::find::short_code;
use crate::store::view::people::{Group, KeyPerson};
use crate::store::view::today::DueKind;
use crate::store::{Book, Result};
use crate::tr;

/// How many of the last contacts are told.
const CONTACTS: i64 = 5;
/// How many deals are told.
const DEALS: i64 = 8;
/// How many recollections are told.
const REMEMBERED: usize = 5;

/// The page on a contact, an account or a deal.
///
/// # Errors
/// [`crate::store::Error::NoRecord`] where there is none.
pub fn brief(lang: Lang, book: &Book, kind: RecordKind, id: Id) -> Result<BriefOut> {
    let (group, code, name, account) = match kind {
        RecordKind::Contact => {
            let contact: Contact = book.row(id)?;
            (Group::One(id), contact.code, contact.name, contact.account_id)
        }
        RecordKind::Deal => {
            let deal: Deal = book.row(id)?;
            (Group::Deal(id), deal.code, deal.name, Some(deal.account_id))
        }
        _ => {
            let account: Account = book.row(id)?;
            (Group::Account(id), account.code, account.name, Some(id))
        }
    };
    let today = book.today();
    let people = book.people(group)?;
    let own = people::own_profile(book, today)?;
    let gaps = if matches!(group, Group::One(_)) { vec![] } else { gaps_of(book, group, &people)? };
    let promises = book.open_commitments(group)?;
    let of_side = |side: Side| promises.iter().filter(move |promise| promise.promised_by == side);
    let promised = |side| -> Result<Vec<PromiseOut>> {
        of_side(side).map(|promise| promise_out(book, promise)).collect()
    };
    let deals = book.deals_to_talk_about(group, DEALS)?.into_iter();
    let deals = deals.map(|id| one::<DealOut>(book, id)).collect::<Result<Vec<_>>>()?;
    let contacts = book.last_contacts(group, CONTACTS)?.into_iter();
    let mut remembered = match group {
        Group::One(id) => quotes(book, Person::Contact(id))?,
        _ => vec![],
    };
    remembered.truncate(REMEMBERED);
    let missing = missing(&people);
    let our_promises = promised(Side::Us)?;
    let told = Told { people: &people, own: &own, gaps: &gaps, missing: &missing };
    Ok(BriefOut {
        kind: kind.to_string(),
        id,
        code: short_code(kind, code),
        account: account
            .filter(|account| *account != id)
            .map(|account| book.row::<Account>(account).map(|account| account.name))
            .transpose()?,
        name,
        on: today,
        advice: told.three(lang, &our_promises, &deals),
        people: people.iter().map(|person| key_person(person, &own, today)).collect(),
        last_contacts: contacts.map(|id| one::<ActivityOut>(book, id)).collect::<Result<Vec<_>>>()?,
        our_promises,
        their_promises: promised(Side::Them)?,
        needs: needs(book, group, &deals)?,
        deals,
        remembered,
        unknown: missing
            .iter()
            .map(|(person, what)| UnknownOut {
                contact: Some(person.contact.name.clone()),
                code: what.to_string(),
                text: advice::unknown(lang, *what).into_owned(),
            })
            .collect(),
        gaps: gaps.iter().map(|gap| gap_out(lang, *gap, &people)).collect(),
        special_days: near_days(book, &people, account)?,
    })
}

/// The needs that were recorded in these deals and have not become others; of a person, those they spoke of.
fn needs(book: &Book, group: Group, deals: &[DealOut]) -> Result<Vec<NeedOut>> {
    let mut needs = Vec::new();
    for deal in deals {
        for need in book.entries(EntryKind::Need, Holder::Deal(deal.id))? {
            let said_by = need.refers_to("said_by");
            let is_theirs = match group {
                Group::One(id) => said_by == Some(id),
                _ => true,
            };
            if !is_theirs || need.refers_to("became").is_some() {
                continue;
            }
            needs.push(NeedOut {
                text: need.text("text").unwrap_or_default().to_owned(),
                kind: need.text("kind").unwrap_or_default().to_owned(),
                deal: deal.name.clone(),
                said_by: said_by.map(|id| book.row::<Contact>(id).map(|person| person.name)).transpose()?,
            });
        }
    }
    Ok(needs)
}

/// What is not known yet: all of a single person; of several, what matters most of the heaviest ones.
fn missing(people: &[KeyPerson]) -> Vec<(&KeyPerson, Unknown)> {
    let of = |person: &KeyPerson| {
        unknown(&Known {
            stance: person.stance.is_some(),
            quadrants: person.profile.scores.is_some(),
            decision_role: person.role().is_some(),
            parts: !person.parts.is_empty(),
            needs: !person.needs.is_empty(),
            organisational_needs: !person.organisational_needs.is_empty(),
            sees_us: person.rung.is_some(),
            step: person.contact.step.is_some(),
            reports_to: person.contact.reports_to.is_some()
                || person.level != crate::domain::person::Level::Working,
            cover: !person.covered_by.is_empty(),
        })
    };
    match people {
        [only] => of(only).into_iter().map(|what| (only, what)).collect(),
        several => several
            .iter()
            .take(5)
            .flat_map(|person| {
                let grave = of(person).into_iter().filter(|what| *what <= Unknown::Needs).take(2);
                grave.map(move |what| (person, what))
            })
            .collect(),
    }
}

/// What advice rests on.
struct Told<'a> {
    people: &'a [KeyPerson],
    own: &'a Profile,
    gaps: &'a [Gap],
    missing: &'a [(&'a KeyPerson, Unknown)],
}

impl Told<'_> {
    /// Three concrete pieces of advice: on talking, on what the two of you are to each other, and on what is
    /// missing; a promise that is overdue comes before anything else.
    fn three(&self, lang: Lang, promises: &[PromiseOut], deals: &[DealOut]) -> Vec<String> {
        // In a group the one to prepare for is the heaviest whose way of thinking is known.
        let known = self.people.iter().find(|person| person.profile.scores.is_some());
        let whom = known.or(self.people.first());
        let is_group = self.people.len() > 1;
        let to = |text: String| match whom.filter(|_| is_group) {
            Some(person) => {
                tr!(lang, "advice.for_person", person = person.contact.name, advice = text).into_owned()
            }
            None => text,
        };
        let dominant = whom.map(|person| person.profile.dominant()).unwrap_or_default();
        let meeting = whom.and_then(|person| between(&person.profile, self.own));
        let talking = advice::talking(lang, &dominant);
        let talking: Vec<String> = talking.into_iter().map(|text| to(text.into_owned())).collect();
        let relation = match (&meeting, dominant.is_empty()) {
            (Some(meeting), _) => Some(to(advice::relation(lang, meeting.relation).into_owned())),
            (None, false) => Some(tr!(lang, "advice.score_yourself").into_owned()),
            (None, true) => None,
        };
        let overdue = promises.iter().find(|promise| promise.overdue);
        let overdue = overdue.map(|promise| tr!(lang, "advice.overdue", promise = promise.text).into_owned());
        let gap =
            self.gaps.first().map(|gap| advice::closing(lang, *gap, name_among(self.people)).into_owned());
        let find_out = self.missing.first().map(|(person, what)| {
            let text = advice::finding_out(lang, *what).into_owned();
            match is_group {
                true => {
                    tr!(lang, "advice.for_person", person = person.contact.name, advice = text).into_owned()
                }
                false => text,
            }
        });
        let open = deals.iter().find(|deal| deal.status == "open" && deal.next_step.is_none());
        let next_step = open.map(|deal| tr!(lang, "advice.next_step", deal = deal.name).into_owned());
        let what_is_missing = gap.or(find_out).or(next_step);
        let first = talking.first().cloned().filter(|_| whom.is_some());
        let mut three: Vec<String> =
            [overdue, first, relation, what_is_missing].into_iter().flatten().take(3).collect();
        let more = talking.into_iter().skip(1).filter(|_| whom.is_some());
        three.extend(more.take(3_usize.saturating_sub(three.len())));
        three
    }
}

fn promise_out(book: &Book, promise: &Commitment) -> Result<PromiseOut> {
    let contact = promise.contact_id.map(|id| book.row::<Contact>(id)).transpose()?;
    Ok(PromiseOut {
        id: promise.id,
        text: promise.text.clone(),
        due_on: promise.due_on,
        overdue: promise.due_on.is_some_and(|due| due < book.today()),
        contact: contact.map(|contact| contact.name),
    })
}

/// Special days whose notice has begun, of these people and of the account.
fn near_days(book: &Book, people: &[KeyPerson], account: Option<Id>) -> Result<Vec<NearDayOut>> {
    let contacts: Vec<Id> = people.iter().map(|person| person.contact.id).collect();
    let theirs = book.special_days_of(&contacts, account)?;
    if theirs.is_empty() {
        return Ok(vec![]);
    }
    let due = book.due(0)?.into_iter();
    let near = due.filter(|due| due.kind == DueKind::SpecialDay && theirs.contains(&due.id));
    Ok(near.map(|due| NearDayOut { on: due.on, text: due.text, contact: due.contact }).collect())
}
