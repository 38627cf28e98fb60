//! The state of the interface, and what an action does to it.

mod counted;
mod moment;
mod offered;
mod over;
mod past;
mod places;
mod pointed;
mod told;
mod toured;
mod unseen;
mod worn;

use chrono::NaiveDate;
use crossterm::event::KeyEvent;
use ratatui::layout::Size;

use super::action::Action;
use super::deed::{self, is_deed};
use super::dialogs::history::RecordHistory;
use super::dialogs::messages::Messages;
use super::dialogs::question::Question;
use super::dialogs::search::Search;
use super::dialogs::{Dialog, first_start};
use super::effect::{Effect, Joining};
use super::entry::Kind;
use super::key::Key;
use super::keymap::{Keymap, Match};
use super::look::Look;
use super::many::{self, Many};
use super::screens::{Place, Screen};
use super::step::Step;
use super::tour::{Event, Tour};
use super::travel::{Travel, is_next_door, neighbours};
use super::widgets::message::Notice;
use crate::i18n::Lang;
use crate::ops::evidence::Whom;
use crate::store::{self, Book, Changes};
use crate::tr;
use moment::Moment;

/// Everything that is on the screen or may come to it.
pub struct App {
    /// How things are shown.
    pub look: Look,
    /// What the book is called in the header.
    pub book_name: String,
    keymap: Keymap,
    pub(super) screens: Vec<Box<dyn Screen>>,
    pub(super) current: usize,
    pub(super) dialogs: Vec<Box<dyn Dialog>>,
    pub(super) notice: Option<Notice>,
    log: Vec<Notice>,
    travel: Travel,
    typed: Vec<Key>,
    /// How many times what is typed next is meant, as far as that has been typed.
    count: Option<u32>,
    /// Whether what a write has altered is marked for a moment.
    pub(super) marks_changes: bool,
    moment: Moment,
    /// The day that screens with figures show; none is today.
    past: Option<NaiveDate>,
    /// Whether the terminal has a light background, as far as is known.
    pub(super) is_on_light: bool,
    /// Whether the theme is the one that suits the background, none having been chosen.
    pub(super) suits_ground: bool,
    /// Whether the book has turned out to be damaged.
    pub(super) is_damaged: bool,
    /// Whether the book is a demonstration.
    pub(super) is_demonstration: bool,
    /// How far one has come on the tour, and whether it is being shown.
    tour: Option<(Tour, bool)>,
    /// The size of the terminal; the screen has less of it beside the tour.
    whole: Size,
}

impl App {
    /// An interface with these screens, the first of them shown.
    pub fn new(look: Look, book_name: String, keymap: Keymap, screens: Vec<Box<dyn Screen>>) -> App {
        App {
            look,
            book_name,
            keymap,
            screens,
            current: 0,
            dialogs: Vec::new(),
            notice: None,
            log: Vec::new(),
            travel: Travel::default(),
            typed: Vec::new(),
            count: None,
            marks_changes: false,
            moment: Moment::default(),
            past: None,
            is_on_light: false,
            suits_ground: false,
            is_damaged: false,
            is_demonstration: false,
            tour: None,
            whole: Size::default(),
        }
    }

    /// Takes a key: part of a sequence, an action, or typing into a dialog.
    pub fn key(&mut self, event: &KeyEvent) -> Vec<Effect> {
        self.move_on();
        if self.is_unseen() {
            return self.key_unseen(event);
        }
        let continued = !self.typed.is_empty();
        if !continued && self.takes_count(event) {
            return Vec::new();
        }
        self.typed.push(Key::from(event));
        match self.keymap.resolve(&self.scopes(), &self.typed) {
            Match::Prefix => Vec::new(),
            Match::Action(action) => {
                self.typed.clear();
                self.counted(action)
            }
            Match::None => {
                self.typed.clear();
                if continued || self.begins_count(event) {
                    return Vec::new();
                }
                if let Some(steps) = self.dialogs.last_mut().and_then(|dialog| dialog.pick(event)) {
                    return self.follow(steps);
                }
                self.take_typing(|dialog| dialog.key(event), |screen| screen.key(event))
            }
        }
    }

    /// Takes pasted text; only what is typed into takes any, so that a paste is never read as commands.
    pub fn paste(&mut self, text: &str) -> Vec<Effect> {
        self.take_typing(|dialog| dialog.paste(text), |screen| screen.paste(text))
    }

    /// Gives typing to whatever takes it; what depends on it is then to be read.
    fn take_typing(
        &mut self,
        to_dialog: impl FnOnce(&mut dyn Dialog),
        to_screen: impl FnOnce(&mut dyn Screen) -> Vec<Step>,
    ) -> Vec<Effect> {
        if let Some(dialog) = self.dialogs.last_mut() {
            to_dialog(dialog.as_mut());
            return vec![Effect::Read];
        }
        let screen = &mut self.screens[self.current];
        let steps = if screen.takes_text() { to_screen(screen.as_mut()) } else { Vec::new() };
        self.follow(steps)
    }

