//! The screens: each shows one side of the book, says what can be done there, and reads again when
//! what it shows has changed.

pub mod board;
pub mod calendar;
pub mod care;
pub mod change;
mod chosen;
pub mod doubles;
pub mod funnel;
pub mod import;
pub mod list;
pub mod metrics;
pub mod person;
pub mod record;
pub mod register;
pub mod resources;
pub mod review;
pub mod segments;
pub mod today;
pub mod track;
pub mod white_space;
mod window;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

pub use chosen::Chosen;

use super::action::{Action, Scope};
use super::deed::Deed;
use super::dialogs::views::Shown;
use super::entry::Entry;
use super::look::Look;
use super::many::Many;
use super::step::Step;
use crate::config::ListView;
use crate::domain::filter;
use crate::domain::id::Id;
use crate::domain::period::Period;
use crate::domain::word::RecordKind;
use crate::store::{self, Book, Changes, Draft};
use crate::tr;
use import::{Answer, News};
use record::Tab;

/// Which screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// What is due.
    Today,
    /// The funnel.
    Funnel,
    /// The accounts.
    Accounts,
    /// The people.
    People,
    /// The deals.
    Deals,
    /// The deals by stage.
    Board,
    /// What happened: the activities.
    Log,
    /// What the book keeps beside its records.
    Register,
    /// The accounts told apart by class.
    Segments,
    /// All sides of one account.
    Account,
    /// All sides of one deal.
    Deal,
    /// One person.
    Person,
    /// The weekly review.
    Review,
    /// What became of the funnel between two days.
    Change,
    /// Forecasts, stages, win rates and losses looked back upon.
    Track,
    /// The measures of all accounts.
    Metrics,
    /// Accounts and products crossed.
    WhiteSpace,
    /// What days bring.
    Calendar,
    /// What is spent on each posture and tier.
    Resources,
    /// How accounts fare and are cared for.
    Care,
    /// Files taken in.
    Import,
    /// Records that are likely in the book twice.
    Doubles,
}

impl Place {
    /// Its number: the key that shows it. A screen that is reached from another one has that one's.
    pub fn number(self) -> u8 {
        match self.home() {
            Place::Today => 1,
            Place::Funnel => 2,
            Place::Accounts => 3,
            Place::People => 4,
            Place::Deals => 5,
            Place::Board => 6,
            Place::Log => 7,
            Place::Register => 8,
            Place::Segments => 9,
            // None of the others is its own home.
            _ => 0,
        }
    }

    /// The screen among the numbered ones to which it belongs; itself, where it is one.
    pub fn home(self) -> Place {
        match self {
            Place::Account => Place::Accounts,
            Place::Deal => Place::Deals,
            Place::Person => Place::People,
            Place::Review | Place::Change | Place::Track => Place::Funnel,
            Place::WhiteSpace | Place::Metrics | Place::Resources | Place::Care => Place::Segments,
            Place::Calendar => Place::Today,
            Place::Import => Place::Register,
            Place::Doubles => Place::Register,
            other => other,
        }
    }

    /// The list of a kind of record.
    pub fn of(kind: RecordKind) -> Place {
        match kind {
            RecordKind::Account => Place::Accounts,
            RecordKind::Contact => Place::People,
            RecordKind::Activity => Place::Log,
            _ => Place::Deals,
        }
    }
}

/// What a list shows of all records, and which one is chosen: enough to come back to it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Visit {
    /// Only what belongs to this record.
    pub within: Option<Within>,
    /// The filter as typed.
    pub filter: String,
    /// The chosen record.
    pub at: Option<Id>,
    /// Whether that is chosen only where the list has it; otherwise it is shown by itself then.
    pub loosely: bool,
    /// The line of its detail that is chosen, where its lines are walked.
    pub line: Option<usize>,
    /// The pane that is chosen, where a screen has several.
    pub pane: usize,
    /// The chosen entry of the register, or of a plan.
    pub entry: Option<Entry>,
    /// The side of a record.
    pub tab: Option<Tab>,
    /// The record among its lines at which one stands.
    pub on: Option<Chosen>,
    /// The days between which changes are shown, or that are looked back upon.
    pub days: Option<(NaiveDate, NaiveDate)>,
}

/// A record to whose neighbours a list is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Within {
    /// What kind of record.
    pub kind: RecordKind,
    /// Which.
    pub id: Id,
    /// Its name.
    pub name: String,
}

/// One screen.
pub trait Screen {
    /// Which one it is.
    fn place(&self) -> Place;

    /// Its tab's word.
    fn title(&self, look: &Look) -> String;

    /// Where its keys are found, the nearest first.
    fn scopes(&self) -> &'static [Scope];

    /// Whether one of its actions makes sense now; the footer and the palette show only those.
    fn offers(&self, action: Action) -> bool;

    /// Does an action of its scopes.
    fn update(&mut self, action: Action, look: &Look) -> Vec<Step>;

    /// The record that stands chosen.
    fn chosen(&self) -> Option<Chosen> {
        None
    }

    /// What stands chosen that is no record, but kept beside them.
    fn entry(&self) -> Option<Entry> {
        None
    }

    /// The record that the chosen line itself is, where it is another than the one it is about: a promise
    /// to a person, say. It is what is edited and deleted there.
    fn stands_on(&self) -> Option<Chosen> {
        None
    }

    /// The record that all of the screen is about, whatever stands chosen on it.
    fn is_about(&self) -> Option<Chosen> {
        None
    }

