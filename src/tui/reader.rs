//! The thread that reads the terminal. It waits without taking anything, so that it can be paused
//! between two keys and never steals the keys of an editor, and it sees when the terminal is gone:
//! crossterm's own reader would spin for ever then.

use std::io;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread;
use std::time::Duration;

use crossterm::event::{self, Event};

use super::feed::{self, Message};
use super::ground::{Answer, Asked};
use wake::Wake;

/// How long the reader looks for more once something came; far longer than any burst has gaps.
const BURST: Duration = Duration::from_millis(20);

/// How long a pause waits for the reader to let go. It is only ever late when half an escape sequence
/// has come in and nothing after it.
const LETTING_GO: Duration = Duration::from_millis(200);

/// The handle by which the reading thread is paused.
pub struct Reader {
    wake: Wake,
    pauses: Sender<SyncSender<Pause>>,
}

/// The reader stands still for as long as this is held.
pub struct Pause {
    _hold: Sender<()>,
}

impl Reader {
    /// Starts reading the terminal into `messages`. Where it was asked for its background, the answer comes
    /// among the keys.
    ///
    /// # Errors
    /// When the system refuses the thread or the pipe that wakes it.
    pub fn start(messages: feed::Sender, asked: Option<Asked>) -> io::Result<Reader> {
        let (pauses, requests) = channel();
        let (wake, sleeper) = wake::pair()?;
        thread::Builder::new()
            .name("reader".to_owned())
            .spawn(move || read_until_gone(&sleeper, &requests, &messages, Answer::to(asked)))?;
        Ok(Reader { wake, pauses })
    }

    /// Makes the reader stand still until the returned value is dropped.
    pub fn pause(&self) -> Option<Pause> {
        let (answer, answered) = sync_channel(1);
        self.pauses.send(answer).ok()?;
        self.wake.wake();
        answered.recv_timeout(LETTING_GO).ok()
    }
}

fn read_until_gone(
    sleeper: &wake::Sleeper,
    pauses: &Receiver<SyncSender<Pause>>,
    out: &feed::Sender,
    mut answer: Answer,
) {
    loop {
        while let Ok(answer) = pauses.try_recv() {
            let (hold, held) = channel();
            // Nobody waiting any more drops the pause at once, and reading goes on.
            if answer.send(Pause { _hold: hold }).is_ok() {
                drop(answer);
                let _ = held.recv();
            }
        }
        let still_there = match sleeper.sleep() {
            wake::Reason::Input => read_burst(out, &mut answer),
            wake::Reason::Woken => true,
            wake::Reason::Gone => false,
        };
        if !still_there {
            let _ = out.send(Message::TerminalGone);
            return;
        }
    }
}

/// Reads all that has come in; false once the terminal or the program is gone.
fn read_burst(out: &feed::Sender, answer: &mut Answer) -> bool {
    loop {
        match event::poll(BURST) {
            Ok(false) => return true,
            Ok(true) => {}
            Err(_) => return false,
        }
        let Ok(event) = event::read() else { return false };
        let Some(message) = message_of(event, answer) else { continue };
        if out.send(message).is_err() {
            return false;
        }
    }
}

fn message_of(event: Event, answer: &mut Answer) -> Option<Message> {
    match event {
        Event::Key(key) if answer.takes(&key) => answer.told().map(Message::Ground),
        Event::Key(key) if !key.is_release() => Some(Message::Key(key)),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Resize(..) => Some(Message::Resize),
        Event::FocusGained => Some(Message::Focus),
        Event::Mouse(mouse) => Some(Message::Pointer(mouse)),
        Event::Key(_) | Event::FocusLost => None,
    }
}

#[cfg(all(unix, not(target_os = "macos")))]
mod wake {
    use std::io;
    use std::os::fd::OwnedFd;

    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::pipe::{PipeFlags, pipe_with};

    pub enum Reason {
        Input,
        Woken,
        Gone,
    }

    pub struct Wake(OwnedFd);
    pub struct Sleeper(OwnedFd);

    pub fn pair() -> io::Result<(Wake, Sleeper)> {
        let (read, write) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK)?;
        Ok((Wake(write), Sleeper(read)))
    }

    impl Wake {
        pub fn wake(&self) {
            let _ = rustix::io::write(&self.0, &[0]);
        }
    }

    impl Sleeper {
        /// Sleeps until there is something to read, a call, or no terminal any more.
        pub fn sleep(&self) -> Reason {
            let stdin = rustix::stdio::stdin();
            let mut watched = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.0, PollFlags::IN)];
            match poll(&mut watched, None) {
                Ok(_) => {}
                Err(rustix::io::Errno::INTR) => return Reason::Woken,
                Err(_) => return Reason::Gone,
            }
            if watched[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
                return Reason::Gone;
            }
            if !watched[1].revents().is_empty() {
                let _ = rustix::io::read(&self.0, &mut [0_u8; 16]);
                return Reason::Woken;
            }
            Reason::Input
        }
    }
}

/// macOS cannot wait for a terminal and a pipe at once without `unsafe`: crossterm waits, and a
/// pretended change of size wakes it.
#[cfg(target_os = "macos")]
mod wake {
    use std::io;
    use std::time::Duration;

    use rustix::process::{Signal, getpid, kill_process};

    pub enum Reason {
        Input,
        Woken,
        Gone,
    }

    pub struct Wake;
    pub struct Sleeper;

    pub fn pair() -> io::Result<(Wake, Sleeper)> {
        Ok((Wake, Sleeper))
    }

    impl Wake {
        pub fn wake(&self) {
            let _ = kill_process(getpid(), Signal::WINCH);
        }
    }

    impl Sleeper {
        pub fn sleep(&self) -> Reason {
            match crossterm::event::poll(Duration::from_secs(3600)) {
                Ok(true) => Reason::Input,
                Ok(false) => Reason::Woken,
                Err(_) => Reason::Gone,
            }
        }
    }
}

/// The Windows console is read by crossterm alone; a pause takes hold after the next event.
#[cfg(windows)]
mod wake {
    use std::io;
    use std::time::Duration;

    pub enum Reason {
        Input,
        Woken,
        Gone,
    }

    pub struct Wake;
    pub struct Sleeper;

    pub fn pair() -> io::Result<(Wake, Sleeper)> {
        Ok((Wake, Sleeper))
    }

    impl Wake {
        pub fn wake(&self) {}
    }

    impl Sleeper {
        pub fn sleep(&self) -> Reason {
            match crossterm::event::poll(Duration::from_secs(3600)) {
                Ok(true) => Reason::Input,
                Ok(false) => Reason::Woken,
                Err(_) => Reason::Gone,
            }
        }
    }
}
