-- Who has gone quiet is read by the tier and the day of the last contact, a window at a time: beside that day stands the
-- tier of the person's account, kept by the triggers below.
ALTER TABLE last_contact ADD COLUMN tier TEXT;
UPDATE last_contact SET tier =
  (SELECT tier FROM account JOIN contact ON account.id = contact.account_id WHERE contact.id = last_contact.id);
CREATE INDEX last_contact_quiet ON last_contact(tier, day) WHERE tier IS NOT NULL;

-- People and their accounts are there before their activities are, also where an undo brings them back.
CREATE TRIGGER last_contact_tier AFTER INSERT ON last_contact BEGIN
  UPDATE last_contact SET tier =
    (SELECT tier FROM account JOIN contact ON account.id = contact.account_id WHERE contact.id = NEW.id)
  WHERE id = NEW.id;
END;

CREATE TRIGGER last_contact_moves AFTER UPDATE OF account_id ON contact BEGIN
  UPDATE last_contact SET tier = (SELECT tier FROM account WHERE id = NEW.account_id) WHERE id = NEW.id;
END;

CREATE TRIGGER last_contact_decided AFTER UPDATE OF tier ON account WHEN OLD.tier IS NOT NEW.tier BEGIN
  UPDATE last_contact SET tier = NEW.tier WHERE id IN (SELECT id FROM contact WHERE account_id = NEW.id);
END;
