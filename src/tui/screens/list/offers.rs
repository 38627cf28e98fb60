//! What may stand where a filter is being typed: fields, their values, tags; the book tells which there are.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

use crate::domain::filter::{Begun, Field, Kind, Part, Subject, Type, field, fields, quoted};
use crate::domain::text::fold;
use crate::domain::word::{FieldKind, RecordKind};
use crate::i18n::Lang;
use crate::report::words;
use crate::store::table::attachment::CustomField;
use crate::store::{Book, Result};
use crate::tui::look::Look;
use crate::tui::widgets::frame;
use crate::tui::widgets::list::Cursor;
use crate::tui::widgets::text;

/// As many are offered.
const MOST: usize = 40;

/// As many are shown at once.
const SHOWN: u16 = 8;

/// Something that may stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// What is put there.
    pub text: String,
    /// What else it is called.
    pub about: String,
}

/// What may stand where one types, and which of it is at hand.
#[derive(Debug, Clone, Default)]
pub struct Offers {
    begun: Option<Begun>,
    all: Vec<Offer>,
    cursor: Cursor,
}

impl Offers {
    /// Reads what may stand at a place of a filter for records of a kind. `asked` tells that somebody wants to
    /// see it, even where nothing is begun.
    ///
    /// # Errors
    /// What the store could not read.
    pub fn read(book: &Book, look: &Look, kind: Kind, begun: Begun, asked: bool) -> Result<Offers> {
        let custom = match kind.record() {
            Some(kind) => book.custom_fields(kind)?,
            None => Vec::new(),
        };
        let mut all = match &begun.part {
            Part::Word if begun.text.is_empty() && !asked => Vec::new(),
            Part::Word => named(look.lang, kind, &custom, ":"),
            Part::Field => named(look.lang, kind, &custom, ""),
            Part::Tag => tags(book)?,
            Part::Value(field) => values(book, look, kind, &custom, field, &begun.text)?,
        };
        let wanted = fold(&begun.text);
        all.retain(|offer| {
            fold(offer.text.trim_start_matches('"')).starts_with(&wanted)
                || fold(&offer.about).starts_with(&wanted)
        });
        // What is typed whole needs no offer.
        all.retain(|offer| offer.text != begun.text);
        all.truncate(MOST);
        Ok(Offers { begun: Some(begun), all, cursor: Cursor::default() })
    }

    /// Whether there are any.
    pub fn any(&self) -> bool {
        !self.all.is_empty()
    }

    /// Goes to the next, or the one before.
    pub fn go(&mut self, on: bool) {
        let (at, number) = (self.cursor.at(), self.all.len().max(1));
        let to = if on { at + 1 } else { at + number - 1 };
        self.cursor.choose(to % number, number, SHOWN.into());
    }

    /// The one at hand, and the word that it stands for.
    pub fn chosen(&self) -> Option<(&Begun, &str)> {
        Some((self.begun.as_ref()?, &self.all.get(self.cursor.at())?.text))
    }

    /// Draws them under the line in which one types, at `at`.
    pub fn draw(&self, look: &Look, at: Position, screen: Rect, buf: &mut Buffer) {
        let width = |words: &str| look.measure.width(words) as u16;
        let names = self.all.iter().map(|offer| width(&offer.text)).max().unwrap_or_default();
        let about = self.all.iter().map(|offer| width(&offer.about)).max().unwrap_or_default();
        // Two columns for the mark, two between, four for the frame.
        let wide = (names + if about > 0 { about + 2 } else { 0 } + 6).min(screen.width);
        let below = Rect { y: at.y + 1, height: screen.bottom().saturating_sub(at.y + 1), ..screen };
        let high = (self.all.len() as u16).min(SHOWN) + 2;
        let x = at.x.saturating_sub(4).min(screen.right().saturating_sub(wide)).max(screen.x);
        let outside = Rect { x, width: wide, height: high.min(below.height), ..below };
        let area = frame::draw(look, "", "", outside, buf);
        for (row, index) in area.rows().zip(self.cursor.view(self.all.len(), area.height.into())) {
            let (offer, chosen) = (&self.all[index], index == self.cursor.at());
            let within = |style| look.theme.within(chosen, style);
            buf.set_style(row, look.theme.selected_if(chosen));
            let gap = " ".repeat((names - width(&offer.text)) as usize + 2);
            let name = (offer.text.as_str(), within(look.theme.key));
            let about = (offer.about.as_str(), within(look.theme.dim));
            let pieces = [look.theme.mark(chosen), name, (gap.as_str(), within(look.theme.dim)), about];
            text::pieces(buf, look.measure, row, &pieces);
        }
    }
}

