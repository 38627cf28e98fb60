//! Keys, pastes and sizes, on every screen, in both languages.

use std::fs;

use keybook::config::Config;
use keybook::i18n::Lang;
use keybook::ops::{demo, setup};
use keybook::store::Clock;
use keybook::tui::Rehearsal;
use ratatui::layout::Size;
use tempfile::TempDir;

use crate::import::{TODAY, is_harmless};

/// Keys that mean something somewhere, texts, and sizes.
pub const WORDS: &[&str] = &[
    " 1 ",
    " 2 ",
    " 3 ",
    " 4 ",
    " 5 ",
    " 6 ",
    " 7 ",
    " 8 ",
    " 9 ",
    " g ",
    " a ",
    " a a ",
    " a c ",
    " a d ",
    " a l ",
    " a t ",
    " a s ",
    " a o ",
    " a p ",
    " d ",
    " e ",
    " enter ",
    " esc ",
    " tab ",
    " shift-tab ",
    " down down ",
    " up ",
    " left ",
    " right ",
    " home ",
    " end ",
    " pageup ",
    " pagedown ",
    " space ",
    " / ",
    " s ",
    " : ",
    " ; ",
    "call amber: ",
    " ? ",
    " > ",
    " < ",
    " u ",
    " U ",
    " r ",
    " w ",
    " l ",
    " x ",
    " y ",
    " n ",
    " p ",
    " t ",
    " v ",
    " V ",
    " B ",
    " | ",
    " H ",
    " # ",
    " q ",
    " ctrl-s ",
    " ctrl-u ",
    " ctrl-w ",
    " ctrl-p ",
    " ctrl-e ",
    " ctrl-a ",
    " ctrl-k ",
    " backspace ",
    " delete ",
    " g a ",
    " g c ",
    " g r ",
    " g T ",
    " g W ",
    " g C ",
    " g M ",
    " g R ",
    " g A ",
    " g D ",
    " g I ",
    " g P ",
    " g J ",
    " g l ",
    " g t ",
    " , f ",
    " , c ",
    " , e ",
    " , m ",
    " , g ",
    " ] ",
    " [ ",
    " } ",
    " { ",
    " f1 ",
    " alt-x ",
    " 1x1 ",
    " 500x300 ",
    " 59x15 ",
    " 60x16 ",
    " 80x24 ",
    " 120x40 ",
    " 200x5 ",
    " 5x200 ",
    " 华岭重工 ",
    " 45k ",
    " 2026-12-01 ",
    " jane@acme.example ",
    " \"stage>=design\" ",
    " zh ",
];

/// No more keys are pressed in one go.
const MOST: usize = 120;

/// Each word is a key that is pressed, a size (`80x24`) the terminal takes, `zh` the other language from the start; what is
/// none of these is typed, or pasted where it is quoted. After each the screen is drawn, and is harmless.
pub fn trial() -> impl FnMut(&[u8]) {
    let made = TempDir::new().unwrap();
    let path = made.path().join("try.keybook");
    drop(demo::make(&path, Clock::fixed(TODAY), None).unwrap());
    let whole = fs::read(path).unwrap();
    move |bytes| {
        let text = String::from_utf8_lossy(bytes);
        let folder = TempDir::new().unwrap();
        let path = folder.path().join("try.keybook");
        fs::write(&path, &whole).unwrap();
        let book = setup::open(&path, Clock::fixed(TODAY)).unwrap();
        let lang = if text.contains("zh") { Lang::Zh } else { Lang::En };
        let mut interface = Rehearsal::new(book, lang, &Config::default(), Size::new(80, 24));
        for word in text.split_whitespace().take(MOST) {
            if let Some(size) = size(word) {
                interface.resize(size);
            } else if let Some(pasted) = word.strip_prefix('"') {
                interface.paste(pasted);
            } else if interface.press(word).is_err() {
                interface.type_text(word);
            }
            let (frame, cursor) = interface.frame();
            assert!(frame.content.iter().all(|cell| is_harmless(cell.symbol())), "after {word}");
            assert!(cursor.is_none_or(|at| frame.area.contains(at)), "{cursor:?} after {word}");
        }
    }
}

fn size(word: &str) -> Option<Size> {
    let (width, height) = word.split_once('x')?;
    let side = |text: &str| text.parse::<u16>().ok().filter(|side| *side <= 500);
    Some(Size::new(side(width)?, side(height)?))
}
