//! Where the cursor is on a command line: at a command, a flag, or the value of something.

use clap::{Arg, Command};

/// Where the cursor is.
pub(super) enum Place {
    /// A command may stand here.
    Commands(Command),
    /// A flag of this command.
    Flags(Command),
    /// A value of this flag or argument.
    Value(Arg),
    /// Nothing that is known.
    Nowhere,
}

/// The place behind `words`, where `begun` is begun.
pub(super) fn of(command: Command, words: &[String], begun: &str) -> Place {
    let mut command = command;
    let mut awaiting: Option<Arg> = None;
    let mut told = 0;
    let mut literal = false;
    for word in words {
        if awaiting.is_some() && word == "=" {
            continue;
        }
        if awaiting.take().is_some() {
            continue;
        }
        match word.strip_prefix("--") {
            Some("") => literal = true,
            Some(flag) if !literal => awaiting = value_of(&command, flag),
            _ => match command.find_subcommand(word).filter(|_| told == 0 && !literal).cloned() {
                Some(below) => command = below,
                None => told += 1,
            },
        }
    }
    if let Some(arg) = awaiting {
        return Place::Value(arg);
    }
    if begun.starts_with('-') && begun != "-" && !literal {
        return Place::Flags(command);
    }
    if command.has_subcommands() && told == 0 && !literal {
        return Place::Commands(command);
    }
    let places: Vec<&Arg> = command.get_positionals().collect();
    let last = places.last().filter(|last| takes_many(last));
    places.get(told).or(last).map_or(Place::Nowhere, |arg| Place::Value((*arg).clone()))
}

/// The flag that waits for its value.
fn value_of(command: &Command, flag: &str) -> Option<Arg> {
    let arg = command.get_arguments().find(|arg| arg.get_long() == Some(flag))?;
    arg.get_action().takes_values().then(|| arg.clone())
}

fn takes_many(arg: &Arg) -> bool {
    arg.get_num_args().is_some_and(|number| number.max_values() > 1)
}
