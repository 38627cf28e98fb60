//! Bytes of any encoding as a stream of UTF-8.

use std::io::{self, Read};

use encoding_rs::{CoderResult, Decoder, Encoding};

const CHUNK: usize = 32 * 1024;

/// A reader of UTF-8 over a reader of another encoding. The byte order mark is dropped; what is not
/// valid becomes U+FFFD. Holds a few ten KiB, however long the file.
pub struct Decoded<R> {
    bytes: R,
    decoder: Decoder,
    input: Vec<u8>,
    /// The part of `input` that is not decoded yet.
    waiting: std::ops::Range<usize>,
    output: Vec<u8>,
    /// The part of `output` that is not handed out yet.
    ready: std::ops::Range<usize>,
    taken: u64,
    ended: bool,
}

impl<R: Read> Decoded<R> {
    /// Reads `bytes` as text in `encoding`.
    pub fn new(bytes: R, encoding: &'static Encoding) -> Self {
        Decoded {
            bytes,
            decoder: encoding.new_decoder_with_bom_removal(),
            input: vec![0; CHUNK],
            waiting: 0..0,
            output: vec![0; CHUNK],
            ready: 0..0,
            taken: 0,
            ended: false,
        }
    }

    /// Bytes taken from the file so far.
    pub fn taken(&self) -> u64 {
        self.taken
    }

    /// Decodes more; afterwards nothing is ready only at the end.
    fn decode(&mut self) -> io::Result<()> {
        while self.ready.is_empty() && !self.ended {
            let mut last = false;
            if self.waiting.is_empty() {
                let read = read_some(&mut self.bytes, &mut self.input)?;
                self.waiting = 0..read;
                self.taken += read as u64;
                last = read == 0;
            }
            let input = &self.input[self.waiting.clone()];
            let (result, consumed, written, _) = self.decoder.decode_to_utf8(input, &mut self.output, last);
            self.waiting.start += consumed;
            self.ready = 0..written;
            self.ended = last && result == CoderResult::InputEmpty;
        }
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.decode()?;
        let count = into.len().min(self.ready.len());
        into[..count].copy_from_slice(&self.output[self.ready.start..self.ready.start + count]);
        self.ready.start += count;
        Ok(count)
    }
}

/// Reads once, going on where a signal interrupts.
fn read_some(bytes: &mut impl Read, into: &mut [u8]) -> io::Result<usize> {
    loop {
        match bytes.read(into) {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}
