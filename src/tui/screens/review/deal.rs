//! The deal in hand: what it is, why it is here and which key settles that, what changed since the last
//! review.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use super::ReviewScreen;
use super::read::OnDeal;
use crate::domain::attention::Reason;
use crate::domain::money::Currency;
use crate::domain::review::Verdict;
use crate::domain::word::Status;
use crate::report::{percent, words};
use crate::store::table::event::DealState;
use crate::tr;
use crate::tui::action::Action;
use crate::tui::look::Look;
use crate::tui::widgets::due::due;
use crate::tui::widgets::text;

/// Words one after the other, each in its style.
type Pieces = Vec<(String, Style)>;

impl ReviewScreen {
    pub(super) fn draw_deal(&self, look: &Look, deal: &OnDeal, area: Rect, buf: &mut Buffer) {
        let verdict =
            self.view.as_ref().and_then(|view| view.stops.get(self.at)).and_then(|stop| stop.verdict);
        let what = what(look, deal, (self.at, verdict), area.width.into());
        let why = why(look, deal);
        let since = since(look, deal);
        let parts = [what, why, since];
        let lines: usize = parts.iter().map(Vec::len).sum();
        // Blank lines are given up first.
        let gap = usize::from(lines + 2 <= area.height.into());
        let mut rows = area.rows();
        for (place, part) in parts.iter().enumerate() {
            if place > 0 && gap > 0 {
                rows.next();
            }
            // The lines before the rows: a row is taken only where there is a line for it.
            for (line, row) in part.iter().zip(rows.by_ref()) {
                let pieces: Vec<(&str, Style)> =
                    line.iter().map(|(words, style)| (words.as_str(), *style)).collect();
                text::pieces(buf, look.measure, row, &pieces);
            }
        }
    }
}

/// A label, and what follows it in the same column on every line.
fn labelled(look: &Look, label: &str, pieces: Pieces) -> Pieces {
    let gap = " ".repeat(LABEL.saturating_sub(look.measure.width(label)).max(1));
    std::iter::once((format!("{label}{gap}"), look.theme.dim)).chain(pieces).collect()
}

/// Cells of the labels.
const LABEL: usize = 14;

fn what(look: &Look, one: &OnDeal, (at, verdict): (usize, Option<Verdict>), cells: usize) -> Vec<Pieces> {
    let (lang, theme, deal) = (look.lang, &look.theme, &one.line.deal);
    let mut name = vec![
        (format!("{}  ", at + 1), theme.dim),
        (deal.name.clone(), theme.title),
        (format!("  {}", one.line.account), theme.dim),
    ];
    if let Some(verdict) = verdict {
        name.push((format!("   ✓ {}", verdict_words(look, verdict)), theme.good));
    } else if deal.status != Status::Open {
        name.push((format!("   {}", words::status(lang, deal.status)), theme.good));
    }
    let rate = deal.win_rate.unwrap_or(one.line.stage.1);
    let amount = match deal.amount {
        Some(minor) => vec![
            (money(look, minor, deal.currency), theme.figure),
            (format!("  {}", tr!(lang, "review.at_rate", rate = percent(rate))), theme.dim),
        ],
        None => vec![(format!("? {}", tr!(lang, "review.no_amount")), theme.warn)],
    };
    let close = match deal.close_on {
        Some(day) => {
            let (sign, style) = due(look, day);
            vec![(format!("{sign}{}", look.date(day)), style)]
        }
        None => vec![(format!("? {}", tr!(lang, "review.no_date")), theme.warn)],
    };
    let step = match (&deal.next_step, deal.next_on) {
        (None, None) => vec![(format!("? {}", tr!(lang, "review.no_step")), theme.warn)],
        (step, day) => {
            let mut pieces = vec![(step.clone().unwrap_or_default(), Style::new())];
            pieces.extend(day.map(|day| {
                let (sign, style) = due(look, day);
                (format!("  {sign}{}", look.date(day)), style)
            }));
            pieces
        }
    };
    vec![
        name,
        labelled(look, &tr!(lang, "column.stage"), path(look, one, cells.saturating_sub(LABEL))),
        labelled(look, &tr!(lang, "column.amount"), amount),
        labelled(look, &tr!(lang, "column.close_date"), close),
        labelled(look, &tr!(lang, "column.next_step"), step),
        labelled(look, &tr!(lang, "review.people"), people(look, one)),
    ]
}

