//! A pseudo-terminal with the program in it.

use std::io::{Read, Write};
use std::num::NonZero;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, ExitStatus, MasterPty, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(10);

/// Tells a test that it was started by another one, in a terminal of its own.
pub const OWN_TERMINAL: &str = "KEYBOOK_TEST_HAS_ITS_OWN_TERMINAL";

/// The program, its terminal, and what it has written there.
pub struct Program {
    child: Box<dyn Child + Send + Sync>,
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    written: Arc<Mutex<Vec<u8>>>,
    closing: Arc<AtomicBool>,
    reader: Option<JoinHandle<()>>,
    rows: u16,
    columns: u16,
}

impl Program {
    /// Opens a book in a terminal of 80×24.
    pub fn open(book: &Path, term: &str) -> Program {
        Program::start(book, term, &[])
    }

    /// Opens a book for somebody who has an editor.
    pub fn with_editor(book: &Path, editor: &Path) -> Program {
        Program::start_with(book, "xterm-256color", &[], |command| command.env("EDITOR", editor))
    }

    /// Opens a book on a machine where links are opened by this program.
    pub fn with_opener(book: &Path, opener: &Path) -> Program {
        Program::start_with(book, "xterm-256color", &[], |command| command.env("KEYBOOK_OPENER", opener))
    }

    /// Starts a command in a terminal of 80×24; temporary files lie beside the book.
    pub fn start(book: &Path, term: &str, words: &[&str]) -> Program {
        Program::start_with(book, term, words, |_| {})
    }

    /// Opens a book from a shell that does not care when its terminal is closed, and that stays when the program ends;
    /// what the program ended with is then in the file `code` beside the book.
    pub fn under_stubborn_shell(book: &Path) -> Program {
        let mut shell = CommandBuilder::new("sh");
        shell.args(["-c", "trap '' HUP; \"$0\" \"$@\"; echo $? > \"$TMPDIR/code\"; sleep 60"]);
        shell.arg(env!("CARGO_BIN_EXE_keybook"));
        Program::start_command(shell, book, "xterm-256color", &[], |_| {})
    }

    /// Starts this test itself, in a process and a terminal of its own.
    pub fn of_test(book: &Path, name: &str) -> Program {
        let mut test = CommandBuilder::new(std::env::current_exe().unwrap());
        test.args(["--exact", name, "--nocapture"]);
        test.env(OWN_TERMINAL, "1");
        // A long trace would push what is waited for off the screen.
        test.env("RUST_BACKTRACE", "0");
        Program::start_alone(test, book, "xterm-256color", |_| {})
    }

    fn start_with(
        book: &Path,
        term: &str,
        words: &[&str],
        prepare: impl FnOnce(&mut CommandBuilder),
    ) -> Program {
        Program::start_command(CommandBuilder::new(env!("CARGO_BIN_EXE_keybook")), book, term, words, prepare)
    }

    fn start_command(
        mut command: CommandBuilder,
        book: &Path,
        term: &str,
        words: &[&str],
        prepare: impl FnOnce(&mut CommandBuilder),
    ) -> Program {
        command.args(["--lang", "en", "--today", "2026-11-21", "--book"]);
        command.arg(book);
        command.args(words);
        Program::start_alone(command, book, term, prepare)
    }

    fn start_alone(
        mut command: CommandBuilder,
        book: &Path,
        term: &str,
        prepare: impl FnOnce(&mut CommandBuilder),
    ) -> Program {
        let (rows, columns) = (24, 80);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        command.env("TMPDIR", book.parent().unwrap());
        command.env("TERM", term);
        command.env("KEYBOOK_CONFIG", book.with_file_name("config.toml"));
        command.env_remove("NO_COLOR");
        command.env_remove("VISUAL");
        prepare(&mut command);
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let written = Arc::new(Mutex::new(Vec::new()));
        let closing = Arc::new(AtomicBool::new(false));
        let (log, closed) = (written.clone(), closing.clone());
        let reader = thread::spawn(move || {
            let mut piece = [0; 4096];
            while let Ok(count) = reader.read(&mut piece) {
                if count == 0 || closed.load(Ordering::SeqCst) {
                    break;
                }
                log.lock().unwrap().extend_from_slice(&piece[..count]);
            }
        });
        Program {
            child,
            master: Some(pair.master),
            writer: Some(writer),
            written,
            closing,
            reader: Some(reader),
            rows,
            columns,
        }
    }

