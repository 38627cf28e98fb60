//! Reads Rust sources as text: code apart from comments, strings and tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A source file, taken apart.
pub struct Source {
    /// Its path from the project's root, with forward slashes.
    pub path: String,
    /// The code: comments and the insides of strings are blanks, so that places still hold.
    pub code: String,
    /// The code without what is only there for tests.
    pub shipped: String,
    /// Every string literal: where it begins in the code, and what it says.
    pub strings: Vec<(usize, String)>,
    /// How many lines the file has.
    pub lines: usize,
    /// Modules that are only there for tests.
    pub test_modules: Vec<String>,
}

/// The project's root.
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder of the project whose name has this ending.
pub fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut found = vec![];
    walk(&root().join(folder), ending, &mut found);
    found.sort();
    found
}

fn walk(folder: &Path, ending: &str, found: &mut Vec<(String, String)>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, ending, found);
        } else if path.extension().is_some_and(|extension| extension == ending) {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// Every source below a folder.
pub fn sources(folder: &str) -> Vec<Source> {
    files(folder, "rs").into_iter().map(|(path, text)| Source::read(path, &text)).collect()
}

impl Source {
    /// Takes a source apart.
    pub fn read(path: String, text: &str) -> Source {
        let (code, strings) = blank(text);
        let (shipped, test_modules) = without_tests(&code);
        Source { path, code, shipped, strings, lines: text.lines().count(), test_modules }
    }

    /// The line on which a place in the code lies.
    pub fn line(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// The room it belongs to: the first folder or file below `src`.
    pub fn room(&self) -> &str {
        let below = self.path.strip_prefix("src/").unwrap_or(&self.path);
        below.split('/').next().unwrap_or(below).trim_end_matches(".rs")
    }

    /// The string literal that begins at a place in the code.
    pub fn string_at(&self, at: usize) -> Option<&str> {
        self.strings.iter().find(|(place, _)| *place == at).map(|(_, text)| text.as_str())
    }

    /// The string literals that are not only there for tests.
    pub fn shipped_strings(&self) -> impl Iterator<Item = &(usize, String)> {
        self.strings.iter().filter(|(at, _)| self.shipped.as_bytes()[*at] == b'"')
    }
}

/// Blanks comments, strings and characters, byte for byte; strings keep their first quote.
fn blank(text: &str) -> (String, Vec<(usize, String)>) {
    let bytes = text.as_bytes();
    let mut code = bytes.to_vec();
    let mut strings = vec![];
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        let end = match rest {
            [b'/', b'/', ..] => at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len()),
            [b'/', b'*', ..] => at + comment_length(rest),
            [b'"', ..] => {
                let end = at + string_length(rest);
                strings.push((at, text[at + 1..end - 1].to_owned()));
                at += 1;
                end
            }
            [b'r', ..] if starts_word(bytes, at) && raw_length(rest).is_some() => {
                let (hashes, length) = raw_length(rest).unwrap();
                let inside = at + 2 + hashes..at + length - 1 - hashes;
                code[at] = b'"';
                strings.push((at, text[inside].to_owned()));
                let end = at + length;
                at += 1;
                end
            }
            [b'\'', ..] => at + character_length(rest),
            _ => {
                at += 1;
                continue;
            }
        };
        for byte in &mut code[at..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        at = end;
    }
    (String::from_utf8(code).unwrap(), strings)
}

fn starts_word(bytes: &[u8], at: usize) -> bool {
    at == 0 || !(bytes[at - 1].is_ascii_alphanumeric() && bytes[at - 1] != b'b') && bytes[at - 1] != b'_'
}

fn comment_length(rest: &[u8]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at + 1 < rest.len() {
        match &rest[at..at + 2] {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn string_length(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != b'"' {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    (at + 1).min(rest.len())
}

/// How many hashes a raw string has, and how long it is in all.
fn raw_length(rest: &[u8]) -> Option<(usize, usize)> {
    let hashes = rest[1..].iter().take_while(|b| **b == b'#').count();
    if rest.get(1 + hashes) != Some(&b'"') {
        return None;
    }
    let end: Vec<u8> = std::iter::once(b'"').chain(std::iter::repeat_n(b'#', hashes)).collect();
    let start = 2 + hashes;
    let length = rest[start..].windows(end.len()).position(|window| window == end)?;
    Some((hashes, start + length + end.len()))
}

/// A character's length, or one for the quote of a lifetime.
fn character_length(rest: &[u8]) -> usize {
    let text = std::str::from_utf8(&rest[1..rest.len().min(16)]);
    let valid = match text {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&rest[1..=error.valid_up_to()]).unwrap(),
    };
    if valid.starts_with('\\') {
        return valid[2..].find('\'').map_or(1, |end| end + 4);
    }
    let mut characters = valid.chars();
    match (characters.next(), characters.next()) {
        (Some(one), Some('\'')) => one.len_utf8() + 2,
        _ => 1,
    }
}

/// Blanks every item under `#[cfg(test)]`, and names the modules among them that are files.
fn without_tests(code: &str) -> (String, Vec<String>) {
    const MARK: &str = "#[cfg(test)]";
    let mut shipped = code.as_bytes().to_vec();
    let mut modules = vec![];
    let mut from = 0;
    while let Some(found) = code[from..].find(MARK) {
        let start = from + found;
        let mut end = start + MARK.len();
        let mut depth = 0;
        for (at, c) in code[end..].char_indices() {
            match c {
                '{' | '(' | '[' => depth += 1,
                '}' | ')' | ']' => depth -= 1,
                _ => {}
            }
            if (c == ';' || c == '}') && depth == 0 {
                end += at + 1;
                break;
            }
        }
        let item = &code[start + MARK.len()..end];
        if let Some(module) = item.trim_end().strip_suffix(';').and_then(|item| item.rsplit("mod ").next()) {
            modules.push(module.trim().to_owned());
        }
        for byte in &mut shipped[start..end] {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
        from = end;
    }
    (String::from_utf8_lossy(&shipped).into_owned(), modules)
}

#[test]
fn a_source_is_taken_apart() {
    let text = r##"fn a<'a>() { let x = "it's // not"; /* no "string" */ f('"', '\'', r#"raw "one""#) } // "no"
#[cfg(test)]
mod tests { fn b() { x.unwrap() } }
fn c() {}"##;
    let source = Source::read("src/a/b.rs".to_owned(), text);
    let strings: Vec<&str> = source.strings.iter().map(|(_, text)| text.as_str()).collect();
    assert_eq!(strings, ["it's // not", "raw \"one\""]);
    assert!(source.code.contains("unwrap") && !source.shipped.contains("unwrap"));
    assert!(source.shipped.contains("fn c() {}"));
    assert_eq!(source.code.len(), text.len());
    assert_eq!(source.room(), "a");
}