/// The stages with the one where it stands between brackets; where they do not fit in `cells`, those around
/// it.
fn path(look: &Look, one: &OnDeal, cells: usize) -> Pieces {
    let here = one.place();
    let name = |(place, stage)| {
        let name = words::stage(look.lang, stage);
        match here == Some(place) {
            true => (format!("[{name}]"), look.theme.accent.patch(look.theme.title)),
            false => (name.into_owned(), look.theme.dim),
        }
    };
    let names: Pieces = one.stages.iter().enumerate().map(name).collect();
    let width = |names: &[(String, Style)]| {
        names.iter().map(|(words, _)| look.measure.width(words) + 3).sum::<usize>().saturating_sub(3)
    };
    let around = here.unwrap_or_default();
    let shown = match width(&names) <= cells {
        true => 0..names.len(),
        false => around.saturating_sub(1)..(around + 2).min(names.len()),
    };
    let cut = || ("…".to_owned(), look.theme.rule);
    let before = (shown.start > 0).then(cut);
    let after = (shown.end < names.len()).then(cut);
    let shown = before.into_iter().chain(names[shown].iter().cloned()).chain(after);
    let mut pieces = Pieces::new();
    for piece in shown {
        if !pieces.is_empty() {
            pieces.push((" › ".to_owned(), look.theme.rule));
        }
        pieces.push(piece);
    }
    pieces
}

/// Those who decide, with where they stand; else those who weigh most.
fn people(look: &Look, one: &OnDeal) -> Pieces {
    let (lang, theme) = (look.lang, &look.theme);
    let deciding = |person: &&crate::store::view::people::KeyPerson| person.member().decides();
    let mut pieces: Pieces = Vec::new();
    for person in one.people.iter().filter(deciding).take(3) {
        let between = if pieces.is_empty() { "" } else { " · " };
        let stance = person.stance.map(|stance| words::stance(lang, stance));
        pieces.push((format!("{between}{}", person.contact.name), Style::new()));
        pieces.extend(stance.map(|stance| (format!(" ({stance})"), theme.dim)));
    }
    if pieces.is_empty() {
        pieces.push((format!("? {}", tr!(lang, "review.nobody_decides")), theme.warn));
        let others: Vec<&str> = one.people.iter().take(3).map(|one| one.contact.name.as_str()).collect();
        if !others.is_empty() {
            pieces.push((format!("  {}", others.join(" · ")), theme.dim));
        }
    }
    pieces
}

fn why(look: &Look, one: &OnDeal) -> Vec<Pieces> {
    let theme = &look.theme;
    let head = vec![(tr!(look.lang, "review.why").into_owned(), theme.title)];
    let wide = one.reasons.iter().map(|(_, words)| look.measure.width(words)).max().unwrap_or_default();
    let line = |(reason, words): &(Reason, String)| {
        let gap = " ".repeat(wide - look.measure.width(words) + 3);
        let action = settling(*reason).entry();
        let style = if reason.weight() >= 3 { theme.bad } else { theme.warn };
        vec![
            ("  ! ".to_owned(), style),
            (words.clone(), Style::new()),
            (gap, theme.dim),
            (action.first_key(), theme.key),
            (format!(" {}", action.label(look.lang)), theme.dim),
        ]
    };
    std::iter::once(head).chain(one.reasons.iter().map(line)).collect()
}

