//! The demonstration's deals, played day by day: what `course` tells, done with the same operations that
//! a person has.

use chrono::NaiveDate;

use super::cast::{Cast, thousandths};
use super::course::{Course, Fate, Turn};
use super::days::from;
use super::files::{AccountRow, DealRow, Files, PersonRow, Said, Tongue, list, wrong};
use super::resources::cost;
use crate::domain::chance::Chance;
use crate::domain::entry::{EntryKind, Holder, Value};
use crate::domain::id::Id;
use crate::domain::money::Money;
use crate::domain::word::{ActivityKind, Direction, RecordKind};
use crate::ops::activity::{self, ActivityInput};
use crate::ops::deal::{self, DealInput, Lost, ProductLine, Won};
use crate::ops::entry::{self, EntryInput};
use crate::ops::{Hanging, Problem, link};
use crate::store::table::deal::Deal;
use crate::store::{Book, Past};

/// A deal with its client and its course.
pub(super) struct Part<'a> {
    pub row: &'a DealRow,
    pub account: &'a AccountRow,
    pub course: Course,
    chance: Chance,
    id: Option<Id>,
}

impl<'a> Part<'a> {
    /// Deal `number` of the files, before anything has happened.
    pub fn new(files: &'a Files, number: usize, row: &'a DealRow, course: Course) -> Result<Self, Problem> {
        let account = files.accounts.iter().find(|account| account.key == row.account);
        let account = account.ok_or_else(|| wrong("deals.csv", &row.account))?;
        Ok(Part { row, account, course, chance: Chance::new(1_000 + number as u64), id: None })
    }

    /// An amount of thousands, of which most come to round sums.
    pub fn money(&self, thousands: i64) -> Money {
        thousandths(thousands * 1_000_000, self.account.currency)
    }
}

/// Plays all deals at once, each day's turns in the order of the deals.
pub(super) fn all(
    files: &Files,
    past: &mut Past<'_>,
    cast: &Cast,
    parts: &mut [Part<'_>],
    today: NaiveDate,
) -> Result<(), Problem> {
    let turns = |part: &Part<'_>| part.course.turns.len();
    let mut order: Vec<(NaiveDate, usize, usize)> = parts
        .iter()
        .enumerate()
        .flat_map(|(number, part)| {
            (0..turns(part)).map(move |turn| (part.course.turns[turn].0, number, turn))
        })
        .collect();
    order.sort();
    for (day, number, turn) in order {
        let turn = parts[number].course.turns[turn].1.clone();
        let mut stage = Stage { files, cast, number, today };
        stage.play(past.on(day), &mut parts[number], turn)?;
    }
    Ok(())
}

/// What a turn is played on.
struct Stage<'a> {
    files: &'a Files,
    cast: &'a Cast,
    number: usize,
    today: NaiveDate,
}

