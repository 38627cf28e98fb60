//! `keybook man`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, Command};
use clap_mangen::Man as Manual;

use super::desk::Desk;
use super::failure::Failure;
use super::help;
use crate::report::page::Page;
use crate::report::problem::Explained;
use crate::tr;

/// Prints the manual page, of keybook or of one command
///
/// To read it: keybook man | man -l -
#[derive(Debug, Args)]
pub(super) struct Man {
    /// The command, such as: deal add
    #[arg(value_name = "COMMAND", conflicts_with = "into")]
    command: Vec<String>,
    /// Writes the pages of all commands into this folder, each into a file of its own
    #[arg(long, value_name = "FOLDER")]
    into: Option<PathBuf>,
}

impl Man {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut all = help::command(desk.lang);
        all.build();
        if let Some(folder) = self.into {
            let unwritable = |error: std::io::Error| {
                let what = tr!(desk.lang, "problem.unreachable", path = folder.display());
                Failure::Undone(Explained::new(what).why(error.to_string()))
            };
            fs::create_dir_all(&folder).map_err(unwritable)?;
            let number = write_all(&all, "keybook", &folder).map_err(unwritable)?;
            let line = tr!(desk.lang, "man.written", number = number, folder = folder.display());
            return desk.give_page(&Page::of_line(desk.lang, line));
        }
        let mut command: &Command = &all;
        for word in &self.command {
            command = command
                .find_subcommand(word)
                .ok_or_else(|| help::no_such_command(desk.lang, &self.command.join(" ")))?;
        }
        let name = command.get_display_name().unwrap_or("keybook").to_owned();
        desk.give_bytes(&page(command, &name)?)
    }
}

/// Writes the page of a command and of all below it; gives how many there were.
fn write_all(command: &Command, name: &str, folder: &Path) -> std::io::Result<usize> {
    fs::write(folder.join(format!("{name}.1")), page(command, name)?)?;
    let shown = command.get_subcommands().filter(|below| !below.is_hide_set() && below.get_name() != "help");
    let mut number = 1;
    for below in shown {
        number += write_all(below, &format!("{name}-{}", below.get_name()), folder)?;
    }
    Ok(number)
}

fn page(command: &Command, name: &str) -> std::io::Result<Vec<u8>> {
    let mut text = Vec::new();
    Manual::new(command.clone()).title(name).render(&mut text)?;
    Ok(text)
}
