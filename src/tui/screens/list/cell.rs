//! Going from column to column of a list: what is done to the one that one stands in, and to the cell.

use ratatui::layout::Rect;

use super::ListScreen;
use super::draw::Parts;
use super::kind::Kind;
use super::read::Goal;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::dialogs::question::{Question, own_name};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Screen;
use crate::tui::step::Step;
use crate::tui::widgets::message::Notice;

impl<K: Kind> ListScreen<K> {
    /// The columns that are shown, and where their heads stand.
    pub(super) fn places(&self, look: &Look) -> Vec<(usize, Rect)> {
        let heads = Parts::of(look.room(), self.detail.is_open()).heads;
        self.arrangement.places(&self.columns, heads)
    }

    /// Goes to the next column, or the one before; from none to the first or the last.
    pub(super) fn go_to_column(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let shown: Vec<usize> = self.places(look).into_iter().map(|(at, _)| at).collect();
        let last = shown.len().saturating_sub(1);
        let here = self.column.and_then(|column| shown.iter().position(|at| *at == column));
        let there = match (action, here) {
            (Action::CellLeft, Some(place)) => place.saturating_sub(1),
            (Action::CellLeft, None) => last,
            (_, Some(place)) => (place + 1).min(last),
            (_, None) => 0,
        };
        self.column = shown.get(there).copied();
        Vec::new()
    }

    /// Changes the cell that one stands in: with the field of the record's form, so that it is checked and done
    /// as there. Where records are marked, all of them get what is told, if that column takes it.
    pub(super) fn edit_cell(&mut self, look: &Look) -> Vec<Step> {
        let places = self.places(look);
        let here = places.iter().find(|(at, _)| Some(*at) == self.column).or(places.first());
        let (Some((column, head)), Some(record)) = (here.copied(), self.chosen_record().map(K::chosen))
        else {
            return Vec::new();
        };
        self.column = Some(column);
        let (key, name) = (self.columns.key(column), self.columns.name(column, look));
        if let Some(many) = self.marked() {
            let asked = K::CELLS_OF_MANY.iter().find(|(known, _)| *known == key);
            return match asked {
                Some((_, asked)) => vec![Effect::Ask(Question::Many(*asked, many)).into()],
                None => vec![Step::Say(Notice::hint(tr!(look.lang, "cell.one_by_one", column = name)))],
            };
        }
        let fields: Vec<String> = match self.columns.own(column) {
            Some(own) => vec![own_name(own.field())],
            None => {
                let known = K::CELLS.iter().find(|(known, _)| *known == key);
                known.map(|(_, fields)| *fields).unwrap_or_default().iter().map(ToString::to_string).collect()
            }
        };
        if fields.is_empty() {
            return vec![Step::Say(Notice::hint(tr!(look.lang, "cell.reckoned", column = name)))];
        }
        let rows = Parts::of(look.room(), self.detail.is_open()).rows;
        let view = self.cursor.view(self.window.total, rows.height.into());
        let down = self.cursor.at().saturating_sub(view.start) as u16;
        let cell = Rect { y: rows.y + down, height: 1, ..head };
        vec![Effect::Ask(Question::Cell(record, fields, cell)).into()]
    }

    /// Arranges the column that one stands in; without one, the first that is shown.
    pub(super) fn arrange_column(&mut self, action: Action, look: &Look) -> Vec<Step> {
        let places = self.places(look);
        let here = places.iter().find(|(at, _)| Some(*at) == self.column).or(places.first());
        let Some((column, area)) = here.copied() else { return Vec::new() };
        self.column = Some(column);
        match action {
            Action::SortColumn if self.columns.sort(column).is_none() => return Vec::new(),
            Action::SortColumn => self.arrangement.sort_also(&self.columns, column),
            Action::WidenColumn => self.arrangement.widen(&self.columns, column, area.width + 1),
            _ => self.arrangement.widen(&self.columns, column, area.width.saturating_sub(1)),
        }
        self.arranged(self.chosen_id().map_or(Goal::Top, Goal::Stay))
    }
}
