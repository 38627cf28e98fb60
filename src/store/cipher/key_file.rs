//! The key file: how the passphrase of a book is worked into its key. It holds no secret, but without it the
//! passphrase opens nothing, so it is written and on the disk before the book is encrypted, and lies twice: beside
//! the book, and with its copies.
//!
//! ```text
//! keybook key file 1
//! # With it, the passphrase opens the book beside it. It holds no secret; do not lose it.
//! key argon2id memory=65536 passes=3 lanes=1 salt=<64 hex digits> check=<8 hex digits>
//! sum 1a2b3c4d
//! ```
//!
//! While a passphrase is being changed there are two keys in it, so that the book opens whatever happens.

use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write as _};
use std::path::{Path, PathBuf};

use super::key::{Cost, SALT};
use super::{Key, Recipe};
use crate::store::backup;
use crate::store::error::Result;
use crate::store::open;

const FIRST_LINE: &str = "keybook key file 1";
const ENDING: &str = ".key";
/// No key file is longer.
const LONGEST: u64 = 16 * 1024;
/// How many keys are tried at most.
const MOST_KEYS: usize = 8;

/// What was found of key files.
#[derive(Debug, Default)]
pub(super) struct Found {
    /// The keys that they tell of, the nearest first.
    pub recipes: Vec<Recipe>,
    /// Key files that are damaged, or of another make.
    pub broken: Vec<PathBuf>,
    /// Where one was looked for.
    pub looked: Vec<PathBuf>,
}

/// The key file of a book.
pub(super) fn beside(book: &Path) -> PathBuf {
    let mut name = book.as_os_str().to_owned();
    name.push(ENDING);
    PathBuf::from(name)
}

/// The copy of it that lies with the copies of the book.
fn with_copies(book: &Path) -> PathBuf {
    backup::folder(book).join(beside(book).file_name().unwrap_or_default())
}

/// Looks for the key file of a book or of a copy of one: beside it, with its copies, and where its folder has one
/// of another name, as that of the copies has.
pub(super) fn search(book: &Path) -> Found {
    let mut places = vec![beside(book), with_copies(book)];
    if let Ok(real) = book.canonicalize()
        && real != book
    {
        places.extend([beside(&real), with_copies(&real)]);
    }
    let mut others = neighbours(book);
    others.retain(|other| !places.contains(other));
    places.extend(others);
    let mut found = Found::default();
    for place in places {
        match read(&place) {
            Some(Some(recipes)) => {
                for recipe in recipes {
                    if !found.recipes.contains(&recipe) && found.recipes.len() < MOST_KEYS {
                        found.recipes.push(recipe);
                    }
                }
            }
            Some(None) => found.broken.push(place.clone()),
            None => {}
        }
        found.looked.push(place);
    }
    found
}

/// Key files of other names in the folder of a book.
fn neighbours(book: &Path) -> Vec<PathBuf> {
    let folder = book.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let Ok(files) = fs::read_dir(folder) else { return vec![] };
    let is_key_file = |path: &PathBuf| path.to_string_lossy().ends_with(".keybook.key");
    let mut found: Vec<PathBuf> = files.flatten().map(|file| file.path()).filter(is_key_file).collect();
    found.sort();
    found.truncate(MOST_KEYS);
    found
}

/// Whether a book has a key file beside it.
pub(super) fn is_beside(book: &Path) -> bool {
    beside(book).is_file()
}

/// Whether the key file beside a book is there and good; of a copy among others, the one that they share.
pub(super) fn is_good(book: &Path) -> bool {
    let shared = || neighbours(book).iter().any(|other| matches!(read(other), Some(Some(_))));
    match read(&beside(book)) {
        Some(recipes) => recipes.is_some(),
        None => shared(),
    }
}

/// Writes the key file of a book, and its copy: with these keys, and no others. On the disk when it returns.
pub(super) fn write(book: &Path, recipes: &[&Recipe]) -> Result<()> {
    let text = text(recipes);
    write_one(&beside(book), &text)?;
    let copy = with_copies(book);
    open::make_folder(copy.parent().unwrap_or(Path::new("")))?;
    write_one(&copy, &text)
}

/// Writes the key file of a copy that lies by itself, where it is encrypted.
pub(in crate::store) fn write_beside(file: &Path, key: Option<&Key>) -> Result<()> {
    key.map_or(Ok(()), |key| write_one(&beside(file), &text(&[key.recipe()])))
}

/// Lets go of the key file of a book, and of its copy.
pub(super) fn remove(book: &Path) {
    for file in [beside(book), with_copies(book)] {
        // One that stays opens nothing any more.
        let _ = fs::remove_file(file);
    }
    open::sync_folder(book);
}

/// Writes beside the file and then takes its place, so that there is never half a file.
fn write_one(path: &Path, text: &str) -> Result<()> {
    let fault = |error: std::io::Error| open::from_io(path, &error);
    let part = path.with_file_name(backup::part_name()?);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let written = options
        .open(&part)
        .and_then(|mut file| file.write_all(text.as_bytes()).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&part, path));
    if written.is_err() {
        let _ = fs::remove_file(&part);
    }
    written.map_err(fault)?;
    open::sync_folder(path);
    Ok(())
}

