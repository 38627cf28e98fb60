//! The plan of an account put together from the book.

use super::out::{GridOut, PlanOut, SectionOut, StepOut};
use crate::domain::entry::EntryKind;
use crate::domain::entry::choice::{Grid, SwotCell};
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::plan::{self, Content};
use crate::domain::strategy::{Cells, Factor};
use crate::domain::word::RecordKind;
use crate::report::model::{ContactOut, EntryOut, StrategyOut};
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
        revenue: super::revenue::planned(book, account)?,
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
