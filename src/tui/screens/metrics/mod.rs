//! The measures of all accounts: how loyal, how valuable, how many went and why. Each line says at a key what
//! it is made of; where there is room that stands beside it.

pub mod lines;
#[cfg(test)]
mod tests;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use super::track::back::Back;
use super::{Chosen, Place, Screen, Visit, beside};
use crate::domain::metrics::Span;
use crate::domain::word::RecordKind;
use crate::report::page::Page;
use crate::report::{entry_words, pages};
use crate::store::view::metrics::{LostAccount, MetricsView};
use crate::store::{self, Book, Changes};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::travel::{follow, home};
use crate::tui::widgets::sheet::{Line, Sheet, Stands, Walk};
use crate::tui::widgets::text;

/// The screen's state.
#[derive(Debug, Default)]
pub struct MetricsScreen {
    back: Back,
    view: Option<MetricsView>,
    sheet: Sheet,
    walk: Walk,
    here: Option<Stands>,
    is_stale: bool,
}

/// The days, and under them the sheet.
struct Parts {
    strip: Rect,
    sheet: Rect,
    why: Option<Rect>,
}

impl Parts {
    fn of(area: Rect) -> Parts {
        let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area }.intersection(area);
        let blank = u16::from(inner.height >= 16);
        let strip = Rect { y: inner.y + blank, height: 1, ..inner }.intersection(inner);
        let top = 2 * blank + 1;
        let below = Rect { y: inner.y + top, height: inner.height.saturating_sub(top), ..inner };
        let (sheet, why) = beside(below.intersection(inner), false);
        Parts { strip, sheet, why }
    }
}

impl MetricsScreen {
    fn span(&self, look: &Look) -> Span {
        let (from, to) = self.back.days(look.today, look.first_month);
        Span { from: from.min(look.today), to: to.min(look.today) }
    }

    fn settle(&mut self, look: &Look) {
        self.here = self.sheet.at(look, self.walk, Parts::of(look.room()).sheet).cloned();
    }

    fn look_back(&mut self, back: Back) -> Vec<Step> {
        (self.back, self.is_stale) = (back, true);
        vec![Effect::Read.into()]
    }

    fn lay_out(&mut self, look: &Look) {
        let Some(view) = &self.view else { return };
        let mut sheet = Sheet::default();
        lines::put(&mut sheet, look, None, (&view.metrics, view.base), view.span);
        let lost = view.lost.iter().map(|one| lost(look, one)).collect();
        sheet.section(tr!(look.lang, "metrics.lost_accounts"), lost);
        self.sheet = sheet;
    }

    /// What stands beside the sheet: why the chosen measure is what it is, and churn tier by tier.
    fn explanation(&self, look: &Look) -> Option<Sheet> {
        let view = self.view.as_ref()?;
        let lang = look.lang;
        let measured = match &self.here {
            Some(Stands::Measure(measured)) => Some(measured.kind),
            _ => None,
        };
        let metric = view.metrics.iter().find(|metric| Some(metric.kind) == measured);
        let mut page = match metric {
            Some(metric) => pages::metrics::why(lang, metric, false, view.base),
            None => Page::new(lang, ""),
        };
        for (heading, facts) in [
            (tr!(lang, "page.churn_by_tier"), pages::metrics::churn_by_tier(lang, view)),
            (tr!(lang, "page.why_left"), pages::metrics::why_left(lang, view)),
        ] {
            if !facts.is_empty() {
                page.heading(heading);
                page.facts(facts);
            }
        }
        Some(Sheet::from(page))
    }
}

/// A lost account, with why it went and when it last bought.
fn lost(look: &Look, one: &LostAccount) -> Line {
    let why = match one.why {
        Some(why) => entry_words::choice(look.lang, "reason", why.as_str()).into_owned(),
        None => tr!(look.lang, "metrics.not_told").into_owned(),
    };
    let account = Chosen {
        kind: RecordKind::Account,
        id: one.account,
        name: one.name.clone(),
        account: Some(one.account),
        status: None,
    };
    Line {
        what: one.name.clone(),
        about: format!("{} · {} · {why}", look.sum(one.bought, 12), look.date(one.last)),
        style: if one.why.is_some() { look.theme.dim } else { look.theme.warn },
        stands_for: Some(Stands::Record(account)),
    }
}

impl Screen for MetricsScreen {
    fn place(&self) -> Place {
        Place::Metrics
    }

    fn looks_back(&self) -> bool {
        true
    }

    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "metrics.title").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Metrics, Scope::Record, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        action != Action::FollowLine || self.here.as_ref().and_then(home).is_some()
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::FollowLine => self.here.as_ref().map(follow).unwrap_or_default(),
            Action::NextPeriod => self.look_back(self.back.next()),
            Action::PreviousPeriod => self.look_back(self.back.previous()),
            other => {
                self.sheet.follow(look, &mut self.walk, other, Parts::of(look.room()).sheet);
                self.settle(look);
                Vec::new()
            }
        }
    }

    fn chosen(&self) -> Option<Chosen> {
        match &self.here {
            Some(Stands::Record(record)) => Some(record.clone()),
            _ => None,
        }
    }

    fn visit(&self) -> Visit {
        Visit { on: self.chosen(), pane: self.back as usize, ..Visit::default() }
    }

    fn revisit(&mut self, visit: Visit) {
        self.back = Back::of(visit.pane);
        self.is_stale = true;
    }

    fn resized(&mut self, look: &Look) -> Vec<Step> {
        self.settle(look);
        Vec::new()
    }

    fn changed(&mut self, _changes: Option<&Changes>) {
        // Measures are made of nearly every table.
        self.is_stale = true;
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if self.is_stale || self.view.is_none() {
            self.view = Some(book.metrics(None, self.span(look))?);
            self.is_stale = false;
            self.lay_out(look);
        }
        self.settle(look);
        Ok(())
    }

    fn signs(&self, _look: &Look) -> Vec<(String, String)> {
        Vec::new()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let parts = Parts::of(area);
        let theme = &look.theme;
        let taken = text::right(buf, look.measure, parts.strip, &self.back.words(look.lang), theme.dim);
        let left = Rect { width: parts.strip.width.saturating_sub(taken + 2), ..parts.strip };
        text::left(buf, look.measure, left, &tr!(look.lang, "metrics.all_of_book"), theme.title);
        self.sheet.draw(look, Some(self.walk), parts.sheet, buf);
        if let Some((why, area)) = self.explanation(look).zip(parts.why) {
            why.draw(look, None, area, buf);
        }
        None
    }
}
