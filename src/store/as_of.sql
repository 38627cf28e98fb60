-- What a connection sees in place of the book's own tables, so that it shows the end of a past day: the rows
-- that changed since are taken from the events, the others are as they are. A name without a schema means the
-- temporary one first, so that every query of the book reads these without knowing. `temp.as_of` holds the day.
--
-- Of each deal that changed since, what the first event after that day says was before it; nothing, where it came
-- later. That is all in one index. Only of deals whose past was told out of order the event that held is looked up.
-- `until` is the first event that does not count. What else there is of a deal is looked up only by queries that ask
-- for it.
CREATE TEMP TABLE deal_then (id INTEGER PRIMARY KEY, until INTEGER, status TEXT, stage_id INTEGER, amount INTEGER,
  currency TEXT, win_rate INTEGER, close_on TEXT, closed_on TEXT, is_gone INTEGER NOT NULL DEFAULT FALSE);
INSERT OR IGNORE INTO temp.deal_then (id, until, status, stage_id, amount, currency, win_rate, close_on, closed_on)
SELECT deal_id, id, old_status, old_stage_id, old_amount, old_currency, old_win_rate, old_close_on, old_closed_on
FROM main.deal_event INDEXED BY deal_event_day
WHERE day > (SELECT day FROM temp.as_of)
ORDER BY day, deal_id, id;
INSERT OR REPLACE INTO temp.deal_then (id, until, status, stage_id, amount, currency, win_rate, close_on, closed_on)
SELECT late.id, held.id + 1, held.status, held.stage_id, held.amount, held.currency, held.win_rate, held.close_on,
  held.closed_on
FROM temp.deal_then late
LEFT JOIN main.deal_event held ON held.id = (SELECT max(id) FROM main.deal_event
  WHERE deal_id = late.id AND day <= (SELECT day FROM temp.as_of))
WHERE late.id IN (SELECT id FROM main.deal_told_late);
UPDATE temp.deal_then SET is_gone = TRUE
WHERE id IN (SELECT deal_id FROM main.deal_event WHERE status IS NULL) AND id NOT IN (SELECT id FROM main.deal);
-- Deals that were deleted since: what they were called is in the journal.
CREATE TEMP TABLE deal_gone AS SELECT * FROM main.deal WHERE 0;
INSERT INTO temp.deal_gone
SELECT gone.id, json_extract(row, '$.code'), json_extract(row, '$.account_id'), json_extract(row, '$.name'),
  json_extract(row, '$.name_key'), gone.status, gone.stage_id, gone.amount, gone.currency, gone.win_rate,
  gone.close_on, gone.closed_on, NULL, NULL, json_extract(row, '$.owner_id'), json_extract(row, '$.source'),
  json_extract(row, '$.pipeline'), NULL, NULL, NULL, json_extract(row, '$.notes'),
  json_extract(row, '$.stage_since'), json_extract(row, '$.created_on'), json_extract(row, '$.created_at'),
  json_extract(row, '$.updated_at')
FROM (
  SELECT *, (SELECT changes FROM main.journal
    WHERE row_id = deal_then.id AND tbl = 'deal' AND action = 'D' ORDER BY seq DESC LIMIT 1) AS row
  FROM temp.deal_then
  WHERE is_gone AND status IS NOT NULL
) gone
WHERE row IS NOT NULL;
CREATE UNIQUE INDEX temp.deal_gone_id ON deal_gone(id);
-- Each part has a column as a text or as a number like the others: else SQLite would read all deals, with all that
-- there is of them, before it looked at what a query asks for.
CREATE TEMP VIEW deal AS
  SELECT id, code, account_id, name, name_key, status, stage_id, amount, currency, win_rate, close_on, closed_on,
    CAST(NULL AS TEXT) AS next_step, CAST(NULL AS TEXT) AS next_on, owner_id, source, pipeline, lost_reason_id,
    competitor, learned, notes, stage_since, created_on, created_at, updated_at
  FROM main.deal WHERE id NOT IN (SELECT id FROM temp.deal_then)
  UNION ALL
  SELECT then_.id, deal.code, deal.account_id, deal.name, deal.name_key, then_.status, then_.stage_id, then_.amount,
    then_.currency, then_.win_rate, then_.close_on, then_.closed_on, CAST(NULL AS TEXT), CAST(NULL AS TEXT),
    deal.owner_id, deal.source, deal.pipeline,
    CAST(CASE then_.status WHEN 'lost' THEN deal.lost_reason_id END AS INTEGER),
    CAST(CASE then_.status WHEN 'lost' THEN deal.competitor END AS TEXT), deal.learned, deal.notes,
    CAST(coalesce((SELECT max(moved.day) FROM main.deal_event moved WHERE moved.deal_id = then_.id
      AND moved.id < then_.until AND moved.stage_id IS NOT moved.old_stage_id), deal.created_on) AS TEXT),
    deal.created_on, deal.created_at, deal.updated_at
  FROM temp.deal_then then_ LEFT JOIN main.deal deal ON deal.id = then_.id
  WHERE then_.status IS NOT NULL AND NOT then_.is_gone
  UNION ALL SELECT * FROM temp.deal_gone;

