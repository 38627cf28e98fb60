//! Files of lines between `BEGIN:NAME` and `END:NAME`, as vCard and iCalendar files are: read block by
//! block, so that a file of any length takes the room of one block.

use std::io::{self, BufRead, BufReader, Read, Take};

/// Blocks of some names, one after the other. What is nested in them is left out.
pub struct Blocks<R> {
    text: BufReader<R>,
    names: &'static [&'static str],
    /// The most bytes of a block that are read.
    limit: usize,
    /// Lines read so far.
    number: u64,
    /// The block that is being read: what broke off the one before it may have begun it.
    open: Option<Open>,
}

/// What is found next.
#[derive(Debug, PartialEq, Eq)]
pub enum Step {
    /// A whole block, its first and last line included.
    Block {
        /// The line that it begins in.
        line: u64,
        /// Its lines.
        text: String,
    },
    /// A block that another one or the file's end breaks off.
    Unclosed {
        /// The line that it begins in.
        line: u64,
        /// Its lines.
        text: String,
    },
    /// A block of more bytes than are read.
    TooLong {
        /// The line that it begins in.
        line: u64,
    },
    /// A line with content that is in no block.
    Stray {
        /// Its number.
        line: u64,
        /// The line.
        text: String,
    },
    /// Nothing more.
    End,
}

struct Open {
    name: &'static str,
    line: u64,
    text: String,
    /// Names of the blocks inside that are not closed yet.
    nested: Vec<String>,
    too_long: bool,
}

impl<R: Read> Blocks<R> {
    /// Reads blocks of these names, which are in upper case, of at most `limit` bytes each.
    pub fn new(text: R, names: &'static [&'static str], limit: usize) -> Self {
        Blocks { text: BufReader::new(text), names, limit, number: 0, open: None }
    }

    /// The reader beneath.
    pub fn text(&self) -> &R {
        self.text.get_ref()
    }

    /// Reads up to the end of the next block.
    pub fn read(&mut self) -> io::Result<Step> {
        while let Some(line) = self.line()? {
            let mark = Mark::of(if self.open.is_none() { line.trim_start() } else { &line });
            let Some(open) = &mut self.open else {
                match mark {
                    Mark::Begin(name) if self.begin(&name) => self.add(&line),
                    _ if line.trim().is_empty() => {}
                    _ => return Ok(Step::Stray { line: self.number, text: line }),
                }
                continue;
            };
            match mark {
                Mark::Begin(name) if open.nested.is_empty() && name == open.name && !open.holds_one() => {
                    let broken = self.open.take();
                    self.begin(&name);
                    self.add(&line);
                    if let Some(open) = broken {
                        return Ok(open.broken());
                    }
                }
                Mark::Begin(name) => open.nested.push(name),
                Mark::End(name) if open.nested.is_empty() && name == open.name => {
                    self.add(&line);
                    if let Some(open) = self.open.take() {
                        return Ok(open.whole());
                    }
                }
                Mark::End(name) => {
                    if let Some(at) = open.nested.iter().rposition(|nested| *nested == name) {
                        open.nested.truncate(at);
                    }
                }
                Mark::None if open.nested.is_empty() => self.add(&line),
                Mark::None => {}
            }
        }
        Ok(self.open.take().map_or(Step::End, Open::broken))
    }

    /// Begins a block, if it is one of those that are read.
    fn begin(&mut self, name: &str) -> bool {
        let known = self.names.iter().find(|known| **known == name);
        self.open = known.map(|name| Open {
            name,
            line: self.number,
            text: String::new(),
            nested: vec![],
            too_long: false,
        });
        self.open.is_some()
    }

    fn add(&mut self, line: &str) {
        if let Some(open) = &mut self.open {
            open.too_long |= open.text.len() + line.len() > self.limit;
            if !open.too_long {
                open.text.push_str(line);
                open.text.push_str("\r\n");
            }
        }
    }

    /// The next line without its end; no more of it than a block may hold.
    fn line(&mut self) -> io::Result<Option<String>> {
        let mut bytes = Vec::new();
        let mut part: Take<_> = self.text.by_ref().take(self.limit as u64 + 1);
        if part.read_until(b'\n', &mut bytes)? == 0 {
            return Ok(None);
        }
        self.number += 1;
        let mut rest = bytes.last() != Some(&b'\n');
        while rest {
            let ready = self.text.fill_buf()?;
            let (length, found) = match ready.iter().position(|byte| *byte == b'\n') {
                Some(at) => (at + 1, true),
                None => (ready.len(), ready.is_empty()),
            };
            self.text.consume(length);
            rest = !found;
        }
        while matches!(bytes.last(), Some(b'\n' | b'\r')) {
            bytes.pop();
        }
        Ok(Some(String::from_utf8_lossy(&bytes).into_owned()))
    }
}

