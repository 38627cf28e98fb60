//! The reference: the terms of the trade on the left, narrowed by typing; what the chosen one means on the
//! right.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use super::narrowed::Narrowed;
use crate::i18n::Lang;
use crate::report::guide;
use crate::report::model::TermOut;
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screens::Place;
use crate::tui::screens::record::Tab;
use crate::tui::step::Step;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

const SIZE: Size = Size { width: 92, height: 18 };

/// Cells of the list of terms.
const TERMS: u16 = 30;

/// The reference, and where one reads.
pub struct Guide {
    lang: Lang,
    terms: Vec<TermOut>,
    found: Vec<usize>,
    input: LineInput,
    cursor: Cursor,
}

impl Guide {
    /// The reference, opened at the term of this key.
    pub fn at(lang: Lang, term: &str) -> Guide {
        let terms = guide::terms(lang);
        let at = terms.iter().position(|known| known.term == term).unwrap_or_default();
        let found: Vec<usize> = (0..terms.len()).collect();
        let mut cursor = Cursor::default();
        cursor.choose(at, found.len(), usize::from(SIZE.height) - 2);
        Guide { lang, terms, found, input: LineInput::default(), cursor }
    }

    /// Keeps the terms whose names hold what was typed, in either language, then those that speak of it.
    fn search(&mut self) {
        let typed = self.input.text().to_lowercase();
        let named: Vec<String> = guide::find(self.lang, &typed).into_iter().map(|term| term.term).collect();
        let is_named = |at: &usize| named.contains(&self.terms[*at].term);
        let (mut found, others): (Vec<_>, Vec<_>) = (0..self.terms.len()).partition(is_named);
        found.extend(others.into_iter().filter(|at| self.terms[*at].text.to_lowercase().contains(&typed)));
        self.found = found;
        self.cursor = Cursor::default();
    }

    fn chosen(&self) -> Option<&TermOut> {
        self.found.get(self.cursor.at()).map(|at| &self.terms[*at])
    }

    fn draw_text(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let Some(term) = self.chosen() else { return };
        let theme = &look.theme;
        let mut rows = area.rows();
        if let Some(row) = rows.next() {
            text::left(buf, look.measure, row, &term.title, theme.title);
        }
        if let Some(row) = rows.next() {
            text::left(buf, look.measure, row, &term.chapter, theme.dim);
        }
        let words = text::wrapped(look.measure, &term.text, area.width.into());
        for (row, line) in rows.skip(1).zip(words) {
            text::left(buf, look.measure, row, &line, Style::new());
        }
    }
}

impl Dialog for Guide {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "guide.title").into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel | Action::Accept => return vec![Step::Close],
            other => {
                let height = SIZE.height.min(look.room().height.saturating_sub(2));
                self.cursor.follow(other, self.found.len(), usize::from(height).saturating_sub(2));
            }
        }
        Vec::new()
    }

    fn key(&mut self, key: &KeyEvent) {
        if self.input.key(key) {
            self.search();
        }
    }

    fn paste(&mut self, text: &str) {
        self.input.paste(text);
        self.search();
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let panes = [Constraint::Length(TERMS.min(area.width / 2)), Constraint::Fill(1)];
        let [left, right] = Layout::horizontal(panes).spacing(2).areas(area);
        self.draw_text(look, right, buf);
        let nothing = tr!(look.lang, "guide.nothing");
        let (input, cursor, count) = (&self.input, &self.cursor, self.found.len());
        let list = Narrowed { sign: "›", input, cursor, count, nothing: &nothing };
        list.draw(look, left, buf, |index, chosen, row, buf| {
            let theme = &look.theme;
            buf.set_style(row, theme.selected_if(chosen));
            let title = self.terms[self.found[index]].title.as_str();
            let pieces = [theme.mark(chosen), (title, Style::new())];
            text::pieces(buf, look.measure, row, &pieces);
        })
    }
}

/// The term that a screen, or a side of a record, is about.
pub fn term_of(place: Place, tab: Option<Tab>) -> &'static str {
    match tab {
        Some(tab) => of_tab(place, tab),
        None => of_place(place),
    }
}

fn of_place(place: Place) -> &'static str {
    match place {
        Place::Today | Place::Calendar => "next_step",
        Place::Funnel => "funnel",
        Place::Accounts | Place::Account | Place::Register | Place::Import | Place::Doubles => "account",
        Place::People => "key_person",
        Place::Person => "quadrants",
        Place::Deals | Place::Deal => "deal",
        Place::Board => "stage",
        Place::Log => "rhythm",
        Place::Review => "weekly_review",
        Place::Change => "bridge",
        Place::Track => "calibration",
        Place::Segments => "attack_defence",
        Place::Care => "health",
        Place::Metrics => "lifetime_value",
        Place::Resources => "resources",
        Place::WhiteSpace => "white_space",
    }
}

fn of_tab(place: Place, tab: Tab) -> &'static str {
    match tab {
        Tab::Overview | Tab::History => of_place(place),
        Tab::Plan => "strat",
        Tab::Needs => "spin",
        Tab::Value => "five_elements",
        Tab::Path => "exit_sign",
        Tab::People => "coverage",
        Tab::Deals => "deal",
        Tab::Factors => "factor",
        Tab::Swot => "swot",
        Tab::Competitors => "criteria",
        Tab::Actions => "objective",
        Tab::Receivables => "receivable",
        Tab::Intelligence => "intelligence",
        Tab::Check => "walk_around",
        Tab::Relationship => "relationship_level",
        Tab::Care => "commitment",
        Tab::Metrics => "lifetime_value",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::testkit::Interface;
    use crate::tui::testkit::sample::sample;

    #[test]
    fn the_guide_opens_at_what_the_screen_is_about_and_is_narrowed_by_typing() {
        let mut interface = Interface::open(sample(), Lang::En, 80, 24);
        interface.press("2 g ?");
        let screen = interface.screen();
        assert!(screen.contains("› Funnel"), "{screen}");
        interface.type_text("把关者");
        let screen = interface.screen();
        assert!(screen.contains("› Gatekeeper"), "{screen}");
        assert!(!screen.contains("Macro-strategy"), "{screen}");
        interface.press("esc");
        assert!(!interface.screen().contains("Gatekeeper"));
    }

    #[test]
    fn every_screen_and_side_leads_to_a_term_that_there_is() {
        let terms = guide::terms(Lang::En);
        let is_known = |key: &str| terms.iter().any(|term| term.term == key);
        for tab in Tab::OF_ACCOUNT.iter().chain(Tab::OF_DEAL) {
            assert!(is_known(term_of(Place::Account, Some(*tab))), "{tab:?}");
        }
        for place in [Place::Today, Place::Funnel, Place::People, Place::Person, Place::Board, Place::Log] {
            assert!(is_known(term_of(place, None)), "{place:?}");
        }
        for place in [Place::Review, Place::Change, Place::Track, Place::Register, Place::Deals] {
            assert!(is_known(term_of(place, None)), "{place:?}");
        }
    }
}
