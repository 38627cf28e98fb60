//! Two records of one kind beside each other, before they become one: which of them stays, and from which
//! side each part comes that both tell differently.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};

use super::Dialog;
use crate::domain::filter::Kind;
use crate::domain::id::Id;
use crate::domain::merge::{Part, part_called};
use crate::domain::word::RecordKind;
use crate::report::model::{NamedOut, SidesOut};
use crate::report::{rows, words};
use crate::store::view::lines::{AccountLine, ContactLine, DealLine};
use crate::store::view::list::Clause;
use crate::store::{self, Book};
use crate::tr;
use crate::tui::action::{Action, Scope};
use crate::tui::deed::{Deed, DoubleDeed};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::many::Many;
use crate::tui::step::Step;
use crate::tui::widgets::beside::{Line, Said, Side, Sides};
use crate::tui::widgets::message::Notice;

/// Cells of width that it likes to have.
const WIDTH: u16 = 108;

/// The two records.
pub struct Twins {
    kind: RecordKind,
    which: Which,
    sides: Sides,
    /// The part that each line is about; none where both are kept.
    parts: Vec<Option<&'static Part>>,
    is_read: bool,
}

/// Which two records.
enum Which {
    /// The one that stays, and the one that goes.
    These(Id, Id),
    /// The two that meet this, the older one staying.
    Marked(Kind, Clause),
}

impl Twins {
    /// Two records: the first one stays unless they are swapped.
    pub fn new(kind: RecordKind, stays: Id, goes: Id) -> Twins {
        Twins { kind, which: Which::These(stays, goes), ..Twins::unread() }
    }

    /// Two records that are marked in a list; none of a kind that is not merged, or where it is not two.
    pub fn marked(many: Many) -> Option<Twins> {
        let kind = kind_of(many.kind).filter(|_| many.number == 2)?;
        Some(Twins { kind, which: Which::Marked(many.kind, many.which), ..Twins::unread() })
    }

    fn unread() -> Twins {
        Twins {
            kind: RecordKind::Account,
            which: Which::These(Id(0), Id(0)),
            sides: Sides::default(),
            parts: Vec::new(),
            is_read: false,
        }
    }

    /// The one that stays, and the one that goes, once it is known which.
    fn pair(&self) -> Option<(Id, Id)> {
        match self.which {
            Which::These(stays, goes) => Some((stays, goes)),
            Which::Marked(..) => None,
        }
    }

    fn merge(&self) -> Option<Step> {
        let (stays, goes) = self.pair().filter(|_| self.is_read)?;
        let lines = self.sides.lines().iter().zip(&self.parts);
        let taken = lines.filter(|(line, _)| line.taken == Some(Side::Right)).filter_map(|(_, part)| *part);
        let deed = DoubleDeed::Merge { kind: self.kind, goes, stays, taken: taken.collect() };
        Some(Effect::Do(Box::new(Deed::Double(deed))).into())
    }

    /// Lets the other one stay.
    fn swap(&mut self) {
        if let Which::These(stays, goes) = &mut self.which {
            std::mem::swap(stays, goes);
            self.is_read = false;
        }
    }
}

/// The kind of records of a list of which two may be one.
pub fn kind_of(kind: Kind) -> Option<RecordKind> {
    match kind {
        Kind::Accounts => Some(RecordKind::Account),
        Kind::Contacts => Some(RecordKind::Contact),
        Kind::Deals => Some(RecordKind::Deal),
        _ => None,
    }
}

/// The two records that meet a condition, the older one first.
fn two_of(book: &Book, kind: Kind, which: &Clause) -> store::Result<Option<(Id, Id)>> {
    let ids = match kind {
        Kind::Accounts => book.ids_of::<AccountLine>(which, 2)?,
        Kind::Contacts => book.ids_of::<ContactLine>(which, 2)?,
        _ => book.ids_of::<DealLine>(which, 2)?,
    };
    let mut ids = ids.unwrap_or_default();
    ids.sort_unstable();
    Ok(match ids.as_slice() {
        [one, other] => Some((*one, *other)),
        _ => None,
    })
}

