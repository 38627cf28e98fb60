//! Opens a file or an address with the program that the machine has for it.

use std::io;
use std::process::{Command, Stdio};
use std::thread;

/// Names another program to open links with.
const OTHER: &str = "KEYBOOK_OPENER";

/// What opens things on this machine, and what comes before the thing itself.
const USUAL: (&str, &[&str]) = if cfg!(windows) {
    ("rundll32", &["url.dll,FileProtocolHandler"])
} else if cfg!(target_os = "macos") {
    ("open", &[])
} else {
    ("xdg-open", &[])
};

/// Opens what a link leads to; it is not waited for, and says nothing on the terminal.
///
/// # Errors
/// Where the program that opens things cannot be started.
pub fn open(target: &str) -> io::Result<()> {
    let other = std::env::var(OTHER).ok().filter(|program| !program.trim().is_empty());
    let mut command = match &other {
        Some(program) => Command::new(program),
        None => {
            let mut command = Command::new(USUAL.0);
            command.args(USUAL.1);
            command
        }
    };
    command.arg(named(target)).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn()?;
    // Somebody has to hear of its end, or the system would keep it in mind for ever.
    thread::spawn(move || child.wait());
    Ok(())
}

/// The target as an argument that no program takes for one of its flags.
fn named(target: &str) -> String {
    if target.starts_with('-') { format!("./{target}") } else { target.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_whose_name_looks_like_a_flag_stays_a_file() {
        assert_eq!(named("--help"), "./--help");
        assert_eq!(named("https://example.org"), "https://example.org");
    }
}
