//! What several screens and dialogs are made of.

pub mod ascii;
pub mod band;
pub mod bar;
pub mod cell;
pub mod due;
pub mod empty;
pub mod follow;
pub mod footer;
pub mod form;
pub mod frame;
pub mod header;
pub mod histogram;
pub mod input;
pub mod list;
pub mod message;
pub mod page;
pub mod plan;
pub mod quadrant;
pub mod role;
pub mod sheet;
pub mod spark;
pub mod table;
pub mod text;
pub mod text_area;
pub mod waterfall;
