//! No form leaves out what an operation can be told: every member of an input has its field. The inputs are
//! taken apart without `..`, so that a new member asks for its field here.

use rstest::rstest;

use super::*;
use crate::domain::entry::{EntryKind, Holder};
use crate::domain::word::{ActivityKind, Calendar};
use crate::i18n::Lang;
use crate::ops::account::AccountInput;
use crate::ops::activity::ActivityInput;
use crate::ops::commitment::{self, CommitmentChange, CommitmentInput};
use crate::ops::contact::ContactInput;
use crate::ops::deal::DealInput;
use crate::ops::special_day::{self, SpecialDayChange, SpecialDayInput};
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::tui::action::Action;
use crate::tui::deed::{Deed, Errand};
use crate::tui::dialogs::Dialog;
use crate::tui::effect::Effect;
use crate::tui::step::Step;
use crate::tui::testkit::look;
use crate::tui::testkit::sample::{Sample, sample};

/// The deed that a form tells, once these texts stand in its fields; what is new is agreed to.
fn deed(sample: &Sample, question: Question, texts: &[(&str, &str)]) -> Deed {
    let look = look(Lang::En);
    let mut form = question.form(&sample.book, &look).unwrap();
    for (name, _) in texts {
        assert!(form.names().iter().any(|known| known == name), "no field {name} in {:?}", form.names());
    }
    form.tell(texts);
    for _ in 0..6 {
        form.read(&sample.book, &look).unwrap();
        let steps = form.update(Action::Save, &look);
        let done = steps.into_iter().find_map(|step| match step {
            Step::Effect(Effect::Do(deed)) => Some(*deed),
            _ => None,
        });
        if let Some(deed) = done {
            return deed;
        }
    }
    panic!("the form is not saved");
}

/// Asserts that each of these is told.
macro_rules! all_told {
    ($($member:ident),+ $(,)?) => { $( assert!($member.is_some(), stringify!($member)); )+ };
}

fn contact_of(sample: &Sample, name: &str) -> Id {
    sample.book.contacts_named(name).unwrap().first().map(|one: &Contact| one.id).unwrap()
}

fn account_of(sample: &Sample, name: &str) -> Id {
    sample.book.accounts_named(name).unwrap().first().map(|one: &Account| one.id).unwrap()
}

#[test]
fn all_of_an_account_is_told_in_its_form() {
    #[rustfmt::skip]
    let texts = [
        ("name", "Zeta"), ("parent", "Acme Foods"), ("owner", "me"), ("tier", "key"),
        ("industry", "pumps"), ("domain", "zeta.example"), ("website", "www.zeta.example"),
        ("phone", "1"), ("street", "Dock 4"), ("city", "Hamburg"), ("region", "HH"),
        ("postal_code", "20457"), ("country", "Germany"), ("employees", "12"), ("revenue", "1m"),
        ("potential", "2m"), ("share", "30%"), ("notes", "word"), ("collective", "yes"), ("tags", "vip"),
    ];
    let Deed::Account(None, input) = deed(&sample(), Question::Add(RecordKind::Account, None), &texts) else {
        panic!("another deed");
    };
    let AccountInput {
        name,
        parent,
        owner,
        tier,
        industry,
        domain,
        website,
        phone,
        street,
        city,
        region,
        postal_code,
        country,
        employees,
        revenue,
        potential,
        share,
        notes,
        collective,
        hanging,
    } = input;
    all_told!(
        name,
        parent,
        owner,
        tier,
        industry,
        domain,
        website,
        phone,
        street,
        city,
        region,
        postal_code,
        country,
        employees,
        revenue,
        potential,
        share,
        notes,
        collective,
    );
    assert_eq!(hanging.tags, ["vip"]);
}

