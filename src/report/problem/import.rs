//! Why a file, or a row of it, was not taken, in words.

use super::{Explained, explain_store};
use crate::domain::amount::AmountError;
use crate::exchange::{CorrectionError, Field, Form, Kind, ReadError, Reason, Unwanted, shorten};
use crate::i18n::Lang;
use crate::ops::import::Stopped;
use crate::report::words::Word;
use crate::tr;

/// The words for why a row was refused.
pub fn explain_reason(lang: Lang, reason: &Reason) -> Word {
    match reason {
        Reason::NoName => tr!(lang, "reason.no_name"),
        Reason::NoPerson => tr!(lang, "reason.no_person"),
        Reason::NoDay => tr!(lang, "reason.no_day"),
        Reason::NotADate => tr!(lang, "reason.not_a_date"),
        Reason::EitherDate => tr!(lang, "reason.either_date"),
        Reason::AgainstDateOrder => tr!(lang, "reason.against_date_order"),
        Reason::NotAnAmount(error) => amount(lang, error),
        Reason::NotARate => tr!(lang, "reason.not_a_rate"),
        Reason::UnknownCurrency => tr!(lang, "reason.unknown_currency"),
        Reason::OtherCurrency { column, amount } => {
            tr!(lang, "reason.other_currency", column = column, amount = amount)
        }
        Reason::TooFewCells { expected, found } => {
            tr!(lang, "reason.too_few_cells", expected = expected, found = found)
        }
        Reason::TooManyCells { expected, found } => {
            tr!(lang, "reason.too_many_cells", expected = expected, found = found)
        }
        Reason::Totals => tr!(lang, "reason.totals"),
        Reason::UnclosedQuote => tr!(lang, "reason.unclosed_quote"),
        Reason::CellTooLong { limit } => tr!(lang, "reason.cell_too_long", limit = limit),
        Reason::RowTooLong { limit } => tr!(lang, "reason.row_too_long", limit = limit),
        Reason::Unclosed => tr!(lang, "reason.unclosed"),
        Reason::NotACard => tr!(lang, "reason.not_a_card"),
        Reason::GroupCard => tr!(lang, "reason.group_card"),
        Reason::Cancelled => tr!(lang, "reason.cancelled"),
        Reason::TooManyProperties { limit } => tr!(lang, "reason.too_many_properties", limit = limit),
        Reason::ThingCard => tr!(lang, "reason.thing_card"),
        Reason::RepeatedId => tr!(lang, "reason.repeated_id"),
        Reason::Several => tr!(lang, "reason.several"),
        Reason::AboveItself => tr!(lang, "reason.above_itself"),
        Reason::NotOfItsKind => tr!(lang, "reason.not_of_its_kind"),
        Reason::NotAllowed => tr!(lang, "reason.not_allowed"),
    }
}

fn amount(lang: Lang, error: &AmountError) -> Word {
    match error {
        AmountError::Empty | AmountError::NotANumber(_) => tr!(lang, "reason.not_an_amount"),
        AmountError::UnknownCurrency(_) => tr!(lang, "reason.unknown_currency"),
        AmountError::Negative => tr!(lang, "reason.negative"),
        AmountError::TooLarge => tr!(lang, "reason.too_large"),
        AmountError::TooPrecise(currency) => tr!(lang, "reason.too_precise", currency = currency),
    }
}

/// The words for why nothing of a file was taken.
pub fn explain_unreadable(lang: Lang, error: &ReadError) -> Explained {
    match error {
        ReadError::Io { path, error } => {
            Explained::new(tr!(lang, "problem.unreachable", path = path.display())).why(error.to_string())
        }
        ReadError::Empty(path) => Explained::new(tr!(lang, "unreadable.empty", path = path.display())),
        ReadError::NotText { path, form } => {
            Explained::new(tr!(lang, "unreadable.not_text", path = path.display(), form = name(lang, *form)))
                .hint(tr!(lang, "unreadable.not_text_hint"))
        }
        ReadError::Json { path, why } => Explained::new(tr!(lang, "unreadable.json", path = path.display()))
            .why(format!("{why}."))
            .hint(tr!(lang, "unreadable.json_hint")),
        ReadError::TooLarge(path) => Explained::new(tr!(lang, "unreadable.too_large", path = path.display()))
            .hint(tr!(lang, "unreadable.too_large_hint")),
        ReadError::Workbook { path, why } => {
            let what = tr!(lang, "unreadable.workbook", path = path.display());
            Explained::new(what).why(why.clone()).hint(tr!(lang, "unreadable.not_text_hint"))
        }
        ReadError::Unwanted { path, what, .. } => {
            let told = Explained::new(tr!(
                lang,
                "unreadable.unwanted",
                path = path.display(),
                what = unwanted(lang, *what)
            ));
            match what {
                Unwanted::Leads => told.hint(tr!(lang, "unreadable.leads_hint")),
                _ => told,
            }
        }
        ReadError::OtherKind { path, told, holds } => {
            let what = tr!(lang, "unreadable.other_kind", path = path.display(), told = told, holds = holds);
            Explained::new(what).hint(tr!(lang, "unreadable.other_kind_hint"))
        }
        ReadError::NotRecognised { path, columns, .. } => {
            Explained::new(tr!(lang, "unreadable.not_recognised", path = path.display()))
                .why(tr!(lang, "unreadable.columns", columns = some(lang, columns)))
                .hint(tr!(lang, "unreadable.not_recognised_hint"))
        }
        ReadError::NoNameColumn { path, kind, columns, .. } => {
            Explained::new(tr!(lang, "unreadable.no_name_column", path = path.display(), kind = kind))
                .why(tr!(lang, "unreadable.columns", columns = some(lang, columns)))
                .hint(tr!(lang, "unreadable.no_name_column_hint"))
        }
    }
}

