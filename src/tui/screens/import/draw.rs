//! How an import stands on the screen, step by step.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use ratatui::widgets::Widget;

use super::{ImportScreen, Stop, Working};
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{import_words, pages, words};
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::spark::Gauge;
use crate::tui::widgets::{empty, table, text};

/// Lines at the foot, for what there is to mind.
const FOOT: u16 = 3;
/// Files of which the counts are shown.
const FILES: usize = 6;

/// The places of the screen, from top to bottom.
#[derive(Debug, Clone, Copy)]
pub(super) struct Parts {
    strip: Rect,
    head: Rect,
    below_head: Rect,
    heads: Rect,
    /// What is moved through.
    pub lines: Rect,
    foot: Rect,
}

impl Parts {
    /// Of the steps that show a list with its heads.
    pub fn of(area: Rect) -> Parts {
        Parts::shared(area, [1, 1, 1], FOOT)
    }

    /// Of the steps that show the counts of so many files, and lines under them.
    pub fn of_lines(area: Rect, files: usize) -> Parts {
        let files = u16::try_from(files.clamp(1, FILES)).unwrap_or(1);
        Parts::shared(area, [1, files, 1], 0)
    }

    fn shared(area: Rect, [head, below, heads]: [u16; 3], foot: u16) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 16);
        let mut y = inner.y;
        let mut take = |height: u16| {
            let part = Rect { y, height, ..inner }.intersection(inner);
            y = y.saturating_add(height);
            part
        };
        let [_, strip, _, head, below_head, _, heads] =
            [blank, 1, blank, head, below, blank, heads].map(&mut take);
        let used = heads.bottom().saturating_sub(inner.y);
        let lines = take(inner.height.saturating_sub(used + foot));
        let foot = take(foot);
        Parts { strip, head, below_head, heads, lines, foot }
    }
}

impl ImportScreen {
    pub(super) fn draw_all(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.draw_strip(look, Parts::of(area).strip, buf);
        if let Some(working) = &self.working {
            draw_working(look, working, Parts::of(area), buf);
            return None;
        }
        match self.stop {
            Stop::Files => self.draw_files(look, Parts::of(area), buf),
            Stop::Columns => {
                self.draw_columns(look, Parts::of(area), buf);
                None
            }
            Stop::Check | Stop::Done => {
                self.draw_reports(look, Parts::of_lines(area, self.reports.len()), buf);
                None
            }
        }
    }

    /// The steps, with the one where one is.
    fn draw_strip(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let (lang, theme) = (look.lang, &look.theme);
        let steps = [
            (Stop::Files, tr!(lang, "importing.step_files")),
            (Stop::Columns, tr!(lang, "importing.step_columns")),
            (Stop::Check, tr!(lang, "importing.step_check")),
            (Stop::Done, tr!(lang, "importing.step_done")),
        ];
        let mut rest = area;
        for (at, (stop, name)) in steps.into_iter().enumerate() {
            let is_here = stop == self.stop;
            let style = if is_here { theme.accent } else { theme.dim };
            let between = if at == 0 { "" } else { "  ─  " };
            let name = if is_here { format!("[{name}]") } else { name.into_owned() };
            let used = text::pieces(buf, look.measure, rest, &[(between, theme.rule), (&name, style)]);
            rest = Rect { x: rest.x + used, width: rest.width.saturating_sub(used), ..rest };
        }
    }

    fn draw_files(&self, look: &Look, parts: Parts, buf: &mut Buffer) -> Option<Position> {
        let (lang, theme, folder) = (look.lang, &look.theme, &self.folder);
        let mut cursor = None;
        match &self.typed {
            Some((input, names)) => {
                let words = tr!(lang, "importing.type_path");
                let used =
                    text::pieces(buf, look.measure, parts.head, &[(&words, theme.dim), (" ", theme.dim)]);
                let rest = Rect {
                    x: parts.head.x + used,
                    width: parts.head.width.saturating_sub(used),
                    ..parts.head
                };
                cursor = input.draw(rest, buf, Style::new());
                let words = match names.is_empty() {
                    true => tr!(lang, "importing.type_hint").into_owned(),
                    false => names.join("  "),
                };
                text::left(buf, look.measure, parts.below_head, &words, theme.dim);
            }
            None => {
                let path = folder.path().display().to_string();
                text::left(buf, look.measure, parts.head, &path, theme.title);
            }
        }
        if let Some(why) = &folder.why_not {
            let title = tr!(lang, "importing.no_folder");
            let ways = [("h".to_owned(), tr!(lang, "action.cell_left").into_owned())];
            empty::draw(look, &title, why, &ways, parts.lines, buf);
            return cursor;
        }
        if folder.entries().is_empty() {
            let (title, words) = (tr!(lang, "importing.empty"), tr!(lang, "importing.empty_words"));
            empty::draw(look, &title, &words, &[], parts.lines, buf);
        }
        let shown = self.folder_table(look);
        let part = table::Part { table: &shown, first: 0, total: shown.rows.len() };
        table::draw(look, part, self.entry, parts.heads, parts.lines, buf);
        let mut said = vec![];
        match folder.marked.len() {
            0 => {}
            1 => said.push(tr!(lang, "importing.marked_one").into_owned()),
            marked => said.push(tr!(lang, "importing.marked", marked = marked).into_owned()),
        }
        match folder.others {
            0 => {}
            1 => said.push(tr!(lang, "importing.other_file").into_owned()),
            others => said.push(tr!(lang, "importing.other_files", others = others).into_owned()),
        }
        let row = Rect { y: parts.foot.y + FOOT.saturating_sub(1), height: 1, ..parts.foot };
        text::left(buf, look.measure, row.intersection(parts.foot), &said.join(" · "), theme.dim);
        cursor
    }

