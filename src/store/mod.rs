//! The only room that knows SQL: one SQLite file, its tables, journal, events and search.
