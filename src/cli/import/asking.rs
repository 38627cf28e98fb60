//! Rows that are perhaps a record of the book are asked for on a terminal, one after the other.

use std::collections::BTreeMap;
use std::io::{self, BufRead, Write};
use std::path::PathBuf;

use crate::domain::id::Id;
use crate::i18n::Lang;
use crate::ops::import::{FileReport, Likely};
use crate::report::rows;
use crate::tr;

/// What was said of each row: the record that it is, or none.
pub(super) type Told = BTreeMap<(PathBuf, u64), Option<Id>>;

enum Answer {
    /// It is this record, or a new one.
    Is(Option<Id>),
    /// This and all that are left are new.
    AllNew,
    GivenUp,
}

/// Asks for every row that is perhaps a record of the book; none where that was given up.
pub(super) fn ask(lang: Lang, files: &[FileReport]) -> Option<Told> {
    let all = || files.iter().flat_map(|file| file.likely.iter().map(move |likely| (file, likely)));
    let of = all().count();
    let mut told = Told::new();
    for (place, (file, likely)) in (1..).zip(all()) {
        match one(lang, &rows::import::shown(&file.path), likely, &format!("{place}/{of}")) {
            Answer::Is(record) => drop(told.insert((file.path.clone(), likely.row), record)),
            // Of what nothing is said a new record is made.
            Answer::AllNew => break,
            Answer::GivenUp => return None,
        }
    }
    Some(told)
}

/// Asks for one row.
fn one(lang: Lang, file: &str, likely: &Likely, place: &str) -> Answer {
    let row = rows::import::likely(lang, likely);
    let mut screen = io::stderr();
    // Where the question cannot be shown there is no answer either: reading ends it.
    let _ = writeln!(
        screen,
        "{place}  {}",
        tr!(lang, "likely.ask_row", file = file, row = row.row, record = row.record)
    );
    for (number, one) in (1..).zip(&row.candidates) {
        let _ = writeln!(screen, "  {number}  {} {}: {}", one.code, one.name, one.reason);
    }
    loop {
        let _ = write!(screen, "{} ", tr!(lang, "likely.ask"));
        let _ = screen.flush();
        let mut line = String::new();
        match io::stdin().lock().read_line(&mut line) {
            Ok(0) | Err(_) => return Answer::GivenUp,
            Ok(_) => {}
        }
        match line.trim() {
            "n" => return Answer::Is(None),
            "N" => return Answer::AllNew,
            "q" => return Answer::GivenUp,
            typed => {
                let at = typed.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                if let Some(one) = at.and_then(|at| row.candidates.get(at)) {
                    return Answer::Is(Some(one.id));
                }
            }
        }
    }
}
