//! Rows first, then writers: the same rows become a table, JSON, CSV, Markdown or HTML.
