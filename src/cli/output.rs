//! Where an answer goes: standard output or a file, and how wide it may be there.

use std::fs;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};

use super::global::Color;
use crate::report::Measure;
use crate::report::text::Paper;

/// Where an answer goes.
pub(super) struct Output {
    file: Option<PathBuf>,
    color: Color,
    measure: Measure,
}

impl Output {
    /// Into `file`, or to standard output (also as `-`).
    pub fn new(file: Option<PathBuf>, color: Color, measure: Measure) -> Self {
        Output { file: file.filter(|file| file != Path::new("-")), color, measure }
    }

    /// The paper that text is written on: as wide as the terminal, or as `COLUMNS` says.
    pub fn paper(&self) -> Paper {
        let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
        let terminal = || {
            let on_terminal = self.file.is_none() && io::stdout().is_terminal();
            on_terminal.then(terminal_size::terminal_size).flatten().map(|(width, _)| usize::from(width.0))
        };
        let width = columns.filter(|columns| *columns > 0).or_else(terminal);
        Paper { width, measure: self.measure }
    }

    /// Writes as it is.
    pub fn write<E: From<io::Error>>(
        &self,
        work: impl FnOnce(&mut dyn Write) -> Result<(), E>,
    ) -> Result<(), E> {
        match &self.file {
            Some(file) => write_file(file, work),
            None => {
                let mut out = BufWriter::new(io::stdout().lock());
                work(&mut out)?;
                out.flush().map_err(E::from)
            }
        }
    }

    /// Writes text with styles, which are kept where colour is wanted.
    pub fn write_styled(&self, work: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
        match &self.file {
            Some(file) => write_file(file, |out| {
                let keep = if self.color == Color::Always { ColorChoice::Always } else { ColorChoice::Never };
                let mut text = Vec::new();
                work(&mut text)?;
                let mut styled = AutoStream::new(Vec::new(), keep);
                styled.write_all(&text)?;
                out.write_all(&styled.into_inner())
            }),
            None => {
                let mut text = Vec::new();
                work(&mut text)?;
                let mut out = AutoStream::new(io::stdout(), self.color.into()).lock();
                out.write_all(&text)?;
                out.flush()
            }
        }
    }
}

/// Writes beside the file and then takes its place: there is the whole answer, or what was there.
fn write_file<E: From<io::Error>>(
    file: &Path,
    work: impl FnOnce(&mut dyn Write) -> Result<(), E>,
) -> Result<(), E> {
    let mut name = file.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = file.with_file_name(name);
    let written = fs::File::create(&part).map_err(E::from).and_then(|opened| {
        let mut out = BufWriter::new(opened);
        work(&mut out)?;
        out.flush()?;
        fs::rename(&part, file).map_err(E::from)
    });
    if written.is_err() {
        // What is left of a failed answer is of no use; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&part);
    }
    written
}
