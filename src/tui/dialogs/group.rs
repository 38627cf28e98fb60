//! The people of an account or a deal together: where each is at home on the plane, who has which part in
//! the purchase, who decides, and what is missing.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use crate::domain::coverage::Gap;
use crate::domain::word::{DecisionRole, Part, RecordKind};
use crate::report::page::Page as Words;
use crate::report::table::{Cell, Tone};
use crate::report::{advice, rows, words};
use crate::store::view::people::{Group as Whose, KeyPerson};
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::look::Look;
use crate::tui::screens::{Chosen, Place, Visit};
use crate::tui::step::Step;
use crate::tui::widgets::key_people::{self, initials};
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::quadrant::Plane;
use crate::tui::widgets::sheet::Sheet;
use crate::tui::widgets::{role, text};

/// The room that the dialog likes to have.
const SIZE: Size = Size { width: 112, height: 34 };

/// People who are listed at most before the list scrolls.
const LISTED: u16 = 8;

/// The buying group.
pub struct Group {
    of: Chosen,
    people: Vec<KeyPerson>,
    gaps: Vec<Gap>,
    animals: bool,
    cursor: Cursor,
    /// Whether the parts and roles are shown in place of the plane, where there is no room for both.
    shows_parts: bool,
}

impl Group {
    /// Of an account, or of a deal.
    pub fn new(of: Chosen) -> Group {
        let (people, gaps) = (Vec::new(), Vec::new());
        Group { of, people, gaps, animals: true, cursor: Cursor::default(), shows_parts: false }
    }

    /// Whether a record has such a group.
    pub fn is_of(kind: RecordKind) -> bool {
        matches!(kind, RecordKind::Account | RecordKind::Deal)
    }

    fn whose(&self) -> Whose {
        match self.of.kind {
            RecordKind::Deal => Whose::Deal(self.of.id),
            _ => Whose::Account(self.of.id),
        }
    }

    fn draw_people(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        for (row, at) in area.rows().zip(self.cursor.view(self.people.len(), area.height.into())) {
            let chosen = at == self.cursor.at();
            let person = &self.people[at];
            key_people::draw_line(look, person, look.theme.mark(chosen), chosen, row, buf);
        }
    }

    /// What is known of the chosen one, and what is missing in all.
    fn words(&self, look: &Look) -> Sheet {
        let lang = look.lang;
        let Some(person) = self.people.get(self.cursor.at()) else { return Sheet::default() };
        let mut page = Words::new(lang, person.contact.name.clone());
        let parts: Vec<_> = person.parts.iter().map(|part| words::part(lang, *part)).collect();
        let covered: Vec<_> = person.covered_by.iter().map(|by| by.name.clone()).collect();
        let nobody =
            |cell: Cell, is_empty: bool| if is_empty { Cell::text("?").toned(Tone::Quiet) } else { cell };
        let stance = person.stance.map(|stance| words::stance(lang, stance));
        let role = person.role().map(|role| words::decision_role(lang, role));
        page.facts(vec![
            (tr!(lang, "column.parts").into(), nobody(Cell::text(lang.list(&parts)), parts.is_empty())),
            (tr!(lang, "column.decision_role").into(), nobody(Cell::maybe(role.clone()), role.is_none())),
            (tr!(lang, "column.stance").into(), nobody(Cell::maybe(stance.clone()), stance.is_none())),
            (tr!(lang, "column.covered_by").into(), nobody(Cell::list(&covered), covered.is_empty())),
        ]);
        let name = |id| {
            let known = self.people.iter().find(|person| person.contact.id == id);
            known.map(|person| person.contact.name.clone()).unwrap_or_default()
        };
        let said = |gap: &Gap| advice::gap(lang, *gap, name).into_owned();
        let graver = self.gaps.iter().filter(|gap| gap.is_warning()).map(|gap| format!("! {}", said(gap)));
        page.list(tr!(lang, "page.warnings"), graver.collect());
        // Open parts stand in the table of parts.
        let open = self.gaps.iter().filter(|gap| !gap.is_warning() && !matches!(gap, Gap::PartOpen(_)));
        page.list(tr!(lang, "page.gaps"), open.map(said).collect());
        Sheet::from(page)
    }

