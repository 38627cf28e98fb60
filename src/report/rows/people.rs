//! Key people as programs read them: evidence, relations, buying groups, our side, walk-arounds.

use chrono::NaiveDate;

use crate::domain::coverage::{Gap, gaps};
use crate::domain::id::Id;
use crate::domain::person::OrganisationalNeed;
use crate::domain::quadrant::Quadrant::{A, B, C, D};
use crate::domain::quadrant::evidence::{Age, Origin, Profile};
use crate::domain::quadrant::meeting::{Meeting, meeting};
use crate::domain::quadrant::walk::{Check, neglected, rooms};
use crate::domain::quadrant::{Quadrant, Scores};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::report::model::{
    CoverageOut, EvidenceOut, GapOut, KeyPersonOut, OrganisationalNeedOut, OursOut, PairOut, QuadrantsOut,
    QuestionOut, QuoteOut, RelationOut, SureOut, WalkOut,
};
use crate::report::{advice, quadrant};
use crate::store::table::colleague::Colleague;
use crate::store::table::contact::Contact;
use crate::store::table::evidence::Person;
use crate::store::view::evidence::What;
use crate::store::view::find::short_code;
use crate::store::view::our_side::Ours;
use crate::store::view::people::{Group, KeyPerson};
use crate::store::{Book, Result};

impl From<Scores> for QuadrantsOut {
    fn from(scores: Scores) -> Self {
        let [a, b, c, d] = [A, B, C, D].map(|room| i64::from(scores.of(room)));
        QuadrantsOut { a, b, c, d }
    }
}

