//! Opens the interface on a book, and closes it again.

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ratatui::layout::Size;

use super::app::App;
use super::effect::{Effect, World};
use super::feed::Feed;
use super::ground;
use super::keymap::Keymap;
use super::keys::in_words;
use super::locked::{Cover, Opened, Sealed};
use super::look::{Look, SMALLEST};
use super::opener;
use super::palette::{Depth, background_is_light};
use super::run::{End, run};
use super::screens::Screen;
use super::screens::board::BoardScreen;
use super::screens::calendar::CalendarScreen;
use super::screens::care::CareScreen;
use super::screens::change::ChangeScreen;
use super::screens::doubles::DoublesScreen;
use super::screens::funnel::FunnelScreen;
use super::screens::import::ImportScreen;
use super::screens::list::{Accounts, Deals, ListScreen, Log, People};
use super::screens::metrics::MetricsScreen;
use super::screens::person::PersonScreen;
use super::screens::record::RecordScreen;
use super::screens::register::RegisterScreen;
use super::screens::resources::ResourcesScreen;
use super::screens::review::ReviewScreen;
use super::screens::segments::SegmentsScreen;
use super::screens::today::TodayScreen;
use super::screens::track::TrackScreen;
use super::screens::white_space::WhiteSpaceScreen;
use super::terminal::{self, Display};
use super::theme::Theme;
use super::theme::shelf::Shelf;
use super::waiting::Waiting;
use super::widgets::message::Notice;
use crate::config::{self, Ambiguous, Config, Motion, Mouse};
use crate::domain::money::Currency;
use crate::i18n::Lang;
use crate::report::Measure;
use crate::report::problem::explain;
use crate::store::Book;
use crate::tr;

/// What the terminal cannot do.
#[derive(Debug, thiserror::Error)]
pub enum NoScreen {
    /// There is no terminal that can show screens.
    #[error("no terminal")]
    NoTerminal,
    /// The terminal refused.
    #[error(transparent)]
    Refused(#[from] io::Error),
}

impl NoScreen {
    /// What to tell the person.
    pub fn in_words(&self, lang: Lang) -> String {
        match self {
            NoScreen::NoTerminal => tr!(lang, "notice.no_terminal").into_owned(),
            NoScreen::Refused(cause) => tr!(lang, "notice.terminal_refused", cause = cause).into_owned(),
        }
    }
}

/// How the interface was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Leaving {
    /// For good, with this exit code.
    Ended(u8),
    /// For another book.
    ForBook(PathBuf),
    /// For the tour of a demonstration.
    ForTour,
}

/// What is shown first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beginning {
    /// What was shown when the book was left.
    AsLeft,
    /// The weekly review.
    Review,
    /// The tour, which leads back to this book.
    Tour(PathBuf),
}

