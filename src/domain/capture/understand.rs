//! A whole line understood: names narrowed, clauses read, what is left open listed.

use super::head::{self, Head};
use super::meant::{self, Mention};
use super::said::{self, Reading, Said};
use super::{Candidate, Ground, Known, Mark, Names, Open, Sort, Step, Understood, Why};
use crate::domain::money::Currency;
use crate::domain::word::{ActivityKind, RecordKind, Status};

/// Records that are offered where several could be meant.
const OFFERED: usize = 20;

/// All that a line says; see [`super`].
///
/// # Errors
/// As the look-up of names.
pub fn understand<N: Names>(text: &str, ground: &Ground<'_>, names: &N) -> Result<Understood, N::Error> {
    let (end, start) = head::end(text);
    let mut head = head::read(text, end, ground, names)?;
    meant::narrow(&mut head.mentions, names)?;
    let kind = head.kind.unwrap_or(ActivityKind::Note);
    let mut understood = Understood {
        kind,
        direction: head.direction,
        on: head.on(ground.today).filter(|_| kind != ActivityKind::Task).unwrap_or(ground.today),
        at: head.at,
        minutes: head.minutes,
        people: Vec::new(),
        account: None,
        deal: None,
        note: String::new(),
        step: None,
        due_on: None,
        amount: None,
        stage: None,
        close_on: None,
        open: Vec::new(),
        marks: std::mem::take(&mut head.marks),
        head_end: text[..end].trim_end().len(),
    };
    understood.name_all(&head, ground);
    understood.imply_account(names)?;
    let said = understood.read_said(text, start, &head, ground, names)?;
    understood.tell(said, &head, ground);
    understood.check(&head, ground);
    understood.marks.sort_by_key(|mark| mark.at.start);
    Ok(understood)
}

impl Understood {
    /// Puts every name that is clear in its place; the others stay open.
    fn name_all(&mut self, head: &Head, ground: &Ground<'_>) {
        for mention in &head.mentions {
            let sort = match mention.found.as_slice() {
                [] => self.leave_open(no_such(mention)),
                [one] => self.put(one.clone(), mention),
                several => self.leave_open(Open::Which {
                    at: mention.at.clone(),
                    words: mention.words.clone(),
                    found: several.iter().take(OFFERED).cloned().collect(),
                }),
            };
            self.marks.push(Mark { at: mention.at.clone(), sort });
        }
        // A note or a task that names nobody is about nobody; a line without such a word is about the record.
        let may_be_meant = head.mentions.is_empty() && (head.kind.is_none() || self.kind.is_contact());
        if let (true, Some(record)) = (may_be_meant, ground.at_hand.clone()) {
            let known = Known { record, why: Why::AtHand };
            match known.record.kind {
                RecordKind::Contact => self.people.push(known),
                RecordKind::Account => self.account = Some(known),
                RecordKind::Deal => self.deal = Some(known),
                _ => {}
            }
        }
    }

    fn leave_open(&mut self, open: Open) -> Sort {
        self.open.push(open);
        Sort::Unclear
    }

    /// Puts a record in its place; there is one account and one deal in a line.
    fn put(&mut self, record: Candidate, mention: &Mention) -> Sort {
        let kind = record.kind;
        let (slot, sort) = match kind {
            RecordKind::Account => (&mut self.account, Sort::Account),
            RecordKind::Deal => (&mut self.deal, Sort::Deal),
            _ => {
                if self.people.iter().all(|known| known.record.id != record.id) {
                    self.people.push(Known { record, why: Why::Said });
                }
                return Sort::Person;
            }
        };
        match slot {
            Some(known) if known.record.id != record.id => {
                self.leave_open(Open::TooMany { at: mention.at.clone(), kind })
            }
            Some(_) => sort,
            None => {
                *slot = Some(Known { record, why: Why::Said });
                sort
            }
        }
    }

    /// The account of the deal, or else of the first person, where the line names none.
    fn imply_account<N: Names>(&mut self, names: &N) -> Result<(), N::Error> {
        let of = self.deal.iter().chain(&self.people).find_map(|known| known.record.account.clone());
        let is_open = self.open.iter().any(|open| matches!(open, Open::Which { .. }));
        if let (None, Some((id, _)), false) = (&self.account, of, is_open && self.deal.is_none()) {
            let found = names.called(&id.to_string(), &[])?;
            let record = found.into_iter().find(|one| one.id == id && one.kind == RecordKind::Account);
            self.account = record.map(|record| Known { record, why: Why::Follows });
        }
        Ok(())
    }

