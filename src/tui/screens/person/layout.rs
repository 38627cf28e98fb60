//! Where the panes lie: side by side from a certain size on, else the chosen one alone.

use ratatui::layout::Rect;

use super::Pane;

/// From this size on, inside, all panes are shown.
const WHOLE: (u16, u16) = (110, 33);

/// Rows of the decision role's picture, with those around it.
const ROLE: u16 = 6;

/// The lines that the picture of how somebody thinks has at least.
const PICTURE: u16 = 20;

/// The parts of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// The line with the name.
    pub head: Rect,
    /// The line of the tabs; a rule where all panes are shown.
    pub tabs: Rect,
    /// Whether all panes are shown.
    pub is_whole: bool,
    /// The plane.
    pub plane: Option<Rect>,
    /// The decision role.
    pub role: Option<Rect>,
    sheets: [Option<Rect>; 4],
}

impl Parts {
    /// The parts of an area, with this pane chosen.
    pub fn of(area: Rect, pane: Pane) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        let head = Rect { height: 1.min(inner.height), ..inner };
        let tabs = Rect { y: head.bottom(), ..head };
        let body =
            Rect { y: tabs.bottom(), height: inner.height.saturating_sub(2), ..inner }.intersection(inner);
        let is_whole = inner.width + 2 >= WHOLE.0 && inner.height >= WHOLE.1;
        let mut parts = Parts { head, tabs, is_whole, plane: None, role: None, sheets: [None; 4] };
        if is_whole {
            parts.lay_whole(body)
        } else {
            parts.lay_one(body, pane)
        }
        parts
    }

    /// The lines of a pane; none where it is not shown.
    pub fn sheet(&self, pane: Pane) -> Option<Rect> {
        self.sheets[pane as usize]
    }

    fn lay_whole(&mut self, body: Rect) {
        let width = (body.width * 2 / 5).clamp(44, 72);
        let left = Rect { width, ..body };
        let right = Rect { x: left.right() + 3, width: body.width - width - 3, ..body };
        let [who, history] = split(left, left.height * 3 / 5);
        let [mind, talk] = split(right, (right.height * 3 / 5).max(PICTURE));
        let [who, role] = split(who, who.height.saturating_sub(ROLE));
        self.role = Some(role);
        self.lay_mind(Rect { height: mind.height.saturating_sub(1), ..mind });
        self.sheets[Pane::Who as usize] = Some(who);
        self.sheets[Pane::History as usize] = Some(history);
        self.sheets[Pane::Talk as usize] = Some(talk);
    }

    fn lay_one(&mut self, body: Rect, pane: Pane) {
        match pane {
            Pane::Mind => self.lay_mind(body),
            Pane::Who if body.height > ROLE + 8 => {
                let [who, role] = split(body, body.height - ROLE);
                self.role = Some(role);
                self.sheets[Pane::Who as usize] = Some(who);
            }
            pane => self.sheets[pane as usize] = Some(body),
        }
    }

    /// The plane, and beside it the evidence.
    fn lay_mind(&mut self, area: Rect) {
        let width = (area.width * 3 / 5).min(area.height * 27 / 10).max(40.min(area.width));
        self.plane = Some(Rect { width, ..area });
        let beside = Rect { x: area.x + width + 2, width: area.width.saturating_sub(width + 2), ..area };
        self.sheets[Pane::Mind as usize] = Some(beside);
    }
}

/// The first so many rows, and the rest.
fn split(area: Rect, first: u16) -> [Rect; 2] {
    let first = first.min(area.height);
    [Rect { height: first, ..area }, Rect { y: area.y + first, height: area.height - first, ..area }]
}
