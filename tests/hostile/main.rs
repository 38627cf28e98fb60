//! Content that means harm: files made to fill memory and time, texts made to steer the terminal, through the real
//! program.
#![allow(clippy::unwrap_used, missing_docs)]

mod arguments;
mod files;
mod measured;
mod pasted;
mod shown;