    /// Types bytes.
    pub fn send(&mut self, keys: &str) {
        let writer = self.writer.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
    }

    /// Waits until a text is on the screen; returns the screen.
    pub fn until(&self, text: &str) -> String {
        let start = Instant::now();
        loop {
            let screen = self.screen();
            if screen.contains(text) {
                return screen;
            }
            assert!(start.elapsed() < PATIENCE, "waited for {text:?}:\n{screen}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until one line of the screen holds all these words.
    pub fn until_line(&self, words: &[&str]) {
        let start = Instant::now();
        loop {
            let screen = self.screen();
            if screen.lines().any(|line| words.iter().all(|words| line.contains(words))) {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "waited for {words:?}:\n{screen}");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Gives the terminal another size.
    pub fn resize(&mut self, rows: u16, columns: u16) {
        (self.rows, self.columns) = (rows, columns);
        let size = PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    /// Sends a signal.
    pub fn signal(&self, signal: Signal) {
        let pid = Pid::from_raw(self.child.process_id().unwrap() as i32).unwrap();
        kill_process(pid, signal).unwrap();
    }

    /// Waits until it is stopped, as by Ctrl-Z in a shell.
    pub fn until_stopped(&self) {
        let pid = self.child.process_id().unwrap().to_string();
        let start = Instant::now();
        loop {
            let ps = std::process::Command::new("ps").args(["-o", "state=", "-p", &pid]).output().unwrap();
            if String::from_utf8_lossy(&ps.stdout).contains('T') {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "not stopped");
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Closes the terminal, as a window is closed.
    pub fn close_terminal(&mut self) {
        // The reading thread holds the terminal too.
        self.stop_reading();
        self.writer = None;
        self.master = None;
    }

    /// Reads nothing more of what is written: whoever writes has to wait.
    pub fn stop_reading(&mut self) {
        self.closing.store(true, Ordering::SeqCst);
        // Another size makes the program draw, and the reader wake.
        self.resize(30, 90);
        self.reader.take().unwrap().join().unwrap();
    }

    /// The process that was started.
    pub fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end.
    pub fn ended(&mut self) -> ExitStatus {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status;
            }
            assert!(start.elapsed() < PATIENCE, "still running:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Waits until the first screen and the cursor are back, and nothing is reported any more.
    pub fn until_terminal_is_back(&self) {
        let start = Instant::now();
        loop {
            let parser = self.parsed();
            let screen = parser.screen();
            if !screen.alternate_screen() && !screen.hide_cursor() && !screen.bracketed_paste() {
                return;
            }
            assert!(start.elapsed() < PATIENCE, "the terminal was not given back:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// What is on the screen.
    pub fn screen(&self) -> String {
        self.parsed().screen().contents()
    }

    /// The words on the screen that are underlined, one a line.
    pub fn underlined(&self) -> String {
        let parser = self.parsed();
        let screen = parser.screen();
        let mut words = Vec::new();
        for row in 0..self.rows {
            let cells = (0..self.columns).filter_map(|column| screen.cell(row, column));
            let marked: String =
                cells.map(|cell| if cell.underline() { cell.contents() } else { " " }).collect();
            words.extend(marked.split_whitespace().map(str::to_owned));
        }
        words.join("\n")
    }

    /// Waits until what is underlined is as it is to be.
    pub fn until_underlined(&self, is_so: impl Fn(&str) -> bool) {
        let start = Instant::now();
        while !is_so(&self.underlined()) {
            assert!(start.elapsed() < PATIENCE, "underlined is:\n{}", self.underlined());
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn parsed(&self) -> vt100::Parser {
        let size = |cells| NonZero::new(cells).unwrap();
        let mut parser = vt100::Parser::new(size(self.rows), size(self.columns), 0);
        parser.process(&self.written.lock().unwrap());
        parser
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}
