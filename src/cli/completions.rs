//! `keybook completions`.

use clap::Args;
use clap_complete::Shell;

use super::desk::Desk;
use super::failure::Failure;
use super::help;

/// Prints a script that completes keybook's commands, flags and the names of records in a shell
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
        match self.shell {
            Shell::Bash => desk.give_bytes(include_bytes!("../../assets/completions/keybook.bash")),
            Shell::Zsh => desk.give_bytes(include_bytes!("../../assets/completions/keybook.zsh")),
            Shell::Fish => desk.give_bytes(include_bytes!("../../assets/completions/keybook.fish")),
            // These know the commands and flags, not the records.
            other => {
                let mut script = Vec::new();
                clap_complete::generate(other, &mut help::command(desk.lang), "keybook", &mut script);
                desk.give_bytes(&script)
            }
        }
    }
}
