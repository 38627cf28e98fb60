//! `keybook man`.

use clap::{Args, Command};
use clap_mangen::Man as Manual;

use super::desk::Desk;
use super::failure::Failure;
use super::help;

/// Prints the manual page, of keybook or of one command
///
/// To read it: keybook man | man -l -
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The command, such as: deal add
    #[arg(value_name = "COMMAND")]
    command: Vec<String>,
}

impl Man {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut all = help::command(desk.lang);
        all.build();
        let mut command: &Command = &all;
        for word in &self.command {
            command = command
                .find_subcommand(word)
                .ok_or_else(|| help::no_such_command(desk.lang, &self.command.join(" ")))?;
        }
        let page = Manual::new(command.clone()).title(command.get_display_name().unwrap_or("keybook"));
        let mut text = Vec::new();
        page.render(&mut text)?;
        desk.give_bytes(&text)
    }
}
