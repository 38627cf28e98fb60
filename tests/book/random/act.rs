//! What a person may do with a small book, at random.

use proptest::prelude::*;

/// The step of the story that made a record; while a story is being told, any number, which is turned
/// into one of the steps that made such a record.
pub type Who = usize;

/// One thing that a person does. Names and amounts come from the number of the step, so that no two
/// steps ever tell the same.
#[derive(Debug, Clone)]
pub enum Act {
    AddAccount { parent: Option<Who>, tag: u8 },
    MoveAccount { account: Who, parent: Option<Who> },
    NoteAccount { account: Who },
    DeleteAccount { account: Who },
    AddContact { account: Who, above: Option<Who> },
    ReachContact { contact: Who, emails: u8 },
    DeleteContact { contact: Who },
    AddDeal { account: Who, currency: Option<u8>, stage: u8, close: Option<i16>, contact: Option<Who> },
    EditDeal { deal: Who, change: Change },
    Advance { deal: Who, to: Option<u8> },
    Back { deal: Who, to: Option<u8> },
    Win { deal: Who, ago: u8, currency: Option<u8> },
    Lose { deal: Who, reason: u8 },
    Reopen { deal: Who },
    DeleteDeal { deal: Who },
    Order { account: Who, currency: u8, ago: u8, product: Option<u8> },
    AddProduct { product: u8 },
    RenameProduct { product: Who, to: u8 },
    Quota { period: u8, currency: u8 },
    Rate { currency: u8, since: i16 },
    Log { deal: Who, contact: Option<Who>, next: bool },
    Tag { account: Who, tag: u8 },
    Untag { account: Who, tag: u8 },
    EditOrder { order: Who, change: OrderEdit },
    DeleteOrder { order: Who },
    DeleteProduct { product: Who },
    DeleteQuota { period: u8 },
    RenameTag { tag: u8, to: u8 },
    DeleteTag { tag: u8 },
    Reason { reason: u8, name: u8 },
    Setting { setting: u8 },
    Undo,
    Redo,
}

/// What an edit changes of a deal: one thing, so that the step is what it changed.
#[derive(Debug, Clone)]
pub enum Change {
    Amount(u8),
    NoAmount,
    Currency(u8),
    Stage(u8),
    Close(i16),
    NoClose,
    WinRate(i64),
    StageRate,
    Owner(u8),
    Products(u8),
    Join(Who),
    Leave(Who),
    Field(u8),
    Account(Who),
}

/// What an edit changes of a small order.
#[derive(Debug, Clone)]
pub enum OrderEdit {
    Amount(u8),
    Day(u8),
    Product(Option<u8>),
    Account(Who),
}

/// A story: days that pass before each step, and the step.
pub type Story = Vec<(u8, Act)>;

/// Stories of some length. Every one begins with accounts and deals, so that there is something to do.
pub fn story(steps: std::ops::Range<usize>) -> impl Strategy<Value = Story> {
    let opening = vec![
        (0, Act::AddAccount { parent: None, tag: 0 }),
        (0, Act::AddDeal { account: 0, currency: Some(0), stage: 0, close: Some(20), contact: None }),
        (1, Act::AddContact { account: 0, above: None }),
        (0, Act::AddDeal { account: 0, currency: Some(1), stage: 2, close: Some(40), contact: Some(0) }),
        (1, Act::Quota { period: 0, currency: 0 }),
    ];
    prop::collection::vec((gap(), act()), steps).prop_map(move |rest| {
        let mut story = opening.clone();
        story.extend(rest);
        story
    })
}

fn gap() -> impl Strategy<Value = u8> {
    prop_oneof![3 => Just(0u8), 2 => 1u8..3, 1 => 3u8..15]
}

fn close() -> impl Strategy<Value = i16> {
    -20i16..120
}

fn who() -> impl Strategy<Value = Who> {
    0usize..64
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => (0u8..3).prop_map(Change::Amount),
        1 => Just(Change::NoAmount),
        2 => (0u8..3).prop_map(Change::Currency),
        3 => (0u8..6).prop_map(Change::Stage),
        3 => close().prop_map(Change::Close),
        1 => Just(Change::NoClose),
        2 => (0i64..=10_000).prop_map(Change::WinRate),
        1 => Just(Change::StageRate),
        1 => (0u8..3).prop_map(Change::Owner),
        2 => (0u8..4).prop_map(Change::Products),
        1 => who().prop_map(Change::Join),
        1 => who().prop_map(Change::Leave),
        1 => (0u8..3).prop_map(Change::Field),
        1 => who().prop_map(Change::Account),
    ]
}

