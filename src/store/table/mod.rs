//! The tables: one file each, its row and the queries that belong to it alone.

pub mod account;
pub mod activity;
pub mod attachment;
pub mod colleague;
pub mod commitment;
pub mod contact;
pub mod deal;
pub mod deal_people;
pub mod employer;
pub mod entry;
pub mod event;
pub mod evidence;
mod merge;
pub mod order;
pub mod our_side;
pub mod product;
pub mod recollection;
pub mod review;
pub mod segment_decision;
pub mod setting;
pub mod several;
pub mod snooze;
pub mod source;
pub mod special_day;
pub mod stage;
pub mod submission;
pub mod target;
