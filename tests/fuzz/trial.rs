//! One target tried: its corpus first, then what can be made of it, for as long as there is time.

use std::cell::{Cell, RefCell};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};

use crate::mutation::{Mutation, mutations};

/// How long a trial goes on where nobody waits for it.
const MOMENT: Duration = Duration::from_secs(2);
/// How long a long one goes on unless `KEYBOOK_FUZZ_SECONDS` says so.
const LONG: Duration = Duration::from_secs(600);
/// The longest that one input may take, in a build for tests on a machine that is busy.
const PATIENCE: Duration = Duration::from_secs(60);
/// After so long nobody believes that it ends.
const DESPAIR: Duration = Duration::from_secs(300);

/// Tries a target for a moment.
pub fn briefly(target: &str, words: &'static [&'static str], check: impl FnMut(&[u8])) {
    run(target, words, check, MOMENT);
}

/// Tries a target for ten minutes, or as long as is asked for.
pub fn at_length(target: &str, words: &'static [&'static str], check: impl FnMut(&[u8])) {
    let told = std::env::var("KEYBOOK_FUZZ_SECONDS").ok();
    let span = told.map_or(LONG, |seconds| Duration::from_secs(seconds.parse().unwrap()));
    let inputs = run(target, words, check, span);
    println!("{target}: {inputs} inputs in {} seconds, nothing found", span.as_secs());
}

fn run(target: &str, words: &'static [&'static str], check: impl FnMut(&[u8]), span: Duration) -> u64 {
    let watch = Watch::new(target);
    let check = RefCell::new(check);
    let seeds = corpus(target);
    assert!(!seeds.is_empty(), "{target} has no corpus");
    for (path, seed) in &seeds {
        if let Err(panic) = catch_unwind(AssertUnwindSafe(|| watch.over(seed, &mut *check.borrow_mut()))) {
            eprintln!("the input is {}", path.display());
            resume_unwind(panic);
        }
    }
    let seeds: Vec<Vec<u8>> = seeds.into_iter().map(|(_, seed)| seed).collect();
    let inputs = Cell::new(0);
    let began = Instant::now();
    while began.elapsed() < span {
        let config = Config {
            cases: 64,
            failure_persistence: None,
            max_shrink_iters: 4_000,
            max_shrink_time: 60_000,
            ..Config::default()
        };
        let strategy = (any::<prop::sample::Index>(), mutations(words));
        let tried = TestRunner::new(config).run(&strategy, |(seed, mutations)| {
            if began.elapsed() >= span && inputs.get() > 0 {
                return Ok(());
            }
            let taken = watch.over(&made(&seeds, seed, &mutations), &mut *check.borrow_mut());
            inputs.set(inputs.get() + 1);
            if taken < PATIENCE { Ok(()) } else { Err(TestCaseError::fail(format!("took {taken:?}"))) }
        });
        if let Err(TestError::Fail(reason, (seed, mutations))) = tried {
            let path = keep(target, &made(&seeds, seed, &mutations));
            panic!("{reason}\nthe input is kept in {}", path.display());
        }
    }
    inputs.get()
}

/// A seed and what becomes of it.
fn made(seeds: &[Vec<u8>], seed: prop::sample::Index, mutations: &[Mutation]) -> Vec<u8> {
    let mut text = seed.get(seeds).clone();
    for mutation in mutations {
        mutation.change(&mut text, seeds);
    }
    text
}

fn folder(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/corpus").join(target)
}

/// The seeds of a target and what was found with them, in the order of their names.
fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder(target)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths.into_iter().map(|path| (path.clone(), fs::read(path).unwrap())).collect()
}

/// Keeps what was found.
fn keep(target: &str, input: &[u8]) -> PathBuf {
    let path = folder(target).join(format!("found-{:08x}", crc32fast::hash(input)));
    fs::write(&path, input).unwrap();
    path
}

/// What is tried just now, and since when: somebody else ends the program where that takes for ever.
struct Watch(Arc<Mutex<Option<Tried>>>);

/// An input, and since when it is tried.
type Tried = (Instant, Vec<u8>);

impl Watch {
    fn new(target: &str) -> Watch {
        let watch = Watch(Arc::default());
        let (seen, target) = (Arc::downgrade(&watch.0), target.to_owned());
        thread::spawn(move || {
            while let Some(now) = seen.upgrade() {
                if let Some((since, input)) = &*now.lock().unwrap()
                    && since.elapsed() > DESPAIR
                {
                    eprintln!(
                        "{target} does not end; the input is kept in {}",
                        keep(&target, input).display()
                    );
                    std::process::exit(1);
                }
                drop(now);
                thread::sleep(Duration::from_secs(1));
            }
        });
        watch
    }

    /// Tries an input, and says how long that took.
    fn over(&self, input: &[u8], check: &mut dyn FnMut(&[u8])) -> Duration {
        let began = Instant::now();
        *self.0.lock().unwrap() = Some((began, input.to_owned()));
        check(input);
        *self.0.lock().unwrap() = None;
        began.elapsed()
    }
}
