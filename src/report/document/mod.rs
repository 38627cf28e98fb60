//! A document in parts and sections, before anyone decides how it is written: the client plan and the
//! reports, pages that one can send. [`html`] writes it as one file, [`markdown`] as text.

pub mod html;
pub mod markdown;

use super::chart::Chart;
use super::page::{Block, Page};
use super::table::{Cell, Table, Tone};
use crate::i18n::Lang;

/// A document for people.
#[derive(Debug, Clone, Default)]
pub struct Document {
    /// The language it is in.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// The line under the title.
    pub under: String,
    /// What one wants to know first, in large figures.
    pub numbers: Vec<Number>,
    /// From first to last.
    pub parts: Vec<Part>,
    /// The line at its end; empty for none.
    pub foot: String,
}

/// A large figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Number {
    /// What it is.
    pub label: String,
    /// The figure, in words.
    pub figure: String,
    /// What goes with it; empty for nothing.
    pub note: String,
    /// How it is coloured where there is colour.
    pub tone: Tone,
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
    /// Its title; empty where the part's says enough.
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
    Picture(Chart),
    /// Pieces side by side where there is room, each with what stands below it.
    Beside(Vec<Vec<Piece>>),
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

impl Part {
    /// A part of one section; none where there is nothing in it.
    pub fn new(title: impl Into<String>, pieces: Vec<Piece>) -> Option<Part> {
        let section = Section { title: String::new(), pieces };
        Part::of(title, vec![section])
    }

    /// A part of those of these sections in which there is anything; none without any.
    pub fn of(title: impl Into<String>, mut sections: Vec<Section>) -> Option<Part> {
        sections.retain(|section| !section.pieces.is_empty());
        (!sections.is_empty()).then(|| Part { title: title.into(), sections })
    }
}

impl Section {
    /// A section with a title.
    pub fn new(title: impl Into<String>, pieces: Vec<Piece>) -> Section {
        Section { title: title.into(), pieces }
    }
}

/// A page as sections, one for each heading: what a command answers stands in a document as it is.
pub fn sections(page: Page) -> Vec<Section> {
    let mut sections = vec![Section::new("", Vec::new())];
    for block in page.blocks {
        let piece = match block {
            Block::Heading(title) => {
                sections.push(Section::new(title, Vec::new()));
                continue;
            }
            Block::Paragraph(words) => Piece::Text(words),
            Block::List(things) => Piece::List(things),
            Block::Facts(facts) => Piece::Facts(facts),
            Block::Table(table) => Piece::Table(table),
            Block::Picture(chart) => Piece::Picture(chart),
        };
        if let Some(section) = sections.last_mut() {
            section.pieces.push(piece);
        }
    }
    sections
}

/// All of a page's blocks as pieces of one section.
pub fn pieces(page: Page) -> Vec<Piece> {
    let titled = |section: Section| {
        let title = (!section.title.is_empty()).then_some(Piece::Text(section.title));
        title.into_iter().chain(section.pieces)
    };
    let mut pieces: Vec<Piece> = Vec::new();
    for piece in sections(page).into_iter().flat_map(titled) {
        match (pieces.last_mut(), piece) {
            // Facts below one another stand in line.
            (Some(Piece::Facts(before)), Piece::Facts(facts)) => before.extend(facts),
            (_, piece) => pieces.push(piece),
        }
    }
    pieces
}
