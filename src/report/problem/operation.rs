//! Why an operation could not be done, in words.

use super::{Explained, entry, explain_store, register};
use crate::domain::health::{WHOLE, Weights};
use crate::domain::settings::{SettingError, Settings};
use crate::domain::word::RecordKind;
use crate::i18n::Lang;
use crate::ops::{Place, Problem};
use crate::report::{entry_words, words};
use crate::store::view::find::Named;
use crate::store::{Conflict, Operation};
use crate::tr;

/// The words for why an operation could not be done.
pub fn explain(lang: Lang, problem: &Problem) -> Explained {
    match problem {
        Problem::Store(error) => explain_store(lang, error),
        Problem::NoRecord { kinds, words } => no_record(lang, kinds, words),
        Problem::Several { words, found } => several(lang, words, found),
        Problem::Missing(place) => Explained::new(tr!(lang, "problem.missing", what = name(lang, *place))),
        Problem::OutOfRange { place, value } => {
            Explained::new(tr!(lang, "problem.out_of_range", what = name(lang, *place), value = value))
                .hint(range(lang, *place))
        }
        Problem::Taken(name) => {
            Explained::new(tr!(lang, "problem.taken", name = name)).hint(tr!(lang, "problem.taken_hint"))
        }
        Problem::NoBackup(words) => Explained::new(tr!(lang, "problem.no_backup", words = words))
            .hint(tr!(lang, "problem.no_backup_hint")),
        Problem::EmptyPassphrase => Explained::new(tr!(lang, "problem.empty_passphrase"))
            .hint(tr!(lang, "problem.empty_passphrase_hint")),
        Problem::AlreadyEncrypted(path) => {
            Explained::new(tr!(lang, "problem.already_encrypted", path = path.display()))
                .hint(tr!(lang, "problem.already_encrypted_hint"))
        }
        Problem::NotEncrypted(path) => {
            Explained::new(tr!(lang, "problem.not_encrypted", path = path.display()))
                .hint(tr!(lang, "problem.not_encrypted_hint"))
        }
        Problem::NoMapping(words) => Explained::new(tr!(lang, "problem.no_mapping", words = words))
            .hint(tr!(lang, "problem.no_mapping_hint")),
        Problem::Unusable { file, why } => {
            Explained::new(tr!(lang, "problem.unusable", file = file.display()))
                .why(explain_store(lang, why).what)
                .hint(tr!(lang, "problem.unusable_hint"))
        }
        Problem::NotJoinable { file, why } => {
            Explained::new(tr!(lang, "problem.not_joinable", file = file.display()))
                .why(explain_store(lang, why).what)
                .hint(tr!(lang, "problem.not_joinable_hint"))
        }
        Problem::SameBook(file) => Explained::new(tr!(lang, "problem.same_book", file = file.display()))
            .hint(tr!(lang, "problem.same_book_hint")),
        Problem::OtherLineage(file) => {
            Explained::new(tr!(lang, "problem.other_lineage", file = file.display()))
                .hint(tr!(lang, "problem.other_lineage_hint"))
        }
        Problem::StagesInUse => {
            Explained::new(tr!(lang, "problem.stages_in_use")).hint(tr!(lang, "problem.stages_in_use_hint"))
        }
        Problem::NoStage { word, known } => Explained::new(tr!(lang, "problem.no_stage", word = word))
            .hint(tr!(lang, "problem.no_stage_hint", known = lang.list(known))),
        Problem::LastStage(deal) => Explained::new(tr!(lang, "problem.last_stage", deal = deal))
            .hint(tr!(lang, "problem.last_stage_hint")),
        Problem::FirstStage(deal) => Explained::new(tr!(lang, "problem.first_stage", deal = deal)),
        Problem::WrongWay(stage) => {
            Explained::new(tr!(lang, "problem.wrong_way", stage = words::stage_key(lang, stage)))
                .hint(tr!(lang, "problem.wrong_way_hint"))
        }
        Problem::Closed { deal, status } => {
            Explained::new(tr!(lang, "problem.closed", deal = deal, status = words::status(lang, *status)))
                .hint(tr!(lang, "problem.closed_hint"))
        }
        Problem::NotClosed(deal) => Explained::new(tr!(lang, "problem.not_closed", deal = deal)),
        Problem::FixedDay => {
            Explained::new(tr!(lang, "problem.fixed_day")).hint(tr!(lang, "problem.fixed_day_hint"))
        }
        Problem::Future(day) => {
            Explained::new(tr!(lang, "problem.future", day = day)).hint(tr!(lang, "problem.future_hint"))
        }
        Problem::NotToCome(day) => Explained::new(tr!(lang, "problem.not_to_come", day = day))
            .hint(tr!(lang, "problem.not_to_come_hint")),
        Problem::Loop(name) => Explained::new(tr!(lang, "problem.loop", name = name)),
        Problem::ReportingLoop { person, above } if person == above => {
            Explained::new(tr!(lang, "problem.reports_to_self", person = person))
        }
        Problem::ReportingLoop { person, above } => {
            Explained::new(tr!(lang, "problem.reporting_loop", person = person, above = above)).hint(tr!(
                lang,
                "problem.reporting_loop_hint",
                above = above
            ))
        }
        Problem::NoCover { who, contact } => {
            Explained::new(tr!(lang, "problem.no_cover", who = who, contact = contact)).hint(tr!(
                lang,
                "problem.no_cover_hint",
                contact = contact
            ))
        }
        Problem::NoRole { who, account } => {
            Explained::new(tr!(lang, "problem.no_role", who = who, account = account)).hint(tr!(
                lang,
                "problem.no_role_hint",
                account = account
            ))
        }
        Problem::Itself(name) => Explained::new(tr!(lang, "problem.itself", name = name)),
        Problem::RateOfBase(currency) => {
            Explained::new(tr!(lang, "problem.rate_of_base", currency = currency))
        }
        Problem::OtherCurrency { given, expected } => {
            Explained::new(tr!(lang, "problem.other_currency", given = given, expected = expected))
        }
        Problem::Setting(error) => setting(lang, error),
        Problem::Undo(conflict) => undo(lang, conflict),
        Problem::Entry { kind, field, fault } => entry::field(lang, *kind, field, fault),
        Problem::NotThere(kind) => {
            Explained::new(tr!(lang, "problem.entry.not_there", kinds = entry_words::kinds(lang, *kind)))
        }
        Problem::Unordered(kind) => {
            Explained::new(tr!(lang, "problem.entry.unordered", kinds = entry_words::kinds(lang, *kind)))
        }
        Problem::Measured(method) => {
            Explained::new(tr!(lang, "problem.measured", method = words::method(lang, *method)))
                .hint(tr!(lang, "problem.measured_hint"))
        }
        Problem::NoEntry { kind, words } => entry::none(lang, *kind, words),
        Problem::SeveralEntries { words, found, .. } => entry::several(lang, words, found),
        Problem::NotListed { noun, words } => {
            Explained::new(tr!(lang, "problem.no_entry", noun = register::name(lang, *noun), words = words))
                .hint(register::where_listed(lang, *noun))
        }
        Problem::InUse { noun, name, by } => register::in_use(lang, *noun, name, by),
        Problem::StageOfThePast(stage) => {
            Explained::new(tr!(lang, "problem.stage_of_the_past", stage = words::stage_key(lang, stage)))
                .hint(tr!(lang, "problem.stage_of_the_past_hint"))
        }
        Problem::LastOne(noun) => {
            Explained::new(tr!(lang, "problem.last_one", noun = register::name(lang, *noun)))
        }
        Problem::ValueInTheWay { field, value } => {
            Explained::new(tr!(lang, "problem.value_in_the_way", field = field, value = value)).hint(tr!(
                lang,
                "problem.value_in_the_way_hint",
                field = field
            ))
        }
        Problem::BadField { key, value } => {
            Explained::new(tr!(lang, "problem.bad_field", key = key, value = value))
        }
    }
}