fn order_edit() -> impl Strategy<Value = OrderEdit> {
    prop_oneof![
        3 => (0u8..3).prop_map(OrderEdit::Amount),
        2 => (0u8..20).prop_map(OrderEdit::Day),
        1 => prop::option::of(0u8..3).prop_map(OrderEdit::Product),
        1 => who().prop_map(OrderEdit::Account),
    ]
}

fn act() -> impl Strategy<Value = Act> {
    let some = prop::option::of::<std::ops::Range<usize>>;
    prop_oneof![
        2 => (some(0..64), 0u8..3).prop_map(|(parent, tag)| Act::AddAccount { parent, tag }),
        2 => (who(), some(0..64)).prop_map(|(account, parent)| Act::MoveAccount { account, parent }),
        1 => who().prop_map(|account| Act::NoteAccount { account }),
        1 => who().prop_map(|account| Act::DeleteAccount { account }),
        2 => (who(), some(0..64)).prop_map(|(account, above)| Act::AddContact { account, above }),
        2 => (who(), 0u8..4).prop_map(|(contact, emails)| Act::ReachContact { contact, emails }),
        1 => who().prop_map(|contact| Act::DeleteContact { contact }),
        5 => (who(), prop::option::of(0u8..3), 0u8..6, prop::option::of(close()), some(0..64)).prop_map(
            |(account, currency, stage, close, contact)| Act::AddDeal { account, currency, stage, close, contact }
        ),
        8 => (who(), change()).prop_map(|(deal, change)| Act::EditDeal { deal, change }),
        5 => (who(), prop::option::of(0u8..6)).prop_map(|(deal, to)| Act::Advance { deal, to }),
        3 => (who(), prop::option::of(0u8..6)).prop_map(|(deal, to)| Act::Back { deal, to }),
        3 => (who(), 0u8..20, prop::option::of(0u8..3))
            .prop_map(|(deal, ago, currency)| Act::Win { deal, ago, currency }),
        2 => (who(), 0u8..4).prop_map(|(deal, reason)| Act::Lose { deal, reason }),
        2 => who().prop_map(|deal| Act::Reopen { deal }),
        1 => who().prop_map(|deal| Act::DeleteDeal { deal }),
        3 => (who(), 0u8..3, 0u8..20, prop::option::of(0u8..3))
            .prop_map(|(account, currency, ago, product)| Act::Order { account, currency, ago, product }),
        1 => (0u8..3).prop_map(|product| Act::AddProduct { product }),
        1 => (who(), 0u8..4).prop_map(|(product, to)| Act::RenameProduct { product, to }),
        2 => (0u8..5, 0u8..3).prop_map(|(period, currency)| Act::Quota { period, currency }),
        2 => (1u8..3, -10i16..10).prop_map(|(currency, since)| Act::Rate { currency, since }),
        2 => (who(), some(0..64), any::<bool>()).prop_map(|(deal, contact, next)| Act::Log { deal, contact, next }),
        2 => (who(), 0u8..3).prop_map(|(account, tag)| Act::Tag { account, tag }),
        1 => (who(), 0u8..3).prop_map(|(account, tag)| Act::Untag { account, tag }),
        3 => (who(), order_edit()).prop_map(|(order, change)| Act::EditOrder { order, change }),
        1 => who().prop_map(|order| Act::DeleteOrder { order }),
        1 => who().prop_map(|product| Act::DeleteProduct { product }),
        1 => (0u8..5).prop_map(|period| Act::DeleteQuota { period }),
        1 => (0u8..3, 0u8..4).prop_map(|(tag, to)| Act::RenameTag { tag, to }),
        1 => (0u8..3).prop_map(|tag| Act::DeleteTag { tag }),
        1 => (0u8..10, 0u8..3).prop_map(|(reason, name)| Act::Reason { reason, name }),
        1 => (0u8..5).prop_map(|setting| Act::Setting { setting }),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}
