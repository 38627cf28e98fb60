//! What reports say of a period: its figures, how much of the quota is there, what it may bring, its funnel.

use super::{large, number, share};
use crate::i18n::Lang;
use crate::report::chart::{self, Chart, Gauge, Mark, Portion, Step};
use crate::report::document::{Number, Piece, Section, pieces};
use crate::report::model::{Amount, FunnelOut};
use crate::report::pages;
use crate::report::rows::outlook::Outlook;
use crate::report::table::Tone;
use crate::report::{abbreviated, percent};
use crate::tr;

/// The large figures of a period.
pub fn numbers(lang: Lang, outlook: &Outlook) -> Vec<Number> {
    let forecast = &outlook.forecast;
    let amount = |amount: Amount| large(lang, amount);
    let plain = |amount: Amount| abbreviated(lang, amount.minor, amount.currency);
    let sold_note = match forecast.quota {
        Some(quota) => tr!(lang, "report.of_quota", share = share(outlook.achieved), quota = plain(quota)),
        None => tr!(lang, "report.no_quota"),
    };
    let total = &outlook.funnel.total;
    let open = match total.deals {
        1 => tr!(lang, "report.open_deal", amount = plain(total.amount)),
        deals => tr!(lang, "report.open_deals", deals = deals, amount = plain(total.amount)),
    };
    let progress = forecast.progress.map(|progress| {
        let sign = if progress > 0.0 { "+" } else { "" };
        tr!(lang, "report.progress", progress = format!("{sign}{}", share(Some(progress)))).into_owned()
    });
    let band = tr!(lang, "report.band", p10 = plain(forecast.p10), p90 = plain(forecast.p90));
    let reached = forecast.attainment.is_some_and(|attainment| attainment >= 1.0);
    let mut numbers = vec![
        Number {
            tone: if reached { Tone::Good } else { Tone::Plain },
            ..number(
                tr!(lang, "forecast.attainment"),
                share(forecast.attainment),
                progress.unwrap_or_default(),
            )
        },
        number(tr!(lang, "report.sold"), amount(outlook.sold), sold_note),
        number(tr!(lang, "forecast.weighted"), amount(forecast.weighted), open),
        number(tr!(lang, "forecast.p50"), amount(forecast.p50), band),
    ];
    if let Some(left) = outlook.left {
        let note = match outlook.coverage {
            Some(times) => tr!(lang, "report.covered", times = format!("{times:.1}")),
            None => tr!(lang, "report.quota_reached"),
        };
        numbers.push(number(tr!(lang, "report.left"), amount(left), note));
        numbers.push(number(tr!(lang, "forecast.chance"), share(forecast.chance), ""));
    }
    if let Some(call) = &outlook.call {
        numbers.push(number(tr!(lang, "report.call"), amount(call.amount), call.on.to_string()));
    }
    let last = tr!(lang, "report.last_day", day = outlook.last);
    numbers.push(number(tr!(lang, "report.days_left"), outlook.days_left.to_string(), last));
    numbers
}

/// What is sold and what is likely, against the quota.
pub fn gauge(lang: Lang, outlook: &Outlook) -> Chart {
    let forecast = &outlook.forecast;
    let portion = |name: &str, amount: Amount, is_likely| Portion {
        label: format!("{name} {}", abbreviated(lang, amount.minor, amount.currency)),
        amount: amount.minor,
        is_likely,
    };
    let of = Gauge {
        portions: vec![
            portion(&tr!(lang, "forecast.won"), forecast.won, false),
            portion(&tr!(lang, "forecast.small_orders"), forecast.small_orders, false),
            portion(&tr!(lang, "forecast.weighted"), forecast.weighted, true),
        ],
        goal: forecast.quota.map(|quota| {
            let name = tr!(lang, "forecast.quota");
            (quota.minor, format!("{name} {}", abbreviated(lang, quota.minor, quota.currency)))
        }),
    };
    chart::gauge(&tr!(lang, "report.gauge", period = forecast.period), &of)
}

/// How often the period brings how much.
pub fn range(lang: Lang, outlook: &Outlook) -> Section {
    let forecast = &outlook.forecast;
    let mark = |name: &str, amount: Amount| Mark {
        amount: amount.minor,
        label: format!("{name} {}", abbreviated(lang, amount.minor, amount.currency)),
    };
    let mut marks = vec![mark("P10", forecast.p10), mark("P50", forecast.p50), mark("P90", forecast.p90)];
    marks.extend(forecast.quota.map(|quota| mark(&tr!(lang, "forecast.quota"), quota)));
    let picture = chart::histogram(&tr!(lang, "report.range"), &outlook.range, &marks);
    Section::new(tr!(lang, "page.range", period = forecast.period), vec![Piece::Picture(picture)])
}

/// The figures of a period to the cent.
pub fn exact(lang: Lang, outlook: &Outlook) -> Vec<Piece> {
    pieces(pages::figures::forecast(lang, &outlook.forecast))
}

/// A funnel as a picture and as a table.
pub fn funnel(lang: Lang, funnel: &FunnelOut) -> Vec<Piece> {
    let page = pages::figures::funnel(lang, funnel);
    let figure = |amount: Amount| abbreviated(lang, amount.minor, amount.currency);
    let steps = funnel.stages.iter().map(|line| Step {
        label: line.name.clone(),
        under: match line.deals {
            1 => tr!(lang, "report.stage_one", rate = percent(line.win_rate.0)),
            deals => tr!(lang, "report.stage", deals = deals, rate = percent(line.win_rate.0)),
        }
        .into_owned(),
        amount: line.amount.minor,
        weighted: line.weighted.minor,
        figures: [
            figure(line.amount),
            tr!(lang, "report.weighted", amount = figure(line.weighted)).into_owned(),
        ],
    });
    let title = tr!(lang, "report.funnel", currency = funnel.currency);
    let picture = chart::funnel(&title, &steps.collect::<Vec<_>>());
    std::iter::once(Piece::Picture(picture)).chain(pieces(page)).collect()
}
