//! What an import did, as programs read it, with its reasons in the reader's language.

use std::path::Path;

use serde_json::{Map, Value};

use crate::domain::double::Reason;
use crate::domain::id::Id;
use crate::domain::word::Status;
use crate::exchange::{Chosen, DateOrder, Order, Plan, Reading, Rejected, System, Target};
use crate::i18n::Lang;
use crate::ops::import::{FileReport, Kept, Likely, Remembered, Why, order_key};
use crate::report::model::{
    CandidateOut, ImportOut, ImportedFileOut, KeptOut, LikelyOut, MappingOut, RejectedOut,
};
use crate::report::problem::{explain_reason, explain_unreadable};
use crate::report::words::{self, Word};
use crate::report::{double_words, figures};
use crate::store::view::find::short_code;
use crate::tr;

/// What is left out of a file is named up to so many names.
const LEFT_NAMED: usize = 20;

/// What an import did.
pub fn import(lang: Lang, operation: Option<Id>, dry_run: bool, files: &[FileReport]) -> ImportOut {
    ImportOut { operation, files: files.iter().map(|report| file(lang, report)).collect(), dry_run }
}

/// What taking a whole book back did: every row is new.
pub fn whole_book(path: &Path, operation: Option<Id>, dry_run: bool, rows: u64) -> ImportOut {
    let file = ImportedFileOut {
        file: shown(path),
        source: Some(System::Keybook.to_string()),
        kind: Some("all".to_owned()),
        rows,
        created: rows,
        ..ImportedFileOut::default()
    };
    ImportOut { operation, files: vec![file], dry_run }
}

fn file(lang: Lang, report: &FileReport) -> ImportedFileOut {
    let name = shown(&report.path);
    let plan = match &report.plan {
        Ok(plan) => plan,
        Err(error) => {
            let told = explain_unreadable(lang, error);
            let error = [Some(told.what), told.why, told.hint].into_iter().flatten().collect::<Vec<_>>();
            let error = Some(error.join(" "));
            return ImportedFileOut { file: name, error, ..ImportedFileOut::default() };
        }
    };
    ImportedFileOut {
        file: name,
        source: Some(plan.system.to_string()),
        kind: Some(plan.kind.to_string()),
        rows: report.tally.rows(),
        created: report.tally.created,
        updated: report.tally.updated,
        unchanged: report.tally.unchanged,
        rejected: report.rejected.iter().map(|row| rejected(lang, row)).collect(),
        kept_ours: report.kept_ours.iter().map(kept).collect(),
        mapping: mapping(plan),
        unmapped: plan.unmapped().map(str::to_owned).collect(),
        error: None,
        left_out: report.tally.left_out,
        stages: report.stages.iter().map(|stage| (stage.theirs.clone(), stage.ours.clone().into())).collect(),
        notes: notes(lang, plan, report),
        remembered: report.was_known,
        likely: report.likely.iter().map(|row| likely(lang, row)).collect(),
    }
}

