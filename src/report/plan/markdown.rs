//! Writes a document as Markdown: headings, tables with pipes, the cells of grids as lists.

use std::io::{self, Write};

use super::document::{Document, Piece};
use crate::report::markdown::{escaped, write_facts, write_table};

/// Writes `document`; what people typed is escaped, so that it stays text. Pictures are left out: the tables
/// beside them say the same.
///
/// # Errors
/// What `out` did not take.
pub fn write(out: &mut dyn Write, document: &Document) -> io::Result<()> {
    writeln!(out, "# {}\n\n{}", escaped(&document.title), escaped(&document.under))?;
    for part in &document.parts {
        writeln!(out, "\n## {}", escaped(&part.title))?;
        for section in &part.sections {
            writeln!(out, "\n### {}", escaped(&section.title))?;
            for piece in &section.pieces {
                write_piece(out, document, piece)?;
            }
        }
    }
    Ok(())
}

fn write_piece(out: &mut dyn Write, document: &Document, piece: &Piece) -> io::Result<()> {
    match piece {
        Piece::Picture(_) => return Ok(()),
        _ => writeln!(out)?,
    }
    match piece {
        Piece::Picture(_) => Ok(()),
        Piece::Text(words) => writeln!(out, "{}", escaped(words)),
        Piece::Facts(facts) => write_facts(out, document.lang, facts),
        Piece::Table(table) => write_table(out, document.lang, table),
        Piece::List(items) => items.iter().try_for_each(|item| writeln!(out, "- {}", one_line(item))),
        Piece::Grid(cells) => {
            for (cell, place) in cells.iter().zip(0..) {
                let before = if place == 0 { "" } else { "\n" };
                writeln!(out, "{before}**{}**\n", escaped(&cell.title))?;
                cell.items.iter().try_for_each(|item| writeln!(out, "- {}", one_line(item)))?;
            }
            Ok(())
        }
    }
}

/// A point of a list stays one point.
fn one_line(text: &str) -> String {
    escaped(&text.split_whitespace().collect::<Vec<_>>().join(" "))
}
