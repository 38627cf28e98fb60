//! The saved views of a list: one is chosen, the list as it is now is saved, a view is named anew or deleted.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use super::form::{FormDialog, Refusal};
use super::question::Concern;
use crate::config::ListView;
use crate::ops::Place;
use crate::ops::view::ViewInput;
use crate::store::table::saved_view::SavedView;
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{Deed, ViewDeed};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::step::Step;
use crate::tui::widgets::form::Field;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// Cells that the list likes to have, and lines for what is said where there is none.
const WIDTH: u16 = 60;
const LEAST: u16 = 3;

/// What a list shows: its filter, columns and sorting.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// The filter as typed.
    pub filter: String,
    /// The columns and the sorting.
    pub view: ListView,
}

/// The views of one list.
pub struct Views {
    list: &'static str,
    title: String,
    /// What the list shows now.
    now: Shown,
    all: Vec<SavedView>,
    cursor: Cursor,
}

impl Views {
    /// The views of the list with this name and title, which shows this now.
    pub fn new(list: &'static str, title: String, now: Shown) -> Views {
        Views { list, title, now, all: Vec::new(), cursor: Cursor::default() }
    }

    fn chosen(&self) -> Option<&SavedView> {
        self.all.get(self.cursor.at())
    }

    /// Asks for the name under which what is shown now is saved.
    fn save(&self, look: &Look) -> Vec<Step> {
        let told = ViewInput {
            list: self.list.to_owned(),
            filter: self.now.filter.clone(),
            columns: self.now.view.columns.join(","),
            sort: self.now.view.sort.clone().unwrap_or_default(),
            widths: written(&self.now.view),
            ..ViewInput::default()
        };
        let words = match told.filter.as_str() {
            "" => tr!(look.lang, "views.save_words"),
            filter => tr!(look.lang, "views.save_filter", filter = filter).into_owned().into(),
        };
        // What was chosen last is likely meant again.
        let name = self.chosen().filter(|view| shown(view) == self.now).map(|view| view.name.clone());
        let form =
            named(look, tr!(look.lang, "views.save").into_owned(), words.into_owned(), name, move |name| {
                Deed::View(ViewDeed::Save(ViewInput { name, ..told.clone() }))
            });
        vec![Step::Close, Step::Open(Box::new(form))]
    }

    fn rename(&self, look: &Look) -> Vec<Step> {
        let Some(view) = self.chosen() else { return Vec::new() };
        let (id, name) = (view.id, view.name.clone());
        let title = tr!(look.lang, "views.rename", name = name).into_owned();
        let form =
            named(look, title, String::new(), Some(name), move |name| Deed::View(ViewDeed::Rename(id, name)));
        vec![Step::Close, Step::Open(Box::new(form))]
    }
}

/// A form that asks for a name.
fn named(
    look: &Look,
    title: String,
    words: String,
    name: Option<String>,
    deed: impl Fn(String) -> Deed + 'static,
) -> FormDialog {
    let field = Field::new(
        tr!(look.lang, "column.name"),
        tr!(look.lang, "views.name_hint"),
        &name.unwrap_or_default(),
    );
    let form = FormDialog::new(title, words, vec![field], move |answers, look| {
        match answers.first().map(|name| name.trim()).filter(|name| !name.is_empty()) {
            None => Err(Refusal { field: 0, error: tr!(look.lang, "form.needed").into_owned() }),
            Some(name) => Ok(vec![Effect::Do(Box::new(deed(name.to_owned()))).into()]),
        }
    });
    form.with_concerns(vec![(Concern::Place(Place::Name), 0)])
}

/// What a list with this view shows.
fn shown(view: &SavedView) -> Shown {
    let keys = |told: &str| told.split(',').filter(|key| !key.is_empty()).map(str::to_owned).collect();
    let width =
        |told: &str| Some((told.split_once('=')?.0.to_owned(), told.split_once('=')?.1.parse().ok()?));
    let sort = Some(view.sort.clone()).filter(|sort| !sort.is_empty());
    let widths = view.widths.split(',').filter_map(width).collect();
    Shown { filter: view.filter.clone(), view: ListView { columns: keys(&view.columns), sort, widths } }
}

/// The widths of columns as a view keeps them.
fn written(view: &ListView) -> String {
    let widths: Vec<String> = view.widths.iter().map(|(key, cells)| format!("{key}={cells}")).collect();
    widths.join(",")
}

