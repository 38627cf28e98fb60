//! Writes a page as one self-contained HTML file: no scripts, nothing fetched from anywhere.

use std::borrow::Cow;
use std::io::{self, Write};

use super::chart;
use super::page::{Block, Page};
use super::spell::{Figures, spell, spell_alone};
use super::table::{Cell, Table, Tone};
use crate::domain::text::harmless_lines;
use crate::i18n::Lang;

const STYLE: &str = include_str!("../../assets/report/page.css");

/// Writes `page`; everything that people typed is escaped.
pub fn write(out: &mut dyn Write, page: &Page) -> io::Result<()> {
    let has_charts = page.blocks.iter().any(|block| matches!(block, Block::Picture(_)));
    write_head(out, page.lang, &page.title, if has_charts { &[chart::STYLE] } else { &[] })?;
    writeln!(out, "<body>")?;
    if !page.title.is_empty() {
        writeln!(out, "<h1>{}</h1>", escaped(&page.title))?;
    }
    for block in &page.blocks {
        match block {
            Block::Heading(title) => writeln!(out, "<h2>{}</h2>", escaped(title))?,
            Block::Paragraph(words) => writeln!(out, "<p>{}</p>", escaped(words))?,
            Block::List(things) => {
                writeln!(out, "<ul>")?;
                for thing in things {
                    writeln!(out, "<li>{}</li>", escaped(thing))?;
                }
                writeln!(out, "</ul>")?;
            }
            Block::Facts(facts) => {
                write_facts(out, page.lang, facts)?;
            }
            Block::Table(table) => write_table(out, page.lang, table)?,
            // Made by the program, which escapes what is written in it.
            Block::Picture(chart) => writeln!(out, "<figure>{}</figure>", chart.inline())?,
        }
    }
    writeln!(out, "</body>\n</html>")
}

/// Writes all up to the body: the title, how every page looks, and the further styles.
pub(super) fn write_head(out: &mut dyn Write, lang: Lang, title: &str, styles: &[&str]) -> io::Result<()> {
    let (lang, title) = (lang.code(), escaped(title));
    writeln!(out, "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">")?;
    writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
    writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}{}</style>\n</head>", styles.concat())
}

/// Writes names and values, a line each.
pub(super) fn write_facts(out: &mut dyn Write, lang: Lang, facts: &[(String, Cell)]) -> io::Result<()> {
    writeln!(out, "<dl>")?;
    for (label, cell) in facts {
        let text = spell_alone(lang, cell);
        let class = class_of(cell.tone);
        writeln!(out, "<dt>{}</dt><dd{class}>{}</dd>", escaped(label), escaped(&text))?;
    }
    writeln!(out, "</dl>")
}

/// Writes rows and columns.
pub(super) fn write_table(out: &mut dyn Write, lang: Lang, table: &Table) -> io::Result<()> {
    if table.rows.is_empty() {
        return writeln!(out, "<p>{}</p>", escaped(&table.when_empty));
    }
    let spelled = spell(lang, table, Figures::Exact);
    let figures = |place: usize| match &spelled.columns[place] {
        column if column.figures => " class=\"figures\"",
        // Codes and dates are not worth showing in two lines.
        column if column.least == usize::MAX => " class=\"whole\"",
        _ => "",
    };
    write!(out, "<div class=\"wide\"><table>\n<thead><tr>")?;
    for (place, title) in spelled.titles.iter().enumerate() {
        write!(out, "<th{}>{}</th>", figures(place), escaped(title))?;
    }
    writeln!(out, "</tr></thead>\n<tbody>")?;
    for row in &spelled.rows {
        write!(out, "<tr{}>", if row.total { " class=\"total\"" } else { "" })?;
        for (place, (text, tone)) in row.cells.iter().enumerate() {
            let text = escaped(text);
            match class_of(*tone) {
                "" => write!(out, "<td{}>{text}</td>", figures(place))?,
                class => write!(out, "<td{}><span{class}>{text}</span></td>", figures(place))?,
            }
        }
        writeln!(out, "</tr>")?;
    }
    writeln!(out, "</tbody>\n</table></div>")
}

/// The class that a tone is.
pub(super) fn class_of(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Strong => " class=\"strong\"",
        Tone::Quiet => " class=\"quiet\"",
        Tone::Good => " class=\"good\"",
        Tone::Warning => " class=\"warning\"",
        Tone::Bad => " class=\"bad\"",
    }
}

/// `text` with the five characters that HTML reads as more than text written as references; what would turn or
/// hide the words beside it is gone.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let text = harmless_lines(text);
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text;
    }
    let mut safe = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    Cow::Owned(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_cannot_bring_markup_into_the_page() {
        let mut page = Page::new(Lang::Zh, "<script>alert(1)</script>");
        page.facts(vec![("a&b".into(), Cell::text("\"x\" onload='y'"))]);
        let mut out = Vec::new();
        write(&mut out, &page).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(!text.contains("<script"), "{text}");
        assert!(text.contains("<html lang=\"zh\">"));
        assert!(text.contains("<dt>a&amp;b</dt><dd>&quot;x&quot; onload=&#39;y&#39;</dd>"), "{text}");
    }
}
