//! Closed lists of the trade's words: each is an enum whose values have one key for programs.

/// Defines an enum whose values are known to programs by a fixed key: `as_str`, `FromStr`, serde and `ALL`.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $( $(#[$vdoc:meta])* $variant:ident = $key:literal ),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $( $(#[$vdoc])* $variant ),+ }

        impl $name {
            /// Every value, in the trade's order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// The keys of every value, in the same order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];

            /// The key that programs and the book know it by.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $key),+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::domain::word::UnknownWord;

            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                let known = |text: &str| match text {
                    $($key => Some($name::$variant),)+
                    _ => None,
                };
                // As programs and the book write it; people are read with more patience.
                known(text).or_else(|| known(&text.trim().to_lowercase())).ok_or_else(|| {
                    $crate::domain::word::UnknownWord { word: text.to_owned(), known: &[$($key),+] }
                })
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use words;

/// The word is not one of a closed list.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("unknown word {word}")]
pub struct UnknownWord {
    /// What was written.
    pub word: String,
    /// What would have been understood.
    pub known: &'static [&'static str],
}

words! {
    /// How much of the week an account deserves.
    pub enum Tier {
        /// One of the few that bring most of the profit, or are strategic.
        Key = "key",
        /// Buys, and is served well.
        Ordinary = "ordinary",
        /// May buy.
        Prospective = "prospective",
        /// Not worth the time now.
        Unattractive = "unattractive",
    }
}

words! {
    /// Whether a deal is still to be decided.
    pub enum Status {
        /// To be decided; counts in the funnel.
        Open = "open",
        /// Won; counts in sales.
        Won = "won",
        /// Lost, with its reason.
        Lost = "lost",
    }
}

words! {
    /// What an activity was.
    pub enum ActivityKind {
        /// A telephone or video call.
        Call = "call",
        /// A visit.
        Visit = "visit",
        /// A letter by e-mail.
        Email = "email",
        /// A short message.
        Message = "message",
        /// A meeting.
        Meeting = "meeting",
        /// A demonstration.
        Demo = "demo",
        /// A note; no contact by itself.
        Note = "note",
        /// Something to do; no contact by itself.
        Task = "task",
    }
}

impl ActivityKind {
    /// The most minutes that one may take: those of a day.
    pub const LONGEST: i64 = 24 * 60;

    /// Whether it counts as a contact with the client.
    pub fn is_contact(self) -> bool {
        !matches!(self, ActivityKind::Note | ActivityKind::Task)
    }

    /// Whether it may lie ahead; what cannot is only told once it has happened.
    pub fn may_be_planned(self) -> bool {
        use ActivityKind::{Demo, Meeting, Task, Visit};
        matches!(self, Meeting | Demo | Visit | Task)
    }
}

words! {
    /// Who reached out.
    pub enum Direction {
        /// They did.
        In = "in",
        /// We did.
        Out = "out",
    }
}

words! {
    /// How much a person takes part in a decision.
    pub enum Involvement {
        /// Judges more than takes part.
        Low = "low",
        /// Active while the decision forms.
        High = "high",
    }
}

words! {
    /// Whether a person may commit the client.
    pub enum Authority {
        /// Influences only.
        Influences = "influences",
        /// May commit.
        Decides = "decides",
    }
}

/// The decision role of a person, from involvement and authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DecisionRole {
    /// Highly involved, influences: active, not by itself on our side.
    Advocate,
    /// Highly involved, decides: may commit and takes a real part.
    Owner,
    /// Little involved, influences: can block.
    Evaluator,
    /// Little involved, decides: relies on those who influence.
    Approver,
}

impl DecisionRole {
    /// By the method's 2×2 of involvement and authority; none where either is unknown.
    pub fn of(involvement: Option<Involvement>, authority: Option<Authority>) -> Option<Self> {
        Some(match (involvement?, authority?) {
            (Involvement::High, Authority::Influences) => DecisionRole::Advocate,
            (Involvement::High, Authority::Decides) => DecisionRole::Owner,
            (Involvement::Low, Authority::Influences) => DecisionRole::Evaluator,
            (Involvement::Low, Authority::Decides) => DecisionRole::Approver,
        })
    }

    /// The key that programs know it by.
    pub fn as_str(self) -> &'static str {
        match self {
            DecisionRole::Advocate => "advocate",
            DecisionRole::Owner => "owner",
            DecisionRole::Evaluator => "evaluator",
            DecisionRole::Approver => "approver",
        }
    }
}

words! {
    /// Where a person stands towards us.
    pub enum Stance {
        /// For us.
        Supporter = "supporter",
        /// Undecided.
        Neutral = "neutral",
        /// Against us.
        Opponent = "opponent",
    }
}

words! {
    /// A part in the purchase.
    pub enum Part {
        /// Decides.
        DecisionMaker = "decision_maker",
        /// Handles the purchase.
        Purchaser = "purchaser",
        /// Uses what is bought.
        User = "user",
        /// Judges the technology.
        TechnicalGatekeeper = "technical_gatekeeper",
        /// Judges the money.
        FinancialGatekeeper = "financial_gatekeeper",
        /// Started it.
        Initiator = "initiator",
        /// Plans and specifies.
        Designer = "designer",
        /// Advises.
        Adviser = "adviser",
        /// From outside, with influence.
        OutsideInfluence = "outside_influence",
    }
}

words! {
    /// A personal need.
    pub enum Need {
        /// Control, influence on people and things.
        Power = "power",
        /// Results, positive change.
        Achievement = "achievement",
        /// Notice, high regard.
        Recognition = "recognition",
        /// Belonging, team.
        Acceptance = "acceptance",
        /// Things defined and structured.
        Order = "order",
        /// No risk, stability.
        Security = "security",
    }
}

words! {
    /// What a commitment is about.
    pub enum CommitmentKind {
        /// Quality of product or service.
        Quality = "quality",
        /// Price and terms.
        Price = "price",
        /// Time of supply.
        Supply = "supply",
        /// Anything else.
        Other = "other",
    }
}

words! {
    /// What became of a commitment.
    pub enum CommitmentStatus {
        /// Still to be kept.
        Open = "open",
        /// Kept.
        Kept = "kept",
        /// Broken.
        Broken = "broken",
    }
}

words! {
    /// Who made a promise.
    pub enum Side {
        /// We did: our commitment.
        Us = "us",
        /// The client did.
        Them = "them",
    }
}

words! {
    /// Which calendar a special day is reckoned by.
    pub enum Calendar {
        /// The civil calendar.
        Solar = "solar",
        /// The Chinese lunar calendar.
        Lunar = "lunar",
    }
}

words! {
    /// The type of a custom field.
    pub enum FieldKind {
        /// Any text.
        Text = "text",
        /// A number.
        Number = "number",
        /// An amount with its currency.
        Money = "money",
        /// A calendar date.
        Date = "date",
        /// One of a list.
        Choice = "choice",
        /// Yes or no.
        YesNo = "yes_no",
    }
}

words! {
    /// The kinds of record that tags, custom fields, links and sources hang on.
    pub enum RecordKind {
        /// An organisation.
        Account = "account",
        /// A person.
        Contact = "contact",
        /// A possible sale.
        Deal = "deal",
        /// What happened with a client.
        Activity = "activity",
        /// What we sell.
        Product = "product",
        /// A small order.
        Order = "order",
        /// A promise.
        Commitment = "commitment",
        /// A day remembered each year.
        SpecialDay = "special_day",
    }
}