    /// Each part in the purchase with who holds it, and the decision roles.
    fn draw_parts(&self, look: &Look, area: Rect, buf: &mut Buffer) {
        let lang = look.lang;
        let widest = Part::ALL.iter().map(|part| look.measure.width(&words::part(lang, *part)));
        let names = widest.max().unwrap_or(0) as u16 + 2;
        let mut rows = area.rows();
        if let Some(head) = rows.next() {
            text::left(buf, look.measure, head, &tr!(lang, "group.parts"), look.theme.title);
        }
        for (row, part) in rows.by_ref().zip(Part::ALL) {
            let holders = self.people.iter().filter(|person| person.parts.contains(part));
            let holders: Vec<&str> = holders.map(|person| person.contact.name.as_str()).collect();
            let left = Rect { width: names.min(row.width), ..row };
            text::left(buf, look.measure, left, &words::part(lang, *part), look.theme.dim);
            let right = Rect { x: row.x + names, width: row.width.saturating_sub(names), ..row };
            match holders.is_empty() {
                true => {
                    let is_open = self.gaps.contains(&Gap::PartOpen(*part))
                        || *part == Part::DecisionMaker && self.gaps.contains(&Gap::NoDecisionMaker);
                    let style = if is_open { look.theme.warn } else { look.theme.dim };
                    text::left(buf, look.measure, right, &tr!(lang, "group.nobody"), style)
                }
                false => text::left(buf, look.measure, right, &look.lang.list(&holders), Style::new()),
            };
        }
        let taken = Part::ALL.len() as u16 + 2;
        let below = Rect { y: area.y + taken, height: area.height.saturating_sub(taken), ..area };
        if below.height >= 4 && area.height > taken {
            let of = |role: DecisionRole| {
                let holders = self.people.iter().filter(|person| person.role() == Some(role));
                holders.map(|person| initials(&person.contact.name)).collect()
            };
            role::draw_with(look, of, false, Rect { height: 4, ..below }, buf);
        }
    }
}

impl Dialog for Group {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "group.title", name = self.of.name).into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        SIZE
    }

    fn foot(&self, look: &Look, _height: u16) -> String {
        tr!(look.lang, "group.foot").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Group, Scope::Page, Scope::List]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::NextPane => self.shows_parts = !self.shows_parts,
            Action::FollowLine => {
                let at = self.people.get(self.cursor.at()).map(|person| person.contact.id);
                if at.is_some() {
                    return vec![Step::Close, Step::Go(Place::Person, Visit { at, ..Visit::default() })];
                }
            }
            other => drop(self.cursor.follow(other, self.people.len(), LISTED.into())),
        }
        Vec::new()
    }

    fn read(&mut self, book: &Book, _look: &Look) -> store::Result<()> {
        self.people = book.people(self.whose())?;
        self.gaps = rows::people::gaps_of(book, self.whose(), &self.people)?;
        self.animals = book.settings()?.animals;
        Ok(())
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        if self.people.is_empty() {
            let lines = text::wrapped(look.measure, &tr!(look.lang, "group.empty"), area.width.into());
            for (row, line) in area.rows().zip(&lines) {
                text::left(buf, look.measure, row, line, look.theme.dim);
            }
            return None;
        }
        let width = (area.width * 11 / 20).max(40).min(area.width);
        let left = Rect { width, ..area };
        let right = Rect { x: left.right() + 2, width: area.width.saturating_sub(width + 2), ..area };
        let under = Part::ALL.len() as u16 + 6;
        let has_both = area.height >= 16 + under;
        let plane = Rect { height: if has_both { area.height - under - 1 } else { area.height }, ..left };
        if has_both || !self.shows_parts {
            let marks = key_people::marks(&self.people, Some(self.cursor.at()));
            Plane { marks: &marks, animals: self.animals, ..Plane::default() }.draw(look, plane, buf);
        }
        if has_both {
            self.draw_parts(look, Rect { y: area.bottom() - under, height: under, ..left }, buf);
        } else if self.shows_parts {
            self.draw_parts(look, left, buf);
        }
        let listed = (self.people.len() as u16).min(LISTED).min(right.height);
        self.draw_people(look, Rect { height: listed, ..right }, buf);
        let below = listed + 1;
        let rest = Rect { y: right.y + below, height: right.height.saturating_sub(below), ..right };
        self.words(look).draw(look, None, rest, buf);
        None
    }
}