impl Dialog for Views {
    fn title(&self, look: &Look) -> String {
        tr!(look.lang, "views.title", list = self.title).into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        let most = look.room().height.saturating_sub(4);
        Size::new(WIDTH, (self.all.len() as u16).clamp(LEAST, most.max(LEAST)))
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Views]
    }

    fn offers(&self, action: Action) -> bool {
        !matches!(action, Action::Accept | Action::RenameView | Action::DeleteView) || !self.all.is_empty()
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => vec![Step::Close],
            Action::Accept => match self.chosen() {
                Some(view) => vec![Step::Close, Step::Show(shown(view))],
                None => Vec::new(),
            },
            Action::SaveView => self.save(look),
            Action::RenameView => self.rename(look),
            Action::DeleteView => match self.chosen() {
                Some(view) => vec![Effect::Do(Box::new(Deed::View(ViewDeed::Delete(view.id)))).into()],
                None => Vec::new(),
            },
            other => {
                self.cursor.follow(other, self.all.len(), self.wants(look).height.into());
                Vec::new()
            }
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        self.all = book.saved_views()?;
        self.all.retain(|view| view.list == self.list);
        self.cursor.choose(self.cursor.at(), self.all.len(), self.wants(look).height.into());
        Ok(())
    }

    fn performed(&mut self, _outcome: Result<(), &str>) -> Vec<Step> {
        vec![Effect::Read.into()]
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        let theme = &look.theme;
        if self.all.is_empty() {
            let lines = text::wrapped(look.measure, &tr!(look.lang, "views.none"), area.width.into());
            for (row, line) in area.rows().zip(&lines) {
                text::left(buf, look.measure, row, line, theme.dim);
            }
            return None;
        }
        let names = self.all.iter().map(|view| look.measure.width(&view.name)).max().unwrap_or_default();
        let names = (names as u16 + 2).min(area.width / 2);
        for (row, at) in area.rows().zip(self.cursor.view(self.all.len(), area.height.into())) {
            let (view, chosen) = (&self.all[at], at == self.cursor.at());
            buf.set_style(row, theme.selected_if(chosen));
            let within = |style| theme.within(chosen, style);
            let name = Rect { width: names + 2, ..row };
            text::pieces(buf, look.measure, name, &[theme.mark(chosen), (&view.name, within(Style::new()))]);
            let rest = Rect { x: row.x + names + 2, width: row.width.saturating_sub(names + 2), ..row };
            text::left(buf, look.measure, rest, &view.filter, within(theme.dim));
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::i18n::Lang;
    use crate::tui::testkit::sample::sample;
    use crate::tui::testkit::{Interface, has};

    /// The deals of Acme, the largest first, saved under a name.
    fn saved(lang: Lang) -> Interface {
        let mut interface = Interface::open(sample(), lang, 80, 24);
        interface.press("5 / a c m e enter | j j j j o enter w s");
        interface.type_text("Acme 大单");
        interface.press("enter");
        interface
    }

    #[test]
    fn a_view_brings_back_its_filter_and_its_sorting() {
        let mut interface = saved(Lang::En);
        has(&interface, "Acme 大单");
        interface.press("esc o O");
        assert!(!interface.screen().contains("4 deals"), "{}", interface.screen());
        interface.press("w enter");
        has(&interface, "4 deals");
        has(&interface, "Amount ↓");
    }

    #[test]
    fn views_belong_to_their_list_and_to_the_book() {
        let mut interface = saved(Lang::En).reopen();
        interface.press("3 w");
        assert!(!interface.screen().contains("大单"), "{}", interface.screen());
        interface.press("esc 5 w");
        has(&interface, "大单");
    }

    #[test]
    fn a_view_is_named_anew_and_deleted_and_comes_back() {
        let mut interface = saved(Lang::En);
        interface.press("w e ctrl-u");
        interface.type_text("Large at Acme");
        interface.press("enter w");
        has(&interface, "Large at Acme");
        interface.press("X");
        has(&interface, "Nothing is saved");
        interface.press("esc u w");
        has(&interface, "Large at Acme");
    }

    #[rstest]
    fn the_views_of_a_list(#[values("en", "zh")] lang: &str) {
        let mut interface = saved(lang.parse().unwrap());
        interface.press("w");
        insta::assert_snapshot!(format!("views_{lang}"), interface.screen());
        let mut none = Interface::open(sample(), lang.parse().unwrap(), 80, 24);
        none.press("3 w");
        insta::assert_snapshot!(format!("no_views_{lang}"), none.screen());
    }
}