fn line(side: SidesOut) -> Line {
    let said = |text: Option<String>| Said::from(text.unwrap_or_default());
    let taken = side.differ.then_some(Side::Left);
    Line { label: side.label, left: said(side.a), right: said(side.b), taken }
}

impl Dialog for Twins {
    fn title(&self, look: &Look) -> String {
        let kind = words::record_kind(look.lang, self.kind);
        tr!(look.lang, "twins.title", kind = kind).into_owned()
    }

    fn wants(&self, look: &Look) -> Size {
        Size::new(WIDTH, self.sides.height().min(look.room().height))
    }

    fn foot(&self, look: &Look, _height: u16) -> String {
        let choices = self.parts.iter().flatten().count();
        match choices {
            _ if !self.is_read => String::new(),
            0 => tr!(look.lang, "twins.no_choice").into_owned(),
            1 => tr!(look.lang, "twins.one_choice").into_owned(),
            choices => tr!(look.lang, "twins.choices", choices = choices).into_owned(),
        }
    }

    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Twins, Scope::Sides, Scope::List]
    }

    fn offers(&self, action: Action) -> bool {
        match action {
            // Its other key says what it does here.
            Action::Accept => false,
            Action::TakeLeft | Action::TakeRight | Action::TakeOther => {
                self.parts.iter().any(Option::is_some)
            }
            _ => true,
        }
    }

    fn update(&mut self, action: Action, look: &Look) -> Vec<Step> {
        match action {
            Action::Cancel => return vec![Step::Close],
            Action::Accept | Action::MergeTwins => return self.merge().into_iter().collect(),
            Action::TellApart => {
                let apart =
                    self.pair().map(|(one, other)| Deed::Double(DoubleDeed::Apart(self.kind, one, other)));
                return apart.map(|deed| Effect::Do(Box::new(deed)).into()).into_iter().collect();
            }
            Action::SwapSides => {
                self.swap();
                return vec![Effect::Read.into()];
            }
            _ => {}
        }
        let height = look.room().height.saturating_sub(3).into();
        let has_choice = self.sides.lines().get(self.sides.at()).is_some_and(|line| line.taken.is_some());
        self.sides.follow(action, height);
        match action {
            Action::TakeLeft | Action::TakeRight | Action::TakeOther if !has_choice => {
                vec![Step::Say(Notice::hint(tr!(look.lang, "twins.both_kept")))]
            }
            _ => Vec::new(),
        }
    }

    fn read(&mut self, book: &Book, look: &Look) -> store::Result<()> {
        if let Which::Marked(kind, which) = &self.which
            && let Some((stays, goes)) = two_of(book, *kind, which)?
        {
            self.which = Which::These(stays, goes);
        }
        let Some((stays, goes)) = self.pair().filter(|_| !self.is_read) else { return Ok(()) };
        let mut both = rows::double::sides(look.lang, book, self.kind, stays, goes)?;
        self.parts =
            both.iter().map(|side| part_called(self.kind, &side.part).filter(|_| side.differ)).collect();
        let kept = rows::double::kept(look.lang, book, self.kind, stays, goes)?;
        self.parts.extend(kept.iter().map(|_| None));
        both.extend(kept);
        let name = |id| -> store::Result<String> {
            let NamedOut { code, name, .. } = rows::double::of_id(book, self.kind, id)?;
            Ok(format!("{code} {name}"))
        };
        let heads = [
            tr!(look.lang, "twins.stays", record = name(stays)?).into_owned(),
            tr!(look.lang, "twins.goes", record = name(goes)?).into_owned(),
        ];
        self.sides = Sides::new(heads, both.into_iter().map(line).collect());
        self.is_read = true;
        Ok(())
    }

    fn performed(&mut self, outcome: Result<(), &str>) -> Vec<Step> {
        outcome.map(|()| Step::Close).into_iter().collect()
    }

    fn draw(&self, look: &Look, area: Rect, buf: &mut Buffer) -> Option<Position> {
        self.sides.draw(look, area, buf);
        None
    }
}
