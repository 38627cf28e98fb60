//! Writes a document as one self-contained HTML file that prints on A4: no scripts, nothing fetched.

use std::io::{self, Write};

use super::{Document, GridCell, Number, Piece};
use crate::report::html::{class_of, escaped, write_facts, write_head, write_table};
use crate::report::table::Tone;

const STYLE: &str = include_str!("../../../assets/report/document.css");

/// Writes documents one after the other, each on a sheet of its own in print; everything that people typed is
/// escaped.
///
/// # Errors
/// What `out` did not take.
pub fn write(out: &mut dyn Write, documents: &[Document]) -> io::Result<()> {
    let Some(first) = documents.first() else { return Ok(()) };
    let lang = first.lang;
    let title = lang.list(documents.iter().map(|document| document.title.as_str()));
    write_head(out, lang, &title, &[crate::report::chart::STYLE, STYLE])?;
    writeln!(out, "<body class=\"document\">")?;
    documents.iter().try_for_each(|document| write_one(out, document))?;
    writeln!(out, "</body>\n</html>")
}

fn write_one(out: &mut dyn Write, document: &Document) -> io::Result<()> {
    writeln!(
        out,
        "<article>\n<header>\n<h1>{}</h1>\n<p class=\"quiet\">{}</p>\n</header>\n<main>",
        escaped(&document.title),
        escaped(&document.under)
    )?;
    write_numbers(out, &document.numbers)?;
    for part in &document.parts {
        writeln!(out, "<section class=\"part\">\n<h2>{}</h2>", escaped(&part.title))?;
        for section in &part.sections {
            writeln!(out, "<section>")?;
            if !section.title.is_empty() {
                writeln!(out, "<h3>{}</h3>", escaped(&section.title))?;
            }
            section.pieces.iter().try_for_each(|piece| write_piece(out, document, piece))?;
            writeln!(out, "</section>")?;
        }
        writeln!(out, "</section>")?;
    }
    writeln!(out, "</main>")?;
    if !document.foot.is_empty() {
        writeln!(out, "<footer{}>{}</footer>", class_of(Tone::Quiet), escaped(&document.foot))?;
    }
    writeln!(out, "</article>")
}

fn write_numbers(out: &mut dyn Write, numbers: &[Number]) -> io::Result<()> {
    if numbers.is_empty() {
        return Ok(());
    }
    writeln!(out, "<dl class=\"numbers\">")?;
    for number in numbers {
        let figure = escaped(&number.figure);
        write!(out, "<div><dt>{}</dt><dd class=\"number\">", escaped(&number.label))?;
        match class_of(number.tone) {
            "" => write!(out, "{figure}")?,
            class => write!(out, "<span{class}>{figure}</span>")?,
        }
        write!(out, "</dd>")?;
        if !number.note.is_empty() {
            write!(out, "<dd class=\"note\">{}</dd>", escaped(&number.note))?;
        }
        writeln!(out, "</div>")?;
    }
    writeln!(out, "</dl>")
}

fn write_piece(out: &mut dyn Write, document: &Document, piece: &Piece) -> io::Result<()> {
    match piece {
        Piece::Text(words) => writeln!(out, "<p>{}</p>", escaped(words)),
        Piece::Facts(facts) => write_facts(out, document.lang, facts),
        Piece::Table(table) => write_table(out, document.lang, &table.known()),
        Piece::List(items) => write_list(out, items),
        Piece::Grid(cells) => {
            writeln!(out, "<div class=\"grid\">")?;
            cells.iter().try_for_each(|cell| write_cell(out, cell))?;
            writeln!(out, "</div>")
        }
        // Made by the program, which escapes what is written in it.
        Piece::Picture(chart) => {
            let caption = escaped(chart.title());
            writeln!(out, "<figure><figcaption>{caption}</figcaption>{}</figure>", chart.inline())
        }
        Piece::Beside(columns) => {
            writeln!(out, "<div class=\"beside\">")?;
            for column in columns {
                writeln!(out, "<div>")?;
                column.iter().try_for_each(|piece| write_piece(out, document, piece))?;
                writeln!(out, "</div>")?;
            }
            writeln!(out, "</div>")
        }
    }
}

fn write_cell(out: &mut dyn Write, cell: &GridCell) -> io::Result<()> {
    write!(out, "<div><h4>{}</h4>", escaped(&cell.title))?;
    if !cell.under.is_empty() {
        write!(out, "<p{}>{}</p>", class_of(Tone::Quiet), escaped(&cell.under))?;
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
