//! The mouse: what it points at is chosen, opened, carried, scrolled, by the actions that the keys mean.
//!
//! A line is chosen as the eye and the keys would do it: the frame shows which line is chosen, and the choice
//! moves up or down until it has come to the one that is pointed at. So every list can be pointed into, and
//! none has to know.

use std::time::{Duration, Instant};

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Modifier;
use unicode_width::UnicodeWidthStr;

use super::action::Action;
use super::app::App;
use super::draw::draw;
use super::effect::{Effect, World};
use super::look::is_too_small;
use super::theme::Theme;

/// Within this time a second press at the same place opens what the first has chosen.
const TWICE: Duration = Duration::from_millis(400);

/// Lines that one turn of the wheel moves.
const TURN: u32 = 3;

/// The sign at the left of the chosen line.
const MARK: &str = "›";

/// What the mouse did last.
#[derive(Debug, Default)]
pub struct Pointer {
    /// When and where it was pressed.
    pressed: Option<(Instant, Position)>,
    /// Where something was taken hold of that may be carried.
    held: Option<Position>,
}

impl Pointer {
    /// Does what the mouse asks for; gives back what is to be done outside.
    pub fn take(
        &mut self,
        event: &MouseEvent,
        now: Instant,
        app: &mut App,
        world: &mut World,
    ) -> Vec<Effect> {
        let cell = Position { x: event.column, y: event.row };
        if is_too_small(whole(app)) {
            return Vec::new();
        }
        match event.kind {
            MouseEventKind::Down(MouseButton::Left) => self.press(cell, now, app, world),
            MouseEventKind::Drag(MouseButton::Left) => {
                if self.held.is_some_and(|held| held != cell) {
                    // What is carried is not pressed a second time.
                    self.pressed = None;
                    app.carry_to(cell);
                }
                Vec::new()
            }
            MouseEventKind::Up(MouseButton::Left) => match self.held.take() {
                Some(held) if held != cell => {
                    let effects = app.let_go_at(cell);
                    world.perform(effects, app)
                }
                _ => Vec::new(),
            },
            MouseEventKind::ScrollDown => turn(Action::Down, app, world),
            MouseEventKind::ScrollUp => turn(Action::Up, app, world),
            _ => Vec::new(),
        }
    }

    fn press(&mut self, cell: Position, now: Instant, app: &mut App, world: &mut World) -> Vec<Effect> {
        let before = self.pressed.replace((now, cell));
        self.held = None;
        let area = screen(app);
        if let Some(effects) = app.point_at_panel(cell) {
            return world.perform(effects, app);
        }
        if cell.y + 1 == area.bottom() {
            let effects = app.point_at_key(cell);
            return world.perform(effects, app);
        }
        if cell.y == 0 && app.dialogs.is_empty() {
            let effects = app.point_at_tab(cell);
            return world.perform(effects, app);
        }
        if before.is_some_and(|(when, at)| at == cell && now.duration_since(when) < TWICE) {
            self.pressed = None;
            // Only what is chosen is opened: a press beside all lines chooses none.
            return match self.is_on_chosen(cell, app) {
                true => {
                    let effects = app.key(&KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE));
                    world.perform(effects, app)
                }
                false => Vec::new(),
            };
        }
        if app.dialogs.is_empty()
            && let Some(effects) = app.point_at_screen(cell)
        {
            self.held = Some(cell);
            return world.perform(effects, app);
        }
        come_to(cell, app, world)
    }

    fn is_on_chosen(&self, cell: Position, app: &App) -> bool {
        chosen_lines(&seen(app), app, cell).is_some_and(|lines| lines.contains(cell))
    }
}

/// Moves the choice to the line at a cell, if there is one in the list where the choice is.
fn come_to(cell: Position, app: &mut App, world: &mut World) -> Vec<Effect> {
    let mut others = Vec::new();
    let (mut way, mut steps, mut has_come) = (None, 0, false);
    let mut frame = seen(app);
    for _ in 0..app.look.size.height {
        let Some(lines) = chosen_lines(&frame, app, cell) else { break };
        has_come = lines.contains(cell);
        let next = if cell.y < lines.y { Action::Up } else { Action::Down };
        // Turning back means that the line pointed at cannot be chosen, as a heading cannot.
        if has_come || !app.moves_by(next) || way.is_some_and(|way| way != next) {
            break;
        }
        way = Some(next);
        let effects = app.update(next);
        others.extend(world.perform(effects, app));
        let moved = seen(app);
        if moved == frame {
            break;
        }
        steps += 1;
        let is_at_edge = chosen_lines(&moved, app, cell) == Some(lines);
        frame = moved;
        if is_at_edge {
            break;
        }
    }
    // What is below the last line, or a heading, is not chosen: the choice stays where it was.
    if let (false, Some(way), 1..) = (has_come, way, steps) {
        let back = if way == Action::Down { Action::Up } else { Action::Down };
        others.extend(world.perform(vec![Effect::Again(back, steps)], app));
    }
    others
}

fn turn(way: Action, app: &mut App, world: &mut World) -> Vec<Effect> {
    if !app.moves_by(way) {
        return Vec::new();
    }
    world.perform(vec![Effect::Again(way, TURN)], app)
}

/// Where the chosen line stands, with all its rows, in the list over or under a cell; none where that is in no
/// list with a chosen line.
fn chosen_lines(frame: &Buffer, app: &App, cell: Position) -> Option<Rect> {
    let area = frame.area;
    let is_chosen = |at: Position| is_chosen(&frame[at], &app.look.theme);
    let marks = area.positions().filter(|at| frame[*at].symbol() == MARK && is_chosen(*at));
    let lines = marks.map(|mark| {
        let right = end_of_line(frame, mark, is_chosen);
        let down = (mark.y..area.bottom())
            .take_while(|y| {
                let at = Position { x: mark.x, y: *y };
                is_chosen(at) && (*y == mark.y || frame[at].symbol() != MARK)
            })
            .count();
        Rect { x: mark.x, y: mark.y, width: right - mark.x, height: down as u16 }
    });
    lines.filter(|lines| (lines.left()..lines.right()).contains(&cell.x)).last()
}

/// Where the chosen line ends that begins at a cell. The second half of a wide character has no style of its own.
fn end_of_line(frame: &Buffer, from: Position, is_chosen: impl Fn(Position) -> bool) -> u16 {
    let mut x = from.x;
    while x < frame.area.right() && is_chosen(Position { x, ..from }) {
        x += (frame[(x, from.y)].symbol().width() as u16).max(1);
    }
    x.min(frame.area.right())
}

/// Whether a cell is part of a chosen line.
fn is_chosen(cell: &Cell, theme: &Theme) -> bool {
    match theme.selected.bg {
        Some(colour) => cell.bg == colour,
        None => cell.modifier.contains(Modifier::REVERSED),
    }
}

/// What is on the screen now.
fn seen(app: &App) -> Buffer {
    let area = whole(app);
    let mut frame = Buffer::empty(area);
    draw(app, area, &mut frame);
    frame
}

fn whole(app: &App) -> Rect {
    let Size { width, height } = app.whole();
    Rect::new(0, 0, width, height)
}

/// What of it the screen has.
fn screen(app: &App) -> Rect {
    Rect { height: app.look.size.height, ..whole(app) }
}
