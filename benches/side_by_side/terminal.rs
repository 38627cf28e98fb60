//! A program in a pseudo-terminal of 120×40.

use std::fs;
use std::io::{Read, Write};
use std::num::NonZero;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// With this much silence a program has drawn what it had to.
const QUIET: Duration = Duration::from_millis(12);
/// A program that shows nothing for this long hangs.
const PATIENCE: Duration = Duration::from_secs(60);

/// What terminals are asked at the start, and what they answer.
const QUESTIONS: [(&str, &str); 4] = [
    ("\x1b]11;?", "\x1b]11;rgb:0000/0000/0000\x1b\\"),
    ("\x1b[?u", "\x1b[?0u"),
    ("\x1b[6n", "\x1b[1;1R"),
    ("\x1b[c", "\x1b[?62;22c"),
];

/// A program that worked no more than this many nanoseconds meanwhile rests.
const AT_REST: u64 = 1_000_000;

/// What became of a key.
#[derive(Debug, Clone, Copy)]
pub struct Pressed {
    /// The time until the screen changed.
    pub first: Duration,
    /// The time until the last of what it draws has come.
    pub last: Duration,
}

/// A program that runs.
pub struct Running {
    child: Box<dyn Child + Send + Sync>,
    writer: Box<dyn Write + Send>,
    output: Receiver<(Instant, Vec<u8>)>,
    screen: vt100::Parser,
    /// Held open: without it the terminal is gone.
    _master: Box<dyn MasterPty + Send>,
    pub bytes: usize,
}

impl Running {
    /// Starts a program, and gives the time until its screen shows a text.
    pub fn start(command: &[&str], expected: &str) -> (Running, Duration) {
        let (rows, cols) =
            (NonZero::new(40).expect("it is not zero"), NonZero::new(120).expect("it is not zero"));
        let size = PtySize { rows: rows.get(), cols: cols.get(), pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("the system has pseudo-terminals");
        let mut told = CommandBuilder::new(command[0]);
        told.args(&command[1..]);
        told.env("TERM", "xterm-256color");
        told.env("COLORTERM", "truecolor");
        told.env("LC_ALL", "C.UTF-8");
        told.env("KEYBOOK_CONFIG", "/nonexistent/keybook.toml");
        let mut reader = pair.master.try_clone_reader().expect("it can be read");
        let writer = pair.master.take_writer().expect("it can be written");
        let (sender, output) = channel();
        std::thread::spawn(move || {
            let mut buffer = [0; 65_536];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send((Instant::now(), buffer[..count].to_vec())).is_err() {
                    break;
                }
            }
        });
        let begun = Instant::now();
        let child = pair.slave.spawn_command(told).expect("the program is there");
        let screen = vt100::Parser::new(rows, cols, 0);
        let mut running = Running { child, writer, output, screen, _master: pair.master, bytes: 0 };
        let shown = running.until(expected);
        (running, shown - begun)
    }

    /// Waits until the screen shows a text; the instant at which it did.
    pub fn until(&mut self, expected: &str) -> Instant {
        let given_up = Instant::now() + PATIENCE;
        let mut last = Instant::now();
        while !self.screen.screen().contents().contains(expected) {
            assert!(Instant::now() < given_up, "{expected} never came:\n{}", self.screen.screen().contents());
            last = self.take(PATIENCE).unwrap_or(last);
        }
        last
    }

    fn take(&mut self, patience: Duration) -> Option<Instant> {
        let (at, chunk) = self.output.recv_timeout(patience).ok()?;
        self.bytes += chunk.len();
        let text = String::from_utf8_lossy(&chunk).into_owned();
        for (asked, answer) in QUESTIONS {
            if text.contains(asked) {
                self.send(answer);
            }
        }
        self.screen.process(&chunk);
        Some(at)
    }

    fn send(&mut self, text: &str) {
        self.writer.write_all(text.as_bytes()).and_then(|()| self.writer.flush()).expect("it takes keys");
    }

    /// Lets it draw what it still has to.
    pub fn settle(&mut self) {
        while self.take(Duration::from_millis(150)).is_some() {}
    }

    /// Presses a key, and waits until it has drawn all and rests.
    pub fn press(&mut self, key: &str) -> Pressed {
        let begun = Instant::now();
        self.send(key);
        let first = self.take(Duration::from_millis(500)).unwrap_or(begun);
        let (mut last, mut worked) = (first, self.cpu());
        loop {
            match self.take(QUIET) {
                Some(at) => last = at,
                None => {
                    let now = self.cpu();
                    if now.saturating_sub(worked) < AT_REST {
                        return Pressed { first: first - begun, last: last - begun };
                    }
                    worked = now;
                }
            }
        }
    }

    /// Presses a key that ends it.
    pub fn leave(mut self, key: &str) {
        self.send(key);
        let given_up = Instant::now() + PATIENCE;
        while self.child.try_wait().expect("it was started here").is_none() {
            assert!(Instant::now() < given_up, "it does not end");
            self.take(QUIET);
        }
    }

    /// CPU time of all its threads, in nanoseconds.
    pub fn cpu(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.id())).into_iter().flatten().flatten();
        let times = tasks.filter_map(|task| fs::read_to_string(task.path().join("schedstat")).ok());
        times.filter_map(|text| text.split(' ').next()?.parse::<u64>().ok()).sum()
    }

    /// How often its threads were woken.
    pub fn wakes(&self) -> u64 {
        let tasks = fs::read_dir(format!("/proc/{}/task", self.id())).into_iter().flatten().flatten();
        tasks.filter_map(|task| field(&task.path().join("status"), "voluntary_ctxt_switches:")).sum()
    }

    /// The most memory it ever held, in KiB.
    pub fn peak(&self) -> u64 {
        field(format!("/proc/{}/status", self.id()).as_ref(), "VmHWM:").unwrap_or(0)
    }

    /// What it has written to files, in bytes.
    pub fn written(&self) -> u64 {
        field(format!("/proc/{}/io", self.id()).as_ref(), "write_bytes:").unwrap_or(0)
    }

    fn id(&self) -> u32 {
        self.child.process_id().unwrap_or(0)
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn field(path: &std::path::Path, name: &str) -> Option<u64> {
    let text = fs::read_to_string(path).ok()?;
    text.lines().find_map(|line| line.strip_prefix(name)?.split_whitespace().next()?.parse().ok())
}
