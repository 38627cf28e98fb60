//! The funnel and the indicators as people read them.

use crate::i18n::Lang;
use crate::report::model::{Amount, ForecastOut, FunnelOut, WithoutRateOut};
use crate::report::page::Page;
use crate::report::table::{Cell, Column, Table, Tone, Worth};
use crate::report::{grouped, words};
use crate::tr;

/// The page of the funnel.
pub fn funnel(lang: Lang, funnel: &FunnelOut) -> Page {
    let title = match &funnel.period {
        Some(period) => tr!(lang, "page.funnel_of", period = period, day = funnel.as_of),
        None => tr!(lang, "page.funnel", day = funnel.as_of),
    };
    let columns = vec![
        Column::words(tr!(lang, "column.stage"), Worth::Essential),
        Column::figures(tr!(lang, "column.win_rate"), Worth::Important),
        Column::figures(tr!(lang, "column.deals"), Worth::Important),
        Column::figures(tr!(lang, "column.amount"), Worth::Essential),
        Column::figures(tr!(lang, "column.weighted"), Worth::Essential),
    ];
    let mut table = Table::new(columns, tr!(lang, "list.no_stages"));
    for line in &funnel.stages {
        table.push(vec![
            Cell::text(&line.name),
            Cell::rate(line.win_rate.0),
            Cell::count(line.deals as i64),
            Cell::amount(Some(line.amount)),
            Cell::amount(Some(line.weighted)),
        ]);
    }
    let total = &funnel.total;
    table.push_total(vec![
        Cell::text(tr!(lang, "page.total")),
        Cell::ABSENT,
        Cell::count(total.deals as i64),
        Cell::amount(Some(total.amount)),
        Cell::amount(Some(total.weighted)),
    ]);
    let mut page = Page::of_table(lang, title, table);
    without_rate(&mut page, &funnel.without_rate);
    page
}

/// The page of a period's forecast.
pub fn forecast(lang: Lang, forecast: &ForecastOut) -> Page {
    let mut page =
        Page::new(lang, tr!(lang, "page.forecast", period = forecast.period, day = forecast.as_of));
    let unset = || Cell::text(tr!(lang, "page.no_quota")).toned(Tone::Quiet);
    page.facts(vec![
        (tr!(lang, "forecast.quota").into(), {
            forecast.quota.map_or_else(unset, |quota| Cell::amount(Some(quota)))
        }),
        (tr!(lang, "forecast.won").into(), Cell::amount(Some(forecast.won))),
        (tr!(lang, "forecast.small_orders").into(), Cell::amount(Some(forecast.small_orders))),
        (tr!(lang, "forecast.weighted").into(), Cell::amount(Some(forecast.weighted))),
        (tr!(lang, "forecast.attainment").into(), Cell::ratio(forecast.attainment).toned(Tone::Strong)),
        (tr!(lang, "forecast.progress").into(), {
            let falling = forecast.progress.is_some_and(|progress| progress < 0.0);
            Cell::ratio(forecast.progress).toned(if falling { Tone::Bad } else { Tone::Good })
        }),
        (tr!(lang, "forecast.p10").into(), Cell::amount(Some(forecast.p10))),
        (tr!(lang, "forecast.p50").into(), Cell::amount(Some(forecast.p50))),
        (tr!(lang, "forecast.p90").into(), Cell::amount(Some(forecast.p90))),
        (tr!(lang, "forecast.chance").into(), Cell::ratio(forecast.chance)),
    ]);
    if forecast.range == "normal" {
        page.paragraph(tr!(lang, "forecast.approximated"));
    }
    without_rate(&mut page, &forecast.without_rate);
    page
}

/// Says which amounts are in no sum, for want of an exchange rate.
pub(super) fn without_rate(page: &mut Page, apart: &[WithoutRateOut]) {
    let lang = page.lang;
    for WithoutRateOut { currency, deals, amount } in apart {
        let amount = in_words(*amount);
        let line = match deals {
            1 => tr!(lang, "page.without_rate_one", amount = amount, currency = currency),
            _ => tr!(lang, "page.without_rate", deals = deals, amount = amount, currency = currency),
        };
        page.paragraph(line);
    }
}

fn in_words(amount: Amount) -> words::Word {
    let fraction = amount.minor % i128::from(amount.currency.scale()) != 0;
    format!("{} {}", grouped(amount.minor, amount.currency, fraction), amount.currency).into()
}
