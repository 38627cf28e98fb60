//! Search over a whole book, the first screen of hits. `KEYBOOK_BENCH_DEALS` sets its size.

#![allow(missing_docs, clippy::expect_used)]

mod book;

use criterion::{Criterion, criterion_group, criterion_main};

fn search(criterion: &mut Criterion) {
    let book = book::book();
    let mut group = criterion.benchmark_group(format!("search in {} deals", book::deals()));
    group.sample_size(20);
    for words in ["a", "acme", "pilot renewal", "华", "科技", "科技有限", "nothing of this"] {
        group.bench_function(words, |bench| bench.iter(|| book.search(words, 50)));
    }
}

criterion_group!(benches, search);
criterion_main!(benches);