impl Open {
    /// Whether the line before is a property whose value is a block of its own, as an old card's AGENT is.
    fn holds_one(&self) -> bool {
        let last = self.text.lines().next_back().unwrap_or_default();
        last.get(..5).is_some_and(|name| name.eq_ignore_ascii_case("AGENT")) && last.trim_end().ends_with(':')
    }

    fn whole(self) -> Step {
        match self.too_long {
            true => Step::TooLong { line: self.line },
            false => Step::Block { line: self.line, text: self.text },
        }
    }

    fn broken(self) -> Step {
        match self.too_long {
            true => Step::TooLong { line: self.line },
            false => Step::Unclosed { line: self.line, text: self.text },
        }
    }
}

/// What a line is for the frame.
enum Mark {
    Begin(String),
    End(String),
    None,
}

impl Mark {
    fn of(line: &str) -> Mark {
        let Some((word, name)) = line.split_once(':') else { return Mark::None };
        let name = || name.trim().to_ascii_uppercase();
        match word.trim_end() {
            word if word.eq_ignore_ascii_case("BEGIN") => Mark::Begin(name()),
            word if word.eq_ignore_ascii_case("END") => Mark::End(name()),
            _ => Mark::None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn steps(text: &str, limit: usize) -> Vec<Step> {
        let mut blocks = Blocks::new(text.as_bytes(), &["VCARD"], limit);
        let mut steps = vec![];
        loop {
            match blocks.read().unwrap() {
                Step::End => return steps,
                step => steps.push(step),
            }
        }
    }

    fn block(line: u64, text: &str) -> Step {
        Step::Block { line, text: text.to_owned() }
    }

    #[test]
    fn blocks_are_read_one_by_one_with_the_line_that_each_begins_in() {
        let text = "BEGIN:VCARD\nFN:A\nEND:VCARD\n\nbegin:vcard\r\nFN:B\r\nend:vcard";
        let second = "begin:vcard\r\nFN:B\r\nend:vcard\r\n";
        assert_eq!(steps(text, 1000), [block(1, "BEGIN:VCARD\r\nFN:A\r\nEND:VCARD\r\n"), block(5, second)]);
    }

    #[test]
    fn an_agent_within_a_card_is_left_out() {
        let text = "BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nNOTE:n\nEND:VCARD\n";
        let whole = "BEGIN:VCARD\r\nFN:A\r\nAGENT:\r\nNOTE:n\r\nEND:VCARD\r\n";
        assert_eq!(steps(text, 1000), [block(1, whole)]);
    }

    #[test]
    fn a_card_that_is_broken_off_is_told_and_the_next_one_read() {
        let text = "x\nBEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\nBEGIN:VCARD\nFN:C\n";
        let unclosed = |line, text: &str| Step::Unclosed { line, text: text.to_owned() };
        let expected = [
            Step::Stray { line: 1, text: "x".to_owned() },
            unclosed(2, "BEGIN:VCARD\r\nFN:A\r\n"),
            block(4, "BEGIN:VCARD\r\nFN:B\r\nEND:VCARD\r\n"),
            unclosed(7, "BEGIN:VCARD\r\nFN:C\r\n"),
        ];
        assert_eq!(steps(text, 1000), expected);
    }

    #[test]
    fn what_is_too_long_is_passed_over_without_being_kept() {
        let text = format!("BEGIN:VCARD\nPHOTO:{}\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n", "a".repeat(500));
        let expected = [Step::TooLong { line: 1 }, block(4, "BEGIN:VCARD\r\nEND:VCARD\r\n")];
        assert_eq!(steps(&text, 100), expected);
    }
}
