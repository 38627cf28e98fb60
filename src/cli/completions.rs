//! `keybook completions`.

use clap::Args;
use clap_complete::Shell;

use super::desk::Desk;
use super::failure::Failure;
use super::help;

/// Prints a script that completes keybook's commands and flags in a shell
///
/// For bash: keybook completions bash > ~/.local/share/bash-completion/completions/keybook
#[derive(Debug, Args)]
pub(super) struct Completions {
    /// The shell
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub fn run(self, desk: &Desk) -> Result<(), Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut help::command(desk.lang), "keybook", &mut script);
        desk.give_bytes(&script)
    }
}
