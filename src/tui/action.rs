//! The one table of actions: what a person can do, by which keys, where, and in what words. It feeds
//! the keymap, the footer, the help screen, the command palette, `keybook keys` and the README.
//!
//! A new action is a line here, a word in `assets/locales/actions.yml`, and an arm where it is done.

mod scope;
#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

pub use scope::Scope;

use Action::*;
use Scope::{
    Board, Choice, Columns, Deal, Everywhere, Form, Funnel, History, Lines, List, Page, Question, Record,
    Table, Today,
};

/// Something a person can do at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each one's words are in the table
pub enum Action {
    Quit,
    Suspend,
    Redraw,
    Help,
    Palette,
    Messages,
    Undo,
    Redo,
    Reload,
    NextTheme,
    SwitchLanguage,
    ShowToday,
    ShowFunnel,
    ShowAccounts,
    ShowPeople,
    ShowDeals,
    ShowBoard,
    ShowHistory,
    UndoOperation,
    Search,
    GoBack,
    GoForward,
    ToAccount,
    ToPeople,
    ToDeals,
    ToggleDetail,
    OpenRecord,
    PeekRecord,
    Filter,
    SortNext,
    SortTurn,
    ClearView,
    SetQuota,
    PreviousStage,
    NextStage,
    NextPeriod,
    PreviousPeriod,
    AllPeriods,
    ToggleMeasure,
    AdvanceDeal,
    BackDeal,
    WinDeal,
    LoseDeal,
    ReopenDeal,
    SetNextStep,
    SetAmount,
    SetCloseDate,
    SettleDue,
    BreakPromise,
    SnoozeDue,
    ShowSnoozed,
    MakePromise,
    AddCommitment,
    AddSpecialDay,
    AddTask,
    LogActivity,
    Contacted,
    ContactedWith,
    EditRecord,
    DeleteRecord,
    ToggleMark,
    MarkAll,
    BulkChange,
    TagRecord,
    ChooseColumns,
    TickColumn,
    ColumnUp,
    ColumnDown,
    UsualColumns,
    ShowLog,
    ToLog,
    AddAccount,
    AddPerson,
    AddDeal,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    Accept,
    Cancel,
    NextField,
    PreviousField,
    NextOffer,
    PreviousOffer,
    Save,
    SwapDraft,
    EditOutside,
    Yes,
    No,
}

type Words = fn(Lang) -> Cow<'static, str>;

/// One line of the table.
pub struct Entry {
    /// What it is.
    pub action: Action,
    /// The name by which a keymap file and programs know it; never changes.
    pub name: &'static str,
    /// Where it is at home.
    pub scope: Scope,
    /// Default keys there, the one to show first; none means by the palette only.
    pub keys: &'static [&'static str],
    /// Default keys elsewhere.
    pub also: &'static [(Scope, &'static [&'static str])],
    /// Whether the footer shows it.
    pub in_footer: bool,
    label: Words,
    help: Words,
}

impl Entry {
    /// A word or two, for the footer and the palette.
    pub fn label(&self, lang: Lang) -> Cow<'static, str> {
        (self.label)(lang)
    }

    /// A line that explains it.
    pub fn help(&self, lang: Lang) -> Cow<'static, str> {
        (self.help)(lang)
    }

    const fn also(mut self, also: &'static [(Scope, &'static [&'static str])]) -> Entry {
        self.also = also;
        self
    }

    const fn in_footer(mut self) -> Entry {
        self.in_footer = true;
        self
    }
}

impl Action {
    /// Its line in the table.
    pub fn entry(self) -> &'static Entry {
        // The test below holds that each action has a line.
        TABLE.iter().find(|entry| entry.action == self).unwrap_or(&TABLE[0])
    }
}

const fn entry(
    action: Action,
    name: &'static str,
    scope: Scope,
    keys: &'static [&'static str],
    label: Words,
    help: Words,
) -> Entry {
    Entry { action, name, scope, keys, also: &[], in_footer: false, label, help }
}

