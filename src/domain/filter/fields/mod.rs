//! The fields that each kind of record can be filtered by, with their names in both languages.

mod words;

use self::words::{ATTENTION, DIRECTIONS, KINDS, PARTS, STANCES, STATUSES, TIERS};
use self::words::{DECISION_ROLES, NEEDS, ROOMS, RUNGS, YES_OR_NO};
use self::words::{LEVELS, PHASES, POSTURES};
use crate::domain::text::fold;
use crate::domain::word::{FieldKind, RecordKind};

/// The kinds of record that have lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Organisations.
    Accounts,
    /// People.
    Contacts,
    /// Possible sales.
    Deals,
    /// What happened with clients.
    Activities,
    /// Small orders.
    Orders,
}

impl Kind {
    /// The kind of record that bears a name and a short code; none of what happened, and of small orders.
    pub fn record(self) -> Option<RecordKind> {
        match self {
            Kind::Accounts => Some(RecordKind::Account),
            Kind::Contacts => Some(RecordKind::Contact),
            Kind::Deals => Some(RecordKind::Deal),
            Kind::Activities | Kind::Orders => None,
        }
    }
}

/// One field of a kind of record.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// What it stands for.
    pub subject: Subject,
    /// Its name.
    pub name: &'static str,
    /// Other names, most of them Chinese; the first is the one to show.
    pub aliases: &'static [&'static str],
    /// What it holds.
    pub holds: Type,
}

/// What a field holds, and so how it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Any text; no order.
    Text,
    /// A short code such as D-40, with the letter of its kind.
    Code(char),
    /// A stage, in the order of the stages.
    Stage,
    /// An amount. Typed without a currency it is one of the base currency, and what it is compared with
    /// is turned into that; typed with a currency, only amounts of that very currency are compared.
    Money,
    /// A currency.
    Currency,
    /// A calendar day.
    Day(Toward),
    /// A whole number.
    Number,
    /// A number with decimals.
    Decimal,
    /// A rate in per cent.
    Percent,
    /// One of our people; `me` is the person at the keyboard.
    Owner,
    /// One of a closed list; `all` is every one of them.
    Words(&'static [Word]),
}

impl From<FieldKind> for Type {
    /// How a custom field is compared; days in one are taken as days ahead.
    fn from(kind: FieldKind) -> Self {
        match kind {
            FieldKind::Text | FieldKind::Choice => Type::Text,
            FieldKind::Number => Type::Decimal,
            FieldKind::Money => Type::Money,
            FieldKind::Date => Type::Day(Toward::Future),
            FieldKind::YesNo => Type::Words(YES_OR_NO),
        }
    }
}

/// Where the days of a field usually lie, which decides what a bare duration means: on one that looks
/// ahead `close<30d` is before the day in 30 days; on one that looks back `last>14d` is more than 14
/// days ago.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Toward {
    /// Expected days.
    Future,
    /// Days on which something happened.
    Past,
}

/// A word of a closed list.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// What programs and the book call it.
    pub key: &'static str,
    /// Other words for it, most of them Chinese.
    pub aliases: &'static [&'static str],
}

