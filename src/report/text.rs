//! Writes a page for a terminal: aligned, never wider than it, coloured where that helps.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use super::fit::GAP;
use super::lay::{Laid, lay};
use super::measure::Measure;
use super::page::{Block, Page};
use super::spell::spell_alone;
use super::table::{Cell, Table, Tone};
use crate::domain::text::harmless_line;

/// The paper a page is written on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Paper {
    /// Terminal cells in a line; none where nothing limits it, as in a file.
    pub width: Option<usize>,
    /// How wide characters are there.
    pub measure: Measure,
}

/// Writes `page` with styles as ANSI sequences; whoever opened `out` strips them where there is no
/// colour.
pub fn write(out: &mut dyn Write, page: &Page, paper: Paper) -> io::Result<()> {
    let writer = Writer { page, paper };
    let mut apart = !page.title.is_empty();
    if apart {
        writer.line(out, &page.title, Style::new().bold())?;
    }
    // In the place of a picture a terminal shows the table beside it.
    for block in page.blocks.iter().filter(|block| !matches!(block, Block::Picture(_))) {
        if apart {
            writeln!(out)?;
        }
        apart = !matches!(block, Block::Heading(_));
        match block {
            Block::Heading(title) => writer.line(out, title, Style::new().bold())?,
            Block::Paragraph(words) => writer.paragraph(out, words)?,
            Block::List(things) => writer.list(out, things)?,
            Block::Facts(facts) => writer.facts(out, facts)?,
            Block::Table(table) => writer.table(out, table)?,
            Block::Picture(_) => {}
        }
    }
    Ok(())
}

/// The lines of a page without styles, each with whether it is a heading.
pub fn plain_lines(page: &Page, paper: Paper) -> Vec<(String, bool)> {
    let mut out = Vec::new();
    // Writing to memory does not fail.
    let _ = write(&mut out, page, paper);
    let heading = Style::new().bold().to_string();
    let line = |line: &str| (anstream::adapter::strip_str(line).to_string(), line.starts_with(&heading));
    String::from_utf8_lossy(&out).lines().map(line).collect()
}

struct Writer<'a> {
    page: &'a Page,
    paper: Paper,
}

impl Writer<'_> {
    fn line(&self, out: &mut dyn Write, words: &str, style: Style) -> io::Result<()> {
        let words = harmless_line(words);
        let words = self.paper.measure.cut(&words, self.paper.width.unwrap_or(usize::MAX));
        writeln!(out, "{style}{words}{style:#}")
    }

    fn paragraph(&self, out: &mut dyn Write, words: &str) -> io::Result<()> {
        self.wrapped(words, self.paper.width.unwrap_or(usize::MAX))
            .iter()
            .try_for_each(|line| writeln!(out, "{line}"))
    }

    /// Each behind a dash, its further lines below its first word.
    fn list(&self, out: &mut dyn Write, things: &[String]) -> io::Result<()> {
        let room = self.paper.width.map_or(usize::MAX, |width| width.saturating_sub(2));
        for thing in things {
            for (number, line) in self.wrapped(thing, room).iter().enumerate() {
                writeln!(out, "{} {line}", if number == 0 { "-" } else { " " })?;
            }
        }
        Ok(())
    }

    /// Lines of at most `room` cells, as many as the words need.
    fn wrapped(&self, words: &str, room: usize) -> Vec<String> {
        words
            .lines()
            .map(harmless_line)
            .flat_map(|line| {
                textwrap::wrap(&line, room.max(1)).into_iter().map(String::from).collect::<Vec<_>>()
            })
            .collect()
    }

    fn facts(&self, out: &mut dyn Write, facts: &[(String, Cell)]) -> io::Result<()> {
        let measure = self.paper.measure;
        let limit = self.paper.width.map_or(usize::MAX, |width| width / 3);
        let labels = facts.iter().map(|(label, _)| measure.width(label)).max().unwrap_or(0).min(limit);
        let room = self.paper.width.map_or(usize::MAX, |width| width.saturating_sub(labels + GAP));
        for (label, cell) in facts {
            let text = match &cell.value {
                super::table::Value::Text(text) => text.clone(),
                _ => spell_alone(self.page.lang, cell),
            };
            let quiet = Style::new().dimmed();
            let style = style_of(cell.tone);
            let mut label = measure.cut(label, labels).into_owned();
            for line in self.wrapped(&text, room) {
                let pad = " ".repeat(labels.saturating_sub(measure.width(&label)) + GAP);
                writeln!(out, "{quiet}{label}{quiet:#}{pad}{style}{line}{style:#}")?;
                label.clear();
            }
        }
        Ok(())
    }

    fn table(&self, out: &mut dyn Write, table: &Table) -> io::Result<()> {
        if table.rows.is_empty() {
            return self.paragraph(out, &table.when_empty);
        }
        let laid = lay(self.page.lang, table, self.paper.measure, self.paper.width);
        let titles: Vec<(String, Tone)> =
            laid.columns.iter().map(|column| (column.title.clone(), Tone::Plain)).collect();
        self.row(out, &laid, &titles, Some(Style::new().bold()))?;
        for row in &laid.rows {
            let total = row.total.then(|| Style::new().bold());
            self.row(out, &laid, &row.cells, total)?;
        }
        Ok(())
    }

    fn row(
        &self,
        out: &mut dyn Write,
        laid: &Laid,
        cells: &[(String, Tone)],
        whole: Option<Style>,
    ) -> io::Result<()> {
        let measure = self.paper.measure;
        let mut pending = 0;
        for (at, (column, (text, tone))) in laid.columns.iter().zip(cells).enumerate() {
            let text = measure.cut(text, column.width);
            let slack = column.width - measure.width(&text);
            pending += if at > 0 { GAP } else { 0 };
            pending += if column.figures { slack } else { 0 };
            if !text.is_empty() {
                let style = whole.unwrap_or_else(|| style_of(*tone));
                write!(out, "{:pending$}{style}{text}{style:#}", "")?;
                pending = 0;
            }
            pending += if column.figures { 0 } else { slack };
        }
        writeln!(out)
    }
}

