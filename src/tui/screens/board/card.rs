//! One card: a deal in a few lines, with badges for what should be looked at.

use std::borrow::Cow;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::attention::Reason;
use crate::domain::word::Stance;
use crate::report::model::Amount;
use crate::store::view::lines::DealLine;
use crate::tr;
use crate::tui::look::Look;
use crate::tui::screens::list::cells;
use crate::tui::widgets::due::due;
use crate::tui::widgets::text;

/// What badges tell of a deal.
#[derive(Debug, Clone, Default)]
pub struct Judged {
    /// Why it needs attention.
    pub reasons: Vec<Reason>,
    /// Where its people stand.
    pub stances: Vec<Stance>,
}

type Badge = (Cow<'static, str>, Style);

impl Judged {
    /// The badges, the most pressing first. What is wrong with the close date and the amount is told where
    /// they stand.
    fn badges(&self, look: &Look) -> Vec<Badge> {
        let theme = &look.theme;
        let has = |reasons: &[Reason]| self.reasons.iter().any(|reason| reasons.contains(reason));
        let mut badges: Vec<Badge> = Vec::new();
        let mut put = |holds: bool, sign: Cow<'static, str>, style: Style| {
            if holds {
                badges.push((sign, style));
            }
        };
        put(has(&[Reason::NextStepOverdue]), "!".into(), theme.bad);
        put(has(&[Reason::NoNextStep]), "?".into(), theme.warn);
        let slow = [
            Reason::NoActivity,
            Reason::StageTooLong,
            Reason::CloseDateMoved,
            Reason::ReceivableOverdue,
            Reason::OverCreditLimit,
            Reason::ExitSignMissing,
        ];
        put(has(&slow), "~".into(), theme.warn);
        let opposed = self.stances.contains(&Stance::Opponent);
        put(opposed, tr!(look.lang, "board.badge_opponent"), theme.bad);
        let supported = !opposed && self.stances.contains(&Stance::Supporter);
        put(supported, tr!(look.lang, "board.badge_supporter"), theme.good);
        put(has(&[Reason::NoDecisionMaker]), tr!(look.lang, "board.badge_no_decision_maker"), theme.dim);
        badges
    }
}

/// A deal's card, two lines high or three.
pub struct Card<'a> {
    /// How it is shown.
    pub look: &'a Look,
    /// The deal.
    pub deal: &'a DealLine,
    /// What badges tell.
    pub judged: &'a Judged,
    /// It is the chosen one.
    pub chosen: bool,
}

impl Card<'_> {
    /// Draws it: its name; its account and the badges; its amount and when it is expected to close. Where
    /// there are two lines the account is left out.
    pub fn draw(&self, area: Rect, buf: &mut Buffer) {
        let theme = &self.look.theme;
        buf.set_style(area, theme.selected_if(self.chosen));
        let mut rows = area.rows();
        let is_low = area.height < 3;
        if let Some(row) = rows.next() {
            if self.chosen {
                text::left(buf, self.look.measure, row, "›", self.within(theme.selected_mark));
            }
            let row = inside(row);
            let room = if is_low { self.draw_badges(row, buf) } else { row };
            text::left(buf, self.look.measure, room, &self.deal.deal.name, Style::new());
        }
        if !is_low && let Some(row) = rows.next() {
            let room = self.draw_badges(inside(row), buf);
            text::left(buf, self.look.measure, room, &self.deal.account, self.within(theme.dim));
        }
        if let Some(row) = rows.next() {
            self.draw_figures(inside(row), buf);
        }
    }

    /// Draws the badges at the right; returns what is left of the line.
    fn draw_badges(&self, row: Rect, buf: &mut Buffer) -> Rect {
        let badges = self.judged.badges(self.look);
        let cells = |(sign, _): &Badge| self.look.measure.width(sign) as u16 + 1;
        let used: u16 = badges.iter().map(cells).sum();
        let mut x = row.right().saturating_sub(used) + 1;
        for badge in &badges {
            let place = Rect { x, width: cells(badge) - 1, ..row }.intersection(row);
            text::left(buf, self.look.measure, place, &badge.0, self.within(badge.1));
            x += cells(badge);
        }
        Rect { width: row.width.saturating_sub(used), ..row }
    }

    fn draw_figures(&self, row: Rect, buf: &mut Buffer) {
        let look = self.look;
        let deal = &self.deal.deal;
        let (close, style) = match deal.close_on {
            None => (tr!(look.lang, "deals.no_date").into_owned(), look.theme.warn),
            Some(day) => {
                let (sign, style) = due(look, day);
                (format!("{sign}{}", look.date(day)), style)
            }
        };
        let used = text::right(buf, look.measure, row, &close, self.within(style)) + 1;
        let room = Rect { width: row.width.saturating_sub(used), ..row };
        let amount = deal.amount.map(|minor| Amount::new(minor, deal.currency));
        let (figure, style) = match amount {
            None => (tr!(look.lang, "board.no_amount").into_owned(), look.theme.warn),
            some => cells::amount(look, some, room.width.into()),
        };
        text::left(buf, look.measure, room, &figure, self.within(style));
    }

    fn within(&self, style: Style) -> Style {
        self.look.theme.within(self.chosen, style)
    }
}

/// A line of a card without the cells of its mark.
fn inside(row: Rect) -> Rect {
    Rect { x: row.x + 2, width: row.width.saturating_sub(2), ..row }.intersection(row)
}
