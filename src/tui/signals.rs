//! Signals become messages: to end, to stop for a while, to come back, to look at the size again.

#[cfg(unix)]
pub use unix::{listen, stop_process};
#[cfg(not(unix))]
pub use windows::{listen, stop_process};

#[cfg(unix)]
mod unix {
    use std::io;
    use std::thread;
    use std::time::Duration;

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
    use signal_hook::iterator::Signals;

    use crate::tui::feed::{Message, Sender};
    use crate::tui::terminal;

    /// How long the loop may take to end after a signal that asks for it.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Listens for signals from now on. Should the loop be stuck when it is asked to end, the
    /// terminal is given back and the program ended from here: what was acknowledged is on disk.
    ///
    /// # Errors
    /// When the system refuses the handlers or the thread.
    pub fn listen(messages: Sender) -> io::Result<()> {
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                let message = match signal {
                    SIGTSTP => Message::Suspend,
                    SIGCONT => Message::Redraw,
                    SIGWINCH => Message::Resize,
                    fatal => Message::End(fatal),
                };
                let ends = matches!(message, Message::End(_));
                let heard = messages.send(message).is_ok();
                if ends || !heard {
                    thread::sleep(PATIENCE);
                    terminal::restore();
                    std::process::exit(128 + signal);
                }
            }
        })?;
        Ok(())
    }

    /// Stops this process, as the shell's Ctrl-Z would; returns once it is continued.
    pub fn stop_process() {
        let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::STOP);
    }
}

#[cfg(not(unix))]
mod windows {
    use std::io;

    use crate::tui::feed::{Message, Sender};

    /// Windows has no signals: the console's own events arrive with the keys.
    pub fn listen(_messages: Sender) -> io::Result<()> {
        Ok(())
    }

    /// Windows cannot stop a process for a while.
    pub fn stop_process() {}
}
