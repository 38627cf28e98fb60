//! What this book and another copy of it have both changed: side by side, one side taken of each.

use std::collections::BTreeMap;
use std::path::PathBuf;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use crate::domain::joining::{Chosen, Rule};
use crate::report::spell::spell_alone;
use crate::report::{rows, words};
use crate::store::joining::{Conflict, Shown};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::{Effect, Joining};
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::beside::{Line, Said, Side, Sides};

/// Cells that the two sides like to have.
const WIDTH: u16 = 100;

/// Lines that a page of them moves on.
const PAGE: usize = 10;

/// The conflicts, and which side is taken of each.
pub struct Joined {
    file: PathBuf,
    keys: Vec<String>,
    sides: Sides,
}

impl Joined {
    /// Shows conflicts with the copy in a file; of each the side that was changed last is taken at first.
    pub fn new(look: &Look, file: PathBuf, conflicts: &[Conflict]) -> Joined {
        let lang = look.lang;
        let lines = conflicts.iter().map(|conflict| {
            let said = |shown: &Shown, at| {
                let value = spell_alone(lang, &rows::joining::cell(lang, &conflict.field, shown));
                Said { value, note: words::wall_clock(at) }
            };
            let (record, field) =
                (rows::joining::record(lang, conflict), rows::joining::field(lang, conflict));
            let taken = match Rule::Newest.choose(conflict.ours_at, conflict.theirs_at) {
                Chosen::Ours => Side::Left,
                Chosen::Theirs => Side::Right,
            };
            Line {
                // The field first: it is what a narrow window must not cut off.
                label: format!("{field} · {record}"),
                left: said(&conflict.ours, conflict.ours_at),
                right: said(&conflict.theirs, conflict.theirs_at),
                taken: Some(taken),
            }
        });
        let heads = [tr!(lang, "joining.ours").into_owned(), tr!(lang, "joining.theirs").into_owned()];
        let sides = Sides::new(heads, lines.collect());
        let keys = conflicts.iter().map(|conflict| conflict.key.clone()).collect();
        Joined { file, keys, sides }
    }

    fn chosen(&self) -> BTreeMap<String, Chosen> {
        let taken = self.sides.lines().iter().map(|line| match line.taken {
            Some(Side::Right) => Chosen::Theirs,
            _ => Chosen::Ours,
        });
        self.keys.iter().cloned().zip(taken).collect()
    }
}

impl Dialog for Joined {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "joining.title", count = self.keys.len()).into_owned()
    }

    fn wants(&self, _look: &Look) -> Size {
        Size::new(WIDTH, self.sides.height())
    }

    fn foot(&self, look: &Look, _height: u16) -> String {
        tr!(look.lang, "joining.foot").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Sides, Scope::List]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Accept => {
                let join = Effect::Joining(Joining::Join(self.file.clone(), self.chosen()));
                vec![Step::Close, join.into()]
            }
            Action::Cancel => vec![Step::Close],
            other => {
                self.sides.follow(other, PAGE);
                Vec::new()
            }
        }
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.sides.draw(look, area, buf);
        None
    }
}
