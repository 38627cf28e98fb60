//! What a person may do with a small book, at random.

use proptest::prelude::*;

use super::people::{PeopleAct, people_act};

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
    Task { account: Who, due: i16 },
    FinishTask { activity: Who },
    MoveTask { activity: Who, due: i16 },
    DeleteActivity { activity: Who },
    FinishStep { deal: Who },
    Promise { account: Who, contact: Option<Who>, theirs: bool, due: i16 },
    Settle { promise: Who, kept: bool },
    MovePromise { promise: Who, due: i16 },
    DeletePromise { promise: Who },
    Remember { contact: Who, lunar: bool, day: u8 },
    Greet { day: Who },
    MoveDay { day: Who, to: u8 },
    DeleteDay { day: Who },
    PutOff { what: Put, until: u8 },
    Wake { what: Put },
    People { contact: Who, account: Who, act: PeopleAct },
    Setting { setting: u8 },
    Many { deals: Vec<Who>, change: ManyChange },
    AddEntry { kind: u8, holder: Who, contact: Option<Who> },
    TellEntry { entry: Who },
    MoveEntry { entry: Who, to: usize },
    DeleteEntry { entry: Who },
    Undo,
    Redo,
}

/// Something that may be put off.
#[derive(Debug, Clone)]
pub enum Put {
    Step(Who),
    Date(Who),
    Task(Who),
    Promise(Who),
    Day(Who),
    Silence(Who),
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

/// What is done to several deals at once.
#[derive(Debug, Clone)]
pub enum ManyChange {
    Stage(u8),
    On,
    Back,
    Close(i16),
    NoClose,
    Next(i16),
    Owner(u8),
    Tag(u8),
    Untag(u8),
    Delete,
}

/// A story: days that pass before each step, and the step.
pub type Story = Vec<(u8, Act)>;

/// Stories of some length. Every one begins with accounts and deals, so that there is something to do.
pub fn story(steps: std::ops::Range<usize>) -> impl Strategy<Value = Story> {
    story_of(act(), steps)
}

/// Stories in which several deals are changed at once, too. What such a step changes depends on what the
/// deals were, so it is not the same step where an earlier one never was.
pub fn story_with_many(steps: std::ops::Range<usize>) -> impl Strategy<Value = Story> {
    let many = (prop::collection::vec(who(), 1..6), many_change());
    let many = many.prop_map(|(deals, change)| Act::Many { deals, change });
    story_of(prop_oneof![5 => act(), 1 => many], steps)
}

fn story_of(act: impl Strategy<Value = Act>, steps: std::ops::Range<usize>) -> impl Strategy<Value = Story> {
    let opening = vec![
        (0, Act::AddAccount { parent: None, tag: 0 }),
        (0, Act::AddDeal { account: 0, currency: Some(0), stage: 0, close: Some(20), contact: None }),
        (1, Act::AddContact { account: 0, above: None }),
        (0, Act::AddDeal { account: 0, currency: Some(1), stage: 2, close: Some(40), contact: Some(0) }),
        (1, Act::Quota { period: 0, currency: 0 }),
    ];
    prop::collection::vec((gap(), act), steps).prop_map(move |rest| {
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

fn put() -> impl Strategy<Value = Put> {
    prop_oneof![
        2 => who().prop_map(Put::Step),
        1 => who().prop_map(Put::Date),
        1 => who().prop_map(Put::Task),
        1 => who().prop_map(Put::Promise),
        1 => who().prop_map(Put::Day),
        1 => who().prop_map(Put::Silence),
    ]
}

/// What is due, and what is done about it.
fn errand() -> impl Strategy<Value = Act> {
    let due = || -10i16..30;
    prop_oneof![
        2 => (who(), due()).prop_map(|(account, due)| Act::Task { account, due }),
        2 => who().prop_map(|activity| Act::FinishTask { activity }),
        1 => (who(), due()).prop_map(|(activity, due)| Act::MoveTask { activity, due }),
        1 => who().prop_map(|activity| Act::DeleteActivity { activity }),
        2 => who().prop_map(|deal| Act::FinishStep { deal }),
        3 => (who(), prop::option::of(who()), any::<bool>(), due())
            .prop_map(|(account, contact, theirs, due)| Act::Promise { account, contact, theirs, due }),
        2 => (who(), any::<bool>()).prop_map(|(promise, kept)| Act::Settle { promise, kept }),
        1 => (who(), due()).prop_map(|(promise, due)| Act::MovePromise { promise, due }),
        1 => who().prop_map(|promise| Act::DeletePromise { promise }),
        2 => (who(), any::<bool>(), 1u8..29).prop_map(|(contact, lunar, day)| Act::Remember { contact, lunar, day }),
        1 => who().prop_map(|day| Act::Greet { day }),
        1 => (who(), 1u8..29).prop_map(|(day, to)| Act::MoveDay { day, to }),
        1 => who().prop_map(|day| Act::DeleteDay { day }),
        4 => (put(), 0u8..20).prop_map(|(what, until)| Act::PutOff { what, until }),
        2 => put().prop_map(|what| Act::Wake { what }),
    ]
}

/// Any change of several deals.
pub fn many_change() -> impl Strategy<Value = ManyChange> {
    prop_oneof![
        2 => (0u8..6).prop_map(ManyChange::Stage),
        2 => Just(ManyChange::On),
        2 => Just(ManyChange::Back),
        2 => close().prop_map(ManyChange::Close),
        1 => Just(ManyChange::NoClose),
        1 => close().prop_map(ManyChange::Next),
        1 => (0u8..3).prop_map(ManyChange::Owner),
        1 => (0u8..3).prop_map(ManyChange::Tag),
        1 => (0u8..3).prop_map(ManyChange::Untag),
        1 => Just(ManyChange::Delete),
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
        6 => (who(), who(), people_act()).prop_map(|(contact, account, act)| Act::People { contact, account, act }),
        3 => (who(), order_edit()).prop_map(|(order, change)| Act::EditOrder { order, change }),
        1 => who().prop_map(|order| Act::DeleteOrder { order }),
        1 => who().prop_map(|product| Act::DeleteProduct { product }),
        1 => (0u8..5).prop_map(|period| Act::DeleteQuota { period }),
        1 => (0u8..3, 0u8..4).prop_map(|(tag, to)| Act::RenameTag { tag, to }),
        1 => (0u8..3).prop_map(|tag| Act::DeleteTag { tag }),
        1 => (0u8..10, 0u8..3).prop_map(|(reason, name)| Act::Reason { reason, name }),
        1 => (0u8..5).prop_map(|setting| Act::Setting { setting }),
        14 => errand(),
        9 => (0u8..24, who(), some(0..64))
            .prop_map(|(kind, holder, contact)| Act::AddEntry { kind, holder, contact }),
        4 => who().prop_map(|entry| Act::TellEntry { entry }),
        3 => (who(), 0usize..9).prop_map(|(entry, to)| Act::MoveEntry { entry, to }),
        2 => who().prop_map(|entry| Act::DeleteEntry { entry }),
        3 => Just(Act::Undo),
        2 => Just(Act::Redo),
    ]
}
