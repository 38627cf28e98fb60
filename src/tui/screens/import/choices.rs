//! What is put right in dialogs over the screen, and what follows from it.

use std::path::PathBuf;

use super::lines::Line;
use super::{Answer, ImportScreen, Work};
use crate::domain::word::Status;
use crate::exchange::{Correction, Field, Kind, Order, Target};
use crate::report::{import_words, rows, words};
use crate::tr;
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::look::Look;
use crate::tui::step::Step;

impl ImportScreen {
    /// Lets it be said what the file shown holds.
    pub(super) fn choose_kind(&self, look: &Look) -> Vec<Step> {
        let lang = look.lang;
        let kinds = Kind::ALL.iter().map(|kind| {
            let label = import_words::kind(lang, *kind).into_owned();
            item(label, Answer::Kind(Some(*kind)))
        });
        let guessed = item(tr!(lang, "importing.guess").into_owned(), Answer::Kind(None));
        let title = tr!(lang, "importing.kind_title").into_owned();
        open(Choose::numbered(title, String::new(), kinds.chain([guessed]).collect()))
    }

    /// Lets it be said what the chosen column is.
    pub(super) fn choose_field(&self, look: &Look) -> Vec<Step> {
        let lang = look.lang;
        let (Some(header), Some(kind)) = (self.chosen_column(), self.kind()) else {
            return self.choose_kind(look);
        };
        let answer = |target| Answer::Column(header.clone(), target);
        let fields = Field::all(kind).iter().map(|field| {
            let label = format!("{}  ({field})", import_words::field(lang, *field));
            item(label, answer(Some(Target::Field(*field))))
        });
        let own = Target::Custom(header.clone());
        let others = [
            (import_words::target(lang, &own), Some(own)),
            (import_words::target(lang, &Target::Skip), Some(Target::Skip)),
            (tr!(lang, "importing.guess").into_owned(), None),
        ];
        let items = fields.chain(others.into_iter().map(|(label, target)| item(label, answer(target))));
        let title = tr!(lang, "importing.column_title", column = header).into_owned();
        open(Choose::new(title, tr!(lang, "importing.remembered").into_owned(), items.collect()))
    }

    /// Lets it be said which number of a date is the day.
    pub(super) fn choose_dates(&self, look: &Look) -> Vec<Step> {
        let lang = look.lang;
        let items = vec![
            item(tr!(lang, "importing.day_first").into_owned(), Answer::Dates(Some(Order::DayFirst))),
            item(tr!(lang, "importing.month_first").into_owned(), Answer::Dates(Some(Order::MonthFirst))),
            item(tr!(lang, "importing.guess").into_owned(), Answer::Dates(None)),
        ];
        open(Choose::numbered(tr!(lang, "importing.dates_title").into_owned(), String::new(), items))
    }

    /// Lets the chosen line be decided: what a stage becomes, or which record a row is.
    pub(super) fn choose_of_line(&self, look: &Look) -> Vec<Step> {
        match self.lines.get(self.line.at()) {
            Some(Line::Stage(file, at)) => self.choose_stage(*file, *at, look),
            Some(Line::Likely(file, at)) => self.choose_record(*file, *at, look),
            _ => Vec::new(),
        }
    }

    fn choose_stage(&self, file: usize, at: usize, look: &Look) -> Vec<Step> {
        let lang = look.lang;
        let Some((report, stage)) = self.reports.get(file).and_then(|one| Some((one, one.stages.get(at)?)))
        else {
            return Vec::new();
        };
        let Ok(plan) = &report.plan else { return Vec::new() };
        let answer = |ours: String| Answer::Stage(plan.shape.clone(), stage.theirs.clone(), ours);
        let ours = look.stages.iter().map(|one| (look.stage(&one.key), one.key.clone()));
        let closed = [Status::Won, Status::Lost]
            .map(|status| (words::status(lang, status).into_owned(), status.to_string()));
        let items = ours.chain(closed).map(|(label, ours)| item(label, answer(ours)));
        let title = tr!(lang, "importing.stage_title", stage = stage.theirs).into_owned();
        open(Choose::new(title, tr!(lang, "importing.remembered").into_owned(), items.collect()))
    }

