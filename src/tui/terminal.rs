//! The terminal's life cycle: taken on entering, given back whole however the program ends.
//!
//! [`restore`] is the one way back. It never panics, shows the cursor, may be called twice, from any
//! thread and from the panic hook, and takes no lock that drawing could hold.

use std::io::{self, BufWriter, IsTerminal, Stdout};
use std::mem::ManuallyDrop;

use crossterm::event::{EnableBracketedPaste, EnableFocusChange};
use crossterm::{cursor, execute, terminal};
use ratatui::Frame;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::{Buffer, CellDiffOption};
use ratatui::layout::Size;
use unicode_width::UnicodeWidthStr;

use super::patience::{PATIENCE, Patience};
use super::trail::Trail;
use super::waiting::{Waiting, line_of};

type Backend = CrosstermBackend<BufWriter<Stdout>>;

/// Room for a full redraw, so that it leaves in one write.
const BUFFER: usize = 64 * 1024;

/// What gives the terminal back: attributes off, mouse, paste and focus reports off, cursor shown, first
/// screen back.
const LEAVE: &[u8] = b"\x1b[0m\x1b[?1006l\x1b[?1002l\x1b[?1000l\x1b[?2004l\x1b[?1004l\x1b[?25h\x1b[?1049l";

/// What asks for the mouse: its buttons, its wheel, and its way while a button is held. Not its every move,
/// which would wake the program for nothing.
#[cfg(unix)]
const MOUSE: &[u8] = b"\x1b[?1000h\x1b[?1002h\x1b[?1006h";

/// The terminal, taken over for drawing. Dropping it gives the terminal back.
pub struct Display {
    /// Never dropped by itself: ratatui's drop shows the cursor and, where the terminal is gone, complains
    /// on standard error, which panics where that is gone too. [`restore`] does all that is needed.
    terminal: ManuallyDrop<ratatui::Terminal<Backend>>,
    trail: Trail,
    patience: Patience<Waiting>,
    with_mouse: bool,
}

impl Display {
    /// Takes the terminal over: raw mode, second screen, paste and focus reports, no cursor; the mouse, if it
    /// is wanted.
    ///
    /// # Errors
    /// When the terminal refuses, as when it has just been closed.
    pub fn enter(with_mouse: bool) -> io::Result<Display> {
        restore_on_panic();
        take_over(with_mouse)?;
        let backend = CrosstermBackend::new(BufWriter::with_capacity(BUFFER, io::stdout()));
        let terminal = ManuallyDrop::new(ratatui::Terminal::new(backend)?);
        let patience = Patience::new(PATIENCE, |word: &Waiting| write_past_locks(&word.bytes()));
        Ok(Display { terminal, trail: Trail::default(), patience, with_mouse })
    }

    /// The terminal's size now.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn size(&self) -> io::Result<Size> {
        self.terminal.size()
    }

    /// Draws one frame and sends it in one write.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn draw(&mut self, picture: impl FnOnce(&mut Frame<'_>)) -> io::Result<()> {
        let (trail, is_written_over) = (&mut self.trail, self.patience.has_said());
        let swept = |frame: &mut Frame<'_>| {
            picture(frame);
            trail.sweep(frame.buffer_mut());
            if is_written_over {
                draw_line_again(frame.buffer_mut());
            }
        };
        self.terminal.draw(swept).map(|_| ())
    }

    /// Lets something be done; should it take long, the message line says what.
    pub fn patiently<T>(&self, word: Waiting, work: impl FnOnce() -> T) -> T {
        self.patience.during(word, work)
    }

    /// Forgets what is on the screen, so that the next frame is drawn whole.
    ///
    /// # Errors
    /// When the terminal is gone.
    pub fn forget(&mut self) -> io::Result<()> {
        // Not `Terminal::clear`: it asks the terminal where the cursor is and waits for the reader.
        let size = self.terminal.size()?;
        self.terminal.resize(size.into())
    }

    /// Gives the terminal to something else for a while (a stopped program's shell, an editor), and
    /// takes it back, whole, once `meanwhile` returns. The reader must be paused around it.
    ///
    /// # Errors
    /// When the terminal cannot be taken back.
    pub fn lend<T>(&mut self, meanwhile: impl FnOnce() -> T) -> io::Result<T> {
        restore();
        let result = meanwhile();
        take_over(self.with_mouse)?;
        self.forget()?;
        Ok(result)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        restore();
    }
}

/// Has the message line drawn whole, whatever the last frame had there. The right halves of wide characters are
/// drawn with their left ones.
fn draw_line_again(frame: &mut Buffer) {
    let y = line_of(frame.area).y;
    let mut x = frame.area.left();
    while x < frame.area.right() && y < frame.area.bottom() {
        let cell = &mut frame[(x, y)];
        cell.set_diff_option(CellDiffOption::AlwaysUpdate);
        x += (cell.symbol().width() as u16).max(1);
    }
}

/// Whether there is a terminal that can show screens: standard input and output are one, and TERM
/// names one that can move its cursor.
pub fn is_there() -> bool {
    let term = std::env::var("TERM").unwrap_or_default();
    let capable = cfg!(windows) && term.is_empty() || !term.is_empty() && term != "dumb";
    capable && io::stdin().is_terminal() && io::stdout().is_terminal()
}

/// Gives the terminal back as it was found. Never panics and never waits for a lock.
pub fn restore() {
    let _ = terminal::disable_raw_mode();
    #[cfg(not(unix))]
    let _ = execute!(io::stdout(), crossterm::event::DisableMouseCapture);
    write_past_locks(LEAVE);
}

/// Writes to standard output past its lock, which a thread stuck in drawing may hold, and only if the
/// terminal takes it: one that has been stopped would hold us for ever.
#[cfg(unix)]
fn write_past_locks(bytes: &[u8]) {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let stdout = rustix::stdio::stdout();
    let mut ready = [PollFd::new(&stdout, PollFlags::OUT)];
    let at_most = Timespec { tv_sec: 0, tv_nsec: 200_000_000 };
    if poll(&mut ready, Some(&at_most)).is_ok_and(|count| count > 0) {
        let _ = rustix::io::write(stdout, bytes);
    }
}

#[cfg(not(unix))]
fn write_past_locks(bytes: &[u8]) {
    use std::io::Write;
    let mut out = io::stdout();
    let _ = out.write_all(bytes).and_then(|()| out.flush());
}

fn take_over(with_mouse: bool) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    execute!(
        io::stdout(),
        terminal::EnterAlternateScreen,
        EnableBracketedPaste,
        EnableFocusChange,
        cursor::Hide
    )?;
    if with_mouse { take_mouse() } else { Ok(()) }
}

#[cfg(unix)]
fn take_mouse() -> io::Result<()> {
    use std::io::Write;
    let mut out = io::stdout();
    out.write_all(MOUSE).and_then(|()| out.flush())
}

/// The Windows console is asked by its own interface.
#[cfg(not(unix))]
fn take_mouse() -> io::Result<()> {
    execute!(io::stdout(), crossterm::event::EnableMouseCapture)
}

/// A panic's words must land on the first screen, in a terminal that works. One outside the main
/// thread ends the program too, for the main thread would draw over them.
fn restore_on_panic() {
    let main = std::thread::current().id();
    let print = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        restore();
        print(panic);
        if std::thread::current().id() != main {
            std::process::exit(101);
        }
    }));
}