/// Every action there is, in the order in which the footer and the help show them.
#[rustfmt::skip]
pub const TABLE: &[Entry] = &[
    entry(SettleDue, "today.settle", Today, &["x"],
        |l| tr!(l, "action.settle"), |l| tr!(l, "action.settle.help")).in_footer(),
    entry(SnoozeDue, "today.snooze", Today, &["z"],
        |l| tr!(l, "action.snooze"), |l| tr!(l, "action.snooze.help")).in_footer(),
    entry(BreakPromise, "today.break", Today, &["b"],
        |l| tr!(l, "action.break_promise"), |l| tr!(l, "action.break_promise.help")).in_footer(),
    entry(ShowSnoozed, "today.snoozed", Today, &["Z"],
        |l| tr!(l, "action.show_snoozed"), |l| tr!(l, "action.show_snoozed.help")),
    entry(AdvanceDeal, "deal.advance", Deal, &[">", "shift-right"],
        |l| tr!(l, "action.deal.advance"), |l| tr!(l, "action.deal.advance.help")).in_footer(),
    entry(BackDeal, "deal.back", Deal, &["<", "shift-left"],
        |l| tr!(l, "action.deal.back"), |l| tr!(l, "action.deal.back.help")).in_footer(),
    entry(SetNextStep, "deal.next_step", Deal, &["n"],
        |l| tr!(l, "action.next_step"), |l| tr!(l, "action.next_step.help")).in_footer(),
    entry(WinDeal, "deal.win", Deal, &["W"],
        |l| tr!(l, "action.win"), |l| tr!(l, "action.win.help")).in_footer(),
    entry(LoseDeal, "deal.lose", Deal, &["L"],
        |l| tr!(l, "action.lose"), |l| tr!(l, "action.lose.help")).in_footer(),
    entry(ReopenDeal, "deal.reopen", Deal, &["R"],
        |l| tr!(l, "action.reopen"), |l| tr!(l, "action.reopen.help")),
    entry(SetAmount, "deal.amount", Deal, &["m"],
        |l| tr!(l, "action.amount"), |l| tr!(l, "action.amount.help")),
    entry(SetCloseDate, "deal.close_date", Deal, &["d"],
        |l| tr!(l, "action.close_date"), |l| tr!(l, "action.close_date.help")),
    entry(Contacted, "record.contacted", Record, &["c"],
        |l| tr!(l, "action.contacted"), |l| tr!(l, "action.contacted.help")).in_footer(),
    entry(ContactedWith, "record.contacted_with", Record, &["C"],
        |l| tr!(l, "action.contacted_with"), |l| tr!(l, "action.contacted_with.help")),
    entry(MakePromise, "record.commitment", Record, &["t"],
        |l| tr!(l, "action.make_promise"), |l| tr!(l, "action.make_promise.help")),
    entry(EditRecord, "record.edit", Record, &["e"],
        |l| tr!(l, "action.edit"), |l| tr!(l, "action.edit.help")).in_footer(),
    entry(DeleteRecord, "record.delete", Record, &["X", "delete"],
        |l| tr!(l, "action.delete"), |l| tr!(l, "action.delete.help")),
    entry(TagRecord, "record.tags", Record, &["#"],
        |l| tr!(l, "action.tags"), |l| tr!(l, "action.tags.help")),
    entry(ShowHistory, "record.history", Record, &["H"],
        |l| tr!(l, "action.history"), |l| tr!(l, "action.history.help")),
    entry(PreviousStage, "stage.previous", Funnel, &["left", "h", "[", "shift-tab"],
        |l| tr!(l, "action.stage.previous"), |l| tr!(l, "action.stage.previous.help"))
        .also(&[(Board, &["left", "h"])]),
    entry(NextStage, "stage.next", Funnel, &["right", "l", "]", "tab"],
        |l| tr!(l, "action.stage.next"), |l| tr!(l, "action.stage.next.help"))
        .also(&[(Board, &["right", "l"])]).in_footer(),
    entry(NextPeriod, "period.next", Funnel, &["p"],
        |l| tr!(l, "action.period.next"), |l| tr!(l, "action.period.next.help"))
        .also(&[(Board, &["p"])]).in_footer(),
    entry(PreviousPeriod, "period.previous", Funnel, &["P"],
        |l| tr!(l, "action.period.previous"), |l| tr!(l, "action.period.previous.help"))
        .also(&[(Board, &["P"])]),
    entry(AllPeriods, "period.all", Funnel, &["0"],
        |l| tr!(l, "action.period.all"), |l| tr!(l, "action.period.all.help"))
        .also(&[(Board, &["0"])]),
    entry(ToggleMeasure, "funnel.measure", Funnel, &["w"],
        |l| tr!(l, "action.funnel.measure"), |l| tr!(l, "action.funnel.measure.help")).in_footer(),
    entry(OpenRecord, "today.open", Today, &["enter"],
        |l| tr!(l, "action.open"), |l| tr!(l, "action.open.help")).in_footer(),
    entry(PeekRecord, "today.detail", Today, &["space"],
        |l| tr!(l, "action.peek"), |l| tr!(l, "action.peek.help")),
    entry(ToggleDetail, "record.detail", Table, &["enter", "space"],
        |l| tr!(l, "action.detail"), |l| tr!(l, "action.detail.help"))
        .also(&[(Board, &["enter", "space"])]).in_footer(),
    entry(Action::Filter, "list.filter", Table, &["/"],
        |l| tr!(l, "action.filter"), |l| tr!(l, "action.filter.help"))
        .also(&[(Board, &["/"])]).in_footer(),
    entry(SortNext, "list.sort", Table, &["o"],
        |l| tr!(l, "action.sort"), |l| tr!(l, "action.sort.help"))
        .also(&[(Board, &["o"])]).in_footer(),
    entry(SortTurn, "list.turn", Table, &["O"],
        |l| tr!(l, "action.turn"), |l| tr!(l, "action.turn.help")),
    entry(ClearView, "list.clear", Table, &["esc"],
        |l| tr!(l, "action.clear"), |l| tr!(l, "action.clear.help"))
        .also(&[(Board, &["esc"])]),
    entry(ToggleMark, "list.mark", Table, &["v"],
        |l| tr!(l, "action.mark"), |l| tr!(l, "action.mark.help")).in_footer(),
    entry(MarkAll, "list.mark_all", Table, &["V"],
        |l| tr!(l, "action.mark_all"), |l| tr!(l, "action.mark_all.help")),
    entry(BulkChange, "list.change", Table, &["B"],
        |l| tr!(l, "action.bulk"), |l| tr!(l, "action.bulk.help")).in_footer(),
    entry(ChooseColumns, "list.columns", Table, &["|"],
        |l| tr!(l, "action.columns"), |l| tr!(l, "action.columns.help")),
    entry(ToAccount, "go.account", Record, &["g a"],
        |l| tr!(l, "action.go_account"), |l| tr!(l, "action.go_account.help")),
    entry(ToPeople, "go.people", Record, &["g p"],
        |l| tr!(l, "action.go_people"), |l| tr!(l, "action.go_people.help")),
    entry(ToDeals, "go.deals", Record, &["g d"],
        |l| tr!(l, "action.go_deals"), |l| tr!(l, "action.go_deals.help")),
    entry(ToLog, "go.log", Record, &["g h"],
        |l| tr!(l, "action.go_log"), |l| tr!(l, "action.go_log.help")),
    entry(Up, "list.up", List, &["up", "k"],
        |l| tr!(l, "action.list.up"), |l| tr!(l, "action.list.up.help"))
        .also(&[(Choice, &["up", "ctrl-p"]), (Columns, &["up", "k"]), (Scope::Filter, &["up", "ctrl-p"])]),
    entry(Down, "list.down", List, &["down", "j"],
        |l| tr!(l, "action.list.down"), |l| tr!(l, "action.list.down.help"))
        .also(&[(Choice, &["down", "ctrl-n"]), (Columns, &["down", "j"]), (Scope::Filter, &["down", "ctrl-n"])]),
    entry(PageUp, "list.page_up", List, &["pageup", "ctrl-u", "ctrl-b"],
        |l| tr!(l, "action.list.page_up"), |l| tr!(l, "action.list.page_up.help"))
        .also(&[(Choice, &["pageup"]), (Columns, &["pageup"]), (Scope::Filter, &["pageup"])]),
    entry(PageDown, "list.page_down", List, &["pagedown", "ctrl-d", "ctrl-f"],
        |l| tr!(l, "action.list.page_down"), |l| tr!(l, "action.list.page_down.help"))
        .also(&[(Choice, &["pagedown"]), (Columns, &["pagedown"]), (Scope::Filter, &["pagedown"])]),
    entry(First, "list.first", List, &["home", "g g"],
        |l| tr!(l, "action.list.first"), |l| tr!(l, "action.list.first.help")),
    entry(Last, "list.last", List, &["end", "G"],
        |l| tr!(l, "action.list.last"), |l| tr!(l, "action.list.last.help")),
    entry(AddAccount, "add.account", Everywhere, &["a a"],
        |l| tr!(l, "action.add_account"), |l| tr!(l, "action.add_account.help")),
    entry(AddPerson, "add.person", Everywhere, &["a p"],
        |l| tr!(l, "action.add_person"), |l| tr!(l, "action.add_person.help")),
    entry(AddDeal, "add.deal", Everywhere, &["a d"],
        |l| tr!(l, "action.add_deal"), |l| tr!(l, "action.add_deal.help")),
    entry(AddCommitment, "add.commitment", Everywhere, &["a c"],
        |l| tr!(l, "action.add_commitment"), |l| tr!(l, "action.add_commitment.help")),
    entry(AddSpecialDay, "add.special_day", Everywhere, &["a s"],
        |l| tr!(l, "action.add_special_day"), |l| tr!(l, "action.add_special_day.help")),
    entry(AddTask, "add.task", Everywhere, &["a t"],
        |l| tr!(l, "action.add_task"), |l| tr!(l, "action.add_task.help")),
    entry(LogActivity, "add.activity", Everywhere, &["a l"],
        |l| tr!(l, "action.log_activity"), |l| tr!(l, "action.log_activity.help")),
    entry(Undo, "app.undo", Everywhere, &["u"],
        |l| tr!(l, "action.undo"), |l| tr!(l, "action.undo.help")).in_footer(),
    entry(Redo, "app.redo", Everywhere, &["ctrl-r", "U"],
        |l| tr!(l, "action.redo"), |l| tr!(l, "action.redo.help")),
    entry(Search, "app.search", Everywhere, &["s"],
        |l| tr!(l, "action.search"), |l| tr!(l, "action.search.help")).in_footer(),
    entry(Palette, "app.palette", Everywhere, &[":", "ctrl-p"],
        |l| tr!(l, "action.palette"), |l| tr!(l, "action.palette.help")).in_footer(),
    entry(Help, "app.help", Everywhere, &["?", "f1"],
        |l| tr!(l, "action.help"), |l| tr!(l, "action.help.help")).in_footer(),
    entry(Quit, "app.quit", Everywhere, &["q", "ctrl-c"],
        |l| tr!(l, "action.quit"), |l| tr!(l, "action.quit.help")).in_footer(),
    entry(ShowToday, "show.today", Everywhere, &["1"],
        |l| tr!(l, "action.show.today"), |l| tr!(l, "action.show.today.help")),
    entry(ShowFunnel, "show.funnel", Everywhere, &["2", "g f"],
        |l| tr!(l, "action.show.funnel"), |l| tr!(l, "action.show.funnel.help")),
    entry(ShowAccounts, "show.accounts", Everywhere, &["3"],
        |l| tr!(l, "action.show.accounts"), |l| tr!(l, "action.show.accounts.help")),
    entry(ShowPeople, "show.people", Everywhere, &["4"],
        |l| tr!(l, "action.show.people"), |l| tr!(l, "action.show.people.help")),
    entry(ShowDeals, "show.deals", Everywhere, &["5"],
        |l| tr!(l, "action.show.deals"), |l| tr!(l, "action.show.deals.help")),
    entry(ShowLog, "show.log", Everywhere, &["7"],
        |l| tr!(l, "action.show.log"), |l| tr!(l, "action.show.log.help")),
    entry(ShowBoard, "show.board", Everywhere, &["6"],
        |l| tr!(l, "action.show.board"), |l| tr!(l, "action.show.board.help")),
    entry(GoBack, "go.back", Everywhere, &["-", "backspace", "alt-left"],
        |l| tr!(l, "action.go_back"), |l| tr!(l, "action.go_back.help")),
    entry(GoForward, "go.forward", Everywhere, &["+", "=", "alt-right"],
        |l| tr!(l, "action.go_forward"), |l| tr!(l, "action.go_forward.help")),
    entry(SetQuota, "quota.set", Everywhere, &["g q"],
        |l| tr!(l, "action.quota.set"), |l| tr!(l, "action.quota.set.help")),
    entry(Messages, "app.messages", Everywhere, &["g m"],
        |l| tr!(l, "action.messages"), |l| tr!(l, "action.messages.help")),
    entry(Reload, "app.reload", Everywhere, &["f5"],
        |l| tr!(l, "action.reload"), |l| tr!(l, "action.reload.help")),
    entry(NextTheme, "app.theme", Everywhere, &["g t"],
        |l| tr!(l, "action.theme"), |l| tr!(l, "action.theme.help")),
    entry(SwitchLanguage, "app.language", Everywhere, &["g l"],
        |l| tr!(l, "action.language"), |l| tr!(l, "action.language.help")),
    entry(Redraw, "app.redraw", Everywhere, &["ctrl-l"],
        |l| tr!(l, "action.redraw"), |l| tr!(l, "action.redraw.help")),
    entry(Suspend, "app.suspend", Everywhere, &["ctrl-z"],
        |l| tr!(l, "action.suspend"), |l| tr!(l, "action.suspend.help")),
    entry(Accept, "dialog.accept", Choice, &["enter"],
        |l| tr!(l, "action.accept"), |l| tr!(l, "action.accept.help"))
        .also(&[(Form, &["enter"]), (Columns, &["enter"]), (Scope::Filter, &["enter"])]).in_footer(),
    entry(TickColumn, "columns.tick", Columns, &["space"],
        |l| tr!(l, "action.column.tick"), |l| tr!(l, "action.column.tick.help")).in_footer(),
    entry(ColumnUp, "columns.up", Columns, &["K", "shift-up"],
        |l| tr!(l, "action.column.up"), |l| tr!(l, "action.column.up.help")).in_footer(),
    entry(ColumnDown, "columns.down", Columns, &["J", "shift-down"],
        |l| tr!(l, "action.column.down"), |l| tr!(l, "action.column.down.help")).in_footer(),
    entry(UsualColumns, "columns.usual", Columns, &["r"],
        |l| tr!(l, "action.column.usual"), |l| tr!(l, "action.column.usual.help")).in_footer(),
    entry(NextField, "field.next", Form, &["tab", "down"],
        |l| tr!(l, "action.field.next"), |l| tr!(l, "action.field.next.help"))
        .also(&[(Lines, &["tab"])]).in_footer(),
    entry(PreviousField, "field.previous", Form, &["shift-tab", "up"],
        |l| tr!(l, "action.field.previous"), |l| tr!(l, "action.field.previous.help"))
        .also(&[(Lines, &["shift-tab"])]),
    entry(Save, "form.save", Form, &["ctrl-s"],
        |l| tr!(l, "action.save"), |l| tr!(l, "action.save.help"))
        .also(&[(Lines, &["ctrl-s"])]).in_footer(),
    entry(SwapDraft, "form.draft", Form, &["ctrl-r"],
        |l| tr!(l, "action.draft"), |l| tr!(l, "action.draft.help"))
        .also(&[(Lines, &["ctrl-r"])]).in_footer(),
    entry(EditOutside, "field.editor", Lines, &["ctrl-o"],
        |l| tr!(l, "action.editor"), |l| tr!(l, "action.editor.help")).in_footer(),
    entry(NextOffer, "field.offer", Form, &["ctrl-n"],
        |l| tr!(l, "action.offer"), |l| tr!(l, "action.offer.help"))
        .also(&[(Lines, &["ctrl-n"])]).in_footer(),
    entry(PreviousOffer, "field.offer_back", Form, &["ctrl-p"],
        |l| tr!(l, "action.offer_back"), |l| tr!(l, "action.offer_back.help"))
        .also(&[(Lines, &["ctrl-p"])]),
    entry(UndoOperation, "history.undo", History, &["enter"],
        |l| tr!(l, "action.history.undo"), |l| tr!(l, "action.history.undo.help")).in_footer(),
    entry(Yes, "answer.yes", Question, &["y", "enter"],
        |l| tr!(l, "action.yes"), |l| tr!(l, "action.yes.help")).in_footer(),
    entry(No, "answer.no", Question, &["n", "esc"],
        |l| tr!(l, "action.no"), |l| tr!(l, "action.no.help")).in_footer(),
    entry(Cancel, "dialog.cancel", Page, &["esc", "q", "ctrl-c"],
        |l| tr!(l, "action.cancel"), |l| tr!(l, "action.cancel.help"))
        .also(&[(Choice, &["esc", "ctrl-c"]), (Columns, &["esc", "q", "ctrl-c"]), (Form, &["esc", "ctrl-c"]), (Lines, &["esc", "ctrl-c"]), (Scope::Filter, &["esc", "ctrl-c"]), (Question, &["ctrl-c"])]).in_footer(),
];