#[test]
fn all_of_a_person_is_told_in_their_form() {
    #[rustfmt::skip]
    let texts = [
        ("name", "Zoe Park"), ("given_name", "Zoe"), ("family_name", "Park"), ("account", "Zeta"),
        ("title", "buyer"), ("department", "purchasing"), ("owner", "me"), ("reports_to", "Jane Miller"),
        ("involvement", "high"), ("authority", "decides"), ("stance", "supporter"), ("step", "2"),
        ("emails", "zoe@zeta.example work"), ("phones", "+49 40 1 mobile"),
        ("employers", "Siemens: buyer, 2019"), ("parts", "user"), ("needs", "power"),
        ("street", "Dock 4"), ("city", "Hamburg"), ("region", "HH"), ("postal_code", "20457"),
        ("country", "Germany"), ("website", "zoe.example"), ("notes", "word"), ("level", "top"),
        ("prefers", "Borg"), ("organisational_needs", "image: press"), ("tags", "vip"),
    ];
    let Deed::Contact(None, input) = deed(&sample(), Question::Add(RecordKind::Contact, None), &texts) else {
        panic!("another deed");
    };
    let ContactInput {
        name,
        given_name,
        family_name,
        account,
        new_account,
        title,
        department,
        owner,
        reports_to,
        involvement,
        authority,
        stance,
        step,
        emails,
        phones,
        employers,
        parts,
        needs,
        street,
        city,
        region,
        postal_code,
        country,
        website,
        notes,
        level,
        prefers,
        organisational_needs,
        hanging,
    } = input;
    assert_eq!((account, new_account.as_deref()), (None, Some("Zeta")), "known, or made on the way");
    all_told!(
        name,
        given_name,
        family_name,
        title,
        department,
        owner,
        reports_to,
        involvement,
        authority,
        stance,
        step,
        emails,
        phones,
        employers,
        parts,
        needs,
        street,
        city,
        region,
        postal_code,
        country,
        website,
        notes,
        level,
        prefers,
        organisational_needs,
    );
    assert_eq!(hanging.tags, ["vip"]);
}

#[test]
fn all_of_a_deal_is_told_in_its_form() {
    let sample = sample();
    #[rustfmt::skip]
    let texts = [
        ("name", "Pumps"), ("account", "Zeta"), ("amount", "120k"), ("currency", "USD"),
        ("stage", "Design"), ("close_on", "2026-12-01"), ("win_rate", "35%"), ("next_step", "call"),
        ("next_on", "2026-11-30"), ("owner", "me"), ("source", "web"), ("pipeline", "parts"),
        ("competitor", "Borg"), ("notes", "word"), ("people", "Jane Miller: user, opponent, decides"),
        ("products", "Pump X x 2 @ 900"), ("tags", "vip"),
    ];
    let Deed::Deal(None, input) = deed(&sample, Question::Add(RecordKind::Deal, None), &texts) else {
        panic!("another deed");
    };
    let DealInput {
        name,
        account,
        new_account,
        amount,
        currency,
        stage,
        close_on,
        win_rate,
        next_step,
        next_on,
        owner,
        source,
        pipeline,
        competitor,
        lost_reason,
        learned,
        notes,
        contacts,
        without,
        people,
        products,
        hanging,
    } = input;
    assert_eq!((account, new_account.as_deref()), (None, Some("Zeta")), "known, or made on the way");
    all_told!(
        name, amount, currency, stage, close_on, win_rate, next_step, next_on, owner, source, pipeline,
        competitor, notes, people, products,
    );
    assert_eq!(hanging.tags, ["vip"]);
    assert!(lost_reason.is_none() && learned.is_none(), "told of a deal that has ended");
    assert!(contacts.is_empty() && without.is_empty(), "told as all its people");
}

