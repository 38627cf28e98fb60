-- How deals stood at the end of a past day is read from the events after it alone, in their order: each tells what was
-- before it.
DROP INDEX deal_event_day;
CREATE INDEX deal_event_day ON deal_event(day, deal_id, id, old_status, old_stage_id, old_win_rate, old_currency,
  old_amount, old_close_on, old_closed_on);

-- Deals of which something was told after what came later, as happens where a clock was put back: the last event up to a
-- day need not be the one before the first event after it. One of these stays here, whatever is taken back.
CREATE TABLE deal_told_late (id INTEGER PRIMARY KEY);
INSERT INTO deal_told_late
SELECT DISTINCT deal_id FROM (
  SELECT deal_id, day < max(day) OVER (PARTITION BY deal_id ORDER BY id) AS is_late FROM deal_event)
WHERE is_late;
