//! Everything a person can do that changes the book: one file per noun, one undoable operation per verb.
