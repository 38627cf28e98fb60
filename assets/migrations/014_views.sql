-- Lists as somebody likes to look at them, by name.

-- Columns and sorting are keys with commas between them, widths pairs of a key and a number of cells; empty is
-- as usual.
CREATE TABLE saved_view (
  id INTEGER PRIMARY KEY,
  list TEXT NOT NULL CHECK (list IN ('accounts', 'people', 'deals', 'log')),
  name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  filter TEXT NOT NULL,
  columns TEXT NOT NULL,
  sort TEXT NOT NULL,
  widths TEXT NOT NULL,
  UNIQUE (list, name_key)
) STRICT;
