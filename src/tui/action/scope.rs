//! Where keys mean something.

use std::borrow::Cow;

use crate::i18n::Lang;
use crate::tr;

use Scope::*;

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
    /// Wherever a deal is chosen.
    Deal,
    /// Wherever a record of any kind is chosen.
    Record,
    /// A list of records with columns.
    Table,
    /// A filter being typed over a list.
    Filter,
    /// Any list of lines.
    List,
    /// A page to read, such as this help.
    Page,
    /// A line to type in, with choices under it.
    Choice,
    /// A form with fields.
    Form,
    /// The history of a record.
    History,
    /// A question to be answered yes or no.
    Question,
}

impl Scope {
    /// All scopes, in the order in which help shows them.
    pub const ALL: &[Scope] = &[
        Today, Funnel, Board, Deal, Record, Table, List, Everywhere, Filter, History, Page, Choice, Form,
        Question,
    ];

    /// Its heading in the help.
    pub fn title(self, lang: Lang) -> Cow<'static, str> {
        match self {
            Everywhere => tr!(lang, "scope.everywhere"),
            Today => tr!(lang, "scope.today"),
            Funnel => tr!(lang, "scope.funnel"),
            Board => tr!(lang, "scope.board"),
            Deal => tr!(lang, "scope.deal"),
            Record => tr!(lang, "scope.record"),
            Table => tr!(lang, "scope.table"),
            Filter => tr!(lang, "scope.filter"),
            List => tr!(lang, "scope.list"),
            History => tr!(lang, "scope.history"),
            Page => tr!(lang, "scope.page"),
            Choice => tr!(lang, "scope.choice"),
            Form => tr!(lang, "scope.form"),
            Question => tr!(lang, "scope.question"),
        }
    }

    /// Whether it belongs to dialogs, where the palette cannot reach.
    pub fn is_of_dialogs(self) -> bool {
        matches!(self, History | Page | Choice | Form | Question)
    }
}