    fn folder_table(&self, look: &Look) -> Table {
        let lang = look.lang;
        let columns = vec![
            Column::words("", Worth::Essential),
            Column::words(tr!(lang, "column.name"), Worth::Essential),
            Column::figures(tr!(lang, "importing.size"), Worth::Useful),
        ];
        let mut table = Table::new(columns, "");
        for entry in self.folder.entries() {
            let is_marked = self.folder.marked.contains(&entry.path);
            let (name, size) = match entry.bytes {
                None => (format!("{}/", entry.name), Cell::ABSENT),
                Some(bytes) => (entry.name.clone(), Cell::text(words::size(bytes)).toned(Tone::Quiet)),
            };
            let tone = if entry.bytes.is_none() { Tone::Strong } else { Tone::Plain };
            table.push(vec![
                Cell::text(if is_marked { "[x]" } else { "   " }),
                Cell::text(name).toned(tone),
                size,
            ]);
        }
        table
    }

    fn draw_columns(&self, look: &Look, parts: Parts, buf: &mut Buffer) {
        let (lang, theme, measure) = (look.lang, &look.theme, look.measure);
        let Some(surveyed) = self.surveyed() else { return };
        let (recognised, notes) = self.recognised(look);
        let name = surveyed.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let place = match self.surveyed.len() {
            1 => String::new(),
            files => tr!(lang, "importing.file_of", at = self.shown + 1, files = files).into_owned(),
        };
        let taken = text::right(buf, measure, parts.head, &place, theme.dim);
        let left = Rect { width: parts.head.width.saturating_sub(taken + 2), ..parts.head };
        let style = if surveyed.found.is_ok() { Style::new() } else { theme.bad };
        text::pieces(buf, measure, left, &[(&name, theme.title), ("  ", theme.dim), (&recognised, style)]);
        if let Some(glance) = self.glances().get(self.row) {
            let number = match &glance.taken {
                crate::exchange::Taken::Record(record) => record.origin().row,
                crate::exchange::Taken::Rejected(row) => row.row,
            };
            let (at, rows) = (self.row + 1, self.glances().len());
            let words = tr!(lang, "importing.row_shown", row = number, at = at, rows = rows);
            text::left(buf, measure, parts.below_head, &words, theme.dim);
        }
        let shown = self.table(look);
        let part = table::Part { table: &shown, first: 0, total: shown.rows.len() };
        table::draw(look, part, self.column, parts.heads, parts.lines, buf);
        let width = usize::from(parts.foot.width.saturating_sub(2));
        let lines = notes.iter().flat_map(|note| text::wrapped(measure, note, width));
        for (row, line) in parts.foot.rows().zip(lines) {
            text::left(buf, measure, row, &line, theme.dim);
        }
    }

    fn draw_reports(&self, look: &Look, parts: Parts, buf: &mut Buffer) {
        let counted = self.reports.iter().zip(&self.out.files).map(|(report, file)| {
            let name = report.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let read_as = report.plan.as_ref().map(|plan| {
                let (source, kind) = (plan.system, import_words::kind(look.lang, plan.kind));
                format!("{}: {kind}", import_words::system(look.lang, source))
            });
            (name, read_as.unwrap_or_default(), file)
        });
        let counts = pages::import::counts(look.lang, counted);
        table::still(look, &counts, parts.head, parts.below_head, buf);
        let heads = match self.stop {
            Stop::Done if self.is_undone => tr!(look.lang, "importing.undone_words"),
            Stop::Done => tr!(look.lang, "importing.done_words"),
            Stop::Check if self.is_decided => tr!(look.lang, "importing.decided_words"),
            _ => tr!(look.lang, "importing.check_words"),
        };
        text::left(buf, look.measure, parts.heads, &heads, look.theme.dim);
        if self.lines.is_empty() {
            let words = tr!(look.lang, "importing.nothing_to_mind");
            text::left(buf, look.measure, parts.lines, &words, Style::new());
        }
        self.draw_lines(look, parts.lines, buf);
    }
}

/// How far work has come.
fn draw_working(look: &Look, working: &Working, parts: Parts, buf: &mut Buffer) {
    let (lang, theme, measure) = (look.lang, &look.theme, look.measure);
    let title = match (working.is_for_good, working.pace.rows) {
        (true, _) => tr!(lang, "importing.goes_in"),
        (false, 0) => tr!(lang, "importing.looking"),
        (false, _) => tr!(lang, "importing.trying"),
    };
    text::pieces(
        buf,
        measure,
        parts.head,
        &[(&title, theme.title), ("  ", theme.dim), (&working.file, Style::new())],
    );
    if working.pace.rows == 0 {
        return;
    }
    let bar = Rect { width: parts.heads.width.min(60), ..parts.heads };
    let done = working.pace.done.min(working.pace.rows) as f64;
    let filled = [(done, "█", theme.accent)];
    Gauge { parts: &filled, whole: working.pace.rows as f64, track: theme.rule }.render(bar, buf);
    let mut rows = parts.lines.rows();
    if let Some(row) = rows.next() {
        text::left(buf, measure, row, &working.pace.words(lang), theme.figure);
    }
    if let Some(row) = rows.nth(1) {
        let words = match working.is_for_good {
            true => tr!(lang, "importing.cancel_leaves_nothing"),
            false => tr!(lang, "importing.nothing_is_written"),
        };
        text::left(buf, measure, row, &words, theme.dim);
    }
}