/// A path as it was given.
pub fn shown(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn rejected(lang: Lang, row: &Rejected) -> RejectedOut {
    RejectedOut {
        row: row.row,
        column: row.column.clone(),
        value: row.value.clone(),
        reason: explain_reason(lang, &row.reason).into_owned(),
        code: row.reason.code().to_owned(),
    }
}

fn kept(kept: &Kept) -> KeptOut {
    KeptOut {
        row: kept.row,
        record: kept.record.clone(),
        field: kept.field.clone(),
        ours: kept.ours.clone(),
        theirs: kept.theirs.clone(),
    }
}

/// A row that is perhaps a record of the book.
pub fn likely(lang: Lang, likely: &Likely) -> LikelyOut {
    let candidates = likely.candidates.iter().map(|one| CandidateOut {
        id: one.id,
        code: short_code(likely.kind, one.code),
        name: one.name.clone(),
        reason: why(lang, one.why).into_owned(),
    });
    LikelyOut {
        row: likely.row,
        kind: likely.kind.to_string(),
        record: likely.name.clone(),
        candidates: candidates.collect(),
        joined: likely.joined,
    }
}

/// Why a row may be a record, in words.
fn why(lang: Lang, why: Why) -> Word {
    match why {
        Why::NameOtherDomain => tr!(lang, "likely.name_other_domain"),
        Why::NameOfSeveral => tr!(lang, "likely.name_of_several"),
        Why::DomainOfSeveral => tr!(lang, "likely.domain_of_several"),
        Why::NameOtherEmail => tr!(lang, "likely.name_other_email"),
        Why::NameNoAccount => tr!(lang, "likely.name_no_account"),
        Why::EmailOfSeveral => tr!(lang, "likely.email_of_several"),
        Why::Phone => double_words::reason(lang, Reason::Phone),
        Why::NearName => double_words::reason(lang, Reason::NearName),
    }
}

/// What is remembered of the files of a shape.
pub fn mapping_of(remembered: &Remembered) -> MappingOut {
    let told = &remembered.told;
    let columns = told.corrections.iter().map(|one| (one.column.clone(), one.target.to_string().into()));
    let stages = told.stages.iter().map(|(theirs, ours)| (theirs.clone(), ours.clone().into()));
    MappingOut {
        shape: told.shape.clone(),
        file: remembered.file.clone(),
        kind: told.kind.map(|kind| kind.to_string()),
        mapping: columns.collect(),
        stages: stages.collect(),
        date_order: told.date_order.map(|order| order_key(order).to_owned()),
        told_on: Some(remembered.told_on),
    }
}

/// Which column became which field; what is only kept, or empty, is not among them.
fn mapping(plan: &Plan) -> Map<String, Value> {
    let found = plan.columns.iter().filter(|column| !matches!(column.chosen, Chosen::Left | Chosen::Blank));
    let named = found.filter_map(|column| {
        let is_taken = !matches!(column.target, Target::Label | Target::Skip);
        is_taken.then(|| (column.header.clone(), column.target.to_string().into()))
    });
    named.collect()
}

/// What was decided or assumed about how a file is written.
fn notes(lang: Lang, plan: &Plan, report: &FileReport) -> Vec<String> {
    let mut notes = Vec::new();
    if report.was_known {
        notes.push(tr!(lang, "import.was_known").into_owned());
    }
    notes.extend(notes_of_plan(lang, plan));
    notes.extend(note_of_stages(lang, report));
    for stage in report.stages.iter().filter(|stage| stage.guessed) {
        notes.push(tr!(lang, "import.stage_guessed", theirs = stage.theirs, ours = stage.ours).into_owned());
    }
    match report.tally.left_out {
        0 => {}
        1 => notes.push(tr!(lang, "import.left_out_one").into_owned()),
        deals => notes.push(tr!(lang, "import.left_out", deals = deals).into_owned()),
    }
    if report.tally.rejected > report.rejected.len() as u64 {
        let (all, listed) = (figures::thousands(&report.tally.rejected.to_string()), report.rejected.len());
        let listed = figures::thousands(&listed.to_string());
        notes.push(tr!(lang, "import.refused_listed", all = all, listed = listed).into_owned());
    }
    notes
}

/// What was found out or assumed of a file before its rows are taken.
pub fn notes_of_plan(lang: Lang, plan: &Plan) -> Vec<String> {
    let mut notes = Vec::new();
    if plan.damaged {
        notes.push(tr!(lang, "import.damaged", encoding = plan.encoding).into_owned());
    } else if !plan.encoding.eq_ignore_ascii_case("utf-8") {
        notes.push(tr!(lang, "import.encoding", encoding = plan.encoding).into_owned());
    }
    for column in &plan.columns {
        if let Reading::Dates(order) = column.reading {
            notes.extend(note_of_dates(lang, &column.header, order));
        }
    }
    if !plan.left.is_empty() {
        let told = plan.left.iter().take(LEFT_NAMED);
        let mut parts: Vec<String> = told.map(|left| format!("{} ({})", left.what, left.times)).collect();
        if plan.left.len() > LEFT_NAMED {
            parts.push(tr!(lang, "import.left_others", others = plan.left.len() - LEFT_NAMED).into_owned());
        }
        notes.push(tr!(lang, "import.left", parts = lang.list(&parts)).into_owned());
    }
    for unused in &plan.unused {
        notes.push(tr!(lang, "import.unused", column = unused.column).into_owned());
    }
    notes
}

/// Which stage of ours each of theirs became, where anything told what it means.
fn note_of_stages(lang: Lang, report: &FileReport) -> Option<String> {
    let known = report.stages.iter().filter(|stage| !stage.guessed);
    let pairs: Vec<String> = known
        .map(|stage| {
            let ours = match stage.ours.parse::<Status>() {
                Ok(status) => words::status(lang, status),
                Err(_) => words::stage_key(lang, &stage.ours),
            };
            format!("{} → {ours}", stage.theirs)
        })
        .collect();
    (!pairs.is_empty()).then(|| tr!(lang, "import.stages", pairs = lang.list(&pairs)).into_owned())
}

fn note_of_dates(lang: Lang, column: &str, order: DateOrder) -> Option<String> {
    let word = |order| match order {
        Order::DayFirst => tr!(lang, "import.day_first"),
        Order::MonthFirst => tr!(lang, "import.month_first"),
    };
    let note = match order {
        DateOrder::Clear => return None,
        DateOrder::Proved { order, rows } => {
            tr!(lang, "import.dates_proved", column = column, order = word(order), rows = rows)
        }
        DateOrder::Mixed { day_first, month_first } => {
            tr!(lang, "import.dates_mixed", column = column, day = day_first, month = month_first)
        }
        DateOrder::Assumed { order, rows, .. } => {
            tr!(lang, "import.dates_assumed", column = column, order = word(order), rows = rows)
        }
    };
    Some(note.into_owned())
}
