//! The words of a kind's commands: which verbs it has, and which flags they take.

use clap::{Arg, ArgAction, ArgGroup, Command};

use super::help;
use crate::domain::entry::{EntryKind, Field, Form, Spec, Target};
use crate::i18n::Lang;

/// What a kind's command is called: its key with hyphens.
pub(super) fn name(kind: EntryKind) -> String {
    kind.as_str().replace('_', "-")
}

/// The kind that a command is about.
pub(super) fn kind(name: &str) -> Option<EntryKind> {
    let letter = |letter| if letter == b'_' { b'-' } else { letter };
    let is_meant = |kind: &EntryKind| kind.as_str().bytes().map(letter).eq(name.bytes());
    EntryKind::ALL.iter().copied().find(is_meant)
}

/// The command of a kind, with its verbs.
pub(super) fn command(kind: EntryKind) -> Command {
    let spec = kind.spec();
    let named = explained(Command::new(name(kind)), &name(kind));
    if spec.single {
        let set = told(verb(spec, "set").arg(record(spec, "set", true)), spec, "set");
        return named
            .args_conflicts_with_subcommands(true)
            .subcommand_negates_reqs(true)
            .arg(
                positional("record", record_name(spec), help::flag(Lang::En, &name(kind), "record"))
                    .required(true),
            )
            .subcommand(set);
    }
    let add = told(verb(spec, "add").arg(record(spec, "add", true)), spec, "add");
    let list = verb(spec, "list").arg(record(spec, "list", false));
    let edit = told(verb(spec, "edit").arg(which(spec, "edit")), spec, "edit");
    let delete = verb(spec, "delete").arg(which(spec, "delete"));
    let named = named.subcommand_required(true).arg_required_else_help(true);
    let named = named.subcommand(add).subcommand(list).subcommand(edit).subcommand(delete);
    if spec.ordered { named.subcommand(moving(spec)) } else { named }
}

fn explained(command: Command, path: &str) -> Command {
    match help::about(Lang::En, path) {
        Some(about) => command.about(about.into_owned()),
        None => command,
    }
}

fn verb(spec: &Spec, verb: &'static str) -> Command {
    explained(Command::new(verb), &path(spec, verb))
}

fn path(spec: &Spec, verb: &str) -> String {
    format!("{} {verb}", name(spec.kind))
}

fn positional(id: &'static str, value: &'static str, help: Option<help::Words>) -> Arg {
    Arg::new(id).value_name(value).help(help.unwrap_or_default().into_owned())
}

fn record(spec: &Spec, verb: &str, required: bool) -> Arg {
    let help = help::flag(Lang::En, &path(spec, verb), "record");
    positional("record", record_name(spec), help).required(required)
}

fn record_name(spec: &Spec) -> &'static str {
    use crate::domain::entry::HangsOn;
    match spec.hangs_on {
        HangsOn::Account => "ACCOUNT",
        HangsOn::Deal => "DEAL",
        HangsOn::Either => "RECORD",
    }
}

fn which(spec: &Spec, verb: &str) -> Arg {
    positional("entry", "ID", help::flag(Lang::En, &path(spec, verb), "entry")).required(true)
}

/// Where an entry is put: before another, first, or last.
fn moving(spec: &Spec) -> Command {
    let path = path(spec, "move");
    let help = |name: &str| help::flag(Lang::En, &path, name).unwrap_or_default().into_owned();
    verb(spec, "move")
        .arg(which(spec, "move"))
        .arg(Arg::new("before").long("before").value_name("ID").help(help("before")))
        .arg(Arg::new("first").long("first").action(ArgAction::SetTrue).help(help("first")))
        .arg(Arg::new("last").long("last").action(ArgAction::SetTrue).help(help("last")))
        .group(ArgGroup::new("place").args(["before", "first", "last"]).required(true))
}

/// The flags for all fields; what an entry is comes first, without a flag, where one is added.
fn told(command: Command, spec: &Spec, verb: &str) -> Command {
    let path = path(spec, verb);
    spec.fields.iter().fold(command, |command, field| {
        let help = help::flag(Lang::En, &path, field.key).unwrap_or_default().into_owned();
        let arg = Arg::new(field.key)
            .value_name(value_name(field))
            .help(help)
            .allow_hyphen_values(is_number(field));
        let arg = match (verb, spec.main == Some(field.key)) {
            ("add", true) => arg.required(true),
            _ => arg.long(field.key.replace('_', "-")),
        };
        command.arg(match field.form {
            // `--specific` alone says yes; `--specific=no` says no.
            Form::Flag => arg.num_args(0..=1).require_equals(true).default_missing_value("yes"),
            _ => arg,
        })
    })
}

fn is_number(field: &Field) -> bool {
    matches!(field.form, Form::Decimal | Form::Money { signed: true })
}

fn value_name(field: &Field) -> &'static str {
    match field.form {
        Form::Line | Form::Text => "TEXT",
        Form::Number { .. } | Form::Stars(_) | Form::Decimal => "N",
        Form::Rate => "RATE",
        Form::Flag => "YES|NO",
        Form::Word(_) => "WORD",
        Form::Quarter => "QUARTER",
        Form::Day => "DATE",
        Form::Money { .. } => "AMOUNT",
        Form::Reference(Target::Colleague) => "NAME",
        Form::Reference(Target::Stage) => "STAGE",
        Form::Reference(Target::Entry(_)) => "ID",
        Form::Reference(Target::Record(kind)) => match kind {
            crate::domain::word::RecordKind::Contact => "CONTACT",
            crate::domain::word::RecordKind::Deal => "DEAL",
            crate::domain::word::RecordKind::Product => "PRODUCT",
            _ => "RECORD",
        },
    }
}
