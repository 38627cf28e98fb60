//! keybook beside the least that a program of its kind can cost, in one run on one machine: a bare ratatui list over
//! one SQLite table, which is called F here, and the `sqlite3` shell. Writes `benches/RESULTS.md`.
//!
//! Run it by `benches/side_by_side.sh`, which builds the program first.
//!
//! | module | what it is for |
//! |---|---|
//! | `bare` | F itself: this program, started with `--bare` |
//! | `terminal` | a program in a pseudo-terminal: from a key to what it draws, what it costs when idle |
//! | `books` | books, tables and files of many deals, made once |
//! | `screens`, `figures`, `files` | what is measured |
//! | `results` | the rows, and the page of them |

#![allow(missing_docs, clippy::expect_used, clippy::unwrap_used)]

mod bare;
mod books;
mod figures;
mod files;
#[path = "../book/prospects.rs"]
mod prospects;
mod results;
mod screens;
mod terminal;

use std::path::PathBuf;

use results::Results;

/// Sizes that are measured unless others are told: deals.
const SIZES: [u64; 2] = [1_000, 100_000];

/// What is measured with.
pub struct Bench {
    /// The program, as it is released.
    pub program: PathBuf,
    /// Where books and files are made.
    pub folder: PathBuf,
    /// How many deals the books have, in ascending order.
    pub sizes: Vec<u64>,
}

impl Bench {
    /// How often each thing is done to books of so many deals.
    pub fn rounds(&self, deals: u64) -> usize {
        if deals > 100_000 { 3 } else { 7 }
    }
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let [flag, database] = words.as_slice()
        && flag == "--bare"
    {
        bare::show(database.as_ref());
        return;
    }
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let sizes: Vec<u64> = words.iter().filter_map(|word| word.parse().ok()).collect();
    let bench = Bench {
        program: std::env::var_os("KEYBOOK").map_or(root.join("target/release/keybook"), PathBuf::from),
        folder: PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("side_by_side"),
        sizes: if sizes.is_empty() { SIZES.to_vec() } else { sizes },
    };
    std::fs::create_dir_all(&bench.folder).expect("the target folder can be written");
    let mut results = Results::default();
    books::make(&bench);
    screens::measure(&bench, &mut results);
    figures::measure(&bench, &mut results);
    files::measure(&bench, &mut results);
    let page = results.page(&bench);
    print!("{page}");
    std::fs::write(root.join("benches/RESULTS.md"), page).expect("the results can be written");
}
