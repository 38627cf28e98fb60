//! Where an account or a deal stands, on one screen: what comes next, what the plan lacks, who matters.

use chrono::NaiveDate;

use super::deals;
use super::entries::{self, asks};
use super::missing::{self, side as leads};
use super::side::Side;
use super::{Tab, path, people, plan as steps};
use crate::domain::entry::choice::NeedKind;
use crate::domain::entry::judge::{Knowledge, is_without_need};
use crate::domain::entry::{Entry as PlanEntry, EntryKind, Holder};
use crate::domain::plan;
use crate::domain::strategy::{Cells, Factor};
use crate::domain::word::{CommitmentStatus, Part, RecordKind, Side as Whose, Status};
use crate::report::{entry_words, plan_words, rows};
use crate::store::view::people::Group;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::dialogs::question::{Question, Telling};
use crate::tui::look::Look;
use crate::tui::screens::list::detail::neighbours::standing;
use crate::tui::screens::{Chosen, Place};
use crate::tui::widgets::due::due;
use crate::tui::widgets::sheet::{Line, Stands};

/// Lines of each part; what is more stands on its own side.
const SHOWN: usize = 5;

/// Commitments that are looked through for those that are open, which come first.
const LOOKED_AT: usize = 20;

/// What comes next: its day, where it has one, and its line.
type Coming = (Option<NaiveDate>, Line);

/// Reads it for an account.
///
/// # Errors
/// What the store could not read.
pub fn of_account(book: &Book, look: &Look, of: &Chosen) -> Result<Side> {
    let lang = look.lang;
    let content = book.plan_content(of.id)?;
    let states = plan::sections(&content);
    let tab = |tab: Tab| Some(leads(Place::Account, of.id, tab));
    let mut side = Side::default();

    let step = |state: plan::StepState| Line {
        what: format!("{} {}", bar(state.filled, state.of), plan_words::step(lang, state.step)),
        about: steps::completeness(look, &state),
        style: look.theme.dim,
        stands_for: tab(Tab::Plan),
    };
    side.sheet.section(tr!(lang, "record.plan"), plan::steps(&states).into_iter().map(step).collect());

    let mut coming = next_steps(book, look, of)?;
    let open: Vec<PlanEntry> =
        content.of(EntryKind::Action).filter(|action| action.get("done").is_none()).cloned().collect();
    for out in rows::entry::entries(book, open)? {
        coming.push((out.entry.day("due"), entries::line(look, &out).0));
    }
    side.groups.push(content.of(EntryKind::Action).cloned().collect());
    coming.extend(promises(book, look, of)?);
    put_coming(&mut side, look, coming);

    let missing = missing::lines(look, of.id, &states);
    let heading = match missing.len() {
        1 => tr!(lang, "record.missing_one"),
        number => tr!(lang, "record.missing", number = number),
    };
    side.sheet.section(heading, missing.into_iter().take(SHOWN).collect());

    put_people(&mut side, book, look, of, Place::Account)?;

    let known =
        Knowledge { level: content.of(EntryKind::Intelligence).filter_map(|n| n.number("level")).max() };
    let words = match known.level {
        Some(level) if known.is_known() => tr!(lang, "record.known", level = level),
        _ => tr!(lang, "record.not_known_yet"),
    };
    let strategies = Cells::of(content.of(EntryKind::Factor).filter_map(Factor::of)).strategies();
    let strategy =
        strategies.iter().map(|one| plan_words::strategy(lang, *one)).collect::<Vec<_>>().join(" / ");
    let strategy = match strategy.is_empty() {
        true => tr!(lang, "record.no_strategy_yet").into_owned(),
        false => strategy,
    };
    let line = |what: String, to: Tab| Line {
        what,
        about: String::new(),
        style: look.theme.dim,
        stands_for: tab(to),
    };
    let lines = vec![line(strategy, Tab::Factors), line(words.into_owned(), Tab::Intelligence)];
    side.sheet.section(tr!(lang, "record.stance"), lines);
    Ok(side)
}

