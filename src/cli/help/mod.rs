//! Help in the reader's language.
//!
//! The doc comments of the commands are their English help; a test holds that the words of
//! `assets/locales/help.yml` are the same, so that both languages stay together.

mod across;
mod capturing;
mod copies;
mod doubles;
mod encryption;
mod keys;
mod meant;
mod questions;
mod register;
mod taking_in;
mod words;

use std::borrow::Cow;
use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::command::{Alone, Cli};
use super::entry;
use super::failure::Failure;
use super::global;
use super::scope::Scope;
use super::several;
use crate::i18n::Lang;
use crate::report::problem::Explained;
use crate::tr;

pub(super) use meant::Meant;

/// All commands and flags, explained in a language; each shows only the shared flags that it takes.
pub(super) fn command(lang: Lang) -> Command {
    made_whole(plain(), lang)
}

/// The same, as far as the words on the command line can need it: of the commands the one that they name, where they
/// name one. Making and explaining all of them takes longer than most commands do.
pub(super) fn command_for(words: &[OsString], lang: Lang) -> Command {
    let alone = Alone::command();
    match Meant::by(words, &alone) {
        // No help of a command can be asked for, so that none need be built.
        Meant::Nothing => explained(alone, lang, ""),
        Meant::Command(name) => match Cli::command().find_subcommand_mut(&name) {
            Some(one) => made_whole(alone.subcommand(entry::whole(std::mem::take(one))), lang),
            None => command(lang),
        },
        Meant::Help => command(lang),
    }
}

fn made_whole(command: Command, lang: Lang) -> Command {
    let mut command = explained(command, lang, "");
    command = several::allowed(command, lang, "");
    command.build();
    trimmed(command, lang, "")
}

/// The path of a command below another.
pub(super) fn below(path: &str, command: &Command) -> String {
    format!("{path} {}", command.get_name()).trim_start().to_owned()
}

/// All commands and flags as they are understood, each about one record.
pub(super) fn plain() -> Command {
    Cli::command().mut_subcommands(entry::whole)
}

/// A command with its own flags and all commands below it, in a language.
fn explained(command: Command, lang: Lang, path: &str) -> Command {
    let about = about(lang, path);
    let details = details(lang, path);
    let mut command = command.mut_args(|arg| in_words(arg, lang, path)).about(about.clone().into_owned());
    if let Some(details) = details {
        command = command.long_about(format!("{about}\n\n{details}"));
    }
    if lang == Lang::Zh {
        command = command
            .subcommand_help_heading(tr!(lang, "help.commands").into_owned())
            .help_template(tr!(lang, "help.template").into_owned())
            .disable_help_flag(true)
            .arg(own("help", 'h', ArgAction::Help, tr!(lang, "help.help").into_owned()))
            .mut_args(|arg| under_heading(arg, lang));
    }
    if lang == Lang::Zh && path.is_empty() {
        let words = tr!(lang, "help.version").into_owned();
        command = command
            .disable_version_flag(true)
            .arg(own("version", 'V', ArgAction::Version, words))
            .mut_arg("version", |arg| under_heading(arg, lang));
    }
    command.mut_subcommands(|command| {
        let path = below(path, &command);
        explained(command, lang, &path)
    })
}

/// Words of a command, by its path.
type OfCommand = fn(Lang, &str) -> Option<Cow<'static, str>>;

/// Words of a flag or an argument, by the path of its command and its name.
type OfFlag = fn(Lang, &str, &str) -> Option<Cow<'static, str>>;

const ABOUT: [OfCommand; 9] = [
    capturing::about,
    words::about,
    register::about,
    across::about,
    copies::about,
    encryption::about,
    questions::about,
    doubles::about,
    keys::about,
];

const DETAILS: [OfCommand; 8] = [
    capturing::details,
    words::details,
    across::details,
    copies::details,
    encryption::details,
    questions::details,
    doubles::details,
    keys::details,
];

/// Those that know only their own commands first: the last has words for every flag of a name.
const FLAGS: [OfFlag; 10] = [
    capturing::flag,
    register::flag,
    across::flag,
    copies::flag,
    encryption::flag,
    questions::flag,
    doubles::flag,
    keys::flag,
    taking_in::flag,
    words::flag,
];

/// What a command is for, in a line.
fn about(lang: Lang, path: &str) -> Cow<'static, str> {
    ABOUT.iter().find_map(|about| about(lang, path)).unwrap_or_default()
}

/// What more there is to say of a command.
fn details(lang: Lang, path: &str) -> Option<Cow<'static, str>> {
    DETAILS.iter().find_map(|details| details(lang, path))
}

/// What a flag or an argument of a command is for.
fn flag(lang: Lang, path: &str, name: &str) -> Option<Cow<'static, str>> {
    FLAGS.iter().find_map(|flag| flag(lang, path, name))
}

fn in_words(arg: Arg, lang: Lang, path: &str) -> Arg {
    match flag(lang, path, arg.get_id().as_str()) {
        Some(words) => arg.help(words.into_owned()),
        None => arg,
    }
}

/// One of the flags that clap would add in English.
fn own(name: &'static str, short: char, action: ArgAction, words: String) -> Arg {
    Arg::new(name).short(short).long(name).action(action).help(words)
}

