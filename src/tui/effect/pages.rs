//! Pages made at a key: which there are, and the one that is chosen, written and opened in the browser.

use std::path::Path;

use chrono::Days;

use super::{World, in_one_line, tell};
use crate::domain::period::Period;
use crate::report::problem::explain;
use crate::report::reports::{Subject, report};
use crate::report::words::Word;
use crate::store::table::account::Account;
use crate::tr;
use crate::tui::app::App;
use crate::tui::dialogs::choose::{Choose, Item};
use crate::tui::effect::Effect;
use crate::tui::keep;
use crate::tui::screens::Chosen;
use crate::tui::widgets::message::Notice;

impl World {
    /// Lets a page be chosen: those of the account of a record first.
    pub(super) fn choose_page(&self, record: Option<&Chosen>, app: &mut App) {
        let (lang, today) = (app.look.lang, app.look.today);
        let settings = match self.book.settings() {
            Ok(settings) => settings,
            Err(error) => return tell(app, &error.into()),
        };
        let quarter = Period::quarter_of(today, settings.fiscal_first_month);
        let mut pages = Vec::new();
        let account = record.and_then(|record| record.account);
        if let Some(account) = account.and_then(|id| self.book.row::<Account>(id).ok()) {
            let name = &account.name;
            pages.push((tr!(lang, "page.of_account", account = name), Subject::Account(account.id)));
            pages.push((tr!(lang, "page.of_plan", account = name), Subject::Plan(account.id)));
        }
        let week_ago = today.checked_sub_days(Days::new(7)).unwrap_or(today);
        let before = quarter.previous();
        pages.extend([
            (tr!(lang, "page.of_quarter", period = quarter), Subject::Quarter(quarter)),
            (tr!(lang, "page.of_quarter", period = before), Subject::Quarter(before)),
            (tr!(lang, "page.of_week", period = quarter), Subject::Week(quarter, week_ago)),
            (tr!(lang, "page.of_book"), Subject::Book),
        ]);
        let item = |(label, subject): (Word, Subject)| Item {
            label: label.into_owned(),
            then: vec![Effect::MakePage(subject).into()],
        };
        let (title, foot) = (tr!(lang, "page.choose").into_owned(), tr!(lang, "page.foot").into_owned());
        app.open(Box::new(Choose::numbered(title, foot, pages.into_iter().map(item).collect())));
    }

    /// Makes a page into a new file of the folder for pages, and opens it; where that cannot be done it says
    /// where the file is.
    pub(super) fn make_page(&self, subject: Subject, app: &mut App) {
        let (lang, today) = (app.look.lang, app.look.today);
        let document = match report(lang, &self.book, subject) {
            Ok(document) => document,
            Err(error) => return app.say(Notice::problem(in_one_line(explain(lang, &error.into())))),
        };
        let written = keep::write_new(&document, &self.pages, &keep::file_name(&document.title, today));
        let notice = match written {
            Ok(path) => self.opened(&path, app),
            Err(why) => {
                let folder = keep::whole(&self.pages);
                Notice::problem(tr!(lang, "page.unwritten", folder = folder.display(), why = why))
            }
        };
        app.say(notice);
    }

    /// Opens a page that was written, and says what came of it.
    fn opened(&self, path: &Path, app: &App) -> Notice {
        let (lang, file) = (app.look.lang, path.display());
        match self.opener.zip(path.to_str()).map(|(open, path)| open(path)) {
            Some(Ok(())) => Notice::done(tr!(lang, "page.opened", file = file)),
            Some(Err(why)) => Notice::warning(tr!(lang, "page.unopened", file = file, why = why)),
            None => Notice::done(tr!(lang, "brief.kept", file = file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use super::*;
    use crate::config::Config;
    use crate::i18n::Lang;
    use crate::ops::setup;
    use crate::store::{Book, Clock};
    use crate::tui::palette::Depth;
    use crate::tui::testkit::Interface;
    use crate::tui::testkit::sample::sample;

    #[rstest]
    fn a_page_is_chosen_the_accounts_own_first(
        #[values(Lang::En, Lang::Zh)] lang: Lang,
        #[values((80, 24), (120, 40))] (width, height): (u16, u16),
    ) {
        let mut interface = Interface::open(sample(), lang, width, height);
        interface.press("5 g P");
        insta::assert_snapshot!(format!("pages_{}_{width}x{height}", lang.code()), interface.screen());
    }

    #[test]
    fn every_page_is_written_at_one_key_and_never_over_another() {
        let mut interface = Interface::open(sample(), Lang::En, 120, 40);
        interface.press("5");
        let written = |interface: &Interface| {
            let all = std::fs::read_dir(interface.folder()).unwrap().map(|file| file.unwrap().path());
            all.filter(|path| path.extension().is_some_and(|end| end == "html")).collect::<Vec<_>>()
        };
        for number in ["1", "2", "3", "4", "5", "6", "6"] {
            interface.press("g P").press(number);
            let screen = interface.screen();
            assert!(screen.contains("Written to"), "page {number}: {screen}");
        }
        let files = written(&interface);
        assert_eq!(files.len(), 7, "{files:?}");
        for file in files {
            let text = std::fs::read_to_string(&file).unwrap();
            assert!(text.starts_with("<!doctype html>") && text.trim_end().ends_with("</html>"), "{file:?}");
        }
        interface.press("8 g P");
        assert!(!interface.screen().contains("client plan"), "no account is chosen in the register");
    }

    #[test]
    fn a_page_is_opened_by_its_whole_path_or_it_is_said_where_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let mut book = Book::in_memory(Clock::fixed("2026-11-21".parse().unwrap())).unwrap();
        setup::prepare(&mut book).unwrap();
        let mut app = crate::tui::start::app(&book, Lang::En, &Config::default(), Depth::True, false);
        let mut world = World::new(book).writing_in(folder.path().to_owned());
        world.opener = Some(|path| match Path::new(path).is_absolute() && Path::new(path).exists() {
            true => Ok(()),
            false => Err(std::io::Error::other("not there")),
        });
        world.make_page(Subject::Book, &mut app);
        let said = app.notice.take().unwrap().text;
        assert!(said.starts_with("Opened in the browser: ") && said.ends_with(".html"), "{said}");
        world.opener = Some(|_| Err(std::io::Error::other("no browser")));
        world.make_page(Subject::Book, &mut app);
        let said = app.notice.take().unwrap().text;
        assert!(said.contains("(no browser)") && said.contains("(2).html"), "{said}");
        world.pages = folder.path().join("gone");
        world.make_page(Subject::Book, &mut app);
        let said = app.notice.take().unwrap().text;
        assert!(said.contains("could not be written into") && said.contains("gone"), "{said}");
    }
}
