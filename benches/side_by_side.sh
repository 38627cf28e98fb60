#!/usr/bin/env bash
# Measures the program beside the least that is possible, and writes benches/RESULTS.md.
# Numbers say how many deals the books have: benches/side_by_side.sh 1000 100000 1000000
set -euo pipefail
cd "$(dirname "$0")/.."
cargo build --release --locked --bin keybook
# What is released is measured: a benchmark is built with another program beside it, which takes its place.
target=${CARGO_TARGET_DIR:-target}
cp "$target/release/keybook" "$target/keybook-released"
export KEYBOOK="$(realpath "$target/keybook-released")"
cargo bench --locked --bench side_by_side -- "$@"
