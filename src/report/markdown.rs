//! Writes a page as Markdown: headings, lists of facts, tables with pipes.

use std::io::{self, Write};

use super::page::{Block, Page};
use super::spell::{Figures, spell, spell_alone};
use super::table::{Cell, Table};
use crate::domain::text::harmless_lines;
use crate::i18n::Lang;

/// Writes `page`; what people typed is escaped, so that it stays text.
pub fn write(out: &mut dyn Write, page: &Page) -> io::Result<()> {
    let mut apart = !page.title.is_empty();
    if apart {
        writeln!(out, "# {}", escaped(&page.title))?;
    }
    for block in &page.blocks {
        if apart {
            writeln!(out)?;
        }
        apart = true;
        match block {
            Block::Heading(title) => writeln!(out, "## {}", escaped(title))?,
            Block::Paragraph(words) => writeln!(out, "{}", escaped(words))?,
            Block::List(things) => {
                for thing in things {
                    let one_line = thing.lines().collect::<Vec<_>>().join(" ");
                    writeln!(out, "- {}", escaped(&one_line))?;
                }
            }
            Block::Facts(facts) => {
                write_facts(out, page.lang, facts)?;
            }
            Block::Table(table) => write_table(out, page.lang, table)?,
            Block::Picture(chart) => {
                let address = in_address(&chart.alone());
                writeln!(out, "![{}](data:image/svg+xml,{address})", escaped(chart.title()))?;
            }
        }
    }
    Ok(())
}

/// Writes names and values, a point each.
pub(super) fn write_facts(out: &mut dyn Write, lang: Lang, facts: &[(String, Cell)]) -> io::Result<()> {
    for (label, cell) in facts {
        let value = spell_alone(lang, cell);
        writeln!(out, "- **{}** {}", escaped(label), escaped(&value))?;
    }
    Ok(())
}

/// Writes rows and columns.
pub(super) fn write_table(out: &mut dyn Write, lang: Lang, table: &Table) -> io::Result<()> {
    if table.rows.is_empty() {
        return writeln!(out, "{}", escaped(&table.when_empty));
    }
    let spelled = spell(lang, table, Figures::Exact);
    let line = |cells: Vec<String>| format!("| {} |", cells.join(" | "));
    writeln!(out, "{}", line(spelled.titles.iter().map(|title| escaped(title)).collect()))?;
    let rules = spelled.columns.iter().map(|column| if column.figures { "---:" } else { "---" }.to_owned());
    writeln!(out, "{}", line(rules.collect()))?;
    for row in &spelled.rows {
        let cells = row.cells.iter().map(|(text, _)| match (row.total, text.is_empty()) {
            (true, false) => format!("**{}**", escaped(text)),
            _ => escaped(text),
        });
        writeln!(out, "{}", line(cells.collect()))?;
    }
    Ok(())
}

/// `text` as a part of an address, so that the picture lies in the file itself.
fn in_address(text: &str) -> String {
    let mut address = String::with_capacity(text.len() * 2);
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => {
                address.push(char::from(byte))
            }
            other => address.push_str(&format!("%{other:02X}")),
        }
    }
    address
}

/// `text` with a backslash before everything that Markdown would read as more than text, and without what a
/// terminal would.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut line_start = true;
    for letter in harmless_lines(text).chars() {
        let special =
            matches!(letter, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$');
        if special || line_start && matches!(letter, '#' | '+' | '-' | '=') {
            safe.push('\\');
        }
        line_start = letter == '\n' || line_start && letter.is_whitespace();
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::{Done, progress};
    use crate::report::table::{Column, Worth};

    #[test]
    fn a_picture_lies_in_the_file_itself_at_an_address_without_blanks() {
        let mut page = Page::new(Lang::En, "");
        page.picture(progress("Two of [three]", &[Done { label: "a b".into(), done: 2, of: 3 }]));
        let mut out = Vec::new();
        write(&mut out, &page).unwrap();
        let text = String::from_utf8(out).unwrap();
        let address = text.strip_prefix("![Two of \\[three\\]](data:image/svg+xml,%3Csvg").unwrap();
        assert!(!address.trim_end().contains(' '), "{address}");
    }

    #[test]
    fn a_pipe_in_a_name_does_not_open_a_column() {
        let columns =
            vec![Column::words("Name", Worth::Essential), Column::figures("Deals", Worth::Important)];
        let mut table = Table::new(columns, "");
        table.push(vec![Cell::text("A|B <b>*bold*</b>"), Cell::count(2)]);
        let mut out = Vec::new();
        write(&mut out, &Page::of_table(Lang::En, "Accounts", table)).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(
            text,
            "# Accounts\n\n| Name | Deals |\n| --- | ---: |\n| A\\|B \\<b\\>\\*bold\\*\\</b\\> | 2 |\n"
        );
    }
}
