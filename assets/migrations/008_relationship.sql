-- The relationship with an account and its care: one table for each kind of entry, as `domain::entry`
-- describes it. Days are 'YYYY-MM-DD'; `updated_on` is the local day of the last change. A table and its
-- description are held together by a test.

CREATE TABLE relationship_level (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  level TEXT NOT NULL CHECK (level IN ('vendor', 'preferred_supplier', 'partner', 'strategic_alliance')),
  decided_on TEXT NOT NULL,
  why TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX relationship_level_account ON relationship_level(account_id, decided_on, id, level);

CREATE TABLE relationship_signs (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL UNIQUE REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  information TEXT CHECK (information IN ('public', 'confidential', 'shared')),
  price TEXT CHECK (price IN ('competitive', 'in_range', 'negotiated', 'joint_benefit')),
  competitors TEXT CHECK (competitors IN ('many', 'several', 'none_in_key_areas', 'none')),
  reached TEXT CHECK (reached IN ('staff', 'key_people', 'top_management', 'joint_management')),
  known TEXT CHECK (known IN ('low_to_middle', 'middle_to_high', 'high', 'very_high')),
  contracts TEXT CHECK (contracts IN ('each_bid', 'early_word', 'long_term', 'joint_venture')),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;

CREATE TABLE growth_checklist (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL UNIQUE REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  contact INTEGER CHECK (contact IN (0, 1)),
  time INTEGER CHECK (time IN (0, 1)),
  difficulty INTEGER CHECK (difficulty IN (0, 1)),
  talk INTEGER CHECK (talk IN (0, 1)),
  service INTEGER CHECK (service IN (0, 1)),
  same_person INTEGER CHECK (same_person IN (0, 1)),
  frequency INTEGER CHECK (frequency IN (0, 1)),
  risk INTEGER CHECK (risk IN (0, 1)),
  knowledge INTEGER CHECK (knowledge IN (0, 1)),
  part INTEGER CHECK (part IN (0, 1)),
  closeness INTEGER CHECK (closeness IN (0, 1)),
  switching INTEGER CHECK (switching IN (0, 1)),
  presence INTEGER CHECK (presence IN (0, 1)),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;

CREATE TABLE check_up (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  held_on TEXT NOT NULL,
  doing INTEGER CHECK (doing BETWEEN 1 AND 5),
  needs INTEGER CHECK (needs BETWEEN 1 AND 5),
  value INTEGER CHECK (value BETWEEN 1 AND 5),
  working INTEGER CHECK (working BETWEEN 1 AND 5),
  people INTEGER CHECK (people BETWEEN 1 AND 5),
  better TEXT,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX check_up_account ON check_up(account_id, held_on);
CREATE INDEX check_up_contact ON check_up(contact_id) WHERE contact_id IS NOT NULL;

CREATE TABLE tie (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('money', 'social', 'structural')),
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX tie_account ON tie(account_id, position);

CREATE TABLE complaint (
  id INTEGER PRIMARY KEY,
  account_id INTEGER NOT NULL REFERENCES account(id) DEFERRABLE INITIALLY DEFERRED,
  text TEXT NOT NULL,
  raised_on TEXT NOT NULL,
  contact_id INTEGER REFERENCES contact(id) DEFERRABLE INITIALLY DEFERRED,
  answered_on TEXT,
  answer TEXT,
  created_at INTEGER NOT NULL,
  updated_on TEXT NOT NULL
) STRICT;
CREATE INDEX complaint_account ON complaint(account_id, raised_on);
CREATE INDEX complaint_contact ON complaint(contact_id) WHERE contact_id IS NOT NULL;
-- What is not answered yet, by its day.
CREATE INDEX complaint_open ON complaint(raised_on) WHERE answered_on IS NULL;
