//! The plan of an account put together from the book.

use super::out::{GridOut, PlanOut, QuarterOut, SectionOut, StepOut};
use crate::domain::entry::choice::{Grid, SwotCell};
use crate::domain::entry::{Entry, EntryKind};
use crate::domain::filter::Kind;
use crate::domain::funnel::Rates;
use crate::domain::id::Id;
use crate::domain::money::{Currency, Money};
use crate::domain::period::Period;
use crate::domain::plan::{self, Content};
use crate::domain::strategy::{Cells, Factor};
use crate::domain::word::RecordKind;
use crate::report::model::{Amount, ContactOut, EntryOut, StrategyOut};
use crate::report::rows;
use crate::store::table::account::Account;
use crate::store::view::find::short_code;
use crate::store::view::list::Clause;
use crate::store::{Book, Result};

/// The plan of an account today.
///
/// # Errors
/// [`crate::store::Error::NoRecord`] where there is no such account.
pub fn read(book: &Book, account: Id) -> Result<PlanOut> {
    let known: Account = book.row(account)?;
    let content = book.plan_content(account)?;
    let states = plan::sections(&content);
    let all = |kind: EntryKind| rows::entry::entries(book, content.of(kind).cloned().collect());
    let (us, competitors): (Vec<EntryOut>, Vec<EntryOut>) =
        all(EntryKind::Competitor)?.into_iter().partition(|one| one.entry.flag("us") == Some(true));
    let cells = Cells::of(content.of(EntryKind::Factor).filter_map(Factor::of));
    let people = Clause::within(Kind::Contacts, RecordKind::Account, account).unwrap_or_default();
    let step = |state: plan::StepState| StepOut {
        step: state.step,
        filled: state.filled,
        of: state.of,
        touched: state.touched,
    };
    let section = |state: &plan::SectionState| SectionOut {
        section: state.section,
        filled: state.filled,
        touched: state.touched,
    };
    Ok(PlanOut {
        id: account,
        code: short_code(RecordKind::Account, known.code),
        account: known.name,
        on: book.today(),
        steps: plan::steps(&states).into_iter().map(step).collect(),
        unfilled: states.iter().filter(|one| !one.filled).map(|one| one.section.to_string()).collect(),
        sections: states.iter().map(section).collect(),
        plan: all(EntryKind::Plan)?.into_iter().next(),
        issue: all(EntryKind::Issue)?,
        objectives: all(EntryKind::Objective)?,
        people: rows::all::<ContactOut>(book, people).collect::<Result<Vec<_>>>()?,
        profile: all(EntryKind::Profile)?,
        swot_client: grid(&content, Grid::Client),
        swot_us: grid(&content, Grid::Us),
        competitors,
        us: us.into_iter().next(),
        phases: all(EntryKind::Phase)?,
        criteria: all(EntryKind::Criterion)?,
        factors: all(EntryKind::Factor)?,
        strategy: StrategyOut::from(cells),
        actions: all(EntryKind::Action)?,
        milestones: all(EntryKind::Milestone)?,
        revenue: revenue(book, account, &content)?,
    })
}

fn grid(content: &Content, grid: Grid) -> GridOut {
    let cell = |cell: SwotCell| {
        let items = content.of(EntryKind::Swot).filter(|item| item.word("grid") == Some(grid));
        let items = items.filter(|item| item.word("cell") == Some(cell));
        items.filter_map(|item| item.text("text").map(str::to_owned)).collect()
    };
    GridOut {
        strength: cell(SwotCell::Strength),
        weakness: cell(SwotCell::Weakness),
        opportunity: cell(SwotCell::Opportunity),
        threat: cell(SwotCell::Threat),
    }
}

/// The revenue plan, quarter by quarter, beside what was sold in each.
fn revenue(book: &Book, account: Id, content: &Content) -> Result<Vec<QuarterOut>> {
    let settings = book.settings()?;
    let base = settings.base_currency;
    let rates = book.rates_on(base, book.today())?;
    let mut quarters: Vec<Period> =
        content.of(EntryKind::RevenuePlan).filter_map(|one| one.word("quarter")).collect();
    quarters.sort_unstable();
    quarters.dedup();
    let quarters = quarters.into_iter().map(|quarter| {
        let (first, last) = quarter.range(settings.fiscal_first_month);
        let sold = book.sold_to(account, first, last)?;
        let planned: Vec<&Entry> =
            content.of(EntryKind::RevenuePlan).filter(|one| one.word("quarter") == Some(quarter)).collect();
        let sum = |key: &str| total(planned.iter().filter_map(|one| one.money(key)), &rates, base);
        Ok(QuarterOut {
            quarter: quarter.to_string(),
            sales: sum("sales"),
            actual: total(sold.into_iter(), &rates, base).unwrap_or(Amount::new(0, base)),
            revenue: sum("revenue"),
            margin: sum("margin"),
            profit: sum("profit"),
            currency: base,
        })
    });
    quarters.collect()
}

/// Amounts turned into the base currency and added up; none without any.
fn total(amounts: impl Iterator<Item = Money>, rates: &Rates, base: Currency) -> Option<Amount> {
    let turned = amounts.filter_map(|money| rates.turn(money.minor, money.currency, base));
    turned.reduce(|sum, minor| sum + minor).map(|minor| Amount::new(minor, base))
}
