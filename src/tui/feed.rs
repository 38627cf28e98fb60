//! The one channel that feeds the loop: the terminal, signals, workers, and one-shot deadlines.

use std::collections::VecDeque;
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, SendError, channel};
use std::time::{Duration, Instant};

use crossterm::event::{KeyEvent, MouseEvent};

use super::ground::Asked;
use super::reader::{Pause, Reader};
use super::signals;
use super::theme::Ground;

/// What the loop is told.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed, or repeats.
    Key(KeyEvent),
    /// The mouse did something.
    Pointer(MouseEvent),
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
    /// Work beside the loop has something to tell.
    Worked,
    /// The terminal has told that its background is light, or dark.
    Ground(Ground),
    /// It is midnight, or a little later: today is another day.
    Midnight,
    /// Nobody has typed for as long as was told.
    Idle,
}

/// The receiving end, with the deadlines that wake it.
pub struct Feed {
    messages: Receiver<Message>,
    /// What came while something else was waited for.
    held: VecDeque<Message>,
    sender: Sender,
    /// How many messages have been taken.
    taken: u64,
    reader: Option<Reader>,
    midnight: Option<Instant>,
    idle: Option<Instant>,
}

/// An end that feeds the loop.
#[derive(Debug, Clone)]
pub struct Sender {
    messages: mpsc::Sender<Message>,
    /// How many messages have been sent, by all ends together.
    sent: Arc<AtomicU64>,
}

impl Sender {
    /// Tells the loop something.
    ///
    /// # Errors
    /// Where the loop has ended.
    pub fn send(&self, message: Message) -> Result<(), SendError<Message>> {
        self.messages.send(message)?;
        self.sent.fetch_add(1, Ordering::Release);
        Ok(())
    }
}

impl Feed {
    /// A feed that nothing feeds yet.
    pub fn new() -> Feed {
        let (sender, messages) = channel();
        let sender = Sender { messages: sender, sent: Arc::default() };
        Feed { messages, held: VecDeque::new(), sender, taken: 0, reader: None, midnight: None, idle: None }
    }

    /// Starts listening to signals and to the terminal, which has been asked for its background or not.
    ///
    /// # Errors
    /// When the system refuses a thread or a handler.
    pub fn open(&mut self, asked: Option<Asked>) -> io::Result<()> {
        signals::listen(self.sender.clone())?;
        self.reader = Some(Reader::start(self.sender.clone(), asked)?);
        Ok(())
    }

    /// An end by which workers send their results.
    pub fn sender(&self) -> Sender {
        self.sender.clone()
    }

    /// Says when [`Message::Midnight`] is due, once; a new time replaces the old.
    pub fn wake_at_midnight(&mut self, in_time: Duration) {
        self.midnight = Some(Instant::now() + in_time);
    }

    /// The background, if the terminal has told it by now, before anything else came.
    pub fn ground_by_now(&mut self) -> Option<Ground> {
        match self.messages.try_recv().ok()? {
            Message::Ground(ground) => {
                self.taken += 1;
                Some(ground)
            }
            other => {
                self.held.push_back(other);
                None
            }
        }
    }

    /// Says when [`Message::Idle`] is due, once; a new time replaces the old, and none takes it away.
    pub fn wake_when_idle(&mut self, in_time: Option<Duration>) {
        self.idle = in_time.map(|in_time| Instant::now() + in_time);
    }

    /// Sleeps until there is a message or a deadline.
    pub fn wait(&mut self) -> Message {
        if let Some(message) = self.held.pop_front() {
            self.taken += 1;
            return message;
        }
        let next = self.midnight.into_iter().chain(self.idle).min();
        let message = match next {
            None => self.messages.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(next) => self.messages.recv_timeout(next.saturating_duration_since(Instant::now())),
        };
        match message {
            Ok(message) => {
                self.taken += 1;
                message
            }
            Err(RecvTimeoutError::Disconnected) => Message::TerminalGone,
            Err(RecvTimeoutError::Timeout) if self.idle.is_some() && self.idle == next => {
                self.idle = None;
                Message::Idle
            }
            Err(RecvTimeoutError::Timeout) => {
                self.midnight = None;
                Message::Midnight
            }
        }
    }

    /// What is waiting already, if anything.
    pub fn waiting(&mut self) -> Option<Message> {
        let message = self.held.pop_front().or_else(|| self.messages.try_recv().ok());
        self.taken += u64::from(message.is_some());
        message
    }

    /// Tells, from now on and from anywhere, whether more has come in than was taken so far.
    pub fn more_has_come(&self) -> impl Fn() -> bool + Send + 'static {
        let (sent, taken) = (Arc::clone(&self.sender.sent), self.taken);
        move || sent.load(Ordering::Acquire) > taken
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deadlines_come_in_their_order_and_once() {
        let mut feed = Feed::new();
        feed.wake_at_midnight(Duration::from_millis(40));
        feed.wake_when_idle(Some(Duration::from_millis(5)));
        assert!(matches!(feed.wait(), Message::Idle));
        assert!(matches!(feed.wait(), Message::Midnight));
        feed.wake_when_idle(Some(Duration::ZERO));
        feed.wake_when_idle(None);
        feed.sender().send(Message::Focus).unwrap();
        assert!(matches!(feed.wait(), Message::Focus), "what was taken away does not come");
    }

    #[test]
    fn it_is_known_whether_more_has_come_than_was_taken() {
        let mut feed = Feed::new();
        let has_more = feed.more_has_come();
        assert!(!has_more());
        feed.sender().send(Message::Focus).unwrap();
        feed.sender().send(Message::Redraw).unwrap();
        assert!(has_more());
        feed.wait();
        assert!(feed.more_has_come()(), "one of the two is still waiting");
        feed.waiting();
        assert!(!feed.more_has_come()());
    }
}
