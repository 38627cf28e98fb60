//! What was heard and seen of a person: the phrases and traits of the four rooms, laid out as the rooms
//! lie, to be ticked; and their own words.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::{Modifier, Style};

use super::Dialog;
use crate::domain::date;
use crate::domain::quadrant::Quadrant;
use crate::domain::quadrant::clue::{Clue, ClueKind};
use crate::ops::evidence::{ObservationInput, Whom};
use crate::report::quadrant;
use crate::store::table::evidence::Person;
use crate::store::view::evidence::What;
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{Deed, MindDeed};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::form::kind::Kind;
use crate::tui::widgets::input::LineInput;
use crate::tui::widgets::message::Notice;
use crate::tui::widgets::text;

/// The room that the dialog likes to have.
const SIZE: Size = Size { width: 84, height: 20 };

/// The columns of the plane: rooms from the top down.
const COLUMNS: [[Quadrant; 2]; 2] = [[Quadrant::A, Quadrant::B], [Quadrant::D, Quadrant::C]];

/// Cells that the day takes at the end of the line for their own words.
const DAY: u16 = 22;

/// What is shown: a kind of clue, the line for their own words, or the day beside it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sheet {
    Clues(ClueKind),
    Words,
    Day,
}

/// The picker's state.
pub struct Observe {
    whom: Whom,
    name: String,
    ticked: Vec<Clue>,
    /// Clues that are known already; a clue observed again is one clue.
    known: Vec<Clue>,
    was_read: bool,
    sheet: Sheet,
    column: usize,
    /// The chosen clue of each column.
    at: [usize; 2],
    words: LineInput,
    /// The day as typed; nothing is today.
    day: LineInput,
}

impl Observe {
    /// A picker for a person.
    pub fn new(whom: Whom, name: String) -> Observe {
        Observe {
            whom,
            name,
            ticked: Vec::new(),
            known: Vec::new(),
            was_read: false,
            sheet: Sheet::Clues(ClueKind::Says),
            column: 0,
            at: [0, 0],
            words: LineInput::default(),
            day: LineInput::default(),
        }
    }

    fn kind(&self) -> ClueKind {
        match self.sheet {
            Sheet::Clues(kind) => kind,
            Sheet::Words | Sheet::Day => ClueKind::Trait,
        }
    }

    /// The clues of a column, the upper room's first.
    fn clues(&self, column: usize) -> Vec<Clue> {
        COLUMNS[column].iter().flat_map(|room| Clue::listed(*room, self.kind())).collect()
    }

    fn move_by(&mut self, by: isize) {
        let number = self.clues(self.column).len() as isize;
        let at = &mut self.at[self.column];
        *at = (*at as isize + by).rem_euclid(number.max(1)) as usize;
    }

    fn turn_to(&mut self, column: usize) {
        self.at[column] = self.at[self.column].min(self.clues(column).len().saturating_sub(1));
        self.column = column;
    }

    fn next_sheet(&mut self) {
        self.sheet = match self.sheet {
            Sheet::Clues(ClueKind::Says) => Sheet::Clues(ClueKind::Trait),
            Sheet::Clues(ClueKind::Trait) => Sheet::Words,
            Sheet::Words => Sheet::Day,
            Sheet::Day => Sheet::Clues(ClueKind::Says),
        };
        let most = [0, 1].map(|column| self.clues(column).len().saturating_sub(1));
        self.at = [self.at[0].min(most[0]), self.at[1].min(most[1])];
    }

    fn tick(&mut self) {
        let Some(clue) = self.clues(self.column).get(self.at[self.column]).copied() else { return };
        match self.ticked.iter().position(|ticked| *ticked == clue) {
            Some(at) => drop(self.ticked.remove(at)),
            None => self.ticked.push(clue),
        }
    }

    /// Whether a line is typed in.
    fn is_typing(&self) -> bool {
        matches!(self.sheet, Sheet::Words | Sheet::Day)
    }

