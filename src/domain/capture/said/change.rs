//! Clauses that say what becomes of the deal: its amount, its stage, when it closes.

use super::{AMOUNT, Reading, Said};
use crate::domain::amount;
use crate::domain::capture::atoms::{Atom, longest, run, span};
use crate::domain::capture::{Sort, words};
use crate::domain::stage;
use crate::domain::text::clean_line;

impl Reading<'_> {
    /// Takes a clause that says what becomes of the deal.
    pub(super) fn change(&self, pieces: &[Atom], said: &mut Said) -> bool {
        self.amount_alone(pieces, said) || self.stage(pieces, said) || self.close(pieces, said)
    }

    /// `45k`, `worth 45k`, `proposal 45k`, `金额 45万`
    fn amount_alone(&self, pieces: &[Atom], said: &mut Said) -> bool {
        let word = longest(self.text, pieces, 0, AMOUNT, |word| {
            let is_amount = words::is_amount_word(word);
            (is_amount || words::is_deal_word(word)).then_some(is_amount)
        });
        let (is_amount, start) = word.unwrap_or((false, 0));
        let start = self.past_joins(pieces, start);
        let Some(at) = span(&pieces[start.min(pieces.len())..]) else { return false };
        let is_named = is_amount || amount::is_money(&self.text[at.clone()]);
        match amount::parse(&self.text[at], self.currency) {
            Ok(money) if is_named && said.amount.is_none() => {
                said.amount = Some(money);
                said.mark(pieces, Sort::Amount)
            }
            _ => false,
        }
    }

    /// `stage design`, `进入比较阶段`
    fn stage(&self, pieces: &[Atom], said: &mut Said) -> bool {
        let word = longest(self.text, pieces, 0, AMOUNT, words::is_stage_word);
        let Some((is_sure, start)) = word else { return false };
        let start = self.past_joins(pieces, start);
        let Some(at) = span(&pieces[start.min(pieces.len())..]) else { return false };
        let name = clean_line(&self.text[at.clone()]);
        let bare = name.strip_suffix("阶段").or_else(|| name.strip_suffix(" stage")).unwrap_or(&name);
        match stage::find(self.stages, bare) {
            Some(stage) if said.stage.is_none() => {
                said.stage = Some(stage.clone());
                said.mark(pieces, Sort::Stage)
            }
            None if is_sure && is_one_word(&pieces[start..]) => {
                said.no_stage = Some((at, name));
                said.mark(pieces, Sort::Unclear)
            }
            _ => false,
        }
    }

    /// `closes end of march`, `12月15日成交`
    fn close(&self, pieces: &[Atom], said: &mut Said) -> bool {
        let word = longest(self.text, pieces, 0, AMOUNT, |word| words::is_close_word(word).then_some(()));
        let start = word.map_or(0, |((), end)| self.past(pieces, end, words::is_before_day));
        let Some((day, end)) = self.day(pieces, start) else { return false };
        let rest = run(self.text, &pieces[end..]);
        let is_closing = match word {
            Some(_) => rest.is_empty() || words::is_behind_close(&rest),
            None => words::is_behind_close(&rest) && rest != "前",
        };
        if !is_closing || said.close_on.is_some() {
            return false;
        }
        said.close_on = Some(day);
        said.mark(pieces, Sort::Close)
    }
}

/// Whether atoms apart from those before them are one word.
fn is_one_word(pieces: &[Atom]) -> bool {
    pieces.first().is_some_and(|first| first.is_apart) && pieces[1..].iter().all(|piece| !piece.is_apart)
}