fn style_of(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Quiet => Style::new().dimmed(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Warning => AnsiColor::Yellow.on_default(),
        Tone::Bad => AnsiColor::Red.on_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;
    use crate::i18n::Lang;
    use crate::report::table::{Column, Worth};
    use proptest::prelude::*;

    fn deals(names: &[&str]) -> Page {
        let columns = vec![
            Column::whole("Code", Worth::Essential),
            Column::words("Name", Worth::Essential),
            Column::figures("Amount", Worth::Important),
            Column::words("Next", Worth::Extra),
        ];
        let mut table = Table::new(columns, "No deals.");
        for (at, name) in names.iter().enumerate() {
            let amount = Cell::sum(12_345_600 * (at as i128 + 1), Currency::EUR);
            table.push(vec![
                Cell::text(format!("D-{}", at + 1)),
                Cell::text(*name),
                amount,
                Cell::text("call"),
            ]);
        }
        Page::of_table(Lang::En, "", table)
    }

    fn plain(page: &Page, width: Option<usize>) -> String {
        let mut out = Vec::new();
        write(&mut out, page, Paper { width, measure: Measure::default() }).unwrap();
        anstream::adapter::strip_str(std::str::from_utf8(&out).unwrap()).to_string()
    }

    #[test]
    fn chinese_and_latin_names_line_up() {
        let text = plain(&deals(&["大客户续约", "Acme renewal"]), None);
        assert_eq!(
            text,
            "Code  Name          Amount EUR  Next\n\
             D-1   大客户续约       123,456  call\n\
             D-2   Acme renewal     246,912  call\n"
        );
    }

    #[test]
    fn on_a_narrow_terminal_names_are_cut_and_figures_are_not() {
        let text = plain(&deals(&["A name that is too long", "大客户续约项目二期"]), Some(30));
        assert_eq!(
            text,
            "Code  Name          Amount EUR\n\
             D-1   A name that…     123,456\n\
             D-2   大客户续约…      246,912\n"
        );
    }

    #[test]
    fn where_even_figures_do_not_fit_they_are_abbreviated() {
        let text = plain(&deals(&["Acme renewal"]), Some(24));
        assert_eq!(text, "Code  Name          Amo…\nD-1   Acme renewal  123k\n");
    }

    #[test]
    fn an_empty_table_says_so() {
        assert_eq!(plain(&deals(&[]), Some(80)), "No deals.\n");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_the_terminal(names in prop::collection::vec("\\PC{0,40}", 1..5), width in 1usize..100) {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            for line in plain(&deals(&names), Some(width)).lines() {
                prop_assert!(Measure::default().width(line) <= width, "{line:?} at {width}");
            }
        }
    }
}
