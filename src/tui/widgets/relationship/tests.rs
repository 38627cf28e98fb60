//! The pictures of a relationship, cell by cell.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::{Ladder, TrendChart};
use crate::domain::relationship::{CheckUp, Level, Proposal};
use crate::i18n::Lang;
use crate::tui::look::Look;
use crate::tui::testkit::look;

fn check_up(day: &str, mean: i64) -> CheckUp {
    CheckUp { held_on: day.parse().unwrap(), mean }
}

fn drawn(width: u16, height: u16, draw: impl Fn(&Look, Rect, &mut Buffer)) -> String {
    let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
    let area = buf.area;
    draw(&look(Lang::En), area, &mut buf);
    crate::tui::testkit::text(&buf)
}

fn trend(check_ups: &[CheckUp]) -> String {
    drawn(48, 10, |look, area, buf| TrendChart { check_ups, low: 300 }.draw(look, area, buf))
}

#[test]
fn check_ups_stand_on_their_days_and_at_their_means() {
    let all = [
        check_up("2025-11-20", 420),
        check_up("2026-03-20", 460),
        check_up("2026-07-20", 340),
        check_up("2026-11-20", 280),
    ];
    insta::assert_snapshot!("trend", trend(&all));
}

#[test]
fn one_check_up_is_a_point_and_none_says_so() {
    insta::assert_snapshot!("trend_one", trend(&[check_up("2026-03-20", 500)]));
    insta::assert_snapshot!("trend_none", trend(&[]));
}

#[test]
fn a_chart_without_room_draws_nothing() {
    for (width, height) in [(48, 3), (19, 10), (0, 0)] {
        let shown = drawn(width, height, |look, area, buf| {
            TrendChart { check_ups: &[check_up("2026-03-20", 500)], low: 300 }.draw(look, area, buf);
        });
        assert!(shown.trim().is_empty(), "{shown}");
    }
}

#[test]
fn the_ladder_marks_what_was_decided_and_what_the_signs_propose() {
    let ladder = Ladder {
        decided: Some((Level::PreferredSupplier, "2026-03-20".parse().unwrap())),
        proposal: Proposal { level: Some(Level::Partner), answered: 6 },
    };
    insta::assert_snapshot!("ladder", drawn(60, 4, |look, area, buf| ladder.draw(look, area, buf)));
    insta::assert_snapshot!("ladder_line", drawn(78, 1, |look, area, buf| ladder.draw(look, area, buf)));
}
