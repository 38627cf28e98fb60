//! What a visit leaves to be written down while one still knows it: what was promised, what was learned and how
//! secret it is, what was not said, what comes next. Asked where the book's setting `after_visit` says so; the
//! list stays until it is left, so that each can be answered.

use crossterm::event::KeyEvent;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use ratatui::style::Style;

use super::Dialog;
use super::choose::numbered;
use super::question::{Question, Telling};
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::word::ActivityKind;
use crate::ops::activity::ActivityInput;
use crate::ops::capture::CaptureInput;
use crate::store::table::account::Account;
use crate::store::table::contact::Contact;
use crate::store::table::deal::Deal as DealRow;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::Deed;
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::screens::Chosen;
use crate::tui::step::Step;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// Cells that the list likes to have.
const WIDTH: u16 = 52;

/// The list after a visit.
pub struct AfterVisit {
    title: String,
    items: Vec<Item>,
    cursor: Cursor,
}

/// Something to be written down.
struct Item {
    label: String,
    question: Question,
    /// Whether its form was opened.
    is_begun: bool,
}

impl AfterVisit {
    /// What is asked once a deed is done; none where it was no visit to a client, or nobody wants to be asked.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn of(book: &Book, look: &Look, deed: &Deed) -> Result<Option<AfterVisit>> {
        let activity = match deed {
            Deed::Log(input) => input,
            Deed::Capture(CaptureInput { activity, .. }) => activity,
            _ => return Ok(None),
        };
        let is_visit =
            matches!(activity.kind, ActivityKind::Visit | ActivityKind::Meeting | ActivityKind::Demo);
        let lies_ahead = activity.on.is_some_and(|day| day > book.today());
        if !is_visit || lies_ahead || !book.settings()?.after_visit {
            return Ok(None);
        }
        let visited = visited(book, activity)?;
        Ok(visited.map(|visited| AfterVisit::new(look, activity, &visited)))
    }

    fn new(look: &Look, activity: &ActivityInput, visited: &Chosen) -> AfterVisit {
        let lang = look.lang;
        let item = |label: std::borrow::Cow<'_, str>, question: Question| Item {
            label: label.into_owned(),
            question,
            is_begun: false,
        };
        let mut items =
            vec![item(tr!(lang, "after_visit.promised"), Question::Promise(Some(visited.clone())))];
        if let Some(account) = visited.account {
            let mut note = Telling::new(EntryKind::Intelligence, Holder::Account(account));
            if let [person] = activity.contacts.as_slice() {
                note = note.proposing("contact", Value::Id(*person));
            }
            items.push(item(tr!(lang, "after_visit.learned"), Question::Plan(note)));
        }
        items.push(item(tr!(lang, "after_visit.unsaid"), Question::Task(Some(visited.clone()))));
        // What was said to come next in the same breath need not be asked for.
        if activity.next_step.is_none() {
            let next = match activity.deal {
                Some(deal) => Question::NextStep(deal),
                None => Question::Task(Some(visited.clone())),
            };
            items.push(item(tr!(lang, "after_visit.next"), next));
        }
        let title = tr!(lang, "after_visit.title", name = visited.name).into_owned();
        AfterVisit { title, items, cursor: Cursor::default() }
    }

    fn ask(&mut self, at: usize) -> Vec<Step> {
        let Some(item) = self.items.get_mut(at) else { return Vec::new() };
        item.is_begun = true;
        self.cursor.choose(at, self.items.len(), self.items.len());
        vec![Effect::Ask(self.items[at].question.clone()).into()]
    }
}

/// Whom the visit was to: the person if it was one, or else the deal, or the account.
fn visited(book: &Book, activity: &ActivityInput) -> Result<Option<Chosen>> {
    if let [person] = activity.contacts.as_slice() {
        return Ok(Some(Chosen::from(&book.row::<Contact>(*person)?)));
    }
    if let Some(deal) = activity.deal {
        return Ok(Some(Chosen::from(&book.row::<DealRow>(deal)?)));
    }
    let first = activity.contacts.first().map(|person| book.row::<Contact>(*person)).transpose()?;
    let account: Option<Id> = activity.account.or(first.and_then(|person| person.account_id));
    account.map(|account| Ok(Chosen::from(&book.row::<Account>(account)?))).transpose()
}

