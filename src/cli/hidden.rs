//! A line typed at the terminal without being shown, whatever standard input and output are.

use std::io::{self, IsTerminal, Write};

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyModifiers};
use crossterm::terminal;
use zeroize::{Zeroize, Zeroizing};

use crate::store::cipher::Passphrase;

#[cfg(unix)]
pub(super) use listening::stop_listening;

/// Whether somebody sits at a terminal who can be asked.
pub(super) fn can_be_asked() -> bool {
    io::stdin().is_terminal() || io::stdout().is_terminal() || io::stderr().is_terminal()
}

/// Asks for a line that is not shown; none where it was given up.
///
/// # Errors
/// Where there is no terminal.
pub(super) fn ask(question: &str) -> io::Result<Option<Zeroizing<String>>> {
    let _quiet = Quiet::begin()?;
    say(&format!("{question} "))?;
    let typed = read();
    say("\r\n")?;
    typed
}

/// Says a line at the terminal.
pub(super) fn tell(line: &str) {
    // Where even this cannot be written there is nobody to tell.
    let _ = say(&format!("{line}\r\n"));
}

fn read() -> io::Result<Option<Zeroizing<String>>> {
    let mut typed = Zeroizing::new(String::with_capacity(Passphrase::LONGEST));
    loop {
        let Event::Key(key) = event::read()? else { continue };
        if key.is_release() {
            continue;
        }
        match meant(key) {
            Meant::Done => return Ok(Some(typed)),
            Meant::GivenUp => return Ok(None),
            Meant::Back => drop(typed.pop()),
            Meant::Clear => typed.zeroize(),
            Meant::Typed(letter) if typed.len() + letter.len_utf8() <= Passphrase::LONGEST => {
                typed.push(letter)
            }
            Meant::Typed(_) | Meant::Nothing => {}
        }
    }
}

enum Meant {
    Done,
    GivenUp,
    Back,
    Clear,
    Typed(char),
    Nothing,
}

fn meant(key: KeyEvent) -> Meant {
    let with_control = key.modifiers.contains(KeyModifiers::CONTROL);
    match key.code {
        KeyCode::Enter => Meant::Done,
        KeyCode::Char('j' | 'm') if with_control => Meant::Done,
        KeyCode::Char('c' | 'd') if with_control => Meant::GivenUp,
        KeyCode::Esc => Meant::GivenUp,
        KeyCode::Backspace => Meant::Back,
        KeyCode::Char('h') if with_control => Meant::Back,
        KeyCode::Char('u') if with_control => Meant::Clear,
        KeyCode::Char(letter) if !with_control => Meant::Typed(letter),
        _ => Meant::Nothing,
    }
}

/// Writes to the terminal itself, past what standard output and error may be.
fn say(text: &str) -> io::Result<()> {
    #[cfg(unix)]
    if let Ok(mut terminal) = std::fs::OpenOptions::new().write(true).open("/dev/tty") {
        return terminal.write_all(text.as_bytes());
    }
    let mut out = io::stderr();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// The terminal shows nothing of what is typed while this is held, and is given back however that ends.
struct Quiet;

impl Quiet {
    fn begin() -> io::Result<Quiet> {
        #[cfg(unix)]
        listening::listen()?;
        terminal::enable_raw_mode()?;
        Ok(Quiet)
    }
}

impl Drop for Quiet {
    fn drop(&mut self) {
        let _ = terminal::disable_raw_mode();
    }
}

/// Nothing listens there.
#[cfg(not(unix))]
pub(super) fn stop_listening() {}

#[cfg(unix)]
mod listening {
    use std::io;
    use std::sync::{Mutex, PoisonError};
    use std::thread;

    use crossterm::terminal;
    use signal_hook::consts::{SIGHUP, SIGQUIT, SIGTERM};
    use signal_hook::iterator::{Handle, Signals};
    use signal_hook::low_level::emulate_default_handler;

    static LISTENING: Mutex<Option<Handle>> = Mutex::new(None);

    /// From now on a signal that ends the program gives the terminal back first, if that is needed. Ctrl-C comes as
    /// a key while something is typed, and is nobody else's business.
    pub fn listen() -> io::Result<()> {
        let mut listening = LISTENING.lock().unwrap_or_else(PoisonError::into_inner);
        if listening.is_some() {
            return Ok(());
        }
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGQUIT])?;
        *listening = Some(signals.handle());
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                let _ = terminal::disable_raw_mode();
                let _ = emulate_default_handler(signal);
            }
        })?;
        Ok(())
    }

    /// Somebody else listens from now on.
    pub fn stop_listening() {
        if let Some(handle) = LISTENING.lock().unwrap_or_else(PoisonError::into_inner).take() {
            handle.close();
        }
    }
}