/// As many columns as can be read at a glance.
const SHOWN: usize = 20;

/// The columns of a file, each in a word or two.
fn some(lang: Lang, columns: &[String]) -> String {
    let more = (columns.len() > SHOWN).then(|| "…".to_owned());
    lang.list(columns.iter().take(SHOWN).map(|column| shorten(column)).chain(more))
}

fn name(lang: Lang, form: Form) -> Word {
    match form {
        Form::Workbook => tr!(lang, "form.workbook"),
        Form::OldWorkbook => tr!(lang, "form.old_workbook"),
        Form::Pdf => tr!(lang, "form.pdf"),
        Form::Cards => tr!(lang, "form.cards"),
        Form::Calendar => tr!(lang, "form.calendar"),
        Form::Document => tr!(lang, "form.document"),
        Form::Json => tr!(lang, "form.json"),
        Form::Html => tr!(lang, "form.html"),
        Form::Book => tr!(lang, "form.book"),
        Form::Other => tr!(lang, "form.other"),
    }
}

fn unwanted(lang: Lang, what: Unwanted) -> Word {
    match what {
        Unwanted::Tickets => tr!(lang, "unwanted.tickets"),
        Unwanted::Cases => tr!(lang, "unwanted.cases"),
        Unwanted::Leads => tr!(lang, "unwanted.leads"),
        Unwanted::DealHistory => tr!(lang, "unwanted.deal_history"),
        Unwanted::Products => tr!(lang, "unwanted.products"),
        Unwanted::LineItems => tr!(lang, "unwanted.line_items"),
        Unwanted::Users => tr!(lang, "unwanted.users"),
        Unwanted::Campaigns => tr!(lang, "unwanted.campaigns"),
    }
}

/// The words for why an import stopped.
pub fn explain_stopped(lang: Lang, stopped: &Stopped) -> Explained {
    match stopped {
        Stopped::Cancelled => Explained::new(tr!(lang, "import.cancelled")),
        Stopped::Store(error) => explain_store(lang, error),
        Stopped::NoStage { word, known } => Explained::new(tr!(lang, "problem.no_stage", word = word))
            .hint(tr!(lang, "problem.no_stage_hint", known = lang.list(known))),
        Stopped::NoOwner { word, known } if known.is_empty() => {
            Explained::new(tr!(lang, "import.no_owner", word = word))
                .hint(tr!(lang, "import.no_owner_at_all_hint"))
        }
        Stopped::NoOwner { word, known } => Explained::new(tr!(lang, "import.no_owner", word = word))
            .hint(tr!(lang, "import.no_owner_hint", known = lang.list(known))),
        Stopped::Read(error) => explain_unreadable(lang, error),
    }
}

/// The words for why a text is no correction of a column.
pub fn explain_correction(lang: Lang, error: &CorrectionError, kind: Option<Kind>) -> Explained {
    match error {
        CorrectionError::Form(text) => {
            Explained::new(tr!(lang, "import.bad_map", text = text)).hint(tr!(lang, "import.bad_map_hint"))
        }
        CorrectionError::UnknownField(field) => {
            let fields = kind.map_or(Field::ALL, Field::all);
            let known: Vec<String> = fields.iter().map(ToString::to_string).collect();
            Explained::new(tr!(lang, "import.unknown_field", field = field)).hint(tr!(
                lang,
                "import.unknown_field_hint",
                known = lang.list(known)
            ))
        }
    }
}