/// Reads it for a deal.
///
/// # Errors
/// What the store could not read.
pub fn of_deal(book: &Book, look: &Look, of: &Chosen) -> Result<Side> {
    let lang = look.lang;
    let holder = Holder::Deal(of.id);
    let mut side = Side::default();
    let mut coming = next_steps(book, look, of)?;
    for kind in [EntryKind::Milestone, EntryKind::Receivable] {
        let all = book.entries(kind, holder)?;
        let open = all.iter().filter(|one| one.get("reached").or(one.get("paid")).is_none()).cloned();
        for out in rows::entry::entries(book, open.collect())? {
            coming.push((out.entry.day("due"), entries::line(look, &out).0));
        }
        side.groups.push(all);
    }
    coming.extend(promises(book, look, of)?);
    put_coming(&mut side, look, coming);
    let missing = lacks(book, look, of)?;
    let heading = match missing.len() {
        1 => tr!(lang, "record.missing_one"),
        number => tr!(lang, "record.missing", number = number),
    };
    side.sheet.section(heading, missing);
    let judged = book.entries(EntryKind::Elements, holder)?;
    if let Some(latest) = judged.last() {
        let out = rows::entry::entry(book, latest.clone())?;
        side.sheet.noted(entry_words::kinds(lang, EntryKind::Elements), vec![entries::line(look, &out)]);
        side.groups.push(judged);
    }
    put_people(&mut side, book, look, of, Place::Deal)?;
    Ok(side)
}

