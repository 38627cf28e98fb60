//! Figures and lists, asked of a book that is open. `KEYBOOK_BENCH_DEALS` sets its size.

#![allow(missing_docs, clippy::expect_used)]

mod book;

use std::time::Duration;

use chrono::NaiveDate;
use criterion::{Criterion, criterion_group, criterion_main};
use keybook::domain::period::Period;
use keybook::domain::range::SEED;
use keybook::i18n::Lang;
use keybook::ops::settings;
use keybook::report::rows;
use keybook::store::view::list::Clause;

fn queries(criterion: &mut Criterion) {
    let mut book = book::book();
    let today = book.today();
    let day = |text: &str| text.parse::<NaiveDate>().expect("it is written as a date");
    let quarter: Period = "2026Q4".parse().expect("it is written as a period");
    let mut group = criterion.benchmark_group(format!("{} deals", book::deals()));
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    group.bench_function("funnel", |bench| bench.iter(|| book.funnel(None, None)));
    group.bench_function("forecast of the quarter", |bench| bench.iter(|| book.forecast(quarter, None)));
    group.bench_function("range of the quarter", |bench| {
        bench.iter(|| book.period_range(quarter, None, SEED))
    });
    group.bench_function("bridge of a week", |bench| {
        bench.iter(|| book.bridge(None, day("2026-11-14"), today))
    });
    group.bench_function("bridge of a quarter", |bench| {
        bench.iter(|| book.bridge(None, day("2026-08-21"), today));
    });
    group
        .bench_function("conversion of the year", |bench| bench.iter(|| book.flow(day("2026-01-01"), today)));
    group.bench_function("segments", |bench| bench.iter(|| book.segments()));
    group.bench_function("attention, the first hundred", |bench| {
        bench.iter(|| rows::review::attention(Lang::En, &book, &Clause::default(), 100));
    });
    group.bench_function("funnel as of a week ago", |bench| {
        bench.iter(|| book.as_of(day("2026-11-14")).and_then(|then| then.funnel(None, None)));
    });
    group.bench_function("funnel as of a quarter ago", |bench| {
        bench.iter(|| book.as_of(day("2026-08-21")).and_then(|then| then.funnel(None, None)));
    });
    let mut days = 10;
    group.bench_function("a durable edit", |bench| {
        bench.iter(|| {
            days = if days == 10 { 11 } else { 10 };
            settings::set(&mut book, "quiet_days", &days.to_string())
        });
    });
}

criterion_group!(benches, queries);
criterion_main!(benches);
