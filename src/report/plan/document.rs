//! A document in parts and sections, before anyone decides how it is written.

use crate::i18n::Lang;
use crate::report::table::{Cell, Table};

/// A document for people.
#[derive(Debug, Clone)]
pub struct Document {
    /// The language it is in.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// The line under the title.
    pub under: String,
    /// From first to last.
    pub parts: Vec<Part>,
}

/// A part of a document.
#[derive(Debug, Clone)]
pub struct Part {
    /// Its title.
    pub title: String,
    /// From first to last.
    pub sections: Vec<Section>,
}

/// A section of a part.
#[derive(Debug, Clone)]
pub struct Section {
    /// Its title.
    pub title: String,
    /// From top to bottom.
    pub pieces: Vec<Piece>,
}

/// What a section is made of.
#[derive(Debug, Clone)]
pub enum Piece {
    /// Words, as they were written.
    Text(String),
    /// A name and a value a line.
    Facts(Vec<(String, Cell)>),
    /// Rows and columns.
    Table(Table),
    /// Points, one below the other.
    List(Vec<String>),
    /// Four cells, two by two.
    Grid(Box<[GridCell; 4]>),
    /// A picture of what tables beside it say in figures; only where there are pictures.
    Picture(String),
}

/// A cell of a grid.
#[derive(Debug, Clone, Default)]
pub struct GridCell {
    /// Its title.
    pub title: String,
    /// What it is for, or weighs.
    pub under: String,
    /// What stands in it.
    pub items: Vec<String>,
}