    /// Does an action; returns what is to be done outside.
    pub fn update(&mut self, action: Action) -> Vec<Effect> {
        self.notice = None;
        if let Some(effects) = self.move_on_tour(action) {
            return effects;
        }
        let steps = match (self.refused_in_the_past(action), self.dialogs.last_mut()) {
            (Some(said), _) => vec![said],
            (None, Some(dialog)) => dialog.update(action, &self.look),
            (None, None) => self.act(action),
        };
        self.follow(steps)
    }

    /// Opens a dialog over what is there.
    pub fn open(&mut self, dialog: Box<dyn Dialog>) {
        self.dialogs.push(dialog);
    }

    /// The terminal has this size now: what comes into view may have to be read.
    pub fn resize(&mut self, size: Size) -> Vec<Effect> {
        self.whole = size;
        let size = self.room_beside_tour();
        if size == self.look.size {
            return Vec::new();
        }
        self.look.size = size;
        let past = self.past_look();
        let steps = self.screens[self.current].resized(past.as_ref().unwrap_or(&self.look));
        self.follow(steps)
    }

    /// Lets every screen know that the book has changed: in these tables, or none knows where.
    pub fn changed(&mut self, changes: Option<&Changes>) {
        self.screens.iter_mut().for_each(|screen| screen.changed(changes));
    }

