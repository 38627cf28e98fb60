//! Files to plain values and back. Knows no store: what is read here, `ops::import` joins and writes.
