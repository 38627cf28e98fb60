//! The rules alone: no book, no screen.

#![allow(missing_docs, clippy::expect_used)]

#[path = "book/prospects.rs"]
mod prospects;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use keybook::domain::date;
use keybook::domain::filter;
use keybook::domain::range::{Range, SEED};
use keybook::domain::text::fold;

use prospects::prospects;

fn rules(criterion: &mut Criterion) {
    let open = prospects();
    criterion.bench_function("simulation, 10,000 runs of 1,000 deals", |bench| {
        bench.iter(|| Range::of(0, black_box(&open), Some(3_000_000_000), SEED));
    });
    criterion.bench_function("a filter expression read", |bench| {
        bench.iter(|| filter::parse(black_box("stage>=design amount>50k close<30d #key !next 华锐")));
    });
    let today = "2026-11-21".parse().expect("it is written as a date");
    criterion.bench_function("a date in words read", |bench| {
        bench.iter(|| date::parse(black_box("下周五"), today));
    });
    criterion.bench_function("a name folded for comparing", |bench| {
        bench.iter(|| fold(black_box("上海新元２３科技有限公司 Société Générale GmbH & Co. KG")));
    });
}

criterion_group!(benches, rules);
criterion_main!(benches);