    /// Reads what was said, once it is known whether there is a deal that it can be about.
    fn read_said<N: Names>(
        &mut self,
        text: &str,
        start: usize,
        head: &Head,
        ground: &Ground<'_>,
        names: &N,
    ) -> Result<Said, N::Error> {
        let is_task = self.kind == ActivityKind::Task;
        let reading = |currency, has_deal| Reading {
            text,
            today: ground.today,
            stages: ground.stages,
            currency,
            has_deal,
            is_task,
        };
        let first = said::read(&reading(ground.base, !head.no_deal), start);
        let changes = first.amount.is_some() || first.stage.is_some() || first.close_on.is_some();
        let is_about_deal = changes || first.no_stage.is_some() || first.step.is_some() && !is_task;
        let mut asked = None;
        if let (None, Some(account), false, true) = (&self.deal, &self.account, head.no_deal, is_about_deal) {
            let mut found = names.open_deals(account.record.id)?;
            found.truncate(OFFERED);
            match found.len() {
                0 => {}
                1 => self.deal = found.pop().map(|record| Known { record, why: Why::OnlyOne }),
                _ => {
                    asked = Some(common_currency(&found));
                    let open = Open::WhichDeal { at: self.head_end, found, or_none: !changes };
                    self.open.push(open);
                }
            }
        }
        let is_unclear =
            self.open.iter().any(|open| matches!(open, Open::Which { .. } | Open::NoSuch { .. }));
        let standing = self.deal.as_ref().and_then(|known| known.record.deal.as_ref());
        let currency = standing.map(|standing| standing.currency).or(asked.flatten());
        // While a name is open there may be a deal yet.
        let has_deal = standing.is_some() || asked.is_some() || is_unclear && !head.no_deal;
        match currency.unwrap_or(ground.base) {
            currency if currency == ground.base && has_deal != head.no_deal => Ok(first),
            currency => Ok(said::read(&reading(currency, has_deal), start)),
        }
    }

    /// Takes over what was said.
    fn tell(&mut self, said: Said, head: &Head, ground: &Ground<'_>) {
        self.marks.extend(said.marks);
        self.note = said.note;
        (self.amount, self.stage, self.close_on) = (said.amount, said.stage, said.close_on);
        if let Some((at, words)) = said.no_stage {
            self.open.push(Open::NoStage { at, words });
        }
        if self.kind == ActivityKind::Task {
            // What is to be done is the task itself, its day the one when it is due.
            let words = [std::mem::take(&mut self.note), said.step.unwrap_or_default()];
            let words: Vec<String> = words.into_iter().filter(|words| !words.is_empty()).collect();
            self.note = words.join(" · ");
            self.due_on = said.day.or(head.on(ground.today));
            return;
        }
        self.step = said.step.map(|words| Step { words, on: said.day });
    }

    /// Finds what stands in the way of saving it.
    fn check(&mut self, head: &Head, ground: &Ground<'_>) {
        let account =
            self.account.as_ref().filter(|known| known.why == Why::Said).map(|known| known.record.id);
        let of_another = |deal: &Known| {
            account.is_some_and(|id| deal.record.account.as_ref().is_some_and(|(other, _)| *other != id))
        };
        let deal_mention = head.mentions.iter().find(|mention| match mention.found.as_slice() {
            [one] => one.kind == RecordKind::Deal,
            _ => false,
        });
        if let (true, Some(mention)) = (self.deal.as_ref().is_some_and(of_another), deal_mention) {
            self.deal = None;
            self.open.push(no_such(mention));
        }
        let is_closed =
            |deal: &&Known| deal.record.deal.as_ref().is_some_and(|standing| standing.status != Status::Open);
        if self.changes_deal() || self.step.is_some() {
            let closed = self.deal.as_ref().filter(is_closed).map(|deal| deal.record.clone());
            self.open.extend(closed.map(|deal| Open::Closed { deal }));
        }
        if self.on > ground.today && (head.is_past || !self.kind.may_be_planned()) {
            self.open.push(Open::NotYet { kind: self.kind, on: self.on });
        }
        if self.kind.is_contact() && self.records().next().is_none() && head.mentions.is_empty() {
            self.open.push(Open::Whom);
        }
        let says_nothing = self.note.is_empty() && self.step.is_none() && !self.changes_deal();
        if says_nothing && !self.kind.is_contact() {
            self.open.push(Open::Words);
        }
    }
}

/// The currency of all these deals, where they have one.
fn common_currency(deals: &[Candidate]) -> Option<Currency> {
    let mut currencies = deals.iter().filter_map(|deal| deal.deal.as_ref()).map(|standing| standing.currency);
    let first = currencies.next()?;
    currencies.all(|currency| currency == first).then_some(first)
}

fn no_such(mention: &Mention) -> Open {
    Open::NoSuch { at: mention.at.clone(), words: mention.words.clone() }
}
