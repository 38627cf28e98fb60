//! The report of an account: how it fares, what comes next, who decides, what is open, what was sold, how far
//! its plan is.

use super::deals::{lost, of_one_account, open, section, won};
use super::{large, number, people};
use crate::domain::stage::Stage;
use crate::i18n::Lang;
use crate::report::document::{Document, Number, Part, Piece, Section, pieces, sections};
use crate::report::model::Amount;
use crate::report::rows::dossier::Dossier;
use crate::report::table::{Table, Tone};
use crate::report::{abbreviated, pages, percent, plan};
use crate::tr;

/// The report.
pub fn document(lang: Lang, stages: &[Stage], dossier: &Dossier) -> Document {
    let (account, today) = (&dossier.account, dossier.brief.on);
    let deals = |title, table, of| section(lang, title, of_one_account(lang, table), of);
    let sold = vec![
        deals(tr!(lang, "report.open"), open(lang, stages, today, &dossier.open.first), &dossier.open),
        deals(tr!(lang, "report.won_lately"), won(lang, &dossier.won.first), &dossier.won),
        deals(tr!(lang, "report.lost_lately"), lost(lang, &dossier.lost.first), &dossier.lost),
    ];
    let metrics = pages::metrics::measures(lang, &dossier.metrics.metrics, dossier.metrics.base);
    let parts = [
        Part::new(tr!(lang, "report.overview"), pieces(pages::account::sheet(lang, account))),
        Part::of(tr!(lang, "report.comes_next"), comes_next(lang, dossier)),
        Part::of(tr!(lang, "page.people"), people::people(lang, &dossier.coverage)),
        Part::of(tr!(lang, "report.deals"), sold),
        Part::new(tr!(lang, "report.sales"), plan::revenue::pieces(lang, &dossier.quarters)),
        Part::of(tr!(lang, "report.plan"), plan::summary(lang, &dossier.plan)),
        Part::of(tr!(lang, "report.health"), sections(pages::care::health_sheet(lang, &dossier.health))),
        Part::new(tr!(lang, "report.measures"), vec![Piece::Table(metrics)]),
    ];
    Document {
        lang,
        title: account.name.clone(),
        under: tr!(lang, "report.account_under", code = account.code, day = today).into_owned(),
        numbers: numbers(lang, dossier),
        parts: parts.into_iter().flatten().collect(),
        foot: tr!(lang, "report.for_our_side").into_owned(),
    }
}

fn numbers(lang: Lang, dossier: &Dossier) -> Vec<Number> {
    let (account, health) = (&dossier.account, &dossier.health);
    let plain = |amount: Amount| abbreviated(lang, amount.minor, amount.currency);
    let mut numbers = vec![Number {
        tone: if health.reasons.is_empty() { Tone::Good } else { Tone::Plain },
        ..number(tr!(lang, "column.health"), health.health.to_string(), reasons(lang, health.reasons.len()))
    }];
    if let Some(known) = dossier.standing.as_ref().map(|standing| &standing.inputs) {
        if let Some(sales) = known.sales {
            let note = match known.orders {
                1 => tr!(lang, "report.order"),
                orders => tr!(lang, "report.orders", orders = orders),
            };
            numbers.push(number(tr!(lang, "report.sold_in_a_year"), large(lang, sales), note));
        }
        if let Some(share) = known.share {
            let of = known
                .potential
                .map(|potential| tr!(lang, "report.of_potential", potential = plain(potential)).into_owned());
            let share = percent(pages::care::to_tenths(share.0));
            numbers.push(number(tr!(lang, "column.share"), share, of.unwrap_or_default()));
        }
    }
    if let Some(amount) = account.open_amount {
        let note = match account.open_deals {
            1 => tr!(lang, "report.one_deal"),
            deals => tr!(lang, "report.number_of_deals", deals = deals),
        };
        numbers.push(number(tr!(lang, "column.open_amount"), large(lang, amount), note));
    }
    if let Some(day) = account.last_contact {
        let days = (dossier.brief.on - day).num_days();
        let note = match days {
            0 => tr!(lang, "report.today"),
            1 => tr!(lang, "report.yesterday"),
            days => tr!(lang, "report.days_ago", days = days),
        };
        numbers.push(number(tr!(lang, "column.last_contact"), day.to_string(), note));
    }
    let (filled, of) =
        dossier.plan.steps.iter().fold((0, 0), |(filled, of), step| (filled + step.filled, of + step.of));
    let note = tr!(lang, "report.sections_filled");
    numbers.push(number(tr!(lang, "report.plan"), format!("{filled}/{of}"), note));
    numbers
}

fn reasons(lang: Lang, number: usize) -> String {
    match number {
        0 => tr!(lang, "report.sound"),
        1 => tr!(lang, "report.one_danger"),
        number => tr!(lang, "report.dangers", number = number),
    }
    .into_owned()
}

/// Promises of both sides, special days, and the last contacts; those of which there are none are left out.
fn comes_next(lang: Lang, dossier: &Dossier) -> Vec<Section> {
    let brief = &dossier.brief;
    let table = |title: &str, table: Table| {
        let pieces = if table.rows.is_empty() { vec![] } else { vec![Piece::Table(table)] };
        Section::new(title, pieces)
    };
    let promises = |promises| pages::brief::promises(lang, brief, promises);
    vec![
        table(&tr!(lang, "page.our_promises"), promises(&brief.our_promises)),
        table(&tr!(lang, "page.their_promises"), promises(&brief.their_promises)),
        table(&tr!(lang, "today.special_days"), pages::brief::days(lang, brief)),
        table(&tr!(lang, "page.last_contacts"), pages::brief::contacts(lang, brief)),
    ]
}
