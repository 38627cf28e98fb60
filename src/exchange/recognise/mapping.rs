//! Which column is which field: by hand, by the program's own headers, by synonyms, by content.

use super::content::Content;
use super::header::Header;
use super::profile::Profile;
use super::synonyms;
pub use crate::exchange::Chosen;
use crate::exchange::{Correction, Field, Kind, Target};

/// What a column was found to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mapped {
    /// What it is.
    pub target: Target,
    /// How that was found out.
    pub chosen: Chosen,
}

/// What is known of a table's columns.
#[derive(Clone, Copy)]
pub struct Columns<'a> {
    /// Their headers.
    pub headers: &'a [Header],
    /// What stands in them.
    pub contents: &'a [Content],
    /// Whether the headers come from the file.
    pub named: bool,
}

/// What each column is, in a table of a kind.
pub fn map(
    columns: Columns<'_>,
    kind: Kind,
    profile: Option<&Profile>,
    corrections: &[Correction],
) -> Vec<Mapped> {
    let left = |(header, content): (&Header, &Content)| Mapped {
        target: Target::Custom(custom_key(&header.shown)),
        chosen: if *content == Content::Blank { Chosen::Blank } else { Chosen::Left },
    };
    let mut mapped: Vec<Mapped> = columns.headers.iter().zip(columns.contents).map(left).collect();
    for (column, header) in mapped.iter_mut().zip(columns.headers) {
        if let Some(target) = by_hand(header, kind, corrections) {
            *column = Mapped { target, chosen: Chosen::ByHand };
        } else if let Some(target) = profile.and_then(|profile| profile.target(header)) {
            *column = Mapped { target, chosen: Chosen::ByHeader };
        }
    }
    for (at, header) in columns.headers.iter().enumerate() {
        let field = synonyms::field(kind, header).filter(|field| is_free(&mapped, at, *field));
        if let Some(field) = field.filter(|_| columns.named) {
            mapped[at] = Mapped { target: Target::Field(field), chosen: Chosen::ByHeader };
        }
    }
    settle_status(&mut mapped, columns.contents);
    if profile.is_none() {
        by_content(&mut mapped, columns, kind);
    }
    mapped
}

/// The key of the custom field that a column becomes; ours are exported as `field.KEY`.
fn custom_key(header: &str) -> String {
    let key = header.strip_prefix("field.").or_else(|| header.strip_prefix("fields."));
    key.unwrap_or(header).to_owned()
}

/// Whether a correction is of use in a table of a kind.
pub fn is_used(correction: &Correction, headers: &[Header], kind: Kind) -> bool {
    headers.iter().any(|header| by_hand(header, kind, std::slice::from_ref(correction)).is_some())
}

fn by_hand(header: &Header, kind: Kind, corrections: &[Correction]) -> Option<Target> {
    let known = |target: &Target| match target {
        Target::Field(field) => Field::all(kind).contains(field),
        _ => true,
    };
    let key = super::header::key;
    let meant =
        |column: &str| header.shown == column.trim() || !key(column).is_empty() && header.key == key(column);
    let mut fitting =
        corrections.iter().filter(|correction| meant(&correction.column) && known(&correction.target));
    fitting.next_back().map(|correction| correction.target.clone())
}

/// Whether a column has no meaning yet, and the field no column, or room for several.
fn is_free(mapped: &[Mapped], at: usize, field: Field) -> bool {
    let taken = || mapped.iter().any(|column| column.target == Target::Field(field));
    matches!(mapped[at].chosen, Chosen::Left | Chosen::Blank) && (field.takes_several_columns() || !taken())
}

/// A status column that holds stages, where no column is the stage, is the stage.
fn settle_status(mapped: &mut [Mapped], contents: &[Content]) {
    let at = |field| mapped.iter().position(|column| column.target == Target::Field(field));
    if let (Some(status), None) = (at(Field::Status), at(Field::Stage))
        && mapped[status].chosen != Chosen::ByHand
        && contents[status] != Content::Blank
    {
        mapped[status].target = Target::Field(Field::Stage);
    }
}

/// Columns that no header explains.
fn by_content(mapped: &mut [Mapped], columns: Columns<'_>, kind: Kind) {
    for at in 0..mapped.len() {
        let field = match (columns.contents[at], kind) {
            (Content::Emails, Kind::Contacts) => Field::Email,
            (Content::Emails, Kind::Deals | Kind::Activities) => Field::ContactEmail,
            (Content::Phones, Kind::Contacts | Kind::Accounts) => Field::Phone,
            (Content::Pages, Kind::Contacts | Kind::Accounts) => Field::Website,
            (Content::Stages, Kind::Deals) => Field::Stage,
            (Content::Amounts, Kind::Deals) if only(columns, at) => Field::Amount,
            (Content::Dates, Kind::Deals) if only(columns, at) && !speaks_of_past(columns, at) => {
                Field::CloseDate
            }
            (Content::Dates, Kind::Activities) if only(columns, at) => Field::Date,
            _ => continue,
        };
        if is_free(mapped, at, field) {
            mapped[at] = Mapped { target: Target::Field(field), chosen: Chosen::ByContent };
        }
    }
    let named = |field| mapped.iter().any(|column| column.target == Target::Field(field));
    let nameless = match kind {
        Kind::Accounts => !named(Field::Name),
        Kind::Contacts => ![Field::Name, Field::FirstName, Field::LastName].into_iter().any(named),
        Kind::Deals => ![Field::Name, Field::Account, Field::AccountId].into_iter().any(named),
        Kind::Activities => false,
    };
    let free = |at: &usize| columns.contents[*at] == Content::Names && is_free(mapped, *at, Field::Name);
    if let Some(at) = (0..mapped.len()).find(free).filter(|_| nameless) {
        mapped[at] = Mapped { target: Target::Field(Field::Name), chosen: Chosen::ByContent };
    }
}

/// Whether no other column holds the like.
fn only(columns: Columns<'_>, at: usize) -> bool {
    columns.contents.iter().filter(|content| **content == columns.contents[at]).count() == 1
}

fn speaks_of_past(columns: Columns<'_>, at: usize) -> bool {
    let words = [
        "modif",
        "update",
        "last",
        "entered",
        "since",
        "created",
        "修改",
        "更新",
        "创建",
        "最后",
        "最近",
        "geändert",
    ];
    words.iter().any(|word| columns.headers[at].key.contains(word))
}
