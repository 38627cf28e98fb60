//! Which command the words on the command line mean, before they are understood.

use std::ffi::OsString;

use clap::Command;

/// What the words ask for.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Meant {
    /// The command of this name, if there is one.
    Command(String),
    /// The help of the whole program.
    Help,
    /// No command.
    Nothing,
}

impl Meant {
    /// What is asked for by the first word that is neither a flag shared by `all` nor its value.
    pub fn by(words: &[OsString], all: &Command) -> Meant {
        let takes_value = |flag: &str| {
            let mut known = all.get_arguments();
            known.any(|arg| arg.get_long() == Some(flag) && arg.get_action().takes_values())
        };
        let mut words = words.iter().skip(1).map(|word| word.to_string_lossy());
        while let Some(word) = words.next() {
            match word.strip_prefix("--") {
                Some("help") => return Meant::Help,
                Some(flag) if takes_value(flag) => drop(words.next()),
                Some(_) => {}
                None if word == "-h" => return Meant::Help,
                None if word == "-V" => {}
                None => return Meant::Command(word.into_owned()),
            }
        }
        Meant::Nothing
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::help::plain;

    fn meant(words: &str) -> Meant {
        let words: Vec<OsString> = words.split(' ').map(OsString::from).collect();
        Meant::by(&words, &plain())
    }

    #[test]
    fn the_first_word_that_is_no_flag_is_the_command() {
        let command = |name: &str| Meant::Command(name.to_owned());
        for (words, expected) in [
            ("keybook deal list", command("deal")),
            ("keybook --book deal funnel --help", command("funnel")),
            ("keybook --lang=zh funnel", command("funnel")),
            ("keybook nonsense", command("nonsense")),
            ("keybook help funnel", command("help")),
            ("keybook --help funnel", Meant::Help),
            ("keybook --lang zh -h", Meant::Help),
            ("keybook --book deal", Meant::Nothing),
            ("keybook --version", Meant::Nothing),
            ("keybook", Meant::Nothing),
        ] {
            assert_eq!(meant(words), expected, "{words}");
        }
    }
}