    /// Lets the screen shown read what it has to, from the book of the day that it shows, and the dialog over
    /// it from the one of today.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(&mut self, shown: &Book, book: &Book) -> store::Result<()> {
        let past = self.past_look();
        self.screens[self.current].read(shown, past.as_ref().unwrap_or(&self.look))?;
        match self.dialogs.last_mut() {
            Some(dialog) => dialog.read(book, &self.look),
            None => Ok(()),
        }
    }

    /// Whether the screen shown has something left to read after the others.
    pub fn has_rest(&self) -> bool {
        self.screen().has_rest()
    }

    /// Lets the screen shown read what is left, from the book of the day that it shows.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read_rest(&mut self, shown: &Book) -> store::Result<()> {
        let past = self.past_look();
        self.screens[self.current].read_rest(shown, past.as_ref().unwrap_or(&self.look))
    }

    /// The screen shown.
    pub fn screen(&self) -> &dyn Screen {
        self.screens[self.current].as_ref()
    }

    /// Whether what is typed goes into a line of text.
    pub fn takes_text(&self) -> bool {
        !self.dialogs.is_empty() || self.screen().takes_text()
    }

    fn follow(&mut self, steps: Vec<Step>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for step in steps {
            match step {
                Step::Effect(effect) if self.would_write_the_past(&effect) => {
                    effects.extend(self.refuse_in_the_past())
                }
                Step::Effect(effect) => effects.push(effect),
                Step::Run(action) => effects.extend(self.update(action)),
                Step::Open(dialog) => self.open(dialog),
                Step::Arrange(chosen) => {
                    let steps = self.screens[self.current].arrange(chosen);
                    effects.extend(self.follow(steps));
                }
                Step::Show(shown) => {
                    let steps = self.screens[self.current].show(shown);
                    effects.extend(self.follow(steps));
                }
                Step::Tell(answer) => {
                    let steps = self.screens[self.current].answered(answer, &self.look);
                    effects.extend(self.follow(steps));
                }
                Step::Say(notice) => self.say(notice),
                Step::Go(place, visit) => {
                    self.go(place, visit);
                    effects.push(Effect::Read);
                }
                Step::Close => {
                    self.dialogs.pop();
                }
                Step::Wear(theme) => effects.extend(self.wear(*theme)),
            }
        }
        effects
    }

    /// Does an action that no dialog takes.
    fn act(&mut self, action: Action) -> Vec<Step> {
        let entry = action.entry();
        if !self.offers(entry) {
            let label = entry.label(self.look.lang);
            return vec![Step::Say(Notice::hint(tr!(self.look.lang, "notice.not_now", action = label)))];
        }
        match action {
            Action::Quit => vec![Effect::Quit.into()],
            Action::Suspend => vec![Effect::Suspend.into()],
            Action::Lock => vec![Effect::Lock.into()],
            Action::Redraw => vec![Effect::Redraw.into()],
            Action::Reload => vec![Effect::Reload.into()],
            Action::Undo => vec![Effect::Undo.into()],
            Action::Redo => vec![Effect::Redo.into()],
            Action::BackUp => vec![Effect::BackUp.into()],
            Action::OpenBook => vec![Effect::ChooseBook.into()],
            Action::ShowRound => vec![Effect::ShowRound.into()],
            Action::JoinBook => vec![Effect::Joining(Joining::Ask).into()],
            Action::ShowBackups => vec![Effect::ShowBackups.into()],
            Action::MakePage => vec![Effect::ChoosePage(self.screen().chosen()).into()],
            Action::Help => {
                self.hear(Event::Opened(Action::Help));
                vec![self.help()]
            }
            Action::Guide => vec![self.guide()],
            Action::Palette => vec![self.palette(), Effect::Read.into()],
            Action::Search => vec![Step::Open(Box::new(Search::new(self.visited()))), Effect::Read.into()],
            Action::CaptureLine => over::captured(self.screen().chosen()),
            Action::Messages => vec![Step::Open(Box::new(Messages::new(&self.log)))],
            Action::ShowToday => self.show(Place::Today),
            Action::ShowFunnel => self.show(Place::Funnel),
            Action::ShowAccounts => self.show(Place::Accounts),
            Action::ShowPeople => self.show(Place::People),
            Action::ShowDeals => self.show(Place::Deals),
            Action::ShowLog => self.show(Place::Log),
            Action::ShowBoard => self.show(Place::Board),
            Action::ShowRegister => self.show(Place::Register),
            Action::ShowSegments => self.show(Place::Segments),
            Action::GoBack | Action::GoForward => self.retrace(action),
            next if is_next_door(next) => {
                self.screen().chosen().and_then(|record| neighbours(&record, next)).into_iter().collect()
            }
            Action::ShowHistory => match self.screen().chosen() {
                None => Vec::new(),
                Some(record) => {
                    let history = RecordHistory::new(record.kind, record.id, record.name);
                    vec![Step::Open(Box::new(history)), Effect::Read.into()]
                }
            },
            Action::OpenLink => {
                let link = self.screen().entry().filter(|entry| entry.kind == Kind::Link);
                link.map(|link| Effect::AskToOpen(link.id).into()).into_iter().collect()
            }
            Action::ObserveMe => over::observed(Whom::Me, String::new()),
            Action::ScoreMe => vec![Effect::Ask(Question::Score(Whom::Me, String::new())).into()],
            Action::ObservePerson | Action::ScorePerson | Action::ShowBrief | Action::ShowGroup => {
                self.meant(action).map(|record| over::about(record, action)).unwrap_or_default()
            }
            Action::SetQuota => {
                let period = self.screen().period(&self.screen_look());
                vec![Step::Open(Box::new(first_start::quota(&self.look, period)))]
            }
            Action::Count => {
                self.count = Some(0);
                Vec::new()
            }
            Action::ChooseTheme => vec![Effect::ChooseTheme.into()],
            Action::SwitchLanguage => {
                self.look.lang = if self.look.lang == Lang::En { Lang::Zh } else { Lang::En };
                vec![Effect::Reload.into()]
            }
            adding if deed::adds(adding) => {
                deed::add(self.screen().chosen().as_ref(), adding).into_iter().collect()
            }
            Action::BulkChange => {
                let one = || self.screen().chosen().as_ref().and_then(Many::one);
                let many = self.screen().marked().or_else(one);
                many.map(|many| many::choose(&self.look, &many)).into_iter().collect()
            }
            Action::ChooseDay | Action::WeekEarlier | Action::WeekLater | Action::ShowPresent => {
                vec![self.travel_in_time(action)]
            }
            Action::ShowChange => self.show(Place::Change),
            Action::ShowTrack => self.show(Place::Track),
            Action::ShowMetrics => self.show(Place::Metrics),
            Action::ShowCalendar => self.show(Place::Calendar),
            Action::ShowResources => self.show(Place::Resources),
            Action::ShowWhiteSpace => self.show(Place::WhiteSpace),
            Action::ShowCare => self.show(Place::Care),
            Action::ShowImport => self.show(Place::Import),
            Action::ShowDoubles => self.show(Place::Doubles),
            Action::CompareMarked => over::compared(&self.look, self.screen().marked()),
            Action::ShowReview => vec![Effect::BeginReview.into()],
            Action::LeaveReview => {
                let said = Notice::hint(tr!(self.look.lang, "review.left"));
                let mut steps = match self.travel.leads(Action::GoBack) {
                    true => self.retrace(Action::GoBack),
                    false => self.show(Place::Today),
                };
                steps.push(Step::Say(said));
                steps
            }
            deed if is_deed(deed) => {
                let screen = self.screen();
                if let Some(steps) = screen.deed(deed, &self.look) {
                    return steps;
                }
                let many = screen.marked();
                if let Some(step) = many.and_then(|many| many::begin(&self.look, &many, deed)) {
                    return vec![step];
                }
                let with_entry = screen.entry().and_then(|entry| deed::begin_with(entry, deed));
                let with_record = || self.subject(deed).and_then(|record| deed::begin(&record, deed));
                let effect = with_entry.or_else(with_record);
                effect.map(Step::Effect).into_iter().collect()
            }
            other => {
                if matches!(other, Action::ToggleDetail | Action::OpenRecord | Action::PeekRecord)
                    && let Some(record) = self.screen().chosen()
                {
                    self.travel.come_to(record.id);
                }
                let past = self.past_look();
                self.screens[self.current].update(other, past.as_ref().unwrap_or(&self.look))
            }
        }
    }
}
