//! Settings of this machine: looks, keys, recent books. What changes a figure lives in the book.
