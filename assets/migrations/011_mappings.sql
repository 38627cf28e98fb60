-- What was put right of imported files, for the next files of their shape.

-- The shape is a mark of a file's headers. Columns are pairs of a header and its field, stages pairs of theirs
-- and ours.
CREATE TABLE mapping (
  id INTEGER PRIMARY KEY,
  shape TEXT NOT NULL UNIQUE,
  file TEXT NOT NULL,
  kind TEXT CHECK (kind IN ('accounts', 'contacts', 'deals', 'activities')),
  columns TEXT NOT NULL CHECK (json_valid(columns)),
  stages TEXT NOT NULL CHECK (json_valid(stages)),
  date_order TEXT CHECK (date_order IN ('day_first', 'month_first')),
  told_on TEXT NOT NULL
) STRICT;
