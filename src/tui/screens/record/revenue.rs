//! The revenue plan of an account, quarter by quarter: what was sold, of what was planned.

use super::side::Side;
use crate::domain::entry::{Entry as PlanEntry, EntryKind, Form, Holder};
use crate::domain::id::Id;
use crate::report::entry_words;
use crate::report::model::Amount;
use crate::report::plan::QuarterOut;
use crate::report::plan::revenue::planned;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::entry::{Entry, Kind};
use crate::tui::look::Look;
use crate::tui::widgets::sheet::{Line, Stands};

/// Cells of a quarter's bar.
const BAR: usize = 20;

/// Puts it on a side; false where nothing is planned.
///
/// # Errors
/// What the store could not read.
pub fn put(side: &mut Side, book: &Book, look: &Look, account: Id) -> Result<bool> {
    let plans = book.entries(EntryKind::RevenuePlan, Holder::Account(account))?;
    let quarters = planned(book, account)?;
    let lines: Vec<_> =
        plans.iter().filter_map(|plan| Some(line(look, plan, of_plan(&quarters, plan)?))).collect();
    if lines.is_empty() {
        return Ok(false);
    }
    side.sheet.noted(tr!(look.lang, "record.revenue", currency = look.base), lines);
    side.groups.push(plans);
    Ok(true)
}

/// A sum in whole units of the base currency.
pub fn figure(look: &Look, amount: &Amount) -> String {
    look.sum(amount.minor, 14)
}

fn of_plan<'a>(quarters: &'a [QuarterOut], plan: &PlanEntry) -> Option<&'a QuarterOut> {
    quarters.iter().find(|quarter| plan.text("quarter") == Some(quarter.quarter.as_str()))
}

/// A quarter with its bar and figures; under it what else is planned.
fn line(look: &Look, plan: &PlanEntry, quarter: &QuarterOut) -> (Line, Vec<String>) {
    let sold = figure(look, &quarter.actual);
    let (bar, about, style) = match quarter.sales.filter(|sales| sales.minor > 0) {
        Some(sales) => {
            let about = tr!(look.lang, "record.sold_of", sold = sold, planned = figure(look, &sales));
            let style = if quarter.actual.minor >= sales.minor { look.theme.good } else { look.theme.figure };
            (bar(quarter.actual.minor, sales.minor), about, style)
        }
        None => (bar(0, 1), tr!(look.lang, "record.sold_unplanned", sold = sold), look.theme.dim),
    };
    let others = plan.kind.spec().fields.iter().filter(|field| field.key != "sales");
    let others = others.filter(|field| matches!(field.form, Form::Money { .. }));
    let others = others.filter_map(|field| {
        let words = entry_words::value(look.lang, field, plan.get(field.key)?);
        Some(format!("{} {words}", entry_words::label(look.lang, plan.kind, field.key)))
    });
    let below = others.collect::<Vec<_>>().join(" · ");
    let entry = Entry { kind: Kind::Plan(plan.kind), id: plan.id };
    let what = format!("{}  {bar}", quarter.quarter);
    let line = Line { what, about: about.into_owned(), style, stands_for: Some(Stands::Entry(entry)) };
    (line, Some(below).filter(|words| !words.is_empty()).into_iter().collect())
}

/// A bar as full as its share, with the share in per cent; more than all of it is full.
fn bar(part: i128, whole: i128) -> String {
    let whole = whole.max(1);
    let share = (part.max(0) * 100 / whole).min(9_999);
    let full = usize::try_from(share).unwrap_or_default().min(100) * BAR / 100;
    format!("{}{} {share:>3} %", "█".repeat(full), "─".repeat(BAR - full))
}
