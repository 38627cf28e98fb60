//! The one table of actions: what a person can do, by which keys, where, and in what words. It feeds
//! the keymap, the footer, the help screen, the command palette, `keybook keys` and the README.
//!
//! A new action is a line here, a word in `assets/locales/actions.yml`, and an arm where it is done.

#[cfg(test)]
mod tests;

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

use Action::*;
use Scope::{
    Choice, Deal, Everywhere, Form, Funnel, List, Page, Question, Record, Register, Sheet, Table, Today,
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
    Contacted,
    ContactedWith,
    EditRecord,
    DeleteRecord,
    AddAccount,
    AddPerson,
    AddDeal,
    EnterDetail,
    LeaveDetail,
    FollowLine,
    AddOrder,
    AddProduct,
    AddLink,
    AddEntry,
    EntrySooner,
    EntryLater,
    NextList,
    PreviousList,
    ShowRegister,
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
    Yes,
    No,
}

/// Where keys mean something. What is on the screen gives a list of scopes, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// What is due.
    Today,
    /// The funnel.
    Funnel,
    /// Wherever a deal is chosen.
    Deal,
    /// Wherever a record of any kind is chosen.
    Record,
    /// A list of records with columns.
    Table,
    /// A filter being typed over a list.
    Filter,
    /// The lines of a record's detail.
    Sheet,
    /// The register.
    Register,
    /// Any list of lines.
    List,
    /// A page to read, such as this help.
    Page,
    /// A line to type in, with choices under it.
    Choice,
    /// A form with fields.
    Form,
    /// A question to be answered yes or no.
    Question,
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

impl Scope {
    /// All scopes, in the order in which help shows them.
    pub const ALL: &[Scope] =
        &[Today, Funnel, Deal, Record, Table, List, Everywhere, Scope::Filter, Page, Choice, Form, Question];

