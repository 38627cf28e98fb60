//! What a change of many records needs to know, and the tags of one.

use super::told::{Sheet, Told};
use super::usual::{choice_hint, tags};
use crate::domain::filter::Kind;
use crate::domain::word::{RecordKind, Tier};
use crate::ops::Hanging;
use crate::ops::account::AccountInput;
use crate::ops::bulk::{Change, Move};
use crate::ops::contact::ContactInput;
use crate::ops::deal::DealInput;
use crate::report::words;
use crate::store::{Book, Result};
use crate::tr;
use crate::tui::deed::Deed;
use crate::tui::dialogs::form::{FormDialog, Refusal};
use crate::tui::effect::Effect;
use crate::tui::look::Look;
use crate::tui::many::Many;
use crate::tui::screens::Chosen;
use crate::tui::widgets::form::choice::Choice;
use crate::tui::widgets::form::meaning::Novelty;

/// What empties a field of many records: an empty answer might be a slip.
const NONE: &str = "-";

/// What is asked about many records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The stage that deals move to.
    Stage,
    /// When deals are expected to close.
    CloseOn,
    /// When deals' next step is due.
    NextOn,
    /// The tier of accounts.
    Tier,
    /// Who looks after them.
    Owner,
    /// A tag to put on.
    Tag,
    /// A tag to take off.
    Untag,
}

/// Asks for what many records get.
pub fn form(book: &Book, look: &Look, asked: Asked, many: Many) -> Result<FormDialog> {
    let lang = look.lang;
    let sheet = Sheet::default();
    let sheet = match asked {
        Asked::Stage => {
            let stage = |stage: &crate::domain::stage::Stage| {
                Choice::new(stage.key.clone(), words::stage(lang, stage))
            };
            let stages: Vec<Choice> = look.stages.iter().map(stage).collect();
            sheet.one_of(tr!(lang, "column.stage"), choice_hint(&stages), stages, None, false)
        }
        Asked::CloseOn => sheet.text(tr!(lang, "column.close_date"), tr!(lang, "many.date_hint"), None),
        Asked::NextOn => sheet.text(tr!(lang, "many.next_on"), tr!(lang, "many.date_hint"), None),
        Asked::Tier => {
            let tier = |tier: &Tier| Choice::new(tier.as_str(), words::tier(lang, *tier));
            let tiers = Tier::ALL.iter().map(tier).chain([Choice::new(NONE, NONE)]).collect();
            sheet.one_of(tr!(lang, "column.tier"), tr!(lang, "many.tier_hint"), tiers, None, false)
        }
        Asked::Owner => {
            let owners = super::usual::owners(book, look)?;
            sheet.one_of(tr!(lang, "column.owner"), tr!(lang, "many.owner_hint"), owners, None, true)
        }
        Asked::Tag => {
            sheet.one_of(tr!(lang, "many.tag"), tr!(lang, "many.tag_hint"), tags(book)?, None, true)
        }
        Asked::Untag => sheet.one_of(tr!(lang, "many.untag"), "".into(), tags(book)?, None, true),
    };
    let title = tr!(lang, "many.title", what = many.called(look));
    Ok(sheet.dialog(title, many.unseen(look), move |told| {
        let change = change(asked, told)?;
        Ok(vec![Effect::Change(Box::new(many.clone()), change).into()])
    }))
}

/// The change that is told.
fn change(asked: Asked, told: &Told<'_>) -> std::result::Result<Change, Refusal> {
    let _needed = told.name(0)?;
    let is_none = told.says(0) == NONE;
    let day = || if is_none { Ok(None) } else { told.date(0).map(Option::flatten) };
    let said = told.says(0).to_owned();
    Ok(match asked {
        Asked::Stage => Change::Stage(Move::To(said)),
        Asked::CloseOn => Change::CloseOn(day()?),
        Asked::NextOn => Change::NextOn(day()?),
        Asked::Tier => Change::Tier(said.parse().ok()),
        Asked::Owner => Change::Owner(Some(said).filter(|_| !is_none)),
        Asked::Tag => Change::Tag(said),
        Asked::Untag => Change::Untag(said),
    })
}

/// The tags of one record, to be changed.
pub fn tags_form(book: &Book, look: &Look, record: Chosen) -> Result<FormDialog> {
    let before = book.tags_of(&[record.id])?.remove(&record.id).unwrap_or_default();
    let sheet = Sheet::default()
        .several(tr!(look.lang, "column.tags"), tr!(look.lang, "ask.tags_hint"), tags(book)?, &before, true)
        .or_new(Novelty::Tag);
    Ok(sheet.dialog(tr!(look.lang, "column.tags"), record.name.clone(), move |told| {
        let Some(now) = told.list(0) else { return Ok(Vec::new()) };
        let now: Vec<String> = now.iter().map(|tag| tag.trim_start_matches('#').to_owned()).collect();
        let hanging = Hanging {
            tags: now.iter().filter(|tag| !before.contains(tag)).cloned().collect(),
            untags: before.iter().filter(|tag| !now.contains(tag)).cloned().collect(),
            ..Hanging::default()
        };
        let id = Some(record.id);
        let deed = match record.kind {
            RecordKind::Account => Deed::Account(id, AccountInput { hanging, ..AccountInput::default() }),
            RecordKind::Contact => Deed::Contact(id, ContactInput { hanging, ..ContactInput::default() }),
            _ => Deed::Deal(id, DealInput { hanging, ..DealInput::default() }),
        };
        Ok(vec![Effect::Do(Box::new(deed)).into()])
    }))
}

/// Whether tags can be put on a kind of record from its list.
pub fn has_tags(kind: RecordKind) -> bool {
    matches!(kind, RecordKind::Account | RecordKind::Contact | RecordKind::Deal)
}

impl Asked {
    /// Whether it can be asked about a kind of record.
    pub fn suits(self, kind: Kind) -> bool {
        match self {
            Asked::Stage | Asked::CloseOn | Asked::NextOn => kind == Kind::Deals,
            Asked::Tier => kind == Kind::Accounts,
            Asked::Owner | Asked::Tag | Asked::Untag => true,
        }
    }
}