fn text(recipes: &[&Recipe]) -> String {
    let mut text = format!(
        "{FIRST_LINE}\n# With it, the passphrase opens the book beside it. It holds no secret; do not lose it.\n"
    );
    for recipe in recipes {
        let Cost { memory, passes, lanes } = recipe.cost;
        let salt = hex(&recipe.salt);
        // Writing to a String cannot fail.
        let _ = write!(text, "key argon2id memory={memory} passes={passes} lanes={lanes} salt={salt}");
        if let Some(check) = recipe.check {
            let _ = write!(text, " check={}", hex(&check));
        }
        text.push('\n');
    }
    let sum = crc32fast::hash(text.as_bytes());
    let _ = writeln!(text, "sum {sum:08x}");
    text
}

/// The keys that a key file tells of: none where there is no such file, and none within where it is damaged.
fn read(path: &Path) -> Option<Option<Vec<Recipe>>> {
    let mut text = String::new();
    let file = File::open(path).ok().filter(|file| file.metadata().is_ok_and(|file| file.is_file()))?;
    let read = file.take(LONGEST).read_to_string(&mut text);
    Some(read.ok().and_then(|_| recipes(&text)))
}

fn recipes(text: &str) -> Option<Vec<Recipe>> {
    // An editor may have changed the ends of lines.
    let text = text.replace("\r\n", "\n");
    let (summed, sum) = text.trim_end().rsplit_once('\n')?;
    let sum = u32::from_str_radix(sum.strip_prefix("sum ")?.trim(), 16).ok()?;
    if crc32fast::hash(format!("{summed}\n").as_bytes()) != sum {
        return None;
    }
    let mut lines = summed.lines();
    if lines.next()? != FIRST_LINE {
        return None;
    }
    let keys = lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let recipes: Vec<Recipe> = keys.map(recipe).collect::<Option<_>>()?;
    (!recipes.is_empty() && recipes.len() <= MOST_KEYS).then_some(recipes)
}

fn recipe(line: &str) -> Option<Recipe> {
    let words = line.strip_prefix("key argon2id ")?;
    let told = |name: &str| {
        let mut values = words.split(' ').filter_map(|word| word.split_once('='));
        values.find(|(found, _)| *found == name).map(|(_, value)| value)
    };
    let number = |name: &str| told(name)?.parse::<u32>().ok();
    let cost = Cost { memory: number("memory")?, passes: number("passes")?, lanes: number("lanes")? };
    let salt: [u8; SALT] = bytes(told("salt")?)?.try_into().ok()?;
    let check = match told("check") {
        Some(digits) => Some(bytes(digits)?.try_into().ok()?),
        None => None,
    };
    Some(Recipe { cost, salt, check }).filter(Recipe::is_bearable)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn bytes(digits: &str) -> Option<Vec<u8>> {
    let is_hex = digits.len().is_multiple_of(2) && digits.bytes().all(|digit| digit.is_ascii_hexdigit());
    let byte = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
    if is_hex { (0..digits.len()).step_by(2).map(byte).collect() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::cipher::Passphrase;

    fn used() -> Recipe {
        let key = Recipe::fresh().unwrap().key(&Passphrase::new("open sesame")).unwrap().unwrap();
        key.recipe().clone()
    }

    #[test]
    fn a_key_file_reads_back_what_was_written() {
        let (one, other) = (used(), Recipe::fresh().unwrap());
        let written = text(&[&one, &other]);
        assert_eq!(recipes(&written), Some(vec![one.clone(), other.clone()]));
        assert_eq!(
            recipes(&written.replace('\n', "\r\n")),
            Some(vec![one, other]),
            "sent through a mail program"
        );
        assert!(written.starts_with("keybook key file 1\n"));
    }

    #[test]
    fn a_torn_or_changed_key_file_is_not_believed() {
        let written = text(&[&used()]);
        for length in 0..written.len() - 1 {
            assert_eq!(recipes(&written[..length]), None, "cut at {length}");
        }
        for (from, to) in [("passes=3", "passes=2"), ("argon2id", "argon2d "), ("key file 1", "key file 2")] {
            assert_eq!(recipes(&written.replace(from, to)), None);
        }
    }

    #[test]
    fn it_lies_beside_the_book_and_with_its_copies_and_is_found_in_either_place() {
        let folder = tempfile::tempdir().unwrap();
        let book = folder.path().join("a.keybook");
        let recipe = used();
        write(&book, &[&recipe]).unwrap();
        assert_eq!(search(&book).recipes, std::slice::from_ref(&recipe), "told once, though it lies twice");
        fs::remove_file(beside(&book)).unwrap();
        assert_eq!(search(&book).recipes, std::slice::from_ref(&recipe));
        fs::write(beside(&book), "keybook key").unwrap();
        let found = search(&book);
        assert_eq!((found.recipes, found.broken), (vec![recipe.clone()], vec![beside(&book)]));
        let copy = backup::folder(&book).join("000001.keybook");
        assert_eq!(search(&copy).recipes, [recipe], "that of the copies opens each of them");
        let elsewhere = search(&folder.path().join("deep/b.keybook"));
        assert!(elsewhere.recipes.is_empty());
        assert_eq!(elsewhere.looked.len(), 2);
    }
}