impl Dialog for AfterVisit {
    fn title(&self, _look: &Look) -> String {
        self.title.clone()
    }

    fn wants(&self, look: &Look) -> Size {
        let width = look.measure.width(&self.title) as u16 + 4;
        Size::new(width.clamp(WIDTH, 2 * WIDTH), self.items.len() as u16)
    }

    fn foot(&self, look: &Look, _height: u16) -> String {
        tr!(look.lang, "after_visit.foot").into_owned()
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Choice]
    }

    fn update(&mut self, action: Action, _look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => vec![Step::Close],
            Action::Accept => self.ask(self.cursor.at()),
            other => {
                self.cursor.follow(other, self.items.len(), self.items.len());
                Vec::new()
            }
        }
    }

    fn pick(&mut self, key: &KeyEvent) -> Option<Vec<Step>> {
        let at = numbered(key)?;
        (at < self.items.len()).then(|| self.ask(at))
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        for (at, (row, item)) in area.rows().zip(&self.items).enumerate() {
            let chosen = at == self.cursor.at();
            let within = |style| look.theme.within(chosen, style);
            buf.set_style(row, look.theme.selected_if(chosen));
            let number = format!("{}  ", at + 1);
            let label = (item.label.as_str(), within(Style::new()));
            let pieces = [look.theme.mark(chosen), (number.as_str(), within(look.theme.key)), label];
            text::pieces(buf, look.measure, row, &pieces);
            if item.is_begun {
                text::right(
                    buf,
                    look.measure,
                    row,
                    &tr!(look.lang, "after_visit.asked"),
                    within(look.theme.dim),
                );
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use rstest::rstest;

    use crate::i18n::Lang;
    use crate::ops::settings;
    use crate::tui::testkit::sample::sample;
    use crate::tui::testkit::{Interface, has};

    /// A visit to Acme Foods is captured in a book that asks afterwards.
    fn visited(lang: Lang) -> Interface {
        let mut sample = sample();
        settings::set(&mut sample.book, "after_visit", "ask").unwrap();
        let mut interface = Interface::open(sample, lang, 80, 24);
        interface.press("3 ;");
        interface.type_text("visited acme foods: they look at other vendors");
        interface.press("enter");
        interface
    }

    #[rstest]
    fn what_a_visit_leaves_to_be_written_down(#[values("en", "zh")] lang: &str) {
        let interface = visited(lang.parse().unwrap());
        insta::assert_snapshot!(format!("after_visit_{lang}"), interface.screen());
    }

    #[test]
    fn each_answer_comes_back_to_the_list_until_it_is_left() {
        let mut interface = visited(Lang::En);
        interface.press("1");
        has(&interface, "Promise");
        interface.type_text("Send the drawings");
        interface.press("ctrl-s");
        has(&interface, "What was not said");
        interface.press("2");
        has(&interface, "Level");
        interface.press("esc esc");
        assert!(!interface.screen().contains("What was not said"), "{}", interface.screen());
        interface.press("u");
        has(&interface, "Send the drawings");
    }

    #[test]
    fn nobody_is_asked_who_does_not_want_to_be_or_whose_visit_lies_ahead() {
        let mut interface = Interface::open(sample(), Lang::En, 80, 24);
        interface.press("3 ;");
        interface.type_text("visited acme foods: they look at other vendors");
        interface.press("enter");
        has(&interface, "Done:");
        assert!(!interface.screen().contains("What was not said"), "{}", interface.screen());
        let mut call = visited(Lang::En);
        call.press("esc ;");
        call.type_text("call acme foods: said thanks");
        call.press("enter");
        assert!(!call.screen().contains("What was not said"), "{}", call.screen());
    }
}