/// What a deal lacks by the method, each leading to where it is told.
fn lacks(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Line>> {
    let lang = look.lang;
    let holder = Holder::Deal(of.id);
    let needs = book.entries(EntryKind::Need, holder)?;
    let explicit = |need: &&PlanEntry| need.word("kind") == Some(NeedKind::Explicit);
    let mut lines = Vec::new();
    let mut lack = |what: String, about: String, stands_for: Stands| {
        lines.push(Line { what, about, style: look.theme.dim, stands_for: Some(stands_for) });
    };
    let stage =
        look.stages.iter().find(|stage| Some(&stage.key) == stage_of(book, of).ok().flatten().as_ref());
    if let Some(stage) = stage.filter(|stage| stage.has_exit_sign() && of.status == Some(Status::Open)) {
        let signs = book.entries(EntryKind::ExitSign, holder)?;
        let is_seen =
            |sign: &PlanEntry| sign.refers_to("stage") == Some(stage.id) && sign.get("seen").is_some();
        if !signs.iter().any(is_seen) {
            let sign = crate::report::words::exit_sign(lang, stage).into_owned();
            lack(
                tr!(lang, "record.sign_open", sign = sign).into_owned(),
                "x".to_owned(),
                asks(path::telling(stage, holder)),
            );
        }
    }
    if !needs.iter().any(|need| explicit(&need)) {
        let need = Telling::new(EntryKind::Need, holder).proposing("kind", "explicit".into());
        lack(tr!(lang, "record.no_explicit_need").into_owned(), String::new(), asks(need));
    }
    let fabs = book.entries(EntryKind::Fab, holder)?;
    let answered = |fab: &PlanEntry| needs.iter().find(|need| Some(need.id) == fab.refers_to("answers"));
    let idle = fabs.iter().filter(|fab| is_without_need(fab, answered(fab))).count();
    let to = |tab: Tab| leads(Place::Deal, of.id, tab);
    match (fabs.is_empty(), idle) {
        (true, _) => lack(
            tr!(lang, "record.no_benefit").into_owned(),
            String::new(),
            asks(Telling::new(EntryKind::Fab, holder)),
        ),
        (false, 0) => {}
        (false, 1) => lack(tr!(lang, "record.one_without_need").into_owned(), String::new(), to(Tab::Value)),
        (false, idle) => {
            lack(
                tr!(lang, "record.some_without_need", number = idle).into_owned(),
                String::new(),
                to(Tab::Value),
            );
        }
    }
    if book.entries(EntryKind::Elements, holder)?.is_empty() {
        let judge = asks(Telling::new(EntryKind::Elements, holder));
        lack(tr!(lang, "record.no_elements").into_owned(), String::new(), judge);
    }
    let people = book.people(Group::Deal(of.id))?;
    if !people.iter().any(|person| person.parts.contains(&Part::DecisionMaker)) {
        let edit = Stands::Asks(Box::new(Question::Edit(RecordKind::Deal, of.id)));
        lack(tr!(lang, "record.no_decision_maker").into_owned(), String::new(), edit);
    }
    Ok(lines)
}

/// The key of the stage in which a deal is.
fn stage_of(book: &Book, of: &Chosen) -> Result<Option<String>> {
    let line = book.line::<crate::store::view::lines::DealLine>(of.id)?;
    Ok(Some(line.stage.0))
}

/// The next steps of an account's open deals, or of the deal itself.
fn next_steps(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Coming>> {
    let deals = match of.kind {
        RecordKind::Deal => vec![book.line(of.id)?],
        _ => deals::all(book, of)?,
    };
    let open = deals.into_iter().filter(|line| line.deal.status == Status::Open);
    let coming = open.filter_map(|line| {
        let deal = line.deal;
        let (step, day) = (deal.next_step?, deal.next_on);
        let what = if of.kind == RecordKind::Deal { step } else { format!("{step} — {}", deal.name) };
        let stands_for = match of.kind {
            RecordKind::Deal => Stands::Asks(Box::new(Question::NextStep(deal.id))),
            _ => Stands::Record(Chosen {
                kind: RecordKind::Deal,
                id: deal.id,
                name: deal.name,
                account: Some(deal.account_id),
                status: Some(deal.status),
            }),
        };
        let (about, style) = dated(look, day);
        Some((day, Line { what, about, style, stands_for: Some(stands_for) }))
    });
    Ok(coming.collect())
}

/// What is promised and still open.
fn promises(book: &Book, look: &Look, of: &Chosen) -> Result<Vec<Coming>> {
    let all = book.commitments_of(of.kind, of.id, LOOKED_AT)?.into_iter();
    let open = all.filter(|one| one.status == CommitmentStatus::Open);
    let line = open.map(|one| {
        let whose = match one.promised_by {
            Whose::Us => tr!(look.lang, "detail.ours", text = one.text),
            Whose::Them => tr!(look.lang, "detail.theirs", text = one.text),
        };
        let (about, style) = dated(look, one.due_on);
        let record = (RecordKind::Commitment, one.id, one.account_id, None);
        (one.due_on, Line { style, ..standing(look, record, whose.into_owned(), about) })
    });
    Ok(line.collect())
}

fn dated(look: &Look, day: Option<NaiveDate>) -> (String, ratatui::style::Style) {
    match day {
        Some(day) => {
            let (sign, style) = due(look, day);
            (format!("{sign}{}", look.date(day)), style)
        }
        None => (String::new(), look.theme.dim),
    }
}

/// The earliest first; what has no day, last.
fn put_coming(side: &mut Side, look: &Look, mut coming: Vec<Coming>) {
    coming.sort_by_key(|(day, _)| (day.is_none(), *day));
    let lines: Vec<Line> = coming.into_iter().map(|(_, line)| line).take(SHOWN).collect();
    match lines.is_empty() {
        true => side.sheet.section(
            tr!(look.lang, "record.next"),
            vec![Line {
                what: tr!(look.lang, "record.nothing_next").into_owned(),
                about: String::new(),
                style: look.theme.dim,
                stands_for: None,
            }],
        ),
        false => side.sheet.section(tr!(look.lang, "record.next"), lines),
    };
}

/// Those who weigh most, or the way to tell who there is.
fn put_people(side: &mut Side, book: &Book, look: &Look, of: &Chosen, place: Place) -> Result<()> {
    let people = people::lines(book, look, of)?;
    let lines = match people.is_empty() {
        true => vec![Line {
            what: tr!(look.lang, "record.nobody_yet").into_owned(),
            about: String::new(),
            style: look.theme.dim,
            stands_for: Some(leads(place, of.id, Tab::People)),
        }],
        false => people.into_iter().map(|(line, _)| line).take(SHOWN).collect(),
    };
    side.sheet.section(tr!(look.lang, "record.who_matters"), lines);
    Ok(())
}

/// How much of something is done, drawn.
fn bar(filled: usize, of: usize) -> String {
    const CELLS: usize = 6;
    let full = if of == 0 { 0 } else { (filled * CELLS).div_ceil(of).min(CELLS) };
    format!("{}{}", "█".repeat(full), "░".repeat(CELLS - full))
}
