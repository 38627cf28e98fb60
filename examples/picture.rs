//! Draws a screen of the program into an SVG file; `.ci/pictures` makes the README's pictures with it.
//! KEYS are pressed first, written as in keymap files (`g g`).

use std::error::Error;
use std::path::Path;

use keybook::config::Config;
use keybook::ops::setup;
use keybook::store::Clock;
use keybook::tui::{Rehearsal, svg};
use ratatui::layout::Size;

const USAGE: &str = "usage: picture BOOK TODAY LANG WIDTHxHEIGHT OUT.svg [KEYS]...";

fn main() -> Result<(), Box<dyn Error>> {
    let mut words = std::env::args().skip(1);
    let mut word = || words.next().ok_or(USAGE);
    let (book, today, lang, size, out) = (word()?, word()?, word()?, word()?, word()?);
    let (width, height) = size.split_once('x').ok_or(USAGE)?;
    let size = Size::new(width.parse()?, height.parse()?);
    let book = setup::open(Path::new(&book), Clock::fixed(today.parse()?))
        .map_err(|problem| format!("{book}: {problem:?}"))?;
    let mut rehearsal = Rehearsal::new(book, lang.parse()?, &Config::default(), size);
    for keys in words {
        rehearsal.press(&keys)?;
    }
    std::fs::write(out, svg(&rehearsal.frame().0, "#16181d", "#d8dce4"))?;
    Ok(())
}
