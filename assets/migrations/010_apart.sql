-- Two records of one kind that look like doubles, and that a person has told apart: the older one first.
-- Their ids are unique in the book.
CREATE TABLE apart (
  id INTEGER PRIMARY KEY,
  record_kind TEXT NOT NULL,
  one_id INTEGER NOT NULL,
  other_id INTEGER NOT NULL CHECK (other_id > one_id),
  told_on TEXT NOT NULL,
  UNIQUE (one_id, other_id)
) STRICT;
CREATE INDEX apart_other ON apart(other_id);
