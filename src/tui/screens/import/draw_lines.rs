//! How the lines of an import stand on the screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::lines::{Line, Sort};
use super::{ImportScreen, Stop};
use crate::domain::word::Status;
use crate::report::rows;
use crate::report::words;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::widgets::text;

impl ImportScreen {
    pub(super) fn draw_lines(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let view = self.line.view(self.lines.len(), area.height.into());
        for (row, at) in area.rows().zip(view) {
            let is_chosen = at == self.line.at();
            let theme = &look.theme;
            buf.set_style(row, theme.selected_if(is_chosen));
            let mark = if is_chosen { "› " } else { "  " };
            let (words, style, right) = self.words_of(self.lines[at], look);
            let taken = text::right(buf, look.measure, row, &right, theme.within(is_chosen, theme.figure));
            let room = row.width.saturating_sub(if taken > 0 { taken + 2 } else { 0 });
            let pieces = [
                (mark, theme.within(is_chosen, theme.selected_mark)),
                (words.as_str(), theme.within(is_chosen, style)),
            ];
            text::pieces(buf, look.measure, Rect { width: room, ..row }, &pieces);
        }
    }

    /// What a line says, how, and what becomes of it.
    fn words_of(&self, line: Line, look: &Look) -> (String, Style, String) {
        let (lang, theme) = (look.lang, &look.theme);
        let none = String::new;
        let told = self.told_line(line, look);
        match line {
            Line::Head(sort, file, count) => (self.heading(sort, file, count, look), theme.title, none()),
            Line::More(rows) => (tr!(lang, "page.more", rows = rows).into_owned(), theme.dim, none()),
            _ => told.unwrap_or_default(),
        }
    }

    fn told_line(&self, line: Line, look: &Look) -> Option<(String, Style, String)> {
        let (lang, theme) = (look.lang, &look.theme);
        let row_word = |row: u64| tr!(lang, "importing.row", row = row);
        Some(match line {
            Line::Unreadable(file) => {
                (format!("  {}", self.out.files.get(file)?.error.clone()?), theme.bad, String::new())
            }
            Line::Stage(file, at) => {
                let stage = self.reports.get(file)?.stages.get(at)?;
                let ours = match stage.ours.parse::<Status>() {
                    Ok(status) => words::status(lang, status).into_owned(),
                    Err(_) => look.stage(&stage.ours),
                };
                let (sign, style) = match stage.guessed {
                    true => (tr!(lang, "importing.guessed"), theme.warn),
                    false => ("".into(), Style::new()),
                };
                (format!("  {} → {ours}", stage.theirs), style, sign.into_owned())
            }
            Line::Likely(file, at) => {
                let report = self.reports.get(file)?;
                let likely = report.likely.get(at)?;
                let told = rows::import::likely(lang, likely);
                let chosen = match self.stop {
                    Stop::Done => likely.joined,
                    _ => self.joined(&report.path, likely.row),
                };
                let shown = chosen.and_then(|id| told.candidates.iter().find(|one| one.id == id));
                let one = shown.or(told.candidates.first())?;
                let words = format!(
                    "  {}  {}  ~  {} {}: {}",
                    row_word(likely.row),
                    told.record,
                    one.code,
                    one.name,
                    one.reason
                );
                let becomes = match chosen {
                    Some(_) => tr!(lang, "importing.joined"),
                    None => tr!(lang, "importing.new_record"),
                };
                (words, Style::new(), becomes.into_owned())
            }
            Line::Refused(file, at) => {
                let row = self.out.files.get(file)?.rejected.get(at)?;
                let column = row.column.as_deref().unwrap_or("–");
                let words = format!("  {}  {column}  “{}”  {}", row_word(row.row), row.value, row.reason);
                (words, theme.warn, String::new())
            }
            Line::Kept(file, at) => {
                let kept = self.out.files.get(file)?.kept_ours.get(at)?;
                let value = |value: &Option<String>| value.clone().unwrap_or_else(|| "–".to_owned());
                let words = format!(
                    "  {}  {}  {}: {} ({})",
                    row_word(kept.row),
                    kept.record,
                    kept.field,
                    value(&kept.ours),
                    value(&kept.theirs)
                );
                (words, Style::new(), String::new())
            }
            Line::Head(..) | Line::More(_) => return None,
        })
    }

    fn heading(&self, sort: Sort, file: usize, count: usize, look: &Look) -> String {
        let lang = look.lang;
        let path = self.reports.get(file).map(|report| report.path.as_path());
        let name = path.and_then(|path| path.file_name()).unwrap_or_default().to_string_lossy();
        match sort {
            Sort::Likely => tr!(lang, "importing.head_likely", file = name, count = count),
            Sort::Stages => tr!(lang, "importing.head_stages", file = name),
            Sort::Refused => tr!(lang, "importing.head_refused", file = name, count = count),
            Sort::Kept => tr!(lang, "importing.head_kept", file = name, count = count),
            Sort::Unreadable => tr!(lang, "importing.head_unreadable", file = name),
        }
        .into_owned()
    }
}