/// What a word is called in a language: its name for programs, or the first Chinese one.
fn in_language(lang: Lang, key: &str, aliases: &[&str]) -> (String, String) {
    let chinese = aliases.iter().find(|alias| !alias.is_ascii()).copied().unwrap_or(key);
    let (shown, other) = if lang == Lang::Zh { (chinese, key) } else { (key, chinese) };
    (shown.to_owned(), if other == shown { String::new() } else { other.to_owned() })
}

/// The fields of a kind, each with the sign that comes next.
fn named(lang: Lang, kind: Kind, custom: &[CustomField], sign: &str) -> Vec<Offer> {
    let own = fields(kind).iter().map(|field: &Field| {
        let (shown, about) = in_language(lang, field.name, field.aliases);
        Offer { text: format!("{shown}{sign}"), about }
    });
    let custom = custom.iter().map(|field| Offer {
        text: format!("field.{}{sign}", quoted(&field.key)),
        about: field.label.clone(),
    });
    own.chain(custom).collect()
}

fn tags(book: &Book) -> Result<Vec<Offer>> {
    Ok(book.tags()?.into_iter().map(|tag| plain(&tag.name)).collect())
}

fn plain(value: &str) -> Offer {
    Offer { text: quoted(value), about: String::new() }
}

/// What a field may be held against.
fn values(
    book: &Book,
    look: &Look,
    kind: Kind,
    custom: &[CustomField],
    name: &str,
    begun: &str,
) -> Result<Vec<Offer>> {
    let Some(known) = field(kind, name) else {
        let key = ["field.", "字段."].iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
        let is_meant =
            |field: &&CustomField| fold(&field.key) == fold(key) || fold(&field.label) == fold(key);
        return Ok(match custom.iter().find(is_meant) {
            Some(field) if field.sort() == FieldKind::YesNo => {
                closed(look.lang, Type::from(FieldKind::YesNo))
            }
            Some(field) => field.listed().map(plain).collect(),
            None => Vec::new(),
        });
    };
    let records = |kind: RecordKind| -> Result<Vec<Offer>> {
        let found = book.beginning_with(begun, kind, MOST)?;
        Ok(found.into_iter().map(|one| Offer { text: quoted(&one.name), about: one.code }).collect())
    };
    match (known.subject, known.holds) {
        (Subject::Tag, _) => tags(book),
        (Subject::Account | Subject::Parent, _) => records(RecordKind::Account),
        (Subject::Contact | Subject::ReportsTo, _) => records(RecordKind::Contact),
        (Subject::Deal, _) => records(RecordKind::Deal),
        (Subject::Product, _) => records(RecordKind::Product),
        (Subject::Reason, _) => {
            let known = book.lost_reasons()?.into_iter();
            let about = |name: Option<String>, key: &str| {
                name.unwrap_or_else(|| words::lost_reason(look.lang, key).into_owned())
            };
            Ok(known.map(|one| Offer { text: quoted(&one.key), about: about(one.name, &one.key) }).collect())
        }
        (_, Type::Stage) => {
            let stage = |stage: &crate::domain::stage::Stage| Offer {
                text: quoted(&stage.key),
                about: words::stage(look.lang, stage).into_owned(),
            };
            Ok(look.stages.iter().map(stage).collect())
        }
        (_, Type::Owner) => {
            let ours = book.colleagues()?.into_iter().map(|one| plain(&one.name));
            Ok(std::iter::once(plain("me")).chain(ours).collect())
        }
        (_, holds) => Ok(closed(look.lang, holds)),
    }
}

/// The words of a closed list.
fn closed(lang: Lang, holds: Type) -> Vec<Offer> {
    let Type::Words(known) = holds else { return Vec::new() };
    let offer = |word: &crate::domain::filter::Word| {
        let (shown, about) = in_language(lang, word.key, word.aliases);
        Offer { text: quoted(&shown), about }
    };
    known.iter().map(offer).collect()
}
