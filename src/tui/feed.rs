//! The one channel that feeds the loop: the terminal, signals, workers, and one-shot deadlines.

use std::io;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use crossterm::event::KeyEvent;

use super::reader::{Pause, Reader};
use super::signals;

/// What the loop is told.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed, or repeats.
    Key(KeyEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize,
    /// The window came to the front: time to see what others changed.
    Focus,
    /// All is to be drawn again, as after a stop.
    Redraw,
    /// Somebody asks the program to stop for a while.
    Suspend,
    /// A signal (its number) asks the program to end.
    End(i32),
    /// The terminal is gone.
    TerminalGone,
    /// It is midnight, or a little later: today is another day.
    Midnight,
}

/// The receiving end, with the deadlines that wake it.
pub struct Feed {
    messages: Receiver<Message>,
    sender: Sender<Message>,
    reader: Option<Reader>,
    midnight: Option<Instant>,
}

impl Feed {
    /// A feed that nothing feeds yet.
    pub fn new() -> Feed {
        let (sender, messages) = channel();
        Feed { messages, sender, reader: None, midnight: None }
    }

    /// Starts listening to signals and to the terminal.
    ///
    /// # Errors
    /// When the system refuses a thread or a handler.
    pub fn open(&mut self) -> io::Result<()> {
        signals::listen(self.sender.clone())?;
        self.reader = Some(Reader::start(self.sender.clone())?);
        Ok(())
    }

    /// An end by which workers send their results.
    pub fn sender(&self) -> Sender<Message> {
        self.sender.clone()
    }

    /// Says when [`Message::Midnight`] is due, once; a new time replaces the old.
    pub fn wake_at_midnight(&mut self, in_time: Duration) {
        self.midnight = Some(Instant::now() + in_time);
    }

    /// Sleeps until there is a message or a deadline.
    pub fn wait(&mut self) -> Message {
        let Some(midnight) = self.midnight else {
            return self.messages.recv().unwrap_or(Message::TerminalGone);
        };
        match self.messages.recv_timeout(midnight.saturating_duration_since(Instant::now())) {
            Ok(message) => message,
            Err(RecvTimeoutError::Disconnected) => Message::TerminalGone,
            Err(RecvTimeoutError::Timeout) => {
                self.midnight = None;
                Message::Midnight
            }
        }
    }

    /// What is waiting already, if anything.
    pub fn waiting(&self) -> Option<Message> {
        self.messages.try_recv().ok()
    }

    /// Keeps the terminal unread until the returned value is dropped.
    pub fn pause_reader(&self) -> Option<Pause> {
        self.reader.as_ref().and_then(Reader::pause)
    }
}

impl Default for Feed {
    fn default() -> Self {
        Feed::new()
    }
}