/// The heading under which help shows a flag or an argument.
fn under_heading(arg: Arg, lang: Lang) -> Arg {
    let heading = match (arg.get_help_heading(), arg.is_positional()) {
        (Some(global::HEADING), _) => tr!(lang, "help.everywhere"),
        (_, true) => tr!(lang, "help.arguments"),
        (_, false) => tr!(lang, "help.options"),
    };
    arg.help_heading(heading.into_owned())
}

/// A command, and all below it, without the shared flags that it refuses.
fn trimmed(command: Command, lang: Lang, path: &str) -> Command {
    let scope = Scope::of(path);
    let has_commands = command.has_subcommands();
    let command = command.mut_args(|arg| {
        let refused = match arg.get_id().as_str() {
            "as_of" => !scope.as_of,
            "filter" => !scope.filter,
            "period" => !scope.period,
            "format" => scope.formats.len() < 2,
            _ => false,
        };
        if refused && !has_commands { arg.hide(true) } else { arg }
    });
    let command = match path.rsplit(' ').next() {
        Some("help") => command.about(tr!(lang, "help.help_command").into_owned()),
        _ => command,
    };
    command.mut_subcommands(|command| {
        let path = below(path, &command);
        trimmed(command, lang, &path)
    })
}

/// The language that the words on the command line ask for. It is needed before they are understood:
/// what is wrong with them is said in it.
pub(super) fn language_of(words: &[OsString]) -> Option<Lang> {
    let mut words = words.iter().map(|word| word.to_string_lossy()).take_while(|word| word != "--");
    while let Some(word) = words.next() {
        match word.strip_prefix("--lang") {
            Some("") => return words.next()?.parse().ok(),
            Some(rest) => return rest.strip_prefix('=')?.parse().ok(),
            None => {}
        }
    }
    None
}

/// There is no command of this name.
pub(super) fn no_such_command(lang: Lang, name: &str) -> Failure {
    let what = tr!(lang, "cli.no_such_command", name = name);
    Failure::Usage(Explained::new(what).hint(tr!(lang, "cli.no_such_command_hint")))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every command with its path, from the top.
    fn walk(command: &Command, path: &str, visit: &mut dyn FnMut(&Command, &str)) {
        visit(command, path);
        for below in command.get_subcommands() {
            let path = format!("{path} {}", below.get_name()).trim_start().to_owned();
            walk(below, &path, visit);
        }
    }

    #[test]
    fn the_english_help_is_that_of_the_doc_comments() {
        walk(&plain(), "", &mut |command, path| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert_eq!(super::about(Lang::En, path), about, "{path}");
            let long = command.get_long_about().map(ToString::to_string);
            let details = super::details(Lang::En, path).map(|details| format!("{about}\n\n{details}"));
            assert_eq!(details, long, "{path}");
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                let name = arg.get_id().as_str();
                assert_eq!(flag(Lang::En, path, name).unwrap_or_default(), help, "{path} {name}");
            }
        });
    }

    #[test]
    fn every_command_and_flag_is_explained_in_chinese() {
        let has_chinese = |text: &str| text.chars().any(|letter| ('一'..='龥').contains(&letter));
        walk(&command(Lang::Zh), "", &mut |command, path| {
            let about = command.get_about().map(ToString::to_string).unwrap_or_default();
            assert!(has_chinese(&about), "{path}: {about}");
            for arg in command.get_arguments() {
                let help = arg.get_help().map(ToString::to_string).unwrap_or_default();
                assert!(has_chinese(&help), "{path} {}: {help}", arg.get_id());
            }
        });
    }

    #[test]
    fn no_flag_of_a_command_shadows_a_shared_one() {
        let all = plain();
        let shared: Vec<String> = all
            .get_arguments()
            .filter(|arg| arg.is_global_set())
            .map(|arg| arg.get_id().to_string())
            .collect();
        walk(&all, "", &mut |command, path| {
            for arg in command.get_arguments().filter(|arg| !arg.is_global_set()) {
                assert!(!shared.iter().any(|id| arg.get_id() == id), "{path} {}", arg.get_id());
            }
        });
    }

    #[test]
    fn of_the_commands_only_the_one_that_is_meant_is_made() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        let whole = command(Lang::Zh);
        let narrow = command_for(&words("keybook --today 2026-11-21 deal advance D-1"), Lang::Zh);
        let names: Vec<&str> = narrow.get_subcommands().map(Command::get_name).collect();
        assert_eq!(names, ["deal", "help"]);
        let help = |command: &Command, name: &str| {
            command.find_subcommand(name).map(|one| one.clone().render_long_help().to_string())
        };
        assert_eq!(help(&narrow, "deal"), help(&whole, "deal"));
        assert!(!command_for(&words("keybook --today 2026-11-21"), Lang::En).has_subcommands());
        for needed in ["keybook nonsense", "keybook --help", "keybook help deal"] {
            let all = command_for(&words(needed), Lang::En);
            assert!(all.find_subcommand("account").is_some_and(Command::has_subcommands), "{needed}");
        }
    }

    #[test]
    fn the_language_is_known_before_the_words_are_understood() {
        let words = |text: &str| text.split(' ').map(OsString::from).collect::<Vec<_>>();
        assert_eq!(language_of(&words("keybook deal --lang zh list")), Some(Lang::Zh));
        assert_eq!(language_of(&words("keybook --lang=en nonsense")), Some(Lang::En));
        assert_eq!(language_of(&words("keybook search -- --lang zh")), None);
        assert_eq!(language_of(&words("keybook --lang")), None);
    }
}
