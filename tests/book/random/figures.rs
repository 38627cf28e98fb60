//! The figures of a book as plain text, so that two books can be compared whatever their ids are.

use std::fmt::Write;

use chrono::{Days, NaiveDate};
use keybook::domain::forecast::Ratio;
use keybook::domain::period::Period;
use keybook::domain::range::SEED;
use keybook::store::Book;

/// The funnel and the indicators of several periods at the end of a day; now, where none is given.
pub fn figures(book: &Book, as_of: Option<NaiveDate>) -> String {
    let mut text = String::new();
    for period in ["", "2026Q4", "2026Q3", "2026", "2026-12"] {
        let period: Option<Period> = period.parse().ok();
        let view = book.funnel(period, as_of).unwrap();
        let _ = writeln!(text, "funnel {period:?} {:?}", view.base);
        for line in &view.funnel.lines {
            let stage = view.stages.iter().find(|stage| stage.id == line.stage).unwrap();
            if line.deals > 0 {
                let (key, rate) = (&stage.key, stage.win_rate);
                let _ = writeln!(text, "  {key} {rate}: {} {} {}", line.deals, line.amount, line.weighted);
            }
        }
        let _ = writeln!(text, "  {:?} {:?}", view.funnel.total, view.funnel.without_rate);
        if let Some(period) = period {
            let view = book.forecast(period, as_of).unwrap();
            let plain = |ratio: Option<Ratio>| ratio.map(|ratio| (ratio.num, ratio.den));
            let _ = writeln!(text, "  {:?} {:?}", view.now, view.before);
            let _ = writeln!(text, "  {:?} {:?}", plain(view.attainment), plain(view.progress));
            let _ = writeln!(text, "  {:?}", view.without_rate);
        }
        let day = as_of.unwrap_or(book.today());
        for days in [1, 7, 30] {
            let view = book.bridge(period, day - Days::new(days), day).unwrap();
            let kinds: Vec<_> = view.deals.iter().map(|one| (one.change, one.amount)).collect();
            let _ = writeln!(text, "  bridge of {days}: {:?} {kinds:?}", view.bridge);
        }
    }
    let day = as_of.unwrap_or(book.today());
    let range = book.period_range("2026Q4".parse().unwrap(), as_of, SEED).unwrap();
    let _ = writeln!(text, "{:?}", range.range);
    let view = book.flow(day - Days::new(30), day).unwrap();
    let _ = writeln!(text, "{:?} {} {}", view.flow, view.open_deals, view.open_amount);
    text
}
