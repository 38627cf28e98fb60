//! The terminal interface.
//!
//! A key becomes an action ([`keymap`], by the one table in [`action`]); [`app`] does it and returns
//! effects; [`effect`] does those outside; then one frame is drawn ([`draw`]), which changes nothing. What takes
//! longer than a key may wait is read after that frame, and another one drawn.
//!
//! | module | what it is for |
//! |---|---|
//! | [`run`], [`feed`] | the loop, and the one channel that feeds it ([`reader`], [`signals`], deadlines) |
//! | [`terminal`] | the terminal taken over and given back, whatever happens |
//! | [`action`], [`key`], [`keymap`] | what can be done, and by which keys |
//! | `pointer` | the mouse, which does what the keys do |
//! | [`app`], [`step`], [`effect`] | the state, what changes it, and what is done outside it |
//! | [`deed`], [`many`] | what is done to a record, from any screen; and to many at once |
//! | `drafts`, `editor`, `keep`, `opener` | what is typed, kept against a crash; the person's own editor; pages as files; links opened |
//! | [`entry`] | what the book keeps beside its records: the register, links |
//! | `idle`, `locked` | how long nobody has typed; an encrypted book locked, until its passphrase is typed again |
//! | `changed` | what a write has altered on the screen, to be marked for a moment |
//! | `patience`, `waiting` | a word on the message line about what takes long |
//! | `trail` | what is left of wide characters on the terminal when they go |
//! | [`tour`] | the tour of a demonstration, beside the screens |
//! | `left` | where one left off, for the next start |
//! | `travel` | from one screen to another, and the way back |
//! | [`look`], [`theme`], [`palette`], `ground` | language, day, styles, background: how all is shown; the guide to it is in [`theme`] |
//! | [`screens`], [`dialogs`], [`widgets`] | what is shown, over what, made of what |

pub mod action;
pub mod app;
mod changed;
pub mod deed;
pub mod dialogs;
mod drafts;
pub mod draw;
mod editor;
pub mod effect;
pub mod entry;
pub mod feed;
mod ground;
mod idle;
mod keep;
pub mod key;
pub mod keymap;
mod keys;
mod left;
mod locked;
pub mod look;
pub mod many;
mod opener;
pub mod palette;
mod patience;
pub mod picture;
mod pointer;
pub mod reader;
mod rehearsal;
pub mod run;
pub mod screens;
pub mod signals;
mod start;
pub mod step;
pub mod terminal;
#[cfg(test)]
pub mod testkit;
#[cfg(test)]
mod tests;
pub mod theme;
pub mod tour;
mod trail;
mod travel;
mod waiting;
pub mod widgets;

pub use keys::{key_faults, keys};
pub use picture::svg;
pub use rehearsal::Rehearsal;
pub use start::{Beginning, Leaving, NoScreen, start};
