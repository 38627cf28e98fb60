//! Accounts as programs read them.

use super::{Base, Record, fields, take};
use crate::domain::id::Id;
use crate::domain::word::RecordKind;
use crate::report::model::{AccountOut, Amount, Points, StatedAmount};
use crate::store::view::find::short_code;
use crate::store::view::lines::AccountLine;
use crate::store::{Book, Result};

impl Record for AccountOut {
    type Line = AccountLine;

    fn read(book: &Book, lines: Vec<AccountLine>) -> Result<Vec<Self>> {
        let ids: Vec<Id> = lines.iter().map(|line| line.account.id).collect();
        let base = Base::of(book)?;
        let (mut tags, mut values) = (book.tags_of(&ids)?, book.fields_of(&ids)?);
        let mut open = book.open_deals_of(&ids)?;
        let (mut phases, mut levels) = (book.phases_of(&ids)?, book.levels_of(&ids)?);
        let postures = book.postures_of(&ids)?;
        let accounts = lines.into_iter().map(|line| {
            let account = line.account;
            let deals = take(&mut open, account.id);
            let amounts = deals.iter().filter_map(|deal| base.turn(deal.amount?, deal.currency));
            let stated = account.potential.map(|minor| StatedAmount {
                amount: Amount::new(minor, account.currency),
                currency: account.currency,
            });
            let potential = account.potential.and_then(|minor| base.turn(minor, account.currency));
            AccountOut {
                id: account.id,
                code: short_code(RecordKind::Account, account.code),
                name: account.name,
                tier: account.tier.map(|tier| tier.to_string()),
                industry: account.industry,
                owner: line.owner,
                parent: line.parent,
                potential: potential.map(|minor| Amount::new(minor, base.currency)),
                share: account.share.map(Points),
                currency: base.currency,
                posture: postures.get(&account.id).map(ToString::to_string),
                level: take(&mut levels, account.id).pop(),
                phase: take(&mut phases, account.id).pop(),
                open_deals: deals.len() as u64,
                open_amount: Some(Amount::new(amounts.sum::<i128>(), base.currency)),
                last_contact: line.last_contact,
                tags: take(&mut tags, account.id),
                fields: fields(&mut values, account.id),
                stated_potential: stated,
                parent_id: account.parent_id,
                domain: account.domain,
                website: account.website,
                phone: account.phone,
                street: account.street,
                city: account.city,
                region: account.region,
                postal_code: account.postal_code,
                country: account.country,
                employees: account.employees,
                notes: account.notes,
                created: account.created_on,
                updated_at: account.updated_at,
                collective: account.decides_collectively,
            }
        });
        Ok(accounts.collect())
    }
}