/// What settles a reason, or where that is begun.
fn settling(reason: Reason) -> Action {
    match reason.settled_by() {
        Some(Verdict::NextStep) => Action::SetNextStep,
        Some(Verdict::CloseDate) => Action::SetCloseDate,
        Some(Verdict::Contacted) => Action::Contacted,
        Some(Verdict::Amount) => Action::SetAmount,
        Some(Verdict::Advanced) => Action::AdvanceDeal,
        Some(Verdict::SignSeen) => Action::TickEntry,
        _ => match reason {
            Reason::NoDecisionMaker => Action::ToPeople,
            _ => Action::ToAccount,
        },
    }
}

fn since(look: &Look, one: &OnDeal) -> Vec<Pieces> {
    let (lang, theme) = (look.lang, &look.theme);
    let Some((day, since)) = &one.since else {
        return vec![vec![(tr!(lang, "review.first").into_owned(), theme.dim)]];
    };
    let head = tr!(lang, "review.since", day = look.date(*day)).into_owned();
    let mut lines = vec![vec![(head, theme.title)]];
    let mut add = |words: String| lines.push(vec![(format!("  {words}"), Style::new())]);
    match (&since.before, &since.after) {
        (None, _) => add(tr!(lang, "review.is_new").into_owned()),
        (Some(before), Some(after)) => changes(look, one, before, after).into_iter().for_each(&mut add),
        (Some(_), None) => {}
    }
    match since.activities {
        0 => {}
        1 => add(tr!(lang, "review.one_activity").into_owned()),
        number => add(tr!(lang, "review.activities", number = number).into_owned()),
    }
    if lines.len() == 1 {
        lines.push(vec![(format!("  {}", tr!(lang, "review.nothing_changed")), theme.dim)]);
    }
    lines
}

/// What is another than before, from what to what.
fn changes(look: &Look, one: &OnDeal, before: &DealState, after: &DealState) -> Vec<String> {
    let lang = look.lang;
    let stage = |state: &DealState| {
        let known = one.stages.iter().find(|stage| stage.id == state.stage);
        known.map(|stage| words::stage(lang, stage).into_owned()).unwrap_or_default()
    };
    let amount = |state: &DealState| {
        state.amount.map_or_else(|| "–".to_owned(), |minor| money(look, minor, state.currency))
    };
    let close = |state: &DealState| state.close_on.map_or_else(|| "–".to_owned(), |day| look.date(day));
    let status = |state: &DealState| words::status(lang, state.status).into_owned();
    let told = [
        (tr!(lang, "column.status"), status(before), status(after)),
        (tr!(lang, "column.stage"), stage(before), stage(after)),
        (tr!(lang, "column.amount"), amount(before), amount(after)),
        (tr!(lang, "column.close_date"), close(before), close(after)),
    ];
    let differs = told.into_iter().filter(|(_, from, to)| from != to);
    differs.map(|(label, from, to)| format!("{label}  {from} → {to}")).collect()
}

/// An amount, with its currency where that is not the usual one.
fn money(look: &Look, minor: i64, currency: Currency) -> String {
    let figure = look.amount(minor.into(), currency, 16);
    if currency == look.base { figure } else { format!("{currency} {figure}") }
}

fn verdict_words(look: &Look, verdict: Verdict) -> String {
    let lang = look.lang;
    match verdict {
        Verdict::Advanced => tr!(lang, "verdict.advanced"),
        Verdict::Back => tr!(lang, "verdict.back"),
        Verdict::CloseDate => tr!(lang, "verdict.close_date"),
        Verdict::Amount => tr!(lang, "verdict.amount"),
        Verdict::NextStep => tr!(lang, "verdict.next_step"),
        Verdict::Contacted => tr!(lang, "verdict.contacted"),
        Verdict::SignSeen => tr!(lang, "verdict.sign_seen"),
        Verdict::Won => tr!(lang, "verdict.won"),
        Verdict::Lost => tr!(lang, "verdict.lost"),
        Verdict::Snoozed => tr!(lang, "verdict.snoozed"),
        Verdict::Kept => tr!(lang, "verdict.kept"),
        Verdict::Skipped => tr!(lang, "verdict.skipped"),
    }
    .into_owned()
}