/// The keys of words.
pub(super) fn keys<T: std::fmt::Display>(words: &[T]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// How sure the scores of a person are; none where nothing is known.
pub(super) fn sure(profile: &Profile, today: NaiveDate) -> Option<SureOut> {
    let (from, on) = match profile.origin? {
        Origin::Direct(on) => ("direct", Some(on)),
        Origin::Observed => ("observed", None),
    };
    let age = profile.age(today).map(|age| match age {
        Age::Fresh => "fresh",
        Age::Ageing => "ageing",
        Age::Old => "old",
    });
    Some(SureOut {
        from: from.to_owned(),
        on,
        clues: profile.clues,
        clues_since: profile.clues_since,
        newest: profile.newest,
        age: age.map(str::to_owned),
    })
}

/// What somebody wants for their organisation.
pub(super) fn organisational(needs: Vec<(OrganisationalNeed, Option<String>)>) -> Vec<OrganisationalNeedOut> {
    let each = needs.into_iter();
    each.map(|(need, text)| OrganisationalNeedOut { need: need.to_string(), text }).collect()
}

/// All evidence about a person, newest first.
pub fn evidence(book: &Book, person: Person) -> Result<Vec<EvidenceOut>> {
    let each = book.evidence(person)?.into_iter().map(|one| {
        let (kind, clues, scores) = match one.what {
            What::Observed(clues) => ("observation", keys(&clues), None),
            What::Told(scores) => ("score", vec![], Some(scores.into())),
        };
        EvidenceOut { id: one.id, on: one.on, kind: kind.to_owned(), clues, scores, text: one.words }
    });
    Ok(each.collect())
}

/// What is remembered of a person, newest first.
pub fn quotes(book: &Book, person: Person) -> Result<Vec<QuoteOut>> {
    let contact = name(book, person)?;
    let each = book.recollections(person)?.into_iter().map(|kept| QuoteOut {
        id: kept.id,
        contact: contact.clone(),
        kind: kept.kind.to_string(),
        on: kept.told_on,
        text: kept.text,
    });
    Ok(each.collect())
}

/// A person's name.
pub fn name(book: &Book, person: Person) -> Result<String> {
    Ok(match person {
        Person::Contact(id) => book.row::<Contact>(id)?.name,
        Person::Colleague(id) => book.row::<Colleague>(id)?.name,
    })
}

/// The person at the keyboard, where the book knows who that is.
pub fn me(book: &Book) -> Result<Option<Person>> {
    Ok(book.me()?.map(|me| Person::Colleague(me.id)))
}

/// How the person at the keyboard thinks, by what was known at the end of a day; nothing is known where the book does
/// not know who that is.
pub fn own_profile(book: &Book, day: NaiveDate) -> Result<Profile> {
    Ok(me(book)?.map(|me| book.profile(me, day)).transpose()?.unwrap_or_default())
}

/// How a person is to another, by what was known at the end of a day; nobody is unknown.
pub fn relation(
    lang: Lang,
    book: &Book,
    person: Person,
    with: Option<Person>,
    day: NaiveDate,
) -> Result<RelationOut> {
    let one = book.profile(person, day)?;
    let other = with.map(|with| book.profile(with, day)).transpose()?.unwrap_or_default();
    let between = between(&one, &other);
    let mut told = advice::meeting(lang, &one.dominant(), between.as_ref());
    if one.scores.is_some() && other.scores.is_none() && with == me(book)? {
        told.push(crate::tr!(lang, "advice.score_yourself").into_owned());
    }
    let pair = |pair: &crate::domain::quadrant::meeting::Pair| PairOut {
        one: pair.one.to_string(),
        other: pair.other.to_string(),
        relation: pair.relation().to_string(),
        difficulty: pair.relation().difficulty(),
    };
    Ok(RelationOut {
        relation: relation_key(between.as_ref()),
        difficulty: between.as_ref().map(|meeting| meeting.relation.difficulty()),
        pairs: between.iter().flat_map(|meeting| meeting.pairs.iter().map(pair)).collect(),
        advice: told,
        contact: name(book, person)?,
        with: with.map(|with| name(book, with)).transpose()?,
        dominant: keys(&one.dominant()),
        with_dominant: keys(&other.dominant()),
    })
}

/// How two profiles meet; none where either is unknown.
pub fn between(one: &Profile, other: &Profile) -> Option<Meeting> {
    Some(meeting(one.scores?, other.scores?))
}

fn relation_key(meeting: Option<&Meeting>) -> String {
    meeting.map_or_else(|| "unknown".to_owned(), |meeting| meeting.relation.to_string())
}

/// A person of a buying group, beside one's own profile.
pub fn key_person(person: &KeyPerson, own: &Profile, today: NaiveDate) -> KeyPersonOut {
    let (contact, meeting) = (&person.contact, between(&person.profile, own));
    KeyPersonOut {
        id: contact.id,
        code: short_code(RecordKind::Contact, contact.code),
        name: contact.name.clone(),
        title: contact.title.clone(),
        parts: keys(&person.parts),
        decision_role: person.role().map(|role| role.as_str().to_owned()),
        stance: person.stance.map(|stance| stance.to_string()),
        quadrants: person.profile.scores.map(QuadrantsOut::from),
        dominant: keys(&person.profile.dominant()),
        evidence: sure(&person.profile, today),
        relation: relation_key(meeting.as_ref()),
        difficulty: meeting.map(|meeting| meeting.relation.difficulty()),
        needs: keys(&person.needs),
        organisational_needs: organisational(person.organisational_needs.clone()),
        step: contact.step,
        sees_us: person.rung.map(|rung| rung.to_string()),
        prefers: contact.prefers.clone(),
        level: person.level.to_string(),
        reports_to: person.reports_to.clone(),
        reports_to_id: contact.reports_to,
        covered_by: person.covered_by.iter().map(|by| by.name.clone()).collect(),
        last_contact: person.last_contact,
        differs_here: person.differs_here,
    }
}

/// The dominant rooms of those of ours who are in touch with these people: oneself, and who covers them.
pub fn our_rooms(book: &Book, people: &[KeyPerson]) -> Result<Vec<Quadrant>> {
    let mut ours: Vec<Id> =
        people.iter().flat_map(|person| &person.covered_by).map(|by| by.colleague).collect();
    ours.extend(book.me()?.map(|me| me.id));
    ours.sort();
    ours.dedup();
    let profiles = book.profiles_of_ours(&ours, book.today())?;
    let mut rooms: Vec<Quadrant> = profiles.values().flat_map(Profile::dominant).collect();
    rooms.sort();
    rooms.dedup();
    Ok(rooms)
}

/// What is missing in a buying group, the gravest first.
pub fn gaps_of(book: &Book, group: Group, people: &[KeyPerson]) -> Result<Vec<Gap>> {
    let members: Vec<_> = people.iter().map(KeyPerson::member).collect();
    Ok(gaps(&members, &our_rooms(book, people)?, book.decides_collectively(group)?))
}

/// The name of a person of a group.
pub(super) fn name_among(people: &[KeyPerson]) -> impl Fn(Id) -> String + Copy + '_ {
    move |id| {
        let known = people.iter().find(|person| person.contact.id == id);
        known.map(|person| person.contact.name.clone()).unwrap_or_default()
    }
}