-- Activities of later days had not been then.
CREATE TEMP VIEW activity AS SELECT * FROM main.activity WHERE happened_on <= (SELECT day FROM temp.as_of);

-- What was promised later was not yet, and what was settled later was open.
CREATE TEMP VIEW commitment AS
  SELECT id, account_id, contact_id, deal_id, promised_by, kind, text, made_on, due_on,
    CASE WHEN settled_on > (SELECT day FROM temp.as_of) THEN 'open' ELSE status END AS status,
    CASE WHEN settled_on > (SELECT day FROM temp.as_of) THEN NULL ELSE settled_on END AS settled_on, created_at
  FROM main.commitment WHERE made_on <= (SELECT day FROM temp.as_of);

CREATE TEMP TABLE order_changed (id INTEGER PRIMARY KEY, held INTEGER);
INSERT INTO temp.order_changed
  SELECT id, (SELECT max(id) FROM main.order_event
    WHERE order_id = later.id AND day <= (SELECT day FROM temp.as_of))
  FROM (SELECT DISTINCT +order_id AS id FROM main.order_event WHERE day > (SELECT day FROM temp.as_of)) later;
CREATE TEMP TABLE order_then AS SELECT * FROM main.small_order WHERE 0;
INSERT INTO temp.order_then
SELECT booked.id, booked.account_id, booked.product_id, then_.ordered_on, then_.amount, then_.currency,
  booked.text, booked.created_at
FROM temp.order_changed changed
JOIN main.order_event then_ ON then_.id = changed.held
JOIN main.small_order booked ON booked.id = changed.id
WHERE then_.amount IS NOT NULL;
INSERT INTO temp.order_then
SELECT changed.id, json_extract(row, '$.account_id'), json_extract(row, '$.product_id'), then_.ordered_on,
  then_.amount, then_.currency, json_extract(row, '$.text'), json_extract(row, '$.created_at')
FROM (
  SELECT id, held, (SELECT changes FROM main.journal
    WHERE row_id = order_changed.id AND tbl = 'small_order' AND action = 'D' ORDER BY seq DESC LIMIT 1) AS row
  FROM temp.order_changed
  WHERE NOT EXISTS (SELECT 1 FROM main.small_order WHERE small_order.id = order_changed.id)
) changed
JOIN main.order_event then_ ON then_.id = changed.held
WHERE then_.amount IS NOT NULL AND row IS NOT NULL;
CREATE UNIQUE INDEX temp.order_then_id ON order_then(id);
CREATE TEMP VIEW small_order AS
  SELECT * FROM main.small_order WHERE id NOT IN (SELECT id FROM temp.order_changed)
  UNION ALL SELECT * FROM temp.order_then;

CREATE TEMP TABLE stage AS SELECT * FROM main.stage;
-- A stage that was not there yet counts with the first rate it was given.
UPDATE temp.stage SET win_rate = coalesce((
  SELECT win_rate FROM main.stage_event WHERE stage_id = stage.id AND win_rate IS NOT NULL
  ORDER BY day <= (SELECT day FROM temp.as_of) DESC,
    CASE WHEN day <= (SELECT day FROM temp.as_of) THEN -id ELSE id END LIMIT 1), win_rate);