    /// Its heading in the help.
    pub fn title(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Everywhere => tr!(lang, "scope.everywhere"),
            Today => tr!(lang, "scope.today"),
            Funnel => tr!(lang, "scope.funnel"),
            Deal => tr!(lang, "scope.deal"),
            Record => tr!(lang, "scope.record"),
            Table => tr!(lang, "scope.table"),
            Scope::Filter => tr!(lang, "scope.filter"),
            Sheet => tr!(lang, "scope.sheet"),
            Register => tr!(lang, "scope.register"),
            List => tr!(lang, "scope.list"),
            Page => tr!(lang, "scope.page"),
            Choice => tr!(lang, "scope.choice"),
            Form => tr!(lang, "scope.form"),
            Question => tr!(lang, "scope.question"),
        }
    }

    /// Whether it belongs to dialogs, where the palette cannot reach.
    pub fn is_of_dialogs(self) -> bool {
        matches!(self, Page | Choice | Form | Question)
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
    entry(FollowLine, "detail.follow", Sheet, &["enter"],
        |l| tr!(l, "action.detail_follow"), |l| tr!(l, "action.detail_follow.help")).in_footer(),
    entry(LeaveDetail, "detail.leave", Sheet, &["esc", "shift-tab", "tab"],
        |l| tr!(l, "action.detail_leave"), |l| tr!(l, "action.detail_leave.help")).in_footer(),
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
    entry(EditRecord, "record.edit", Record, &["e"],
        |l| tr!(l, "action.edit"), |l| tr!(l, "action.edit.help")).also(&[(Register, &["enter"])]).in_footer(),
    entry(DeleteRecord, "record.delete", Record, &["X", "delete"],
        |l| tr!(l, "action.delete"), |l| tr!(l, "action.delete.help")),
    entry(PreviousStage, "stage.previous", Funnel, &["left", "h", "[", "shift-tab"],
        |l| tr!(l, "action.stage.previous"), |l| tr!(l, "action.stage.previous.help")),
    entry(NextStage, "stage.next", Funnel, &["right", "l", "]", "tab"],
        |l| tr!(l, "action.stage.next"), |l| tr!(l, "action.stage.next.help")).in_footer(),
    entry(NextPeriod, "period.next", Funnel, &["p"],
        |l| tr!(l, "action.period.next"), |l| tr!(l, "action.period.next.help")).in_footer(),
    entry(PreviousPeriod, "period.previous", Funnel, &["P"],
        |l| tr!(l, "action.period.previous"), |l| tr!(l, "action.period.previous.help")),
    entry(AllPeriods, "period.all", Funnel, &["0"],
        |l| tr!(l, "action.period.all"), |l| tr!(l, "action.period.all.help")),
    entry(ToggleMeasure, "funnel.measure", Funnel, &["w"],
        |l| tr!(l, "action.funnel.measure"), |l| tr!(l, "action.funnel.measure.help")).in_footer(),
    entry(OpenRecord, "today.open", Today, &["enter"],
        |l| tr!(l, "action.open"), |l| tr!(l, "action.open.help")).in_footer(),
    entry(PeekRecord, "today.detail", Today, &["space"],
        |l| tr!(l, "action.peek"), |l| tr!(l, "action.peek.help")),
    entry(ToggleDetail, "record.detail", Table, &["enter", "space"],
        |l| tr!(l, "action.detail"), |l| tr!(l, "action.detail.help")).in_footer(),
    entry(EnterDetail, "detail.enter", Table, &["tab"],
        |l| tr!(l, "action.detail_enter"), |l| tr!(l, "action.detail_enter.help"))
        .also(&[(Today, &["tab"])]).in_footer(),
    entry(NextList, "register.next", Register, &["right", "l", "]", "tab"],
        |l| tr!(l, "action.register_next"), |l| tr!(l, "action.register_next.help")).in_footer(),
    entry(PreviousList, "register.previous", Register, &["left", "h", "[", "shift-tab"],
        |l| tr!(l, "action.register_previous"), |l| tr!(l, "action.register_previous.help")),
    entry(AddEntry, "register.add", Register, &["i", "insert"],
        |l| tr!(l, "action.register_add"), |l| tr!(l, "action.register_add.help")).in_footer(),
    entry(EntrySooner, "register.sooner", Register, &["K", "shift-up"],
        |l| tr!(l, "action.register_sooner"), |l| tr!(l, "action.register_sooner.help")),
    entry(EntryLater, "register.later", Register, &["J", "shift-down"],
        |l| tr!(l, "action.register_later"), |l| tr!(l, "action.register_later.help")).in_footer(),
    entry(AddLink, "add.link", Record, &["a k"],
        |l| tr!(l, "action.add_link"), |l| tr!(l, "action.add_link.help")),
    entry(Action::Filter, "list.filter", Table, &["/"],
        |l| tr!(l, "action.filter"), |l| tr!(l, "action.filter.help")).in_footer(),
    entry(SortNext, "list.sort", Table, &["o"],
        |l| tr!(l, "action.sort"), |l| tr!(l, "action.sort.help")).in_footer(),
    entry(SortTurn, "list.turn", Table, &["O"],
        |l| tr!(l, "action.turn"), |l| tr!(l, "action.turn.help")),
    entry(ClearView, "list.clear", Table, &["esc"],
        |l| tr!(l, "action.clear"), |l| tr!(l, "action.clear.help")),
    entry(ToAccount, "go.account", Record, &["g a"],
        |l| tr!(l, "action.go_account"), |l| tr!(l, "action.go_account.help")),
    entry(ToPeople, "go.people", Record, &["g p"],
        |l| tr!(l, "action.go_people"), |l| tr!(l, "action.go_people.help")),
    entry(ToDeals, "go.deals", Record, &["g d"],
        |l| tr!(l, "action.go_deals"), |l| tr!(l, "action.go_deals.help")),
    entry(Up, "list.up", List, &["up", "k"],
        |l| tr!(l, "action.list.up"), |l| tr!(l, "action.list.up.help"))
        .also(&[(Choice, &["up", "ctrl-p"]), (Scope::Filter, &["up", "ctrl-p"])]),
    entry(Down, "list.down", List, &["down", "j"],
        |l| tr!(l, "action.list.down"), |l| tr!(l, "action.list.down.help"))
        .also(&[(Choice, &["down", "ctrl-n"]), (Scope::Filter, &["down", "ctrl-n"])]),
    entry(PageUp, "list.page_up", List, &["pageup", "ctrl-u", "ctrl-b"],
        |l| tr!(l, "action.list.page_up"), |l| tr!(l, "action.list.page_up.help"))
        .also(&[(Choice, &["pageup"]), (Scope::Filter, &["pageup"])]),
    entry(PageDown, "list.page_down", List, &["pagedown", "ctrl-d", "ctrl-f"],
        |l| tr!(l, "action.list.page_down"), |l| tr!(l, "action.list.page_down.help"))
        .also(&[(Choice, &["pagedown"]), (Scope::Filter, &["pagedown"])]),
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
    entry(AddOrder, "add.order", Everywhere, &["a o"],
        |l| tr!(l, "action.add_order"), |l| tr!(l, "action.add_order.help")),
    entry(AddProduct, "add.product", Everywhere, &["a u"],
        |l| tr!(l, "action.add_product"), |l| tr!(l, "action.add_product.help")),
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
    entry(ShowRegister, "show.register", Everywhere, &["8"],
        |l| tr!(l, "action.show.register"), |l| tr!(l, "action.show.register.help")),
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
        .also(&[(Form, &["enter"]), (Scope::Filter, &["enter"])]).in_footer(),
    entry(NextField, "field.next", Form, &["tab", "down"],
        |l| tr!(l, "action.field.next"), |l| tr!(l, "action.field.next.help")).in_footer(),
    entry(PreviousField, "field.previous", Form, &["shift-tab", "up"],
        |l| tr!(l, "action.field.previous"), |l| tr!(l, "action.field.previous.help")),
    entry(Save, "form.save", Form, &["ctrl-s"],
        |l| tr!(l, "action.save"), |l| tr!(l, "action.save.help")).in_footer(),
    entry(NextOffer, "field.offer", Form, &["ctrl-n"],
        |l| tr!(l, "action.offer"), |l| tr!(l, "action.offer.help")).in_footer(),
    entry(PreviousOffer, "field.offer_back", Form, &["ctrl-p"],
        |l| tr!(l, "action.offer_back"), |l| tr!(l, "action.offer_back.help")),
    entry(Yes, "answer.yes", Question, &["y", "enter"],
        |l| tr!(l, "action.yes"), |l| tr!(l, "action.yes.help")).in_footer(),
    entry(No, "answer.no", Question, &["n", "esc"],
        |l| tr!(l, "action.no"), |l| tr!(l, "action.no.help")).in_footer(),
    entry(Cancel, "dialog.cancel", Page, &["esc", "q", "ctrl-c"],
        |l| tr!(l, "action.cancel"), |l| tr!(l, "action.cancel.help"))
        .also(&[(Choice, &["esc", "ctrl-c"]), (Form, &["esc", "ctrl-c"]), (Scope::Filter, &["esc", "ctrl-c"]), (Question, &["ctrl-c"])]).in_footer(),
];
