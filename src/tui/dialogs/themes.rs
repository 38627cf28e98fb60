//! The themes to choose from: all that is behind shows in the one at which one stands, until it is taken or left.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Color, Modifier, Style};

use super::Dialog;
use super::narrowed::Narrowed;
use crate::i18n::Lang;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::theme::Theme;
use crate::tui::theme::contrast::{LEGIBLE, hardest};
use crate::tui::theme::file::ThemeError;
use crate::tui::theme::shelf::Offer;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// Cells that the list likes to have.
const WIDTH: u16 = 58;

/// Cells of a theme's colours shown beside its name.
const SAMPLE: u16 = 12;

/// The themes, and the one that was worn before.
pub struct Themes {
    lines: Vec<Line>,
    found: Vec<usize>,
    input: LineInput,
    cursor: Cursor,
    worn: Theme,
}

/// One theme to choose.
struct Line {
    /// Its name; none for the one that suits the terminal.
    name: Option<String>,
    is_own: bool,
    theme: Result<Theme, ThemeError>,
}

impl Line {
    fn label(&self, lang: Lang) -> String {
        let said = match self.name.as_deref() {
            None => tr!(lang, "themes.fitting"),
            Some(name) if self.is_own => return tr!(lang, "themes.own", name = name).into_owned(),
            Some("dark") => tr!(lang, "themes.dark"),
            Some("light") => tr!(lang, "themes.light"),
            Some("contrast-dark") => tr!(lang, "themes.contrast_dark"),
            Some("contrast-light") => tr!(lang, "themes.contrast_light"),
            Some("blue-orange-dark") => tr!(lang, "themes.blue_orange_dark"),
            Some("blue-orange-light") => tr!(lang, "themes.blue_orange_light"),
            Some("sixteen") => tr!(lang, "themes.sixteen"),
            Some("plain") => tr!(lang, "themes.plain"),
            Some(name) => return name.to_owned(),
        };
        said.into_owned()
    }
}

impl Themes {
    /// Lets one of `offers` be chosen, or `fitting`, the one that suits the terminal; `chosen` is the name of
    /// the one that was chosen before, and `worn` what is worn now.
    pub fn new(offers: Vec<Offer>, fitting: Theme, worn: Theme, chosen: Option<String>) -> Themes {
        let own = |Offer { name, is_own, theme }| Line { name: Some(name), is_own, theme };
        let first = Line { name: None, is_own: false, theme: Ok(fitting) };
        let lines: Vec<Line> = std::iter::once(first).chain(offers.into_iter().map(own)).collect();
        let found: Vec<usize> = (0..lines.len()).collect();
        let mut cursor = Cursor::default();
        let at = lines.iter().position(|line| line.name == chosen).unwrap_or_default();
        cursor.choose(at, lines.len(), lines.len());
        Themes { lines, found, input: LineInput::default(), cursor, worn }
    }

    fn chosen(&self) -> Option<&Line> {
        self.found.get(self.cursor.at()).map(|at| &self.lines[*at])
    }

    /// Shows all in the theme at which one stands.
    fn tried(&self) -> Vec<Step> {
        let theme = self.chosen().and_then(|line| line.theme.as_ref().ok());
        theme.map(|theme| Step::Wear(Box::new(theme.clone()))).into_iter().collect()
    }

    fn search(&mut self) {
        let typed = self.input.text().to_lowercase();
        let fits = |at: &usize| {
            let line = &self.lines[*at];
            let names = [line.label(Lang::En), line.label(Lang::Zh), line.name.clone().unwrap_or_default()];
            names.iter().any(|name| name.to_lowercase().contains(&typed))
        };
        self.found = (0..self.lines.len()).filter(fits).collect();
        self.cursor = Cursor::default();
    }
}

impl Dialog for Themes {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "themes.title").into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        Size::new(WIDTH, self.lines.len() as u16 + 4)
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => vec![Step::Close, Step::Wear(Box::new(self.worn.clone()))],
            Action::Accept => match self.chosen() {
                Some(Line { theme: Ok(theme), name, .. }) => {
                    let worn = Step::Wear(Box::new(theme.clone()));
                    vec![Step::Close, worn, Effect::KeepTheme(name.clone()).into()]
                }
                _ => Vec::new(),
            },
            other => {
                self.cursor.follow(other, self.found.len(), self.lines.len());
                self.tried()
            }
        }
    }

    fn pick(&mut self, key: &KeyEvent) -> Option<Vec<Step>> {
        self.input.key(key).then(|| {
            self.search();
            self.tried()
        })
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
        self.search();
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let nothing = tr!(look.lang, "palette.nothing");
        let words = Rect { height: area.height.saturating_sub(2), ..area };
        let foot =
            Rect { y: words.bottom() + 1, height: area.height.saturating_sub(words.height + 1), ..area };
        let (input, cursor, count) = (&self.input, &self.cursor, self.found.len());
        let list = Narrowed { sign: "›", input, cursor, count, nothing: &nothing };
        let typed = list.draw(look, words, buf, |index, chosen, row, buf| {
            let line = &self.lines[self.found[index]];
            let theme = &look.theme;
            buf.set_style(row, theme.selected_if(chosen));
            let quiet = if line.theme.is_ok() { Style::new() } else { theme.within(chosen, theme.dim) };
            let left = Rect { width: row.width.saturating_sub(SAMPLE + 2), ..row };
            text::pieces(buf, look.measure, left, &[theme.mark(chosen), (&line.label(look.lang), quiet)]);
            let sample = Rect { x: left.right() + 1, width: SAMPLE.min(row.width), ..row };
            match &line.theme {
                Ok(theme) => draw_sample(theme, sample.intersection(row), buf),
                Err(_) => drop(text::right(buf, look.measure, sample, "!", theme.within(chosen, theme.bad))),
            }
        });
        self.draw_word(look, foot, buf);
        typed
    }
}

impl Themes {
    /// What there is to mind about the theme at which one stands.
    fn draw_word(&self, look: &Look, foot: Rect, buf: &mut Buffer) {
        let (words, style) = match self.chosen().map(|line| &line.theme) {
            Some(Err(error)) => (error.in_words(look.lang), look.theme.bad),
            Some(Ok(theme)) => match hardest(theme) {
                Some((style, ratio)) => {
                    let (ratio, least) = (format!("{ratio:.1}"), LEGIBLE.to_string());
                    let words = tr!(look.lang, "themes.faint", style = style, ratio = ratio, least = least);
                    (words.into_owned(), look.theme.warn)
                }
                None => (tr!(look.lang, "themes.hint").into_owned(), look.theme.dim),
            },
            None => return,
        };
        text::left(buf, look.measure, foot, &words, style);
    }
}

/// Draws the colours of a theme's bars, cool to warm.
fn draw_sample(theme: &Theme, area: Rect, buf: &mut Buffer) {
    let cells = usize::from(area.width);
    for (at, x) in (area.left()..area.right()).enumerate() {
        let (colour, _) = theme.bar(at, cells);
        let sign = if colour == Color::Reset { "▒" } else { "█" };
        // They are its own, whatever the line is drawn in that they stand on.
        let style = Style::new().fg(colour).bg(Color::Reset).remove_modifier(Modifier::REVERSED);
        buf.set_string(x, area.y, sign, style);
    }
}