/// Shows the book until the person leaves it, beginning with what is asked for. Where the book is a copy of a
/// damaged one, `damaged` is that one's file. `said` is something to be said first.
///
/// # Errors
/// [`NoScreen::NoTerminal`] before anything is drawn.
pub fn start(
    book: Book,
    damaged: Option<PathBuf>,
    lang: Lang,
    config: &Config,
    beginning: &Beginning,
    said: Option<String>,
) -> Result<Leaving, NoScreen> {
    if !terminal::is_there() {
        return Err(NoScreen::NoTerminal);
    }
    let (depth, light_background) = (Depth::of_terminal(), background_is_light());
    let mut display = Display::enter(config.mouse == Mouse::On)?;
    // Not every terminal begins with an empty screen where another book was left just now.
    display.forget()?;
    // From here on a signal finds somebody who gives the terminal back.
    let mut feed = Feed::new();
    let is_asked = config.theme.is_none() && depth != Depth::None;
    let asked = if is_asked { ground::ask() } else { None };
    feed.open(asked)?;
    let settings = config::path().ok();
    let minutes = config.lock_after.filter(|_| book.file().key().is_some());
    let lock_after = minutes.map(|minutes| Duration::from_secs(60 * u64::from(minutes)));
    let (mut book, mut here, mut worn, mut said) = (book, None, None, said);
    let (leaving, not_copied) = loop {
        let mut app = app(&book, lang, config, depth, light_background);
        if let Some(damaged) = &damaged {
            app.book_name = name_of(damaged);
        }
        match worn.take() {
            Some(worn) => app.wear_again(worn),
            None => app.wear_first(config.theme.as_deref(), &Shelf::beside(settings.as_deref())),
        }
        let sealed = Sealed::of(&book, damaged.is_some());
        let world = World::new(book).keeping(settings.clone()).opening(opener::open);
        let mut world = world.in_place_of(damaged.clone()).working_beside(feed.sender());
        app.resize(display.size().unwrap_or(SMALLEST));
        app.marks_changes = config.motion == Motion::On;
        display.patiently(Waiting::on(&app.look, &[]), || world.begin(&mut app));
        if asked.is_some()
            && let Some(ground) = feed.ground_by_now()
        {
            let effects = app.stands_on(ground);
            world.perform(effects, &mut app);
        }
        match here.take() {
            Some(here) => {
                app.return_to(here);
                world.perform(vec![Effect::Reload], &mut app);
            }
            None => {
                let effects = match beginning {
                    Beginning::AsLeft => Vec::new(),
                    Beginning::Review => vec![Effect::BeginReview],
                    Beginning::Tour(home) => app.begin_tour(Some(home.clone())),
                };
                world.perform(effects, &mut app);
            }
        }
        if let Some(said) = said.take() {
            app.say(Notice::problem(said));
        }
        let end = run(&mut app, &mut world, &mut feed, &mut display, lock_after);
        let mut cover = Cover::new(&app.look);
        (here, worn) = (Some(app.here()), Some(app.worn()));
        if end == End::Locked {
            // Nothing of the book is on the screen while it is copied and closed.
            cover.show(&mut display)?;
        }
        let word = Waiting::on_leaving(&app.look);
        drop(app);
        let not_copied = display.patiently(word, || world.leave()).err();
        match end {
            End::Left(code) => break (Leaving::Ended(code), not_copied),
            End::ForBook(path) => break (Leaving::ForBook(path), not_copied),
            End::ForTour => break (Leaving::ForTour, not_copied),
            End::Locked => match cover.until_opened(sealed, &mut feed, &mut display)? {
                Opened::Book(opened) => book = *opened,
                Opened::Not(code) => break (Leaving::Ended(code), not_copied),
            },
        }
    };
    // The terminal is the person's again: what is said now, they see.
    drop((feed, display));
    if let Some(problem) = not_copied {
        let why = explain(lang, &problem).what;
        // Where even this cannot be said there is nobody to tell.
        let _ = writeln!(io::stderr(), "{}", tr!(lang, "backup.not_made", why = why));
    }
    Ok(leaving)
}

/// The interface of a book for a terminal of so many colours, not yet shown anywhere.
pub(super) fn app(book: &Book, lang: Lang, config: &Config, depth: Depth, light_background: bool) -> App {
    let look = Look {
        lang,
        theme: Theme::choose(config.theme.as_deref(), depth, light_background),
        depth,
        measure: Measure::default(),
        ascii: config.ambiguous == Ambiguous::Wide,
        today: book.today(),
        is_past: false,
        first_month: 1,
        base: Currency::default(),
        stages: Vec::new(),
        size: Size::default(),
    };
    let (keymap, complaint) = match Keymap::new(&config.keys) {
        Ok(keymap) => (keymap, None),
        Err(error) => (Keymap::usual(), Some(error)),
    };
    let screens: Vec<Box<dyn Screen>> = vec![
        Box::<TodayScreen>::default(),
        Box::new(FunnelScreen::new()),
        Box::new(ListScreen::<Accounts>::arranged_as(&config.lists)),
        Box::new(ListScreen::<People>::arranged_as(&config.lists)),
        Box::new(ListScreen::<Deals>::arranged_as(&config.lists)),
        Box::<BoardScreen>::default(),
        Box::new(ListScreen::<Log>::arranged_as(&config.lists)),
        Box::<RegisterScreen>::default(),
        Box::<SegmentsScreen>::default(),
        Box::new(RecordScreen::of_accounts()),
        Box::new(RecordScreen::of_deals()),
        Box::<PersonScreen>::default(),
        Box::<ReviewScreen>::default(),
        Box::<ChangeScreen>::default(),
        Box::<TrackScreen>::default(),
        Box::<MetricsScreen>::default(),
        Box::<ResourcesScreen>::default(),
        Box::<WhiteSpaceScreen>::default(),
        Box::<CalendarScreen>::default(),
        Box::<CareScreen>::default(),
        Box::<ImportScreen>::default(),
        Box::<DoublesScreen>::default(),
    ];
    let mut app = App::new(look, name_of(book.path()), keymap, screens);
    app.is_on_light = light_background;
    app.suits_ground = config.theme.is_none();
    if let Some(error) = complaint {
        let why = in_words(lang, &error);
        app.say(Notice::problem(tr!(lang, "notice.unusable_keys", why = why)));
    }
    if let Some((list, column)) = config.unknown_columns().next() {
        app.say(Notice::problem(tr!(lang, "columns.unknown", list = list, column = column)));
    }
    app
}

/// What the header calls a book: its file's name.
fn name_of(path: &Path) -> String {
    path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}
