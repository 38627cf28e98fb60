-- A sum over the rows of each table, kept by triggers that are generated for all of them: a row that changed
-- behind the program's back, by a fault of the disk say, no longer agrees with it.
CREATE TABLE seal (
  id INTEGER PRIMARY KEY,
  tbl TEXT NOT NULL UNIQUE,
  rows INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT;