    fn choose_record(&self, file: usize, at: usize, look: &Look) -> Vec<Step> {
        let lang = look.lang;
        let Some((report, likely)) = self.reports.get(file).and_then(|one| Some((one, one.likely.get(at)?)))
        else {
            return Vec::new();
        };
        let answer = |record| Answer::Join(report.path.clone(), likely.row, record);
        let told = rows::import::likely(lang, likely);
        let candidates = told
            .candidates
            .into_iter()
            .map(|one| item(format!("{} {}: {}", one.code, one.name, one.reason), answer(Some(one.id))));
        let fresh = item(tr!(lang, "importing.make_new").into_owned(), answer(None));
        let title = tr!(lang, "importing.join_title", name = told.record).into_owned();
        open(Choose::numbered(title, String::new(), candidates.chain([fresh]).collect()))
    }

    /// Joins the rows that may be one record only, or makes new ones of all if that was said of them.
    pub(super) fn join_all(&mut self) {
        self.is_decided = true;
        let mut single: Vec<((PathBuf, u64), crate::domain::id::Id)> = vec![];
        for report in &self.reports {
            for likely in &report.likely {
                if let [one] = likely.candidates.as_slice() {
                    single.push(((report.path.clone(), likely.row), one.id));
                }
            }
        }
        let all_are = single.iter().all(|(row, id)| self.joins.told.get(row) == Some(&Some(*id)));
        let told = single.into_iter().map(|(row, id)| (row, (!all_are).then_some(id)));
        self.joins.told.extend(told);
    }

    /// Joins the chosen row with the likeliest record, or no longer.
    pub(super) fn join_line(&mut self) {
        let Some(Line::Likely(file, at)) = self.lines.get(self.line.at()) else { return };
        let Some((report, likely)) =
            self.reports.get(*file).and_then(|one| Some((one, one.likely.get(*at)?)))
        else {
            return;
        };
        self.is_decided = true;
        let joined = self.joined(&report.path, likely.row);
        let first = likely.candidates.first().map(|one| one.id);
        let told = if joined.is_some() { None } else { first };
        self.joins.told.insert((report.path.clone(), likely.row), told);
    }

    /// Takes what was chosen as told, and looks at the files, or tries them, again.
    pub(super) fn take_answer(&mut self, answer: Answer, look: &Look) -> Vec<Step> {
        let shown = self.surveyed().and_then(|one| one.shape()).map(str::to_owned);
        match answer {
            Answer::Join(file, row, record) => {
                self.is_decided = true;
                self.joins.told.insert((file, row), record);
                return Vec::new();
            }
            Answer::Stage(shape, theirs, ours) => {
                if let Some(told) = self.told_of(&shape) {
                    told.set_stage(theirs, ours);
                }
                return self.begin(Work::Try, look);
            }
            Answer::Kind(kind) => {
                if let Some(told) = shown.and_then(|shape| self.told_of(&shape)) {
                    told.kind = kind;
                }
            }
            Answer::Dates(order) => {
                if let Some(told) = shown.and_then(|shape| self.told_of(&shape)) {
                    told.date_order = order;
                }
            }
            Answer::Column(column, target) => {
                if let Some(told) = shown.and_then(|shape| self.told_of(&shape)) {
                    match target {
                        Some(target) => told.correct(Correction { column, target }),
                        None => told.corrections.retain(|known| known.column != column),
                    }
                }
            }
        }
        self.begin(Work::Look, look)
    }
}

fn item(label: String, answer: Answer) -> Item {
    Item { label, then: vec![Step::Tell(answer)] }
}

fn open(choose: Choose) -> Vec<Step> {
    vec![Step::Open(Box::new(choose))]
}
