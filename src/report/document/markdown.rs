//! Writes a document as Markdown: headings, tables with pipes, the cells of grids as lists.

use std::io::{self, Write};

use super::{Document, Piece};
use crate::report::markdown::{escaped, write_facts, write_table};

/// Writes documents one after the other; what people typed is escaped, so that it stays text. Pictures are left
/// out: the tables beside them say the same.
///
/// # Errors
/// What `out` did not take.
pub fn write(out: &mut dyn Write, documents: &[Document]) -> io::Result<()> {
    for (at, document) in documents.iter().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        write_one(out, document)?;
    }
    Ok(())
}

fn write_one(out: &mut dyn Write, document: &Document) -> io::Result<()> {
    writeln!(out, "# {}\n\n{}", escaped(&document.title), escaped(&document.under))?;
    for (at, number) in document.numbers.iter().enumerate() {
        let before = if at == 0 { "\n" } else { "" };
        let note = if number.note.is_empty() { String::new() } else { format!(" ({})", number.note) };
        let told = escaped(&format!("{}{note}", number.figure));
        writeln!(out, "{before}- **{}** {told}", escaped(&number.label))?;
    }
    for part in &document.parts {
        writeln!(out, "\n## {}", escaped(&part.title))?;
        for section in &part.sections {
            // Where there is only a picture, its title would stand over nothing.
            let has_words = section.pieces.iter().any(|piece| !matches!(piece, Piece::Picture(_)));
            if has_words && !section.title.is_empty() {
                writeln!(out, "\n### {}", escaped(&section.title))?;
            }
            section.pieces.iter().try_for_each(|piece| write_piece(out, document, piece))?;
        }
    }
    if !document.foot.is_empty() {
        writeln!(out, "\n{}", escaped(&document.foot))?;
    }
    Ok(())
}

fn write_piece(out: &mut dyn Write, document: &Document, piece: &Piece) -> io::Result<()> {
    match piece {
        Piece::Picture(_) => return Ok(()),
        Piece::Beside(columns) => {
            return columns.iter().flatten().try_for_each(|piece| write_piece(out, document, piece));
        }
        _ => writeln!(out)?,
    }
    match piece {
        Piece::Picture(_) | Piece::Beside(_) => Ok(()),
        Piece::Text(words) => writeln!(out, "{}", escaped(words)),
        Piece::Facts(facts) => write_facts(out, document.lang, facts),
        Piece::Table(table) => write_table(out, document.lang, &table.known()),
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
