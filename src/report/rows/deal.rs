//! Deals as programs read them.

use super::{Record, fields, take};
use crate::domain::id::Id;
use crate::domain::money::{Currency, WHOLE, divide_half_even};
use crate::domain::word::{RecordKind, Status};
use crate::report::model::{Amount, DealContactOut, DealOut, DealProductOut, Points};
use crate::store::view::find::short_code;
use crate::store::view::lines::DealLine;
use crate::store::view::related::{DealLineItem, DealPerson};
use crate::store::{Book, Result};

impl Record for DealOut {
    type Line = DealLine;

    fn read(book: &Book, lines: Vec<DealLine>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = lines.iter().map(|line| line.deal.id).collect();
        let (mut tags, mut values) = (book.tags_of(&ids)?, book.fields_of(&ids)?);
        let (mut people, mut products) = (book.people_of_deals(&ids)?, book.products_of_deals(&ids)?);
        let mut reasons = book.attention_of(&ids)?;
        let deals = lines.into_iter().map(|line| {
            let deal = line.deal;
            let (stage, stage_rate) = line.stage;
            let rate = deal.win_rate.unwrap_or(stage_rate);
            let weighted = deal
                .amount
                .filter(|_| deal.status == Status::Open)
                .map(|minor| divide_half_even(i128::from(minor) * i128::from(rate), i128::from(WHOLE)));
            DealOut {
                id: deal.id,
                code: short_code(RecordKind::Deal, deal.code),
                name: deal.name,
                account: line.account,
                amount: deal.amount.map(|minor| Amount::new(minor, deal.currency)),
                currency: deal.currency,
                stage,
                win_rate: Points(rate),
                weighted: weighted.map(|minor| Amount::new(minor, deal.currency)),
                close_date: deal.close_on,
                status: deal.status.to_string(),
                contacts: take(&mut people, deal.id).into_iter().map(person).collect(),
                products: take(&mut products, deal.id)
                    .into_iter()
                    .map(|item| product(item, deal.currency))
                    .collect(),
                next_step: deal.next_step,
                next_on: deal.next_on,
                attention: take(&mut reasons, deal.id).iter().map(ToString::to_string).collect(),
                account_id: deal.account_id,
                owner: line.owner,
                source: deal.source,
                closed_on: deal.closed_on,
                lost_reason: line.lost_reason,
                competitor: deal.competitor,
                learned: deal.learned,
                stage_since: deal.stage_since,
                tags: take(&mut tags, deal.id),
                fields: fields(&mut values, deal.id),
                notes: deal.notes,
                created: deal.created_on,
                updated_at: deal.updated_at,
                last_activity: line.last_activity,
            }
        });
        Ok(deals.collect())
    }
}

fn person(person: DealPerson) -> DealContactOut {
    DealContactOut {
        id: person.contact,
        code: short_code(RecordKind::Contact, person.code),
        name: person.name,
        parts: person.parts.iter().map(ToString::to_string).collect(),
    }
}

fn product(item: DealLineItem, currency: Currency) -> DealProductOut {
    DealProductOut {
        id: item.product,
        code: short_code(RecordKind::Product, item.code),
        name: item.name,
        quantity: item.quantity as f64 / 1000.0,
        price: Some(Amount::new(item.price, currency)),
        currency,
    }
}