    /// Whether something is left that is read once the screen is shown: what takes longer than a key may wait.
    fn has_rest(&self) -> bool {
        false
    }

    /// Reads what is left, or the next part of it.
    ///
    /// # Errors
    /// What the store could not read; then it is still left.
    fn read_rest(&mut self, _book: &Book, _look: &Look) -> store::Result<()> {
        Ok(())
    }

    /// Whether it can show a past day: it has figures, and reads them from the book that it is given.
    fn looks_back(&self) -> bool {
        false
    }

    /// What kind of records is marked, if any. It is asked for every key that is shown, so it comes without
    /// the records themselves.
    fn marked_kind(&self) -> Option<filter::Kind> {
        None
    }

    /// The records that are marked, if any: what is done to many is done to them.
    fn marked(&self) -> Option<Many> {
        None
    }

    /// Shows a list with these columns and this sorting from now on.
    fn arrange(&mut self, _chosen: ListView) -> Vec<Step> {
        Vec::new()
    }

    /// Shows what a saved view of the list shows.
    fn show(&mut self, _shown: Shown) -> Vec<Step> {
        Vec::new()
    }

    /// Chooses what the mouse points at; none where the lines of the screen are chosen one after the other, or
    /// nothing is to be chosen there.
    fn point_at(&mut self, _cell: Position, _look: &Look) -> Option<Vec<Step>> {
        None
    }

    /// What would come of letting go there of what is chosen: in words, and in deed.
    fn carried_to(&self, _cell: Position, _look: &Look) -> Option<(String, Deed)> {
        None
    }

    /// Whether a line of text is being typed into it; what is no action is then typing.
    fn takes_text(&self) -> bool {
        false
    }

    /// Takes a key that is no action: typing.
    fn key(&mut self, _key: &KeyEvent) -> Vec<Step> {
        Vec::new()
    }

    /// Takes pasted text.
    fn paste(&mut self, _text: &str) -> Vec<Step> {
        Vec::new()
    }

    /// What a deed to the chosen record is here, where it is more than the deed itself.
    fn deed(&self, _action: Action, _look: &Look) -> Option<Vec<Step>> {
        None
    }

    /// What is typed into it and would be lost; without content where nothing is.
    fn draft(&self) -> Option<Draft> {
        None
    }

    /// Hears what was chosen in a dialog that it opened.
    fn answered(&mut self, _answer: Answer, _look: &Look) -> Vec<Step> {
        Vec::new()
    }

    /// Hears of work that it began.
    fn worked(&mut self, _news: News, _look: &Look) -> Vec<Step> {
        Vec::new()
    }

    /// Hears how a deed went that it asked for, where no dialog did.
    fn performed(&mut self, _is_done: bool, _look: &Look) -> Vec<Step> {
        Vec::new()
    }

    /// What it shows now, to come back to.
    fn visit(&self) -> Visit {
        Visit::default()
    }

    /// Shows what was shown then, or is to be shown now.
    fn revisit(&mut self, _visit: Visit) {}

    /// Hears that it has another room now, which may bring more into view.
    fn resized(&mut self, look: &Look) -> Vec<Step>;

    /// The period it is about; what concerns a period (a quota) is asked for this one.
    fn period(&self, look: &Look) -> Period {
        Period::quarter_of(look.today, look.first_month)
    }

    /// Hears that the book has changed: in these tables, or none knows where. What it shows of them it
    /// will read again when it is next told to.
    fn changed(&mut self, changes: Option<&Changes>);

    /// Reads what it has to, if anything.
    ///
    /// # Errors
    /// What the store could not read.
    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()>;

    /// The signs it uses, each with its meaning, for the help.
    fn signs(&self, look: &Look) -> Vec<(String, String)>;

    /// Draws itself, which changes nothing; returns where the text cursor stands, if it takes text.
    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position>;
}

/// The keys while the lines of a detail are walked.
const WALKING: &[Scope] = &[Scope::Sheet, Scope::Deal, Scope::Record, Scope::List];

/// How an empty book is filled: keys, with what each does.
fn ways(look: &Look) -> Vec<(String, String)> {
    let ways = [
        ("a a", tr!(look.lang, "empty.account")),
        ("a p", tr!(look.lang, "empty.person")),
        ("a d", tr!(look.lang, "empty.deal")),
        ("g I", tr!(look.lang, "funnel.empty_import")),
        ("g S", tr!(look.lang, "empty.tour")),
    ];
    ways.into_iter().map(|(way, words)| (way.to_owned(), words.into_owned())).collect()
}

/// From this width on the detail of a record stands beside its list.
const WIDE: u16 = 110;

/// Whether there is room for a detail beside a list.
fn is_wide(area: Rect) -> bool {
    area.width + 2 >= WIDE
}

/// From this size on there is room for a third part beside what a screen always shows.
const VAST: Size = Size { width: 170, height: 46 };

/// Whether there is room for a third part.
fn is_vast(area: Rect) -> bool {
    area.width + 2 >= VAST.width && area.height >= VAST.height
}

/// Shares out the inner part of a screen to a list and the detail of its chosen record: beside it where
/// there is room, over it where it is `open`.
fn beside(inner: Rect, open: bool) -> (Rect, Option<Rect>) {
    if !is_wide(inner) {
        return (inner, open.then_some(inner));
    }
    let width = (inner.width * 36 / 100).clamp(38, 64);
    let list = Rect { width: inner.width.saturating_sub(width + 3), ..inner };
    (list, Some(Rect { x: list.right() + 3, width, ..inner }))
}
