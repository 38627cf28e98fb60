//! What is said of the works that the interface waits for, should they take long.

use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::{Modifier, Style};

use super::effect::{Effect, Joining};
use super::look::{Look, is_too_small, room};
use super::widgets::{ascii, message, text};
use crate::i18n::Lang;
use crate::report::Measure;
use crate::report::words::Word;
use crate::tr;

/// What is said while something is being done. Nearly always it is over before, so that nothing is drawn until it
/// has to be.
#[derive(Debug, Clone)]
pub struct Waiting {
    words: Word,
    /// Where it is said; nowhere on a terminal that is too small.
    row: Option<Rect>,
    style: Style,
    measure: Measure,
    ascii: bool,
}

impl Waiting {
    /// What is said of doing these effects.
    pub fn on(look: &Look, effects: &[Effect]) -> Waiting {
        let told = effects.iter().find_map(|effect| told(look.lang, effect));
        Waiting::with(look, told.unwrap_or_else(|| tr!(look.lang, "waiting.reading")))
    }

    /// What is said of leaving the book, which is copied then.
    pub fn on_leaving(look: &Look) -> Waiting {
        Waiting::with(look, tr!(look.lang, "waiting.leaving"))
    }

    fn with(look: &Look, words: Word) -> Waiting {
        let area = Rect::new(0, 0, look.size.width, look.size.height);
        let row = (!is_too_small(area)).then(|| line_of(area));
        Waiting { words, row, style: look.theme.dim, measure: look.measure, ascii: look.ascii }
    }

    /// What writes it to the terminal over what stands there, past any frame; nothing where there is no room.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        if let Some(row) = self.row {
            let mut line = Buffer::empty(row);
            text::left(&mut line, self.measure, message::inner(row), &self.words, self.style);
            if self.ascii {
                ascii::replace_pictures(&mut line, row);
            }
            // No cell is taken to be there already.
            let mut unlike = Cell::EMPTY;
            unlike.set_style(Style::new().add_modifier(Modifier::HIDDEN));
            let before = Buffer::filled(row, unlike);
            // Memory takes all that is written.
            let _ = CrosstermBackend::new(&mut bytes).draw(before.diff(&line).into_iter());
        }
        bytes
    }
}

/// The message line of a terminal.
pub fn line_of(area: Rect) -> Rect {
    Rect { y: room(area).bottom(), height: 1, ..area }
}

/// What is said of one effect; nothing where it only reads.
fn told(lang: Lang, effect: &Effect) -> Option<Word> {
    Some(match effect {
        Effect::Do(_)
        | Effect::Change(..)
        | Effect::SetQuota(..)
        | Effect::TakeRates(_)
        | Effect::Begin(_) => tr!(lang, "waiting.writing"),
        Effect::WriteWeek(..) | Effect::KeepBrief(..) | Effect::KeepPlan(..) | Effect::MakePage(_) => {
            tr!(lang, "waiting.page")
        }
        Effect::ShowBackups | Effect::LookAtBackup(_) => tr!(lang, "waiting.copies"),
        Effect::BackUp | Effect::Salvage => tr!(lang, "waiting.copying"),
        Effect::Restore(_) => tr!(lang, "waiting.restoring"),
        Effect::Joining(Joining::Look(_) | Joining::Join(..)) => tr!(lang, "waiting.joining"),
        Effect::Undo | Effect::UndoOne(_) | Effect::Redo => tr!(lang, "waiting.history"),
        Effect::LookBack(Some(_)) => tr!(lang, "waiting.past"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testkit::look;

    #[test]
    fn the_whole_message_line_is_written_over() {
        let look = look(Lang::En);
        let written = String::from_utf8(Waiting::on(&look, &[Effect::Read, Effect::Undo]).bytes()).unwrap();
        assert!(written.contains("\u{1b}[23;1H"), "the line above the keys: {written:?}");
        assert!(written.contains("Going through the history …"), "{written:?}");
        let blanks = " ".repeat(50);
        assert!(written.contains(&blanks), "what stood behind the words is gone: {written:?}");
    }

    #[test]
    fn on_a_terminal_that_is_too_small_nothing_is_written() {
        let look = Look { size: ratatui::layout::Size::new(40, 10), ..look(Lang::Zh) };
        assert!(Waiting::on(&look, &[]).bytes().is_empty());
    }
}
