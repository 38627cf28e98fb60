-- The first letters of a word, one or two, are looked up as terms of their own; before, all words that begin with them
-- were merged. The program fills the index.
DROP TABLE search;
CREATE VIRTUAL TABLE search USING fts5(
  name, body, content = '', contentless_delete = 1, prefix = '1 2', tokenize = "unicode61 remove_diacritics 2"
);