fn no_record(lang: Lang, kinds: &[RecordKind], words: &str) -> Explained {
    let told = match kinds {
        [kind] => {
            let kind = words::record_kind(lang, *kind);
            Explained::new(tr!(lang, "problem.none_of_kind", kind = kind, words = words))
        }
        _ => Explained::new(tr!(lang, "problem.none", words = words)),
    };
    told.hint(tr!(lang, "problem.none_hint"))
}

fn several(lang: Lang, words: &str, found: &[Named]) -> Explained {
    let lines = found.iter().map(|named| {
        let kind = words::record_kind(lang, named.kind);
        format!("  {:<6} {} ({kind})", named.code, named.name)
    });
    Explained::new(tr!(lang, "problem.several", words = words))
        .why(lines.collect::<Vec<_>>().join("\n"))
        .hint(tr!(lang, "problem.several_hint"))
}

fn setting(lang: Lang, error: &SettingError) -> Explained {
    match error {
        SettingError::Unknown(key) => Explained::new(tr!(lang, "problem.unknown_setting", setting = key))
            .hint(tr!(lang, "problem.settings_hint", known = lang.list(Settings::KEYS))),
        SettingError::Value { key, value } => {
            let problem = Explained::new(tr!(lang, "problem.unknown_value", setting = key, value = value));
            match Weights::danger(key) {
                Some(_) => problem.hint(tr!(lang, "care.weight_above", whole = WHOLE)),
                None => problem,
            }
        }
    }
}

