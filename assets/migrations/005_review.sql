-- The weekly review: forecasts handed in, and the reviews themselves.

-- A forecast as it was handed in. Its figures are frozen: they stay what they were, whatever is learned
-- about that day later. The chance is in basis points; the amount is what was committed to.
CREATE TABLE submission (
  id INTEGER PRIMARY KEY,
  period TEXT NOT NULL,
  day TEXT NOT NULL,
  at INTEGER NOT NULL,
  currency TEXT NOT NULL,
  won INTEGER NOT NULL,
  small_orders INTEGER NOT NULL,
  weighted INTEGER NOT NULL,
  quota INTEGER,
  p10 INTEGER NOT NULL,
  p50 INTEGER NOT NULL,
  p90 INTEGER NOT NULL,
  chance INTEGER,
  amount INTEGER NOT NULL,
  note TEXT
) STRICT;
CREATE INDEX submission_day ON submission(day, id);
CREATE INDEX submission_period ON submission(period, day);

-- A guided review: the moment is frozen when it starts.
CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL,
  started_at INTEGER NOT NULL,
  finished_at INTEGER
) STRICT;
CREATE INDEX review_day ON review(day, id);

-- A deal that a review walks through, worst first: why it is there (reasons by their keys, with blanks
-- between them), and what was decided last. A deal that is deleted later stays here by its id.
CREATE TABLE review_item (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES review(id) DEFERRABLE INITIALLY DEFERRED,
  deal_id INTEGER NOT NULL,
  position INTEGER NOT NULL,
  reasons TEXT NOT NULL,
  verdict TEXT,
  decided_at INTEGER,
  UNIQUE (review_id, deal_id)
) STRICT;
CREATE INDEX review_item_place ON review_item(review_id, position);

-- The course of a deal is read from this index alone, in its order: conversion, velocity, calibration. It
-- also tells which event held on a day, and so takes the place of the narrower one.
DROP INDEX deal_event_deal;
CREATE INDEX deal_event_course ON deal_event(deal_id, id, day, status, stage_id, closed_on);