macro_rules! subjects {
    ($($(#[$doc:meta])* $subject:ident),+ $(,)?) => {
        /// What a field stands for, in whatever kind of record.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Subject { $($(#[$doc])* $subject),+ }
    };
}

subjects! {
    /// The short code.
    Code,
    /// The record's name.
    Name,
    /// The name of its account.
    Account,
    /// The stage of a deal.
    Stage,
    /// The amount of a deal.
    Amount,
    /// The currency of a deal.
    Currency,
    /// When a deal is expected to close.
    Close,
    /// When the record was created.
    Created,
    /// When a deal was won or lost.
    Closed,
    /// Open, won or lost.
    Status,
    /// Who of ours is responsible.
    Owner,
    /// The next step.
    Next,
    /// When the next step is due.
    NextOn,
    /// The win rate of a deal: its own, or its stage's.
    Rate,
    /// Where a deal came from.
    Source,
    /// The products of a deal.
    Product,
    /// The people of a deal or an activity.
    Contact,
    /// The competitor.
    Competitor,
    /// Why a deal was lost.
    Reason,
    /// The tags.
    Tag,
    /// Why a deal needs attention.
    Attention,
    /// The last activity.
    Last,
    /// How much of the week an account deserves.
    Tier,
    /// Whether an account is attacked or defended: as decided, or by the rule.
    Posture,
    /// How close an account and we are, as was decided last.
    Level,
    /// The phase of the relationship with an account, as was decided last.
    Phase,
    /// The industry.
    Industry,
    /// The parent organisation.
    Parent,
    /// The internet domain.
    Domain,
    /// The city.
    City,
    /// The country.
    Country,
    /// What an account might buy.
    Potential,
    /// How many open deals an account has.
    Deals,
    /// What the open deals of an account add up to.
    OpenAmount,
    /// A person's title.
    Title,
    /// The e-mail addresses.
    Email,
    /// The telephone numbers.
    Phone,
    /// Where a person stands towards us.
    Stance,
    /// The relationship step, 1 to 4.
    Step,
    /// The parts in the purchase.
    Part,
    /// The dominant quadrants of a person.
    Dominant,
    /// How a person sees us.
    SeeUs,
    /// The decision role of a person.
    Role,
    /// The personal needs of a person.
    Need,
    /// The competitor that a person prefers.
    Prefers,
    /// Whom a person reports to.
    ReportsTo,
    /// What an activity was.
    Kind,
    /// When an activity happened.
    On,
    /// The deal of an activity.
    Deal,
    /// Who reached out.
    Direction,
    /// How long an activity took.
    Minutes,
    /// What an activity says.
    Text,
}

/// The fields of a kind of record, in the order in which to list them.
pub fn fields(kind: Kind) -> &'static [Field] {
    match kind {
        Kind::Accounts => ACCOUNTS,
        Kind::Contacts => CONTACTS,
        Kind::Deals => DEALS,
        Kind::Activities => ACTIVITIES,
        Kind::Orders => ORDERS,
    }
}

/// The field of that name, in either language; capitals and widths do not matter.
pub fn field(kind: Kind, name: &str) -> Option<&'static Field> {
    let wanted = fold(name);
    fields(kind).iter().find(|field| field.name == wanted || field.aliases.contains(&wanted.as_str()))
}

/// The name of a field that the text begins, or is nearly: at most one letter in three is wrong.
pub(super) fn nearest(kind: Kind, name: &str) -> Option<&'static str> {
    let wanted = fold(name);
    let length = wanted.chars().count();
    let names = || fields(kind).iter().map(|field| field.name);
    let begun = names().find(|name| length >= 2 && name.starts_with(&wanted));
    let mistakes = |name: &'static str| (strsim::damerau_levenshtein(name, &wanted), name);
    let near = || names().map(mistakes).min().filter(|(mistakes, _)| mistakes * 3 <= length);
    begun.or_else(|| near().map(|(_, name)| name))
}