    fn accept(&mut self, look: &Look) -> Step {
        if let Some(wrong) = Kind::PastDay.wrong(look, &self.day.text()) {
            self.sheet = Sheet::Day;
            return Step::Say(Notice::hint(wrong));
        }
        if self.ticked.is_empty() {
            return Step::Say(Notice::hint(tr!(look.lang, "observe.nothing")));
        }
        let quote = Some(self.words.text()).filter(|words| !words.trim().is_empty());
        let told = ObservationInput {
            clues: self.ticked.clone(),
            quote,
            on: date::parse(&self.day.text(), look.today),
        };
        Effect::Do(Box::new(Deed::Mind(MindDeed::Observe(self.whom, told)))).into()
    }

    fn draw_column(&self, look: &Look, column: usize, area: Rect, buf: &mut Buffer) {
        let mut rows = area.rows();
        let mut number = 0;
        for room in COLUMNS[column] {
            let Some(head) = rows.next() else { return };
            let style = Style { bg: None, ..look.theme.room(room) }.add_modifier(Modifier::BOLD);
            let name = format!("{} {}", room.as_str().to_uppercase(), quadrant::name(look.lang, room));
            text::left(buf, look.measure, head, &name, style);
            for clue in Clue::listed(room, self.kind()) {
                let Some(row) = rows.next() else { return };
                let chosen = !self.is_typing() && column == self.column && number == self.at[column];
                self.draw_clue(look, clue, chosen, row, buf);
                number += 1;
            }
            // A line between the two rooms, where there is one to spare.
            if area.height >= 17 {
                rows.next();
            }
        }
    }

    fn draw_clue(&self, look: &Look, clue: Clue, chosen: bool, row: Rect, buf: &mut Buffer) {
        let theme = &look.theme;
        buf.set_style(row, theme.selected_if(chosen));
        let within = |style| theme.within(chosen, style);
        let is_ticked = self.ticked.contains(&clue);
        let (tick, style) = match (is_ticked, self.known.contains(&clue)) {
            (true, _) => ("[x] ", within(Style::new().add_modifier(Modifier::BOLD))),
            (false, true) => ("[·] ", within(theme.dim)),
            (false, false) => ("[ ] ", Style::new()),
        };
        let words = quadrant::clue(look.lang, clue);
        let pieces = [theme.mark(chosen), (tick, style), (words.as_ref(), style)];
        text::pieces(buf, look.measure, row, &pieces);
    }

    /// What is shown, among what there is.
    fn draw_tabs(&self, look: &Look, row: Rect, buf: &mut Buffer) {
        let tabs = [
            (Sheet::Clues(ClueKind::Says), tr!(look.lang, "observe.says")),
            (Sheet::Clues(ClueKind::Trait), tr!(look.lang, "observe.traits")),
        ];
        let mut x = row.x;
        for (sheet, words) in tabs {
            let is_here = self.sheet == sheet || self.is_typing() && sheet == Sheet::Clues(ClueKind::Trait);
            let style = if is_here { look.theme.accent.patch(look.theme.title) } else { look.theme.dim };
            let mark = if is_here { "▸" } else { " " };
            let rest = Rect { x, width: row.right().saturating_sub(x), ..row };
            x += text::left(buf, look.measure, rest, &format!("{mark}{words}   "), style);
        }
    }
}

impl Dialog for Observe {
    fn title(&self, look: &Look) -> String {
        match self.whom {
            Whom::Contact(_) => tr!(look.lang, "observe.title", name = self.name).into_owned(),
            Whom::Me => tr!(look.lang, "observe.title_me").into_owned(),
        }
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn foot(&self, look: &Look, _height: u16) -> String {
        if let Some(day) =
            Kind::PastDay.understood(look, &self.day.text()).filter(|_| self.sheet == Sheet::Day)
        {
            return day;
        }
        match self.ticked.len() {
            0 => tr!(look.lang, "observe.foot").into_owned(),
            number => tr!(look.lang, "observe.ticked", number = number).into_owned(),
        }
    }

    fn scopes(&self) -> &'static [Scope] {
        if self.is_typing() { &[Scope::Form] } else { &[Scope::Clues] }
    }

    fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::SwapDraft | Action::NextOffer | Action::Save)
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::Accept | Action::Save => return vec![self.accept(look)],
            Action::NextField => self.next_sheet(),
            Action::PreviousField if self.sheet == Sheet::Day => self.sheet = Sheet::Words,
            Action::PreviousField => self.sheet = Sheet::Clues(ClueKind::Trait),
            Action::TickClue => self.tick(),
            Action::RoomLeft => self.turn_to(0),
            Action::RoomRight => self.turn_to(1),
            Action::Up => self.move_by(-1),
            Action::Down => self.move_by(1),
            _ => {}
        }
        Vec::new()
    }

    fn key(&mut self, key: &KeyEvent) {
        match self.sheet {
            Sheet::Words => drop(self.words.key(key)),
            Sheet::Day => drop(self.day.key(key)),
            Sheet::Clues(_) => {}
        }
    }

    fn paste(&mut self, text: &str) {
        match self.sheet {
            Sheet::Words => self.words.paste(text),
            Sheet::Day => self.day.paste(text),
            Sheet::Clues(_) => {}
        }
    }

    fn read(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        if std::mem::replace(&mut self.was_read, true) {
            return Ok(());
        }
        let person = match self.whom {
            Whom::Contact(id) => Some(Person::Contact(id)),
            Whom::Me => book.me()?.map(|me| Person::Colleague(me.id)),
        };
        let evidence = person.map(|person| book.evidence(person)).transpose()?.unwrap_or_default();
        self.known = evidence
            .into_iter()
            .flat_map(|one| match one.what {
                What::Observed(clues) => clues,
                What::Told(_) => Vec::new(),
            })
            .collect();
        Ok(())
    }

    fn performed(&mut self, outcome: Result<(), &str>) -> Vec<Step> {
        if outcome.is_ok() { vec![Step::Close] } else { Vec::new() }
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let tabs = Rect { height: 1.min(area.height), ..area };
        self.draw_tabs(look, tabs, buf);
        let line = Rect { y: area.bottom().saturating_sub(1), height: 1, ..area };
        let body = Rect { y: tabs.bottom(), height: area.height.saturating_sub(2), ..area };
        let half = body.width / 2;
        self.draw_column(look, 0, Rect { width: half.saturating_sub(1), ..body }, buf);
        self.draw_column(look, 1, Rect { x: body.x + half, width: body.width - half, ..body }, buf);
        let (words, day) = (line.width.saturating_sub(DAY + 1), line.width.min(DAY));
        let words = Rect { width: words, ..line };
        let day = Rect { x: line.right().saturating_sub(day), width: day, ..line };
        let label = tr!(look.lang, "observe.quote");
        let in_words = draw_line(look, &label, &self.words, "", self.sheet == Sheet::Words, words, buf);
        let (label, today) = (tr!(look.lang, "observe.day"), tr!(look.lang, "observe.today"));
        in_words.or(draw_line(look, &label, &self.day, &today, self.sheet == Sheet::Day, day, buf))
    }
}

/// A line to type in after its label, and what an empty one stands for; gives the cursor where one is there.
fn draw_line(
    look: &Look,
    label: &str,
    input: &LineInput,
    empty: &str,
    is_here: bool,
    row: Rect,
    buf: &mut Buffer,
) -> Option<Position> {
    let style = if is_here { look.theme.accent } else { look.theme.dim };
    let taken = text::left(buf, look.measure, row, label, style) + 1;
    let field = Rect { x: row.x + taken, width: row.width.saturating_sub(taken), ..row };
    if input.raw().is_empty() {
        text::left(buf, look.measure, field, empty, look.theme.dim);
    }
    input.draw(field, buf, Style::new()).filter(|_| is_here)
}
