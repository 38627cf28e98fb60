//! From a key to the next frame, without a terminal. `KEYBOOK_BENCH_DEALS` sets the size of the book.

#![allow(missing_docs, clippy::expect_used)]

mod book;

use criterion::{Criterion, criterion_group, criterion_main};
use keybook::config::Config;
use keybook::i18n::Lang;
use keybook::tui::Rehearsal;
use ratatui::layout::Size;

fn interface() -> Rehearsal {
    Rehearsal::new(book::book(), Lang::En, &Config::default(), Size::new(120, 40))
}

fn screens(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group(format!("{} deals", book::deals()));
    group.sample_size(20);
    group.bench_function("from opening the book to the first frame", |bench| {
        bench.iter(|| interface().frame());
    });
    for (name, place, keys) in [
        ("funnel, a line down and up", "2", ["down", "up"]),
        ("accounts, a line down and up", "3", ["down", "up"]),
        ("people, a line down and up", "4", ["down", "up"]),
        ("deals, a line down and up", "5", ["down", "up"]),
        ("deals, to the end and back", "5", ["G", "g g"]),
        ("board, a line down and up", "6", ["down", "up"]),
        ("log, a line down and up", "7", ["down", "up"]),
        ("from deals to the funnel and back", "5", ["2", "5"]),
    ] {
        let mut interface = interface();
        interface.press(place).expect("the keys of places are known");
        group.bench_function(name, |bench| {
            bench.iter(|| {
                for key in keys {
                    interface.press(key).expect("these keys are known");
                    interface.frame();
                }
            });
        });
    }
    let interface = interface();
    group.bench_function("drawing alone", |bench| bench.iter(|| interface.frame()));
}

criterion_group!(benches, screens);
criterion_main!(benches);
