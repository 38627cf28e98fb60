//! How far an import has come, shown on a terminal; and Ctrl-C, which breaks it off so that nothing of it is left.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::domain::text::harmless_line;
use crate::i18n::Lang;
use crate::ops::import;
use crate::report::pace::Pace;
use crate::tr;

/// What is over before one can read it need not be shown.
const AT_FIRST: Duration = Duration::from_millis(333);
/// How often it is shown anew.
const BETWEEN: Duration = Duration::from_millis(100);

/// The line of the progress, gone when cleared.
pub(super) struct Progress {
    lang: Lang,
    begun: Instant,
    shown: Option<Instant>,
    is_terminal: bool,
    interrupted: Arc<AtomicBool>,
}

impl Progress {
    /// Begins to watch, and to mind Ctrl-C.
    pub fn new(lang: Lang) -> Progress {
        let interrupted = Arc::new(AtomicBool::new(false));
        mind_interrupts(&interrupted);
        let is_terminal = io::stderr().is_terminal();
        Progress { lang, begun: Instant::now(), shown: None, is_terminal, interrupted }
    }

    /// Whether Ctrl-C was pressed.
    pub fn is_interrupted(&self) -> bool {
        self.interrupted.load(Ordering::Relaxed)
    }

    /// Shows how far it has come, if it is time to.
    pub fn show(&mut self, reached: import::Progress<'_>) {
        let elapsed = self.begun.elapsed();
        let is_due = match self.shown {
            None => elapsed >= AT_FIRST,
            Some(at) => at.elapsed() >= BETWEEN,
        };
        if !self.is_terminal || !is_due {
            return;
        }
        let name = reached.file.file_name().unwrap_or_default().to_string_lossy();
        let name = harmless_line(&name);
        let words = match reached.rows {
            0 => tr!(self.lang, "pace.reading").into_owned(),
            rows => Pace { done: reached.done, rows, elapsed }.words(self.lang),
        };
        // Where it cannot be shown the import goes on all the same.
        let _ = write!(io::stderr(), "\r\x1b[K{name}  {words}");
        let _ = io::stderr().flush();
        self.shown = Some(Instant::now());
    }

    /// Takes the line away, and begins anew.
    pub fn clear(&mut self) {
        if self.shown.take().is_some() {
            let _ = write!(io::stderr(), "\r\x1b[K");
        }
        self.begun = Instant::now();
    }
}

/// Ctrl-C is noted, and the import broken off at the next row; a second one ends the program at once, which
/// leaves nothing of it in the book either.
#[cfg(unix)]
fn mind_interrupts(interrupted: &Arc<AtomicBool>) {
    use signal_hook::consts::SIGINT;
    use signal_hook::flag;
    // Without them Ctrl-C ends the program at once.
    let second = flag::register_conditional_default(SIGINT, Arc::clone(interrupted));
    if second.is_ok() {
        let _ = flag::register(SIGINT, Arc::clone(interrupted));
    }
}

/// Ctrl-C ends the program at once, which leaves nothing of the import in the book.
#[cfg(not(unix))]
fn mind_interrupts(_: &Arc<AtomicBool>) {}
