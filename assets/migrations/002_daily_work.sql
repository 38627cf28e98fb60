-- What daily work at the keyboard keeps beside the records.

-- Something due that is not to be shown before a day. The record is the one that it stands on, the
-- reason one of the keys of what can be due; the record's id is unique in the book.
CREATE TABLE snooze (
  id INTEGER PRIMARY KEY,
  record_id INTEGER NOT NULL,
  reason TEXT NOT NULL,
  until_on TEXT NOT NULL,
  UNIQUE (record_id, reason)
) STRICT;

-- Text being typed into a form, kept until the form is saved or given up; offered again after a crash.
-- It is no part of what the book says: neither journalled nor exported.
CREATE TABLE draft (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL,
  record_id INTEGER,
  at INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_form ON draft(form, coalesce(record_id, 0));