const fn of(subject: Subject, name: &'static str, aliases: &'static [&'static str], holds: Type) -> Field {
    Field { subject, name, aliases, holds }
}

const FUTURE: Type = Type::Day(Toward::Future);
const PAST: Type = Type::Day(Toward::Past);

const DEALS: &[Field] = &[
    of(Subject::Code, "code", &["编号"], Type::Code('d')),
    of(Subject::Name, "name", &["名称", "机会", "销售机会"], Type::Text),
    of(Subject::Account, "account", &["客户"], Type::Text),
    of(Subject::Stage, "stage", &["阶段", "采购阶段"], Type::Stage),
    of(Subject::Amount, "amount", &["金额"], Type::Money),
    of(Subject::Currency, "currency", &["币种", "货币"], Type::Currency),
    of(Subject::Close, "close", &["预计成交", "成交日", "预计成交日", "close_date"], FUTURE),
    of(Subject::Created, "created", &["创建", "创建日"], PAST),
    of(Subject::Closed, "closed", &["结束", "结束日"], PAST),
    of(Subject::Status, "status", &["状态"], Type::Words(STATUSES)),
    of(Subject::Owner, "owner", &["负责人"], Type::Owner),
    of(Subject::Next, "next", &["下一步", "next_step"], Type::Text),
    of(Subject::NextOn, "next_on", &["下一步日期", "下一步日"], FUTURE),
    of(Subject::Rate, "rate", &["赢率", "win_rate"], Type::Percent),
    of(Subject::Source, "source", &["来源"], Type::Text),
    of(Subject::Product, "product", &["产品"], Type::Text),
    of(Subject::Contact, "contact", &["联系人"], Type::Text),
    of(Subject::Competitor, "competitor", &["竞争对手", "对手"], Type::Text),
    of(Subject::Reason, "reason", &["输单原因", "丢单原因", "原因"], Type::Text),
    of(Subject::Tag, "tag", &["标签", "tags"], Type::Text),
    of(Subject::Attention, "attention", &["关注", "需关注"], Type::Words(ATTENTION)),
    of(Subject::Last, "last", &["最近活动", "最近联系", "last_activity"], PAST),
];

const ACCOUNTS: &[Field] = &[
    of(Subject::Code, "code", &["编号"], Type::Code('a')),
    of(Subject::Name, "name", &["名称", "客户"], Type::Text),
    of(Subject::Tier, "tier", &["级别", "客户级别"], Type::Words(TIERS)),
    of(Subject::Posture, "posture", &["攻守", "攻守类型", "攻守模型"], Type::Words(POSTURES)),
    of(Subject::Level, "level", &["关系类型", "客户关系类型"], Type::Words(LEVELS)),
    of(Subject::Phase, "phase", &["生命周期", "生命周期阶段"], Type::Words(PHASES)),
    of(Subject::Industry, "industry", &["行业"], Type::Text),
    of(Subject::Owner, "owner", &["负责人"], Type::Owner),
    of(Subject::Parent, "parent", &["上级", "上级公司", "母公司"], Type::Text),
    of(Subject::Domain, "domain", &["域名"], Type::Text),
    of(Subject::City, "city", &["城市"], Type::Text),
    of(Subject::Country, "country", &["国家"], Type::Text),
    of(Subject::Potential, "potential", &["潜力"], Type::Money),
    of(Subject::Last, "last", &["最近联系", "最近活动", "last_contact"], PAST),
    of(Subject::Created, "created", &["创建", "创建日"], PAST),
    of(Subject::Tag, "tag", &["标签", "tags"], Type::Text),
    of(Subject::Deals, "deals", &["机会数", "open_deals"], Type::Number),
    of(Subject::OpenAmount, "open_amount", &["在谈金额"], Type::Money),
];

const CONTACTS: &[Field] = &[
    of(Subject::Code, "code", &["编号"], Type::Code('p')),
    of(Subject::Name, "name", &["姓名", "名称", "联系人"], Type::Text),
    of(Subject::Account, "account", &["客户"], Type::Text),
    of(Subject::Title, "title", &["职务", "职位"], Type::Text),
    of(Subject::Email, "email", &["邮箱", "邮件", "e-mail"], Type::Text),
    of(Subject::Phone, "phone", &["电话", "手机"], Type::Text),
    of(Subject::Owner, "owner", &["负责人"], Type::Owner),
    of(Subject::Stance, "stance", &["立场"], Type::Words(STANCES)),
    of(Subject::Step, "step", &["关系", "关系阶段"], Type::Number),
    of(Subject::Part, "part", &["采购角色", "角色"], Type::Words(PARTS)),
    of(Subject::Role, "role", &["决策角色", "decision_role"], Type::Words(DECISION_ROLES)),
    of(Subject::Dominant, "dominant", &["象限", "思维", "quadrant"], Type::Words(ROOMS)),
    of(Subject::SeeUs, "see_us", &["看待我们", "sees_us"], Type::Words(RUNGS)),
    of(Subject::Need, "need", &["个人需求", "需求"], Type::Words(NEEDS)),
    of(Subject::Prefers, "prefers", &["偏好对手"], Type::Text),
    of(Subject::ReportsTo, "reports_to", &["汇报对象"], Type::Text),
    of(Subject::City, "city", &["城市"], Type::Text),
    of(Subject::Country, "country", &["国家"], Type::Text),
    of(Subject::Last, "last", &["最近联系", "last_contact"], PAST),
    of(Subject::Created, "created", &["创建", "创建日"], PAST),
    of(Subject::Tag, "tag", &["标签", "tags"], Type::Text),
];

const ORDERS: &[Field] = &[
    of(Subject::On, "on", &["日期"], PAST),
    of(Subject::Account, "account", &["客户"], Type::Text),
    of(Subject::Product, "product", &["产品"], Type::Text),
    of(Subject::Amount, "amount", &["金额"], Type::Money),
    of(Subject::Currency, "currency", &["币种", "货币"], Type::Currency),
    of(Subject::Text, "text", &["内容", "备注"], Type::Text),
];

const ACTIVITIES: &[Field] = &[
    of(Subject::Kind, "kind", &["类型"], Type::Words(KINDS)),
    of(Subject::On, "on", &["日期"], PAST),
    of(Subject::Account, "account", &["客户"], Type::Text),
    of(Subject::Contact, "contact", &["联系人"], Type::Text),
    of(Subject::Deal, "deal", &["销售机会", "机会"], Type::Text),
    of(Subject::Owner, "owner", &["负责人"], Type::Owner),
    of(Subject::Direction, "direction", &["方向"], Type::Words(DIRECTIONS)),
    of(Subject::Minutes, "minutes", &["时长", "分钟"], Type::Number),
    of(Subject::Text, "text", &["内容"], Type::Text),
    of(Subject::Next, "next", &["下一步", "next_step"], Type::Text),
    of(Subject::NextOn, "next_on", &["下一步日期", "下一步日"], FUTURE),
    of(Subject::Tag, "tag", &["标签", "tags"], Type::Text),
];
