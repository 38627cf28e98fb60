//! Every reader of the program tried with random input: files of other programs, documents, filters, captured lines, keys.
//!
//! Each trial begins with its corpus, real-looking seeds and everything that was ever found, and goes on with what
//! becomes of the seeds when they are cut, repeated and mixed with what is dangerous. For a moment always; for ten
//! minutes each with `cargo test --test fuzz -- --ignored --test-threads 2`, or for `KEYBOOK_FUZZ_SECONDS`; one alone with
//! `-- --ignored at_length::filters`. What is found is shortened and kept in the corpus, so that it is tried ever after.
#![allow(clippy::unwrap_used, missing_docs)]

mod calendars;
mod captures;
mod cards;
mod documents;
mod filters;
mod import;
mod keys;
mod mutation;
mod objects;
mod tables;
mod trial;
mod workbooks;

/// A trial for each target: the name of its module and of its folder in the corpus.
macro_rules! trials {
    ($($target:ident),* $(,)?) => {
        mod briefly {
            $(#[test]
            fn $target() {
                crate::trial::briefly(stringify!($target), crate::$target::WORDS, crate::$target::trial());
            })*
        }

        mod at_length {
            $(#[test]
            #[ignore = "ten minutes, or as many seconds as KEYBOOK_FUZZ_SECONDS says"]
            fn $target() {
                crate::trial::at_length(stringify!($target), crate::$target::WORDS, crate::$target::trial());
            })*
        }
    };
}

trials!(calendars, captures, cards, documents, filters, keys, objects, tables, workbooks);