#[test]
fn all_of_what_happened_is_told_in_its_form() {
    #[rustfmt::skip]
    let texts = [
        ("kind", "visit"), ("direction", "out"), ("title", "saw the line"), ("more", "all of it"),
        ("on", "2026-11-20"), ("minutes", "90"), ("cost", "45"), ("with", "Jane Miller, Tom Becker"),
        ("deal", "Packaging line"), ("account", "Acme Foods"), ("outcome", "wants an offer"),
        ("next_step", "send it"), ("next_on", "2026-11-30"), ("at", "09:30"), ("zone", "Shanghai"),
    ];
    let Deed::Log(input) = deed(&sample(), Question::Log(None), &texts) else { panic!("another deed") };
    let ActivityInput {
        kind,
        account,
        deal,
        contacts,
        direction,
        on,
        at,
        zone,
        minutes,
        cost,
        text,
        outcome,
        next_step,
        next_on,
        due_on,
        hanging,
    } = input;
    all_told!(account, deal, direction, on, at, zone, minutes, cost, outcome, next_step, next_on);
    assert_eq!((kind, contacts.len(), text.as_str()), (ActivityKind::Visit, 2, "saw the line\nall of it"));
    assert!(due_on.is_none(), "told of a task");
    assert_eq!(hanging, Default::default(), "activities have no tags yet");
    let texts = [("title", "send it"), ("due", "2026-11-30")];
    let Deed::Log(task) = deed(&sample(), Question::Task(None), &texts) else { panic!("another deed") };
    assert!(task.due_on.is_some());
}

#[test]
fn all_of_a_promise_and_of_a_special_day_is_told_in_their_forms() {
    let mut sample = sample();
    let jane = contact_of(&sample, "jane miller");
    let acme = account_of(&sample, "acme foods");
    let promise = CommitmentInput { account: Some(acme), ..CommitmentInput::ours("drawings") };
    let promise = commitment::add(&mut sample.book, &promise).unwrap().value;
    #[rustfmt::skip]
    let texts = [
        ("text", "prices"), ("by", "they"), ("kind", "price"), ("due", "2026-12-01"),
        ("contact", "Jane Miller"), ("deal", "Packaging line"), ("account", "Nordwind Energie"),
        ("status", "kept"), ("made_on", "2026-11-01"),
    ];
    let told = deed(&sample, Question::Edit(RecordKind::Commitment, promise), &texts);
    let Deed::Errand(Errand::EditPromise(_, input)) = told else { panic!("another deed") };
    let CommitmentChange { account, contact, deal, promised_by, kind, text, made_on, due_on, status } = input;
    all_told!(account, contact, deal, promised_by, kind, text, made_on, due_on, status);
    let day = SpecialDayInput {
        account: None,
        contact: Some(jane),
        kind: "birthday".into(),
        label: None,
        calendar: Calendar::Solar,
        year: None,
        month: 3,
        day: 15,
        notice_days: None,
    };
    let day = special_day::add(&mut sample.book, &day).unwrap().value;
    #[rustfmt::skip]
    let texts = [
        ("kind", "holiday"), ("label", "carnival"), ("day", "1980-01-07"), ("calendar", "lunar"),
        ("contact", "Tom Becker"), ("account", "Acme Foods"), ("notice", "5"),
    ];
    let told = deed(&sample, Question::Edit(RecordKind::SpecialDay, day), &texts);
    let Deed::Errand(Errand::EditDay(_, input)) = told else { panic!("another deed") };
    let SpecialDayChange { account, contact, kind, label, calendar, year, day, notice_days } = input;
    all_told!(account, contact, kind, label, calendar, year, day, notice_days);
}

#[rstest]
fn all_of_a_plan_is_told_in_forms(#[values("en", "zh")] lang: &str) {
    let sample = sample();
    let look = look(lang.parse().unwrap());
    let account = account_of(&sample, "acme foods");
    let deal = first_deal(&sample);
    for kind in EntryKind::ALL {
        let holders = kind.spec().hangs_on.kinds();
        let holder = match holders.contains(&RecordKind::Account) {
            true => Holder::Account(account),
            false => Holder::Deal(deal),
        };
        let form = Question::Plan(Telling::new(*kind, holder)).form(&sample.book, &look).unwrap();
        let fields: Vec<&str> = kind.spec().fields.iter().map(|field| field.key).collect();
        assert_eq!(form.names(), fields, "{kind:?}");
    }
}

fn first_deal(sample: &Sample) -> Id {
    let all = sample.book.named("Packaging line", &[RecordKind::Deal]).unwrap();
    all.first().map(|named| named.id).unwrap()
}