fn undo(lang: Lang, conflict: &Conflict) -> Explained {
    let label = |operation: &Operation| words::operation(lang, &operation.label);
    match conflict {
        Conflict::Nothing => Explained::new(tr!(lang, "problem.undo_nothing")),
        Conflict::NoSuchOperation => {
            Explained::new(tr!(lang, "problem.undo_unknown")).hint(tr!(lang, "problem.undo_unknown_hint"))
        }
        Conflict::Later(later) => Explained::new(tr!(lang, "problem.undo_later", later = label(later)))
            .hint(tr!(lang, "problem.undo_later_hint", id = later.id)),
        Conflict::BeforeMigration(operation) => {
            Explained::new(tr!(lang, "problem.undo_migrated", operation = label(operation)))
        }
        Conflict::Damaged => Explained::new(tr!(lang, "problem.undo_damaged")),
        Conflict::Store(error) => explain_store(lang, error),
    }
}

/// What a place is called.
fn name(lang: Lang, place: Place) -> words::Word {
    match place {
        Place::Name => tr!(lang, "place.name"),
        Place::Amount => tr!(lang, "place.amount"),
        Place::Currency => tr!(lang, "place.currency"),
        Place::WinRate => tr!(lang, "place.win_rate"),
        Place::Share => tr!(lang, "place.share"),
        Place::Quantity => tr!(lang, "place.quantity"),
        Place::Price => tr!(lang, "place.price"),
        Place::Minutes => tr!(lang, "place.minutes"),
        Place::Hours => tr!(lang, "place.hours"),
        Place::People => tr!(lang, "place.people"),
        Place::Step => tr!(lang, "place.step"),
        Place::Day => tr!(lang, "place.day"),
        Place::Notice => tr!(lang, "place.notice"),
        Place::Period => tr!(lang, "place.period"),
        Place::Rate => tr!(lang, "place.rate"),
        Place::Text => tr!(lang, "place.text"),
        Place::Clue => tr!(lang, "place.clue"),
    }
}

/// What a place takes.
fn range(lang: Lang, place: Place) -> words::Word {
    match place {
        Place::Amount | Place::Price => tr!(lang, "range.amount"),
        Place::WinRate | Place::Share => tr!(lang, "range.rate"),
        Place::Quantity => tr!(lang, "range.quantity"),
        Place::Minutes => tr!(lang, "range.minutes"),
        Place::Hours | Place::People => tr!(lang, "range.planned"),
        Place::Step => tr!(lang, "range.step"),
        Place::Day => tr!(lang, "range.day"),
        Place::Notice => tr!(lang, "range.notice"),
        Place::Period => tr!(lang, "range.period"),
        Place::Rate => tr!(lang, "range.exchange_rate"),
        Place::Currency => tr!(lang, "range.currency"),
        Place::Name | Place::Text | Place::Clue => tr!(lang, "range.text"),
    }
}
