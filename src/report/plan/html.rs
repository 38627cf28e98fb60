//! Writes a document as one self-contained HTML file that prints on A4: no scripts, nothing fetched.

use std::io::{self, Write};

use super::document::{Document, GridCell, Piece};
use crate::report::html::{STYLE, class_of, escaped, write_facts, write_table};

const PLAN_STYLE: &str = include_str!("../../../assets/report/plan.css");

/// Writes `document`; everything that people typed is escaped.
///
/// # Errors
/// What `out` did not take.
pub fn write(out: &mut dyn Write, document: &Document) -> io::Result<()> {
    let (title, lang) = (escaped(&document.title), document.lang.code());
    writeln!(out, "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(
        out,
        "<title>{title}</title>\n<style>\n{STYLE}{PLAN_STYLE}</style>\n</head>\n<body class=\"plan\">"
    )?;
    writeln!(
        out,
        "<header>\n<h1>{title}</h1>\n<p class=\"quiet\">{}</p>\n</header>",
        escaped(&document.under)
    )?;
    for part in &document.parts {
        writeln!(out, "<section class=\"part\">\n<h2>{}</h2>", escaped(&part.title))?;
        for section in &part.sections {
            writeln!(out, "<section>\n<h3>{}</h3>", escaped(&section.title))?;
            for piece in &section.pieces {
                write_piece(out, document, piece)?;
            }
            writeln!(out, "</section>")?;
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</body>\n</html>")
}

fn write_piece(out: &mut dyn Write, document: &Document, piece: &Piece) -> io::Result<()> {
    match piece {
        Piece::Text(words) => writeln!(out, "<p>{}</p>", escaped(words)),
        Piece::Facts(facts) => write_facts(out, document.lang, facts),
        Piece::Table(table) => write_table(out, document.lang, table),
        Piece::List(items) => write_list(out, items),
        Piece::Grid(cells) => {
            writeln!(out, "<div class=\"grid\">")?;
            cells.iter().try_for_each(|cell| write_cell(out, cell))?;
            writeln!(out, "</div>")
        }
        Piece::Picture(svg) => writeln!(out, "<figure>{svg}</figure>"),
    }
}

fn write_cell(out: &mut dyn Write, cell: &GridCell) -> io::Result<()> {
    write!(out, "<div><h4>{}</h4>", escaped(&cell.title))?;
    if !cell.under.is_empty() {
        let class = class_of(crate::report::table::Tone::Quiet);
        write!(out, "<p{class}>{}</p>", escaped(&cell.under))?;
    }
    if !cell.items.is_empty() {
        write_list(out, &cell.items)?;
    }
    writeln!(out, "</div>")
}

fn write_list(out: &mut dyn Write, items: &[String]) -> io::Result<()> {
    writeln!(out, "<ul>")?;
    items.iter().try_for_each(|item| writeln!(out, "<li>{}</li>", escaped(item)))?;
    writeln!(out, "</ul>")
}
