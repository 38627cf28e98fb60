//! Whether the terminal's background is light: asked of the terminal itself, which answers among the keys.
//!
//! Nothing waits for the answer: most terminals have given it by the first frame. One that comes late, as over
//! a slow line, is picked out of the keys all the same and never read as commands.

use std::env;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::theme::Ground;
use super::theme::contrast::luminance;

/// The question: which colour is the background?
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How long an answer is looked for.
const PATIENCE: Duration = Duration::from_secs(10);

/// The longest answer: `11;rgba:` and four parts of four digits.
const LONGEST: usize = 32;

/// When the terminal was asked.
#[derive(Debug, Clone, Copy)]
pub struct Asked(Instant);

/// Asks the terminal, which reads keys unbuffered already. Those that are known not to answer, or to show
/// the question, are not asked.
pub fn ask() -> Option<Asked> {
    let term = env::var("TERM").unwrap_or_default();
    if cfg!(windows) || term.is_empty() || ["dumb", "linux", "vt"].iter().any(|mute| term.starts_with(mute)) {
        return None;
    }
    let mut out = io::stdout();
    out.write_all(QUESTION).and_then(|()| out.flush()).ok()?;
    Some(Asked(Instant::now()))
}

/// What has come of the answer so far. Key by key it is Alt-], then letters, then Ctrl-G or Alt-\.
#[derive(Debug, Default)]
pub struct Answer {
    asked: Option<Asked>,
    text: Option<String>,
    told: Option<Ground>,
}

impl Answer {
    /// The answer to a question, if one was asked.
    pub fn to(asked: Option<Asked>) -> Answer {
        Answer { asked, ..Answer::default() }
    }

    /// Whether a key is part of the answer, which is then taken.
    pub fn takes(&mut self, key: &KeyEvent) -> bool {
        if self.asked.is_none_or(|Asked(when)| when.elapsed() > PATIENCE) {
            return false;
        }
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        match (&mut self.text, key.code) {
            (None, KeyCode::Char(']')) if alt => self.text = Some(String::new()),
            (None, _) => return false,
            (Some(text), KeyCode::Char('\\')) if alt => *self = Answer::heard(text),
            (Some(text), KeyCode::Char('g')) if ctrl => *self = Answer::heard(text),
            (Some(text), KeyCode::Char(letter)) if !alt && !ctrl && text.len() < LONGEST => text.push(letter),
            // It was no answer.
            (Some(_), _) => {
                *self = Answer::default();
                return false;
            }
        }
        true
    }

    /// What the answer was, once it is whole.
    pub fn told(&mut self) -> Option<Ground> {
        self.told.take()
    }

    /// The whole answer has come; no other is looked for.
    fn heard(text: &str) -> Answer {
        Answer { told: ground_of(text), ..Answer::default() }
    }
}

/// Reads `11;rgb:1616/1818/1d1d`, with one to four digits for each part.
fn ground_of(text: &str) -> Option<Ground> {
    let (_, parts) = text.strip_prefix("11;rgb")?.split_once(':')?;
    let mut parts = parts.split('/').map(|digits| {
        let most =
            16_u32.checked_pow(digits.len().try_into().ok()?)?.checked_sub(1).filter(|most| *most > 0)?;
        let part = u32::from_str_radix(digits, 16).ok()?;
        u8::try_from(part * 255 / most).ok()
    });
    let colour = [parts.next()??, parts.next()??, parts.next()??];
    // Black text stands out better than white on anything lighter than this.
    Some(if luminance(colour) > 0.18 { Ground::Light } else { Ground::Dark })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(text: &str) -> Vec<KeyEvent> {
        let mut keys = Vec::new();
        let mut letters = text.chars();
        while let Some(letter) = letters.next() {
            keys.push(match letter {
                '\x1b' => KeyEvent::new(KeyCode::Char(letters.next().unwrap()), KeyModifiers::ALT),
                '\x07' => KeyEvent::new(KeyCode::Char('g'), KeyModifiers::CONTROL),
                other => KeyEvent::new(KeyCode::Char(other), KeyModifiers::NONE),
            });
        }
        keys
    }

    /// What is told, and the letters that are left as keys.
    fn heard(text: &str, asked: Option<Asked>) -> (Option<Ground>, String) {
        let mut answer = Answer::to(asked);
        let (mut told, mut left) = (None, String::new());
        for key in keys(text) {
            match (answer.takes(&key), key.code) {
                (true, _) => told = told.or(answer.told()),
                (false, KeyCode::Char(letter)) => left.push(letter),
                (false, _) => {}
            }
        }
        (told, left)
    }

    #[test]
    fn the_answer_is_picked_out_of_the_keys() {
        let asked = Some(Asked(Instant::now()));
        assert_eq!(heard("j\x1b]11;rgb:1616/1818/1d1d\x1b\\k", asked), (Some(Ground::Dark), "jk".to_owned()));
        assert_eq!(heard("\x1b]11;rgb:fd/f6/E3\x07q", asked), (Some(Ground::Light), "q".to_owned()));
        assert_eq!(
            heard("\x1b]11;rgba:ffff/ffff/ffff/8000\x07", asked),
            (Some(Ground::Light), String::new())
        );
        assert_eq!(heard("\x1b]11;none\x07gg", asked), (None, "gg".to_owned()));
    }

    #[test]
    fn keys_are_keys_where_nothing_was_asked() {
        assert_eq!(heard("\x1b]jj", None), (None, "]jj".to_owned()));
    }
}
