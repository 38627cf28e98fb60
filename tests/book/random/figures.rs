//! The figures of a book as plain text, so that two books can be compared whatever their ids are.

use std::fmt::Write;

use chrono::NaiveDate;
use keybook::domain::forecast::Ratio;
use keybook::domain::period::Period;
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
    }
    text
}
