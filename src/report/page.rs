//! A page for people: headings, paragraphs, facts and tables, in the order in which they are read.

use super::chart::Chart;
use super::table::{Cell, Table, Value};
use crate::i18n::Lang;

/// What a command answers to a person, in their language.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The language it is in.
    pub lang: Lang,
    /// What it is about; empty for a bare list.
    pub title: String,
    /// From top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Debug, Clone)]
pub enum Block {
    /// The title of what follows.
    Heading(String),
    /// Words, wrapped to the reader's width.
    Paragraph(String),
    /// Several things to read one after the other.
    List(Vec<String>),
    /// What is known of one record: a name and a value a line.
    Facts(Vec<(String, Cell)>),
    /// Rows and columns.
    Table(Table),
    /// A picture, where there is room for one; a table beside it says the same.
    Picture(Chart),
}

impl Page {
    /// An empty page.
    pub fn new(lang: Lang, title: impl Into<String>) -> Self {
        Page { lang, title: title.into(), blocks: Vec::new() }
    }

    /// A page that is one table.
    pub fn of_table(lang: Lang, title: impl Into<String>, table: Table) -> Self {
        Page { lang, title: title.into(), blocks: vec![Block::Table(table)] }
    }

    /// A page that is one line: what was done.
    pub fn of_line(lang: Lang, line: impl Into<String>) -> Self {
        Page { lang, title: String::new(), blocks: vec![Block::Paragraph(line.into())] }
    }

    /// Adds words.
    pub fn paragraph(&mut self, words: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Paragraph(words.into()));
        self
    }

    /// Adds what is known of one record; what is not known is left out.
    pub fn facts(&mut self, facts: Vec<(String, Cell)>) -> &mut Self {
        let known = facts.into_iter().filter(|(_, cell)| cell.value != Value::Absent).collect();
        self.blocks.push(Block::Facts(known));
        self
    }

    /// Adds several things to read under a heading, if there are any.
    pub fn list(&mut self, heading: impl Into<String>, things: Vec<String>) -> &mut Self {
        if !things.is_empty() {
            self.blocks.push(Block::Heading(heading.into()));
            self.blocks.push(Block::List(things));
        }
        self
    }

    /// Adds a picture.
    pub fn picture(&mut self, chart: Chart) -> &mut Self {
        self.blocks.push(Block::Picture(chart));
        self
    }

    /// Adds the title of what follows.
    pub fn heading(&mut self, words: impl Into<String>) -> &mut Self {
        self.blocks.push(Block::Heading(words.into()));
        self
    }

    /// Adds a table under a heading, if it has rows.
    pub fn section(&mut self, heading: impl Into<String>, table: Table) -> &mut Self {
        if !table.rows.is_empty() {
            self.blocks.push(Block::Heading(heading.into()));
            self.blocks.push(Block::Table(table));
        }
        self
    }
}