impl Stage<'_> {
    fn play(&mut self, book: &mut Book, part: &mut Part<'_>, turn: Turn) -> Result<(), Problem> {
        let edit = |book: &mut Book, id, input: DealInput| deal::edit(book, id, &input).map(drop);
        let id = match (part.id, &turn) {
            (Some(id), _) => id,
            (None, Turn::Begin { amount, close }) => {
                let input = self.begin(part, *amount, *close)?;
                part.id = Some(deal::add(book, &input)?.value);
                return Ok(());
            }
            (None, _) => return Ok(()),
        };
        match turn {
            Turn::Begin { .. } => Ok(()),
            Turn::Move(stage) => self.go(book, part, id, stage),
            Turn::Products => {
                let products = Some(self.lines(part)?);
                edit(book, id, DealInput { products, ..DealInput::default() })
            }
            Turn::Amount(amount) => {
                let amount = Some(Some(part.money(amount)));
                edit(book, id, DealInput { amount, ..DealInput::default() })
            }
            Turn::Close(day) => {
                edit(book, id, DealInput { close_on: Some(Some(day)), ..DealInput::default() })
            }
            Turn::Talk(stage) => self.talk(book, part, id, stage),
            Turn::Step(stage, day) => {
                let steps = self.files.talk.stage.get(stage).map(|talk| talk.steps.of(part.account.lang));
                let step = steps.and_then(|steps| part.chance.pick(steps)).cloned();
                let input =
                    DealInput { next_step: Some(step), next_on: Some(Some(day)), ..DealInput::default() };
                edit(book, id, input)
            }
            Turn::Win(amount) => {
                let won = Won { on: None, amount: Some(part.money(amount)) };
                deal::win(book, id, &won).map(drop)
            }
            Turn::Lose => self.lose(book, part, id),
        }
    }

    fn begin(
        &self,
        part: &mut Part<'_>,
        amount: Option<i64>,
        close: Option<NaiveDate>,
    ) -> Result<DealInput, Problem> {
        let mut people = self.people(part);
        // Here and there nobody knows yet who decides.
        if self.number % 10 == 6 {
            people.retain(|person| !person.parts.contains("decision_maker"));
        }
        let contacts = people.iter().map(|person| {
            let parts = list(&person.parts).into_iter();
            let parts = parts.map(|word| word.parse().map_err(|_| wrong("people.csv", &word)));
            Ok((self.cast.person(&person.name)?, parts.collect::<Result<Vec<_>, Problem>>()?))
        });
        let strategic = match part.account.lang {
            Tongue::En => "strategic",
            Tongue::Zh => "战略",
        };
        let stop = from(self.today, 30 + self.number as i64 % 60).to_string();
        let open = matches!(part.course.fate, Fate::Open(_));
        Ok(DealInput {
            name: Some(part.row.name.clone()),
            account: Some(self.cast.account(&part.row.account)?),
            amount: Some(amount.map(|amount| part.money(amount))),
            currency: Some(part.account.currency),
            close_on: Some(close),
            source: Some(part.chance.pick(&self.files.talk.sources).cloned()),
            owner: Some(Some(part.account.owner.clone())),
            contacts: contacts.collect::<Result<_, Problem>>()?,
            hanging: Hanging {
                tags: if self.number % 14 == 3 { vec![strategic.to_owned()] } else { vec![] },
                fields: match open && self.number.is_multiple_of(6) {
                    true => vec![("next_stop".to_owned(), Some(stop))],
                    false => vec![],
                },
                ..Hanging::default()
            },
            ..DealInput::default()
        })
    }

    fn go(&self, book: &mut Book, part: &Part<'_>, id: Id, stage: usize) -> Result<(), Problem> {
        let told = self.files.talk.stage.get(stage).ok_or_else(|| wrong("talk.toml", &stage))?;
        // Here and there a deal went on before its sign was seen.
        if self.number % 8 != 5 || stage != 3 {
            see_sign(book, id)?;
        }
        let input = DealInput { stage: Some(told.key.clone()), ..DealInput::default() };
        deal::edit(book, id, &input)?;
        if stage == 3 {
            let label = match part.account.lang {
                Tongue::En => "Proposal",
                Tongue::Zh => "方案",
            };
            let target = format!("proposals/{}-{:03}.pdf", part.account.key, self.number + 1);
            link::add(book, RecordKind::Deal, id, Some(label), &target)?;
        }
        Ok(())
    }

    /// The main product for most of the amount, and the work that goes with it.
    fn lines(&self, part: &mut Part<'_>) -> Result<Vec<ProductLine>, Problem> {
        let named = |word: &str| {
            let product = self.files.products.iter().find(|product| product.name.contains(word));
            product.map(|product| product.name.clone()).ok_or_else(|| wrong("products.csv", &word))
        };
        let whole = part.money(part.course.amount.unwrap_or(part.row.amount)).minor;
        let quantity = part.chance.between(2, 12);
        // Round prices; what is left of the amount goes into the work.
        let round = 10 * part.account.currency.scale();
        let price = whole * 9 / 10 / quantity / round * round;
        let line = |product, quantity: i64, price| ProductLine {
            product,
            quantity: quantity * 1000,
            price: Some(price),
        };
        let rest = whole - price * quantity;
        Ok(vec![line(named(&part.row.product)?, quantity, price), line(named("Commissioning")?, 1, rest)])
    }

    fn people<'b>(&'b self, part: &Part<'_>) -> Vec<&'b PersonRow> {
        self.files.people.iter().filter(|person| person.account == part.row.account).collect()
    }

    fn talk(&self, book: &mut Book, part: &mut Part<'_>, id: Id, stage: usize) -> Result<(), Problem> {
        let Some(talk) = self.files.talk.stage.get(stage) else { return Ok(()) };
        let people = self.people(part);
        let (Some(Said(kind, direction, minutes, words)), Some(person)) =
            (part.chance.pick(talk.talk.of(part.account.lang)), part.chance.pick(&people))
        else {
            return Ok(());
        };
        let kind: ActivityKind = kind.parse().map_err(|_| wrong("talk.toml", kind))?;
        let direction: Direction = direction.parse().map_err(|_| wrong("talk.toml", direction))?;
        let name = |person: &PersonRow| person.name.clone();
        let text = words.replace("{person}", &name(person)).replace("{deal}", &part.row.name);
        let mut contacts = vec![self.cast.person(&person.name)?];
        if kind == ActivityKind::Meeting
            && let Some(other) = part.chance.pick(&people)
        {
            contacts.push(self.cast.person(&other.name)?);
        }
        let input = ActivityInput {
            deal: Some(id),
            contacts,
            direction: Some(direction),
            minutes: Some(*minutes).filter(|minutes| *minutes > 0),
            cost: cost(kind, *minutes, self.number),
            ..ActivityInput::new(kind, text)
        };
        activity::log(book, &input).map(drop)
    }

    fn lose(&self, book: &mut Book, part: &mut Part<'_>, id: Id) -> Result<(), Problem> {
        let talk = &self.files.talk;
        let why = talk.lost.get(self.number % talk.lost.len().max(1));
        let why = why.ok_or_else(|| wrong("talk.toml", &"lost"))?;
        let rival = part.chance.pick(talk.competitors.of(part.account.lang)).cloned();
        let lost = Lost {
            reason: why.reason.clone(),
            on: None,
            competitor: rival.filter(|_| matches!(why.reason.as_str(), "price" | "competitor" | "product")),
            learned: Some(why.learned.of(part.account.lang).clone()),
        };
        deal::lose(book, id, &lost).map(drop)
    }
}

/// Tells that the exit sign of the stage at which a deal stands was seen; where it was there before, it was
/// seen then.
fn see_sign(book: &mut Book, deal: Id) -> Result<(), Problem> {
    let stage = book.row::<Deal>(deal)?.stage_id;
    let holder = Holder::Deal(deal);
    let known = book.entries(EntryKind::ExitSign, holder)?;
    if known.iter().any(|sign| sign.refers_to("stage") == Some(stage)) {
        return Ok(());
    }
    let seen = EntryInput::default().with("stage", Value::Id(stage)).with("seen", Value::Day(book.today()));
    entry::add(book, EntryKind::ExitSign, holder, &seen).map(drop)
}
