-- What lists and the day are read from quickly: a kept value, and indexes.

-- The day of the last contact with a person, notes and tasks apart, among all that are entered: also those
-- planned for later, so who reads it looks closer where it lies ahead. Derived, kept by the triggers below;
-- the row's id is the person's.
CREATE TABLE last_contact (
  id INTEGER PRIMARY KEY,
  day TEXT NOT NULL
) STRICT;
INSERT INTO last_contact (id, day)
  SELECT contact_id, max(activity_contact.happened_on)
  FROM activity_contact JOIN activity ON activity.id = activity_id
  WHERE kind NOT IN ('note', 'task') GROUP BY contact_id;

CREATE TRIGGER last_contact_insert AFTER INSERT ON activity_contact
WHEN (SELECT kind FROM activity WHERE id = NEW.activity_id) NOT IN ('note', 'task') BEGIN
  INSERT INTO last_contact (id, day) VALUES (NEW.contact_id, NEW.happened_on)
  ON CONFLICT (id) DO UPDATE SET day = excluded.day WHERE excluded.day > day;
END;

-- Only the latest one leaves a gap when it goes.
CREATE TRIGGER last_contact_delete AFTER DELETE ON activity_contact
WHEN OLD.happened_on = (SELECT day FROM last_contact WHERE id = OLD.contact_id) BEGIN
  DELETE FROM last_contact WHERE id = OLD.contact_id;
  INSERT INTO last_contact (id, day)
    SELECT contact_id, activity_contact.happened_on
    FROM activity_contact JOIN activity ON activity.id = activity_id
    WHERE contact_id = OLD.contact_id AND kind NOT IN ('note', 'task')
    ORDER BY activity_contact.happened_on DESC LIMIT 1;
END;

CREATE TRIGGER last_contact_update AFTER UPDATE OF activity_id, contact_id, happened_on ON activity_contact BEGIN
  DELETE FROM last_contact WHERE id IN (OLD.contact_id, NEW.contact_id);
  INSERT INTO last_contact (id, day)
    SELECT contact_id, max(activity_contact.happened_on)
    FROM activity_contact JOIN activity ON activity.id = activity_id
    WHERE contact_id IN (OLD.contact_id, NEW.contact_id) AND kind NOT IN ('note', 'task') GROUP BY contact_id;
END;

-- A call that turns out to have been a note was no contact.
CREATE TRIGGER last_contact_kind AFTER UPDATE OF kind ON activity
WHEN (OLD.kind IN ('note', 'task')) <> (NEW.kind IN ('note', 'task')) BEGIN
  DELETE FROM last_contact
    WHERE id IN (SELECT contact_id FROM activity_contact WHERE activity_id = NEW.id);
  INSERT INTO last_contact (id, day)
    SELECT contact_id, max(activity_contact.happened_on)
    FROM activity_contact JOIN activity ON activity.id = activity_id
    WHERE contact_id IN (SELECT contact_id FROM activity_contact WHERE activity_id = NEW.id)
      AND kind NOT IN ('note', 'task')
    GROUP BY contact_id;
END;

-- The open deals of one of ours come in their order from this index; the narrower one gave only whose.
DROP INDEX deal_owner;
CREATE INDEX deal_owner ON deal(owner_id, status);

-- Open deals about in the order in which they lie in the file, so that a look at all of them reads each page
-- once; and by their codes.
CREATE INDEX deal_code ON deal(status, code);

-- The moves of close dates: few among the events, and asked for with every deal that is shown.
CREATE INDEX deal_event_moved ON deal_event(deal_id, id, old_close_on, close_on)
  WHERE close_on IS NOT old_close_on AND old_status IS NOT NULL;