/// A gap in words.
pub(super) fn gap_out(lang: Lang, gap: Gap, people: &[KeyPerson]) -> GapOut {
    let contact_id = match gap {
        Gap::SingleThread(id) | Gap::OpponentDecides(id) | Gap::RoomUnknown(id) | Gap::Uncovered(id) => {
            Some(id)
        }
        Gap::RoomUnspoken { decider, .. } => Some(decider),
        Gap::Nobody | Gap::NoDecisionMaker | Gap::PartOpen(_) => None,
    };
    GapOut {
        code: gap.as_str().to_owned(),
        text: advice::gap(lang, gap, name_among(people)).into_owned(),
        warning: gap.is_warning(),
        contact_id,
    }
}

/// The people of an account or a deal, and what is missing among them.
pub fn coverage(lang: Lang, book: &Book, group: Group, account: Option<Id>) -> Result<CoverageOut> {
    let people = book.people(group)?;
    let own = me(book)?.map(|me| book.profile(me, book.today())).transpose()?.unwrap_or_default();
    let team = account.map(|account| book.team(account)).transpose()?.unwrap_or_default();
    let gaps = gaps_of(book, group, &people)?;
    Ok(CoverageOut {
        collective: book.decides_collectively(group)?,
        people: people.iter().map(|person| key_person(person, &own, book.today())).collect(),
        gaps: gaps.into_iter().map(|gap| gap_out(lang, gap, &people)).collect(),
        ours: team.iter().map(|one| ours(one, &people)).collect(),
    })
}

fn ours(one: &Ours, people: &[KeyPerson]) -> OursOut {
    let covers =
        people.iter().filter(|person| person.covered_by.iter().any(|by| by.colleague == one.colleague));
    OursOut {
        name: one.name.clone(),
        roles: keys(&one.roles),
        level: one.level().to_string(),
        covers: covers.map(|person| person.contact.name.clone()).collect(),
    }
}

/// The walk-around of a proposal for a deal or an account: the quadrants of those who weigh most come first.
pub fn walk(lang: Lang, book: &Book, group: Group, record: Id) -> Result<WalkOut> {
    let audience = audience(&book.people(group)?);
    let ticks = book.walk_ticks(record)?;
    let ticked: Vec<Check> = ticks.iter().map(|tick| tick.question).collect();
    let rooms = rooms(&audience);
    let of_room = |room: Quadrant| Check::ALL.iter().filter(move |check| check.quadrant() == room);
    let questions = rooms.iter().flat_map(|room| of_room(*room)).map(|check| QuestionOut {
        key: check.to_string(),
        room: check.quadrant().to_string(),
        text: quadrant::check(lang, *check).into_owned(),
        ticked_on: ticks.iter().find(|tick| tick.question == *check).map(|tick| tick.ticked_on),
    });
    Ok(WalkOut {
        questions: questions.collect(),
        neglected: keys(&neglected(&audience, &ticked)),
        rooms: keys(&rooms),
    })
}

/// The dominant quadrants of an audience, those of the person who weighs most first.
pub fn audience(people: &[KeyPerson]) -> Vec<Quadrant> {
    let mut rooms: Vec<Quadrant> = vec![];
    for room in people.iter().flat_map(|person| person.profile.dominant()) {
        if !rooms.contains(&room) {
            rooms.push(room);
        }
    }
    rooms
}
