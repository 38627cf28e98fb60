//! What may be asked of the world: each effect, and what it carries.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::Joining;
use crate::config::ListView;
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::period::Period;
use crate::ops::bulk::Change;
use crate::ops::setup::Answers;
use crate::report::model::ImportOut;
use crate::report::reports::Subject;
use crate::store::Draft;
use crate::tui::action::Action;
use crate::tui::deed::Deed;
use crate::tui::dialogs::question::Question;
use crate::tui::many::Many;
use crate::tui::screens::Chosen;
use crate::tui::screens::import::Work;

/// One thing to be done outside the interface.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Does something to a record.
    Do(Box<Deed>),
    /// Changes many records at once.
    Change(Box<Many>, Change),
    /// Keeps how a list is arranged, by its name.
    RememberList(&'static str, ListView),
    /// Asks what a deed needs.
    Ask(Question),
    /// Sets the quota of a period.
    SetQuota(Period, Money),
    /// Begins the weekly review, or goes on with the one that was begun today.
    BeginReview,
    /// Writes the page of the week into a file.
    WriteWeek(Period, PathBuf),
    /// Takes these win rates as those of the stages with their keys.
    TakeRates(Vec<(String, i64)>),
    /// Keeps the answers of the first start.
    Begin(Answers),
    /// Keeps what was typed into a form that was given up.
    KeepDraft(Draft),
    /// Drops the draft of a form and record: what was typed is in the book.
    DropDraft(String, Option<Id>),
    /// Writes the page before a meeting about a record to a file.
    KeepBrief(Chosen, PathBuf),
    /// Writes the client plan of an account to a file.
    KeepPlan(Chosen, PathBuf),
    /// Lets a page be chosen that is made at once; of the account of a record first, if there is one.
    ChoosePage(Option<Chosen>),
    /// Makes a page, and opens it in the browser.
    MakePage(Subject),
    /// Asks whether a link is to be opened.
    AskToOpen(Id),
    /// Opens what a link leads to.
    OpenLink(String),
    /// Lends a text to the person's editor.
    EditOutside(String),
    /// Begins work on files to import.
    Work(Box<Work>),
    /// Breaks it off.
    CancelWork,
    /// Writes the rows that an import refused to a file.
    WriteRefused(Box<ImportOut>),
    /// Lets a theme be chosen, seen while one chooses.
    ChooseTheme,
    /// Keeps a theme by its name; none is the one that suits the terminal.
    KeepTheme(Option<String>),
    /// Makes a copy of the book now.
    BackUp,
    /// Lists the copies of the book.
    ShowBackups,
    /// Shows what bringing a copy back would change, and asks.
    LookAtBackup(PathBuf),
    /// Brings a copy back.
    Restore(PathBuf),
    /// Saves what can be read of a damaged book into a new file.
    Salvage,
    /// Goes on to join another copy of the book.
    Joining(Joining),
    /// Takes back the last operation.
    Undo,
    /// Takes back this operation alone.
    UndoOne(Id),
    /// Does again what was taken back.
    Redo,
    /// Shows another day on the screens with figures; none is today.
    LookBack(Option<NaiveDate>),
    /// Does an action again, so many times.
    Again(Action, u32),
    /// Reads what the screen still has to.
    Read,
    /// Reads everything again.
    Reload,
    /// Draws all of the screen again.
    Redraw,
    /// Stops the program until the shell continues it.
    Suspend,
    /// Lets another book be chosen.
    ChooseBook,
    /// Takes the file of another book by what was typed; a new one only after a question.
    NameBook(String),
    /// Leaves this book for another one.
    OpenBook(PathBuf),
    /// Begins the tour, on a demonstration.
    ShowRound,
    /// Leaves this book for the tour of a demonstration.
    OpenTour,
    /// Locks the book until its passphrase is typed again.
    Lock,
    /// Leaves.
    Quit,
}
