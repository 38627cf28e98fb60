//! What lets the screens read: the book as it is, or as it stood on the day that is looked back to.

use super::{World, tell};
use crate::store::{Book, Changes, Error, Result};
use crate::tui::app::App;

impl World {
    /// Notices what changed without being told: another day, or what other programs wrote.
    pub fn look_around(&mut self, app: &mut App) {
        let written = self.book.version_of_data().is_ok_and(|version| version != self.version);
        if written || self.book.today() != app.look.today {
            self.reload(app);
        }
    }

    /// Reads what the screen still has to, unless `cannot_wait` says in between that something else comes
    /// first; tells whether it was read.
    pub fn read_unless(&mut self, cannot_wait: impl Fn() -> bool + Send + 'static, app: &mut App) -> bool {
        let read = self.find_earlier(app).and_then(|()| match &mut self.earlier {
            Some(earlier) if app.past_day().is_some() => {
                earlier.giving_way(cannot_wait, |shown| app.read(shown, &self.book))
            }
            _ => self.book.giving_way(cannot_wait, |book| app.read(book, book)),
        });
        match read {
            Err(Error::GaveWay) => false,
            Err(error) => {
                tell(app, &error.into());
                true
            }
            Ok(()) => true,
        }
    }

    /// Reads what the screen has left to read, unless `cannot_wait` says in between that something else comes
    /// first; tells whether it was read.
    pub fn read_rest_unless(
        &mut self,
        cannot_wait: impl Fn() -> bool + Send + 'static,
        app: &mut App,
    ) -> bool {
        if !app.has_rest() || cannot_wait() {
            return false;
        }
        let shown = match &mut self.earlier {
            Some(earlier) if app.past_day().is_some() => earlier,
            _ => &mut self.book,
        };
        match shown.giving_way(cannot_wait, |shown| app.read_rest(shown)) {
            Err(Error::GaveWay) => false,
            Err(error) => {
                tell(app, &error.into());
                false
            }
            Ok(()) => true,
        }
    }

    pub(super) fn reload(&mut self, app: &mut App) {
        self.version = self.book.version_of_data().unwrap_or_default();
        self.show(app, None);
    }

    /// Lets the screens know what changed, and the one shown read it again.
    pub(super) fn show(&mut self, app: &mut App, changes: Option<&Changes>) {
        match self.book.settings() {
            Ok(settings) => {
                app.look.base = settings.base_currency;
                app.look.first_month = settings.fiscal_first_month;
            }
            Err(error) => tell(app, &error.into()),
        }
        match self.book.stages_as_of(None) {
            Ok(stages) => app.look.stages = stages,
            Err(error) => tell(app, &error.into()),
        }
        app.look.today = self.book.today();
        self.earlier = None;
        if changes.is_some() {
            app.remember_screen();
        }
        app.changed(changes);
        self.read(app);
    }

    pub(super) fn read(&mut self, app: &mut App) {
        let read = self.find_earlier(app).and_then(|()| match &self.earlier {
            Some(earlier) if app.past_day().is_some() => app.read(earlier, &self.book),
            _ => app.read(&self.book, &self.book),
        });
        if let Err(error) = read {
            tell(app, &error.into());
        }
    }

    /// Opens the book of the past day that is to be shown, unless it is open.
    fn find_earlier(&mut self, app: &App) -> Result<()> {
        let wanted = app.past_day();
        if wanted.is_some() && wanted != self.earlier.as_ref().map(Book::today) {
            self.earlier = wanted.map(|day| self.book.as_of(day)).transpose()?;
        }
        Ok(())
    }
}
