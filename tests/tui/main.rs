//! The real program in a real pseudo-terminal: it shows, it changes, it leaves; and whatever happens to
//! it, the terminal is given back.
#![cfg(unix)]
#![allow(clippy::unwrap_used)]

mod breaking_off;
mod calm;
#[path = "../chance/mod.rs"]
mod chance;
mod copies;
mod drafts;
mod import;
mod life;
mod plans;
mod pseudo_terminal;
mod review;
mod tour;
mod trouble;
mod work;
