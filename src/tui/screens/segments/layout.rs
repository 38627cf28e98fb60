//! Where things stand: the strip of methods above, the picture at the left, at the right the accounts and
//! under them what is known of the chosen one.

use ratatui::layout::Rect;

/// From this height on there are blank lines between regions.
const ROOMY: u16 = 24;

/// Lines under the list for the chosen account, at least and at most.
const DETAIL: (u16, u16) = (7, 11);

/// The places of the screen.
#[derive(Debug, Clone, Copy)]
pub struct Parts {
    /// The methods.
    pub strip: Rect,
    /// The picture.
    pub picture: Rect,
    /// What is said under it.
    pub told: Rect,
    /// The rule between picture and list.
    pub rule: Rect,
    /// The heads of the list's columns.
    pub heads: Rect,
    /// The accounts.
    pub list: Rect,
    /// The chosen one.
    pub detail: Rect,
}

impl Parts {
    /// Shares out `area` to so many accounts; so many lines are to be said under the picture.
    pub fn of(area: Rect, accounts: usize, told: u16) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= ROOMY);
        let strip = Rect { y: inner.y + blank, height: 1, ..inner }.intersection(inner);
        let top = strip.y + 2;
        let body = Rect { y: top, height: inner.bottom().saturating_sub(top), ..inner }.intersection(inner);
        let width = (body.width * 38 / 100).clamp(34, 60).min(body.width);
        let right = Rect { x: body.right() - width, width, ..body };
        let left = Rect { width: body.width.saturating_sub(width + 3), ..body };
        let told = told.min(left.height / 4);
        let rule = Rect { x: left.right() + 1, width: u16::from(left.width > 0), ..body };
        let detail = (right.height * 3 / 10).clamp(DETAIL.0, DETAIL.1).min(right.height / 2);
        let list = right.height.saturating_sub(detail + 2);
        let list = list.min(u16::try_from(accounts).unwrap_or(u16::MAX));
        Parts {
            strip,
            picture: Rect { height: left.height - told, ..left },
            told: Rect { y: left.bottom() - told, height: told, ..left },
            rule,
            heads: Rect { height: 1.min(right.height), ..right },
            list: Rect { y: right.y + 1, height: list, ..right },
            detail: Rect { y: right.y + list + 2, height: detail, ..right },
        }
    }
}
