//! What the book keeps beside its records: lists that a person fills and changes, and links.

use crate::domain::entry::EntryKind;
use crate::domain::id::Id;

/// One entry of one of those lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Of which list.
    pub kind: Kind,
    /// Which.
    pub id: Id,
}

/// Which list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Kind {
    /// What we sell.
    #[default]
    Product,
    /// What was booked off the funnel.
    Order,
    /// What is to be sold in a period.
    Quota,
    /// What a currency is worth from a day on.
    Rate,
    /// Where a buyer may stand.
    Stage,
    /// Why deals are lost.
    LostReason,
    /// Who is on our side.
    Colleague,
    /// Words that records are marked with.
    Tag,
    /// What a person added to a kind of record.
    Field,
    /// A file or address that belongs to a record.
    Link,
    /// What is remembered of a person: something they said, what they are proud of.
    Recollection,
    /// What was heard or seen of how a person thinks, or scores told directly.
    Evidence,
    /// Something that the plan of an account or a deal says.
    Plan(EntryKind),
}

impl Kind {
    /// Those that stand in the register; the others stand with their records.
    pub const REGISTER: [Kind; 9] = [
        Kind::Product,
        Kind::Order,
        Kind::Quota,
        Kind::Rate,
        Kind::Stage,
        Kind::LostReason,
        Kind::Colleague,
        Kind::Tag,
        Kind::Field,
    ];

    /// Whether a person decides which entry comes first.
    pub fn is_ordered(self) -> bool {
        match self {
            Kind::Plan(kind) => kind.spec().ordered,
            kind => matches!(kind, Kind::Stage | Kind::LostReason | Kind::Field),
        }
    }
}
