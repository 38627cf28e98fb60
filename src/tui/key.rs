//! Keys as people write them (`ctrl-p`, `g g`, `shift-tab`) and as the terminal reports them.

use std::fmt;
use std::str::FromStr;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// One key with what is held with it. Two reports of the same press are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The text names no key.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown key {0}")]
pub struct UnknownKey(pub String);

/// Name in files, sign on screen, code.
const NAMED: &[(&str, &str, KeyCode)] = &[
    ("up", "↑", KeyCode::Up),
    ("down", "↓", KeyCode::Down),
    ("left", "←", KeyCode::Left),
    ("right", "→", KeyCode::Right),
    ("home", "Home", KeyCode::Home),
    ("end", "End", KeyCode::End),
    ("pageup", "PgUp", KeyCode::PageUp),
    ("pagedown", "PgDn", KeyCode::PageDown),
    ("enter", "Enter", KeyCode::Enter),
    ("esc", "Esc", KeyCode::Esc),
    ("tab", "Tab", KeyCode::Tab),
    ("space", "Space", KeyCode::Char(' ')),
    ("backspace", "Bksp", KeyCode::Backspace),
    ("delete", "Del", KeyCode::Delete),
    ("insert", "Ins", KeyCode::Insert),
];

/// What is held with a key: name in files, sign on screen.
const HELD: &[(&str, &str, KeyModifiers)] = &[
    ("ctrl-", "Ctrl-", KeyModifiers::CONTROL),
    ("alt-", "Alt-", KeyModifiers::ALT),
    ("shift-", "Shift-", KeyModifiers::SHIFT),
];

/// A sequence of keys as written in the table and in keymap files: `"g g"`.
///
/// # Errors
/// Names the first word that is no key.
pub fn parse_keys(text: &str) -> Result<Vec<Key>, UnknownKey> {
    let keys: Vec<Key> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>()?;
    if keys.is_empty() { Err(UnknownKey(text.to_owned())) } else { Ok(keys) }
}

/// A sequence of keys for the screen: `Ctrl-P`, `g g`, `↑`.
pub fn show_keys(keys: &[Key]) -> String {
    let shown: Vec<String> = keys.iter().map(Key::to_string).collect();
    shown.join(" ")
}

impl Key {
    /// The press of this key, as a terminal would report it.
    pub fn press(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }

    fn new(code: KeyCode, modifiers: KeyModifiers) -> Key {
        let held = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::BackTab => Key { code: KeyCode::Tab, modifiers: held | KeyModifiers::SHIFT },
            // Shift is in the character already; full-width signs come from a Chinese input method.
            KeyCode::Char(c) if c != ' ' => {
                let c = half_width(c);
                let c = if held.contains(KeyModifiers::CONTROL) { c.to_ascii_lowercase() } else { c };
                Key { code: KeyCode::Char(c), modifiers: held - KeyModifiers::SHIFT }
            }
            other => Key { code: other, modifiers: held },
        }
    }
}

impl From<&KeyEvent> for Key {
    fn from(event: &KeyEvent) -> Key {
        Key::new(event.code, event.modifiers)
    }
}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(text: &str) -> Result<Key, UnknownKey> {
        let mut rest = text;
        let mut modifiers = KeyModifiers::NONE;
        while let Some((name, _, held)) =
            HELD.iter().find(|(name, ..)| rest.len() > name.len() && rest.starts_with(name))
        {
            modifiers |= *held;
            rest = &rest[name.len()..];
        }
        let mut characters = rest.chars();
        let code = match (characters.next(), characters.next()) {
            (Some(only), None) => Some(KeyCode::Char(only)),
            _ => named(rest).or_else(|| function_key(rest)),
        };
        code.map(|code| Key::new(code, modifiers)).ok_or_else(|| UnknownKey(text.to_owned()))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (_, sign, held) in HELD {
            if self.modifiers.contains(*held) {
                f.write_str(sign)?;
            }
        }
        if let Some((_, sign, _)) = NAMED.iter().find(|(.., code)| *code == self.code) {
            return f.write_str(sign);
        }
        match self.code {
            KeyCode::Char(c) if self.modifiers.contains(KeyModifiers::CONTROL) => {
                write!(f, "{}", c.to_ascii_uppercase())
            }
            KeyCode::Char(c) => write!(f, "{c}"),
            KeyCode::F(number) => write!(f, "F{number}"),
            _ => Ok(()),
        }
    }
}

fn named(name: &str) -> Option<KeyCode> {
    NAMED.iter().find(|(known, ..)| *known == name).map(|(.., code)| *code)
}

fn function_key(name: &str) -> Option<KeyCode> {
    let number: u8 = name.strip_prefix('f')?.parse().ok()?;
    (1..=24).contains(&number).then_some(KeyCode::F(number))
}

/// The key that was meant when a Chinese input method was left on.
fn half_width(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '《' => '<',
        '》' => '>',
        '。' => '.',
        '、' => '/',
        '【' => '[',
        '】' => ']',
        '·' => '`',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;

    #[rstest]
    #[case("ctrl-p", KeyCode::Char('p'), KeyModifiers::CONTROL, "Ctrl-P")]
    #[case("G", KeyCode::Char('G'), KeyModifiers::SHIFT, "G")]
    #[case(">", KeyCode::Char('>'), KeyModifiers::SHIFT, ">")]
    #[case("-", KeyCode::Char('-'), KeyModifiers::NONE, "-")]
    #[case("ctrl--", KeyCode::Char('-'), KeyModifiers::CONTROL, "Ctrl--")]
    #[case("shift-tab", KeyCode::BackTab, KeyModifiers::SHIFT, "Shift-Tab")]
    #[case("alt-shift-left", KeyCode::Left, KeyModifiers::ALT.union(KeyModifiers::SHIFT), "Alt-Shift-←")]
    #[case("f12", KeyCode::F(12), KeyModifiers::NONE, "F12")]
    #[case("space", KeyCode::Char(' '), KeyModifiers::NONE, "Space")]
    #[case("?", KeyCode::Char('？'), KeyModifiers::NONE, "?")]
    #[case(">", KeyCode::Char('》'), KeyModifiers::NONE, ">")]
    fn a_written_key_is_the_pressed_one(
        #[case] written: &str,
        #[case] code: KeyCode,
        #[case] held: KeyModifiers,
        #[case] shown: &str,
    ) {
        let key: Key = written.parse().unwrap();
        assert_eq!(key, Key::from(&KeyEvent::new(code, held)));
        assert_eq!(key.to_string(), shown);
    }

    #[test]
    fn what_is_no_key_is_named() {
        assert_eq!(parse_keys("g hyper-x"), Err(UnknownKey("hyper-x".to_owned())));
        assert_eq!(parse_keys(" "), Err(UnknownKey(" ".to_owned())));
        assert!(parse_keys("ctrl-").is_err());
    }
}
