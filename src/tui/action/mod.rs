//! The one table of actions: what a person can do, by which keys, where, and in what words. It feeds
//! the keymap, the footer, the help screen, the command palette, `keybook keys` and the README.
//!
//! A new action is a variant here, a line in `table` or a file beside it of its subject, a word in
//! `assets/locales/actions.yml`, and an arm where it is done.

mod calendar;
mod capturing;
mod dialogs;
mod everywhere;
mod importing;
mod scope;
mod table;
#[cfg(test)]
mod tests;
mod touring;

use std::borrow::Cow;

use super::key::{parse_keys, show_keys};
use crate::i18n::Lang;

pub use scope::Scope;
pub use table::TABLE;

/// Something a person can do at the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)] // each one's words are in the table
pub enum Action {
    Quit,
    Suspend,
    Lock,
    Redraw,
    Help,
    Guide,
    Palette,
    Messages,
    Undo,
    Redo,
    BackUp,
    ShowBackups,
    JoinBook,
    OpenBook,
    Reload,
    ChooseTheme,
    Count,
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
    ShowChart,
    ShowZipper,
    ShowCheck,
    TabRelationship,
    TabCare,
    TabCheck,
    NextView,
    AddRecollection,
    OurSide,
    SetSeat,
    FoldLine,
    FoldAll,
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
    SortColumn,
    NarrowColumn,
    WidenColumn,
    TakeOffer,
    ChangeCell,
    ShowViews,
    SaveView,
    RenameView,
    DeleteView,
    ShowLog,
    ToLog,
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
    NextTab,
    PreviousTab,
    TickEntry,
    TabOverview,
    TabPlan,
    TabPeople,
    TabDeals,
    TabFactors,
    TabSwot,
    TabCompetitors,
    TabActions,
    TabIntelligence,
    TabHistory,
    TabNeeds,
    TabValue,
    TabPath,
    TabReceivables,
    ChooseDay,
    WeekEarlier,
    WeekLater,
    ShowPresent,
    ShowReview,
    ShowChange,
    OpenBar,
    LeaveBar,
    ChooseDays,
    ShowTrack,
    ShowMetrics,
    ShowResources,
    PlanResources,
    TabMetrics,
    ShowCare,
    TakeRates,
    KeepDeal,
    SkipDeal,
    PreviousStop,
    LeaveOut,
    ToSubmission,
    SubmitForecast,
    WriteWeek,
    LeaveReview,
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
    NextPane,
    PreviousPane,
    ObservePerson,
    ScorePerson,
    ObserveMe,
    ScoreMe,
    ShowBrief,
    ShowGroup,
    TickClue,
    RoomLeft,
    RoomRight,
    KeepBrief,
    CellLeft,
    CellRight,
    EditCell,
    MoreStars,
    NextCell,
    FillIn,
    WritePlan,
    MakePage,
    WeighDangers,
    TakeLeft,
    TakeRight,
    TakeOther,
    TakeAllLeft,
    TakeAllRight,
    SwapSides,
    MergeTwins,
    TellApart,
    OpenPair,
    ShowDoubles,
    CompareMarked,
    OpenLink,
    ShowSegments,
    SegmentPosture,
    SegmentKaism,
    SegmentRfm,
    SegmentPyramid,
    SegmentScore,
    SegmentTier,
    DecideClass,
    TakeBackClass,
    TellInputs,
    ShowCalendar,
    DayEarlier,
    DayLater,
    SevenEarlier,
    SevenLater,
    MoveToDay,
    AddOnDay,
    SwitchExtent,
    ShowTheDay,
    GoToDay,
    ShowWhiteSpace,
    StartDeal,
    ShowDays,
    ShowImport,
    TakeFile,
    MarkFile,
    TypePath,
    SayKind,
    SayDates,
    TryImport,
    RunImport,
    JoinAll,
    WriteRefused,
    ImportBack,
    CancelWork,
    CaptureLine,
    CompleteName,
    MoreTerms,
    ExplainField,
    ShowRound,
    TourBack,
    TourOn,
    LeaveTour,
    No,
}

type Words = fn(Lang) -> Cow<'static, str>;

/// One line of the table.
#[derive(Clone, Copy)]
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

    /// The first key that it has by itself, as it is shown.
    pub fn first_key(&self) -> String {
        let keys = self.keys.first().map(|keys| parse_keys(keys));
        keys.and_then(Result::ok).map(|keys| show_keys(&keys)).unwrap_or_default()
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
    /// Whether it can be meant so many times: a move, or one thing taken back after another.
    pub fn repeats(self) -> bool {
        use Action::*;
        matches!(
            self,
            Up | Down
                | PageUp
                | PageDown
                | NextStage
                | PreviousStage
                | NextPeriod
                | PreviousPeriod
                | NextTab
                | PreviousTab
                | NextPane
                | PreviousPane
                | NextList
                | PreviousList
                | CellLeft
                | CellRight
                | DayEarlier
                | DayLater
                | SevenEarlier
                | SevenLater
                | WeekEarlier
                | WeekLater
                | SkipDeal
                | PreviousStop
                | GoBack
                | GoForward
                | Undo
                | Redo
        )
    }

    /// Its line in the table.
    pub fn entry(self) -> &'static Entry {
        // The tests hold that each action has a line.
        TABLE.iter().find(|entry| entry.action == self).unwrap_or(&TABLE[0])
    }
}
