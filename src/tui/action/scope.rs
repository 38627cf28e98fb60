//! Where keys mean something.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

/// Where keys mean something. What is on the screen gives a list of scopes, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On every screen.
    Everywhere,
    /// What is due.
    Today,
    /// The funnel.
    Funnel,
    /// The board.
    Board,
    /// The weekly review.
    Review,
    /// What became of the funnel.
    Change,
    /// The track record.
    Track,
    /// The accounts told apart by class.
    Segments,
    /// The measures of all accounts.
    Metrics,
    /// What is spent on each posture and tier.
    Resources,
    /// What days bring.
    Calendar,
    /// Accounts and products crossed.
    WhiteSpace,
    /// The care of all accounts.
    Care,
    /// Files being taken in.
    Import,
    /// Work that goes on.
    Working,
    /// Likely doubles.
    Doubles,
    /// Wherever figures are shown that can be asked as of a past day.
    Figures,
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
    /// The sides of an account or a deal.
    Tabs,
    /// The cells of a picture.
    Grid,
    /// A line typed into a cell.
    Typing,
    /// A person's screen.
    Person,
    /// What was heard and seen of a person.
    Clues,
    /// The page before a meeting.
    Brief,
    /// A buying group.
    Group,
    /// Any list of lines.
    List,
    /// A page to read, such as this help.
    Page,
    /// A line to type in, with choices under it.
    Choice,
    /// A line being captured.
    Capture,
    /// The reference.
    Guide,
    /// The page of keys.
    Help,
    /// The columns of a list to choose from.
    Columns,
    /// The saved views of a list.
    Views,
    /// Two sides to choose from, line by line.
    Sides,
    /// Two records beside each other, before they become one.
    Twins,
    /// A form with fields.
    Form,
    /// A field of several lines in a form.
    Lines,
    /// The history of a record.
    History,
    /// A question to be answered yes or no.
    Question,
    /// The tour, beside what is on the screen.
    Tour,
}

impl Scope {
    /// All scopes, in the order in which help shows them.
    pub const ALL: &[Scope] = &[
        Scope::Today,
        Scope::Funnel,
        Scope::Board,
        Scope::Review,
        Scope::Change,
        Scope::Track,
        Scope::Segments,
        Scope::Metrics,
        Scope::Resources,
        Scope::Calendar,
        Scope::WhiteSpace,
        Scope::Care,
        Scope::Import,
        Scope::Working,
        Scope::Doubles,
        Scope::Register,
        Scope::Tabs,
        Scope::Grid,
        Scope::Typing,
        Scope::Person,
        Scope::Sheet,
        Scope::Deal,
        Scope::Record,
        Scope::Table,
        Scope::List,
        Scope::Figures,
        Scope::Everywhere,
        Scope::Filter,
        Scope::History,
        Scope::Brief,
        Scope::Group,
        Scope::Page,
        Scope::Choice,
        Scope::Capture,
        Scope::Guide,
        Scope::Help,
        Scope::Clues,
        Scope::Columns,
        Scope::Views,
        Scope::Twins,
        Scope::Sides,
        Scope::Form,
        Scope::Lines,
        Scope::Question,
        Scope::Tour,
    ];

    /// Its heading in the help.
    pub fn title(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Scope::Everywhere => tr!(lang, "scope.everywhere"),
            Scope::Today => tr!(lang, "scope.today"),
            Scope::Funnel => tr!(lang, "scope.funnel"),
            Scope::Board => tr!(lang, "scope.board"),
            Scope::Review => tr!(lang, "scope.review"),
            Scope::Change => tr!(lang, "scope.change"),
            Scope::Track => tr!(lang, "scope.track"),
            Scope::Segments => tr!(lang, "scope.segments"),
            Scope::Metrics => tr!(lang, "scope.metrics"),
            Scope::Resources => tr!(lang, "scope.resources"),
            Scope::Calendar => tr!(lang, "scope.calendar"),
            Scope::WhiteSpace => tr!(lang, "scope.white_space"),
            Scope::Care => tr!(lang, "scope.care"),
            Scope::Import => tr!(lang, "scope.import"),
            Scope::Working => tr!(lang, "scope.working"),
            Scope::Doubles => tr!(lang, "doubles.title"),
            Scope::Figures => tr!(lang, "scope.figures"),
            Scope::Deal => tr!(lang, "scope.deal"),
            Scope::Record => tr!(lang, "scope.record"),
            Scope::Table => tr!(lang, "scope.table"),
            Scope::Filter => tr!(lang, "scope.filter"),
            Scope::Sheet => tr!(lang, "scope.sheet"),
            Scope::Register => tr!(lang, "scope.register"),
            Scope::Tabs => tr!(lang, "scope.tabs"),
            Scope::Grid => tr!(lang, "scope.grid"),
            Scope::Typing => tr!(lang, "scope.typing"),
            Scope::Person => tr!(lang, "scope.person"),
            Scope::Clues => tr!(lang, "scope.clues"),
            Scope::Brief => tr!(lang, "scope.brief"),
            Scope::Group => tr!(lang, "scope.group"),
            Scope::List => tr!(lang, "scope.list"),
            Scope::History => tr!(lang, "scope.history"),
            Scope::Page => tr!(lang, "scope.page"),
            Scope::Choice => tr!(lang, "scope.choice"),
            Scope::Capture => tr!(lang, "scope.capture"),
            Scope::Guide => tr!(lang, "guide.title"),
            Scope::Help => tr!(lang, "help.title"),
            Scope::Columns => tr!(lang, "scope.columns"),
            Scope::Views => tr!(lang, "scope.views"),
            Scope::Sides => tr!(lang, "scope.sides"),
            Scope::Twins => tr!(lang, "scope.twins"),
            Scope::Form => tr!(lang, "scope.form"),
            Scope::Lines => tr!(lang, "scope.lines"),
            Scope::Question => tr!(lang, "scope.question"),
            Scope::Tour => tr!(lang, "scope.tour"),
        }
    }

    /// Whether its keys and those of another may hold at the same time on a screen.
    pub fn stands_with(self, other: Scope) -> bool {
        let is_common = |scope| {
            matches!(scope, Scope::Everywhere | Scope::Figures | Scope::Deal | Scope::Record | Scope::List)
        };
        let is_shown = |scope: Scope| !scope.is_of_dialogs() && scope != Scope::Filter;
        (is_common(self) || is_common(other)) && is_shown(self) && is_shown(other)
    }

    /// Whether it belongs to dialogs or to the tour, where the palette does not reach.
    pub fn is_of_dialogs(self) -> bool {
        matches!(
            self,
            Scope::History
                | Scope::Page
                | Scope::Clues
                | Scope::Brief
                | Scope::Group
                | Scope::Choice
                | Scope::Capture
                | Scope::Guide
                | Scope::Help
                | Scope::Columns
                | Scope::Views
                | Scope::Sides
                | Scope::Twins
                | Scope::Form
                | Scope::Lines
                | Scope::Typing
                | Scope::Question
                | Scope::Tour
        )
    }
}
